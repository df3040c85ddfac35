// The only translation unit that sees Boost: its read and write templates cost half a minute each time.
#include "server/http/Listener.h"

#include "server/api/Answers.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QLoggingCategory>

#include <boost/asio.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <atomic>
#include <unordered_set>

Q_LOGGING_CATEGORY(httpLog, "chengban.http")

namespace chengban::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace ssl = asio::ssl;
using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;
using beast::error_code;
using Clock = std::chrono::steady_clock;

namespace {

using Stream = beast::ssl_stream<beast::tcp_stream>;
using Parser = http::request_parser<http::string_body>;

constexpr qint64 fileSliceBytes = 1 << 20;
constexpr std::uint64_t unscreenedBytes = 64 * 1024; ///< Of a body; looking up a token costs more than these.
constexpr qint64 drainBytes = 1 << 20;
constexpr auto drainTime = std::chrono::seconds(2);

// GCC 12 miscompiles an await inside a condition or a larger expression (uninitialised cleanup flags at -O1),
// so here each one stands alone on the right-hand side of a statement.

/// Runs blocking work on the pool; the caller resumes on its own executor. Nothing else in the server may
/// block.
template <typename F> awaitable<std::invoke_result_t<F>> offload(asio::thread_pool &pool, F work)
{
    auto job = [work = std::move(work)]() mutable -> awaitable<std::invoke_result_t<F>> { co_return work(); };
    if constexpr (std::is_void_v<std::invoke_result_t<F>>) {
        co_await asio::co_spawn(pool, std::move(job), use_awaitable);
    } else {
        auto result = co_await asio::co_spawn(pool, std::move(job), use_awaitable);
        co_return result;
    }
}

QByteArray bytes(beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// The refusal for a message that Beast could not read; nothing when there is nobody left to tell.
std::optional<Response> refusalFor(const error_code &ec)
{
    if (ec == http::error::header_limit || ec == http::error::buffer_overflow)
        return problemAnswer(431, ErrorCode::TooLarge);
    if (ec == http::error::body_limit)
        return problemAnswer(413, ErrorCode::TooLarge);
    if (ec == http::error::end_of_stream || ec == http::error::partial_message)
        return std::nullopt;
    if (ec.category() == make_error_code(http::error::bad_method).category())
        return problemAnswer(400, ErrorCode::BadInput);
    return std::nullopt;
}

/// What Beast lets pass and we do not: repeated Content-Length, no Host, a target that is not a path.
bool isAmbiguous(const Parser::value_type &message)
{
    return message.count(http::field::content_length) > 1 || message.count(http::field::host) != 1
        || message.count(http::field::transfer_encoding) > 1 || message.version() != 11
        || message.target().empty() || message.target().front() != '/';
}

/// Whether the body takes so much room that we ask who sends it first. Each one is reserved before it is
/// read, so a few from strangers would keep everybody's out.
bool isLarge(const Parser &parser, qint64 limit)
{
    const auto announced = parser.content_length();
    return !parser.is_done() && announced.value_or(static_cast<std::uint64_t>(limit)) > unscreenedBytes;
}

Request requestOf(const Parser::value_type &message, const QString &peer)
{
    Request request;
    request.method = bytes(message.method_string());
    const QByteArray target = bytes(message.target());
    const qsizetype question = target.indexOf('?');
    request.path = QString::fromLatin1(question < 0 ? target : target.left(question));
    if (question >= 0)
        request.query = QUrlQuery(QString::fromLatin1(target.mid(question + 1)));
    for (const auto &field : message)
        request.headers.append(Header{bytes(field.name_string()), bytes(field.value())});
    request.peer = peer;
    return request;
}

bool isPlain(const QByteArray &value)
{
    return std::ranges::none_of(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

void appendHeader(QByteArray &head, const Header &header)
{
    // A line break in a value would let a caller write headers of their own.
    if (isPlain(header.value))
        head += header.name + ": " + header.value + "\r\n";
}

QByteArray headOf(const Response &response, bool close)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' '
        + bytes(http::obsolete_reason(http::int_to_status(static_cast<unsigned>(response.status)))) + "\r\n";
    head += "Date: "
        + QLocale::c()
              .toString(QDateTime::currentDateTimeUtc(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
              .toLatin1()
        + "\r\n";
    if (response.status != 204 && response.status != 304) {
        const qint64 length = response.file ? response.file->length : response.body.size();
        appendHeader(head, {"Content-Length", QByteArray::number(length)});
    }
    for (const Header &header : response.headers)
        appendHeader(head, header);
    for (const Header &header : standardHeaders()) {
        const bool own = std::ranges::any_of(response.headers,
            [&](const Header &given) { return given.name.compare(header.name, Qt::CaseInsensitive) == 0; });
        if (!own)
            appendHeader(head, header);
    }
    appendHeader(head, {"Connection", close ? "close" : "keep-alive"});
    return head + "\r\n";
}

std::optional<QByteArray> readSlice(const QString &path, qint64 offset, qint64 length)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
        return std::nullopt;
    QByteArray slice = file.read(length);
    return slice.size() == length ? std::optional(std::move(slice)) : std::nullopt;
}

struct Counters
{
    std::atomic<qint64> connections = 0;
    std::atomic<qint64> accepted = 0;
    std::atomic<qint64> turnedAway = 0;
    std::atomic<qint64> requests = 0;
    std::atomic<qint64> refusals = 0;
    std::atomic<qint64> waiting = 0;
};

class Session;

/// What the sessions share. Everything but the counters and the pool belongs to the io thread.
struct Shared
{
    Site &site;
    const Limits limits;
    asio::io_context &io;
    asio::thread_pool &pool;
    std::unordered_set<Session *> sessions;
    std::unordered_set<asio::steady_timer *> waits; ///< Of long polls.
    Counters counters;
    qint64 bodiesBytes = 0;
    bool stopping = false;
};

/// One connection. A shared_ptr held by its coroutine keeps it alive, since its sockets and timers complete
/// later.
class Session
{
public:
    Session(Shared &shared, ssl::context &tls, tcp::socket socket)
        : m_shared(shared)
        , m_stream(beast::tcp_stream(std::move(socket)), tls)
        , m_buffer(64 * 1024)
    {
        m_shared.sessions.insert(this);
        ++m_shared.counters.connections;
    }
    ~Session()
    {
        m_shared.sessions.erase(this);
        --m_shared.counters.connections;
    }

    awaitable<void> run()
    {
        bool goOn = co_await handshake();
        if (!goOn)
            co_return;
        while (goOn)
            goOn = co_await serveOne();
        co_await sayGoodbye();
    }

    void endWhenIdle()
    {
        if (m_idle)
            socket().cancel();
    }
    void endNow() { socket().close(); }

private:
    beast::tcp_stream &socket() { return beast::get_lowest_layer(m_stream); }

    awaitable<bool> handshake()
    {
        error_code ec;
        const auto remote = socket().socket().remote_endpoint(ec);
        if (ec)
            co_return false;
        m_peer = QString::fromStdString(remote.address().to_string());
        socket().socket().set_option(tcp::no_delay(true), ec);
        socket().expires_after(m_shared.limits.handshakeTime);
        co_await m_stream.async_handshake(ssl::stream_base::server, redirect_error(use_awaitable, ec));
        if (ec)
            qCDebug(httpLog) << "handshake failed:" << ec.message().c_str();
        co_return !ec;
    }

    /// Reads, answers; true when another request may follow on this connection.
    awaitable<bool> serveOne()
    {
        const bool begun = co_await awaitFirstByte();
        if (!begun)
            co_return false;
        Parser parser;
        std::optional<Response> refusal = co_await readHead(parser);
        if (m_broken)
            co_return false;
        Admission admission;
        Request request;
        if (!refusal) {
            request = requestOf(parser.get(), m_peer);
            admission = m_shared.site.admit(request);
            refusal = std::move(admission.refusal);
        }
        if (!refusal && isLarge(parser, admission.bodyLimit))
            refusal = co_await screen(admission.route, request);
        if (!refusal)
            refusal = co_await readBody(parser, admission.bodyLimit);
        if (m_broken)
            co_return false;
        if (refusal) {
            const bool goOn = co_await refuse(parser, *refusal);
            co_return goOn;
        }
        const bool close = !parser.keep_alive();
        request.body = QByteArray::fromStdString(parser.get().body());
        parser.get().body() = {};
        request.captures = std::move(admission.captures);
        ++m_shared.counters.requests;
        const bool headOnly = request.method == "HEAD";
        const Response response = co_await answer(admission.route, std::move(request));
        const bool goOn = co_await write(response, close || response.close || m_shared.stopping, headOnly);
        co_return goOn;
    }

    awaitable<bool> awaitFirstByte()
    {
        if (m_shared.stopping)
            co_return false;
        if (m_buffer.size() > 0)
            co_return true;
        m_idle = true;
        socket().expires_after(m_shared.limits.idleTime);
        error_code ec;
        const std::size_t size = co_await m_stream.async_read_some(
            m_buffer.prepare(8 * 1024), redirect_error(use_awaitable, ec));
        m_idle = false;
        m_buffer.commit(ec ? 0 : size);
        co_return !ec;
    }

    awaitable<std::optional<Response>> readHead(Parser &parser)
    {
        parser.header_limit(m_shared.limits.headerBytes);
        // Beast compares Content-Length with its limit while it reads the head, before the route is known;
        // readBody() does it with the route's own.
        parser.body_limit(boost::none);
        socket().expires_after(m_shared.limits.headerTime);
        error_code ec;
        co_await http::async_read_header(m_stream, m_buffer, parser, redirect_error(use_awaitable, ec));
        if (!ec)
            co_return isAmbiguous(parser.get()) ? std::optional(problemAnswer(400, ErrorCode::BadInput))
                                                : std::nullopt;
        auto refusal = refusalFor(ec);
        m_broken = !refusal;
        co_return refusal;
    }

    awaitable<std::optional<Response>> readBody(Parser &parser, qint64 limit)
    {
        const auto announced = parser.content_length();
        const auto most = static_cast<std::uint64_t>(limit);
        if (announced && *announced > most)
            co_return problemAnswer(413, ErrorCode::TooLarge);
        if (parser.is_done())
            co_return std::nullopt;
        parser.body_limit(most); // Counts the chunks of a body that announces no length.
        const auto room = static_cast<qint64>(announced.value_or(most));
        if (m_shared.bodiesBytes + room > m_shared.limits.bodiesBytes)
            co_return problemAnswer(503, ErrorCode::ServerFault);
        m_shared.bodiesBytes += room;
        auto refusal = co_await readReservedBody(parser, room);
        m_shared.bodiesBytes -= room;
        co_return refusal;
    }

    awaitable<std::optional<Response>> readReservedBody(Parser &parser, qint64 room)
    {
        error_code ec;
        socket().expires_after(m_shared.limits.bodyTime + std::chrono::seconds(room / (16 * 1024)));
        if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
            static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await asio::async_write(m_stream, asio::buffer(goOn), redirect_error(use_awaitable, ec));
        }
        if (!ec)
            co_await http::async_read(m_stream, m_buffer, parser, redirect_error(use_awaitable, ec));
        if (!ec)
            co_return std::nullopt;
        auto refusal = refusalFor(ec);
        m_broken = !refusal;
        co_return refusal;
    }

    /// Answers without the site. The rest of the message is unread, so the connection cannot go on.
    awaitable<bool> refuse(const Parser &parser, const Response &response)
    {
        ++m_shared.counters.refusals;
        const bool whole = parser.is_done();
        const bool headOnly = parser.is_header_done() && parser.get().method() == http::verb::head;
        const bool close = !whole || !parser.keep_alive() || m_shared.stopping;
        const bool goOn = co_await write(response, close, headOnly);
        if (!whole)
            co_await drain();
        co_return goOn;
    }

    /// Closing a socket with unread bytes resets it, and the peer may lose our answer: take some more first.
    awaitable<void> drain()
    {
        socket().expires_after(drainTime);
        error_code ec;
        for (qint64 taken = 0; !ec && taken < drainBytes;) {
            m_buffer.clear();
            const std::size_t size = co_await m_stream.async_read_some(
                m_buffer.prepare(16 * 1024), redirect_error(use_awaitable, ec));
            taken += static_cast<qint64>(size);
        }
        m_broken = m_broken || ec;
    }

    /// Asks the site on the pool; while it says "nothing yet" only a timer waits.
    awaitable<Response> answer(qsizetype route, Request request)
    {
        std::optional<Clock::time_point> until;
        for (;;) {
            Response response = co_await ask(route, request);
            if (!response.wait || request.waitOver)
                co_return response;
            if (!until)
                until = Clock::now() + std::chrono::seconds(response.wait->seconds);
            co_await waitFor(*response.wait, *until);
            request.waitOver = m_shared.stopping || Clock::now() >= *until;
        }
    }

    awaitable<Response> ask(qsizetype route, const Request &request)
    {
        auto work
            = [&site = m_shared.site, route, &request] { return std::optional(site.answer(route, request)); };
        std::optional<Response> response = co_await guarded(std::move(work));
        co_return std::move(*response);
    }

    awaitable<std::optional<Response>> screen(qsizetype route, const Request &head)
    {
        socket().expires_never(); // The site's time is not the peer's.
        auto work = [&site = m_shared.site, route, &head] { return site.screen(route, head); };
        std::optional<Response> refusal = co_await guarded(std::move(work));
        co_return refusal;
    }

    template <typename F> awaitable<std::optional<Response>> guarded(F work)
    {
        // The one place where an exception of the site ends: the caller learns nothing of it.
        try {
            std::optional<Response> response = co_await offload(m_shared.pool, std::move(work));
            co_return response;
        } catch (const std::exception &fault) {
            qCCritical(httpLog) << "fault in a handler:" << typeid(fault).name();
        } catch (...) {
            qCCritical(httpLog) << "fault in a handler";
        }
        co_return problemAnswer(500, ErrorCode::ServerFault);
    }

    awaitable<void> waitFor(const Wait &wait, Clock::time_point until)
    {
        if (m_shared.stopping)
            co_return;
        socket().expires_never();
        // The waker may come late, from another thread: it must not touch a timer that is gone.
        const auto timer = std::make_shared<asio::steady_timer>(m_shared.io, until);
        const std::weak_ptr<asio::steady_timer> weak = timer;
        const Wait::Cancel cancel = wait.subscribe([weak, &io = m_shared.io] {
            asio::post(io, [weak] {
                if (const auto waiting = weak.lock())
                    waiting->expires_at(Clock::time_point::min());
            });
        });
        m_shared.waits.insert(timer.get());
        ++m_shared.counters.waiting;
        error_code woken;
        co_await timer->async_wait(redirect_error(use_awaitable, woken));
        --m_shared.counters.waiting;
        m_shared.waits.erase(timer.get());
        cancel();
    }

    awaitable<bool> write(const Response &response, bool close, bool headOnly)
    {
        QByteArray message = headOf(response, close);
        if (!headOnly && !response.file)
            message += response.body; // In one piece: one TLS record for a small answer.
        const auto bytesOut = asio::buffer(message.constData(), static_cast<std::size_t>(message.size()));
        socket().expires_after(m_shared.limits.writeTime);
        error_code ec;
        co_await asio::async_write(m_stream, bytesOut, redirect_error(use_awaitable, ec));
        m_broken = m_broken || ec;
        if (!m_broken && response.file && !headOnly) {
            const bool whole = co_await writeFile(*response.file);
            m_broken = !whole;
        }
        co_return !close && !m_broken;
    }

    /// False when the file ended early or the peer is gone: the announced length cannot be kept, so we hang
    /// up.
    awaitable<bool> writeFile(const FileSlice &file)
    {
        for (qint64 sent = 0; sent < file.length;) {
            const qint64 size = std::min(fileSliceBytes, file.length - sent);
            auto work = [path = file.path, offset = file.offset + sent, size] {
                return readSlice(path, offset, size);
            };
            const std::optional<QByteArray> slice = co_await offload(m_shared.pool, std::move(work));
            if (!slice)
                co_return false;
            error_code ec;
            socket().expires_after(m_shared.limits.writeTime);
            co_await asio::async_write(m_stream,
                asio::buffer(slice->constData(), static_cast<std::size_t>(slice->size())),
                redirect_error(use_awaitable, ec));
            if (ec)
                co_return false;
            sent += size;
        }
        co_return true;
    }

    awaitable<void> sayGoodbye()
    {
        if (m_broken || !socket().socket().is_open())
            co_return;
        error_code ec;
        socket().expires_after(drainTime);
        co_await m_stream.async_shutdown(redirect_error(use_awaitable, ec));
    }

    Shared &m_shared;
    Stream m_stream;
    beast::flat_buffer m_buffer;
    QString m_peer;
    bool m_idle = false; ///< Between requests: may be ended at once.
    bool m_broken = false; ///< Nobody left to talk to.
};

} // namespace

struct Listener::Private
{
    Private(Site &site, ListenerSettings given)
        : settings(std::move(given))
        , pool(static_cast<std::size_t>(settings.poolThreads))
        , shared{site, settings.limits, io, pool, {}, {}, {}, 0, false}
    {
    }

    Result<void> loadCertificate();
    awaitable<void> acceptAll();
    void start(tcp::socket socket);
    awaitable<void> obeySignals();
    awaitable<void> repeatedly(std::chrono::milliseconds pause, std::function<void()> work);
    void beginStop();

    ListenerSettings settings;
    asio::io_context io{1};
    asio::thread_pool pool;
    ssl::context tls{ssl::context::tls_server};
    tcp::acceptor acceptor{io};
    asio::signal_set signals{io};
    asio::steady_timer stopTimer{io};
    std::vector<std::shared_ptr<asio::steady_timer>> pauses; ///< Of repeated work; shared with its coroutine.
    Shared shared;
};

Result<void> Listener::Private::loadCertificate()
{
    tls.set_options(ssl::context::default_workarounds | ssl::context::no_compression | ssl::context::no_sslv2
        | ssl::context::no_sslv3 | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
    SSL_CTX_set_min_proto_version(tls.native_handle(), TLS1_2_VERSION);
    SSL_CTX_set_options(tls.native_handle(), SSL_OP_NO_RENEGOTIATION);
    SSL_CTX_set_cipher_list(tls.native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    const auto buffer = [](const QByteArray &pem) {
        return asio::buffer(pem.constData(), static_cast<std::size_t>(pem.size()));
    };
    error_code ec;
    tls.use_certificate_chain(buffer(settings.certificatePem), ec);
    if (!ec)
        tls.use_private_key(buffer(settings.keyPem), ssl::context::pem, ec);
    if (ec || SSL_CTX_check_private_key(tls.native_handle()) != 1)
        return fail(ErrorCode::CertificateUntrusted, QString::fromStdString(ec.message()));
    return {};
}

awaitable<void> Listener::Private::acceptAll()
{
    while (!shared.stopping) {
        error_code ec;
        tcp::socket socket = co_await acceptor.async_accept(redirect_error(use_awaitable, ec));
        if (ec == asio::error::operation_aborted)
            co_return;
        if (ec) { // Out of file descriptors: let some connections end first.
            asio::steady_timer pause(io, std::chrono::milliseconds(100));
            co_await pause.async_wait(use_awaitable);
            continue;
        }
        ++shared.counters.accepted;
        if (std::ssize(shared.sessions) >= settings.limits.connections) {
            ++shared.counters.turnedAway;
            continue; // The socket closes itself.
        }
        start(std::move(socket));
    }
}

void Listener::Private::start(tcp::socket socket)
{
    const auto session = std::make_shared<Session>(shared, tls, std::move(socket));
    asio::co_spawn(
        io, [session] { return session->run(); },
        [session](const std::exception_ptr &fault) {
            if (fault)
                qCWarning(httpLog) << "a connection ended with a fault";
        });
}

awaitable<void> Listener::Private::obeySignals()
{
    error_code ec;
    co_await signals.async_wait(redirect_error(use_awaitable, ec));
    if (!ec)
        beginStop();
}

awaitable<void> Listener::Private::repeatedly(std::chrono::milliseconds pause, std::function<void()> work)
{
    const auto timer = std::make_shared<asio::steady_timer>(io);
    pauses.push_back(timer);
    while (!shared.stopping) {
        co_await offload(pool, work);
        if (shared.stopping)
            co_return;
        timer->expires_after(pause);
        error_code cancelled;
        co_await timer->async_wait(redirect_error(use_awaitable, cancelled));
    }
}

void Listener::Private::beginStop()
{
    if (shared.stopping)
        return;
    shared.stopping = true;
    acceptor.close();
    signals.cancel();
    for (Session *session : shared.sessions)
        session->endWhenIdle();
    for (asio::steady_timer *wait : shared.waits)
        wait->cancel();
    for (const auto &pause : pauses)
        pause->cancel();
    stopTimer.expires_after(settings.limits.stopTime);
    stopTimer.async_wait([this](const error_code &ec) {
        if (ec)
            return;
        for (Session *session : shared.sessions)
            session->endNow();
    });
}

Listener::Listener(Site &site, ListenerSettings settings)
    : d(std::make_unique<Private>(site, std::move(settings)))
{
}

Listener::~Listener()
{
    d->pool.join();
}

Result<quint16> Listener::open()
{
    if (const auto loaded = d->loadCertificate(); !loaded)
        return fail(loaded.error());
    error_code ec;
    const auto address = asio::ip::make_address(d->settings.address.toStdString(), ec);
    if (ec)
        return fail(ErrorCode::ServerAway, QString::fromStdString(ec.message()));
    const tcp::endpoint endpoint(address, d->settings.port);
    d->acceptor.open(endpoint.protocol(), ec);
    if (!ec)
        d->acceptor.set_option(tcp::acceptor::reuse_address(true), ec);
    if (!ec)
        d->acceptor.bind(endpoint, ec);
    if (!ec)
        d->acceptor.listen(asio::socket_base::max_listen_connections, ec);
    if (ec)
        return fail(ErrorCode::ServerAway, QString::fromStdString(ec.message()));
    return d->acceptor.local_endpoint().port();
}

void Listener::run()
{
    if (d->settings.stopOnSignals) {
        d->signals.add(SIGTERM);
        d->signals.add(SIGINT);
        asio::co_spawn(d->io, d->obeySignals(), asio::detached);
    }
    asio::co_spawn(d->io, d->acceptAll(), asio::detached);
    // The stop timer would keep run() for its whole time when every session has ended before.
    while (d->io.run_one() > 0) {
        if (d->shared.stopping && d->shared.sessions.empty())
            d->stopTimer.cancel();
    }
}

void Listener::stop()
{
    asio::post(d->io, [this] { d->beginStop(); });
}

void Listener::repeat(std::chrono::milliseconds pause, std::function<void()> work)
{
    asio::co_spawn(d->io, d->repeatedly(pause, std::move(work)), asio::detached);
}

ListenerFigures Listener::figures() const
{
    const Counters &c = d->shared.counters;
    return {c.connections, c.accepted, c.turnedAway, c.requests, c.refusals, c.waiting};
}

} // namespace chengban::server
