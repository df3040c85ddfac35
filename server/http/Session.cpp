#include "server/http/Session.h"

#include "server/api/Answers.h"
#include "server/http/HttpLog.h"

namespace chengban::server {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype recordBytes = 16 * 1024;
constexpr quint64 unscreenedBytes = 64 * 1024; ///< Of a body; looking up a token costs more than these.
constexpr qint64 bytesPerSecond = 16 * 1024; ///< The slowest line that can still send a large body.
constexpr qsizetype goodbyeBytes = 1 << 20;
constexpr auto goodbyeTime = 2s;
constexpr int retryAfterSeconds = 30;

/// Whether the body takes so much room that we ask who sends it first. Each one is reserved before it is
/// read, so a few from strangers would keep everybody's out.
bool isLarge(const RequestReader &reader, qint64 limit)
{
    return !reader.isWhole()
        && reader.announcedBytes().value_or(static_cast<quint64>(limit)) > unscreenedBytes;
}

Response tooManyConnections()
{
    Response response = problemAnswer(429, ErrorCode::RateLimited);
    response.headers.append(Header{"Retry-After", QByteArray::number(retryAfterSeconds)});
    response.close = true;
    return response;
}

} // namespace

struct Session::Incoming
{
    RequestReader reader;
    Request request;
    Admission admission;
};

Session::Session(
    ListenerState &state, boost::asio::ip::tcp::socket socket, SSL_CTX *tls, QString peer, Welcome welcome)
    : m_state(state)
    , m_peer(std::move(peer))
    , m_welcome(welcome)
    , m_connection(std::move(socket), tls)
    , m_site(state)
    , m_writer(state, m_connection)
{
    m_state.sessions.insert(this);
    ++m_state.counters.connections;
}

Session::~Session()
{
    m_state.quota.leave(m_peer, m_welcome);
    m_state.sessions.erase(this);
    --m_state.counters.connections;
}

void Session::endWhenIdle()
{
    if (m_idle)
        m_connection.interrupt();
}

Session::Awaitable<void> Session::run()
{
    m_connection.allow(m_state.limits.handshakeTime);
    bool goOn = co_await m_connection.shakeHands();
    if (!goOn)
        qCDebug(httpLog) << "handshake failed";
    while (goOn)
        goOn = co_await serveOne();
    co_await sayGoodbye();
}

/// Reads, answers; true when another request may follow on this connection.
Session::Awaitable<bool> Session::serveOne()
{
    const bool begun = co_await awaitRequest();
    if (!begun)
        co_return false;
    Incoming incoming{RequestReader(m_state.limits.headerBytes), {}, {}};
    const Refusal refusal = co_await receive(incoming);
    if (m_silent || m_connection.isOver())
        co_return false;
    if (refusal) {
        const bool goOn = co_await refuse(incoming, *refusal);
        co_return goOn;
    }
    incoming.request.body = incoming.reader.takeBody();
    incoming.request.captures = std::move(incoming.admission.captures);
    ++m_state.counters.requests;
    AnswerForm form{!incoming.reader.mayGoOn(), incoming.request.method == "HEAD"};
    if (m_unread.isEmpty())
        m_unread = {}; // A long poll keeps no buffer.
    m_connection.allowForever(); // The site's time is not the peer's.
    const Response response = co_await m_site.answer(incoming.admission.route, std::move(incoming.request));
    form.close = form.close || response.close || m_state.stopping;
    const bool written = co_await m_writer.write(response, form);
    co_return written && !form.close;
}

Session::Awaitable<bool> Session::awaitRequest()
{
    if (m_state.stopping)
        co_return false;
    if (!m_unread.isEmpty())
        co_return true;
    m_unread = {};
    const auto &limits = m_state.limits;
    m_connection.allow(m_welcome == Welcome::Served ? limits.idleTime : limits.headerTime);
    m_idle = true;
    const bool begun = co_await m_connection.untilReadable();
    m_idle = false;
    co_return begun;
}

