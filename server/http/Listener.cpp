#include "server/http/Listener.h"

#include "server/http/HttpLog.h"
#include "server/http/Offload.h"
#include "server/http/OpenFiles.h"
#include "server/http/ProxyLine.h"
#include "server/http/ServerTls.h"
#include "server/http/Session.h"

#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>

Q_LOGGING_CATEGORY(httpLog, "chengban.http")

namespace chengban::server {

namespace asio = boost::asio;
using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = Connection::Clock;

namespace {

/// How often late peers are looked for: one timer for all costs less than one for each.
constexpr auto lookForLateEach = std::chrono::milliseconds(200);
/// Out of memory or file descriptors: some connections must end before the next one can come.
constexpr auto breath = std::chrono::milliseconds(100);

/// Each connection is an open file: not more of them than the system lets us have.
ListenerSettings withRoom(ListenerSettings settings)
{
    const qsizetype room = roomForConnections(settings.limits.connections);
    if (room < settings.limits.connections)
        qCWarning(httpLog) << "the limit of open files leaves room for" << room << "connections";
    settings.limits.connections = room;
    return settings;
}

/// Came through the proxy, which has not said yet for whom.
struct Newcomer
{
    tcp::socket socket;
    asio::steady_timer late;
};

} // namespace

struct Listener::Private
{
    Private(Site &site, ListenerSettings given)
        : settings(withRoom(std::move(given)))
        , pool(static_cast<std::size_t>(settings.poolThreads))
        , state{site, settings.limits, io, pool, ConnectionQuota(settings.limits), {}, {}, {}, 0, false}
    {
    }

    Result<void> bind();
    awaitable<void> acceptAll();
    void meet(tcp::socket socket);
    void admit(tcp::socket socket, const QString &peer);
    awaitable<void> introduce(std::shared_ptr<Newcomer> newcomer);
    void start(tcp::socket socket, const QString &peer, Welcome welcome);
    awaitable<void> obeySignals();
    awaitable<void> endLateSessions();
    awaitable<void> repeatedly(std::chrono::milliseconds pause, std::function<void()> work);
    void beginStop();

