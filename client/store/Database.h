#pragma once

#include "shared/base/Result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariantList>

#include <functional>
#include <memory>
#include <span>
#include <unordered_map>

namespace chengban {

enum class Durability {
    EveryCommit, ///< On the disk when commit returns: drafts and outbox.
    Rebuildable, ///< A power cut may lose the last moments, which the server gives again: the replica.
};

/// One schema version: its statements run in one transaction together with the version's bump.
using MigrationStep = QStringList;

/// What a statement did.
struct Changed
{
    qint64 rows = 0;
    qint64 lastRow = 0; ///< Of an INSERT: the row's number.
};

/// Asked before each statement, transaction bounds included; false makes it fail as if the disk had. Empty in
/// production: with it a test fails the n-th call for every n.
using Gate = std::function<bool()>;

/// One connection to one SQLite file, for the thread that opened it. WAL, foreign keys, a busy time-out,
/// secure delete. Statements are prepared once and kept.
class Database
{
public:
    /// Opens or creates the file and brings it to the newest version.
    /// Errors: StoreNewer (left untouched), StoreDamaged, DiskFull, StoreUnavailable.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, Durability durability,
        std::span<const MigrationStep> steps, const Gate &admits = {});
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement with its values bound. Errors: DiskFull, StoreDamaged, StoreUnavailable.
    [[nodiscard]] Result<Changed> run(const QString &sql, const QVariantList &values = {});
    /// Runs a question and hands each row to `row`, which may stop it by failing and may run statements of
    /// its own. Errors: as run(), and `row`'s.
    [[nodiscard]] Result<void> each(const QString &sql, const QVariantList &values,
        const std::function<Result<void>(const QSqlQuery &)> &row);
    /// The same until `row` answers false: enough.
    [[nodiscard]] Result<void> eachUntil(const QString &sql, const QVariantList &values,
        const std::function<Result<bool>(const QSqlQuery &)> &row);
    /// Checks the pages and indexes of the whole file. Errors: StoreDamaged.
    [[nodiscard]] Result<void> check();
    [[nodiscard]] QSqlDatabase handle() const { return m_db; }
    [[nodiscard]] QString path() const { return m_db.databaseName(); }

    void setGate(Gate admits) { m_admits = std::move(admits); }

private:
    friend class Transaction;
    Database() = default;
    /// A prepared statement out of those that are kept, or a fresh one; who took it gives it back.
    [[nodiscard]] Result<std::unique_ptr<QSqlQuery>> taken(const QString &sql);
    void giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query);
    [[nodiscard]] Result<std::unique_ptr<QSqlQuery>> executed(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<void> prepare(Durability durability, std::span<const MigrationStep> steps);
    [[nodiscard]] Result<void> migrate(int from, std::span<const MigrationStep> steps);

    QSqlDatabase m_db;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    Gate m_admits;
};

/// Statements that belong together; rolled back unless commit() said yes.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database &db);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(Database &db);
    Database *m_db;
};

/// Deletes the file with its WAL and index. Errors: StoreUnavailable.
[[nodiscard]] Result<void> removeDatabase(const QString &path);

} // namespace chengban
