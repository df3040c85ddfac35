#include "client/store/StoreSchema.h"

namespace chengban {

std::span<const MigrationStep> workSchema()
{
    static const QList<MigrationStep> steps{
        {
            QStringLiteral(
                "CREATE TABLE store_key (id INTEGER PRIMARY KEY CHECK (id = 1), key_id TEXT NOT NULL,"
                " check_value BLOB NOT NULL, by_secret BLOB, by_passphrase BLOB, for_recovery BLOB)"),
            QStringLiteral("CREATE TABLE drafts (case_id TEXT PRIMARY KEY, base_revision INTEGER NOT NULL,"
                           " saved_at_ms INTEGER NOT NULL, quarantined_at_ms INTEGER, body BLOB NOT NULL)"),
            QStringLiteral(
                "CREATE TABLE kept_texts (id INTEGER PRIMARY KEY, case_id TEXT NOT NULL,"
                " at_ms INTEGER NOT NULL, why TEXT NOT NULL, kind TEXT NOT NULL, body BLOB NOT NULL)"),
            QStringLiteral(
                "CREATE TABLE outbox (seq INTEGER PRIMARY KEY AUTOINCREMENT, command_id TEXT NOT NULL UNIQUE,"
                " case_id TEXT NOT NULL, state TEXT NOT NULL, state_since_ms INTEGER NOT NULL,"
                " queued_at_ms INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,"
                " next_try_ms INTEGER NOT NULL DEFAULT 0, reason TEXT, problems BLOB, body BLOB NOT NULL)"),
            QStringLiteral("CREATE INDEX outbox_by_case ON outbox (case_id)"),
            QStringLiteral("CREATE TABLE receipts (command_id TEXT PRIMARY KEY, case_id TEXT NOT NULL,"
                           " body BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE audits (id TEXT PRIMARY KEY, at_ms INTEGER NOT NULL,"
                           " next_try_ms INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,"
                           " body BLOB NOT NULL)"),
            QStringLiteral(
                "CREATE TABLE blobs (address TEXT PRIMARY KEY, state TEXT NOT NULL, size INTEGER NOT NULL,"
                " sent INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,"
                " next_try_ms INTEGER NOT NULL DEFAULT 0, reason TEXT, body BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE sealed_values (name TEXT PRIMARY KEY, body BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE numbers (name TEXT PRIMARY KEY, value INTEGER NOT NULL)"),
        },
        {
            QStringLiteral("CREATE TABLE step_drafts (case_id TEXT NOT NULL, step TEXT NOT NULL,"
                           " saved_at_ms INTEGER NOT NULL, quarantined_at_ms INTEGER, body BLOB NOT NULL,"
                           " PRIMARY KEY (case_id, step))"),
        },
        {
            QStringLiteral("ALTER TABLE drafts ADD COLUMN base BLOB"),
            QStringLiteral("ALTER TABLE drafts ADD COLUMN given_back BLOB"),
            QStringLiteral("ALTER TABLE step_drafts ADD COLUMN given_back BLOB"),
            QStringLiteral("ALTER TABLE outbox ADD COLUMN origin BLOB"),
            QStringLiteral("ALTER TABLE outbox ADD COLUMN given_back_at_ms INTEGER"),
            QStringLiteral("CREATE TABLE handovers (id TEXT PRIMARY KEY, case_id TEXT NOT NULL,"
                           " at_ms INTEGER NOT NULL, state TEXT NOT NULL, body BLOB NOT NULL)"),
        },
        {
            QStringLiteral("CREATE TABLE carry_packages (id TEXT PRIMARY KEY, at_ms INTEGER NOT NULL,"
                           " state TEXT NOT NULL, body BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE carried (package TEXT NOT NULL, command_id TEXT NOT NULL,"
                           " place INTEGER NOT NULL, attempts INTEGER NOT NULL, next_try_ms INTEGER NOT NULL,"
                           " body BLOB NOT NULL, PRIMARY KEY (package, command_id))"),
            QStringLiteral("CREATE TABLE carry_pages (package TEXT NOT NULL, place INTEGER NOT NULL,"
                           " body BLOB NOT NULL, PRIMARY KEY (package, place))"),
        },
    };
    return steps;
}

QStringList workTables()
{
    return {QStringLiteral("store_key"), QStringLiteral("drafts"), QStringLiteral("step_drafts"),
        QStringLiteral("kept_texts"), QStringLiteral("outbox"), QStringLiteral("receipts"),
        QStringLiteral("audits"), QStringLiteral("handovers"), QStringLiteral("carry_packages"),
        QStringLiteral("carried"), QStringLiteral("carry_pages"), QStringLiteral("blobs"),
        QStringLiteral("sealed_values"), QStringLiteral("numbers")};
}

} // namespace chengban
