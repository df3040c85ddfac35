#pragma once

#include "client/forms/StepForm.h"

class QLabel;

namespace chengban {

class GrowingEdit;

/// A step that needs words and nothing more: accept, propose, instruct, withdraw, close.
class NoteForm : public StepForm
{
    Q_OBJECT

public:
    explicit NoteForm(CommandType step, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return m_step; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;

private:
    CommandType m_step;
    QLabel *m_summary;
    GrowingEdit *m_note;
};

} // namespace chengban
