#pragma once

#include "client/models/CarryDesk.h"
#include "client/models/Desk.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace chengban {

/// Work on a stick, for offices whose net does not reach the server: write a package for a computer that
/// does, read what was brought, write the answers back.
class CarryBox : public QWidget
{
    Q_OBJECT

public:
    CarryBox(Desk &desk, CarryDesk &carry, QWidget *parent = nullptr);

private:
    void makeLayout();
    void refresh();
    void fillReceivers();
    void listPackages();
    void chooseFolder();
    void write();
    void read();
    void take(const CarryReport &report);
    [[nodiscard]] bool hasFolder(); ///< Says so when there is none.

    Desk &m_desk;
    CarryDesk &m_carry;
    QList<CarryReceiver> m_known;
    QLineEdit *m_folder;
    QComboBox *m_receiver;
    QPushButton *m_choose;
    QPushButton *m_write;
    QPushButton *m_read;
    QLabel *m_state;
    QLabel *m_error;
    QVBoxLayout *m_list;
};

} // namespace chengban
