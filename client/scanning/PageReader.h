#pragma once

#include "client/scanwire/ScanFrames.h"
#include "client/scanwire/ScanValues.h"

#include <QImage>

#include <optional>
#include <vector>

namespace chengban {

/// Puts one page together out of frames that may say anything. Memory is taken as rows really come.
class PageReader
{
public:
    /// Errors: those of pageHead() and checked(); ScanGarbled within a page.
    [[nodiscard]] Result<void> begin(const QJsonObject &head);
    /// Errors: ScanGarbled outside a page or for a part of a row; ScanTooLarge above the limits of a page.
    [[nodiscard]] Result<void> add(const QByteArray &rows);
    /// The page. Errors: ScanGarbled when other rows have come than the end says; ScannerFull.
    [[nodiscard]] Result<QImage> end(const QJsonObject &json);

    [[nodiscard]] bool isOpen() const { return m_head.has_value(); }
    [[nodiscard]] double done() const; ///< 0…1; below 0 when the length is not known.

private:
    std::optional<PageHead> m_head;
    std::vector<QByteArray> m_rows; ///< As they came: none is copied twice.
    qint64 m_bytes = 0;
};

} // namespace chengban
