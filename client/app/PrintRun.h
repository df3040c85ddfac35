#pragma once

#include "client/printing/PrintOut.h"
#include "client/printing/Printers.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>

namespace chengban {

/// One dossier to be printed: its volumes, PDF files on this computer.
struct PrintItem
{
    QString title;
    QStringList files;
};

/// Prints dossiers one after the other, each volume a job of its own, in another thread.
class PrintRun : public QObject
{
    Q_OBJECT

public:
    explicit PrintRun(QObject *parent = nullptr);
    ~PrintRun() override;

    /// `ranges` as pagesNamed() reads them, of each volume; empty: all pages.
    void start(const QList<PrintItem> &items, const PrintWish &wish, const QString &ranges);
    void cancel(); ///< Between two pages; what was given to the queue before stays there.
    [[nodiscard]] bool isRunning() const { return m_watcher.isRunning(); }

Q_SIGNALS:
    /// Which file of how many, and how many of its pages are done.
    void progressed(int file, int files, int page, int pages);
    void ended(chengban::PrintEnd end);

private:
    QFutureWatcher<PrintEnd> m_watcher;
};

} // namespace chengban
