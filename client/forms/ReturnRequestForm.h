#pragma once

#include "client/forms/StepForm.h"

class QComboBox;
class QLineEdit;

namespace chengban {

class GrowingEdit;

/// Asks the centre to take back a case that is not the unit's duty (T24).
class ReturnRequestForm : public StepForm
{
    Q_OBJECT

public:
    explicit ReturnRequestForm(QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return CommandType::RequestReturn; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;

private:
    QComboBox *m_reason;
    GrowingEdit *m_statement;
    QComboBox *m_unit;
    QLineEdit *m_basis;
};

} // namespace chengban
