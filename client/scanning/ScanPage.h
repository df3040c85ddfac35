#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QRectF>
#include <QString>

namespace chengban {

/// One thing that was done to a page. They are done one after the other; an area is in parts of the page as
/// it is then (0…1), so it means the same on a small picture of it.
struct PageStep
{
    enum class Kind { Turn, Straighten, Crop, Blacken };
    Kind kind = Kind::Turn;
    double degrees = 0; ///< Clockwise.
    QRectF area = {};

    bool operator==(const PageStep &) const = default;
};

/// A scanned page in memory: its file as it came, and what was done to it since. The steps are done for good
/// in finishedPage(), whose file knows nothing of what was cut away or blackened.
struct ScanPage
{
    quint64 id = 0; ///< Of this run; the same through all that is done to it.
    QByteArray bytes;
    QString ending; ///< "jpg", or "png" for one bit.
    QList<PageStep> steps;
    QImage thumbnail; ///< With the steps.

    [[nodiscard]] bool isBlackened() const;
    bool operator==(const ScanPage &other) const { return id == other.id && steps == other.steps; }
};

/// The quality of grey and coloured pages: no difference is seen in print; a page of A4 at 300 dpi has one to
/// three megabytes.
inline constexpr int pageQuality = 88;
inline constexpr QSize thumbnailRoom{132, 132};

/// Grey and colour become a JPEG, one bit a PNG: both go into a dossier byte for byte. Errors: ScannerFull.
[[nodiscard]] Result<ScanPage> scanPage(const QImage &image);

/// The page with its steps, as large as it is or to fit into `room`. Errors: FileUnreadable.
[[nodiscard]] Result<QImage> pageImage(const ScanPage &page, const QSize &room = {});
[[nodiscard]] QImage thumbnailOf(const QImage &image);

/// The steps on an image. What is blackened is black in every dot that the area touches.
[[nodiscard]] QImage stepped(QImage image, const QList<PageStep> &steps);

/// The file to be attached; without steps the very bytes of the scan. `covered` false leaves out what is
/// blackened. Errors: FileUnreadable, ScannerFull.
[[nodiscard]] Result<QByteArray> finishedPage(const ScanPage &page, bool covered = true);

} // namespace chengban
