#pragma once

#include "server/services/Backend.h"
#include "shared/wire/Dossiers.h"

namespace chengban {

class Database;
struct BlobFile;
struct BlobRow;

/// The centre's register of dossiers: what was filed, by whom it was opened, what became of it.
class DossierService
{
public:
    explicit DossierService(const Backend &backend)
        : m_backend(backend)
    {
    }

    /// Takes a package that the actor has uploaded into the register: every digest (sha256 and SM3), the
    /// log's chain, signatures and receipts, and that it is the log of an archived case here, under the
    /// case's own archive number. The same package again gives the same answer. Errors: BlobMissing when it
    /// was not uploaded, PackageInvalid, TooLarge, NotFound for a case the actor does not see, Forbidden,
    /// ArchiveNumberTaken.
    [[nodiscard]] Result<wire::FiledDossier> file(const Actor &actor, const QString &sha256, qint64 nowMs);

    /// The newest lines first; units see their own. Errors: Forbidden.
    [[nodiscard]] Result<wire::DossierPage> lines(
        const Actor &actor, const wire::DossierQuestion &question, qint64 nowMs);
    /// One line with its receipt and what was decided; openings are for who keeps the register.
    /// Errors: NotFound.
    [[nodiscard]] Result<wire::FiledDossier> line(const Actor &actor, const QString &id);

    /// The package; written down first. Errors: NotFound, Forbidden, DossierGone.
    [[nodiscard]] Result<BlobFile> open(
        const Actor &actor, const QString &id, OpeningPurpose purpose, qint64 nowMs);

    /// Errors: NotFound and those of mayPropose().
    [[nodiscard]] Result<wire::FiledDossier> propose(
        const Actor &actor, const QString &id, const wire::Proposal &proposal, qint64 nowMs);
    /// Approved destruction takes the package's bytes away at once; the line stays. Errors: NotFound and
    /// those of mayDecide().
    [[nodiscard]] Result<wire::FiledDossier> decide(
        const Actor &actor, const QString &id, const wire::Verdict &verdict, qint64 nowMs);

private:
    [[nodiscard]] Result<DossierLine> checkedLine(
        Database &database, const Actor &actor, const BlobRow &blob, qint64 nowMs);
    [[nodiscard]] Result<wire::FiledDossier> entered(
        Database &database, const Actor &actor, const DossierLine &line, qint64 nowMs);
    [[nodiscard]] Result<wire::FiledDossier> filed(
        Database &database, const Actor &actor, const DossierLine &line);
    [[nodiscard]] Result<DossierLine> visible(Database &database, const Actor &actor, const QString &id);
    [[nodiscard]] Result<void> removeBytes(Database &database, const TenantId &tenant, const QString &sha256);
    [[nodiscard]] QString freshId(qint64 nowMs) const;

    const Backend &m_backend;
};

} // namespace chengban
