#pragma once

#include "client/centre/BulletinTools.h"
#include "client/models/Desk.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QDateEdit;
class QFileDialog;
class QLabel;
class QLineEdit;
class QPushButton;

namespace chengban {

class GrowingEdit;

/// Where the centre writes its bulletin (通报; HA32, HE6, M19, N15) and puts it on paper. Every word is kept
/// while it is typed, and stays after it was printed: next month's begins with this month's.
class BulletinPage : public QWidget
{
    Q_OBJECT

public:
    BulletinPage(Desk &desk, BulletinTools tools, QWidget *parent = nullptr);

    [[nodiscard]] BulletinDraft draft() const;
    void flush(); ///< Keeps what waits to be kept; whoever closes the page does.

private:
    void makeLayout();
    void addHead(QBoxLayout *layout);
    void addAnnex(QBoxLayout *layout);
    void addRecord(QBoxLayout *layout);
    void connectParts();
    void fill(const BulletinDraft &draft);
    void take(); ///< Something was typed.
    void keep();
    void showLack();
    void choosePath();
    void write(const QString &path);
    void print();

    Desk &m_desk;
    BulletinTools m_tools;
    QTimer m_keeping;
    QLineEdit *m_mark;
    QLineEdit *m_reference;
    QLineEdit *m_title;
    QLineEdit *m_recipient;
    GrowingEdit *m_text;
    QLineEdit *m_annexTitle;
    GrowingEdit *m_annex;
    QLineEdit *m_issuer;
    QDateEdit *m_date;
    QLineEdit *m_copies;
    QLineEdit *m_printedBy;
    QDateEdit *m_printedOn;
    QPushButton *m_write;
    QPushButton *m_print;
    QLabel *m_state;
    QPointer<QFileDialog> m_dialog;
};

} // namespace chengban
