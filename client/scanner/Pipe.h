#pragma once

#include "client/scanwire/ScanFrames.h"

namespace chengban::scan {

/// The two ends of the pipe to the window. Answers go to a descriptor of their own: what a driver prints to
/// the standard output lands with the errors.
class Pipe
{
public:
    Pipe();

    /// The question; waits for it. Errors: ScanGarbled, also when the window has gone.
    [[nodiscard]] Result<ScanFrame> question();
    /// Whether the window wants no more, or is gone; does not wait.
    [[nodiscard]] bool isCancelled();
    void send(FrameKind kind, QByteArrayView body);
    void send(FrameKind kind, const QJsonObject &body = {});
    void fail(const Error &error);

private:
    /// Reads what is there; false at the end of the stream.
    bool fill();
    void write(const QByteArray &bytes);

    FrameReader m_reader;
    int m_out;
    bool m_cancelled = false;
};

} // namespace chengban::scan
