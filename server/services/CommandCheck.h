#pragma once

#include "server/services/CaseLedger.h"
#include "shared/base/Problem.h"

namespace chengban {

/// What must hold of a command beyond decide(): things only the server's tables know. Names are filled in
/// from the directory, so that nobody can call a unit by another name.
class CommandCheck
{
public:
    CommandCheck(CaseLedger &ledger, Database &database, const Actor &actor)
        : m_ledger(ledger)
        , m_database(database)
        , m_actor(actor)
    {
    }

    /// The command with names resolved, or what is wrong with it. An error is the store's.
    using Checked = tl::expected<Command, Problems>;
    [[nodiscard]] Result<Checked> resolved(const Command &command);

    /// BlobMissing for a file that is not here, DigestMismatch for one that is another.
    [[nodiscard]] Result<Problems> fileProblems(const Command &command);
    /// Checks the signature of a sign or sign-request command with the enrolled key.
    [[nodiscard]] Result<Problems> signatureProblems(
        const Command &command, const StoredCase &stored, qint64 nowMs);

private:
    [[nodiscard]] Result<Checked> dispatchResolved(const Command &command);
    [[nodiscard]] Result<Checked> returnResolved(const Command &command);
    [[nodiscard]] Result<Checked> registerChecked(const Command &command);
    [[nodiscard]] Result<Checked> absorbResolved(const Command &command);
    [[nodiscard]] Result<Checked> mergeChecked(const Command &command);
    [[nodiscard]] Result<Checked> refusalChecked(const Command &command);
    [[nodiscard]] Result<Checked> handDownResolved(const Command &command);
    [[nodiscard]] Result<Checked> paperResolved(const Command &command);
    /// A digest alone is no key to a file: the actor must have sent it, or the case must hold it already.
    [[nodiscard]] Result<bool> isHere(const NamedFile &file, const CaseId &caseId);
    [[nodiscard]] Result<QString> unitName(const UnitId &unit); ///< Empty when there is none.

    CaseLedger &m_ledger;
    Database &m_database;
    const Actor &m_actor;
};

/// The case of the command and those it names, sorted: what must not change while it is decided.
[[nodiscard]] QList<CaseId> casesOf(const Command &command);

[[nodiscard]] Problem problemOf(ErrorCode code, const QString &field = {});

} // namespace chengban
