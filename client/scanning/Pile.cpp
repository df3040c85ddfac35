#include "client/scanning/Pile.h"

#include "client/scanning/CodeReader.h"
#include "client/scanning/Straighten.h"

#include <QBuffer>
#include <QPromise>
#include <QtConcurrent>

#include <algorithm>

namespace chengban {

namespace {

/// Nothing but paper: hardly a dot is clearly darker than the sheet around it.
bool isBlankPage(const QImage &small)
{
    const QImage grey = small.convertToFormat(QImage::Format_Grayscale8);
    const int margin = grey.width() / 25;
    qint64 sum = 0, dark = 0, all = 0;
    const auto each = [&](const auto &take) {
        for (int y = margin; y < grey.height() - margin; ++y) {
            const uchar *line = grey.constScanLine(y);
            for (int x = margin; x < grey.width() - margin; ++x)
                take(line[x]);
        }
    };
    each([&](int tone) {
        sum += tone;
        ++all;
    });
    if (all == 0)
        return true;
    const qint64 paper = sum / all;
    each([&](int tone) { dark += tone < paper - 40 ? 1 : 0; });
    return dark * 5000 < all;
}

QByteArray jpegOf(const QImage &picture)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPG", 70);
    return buffer.data();
}

QImage smallOf(const QImage &page)
{
    if (std::max(page.width(), page.height()) <= ScannedPage::smallSide)
        return page.convertToFormat(QImage::Format_RGB32);
    return page.convertToFormat(page.allGray() ? QImage::Format_Grayscale8 : QImage::Format_RGB32)
        .scaled(
            ScannedPage::smallSide, ScannedPage::smallSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

class Reading
{
public:
    Reading(QPromise<PileStep> &promise, const BookOpener &pdf)
        : m_promise(promise)
        , m_pdf(pdf)
    {
    }

    void read(const QStringList &files)
    {
        for (const QString &file : files)
            m_pages += countOf(file);
        m_promise.setProgressRange(0, m_pages);
        for (const QString &file : files) {
            if (m_promise.isCanceled())
                return;
            readFile(file);
        }
    }

private:
    /// A file that cannot be opened counts as one page: the fault is told in its place.
    [[nodiscard]] int countOf(const QString &file) const
    {
        const auto book = m_promise.isCanceled() ? fail(ErrorCode::FileUnreadable) : openBook(file, m_pdf);
        return book ? (*book)->count() : 1;
    }

    void readFile(const QString &file)
    {
        const auto book = openBook(file, m_pdf);
        if (!book)
            return tell(PileFault{{file, -1}, book.error()});
        for (int index = 0; index < (*book)->count() && !m_promise.isCanceled(); ++index) {
            const PageSource source{file, index};
            if (const Result<QImage> page = (*book)->page(index))
                tell(seenPage(*page, source));
            else
                tell(PileFault{source, page.error()});
        }
    }

    void tell(const PileStep &step)
    {
        m_promise.addResult(step);
        m_promise.setProgressValue(++m_done);
    }

    QPromise<PileStep> &m_promise;
    const BookOpener &m_pdf;
    int m_pages = 0;
    int m_done = 0;
};

PileSheet &sheetFor(Pile &pile, const SheetCode &code)
{
    const auto known = std::ranges::find_if(
        pile.sheets, [&](const PileSheet &sheet) { return isSameSheet(sheet.code, code); });
    if (known != pile.sheets.end())
        return *known;
    pile.sheets.append(PileSheet{code, {}, {}, {}, {}});
    return pile.sheets.last();
}

void addPage(PileSheet &sheet, const ScannedPage &page)
{
    const auto numberOf = [](const ScannedPage &one) { return one.codes.first().page; };
    const auto place = std::ranges::lower_bound(sheet.pages, numberOf(page), {}, numberOf);
    if (place != sheet.pages.end() && numberOf(*place) == numberOf(page))
        sheet.again.append(page);
    else
        sheet.pages.insert(place, page);
}

QList<int> missingFrom(const PileSheet &sheet)
{
    QList<int> missing;
    int expected = 1;
    for (const ScannedPage &page : sheet.pages) {
        for (; expected < page.codes.first().page; ++expected)
            missing.append(expected);
        ++expected;
    }
    if (sheet.pages.last().codes.first().pages == 0)
        missing.append(0);
    return missing;
}

} // namespace

ScannedPage seenPage(const QImage &page, const PageSource &source)
{
    ScannedPage seen;
    seen.source = source;
    for (const FoundCode &found : codesOn(page)) {
        seen.quarters = found.quarters();
        seen.codes.append(found.code);
    }
    const Straightened level = straightened(turned(page, -90.0 * seen.quarters));
    seen.angle = level.angle;
    const QImage small = smallOf(level.page);
    seen.small = jpegOf(small);
    seen.isBlank = seen.codes.isEmpty() && isBlankPage(small);
    return seen;
}

Result<QImage> uprightPage(const ScannedPage &page, const BookOpener &pdf)
{
    const auto book = openBook(page.source.path, pdf);
    if (!book)
        return fail(book.error());
    const Result<QImage> image = (*book)->page(page.source.page);
    if (!image)
        return image;
    const QList<FoundCode> codes = codesOn(*image);
    if (!std::ranges::equal(codes, page.codes, {}, &FoundCode::code))
        return fail(ErrorCode::ScanChanged, page.source.path);
    return turned(turned(*image, -90.0 * page.quarters), page.angle);
}

QFuture<PileStep> readPile(const QStringList &files, const BookOpener &pdf)
{
    return QtConcurrent::run(
        [files, pdf](QPromise<PileStep> &promise) { Reading(promise, pdf).read(files); });
}

Pile sortedPile(const QList<ScannedPage> &pages)
{
    Pile pile;
    QString file; // In which the page before lay, if it belongs to a sheet or is offered with one.
    SheetCode before;
    for (const ScannedPage &page : pages) {
        if (page.isBlank) {
            ++pile.blank;
        } else if (page.codes.size() == 1) {
            before = page.codes.first();
            file = page.source.path;
            addPage(sheetFor(pile, before), page);
        } else if (page.codes.isEmpty() && !file.isEmpty() && page.source.path == file) {
            sheetFor(pile, before).behind.append(page);
        } else {
            pile.loose.append(page);
            file.clear();
        }
    }
    for (PileSheet &sheet : pile.sheets)
        sheet.missing = missingFrom(sheet);
    return pile;
}

} // namespace chengban
