#pragma once

#include "server/services/Backend.h"
#include "shared/wire/Handovers.h"

namespace chengban {

class Database;

/// Drafts that colleagues of one unit hand each other: docs/adr/0020. The server keeps what it cannot read,
/// tells both sides what became of it, and forgets it after 30 days.
class HandoverService
{
public:
    static constexpr qint64 keptMs = 30LL * 24 * 3600 * 1000;
    static constexpr int mostOpen = 100; ///< That one person has given and nobody has answered.
    static constexpr qsizetype largestContent = 256 * 1024;

    explicit HandoverService(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// The card of the actor's own computer; again, it replaces the one before. Errors: BadInput, KeyUnknown.
    [[nodiscard]] Result<DeviceCard> show(
        const Actor &actor, const QByteArray &sealingKey, const QByteArray &signingKeyPem, qint64 nowMs);
    /// Of all computers that may be sealed for.
    [[nodiscard]] Result<QList<DeviceCard>> cards(const TenantId &tenant);
    /// The same gift again gets the same answer. Errors: NotFound for a case the unit does not work on;
    /// HandoverReceiver for a receiver who is of another unit, has no live computer, or for whose live
    /// computers it was not sealed; SignatureInvalid; CommandIdReused for another gift under that id;
    /// RateLimited; TooLarge.
    [[nodiscard]] Result<wire::Handover> give(
        const Actor &actor, const wire::HandoverGift &gift, qint64 nowMs);
    /// What the actor gave and was offered, on cases the unit still works on. Only the receiver gets content.
    [[nodiscard]] Result<QList<wire::Handover>> list(const Actor &actor, qint64 nowMs);
    /// Accepted or declined by the receiver, withdrawn by the giver; once more, the same answer. Errors:
    /// NotFound, HandoverAnswered when it was answered or taken back already.
    [[nodiscard]] Result<wire::Handover> answer(
        const Actor &actor, const QString &id, wire::HandoverState state, qint64 nowMs);
    [[nodiscard]] Result<int> removeExpired(qint64 nowMs);

private:
    [[nodiscard]] Result<wire::Handover> checked(
        Database &database, const Actor &actor, const wire::HandoverGift &gift, qint64 nowMs);
    const Backend &m_backend;
};

/// Whether the actor's unit works on the case: what a hint or a hand-over inside a unit is bound to.
[[nodiscard]] Result<bool> worksOn(Database &database, const Actor &actor, const CaseId &caseId);
[[nodiscard]] Result<bool> worksOn(const Backend &backend, const Actor &actor, const CaseId &caseId);

} // namespace chengban
