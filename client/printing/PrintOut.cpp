#include "client/printing/PrintOut.h"

#include <QPainter>
#include <QPrinter>
#include <QSet>

#ifdef CHENGBAN_WITH_PDF
#include <QPdfDocument>
#endif

#include <algorithm>

namespace chengban {
namespace {

/// Full-width characters as their plain ones: what an input method leaves behind.
QString plain(const QString &ranges)
{
    QString text = ranges.normalized(QString::NormalizationForm_KC);
    text.replace(u'、', u',').replace(u'–', u'-').replace(u'—', u'-').replace(u'~', u'-');
    return text.remove(u' ');
}

struct Range
{
    int from = 0;
    int to = 0;
};

Result<Range> rangeOf(const QString &part, int count)
{
    const QStringList ends = part.split(u'-');
    bool first = true;
    bool last = true;
    const int from = ends.first().isEmpty() && ends.size() == 2 ? 1 : ends.first().toInt(&first);
    const int to = ends.size() == 1 ? from : ends.last().isEmpty() ? count : ends.last().toInt(&last);
    if (!first || !last || ends.size() > 2 || part == u'-' || from < 1 || to < from || to > count)
        return fail(ErrorCode::BadInput, part);
    return Range{from, to};
}

} // namespace

Result<QList<int>> pagesNamed(const QString &ranges, int count)
{
    QSet<int> named;
    const QString text = plain(ranges);
    for (const QString &part : (text.isEmpty() ? QStringLiteral("1-") : text).split(u',')) {
        const Result<Range> range = rangeOf(part, count);
        if (!range)
            return fail(range.error());
        for (int page = range->from; page <= range->to; ++page)
            named.insert(page);
    }
    QList<int> pages(named.begin(), named.end());
    std::ranges::sort(pages);
    return pages;
}

#ifdef CHENGBAN_WITH_PDF

namespace {

constexpr int mostDpi = 300; ///< What an office printer shows; more is only slower.

/// In the middle of the paper, in its own size where it fits.
void paintPage(QPainter &painter, QPdfDocument &document, int page, const QPrinter &printer)
{
    const QRectF paper = printer.paperRect(QPrinter::DevicePixel);
    const QRectF room = printer.pageRect(QPrinter::DevicePixel);
    const qreal dots = printer.resolution();
    const QSizeF points = document.pagePointSize(page);
    const QSizeF own = points * dots / 72;
    const qreal fitting = std::min({1.0, paper.width() / own.width(), paper.height() / own.height()});
    const QSizeF size = own * fitting;
    const qreal dpi = std::min<qreal>(dots, mostDpi);
    const QImage image = document.render(page, (points * dpi / 72).toSize());
    const QPointF corner(
        (paper.width() - size.width()) / 2 - room.left(), (paper.height() - size.height()) / 2 - room.top());
    painter.drawImage(QRectF(corner, size), image);
}

} // namespace

PrintEnd printPdf(const QString &path, const QList<int> &pages, QPrinter &printer,
    const std::function<bool(int done)> &goOn)
{
    QPdfDocument document;
    document.load(path);
    const bool known
        = std::ranges::all_of(pages, [&](int page) { return page >= 1 && page <= document.pageCount(); });
    if (document.status() != QPdfDocument::Status::Ready || pages.isEmpty() || !known)
        return PrintEnd::FileBroken;
    QPainter painter;
    for (int done = 0; done < pages.size(); ++done) {
        if (!goOn(done)) {
            if (painter.isActive())
                printer.abort();
            return PrintEnd::Cancelled;
        }
        const bool ready = done == 0 ? painter.begin(&printer) : printer.newPage();
        if (!ready)
            return PrintEnd::PrinterFailed;
        paintPage(painter, document, pages[done] - 1, printer);
    }
    return painter.end() && printer.printerState() != QPrinter::Error ? PrintEnd::Done
                                                                      : PrintEnd::PrinterFailed;
}

#else

PrintEnd printPdf(const QString &, const QList<int> &, QPrinter &, const std::function<bool(int done)> &)
{
    return PrintEnd::FileBroken;
}

#endif

} // namespace chengban
