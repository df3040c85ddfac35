#include "server/services/AuditService.h"

#include "server/auth/Permits.h"
#include "server/store/AuditStore.h"
#include "server/store/Database.h"
#include "shared/canonical/JsonReader.h"

namespace chengban {

namespace {

Result<AuditEntry> entryOf(const AuditRow &row)
{
    const auto object = parseJsonObject(row.text);
    if (!object)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("audit %1").arg(row.number));
    JsonReader in(*object);
    AuditEntry entry;
    entry.number = in.integer(QStringLiteral("number"));
    entry.atMs = in.integer(QStringLiteral("at"));
    entry.user.value = in.string(QStringLiteral("user"));
    entry.device.value = in.string(QStringLiteral("device"));
    entry.action = in.named<AuditAction>(QStringLiteral("action"));
    entry.subject = in.string(QStringLiteral("subject"));
    entry.reason = in.string(QStringLiteral("reason"));
    static_cast<void>(in.string(QStringLiteral("previous")));
    if (!in.finish())
        return fail(ErrorCode::StoreDamaged, QStringLiteral("audit %1").arg(row.number));
    entry.digest = row.digest;
    return entry;
}

} // namespace

Result<void> recordIn(Database &database, const Actor &actor, AuditAction action, const QString &subject,
    const QString &reason, qint64 nowMs)
{
    const QJsonObject entry{{QStringLiteral("at"), nowMs}, {QStringLiteral("user"), actor.user.value},
        {QStringLiteral("device"), actor.device.value}, {QStringLiteral("action"), QString(nameOf(action))},
        {QStringLiteral("subject"), subject}, {QStringLiteral("reason"), reason}};
    return AuditStore(database).append(actor.tenant, entry).map([](const AuditRow &) {});
}

Result<void> AuditService::record(
    const Actor &actor, AuditAction action, const QString &subject, const QString &reason, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto added = recordIn(**database, actor, action, subject, reason, nowMs); !added)
        return added;
    return transaction->commit();
}

Result<QList<AuditEntry>> AuditService::entries(const Actor &actor, qint64 after, int limit, qint64 nowMs)
{
    server::Resource resource;
    resource.tenant = actor.tenant;
    if (server::permits(actor, server::Action::ReadAudit, resource) == server::Permission::Deny)
        return fail(ErrorCode::Forbidden);
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    const auto rows = AuditStore(**database).after(actor.tenant, after, limit);
    if (!rows)
        return fail(rows.error());
    QList<AuditEntry> found;
    for (const AuditRow &row : *rows) {
        auto entry = entryOf(row);
        if (!entry)
            return fail(entry.error());
        found.append(std::move(*entry));
    }
    const auto logged = record(actor, AuditAction::AuditRead, QString::number(after), {}, nowMs);
    if (!logged)
        return fail(logged.error());
    return found;
}

} // namespace chengban
