#pragma once

#include "shared/base/Result.h"

#include <QDate>
#include <QHash>
#include <QString>

namespace chengban {

/// A law or regulation that is no longer in force.
struct RepealedLaw
{
    QString title; ///< Without 《》 and without 中华人民共和国.
    QDate since; ///< The first day it no longer holds.
};

/// What the text checks know of law and language in every county: resources/text. It decides only on findings
/// that advise.
struct TextRules
{
    QHash<QString, RepealedLaw> repealed; ///< By title.
    QHash<quint32, double>
        bigramShares; ///< In which share of letters and replies two characters follow each other.
};

/// The two characters as the key of `bigramShares`.
[[nodiscard]] constexpr quint32 bigramKey(char16_t first, char16_t second)
{
    return static_cast<quint32>(first) << 16 | second;
}

/// Reads the two files strictly. Errors: those of JsonReader, with the place.
[[nodiscard]] Result<TextRules> loadTextRules(const QByteArray &repealedLaws, const QByteArray &bigrams);

/// Those of this program, read once. Every program carries them (chengban_resources).
[[nodiscard]] const TextRules &textRules();

} // namespace chengban
