#include "client/printing/Printers.h"

#include <QPrintEngine>
#include <QPrinterInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

namespace chengban {

namespace {

/// What Qt's CUPS engine takes options of the queue by (qcups_p.h); other engines pass it over.
constexpr auto queueOptions = QPrintEngine::PrintEnginePropertyKey(0xfe00);
constexpr int patienceMs = 3000;

/// "InputSlot/Media Source: *Auto Tray1 Tray2"
QStringList traysIn(const QString &options)
{
    static const QRegularExpression line(
        QStringLiteral("^InputSlot(?:/[^:]*)?:\\s*(.+)$"), QRegularExpression::MultilineOption);
    QStringList found = line.match(options).captured(1).split(u' ', Qt::SkipEmptyParts);
    for (QString &tray : found)
        tray.remove(u'*');
    return found;
}

} // namespace

QStringList printers()
{
    QStringList names = QPrinterInfo::availablePrinterNames();
    const QString first = QPrinterInfo::defaultPrinterName();
    if (names.removeOne(first))
        names.prepend(first);
    return names;
}

PrinterFault faultOf(const QString &printer)
{
    const QPrinterInfo info = QPrinterInfo::printerInfo(printer);
    if (printer.isEmpty() || info.isNull())
        return PrinterFault::NoPrinter;
    return info.state() == QPrinter::Error || info.state() == QPrinter::Aborted ? PrinterFault::Stopped
                                                                                : PrinterFault::None;
}

QStringList trays(const QString &printer)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("lpoptions"));
    if (program.isEmpty())
        return {};
    QProcess lpoptions;
    lpoptions.start(program, {QStringLiteral("-p"), printer, QStringLiteral("-l")});
    return lpoptions.waitForFinished(patienceMs)
        ? traysIn(QString::fromUtf8(lpoptions.readAllStandardOutput()))
        : QStringList();
}

std::unique_ptr<QPrinter> printerFor(const PrintWish &wish)
{
    auto printer
        = std::make_unique<QPrinter>(QPrinterInfo::printerInfo(wish.printer), QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(wish.title);
    printer->setCopyCount(wish.copies);
    printer->setCollateCopies(true);
    printer->setDuplex(wish.sides);
    if (!wish.tray.isEmpty())
        printer->printEngine()->setProperty(
            queueOptions, QStringList{QStringLiteral("InputSlot"), wish.tray});
    return printer;
}

} // namespace chengban
