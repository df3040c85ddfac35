#pragma once

#include "client/forms/DuePanel.h"
#include "client/models/Desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTextBrowser;

namespace chengban {

/// The server's receipts of one case: to be read, printed, and written to a file each, which
/// `chengban-cli verify` checks without the server.
class ReceiptPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReceiptPage(Desk &desk, QWidget *parent = nullptr);

    void setCase(const CaseId &id, const QString &number);
    void setPrinter(TextPrinter printer);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeLayout();
    void write();
    [[nodiscard]] QString html() const;

    Desk &m_desk;
    QString m_number;
    QList<Receipt> m_receipts;
    TextPrinter m_printer;
    QTextBrowser *m_text;
    QLineEdit *m_folder;
    QLabel *m_state;
    QPushButton *m_print;
    QPushButton *m_write;
    QPushButton *m_close;
};

} // namespace chengban
