#include "client/scanner/DibPage.h"

#include <QtEndian>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace chengban::scan {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype fileHeadBytes = 14;
constexpr qsizetype headBytes = 40;
constexpr qsizetype longestHead = 124; // BITMAPV5HEADER.

ScanMode modeOf(int bits)
{
    if (bits == 1)
        return ScanMode::BlackWhite;
    return bits == 8 ? ScanMode::Grey : ScanMode::Colour;
}

/// The usual weights, as integers; blue comes first.
int greyOf(const uchar *entry)
{
    return (entry[2] * 11 + entry[1] * 16 + entry[0] * 5) / 32;
}

template <typename T> T numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<T>(bytes.data() + at);
}

} // namespace

Result<QByteArray> DibPage::take(QByteArrayView piece)
{
    m_taken += piece.size();
    if (m_taken > 2 * mostPageBytes)
        return fail(ErrorCode::ScanTooLarge, u"bitmap"_s);
    m_begun.append(piece);
    if (!m_head) {
        const Result<bool> known = readHead();
        if (!known)
            return fail(known.error());
        if (!*known)
            return QByteArray();
    }
    return m_topDown ? wholeRows() : QByteArray();
}

Result<bool> DibPage::readHead()
{
    const qsizetype at = m_begun.startsWith("BM") ? fileHeadBytes : 0;
    if (m_begun.size() < at + headBytes)
        return false;
    const QByteArrayView bytes = QByteArrayView(m_begun).sliced(at);
    const auto size = numberAt<quint32>(bytes, 0);
    const auto height = numberAt<qint32>(bytes, 8);
    const auto colours = numberAt<quint32>(bytes, 32);
    m_bits = numberAt<quint16>(bytes, 14);
    if (size < headBytes || size > longestHead || height == std::numeric_limits<qint32>::min())
        return fail(ErrorCode::ScanGarbled, u"bitmap's head"_s);
    const bool known = m_bits == 1 || m_bits == 8 || m_bits == 24 || m_bits == 32;
    if (!known || numberAt<quint32>(bytes, 16) != 0)
        return fail(ErrorCode::ScanRefused, u"bitmap of %1 bits"_s.arg(m_bits));
    const qsizetype most = m_bits > 8 ? 256 : qsizetype(1) << m_bits;
    if (colours > most)
        return fail(ErrorCode::ScanGarbled, u"palette"_s);
    const qsizetype entries = colours == 0 && m_bits <= 8 ? most : qsizetype(colours);
    const qsizetype begin = at + size + 4 * entries;
    if (m_begun.size() < begin)
        return false;
    const PageHead head{modeOf(m_bits), numberAt<qint32>(bytes, 4), std::abs(height), std::max(m_dpi, 1)};
    if (const auto fits = checked(head); !fits)
        return fail(fits.error());
    readPalette(bytes.sliced(size, 4 * entries));
    m_topDown = height <= 0; // Who does not know where a page ends cannot begin there.
    m_lineBytes = (qint64(head.width) * m_bits + 31) / 32 * 4;
    m_begun.remove(0, begin);
    m_head = head;
    return true;
}

void DibPage::readPalette(QByteArrayView palette)
{
    const auto *entries = reinterpret_cast<const uchar *>(palette.data());
    for (qsizetype i = 0; i < qsizetype(m_grey.size()) && 4 * i < palette.size(); ++i)
        m_grey[size_t(i)] = char(greyOf(entries + 4 * i));
    m_oneIsBlack = uchar(m_grey[1]) < uchar(m_grey[0]);
}

void DibPage::append(QByteArray &rows, const uchar *line) const
{
    const qint64 wanted = m_head->bytesPerRow();
    if (m_bits == 1) {
        for (qint64 i = 0; i < wanted; ++i)
            rows.append(char(m_oneIsBlack ? line[i] : ~line[i]));
        // What is beyond the last dot is white.
        if (const int spare = int(8 * wanted - m_head->width); spare > 0)
            rows.back() = char(uchar(rows.back()) >> spare << spare);
        return;
    }
    if (m_bits == 8) {
        for (qint64 i = 0; i < wanted; ++i)
            rows.append(m_grey[line[i]]);
        return;
    }
    for (int x = 0; x < m_head->width; ++x, line += m_bits / 8) {
        rows.append(char(line[2]));
        rows.append(char(line[1]));
        rows.append(char(line[0]));
    }
}

QByteArray DibPage::wholeRows()
{
    // More than was announced is padding of the last piece.
    const qint64 left = m_head->height > 0 ? m_head->height - m_given : mostDots;
    const qint64 count = std::min(m_begun.size() / m_lineBytes, left);
    QByteArray rows;
    rows.reserve(count * m_head->bytesPerRow());
    const auto *lines = reinterpret_cast<const uchar *>(m_begun.constData());
    for (qint64 y = 0; y < count; ++y)
        append(rows, lines + (m_topDown ? y : count - 1 - y) * m_lineBytes);
    m_begun.remove(0, count * m_lineBytes);
    m_given += count;
    return rows;
}

QByteArray DibPage::rest()
{
    return m_head ? wholeRows() : QByteArray();
}

} // namespace chengban::scan
