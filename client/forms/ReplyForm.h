#pragma once

#include "client/forms/StepForm.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace chengban {

class AnswerForm;
class AttachmentForm;
class BasisForm;
class ContactCard;
class FactsForm;
class PartsForm;
class VerdictForm;

/// The clerk's form: contact, verdict, parts, basis, evidence, answer, handler. Value in, value out; its step
/// is the submission for sign-off.
class ReplyForm : public StepForm
{
    Q_OBJECT

public:
    explicit ReplyForm(Desk &desk, QWidget *parent = nullptr);

    void setReply(const Reply &reply); ///< Does not emit edited().
    [[nodiscard]] Reply reply() const;

    [[nodiscard]] CommandType step() const override { return CommandType::SubmitForSignOff; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;
    /// Also what is worth a look and refuses nothing.
    [[nodiscard]] Problems problems(const Desk &desk, const CaseId &id) const override;
    [[nodiscard]] QJsonObject draft() const override; ///< What is not part of reply().
    void setDraft(const QJsonObject &fields) override;
    bool focusField(const QString &field) override;
    void recordContactNow(); ///< The call that still waits for its undo.

Q_SIGNALS:
    void attempted(const chengban::ContactAttempt &attempt);

private:
    void addSection(QVBoxLayout *layout, const QString &heading, QWidget *content);
    [[nodiscard]] QWidget *makeHandler();
    void connectParts();
    void onEdited();
    void compose(); ///< Tells the answer what would be composed now.

    std::optional<CaseView> m_view;
    int m_sections = 0;
    QLabel *m_comments;
    ContactCard *m_contact;
    VerdictForm *m_verdict;
    PartsForm *m_parts;
    BasisForm *m_basis;
    AttachmentForm *m_attachments;
    AnswerForm *m_answer;
    FactsForm *m_facts;
    QLineEdit *m_handler, *m_handlerPhone, *m_note;
    QComboBox *m_unitCallback;
};

} // namespace chengban
