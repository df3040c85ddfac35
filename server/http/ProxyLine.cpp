#include "server/http/ProxyLine.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <array>

namespace chengban::server {

namespace asio = boost::asio;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr qsizetype longestLine = 107; // With its end, by the protocol's own count.
constexpr QByteArrayView lineEnd = "\r\n";

bool isPort(const QByteArray &text)
{
    bool isNumber = false;
    text.toUShort(&isNumber);
    return isNumber;
}

bool isAddress(const QByteArray &text, bool wantsV6)
{
    error_code ec;
    const auto address = asio::ip::make_address(text.toStdString(), ec);
    return !ec && address.is_v6() == wantsV6;
}

/// What has come: appends to the line up to its end and leaves the rest in the socket. False: it is no line.
bool takeSome(tcp::socket &socket, QByteArray &line)
{
    std::array<char, longestLine> seen{};
    const auto room = static_cast<std::size_t>(longestLine - line.size());
    error_code ec;
    const std::size_t size
        = socket.receive(asio::buffer(seen.data(), room), asio::socket_base::message_peek, ec);
    if (ec == asio::error::would_block)
        return true;
    if (ec || size == 0)
        return false;
    QByteArray more = line + QByteArrayView(seen.data(), static_cast<qsizetype>(size)).toByteArray();
    if (const qsizetype end = more.indexOf(lineEnd); end >= 0)
        more.truncate(end + lineEnd.size());
    const auto taken = static_cast<std::size_t>(more.size() - line.size());
    socket.receive(asio::buffer(seen.data(), taken), 0, ec);
    line = more;
    return !ec;
}

} // namespace

std::optional<QString> callerIn(QByteArrayView line)
{
    if (line.size() > longestLine || !line.startsWith("PROXY ") || !line.endsWith(lineEnd))
        return {};
    const QList<QByteArray> words = line.chopped(lineEnd.size()).toByteArray().split(' ');
    if (words.at(1) == "UNKNOWN")
        return QString();
    const bool isV6 = words.at(1) == "TCP6";
    const bool isWhole = words.size() == 6 && (isV6 || words.at(1) == "TCP4") && isAddress(words.at(2), isV6)
        && isAddress(words.at(3), isV6) && isPort(words.at(4)) && isPort(words.at(5));
    return isWhole ? std::optional(QString::fromLatin1(words.at(2))) : std::nullopt;
}

asio::awaitable<std::optional<QString>> callerBehind(tcp::socket &socket)
{
    QByteArray line;
    error_code ec;
    socket.non_blocking(true, ec);
    while (!ec && !line.endsWith(lineEnd)) {
        co_await socket.async_wait(tcp::socket::wait_read, redirect_error(use_awaitable, ec));
        if (ec || !takeSome(socket, line))
            co_return std::nullopt;
    }
    co_return callerIn(line);
}

} // namespace chengban::server
