#pragma once

#include "shared/signing/Signing.h"

namespace chengban {

/// A case's log with what verifies it, as a file and as a dossier's package holds it:
/// {"events":[…],"keys":[…],"serverKeyPem":"…","receipts":[…]}; all but the events may be absent.
struct CaseLog
{
    QList<Event> events;
    QList<EnrolledKey> keys;
    QByteArray serverKeyPem;
    QList<Receipt> receipts;
};

/// Each event's digest and commitments are checked while it is read, the chain is not.
/// Errors: those of the readers, MissingField without events, ChainBroken, CommitmentWrong.
[[nodiscard]] Result<CaseLog> caseLogFromJson(const QJsonObject &json);
[[nodiscard]] Result<QJsonObject> toJson(const CaseLog &log);

/// One thing of a log that was verified.
struct LogCheck
{
    enum class Kind { Chain, Signature, Receipt };
    Kind kind = Kind::Chain;
    QString who; ///< The signer.
    qint64 atMs = 0;
    Result<void> result;
};

/// Every signature that stands in the case: on its replies, and on what the unit asked for or answered.
[[nodiscard]] QList<Entry<SignatureBody>> signaturesIn(const Case &theCase);

/// The chain, every electronic signature (judged by the time the server received it) and every receipt, in
/// that order. Signatures on paper are for people's eyes.
[[nodiscard]] QList<LogCheck> checkedLog(const CaseLog &log);

} // namespace chengban
