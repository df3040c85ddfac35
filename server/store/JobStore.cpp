#include "server/store/JobStore.h"

#include "server/store/Database.h"

namespace chengban {

namespace {

QString lockOf(const QString &job)
{
    return QStringLiteral("job/") + job;
}

} // namespace

Result<bool> JobStore::lease(const QString &job, const QString &holder, qint64 nowMs, qint64 untilMs)
{
    if (m_database.engine() == Engine::Postgres) {
        const auto locked = m_database.row(
            QStringLiteral(
                "SELECT pg_try_advisory_lock(hashtextextended(current_schema()::text || ?::text, 0))"),
            {lockOf(job)});
        if (!locked || !locked->value(0).toBool())
            return locked.map([](const Row &) { return false; });
    }
    const auto leased = leaseRow(job, holder, nowMs, untilMs);
    if (!leased || !*leased) {
        if (const auto released = release(job); !released)
            return fail(released.error());
    }
    return leased;
}

Result<void> JobStore::release(const QString &job)
{
    if (m_database.engine() == Engine::Sqlite)
        return {};
    return m_database
        .row(QStringLiteral(
                 "SELECT pg_advisory_unlock(hashtextextended(current_schema()::text || ?::text, 0))"),
            {lockOf(job)})
        .map([](const Row &) {});
}

Result<bool> JobStore::leaseRow(const QString &job, const QString &holder, qint64 nowMs, qint64 untilMs)
{
    // One statement, so two instances that ask at once cannot both win.
    return m_database
        .run(QStringLiteral("INSERT INTO jobs (name, holder, leased_until_ms, due_at_ms) VALUES (?, ?, ?, 0)"
                            " ON CONFLICT (name) DO UPDATE SET holder = excluded.holder,"
                            " leased_until_ms = excluded.leased_until_ms"
                            " WHERE jobs.due_at_ms <= ? AND jobs.leased_until_ms <= ?"),
            {job, holder, untilMs, nowMs, nowMs})
        .map([](qint64 changed) { return changed > 0; });
}

Result<void> JobStore::done(const QString &job, const QString &holder, qint64 dueAtMs)
{
    return m_database
        .run(QStringLiteral(
                 "UPDATE jobs SET leased_until_ms = 0, due_at_ms = ? WHERE name = ? AND holder = ?"),
            {dueAtMs, job, holder})
        .map([](qint64) {});
}

} // namespace chengban
