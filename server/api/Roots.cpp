#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/CaseService.h"
#include "server/services/RootService.h"
#include "shared/canonical/Digest.h"

#include <QJsonArray>

namespace chengban::server {

namespace {

QJsonObject proofJson(const RootProof &proof)
{
    QJsonArray path;
    for (const MerkleProof::Sibling &sibling : proof.proof.path) {
        path.append(QJsonObject{
            {QStringLiteral("digest"), hex(sibling.digest)}, {QStringLiteral("onLeft"), sibling.onLeft}});
    }
    const QJsonObject head{{QStringLiteral("caseId"), proof.head.caseId.value},
        {QStringLiteral("revision"), proof.head.revision}, {QStringLiteral("head"), hex(proof.head.head)}};
    return {{QStringLiteral("root"), toJson(proof.root)}, {QStringLiteral("head"), head},
        {QStringLiteral("path"), path}};
}

Response proofOf(const Api &api, const Call &call, const CaseId &caseId)
{
    // Heads are no content: the audit administrator may compare them; others only of cases they may read.
    if (call.actor.role != Role::AuditAdmin) {
        const auto visible = CaseService(api.backend).caseLog(call.actor, caseId, call.nowMs);
        if (!visible)
            return refusalOf(visible.error());
    }
    const auto proof = RootService(api.backend).proof(call.actor.tenant, caseId);
    return proof ? jsonAnswer(proofJson(*proof)) : refusalOf(proof.error());
}

} // namespace

Response latestRoot(const Api &api, const Call &call)
{
    const CaseId caseId{call.parameter(QStringLiteral("case"))};
    if (!caseId.isEmpty())
        return proofOf(api, call, caseId);
    const auto root = RootService(api.backend).latest(call.actor.tenant);
    if (!root)
        return refusalOf(root.error());
    return *root ? jsonAnswer({{QStringLiteral("root"), toJson(**root)}})
                 : problemAnswer(ErrorCode::NotFound);
}

} // namespace chengban::server
