#pragma once

#include "client/store/Sealer.h"
#include "shared/cases/Envelope.h"
#include "shared/wire/Wire.h"

#include <QList>

namespace chengban {

// Where the values of a case lie in the replica.
[[nodiscard]] SealedPlace eventPlace(const CaseId &id, qint64 revision);
[[nodiscard]] SealedPlace linePlace(const char *column, const CaseId &id);
[[nodiscard]] SealedPlace identityPlace(const CaseId &id, qint64 revision, const QString &part);

/// A case as rows of the replica, folded and sealed: what is left to do is to write them.
struct SealedCase
{
    struct EventRow
    {
        qint64 revision = 0;
        QByteArray body;
    };
    struct IdentityRow
    {
        qint64 revision = 0;
        QString part;
        QByteArray body;
    };

    CaseId id;
    Access access = Access::None;
    qint64 revision = 0;
    QByteArray head;
    qint64 changedAtMs = 0;
    QByteArray summary;
    QByteArray words;
    QByteArray masked;
    QList<EventRow> events; ///< Those to be written.
    QList<IdentityRow> identities;
    bool replaces = false; ///< The rows that are there go first.
};

/// The case's line and the rows of its log from `firstNew` on. Identity parts that may be kept are sealed
/// apart, and stand as withheld in their event. `log` is a log, not empty. Errors: NotCanonical.
[[nodiscard]] Result<SealedCase> sealedCase(
    const wire::FeedCase &incoming, const QList<Event> &log, qsizetype firstNew, const Sealer &sealer);

/// The masked name and phone of a case's line. Errors: StoreDamaged.
struct MaskedCitizen
{
    QString name;
    QString phone;
};
[[nodiscard]] Result<MaskedCitizen> openedMask(
    const QByteArray &sealed, const CaseId &id, const Sealer &sealer);
/// Puts a part that was sealed apart back into its event. Errors: StoreDamaged.
[[nodiscard]] Result<void> restorePart(
    QList<Event> &log, const SealedCase::IdentityRow &row, const Sealer &sealer);

} // namespace chengban
