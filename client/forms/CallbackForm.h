#pragma once

#include "client/forms/StepForm.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QVBoxLayout;

namespace chengban {

class GrowingEdit;

/// What the citizen says when called back, by the unit (T16-T18) or by the centre, beside the unit's own
/// contacts.
class CallbackForm : public StepForm
{
    Q_OBJECT

public:
    explicit CallbackForm(CommandType step, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override { return m_step; }
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;
    [[nodiscard]] QFuture<FinalBody> finalBody(Desk &desk, const CaseId &id) override;

private:
    void addReached(QVBoxLayout *layout);
    void addQuestions(QVBoxLayout *layout);
    [[nodiscard]] CallbackBody callback(qint64 atMs) const;
    void showQuestions();

    CommandType m_step;
    qint64 m_nowMs = 0;
    QLabel *m_unitSays;
    QButtonGroup *m_reached;
    QWidget *m_questions;
    QCheckBox *m_contacted;
    QComboBox *m_process, *m_result, *m_overall;
    GrowingEdit *m_note;
};

} // namespace chengban
