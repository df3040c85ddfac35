#include "client/store/Replica.h"

#include "shared/canonical/JsonReader.h"
#include "shared/cases/Decide.h"

#include <QDataStream>
#include <QJsonDocument>

#include <algorithm>

namespace chengban {

namespace {

constexpr char partErased[] = "part-erased";

QString eventRow(const CaseId &id, qint64 revision)
{
    return id.value + QLatin1Char('/') + QString::number(revision);
}
SealedPlace eventPlace(const CaseId &id, qint64 revision)
{
    return {"events", "body", eventRow(id, revision)};
}
SealedPlace linePlace(const char *column, const CaseId &id)
{
    return {"cases", column, id.value};
}
SealedPlace identityPlace(const CaseId &id, qint64 revision, const QString &part)
{
    return {"identity_parts", "body", eventRow(id, revision) + QLatin1Char('/') + part};
}

bool isIdentity(const Part &part)
{
    return part.audience.kind == Audience::Kind::Identity;
}

QByteArray packedMask(const QString &name, const QString &phone)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << name << phone;
    return bytes;
}

// An erasure reaches back: the part it names must not stay readable here either. The chain holds, for it
// covers commitments only.
void applyErasures(QList<Event> &log, qsizetype firstNew)
{
    for (qsizetype i = firstNew; i < log.size(); ++i) {
        if (log[i].type != QLatin1StringView(partErased))
            continue;
        for (const Part &part : log[i].parts) {
            const auto body = eraseFromJson(part.body);
            if (!body || body->revision < 1 || body->revision > log.size())
                continue;
            for (Part &target : log[body->revision - 1].parts) {
                if (target.name == body->part) {
                    target.state = Part::State::Erased;
                    target.salt.clear();
                    target.body = {};
                }
            }
        }
    }
}

bool hasErasure(const QList<Event> &log, qsizetype firstNew)
{
    return std::any_of(log.begin() + firstNew, log.end(),
        [](const Event &event) { return event.type == QLatin1StringView(partErased); });
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
    for (const wire::FeedCase &feedCase : page.cases) {
        if (const auto taken = take(feedCase, page.serverTimeMs, applied); !taken)
            return fail(taken.error());
    }
    const auto moved = m_db.run(
        QStringLiteral("INSERT OR REPLACE INTO cursors (scope, cursor) VALUES (?, ?)"), {scope, page.cursor});
    if (!moved)
        return fail(moved.error());
    if (const auto committed = transaction->commit(); !committed)
        return fail(committed.error());
    return applied;
}

Result<Applied> Replica::applyCase(const wire::FeedCase &feedCase, qint64 serverTimeMs)
{
    auto transaction = Transaction::begin(m_db);
    if (!transaction)
        return fail(transaction.error());
    Applied applied;
    if (const auto taken = take(feedCase, serverTimeMs, applied); !taken)
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
    return applyCase(feedCase, events.last().serverTimeMs);
}

Result<void> Replica::take(const wire::FeedCase &incoming, qint64 serverTimeMs, Applied &applied)
{
    const auto old = caseRow(incoming.caseId);
    if (!old)
        return fail(old.error());
    if (incoming.access == Access::None) {
        applied.lost << incoming.caseId;
        return drop(incoming.caseId);
    }
    const auto merge = merged(incoming, *old);
    if (!merge) {
        if (merge.error().code == ErrorCode::StoreUnavailable || merge.error().code == ErrorCode::DiskFull)
            return fail(merge.error());
        applied.broken << incoming.caseId;
        return mark(incoming.caseId, merge.error().code);
    }
    applied.changed << incoming.caseId;
    return write(incoming, *merge, !old->has_value(), serverTimeMs);
}

Result<Replica::Merged> Replica::merged(
    const wire::FeedCase &incoming, const std::optional<ReplicaCase> &old) const
{
    const bool strangers = std::any_of(incoming.events.begin(), incoming.events.end(),
        [&](const Event &event) { return event.caseId != incoming.caseId; });
    if (strangers)
        return fail(ErrorCode::ChainBroken, QStringLiteral("foreign event"));
    if (incoming.whole || !old) {
        const auto head = verifyChain(incoming.events);
        if (!head)
            return fail(head.error());
        // A whole log must still contain what we saw: neither cut nor recomputed.
        if (old && old->revision > 0) {
            if (incoming.events.size() < old->revision)
                return fail(ErrorCode::ChainBroken, QStringLiteral("tail cut"));
            const auto then = eventDigest(incoming.events[old->revision - 1]);
            if (!then || *then != old->head)
                return fail(ErrorCode::ChainBroken, QStringLiteral("rewritten"));
        }
        return Merged{incoming.events, 0, *head};
    }
    Merged result{{}, old->revision, old->head};
    auto stored = log(incoming.caseId, incoming.access == Access::Working);
    if (!stored)
        return fail(stored.error());
    result.log = std::move(*stored);
    for (const Event &event : incoming.events) {
        const auto digest = eventDigest(event);
        if (!digest)
            return fail(digest.error());
        if (event.revision <= old->revision) {
            // A duplicate is harmless; another event in the same place is not.
            const auto known = eventDigest(result.log[event.revision - 1]);
            if (!known || *known != *digest)
                return fail(ErrorCode::ChainBroken, QStringLiteral("rewritten"));
            continue;
        }
        if (event.revision != qint64(result.log.size()) + 1 || event.previous != result.head)
            return fail(ErrorCode::ChainBroken, QStringLiteral("gap"));
        result.log << event;
        result.head = *digest;
    }
    return result;
}

Result<void> Replica::write(
    const wire::FeedCase &incoming, const Merged &source, bool isNew, qint64 serverTimeMs)
{
    Merged merged = source;
    const bool erased = hasErasure(merged.log, merged.firstNew);
    applyErasures(merged.log, merged.firstNew);
    const qsizetype rewriteFrom = erased ? 0 : merged.firstNew;
    if (rewriteFrom == 0 && !isNew) {
        for (const char *table : {"events", "identity_parts"}) {
            const auto gone
                = m_db.run(QStringLiteral("DELETE FROM %1 WHERE case_id = ?").arg(QLatin1StringView(table)),
                    {incoming.caseId.value});
            if (!gone)
                return fail(gone.error());
        }
    }
    for (qsizetype i = rewriteFrom; i < merged.log.size(); ++i) {
        if (const auto written = writeEvent(merged.log[i]); !written)
            return written;
    }
    if (incoming.access != Access::Working) {
        const auto gone = m_db.run(
            QStringLiteral("DELETE FROM identity_parts WHERE case_id = ?"), {incoming.caseId.value});
        if (!gone)
            return fail(gone.error());
    }
    return writeLine(incoming, merged, isNew, serverTimeMs);
}

Result<void> Replica::writeEvent(const Event &event)
{
    Event stored = event;
    for (Part &part : stored.parts) {
        if (!isIdentity(part) || part.state != Part::State::Clear)
            continue;
        const QJsonObject clear{{QStringLiteral("salt"), QString::fromLatin1(part.salt.toHex())},
            {QStringLiteral("body"), part.body}};
        const auto put
            = m_db.run(QStringLiteral("INSERT OR REPLACE INTO identity_parts (case_id, revision, name, body)"
                                      " VALUES (?, ?, ?, ?)"),
                {event.caseId.value, event.revision, part.name,
                    m_sealer.sealedJson(clear, identityPlace(event.caseId, event.revision, part.name))});
        if (!put)
            return fail(put.error());
        part.state = Part::State::Withheld;
        part.salt.clear();
        part.body = {};
    }
    const auto json = toJson(stored);
    if (!json)
        return fail(json.error());
    const auto put
        = m_db.run(QStringLiteral("INSERT OR REPLACE INTO events (case_id, revision, body) VALUES (?, ?, ?)"),
            {event.caseId.value, event.revision,
                m_sealer.sealedJson(*json, eventPlace(event.caseId, event.revision))});
    return put ? Result<void>{} : fail(put.error());
}

Result<void> Replica::writeLine(
    const wire::FeedCase &incoming, const Merged &merged, bool isNew, qint64 serverTimeMs)
{
    const CaseId &id = incoming.caseId;
    const Case theCase = folded(merged.log);
    const qint64 changedAtMs = merged.log.isEmpty() ? serverTimeMs : merged.log.last().serverTimeMs;
    const QByteArray summary = packed(summaryOf(theCase, incoming.access, changedAtMs));
    const QVariantList values{QString(nameOf(incoming.access)), qint64(merged.log.size()), merged.head,
        changedAtMs, m_sealer.sealed(summary, linePlace("summary", id)),
        m_sealer.sealed(searchedWords(theCase).toUtf8(), linePlace("words", id)),
        m_sealer.sealed(packedMask(incoming.maskedName, incoming.maskedPhone), linePlace("masked", id)),
        id.value};
    const auto put = m_db.run(isNew
            ? QStringLiteral(
                "INSERT INTO cases (access, revision, head, changed_at_ms, summary, words, masked, case_id)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
            : QStringLiteral(
                "UPDATE cases SET access = ?, revision = ?, head = ?, changed_at_ms = ?, summary = ?,"
                " words = ?, masked = ?, fault = NULL WHERE case_id = ?"),
        values);
    return put ? Result<void>{} : fail(put.error());
}

Result<void> Replica::mark(const CaseId &id, ErrorCode fault)
{
    const auto done = m_db.run(QStringLiteral("UPDATE cases SET fault = ? WHERE case_id = ?"),
        {QString(errorName(fault)), id.value});
    return done ? Result<void>{} : fail(done.error());
}

Result<void> Replica::drop(const CaseId &id)
{
    for (const char *statement :
        {"DELETE FROM events WHERE case_id = ?", "DELETE FROM identity_parts WHERE case_id = ?",
            "DELETE FROM search_rows WHERE case_number IN (SELECT number FROM cases WHERE case_id = ?)",
            "DELETE FROM cases WHERE case_id = ?"}) {
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
    QList<CaseSummary> lines;
    const auto read = m_db.each(
        QStringLiteral("SELECT case_id, summary FROM cases"), {}, [&](const QSqlQuery &row) -> Result<void> {
            const auto opened = m_sealer.opened(
                row.value(1).toByteArray(), linePlace("summary", CaseId{row.value(0).toString()}));
            if (!opened)
                return fail(opened.error());
            const auto line = unpackedSummary(*opened);
            if (!line)
                return fail(line.error());
            lines << *line;
            return {};
        });
    if (!read)
        return fail(read.error());
    return lines;
}

Result<QList<CaseId>> Replica::casesAfter(const CaseId &id, int most) const
{
    QList<CaseId> ids;
    const auto read = m_db.each(
        QStringLiteral("SELECT case_id FROM cases WHERE case_id > ? ORDER BY case_id LIMIT ?"),
        {id.value.isNull() ? QStringLiteral("") : id.value, most}, [&](const QSqlQuery &row) -> Result<void> {
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
            const auto opened = m_sealer.opened(row.value(0).toByteArray(), linePlace("summary", id));
            if (!opened)
                return fail(opened.error());
            const auto line = unpackedSummary(*opened);
            if (!line)
                return fail(line.error());
            found = *line;
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
            const auto masked = m_sealer.opened(row.value(4).toByteArray(), linePlace("masked", id));
            if (!masked)
                return fail(masked.error());
            ReplicaCase line{id, valueNamed<Access>(row.value(0).toString()).value_or(Access::None),
                row.value(1).toLongLong(), row.value(2).toByteArray(), {}, {},
                errorCode(row.value(3).toString())};
            QDataStream stream(*masked);
            stream >> line.maskedName >> line.maskedPhone;
            found = line;
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
    if (withIdentity) {
        if (const auto restored = restoreIdentity(id, log); !restored)
            return fail(restored.error());
    }
    return log;
}

Result<void> Replica::restoreIdentity(const CaseId &id, QList<Event> &log) const
{
    return m_db.each(QStringLiteral("SELECT revision, name, body FROM identity_parts WHERE case_id = ?"),
        {id.value}, [&](const QSqlQuery &row) -> Result<void> {
            const qint64 revision = row.value(0).toLongLong();
            const QString name = row.value(1).toString();
            const auto json
                = m_sealer.openedJson(row.value(2).toByteArray(), identityPlace(id, revision, name));
            if (!json || revision < 1 || revision > log.size())
                return fail(ErrorCode::StoreDamaged, QStringLiteral("identity_parts"));
            for (Part &part : log[revision - 1].parts) {
                if (part.name != name || part.state != Part::State::Withheld)
                    continue;
                part.state = Part::State::Clear;
                part.salt = QByteArray::fromHex(json->value(QStringLiteral("salt")).toString().toLatin1());
                part.body = json->value(QStringLiteral("body")).toObject();
            }
            return {};
        });
}

Result<std::optional<StoredDocument>> Replica::document(const QString &name) const
{
    std::optional<StoredDocument> found;
    const auto read = m_db.each(QStringLiteral("SELECT etag, body FROM documents WHERE name = ?"), {name},
        [&](const QSqlQuery &row) -> Result<void> {
            const auto opened = m_sealer.opened(row.value(1).toByteArray(), {"documents", "body", name});
            if (!opened)
                return fail(opened.error());
            found = StoredDocument{row.value(0).toString(), *opened};
            return {};
        });
    if (!read)
        return fail(read.error());
    return found;
}

Result<void> Replica::setDocument(const QString &name, const StoredDocument &document)
{
    const auto put
        = m_db.run(QStringLiteral("INSERT OR REPLACE INTO documents (name, etag, body) VALUES (?, ?, ?)"),
            {name, document.etag.isNull() ? QStringLiteral("") : document.etag,
                m_sealer.sealed(document.body, {"documents", "body", name})});
    return put ? Result<void>{} : fail(put.error());
}

Result<void> Replica::keepRoot(const SignedRoot &root)
{
    const auto put = m_db.run(QStringLiteral("INSERT OR IGNORE INTO roots (at_ms, body) VALUES (?, ?)"),
        {root.atMs, m_sealer.sealedJson(toJson(root), {"roots", "body", QString::number(root.atMs)})});
    return put ? Result<void>{} : fail(put.error());
}

Result<std::optional<SignedRoot>> Replica::newestRoot() const
{
    std::optional<SignedRoot> found;
    const auto read = m_db.each(QStringLiteral("SELECT at_ms, body FROM roots ORDER BY at_ms DESC LIMIT 1"),
        {}, [&](const QSqlQuery &row) -> Result<void> {
            const auto json
                = m_sealer.openedJson(row.value(1).toByteArray(), {"roots", "body", row.value(0).toString()});
            if (!json)
                return fail(json.error());
            const auto root = signedRootFromJson(*json);
            if (!root)
                return fail(root.error());
            found = *root;
            return {};
        });
    if (!read)
        return fail(read.error());
    return found;
}

} // namespace chengban
