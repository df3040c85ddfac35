#pragma once

#include "client/forms/StepForm.h"

class QLabel;
class QVBoxLayout;

namespace chengban {

/// What the citizen demands; stays in view while the reply is written. Below it earlier replies, never as
/// ours.
class DemandPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DemandPanel(QWidget *parent = nullptr);

    void setCase(const CaseView &view);

private:
    QLabel *m_text;
    QLabel *m_facts;
    QLabel *m_task;
    QLabel *m_people;
    QLabel *m_notices;
    QLabel *m_earlierHeading;
    QLabel *m_earlier;
};

} // namespace chengban
