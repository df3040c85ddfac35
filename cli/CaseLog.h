#pragma once

#include "shared/cases/Decide.h"
#include "shared/signing/Signing.h"

namespace chengban::cli {

/// A case's log as a file, as the dossier's package holds it:
/// {"events":[…],"keys":[…],"serverKeyPem":"…","receipts":[…]}; all but the events may be absent.
struct CaseLog
{
    QList<Event> events;
    QList<EnrolledKey> keys;
    QByteArray serverKeyPem;
    QList<Receipt> receipts;
};

/// Each event's digest and commitments are checked while it is read, the chain is not.
/// Errors: FileUnreadable, BadJson, those of the readers, ChainBroken, CommitmentWrong.
[[nodiscard]] Result<CaseLog> caseLogFrom(const QString &path);

} // namespace chengban::cli
