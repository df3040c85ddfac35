#include "tests/client/support/MemoryDesk.h"

#include "client/models/NextStep.h"
#include "client/models/Posts.h"
#include "shared/canonical/Digest.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QRandomGenerator>
#include <QTimer>

namespace chengban {

namespace {

QByteArray randomBytesOf(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::global()->bounded(256));
    return bytes;
}

QFuture<Result<SignatureBody>> refusedSignature(ErrorCode reason)
{
    return QtFuture::makeReadyFuture(Result<SignatureBody>(fail(reason)));
}

} // namespace

MemoryDesk::MemoryDesk(qint64 nowMs)
    : m_nowMs(nowMs)
{
    auto rules = RuleShelf::fromResources();
    Q_ASSERT(rules);
    m_rules = std::make_unique<RuleShelf>(std::move(*rules));
    m_syncState.line = SyncState::Line::Online;
    m_syncState.lastContactMs = nowMs;
}

void MemoryDesk::actAs(const Actor &actor)
{
    m_actor = actor;
    Q_EMIT casesChanged({});
}

void MemoryDesk::setDirectory(const wire::Directory &directory)
{
    m_directory = directory;
    Q_EMIT directoryChanged();
}

Actor MemoryDesk::actor() const
{
    return onPostOf(m_post, m_actor, m_directory, m_nowMs).value_or(m_actor);
}

Result<void> MemoryDesk::actFor(const UserId &holder)
{
    if (const auto onPost = onPostOf(holder, m_actor, m_directory, m_nowMs); !onPost)
        return fail(onPost.error());
    m_post = holder;
    Q_EMIT postChanged();
    return {};
}

void MemoryDesk::appointSubstitute(const wire::Appointment &wanted)
{
    const auto person = [this](const UserId &id) {
        const auto known = std::ranges::find(m_directory.people, id, &wire::DirectoryPerson::id);
        return known == m_directory.people.end() ? Actor() : wire::actorOf(m_actor.tenant, *known, {});
    };
    Substitution made;
    made.id = QString::number(m_directory.substitutions.size());
    made.holder = wanted.holder;
    made.substitute = wanted.substitute;
    made.from = wanted.from;
    made.to = wanted.to;
    made.reason = wanted.reason;
    made.appointedBy = m_actor.user;
    made.appointedByName = m_actor.name;
    made.appointedAtMs = m_nowMs;
    const auto allowed = mayAppoint(made, {m_actor, person(wanted.holder), person(wanted.substitute)},
        m_directory.substitutions, {}, m_nowMs);
    if (allowed)
        m_directory.substitutions.append(made);
    Q_EMIT directoryChanged();
    Q_EMIT substituteAnswered(allowed ? std::nullopt : std::optional(allowed.error().code));
}

void MemoryDesk::revokeSubstitute(const QString &id)
{
    for (Substitution &one : m_directory.substitutions) {
        if (one.id == id) {
            one.revokedAtMs = m_nowMs;
            one.revokedByName = m_actor.name;
        }
    }
    Q_EMIT directoryChanged();
    Q_EMIT substituteAnswered(std::nullopt);
}

void MemoryDesk::setSyncState(const SyncState &state)
{
    m_syncState = state;
    Q_EMIT syncStateChanged();
}

void MemoryDesk::setOutbox(const QList<OutboxRow> &rows)
{
    m_outbox = rows;
    Q_EMIT outboxChanged();
}

void MemoryDesk::play(const Actor &who, const CaseId &id, CommandType type, const QJsonObject &body)
{
    const Actor before = std::exchange(m_actor, who);
    const UserId post = std::exchange(m_post, {});
    const bool wasBlocked = blockSignals(true); // Nobody may look while somebody else is the actor.
    const auto taken = take(id, type, body);
    blockSignals(wasBlocked);
    m_actor = before;
    m_post = post;
    if (!taken) {
        for (const Problem &problem : taken.error())
            qWarning().noquote() << nameOf(type) << problem.finding << problem.field;
        qFatal("a step of the arrangement was refused");
    }
    Q_EMIT casesChanged({id});
}

Case MemoryDesk::caseNow(const CaseId &id) const
{
    Case theCase = folded(m_logs.value(id));
    theCase.id = id;
    theCase.tenant = m_actor.tenant;
    return theCase;
}

