#pragma once

#include <QList>
#include <QString>

namespace chengban {

/// A piece of a text beside another one.
struct TextPiece
{
    enum class Kind { Same, OnlyLeft, OnlyRight };
    Kind kind = Kind::Same;
    QString text;
    bool operator==(const TextPiece &) const = default;
};

/// What differs between two texts, character by character, in the order of reading; pieces of one kind are
/// never neighbours. Leaving out what is only right gives the left text, and the other way round. Texts that
/// differ in more than some hundred places are shown as different from their first to their last difference.
[[nodiscard]] QList<TextPiece> textDiff(const QString &left, const QString &right);

} // namespace chengban
