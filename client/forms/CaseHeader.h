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

Q_SIGNALS:
    void revealWanted();
    void explanationWanted(); ///< Of the due time.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< The due time answers clicks.

private:
    void makeLayout();
    void showDue(const CaseView &view);

    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_phase;
    QLabel *m_due;
    QPushButton *m_why;
    QPushButton *m_reveal;
};

} // namespace chengban
