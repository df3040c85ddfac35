#include "server/store/EventStore.h"

#include "server/store/Database.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

#include <algorithm>

namespace chengban {

namespace {

constexpr auto noValue = [](qint64) {};

QByteArray jsonBytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Parts of one case by revision, in the form the envelope's codec reads.
using PartsByRevision = QHash<qint64, QJsonObject>;

Result<PartsByRevision> partsOf(
    Database &database, IdentityStore &identities, const TenantId &tenant, const CaseId &caseId, qint64 after)
{
    const auto rows = database.rows(
        QStringLiteral("SELECT revision, name, content, erased FROM parts WHERE tenant = ? AND case_id = ?"
                       " AND revision > ?"),
        {tenant.value, caseId.value, after});
    if (!rows)
        return fail(rows.error());
    PartsByRevision parts;
    for (const Row &row : *rows) {
        QJsonObject content{{QStringLiteral("erased"), true}};
        if (row[3].toInt() == 0 && !row[2].isNull())
            content = QJsonDocument::fromJson(row[2].toString().toUtf8()).object();
        parts[row[0].toLongLong()].insert(row[1].toString(), content);
    }
    const auto sealed = identities.ofCase(tenant, caseId, after);
    if (!sealed)
        return fail(sealed.error());
    for (const IdentityStore::Sealed &part : *sealed)
        parts[part.revision].insert(part.part, QJsonDocument::fromJson(part.content).object());
    return parts;
}

Result<Event> eventOf(const Row &row, const QJsonObject &parts)
{
    const QByteArray header = row[1].toString().toUtf8();
    const QString digest = row[2].toString();
    // The stored bytes themselves must be what was hashed, not only something that reads the same.
    if (hex(sm3(header)) != digest)
        return fail(ErrorCode::ChainBroken, QStringLiteral("revision %1").arg(row[0].toLongLong()));
    const auto object = parseJsonObject(header);
    if (!object)
        return fail(object.error());
    return eventFromJson({{QStringLiteral("header"), *object}, {QStringLiteral("digest"), digest},
        {QStringLiteral("parts"), parts}});
}

HeadRow headOf(const Row &row)
{
    return {{row[0].toString()}, row[1].toLongLong(), row[2].toLongLong(), fromHex(row[3].toString()),
        row[4].toString(), row[5].toString()};
}

} // namespace

QByteArray IdentityStore::context(
    const TenantId &tenant, const CaseId &caseId, qint64 revision, const QString &part)
{
    return jsonBytes({{QStringLiteral("tenant"), tenant.value}, {QStringLiteral("case"), caseId.value},
        {QStringLiteral("revision"), revision}, {QStringLiteral("part"), part}});
}

Result<void> IdentityStore::put(const Event &event, const QString &part, const QByteArray &content)
{
    const QByteArray bound = context(event.tenant, event.caseId, event.revision, part);
    return m_database
        .run(QStringLiteral("INSERT INTO identity_parts (tenant, case_id, revision, name, sealed)"
                            " VALUES (?, ?, ?, ?, ?)"),
            {event.tenant.value, event.caseId.value, event.revision, part, m_key.sealed(content, bound)})
        .map(noValue);
}

Result<QList<IdentityStore::Sealed>> IdentityStore::ofCase(
    const TenantId &tenant, const CaseId &caseId, qint64 afterRevision)
{
    const auto rows
        = m_database.rows(QStringLiteral("SELECT revision, name, sealed FROM identity_parts WHERE tenant = ?"
                                         " AND case_id = ? AND revision > ?"),
            {tenant.value, caseId.value, afterRevision});
    if (!rows)
        return fail(rows.error());
    QList<Sealed> found;
    for (const Row &row : *rows) {
        const qint64 revision = row[0].toLongLong();
        const QString part = row[1].toString();
        const auto content = m_key.opened(row[2].toByteArray(), context(tenant, caseId, revision, part));
        if (!content)
            return fail(content.error());
        found.append({revision, part, *content});
    }
    return found;
}

Result<void> IdentityStore::erase(
    const TenantId &tenant, const CaseId &caseId, qint64 revision, const QString &part)
{
    return m_database
        .run(QStringLiteral("DELETE FROM identity_parts WHERE tenant = ? AND case_id = ? AND revision = ?"
                            " AND name = ?"),
            {tenant.value, caseId.value, revision, part})
        .map(noValue);
}

Result<QList<Event>> EventStore::log(const TenantId &tenant, const CaseId &caseId, qint64 afterRevision)
{
    const auto rows
        = m_database.rows(QStringLiteral("SELECT revision, header, digest FROM events WHERE tenant = ?"
                                         " AND case_id = ? AND revision > ? ORDER BY revision"),
            {tenant.value, caseId.value, afterRevision});
    if (!rows)
        return fail(rows.error());
    if (rows->isEmpty())
        return QList<Event>();
    const auto parts = partsOf(m_database, m_identities, tenant, caseId, afterRevision);
    if (!parts)
        return fail(parts.error());
    QList<Event> events;
    for (const Row &row : *rows) {
        auto event = eventOf(row, parts->value(row[0].toLongLong()));
        if (!event)
            return fail(event.error());
        events.append(std::move(*event));
    }
    return events;
}

Result<qint64> EventStore::append(
    const QList<Event> &events, const QString &maskedName, const QString &maskedPhone)
{
    Q_ASSERT(!events.isEmpty() && m_database.inTransaction());
    Result<qint64> sequence = 0;
    for (const Event &event : events) {
        sequence = nextSequence(event.tenant);
        if (!sequence)
            return sequence;
        if (const auto added = addEvent(event, *sequence); !added)
            return fail(added.error());
    }
    const Event &last = events.last();
    const auto moved = m_database.run(
        QStringLiteral(
            "INSERT INTO case_heads (tenant, case_id, revision, sequence, head, masked_name, masked_phone)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, case_id) DO UPDATE SET"
            " revision = excluded.revision, sequence = excluded.sequence, head = excluded.head,"
            " masked_name = excluded.masked_name, masked_phone = excluded.masked_phone"),
        {last.tenant.value, last.caseId.value, last.revision, *sequence, hex(last.digest), maskedName,
            maskedPhone});
    if (!moved)
        return fail(moved.error());
    return sequence;
}

Result<void> EventStore::addEvent(const Event &event, qint64 sequence)
{
    const auto header = headerForm(event);
    if (!header)
        return fail(header.error());
    const auto added = m_database.run(
        QStringLiteral("INSERT INTO events (tenant, case_id, revision, sequence, header, digest)"
                       " VALUES (?, ?, ?, ?, ?, ?)"),
        {event.tenant.value, event.caseId.value, event.revision, sequence, QString::fromUtf8(*header),
            hex(sm3(*header))});
    if (!added)
        return fail(added.error());
    for (const Part &part : event.parts) {
        if (const auto done = addPart(event, part); !done)
            return done;
    }
    return {};
}

Result<void> EventStore::addPart(const Event &event, const Part &part)
{
    const bool apart = part.audience.kind == Audience::Kind::Identity;
    const auto content = contentForm(part);
    if (!content)
        return fail(content.error());
    const auto added = m_database.run(
        QStringLiteral("INSERT INTO parts (tenant, case_id, revision, name, content) VALUES (?, ?, ?, ?, ?)"),
        {event.tenant.value, event.caseId.value, event.revision, part.name,
            apart ? QVariant() : QVariant(QString::fromUtf8(*content))});
    if (!added)
        return fail(added.error());
    return apart ? m_identities.put(event, part.name, *content) : Result<void>();
}

Result<void> EventStore::erasePart(
    const TenantId &tenant, const CaseId &caseId, qint64 revision, const QString &part)
{
    const auto erased = m_database.run(
        QStringLiteral("UPDATE parts SET content = NULL, erased = 1 WHERE tenant = ? AND case_id = ?"
                       " AND revision = ? AND name = ?"),
        {tenant.value, caseId.value, revision, part});
    if (!erased)
        return fail(erased.error());
    return m_identities.erase(tenant, caseId, revision, part);
}

Result<std::optional<HeadRow>> EventStore::head(const TenantId &tenant, const CaseId &caseId)
{
    const auto row
        = m_database.row(QStringLiteral("SELECT case_id, revision, sequence, head, masked_name, masked_phone"
                                        " FROM case_heads WHERE tenant = ? AND case_id = ?"),
            {tenant.value, caseId.value});
    if (!row)
        return fail(row.error());
    return row->isEmpty() ? std::optional<HeadRow>() : headOf(*row);
}

Result<QList<HeadRow>> EventStore::heads(const TenantId &tenant, qint64 afterSequence)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT case_id, revision, sequence, head, masked_name, masked_phone"
                       " FROM case_heads WHERE tenant = ? AND sequence > ? ORDER BY case_id"),
        {tenant.value, afterSequence});
    if (!rows)
        return fail(rows.error());
    QList<HeadRow> found;
    for (const Row &row : *rows)
        found.append(headOf(row));
    return found;
}

