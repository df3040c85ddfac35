#include "client/scanning/PageReader.h"

#include "shared/canonical/JsonReader.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace chengban {

namespace {

using namespace Qt::StringLiterals;

QImage::Format formatOf(ScanMode mode)
{
    switch (mode) {
    case ScanMode::BlackWhite:
        return QImage::Format_Mono;
    case ScanMode::Grey:
        return QImage::Format_Grayscale8;
    case ScanMode::Colour:
        return QImage::Format_RGB888;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<void> PageReader::begin(const QJsonObject &json)
{
    const Result<PageHead> head = pageHead(json);
    if (!head)
        return fail(head.error());
    if (m_head)
        return fail(ErrorCode::ScanGarbled, u"a page within a page"_s);
    if (const auto fits = checked(*head); !fits)
        return fail(fits.error());
    m_head = *head;
    m_rows.clear();
    m_bytes = 0;
    return {};
}

Result<void> PageReader::add(const QByteArray &rows)
{
    if (!m_head || rows.isEmpty() || rows.size() % m_head->bytesPerRow() != 0)
        return fail(ErrorCode::ScanGarbled, u"rows"_s);
    m_bytes += rows.size();
    if (m_bytes > mostPageBytes || m_bytes / m_head->bytesPerRow() > mostDots)
        return fail(ErrorCode::ScanTooLarge, u"rows"_s);
    m_rows.push_back(rows);
    return {};
}

double PageReader::done() const
{
    if (!m_head || m_head->height == 0)
        return -1;
    return std::min(1.0, double(m_bytes) / double(m_head->bytesPerRow() * m_head->height));
}

Result<QImage> PageReader::end(const QJsonObject &json)
{
    JsonReader reader(json);
    const qint64 said = reader.integer(u"rows"_s);
    if (const auto whole = reader.finish(); !whole)
        return fail(whole.error());
    if (!m_head || said < 1 || said * m_head->bytesPerRow() != m_bytes)
        return fail(ErrorCode::ScanGarbled, u"the end of a page"_s);
    const PageHead head = *m_head;
    m_head.reset();
    QImage page(head.width, int(said), formatOf(head.mode));
    if (page.isNull())
        return fail(ErrorCode::ScannerFull, u"page"_s);
    if (head.mode == ScanMode::BlackWhite)
        page.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    int y = 0;
    for (const QByteArray &rows : m_rows) {
        for (qint64 at = 0; at < rows.size(); at += head.bytesPerRow())
            std::memcpy(page.scanLine(y++), rows.constData() + at, size_t(head.bytesPerRow()));
    }
    m_rows.clear();
    constexpr double inchesPerMetre = 1 / 0.0254;
    page.setDotsPerMeterX(int(std::lround(head.dpi * inchesPerMetre)));
    page.setDotsPerMeterY(page.dotsPerMeterX());
    return page;
}

} // namespace chengban
