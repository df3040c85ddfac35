#pragma once

#include "client/scanwire/ScanValues.h"

#include <sane/sane.h>

namespace chengban::scan {

/// Makes whole rows of a page (PageHead) out of what a driver gives in pieces of any size: padding falls
/// away, of sixteen bits the upper eight stay.
class Rows
{
public:
    /// Errors: ScanRefused for a depth that is not 1, 8 or 16; ScanTooLarge, ScanGarbled by checked().
    [[nodiscard]] static Result<Rows> of(const SANE_Parameters &parameters, int dpi);

    [[nodiscard]] const PageHead &head() const { return m_head; }
    /// Takes a piece and gives the rows that it completed.
    [[nodiscard]] QByteArray take(QByteArrayView piece);

private:
    Rows(const PageHead &head, qint64 driverRow, int depth)
        : m_head(head)
        , m_driverRow(driverRow)
        , m_depth(depth)
    {
    }
    void append(QByteArray &rows, QByteArrayView line) const;

    PageHead m_head;
    qint64 m_driverRow; ///< Bytes, with the padding.
    int m_depth;
    QByteArray m_begun; ///< Of a row whose end has not come.
};

/// Three grey pictures of one size become the rows of a coloured one.
[[nodiscard]] QByteArray interleaved(const QByteArray &red, const QByteArray &green, const QByteArray &blue);

} // namespace chengban::scan
