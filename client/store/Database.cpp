#include "client/store/Database.h"

#include "shared/base/SqliteCode.h"

#include <QFile>
#include <QSqlError>
#include <QThread>

#include <atomic>
#include <utility>

namespace chengban {

namespace {

Error errorOf(const QSqlError &error)
{
    // The text of the driver names tables and columns, never values.
    return {sqliteError(error.nativeErrorCode().toInt()),
        QStringLiteral("sqlite %1").arg(error.nativeErrorCode())};
}

QString newConnectionName()
{
    static std::atomic<int> number = 0;
    return QStringLiteral("chengban-%1").arg(++number);
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(
    const QString &path, Durability durability, std::span<const MigrationStep> steps, const Gate &admits)
{
    std::unique_ptr<Database> db(new Database);
    db->m_admits = admits;
    db->m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), newConnectionName());
    db->m_db.setDatabaseName(path);
    db->m_db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!db->m_db.open())
        return fail(errorOf(db->m_db.lastError()));
    if (const auto prepared = db->prepare(durability, steps); !prepared)
        return fail(prepared.error());
    return db;
}

Database::~Database()
{
    const QString name = m_db.connectionName();
    m_prepared.clear();
    m_db.close();
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<void> Database::prepare(Durability durability, std::span<const MigrationStep> steps)
{
    // The version is read before anything is written, so a newer file stays as it was.
    int from = 0;
    const auto read
        = each(QStringLiteral("PRAGMA user_version"), {}, [&from](const QSqlQuery &row) -> Result<void> {
              from = row.value(0).toInt();
              return {};
          });
    if (!read)
        return fail(read.error());
    if (from > int(steps.size()))
        return fail(ErrorCode::StoreNewer, QStringLiteral("version %1").arg(from));
    const QString sync
        = durability == Durability::EveryCommit ? QStringLiteral("FULL") : QStringLiteral("NORMAL");
    for (const QString &pragma : {QStringLiteral("PRAGMA journal_mode=WAL"),
             QStringLiteral("PRAGMA foreign_keys=ON"), QStringLiteral("PRAGMA secure_delete=ON"),
             QStringLiteral("PRAGMA temp_store=MEMORY"), QStringLiteral("PRAGMA synchronous=%1").arg(sync)}) {
        if (const auto done = run(pragma); !done)
            return fail(done.error());
    }
    return migrate(from, steps);
}

Result<void> Database::migrate(int from, std::span<const MigrationStep> steps)
{
    for (int version = from; version < int(steps.size()); ++version) {
        auto transaction = Transaction::begin(*this);
        if (!transaction)
            return fail(transaction.error());
        for (const QString &statement : steps[size_t(version)]) {
            if (const auto done = run(statement); !done)
                return fail(done.error());
        }
        if (const auto bumped = run(QStringLiteral("PRAGMA user_version=%1").arg(version + 1)); !bumped)
            return fail(bumped.error());
        if (const auto committed = transaction->commit(); !committed)
            return fail(committed.error());
    }
    return {};
}

Result<std::unique_ptr<QSqlQuery>> Database::taken(const QString &sql)
{
    if (auto kept = m_prepared.extract(sql))
        return std::move(kept.mapped());
    auto fresh = std::make_unique<QSqlQuery>(m_db);
    fresh->setForwardOnly(true);
    if (!fresh->prepare(sql))
        return fail(errorOf(fresh->lastError()));
    return fresh;
}

void Database::giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish();
    m_prepared.insert_or_assign(sql, std::move(query));
}

Result<std::unique_ptr<QSqlQuery>> Database::executed(const QString &sql, const QVariantList &values)
{
    if (m_admits && !m_admits())
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("not admitted"));
    auto query = taken(sql);
    if (!query)
        return query;
    for (qsizetype i = 0; i < values.size(); ++i)
        (*query)->bindValue(int(i), values[i]);
    if (!(*query)->exec())
        return fail(errorOf((*query)->lastError())); // and is not kept
    return query;
}

Result<Changed> Database::run(const QString &sql, const QVariantList &values)
{
    auto query = executed(sql, values);
    if (!query)
        return fail(query.error());
    const Changed changed{(*query)->numRowsAffected(), (*query)->lastInsertId().toLongLong()};
    giveBack(sql, std::move(*query));
    return changed;
}

Result<void> Database::each(
    const QString &sql, const QVariantList &values, const std::function<Result<void>(const QSqlQuery &)> &row)
{
    return eachUntil(sql, values,
        [&row](const QSqlQuery &query) -> Result<bool> { return row(query).map([] { return true; }); });
}

Result<void> Database::eachUntil(
    const QString &sql, const QVariantList &values, const std::function<Result<bool>(const QSqlQuery &)> &row)
{
    auto query = executed(sql, values);
    if (!query)
        return fail(query.error());
    Result<bool> goOn = true;
    while (goOn && *goOn && (*query)->next())
        goOn = row(**query);
    // next() is also false when a page could not be read.
    const QSqlError error = (*query)->lastError();
    if (goOn && error.isValid())
        return fail(errorOf(error));
    giveBack(sql, std::move(*query));
    return goOn.map([](bool) {});
}

Result<void> Database::check()
{
    QString found;
    const auto read
        = each(QStringLiteral("PRAGMA quick_check(1)"), {}, [&found](const QSqlQuery &row) -> Result<void> {
              found = row.value(0).toString();
              return {};
          });
    if (!read)
        return read;
    return found == QStringLiteral("ok") ? Result<void>()
                                         : fail(ErrorCode::StoreDamaged, QStringLiteral("quick_check"));
}

Transaction::Transaction(Database &db)
    : m_db(&db)
{
}

Result<Transaction> Transaction::begin(Database &db)
{
    // IMMEDIATE: a read that later wants to write could find its snapshot outdated and fail half-way.
    if (const auto begun = db.run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return fail(begun.error());
    return Transaction(db);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_db(std::exchange(other.m_db, nullptr))
{
}

Transaction::~Transaction()
{
    if (!m_db)
        return;
    // Past the gate: a rollback must work when nothing else does. If even it fails, SQLite has rolled back by
    // itself, or closing will.
    QSqlQuery(m_db->m_db).exec(QStringLiteral("ROLLBACK"));
}

Result<void> Transaction::commit()
{
    if (const auto committed = m_db->run(QStringLiteral("COMMIT")); !committed)
        return fail(committed.error());
    m_db = nullptr;
    return {};
}

Result<void> removeDatabase(const QString &path)
{
    for (const char *ending : {"", "-wal", "-shm"}) {
        QFile file(path + QLatin1StringView(ending));
        if (file.exists() && !file.remove())
            return fail(ErrorCode::StoreUnavailable, QStringLiteral("cannot remove"));
    }
    return {};
}

} // namespace chengban
