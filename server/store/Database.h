#pragma once

#include "shared/base/Result.h"

#include <QSqlDatabase>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

class QSqlQuery;

namespace chengban {

/// Where the server's database lies. SQLite today; the SQL of server/store keeps to what PostgreSQL
/// understands too.
struct DatabaseConfig
{
    QString path;
    int busyTimeoutMs = 5000;
    /// Asked before each statement, transaction bounds included; false makes it fail as if the disk had.
    /// Empty in production: with it a test fails the n-th call for every n.
    std::function<bool()> admits;
};

using Row = QVariantList;

/// One connection, used only by the thread that opened it.
class Database
{
public:
    /// Opens and sets the connection up (WAL, synchronous=FULL, foreign keys); creates no table.
    /// Transactions of one process queue at `writers`, which outlives the connection; null: at SQLite's own
    /// lock. Errors: StoreUnavailable.
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

    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

private:
    friend class Transaction;
    Database(QString connection, DatabaseConfig config, std::timed_mutex *writers);
    [[nodiscard]] Result<void> setUp();
    [[nodiscard]] Result<QSqlQuery *> executed(const QString &sql, const QVariantList &values);

    QString m_connection;
    DatabaseConfig m_config;
    std::timed_mutex *m_writers;
    QSqlDatabase m_db;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    bool m_inTransaction = false;
};

/// Several statements that belong together. Rolls back unless commit() said yes.
///
/// `begin` takes the writer's lock at once (BEGIN IMMEDIATE), so what is read inside is still true at the
/// commit. Errors of `begin`: StoreUnavailable when other writers keep it for longer than the busy timeout.
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

    /// This thread's connection, opened at the first call. Errors: StoreUnavailable.
    [[nodiscard]] Result<Database *> here();

private:
    DatabaseConfig m_config;
    std::timed_mutex m_writers;
    quint64 m_number; ///< Distinguishes instances; an address may come back.
};

} // namespace chengban