Result<qint64> EventStore::revisionAt(const TenantId &tenant, const CaseId &caseId, qint64 sequence)
{
    return m_database
        .row(QStringLiteral("SELECT COALESCE(MAX(revision), 0) FROM events WHERE tenant = ? AND case_id = ?"
                            " AND sequence <= ?"),
            {tenant.value, caseId.value, sequence})
        .map([](const Row &row) { return row.value(0).toLongLong(); });
}

Result<qint64> EventStore::lastSequence(const TenantId &tenant)
{
    return m_database
        .row(QStringLiteral("SELECT COALESCE(MAX(sequence), 0) FROM events WHERE tenant = ?"), {tenant.value})
        .map([](const Row &row) { return row.value(0).toLongLong(); });
}

Result<qint64> EventStore::settledSequence(const TenantId &tenant)
{
    const auto horizon = m_database.horizon();
    const auto last = lastSequence(tenant);
    if (!horizon || !last)
        return fail(!horizon ? horizon.error() : last.error());
    return std::min(*last, *horizon - 1);
}

Result<qint64> EventStore::nextSequence(const TenantId &tenant)
{
    if (m_database.engine() == Engine::Postgres)
        return m_database.nextPlace();
    return lastSequence(tenant).map([](qint64 last) { return last + 1; });
}

