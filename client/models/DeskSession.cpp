#include "client/models/DeskSession.h"

#include "client/store/Vault.h"

#include <QFileInfo>

namespace chengban {

QString DeskSession::tokenName(const QString &folder)
{
    return QStringLiteral("token/") + QFileInfo(folder).fileName();
}

QString DeskSession::secretName(const QString &folder)
{
    return QStringLiteral("store/") + QFileInfo(folder).fileName();
}

DeskSession::DeskSession(std::unique_ptr<LocalDesk> desk, SyncSetup sync, KeyStore &keychain, QObject *parent)
    : QObject(parent)
    , m_desk(std::move(desk))
    , m_colleagues(*m_desk)
    , m_carry(*m_desk)
    , m_transfers(*m_desk)
    , m_folder(sync.folder)
    , m_serverKeyPem(sync.serverKeyPem)
    , m_keychain(keychain)
    , m_thread(std::move(sync))
{
    connectDesk();
    connectEngine();
    connectColleagues();
}

DeskSession::~DeskSession() = default;

void DeskSession::connectDesk()
{
    SyncEngine *engine = m_thread.engine();
    LocalDesk *desk = m_desk.get();
    connect(desk, &LocalDesk::workQueued, engine, &SyncEngine::takeWork);
    connect(desk, &LocalDesk::fileWanted, engine, &SyncEngine::takeWork);
    connect(desk, &LocalDesk::retryWanted, engine, &SyncEngine::retryNow);
    connect(desk, &LocalDesk::revealWanted, engine, &SyncEngine::reveal);
    connect(desk, &LocalDesk::enrolmentWanted, engine, &SyncEngine::enrol);
    connect(desk, &LocalDesk::substituteWanted, engine, &SyncEngine::appointSubstitute);
    connect(desk, &LocalDesk::revocationWanted, engine, &SyncEngine::revokeSubstitute);
    connect(desk, &LocalDesk::importWanted, engine, &SyncEngine::importCases);
    connect(desk, &LocalDesk::locked, engine, &SyncEngine::close);
    connect(desk, &LocalDesk::unlocked, engine, &SyncEngine::open);
}

void DeskSession::connectEngine()
{
    SyncEngine *engine = m_thread.engine();
    LocalDesk *desk = m_desk.get();
    connect(engine, &SyncEngine::casesChanged, desk, &LocalDesk::takeOverCases);
    connect(engine, &SyncEngine::outboxChanged, desk, &LocalDesk::takeOverOutbox);
    connect(engine, &SyncEngine::stateChanged, desk, &LocalDesk::takeOverState);
    connect(engine, &SyncEngine::documentsChanged, desk, &LocalDesk::takeOverDirectory);
    connect(engine, &SyncEngine::fileArrived, desk, &Desk::fileArrived);
    connect(engine, &SyncEngine::identityRevealed, desk, &Desk::identityRevealed);
    connect(engine, &SyncEngine::revealFailed, desk, &Desk::revealFailed);
    connect(engine, &SyncEngine::keyEnrolled, desk, &LocalDesk::takeOverEnrolment);
    connect(engine, &SyncEngine::enrolmentRefused, desk, &LocalDesk::takeOverRefusedEnrolment);
    connect(engine, &SyncEngine::substituteAnswered, desk, &LocalDesk::takeOverSubstituteAnswer);
    connect(engine, &SyncEngine::casesImported, desk, &LocalDesk::takeOverImported);
    connect(engine, &SyncEngine::importFailed, desk, &LocalDesk::takeOverFailedImport);
    connect(&m_line, &LineWatch::changed, engine, &SyncEngine::setLineCondition);
    connect(engine, &SyncEngine::keepToken, this, &DeskSession::keepToken);
    connect(engine, &SyncEngine::deviceRevoked, this, &DeskSession::takeRevocation);
    connect(engine, &SyncEngine::stateChanged, this, [this](const SyncState &state) {
        if (state.line == SyncState::Line::LoggedOut && state.reason)
            Q_EMIT logInNeeded(*state.reason);
    });
    connect(engine, &SyncEngine::storeFailed, this, [this] {
        m_desk->lock();
        Q_EMIT unlockNeeded();
    });
}

void DeskSession::connectColleagues()
{
    SyncEngine *engine = m_thread.engine();
    connect(&m_colleagues, &LocalColleagues::workQueued, engine, &SyncEngine::takeWork);
    connect(&m_colleagues, &LocalColleagues::presenceWanted, engine, &SyncEngine::tellPresence);
    connect(engine, &SyncEngine::handoversChanged, &m_colleagues, &Colleagues::handoversChanged);
    connect(&m_carry, &LocalCarryDesk::workWanted, engine, &SyncEngine::writeWork);
    connect(&m_carry, &LocalCarryDesk::answersWanted, engine, &SyncEngine::writeAnswers);
    connect(&m_carry, &LocalCarryDesk::readingWanted, engine, &SyncEngine::readPackage);
    connect(engine, &SyncEngine::fileAdvanced, &m_transfers, &LocalTransfers::takeProgress);
    connect(engine, &SyncEngine::carriageChanged, &m_carry, &CarryDesk::packagesChanged);
    connect(engine, &SyncEngine::carryEnded, &m_carry, &CarryDesk::ended);
    connect(engine, &SyncEngine::presenceKnown, &m_colleagues, &Colleagues::writersChanged);
}

void DeskSession::rebuild()
{
    QMetaObject::invokeMethod(m_thread.engine(), &SyncEngine::rebuildReplica, Qt::QueuedConnection);
}

void DeskSession::start(
    const QByteArray &dataKey, const std::optional<wire::Session> &session, const QString &refreshToken)
{
    SyncEngine *engine = m_thread.engine();
    QMetaObject::invokeMethod(
        engine,
        [engine, dataKey, session, refreshToken] {
            engine->open(dataKey);
            if (session)
                engine->useSession(*session);
            else if (!refreshToken.isEmpty())
                engine->setRefreshToken(refreshToken);
        },
        Qt::QueuedConnection);
    m_line.start();
}

void DeskSession::useSession(const wire::Session &session)
{
    SyncEngine *engine = m_thread.engine();
    QMetaObject::invokeMethod(
        engine, [engine, session] { engine->useSession(session); }, Qt::QueuedConnection);
}

QFuture<Result<RegisterAnswer>> DeskSession::askRegister(const RegisterCall &call)
{
    if (m_desk->isLocked())
        return QtFuture::makeReadyFuture(Result<RegisterAnswer>(fail(ErrorCode::StoreLocked)));
    const auto task = std::make_shared<RegisterTask>(); // Goes to the engine's thread and is answered there.
    task->call = call;
    task->promise.start();
    SyncEngine *engine = m_thread.engine();
    QMetaObject::invokeMethod(
        engine, [engine, task] { engine->askRegister(task); }, Qt::QueuedConnection);
    return task->promise.future();
}

void DeskSession::keepToken(const QString &token)
{
    // Without a keychain the log-in ends with the program: a token never lies in a file.
    (void)m_keychain.write(tokenName(m_folder), token.toLatin1());
    QMetaObject::invokeMethod(m_thread.engine(), &SyncEngine::tokenKept, Qt::QueuedConnection);
}

void DeskSession::logOut()
{
    (void)m_keychain.remove(tokenName(m_folder));
    QMetaObject::invokeMethod(m_thread.engine(), &SyncEngine::logOut, Qt::QueuedConnection);
}

void DeskSession::takeRevocation()
{
    m_desk->lock();
    wipe(m_folder, m_keychain);
    Q_EMIT wiped();
}

void DeskSession::wipe(const QString &folder, KeyStore &keychain)
{
    // Each is tried whatever became of the others.
    (void)keychain.remove(tokenName(folder));
    (void)keychain.remove(secretName(folder));
    if (auto vault = Vault::open(folder))
        (void)vault->wipe();
}

} // namespace chengban
