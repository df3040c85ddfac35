#include "client/app/TextPrint.h"

#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

#include <memory>

namespace chengban {

void printText(QWidget &window, const QString &title, const QString &html)
{
    const auto printer
        = std::make_shared<QPrinter>(QPrinter::HighResolution); // Shared with the dialog's answer.
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(title);
    auto *dialog = new QPrintDialog(printer.get(), &window);
    dialog->setObjectName(QStringLiteral("printDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, &window, [printer, html] {
        QTextDocument document;
        document.setHtml(html);
        document.print(printer.get());
    });
    // The dialog uses the printer until it is gone.
    QObject::connect(dialog, &QObject::destroyed, &window, [printer] {});
    dialog->open();
}

} // namespace chengban
