#include "client/store/Replica.h"

#include <QSet>
#include <QtConcurrent>

#include <algorithm>

namespace chengban {

namespace {

// Few enough that a page is written while the next cases are still being sealed, many enough for all cores.
constexpr qsizetype casesAtOnce = 64;
constexpr qsizetype worthThreads = 4;

bool isStoreFault(ErrorCode code)
{
    return code == ErrorCode::StoreUnavailable || code == ErrorCode::DiskFull;
}

/// Cases from `from` on, none of them twice: what comes second has to fit what the first one left.
QList<wire::FeedCase> nextCases(const QList<wire::FeedCase> &cases, qsizetype from)
{
    QSet<QString> seen;
    qsizetype end = from;
    for (; end < cases.size() && end - from < casesAtOnce; ++end) {
        if (seen.contains(cases[end].caseId.value))
            break;
        seen.insert(cases[end].caseId.value);
    }
    return cases.mid(from, end - from);
}

QList<Result<SealedCase>> allTakenOver(const QList<Incoming> &incoming, const Sealer &sealer)
{
    const auto take = [&sealer](const Incoming &one) { return takenOver(one, sealer); };
    if (incoming.size() >= worthThreads)
        return QtConcurrent::blockingMapped<QList<Result<SealedCase>>>(incoming, take);
    QList<Result<SealedCase>> taken;
    std::ranges::transform(incoming, std::back_inserter(taken), take);
    return taken;
}

struct SealedLine
{
    CaseId id;
    QByteArray summary;
};

Result<CaseSummary> openedLine(const SealedLine &line, const Sealer &sealer)
{
    const auto opened = sealer.opened(line.summary, linePlace("summary", line.id));
    return opened ? unpackedSummary(*opened) : fail(opened.error());
}

} // namespace

Replica::Replica(Database &db, const Sealer &sealer)
    : m_db(db)
    , m_sealer(sealer)
{
}

Result<Applied> Replica::apply(const wire::FeedPage &page, const QString &scope)
{
    auto transaction = Transaction::begin(m_db);
    if (!transaction)
        return fail(transaction.error());
    Applied applied;
    if (const auto taken = takeAll(page.cases, applied); !taken)
        return fail(taken.error());
    for (const CaseId &id : page.unverified) {
        if (const auto marked = mark(id, ErrorCode::ChainBroken); !marked)
            return fail(marked.error());
        applied.broken << id;
    }
    const auto moved = m_db.run(
        QStringLiteral("INSERT OR REPLACE INTO cursors (scope, cursor) VALUES (?, ?)"), {scope, page.cursor});
    if (!moved)
        return fail(moved.error());
    if (const auto committed = transaction->commit(); !committed)
        return fail(committed.error());
    return applied;
}

Result<Applied> Replica::applyCase(const wire::FeedCase &feedCase)
{
    auto transaction = Transaction::begin(m_db);
    if (!transaction)
        return fail(transaction.error());
    Applied applied;
    if (const auto taken = takeSome({feedCase}, applied); !taken)
        return fail(taken.error());
    if (const auto committed = transaction->commit(); !committed)
        return fail(committed.error());
    return applied;
}

Result<Applied> Replica::applyEvents(const QList<Event> &events)
{
    if (events.isEmpty())
        return Applied{};
    const auto row = caseRow(events.first().caseId);
    if (!row)
        return fail(row.error());
    // What does not follow our head comes with the feed, in order; an answer is no place to start a case.
    if (!*row || events.first().revision > (*row)->revision + 1)
        return Applied{};
    wire::FeedCase feedCase;
    feedCase.caseId = (*row)->id;
    feedCase.access = (*row)->access;
    feedCase.events = events;
    feedCase.maskedName = (*row)->maskedName;
    feedCase.maskedPhone = (*row)->maskedPhone;
    return applyCase(feedCase);
}

Result<void> Replica::takeAll(const QList<wire::FeedCase> &cases, Applied &applied)
{
    for (qsizetype from = 0; from < cases.size();) {
        const QList<wire::FeedCase> next = nextCases(cases, from);
        if (const auto taken = takeSome(next, applied); !taken)
            return taken;
        from += next.size();
    }
    return {};
}

Result<void> Replica::takeSome(const QList<wire::FeedCase> &cases, Applied &applied)
{
    QList<Incoming> incoming;
    for (const wire::FeedCase &feedCase : cases) {
        if (feedCase.access == Access::None) {
            if (const auto dropped = drop(feedCase.caseId); !dropped)
                return dropped;
            applied.lost << feedCase.caseId;
            continue;
        }
        auto old = known(feedCase);
        if (!old && isStoreFault(old.error().code))
            return fail(old.error());
        if (!old) {
            applied.broken << feedCase.caseId;
            if (const auto marked = mark(feedCase.caseId, old.error().code); !marked)
                return marked;
            continue;
        }
        incoming << Incoming{feedCase, std::move(*old)};
    }
    const QList<Result<SealedCase>> taken = allTakenOver(incoming, m_sealer);
    for (qsizetype i = 0; i < taken.size(); ++i) {
        const CaseId &id = incoming[i].feedCase.caseId;
        const auto done = taken[i] ? write(*taken[i], !incoming[i].known) : mark(id, taken[i].error().code);
        if (!done)
            return done;
        (taken[i] ? applied.changed : applied.broken) << id;
    }
    return {};
}

Result<std::optional<KnownCase>> Replica::known(const wire::FeedCase &incoming) const
{
    const auto row = caseRow(incoming.caseId);
    if (!row)
        return fail(row.error());
    if (!*row)
        return std::optional<KnownCase>();
    KnownCase known{(*row)->revision, (*row)->head, {}};
    if (!incoming.whole) {
        auto stored = log(incoming.caseId, incoming.access == Access::Working);
        if (!stored)
            return fail(stored.error());
        known.log = std::move(*stored);
    }
    return known;
}

Result<void> Replica::write(const SealedCase &rows, bool isNew)
{
    if (rows.replaces) {
        if (const auto gone
            = m_db.run(QStringLiteral("DELETE FROM events WHERE case_id = ?"), {rows.id.value});
            !gone)
            return fail(gone.error());
    }
    if (rows.replaces || (rows.access != Access::Working && !isNew)) {
        if (const auto gone
            = m_db.run(QStringLiteral("DELETE FROM identity_parts WHERE case_id = ?"), {rows.id.value});
            !gone)
            return fail(gone.error());
    }
    if (isNew) {
        if (const auto read
            = m_db.run(QStringLiteral("DELETE FROM unread_cases WHERE case_id = ?"), {rows.id.value});
            !read)
            return fail(read.error());
    }
    for (const SealedCase::EventRow &event : rows.events) {
        const auto put = m_db.run(
            QStringLiteral("INSERT OR REPLACE INTO events (case_id, revision, body) VALUES (?, ?, ?)"),
            {rows.id.value, event.revision, event.body});
        if (!put)
            return fail(put.error());
    }
    for (const SealedCase::IdentityRow &part : rows.identities) {
        const auto put
            = m_db.run(QStringLiteral("INSERT OR REPLACE INTO identity_parts (case_id, revision, name, body)"
                                      " VALUES (?, ?, ?, ?)"),
                {rows.id.value, part.revision, part.part, part.body});
        if (!put)
            return fail(put.error());
    }
    return writeLine(rows, isNew);
}

Result<void> Replica::writeLine(const SealedCase &rows, bool isNew)
{
    const auto put = m_db.run(isNew
            ? QStringLiteral(
                "INSERT INTO cases (access, revision, head, changed_at_ms, summary, words, masked, case_id)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            : QStringLiteral(
                "UPDATE cases SET access = ?, revision = ?, head = ?, changed_at_ms = ?, summary = ?,"
                " words = ?, masked = ?, fault = NULL WHERE case_id = ?"),
        {QString(nameOf(rows.access)), rows.revision, rows.head, rows.changedAtMs, rows.summary, rows.words,
            rows.masked, rows.id.value});
    return put ? Result<void>{} : fail(put.error());
}

Result<void> Replica::mark(const CaseId &id, ErrorCode fault)
{
    const QString name(errorName(fault));
    const auto marked
        = m_db.run(QStringLiteral("UPDATE cases SET fault = ? WHERE case_id = ?"), {name, id.value});
    if (!marked)
        return fail(marked.error());
    if (marked->rows > 0)
        return {};
    const auto noted
        = m_db.run(QStringLiteral("INSERT OR REPLACE INTO unread_cases (case_id, fault) VALUES (?, ?)"),
            {id.value, name});
    return noted ? Result<void>{} : fail(noted.error());
}

Result<void> Replica::drop(const CaseId &id)
{
    for (const char *statement :
        {"DELETE FROM events WHERE case_id = ?", "DELETE FROM identity_parts WHERE case_id = ?",
            "DELETE FROM search_rows WHERE case_number IN (SELECT number FROM cases WHERE case_id = ?)",
            "DELETE FROM cases WHERE case_id = ?", "DELETE FROM unread_cases WHERE case_id = ?"}) {
        if (const auto gone = m_db.run(QString::fromLatin1(statement), {id.value}); !gone)
            return fail(gone.error());
    }
    return {};
}

Result<QString> Replica::cursor(const QString &scope) const
{
    QString cursor;
    const auto read = m_db.each(QStringLiteral("SELECT cursor FROM cursors WHERE scope = ?"), {scope},
        [&](const QSqlQuery &row) -> Result<void> {
            cursor = row.value(0).toString();
            return {};
        });
    if (!read)
        return fail(read.error());
    return cursor;
}

Result<void> Replica::forgetCursor(const QString &scope)
{
    const auto gone = m_db.run(QStringLiteral("DELETE FROM cursors WHERE scope = ?"), {scope});
    return gone ? Result<void>{} : fail(gone.error());
}

Result<QList<CaseSummary>> Replica::summaries() const
{
    QList<SealedLine> sealed;
    const auto read = m_db.each(
        QStringLiteral("SELECT case_id, summary FROM cases"), {}, [&](const QSqlQuery &row) -> Result<void> {
            sealed.append({CaseId{row.value(0).toString()}, row.value(1).toByteArray()});
            return {};
        });
    if (!read)
        return fail(read.error());
    const auto open = [this](const SealedLine &line) { return openedLine(line, m_sealer); };
    QList<Result<CaseSummary>> opened
        = QtConcurrent::blockingMapped<QList<Result<CaseSummary>>>(sealed, open);
    QList<CaseSummary> lines;
    lines.reserve(opened.size());
    for (Result<CaseSummary> &line : opened) {
        if (!line)
            return fail(line.error());
        lines.append(std::move(*line));
    }
    return lines;
}

Result<QList<CaseId>> Replica::casesAfter(const CaseId &id, int most) const
{
    return caseIds(QStringLiteral("SELECT case_id FROM cases WHERE case_id > ? ORDER BY case_id LIMIT ?"),
        {id.value.isNull() ? QStringLiteral("") : id.value, most});
}

Result<QList<CaseId>> Replica::faultyCases() const
{
    return caseIds(QStringLiteral("SELECT case_id FROM unread_cases"
                                  " UNION SELECT case_id FROM cases WHERE fault IS NOT NULL"),
        {});
}

Result<QList<CaseId>> Replica::caseIds(const QString &question, const QVariantList &values) const
{
    QList<CaseId> ids;
    const auto read = m_db.each(question, values, [&](const QSqlQuery &row) -> Result<void> {
        ids << CaseId{row.value(0).toString()};
        return {};
    });
    if (!read)
        return fail(read.error());
    return ids;
}

Result<std::optional<CaseSummary>> Replica::summary(const CaseId &id) const
{
    std::optional<CaseSummary> found;
    const auto read = m_db.each(QStringLiteral("SELECT summary FROM cases WHERE case_id = ?"), {id.value},
        [&](const QSqlQuery &row) -> Result<void> {
            auto line = openedLine({id, row.value(0).toByteArray()}, m_sealer);
            if (!line)
                return fail(line.error());
            found = std::move(*line);
            return {};
        });
    if (!read)
        return fail(read.error());
    return found;
}

Result<std::optional<ReplicaCase>> Replica::caseRow(const CaseId &id) const
{
    std::optional<ReplicaCase> found;
    const auto read = m_db.each(
        QStringLiteral("SELECT access, revision, head, fault, masked FROM cases WHERE case_id = ?"),
        {id.value}, [&](const QSqlQuery &row) -> Result<void> {
            const auto masked = openedMask(row.value(4).toByteArray(), id, m_sealer);
            if (!masked)
                return fail(masked.error());
            found = ReplicaCase{id, valueNamed<Access>(row.value(0).toString()).value_or(Access::None),
                row.value(1).toLongLong(), row.value(2).toByteArray(), masked->name, masked->phone,
                errorCode(row.value(3).toString())};
            return {};
        });
    if (!read)
        return fail(read.error());
    return found;
}

Result<QList<Event>> Replica::log(const CaseId &id, bool withIdentity) const
{
    QList<Event> log;
    const auto read
        = m_db.each(QStringLiteral("SELECT revision, body FROM events WHERE case_id = ? ORDER BY revision"),
            {id.value}, [&](const QSqlQuery &row) -> Result<void> {
                const auto json = m_sealer.openedJson(
                    row.value(1).toByteArray(), eventPlace(id, row.value(0).toLongLong()));
                if (!json)
                    return fail(json.error());
                const auto event = eventFromJson(*json);
                if (!event)
                    return fail(ErrorCode::StoreDamaged, event.error().detail);
                log << *event;
                return {};
            });
    if (!read)
        return fail(read.error());
    if (log.isEmpty())
        return fail(ErrorCode::CaseUnknown);
    if (!withIdentity)
        return log;
    const auto restored = m_db.each(
        QStringLiteral("SELECT revision, name, body FROM identity_parts WHERE case_id = ?"), {id.value},
        [&](const QSqlQuery &row) {
            return restorePart(log,
                {row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toByteArray()}, m_sealer);
        });
    if (!restored)
        return fail(restored.error());
    return log;
}

} // namespace chengban
