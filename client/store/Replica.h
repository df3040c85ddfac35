#pragma once

#include "client/store/CaseSummary.h"
#include "client/store/Database.h"
#include "client/store/Sealer.h"
#include "shared/cases/Envelope.h"
#include "shared/wire/Wire.h"

#include <QList>

#include <optional>

namespace chengban {

/// A case as the replica holds it.
struct ReplicaCase
{
    CaseId id;
    Access access = Access::None;
    qint64 revision = 0;
    QByteArray head;
    QString maskedName;
    QString maskedPhone;
    std::optional<ErrorCode> fault; ///< What came last did not fit what is here; the older log was kept.
    bool operator==(const ReplicaCase &) const = default;
};

/// What taking a page over did.
struct Applied
{
    QList<CaseId> changed;
    QList<CaseId> lost; ///< Access ended; they are gone from the replica.
    QList<CaseId> broken; ///< Did not verify: the old log was kept. A whole log may heal it.
};

/// A document of the server that is kept as it came: directory, rule packs.
struct StoredDocument
{
    QString etag;
    QByteArray body;
};

/// The server's truth as far as this device may see it. May be deleted at any time: the feed gives it again.
class Replica
{
public:
    Replica(Database &db, const Sealer &sealer);

    /// Verifies and takes over a page of the feed and moves the scope's cursor, all or nothing. One broken
    /// case does not hold up the others. Errors: DiskFull, StoreDamaged, StoreUnavailable.
    [[nodiscard]] Result<Applied> apply(const wire::FeedPage &page, const QString &scope);
    /// Events that came as the answer to a command, or a whole case asked for by itself; moves no cursor.
    [[nodiscard]] Result<Applied> applyCase(const wire::FeedCase &feedCase, qint64 serverTimeMs);
    /// Events of a command's answer: taken over if they follow what is here, otherwise left to the feed.
    [[nodiscard]] Result<Applied> applyEvents(const QList<Event> &events);

    [[nodiscard]] Result<QString> cursor(const QString &scope) const; ///< Empty: from the start.
    [[nodiscard]] Result<void> forgetCursor(const QString &scope);

    [[nodiscard]] Result<QList<CaseSummary>> summaries() const;
    [[nodiscard]] Result<std::optional<CaseSummary>> summary(const CaseId &id) const;
    /// In the order of their ids, beginning after that one.
    [[nodiscard]] Result<QList<CaseId>> casesAfter(const CaseId &id, int most) const;
    [[nodiscard]] Result<std::optional<ReplicaCase>> caseRow(const CaseId &id) const;
    /// The log, oldest first; the identity parts stand as withheld unless asked for. Errors: CaseUnknown,
    /// StoreDamaged.
    [[nodiscard]] Result<QList<Event>> log(const CaseId &id, bool withIdentity = false) const;

    [[nodiscard]] Result<std::optional<StoredDocument>> document(const QString &name) const;
    [[nodiscard]] Result<void> setDocument(const QString &name, const StoredDocument &document);
    [[nodiscard]] Result<void> keepRoot(const SignedRoot &root);
    [[nodiscard]] Result<std::optional<SignedRoot>> newestRoot() const;

private:
    /// The log after the merge, with what changed in it.
    struct Merged
    {
        QList<Event> log;
        qsizetype firstNew = 0;
        QByteArray head;
    };
    [[nodiscard]] Result<Merged> merged(
        const wire::FeedCase &incoming, const std::optional<ReplicaCase> &old) const;
    [[nodiscard]] Result<void> take(const wire::FeedCase &incoming, qint64 serverTimeMs, Applied &applied);
    [[nodiscard]] Result<void> write(
        const wire::FeedCase &incoming, const Merged &merged, bool isNew, qint64 serverTimeMs);
    [[nodiscard]] Result<void> writeEvent(const Event &event);
    [[nodiscard]] Result<void> writeLine(
        const wire::FeedCase &incoming, const Merged &merged, bool isNew, qint64 serverTimeMs);
    [[nodiscard]] Result<void> mark(const CaseId &id, ErrorCode fault);
    [[nodiscard]] Result<void> drop(const CaseId &id);
    [[nodiscard]] Result<void> restoreIdentity(const CaseId &id, QList<Event> &log) const;

    Database &m_db;
    const Sealer &m_sealer;
};

} // namespace chengban
