#pragma once

#include "shared/base/Result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>
#include <QVariantList>

#include <functional>
#include <memory>
#include <span>

namespace chengban {

enum class Durability {
    EveryCommit, ///< On the disk when commit returns: drafts and outbox.
    Rebuildable, ///< A power cut may lose the last moments, which the server gives again: the replica.
};

/// One schema version: its statements run in one transaction together with the version's bump.
using MigrationStep = QStringList;

/// One connection to one SQLite file, for the thread that opened it. WAL, foreign keys, a busy time-out,
/// secure delete.
class Database
{
public:
    /// Opens or creates the file and brings it to the newest version.
    /// Errors: StoreNewer (left untouched), StoreDamaged, DiskFull, StoreUnavailable.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(
        const QString &path, Durability durability, std::span<const MigrationStep> steps);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Runs one statement with its values bound. Errors: DiskFull, StoreDamaged, StoreUnavailable.
    [[nodiscard]] Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    /// Runs a question and hands each row to `row`, which may stop it by failing. Errors: as run(), and
    /// `row`'s.
    [[nodiscard]] Result<void> each(const QString &sql, const QVariantList &values,
        const std::function<Result<void>(const QSqlQuery &)> &row);
    /// Checks the pages and indexes of the whole file. Errors: StoreDamaged.
    [[nodiscard]] Result<void> check();
    [[nodiscard]] QSqlDatabase handle() const { return m_db; }
    [[nodiscard]] QString path() const { return m_db.databaseName(); }

private:
    Database() = default;
    [[nodiscard]] Result<void> prepare(Durability durability, std::span<const MigrationStep> steps);
    [[nodiscard]] Result<void> migrate(int from, std::span<const MigrationStep> steps);

    QSqlDatabase m_db;
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
