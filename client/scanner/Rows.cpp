#include "client/scanner/Rows.h"

#include <QtEndian>

#include <algorithm>

namespace chengban::scan {

namespace {

ScanMode modeOf(const SANE_Parameters &parameters)
{
    if (parameters.format == SANE_FRAME_RGB)
        return ScanMode::Colour;
    return parameters.depth == 1 ? ScanMode::BlackWhite : ScanMode::Grey;
}

} // namespace

Result<Rows> Rows::of(const SANE_Parameters &parameters, int dpi)
{
    const bool colour = parameters.format == SANE_FRAME_RGB;
    if ((parameters.depth != 1 && parameters.depth != 8 && parameters.depth != 16)
        || (colour && parameters.depth == 1))
        return fail(ErrorCode::ScanRefused);
    const PageHead head{
        modeOf(parameters), parameters.pixels_per_line, std::max(parameters.lines, 0), std::max(dpi, 1)};
    if (const auto fits = checked(head); !fits)
        return fail(fits.error());
    const qint64 needed = head.bytesPerRow() * (parameters.depth == 16 ? 2 : 1);
    if (parameters.bytes_per_line < needed || parameters.bytes_per_line > needed + mostDots)
        return fail(ErrorCode::ScanGarbled);
    return Rows(head, parameters.bytes_per_line, parameters.depth);
}

void Rows::append(QByteArray &rows, QByteArrayView line) const
{
    const qint64 wanted = m_head.bytesPerRow();
    if (m_depth != 16) {
        rows.append(line.first(wanted));
        return;
    }
    for (qint64 i = 0; i < wanted; ++i)
        rows.append(char(qFromUnaligned<quint16>(line.data() + 2 * i) >> 8));
}

QByteArray Rows::take(QByteArrayView piece)
{
    QByteArray rows;
    m_begun.append(piece);
    qsizetype at = 0;
    for (; m_begun.size() - at >= m_driverRow; at += m_driverRow)
        append(rows, QByteArrayView(m_begun).sliced(at, m_driverRow));
    m_begun.remove(0, at);
    return rows;
}

QByteArray interleaved(const QByteArray &red, const QByteArray &green, const QByteArray &blue)
{
    const qsizetype dots = std::min({red.size(), green.size(), blue.size()});
    QByteArray rows(3 * dots, Qt::Uninitialized);
    char *to = rows.data();
    for (qsizetype i = 0; i < dots; ++i) {
        *to++ = red[i];
        *to++ = green[i];
        *to++ = blue[i];
    }
    return rows;
}

} // namespace chengban::scan
