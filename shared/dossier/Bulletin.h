#pragma once

#include "shared/base/Result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace chengban {

/// A table behind the text: 附件, on pages of its own.
struct BulletinAnnex
{
    QString title;
    QList<qreal> widthsMm; ///< Of the columns; together at most 156.
    QStringList heads;
    QList<QStringList> rows;
    bool operator==(const BulletinAnnex &) const = default;
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
    bool operator==(const Bulletin &) const = default;
};

/// A table as it is copied out of a spreadsheet: a line for each row, tabs between the cells, heads in the
/// first. Columns are as wide as their longest cell needs, together 156 mm. Empty lines are left out. Errors:
/// BadInput with the number of the line whose cells are not as many as the heads, or that stands alone.
[[nodiscard]] Result<BulletinAnnex> annexFrom(const QString &title, const QString &table);

/// A bulletin as it is being written: the table is still text.
struct BulletinDraft
{
    Bulletin bulletin; ///< Its annexes are not used.
    QString annexTitle;
    QString annexTable; ///< For annexFrom(); empty for a bulletin without one.
    bool operator==(const BulletinDraft &) const = default;
};

/// The bulletin with its annex. Errors: MissingField with the name of what a bulletin is nothing without
/// (mark, title, text); those of annexFrom().
[[nodiscard]] Result<Bulletin> bulletinOf(const BulletinDraft &draft);

[[nodiscard]] QJsonObject toJson(const BulletinDraft &draft);
/// What a program wrote with toJson(); members that are missing are empty.
[[nodiscard]] BulletinDraft bulletinDraftFrom(const QJsonObject &json);

} // namespace chengban
