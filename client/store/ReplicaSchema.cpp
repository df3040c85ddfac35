#include "client/store/StoreSchema.h"

namespace chengban {

std::span<const MigrationStep> replicaSchema()
{
    static const QList<MigrationStep> steps{
        {
            QStringLiteral(
                "CREATE TABLE cases (number INTEGER PRIMARY KEY, case_id TEXT NOT NULL UNIQUE,"
                " access TEXT NOT NULL, revision INTEGER NOT NULL, head BLOB NOT NULL,"
                " changed_at_ms INTEGER NOT NULL, fault TEXT, indexed_revision INTEGER NOT NULL DEFAULT 0,"
                " summary BLOB NOT NULL, words BLOB NOT NULL, masked BLOB NOT NULL)"),
            QStringLiteral("CREATE INDEX cases_by_change ON cases (changed_at_ms DESC)"),
            QStringLiteral("CREATE INDEX cases_to_index ON cases (number) WHERE indexed_revision < revision"),
            QStringLiteral("CREATE TABLE events (case_id TEXT NOT NULL, revision INTEGER NOT NULL,"
                           " body BLOB NOT NULL, UNIQUE (case_id, revision))"),
            QStringLiteral("CREATE TABLE identity_parts (case_id TEXT NOT NULL, revision INTEGER NOT NULL,"
                           " name TEXT NOT NULL, body BLOB NOT NULL, UNIQUE (case_id, revision, name))"),
            QStringLiteral("CREATE TABLE cursors (scope TEXT PRIMARY KEY, cursor TEXT NOT NULL)"),
            QStringLiteral(
                "CREATE TABLE documents (name TEXT PRIMARY KEY, etag TEXT NOT NULL, body BLOB NOT NULL)"),
            QStringLiteral("CREATE TABLE roots (at_ms INTEGER PRIMARY KEY, body BLOB NOT NULL)"),
            QStringLiteral(
                "CREATE TABLE search_rows (row INTEGER PRIMARY KEY, case_number INTEGER NOT NULL UNIQUE)"),
            QStringLiteral("CREATE VIRTUAL TABLE search_tokens USING fts5(tokens, content='', detail=none, "
                           "tokenize='ascii')"),
        },
        {
            QStringLiteral("CREATE TABLE unread_cases (case_id TEXT PRIMARY KEY, fault TEXT NOT NULL)"),
        },
        {
            // Single characters have tokens, too: everything is indexed again.
            QStringLiteral("DROP TABLE search_tokens"),
            QStringLiteral("DELETE FROM search_rows"),
            QStringLiteral("CREATE VIRTUAL TABLE search_tokens USING fts5(tokens, content='', detail=none, "
                           "tokenize='ascii')"),
            QStringLiteral("UPDATE cases SET indexed_revision = 0"),
        },
    };
    return steps;
}

} // namespace chengban
