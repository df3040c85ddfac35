#pragma once

#include "client/forms/StepForm.h"
#include "client/models/Desk.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace chengban {

class MomentEdit;

/// What a document wants on record beside the text: outcome, visit on the spot, how and when the citizen was
/// answered, unit, signer, proofreading. Shown are the rows that the pack asks for, and those that hold
/// something.
class FactsForm : public QWidget
{
    Q_OBJECT

public:
    explicit FactsForm(const std::function<qint64()> &nowMs, QWidget *parent = nullptr);

    void setCase(const CaseView &view);
    void setReply(
        const Reply &reply); ///< Does not emit edited(). Unit and signer that are empty are filled in (M10).
    void setVerdict(Verdict verdict);
    void fill(Reply &reply) const; ///< Writes its parts into the reply.
    [[nodiscard]] bool isNeeded() const; ///< There is a row to show.

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QString part; ///< As packs name it.
        QWidget *field = nullptr;
    };
    void addRow(const QString &part, const QString &caption, QWidget *field, const QString &objectName = {});
    void addVisits();
    void connectFields();
    void showRows();
    void showDefinition();
    [[nodiscard]] bool isAsked(const QString &part) const;
    [[nodiscard]] bool holds(const QString &part) const;
    [[nodiscard]] QString signerOf(const CaseView &view) const;

    std::optional<CaseView> m_view;
    RulePack m_pack;
    Verdict m_verdict = Verdict::Undecided;
    QList<SiteVisit> m_otherVisits; ///< All but the last; they are kept as they are.
    QFormLayout *m_layout;
    QList<Row> m_rows;
    QComboBox *m_outcome, *m_suggestionOutcome, *m_answeredVia;
    QLabel *m_definition;
    QLineEdit *m_visitor, *m_found, *m_unit, *m_signer;
    MomentEdit *m_arrivedAt, *m_answeredAt;
    QCheckBox *m_noSite, *m_proofread;
};

} // namespace chengban
