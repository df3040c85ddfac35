#pragma once

#include "server/services/Backend.h"
#include "shared/wire/Wire.h"

namespace chengban {

class CaseLedger;
class Database;
struct CommandRow;
struct StoredCase;

/// Commands on cases, and the reading of one case.
class CaseService
{
public:
    explicit CaseService(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// Decides each command on the head of its case, in order, each in one transaction: exactly once by its
    /// id.
    ///
    /// A refused, conflicting or accepted command is remembered for ever and gets the same answer again. Not
    /// remembered are BlobMissing (the client sends the file and asks again) and CommandIdReused. A case the
    /// actor may not see looks as if it did not exist. Errors: StoreUnavailable, DiskFull, and those of a
    /// damaged log: what was decided before stays; ask again with the same ids.
    [[nodiscard]] Result<QList<wire::CommandAnswer>> submit(
        const Actor &actor, const QList<Command> &commands, qint64 nowMs);

    /// One case with its whole log as the actor may read it; the read is logged. Errors: NotFound.
    [[nodiscard]] Result<wire::FeedCase> caseLog(const Actor &actor, const CaseId &caseId, qint64 nowMs);

    /// The citizen's identity in clear, for a reason that is logged before the answer is given.
    /// Errors: ReasonMissing, NotFound (also when it was erased).
    [[nodiscard]] Result<Identity> reveal(
        const Actor &actor, const CaseId &caseId, const QString &reason, qint64 nowMs);
    /// Writes down that an identity was shown offline. Of a case that the actor has nothing to do with it is
    /// written as denied, and the answer is the same: a desk that lost a case meanwhile gets rid of its
    /// entry, a forger proves nothing and learns nothing. Errors: BadInput for what is no case id.
    [[nodiscard]] Result<void> reportReveal(
        const Actor &actor, const CaseId &caseId, const QString &reason, qint64 nowMs);

private:
    struct Decided;
    [[nodiscard]] Result<wire::CommandAnswer> answerInspiteOfRaces(
        Database &database, const Actor &actor, const Command &command, qint64 nowMs);
    [[nodiscard]] Result<wire::CommandAnswer> answerTo(
        Database &database, const Actor &actor, const Command &command, qint64 nowMs);
    [[nodiscard]] Result<wire::CommandAnswer> remembered(
        CaseLedger &ledger, const Actor &actor, const CommandRow &row);
    [[nodiscard]] Result<Decided> wordOn(
        Database &database, CaseLedger &ledger, const Actor &sender, const Command &command, qint64 nowMs);
    [[nodiscard]] Result<Decided> decided(Database &database, CaseLedger &ledger, const StoredCase &stored,
        const Actor &actor, const Command &command, qint64 nowMs);
    [[nodiscard]] Result<Decided> appended(Database &database, CaseLedger &ledger, const StoredCase &stored,
        const Actor &actor, const Command &command, const QList<EventDraft> &drafts, qint64 nowMs);
    [[nodiscard]] Result<Receipt> receiptFor(const Case &after, const Event &last) const;

    const Backend &m_backend;
};

} // namespace chengban
