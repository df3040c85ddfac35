#include "client/sync/RetryPolicy.h"

#include <algorithm>
#include <array>

namespace chengban {

namespace {

constexpr std::array<qint64, 6> quick{2'000, 5'000, 15'000, 60'000, 300'000, 900'000};
constexpr std::array<qint64, 4> slow{60'000, 300'000, 900'000, 3'600'000};

bool isSlow(ErrorCode reason)
{
    switch (reason) {
    case ErrorCode::NotOurServer:
    case ErrorCode::CertificateUntrusted:
    case ErrorCode::RateLimited:
    case ErrorCode::DiskFull:
        return true;
    default:
        return false;
    }
}

template <typename Table> qint64 pauseOf(const Table &table, int attempts)
{
    return table[size_t(std::clamp(attempts, 1, int(table.size())) - 1)];
}

} // namespace

qint64 nextTryMs(ErrorCode reason, int attempts, qint64 nowMs)
{
    return nowMs + (isSlow(reason) ? pauseOf(slow, attempts) : pauseOf(quick, attempts));
}

bool isLineFault(ErrorCode reason)
{
    switch (reason) {
    case ErrorCode::ServerAway:
    case ErrorCode::TimedOut:
    case ErrorCode::NotOurServer:
    case ErrorCode::CertificateUntrusted:
    case ErrorCode::RateLimited:
        return true;
    default:
        return false;
    }
}

bool isAccessFault(ErrorCode reason)
{
    switch (reason) {
    case ErrorCode::NotAuthenticated:
    case ErrorCode::TokenExpired:
    case ErrorCode::DeviceRevoked:
        return true;
    default:
        return false;
    }
}

} // namespace chengban