CaseSummary MemoryDesk::summary(const CaseId &id) const
{
    const Case one = caseNow(id);
    const Deadline *due = one.runningDeadline();
    return {.id = id,
        .number = one.demand.sourceNumber,
        .title = one.demand.title,
        .category = one.demand.category,
        .phase = one.phase,
        .caseClass = one.caseClass,
        .unitName = one.leadUnitName,
        .dueMs = due ? std::optional(due->dueMs) : std::nullopt,
        .access = Access::Working,
        .anonymous = one.demand.anonymous,
        .round = one.round,
        .hasDraft = m_drafts.contains(id),
        .decisionWanted = !one.extensions.isEmpty() && !one.extensions.last().decision,
        .requestPending = std::ranges::any_of(one.requests,
            [](const UnitRequest &asked) { return asked.state == UnitRequest::State::Pending; }),
        .returnedToClerk = !one.returnsToClerk.isEmpty() && one.phase == Phase::Handling,
        .changedAtMs = m_logs.value(id).last().serverTimeMs,
        .pack = {}};
}

QList<CaseSummary> MemoryDesk::cases() const
{
    QList<CaseSummary> all;
    for (auto log = m_logs.cbegin(); log != m_logs.cend(); ++log)
        all.append(summary(log.key()));
    return all;
}

Result<Case> MemoryDesk::caseOf(const CaseId &id) const
{
    if (!m_logs.contains(id))
        return fail(ErrorCode::CaseUnknown);
    Case one = caseNow(id);
    one.identity.reset();
    return one;
}

Result<QList<Event>> MemoryDesk::logOf(const CaseId &id) const
{
    return m_logs.value(id);
}

QList<CaseId> MemoryDesk::search(const QString &query) const
{
    QList<CaseId> hits;
    for (auto log = m_logs.cbegin(); log != m_logs.cend(); ++log) {
        const Demand demand = caseNow(log.key()).demand;
        if ((demand.sourceNumber + demand.title + demand.text).contains(query))
            hits.append(log.key());
    }
    return hits;
}

Command MemoryDesk::command(const CaseId &id, CommandType type, const QJsonObject &body) const
{
    return {CommandId{uuid7(m_nowMs, randomBytesOf(10))}, type, id, caseNow(id).revision, m_nowMs, body};
}

Problems MemoryDesk::problemsOf(const CaseId &id, CommandType type, const QJsonObject &body) const
{
    const Case theCase = caseNow(id);
    const Decision decision = decide(theCase, command(id, type, body), actor(), rulesFor(theCase), m_nowMs);
    return decision ? Problems() : decision.error();
}

tl::expected<CommandId, Problems> MemoryDesk::take(
    const CaseId &id, CommandType type, const QJsonObject &body)
{
    const Case theCase = caseNow(id);
    const Command step = command(id, type, body);
    const Decision decision = decide(theCase, step, actor(), rulesFor(theCase), m_nowMs);
    if (!decision)
        return tl::unexpected(decision.error());
    append(id, step, *decision);
    if (type == CommandType::SubmitForSignOff)
        m_drafts.remove(id);
    if (const auto registered = registerFromJson(body); type == CommandType::Register && registered) {
        m_names.insert(id, registered->identity.name.left(1) + QStringLiteral("**"));
        m_phones.insert(id,
            registered->identity.phone.left(3) + QStringLiteral("****")
                + registered->identity.phone.right(4));
    }
    if (type == CommandType::SubmitReply) {
        m_receipts[id].append({.tenant = m_actor.tenant,
            .caseId = id,
            .revision = caseNow(id).revision,
            .digest = QString::fromLatin1(caseNow(id).head.toHex()),
            .command = step.id,
            .serverTimeMs = m_nowMs,
            .key = {},
            .signature = {}});
    }
    Q_EMIT casesChanged({id});
    return step.id;
}

void MemoryDesk::append(const CaseId &id, const Command &command, const QList<EventDraft> &drafts)
{
    QList<Event> &log = m_logs[id];
    const Case theCase = caseNow(id);
    Stamp stamp{command.id, actor(), theCase.pack, m_nowMs, m_nowMs};
    if (command.type == CommandType::Dispatch && stamp.pack.isEmpty()) {
        const RulePack *pack = m_rules->packFor(theCase);
        stamp.pack = {pack->id, pack->version, QString::fromLatin1(pack->digest.toHex())};
    }
    const QByteArray head = log.isEmpty() ? chainStart(m_actor.tenant, id) : theCase.head;
    const auto events = chained(drafts, id, theCase.revision, head, stamp, [] { return randomBytesOf(16); });
    Q_ASSERT(events);
    log += *events;
}

std::optional<ReplyDraft> MemoryDesk::draft(const CaseId &id) const
{
    const auto found = m_drafts.constFind(id);
    return found == m_drafts.cend() ? std::nullopt : std::optional(*found);
}

