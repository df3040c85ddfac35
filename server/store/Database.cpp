#include "server/store/Database.h"

#include "server/store/PostgresAddress.h"
#include "shared/base/SqliteCode.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <atomic>
#include <chrono>

namespace chengban {

namespace {

QString freshConnectionName()
{
    static std::atomic<quint64> next{1};
    return QStringLiteral("chengban-server-%1").arg(next++);
}

/// What sqliteError() is for SQLite, for PostgreSQL's SQLSTATE.
ErrorCode postgresCode(const QString &state)
{
    if (state == QLatin1String("53100"))
        return ErrorCode::DiskFull;
    const bool damaged = state == QLatin1String("XX001") || state == QLatin1String("XX002");
    return damaged ? ErrorCode::StoreDamaged : ErrorCode::StoreUnavailable;
}

/// Unique and foreign keys, serialisation, deadlock: somebody else wrote in between.
bool isLostRace(const QString &state)
{
    static const QStringList states{
        QStringLiteral("23505"), QStringLiteral("23503"), QStringLiteral("40001"), QStringLiteral("40P01")};
    return states.contains(state);
}

/// A connection that was ended from the other side fails with an empty text and no state, or with one of
/// these: connection exceptions, shutdown, crash of another session, not yet started.
bool isConnectionLost(const QString &state)
{
    return state.isEmpty() || state.startsWith(QLatin1String("08")) || state.startsWith(QLatin1String("57P"))
        || state == QLatin1String("25P03");
}

/// PostgreSQL prepares these only; the rest (transactions, tables) goes as it is.
bool canBePrepared(const QString &sql)
{
    for (const char *verb : {"SELECT", "INSERT", "UPDATE", "DELETE", "WITH"}) {
        if (sql.startsWith(QLatin1String(verb)))
            return true;
    }
    return false;
}

/// Qt binds a null QString as NULL; here a text without characters is an empty text, and NULL is a null
/// QVariant.
QVariant bindable(const QVariant &value)
{
    const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
    return nullText ? QVariant(QLatin1String("")) : value;
}

} // namespace

Database::Database(QString connection, DatabaseConfig config, std::timed_mutex *writers)
    : m_connection(std::move(connection))
    , m_config(std::move(config))
    , m_engine(isPostgresAddress(m_config.location) ? Engine::Postgres : Engine::Sqlite)
    , m_writers(m_engine == Engine::Sqlite ? writers : nullptr)
    , m_db(QSqlDatabase::addDatabase(
          m_engine == Engine::Postgres ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), m_connection))
{
}

Database::~Database()
{
    m_prepared.clear();
    m_direct.reset();
    m_db.close();
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseConfig &config, std::timed_mutex *writers)
{
    std::unique_ptr<Database> database(new Database(freshConnectionName(), config, writers));
    if (const auto connected = database->connect(); !connected)
        return fail(connected.error());
    return database;
}

Result<void> Database::reopen()
{
    Q_ASSERT(!m_inTransaction);
    m_prepared.clear();
    m_direct.reset();
    m_db.close();
    return connect();
}

Result<void> Database::connect()
{
    const auto connected = m_engine == Engine::Postgres ? connectPostgres() : connectSqlite();
    m_broken = !connected;
    return connected;
}

Result<void> Database::connectPostgres()
{
    const auto parameters = postgresParameters(m_config.location, m_config.busyTimeoutMs);
    if (!parameters)
        return fail(parameters.error());
    m_db.setConnectOptions(parameters->join(QLatin1Char(';')));
    return m_db.open() ? Result<void>() : failed(m_db.lastError());
}

Result<void> Database::connectSqlite()
{
    m_db.setDatabaseName(m_config.location);
    m_db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(m_config.busyTimeoutMs));
    if (!m_db.open())
        return failed(m_db.lastError());
    for (const QString &pragma : {QStringLiteral("PRAGMA journal_mode=WAL"),
             QStringLiteral("PRAGMA synchronous=FULL"), QStringLiteral("PRAGMA foreign_keys=ON"),
             QStringLiteral("PRAGMA secure_delete=ON"), QStringLiteral("PRAGMA cache_size=-16384")}) {
        QSqlQuery query(m_db);
        if (!query.exec(pragma))
            return failed(query.lastError());
    }
    return {};
}

tl::unexpected<Error> Database::failed(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    m_spoiled = m_spoiled || m_inTransaction;
    if (m_engine == Engine::Sqlite)
        return fail(sqliteError(state.toInt()), state + QLatin1Char(' ') + error.databaseText());
    m_lostRace = isLostRace(state);
    m_broken = m_broken || !m_db.isOpen() || isConnectionLost(state);
    // Not the text: PostgreSQL puts values into it.
    return fail(postgresCode(state), m_broken ? QStringLiteral("connection lost ") + state : state);
}

Result<QSqlQuery *> Database::prepared(const QString &sql)
{
    std::unique_ptr<QSqlQuery> &query = m_prepared[sql];
    if (!query) {
        auto fresh = std::make_unique<QSqlQuery>(m_db);
        // PostgreSQL would send row by row; we fetch everything at once anyway.
        fresh->setForwardOnly(m_engine == Engine::Sqlite);
        if (!fresh->prepare(sql))
            return failed(fresh->lastError());
        query = std::move(fresh);
    }
    return query.get();
}

