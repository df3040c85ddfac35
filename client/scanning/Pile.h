#pragma once

#include "client/scanning/PageBook.h"
#include "shared/dossier/SheetCode.h"

#include <QFuture>
#include <QImage>

#include <variant>

namespace chengban {

/// Where a page lies: page `page` (from 0) of a file.
struct PageSource
{
    QString path;
    int page = 0;
    bool operator==(const PageSource &) const = default;
};

/// What was seen of a page. The page itself stays in its file until it is filed.
struct ScannedPage
{
    PageSource source;
    int quarters = 0; ///< So many quarters it stood turned clockwise.
    double angle = 0; ///< By how many degrees it was turned to make its lines level; clockwise.
    QList<SheetCode> codes;
    bool isBlank = false;
    QByteArray small; ///< A JPEG of it, upright and level, at most smallSide dots.

    static constexpr int smallSide = 1000;

    /// What `small` shows.
    [[nodiscard]] QImage picture() const { return QImage::fromData(small, "JPG"); }
};

/// A file, or a page of it, that could not be read; the others go on.
struct PileFault
{
    PageSource source; ///< Page -1: the whole file.
    Error error;
};

using PileStep = std::variant<ScannedPage, PileFault>;

/// Reads the pages of all the files, one after the other, in another thread: each is told as a result as soon
/// as it has been seen, the progress counts pages. One page at a time is in memory. Who cancels the future
/// ends it after the page under way.
[[nodiscard]] QFuture<PileStep> readPile(const QStringList &files, const BookOpener &pdf);

/// What is seen of one page.
[[nodiscard]] ScannedPage seenPage(const QImage &page, const PageSource &source);

/// The page as it was seen, upright and level, from its file. Errors: those of openBook() and
/// PageBook::page(); ScanChanged when another code stands there now.
[[nodiscard]] Result<QImage> uprightPage(const ScannedPage &page, const BookOpener &pdf);

/// A sheet put together from its pages.
struct PileSheet
{
    SheetCode code; ///< Of the first of them.
    QList<ScannedPage> pages; ///< By their numbers.
    QList<int>
        missing; ///< Numbers of pages that are not in the pile; 0: the last one, and how many there are.
    QList<ScannedPage> again; ///< Pages that were scanned twice.
    QList<ScannedPage> behind; ///< Pages without a code directly behind: offered, never filed by themselves.

    [[nodiscard]] bool isComplete() const { return missing.isEmpty(); }
};

struct Pile
{
    QList<PileSheet> sheets; ///< In the order of their first pages.
    QList<ScannedPage> loose; ///< Without a code and behind no sheet, or with the codes of several.
    int blank = 0; ///< Empty backs, left out.
};

/// Every page that the program prints of a sheet has a code with its number, so a page belongs to a sheet by
/// its code alone, wherever in the pile it lies. Pages without one that lie directly behind a sheet's page in
/// the same file are offered with it; all others are loose.
[[nodiscard]] Pile sortedPile(const QList<ScannedPage> &pages);

} // namespace chengban
