#include "client/store/Values.h"

namespace chengban {

Values::Values(Database &db, const Sealer &sealer)
    : m_db(db)
    , m_sealer(sealer)
{
}

Result<std::optional<QByteArray>> Values::sealed(const QString &name) const
{
    std::optional<QByteArray> value;
    const auto read = m_db.each(QStringLiteral("SELECT body FROM sealed_values WHERE name = ?"), {name},
        [&](const QSqlQuery &row) -> Result<void> {
            const auto opened = m_sealer.opened(row.value(0).toByteArray(), {"sealed_values", "body", name});
            if (!opened)
                return fail(opened.error());
            value = *opened;
            return {};
        });
    if (!read)
        return fail(read.error());
    return value;
}

Result<void> Values::setSealed(const QString &name, const QByteArray &value)
{
    const auto put
        = m_db.run(QStringLiteral("INSERT OR REPLACE INTO sealed_values (name, body) VALUES (?, ?)"),
            {name, m_sealer.sealed(value, {"sealed_values", "body", name})});
    return put ? Result<void>{} : fail(put.error());
}

Result<void> Values::remove(const QString &name)
{
    const auto gone = m_db.run(QStringLiteral("DELETE FROM sealed_values WHERE name = ?"), {name});
    return gone ? Result<void>{} : fail(gone.error());
}

Result<qint64> Values::number(const QString &name) const
{
    qint64 value = 0;
    const auto read = m_db.each(QStringLiteral("SELECT value FROM numbers WHERE name = ?"), {name},
        [&](const QSqlQuery &row) -> Result<void> {
            value = row.value(0).toLongLong();
            return {};
        });
    if (!read)
        return fail(read.error());
    return value;
}

Result<void> Values::setNumber(const QString &name, qint64 value)
{
    const auto put = m_db.run(
        QStringLiteral("INSERT OR REPLACE INTO numbers (name, value) VALUES (?, ?)"), {name, value});
    return put ? Result<void>{} : fail(put.error());
}

} // namespace chengban
