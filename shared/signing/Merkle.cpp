#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/signing/Signing.h"

#include <algorithm>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

// The first byte keeps a leaf from being passed off as a node (RFC 6962, 2.1).
constexpr char leafMark = 0;
constexpr char nodeMark = 1;

QByteArray leafDigest(const CaseHead &head)
{
    const auto form = canonicalForm(QJsonObject{
        {u"caseId"_s, head.caseId.value}, {u"revision"_s, head.revision}, {u"head"_s, hex(head.head)}});
    return sm3(leafMark + form.value_or(QByteArray()));
}

QByteArray nodeDigest(const QByteArray &left, const QByteArray &right)
{
    return sm3(nodeMark + left + right);
}

void sortByCase(QList<CaseHead> &heads)
{
    std::ranges::sort(heads, {}, [](const CaseHead &head) -> const QString & { return head.caseId.value; });
}

QList<QByteArray> leavesOf(const QList<CaseHead> &heads)
{
    QList<QByteArray> leaves;
    leaves.reserve(heads.size());
    for (const CaseHead &head : heads)
        leaves.append(leafDigest(head));
    return leaves;
}

/// The level above; a last one without a partner goes up as it is.
QList<QByteArray> levelAbove(const QList<QByteArray> &level)
{
    QList<QByteArray> above;
    for (qsizetype i = 0; i < level.size(); i += 2)
        above.append(i + 1 < level.size() ? nodeDigest(level[i], level[i + 1]) : level[i]);
    return above;
}

} // namespace

QByteArray merkleRoot(QList<CaseHead> heads)
{
    sortByCase(heads);
    QList<QByteArray> level = leavesOf(heads);
    while (level.size() > 1)
        level = levelAbove(level);
    return level.isEmpty() ? sm3({}) : level.first();
}

Result<MerkleProof> merkleProof(QList<CaseHead> heads, const CaseId &caseId)
{
    sortByCase(heads);
    const auto at = std::ranges::find(heads, caseId, &CaseHead::caseId);
    if (at == heads.end())
        return fail(ErrorCode::CaseUnknown);
    qsizetype index = std::distance(heads.begin(), at);
    QList<QByteArray> level = leavesOf(heads);
    MerkleProof proof;
    while (level.size() > 1) {
        const bool onLeft = index % 2 == 1;
        const qsizetype sibling = onLeft ? index - 1 : index + 1;
        if (sibling < level.size())
            proof.path.append({level[sibling], onLeft});
        level = levelAbove(level);
        index /= 2;
    }
    return proof;
}

bool provesHead(const MerkleProof &proof, const CaseHead &head, const QByteArray &root)
{
    QByteArray digest = leafDigest(head);
    for (const MerkleProof::Sibling &sibling : proof.path)
        digest = sibling.onLeft ? nodeDigest(sibling.digest, digest) : nodeDigest(digest, sibling.digest);
    return digest == root;
}

} // namespace chengban
