#pragma once

#include <QWidget>

#include "shared/base/ErrorCode.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace chengban {

class Desk;

/// Enrols a signing key on this PC with a second person who stands by and enters the own password.
class KeyForm : public QWidget
{
    Q_OBJECT

public:
    explicit KeyForm(Desk &desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void enrolled();

private:
    void enrol();
    void onEnrolled(bool done, ErrorCode reason);

    Desk &m_desk;
    QLineEdit *m_pin, *m_pinAgain, *m_witness, *m_witnessPassword;
    QLabel *m_error;
    QPushButton *m_enrol;
};

} // namespace chengban
