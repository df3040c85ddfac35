#pragma once

#include "shared/cases/Envelope.h"
#include "shared/signing/Signing.h"

namespace chengban {

/// GET /v1/roots/latest?case=<id>: the latest signed root and a case's place under it.
struct HeadProof
{
    SignedRoot root;
    CaseHead head; ///< As the root covers it; the case may have grown since.
    MerkleProof proof;
    bool operator==(const HeadProof &) const = default;
};
[[nodiscard]] Result<HeadProof> headProofFromJson(const QJsonObject &json);

/// Whether the signed root and the log that this device took over tell the same history. A log that ends
/// before the root's head says nothing yet and passes. Errors: SignatureInvalid, KeyUnknown for a root that
/// is not the server's; RootMismatch.
[[nodiscard]] Result<void> checkHead(
    const HeadProof &proof, const CaseId &id, const QList<Event> &log, const QByteArray &serverKeyPem);

/// Whether a root may follow one that was kept: time and number of cases never go back, and one moment has
/// one root. Errors: RootMismatch.
[[nodiscard]] Result<void> checkFollows(const SignedRoot &root, const SignedRoot &kept);

} // namespace chengban
