#pragma once

#include "client/printing/DossierWriter.h"

namespace chengban {

/// A table behind the text: 附件, on pages of its own.
struct BulletinAnnex
{
    QString title;
    QList<qreal> widthsMm; ///< Of the columns; together at most 156.
    QStringList heads;
    QList<QStringList> rows;
};

/// The centre's bulletin (通报) after GB/T 9704-2012, form 文件格式: what its writer decides.
struct Bulletin
{
    QString mark; ///< 发文机关标志, for instance with 文件 at its end.
    QString issuer; ///< 发文机关署名
    QString reference; ///< 发文字号
    QString title;
    QString recipient; ///< 主送机关, without the colon.
    QStringList paragraphs; ///< A short one that begins with 一、 or （一） is a heading.
    QList<BulletinAnnex> annexes;
    qint64 atMs = 0; ///< 成文日期; 0 leaves the place for it empty.
    QString copies; ///< 抄送, without its word and the full stop.
    QString printedBy; ///< 印发机关
    qint64 printedAtMs = 0; ///< 印发日期
};

/// Writes it: 22 lines of 28 characters, the red head on the first page, the record of copies and printing
/// (版记) on the last, an even one. The place of the seal is left free.
/// Errors: FontMissing, DiskFull, FileUnreadable.
[[nodiscard]] Result<DossierInfo> writeBulletin(const Bulletin &bulletin, const QString &path);

} // namespace chengban
