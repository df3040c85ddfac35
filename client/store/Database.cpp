#include "client/store/Database.h"

#include <QFile>
#include <QSqlError>
#include <QThread>

#include <atomic>
#include <utility>

namespace chengban {

namespace {

// Primary result codes of SQLite (sqlite.org/rescode.html); extended ones keep them in the low byte.
enum SqliteCode { Corrupt = 11, Full = 13, NotADatabase = 26 };

Error errorOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    // The text of the driver names tables and columns, never values.
    const QString detail = QStringLiteral("sqlite %1").arg(error.nativeErrorCode());
    switch (code) {
    case Full:
        return {ErrorCode::DiskFull, detail};
    case Corrupt:
    case NotADatabase:
        return {ErrorCode::StoreDamaged, detail};
    default:
        return {ErrorCode::StoreUnavailable, detail};
    }
}

QString newConnectionName()
{
    static std::atomic<int> number = 0;
    return QStringLiteral("chengban-%1").arg(++number);
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(
    const QString &path, Durability durability, std::span<const MigrationStep> steps)
{
    std::unique_ptr<Database> db(new Database);
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
    m_db.close();
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<void> Database::prepare(Durability durability, std::span<const MigrationStep> steps)
{
    // The version is read before anything is written, so a newer file stays as it was.
    auto version = run(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return fail(version.error());
    const int from = version->next() ? version->value(0).toInt() : 0;
    version->finish();
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

Result<QSqlQuery> Database::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return fail(errorOf(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return fail(errorOf(query.lastError()));
    return query;
}

Result<void> Database::each(
    const QString &sql, const QVariantList &values, const std::function<Result<void>(const QSqlQuery &)> &row)
{
    auto query = run(sql, values);
    if (!query)
        return fail(query.error());
    while (query->next()) {
        if (const auto taken = row(*query); !taken)
            return fail(taken.error());
    }
    // next() is also false when a page could not be read.
    if (query->lastError().isValid())
        return fail(errorOf(query->lastError()));
    return {};
}

Result<void> Database::check()
{
    auto query = run(QStringLiteral("PRAGMA quick_check(1)"));
    if (!query)
        return fail(query.error());
    if (!query->next() || query->value(0).toString() != QStringLiteral("ok"))
        return fail(ErrorCode::StoreDamaged, QStringLiteral("quick_check"));
    return {};
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
    // A failed rollback leaves nothing to do here: SQLite has rolled back by itself, or closing will.
    (void)m_db->run(QStringLiteral("ROLLBACK"));
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
