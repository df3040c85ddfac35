#include "server/store/Migrations.h"

#include "server/store/Database.h"
#include "server/store/Sealing.h"

#include <array>
#include <span>

namespace chengban {

namespace {

/// Types are those of PostgreSQL; SQLite takes them by their affinity. Every key begins with the tenant.
constexpr const char *version1[] = {
    // One row for each event: the canonical header as it was hashed, and its place in the tenant's sequence.
    "CREATE TABLE events (tenant TEXT NOT NULL, case_id TEXT NOT NULL, revision BIGINT NOT NULL,"
    " sequence BIGINT NOT NULL, header TEXT NOT NULL, digest TEXT NOT NULL,"
    " PRIMARY KEY (tenant, case_id, revision))",
    "CREATE UNIQUE INDEX events_by_sequence ON events (tenant, sequence)",
    // The parts apart from their header: content is {salt, body}; NULL when sealed apart or erased.
    "CREATE TABLE parts (tenant TEXT NOT NULL, case_id TEXT NOT NULL, revision BIGINT NOT NULL,"
    " name TEXT NOT NULL, content TEXT, erased INTEGER NOT NULL DEFAULT 0,"
    " PRIMARY KEY (tenant, case_id, revision, name),"
    " FOREIGN KEY (tenant, case_id, revision) REFERENCES events (tenant, case_id, revision))",
    "CREATE TABLE identity_parts (tenant TEXT NOT NULL, case_id TEXT NOT NULL, revision BIGINT NOT NULL,"
    " name TEXT NOT NULL, sealed BYTEA NOT NULL, PRIMARY KEY (tenant, case_id, revision, name),"
    " FOREIGN KEY (tenant, case_id, revision, name) REFERENCES parts (tenant, case_id, revision, name))",
    "CREATE TABLE case_heads (tenant TEXT NOT NULL, case_id TEXT NOT NULL, revision BIGINT NOT NULL,"
    " sequence BIGINT NOT NULL, head TEXT NOT NULL, masked_name TEXT NOT NULL, masked_phone TEXT NOT NULL,"
    " PRIMARY KEY (tenant, case_id))",
    "CREATE INDEX case_heads_by_sequence ON case_heads (tenant, sequence)",
    "CREATE TABLE commands (id TEXT PRIMARY KEY, tenant TEXT NOT NULL, user_id TEXT NOT NULL,"
    " device TEXT NOT NULL, body_digest TEXT NOT NULL, case_id TEXT NOT NULL, state TEXT NOT NULL,"
    " problems TEXT NOT NULL, first_revision BIGINT NOT NULL, last_revision BIGINT NOT NULL,"
    " receipt TEXT NOT NULL, at_ms BIGINT NOT NULL)",
    // One row for each scope and case, moved to the end at each change.
    "CREATE TABLE feed (tenant TEXT NOT NULL, scope TEXT NOT NULL, case_id TEXT NOT NULL,"
    " position BIGINT NOT NULL, entered BIGINT NOT NULL, access TEXT NOT NULL, until_revision BIGINT NOT "
    "NULL,"
    " PRIMARY KEY (tenant, scope, case_id))",
    "CREATE INDEX feed_by_position ON feed (tenant, scope, position)",
    "CREATE TABLE feed_epoch (epoch TEXT PRIMARY KEY)",
    "CREATE TABLE units (tenant TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL,"
    " PRIMARY KEY (tenant, id))",
    "CREATE TABLE people (tenant TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL,"
    " role TEXT NOT NULL, phone TEXT NOT NULL, PRIMARY KEY (tenant, id))",
    "CREATE TABLE signing_keys (tenant TEXT NOT NULL, id TEXT NOT NULL, user_id TEXT NOT NULL,"
    " device TEXT NOT NULL, public_key TEXT NOT NULL, witness_name TEXT NOT NULL, valid_from_ms BIGINT NOT "
    "NULL,"
    " revoked_at_ms BIGINT, PRIMARY KEY (tenant, id))",
    "CREATE TABLE import_keys (tenant TEXT NOT NULL, source TEXT NOT NULL, number TEXT NOT NULL,"
    " case_id TEXT NOT NULL, PRIMARY KEY (tenant, source, number))",
    "CREATE TABLE blobs (tenant TEXT NOT NULL, sha256 TEXT NOT NULL, sm3 TEXT NOT NULL, size BIGINT NOT NULL,"
    " stored_at_ms BIGINT NOT NULL, PRIMARY KEY (tenant, sha256))",
    "CREATE TABLE blob_references (tenant TEXT NOT NULL, sha256 TEXT NOT NULL, case_id TEXT NOT NULL,"
    " revision BIGINT NOT NULL, part TEXT NOT NULL, audience TEXT NOT NULL,"
    " PRIMARY KEY (tenant, sha256, case_id, revision, part),"
    " FOREIGN KEY (tenant, sha256) REFERENCES blobs (tenant, sha256))",
    "CREATE TABLE uploads (id TEXT PRIMARY KEY, tenant TEXT NOT NULL, user_id TEXT NOT NULL,"
    " sha256 TEXT NOT NULL, length BIGINT NOT NULL, received BIGINT NOT NULL, expires_at_ms BIGINT NOT NULL)",
    "CREATE INDEX uploads_by_file ON uploads (tenant, sha256, user_id)",
    "CREATE TABLE roots (tenant TEXT NOT NULL, number BIGINT NOT NULL, signed_root TEXT NOT NULL,"
    " sequence BIGINT NOT NULL, PRIMARY KEY (tenant, number))",
    // The heads a root covers: those that changed since the root before.
    "CREATE TABLE root_heads (tenant TEXT NOT NULL, number BIGINT NOT NULL, case_id TEXT NOT NULL,"
    " revision BIGINT NOT NULL, head TEXT NOT NULL, PRIMARY KEY (tenant, number, case_id),"
    " FOREIGN KEY (tenant, number) REFERENCES roots (tenant, number))",
    "CREATE TABLE audit (tenant TEXT NOT NULL, number BIGINT NOT NULL, entry TEXT NOT NULL, digest TEXT NOT "
    "NULL,"
    " PRIMARY KEY (tenant, number))",
    "CREATE TABLE accounts (tenant TEXT NOT NULL, user_id TEXT NOT NULL, password_hash TEXT NOT NULL,"
    " failures INTEGER NOT NULL, locked_until_ms BIGINT NOT NULL, disabled INTEGER NOT NULL,"
    " PRIMARY KEY (tenant, user_id))",
    "CREATE TABLE sessions (family TEXT PRIMARY KEY, tenant TEXT NOT NULL, user_id TEXT NOT NULL,"
    " device TEXT NOT NULL, refresh_hash TEXT NOT NULL, previous_refresh_hash TEXT NOT NULL,"
    " access_hash TEXT NOT NULL, previous_access_hash TEXT NOT NULL, access_expires_ms BIGINT NOT NULL,"
    " refresh_expires_ms BIGINT NOT NULL, created_at_ms BIGINT NOT NULL, revoked INTEGER NOT NULL)",
    "CREATE INDEX sessions_by_access ON sessions (access_hash)",
    "CREATE INDEX sessions_by_previous_access ON sessions (previous_access_hash)",
    "CREATE INDEX sessions_by_refresh ON sessions (refresh_hash)",
    "CREATE INDEX sessions_by_previous_refresh ON sessions (previous_refresh_hash)",
    "CREATE INDEX sessions_by_user ON sessions (tenant, user_id)",
    "CREATE TABLE retired_tokens (refresh_hash TEXT PRIMARY KEY, family TEXT NOT NULL,"
    " FOREIGN KEY (family) REFERENCES sessions (family) ON DELETE CASCADE)",
    "CREATE INDEX retired_tokens_by_family ON retired_tokens (family)",
    "CREATE TABLE devices (tenant TEXT NOT NULL, user_id TEXT NOT NULL, device TEXT NOT NULL, name TEXT NOT "
    "NULL,"
    " first_seen_ms BIGINT NOT NULL, last_seen_ms BIGINT NOT NULL, revoked INTEGER NOT NULL,"
    " PRIMARY KEY (tenant, user_id, device))",
    "CREATE TABLE jobs (name TEXT PRIMARY KEY, holder TEXT NOT NULL, leased_until_ms BIGINT NOT NULL,"
    " due_at_ms BIGINT NOT NULL)",
};

constexpr const char *version2[] = {
    // Days as "2025-09-01", both included: the county's.
    "CREATE TABLE substitutions (tenant TEXT NOT NULL, id TEXT NOT NULL, holder TEXT NOT NULL,"
    " substitute TEXT NOT NULL, from_day TEXT NOT NULL, to_day TEXT NOT NULL, reason TEXT NOT NULL,"
    " appointed_by TEXT NOT NULL, appointed_by_name TEXT NOT NULL, appointed_at_ms BIGINT NOT NULL,"
    " revoked_at_ms BIGINT, revoked_by_name TEXT NOT NULL, PRIMARY KEY (tenant, id))",
    "CREATE INDEX substitutions_by_holder ON substitutions (tenant, holder)",
    "CREATE TABLE case_moments (tenant TEXT NOT NULL, case_id TEXT NOT NULL, sequence BIGINT NOT NULL,"
    " basis TEXT NOT NULL, next_ms BIGINT, PRIMARY KEY (tenant, case_id))",
    "CREATE TABLE rule_packs (digest TEXT PRIMARY KEY, id TEXT NOT NULL, version INTEGER NOT NULL,"
    " form TEXT NOT NULL, kept_at_ms BIGINT NOT NULL)",
};

/// The PostgreSQL on which the numbers were given, and what is added to the ids of its transactions.
constexpr const char *version3[] = {
    "ALTER TABLE feed_epoch ADD COLUMN cluster TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE feed_epoch ADD COLUMN tx_offset BIGINT NOT NULL DEFAULT 0",
    "CREATE INDEX feed_by_case ON feed (tenant, case_id)",
};

/// Computers that others seal for, and drafts between colleagues. Contents and keys are sealed; in base64.
constexpr const char *version4[] = {
    "CREATE TABLE device_cards (tenant TEXT NOT NULL, user_id TEXT NOT NULL, device TEXT NOT NULL,"
    " sealing_key TEXT NOT NULL, signing_key TEXT NOT NULL, since_ms BIGINT NOT NULL,"
    " PRIMARY KEY (tenant, user_id, device))",
    "CREATE TABLE handovers (tenant TEXT NOT NULL, id TEXT NOT NULL, unit TEXT NOT NULL, case_id TEXT NOT "
    "NULL,"
    " from_user TEXT NOT NULL, from_name TEXT NOT NULL, from_device TEXT NOT NULL, to_user TEXT NOT NULL,"
    " to_name TEXT NOT NULL, state TEXT NOT NULL, given_at_ms BIGINT NOT NULL, state_at_ms BIGINT NOT NULL,"
    " expires_at_ms BIGINT NOT NULL, content TEXT NOT NULL, signature TEXT NOT NULL,"
    " PRIMARY KEY (tenant, id))",
    "CREATE INDEX handovers_by_giver ON handovers (tenant, from_user)",
    "CREATE INDEX handovers_by_receiver ON handovers (tenant, to_user)",
    "CREATE INDEX handovers_by_end ON handovers (expires_at_ms)",
    "CREATE TABLE handover_keys (tenant TEXT NOT NULL, handover TEXT NOT NULL, device TEXT NOT NULL,"
    " box TEXT NOT NULL, PRIMARY KEY (tenant, handover, device),"
    " FOREIGN KEY (tenant, handover) REFERENCES handovers (tenant, id))",
};

/// The centre's register of dossiers; `ends` is the last year of its retention, 0 for permanent ones.
constexpr const char *version5[] = {
    "CREATE TABLE dossiers (tenant TEXT NOT NULL, id TEXT NOT NULL, case_id TEXT NOT NULL, unit TEXT NOT "
    "NULL,"
    " archive_number TEXT NOT NULL, year INTEGER NOT NULL, retention TEXT NOT NULL, ends INTEGER NOT NULL,"
    " title TEXT NOT NULL, fonds_name TEXT NOT NULL, case_number TEXT NOT NULL, case_head TEXT NOT NULL,"
    " volumes INTEGER NOT NULL, pages INTEGER NOT NULL, sha256 TEXT NOT NULL, sm3 TEXT NOT NULL,"
    " size BIGINT NOT NULL, filed_by TEXT NOT NULL, filed_by_name TEXT NOT NULL, filed_by_unit_name TEXT NOT "
    "NULL,"
    " filed_at_ms BIGINT NOT NULL, state TEXT NOT NULL, receipt TEXT NOT NULL, PRIMARY KEY (tenant, id))",
    "CREATE UNIQUE INDEX dossiers_by_number ON dossiers (tenant, archive_number)",
    "CREATE UNIQUE INDEX dossiers_by_package ON dossiers (tenant, sha256)",
    "CREATE INDEX dossiers_by_year ON dossiers (tenant, year)",
    "CREATE TABLE disposals (tenant TEXT NOT NULL, id TEXT NOT NULL, dossier TEXT NOT NULL, kind TEXT NOT "
    "NULL,"
    " state TEXT NOT NULL, reason TEXT NOT NULL, receiver TEXT NOT NULL, proposed_by TEXT NOT NULL,"
    " proposed_by_name TEXT NOT NULL, proposed_at_ms BIGINT NOT NULL, decided_by TEXT NOT NULL,"
    " decided_by_name TEXT NOT NULL, decision_reason TEXT NOT NULL, decided_at_ms BIGINT NOT NULL,"
    " PRIMARY KEY (tenant, id), FOREIGN KEY (tenant, dossier) REFERENCES dossiers (tenant, id))",
    "CREATE INDEX disposals_by_dossier ON disposals (tenant, dossier)",
    "CREATE TABLE dossier_openings (tenant TEXT NOT NULL, id TEXT NOT NULL, dossier TEXT NOT NULL,"
    " at_ms BIGINT NOT NULL, user_id TEXT NOT NULL, user_name TEXT NOT NULL, unit_name TEXT NOT NULL,"
    " purpose TEXT NOT NULL, PRIMARY KEY (tenant, id),"
    " FOREIGN KEY (tenant, dossier) REFERENCES dossiers (tenant, id))",
    "CREATE INDEX dossier_openings_by_dossier ON dossier_openings (tenant, dossier)",
    // What an upload is for: '' an attachment, 'dossier' a package.
    "ALTER TABLE uploads ADD COLUMN purpose TEXT NOT NULL DEFAULT ''",
};

/// Permanent dossiers are due for transfer after so many years, which was ten for all of them before.
constexpr const char *version6[] = {
    "ALTER TABLE dossiers ADD COLUMN transfer_after INTEGER NOT NULL DEFAULT 10",
};

/// Sections and villages of units, and how far a person reaches: the whole unit while `reach` is empty.
constexpr const char *version7[] = {
    "CREATE TABLE sections (tenant TEXT NOT NULL, unit TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,"
    " village INTEGER NOT NULL, PRIMARY KEY (tenant, unit, id),"
    " FOREIGN KEY (tenant, unit) REFERENCES units (tenant, id))",
    "ALTER TABLE people ADD COLUMN reach TEXT NOT NULL DEFAULT ''",
};

constexpr std::array<std::span<const char *const>, 7> steps{
    version1, version2, version3, version4, version5, version6, version7};

constexpr auto noValue = [](qint64) {};
const QString migrating = QStringLiteral("migrations");

Result<int> versionOf(Database &database)
{
    if (database.engine() == Engine::Postgres) {
        // Not to_regclass(): it answers from a cache that a wait for an advisory lock does not renew, and
        // would hide a table that another process has just made.
        const auto tables = database.row(QStringLiteral("SELECT COUNT(*) FROM pg_tables WHERE schemaname = "
                                                        "current_schema() AND tablename = 'schema_version'"));
        if (!tables)
            return fail(tables.error());
        if (tables->value(0).toInt() == 0)
            return 0;
    }
    const auto row = database.row(database.engine() == Engine::Postgres
            ? QStringLiteral("SELECT version FROM schema_version")
            : QStringLiteral("PRAGMA user_version"));
    if (!row)
        return fail(row.error());
    return row->value(0).toInt();
}

Result<void> setVersion(Database &database, int version)
{
    if (database.engine() == Engine::Sqlite)
        return database.run(QStringLiteral("PRAGMA user_version = %1").arg(version)).map(noValue);
    const auto made = database.run(
        QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)"));
    if (!made)
        return fail(made.error());
    const auto set = database.run(QStringLiteral("UPDATE schema_version SET version = ?"), {version});
    if (!set || *set > 0)
        return set.map(noValue);
    return database.run(QStringLiteral("INSERT INTO schema_version (version) VALUES (?)"), {version})
        .map(noValue);
}

/// An epoch tells cursors of this database from those of another one that was put in its place.
Result<void> startEpoch(Database &database)
{
    const auto added = database.run(QStringLiteral("INSERT INTO feed_epoch (epoch) VALUES (?)"),
        {QString::fromLatin1(systemRandom(8).toHex())});
    if (!added)
        return fail(added.error());
    return {};
}

Result<void> takeStep(Database &database, int to)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto held = database.hold(migrating); !held)
        return held;
    // Read again under the lock: another process may have taken the step meanwhile.
    const auto now = versionOf(database);
    if (!now)
        return fail(now.error());
    if (*now >= to)
        return {};
    for (const char *sql : steps[static_cast<size_t>(to - 1)]) {
        if (const auto done = database.run(QString::fromLatin1(sql)); !done)
            return fail(done.error());
    }
    if (to == 1) {
        if (const auto started = startEpoch(database); !started)
            return started;
    }
    if (const auto set = setVersion(database, to); !set)
        return set;
    return transaction->commit();
}

