#include "client/store/Vault.h"

#include "client/store/FolderSync.h"
#include "client/store/StoreSchema.h"
#include "shared/canonical/Digest.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSqlRecord>

#include <algorithm>

namespace chengban {

namespace {

constexpr int freeGuesses = 4;
constexpr qint64 firstWaitMs = 30'000;
constexpr qint64 longestWaitMs = 3'600'000;

QString wrapsPath(const QString &folder)
{
    return folder + QStringLiteral("/key.wraps");
}

QByteArray blob(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

QByteArray packed(const WrappedKey &wrapped)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << qint32(1) << wrapped.keyId << wrapped.check << wrapped.bySecret << wrapped.byPassphrase
           << wrapped.forRecovery;
    return bytes;
}

std::optional<WrappedKey> unpacked(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    qint32 version = 0;
    WrappedKey wrapped;
    stream >> version >> wrapped.keyId >> wrapped.check >> wrapped.bySecret >> wrapped.byPassphrase
        >> wrapped.forRecovery;
    if (stream.status() != QDataStream::Ok || version != 1)
        return std::nullopt;
    return wrapped;
}

// Copies what can be read of one table, from the front until a bad page and from the back until one.
int copiedRows(Database &from, Database &to, const QString &table)
{
    int copied = 0;
    for (const char *direction : {"ASC", "DESC"}) {
        const QString question
            = QStringLiteral("SELECT * FROM %1 ORDER BY rowid %2").arg(table, QString::fromLatin1(direction));
        const auto done = from.each(question, {}, [&](const QSqlQuery &row) -> Result<void> {
            QStringList marks;
            QStringList names;
            QVariantList values;
            for (int i = 0; i < row.record().count(); ++i) {
                marks << QStringLiteral("?");
                names << row.record().fieldName(i);
                values << row.value(i);
            }
            const auto put
                = to.run(QStringLiteral("INSERT OR IGNORE INTO %1 (%2) VALUES (%3)")
                             .arg(table, names.join(QLatin1Char(',')), marks.join(QLatin1Char(','))),
                    values);
            if (!put)
                return fail(put.error());
            copied += int(put->rows);
            return {};
        });
        if (done)
            break;
    }
    return copied;
}

Result<Salvage> salvaged(const QString &path)
{
    QString kept;
    for (int i = 1; kept.isEmpty() || QFile::exists(kept); ++i)
        kept = path + QStringLiteral(".damaged-%1").arg(i);
    // The WAL belongs to its file: both are moved, or neither.
    if (!QFile::rename(path, kept))
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("cannot keep the damaged file"));
    QFile::rename(path + QStringLiteral("-wal"), kept + QStringLiteral("-wal"));
    QFile::remove(path + QStringLiteral("-shm"));

    auto fresh = Database::open(path, Durability::EveryCommit, workSchema());
    if (!fresh)
        return fail(fresh.error());
    Salvage result{0, kept};
    // Opened without steps, a file of any version up to ours is taken as it is.
    QFile::copy(kept, kept + QStringLiteral(".reading"));
    QFile::copy(kept + QStringLiteral("-wal"), kept + QStringLiteral(".reading-wal"));
    if (auto old = Database::open(kept + QStringLiteral(".reading"), Durability::EveryCommit, workSchema())) {
        for (const QString &table : workTables())
            result.rows += copiedRows(**old, **fresh, table);
    }
    (void)removeDatabase(kept + QStringLiteral(".reading"));
    return result;
}

} // namespace

QString workPath(const QString &folder)
{
    return folder + QStringLiteral("/work.db");
}
QString replicaPath(const QString &folder)
{
    return folder + QStringLiteral("/replica.db");
}

QString StoreOwner::folder(const QString &root) const
{
    const QString tuple = QStringList{server, tenant, user, device}.join(QChar(0x1f));
    return root + QLatin1Char('/') + hex(sha256(tuple.toUtf8())).left(32);
}

Result<Vault> Vault::open(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::StoreUnavailable, QStringLiteral("folder"));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    Vault vault;
    vault.m_folder = folder;
    auto db = Database::open(workPath(folder), Durability::EveryCommit, workSchema());
    const bool damaged = db ? !(*db)->check() : db.error().code == ErrorCode::StoreDamaged;
    if (!db && !damaged)
        return fail(db.error());
    if (damaged) {
        if (db)
            db->reset();
        const auto salvage = salvaged(workPath(folder));
        if (!salvage)
            return fail(salvage.error());
        vault.m_salvage = *salvage;
        db = Database::open(workPath(folder), Durability::EveryCommit, workSchema());
        if (!db)
            return fail(db.error());
    }
    vault.m_db = std::move(*db);
    if (const auto read = vault.readWraps(); !read)
        return fail(read.error());
    return vault;
}

Result<void> Vault::readWraps()
{
    const auto read = m_db->each(
        QStringLiteral("SELECT key_id, check_value, by_secret, by_passphrase, for_recovery FROM store_key"),
        {}, [this](const QSqlQuery &row) -> Result<void> {
            m_wrapped = {row.value(0).toString(), row.value(1).toByteArray(), row.value(2).toByteArray(),
                row.value(3).toByteArray(), row.value(4).toByteArray()};
            return {};
        });
    if (!read || hasKey())
        return read;
    // The row was lost with a damaged page, or this is a new store: only the second file can tell.
    QFile copy(wrapsPath(m_folder));
    if (!copy.open(QIODevice::ReadOnly))
        return {};
    const auto wrapped = unpacked(copy.readAll());
    copy.close(); // Windows replaces no file that is open.
    if (!wrapped)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("key.wraps"));
    return writeWraps(*wrapped);
}

