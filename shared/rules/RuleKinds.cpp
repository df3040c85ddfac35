#include "shared/rules/RuleKinds.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

constexpr auto rule = RuleKind::Form::Rule;
constexpr auto rows = RuleKind::Form::Rows;
constexpr auto list = RuleKind::Form::List;

constexpr std::array kinds{
    RuleKind{"documents", rows, "rows"},
    RuleKind{"limits", rows, "name purpose", "class group", true},
    RuleKind{"signers", rows, "action", "class supervised"},
    RuleKind{"instructions"},
    RuleKind{"requiredParts", rows, "verdict outcome caseType part order class"},
    RuleKind{"textChecks", RuleKind::Form::Members},
    RuleKind{"contact", rule, "", "", true},
    RuleKind{"extensions", rows, "limit", "class", true},
    RuleKind{"limitOverride", rule, "", "", true},
    RuleKind{"returns", rule, "", "", true},
    RuleKind{"acceptance", rule, "", "", true},
    RuleKind{"joint", rule, "", "", true},
    RuleKind{"answering", rule, "", "", true},
    RuleKind{"callback", rule, "", "", true},
    RuleKind{"substitution", rule},
    RuleKind{"termination", rule, "", "", true},
    RuleKind{"metrics"},
    RuleKind{"thresholds"},
    RuleKind{"volumes", list},
    RuleKind{"score", list},
    RuleKind{"grades", list},
    RuleKind{"duties"},
    RuleKind{"notices"},
    RuleKind{"roster"},
    RuleKind{"reworkReasons"},
    RuleKind{"returnReasons"},
    RuleKind{"refusalReasons"},
    RuleKind{"channels"},
    RuleKind{"satisfaction", list},
    RuleKind{"closingPoints"},
    RuleKind{"caseTypes"},
    RuleKind{"outcomes"},
    RuleKind{"keyCategories"},
    RuleKind{"immediateKinds"},
    RuleKind{"supervisionReasons"},
    RuleKind{"supervisionMethods"},
    RuleKind{"urgeChannels"},
    RuleKind{"reReviewReasons"},
    RuleKind{"answerChannels"},
    RuleKind{"accountabilityCases"},
    RuleKind{"knowledgeKinds"},
    RuleKind{"templates", RuleKind::Form::Members},
    RuleKind{"words", RuleKind::Form::Words},
};

QStringList split(const char *members)
{
    return QString::fromLatin1(members).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

struct Absent
{
    const char *member;
    const char *means;
};
constexpr std::array absents{Absent{"purpose", "handling"}, Absent{"limit", "handle"}};

/// A member of a row as text, with the value that its absence means.
QString textOf(const QJsonObject &row, const QString &member)
{
    const QJsonValue value = row.value(member);
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QString();
    if (!value.isUndefined())
        return value.toString();
    const auto absent = std::ranges::find_if(
        absents, [&](const Absent &a) { return member == QLatin1StringView(a.member); });
    return absent == absents.end() ? QString() : QString::fromLatin1(absent->means);
}

bool agreeExactly(const RuleKind &kind, const QJsonObject &a, const QJsonObject &b)
{
    return std::ranges::all_of(
        split(kind.exact), [&](const QString &member) { return textOf(a, member) == textOf(b, member); });
}

} // namespace

std::span<const RuleKind> ruleKinds()
{
    return kinds;
}

const RuleKind *ruleKind(QStringView name)
{
    const auto kind
        = std::ranges::find_if(kinds, [&](const RuleKind &k) { return name == QLatin1StringView(k.name); });
    return kind == kinds.end() ? nullptr : &*kind;
}

QString subject(const RuleKind &kind, const QJsonObject &row)
{
    return textOf(row, split(kind.exact).first());
}

QString narrowing(const RuleKind &kind, const QJsonObject &row)
{
    for (const QString &member : split(kind.wide)) {
        if (const QString text = textOf(row, member); !text.isEmpty())
            return text;
    }
    return {};
}

bool overlaps(const RuleKind &kind, const QJsonObject &a, const QJsonObject &b)
{
    return agreeExactly(kind, a, b) && std::ranges::all_of(split(kind.wide), [&](const QString &member) {
        const QString one = textOf(a, member);
        const QString other = textOf(b, member);
        return one.isEmpty() || other.isEmpty() || one == other;
    });
}

bool covers(const RuleKind &kind, const QJsonObject &a, const QJsonObject &b)
{
    return agreeExactly(kind, a, b) && std::ranges::all_of(split(kind.wide), [&](const QString &member) {
        const QString one = textOf(a, member);
        return one.isEmpty() || one == textOf(b, member);
    });
}

bool saysTheSame(const RuleKind &kind, QJsonObject a, QJsonObject b)
{
    for (const QString &member : split(kind.exact) + split(kind.wide) + split("cite note")) {
        a.remove(member);
        b.remove(member);
    }
    return a == b;
}

} // namespace chengban
