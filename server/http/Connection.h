#pragma once

#include <QByteArrayView>
#include <QString>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <openssl/ssl.h>

#include <chrono>
#include <memory>
#include <span>

namespace chengban::server {

/// One TLS connection of the io thread. OpenSSL works on the socket itself and we wait for readiness: while
/// nothing comes, a connection holds no buffer (asio's own stream keeps 68 KiB).
///
/// Whatever waits here waits until the time that allow() gave; endIfLate() is called often enough by the
/// owner. Once isOver(), every call gives up at once.
class Connection
{
public:
    using Clock = std::chrono::steady_clock;
    template <typename T> using Awaitable = boost::asio::awaitable<T>;

    Connection(boost::asio::ip::tcp::socket socket, SSL_CTX *tls);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] Awaitable<bool> shakeHands();
    /// Waits for the first bytes to come; false when interrupted or over.
    [[nodiscard]] Awaitable<bool> untilReadable();
    /// What has come, at least one byte; 0 when nothing more will.
    [[nodiscard]] Awaitable<std::size_t> read(std::span<char> room);
    /// All of it, or false: then the connection is over.
    [[nodiscard]] Awaitable<bool> write(QByteArrayView bytes);
    /// Tells the peer that nothing more comes; it may still send.
    [[nodiscard]] Awaitable<void> finish();

    void allow(std::chrono::milliseconds time) { m_until = Clock::now() + time; }
    void allowForever() { m_until = Clock::time_point::max(); }
    void endIfLate(Clock::time_point now);
    void interrupt(); ///< What waits gives up; the connection stays usable.
    void end(); ///< Nobody left to talk to.
    [[nodiscard]] bool isOver() const { return m_over; }

private:
    struct TlsDeleter
    {
        void operator()(SSL *tls) const { SSL_free(tls); }
    };

    template <typename Step> Awaitable<bool> perform(Step step);
    Awaitable<bool> ready(boost::asio::ip::tcp::socket::wait_type what);

    boost::asio::ip::tcp::socket m_socket; ///< Closed by its destructor only: OpenSSL holds the number.
    std::unique_ptr<SSL, TlsDeleter> m_tls;
    Clock::time_point m_until = Clock::time_point::max();
    unsigned m_records = 0; ///< Read and written; see recordsInOneGo.
    bool m_over = false;
};

} // namespace chengban::server
