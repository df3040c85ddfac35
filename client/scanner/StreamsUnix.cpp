#include "client/scanner/Streams.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace chengban::scan {

Streams::Streams()
    : m_out(dup(STDOUT_FILENO))
{
    dup2(STDERR_FILENO, STDOUT_FILENO);
}

QByteArray Streams::read()
{
    std::array<char, 4096> bytes{};
    ssize_t got = 0;
    do {
        got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    } while (got < 0 && errno == EINTR);
    return {bytes.data(), std::max<ssize_t>(got, 0)};
}

bool Streams::isReadable() const
{
    pollfd in{STDIN_FILENO, POLLIN, 0};
    return poll(&in, 1, 0) > 0;
}

bool Streams::write(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t put = ::write(m_out, bytes.data() + at, size_t(bytes.size() - at));
        if (put < 0 && errno != EINTR)
            return false;
        at += std::max<ssize_t>(put, 0);
    }
    return true;
}

} // namespace chengban::scan
