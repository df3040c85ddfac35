#pragma once

#include "shared/reply/Reply.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace chengban {

class GrowingEdit;

/// One provision or paper that the reply relies on.
class BasisRow : public QWidget
{
    Q_OBJECT

public:
    explicit BasisRow(QWidget *parent = nullptr);

    void setBasis(const LegalBasis &basis);
    [[nodiscard]] LegalBasis basis() const;
    void begin(); ///< Focus into the title.
    void focusMember(const QString &name); ///< Of LegalBasis, as problems name it.

Q_SIGNALS:
    void edited();
    void removeWanted();

private:
    QLineEdit *m_title, *m_number, *m_article;
    GrowingEdit *m_content;
};

/// The list of the legal basis; rows are added and removed in place.
class BasisForm : public QWidget
{
    Q_OBJECT

public:
    explicit BasisForm(QWidget *parent = nullptr);

    void setBasis(const QList<LegalBasis> &basis); ///< Does not emit edited(); leaves equal rows alone.
    [[nodiscard]] QList<LegalBasis> basis() const; ///< Rows that say something.
    /// "legalBasis[1].article"; false when the field names no row that is there.
    bool focusField(const QString &field);

Q_SIGNALS:
    void edited();

private:
    BasisRow *addRow(const LegalBasis &basis);
    void removeRow(BasisRow *row);

    QList<BasisRow *> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace chengban
