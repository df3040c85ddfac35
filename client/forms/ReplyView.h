#pragma once

#include "client/forms/StepForm.h"

class QVBoxLayout;

namespace chengban {

/// A reply to be read: contact, verdict, parts, basis, evidence, answer in one column, with findings at their
/// place and what has changed since the version before.
class ReplyView : public QWidget
{
    Q_OBJECT

public:
    enum class Size { Usual, Large };

    ReplyView(Desk &desk, Size size, QWidget *parent = nullptr);

    void setWithDemand(bool with) { m_withDemand = with; } ///< Begin with the citizen's demand.
    /// Shows the current version of the case. Is built anew only when something shown has changed.
    void show(const CaseView &view, const Problems &findings = {});

private:
    void clear();
    void addHeading(const QString &text);
    void addText(const QString &text, const QString &before, bool compare);
    void addPart(const QString &field, const QString &text, const QString &before);
    void addFindings(const QString &field);
    void addDemand(const Case &theCase);
    void addContacts(const CaseView &view);
    void addParts(const CaseView &view);
    void addBasis(const Reply &reply);
    void addEvidence(const Reply &reply);
    void addSignatures(const Case &theCase);

    Desk &m_desk;
    Size m_size;
    bool m_withDemand = false;
    QVBoxLayout *m_layout;
    Case m_shown;
    Problems m_findings;
    Reply m_reply;
    std::optional<Reply> m_before; ///< The version before, if there is one to compare with.
};

/// "Signed by Li Ming (leader in charge), 2026-11-21 16:41, code 12ab34cd".
[[nodiscard]] QString signatureLine(const Entry<SignatureBody> &signature);

} // namespace chengban
