// Guards of intake, dispatch and acceptance.
#include "shared/canonical/Canonical.h"
#include "shared/cases/Guards.h"

#include <QSet>

#include <algorithm>

namespace chengban::guards {

using namespace Qt::StringLiterals;

namespace {

bool isEmpty(const Identity &identity)
{
    return identity == Identity{};
}

QList<EventDraft::DraftPart> registrationParts(const RegisterBody &body)
{
    QList<EventDraft::DraftPart> parts{
        casePart(
            part::number, {{u"source"_s, body.demand.source}, {u"sourceNumber"_s, body.demand.sourceNumber}}),
        casePart(part::demand, toJson(body.demand)),
    };
    if (!isEmpty(body.identity))
        parts.append({QString(part::identity), {Audience::Kind::Identity, {}}, toJson(body.identity)});
    if (!body.earlierReplies.isEmpty())
        parts.append(casePart(part::earlier, {{u"replies"_s, jsonArray(body.earlierReplies)}}));
    return parts;
}

Problems dispatchProblems(const DispatchBody &body, const RulePack &pack)
{
    Problems problems;
    requireText(problems, body.leadUnit.value, "lead-unit-missing", u"leadUnit"_s);
    QSet<UnitId> units{body.leadUnit};
    for (const CoHandler &coHandler : body.coHandlers) {
        requireText(problems, coHandler.unit.value, "co-handler-missing", u"coHandlers"_s);
        if (units.contains(coHandler.unit))
            problems.append(must(ErrorCode::PartContradicts, "unit-named-twice", u"coHandlers"_s));
        units.insert(coHandler.unit);
    }
    if (!body.coHandlers.isEmpty() && !pack.joint.allowed)
        problems.append(
            must(ErrorCode::StepNotAllowed, "joint-not-allowed", u"coHandlers"_s, pack.joint.cite));
    if (!pack.limit(LimitName::Handle, body.caseClass))
        problems.append(must(ErrorCode::PartContradicts, "class-without-limit", u"caseClass"_s));
    return problems;
}

/// Sub-deadlines of the co-handlers, where the pack gives them one (HB7.4).
QList<Clock> coHandlerClocks(const Attempt &attempt, const DispatchBody &body)
{
    const JointPolicy &policy = attempt.pack.joint;
    Limit limit;
    limit.amount = policy.coHandlerDays;
    limit.cite = policy.cite;
    QList<Clock> clocks;
    for (const CoHandler &coHandler : body.coHandlers) {
        if (limit.amount == 0)
            break;
        if (auto deadline = dueTime(limit, attempt.nowMs, attempt.calendar))
            clocks.append({0, coHandler.unit, *std::move(deadline)});
    }
    return clocks;
}

QList<EventDraft::DraftPart> dispatchParts(const Attempt &attempt, const DispatchBody &body)
{
    const auto deadlines
        = deadlinesFrom(attempt, {ClockStart::Transfer, ClockStart::Dispatch}, body.caseClass, attempt.nowMs);
    return QList{casePart(part::dispatch, toJson(body))} + deadlinesPart(deadlines)
        + clocksPart(coHandlerClocks(attempt, body))
        + instructionPart(attempt, QLatin1StringView("dispatched"), body.caseClass);
}

} // namespace

void requireAnswer(Problems &problems, const AnswerBody &body, const Attempt &attempt)
{
    requirePast(problems, body.atMs, attempt.nowMs, u"atMs"_s);
    requireListed(problems, attempt.pack.answerChannels, body.channel, "answer-channel-missing",
        "answer-channel-unknown", u"channel"_s);
    const QString &cite = attempt.pack.answering.cite;
    requireText(problems, body.handler, "answer-handler-missing", u"handler"_s, cite);
    requireText(problems, body.note, "answer-note-missing", u"note"_s, cite);
}

Decision registration(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, registerFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireText(problems, attempt.command.caseId.value, "case-id-missing", {});
    requireText(problems, body->demand.source, "source-missing", u"demand.source"_s);
    requireText(problems, body->demand.sourceNumber, "source-number-missing", u"demand.sourceNumber"_s);
    requireText(problems, body->demand.title + body->demand.text, "demand-missing", u"demand.text"_s);
    return decided(attempt, problems, registrationParts(*body));
}

Decision absorption(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, absorbFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireText(problems, body->duplicate.value, "duplicate-missing", u"duplicate"_s);
    requireText(problems, body->demand.sourceNumber, "source-number-missing", u"demand.sourceNumber"_s);
    if (body->duplicate == attempt.theCase.id)
        problems.append(must(ErrorCode::PartContradicts, "duplicate-is-the-case", u"duplicate"_s));
    const bool known = std::ranges::any_of(attempt.theCase.absorbed,
        [&](const Entry<AbsorbBody> &entry) { return entry.body.duplicate == body->duplicate; });
    if (known)
        problems.append(must(ErrorCode::LimitReached, "duplicate-already-absorbed", u"duplicate"_s));
    AbsorbBody clear = *body;
    clear.identity = {}; // A part of its own: withheld, masked and erased like the first citizen's.
    QList parts{casePart(part::duplicate, toJson(clear))};
    if (!isEmpty(body->identity))
        parts.append({QString(part::identity), {Audience::Kind::Identity, {}}, toJson(body->identity)});
    return decided(attempt, problems, parts);
}

Decision merging(const Attempt &attempt)
{
    return plainStep(attempt, mergeFromJson, part::merge, Audience::Kind::Case,
        [&](Problems &problems, const MergeBody &body) {
            requireText(problems, body.into.value, "merge-target-missing", u"into"_s);
            if (body.into == attempt.theCase.id)
                problems.append(must(ErrorCode::PartContradicts, "duplicate-is-the-case", u"into"_s));
            if (!attempt.theCase.absorbed.isEmpty()) // Their demands would end in a case that is over.
                problems.append(must(ErrorCode::StepNotAllowed, "merge-has-duplicates", u"into"_s));
        });
}

Decision refusal(const Attempt &attempt)
{
    return plainStep(attempt, codedNoteFromJson, part::note, Audience::Kind::Case,
        [&](Problems &problems, const CodedNoteBody &body) {
            if (body.reference.isEmpty()) // A repeat of a terminated matter is refused for that (HA10e).
                requireListed(problems, attempt.pack.refusalReasons, body.code, "refusal-reason-missing",
                    "refusal-reason-unknown", u"code"_s);
            const CodedReason *reason = reasonCoded(attempt.pack.refusalReasons, body.code);
            requireText(problems, body.note, "refusal-note-missing", u"note"_s,
                reason ? reason->cite : citeOfList(attempt.pack.refusalReasons));
        });
}

Decision directAnswer(const Attempt &attempt)
{
    return plainStep(attempt, answerFromJson, part::answer, Audience::Kind::Case,
        [&](Problems &problems, const AnswerBody &body) { requireAnswer(problems, body, attempt); });
}

Decision classification(const Attempt &attempt)
{
    return plainStep(attempt, classifyFromJson, part::classification, Audience::Kind::Case,
        [&](Problems &problems, const ClassifyBody &body) {
            const RulePack &pack = attempt.pack;
            requireListed(problems, pack.caseTypes, body.caseType, "case-type-missing", "case-type-unknown",
                u"caseType"_s);
            if (!body.keyCategory.isEmpty())
                requireCode(
                    problems, pack.keyCategories, body.keyCategory, "key-category-unknown", u"keyCategory"_s);
            if (!body.immediateKind.isEmpty())
                requireCode(problems, pack.immediateKinds, body.immediateKind, "immediate-kind-unknown",
                    u"immediateKind"_s);
            if (body.noAnswer && !pack.answering.noAnswerAllowed)
                problems.append(must(
                    ErrorCode::StepNotAllowed, "no-answer-not-allowed", u"noAnswer"_s, pack.answering.cite));
            if (!pack.limit(LimitName::Handle, body.caseClass))
                problems.append(must(ErrorCode::PartContradicts, "class-without-limit", u"caseClass"_s));
            const bool frozen = attempt.theCase.phase != Phase::Registered;
            if (frozen && body.caseClass != attempt.theCase.caseClass)
                problems.append(must(ErrorCode::StepNotAllowed, "class-is-dispatched", u"caseClass"_s));
        });
}

Decision dispatch(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, dispatchFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    return decided(attempt, dispatchProblems(*body, attempt.pack), dispatchParts(attempt, *body));
}

namespace {

/// Where the document wants the unit to be told of such a case by phone, too (HA24, N4); empty: nowhere.
QString citeOfPhoning(const Attempt &attempt)
{
    const auto &notices = attempt.pack.notices;
    const auto notice = std::ranges::find_if(notices, [&](const Notice &one) {
        return one.when == u"dispatched" && one.channels.contains(u"phone"_s)
            && (one.classes.isEmpty() || one.classes.contains(attempt.theCase.caseClass));
    });
    return notice == notices.end() ? QString() : notice->cite;
}

} // namespace

Decision phoneConfirmation(const Attempt &attempt)
{
    return plainStep(attempt, reminderFromJson, part::note, Audience::Kind::Case,
        [&](Problems &problems, const ReminderBody &body) {
            requireText(problems, body.person, "person-missing", u"person"_s, citeOfPhoning(attempt));
            requirePast(problems, body.atMs.value_or(0), attempt.nowMs, u"atMs"_s);
            if (!body.channel.isEmpty())
                requireCode(
                    problems, attempt.pack.urgeChannels, body.channel, "urge-channel-unknown", u"channel"_s);
        });
}

Decision reassignment(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, dispatchFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems = dispatchProblems(*body, attempt.pack);
    if (body->leadUnit == attempt.theCase.leadUnit)
        problems.append(must(ErrorCode::PartContradicts, "unit-has-it-already", u"leadUnit"_s));
    if (body->note.trimmed().isEmpty())
        problems.append(must(ErrorCode::ReasonMissing, "reassignment-reason-missing", u"note"_s));
    return decided(attempt, problems, dispatchParts(attempt, *body));
}

namespace {

/// HB7.2a: a job may only do what the rule does, at the moment the rule means.
void requireDefaultAcceptance(Problems &problems, const AcceptBody &body, const Attempt &attempt)
{
    const AcceptancePolicy &policy = attempt.pack.acceptance;
    const Deadline *due = attempt.theCase.clock(LimitName::Accept);
    if (!policy.byDefault || !due)
        problems.append(must(ErrorCode::StepNotAllowed, "default-acceptance-not-ruled", {}, policy.cite));
    else if (attempt.nowMs <= due->dueMs || body.legalMs != due->dueMs)
        problems.append(
            must(ErrorCode::StepNotAllowed, "clock-not-at-that-moment", u"legalMs"_s, policy.cite));
}

} // namespace

Decision acceptance(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, acceptFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    const bool byJob = attempt.actor.role == Role::System;
    if (byJob)
        requireDefaultAcceptance(problems, *body, attempt);
    else if (body->legalMs)
        problems.append(must(ErrorCode::PartContradicts, "legal-time-is-a-jobs", u"legalMs"_s));
    const auto deadlines = deadlinesFrom(
        attempt, {ClockStart::Accept}, attempt.theCase.caseClass, body->legalMs.value_or(attempt.nowMs));
    return decided(attempt, problems, QList{casePart(part::note, toJson(*body))} + deadlinesPart(deadlines));
}

} // namespace chengban::guards
