#pragma once

#include "shared/dossier/Register.h"
#include "shared/signing/FilingReceipt.h"

#include <QJsonObject>
#include <QList>

namespace chengban::wire {

/// The metadata value of an upload that is a dossier's package (POST /v1/uploads).
inline constexpr char packagePurpose[] = "dossier";

/// GET /v1/dossiers?year=&retention=&unit=&state=&due=&text=&after=&limit=
struct DossierQuestion
{
    int year = 0; ///< 0: any.
    QString retention = {}; ///< Empty: any.
    UnitId unit = {}; ///< Empty: any.
    std::optional<DossierState> state = {};
    std::optional<DisposalKind> due = {};
    QString text = {}; ///< In the archive number, the case's number or the title.
    QString after = {}; ///< Id of the last line that is known; the newest come first.
    int limit = 200;
    bool operator==(const DossierQuestion &) const = default;
};
[[nodiscard]] QString queryOf(const DossierQuestion &question); ///< With its '?'; empty for all of it.

struct DossierPage
{
    QList<DossierLine> dossiers;
    bool more = false;
    int year = 0; ///< Of the county now, by which things are due.
    bool operator==(const DossierPage &) const = default;
};

/// POST /v1/dossiers/{id}/disposals and …/decision
struct Proposal
{
    DisposalKind kind = DisposalKind::Destroy;
    QString reason;
    QString receiver;
    bool operator==(const Proposal &) const = default;
};
struct Verdict
{
    bool approved = false;
    QString reason;
    bool operator==(const Verdict &) const = default;
};

/// The answer to a filing, and GET /v1/dossiers/{id}.
struct FiledDossier
{
    DossierLine line;
    FilingReceipt receipt;
    QList<Disposal> disposals; ///< Oldest first.
    QList<Opening> openings; ///< Oldest first; for who keeps the register.
    bool operator==(const FiledDossier &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Disposal &);
[[nodiscard]] QJsonObject toJson(const DossierLine &);
[[nodiscard]] QJsonObject toJson(const Opening &);
[[nodiscard]] QJsonObject toJson(const DossierPage &);
[[nodiscard]] QJsonObject toJson(const Proposal &);
[[nodiscard]] QJsonObject toJson(const Verdict &);
[[nodiscard]] QJsonObject toJson(const FiledDossier &);
[[nodiscard]] Result<Disposal> disposalFromJson(const QJsonObject &);
[[nodiscard]] Result<DossierLine> dossierLineFromJson(const QJsonObject &);
[[nodiscard]] Result<Opening> openingFromJson(const QJsonObject &);
[[nodiscard]] Result<DossierPage> dossierPageFromJson(const QJsonObject &);
[[nodiscard]] Result<Proposal> proposalFromJson(const QJsonObject &);
[[nodiscard]] Result<Verdict> verdictFromJson(const QJsonObject &);
[[nodiscard]] Result<FiledDossier> filedDossierFromJson(const QJsonObject &);

} // namespace chengban::wire
