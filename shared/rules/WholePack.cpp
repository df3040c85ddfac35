#include "shared/rules/WholePack.h"

#include <algorithm>
#include <array>

namespace chengban {

namespace {

Result<void> refuse(const QString &place, const QString &reason, ErrorCode code = ErrorCode::PackInvalid)
{
    return fail(code, QStringLiteral("%1: %2").arg(place, reason));
}

QString at(const char *list, qsizetype index, const char *member)
{
    return QStringLiteral("%1[%2].%3").arg(QLatin1StringView(list)).arg(index).arg(QLatin1StringView(member));
}

/// Length of a limit in days as people count them; empty for hours, which no rule in days contradicts.
std::optional<int> daysOf(const Limit *limit)
{
    const bool inDays
        = limit && (limit->unit == LimitUnit::WorkingDay || limit->unit == LimitUnit::NaturalDay);
    return inDays && !limit->setByOrder ? std::optional(limit->amount) : std::nullopt;
}

Result<void> checkNeeded(const RulePack &pack)
{
    const auto lacks = [&](LimitName name) { return !pack.limit(name, CaseClass::General); };
    if (lacks(LimitName::Handle))
        return fail(ErrorCode::MissingField, QStringLiteral("limits: handle for every class"));
    if (!pack.signer(SignedAction::Reply))
        return fail(ErrorCode::MissingField, QStringLiteral("signers: reply"));
    if (pack.acceptance.byDefault && lacks(LimitName::Accept))
        return fail(ErrorCode::MissingField, QStringLiteral("limits: accept, after which byDefault accepts"));
    if (pack.contact.waivedWhenAnsweredInLimit && lacks(LimitName::FirstContact))
        return fail(ErrorCode::MissingField, QStringLiteral("limits: first-contact, which can be waived"));
    if (pack.callback.reworkWhenUnsolved && !reasonCoded(pack.outcomes, QStringLiteral("unsolved")))
        return fail(ErrorCode::MissingField,
            QStringLiteral("outcomes: unsolved, after which reworkWhenUnsolved asks"));
    if (pack.callback.reReview && lacks(LimitName::ReReview))
        return fail(ErrorCode::MissingField, QStringLiteral("limits: re-review, which can be ordered"));
    return {};
}

/// Without this two rows could each refuse what the other one grants.
Result<void> checkExtension(const RulePack &pack, qsizetype index)
{
    const ExtensionPolicy &policy = pack.extensions[index];
    const auto place = [&](const char *member) { return at("extensions", index, member); };
    const Limit *limit = pack.limit(policy.limit, policy.caseClass.value_or(CaseClass::General));
    if (!limit)
        return refuse(place("limit"), QStringLiteral("no limit %1").arg(nameOf(policy.limit)));
    const auto days = daysOf(limit);
    if (policy.totalCap > 0 && days && policy.totalCap < *days)
        return refuse(place("totalCap"), QStringLiteral("below the %1 days of the limit").arg(*days));
    if (policy.totalCap > 0 && policy.addMax > policy.totalCap)
        return refuse(place("addMax"), QStringLiteral("above totalCap"));
    if (days && policy.askBefore > 0 && policy.askBefore >= *days)
        return refuse(place("askBefore"), QStringLiteral("not inside the %1 days of the limit").arg(*days));
    return {};
}

bool hasGroup(const QList<CodedReason> &reasons, const QString &group)
{
    return std::ranges::any_of(reasons, [&](const CodedReason &reason) { return reason.group == group; });
}

Result<void> checkCodes(const RulePack &pack)
{
    for (qsizetype i = 0; i < pack.limits.size(); ++i) {
        const QString &group = pack.limits[i].group;
        if (!group.isEmpty() && !hasGroup(pack.returnReasons, group))
            return refuse(at("limits", i, "group"), QStringLiteral("no return reason of %1").arg(group));
    }
    for (qsizetype i = 0; i < pack.requiredParts.size(); ++i) {
        const RequiredPart &part = pack.requiredParts[i];
        if (!part.outcome.isEmpty() && !reasonCoded(pack.outcomes, part.outcome))
            return refuse(
                at("requiredParts", i, "outcome"), QStringLiteral("no outcome %1").arg(part.outcome));
        if (!part.caseType.isEmpty() && !reasonCoded(pack.caseTypes, part.caseType))
            return refuse(
                at("requiredParts", i, "caseType"), QStringLiteral("no case type %1").arg(part.caseType));
    }
    for (qsizetype i = 0; i < pack.outcomes.size(); ++i) {
        const QString &type = pack.outcomes[i].group;
        if (!type.isEmpty() && !reasonCoded(pack.caseTypes, type))
            return refuse(at("outcomes", i, "group"), QStringLiteral("no case type %1").arg(type));
    }
    return {};
}

Result<void> checkAssessment(const Assessment &assessment)
{
    for (qsizetype i = 0; i < assessment.score.size(); ++i) {
        const QString &metric = assessment.score[i].metric;
        if (std::ranges::find(assessment.metrics, metric, &Metric::code) == assessment.metrics.end())
            return refuse(at("score", i, "metric"), QStringLiteral("no metric %1").arg(metric));
    }
    for (qsizetype i = 0; i < assessment.volumes.size(); ++i) {
        const int from = assessment.volumes[i].from;
        if (i == 0 ? from != 0 : from <= assessment.volumes[i - 1].from)
            return refuse(at("volumes", i, "from"), QStringLiteral("volumes rise from 0"));
    }
    int shares = 0;
    for (const Grade &grade : assessment.grades)
        shares += grade.share;
    if (!assessment.grades.isEmpty() && shares != 100)
        return refuse(QStringLiteral("grades"), QStringLiteral("the shares make %1, not 100").arg(shares));
    return {};
}

} // namespace

Result<void> checkWhole(const RulePack &pack)
{
    if (pack.effectiveTo.isValid() && pack.effectiveTo < pack.effectiveFrom)
        return refuse(QStringLiteral("effectiveTo"), QStringLiteral("before effectiveFrom"));
    if (const auto needed = checkNeeded(pack); !needed)
        return needed;
    for (qsizetype i = 0; i < pack.extensions.size(); ++i) {
        if (const auto checked = checkExtension(pack, i); !checked)
            return checked;
    }
    if (const auto codes = checkCodes(pack); !codes)
        return codes;
    return checkAssessment(pack.assessment);
}

} // namespace chengban
