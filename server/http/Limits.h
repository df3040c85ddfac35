#pragma once

#include <QtGlobal>

#include <chrono>

namespace chengban::server {

/// What a peer may take. Each one is enforced and has a test that sends one byte or waits one moment more.
struct Limits
{
    quint32 headerBytes = 16 * 1024; ///< Request line and headers; beyond it 431.
    qint64 bodiesBytes = 512 << 20; ///< All bodies being read at once; beyond it 503.
    qsizetype connections = 10'000; ///< Beyond it a new connection is closed at once.
    qsizetype connectionsPerAddress
        = 1'000; ///< A desk needs eight. Beyond it the caller is told so with 429.
    qsizetype toldToWait
        = 50; ///< Callers being told 429 at the same time; beyond it they are closed at once.
    std::chrono::milliseconds handshakeTime{10'000};
    std::chrono::milliseconds headerTime{10'000}; ///< From the first byte of a head to its last.
    std::chrono::milliseconds bodyTime{60'000}; ///< Grows by a second for each 16 KiB announced.
    std::chrono::milliseconds writeTime{60'000}; ///< For each slice of an answer.
    std::chrono::milliseconds idleTime{120'000}; ///< Between two requests.
    std::chrono::milliseconds stopTime{10'000}; ///< What running requests get after stop().
};

} // namespace chengban::server