ReplyDraft MemoryDesk::openDraft(const CaseId &id) const
{
    if (const auto known = draft(id))
        return *known;
    const Case theCase = caseNow(id);
    const Reply reply = startingReply(theCase, m_actor, m_directory);
    return {reply, theCase.revision, 0, reply};
}

Result<void> MemoryDesk::saveDraft(const CaseId &id, const ReplyDraft &draft)
{
    ++m_saves;
    if (m_saveFailure)
        return fail(*m_saveFailure);
    const bool fresh = !m_drafts.contains(id);
    m_drafts.insert(id, draft);
    m_drafts[id].savedAtMs = m_nowMs;
    if (fresh)
        Q_EMIT casesChanged({id});
    return {};
}

std::optional<DraftNews> MemoryDesk::newsFor(const CaseId &id, const ReplyDraft &draft) const
{
    return chengban::newsFor(draft, caseNow(id));
}

Result<ReplyDraft> MemoryDesk::takeNews(const CaseId &id, const DraftNews &news, const ReplyMerge &merge)
{
    ReplyDraft after = draftAfter(news, merge);
    after.savedAtMs = m_nowMs;
    if (!news.merge.clashes.isEmpty() && after.reply != news.mine.reply) {
        m_kept[id].prepend({m_kept[id].size() + 1, id, m_nowMs, QStringLiteral("merged"),
            QStringLiteral("reply"), toJson(news.mine.reply)});
    }
    m_drafts.insert(id, after);
    return after;
}

Result<void> MemoryDesk::bringBack(const CaseId &id, const KeptText &text)
{
    const auto reply = replyFromJson(text.body);
    if (!reply)
        return fail(reply.error());
    ReplyDraft now = openDraft(id);
    m_kept[id].prepend({m_kept[id].size() + 1, id, m_nowMs, QStringLiteral("replaced"),
        QStringLiteral("reply"), toJson(now.reply)});
    now.reply = *reply;
    m_drafts.insert(id, now);
    Q_EMIT casesChanged({id});
    return {};
}

void MemoryDesk::setAside(const QList<SetAside> &aside)
{
    m_aside = aside;
    Q_EMIT outboxChanged();
}

Result<void> MemoryDesk::endSetAside(const CaseId &id)
{
    m_aside.removeIf([&](const SetAside &one) { return one.caseId == id; });
    Q_EMIT outboxChanged();
    return {};
}

Result<void> MemoryDesk::discardDraft(const CaseId &id)
{
    m_drafts.remove(id);
    Q_EMIT casesChanged({id});
    return {};
}

std::optional<StepDraft> MemoryDesk::stepDraft(const CaseId &id, CommandType step) const
{
    const auto found = m_stepDrafts.constFind(id.value + nameOf(step));
    return found == m_stepDrafts.cend() ? std::nullopt : std::optional(*found);
}

Result<void> MemoryDesk::saveStepDraft(const CaseId &id, CommandType step, const QJsonObject &fields)
{
    if (m_saveFailure)
        return fail(*m_saveFailure);
    if (fields.isEmpty())
        m_stepDrafts.remove(id.value + nameOf(step));
    else
        m_stepDrafts.insert(id.value + nameOf(step), {fields, m_nowMs});
    return {};
}

void MemoryDesk::sendAway(const QString &sha256)
{
    m_filesAway.insert(sha256, m_files.take(sha256));
}

void MemoryDesk::bringBack(const QString &sha256)
{
    m_files.insert(sha256, m_filesAway.take(sha256));
    Q_EMIT fileArrived(sha256);
}

Result<Attachment> MemoryDesk::addFile(const QString &path, AttachmentKind kind)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable);
    return addBytes(path, file.readAll(), kind);
}

Result<Attachment> MemoryDesk::addBytes(const QString &path, const QByteArray &bytes, AttachmentKind kind)
{
    if (bytes.isEmpty())
        return fail(ErrorCode::FileEmpty);
    const QString sha
        = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    m_files.insert(sha, bytes);
    return Attachment{.name = QFileInfo(path).fileName(),
        .kind = kind,
        .mime = QMimeDatabase().mimeTypeForFileNameAndData(path, bytes).name(),
        .size = bytes.size(),
        .sha256 = sha,
        .sm3 = hex(sm3(bytes))};
}

Result<QByteArray> MemoryDesk::fileBytes(const QString &sha256)
{
    if (!m_files.contains(sha256))
        return fail(ErrorCode::NotFound);
    return m_files.value(sha256);
}

Result<FileReading> MemoryDesk::fileReading(const QString &sha256)
{
    return fileBytes(sha256).map([](const QByteArray &bytes) {
        return FileReading([bytes]() -> Result<QByteArray> { return bytes; });
    });
}

