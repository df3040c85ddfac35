#pragma once

#include "client/store/CaseSummary.h"
#include "client/store/Database.h"
#include "client/store/Takeover.h"
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

/// The server's truth as far as this device may see it. May be deleted at any time: the feed gives it again.
class Replica
{
public:
    Replica(Database &db, const Sealer &sealer);

    /// Verifies and takes over a page of the feed and moves the scope's cursor, all or nothing. One broken
    /// case does not hold up the others. Events are as eventFromJson() gave them. Errors: DiskFull,
    /// StoreDamaged, StoreUnavailable.
    [[nodiscard]] Result<Applied> apply(const wire::FeedPage &page, const QString &scope);
    /// Events that came as the answer to a command, or a whole case asked for by itself; moves no cursor.
    [[nodiscard]] Result<Applied> applyCase(const wire::FeedCase &feedCase);
    /// Events of a command's answer: taken over if they follow what is here, otherwise left to the feed.
    [[nodiscard]] Result<Applied> applyEvents(const QList<Event> &events);

    [[nodiscard]] Result<QString> cursor(const QString &scope) const; ///< Empty: from the start.
    [[nodiscard]] Result<void> forgetCursor(const QString &scope);

    [[nodiscard]] Result<QList<CaseSummary>> summaries() const;
    [[nodiscard]] Result<std::optional<CaseSummary>> summary(const CaseId &id) const;
    /// In the order of their ids, beginning after that one.
    [[nodiscard]] Result<QList<CaseId>> casesAfter(const CaseId &id, int most) const;
    /// Cases whose newest log did not verify: those that keep an older one, and those of which nothing is
    /// here.
    [[nodiscard]] Result<QList<CaseId>> faultyCases() const;
    [[nodiscard]] Result<std::optional<ReplicaCase>> caseRow(const CaseId &id) const;
    /// The log, oldest first; the identity parts stand as withheld unless asked for. Errors: CaseUnknown,
    /// StoreDamaged.
    [[nodiscard]] Result<QList<Event>> log(const CaseId &id, bool withIdentity = false) const;

private:
    [[nodiscard]] Result<void> takeAll(const QList<wire::FeedCase> &cases, Applied &applied);
    [[nodiscard]] Result<void> takeSome(const QList<wire::FeedCase> &cases, Applied &applied);
    [[nodiscard]] Result<QList<CaseId>> caseIds(const QString &question, const QVariantList &values) const;
    [[nodiscard]] Result<std::optional<KnownCase>> known(const wire::FeedCase &incoming) const;
    [[nodiscard]] Result<void> write(const SealedCase &rows, bool isNew);
    [[nodiscard]] Result<void> writeLine(const SealedCase &rows, bool isNew);
    [[nodiscard]] Result<void> mark(const CaseId &id, ErrorCode fault);
    [[nodiscard]] Result<void> drop(const CaseId &id);

    Database &m_db;
    const Sealer &m_sealer;
};

} // namespace chengban
