#pragma once

#include "client/store/Carriage.h"
#include "client/store/CarryFile.h"

#include <QList>
#include <QString>

namespace chengban {

class Store;

// What goes onto a stick and comes from one (docs/adr/0021). A computer without a line writes a work package
// for one that has a line; that one sends what is in it and writes the answers back.

/// Who does it, on which computer.
struct Carrier
{
    Actor self;
    QByteArray serverKeyPem; ///< Verifies receipts.
    QList<DeviceCard> cards; ///< Of the computers that are admitted, as far as is known here.
    qint64 nowMs = 0;
};

struct CarryReceiver
{
    DeviceCard card;
    QString name; ///< The person's.
};

/// What waits in the outbox, the drafts of replies, files that are still to be uploaded, and where this
/// computer stands in its feed. What was written is the server's to answer from now on: it does not change
/// any more. Errors: DiskFull, KeyUnknown, those of the store.
[[nodiscard]] Result<CarryPackage> writeWork(Store &store, const Carrier &carrier,
    const CarryReceiver &receiver, const QString &scope, const QString &path);

/// The answers to a package that came here, and what changed in its feed meanwhile. Errors: NotFound,
/// CarryNotAnswered while something in it is not; as above.
[[nodiscard]] Result<CarryPackage> writeAnswers(
    Store &store, const Carrier &carrier, const QString &package, const QString &path);

/// What reading a package did.
struct CarryTaken
{
    CarryHeader header;
    bool wasHere = false; ///< It had been read before: nothing was changed.
    QList<CaseId> cases; ///< That may have changed.
};

/// Reads either kind, all or nothing of what the work file holds of it; what of a package of answers goes
/// into the replica first may be read again. Errors: those of CarryReader::open().
[[nodiscard]] Result<CarryTaken> readPackage(Store &store, const Carrier &carrier, const QString &path);

} // namespace chengban
