#include "shared/cases/Guards.h"

#include "shared/canonical/Canonical.h"

#include <algorithm>

namespace chengban::guards {

using namespace Qt::StringLiterals;

Problem must(ErrorCode code, const char *finding, const QString &field, const QString &cite)
{
    Problem problem;
    problem.code = code;
    problem.finding = QString::fromLatin1(finding);
    problem.field = field;
    problem.cite = cite;
    return problem;
}

Decision decided(const Attempt &attempt, Problems problems, QList<EventDraft::DraftPart> parts)
{
    if (!problems.isEmpty())
        return tl::unexpected<Problems>(std::move(problems));
    const EventType type = stepOf(attempt.command.type).event;
    return QList<EventDraft>{{QString(nameOf(type)), std::move(parts)}};
}

Decision decidedOn(const Attempt &attempt, Problems problems)
{
    return plainStep(attempt, decisionFromJson, part::decision, Audience::Kind::Case,
        [&](Problems &found, const DecisionBody &body) {
            found = problems;
            if (!body.granted && body.note.trimmed().isEmpty())
                found.append(must(ErrorCode::ReasonMissing, "rejection-reason-missing", u"note"_s));
        });
}

void requireText(
    Problems &problems, const QString &text, const char *finding, const QString &field, const QString &cite)
{
    if (text.trimmed().isEmpty())
        problems.append(must(ErrorCode::PartMissing, finding, field, cite));
}

void requireAnotherAuthor(
    Problems &problems, const Attempt &attempt, const SignatureBody &body, const Actor &author)
{
    const UserId &signer = body.paper ? body.paper->signer : attempt.actor.user;
    const UserId &actingFor = body.paper ? body.paper->actingFor : attempt.actor.actingFor;
    if (!actingFor.isEmpty() && author.user == signer)
        problems.append(must(ErrorCode::SubstituteNotAllowed, "substitute-signs-own"));
}

void requireCode(Problems &problems, const QList<CodedReason> &known, const QString &code,
    const char *finding, const QString &field)
{
    if (!known.isEmpty() && !reasonCoded(known, code))
        problems.append(must(ErrorCode::BadInput, finding, field));
}

void requireListed(Problems &problems, const QList<CodedReason> &known, const QString &code,
    const char *missing, const char *unknown, const QString &field)
{
    if (code.isEmpty() && !known.isEmpty())
        problems.append(must(ErrorCode::PartMissing, missing, field));
    else if (!code.isEmpty())
        requireCode(problems, known, code, unknown, field);
}

void requirePast(Problems &problems, qint64 atMs, qint64 nowMs, const QString &field)
{
    constexpr qint64 clocksDifferMs = 10 * 60 * 1000;
    if (atMs <= 0)
        problems.append(must(ErrorCode::PartMissing, "time-missing", field));
    else if (atMs > nowMs + clocksDifferMs)
        problems.append(must(ErrorCode::PartContradicts, "time-in-future", field));
}

EventDraft::DraftPart casePart(QLatin1StringView name, const QJsonObject &body)
{
    return {QString(name), {Audience::Kind::Case, {}}, body};
}

EventDraft::DraftPart unitPart(const Attempt &attempt, QLatin1StringView name, const QJsonObject &body)
{
    return {QString(name), {Audience::Kind::UnitInternal, attempt.theCase.leadUnit}, body};
}

QList<EventDraft::DraftPart> instructionPart(
    const Attempt &attempt, QLatin1StringView occasion, CaseClass caseClass)
{
    const InstructionRule *owed = nullptr; // Of several the one that asks for the highest leader.
    for (const InstructionRule &rule : attempt.pack.instructions) {
        const bool applies
            = rule.when == occasion && (rule.classes.isEmpty() || rule.classes.contains(caseClass));
        if (applies && (!owed || std::ranges::min(rule.levels) > std::ranges::min(owed->levels)))
            owed = &rule;
    }
    if (!owed)
        return {};
    return {casePart(part::instruction, toJson(InstructionDuty{owed->levels, owed->cite}))};
}

QString citeOfRequired(const RulePack &pack, QLatin1StringView part)
{
    const auto row = std::ranges::find(pack.requiredParts, part, &RequiredPart::part);
    return row == pack.requiredParts.end() ? QString() : row->cite;
}

void requireInstruction(Problems &problems, const Attempt &attempt)
{
    if (const auto &owed = attempt.theCase.instructionOwed)
        problems.append(must(ErrorCode::StepNotAllowed, "instruction-owed", {}, owed->cite));
}

QList<EventDraft::DraftPart> clocksPart(const QList<Clock> &clocks)
{
    if (clocks.isEmpty())
        return {};
    return {casePart(part::clocks, {{u"clocks"_s, jsonArray(clocks)}})};
}

QList<Deadline> deadlinesFrom(
    const Attempt &attempt, std::initializer_list<ClockStart> starts, CaseClass caseClass, qint64 startMs)
{
    QList<Deadline> deadlines;
    for (const auto &[name, _] : namesOf(LimitName{})) {
        const Limit *limit = attempt.pack.limit(name, caseClass);
        if (!limit || std::ranges::find(starts, limit->from) == starts.end())
            continue;
        // Before the first calendar year a case is kept without dates (design 2).
        if (auto deadline = dueTime(*limit, startMs, attempt.calendar))
            deadlines.append(*std::move(deadline));
    }
    return deadlines;
}

QList<EventDraft::DraftPart> deadlinesPart(const QList<Deadline> &deadlines)
{
    if (deadlines.isEmpty())
        return {};
    return {casePart(part::deadlines, {{u"deadlines"_s, jsonArray(deadlines)}})};
}

} // namespace chengban::guards
