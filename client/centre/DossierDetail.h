#pragma once

#include "client/centre/ArchiveTools.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QWidget;

namespace chengban {

/// One line of the register with what was proposed, decided and opened, and what may be done with it.
class DossierDetail : public QFrame
{
    Q_OBJECT

public:
    DossierDetail(const ArchiveTools &tools, const Actor &actor, QWidget *parent = nullptr);
    /// Shows the line and asks for the rest of it.
    void setLine(const DossierLine &line, int year);
    void clear();

Q_SIGNALS:
    void changed(const chengban::DossierLine &line);

private:
    void makeLayout();
    void ask(const RegisterCall &call);
    void take(const wire::FiledDossier &filed);
    void showLine();
    void showWays(); ///< What the person may do now.
    void propose();
    void decide(bool approved);

    const ArchiveTools &m_tools;
    Actor m_actor;
    DossierLine m_line;
    int m_year = 0;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_disposals;
    QLabel *m_openings;
    QWidget *m_form; ///< Reason, receiver and the buttons of a proposal or decision.
    QLineEdit *m_reason;
    QWidget *m_receiverRow;
    QLineEdit *m_receiver;
    QPushButton *m_propose;
    QPushButton *m_approve;
    QPushButton *m_refuse;
    QLabel *m_error;
};

} // namespace chengban