Result<qint64> EventStore::lastServerTime(const TenantId &tenant)
{
    const auto row = m_database.row(
        QStringLiteral("SELECT header FROM events WHERE tenant = ? ORDER BY sequence DESC LIMIT 1"),
        {tenant.value});
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return 0;
    const auto header = parseJsonObject(row->at(0).toString().toUtf8());
    if (!header || !header->contains(QStringLiteral("serverTimeMs")))
        return fail(ErrorCode::StoreDamaged, QStringLiteral("header of the newest event"));
    return header->value(QStringLiteral("serverTimeMs")).toInteger();
}

Result<QList<CaseId>> EventStore::cases(const TenantId &tenant)
{
    const auto rows = m_database.rows(
        QStringLiteral("SELECT DISTINCT case_id FROM events WHERE tenant = ? ORDER BY case_id"),
        {tenant.value});
    if (!rows)
        return fail(rows.error());
    QList<CaseId> found;
    for (const Row &row : *rows)
        found.append({row[0].toString()});
    return found;
}

Result<QList<TenantId>> EventStore::tenants()
{
    const auto rows
        = m_database.rows(QStringLiteral("SELECT DISTINCT tenant FROM case_heads ORDER BY tenant"));
    if (!rows)
        return fail(rows.error());
    QList<TenantId> found;
    for (const Row &row : *rows)
        found.append({row[0].toString()});
    return found;
}

} // namespace chengban
