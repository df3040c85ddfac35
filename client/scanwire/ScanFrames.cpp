#include "client/scanwire/ScanFrames.h"

#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>

namespace chengban {

namespace {

constexpr qsizetype headBytes = 5;
constexpr qsizetype longestJson = 64 << 10;
constexpr qsizetype longestRows = 1 << 20;
constexpr std::array kinds{FrameKind::List, FrameKind::Open, FrameKind::Scan, FrameKind::Cancel,
    FrameKind::Hello, FrameKind::Devices, FrameKind::Abilities, FrameKind::PageBegin, FrameKind::Rows,
    FrameKind::PageEnd, FrameKind::Done, FrameKind::Failed};

} // namespace

qsizetype longestBody(FrameKind kind)
{
    return kind == FrameKind::Rows ? longestRows : longestJson;
}

QByteArray framed(FrameKind kind, QByteArrayView body)
{
    Q_ASSERT(body.size() <= longestBody(kind));
    QByteArray frame(headBytes, Qt::Uninitialized);
    qToBigEndian(quint32(body.size() + 1), frame.data());
    frame[4] = char(kind);
    frame.append(body);
    return frame;
}

QByteArray framed(FrameKind kind, const QJsonObject &body)
{
    return framed(kind, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Result<QJsonObject> jsonOf(const ScanFrame &frame)
{
    return parseJsonObject(frame.body, longestJson);
}

Result<std::optional<ScanFrame>> FrameReader::next()
{
    if (m_broken)
        return fail(ErrorCode::ScanGarbled);
    const QByteArrayView rest = QByteArrayView(m_buffer).sliced(m_at);
    if (rest.size() < headBytes)
        return std::nullopt;
    const qint64 length = qFromBigEndian<quint32>(rest.data());
    const auto kind = FrameKind(quint8(rest[4]));
    if (std::ranges::find(kinds, kind) == kinds.end() || length < 1 || length - 1 > longestBody(kind)) {
        m_broken = true;
        m_buffer.clear();
        m_at = 0;
        return fail(ErrorCode::ScanGarbled);
    }
    if (rest.size() < headBytes - 1 + length)
        return std::nullopt;
    ScanFrame frame{kind, rest.sliced(headBytes, length - 1).toByteArray()};
    m_at += headBytes - 1 + length;
    if (m_at == m_buffer.size() || m_at > longestRows) {
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    return frame;
}

} // namespace chengban
