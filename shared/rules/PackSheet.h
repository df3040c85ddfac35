#pragma once

#include "shared/rules/RulePack.h"

namespace chengban {

/// A rule in words for people.
struct SheetRow
{
    QString text;
    QString place; ///< Document and article; empty for wording and words.
    QString note; ///< What the document leaves open; Chinese.

    bool operator==(const SheetRow &) const = default;
};

/// Rules of one kind.
struct SheetSection
{
    QString kind; ///< Its name in the pack: "limits".
    QString heading;
    QList<SheetRow> rows;

    bool operator==(const SheetSection &) const = default;
};

/// The whole pack in words, kind by kind in the order of docs/rule-packs.md, without the kinds that it is
/// silent about: what the window shows as the county's rules and `chengban-cli packs show` prints.
/// Translated.
[[nodiscard]] QList<SheetSection> packSheet(const RulePack &pack);

} // namespace chengban
