#pragma once

#include "shared/reply/Reply.h"
#include "shared/rules/RulePack.h"

#include <algorithm>
#include <array>

namespace chengban {

/// A written part of the reply: its field name (Problem::field, RequiredPart::part) and its member.
struct TextPart
{
    const char *field;
    QString Reply::*member;
};

/// In the order of the form and of the reading column.
inline constexpr std::array textParts{TextPart{"summary", &Reply::summary},
    TextPart{"investigation", &Reply::investigation}, TextPart{"handling", &Reply::handling},
    TextPart{"measures", &Reply::measures}, TextPart{"result", &Reply::result},
    TextPart{"opinion", &Reply::opinion}, TextPart{"progress", &Reply::progress},
    TextPart{"plan", &Reply::plan}, TextPart{"expectedEffect", &Reply::expectedEffect},
    TextPart{"grounds", &Reply::grounds}, TextPart{"advice", &Reply::advice},
    TextPart{"statement", &Reply::statement}, TextPart{"citizenFeedback", &Reply::citizenFeedback}};

/// Whether the pack asks for the part under that verdict. Only for showing the field; the check is
/// replyProblems().
[[nodiscard]] inline bool packAsksFor(const RulePack &pack, Verdict verdict, QLatin1StringView part)
{
    return std::ranges::any_of(pack.requiredParts, [&](const RequiredPart &row) {
        return row.part == part
            && (row.verdict == QLatin1StringView("any") || row.verdict == nameOf(verdict));
    });
}

} // namespace chengban
