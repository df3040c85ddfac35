#pragma once

#include "server/store/Sealing.h"
#include "shared/cases/Envelope.h"
#include "shared/signing/Signing.h"

#include <optional>

namespace chengban {

class Database;

/// What the server keeps about the newest event of a case.
struct HeadRow
{
    CaseId caseId;
    qint64 revision = 0;
    qint64 sequence = 0; ///< Number of the newest event in the tenant's sequence.
    QByteArray head;
    QString maskedName;
    QString maskedPhone;
};

/// The identity parts, sealed apart from everything else under the server's data key.
class IdentityStore
{
public:
    IdentityStore(Database &database, const SealingKey &key)
        : m_database(database)
        , m_key(key)
    {
    }

    /// `content` is the part's salt and body as JSON: the salt too, or the few phone numbers could be tried
    /// against the commitment.
    [[nodiscard]] Result<void> put(const Event &event, const QString &part, const QByteArray &content);
    struct Sealed
    {
        qint64 revision = 0;
        QString part;
        QByteArray content; ///< Opened.
    };
    /// Errors: StoreDamaged.
    [[nodiscard]] Result<QList<Sealed>> ofCase(
        const TenantId &tenant, const CaseId &caseId, qint64 afterRevision);
    [[nodiscard]] Result<void> erase(
        const TenantId &tenant, const CaseId &caseId, qint64 revision, const QString &part);

private:
    [[nodiscard]] static QByteArray context(
        const TenantId &tenant, const CaseId &caseId, qint64 revision, const QString &part);
    Database &m_database;
    const SealingKey &m_key;
};

/// The logs. Rows of `events` are only ever added; a part can lose its salt and body, nothing else changes.
class EventStore
{
public:
    EventStore(Database &database, const SealingKey &key)
        : m_database(database)
        , m_identities(database, key)
    {
    }

    /// The events after `afterRevision`, oldest first, each checked against its digest and commitments.
    /// Errors: StoreDamaged, ChainBroken, CommitmentWrong.
    [[nodiscard]] Result<QList<Event>> log(
        const TenantId &tenant, const CaseId &caseId, qint64 afterRevision = 0);
    /// Appends inside the caller's transaction and moves the head; gives the sequence number of the last
    /// event.
    [[nodiscard]] Result<qint64> append(
        const QList<Event> &events, const QString &maskedName, const QString &maskedPhone);
    [[nodiscard]] Result<void> erasePart(
        const TenantId &tenant, const CaseId &caseId, qint64 revision, const QString &part);

    [[nodiscard]] Result<std::optional<HeadRow>> head(const TenantId &tenant, const CaseId &caseId);
    /// Heads that moved after that place in the sequence, by case id.
    [[nodiscard]] Result<QList<HeadRow>> heads(const TenantId &tenant, qint64 afterSequence = 0);
    /// The revision a case had at that place in the sequence; 0 when it was not there yet.
    [[nodiscard]] Result<qint64> revisionAt(const TenantId &tenant, const CaseId &caseId, qint64 sequence);
    [[nodiscard]] Result<qint64> lastSequence(const TenantId &tenant);
    /// The newest number up to which nothing can be added any more: on PostgreSQL numbers become visible in
    /// another order than they were given.
    [[nodiscard]] Result<qint64> settledSequence(const TenantId &tenant);
    /// Server time of the tenant's newest event; 0 without events. Errors: StoreDamaged.
    [[nodiscard]] Result<qint64> lastServerTime(const TenantId &tenant);
    /// Every case that has events, whether it has a head or not.
    [[nodiscard]] Result<QList<CaseId>> cases(const TenantId &tenant);
    [[nodiscard]] Result<QList<TenantId>> tenants();

private:
    [[nodiscard]] Result<qint64> nextSequence(const TenantId &tenant);
    [[nodiscard]] Result<void> addEvent(const Event &event, qint64 sequence);
    [[nodiscard]] Result<void> addPart(const Event &event, const Part &part);
    Database &m_database;
    IdentityStore m_identities;
};

} // namespace chengban
