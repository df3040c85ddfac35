#include "server/store/Database.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>
#include <chrono>
#include <map>

namespace chengban {

namespace {

QString freshConnectionName()
{
    static std::atomic<quint64> next{1};
    return QStringLiteral("chengban-server-%1").arg(next++);
}

/// Primary SQLite codes; what the administrator can do differs between them.
ErrorCode codeOf(const QSqlError &error)
{
    constexpr int corrupt = 11;
    constexpr int full = 13;
    constexpr int notADatabase = 26;
    const int primary = error.nativeErrorCode().toInt() & 0xff;
    if (primary == full)
        return ErrorCode::DiskFull;
    if (primary == corrupt || primary == notADatabase)
        return ErrorCode::StoreDamaged;
    return ErrorCode::StoreUnavailable;
}

/// Qt binds a null QString as NULL; here a text without characters is an empty text, and NULL is a null
/// QVariant.
QVariant bindable(const QVariant &value)
{
    const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
    return nullText ? QVariant(QLatin1String("")) : value;
}

tl::unexpected<Error> failed(const QSqlError &error)
{
    return fail(codeOf(error), error.nativeErrorCode() + QLatin1Char(' ') + error.databaseText());
}

} // namespace

Database::Database(QString connection, DatabaseConfig config, std::timed_mutex *writers)
    : m_connection(std::move(connection))
    , m_config(std::move(config))
    , m_writers(writers)
    , m_db(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection))
{
}

Database::~Database()
{
    m_prepared.clear();
    m_db.close();
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseConfig &config, std::timed_mutex *writers)
{
    std::unique_ptr<Database> database(new Database(freshConnectionName(), config, writers));
    database->m_db.setDatabaseName(config.path);
    database->m_db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(config.busyTimeoutMs));
    if (!database->m_db.open())
        return failed(database->m_db.lastError());
    if (const auto ready = database->setUp(); !ready)
        return fail(ready.error());
    return database;
}

Result<void> Database::setUp()
{
    for (const QString &pragma : {QStringLiteral("PRAGMA journal_mode=WAL"),
             QStringLiteral("PRAGMA synchronous=FULL"), QStringLiteral("PRAGMA foreign_keys=ON"),
             QStringLiteral("PRAGMA secure_delete=ON"), QStringLiteral("PRAGMA cache_size=-16384")}) {
        QSqlQuery query(m_db);
        if (!query.exec(pragma))
            return failed(query.lastError());
    }
    return {};
}

Result<QSqlQuery *> Database::executed(const QString &sql, const QVariantList &values)
{
    if (m_config.admits && !m_config.admits())
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("not admitted"));
    std::unique_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        auto fresh = std::make_unique<QSqlQuery>(m_db);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql))
            return failed(fresh->lastError());
        query = std::move(fresh);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(static_cast<int>(i), bindable(values[i]));
    if (!query->exec()) {
        const QSqlError error = query->lastError();
        query->finish();
        return failed(error);
    }
    return query.get();
}

Result<qint64> Database::run(const QString &sql, const QVariantList &values)
{
    const auto query = executed(sql, values);
    if (!query)
        return fail(query.error());
    const qint64 changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<QList<Row>> Database::rows(const QString &sql, const QVariantList &values)
{
    const auto query = executed(sql, values);
    if (!query)
        return fail(query.error());
    QList<Row> found;
    while ((*query)->next()) {
        Row row;
        const int columns = (*query)->record().count();
        row.reserve(columns);
        for (int i = 0; i < columns; ++i)
            row.append((*query)->value(i));
        found.append(std::move(row));
    }
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (error.isValid())
        return failed(error);
    return found;
}

Result<Row> Database::row(const QString &sql, const QVariantList &values)
{
    auto found = rows(sql, values);
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? Row() : found->takeFirst();
}

Transaction::Transaction(Database &database, std::unique_lock<std::timed_mutex> turn)
    : m_turn(std::move(turn))
    , m_database(&database)
{
    m_database->m_inTransaction = true;
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_turn(std::move(other.m_turn))
    , m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    m_database->m_inTransaction = false;
    // Past the gate: a rollback must work when nothing else does. If even it fails, closing the connection
    // ends it.
    QSqlQuery(m_database->m_db).exec(QStringLiteral("ROLLBACK"));
}

Result<Transaction> Transaction::begin(Database &database)
{
    Q_ASSERT(!database.inTransaction());
    // SQLite lets waiting writers poll, and an unlucky one starves; ours stand in line first.
    std::unique_lock<std::timed_mutex> turn;
    if (database.m_writers) {
        turn = std::unique_lock(
            *database.m_writers, std::chrono::milliseconds(database.m_config.busyTimeoutMs));
        if (!turn.owns_lock())
            return fail(ErrorCode::StoreUnavailable, QStringLiteral("other writers are busy"));
    }
    if (const auto begun = database.run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return fail(begun.error());
    return Transaction(database, std::move(turn));
}

Result<Transaction> Transaction::reading(Database &database)
{
    Q_ASSERT(!database.inTransaction());
    if (const auto begun = database.run(QStringLiteral("BEGIN")); !begun)
        return fail(begun.error());
    return Transaction(database, {});
}

Result<void> Transaction::commit()
{
    Q_ASSERT(m_database);
    if (const auto done = m_database->run(QStringLiteral("COMMIT")); !done)
        return fail(done.error()); // the destructor rolls back
    m_database->m_inTransaction = false;
    m_database = nullptr;
    if (m_turn.owns_lock())
        m_turn.unlock();
    return {};
}

namespace {

std::map<quint64, std::unique_ptr<Database>> &connectionsOfThisThread()
{
    static thread_local std::map<quint64, std::unique_ptr<Database>> connections;
    return connections;
}

quint64 freshNumber()
{
    static std::atomic<quint64> next{1};
    return next++;
}

} // namespace

Databases::Databases(DatabaseConfig config)
    : m_config(std::move(config))
    , m_number(freshNumber())
{
}

Databases::~Databases()
{
    connectionsOfThisThread().erase(m_number);
}

Result<Database *> Databases::here()
{
    std::unique_ptr<Database> &connection = connectionsOfThisThread()[m_number];
    if (!connection) {
        auto opened = Database::open(m_config, &m_writers);
        if (!opened)
            return fail(opened.error());
        connection = std::move(*opened);
    }
    return connection.get();
}

} // namespace chengban
