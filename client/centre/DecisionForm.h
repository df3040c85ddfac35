#pragma once

#include "client/forms/StepForm.h"

class QButtonGroup;
class QLabel;

namespace chengban {

class GrowingEdit;

/// The centre's word on what a unit asks for, objects to or answers: the request in full, granted or not, and
/// why.
class DecisionForm : public StepForm
{
    Q_OBJECT

public:
    explicit DecisionForm(CommandType step, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return m_step; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;
    [[nodiscard]] Problems problems(const Desk &desk, const CaseId &id) const override;

private:
    CommandType m_step;
    qint64 m_order = 0; ///< Whose answer is decided.
    QLabel *m_request;
    QButtonGroup *m_choice;
    GrowingEdit *m_note;
};

} // namespace chengban
