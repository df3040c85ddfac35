#pragma once

#include "client/models/Desk.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QTextBrowser;

namespace chengban {

/// The texts of one case that gave way to others: to be found, read again, and made the draft again.
class KeptPage : public QWidget
{
    Q_OBJECT

public:
    explicit KeptPage(Desk &desk, QWidget *parent = nullptr);

    void setCase(const CaseId &id);

Q_SIGNALS:
    void broughtBack(); ///< The draft is another text now.
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeLayout();
    void showCurrent();
    void bringBack();

    Desk &m_desk;
    CaseId m_id;
    QList<KeptText> m_texts;
    QListWidget *m_list;
    QTextBrowser *m_text;
    QLabel *m_error;
    QPushButton *m_bringBack;
    QPushButton *m_close;
};

} // namespace chengban
