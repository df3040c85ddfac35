#include "client/app/PrintRun.h"

#include "client/printing/PdfPages.h"

#include <QPromise>
#include <QtConcurrent>

namespace chengban {

namespace {

struct Sheet
{
    QString title;
    QString path;
};

QList<Sheet> sheetsOf(const QList<PrintItem> &items)
{
    QList<Sheet> sheets;
    for (const PrintItem &item : items) {
        for (const QString &path : item.files)
            sheets.append({item.title, path});
    }
    return sheets;
}

using Progress = std::function<bool(int page, int pages)>;

PrintEnd printedFile(const Sheet &sheet, PrintWish wish, const QString &ranges, const Progress &goOn)
{
    const Result<PdfPages> pages = PdfPages::open(sheet.path);
    if (!pages)
        return PrintEnd::FileBroken;
    const Result<QList<int>> named = pagesNamed(ranges, pages->count());
    if (!named)
        return PrintEnd::FileBroken;
    // Asked anew for each: a queue may stop in the middle of a batch.
    if (faultOf(wish.printer) != PrinterFault::None)
        return PrintEnd::PrinterFailed;
    wish.title = sheet.title;
    const auto printer = printerFor(wish);
    const int count = int(named->size());
    return printPdf(sheet.path, *named, *printer, [&](int done) { return goOn(done, count); });
}

void printAll(QPromise<PrintEnd> &promise, const QList<Sheet> &sheets, const PrintWish &wish,
    const QString &ranges, const std::function<void(int, int, int, int)> &tell)
{
    const int files = int(sheets.size());
    for (int number = 0; number < files; ++number) {
        const auto goOn = [&](int page, int pages) {
            tell(number + 1, files, page, pages);
            return !promise.isCanceled();
        };
        const PrintEnd end = printedFile(sheets.at(number), wish, ranges, goOn);
        if (end != PrintEnd::Done) {
            promise.addResult(end);
            return;
        }
    }
    promise.addResult(PrintEnd::Done);
}

} // namespace

PrintRun::PrintRun(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        const QFuture<PrintEnd> done = m_watcher.future();
        Q_EMIT ended(done.resultCount() > 0 ? done.result() : PrintEnd::Cancelled);
    });
}

PrintRun::~PrintRun()
{
    cancel();
    m_watcher.waitForFinished();
}

void PrintRun::start(const QList<PrintItem> &items, const PrintWish &wish, const QString &ranges)
{
    const auto tell = [this](int file, int files, int page, int pages) {
        QMetaObject::invokeMethod(
            this, [=, this] { Q_EMIT progressed(file, files, page, pages); }, Qt::QueuedConnection);
    };
    m_watcher.setFuture(
        QtConcurrent::run([sheets = sheetsOf(items), wish, ranges, tell](QPromise<PrintEnd> &promise) {
            printAll(promise, sheets, wish, ranges, tell);
        }));
}

void PrintRun::cancel()
{
    m_watcher.cancel();
}

} // namespace chengban
