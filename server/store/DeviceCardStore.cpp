#include "server/store/DeviceCardStore.h"

#include "server/store/Database.h"

namespace chengban {

namespace {

const QString liveCards = QStringLiteral(
    "SELECT c.user_id, c.device, d.name, c.sealing_key, c.signing_key, c.since_ms FROM device_cards c"
    " JOIN devices d ON d.tenant = c.tenant AND d.user_id = c.user_id AND d.device = c.device"
    " JOIN accounts a ON a.tenant = c.tenant AND a.user_id = c.user_id"
    " WHERE c.tenant = ? AND d.revoked = 0 AND a.disabled = 0");

Result<QList<DeviceCard>> cardsOf(const Result<QList<Row>> &rows)
{
    if (!rows)
        return fail(rows.error());
    QList<DeviceCard> cards;
    for (const Row &row : *rows) {
        cards.append({{row[0].toString()}, {row[1].toString()}, row[2].toString(),
            QByteArray::fromBase64(row[3].toString().toLatin1()), row[4].toString().toLatin1(),
            row[5].toLongLong()});
    }
    return cards;
}

} // namespace

Result<void> DeviceCardStore::put(const TenantId &tenant, const DeviceCard &card)
{
    return m_database
        .run(QStringLiteral(
                 "INSERT INTO device_cards (tenant, user_id, device, sealing_key, signing_key, since_ms)"
                 " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, user_id, device) DO UPDATE SET"
                 " sealing_key = excluded.sealing_key, signing_key = excluded.signing_key,"
                 " since_ms = excluded.since_ms"),
            {tenant.value, card.user.value, card.device.value,
                QString::fromLatin1(card.sealingKey.toBase64()), QString::fromLatin1(card.signingKeyPem),
                card.sinceMs})
        .map([](qint64) {});
}

Result<QList<DeviceCard>> DeviceCardStore::live(const TenantId &tenant)
{
    return cardsOf(
        m_database.rows(liveCards + QStringLiteral(" ORDER BY c.user_id, c.device"), {tenant.value}));
}

Result<QList<DeviceCard>> DeviceCardStore::liveOf(const TenantId &tenant, const UserId &user)
{
    return cardsOf(m_database.rows(
        liveCards + QStringLiteral(" AND c.user_id = ? ORDER BY c.device"), {tenant.value, user.value}));
}

} // namespace chengban
