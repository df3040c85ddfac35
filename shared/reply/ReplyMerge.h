#pragma once

#include "shared/reply/Reply.h"

#include <QJsonValue>
#include <QStringList>

namespace chengban {

/// A field of the reply that was written differently on both sides since their common base.
struct FieldClash
{
    QString field; ///< Its name in toJson(Reply), which problems use too.
    QJsonValue base; ///< Undefined: empty. So are the others.
    QJsonValue mine;
    QJsonValue theirs;
    bool operator==(const FieldClash &) const = default;
};

/// A reply that took in what somebody else wrote.
struct ReplyMerge
{
    Reply reply; ///< Where a field clashes, mine stands.
    Reply base; ///< What each field of it rests on from now on: theirs, where a field clashes the old one.
    QStringList taken; ///< Fields that are theirs now, or took in elements of theirs.
    QList<FieldClash> clashes;
    bool operator==(const ReplyMerge &) const = default;
};

/// Merges two replies field by field over what both began from. A field that one side left alone is the
/// other's; one written differently on both sides clashes and is a person's to decide. Lists (legal basis,
/// visits, files) merge element by element and never clash: an element that one side added or changed stays,
/// one that a side took away and the other left alone goes.
///
/// Merging again with the same `theirs`, over the base this gives, changes nothing.
[[nodiscard]] ReplyMerge merged(const Reply &base, const Reply &mine, const Reply &theirs);

enum class Keep { Mine, Theirs, Both };

/// Both make sense in one field: it is written text, not a choice from a list or a time.
[[nodiscard]] bool canKeepBoth(const FieldClash &clash);
/// The clash of that field decided: its text chosen, its base theirs. Keep::Both puts theirs below mine and
/// counts as Keep::Mine where canKeepBoth() is false.
[[nodiscard]] ReplyMerge decided(const ReplyMerge &merge, const QString &field, Keep keep);

} // namespace chengban
