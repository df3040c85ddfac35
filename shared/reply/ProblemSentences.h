#pragma once

#include <QString>

namespace chengban {

/// The English sentence of a finding, context "ProblemText"; null when its sentence is made from the part's
/// label
/// ("<part>-missing", "<part>-too-short") or it has none of its own.
[[nodiscard]] const char *sentenceOf(const QString &finding);

/// Of those, the ones about steps of a case other than handling, sign-off and review; null for others.
[[nodiscard]] const char *stepSentenceOf(const QString &finding);

} // namespace chengban
