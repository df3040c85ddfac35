#pragma once

#include "client/models/Desk.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QLineEdit;

namespace chengban {

/// Shows the citizen's identity for 30 seconds after a reason was given; the reason is logged.
class RevealPanel : public QFrame
{
    Q_OBJECT

public:
    static constexpr int shownSeconds = 30;

    explicit RevealPanel(Desk &desk, QWidget *parent = nullptr);

    void begin(const CaseId &id); ///< Opens and asks for the reason.
    void conceal();

private:
    void reveal();
    void tick();

    Desk &m_desk;
    CaseId m_case;
    QTimer m_timer;
    int m_left = 0;
    QString m_identity;
    QLineEdit *m_reason;
    QWidget *m_ask;
    QLabel *m_text;
};

} // namespace chengban
