#pragma once

#include "server/http/AnswerWriter.h"
#include "server/http/RequestReader.h"
#include "server/http/SiteOnPool.h"

namespace chengban::server {

/// One peer from its first byte to the goodbye: reads requests within the limits, one after the other, and
/// answers each. A shared_ptr held by its coroutine keeps it alive, since its sockets and timers complete
/// later.
class Session
{
public:
    Session(ListenerState &state, boost::asio::ip::tcp::socket socket, SSL_CTX *tls, QString peer,
        Welcome welcome);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    boost::asio::awaitable<void> run();

    void endIfLate(Connection::Clock::time_point now) { m_connection.endIfLate(now); }
    void endWhenIdle();
    void endNow() { m_connection.end(); }

private:
    template <typename T> using Awaitable = boost::asio::awaitable<T>;
    using Refusal = std::optional<Response>;
    struct Incoming;
    using Reading = RequestReader::Progress (RequestReader::*)(QByteArray &);

    Awaitable<bool> serveOne();
    Awaitable<bool> awaitRequest();
    Awaitable<Refusal> receive(Incoming &incoming);
    Awaitable<Refusal> receiveBody(Incoming &incoming);
    Awaitable<Refusal> readReservedBody(RequestReader &reader, qint64 room);
    Awaitable<Refusal> readWhile(RequestReader &reader, Reading step);
    Awaitable<bool> readMore();
    Awaitable<bool> refuse(const Incoming &incoming, const Response &refusal);
    Awaitable<void> sayGoodbye();

    ListenerState &m_state;
    QString m_peer;
    Welcome m_welcome;
    Connection m_connection;
    SiteOnPool m_site;
    AnswerWriter m_writer;
    QByteArray m_unread; ///< Came with the request before, or before its end is known.
    bool m_idle = false; ///< Between requests: may be ended at once.
    bool m_silent = false; ///< The peer has said that nothing more comes.
};

} // namespace chengban::server