/// Head, permission, body; the first refusal ends it where it stands.
Session::Awaitable<Session::Refusal> Session::receive(Incoming &incoming)
{
    m_connection.allow(m_state.limits.headerTime);
    Refusal refusal = co_await readWhile(incoming.reader, &RequestReader::readHead);
    if (refusal || m_silent)
        co_return refusal;
    if (m_welcome == Welcome::ToldToWait)
        co_return tooManyConnections();
    incoming.request = incoming.reader.head(m_peer);
    incoming.admission = m_state.site.admit(incoming.request);
    if (incoming.admission.refusal)
        co_return std::move(incoming.admission.refusal);
    if (isLarge(incoming.reader, incoming.admission.bodyLimit)) {
        m_connection.allowForever();
        refusal = co_await m_site.screen(incoming.admission.route, incoming.request);
    }
    if (!refusal)
        refusal = co_await receiveBody(incoming);
    co_return refusal;
}

Session::Awaitable<Session::Refusal> Session::receiveBody(Incoming &incoming)
{
    RequestReader &reader = incoming.reader;
    const auto most = static_cast<quint64>(incoming.admission.bodyLimit);
    const quint64 announced = reader.announcedBytes().value_or(most);
    if (announced > most)
        co_return problemAnswer(413, ErrorCode::TooLarge);
    if (reader.isWhole())
        co_return std::nullopt;
    reader.setBodyLimit(most);
    const auto room = static_cast<qint64>(announced);
    if (m_state.bodiesBytes + room > m_state.limits.bodiesBytes)
        co_return problemAnswer(503, ErrorCode::ServerFault);
    m_state.bodiesBytes += room;
    Refusal refusal = co_await readReservedBody(reader, room);
    m_state.bodiesBytes -= room;
    co_return refusal;
}

Session::Awaitable<Session::Refusal> Session::readReservedBody(RequestReader &reader, qint64 room)
{
    m_connection.allow(m_state.limits.bodyTime + std::chrono::seconds(room / bytesPerSecond));
    if (reader.expectsGoOn()) {
        const bool written = co_await m_connection.write("HTTP/1.1 100 Continue\r\n\r\n");
        if (!written)
            co_return std::nullopt;
    }
    Refusal refusal = co_await readWhile(reader, &RequestReader::readBody);
    co_return refusal;
}

/// Reads until that step is done; nothing, too, when the peer went silent before.
Session::Awaitable<Session::Refusal> Session::readWhile(RequestReader &reader, Reading step)
{
    for (;;) {
        const auto progress = (reader.*step)(m_unread);
        if (progress == RequestReader::Progress::Refused)
            co_return reader.refusal();
        if (progress == RequestReader::Progress::Done)
            co_return std::nullopt;
        const bool more = co_await readMore();
        if (!more)
            co_return std::nullopt;
    }
}

Session::Awaitable<bool> Session::readMore()
{
    const qsizetype before = m_unread.size();
    m_unread.resize(before + recordBytes);
    const std::span room(m_unread.data() + before, static_cast<std::size_t>(recordBytes));
    const std::size_t size = co_await m_connection.read(room);
    m_unread.resize(before + static_cast<qsizetype>(size));
    m_silent = size == 0;
    co_return size > 0;
}

/// Answers without the site. When the rest of the message is unread the connection cannot go on.
Session::Awaitable<bool> Session::refuse(const Incoming &incoming, const Response &refusal)
{
    ++m_state.counters.refusals;
    const RequestReader &reader = incoming.reader;
    const AnswerForm form{refusal.close || !reader.mayGoOn() || m_state.stopping,
        reader.isHeadThere() && reader.head({}).method == "HEAD"};
    const bool written = co_await m_writer.write(refusal, form);
    co_return written && !form.close;
}

/// Closing a socket with unread bytes resets it, and the peer may lose our answer: take some until it closes.
Session::Awaitable<void> Session::sayGoodbye()
{
    m_connection.allow(goodbyeTime);
    co_await m_connection.finish();
    bool more = !m_silent;
    for (qsizetype taken = 0; more && taken < goodbyeBytes; taken += m_unread.size()) {
        m_unread.clear();
        more = co_await readMore();
    }
}

} // namespace chengban::server
