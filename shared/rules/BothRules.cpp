#include "shared/rules/BothRules.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

using namespace Qt::StringLiterals;

/// How a member of two rules becomes one, so that both are kept.
enum class Joining {
    Least,
    LeastCap, ///< Zero is no cap.
    Most,
    Either, ///< Asked for, or granted, by one of them.
    Each, ///< Allowed only if both allow it.
};

struct Member
{
    const char *name;
    Joining joining;
    bool absent = false; ///< What a flag means that is not there.
};

constexpr std::array members{
    Member{"maxCount", Joining::Least},
    Member{"addMax", Joining::LeastCap},
    Member{"totalCap", Joining::LeastCap},
    Member{"askBefore", Joining::Most},
    Member{"needsContact", Joining::Either},
    Member{"needsPromise", Joining::Either},
    Member{"unitSigns", Joining::Either, true},
    Member{"attemptsWhenUnreachable", Joining::Most},
    Member{"waivedWhenAnsweredInLimit", Joining::Each},
    Member{"shorterAllowed", Joining::Either},
    Member{"longerAllowed", Joining::Either},
    Member{"allowed", Joining::Each},
    Member{"maxRejected", Joining::Least},
    Member{"needsSuggestedUnit", Joining::Either},
    Member{"needsBasis", Joining::Either},
    Member{"allowedWhenJoint", Joining::Each, true},
    Member{"appealAllowed", Joining::Either},
    Member{"byDefault", Joining::Either},
    Member{"coHandlerDays", Joining::LeastCap},
    Member{"mergedOpinion", Joining::Either, true},
    Member{"citizenFirst", Joining::Either},
    Member{"noAnswerAllowed", Joining::Each},
    Member{"proofreadNeeded", Joining::Either},
    Member{"leastSentences", Joining::Most},
    Member{"unitFirst", Joining::Either},
    Member{"centreAlways", Joining::Either},
    Member{"reworkWhenUnsatisfied", Joining::Either},
    Member{"onlyReasonable", Joining::Each},
    Member{"reworkWhenUnsolved", Joining::Either},
    Member{"reReview", Joining::Either},
    Member{"secondCall", Joining::Either},
    Member{"leastEarlierCases", Joining::Most},
};

QJsonValue joined(const Member &member, const QJsonValue &a, const QJsonValue &b)
{
    const int one = a.toInt();
    const int other = b.toInt();
    switch (member.joining) {
    case Joining::Least:
        return std::min(one, other);
    case Joining::LeastCap:
        return one == 0 || other == 0 ? std::max(one, other) : std::min(one, other);
    case Joining::Most:
        return std::max(one, other);
    case Joining::Either:
        return a.toBool(member.absent) || b.toBool(member.absent);
    case Joining::Each:
        return a.toBool(member.absent) && b.toBool(member.absent);
    }
    Q_UNREACHABLE();
}

QString together(const QJsonObject &a, const QJsonObject &b, const QString &member, const QString &between)
{
    QStringList texts{a[member].toString(), b[member].toString()};
    texts.removeAll(QString());
    return texts.join(between);
}

/// Members of the table are joined; all others must be the same in both, or be absent in one of them.
std::optional<QJsonObject> joinedRule(const QJsonObject &known, const QJsonObject &next)
{
    QJsonObject both = next;
    for (auto it = known.begin(); it != known.end(); ++it)
        both.insert(it.key(), *it);
    for (const QString &key : both.keys()) {
        const auto member = std::ranges::find_if(
            members, [&](const Member &m) { return key == QLatin1StringView(m.name); });
        if (member != members.end())
            both[key] = joined(*member, known[key], next[key]);
        else if (key == u"cite" || key == u"note")
            both[key] = together(known, next, key, key == u"cite" ? u"; "_s : QString());
        else if (known.contains(key) && next.contains(key) && known[key] != next[key])
            return std::nullopt;
    }
    return both;
}

/// A limit of one class in other units stands beside the one for every class; nothing is shorter then.
std::optional<Left> shorterLimit(const RuleKind &kind, const QJsonObject &known, const QJsonObject &next)
{
    const bool over = covers(kind, known, next);
    const bool under = covers(kind, next, known);
    const bool comparable = std::ranges::all_of(std::array{u"unit"_s, u"from"_s, u"count"_s},
        [&](const QString &member) { return known[member] == next[member]; });
    if (!comparable || (!over && !under))
        return over != under ? std::optional(Left{true, true, known}) : std::nullopt;
    const bool nextIsShorter = next[u"amount"].toInt() < known[u"amount"].toInt();
    if (over && !nextIsShorter)
        return Left{true, false, known};
    return Left{!(under && nextIsShorter), true, known};
}

} // namespace

std::optional<Left> bothBind(const RuleKind &kind, const QJsonObject &known, const QJsonObject &next)
{
    if (!kind.canBeBoth)
        return std::nullopt;
    if (next.contains(u"amount"))
        return shorterLimit(kind, known, next);
    if (!covers(kind, known, next) || !covers(kind, next, known))
        return std::nullopt;
    const auto both = joinedRule(known, next);
    return both ? std::optional(Left{true, false, *both}) : std::nullopt;
}

} // namespace chengban
