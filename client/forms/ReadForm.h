#pragma once

#include "client/forms/StepForm.h"

class QLabel;

namespace chengban {

class ReplyView;

/// The reply to be read, for the step that sends the signed version on, and for cases that wait for somebody
/// else.
class ReadForm : public StepForm
{
    Q_OBJECT

public:
    enum class Use { SubmitReply, Waiting };

    ReadForm(Desk &desk, Use use, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return CommandType::SubmitReply; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;
    [[nodiscard]] Problems problems(const Desk &desk, const CaseId &id) const override;

private:
    Use m_use;
    int m_version = 0;
    QLabel *m_head;
    QLabel *m_hint;
    ReplyView *m_reply;
};

} // namespace chengban
