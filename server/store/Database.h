#pragma once

#include "shared/base/Result.h"

#include <QSqlDatabase>
#include <QString>
#include <QVariant>

#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <unordered_map>

class QSqlError;
class QSqlQuery;

namespace chengban {

enum class Engine { Sqlite, Postgres };

/// Where the server's database lies.
struct DatabaseConfig
{
    QString location; ///< A file of SQLite, or the address of a PostgreSQL database (PostgresAddress.h).
    int busyTimeoutMs = 5000; ///< How long a statement waits for what another transaction holds.
    /// Asked before each statement, transaction bounds included; false makes it fail as if the disk had.
    /// Empty in production: with it a test fails the n-th call for every n.
    std::function<bool()> admits;
    /// Told of each statement, for benchmarks that let the bare database do the same. Empty in production.
    std::function<void(const QString &sql, const QVariantList &values)> watches = {};
};

using Row = QVariantList;

/// Whether what is held is held alone, or together with others who hold it Together.
enum class Hold { Alone, Together };

/// One connection, used only by the thread that opened it.
///
/// The SQL of server/store is one text for both engines. What differs stands here and in Migrations: how a
/// transaction begins, what it has to lock, and how its entries are numbered.
class Database
{
public:
    /// Opens and sets the connection up (durable commits, foreign keys); creates no table. Transactions of
    /// one process on SQLite queue at `writers`, which outlives the connection; null: at SQLite's own lock.
    /// Errors: StoreUnavailable, StoreDamaged; BadInput for an address that is none or holds a password.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(
        const DatabaseConfig &config, std::timed_mutex *writers = nullptr);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    /// Runs a statement with bound values; gives the number of rows it changed. Errors: StoreUnavailable,
    /// DiskFull, StoreDamaged; the detail is the driver's text and never holds values.
    Result<qint64> run(const QString &sql, const QVariantList &values = {});
    /// Runs a query and fetches all its rows, so no statement stays open behind the caller.
    [[nodiscard]] Result<QList<Row>> rows(const QString &sql, const QVariantList &values = {});
    /// The first row, or an empty one when there is none.
    [[nodiscard]] Result<Row> row(const QString &sql, const QVariantList &values = {});

    [[nodiscard]] Engine engine() const { return m_engine; }
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

    /// Until the end of the transaction nobody else holds `name`. Nothing to do on SQLite, whose one writer
    /// holds everything. Errors: StoreUnavailable after the busy timeout.
    [[nodiscard]] Result<void> hold(const QString &name, Hold how = Hold::Alone);
    /// Ends a SELECT whose row this transaction is going to change: what was read is then still true at the
    /// commit. Empty outside of transactions and on SQLite.
    [[nodiscard]] QString rowLock() const;
    /// The last failure came from another transaction being faster; from the beginning it may succeed.
    [[nodiscard]] bool lostRace() const { return m_lostRace; }
    /// Nothing to be had from this connection any more: the server is gone or has ended it.
    [[nodiscard]] bool isBroken() const { return m_broken; }
    /// Connects again. Errors: those of open().
    [[nodiscard]] Result<void> reopen();

    /// PostgreSQL: a number for the next entry of this transaction. Numbers grow with the transactions' ids,
    /// which is not the order of their commits: see horizon() and docs/adr/0005.
    [[nodiscard]] Result<qint64> nextPlace();
    /// The last one it gave; 0: none in the last transaction.
    [[nodiscard]] qint64 lastPlace() const { return m_place; }
    /// Below this number nothing new will appear any more. On SQLite, where numbers are given in the order
    /// of the commits, that is everything one sees.
    [[nodiscard]] Result<qint64> horizon();
    static constexpr qint64 noHorizon = std::numeric_limits<qint64>::max();
    /// A number's upper bits are the transaction's id, so that those of an open one lie above the horizon;
    /// its entries are counted in these lower bits.
    static constexpr int placeBits = 20;

private:
    friend class Transaction;
    Database(QString connection, DatabaseConfig config, std::timed_mutex *writers);
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> connectPostgres();
    [[nodiscard]] Result<void> connectSqlite();
    [[nodiscard]] Result<QSqlQuery *> executed(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<QSqlQuery *> attempted(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<QSqlQuery *> prepared(const QString &sql);
    [[nodiscard]] Result<QSqlQuery *> executedAsItIs(const QString &sql);
    [[nodiscard]] Result<void> begin(const QString &sql);
    [[nodiscard]] tl::unexpected<Error> failed(const QSqlError &error);

    QString m_connection;
    DatabaseConfig m_config;
    Engine m_engine;
    std::timed_mutex *m_writers;
    QSqlDatabase m_db;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    std::unique_ptr<QSqlQuery> m_direct;
    qint64 m_place = 0; ///< Last number given in this transaction; 0: none.
    bool m_inTransaction = false;
    bool m_isReading = false; ///< That transaction changes nothing.
    bool m_spoiled = false; ///< A statement of the transaction failed: it can only be rolled back.
    bool m_lostRace = false;
    bool m_broken = false;
};

/// Several statements that belong together. Rolls back unless commit() said yes.
///
/// On SQLite `begin` takes the writer's lock at once (BEGIN IMMEDIATE), so what is read inside is still true
/// at the commit; on PostgreSQL that holds for what is locked by hold() and rowLock(). Errors of `begin`:
/// StoreUnavailable when other writers keep the lock for longer than the busy timeout, or no connection.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    /// One unchanging view for several reads; takes no lock that a writer would wait for.
    [[nodiscard]] static Result<Transaction> reading(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] Result<void> commit();

private:
    Transaction(Database &database, std::unique_lock<std::timed_mutex> turn);
    std::unique_lock<std::timed_mutex> m_turn; ///< Given up after the commit or the rollback.
    Database *m_database;
};

/// The connections of one database, one for each thread that asks.
class Databases
{
public:
    explicit Databases(DatabaseConfig config);
    /// Closes the connection of the thread that destroys it; the others close when their threads end.
    ~Databases();
    Q_DISABLE_COPY_MOVE(Databases)

    /// This thread's connection, opened at the first call and again when it broke. Errors: StoreUnavailable.
    [[nodiscard]] Result<Database *> here();

private:
    DatabaseConfig m_config;
    std::timed_mutex m_writers;
    quint64 m_number; ///< Distinguishes instances; an address may come back.
};

} // namespace chengban
