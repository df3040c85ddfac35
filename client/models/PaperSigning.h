#pragma once

#include "client/models/Desk.h"

#include <optional>

namespace chengban {

// A signature made by hand, as the person records it who has the sheet: what may have been signed, by whom,
// and the command's body.

/// What waits for a signature in a case and may have been signed on paper.
struct Signable
{
    int number = 0; ///< Of the reply's version or of the request.
    QString digest;
    SignedAction action = SignedAction::Reply;
    bool operator==(const Signable &) const = default;
};

/// The reply that waits for sign-off first, then the requests that wait for their signature.
[[nodiscard]] QList<Signable> signables(const Case &theCase);

/// The unit's leaders, and those who stood in for them on some days, on the post they stood in for; the
/// server knows on which days.
[[nodiscard]] QList<Actor> paperSigners(const Actor &actor, const wire::Directory &directory);

/// The ones of them that the county's rules let sign it; all when no rule says.
[[nodiscard]] QList<Actor> allowedSigners(
    const QList<Actor> &signers, const Signable &what, const Case &theCase, const RulePack *pack);

/// What the person says about the sheet in hand.
struct PaperFacts
{
    Signable what;
    std::optional<Actor> signer;
    qint64 signedAtMs = 0;
    bool seal = false;
    QString opinion;
    bool operator==(const PaperFacts &) const = default;
};

/// The body of RecordPaperSignature; without a scan the step still lacks it.
[[nodiscard]] QJsonObject paperBody(const PaperFacts &facts, const std::optional<Attachment> &scan);

/// What stands in the way of recording it, the scan apart.
[[nodiscard]] Problems paperProblems(const Desk &desk, const CaseId &id, const PaperFacts &facts);

} // namespace chengban
