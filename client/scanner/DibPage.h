#pragma once

#include "client/scanwire/ScanValues.h"

#include <array>
#include <optional>

namespace chengban::scan {

/// Makes the rows of a page out of a bitmap as Windows keeps it in memory (BITMAPINFOHEADER, palette, rows
/// padded to four bytes, from the bottom to the top unless the height is negative) that comes in pieces of
/// any size. A file's head before it ("BM") falls away.
class DibPage
{
public:
    explicit DibPage(int dpi)
        : m_dpi(dpi)
    {
    }

    /// Takes a piece and gives the rows that can go out now: those of a page that begins at its bottom only
    /// come with rest(). Errors: ScanRefused for a bitmap of another kind (1, 8, 24 or 32 bits,
    /// uncompressed), ScanGarbled, ScanTooLarge.
    [[nodiscard]] Result<QByteArray> take(QByteArrayView piece);
    /// Once all has come: the rows that are left, from the top to the bottom.
    [[nodiscard]] QByteArray rest();

    [[nodiscard]] bool isEmpty() const { return m_taken == 0; }
    /// Known as soon as the bitmap's head is there. The height is 0 when the device could not say it.
    [[nodiscard]] const std::optional<PageHead> &head() const { return m_head; }
    [[nodiscard]] bool isTopDown() const { return m_topDown; }

private:
    [[nodiscard]] Result<bool> readHead(); ///< False: more is needed.
    void readPalette(QByteArrayView palette);
    void append(QByteArray &rows, const uchar *line) const;
    [[nodiscard]] QByteArray wholeRows();

    int m_dpi;
    int m_bits = 0;
    qint64 m_lineBytes = 0; ///< With the padding.
    bool m_topDown = true;
    bool m_oneIsBlack = true;
    std::array<char, 256> m_grey{}; ///< By the palette's places.
    std::optional<PageHead> m_head;
    QByteArray m_begun;
    qint64 m_taken = 0;
    qint64 m_given = 0; ///< Rows.
};

} // namespace chengban::scan
