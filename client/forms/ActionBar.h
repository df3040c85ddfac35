#pragma once

#include "client/models/NextStep.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace chengban {

class FlowLayout;

/// The main button with the verb of the step, always at the same place; small buttons for further steps, in a
/// panel when they are many; and in plain words whether the work is safe.
class ActionBar : public QFrame
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget *parent = nullptr);

    void setMain(std::optional<CommandType> step); ///< Empty: there is nothing to do now.
    void setOthers(const QList<CommandType> &steps, bool withBack); ///< `withBack`: a further step is open.
    void setDossier(bool possible);
    void setState(const QString &text); ///< "Draft saved 16:41 · 1 step to be sent"
    void setMessage(const QString &text); ///< What hinders, or what was done; empty for nothing.
    /// A step is being taken: it may be cancelled, and no other one begun.
    void setBusy(bool busy);
    void closePanel();
    [[nodiscard]] bool isBusy() const { return m_busy; }
    void press(); ///< Ctrl+Enter.

Q_SIGNALS:
    void mainPressed();
    void otherPressed(chengban::CommandType step);
    void backPressed();
    void cancelPressed();
    void dossierPressed();

private:
    void makeLayout();
    void dropOthers();
    [[nodiscard]] QPushButton *makeOther(CommandType step, const char *role);
    void fillPanel(const QList<CommandType> &steps);

    QPushButton *m_main;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_dossier;
    QPushButton *m_more;
    QFrame *m_panel; ///< The steps that are not always in sight, under their headings.
    FlowLayout *m_line;
    QList<QPushButton *> m_others;
    QList<CommandType> m_steps;
    bool m_busy = false;
    QLabel *m_state;
    QLabel *m_message;
};

} // namespace chengban
