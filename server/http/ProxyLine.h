#pragma once

#include <QByteArray>
#include <QString>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <optional>

namespace chengban::server {

/// For whom a proxy opened a connection, by the line that it begins with: version 1 of the PROXY protocol, as
/// nginx sends it with `proxy_protocol on`. Empty text when the proxy speaks for itself (UNKNOWN); nothing
/// when the line, which ends with CR and LF, is no such line.
[[nodiscard]] std::optional<QString> callerIn(QByteArrayView line);

/// Takes that line from the socket and not a byte more: TLS follows. Nothing when it is no such line or the
/// socket is closed before it is whole; the caller does that when it comes too late.
[[nodiscard]] boost::asio::awaitable<std::optional<QString>> callerBehind(
    boost::asio::ip::tcp::socket &socket);

} // namespace chengban::server