/// Transaction ids mean something on one PostgreSQL, and on one line of its history. After a dump was
/// restored elsewhere or a replica took over, ours start above every number that is there, and clients start
/// over: the copy may lack what they have seen.
Result<void> settleOnCluster(Database &database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto held = database.hold(migrating); !held)
        return held;
    const auto here = database.row(QStringLiteral(
        "SELECT system_identifier || '/' || substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8)"
        " FROM pg_control_system()"));
    const auto before = database.row(QStringLiteral("SELECT cluster FROM feed_epoch"));
    if (!here || !before)
        return fail(!here ? here.error() : before.error());
    const QString cluster = here->value(0).toString();
    const QString known = before->value(0).toString();
    if (known == cluster)
        return {};
    const QString epoch = QString::fromLatin1(systemRandom(8).toHex());
    const auto settled = known.isEmpty()
        ? database.run(QStringLiteral("UPDATE feed_epoch SET cluster = ?"), {cluster})
        : database.run(QStringLiteral("UPDATE feed_epoch SET cluster = ?, epoch = ?, tx_offset ="
                                      " 1 + (SELECT COALESCE(MAX(sequence), 0) >> %1 FROM events)")
                           .arg(Database::placeBits),
            {cluster, epoch});
    if (!settled)
        return fail(settled.error());
    return transaction->commit();
}

} // namespace

int schemaVersion()
{
    return static_cast<int>(steps.size());
}

Result<bool> isWithoutTables(Database &database)
{
    return versionOf(database).map([](int version) { return version == 0; });
}

Result<void> migrate(Database &database)
{
    const auto version = versionOf(database);
    if (!version)
        return fail(version.error());
    if (*version > schemaVersion())
        return fail(ErrorCode::StoreNewer, QStringLiteral("schema %1").arg(*version));
    for (int to = *version + 1; to <= schemaVersion(); ++to) {
        if (const auto done = takeStep(database, to); !done)
            return done;
    }
    return database.engine() == Engine::Postgres ? settleOnCluster(database) : Result<void>();
}

} // namespace chengban
