#include "client/scanner/Pipe.h"

#include <QJsonDocument>

#include <array>
#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace chengban::scan {

using namespace Qt::StringLiterals;

Pipe::Pipe()
    : m_out(dup(STDOUT_FILENO))
{
    dup2(STDERR_FILENO, STDOUT_FILENO);
}

bool Pipe::fill()
{
    std::array<char, 4096> bytes{};
    ssize_t got = 0;
    do {
        got = read(STDIN_FILENO, bytes.data(), bytes.size());
    } while (got < 0 && errno == EINTR);
    if (got <= 0)
        return false;
    m_reader.add(QByteArrayView(bytes.data(), got));
    return true;
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
    pollfd in{STDIN_FILENO, POLLIN, 0};
    if (!m_cancelled && poll(&in, 1, 0) > 0) {
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
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t put = ::write(m_out, bytes.constData() + at, size_t(bytes.size() - at));
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            m_cancelled = true; // The window is gone; the scanner is stopped in order.
            return;
        }
        at += put;
    }
}

} // namespace chengban::scan
