#pragma once

#include "client/forms/PileItem.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace chengban {

class GrowingEdit;
class MomentEdit;

/// What the person who has the sheet in hand says about it: what was signed, by whom, when, with the seal or
/// not.
class FilingForm : public QWidget
{
    Q_OBJECT

public:
    explicit FilingForm(Desk &desk, QWidget *parent = nullptr);

    void show(const PileItem &item); ///< Does not emit edited().
    [[nodiscard]] PaperFacts facts() const;
    [[nodiscard]] bool withBehind() const;

Q_SIGNALS:
    void edited();
    void sameForAllWanted(); ///< Signer, day and seal are those of every sheet that waits.

private:
    void makeLayout();
    void connectParts();
    void fillSigners(const PileItem &item);

    Desk &m_desk;
    QList<Signable> m_signable;
    QList<Actor> m_signers;
    bool m_filling = false;
    QComboBox *m_what, *m_signer;
    MomentEdit *m_signedAt;
    QCheckBox *m_seal, *m_behind;
    GrowingEdit *m_opinion;
    QLabel *m_whatCaption;
};

} // namespace chengban
