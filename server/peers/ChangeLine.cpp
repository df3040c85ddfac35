#include "server/peers/ChangeLine.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <libpq-fe.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <sstream>
#include <thread>

namespace chengban::server {

namespace asio = boost::asio;
using namespace std::chrono_literals;
using boost::system::error_code;

namespace {

constexpr auto untilNextTry = 1s;
constexpr auto shortestPause = 1ms;
constexpr auto longestPause = 20ms; ///< Between two looks at a horizon that an open transaction holds back.

constexpr char horizonQuery[]
    = "SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + tx_offset) << 20"
      " FROM feed_epoch";

struct Finish
{
    void operator()(PGconn *connection) const { PQfinish(connection); }
    void operator()(PGresult *result) const { PQclear(result); }
    void operator()(PGnotify *notification) const { PQfreemem(notification); }
};
using Connection = std::unique_ptr<PGconn, Finish>;
using Answer = std::unique_ptr<PGresult, Finish>;
using Notification = std::unique_ptr<PGnotify, Finish>;

bool isGood(const Answer &answer)
{
    const ExecStatusType status = PQresultStatus(answer.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

std::int64_t numberIn(const std::string &text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

FeedChange changeFrom(const std::string &payload)
{
    std::istringstream lines(payload);
    std::string place;
    FeedChange change;
    std::getline(lines, place);
    std::getline(lines, change.tenant);
    change.place = numberIn(place);
    for (std::string scope; std::getline(lines, scope);)
        change.scopes.push_back(scope);
    return change;
}

/// Everything runs on the one thread; only stop() is called from another.
class ChangeLine::Private
{
public:
    Private(std::string connection, Ears ears)
        : m_address(std::move(connection))
        , m_ears(std::move(ears))
        , m_thread([this] { run(); })
    {
    }
    ~Private()
    {
        asio::post(m_io, [this] { m_io.stop(); });
        m_thread.join();
    }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

private:
    void run()
    {
        asio::post(m_io, [this] { connect(); });
        const auto untilStopped = asio::make_work_guard(m_io);
        m_io.run();
        hangUp();
    }

    void connect();
    [[nodiscard]] bool listen();
    void hangUp();
    void waitForInput();
    void takeInput();
    void takeNotifications();
    void askForHorizon();
    void passOn();
    void askAgainLater();

    const std::string m_address;
    const Ears m_ears;
    asio::io_context m_io{1};
    asio::posix::stream_descriptor m_socket{m_io};
    asio::steady_timer m_pauseTimer{m_io};
    Connection m_connection;
    std::vector<FeedChange> m_heldBack; ///< Told by a peer, not visible to readers yet.
    std::int64_t m_horizon = 0;
    std::chrono::milliseconds m_pause = shortestPause;
    bool m_hasNews = false; ///< Something was told since the horizon was last asked for.
    bool m_isAsking = false; ///< The answer about the horizon is under way.
    std::thread m_thread; ///< Last: it uses all the others.
};

void ChangeLine::Private::connect()
{
    m_connection.reset(PQconnectdb(m_address.c_str()));
    PQsetNoticeProcessor(
        m_connection.get(), [](void *, const char *) {}, nullptr); // Else to standard error.
    if (PQstatus(m_connection.get()) != CONNECTION_OK || !listen()) {
        hangUp();
        m_pauseTimer.expires_after(untilNextTry);
        m_pauseTimer.async_wait([this](error_code cancelled) {
            if (!cancelled)
                connect();
        });
        return;
    }
    // Asio closes what it is given; libpq closes its own.
    m_socket.assign(::dup(PQsocket(m_connection.get())));
    m_ears.lostTrack();
    waitForInput();
}

/// The channel is one for each schema, because several counties may have theirs in one database.
bool ChangeLine::Private::listen()
{
    const Answer schema(PQexec(m_connection.get(), "SELECT 'chengban_' || current_schema()"));
    if (!isGood(schema) || PQgetisnull(schema.get(), 0, 0))
        return false;
    char *channel = PQescapeIdentifier(m_connection.get(), PQgetvalue(schema.get(), 0, 0),
        static_cast<std::size_t>(PQgetlength(schema.get(), 0, 0)));
    const Answer done(PQexec(m_connection.get(), (std::string("LISTEN ") + channel).c_str()));
    PQfreemem(channel);
    return isGood(done);
}

void ChangeLine::Private::hangUp()
{
    error_code ignored;
    m_socket.close(ignored);
    m_pauseTimer.cancel();
    m_connection.reset();
    m_heldBack.clear(); // Connecting again wakes everybody anyway.
    m_horizon = 0; // Of a database that may be another one next time.
    m_isAsking = false;
}

void ChangeLine::Private::waitForInput()
{
    m_socket.async_wait(asio::posix::stream_descriptor::wait_read, [this](error_code closed) {
        if (!closed)
            takeInput();
    });
}

void ChangeLine::Private::takeInput()
{
    if (PQconsumeInput(m_connection.get()) == 0) {
        hangUp();
        connect();
        return;
    }
    while (m_isAsking && PQisBusy(m_connection.get()) == 0) {
        const Answer answer(PQgetResult(m_connection.get()));
        if (!answer)
            m_isAsking = false;
        else if (isGood(answer) && PQntuples(answer.get()) == 1)
            m_horizon = numberIn(PQgetvalue(answer.get(), 0, 0));
    }
    takeNotifications();
    passOn();
    waitForInput();
}

void ChangeLine::Private::takeNotifications()
{
    while (const Notification notification{PQnotifies(m_connection.get())}) {
        FeedChange change = changeFrom(notification->extra);
        if (change.tenant.empty())
            continue;
        m_heldBack.push_back(std::move(change));
        m_hasNews = true;
    }
}

/// Tells what lies below the horizon as it was last seen, and asks for it again while something does not.
void ChangeLine::Private::passOn()
{
    const auto isVisible = [this](const FeedChange &change) { return change.place < m_horizon; };
    const auto hidden = std::stable_partition(m_heldBack.begin(), m_heldBack.end(), isVisible);
    std::for_each(m_heldBack.begin(), hidden, m_ears.changed);
    m_heldBack.erase(m_heldBack.begin(), hidden);
    if (m_heldBack.empty() || m_isAsking)
        return;
    if (m_hasNews)
        askForHorizon();
    else
        askAgainLater();
}

void ChangeLine::Private::askForHorizon()
{
    m_pauseTimer.cancel();
    m_pause = m_hasNews ? shortestPause : std::min(2 * m_pause, longestPause);
    m_hasNews = false;
    m_isAsking = PQsendQuery(m_connection.get(), horizonQuery) == 1; // Else the socket tells of the end.
}

void ChangeLine::Private::askAgainLater()
{
    m_pauseTimer.expires_after(m_pause);
    m_pauseTimer.async_wait([this](error_code cancelled) {
        if (!cancelled && !m_isAsking)
            askForHorizon();
    });
}

ChangeLine::ChangeLine(std::string connection, Ears ears)
    : d(std::make_unique<Private>(std::move(connection), std::move(ears)))
{
}

ChangeLine::~ChangeLine() = default;

} // namespace chengban::server
