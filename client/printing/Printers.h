#pragma once

#include <QPrinter>
#include <QString>
#include <QStringList>

#include <memory>

namespace chengban {

/// How something is to be printed.
struct PrintWish
{
    QString printer; ///< Name of the queue.
    QString title; ///< Of the job.
    int copies = 1;
    QPrinter::DuplexMode sides = QPrinter::DuplexNone;
    QString tray; ///< As trays() names it; empty: the printer chooses.
};

enum class PrinterFault {
    None,
    NoPrinter, ///< None is set up, or the one that was meant is gone.
    Stopped, ///< Its queue takes no jobs, or reports an error.
};

/// The queues of this computer, the default one first.
[[nodiscard]] QStringList printers();
[[nodiscard]] PrinterFault faultOf(const QString &printer);
/// The paper trays of a queue; empty when it tells of none.
[[nodiscard]] QStringList trays(const QString &printer);
/// A4, on that queue.
[[nodiscard]] std::unique_ptr<QPrinter> printerFor(const PrintWish &wish);

} // namespace chengban
