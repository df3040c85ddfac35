#pragma once

#include "client/net/HeadProof.h"
#include "client/sync/SyncJob.h"

namespace chengban {

/// Holds the server to its word: asks for signed roots and compares the cases here with them, a few in each
/// run and all in turn.
///
/// A case that contradicts ends the run and stays the next one to be asked about, so it is told again after
/// each start until both agree. Writes only the kept roots and its own place; a lost line ends a run in
/// silence.
class RootWatch : public SyncJob
{
    Q_OBJECT

public:
    using SyncJob::SyncJob;

    static constexpr int casesPerRun = 5; ///< Each costs the server a tree over all its cases.

Q_SIGNALS:
    /// The history was rewritten (RootMismatch), or what was shown is not the server's word
    /// (SignatureInvalid, KeyUnknown).
    void contradicted(const chengban::CaseId &id, chengban::ErrorCode reason);
    void agreed(); ///< A whole run found nothing.

private:
    void run() override;
    void askNext();
    void take(const CaseId &id, const Result<HeadProof> &answer);
    [[nodiscard]] Result<void> judged(const CaseId &id, const HeadProof &proof);

    QList<CaseId> m_left;
};

} // namespace chengban