Result<void> MemoryDesk::settle(const CommandId &id)
{
    const auto removed = m_outbox.removeIf([&](const OutboxRow &row) { return row.command.id == id; });
    Q_EMIT outboxChanged();
    return removed > 0 ? Result<void>() : fail(ErrorCode::NotFound);
}

QString MemoryDesk::maskedName(const CaseId &id) const
{
    return m_names.value(id);
}

QString MemoryDesk::maskedPhone(const CaseId &id) const
{
    return m_phones.value(id);
}

Result<Identity> MemoryDesk::reveal(const CaseId &id, const QString &reason)
{
    if (reason.isEmpty())
        return fail(ErrorCode::ReasonMissing);
    const Case theCase = caseNow(id);
    return theCase.identity ? Result<Identity>(*theCase.identity) : fail(ErrorCode::OnlyServerKnows);
}

std::optional<EnrolledKey> MemoryDesk::signingKey() const
{
    return m_key;
}

void MemoryDesk::enrolKey(const QString &pin, const QString &witnessUser, const QString &witnessPassword)
{
    if (witnessPassword == QStringLiteral("wrong")) {
        QTimer::singleShot(0, this, [this] { Q_EMIT keyEnrolled(false, ErrorCode::WrongCredentials); });
        return;
    }
    m_privateKey = std::make_unique<Sm2Key>(std::move(*Sm2Key::generate()));
    m_pin = pin;
    m_key = EnrolledKey{.id = *keyIdOf(m_privateKey->publicKeyPem()),
        .user = m_actor.user,
        .device = m_actor.device,
        .publicKeyPem = m_privateKey->publicKeyPem(),
        .witnessName = witnessUser,
        .validFromMs = m_nowMs,
        .revokedAtMs = {}};
    QTimer::singleShot(0, this, [this] { Q_EMIT keyEnrolled(true, ErrorCode::BadInput); });
}

QFuture<Result<SignatureBody>> MemoryDesk::sign(
    const CaseId &id, const QString &replyDigest, const QString &opinion, const QString &pin)
{
    if (m_holdSignatures) {
        m_held.start();
        return m_held.future();
    }
    if (!m_key)
        return refusedSignature(ErrorCode::KeyUnknown);
    if (pin != m_pin)
        return refusedSignature(ErrorCode::PinWrong);
    const Case theCase = caseNow(id);
    if (!theCase.currentReply() || theCase.currentReply()->digest != replyDigest)
        return refusedSignature(ErrorCode::ReplyChanged);
    SignedText text;
    text.tenant = m_actor.tenant;
    text.caseId = id;
    text.round = theCase.round;
    text.replyVersion = theCase.currentReply()->number;
    text.replyDigest = replyDigest;
    text.caseHead = QString::fromLatin1(theCase.head.toHex());
    text.level = levelOf(actor().role).value_or(SignerLevel::DeputyLeader);
    text.actingFor = actor().actingFor;
    text.signer = m_actor.user;
    text.key = m_key->id;
    text.claimedTimeMs = m_nowMs;
    const QByteArray m = *canonicalForm(text);
    return QtFuture::makeReadyFuture(Result<SignatureBody>(SignatureBody{.replyVersion = text.replyVersion,
        .replyDigest = replyDigest,
        .level = text.level,
        .key = m_key->id,
        .signedText = QString::fromLatin1(m.toBase64()),
        .signature = QString::fromLatin1(m_privateKey->sign(m)->toBase64()),
        .opinion = opinion}));
}

void MemoryDesk::importCases(const QList<wire::ImportRow> &rows)
{
    m_importRows = rows;
}

void MemoryDesk::answerImport(int rows, std::optional<ErrorCode> failure)
{
    QList<wire::ImportOutcome> outcomes;
    for (const wire::ImportRow &row : m_importRows.first(std::min<qsizetype>(rows, m_importRows.size()))) {
        const QString number = row.body.demand.sourceNumber;
        const bool known = m_imported.contains(number);
        if (!known)
            m_imported.insert(number, CaseId{uuid7(m_nowMs, randomBytesOf(10))});
        outcomes.append({row.line, known ? wire::ImportState::Duplicate : wire::ImportState::Imported,
            m_imported.value(number), {}});
    }
    m_importRows.remove(0, outcomes.size());
    Q_EMIT importProgressed(outcomes);
    if (failure || m_importRows.isEmpty())
        Q_EMIT importEnded(failure);
}

Result<void> MemoryDesk::saveImportProfile(const QString &signature, const Mapping &mapping)
{
    m_profiles.insert(signature, mapping);
    return {};
}

} // namespace chengban
