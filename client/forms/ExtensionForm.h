#pragma once

#include "client/forms/StepForm.h"

class QLabel;
class QSpinBox;

namespace chengban {

class GrowingEdit;

/// Asks the centre for more time: reason, basis, working days (T21-T23).
class ExtensionForm : public StepForm
{
    Q_OBJECT

public:
    explicit ExtensionForm(QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return CommandType::RequestExtension; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;

private:
    QLabel *m_rule;
    GrowingEdit *m_reason, *m_basis;
    QSpinBox *m_days;
};

} // namespace chengban