Result<QSqlQuery *> Database::executedAsItIs(const QString &sql)
{
    m_direct = std::make_unique<QSqlQuery>(m_db);
    if (!m_direct->exec(sql))
        return failed(m_direct->lastError());
    return m_direct.get();
}

Result<QSqlQuery *> Database::executed(const QString &sql, const QVariantList &values)
{
    Result<QSqlQuery *> query = attempted(sql, values);
    // A line that broke while nobody used it is found out by the next statement. A question may be asked
    // again; a change could have been made before the line broke.
    const bool mayRepeat = m_broken && !m_inTransaction && sql.startsWith(QLatin1StringView("SELECT"));
    if (!query && mayRepeat && reopen())
        query = attempted(sql, values);
    return query;
}

Result<QSqlQuery *> Database::attempted(const QString &sql, const QVariantList &values)
{
    m_lostRace = false;
    if (m_config.admits && !m_config.admits()) {
        m_spoiled = m_spoiled || m_inTransaction;
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("not admitted"));
    }
    if (m_config.watches)
        m_config.watches(sql, values);
    if (m_engine == Engine::Postgres && !canBePrepared(sql))
        return executedAsItIs(sql);
    const auto query = prepared(sql);
    if (!query)
        return query;
    for (qsizetype i = 0; i < values.size(); ++i)
        (*query)->bindValue(static_cast<int>(i), bindable(values[i]));
    if (!(*query)->exec()) {
        const QSqlError error = (*query)->lastError();
        (*query)->finish();
        return failed(error);
    }
    return query;
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

Result<void> Database::hold(const QString &name, Hold how)
{
    Q_ASSERT(m_inTransaction);
    if (m_engine == Engine::Sqlite)
        return {};
    const QString sql = how == Hold::Alone
        ? QStringLiteral(
            "SELECT pg_advisory_xact_lock(hashtextextended(current_schema()::text || ?::text, 0))")
        : QStringLiteral(
            "SELECT pg_advisory_xact_lock_shared(hashtextextended(current_schema()::text || ?::text, 0))");
    return run(sql, {name}).map([](qint64) {});
}

QString Database::rowLock() const
{
    const bool needed = m_engine == Engine::Postgres && m_inTransaction && !m_isReading;
    return needed ? QStringLiteral(" FOR UPDATE") : QString();
}

Result<qint64> Database::nextPlace()
{
    Q_ASSERT(m_inTransaction && m_engine == Engine::Postgres);
    if (m_place > 0)
        return ++m_place;
    const auto row = this->row(
        QStringLiteral("SELECT (pg_current_xact_id()::text::bigint + tx_offset) << %1 FROM feed_epoch")
            .arg(placeBits));
    if (!row)
        return fail(row.error());
    m_place = row->value(0).toLongLong();
    return m_place > 0 ? Result<qint64>(m_place)
                       : fail(ErrorCode::StoreDamaged, QStringLiteral("feed_epoch"));
}

Result<qint64> Database::horizon()
{
    if (m_engine == Engine::Sqlite)
        return noHorizon;
    const auto row = this->row(QStringLiteral("SELECT (pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
                                              " + tx_offset) << %1 FROM feed_epoch")
                                   .arg(placeBits));
    return row.map([](const Row &found) { return found.value(0).toLongLong(); });
}

Result<void> Database::begin(const QString &sql)
{
    m_place = 0;
    m_spoiled = false;
    auto begun = run(sql);
    // Nothing was done yet: an idle connection that the server has ended meanwhile costs nobody an answer.
    if (!begun && m_broken && reopen())
        begun = run(sql);
    return begun.map([](qint64) {});
}

Transaction::Transaction(Database &database, std::unique_lock<std::timed_mutex> turn)
    : m_turn(std::move(turn))
    , m_database(&database)
{
    m_database->m_inTransaction = true;
    m_database->m_isReading = false;
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
    const bool done = !m_database->m_broken && QSqlQuery(m_database->m_db).exec(QStringLiteral("ROLLBACK"));
    if (!done && m_database->m_engine == Engine::Postgres)
        m_database->m_broken = true;
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
    const bool isPostgres = database.m_engine == Engine::Postgres;
    if (const auto begun = database.begin(isPostgres ? QStringLiteral("BEGIN ISOLATION LEVEL READ COMMITTED")
                                                     : QStringLiteral("BEGIN IMMEDIATE"));
        !begun)
        return fail(begun.error());
    return Transaction(database, std::move(turn));
}

Result<Transaction> Transaction::reading(Database &database)
{
    Q_ASSERT(!database.inTransaction());
    const bool isPostgres = database.m_engine == Engine::Postgres;
    if (const auto begun
        = database.begin(isPostgres ? QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                                    : QStringLiteral("BEGIN"));
        !begun)
        return fail(begun.error());
    Transaction transaction(database, {});
    database.m_isReading = true;
    return transaction;
}

Result<void> Transaction::commit()
{
    Q_ASSERT(m_database);
    // PostgreSQL would answer such a COMMIT with a rollback and call that a success.
    if (m_database->m_spoiled && m_database->m_engine == Engine::Postgres)
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("a statement of the transaction failed"));
    if (const auto done = m_database->run(QStringLiteral("COMMIT")); !done)
        return fail(done.error()); // the destructor rolls back
    m_database->m_inTransaction = false;
    m_database = nullptr;
    if (m_turn.owns_lock())
        m_turn.unlock();
    return {};
}

} // namespace chengban
