#pragma once

#include "shared/base/Result.h"

namespace chengban {

/// What stands between this PC and the server, where it is not just silence: each asks something else of the
/// person.
enum class Obstacle {
    None,
    Proxy, ///< A proxy that wants a log-in (407), or cannot be reached itself.
    LogInPage, ///< The network's log-in page (511, a redirect, an HTML page).
    Certificate, ///< Somebody else's certificate: nothing was sent.
    OtherServer, ///< Something else answered.
};

inline constexpr QLatin1StringView proxyDetail("proxy");
inline constexpr QLatin1StringView logInPageDetail("log-in page");

/// Of an exchange's error, by its code and its detail.
[[nodiscard]] inline Obstacle obstacleOf(const Error &error)
{
    if (error.code == ErrorCode::CertificateUntrusted)
        return Obstacle::Certificate;
    if (error.code != ErrorCode::NotOurServer)
        return Obstacle::None;
    if (error.detail == proxyDetail)
        return Obstacle::Proxy;
    return error.detail == logInPageDetail ? Obstacle::LogInPage : Obstacle::OtherServer;
}

} // namespace chengban
