#pragma once

#include "client/forms/StepForm.h"

class QButtonGroup;
class QComboBox;
class QLabel;

namespace chengban {

class GrowingEdit;

/// Asks that what may not be kept any longer is erased: which part, and why. Another person then does it.
class ErasureRequestForm : public StepForm
{
    Q_OBJECT

public:
    explicit ErasureRequestForm(QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return CommandType::RequestErasure; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;

private:
    QComboBox *m_part;
    GrowingEdit *m_reason;
};

/// The second person's word on a request: erase exactly that, or refuse. The one who asked may only take it
/// back.
class ErasureAnswerForm : public StepForm
{
    Q_OBJECT

public:
    /// `step`: RefuseErasure leaves only that choice.
    explicit ErasureAnswerForm(CommandType step, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override;
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;
    [[nodiscard]] Problems problems(const Desk &desk, const CaseId &id) const override;

private:
    EraseBody m_asked;
    QLabel *m_request;
    QButtonGroup *m_choice;
    GrowingEdit *m_note;
};

} // namespace chengban