    ListenerSettings settings;
    asio::io_context io{1};
    asio::thread_pool pool;
    TlsContext tls;
    tcp::acceptor acceptor{io};
    asio::signal_set signals{io};
    asio::steady_timer lateTimer{io};
    Clock::time_point stopUntil = Clock::time_point::max();
    std::vector<std::shared_ptr<asio::steady_timer>> pauses; ///< Of repeated work; shared with its coroutine.
    ListenerState state;
};

Result<void> Listener::Private::bind()
{
    error_code ec;
    const auto address = asio::ip::make_address(settings.address.toStdString(), ec);
    const tcp::endpoint endpoint(address, settings.port);
    if (!ec)
        acceptor.open(endpoint.protocol(), ec);
    if (!ec)
        acceptor.set_option(tcp::acceptor::reuse_address(true), ec);
    if (!ec)
        acceptor.bind(endpoint, ec);
    if (!ec)
        acceptor.listen(asio::socket_base::max_listen_connections, ec);
    if (ec)
        return fail(ErrorCode::ServerAway, QString::fromStdString(ec.message()));
    return {};
}

awaitable<void> Listener::Private::acceptAll()
{
    while (!state.stopping) {
        error_code ec;
        tcp::socket socket = co_await acceptor.async_accept(redirect_error(use_awaitable, ec));
        if (ec == asio::error::operation_aborted)
            co_return;
        if (ec) {
            asio::steady_timer pause(io, breath);
            co_await pause.async_wait(use_awaitable);
            continue;
        }
        ++state.counters.accepted;
        meet(std::move(socket));
    }
}

void Listener::Private::meet(tcp::socket socket)
{
    error_code ec;
    const auto remote = socket.remote_endpoint(ec);
    if (ec)
        return; // Gone already.
    if (!settings.isBehindProxy)
        return admit(std::move(socket), QString::fromStdString(remote.address().to_string()));
    const auto newcomer = std::make_shared<Newcomer>(
        Newcomer{std::move(socket), asio::steady_timer(io, settings.limits.handshakeTime)});
    asio::co_spawn(io, introduce(newcomer), asio::detached);
}

awaitable<void> Listener::Private::introduce(std::shared_ptr<Newcomer> newcomer)
{
    if (state.waits.size() >= static_cast<std::size_t>(settings.limits.connections))
        co_return;
    state.waits.insert(&newcomer->late); // The stop cancels it.
    newcomer->late.async_wait([newcomer](error_code) {
        error_code ignored;
        newcomer->socket.close(ignored); // Not open any more once its caller is known.
    });
    error_code ec;
    const auto remote = newcomer->socket.remote_endpoint(ec);
    const std::optional<QString> caller = co_await callerBehind(newcomer->socket);
    tcp::socket socket = std::move(newcomer->socket);
    state.waits.erase(&newcomer->late);
    newcomer->late.cancel();
    if (ec || !caller || state.stopping) {
        ++state.counters.turnedAway;
        co_return;
    }
    admit(std::move(socket),
        caller->isEmpty() ? QString::fromStdString(remote.address().to_string()) : *caller);
}

void Listener::Private::admit(tcp::socket socket, const QString &peer)
{
    const Welcome welcome = state.quota.enter(peer);
    if (welcome != Welcome::Served)
        ++state.counters.turnedAway;
    if (welcome != Welcome::TurnedAway) // Else the socket closes itself.
        start(std::move(socket), peer, welcome);
}

void Listener::Private::start(tcp::socket socket, const QString &peer, Welcome welcome)
{
    const auto session = std::make_shared<Session>(state, std::move(socket), tls.get(), peer, welcome);
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

awaitable<void> Listener::Private::endLateSessions()
{
    while (!state.stopping || !state.sessions.empty()) {
        lateTimer.expires_after(lookForLateEach);
        error_code cancelled;
        co_await lateTimer.async_wait(redirect_error(use_awaitable, cancelled));
        const auto now = Clock::now();
        for (Session *session : state.sessions) {
            session->endIfLate(now);
            if (now >= stopUntil)
                session->endNow();
        }
    }
}

awaitable<void> Listener::Private::repeatedly(std::chrono::milliseconds pause, std::function<void()> work)
{
    const auto timer = std::make_shared<asio::steady_timer>(io);
    pauses.push_back(timer);
    while (!state.stopping) {
        co_await offload(pool, work);
        if (state.stopping)
            co_return;
        timer->expires_after(pause);
        error_code cancelled;
        co_await timer->async_wait(redirect_error(use_awaitable, cancelled));
    }
}

void Listener::Private::beginStop()
{
    if (state.stopping)
        return;
    state.stopping = true;
    stopUntil = Clock::now() + settings.limits.stopTime;
    acceptor.close();
    signals.cancel();
    for (Session *session : state.sessions)
        session->endWhenIdle();
    for (asio::steady_timer *wait : state.waits)
        wait->cancel();
    for (const auto &pause : pauses)
        pause->cancel();
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
    auto tls = serverTls(d->settings.certificatePem, d->settings.keyPem);
    if (!tls)
        return fail(tls.error());
    d->tls = std::move(*tls);
    if (const auto bound = d->bind(); !bound)
        return fail(bound.error());
    return d->acceptor.local_endpoint().port();
}

void Listener::run()
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to peers that may have left.
    if (d->settings.stopOnSignals) {
        d->signals.add(SIGTERM);
        d->signals.add(SIGINT);
        asio::co_spawn(d->io, d->obeySignals(), asio::detached);
    }
    asio::co_spawn(d->io, d->acceptAll(), asio::detached);
    asio::co_spawn(d->io, d->endLateSessions(), asio::detached);
    // The timer for late peers would keep run() a moment longer when every session has ended before.
    while (d->io.run_one() > 0) {
        if (d->state.stopping && d->state.sessions.empty())
            d->lateTimer.cancel();
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
    const ListenerCounters &c = d->state.counters;
    return {c.connections, c.accepted, c.turnedAway, c.requests, c.refusals, c.waiting};
}

} // namespace chengban::server
