#pragma once

#include "shared/dossier/Register.h"

#include <QList>

#include <optional>

namespace chengban {

class Database;

/// Which lines of the register are asked for; empty members ask for any.
struct DossierFilter
{
    int year = 0;
    QString retention;
    UnitId unit;
    std::optional<DossierState> state;
    std::optional<DisposalKind> due;
    int yearNow = 0; ///< By which it is due.
    QString text;
    QString after; ///< Older than that line.
    int limit = 200;
};

/// The register of filed dossiers with what was proposed, decided and opened. Rows are never removed.
class DossierStore
{
public:
    explicit DossierStore(Database &database)
        : m_database(database)
    {
    }

    /// With the signed receipt as JSON.
    [[nodiscard]] Result<void> add(
        const TenantId &tenant, const DossierLine &line, const QByteArray &receipt);
    [[nodiscard]] Result<std::optional<DossierLine>> find(const TenantId &tenant, const QString &id);
    [[nodiscard]] Result<std::optional<DossierLine>> findPackage(
        const TenantId &tenant, const QString &sha256);
    [[nodiscard]] Result<bool> isNumberTaken(const TenantId &tenant, const QString &archiveNumber);
    [[nodiscard]] Result<QByteArray> receipt(const TenantId &tenant, const QString &id);
    /// The newest first.
    [[nodiscard]] Result<QList<DossierLine>> lines(const TenantId &tenant, const DossierFilter &filter);
    [[nodiscard]] Result<void> setState(const TenantId &tenant, const QString &id, DossierState state);

    [[nodiscard]] Result<void> addDisposal(
        const TenantId &tenant, const QString &dossier, const Disposal &disposal);
    /// Writes the decision; false when it was decided already.
    [[nodiscard]] Result<bool> decide(const TenantId &tenant, const Disposal &disposal);
    [[nodiscard]] Result<QList<Disposal>> disposals(const TenantId &tenant, const QString &dossier);

    [[nodiscard]] Result<void> addOpening(
        const TenantId &tenant, const QString &dossier, const QString &id, const Opening &opening);
    [[nodiscard]] Result<QList<Opening>> openings(const TenantId &tenant, const QString &dossier);

private:
    [[nodiscard]] Result<DossierLine> withDisposal(const TenantId &tenant, DossierLine line);
    Database &m_database;
};

} // namespace chengban
