#include "client/net/HeadProof.h"

#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonArray>

namespace chengban {

namespace {

Result<CaseHead> headFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    const CaseHead head{{reader.string(QStringLiteral("caseId"))}, reader.integer(QStringLiteral("revision")),
        fromHex(reader.string(QStringLiteral("head")))};
    const auto read = reader.finish();
    return read ? Result<CaseHead>(head) : fail(read.error());
}

Result<MerkleProof> pathFromJson(const QJsonArray &array)
{
    MerkleProof proof;
    for (const QJsonValue &value : array) {
        JsonReader reader(value.toObject());
        proof.path << MerkleProof::Sibling{
            fromHex(reader.string(QStringLiteral("digest"))), reader.boolean(QStringLiteral("onLeft"))};
        if (const auto read = reader.finish(); !read)
            return fail(read.error());
    }
    return proof;
}

} // namespace

Result<HeadProof> headProofFromJson(const QJsonObject &json)
{
    const auto root = signedRootFromJson(json.value(QStringLiteral("root")).toObject());
    const auto head = headFromJson(json.value(QStringLiteral("head")).toObject());
    const auto path = pathFromJson(json.value(QStringLiteral("path")).toArray());
    if (!root || !head || !path)
        return fail(!root ? root.error() : !head ? head.error() : path.error());
    return HeadProof{*root, *head, *path};
}

Result<void> checkHead(
    const HeadProof &proof, const CaseId &id, const QList<Event> &log, const QByteArray &serverKeyPem)
{
    if (const auto verified = verifyRoot(proof.root, serverKeyPem); !verified)
        return verified;
    if (proof.head.caseId != id || proof.head.revision < 1
        || !provesHead(proof.proof, proof.head, proof.root.root))
        return fail(ErrorCode::RootMismatch, QStringLiteral("the head is not under the root"));
    if (log.size() < proof.head.revision)
        return {};
    const auto digest = eventDigest(log[proof.head.revision - 1]);
    if (!digest)
        return fail(digest.error());
    return *digest == proof.head.head ? Result<void>{}
                                      : fail(ErrorCode::RootMismatch, QStringLiteral("another history"));
}

Result<void> checkFollows(const SignedRoot &root, const SignedRoot &kept)
{
    const bool wentBack = root.atMs < kept.atMs || root.cases < kept.cases;
    const bool twoOfOneMoment = root.atMs == kept.atMs && root.root != kept.root;
    return wentBack || twoOfOneMoment ? fail(ErrorCode::RootMismatch, QStringLiteral("the root went back"))
                                      : Result<void>{};
}

} // namespace chengban
