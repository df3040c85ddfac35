#pragma once

#include "client/forms/StepForm.h"

class QLabel;
class QLineEdit;
class QRadioButton;

namespace chengban {

class GrowingEdit;
class KeyForm;
class ReplyView;

/// The leader's page: everything in one reading column, at its end sign with the PIN or send back with a
/// comment.
class SignForm : public StepForm
{
    Q_OBJECT

public:
    explicit SignForm(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override;
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;
    /// What the leader still has to do: the PIN, or the comment. Findings in the reply stand at their place.
    [[nodiscard]] Problems problems(const Desk &desk, const CaseId &id) const override;
    /// Signs. The digest is that of the version that is shown, so a newer one is refused (ReplyChanged).
    [[nodiscard]] QFuture<FinalBody> finalBody(Desk &desk, const CaseId &id) override;
    [[nodiscard]] bool showsDemand() const override { return true; }

private:
    void addDecision(QWidget *column);
    void showChoice();

    Desk &m_desk;
    QString m_digest;
    ReplyView *m_reply;
    QLabel *m_note;
    QRadioButton *m_sign, *m_return;
    GrowingEdit *m_opinion;
    QLineEdit *m_pin;
    QWidget *m_pinBox;
    KeyForm *m_key;
};

/// The body of a step out of the signature that is being made; what hinders it is said at the PIN.
[[nodiscard]] QFuture<FinalBody> signedBody(QFuture<Result<SignatureBody>> signature);

} // namespace chengban
