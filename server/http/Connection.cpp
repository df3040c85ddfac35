#include "server/http/Connection.h"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <openssl/err.h>

namespace chengban::server {

namespace asio = boost::asio;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

/// TLS records after which others get their turn though this peer sends or takes without a pause.
constexpr unsigned recordsInOneGo = 16;

} // namespace

Connection::Connection(tcp::socket socket, SSL_CTX *tls)
    : m_socket(std::move(socket))
    , m_tls(SSL_new(tls))
{
    error_code ec;
    m_socket.non_blocking(true, ec);
    if (!ec)
        m_socket.set_option(tcp::no_delay(true), ec);
    m_over = ec || !m_tls || SSL_set_fd(m_tls.get(), m_socket.native_handle()) != 1;
}

Connection::~Connection() = default;

/// Repeats one step of OpenSSL until it is done, waiting for the socket in between.
template <typename Step> asio::awaitable<bool> Connection::perform(Step step)
{
    while (!m_over) {
        ERR_clear_error(); // SSL_get_error() looks at what others left there.
        const int outcome = step(m_tls.get());
        const int state = SSL_get_error(m_tls.get(), outcome);
        if (state == SSL_ERROR_NONE)
            co_return true;
        if (state == SSL_ERROR_ZERO_RETURN)
            co_return false;
        if (state != SSL_ERROR_WANT_READ && state != SSL_ERROR_WANT_WRITE) {
            m_over = true;
            co_return false;
        }
        const bool goOn
            = co_await ready(state == SSL_ERROR_WANT_READ ? tcp::socket::wait_read : tcp::socket::wait_write);
        if (!goOn)
            co_return false;
    }
    co_return false;
}

asio::awaitable<bool> Connection::ready(tcp::socket::wait_type what)
{
    error_code ec;
    co_await m_socket.async_wait(what, redirect_error(use_awaitable, ec));
    co_return !ec && !m_over;
}

asio::awaitable<bool> Connection::shakeHands()
{
    const bool done = co_await perform([](SSL *tls) { return SSL_accept(tls); });
    m_over = m_over || !done;
    co_return done;
}

asio::awaitable<bool> Connection::untilReadable()
{
    if (m_over)
        co_return false;
    if (SSL_has_pending(m_tls.get()) == 1)
        co_return true;
    const bool comes = co_await ready(tcp::socket::wait_read);
    co_return comes;
}

asio::awaitable<std::size_t> Connection::read(std::span<char> room)
{
    if (++m_records % recordsInOneGo == 0)
        co_await asio::post(m_socket.get_executor(), use_awaitable);
    std::size_t size = 0;
    const bool done
        = co_await perform([&](SSL *tls) { return SSL_read_ex(tls, room.data(), room.size(), &size); });
    co_return done ? size : 0;
}

asio::awaitable<bool> Connection::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (++m_records % recordsInOneGo == 0)
            co_await asio::post(m_socket.get_executor(), use_awaitable);
        std::size_t written = 0;
        const bool done = co_await perform([&](SSL *tls) {
            return SSL_write_ex(tls, bytes.data(), static_cast<std::size_t>(bytes.size()), &written);
        });
        if (!done) {
            m_over = true; // Half an answer is out: nothing may follow it.
            co_return false;
        }
        bytes = bytes.sliced(static_cast<qsizetype>(written));
    }
    co_return !m_over;
}

asio::awaitable<void> Connection::finish()
{
    co_await perform([](SSL *tls) { return SSL_shutdown(tls) < 0 ? -1 : 1; });
    error_code ignored; // A peer that left first.
    m_socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void Connection::endIfLate(Clock::time_point now)
{
    if (now >= m_until)
        end();
}

void Connection::interrupt()
{
    error_code ignored;
    m_socket.cancel(ignored);
}

void Connection::end()
{
    m_over = true;
    interrupt();
}

} // namespace chengban::server
