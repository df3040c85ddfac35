#include "client/sync/SyncEngine.h"

#include "client/store/Carriage.h"
#include "client/sync/Courier.h"
#include "client/sync/DocumentWatch.h"
#include "client/sync/Fetcher.h"
#include "client/sync/Indexer.h"
#include "client/sync/Porter.h"
#include "client/sync/Puller.h"
#include "client/sync/Pusher.h"
#include "client/sync/RegisterCaller.h"
#include "client/sync/RetryPolicy.h"
#include "client/sync/RootWatch.h"
#include "client/sync/TokenKeeper.h"
#include "client/sync/Uploader.h"
#include "client/updates/UpdateWatch.h"

#include <algorithm>

namespace chengban {

namespace {

constexpr qint64 documentsEveryMs = 10 * 60'000;
constexpr qint64 rootsEveryMs = 10 * 60'000;
constexpr qint64 keepAcceptedMs = 7LL * 24 * 3600 * 1000;

} // namespace

SyncEngine::SyncEngine(SyncSetup setup, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_api(m_setup.profile, this)
    , m_tokens(new TokenKeeper(m_api, m_setup.clock, this))
    , m_register(new RegisterCaller(m_api, this))
    , m_retry(this)
    , m_wake(this)
{
    for (QTimer *timer : {&m_retry, &m_wake})
        timer->setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SyncEngine::begin);
    connect(&m_wake, &QTimer::timeout, this, &SyncEngine::takeWork);
    connect(m_tokens, &TokenKeeper::keepWanted, this, &SyncEngine::keepToken);
    connect(m_tokens, &TokenKeeper::sessionKnown, this, &SyncEngine::sessionKnown);
    connect(m_tokens, &TokenKeeper::ready, this, &SyncEngine::startJobs);
    connect(m_tokens, &TokenKeeper::failed, this, [this](ErrorCode reason, const QString &detail) {
        isAccessFault(reason) ? takeAccessFailure(reason) : takeFailure(reason, detail);
    });
}

SyncEngine::~SyncEngine()
{
    close();
}

void SyncEngine::open(const QByteArray &dataKey)
{
    const auto key = DataKey::fromBytes(dataKey);
    auto store = key ? Store::open(m_setup.folder, *key, m_setup.admits)
                     : Result<std::unique_ptr<Store>>(fail(key.error()));
    if (!store) {
        Q_EMIT storeFailed(store.error().code);
        return;
    }
    m_store = std::move(*store);
    m_context = std::make_unique<SyncContext>(
        SyncContext{*m_store, m_api, m_setup.clock, m_setup.serverKeyPem, m_setup.self});
    const auto contact = m_store->values().number(QStringLiteral("last-contact-ms"));
    m_state.lastContactMs = contact.value_or(0);
    // Housekeeping that may as well happen at the next start.
    (void)m_store->outbox().dropAcceptedBefore(now() - keepAcceptedMs);
    (void)m_store->quarantine().endBefore(now() - Quarantine::keptMs);
    (void)m_store->handovers().dropBefore(now() - Quarantine::keptMs);
    (void)m_store->carriage().dropBefore(now() - 2 * Quarantine::keptMs);
    makeJobs();
    m_indexer->start();
    if (resumePause())
        setLine(SyncState::Line::Offline, ErrorCode::ServerAway);
    else
        begin();
}

void SyncEngine::makeJobs()
{
    m_puller = std::make_unique<Puller>(*m_context, m_setup.scope);
    m_pusher = std::make_unique<Pusher>(*m_context);
    m_uploader = std::make_unique<Uploader>(*m_context);
    m_fetcher = std::make_unique<Fetcher>(*m_context);
    for (SyncJob *job : {static_cast<SyncJob *>(m_puller.get()), static_cast<SyncJob *>(m_pusher.get()),
             static_cast<SyncJob *>(m_uploader.get()), static_cast<SyncJob *>(m_fetcher.get())})
        connect(job, &SyncJob::failed, this, &SyncEngine::takeFailure);
    connect(m_puller.get(), &SyncJob::finished, this, &SyncEngine::takePulled);
    connect(m_puller.get(), &Puller::casesChanged, this, &SyncEngine::casesChanged);
    m_indexer = std::make_unique<Indexer>(m_store->search());
    connect(m_indexer.get(), &Indexer::complete, this, &SyncEngine::indexed);
    connect(m_puller.get(), &Puller::faultyKnown, this, [this](const QList<CaseId> &ids) {
        m_faultyCases = !ids.isEmpty();
        showAlarm();
    });
    connect(m_puller.get(), &Puller::quarantined, this, &SyncEngine::outboxChanged);
    connect(m_puller.get(), &Puller::serverTimeKnown, this, &SyncEngine::takeServerTime);
    connect(m_pusher.get(), &Pusher::outboxChanged, this, &SyncEngine::outboxChanged);
    connect(m_pusher.get(), &Pusher::casesChanged, this, &SyncEngine::casesChanged);
    connect(m_pusher.get(), &SyncJob::finished, this, &SyncEngine::wakeLater);
    connect(m_uploader.get(), &Uploader::outboxChanged, this, [this] {
        Q_EMIT outboxChanged();
        m_pusher->start();
    });
    // Its failures are the store's; a line fault it leaves to the others.
    m_roots = std::make_unique<RootWatch>(*m_context);
    connect(m_roots.get(), &SyncJob::failed, this, &SyncEngine::takeFailure);
    connect(m_roots.get(), &RootWatch::contradicted, this, [this](const CaseId &, ErrorCode reason) {
        m_rootsAlarm = reason;
        showAlarm();
    });
    connect(m_roots.get(), &RootWatch::agreed, this, [this] {
        m_rootsAlarm.reset();
        showAlarm();
    });
    m_documents = std::make_unique<DocumentWatch>(*m_context);
    connect(m_documents.get(), &DocumentWatch::changed, this, &SyncEngine::documentsChanged);
    connect(m_uploader.get(), &Uploader::advanced, this, &SyncEngine::fileAdvanced);
    connect(m_fetcher.get(), &Fetcher::advanced, this, &SyncEngine::fileAdvanced);
    makeCourier();
    makePorter();
    makeUpdates();
    connect(m_fetcher.get(), &Fetcher::fileArrived, this, &SyncEngine::fileArrived);
}

void SyncEngine::close()
{
    m_retry.stop();
    m_wake.stop();
    m_indexer.reset();
    if (m_uploader)
        m_uploader->stop();
    m_api.abort();
    m_tokens->cancel();
    m_puller.reset();
    m_pusher.reset();
    m_uploader.reset();
    m_fetcher.reset();
    m_roots.reset();
    m_documents.reset();
    m_courier.reset();
    m_porter.reset();
    m_updates.reset();
    m_context.reset();
    m_store.reset();
}

void SyncEngine::setRefreshToken(const QString &token)
{
    m_tokens->setRefreshToken(token);
    begin();
}

void SyncEngine::useSession(const wire::Session &session)
{
    m_refreshed = false;
    endPause(); // The log-in has just reached the server.
    m_tokens->useSession(session);
}

void SyncEngine::tokenKept()
{
    m_tokens->kept();
}

void SyncEngine::logOut()
{
    m_api.abort();
    if (m_store) {
        for (SyncJob *job : {static_cast<SyncJob *>(m_puller.get()), static_cast<SyncJob *>(m_pusher.get()),
                 static_cast<SyncJob *>(m_fetcher.get()), static_cast<SyncJob *>(m_roots.get()),
                 static_cast<SyncJob *>(m_documents.get()), static_cast<SyncJob *>(m_courier.get()),
                 static_cast<SyncJob *>(m_porter.get())})
            job->abort();
        m_uploader->stop();
        m_updates->stop();
    }
    // Should it not arrive, the tokens expire by themselves; here they are gone at once.
    m_api.logOut([](const Result<void> &) {});
    m_tokens->forget();
    setLine(SyncState::Line::LoggedOut, std::nullopt);
}

void SyncEngine::begin()
{
    if (!m_store)
        return;
    if (!m_tokens->isLoggedIn()) {
        setLine(SyncState::Line::LoggedOut, m_state.reason);
        return;
    }
    if (m_retry.isActive() || m_down) {
        setLine(SyncState::Line::Offline, m_state.reason.value_or(ErrorCode::ServerAway));
        return;
    }
    setBusy(true);
    m_tokens->ensure();
}

void SyncEngine::startJobs()
{
    if (!m_store)
        return;
    if (now() - m_documentsReadMs > documentsEveryMs && !m_documents->isRunning()) {
        m_documentsReadMs = now();
        m_documents->start();
    }
    if (!m_puller->isRunning())
        m_puller->start();
    m_pusher->start();
    if (!m_state.filesPaused)
        m_uploader->start();
    m_fetcher->start(); // Only what somebody asked to see.
    m_courier->start();
    m_porter->start();
}

void SyncEngine::takePulled()
{
    endPause();
    m_refreshed = false;
    m_state.lastContactMs = now();
    m_state.obstacle = Obstacle::None;
    // A figure for people; the next contact writes it again.
    (void)m_store->values().setNumber(QStringLiteral("last-contact-ms"), m_state.lastContactMs);
    m_state.busy = false;
    setLine(SyncState::Line::Online, std::nullopt);
    // Not between the pages: until its index is there a case is found by looking at it.
    m_indexer->start();
    watchRoots();
    if (!m_state.filesPaused)
        m_updates->wake();
    m_puller->setWaitSeconds(m_setup.pollSeconds);
    m_tokens->ensure();
}

void SyncEngine::takeWork()
{
    if (!m_store || m_state.line != SyncState::Line::Online)
        return;
    m_tokens->ensure();
}

void SyncEngine::retryNow()
{
    if (!m_store)
        return;
    endPause();
    m_filesAnyway = true;
    m_state.filesPaused = false;
    // A poll that waits on a dead line would go on waiting: who asks for an attempt gets one.
    m_puller->abort();
    m_puller->setWaitSeconds(0);
    m_api.abortPoll();
    begin();
}

void SyncEngine::takeFailure(ErrorCode reason, const QString &detail)
{
    if (!m_store)
        return;
    if (reason == ErrorCode::StoreDamaged) {
        m_store->abandonReplica();
        close();
        Q_EMIT storeFailed(reason);
        return;
    }
    if (isAccessFault(reason))
        return takeAccessFailure(reason);
    // One job's failure ends the others' wait too: the line is one.
    m_puller->abort();
    m_puller->setWaitSeconds(0);
    m_api.abortPoll();
    m_state.busy = false;
    m_state.obstacle = obstacleOf({reason, detail});
    pauseAfter(reason);
    m_indexer->start();
    setLine(SyncState::Line::Offline, reason);
}

void SyncEngine::takeAccessFailure(ErrorCode reason)
{
    if (reason == ErrorCode::DeviceRevoked) {
        m_tokens->forget();
        close();
        Q_EMIT deviceRevoked();
        return;
    }
    m_tokens->expire();
    // The access token may just be over. Refused again right after a refresh, it is the log-in that is over.
    if (!m_refreshed && m_tokens->isLoggedIn()) {
        m_refreshed = true;
        return m_tokens->ensure();
    }
    m_tokens->forget();
    m_state.busy = false;
    setLine(SyncState::Line::LoggedOut, reason);
}

void SyncEngine::takeServerTime(qint64 serverMs)
{
    m_state.clockSkewMs = now() - serverMs;
}

void SyncEngine::wakeLater()
{
    const auto rows = m_store->outbox().rows();
    if (!rows)
        return;
    qint64 next = 0;
    for (const OutboxRow &row : *rows) {
        if (row.isWaiting())
            next = next ? std::min(next, row.nextTryMs) : std::max<qint64>(row.nextTryMs, 1);
    }
    const auto files = m_store->blobs().inState(BlobState::Uploading);
    for (const BlobRow &file : files.value_or(QList<BlobRow>()))
        next = next ? std::min(next, file.nextTryMs) : std::max<qint64>(file.nextTryMs, 1);
    if (next)
        m_wake.start(std::chrono::milliseconds(std::clamp<qint64>(next - now(), 200, 60'000)));
}

void SyncEngine::reveal(const CaseId &id, const QString &reason)
{
    m_api.reveal(id, reason, [this, id](const Result<Identity> &identity) {
        if (identity)
            Q_EMIT identityRevealed(id, *identity);
        else
            Q_EMIT revealFailed(id, identity.error().code);
    });
}

void SyncEngine::enrol(const QByteArray &publicKeyPem, const QString &witness, const QString &password)
{
    m_api.enrolKey(publicKeyPem, witness, password, [this](const Result<EnrolledKey> &key) {
        if (key)
            Q_EMIT keyEnrolled(*key);
        else
            Q_EMIT enrolmentRefused(key.error().code);
    });
}

void SyncEngine::importCases(const QList<wire::ImportRow> &rows)
{
    m_api.importCases(rows, [this](const Result<QList<wire::ImportOutcome>> &outcomes) {
        if (outcomes)
            Q_EMIT casesImported(*outcomes);
        else
            Q_EMIT importFailed(outcomes.error().code);
    });
}

void SyncEngine::setLine(SyncState::Line line, std::optional<ErrorCode> reason)
{
    m_state.line = line;
    m_state.reason = reason;
    Q_EMIT stateChanged(m_state);
}

void SyncEngine::watchRoots()
{
    // After a pull: what the roots are compared with is as new as it gets.
    if (m_roots->isRunning() || (m_rootsReadMs && now() - m_rootsReadMs < rootsEveryMs))
        return;
    m_rootsReadMs = now();
    m_roots->start();
}

void SyncEngine::showAlarm()
{
    const auto alarm = m_rootsAlarm || !m_faultyCases ? m_rootsAlarm : std::optional(ErrorCode::ChainBroken);
    if (m_state.alarm == alarm)
        return;
    m_state.alarm = alarm;
    Q_EMIT stateChanged(m_state);
}

void SyncEngine::setBusy(bool busy)
{
    m_state.busy = busy;
    Q_EMIT stateChanged(m_state);
}

} // namespace chengban
