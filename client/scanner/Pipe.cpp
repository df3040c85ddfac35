#include "client/scanner/Pipe.h"

#include <algorithm>

namespace chengban::scan {

using namespace Qt::StringLiterals;

bool Pipe::fill()
{
    const QByteArray come = m_streams.read();
    m_reader.add(come);
    return !come.isEmpty();
}

Result<ScanFrame> Pipe::question()
{
    while (true) {
        const auto frame = m_reader.next();
        if (!frame)
            return chengban::fail(frame.error());
        if (*frame)
            return **frame;
        if (!fill())
            return chengban::fail(ErrorCode::ScanGarbled);
    }
}

bool Pipe::isCancelled()
{
    if (!m_cancelled && m_streams.isReadable()) {
        // Only Cancel may come now; whatever else does, and the end, is no wish for more pages either.
        const bool open = fill();
        const auto frame = m_reader.next();
        m_cancelled = !open || !frame || frame->has_value();
    }
    return m_cancelled;
}

void Pipe::send(FrameKind kind, QByteArrayView body)
{
    write(framed(kind, body));
}

void Pipe::send(FrameKind kind, const QJsonObject &body)
{
    write(framed(kind, body));
}

void Pipe::fail(const Error &error)
{
    send(FrameKind::Failed,
        {{u"code"_s, QString(errorName(error.code))}, {u"detail"_s, error.detail.left(200)}});
}

void Pipe::write(const QByteArray &bytes)
{
    if (!m_streams.write(bytes))
        m_cancelled = true; // The window is gone; the scanner is stopped in order.
}

bool Pipe::sendRows(QByteArrayView rows, qint64 bytesPerRow)
{
    const qint64 step = longestBody(FrameKind::Rows) / bytesPerRow * bytesPerRow;
    for (qint64 at = 0; step > 0 && at < rows.size(); at += step)
        send(FrameKind::Rows, rows.sliced(at, std::min(step, rows.size() - at)));
    return step > 0;
}

} // namespace chengban::scan
