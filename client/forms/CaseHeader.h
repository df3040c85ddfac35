#pragma once

#include "client/forms/StepForm.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace chengban {

/// Number, title, class, masked citizen, phase, and the due time with the reason for it on a click.
class CaseHeader : public QFrame
{
    Q_OBJECT

public:
    explicit CaseHeader(QWidget *parent = nullptr);

    void setCase(const CaseView &view, const QString &maskedName, const QString &maskedPhone);
    void showExplanation(bool shown);

Q_SIGNALS:
    void revealWanted();

private:
    void makeLayout();
    void showDue(const CaseView &view);

    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_phase;
    QLabel *m_due;
    QPushButton *m_why;
    QPushButton *m_reveal;
    QFrame *m_explanationBox;
    QLabel *m_explanation;
};

} // namespace chengban
