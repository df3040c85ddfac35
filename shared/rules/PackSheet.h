#pragma once

#include "shared/rules/RulePack.h"

namespace chengban {

/// A rule in words for people.
struct RuleLine
{
    QString text;
    QString place; ///< Document and article; empty for wording and words.
    QString note; ///< What the document leaves open; Chinese.

    bool operator==(const RuleLine &) const = default;
};

/// Rules of one kind.
struct RuleSection
{
    QString kind; ///< Its name in the pack: "limits".
    QString heading;
    QList<RuleLine> rows;

    bool operator==(const RuleSection &) const = default;
};

/// The whole pack in words, kind by kind in the order of docs/rule-packs.md, without the kinds that it is
/// silent about: what the window shows as the county's rules and `chengban-cli packs show` prints.
/// Translated.
[[nodiscard]] QList<RuleSection> packSheet(const RulePack &pack);

} // namespace chengban
