#pragma once

#include "client/scanner/Streams.h"
#include "client/scanwire/ScanFrames.h"

namespace chengban::scan {

/// The two ends of the pipe to the window, in frames.
class Pipe
{
public:
    /// The question; waits for it. Errors: ScanGarbled, also when the window has gone.
    [[nodiscard]] Result<ScanFrame> question();
    /// Whether the window wants no more, or is gone; does not wait.
    [[nodiscard]] bool isCancelled();
    void send(FrameKind kind, QByteArrayView body);
    void send(FrameKind kind, const QJsonObject &body = {});
    /// Rows in frames of their own, as many whole ones as fit; false when not even one does.
    bool sendRows(QByteArrayView rows, qint64 bytesPerRow);
    void fail(const Error &error);

private:
    /// Reads what is there; false at the end of the stream.
    bool fill();
    void write(const QByteArray &bytes);

    Streams m_streams;
    FrameReader m_reader;
    bool m_cancelled = false;
};

} // namespace chengban::scan