Result<void> Vault::writeWraps(const WrappedKey &wrapped)
{
    QSaveFile copy(wrapsPath(m_folder));
    const QByteArray bytes = packed(wrapped);
    if (!copy.open(QIODevice::WriteOnly) || copy.write(bytes) != bytes.size() || !copy.commit())
        return fail(ErrorCode::DiskFull, QStringLiteral("key.wraps"));
    if (const auto synced = syncFolder(m_folder); !synced)
        return synced;
    const auto put = m_db->run(
        QStringLiteral("INSERT OR REPLACE INTO store_key (id, key_id, check_value, by_secret, by_passphrase,"
                       " for_recovery) VALUES (1, ?, ?, ?, ?, ?)"),
        {wrapped.keyId, wrapped.check, blob(wrapped.bySecret), blob(wrapped.byPassphrase),
            blob(wrapped.forRecovery)});
    if (!put)
        return fail(put.error());
    m_wrapped = wrapped;
    return {};
}

Result<DataKey> Vault::createKey(QByteArrayView keychainSecret, const QString &passphrase,
    QByteArrayView recoveryPublicKey, const PassphraseCost &cost)
{
    if (hasKey())
        return fail(ErrorCode::StoreLocked, QStringLiteral("the store has a key"));
    DataKey key = DataKey::generate();
    const auto byPassphrase = wrappedByPassphrase(key, passphrase, cost);
    if (!byPassphrase)
        return fail(byPassphrase.error());
    const auto forRecovery = wrappedForRecovery(key, recoveryPublicKey);
    if (!forRecovery)
        return fail(forRecovery.error());
    const QByteArray bySecret
        = keychainSecret.isEmpty() ? QByteArray() : wrappedBySecret(key, keychainSecret);
    const auto written = writeWraps({key.id(), key.checkValue(), bySecret, *byPassphrase, *forRecovery});
    if (!written)
        return fail(written.error());
    return key;
}

Result<DataKey> Vault::openBySecret(const std::optional<QByteArray> &keychainSecret) const
{
    if (!keychainSecret)
        return fail(ErrorCode::StoreLocked, QStringLiteral("keychain locked or empty"));
    return openedBySecret(m_wrapped, *keychainSecret);
}

Result<DataKey> Vault::openByPassphrase(const QString &passphrase, qint64 nowMs)
{
    const auto failures = number(QStringLiteral("unlock-failures"));
    const auto next = number(QStringLiteral("unlock-next-ms"));
    if (!failures || !next)
        return fail(failures ? next.error() : failures.error());
    // A clock set back must not lengthen the wait without end.
    if (nowMs < *next && *next - nowMs <= longestWaitMs)
        return fail(ErrorCode::RateLimited);
    if (m_wrapped.byPassphrase.isEmpty())
        return fail(ErrorCode::StoreLocked, QStringLiteral("no passphrase wrap"));
    auto key = openedByPassphrase(m_wrapped, passphrase);
    const qint64 count = key ? 0 : *failures + 1;
    const qint64 over = std::min<qint64>(count - freeGuesses, 10);
    const qint64 wait = over > 0 ? std::min(firstWaitMs << (over - 1), longestWaitMs) : 0;
    if (const auto noted = setNumber(QStringLiteral("unlock-failures"), count); !noted)
        return fail(noted.error());
    if (const auto noted = setNumber(QStringLiteral("unlock-next-ms"), wait ? nowMs + wait : 0); !noted)
        return fail(noted.error());
    return key;
}

Result<DataKey> Vault::openForRecovery(QByteArrayView recoveryPrivateKey) const
{
    return openedForRecovery(m_wrapped, recoveryPrivateKey);
}

Result<void> Vault::rewrapBySecret(const DataKey &key, QByteArrayView keychainSecret)
{
    Q_ASSERT(key.id() == m_wrapped.keyId);
    WrappedKey wrapped = m_wrapped;
    wrapped.bySecret = wrappedBySecret(key, keychainSecret);
    return writeWraps(wrapped);
}

Result<void> Vault::rewrapByPassphrase(
    const DataKey &key, const QString &passphrase, const PassphraseCost &cost)
{
    Q_ASSERT(key.id() == m_wrapped.keyId);
    const auto wrap = wrappedByPassphrase(key, passphrase, cost);
    if (!wrap)
        return fail(wrap.error());
    WrappedKey wrapped = m_wrapped;
    wrapped.byPassphrase = *wrap;
    return writeWraps(wrapped);
}

Result<void> Vault::rewrapForRecovery(const DataKey &key, QByteArrayView recoveryPublicKey)
{
    Q_ASSERT(key.id() == m_wrapped.keyId);
    const auto wrap = wrappedForRecovery(key, recoveryPublicKey);
    if (!wrap)
        return fail(wrap.error());
    WrappedKey wrapped = m_wrapped;
    wrapped.forRecovery = *wrap;
    return writeWraps(wrapped);
}

Result<void> Vault::wipe()
{
    WrappedKey wrapped = m_wrapped;
    wrapped.bySecret.clear();
    wrapped.byPassphrase.clear();
    if (const auto written = writeWraps(wrapped); !written)
        return written;
    return removeDatabase(replicaPath(m_folder));
}

Result<qint64> Vault::number(const QString &name)
{
    qint64 value = 0;
    const auto read = m_db->each(QStringLiteral("SELECT value FROM numbers WHERE name = ?"), {name},
        [&](const QSqlQuery &row) -> Result<void> {
            value = row.value(0).toLongLong();
            return {};
        });
    if (!read)
        return fail(read.error());
    return value;
}

Result<void> Vault::setNumber(const QString &name, qint64 value)
{
    const auto put = m_db->run(
        QStringLiteral("INSERT OR REPLACE INTO numbers (name, value) VALUES (?, ?)"), {name, value});
    if (!put)
        return fail(put.error());
    return {};
}

} // namespace chengban
