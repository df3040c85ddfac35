#pragma once

#include "shared/base/Result.h"
#include "shared/dossier/PaperKind.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace chengban {

struct Case;

/// Order of the papers; local practice, so a template and no constant (standards A9).
enum class PaperOrder { ConclusionFirst, ByTime };

constexpr auto namesOf(PaperOrder)
{
    return std::array{
        Named{PaperOrder::ConclusionFirst, "conclusion-first"}, Named{PaperOrder::ByTime, "by-time"}};
}

/// What makes a dossier be kept longer than the ordinary ones (standards A5).
enum class LongerFor { Instruction, Urge, Supervision, Repeat };

constexpr auto namesOf(LongerFor)
{
    using enum LongerFor;
    return std::array{Named{Instruction, "instruction"}, Named{Urge, "urge"},
        Named{Supervision, "supervision"}, Named{Repeat, "repeat"}};
}

/// How the reply stands in the dossier.
enum class ReplyShape { Letter, Opinion };

constexpr auto namesOf(ReplyShape)
{
    return std::array{Named{ReplyShape::Letter, "letter"}, Named{ReplyShape::Opinion, "opinion"}};
}

/// How an archive makes up its dossiers: data (resources/dossiers/*.json, docs/dossier.md has the form),
/// since each county's archive has ways of its own. It is written into every dossier that was made by it.
struct DossierTemplate
{
    QString id;
    int version = 1;
    QString title; ///< Chinese.
    QStringList counties; ///< Ids of the profiles or packs it is meant for; empty: for those without one.
    PaperOrder order = PaperOrder::ConclusionFirst;
    QList<PaperKind> papers; ///< Every kind once: the order of ConclusionFirst.
    ReplyShape reply = ReplyShape::Letter;
    bool bothSides = false; ///< Printed on both sides of the paper: backs are numbered too.
    int mostPages = 200; ///< Above which a dossier is split (standards A9).
    QString ordinary = QStringLiteral("D10"); ///< Retention.
    QString longer = QStringLiteral("D30");
    QList<LongerFor> longerFor;
    int repeatedFrom = 3; ///< The citizen came so many times.
    /// Whole years after which permanent dossiers go to the county's archives. Ten is what is remembered of
    /// the Archives Law's implementing rules for counties; archives may agree on other times.
    int transferAfterYears = 10;
    QString category = QStringLiteral("ZY"); ///< 档案门类代码
    QString subcategory = QStringLiteral("RX"); ///< The county's own code for the hotline.

    bool operator==(const DossierTemplate &) const = default;
};

/// The one that holds where a county has none of its own.
[[nodiscard]] DossierTemplate builtInTemplate(PaperOrder order);

/// Strict. Errors: MissingField, UnknownField, BadInput with the place: a kind that is missing or named
/// twice, an unknown retention, fewer than 20 pages.
[[nodiscard]] Result<DossierTemplate> templateFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject toJson(const DossierTemplate &form);

/// Those linked into the program. Errors: as above; a program without any has the built-in ones.
[[nodiscard]] Result<QList<DossierTemplate>> linkedTemplates();
/// The one named so, else the one meant for the county whose rules the case was dispatched under, else the
/// built-in one with the conclusion first.
[[nodiscard]] DossierTemplate templateFor(const Case &theCase, const QString &chosen = {});

} // namespace chengban
