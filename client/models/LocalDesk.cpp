#include "client/models/LocalDesk.h"

#include "client/models/LocalDeskEnrolment.h"
#include "client/models/WhenDone.h"
#include "client/store/DeviceIdentity.h"
#include "client/store/Vault.h"

#include <QtConcurrent>

namespace chengban {

namespace {

Problems problemsFor(const Error &error)
{
    Problem problem;
    problem.code = error.code;
    problem.finding = QString(errorName(error.code));
    return {problem};
}

/// Takes as long as the passphrase is expensive to guess.
Result<DataKey> keyByPassphrase(const QString &folder, const QString &passphrase, qint64 nowMs)
{
    auto vault = Vault::open(folder);
    if (!vault)
        return fail(vault.error());
    return vault->openByPassphrase(passphrase, nowMs);
}

const Error lockedError{ErrorCode::StoreLocked, {}};

} // namespace

LocalDesk::LocalDesk(DeskSetup setup, RuleShelf rules)
    : m_setup(std::move(setup))
    , m_rules(std::move(rules))
{
}

LocalDesk::~LocalDesk() = default;

Result<std::unique_ptr<LocalDesk>> LocalDesk::open(DeskSetup setup, const DataKey &key)
{
    auto rules = RuleShelf::fromResources();
    if (!rules)
        return fail(rules.error());
    std::unique_ptr<LocalDesk> desk(new LocalDesk(std::move(setup), std::move(*rules)));
    if (const auto opened = desk->openStore(key); !opened)
        return fail(opened.error());
    return desk;
}

Result<void> LocalDesk::openStore(const DataKey &key)
{
    auto store = Store::open(m_setup.folder, key, m_setup.admits);
    if (!store)
        return fail(store.error());
    m_store = std::move(*store);
    m_book = std::make_unique<CaseBook>(*m_store, m_rules, m_setup.actor, m_directory);
    const Actor &actor = m_setup.actor;
    m_signing = std::make_unique<SigningKeyStore>(*m_setup.keychain, m_store->values(),
        SigningKeyStore::ownerOf(actor.user.value, actor.tenant.value, actor.device.value));
    // Made here, before the sync thread could make another one.
    if (const auto identity = deviceIdentity(m_store->values()); !identity)
        return fail(identity.error());
    readDirectory();
    takeOverOutbox();
    return {};
}

qint64 LocalDesk::nowMs() const
{
    return m_setup.clock() - m_syncState.clockSkewMs;
}

void LocalDesk::lock()
{
    if (isLocked())
        return;
    m_signing.reset();
    m_book.reset();
    m_store.reset();
    m_enrolment.reset();
    m_directory = {};
    m_post = {};
    if (m_importing)
        endImport(ErrorCode::StoreLocked);
    Q_EMIT locked();
    Q_EMIT casesChanged({});
    Q_EMIT outboxChanged();
}

QFuture<Result<void>> LocalDesk::unlock(const QString &passphrase)
{
    if (!isLocked())
        return QtFuture::makeReadyFuture(Result<void>());
    const auto answer = std::make_shared<QPromise<Result<void>>>(); // Given when the other thread is done.
    answer->start();
    whenDone(this, QtConcurrent::run(&keyByPassphrase, m_setup.folder, passphrase, m_setup.clock()),
        [this, answer](const Result<DataKey> &key) {
            answer->addResult(reopen(key));
            answer->finish();
        });
    return answer->future();
}

Result<void> LocalDesk::reopen(const Result<DataKey> &key)
{
    if (!key)
        return fail(key.error());
    if (!isLocked())
        return {};
    if (const auto opened = openStore(*key); !opened)
        return opened;
    QByteArray raw = key->view().toByteArray();
    Q_EMIT unlocked(raw);
    raw.fill('\0');
    Q_EMIT casesChanged({});
    Q_EMIT outboxChanged();
    return {};
}

Result<void> LocalDesk::remember(const QString &name, const QByteArray &value)
{
    return isLocked() ? Result<void>(fail(lockedError)) : m_store->values().setSealed(name, value);
}

QList<CaseSummary> LocalDesk::cases() const
{
    if (isLocked())
        return {};
    return m_book->summaries().value_or(QList<CaseSummary>());
}

Result<Case> LocalDesk::caseOf(const CaseId &id) const
{
    return isLocked() ? Result<Case>(fail(lockedError)) : m_book->shown(id);
}

Result<QList<Event>> LocalDesk::logOf(const CaseId &id) const
{
    return isLocked() ? Result<QList<Event>>(fail(lockedError)) : m_store->replica().log(id);
}

QList<CaseId> LocalDesk::search(const QString &query) const
{
    if (isLocked())
        return {};
    QList<CaseId> hits = m_store->search().search(query).value_or(QList<CaseId>());
    // Who asks by the whole number means that case, however many others hold the same characters.
    const QString number = query.trimmed();
    for (const CaseSummary &one : cases()) {
        if (one.number == number && !hits.contains(one.id))
            hits.prepend(one.id);
    }
    return hits;
}

Result<Case> LocalDesk::caseFor(const CaseId &id, CommandType type) const
{
    if (isLocked())
        return fail(lockedError);
    auto theCase = m_book->complete(id);
    if (!theCase && theCase.error().code == ErrorCode::CaseUnknown && type == CommandType::Register)
        return m_book->unwritten(id);
    return theCase;
}

Command LocalDesk::command(const Case &theCase, CommandType type, const QJsonObject &body) const
{
    const qint64 now = nowMs();
    return {CommandId{uuid7(now, randomBytes(10))}, type, theCase.id, theCase.revision, now, body,
        actor().actingFor};
}

Decision LocalDesk::decided(const Case &theCase, const Command &command) const
{
    const Rules rules = m_rules.rulesFor(theCase);
    if (!rules.pack)
        return tl::unexpected(problemsFor({ErrorCode::PackUnknown, {}}));
    return decide(theCase, command, actor(), rules, nowMs());
}

Problems LocalDesk::problemsOf(const CaseId &id, CommandType type, const QJsonObject &body) const
{
    const auto theCase = caseFor(id, type);
    if (!theCase)
        return problemsFor(theCase.error());
    const Decision decision = decided(*theCase, command(*theCase, type, body));
    return decision ? Problems() : decision.error();
}

tl::expected<CommandId, Problems> LocalDesk::take(const CaseId &id, CommandType type, const QJsonObject &body)
{
    const auto theCase = caseFor(id, type);
    if (!theCase)
        return tl::unexpected(problemsFor(theCase.error()));
    const Command step = command(*theCase, type, body);
    if (const Decision decision = decided(*theCase, step); !decision)
        return tl::unexpected(decision.error());
    const auto queued = m_store->outbox().queue(step, m_setup.clock(), originOf(id, type));
    if (!queued)
        return tl::unexpected(problemsFor(queued.error()));
    // The text stands in the outbox now. Should removing the draft, or the row that was refused before, fail,
    // it is there twice, which loses nothing.
    if (type == CommandType::SubmitForSignOff)
        (void)m_store->drafts().remove(id);
    (void)dropGivenBack(id, type);
    takeOverOutbox();
    changed(id);
    Q_EMIT workQueued();
    return step.id;
}

void LocalDesk::changed(const CaseId &id)
{
    m_book->forget({id});
    Q_EMIT casesChanged({id});
}

QList<OutboxRow> LocalDesk::outbox() const
{
    return isLocked() ? QList<OutboxRow>() : m_store->outbox().rows().value_or(QList<OutboxRow>());
}

void LocalDesk::retryNow()
{
    if (isLocked())
        return;
    // If the stored pauses cannot be cleared, the attempt below is made all the same.
    (void)m_store->outbox().retryNow();
    Q_EMIT retryWanted();
    Q_EMIT outboxChanged();
}

QList<Receipt> LocalDesk::receipts(const CaseId &id) const
{
    return isLocked() ? QList<Receipt>() : m_store->outbox().receipts(id).value_or(QList<Receipt>());
}

void LocalDesk::takeOverCases(const QList<CaseId> &ids)
{
    if (isLocked())
        return;
    m_book->forget(ids);
    Q_EMIT casesChanged(ids);
}

void LocalDesk::takeOverOutbox()
{
    if (isLocked())
        return;
    const auto rows = m_store->outbox().rows();
    const auto files = m_store->blobs().inState(BlobState::Uploading);
    // What cannot be read now is not nought: the figures stay.
    if (rows)
        m_syncState.waiting = int(std::ranges::count_if(*rows, &OutboxRow::isWaiting));
    if (files)
        m_syncState.filesWaiting = int(files->size());
    m_book->forgetOwn();
    m_outboxUnread = !rows || !files || !giveBack(*rows);
    Q_EMIT outboxChanged();
    Q_EMIT syncStateChanged();
}

void LocalDesk::takeOverState(const SyncState &state)
{
    const int waiting = m_syncState.waiting;
    const int files = m_syncState.filesWaiting;
    m_syncState = state;
    m_syncState.waiting = waiting;
    m_syncState.filesWaiting = files;
    leaveClosedPost();
    if (m_outboxUnread)
        return takeOverOutbox();
    Q_EMIT syncStateChanged();
}

} // namespace chengban
