#pragma once

#include "shared/cases/Case.h"

#include <QList>
#include <QString>

namespace chengban {

/// How long a dossier is kept, as a proposal: the archivist decides.
struct Retention
{
    QString code; ///< "D10" or "D30" (10 or 30 years); permanent ("Y") is only ever decided.
    QString reason; ///< Chinese, for the archivist; empty for the rule itself.
    bool operator==(const Retention &) const = default;
};

/// 10 years; 30 when a leader gave an instruction, the centre urged, or the citizen came the third time
/// (standards A5: order no. 8 of the State Archives Administration with the county's additions).
[[nodiscard]] Retention proposedRetention(const Case &theCase);

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

/// Whether `number` is built like that (a fonds, perhaps codes, year, retention, volume; joined by - or ·)
/// and its year and retention are those given.
[[nodiscard]] bool isArchiveNumber(const QString &number, int year, const QString &retention);

/// Pages above which a dossier is split (standards A9).
inline constexpr int mostPagesOfVolume = 200;

/// Which papers (by index) stand together in each volume, in their order: as many as fit, a paper is never
/// divided, so a longer one has a volume of its own.
[[nodiscard]] QList<QList<qsizetype>> volumesOf(
    const QList<int> &pagesOfPapers, int most = mostPagesOfVolume);

} // namespace chengban
