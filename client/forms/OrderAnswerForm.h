#pragma once

#include "client/forms/StepForm.h"

class QComboBox;
class QLabel;

namespace chengban {

class AttachmentForm;
class GrowingEdit;

/// The unit's answer to an order of the centre: what was found, what was done, and what came of it.
class OrderAnswerForm : public StepForm
{
    Q_OBJECT

public:
    explicit OrderAnswerForm(Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return CommandType::AnswerOrder; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;
    bool focusField(const QString &field) override; ///< "reply.investigation" is "investigation" here.

private:
    QComboBox *m_order;
    QLabel *m_asked;
    GrowingEdit *m_investigation, *m_handling, *m_result, *m_answer;
    AttachmentForm *m_papers;
    Actor m_actor;
    Reply m_replied; ///< What the unit had answered: the order's answer stands on its verdict, grounds and
                     ///< papers.
};

/// "Supervision, 2025-11-03 10:00: what is asked for".
[[nodiscard]] QString orderText(const Order &order, const RulePack *pack);

} // namespace chengban
