#pragma once

#include "client/printing/SheetPainter.h"

namespace chengban {

/// An official letter after GB/T 9704-2012, form 信函格式: what its writer decides.
struct OfficialLetter
{
    QString issuer; ///< 发文机关: red at the head, and over the date.
    QString reference; ///< Right, below the first red line: 发文字号 or the case's number.
    QString title;
    QString recipient; ///< 主送机关, without the colon; for a citizen the salutation.
    QStringList paragraphs; ///< A short one that begins with 一、 or （一） is a heading.
    qint64 atMs = 0; ///< 成文日期; 0 leaves the place for it empty.
    QString note; ///< 附注, without the brackets.
};

/// The grid: 22 lines of 28 characters on 156 x 225 mm, the first line's characters 37 mm from the paper's
/// edge (GB/T 9704 5.2, realised as GB/T 33476.2 has it).
namespace grid {
inline constexpr qreal leftMm = 28;
inline constexpr qreal rightMm = 26;
inline constexpr qreal topMm = 34.58; ///< Of the first line's space; half of the gap above its characters.
inline constexpr qreal pitchMm = 10.39;
inline constexpr int lines = 22;
inline constexpr int characters = 28;
inline constexpr qreal bodyPoints = 16; ///< 3号
} // namespace grid

/// Paints the letter, beginning on a new page; from the second page on they are numbered at the foot. The
/// place of the seal, from within one line of the text's end over unit and date, is left free.
void paintOfficialLetter(SheetPainter &painter, const OfficialLetter &letter);

/// The lines of a centred title: as equal as they can be, none beginning with a closing mark or 的.
[[nodiscard]] QStringList titleLines(const QString &title, int mostCharacters);

} // namespace chengban
