#include "server/store/CommandStore.h"

#include "server/store/Database.h"
#include "shared/canonical/Digest.h"

namespace chengban {

Result<std::optional<CommandRow>> CommandStore::find(const CommandId &id)
{
    const auto row = m_database.row(
        QStringLiteral(
            "SELECT tenant, user_id, device, body_digest, case_id, state, problems, first_revision,"
            " last_revision, receipt, at_ms FROM commands WHERE id = ?"),
        {id.value});
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return std::optional<CommandRow>();
    const Row &r = *row;
    return CommandRow{id, {r[0].toString()}, {r[1].toString()}, {r[2].toString()}, fromHex(r[3].toString()),
        {r[4].toString()}, r[5].toString(), r[6].toString().toUtf8(), r[7].toLongLong(), r[8].toLongLong(),
        r[9].toString().toUtf8(), r[10].toLongLong()};
}

Result<void> CommandStore::add(const CommandRow &c)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO commands (id, tenant, user_id, device, body_digest, case_id, state, problems,"
                 " first_revision, last_revision, receipt, at_ms)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            {c.id.value, c.tenant.value, c.user.value, c.device.value, hex(c.bodyDigest), c.caseId.value,
                c.state, QString::fromUtf8(c.problems), c.firstRevision, c.lastRevision,
                QString::fromUtf8(c.receipt), c.atMs})
        .map([](qint64) {});
}

} // namespace chengban
