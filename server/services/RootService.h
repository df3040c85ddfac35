#pragma once

#include "server/services/Backend.h"
#include "shared/signing/Signing.h"

#include <optional>

namespace chengban {

/// A case's place under a signed root.
struct RootProof
{
    SignedRoot root;
    CaseHead head; ///< As the root covers it; the case may have grown since.
    MerkleProof proof;
};

/// What verifyTenant found wrong.
struct IntegrityFault
{
    ErrorCode code = ErrorCode::ChainBroken; ///< ChainBroken, CommitmentWrong, RootMismatch, StoreDamaged.
    CaseId caseId; ///< Empty when it is about a root or the audit log.
    QString detail;
    bool operator==(const IntegrityFault &) const = default;
};

struct IntegrityReport
{
    qint64 cases = 0;
    qint64 events = 0;
    qint64 roots = 0;
    qint64 auditEntries = 0;
    QList<IntegrityFault> faults;
};

/// The newest head of each case out of a history of heads, oldest first: what the latest root covers.
[[nodiscard]] QList<CaseHead> headsCovered(const QList<CaseHead> &history);

/// Signed Merkle roots over all case heads: the log cannot be rewritten quietly.
class RootService
{
public:
    explicit RootService(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// Signs a root over all heads of today. Called hourly and after each submission.
    [[nodiscard]] Result<SignedRoot> sign(const TenantId &tenant, qint64 nowMs);
    [[nodiscard]] Result<std::optional<SignedRoot>> latest(const TenantId &tenant);
    /// Proof under the latest root. The caller has checked that the actor may see the case. Errors: NotFound.
    [[nodiscard]] Result<RootProof> proof(const TenantId &tenant, const CaseId &caseId);
    [[nodiscard]] Result<QList<TenantId>> tenants();
    /// Refuses a clock that is behind the newest event of any tenant: the server must not start with it
    /// (design 1). Errors: ServerFault.
    [[nodiscard]] Result<void> checkClock(qint64 nowMs);

    /// Recomputes every chain, commitment and head of the tenant, holds them against the signed roots, and
    /// recomputes the audit chain. An empty list of faults means that nothing was changed behind the
    /// program's back.
    [[nodiscard]] Result<IntegrityReport> verifyTenant(const TenantId &tenant);

private:
    const Backend &m_backend;
};

} // namespace chengban
