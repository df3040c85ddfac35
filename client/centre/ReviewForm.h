#pragma once

#include "client/forms/StepForm.h"

class QCheckBox;
class QLabel;
class QRadioButton;
class QVBoxLayout;

namespace chengban {

class GrowingEdit;
class ReplyView;

/// The centre's review: the reply beside the demand, the closing points to be ticked; accept, or send it back
/// for rework with coded reasons.
class ReviewForm : public StepForm
{
    Q_OBJECT

public:
    /// `step`: ReturnForRework leaves only that choice, for a reply that was accepted before.
    ReviewForm(CommandType step, Desk &desk, QWidget *parent = nullptr);

    [[nodiscard]] CommandType step() const override;
    void setCase(const CaseView &view) override;
    [[nodiscard]] QJsonObject body() const override;
    /// Unticked closing points are one thing to do, not one line each with the same words.
    [[nodiscard]] Problems problems(const Desk &desk, const CaseId &id) const override;
    bool focusField(const QString &field) override;

private:
    void fillTicks(const RulePack &pack);
    void showChoice();

    int m_version = 0;
    ReplyView *m_reply;
    QRadioButton *m_accept, *m_rework;
    QWidget *m_pointBox, *m_reasonBox;
    QVBoxLayout *m_pointLayout, *m_reasonLayout;
    QList<QCheckBox *> m_points, m_reasons;
    GrowingEdit *m_note;
};

} // namespace chengban
