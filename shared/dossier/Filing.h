#pragma once

#include "shared/cases/Case.h"
#include "shared/dossier/DossierTemplate.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace chengban {

/// How long a dossier is kept, as a proposal: the archivist decides.
struct Retention
{
    QString code; ///< "D10" or "D30" (10 or 30 years), "Y" when the template says so.
    QString reason; ///< Chinese, for the archivist; empty for the rule itself.
    bool operator==(const Retention &) const = default;
};

/// By the template: the ordinary time, or the longer one after a leader's instruction, an urge, a supervision
/// order or from the third time on (standards A5: order no. 8 of the State Archives Administration with the
/// county's additions).
[[nodiscard]] Retention proposedRetention(
    const Case &theCase, const DossierTemplate &form = builtInTemplate(PaperOrder::ConclusionFirst));

/// The fixed parts of an archive number (档号, DA/T 13-2022).
struct ArchiveNumbering
{
    QString fonds; ///< 全宗号, up to 4 letters and digits.
    QString category = QStringLiteral("ZY"); ///< 档案门类代码: 专业档案.
    QString subcategory = QStringLiteral("RX"); ///< The county's own code for the hotline.
};

/// `Q012-ZY·RX·2026·D30-0007`. Errors: BadInput for a code that is not letters and digits, a year of no four
/// digits, an unknown retention, a volume number outside 1 to 9999.
[[nodiscard]] Result<QString> archiveNumber(
    const ArchiveNumbering &numbering, int year, const QString &retention, int volume);

/// The number that follows those given: of the same year and retention and the template's codes the highest
/// volume and one more, under the fonds of the number filed last. Empty while there is none to follow: the
/// first number of a unit is entered by hand.
[[nodiscard]] QString nextArchiveNumber(
    const QStringList &filed, const DossierTemplate &form, int year, const QString &retention);

/// The year after whose end a dossier is due for destruction or transfer: of closing, plus the years it is
/// kept; 0 for a permanent one or an unknown code.
[[nodiscard]] int retentionEnds(int year, const QString &retention);

/// Whether `number` is built like that (a fonds, perhaps codes, year, retention, volume; joined by - or ·)
/// and its year and retention are those given.
[[nodiscard]] bool isArchiveNumber(const QString &number, int year, const QString &retention);

/// Which papers (by index) stand together in each volume, in their order: as many as fit, a paper is never
/// divided, so a longer one has a volume of its own.
[[nodiscard]] QList<QList<qsizetype>> volumesOf(const QList<int> &pagesOfPapers, int most);

} // namespace chengban
