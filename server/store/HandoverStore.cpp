#include "server/store/HandoverStore.h"

#include "server/store/Database.h"

namespace chengban {

namespace {

constexpr auto noValue = [](qint64) {};

const QString columns
    = QStringLiteral("SELECT h.id, h.case_id, h.from_user, h.from_name, h.from_device, h.to_user, h.to_name,"
                     " h.state, h.given_at_ms, h.state_at_ms, h.expires_at_ms, h.content, h.signature");

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytes(const QVariant &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

Result<wire::Handover> handoverOf(const Row &row)
{
    const auto state = valueNamed<wire::HandoverState>(row[7].toString());
    if (!state)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("state of a hand-over"));
    return wire::Handover{row[0].toString(), {row[1].toString()}, {row[2].toString()}, row[3].toString(),
        {row[4].toString()}, {row[5].toString()}, row[6].toString(), *state, row[8].toLongLong(),
        row[9].toLongLong(), row[10].toLongLong(), bytes(row[11]), {}, bytes(row[12])};
}

} // namespace

Result<void> HandoverStore::add(
    const TenantId &tenant, const UnitId &unit, const wire::Handover &one, const QList<wire::SealedKey> &keys)
{
    const auto added = m_database.run(
        QStringLiteral("INSERT INTO handovers (tenant, id, unit, case_id, from_user, from_name, from_device,"
                       " to_user, to_name, state, given_at_ms, state_at_ms, expires_at_ms, content,"
                       " signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {tenant.value, one.id, unit.value, one.caseId.value, one.from.value, one.fromName,
            one.fromDevice.value, one.to.value, one.toName, QString(nameOf(one.state)), one.givenAtMs,
            one.stateAtMs, one.expiresAtMs, text(one.content), text(one.signature)});
    if (!added)
        return fail(added.error());
    for (const wire::SealedKey &key : keys) {
        const auto kept = m_database.run(
            QStringLiteral("INSERT INTO handover_keys (tenant, handover, device, box) VALUES (?, ?, ?, ?)"),
            {tenant.value, one.id, key.device.value, text(key.box)});
        if (!kept)
            return fail(kept.error());
    }
    return {};
}

Result<std::optional<wire::Handover>> HandoverStore::find(const TenantId &tenant, const QString &id)
{
    const auto row = m_database.row(
        columns + QStringLiteral(" FROM handovers h WHERE h.tenant = ? AND h.id = ?") + m_database.rowLock(),
        {tenant.value, id});
    if (!row)
        return fail(row.error());
    if (row->isEmpty())
        return std::optional<wire::Handover>();
    return handoverOf(*row).map([](const wire::Handover &one) { return std::optional(one); });
}

Result<QList<wire::Handover>> HandoverStore::of(
    const TenantId &tenant, const UserId &user, const DeviceId &device, const UnitId &unit)
{
    const auto rows = m_database.rows(columns
            + QStringLiteral(", k.box FROM handovers h LEFT JOIN handover_keys k ON k.tenant = h.tenant"
                             " AND k.handover = h.id AND k.device = ? AND h.to_user = ?"
                             " WHERE h.tenant = ? AND h.unit = ? AND (h.from_user = ? OR h.to_user = ?)"
                             " ORDER BY h.given_at_ms, h.id"),
        {device.value, user.value, tenant.value, unit.value, user.value, user.value});
    if (!rows)
        return fail(rows.error());
    QList<wire::Handover> found;
    for (const Row &row : *rows) {
        auto one = handoverOf(row);
        if (!one)
            return fail(one.error());
        one->box = bytes(row[13]);
        found.append(std::move(*one));
    }
    return found;
}

Result<int> HandoverStore::openFrom(const TenantId &tenant, const UserId &user)
{
    return m_database
        .row(QStringLiteral("SELECT COUNT(*) FROM handovers WHERE tenant = ? AND from_user = ?"
                            " AND state = 'offered'"),
            {tenant.value, user.value})
        .map([](const Row &row) { return row.value(0).toInt(); });
}

Result<void> HandoverStore::setState(
    const TenantId &tenant, const QString &id, wire::HandoverState state, qint64 atMs)
{
    const auto keys = m_database.run(
        QStringLiteral("DELETE FROM handover_keys WHERE tenant = ? AND handover = ?"), {tenant.value, id});
    if (!keys)
        return fail(keys.error());
    return m_database
        .run(QStringLiteral("UPDATE handovers SET state = ?, state_at_ms = ?, content = '' WHERE tenant = ?"
                            " AND id = ?"),
            {QString(nameOf(state)), atMs, tenant.value, id})
        .map(noValue);
}

Result<int> HandoverStore::removeExpired(qint64 nowMs)
{
    const auto keys = m_database.run(
        QStringLiteral("DELETE FROM handover_keys WHERE EXISTS (SELECT 1 FROM handovers h WHERE"
                       " h.tenant = handover_keys.tenant AND h.id = handover_keys.handover"
                       " AND h.expires_at_ms <= ?)"),
        {nowMs});
    if (!keys)
        return fail(keys.error());
    return m_database.run(QStringLiteral("DELETE FROM handovers WHERE expires_at_ms <= ?"), {nowMs})
        .map([](qint64 rows) { return static_cast<int>(rows); });
}

} // namespace chengban
