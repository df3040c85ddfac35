#include "client/forms/ReceiptPage.h"

#include "client/forms/Typography.h"
#include "shared/base/CountyTime.h"
#include "shared/base/FileNames.h"

#include <QDir>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace chengban {

namespace {

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileUnreadable);
    return {};
}

} // namespace

ReceiptPage::ReceiptPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_text(new QTextBrowser)
    , m_folder(new QLineEdit(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)))
    , m_state(lineLabel({}, "quiet"))
    , m_print(button(tr("Print"), QStringLiteral("printReceipts"), "main"))
    , m_write(button(tr("Write as files"), QStringLiteral("writeReceipts")))
    , m_close(button(tr("Back to the case"), QStringLiteral("closeReceipts")))
{
    setObjectName(QStringLiteral("receiptPage"));
    makeLayout();
    connect(m_print, &QPushButton::clicked, this, [this] {
        if (m_printer)
            m_printer(tr("Receipts"), html());
    });
    connect(m_write, &QPushButton::clicked, this, &ReceiptPage::write);
    connect(m_close, &QPushButton::clicked, this, &ReceiptPage::closed);
}

void ReceiptPage::makeLayout()
{
    m_text->setObjectName(QStringLiteral("receipts"));
    m_text->setAccessibleName(tr("Receipts"));
    m_folder->setObjectName(QStringLiteral("receiptFolder"));
    m_folder->setAccessibleName(tr("Folder"));
    m_state->setObjectName(QStringLiteral("receiptState"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addWidget(m_print);
    buttons->addWidget(m_folder, 1);
    buttons->addWidget(m_write);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(gap);
    layout->addWidget(label(tr("The server's receipts of this case"), "title"));
    layout->addWidget(
        label(tr("Each proves what the server had received and when. A file of it is checked without "
                 "the server: chengban-cli verify FILE --server-key KEY"),
            "quiet"));
    layout->addLayout(buttons);
    layout->addWidget(m_state);
    layout->addWidget(m_text, 1);
}

void ReceiptPage::setPrinter(TextPrinter printer)
{
    m_printer = std::move(printer);
    m_print->setEnabled(bool(m_printer));
}

void ReceiptPage::setCase(const CaseId &id, const QString &number)
{
    m_number = number;
    m_receipts = m_desk.receipts(id);
    m_text->setHtml(html());
    m_state->clear();
    m_print->setEnabled(bool(m_printer));
    m_text->setFocus(Qt::OtherFocusReason);
}

QString ReceiptPage::html() const
{
    QString html = QStringLiteral("<h3>%1</h3>").arg(tr("Receipts of case %1").arg(m_number).toHtmlEscaped());
    for (const Receipt &one : m_receipts) {
        html += QStringLiteral("<table cellpadding=\"3\">");
        const QList<std::pair<QString, QString>> rows{{tr("Received"), shownTime(one.serverTimeMs)},
            {tr("Revision of the case"), QString::number(one.revision)}, {tr("Digest (SM3)"), one.digest},
            {tr("Step"), one.command.value}, {tr("Key of the server"), one.key.value},
            {tr("Signature (SM2)"), QString::fromLatin1(one.signature.toBase64())}};
        for (const auto &[name, value] : rows)
            html += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>")
                        .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
        html += QStringLiteral("</table><hr>");
    }
    return html;
}

void ReceiptPage::write()
{
    const QDir folder(m_folder->text());
    for (const Receipt &one : std::as_const(m_receipts)) {
        const QString name
            = tr("Receipt") + QLatin1Char('-') + safeFileName(one.command.value) + QStringLiteral(".json");
        const auto written
            = writeFile(folder.filePath(name), QJsonDocument(toJson(one)).toJson(QJsonDocument::Indented));
        if (!written) {
            m_state->setText(errorText(written.error().code));
            return;
        }
    }
    m_state->setText(tr("%n receipt(s) written", nullptr, int(m_receipts.size())));
}

void ReceiptPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace chengban
