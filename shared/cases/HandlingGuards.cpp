// Guards of handling inside the unit, contact, investigation and callback.
#include "shared/cases/Guards.h"

#include <algorithm>

namespace chengban::guards {

using namespace Qt::StringLiterals;

namespace {

/// A step whose body is a note; `finding` when the note must say something.
Decision internalNote(const Attempt &attempt, const char *finding)
{
    const auto body = bodyOf(attempt, noteFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireText(problems, body->note, finding, u"note"_s);
    return decided(attempt, problems, {unitPart(attempt, part::note, toJson(*body))});
}

} // namespace

bool isUnsatisfied(const CallbackBody &body, const RulePack &pack)
{
    const QString worst = worstSatisfaction(pack);
    return body.reached && !worst.isEmpty()
        && (body.overallSatisfaction == worst || body.resultSatisfaction == worst);
}

Decision proposal(const Attempt &attempt)
{
    return internalNote(attempt, "proposal-missing");
}

Decision instruction(const Attempt &attempt)
{
    return internalNote(attempt, "instruction-missing");
}

Decision contact(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, contactBodyFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    for (Problem problem : contactProblems(body->contact, contextOf(attempt.theCase), attempt.pack)) {
        problem.field.prepend(u"contact."_s);
        problems.append(problem);
    }
    requirePast(problems, body->contact.atMs, attempt.nowMs, u"contact.atMs"_s);
    return decided(attempt, problems, {casePart(part::contact, toJson(*body))});
}

namespace {

/// A record of what was done and found: when, by whom and what; `who` names the finding when nobody is named.
void requireRecord(Problems &problems, const Attempt &attempt, const RecordBody &body)
{
    requirePast(problems, body.atMs, attempt.nowMs, u"atMs"_s);
    requireText(problems, body.note, "record-note-missing", u"note"_s);
    if (body.people.isEmpty() || body.people.contains(QString()))
        problems.append(must(ErrorCode::PartMissing, "record-people-missing", u"people"_s));
}

Decision record(const Attempt &attempt)
{
    return plainStep(attempt, recordFromJson, part::record, Audience::Kind::Case,
        [&](Problems &problems, const RecordBody &body) { requireRecord(problems, attempt, body); });
}

} // namespace

Decision handDown(const Attempt &attempt)
{
    return plainStep(attempt, handDownFromJson, part::handDown, Audience::Kind::UnitInternal,
        [&](Problems &problems, const HandDownBody &body) {
            requireText(problems, body.name, "hand-down-name-missing", u"name"_s);
            if (body.dueMs && *body.dueMs <= attempt.nowMs)
                problems.append(must(ErrorCode::PartContradicts, "time-in-past", u"dueMs"_s));
        });
}

Decision sectionReport(const Attempt &attempt)
{
    return plainStep(attempt, recordFromJson, part::record, Audience::Kind::UnitInternal,
        [&](Problems &problems, const RecordBody &body) { requireRecord(problems, attempt, body); });
}

Decision insideUrge(const Attempt &attempt)
{
    return plainStep(attempt, reminderFromJson, part::note, Audience::Kind::UnitInternal,
        [&](Problems &problems, const ReminderBody &body) {
            requireText(problems, body.note, "urge-note-missing", u"note"_s);
            requireText(problems, body.person, "person-missing", u"person"_s);
        });
}

Decision citizenAnswer(const Attempt &attempt)
{
    return plainStep(attempt, answerFromJson, part::answer, Audience::Kind::Case,
        [&](Problems &problems, const AnswerBody &body) { requireAnswer(problems, body, attempt); });
}

Decision investigation(const Attempt &attempt)
{
    return record(attempt);
}

Decision siteVisit(const Attempt &attempt)
{
    return plainStep(attempt, recordFromJson, part::record, Audience::Kind::Case,
        [&](Problems &problems, const RecordBody &body) {
            requireRecord(problems, attempt, body);
            requireText(problems, body.place, "record-place-missing", u"place"_s,
                citeOfRequired(attempt.pack, QLatin1StringView("siteVisit")));
        });
}

Decision measures(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, recordFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireRecord(problems, attempt, *body);
    QList<Deadline> deadlines;
    if (body->finishedMs) {
        requirePast(problems, *body->finishedMs, attempt.nowMs, u"finishedMs"_s);
        deadlines
            = deadlinesFrom(attempt, {ClockStart::Finish}, attempt.theCase.caseClass, *body->finishedMs);
    }
    return decided(
        attempt, problems, QList{casePart(part::record, toJson(*body))} + deadlinesPart(deadlines));
}

Decision progress(const Attempt &attempt)
{
    return record(attempt);
}

Decision coHandlersPart(const Attempt &attempt)
{
    return record(attempt);
}

namespace {

/// What a citizen who was reached is asked. The whole is always asked where the pack has a scale; a further
/// question is when the pack has a figure that is made of its answers (T26), and only the centre asks it.
struct Asked
{
    QString CallbackBody::*answer;
    const char *field;
    std::optional<Counter> rated; ///< Empty: always asked.
};
constexpr std::array questions{
    Asked{&CallbackBody::processSatisfaction, "processSatisfaction", Counter::RatedProcess},
    Asked{&CallbackBody::resultSatisfaction, "resultSatisfaction", Counter::RatedResult},
    Asked{&CallbackBody::overallSatisfaction, "overallSatisfaction", std::nullopt},
};

/// Where the pack asks it; empty: it does not.
std::optional<QString> citeOfQuestion(const Asked &question, const RulePack &pack, bool byCentre)
{
    if (pack.satisfaction.isEmpty() || (question.rated && !byCentre))
        return std::nullopt;
    if (!question.rated)
        return citeOfList(pack.satisfaction);
    const QString *cite = citeOfCounter(pack, *question.rated);
    return cite ? std::optional(*cite) : std::nullopt;
}

Decision callback(const Attempt &attempt, bool byCentre)
{
    Problems problems;
    const auto body = bodyOf(attempt, callbackFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    requirePast(problems, body->atMs, attempt.nowMs, u"atMs"_s);
    for (const Asked &question : questions) {
        const QString &answer = (*body).*question.answer;
        const QString field = QString::fromLatin1(question.field);
        if (!body->reached && !answer.isEmpty())
            problems.append(must(ErrorCode::PartContradicts, "satisfaction-without-call", field));
        else if (const auto cite = citeOfQuestion(question, attempt.pack, byCentre);
                 cite && body->reached && answer.isEmpty())
            problems.append(must(ErrorCode::PartMissing, "satisfaction-missing", field, *cite));
        else if (!answer.isEmpty())
            requireCode(problems, attempt.pack.satisfaction, answer, "satisfaction-unknown", field);
    }
    QList parts{casePart(part::callback, toJson(*body))};
    if (byCentre && isUnsatisfied(*body, attempt.pack))
        parts += instructionPart(attempt, QLatin1StringView("unsatisfied"), attempt.theCase.caseClass);
    return decided(attempt, problems, parts);
}

} // namespace

Decision unitCallback(const Attempt &attempt)
{
    return callback(attempt, false);
}

Decision centreCallback(const Attempt &attempt)
{
    return callback(attempt, true);
}

/// HA21: the city calls again.
Problems secondCallHeld(const Attempt &attempt)
{
    const CallbackPolicy &policy = attempt.pack.callback;
    if (policy.secondCall)
        return {};
    return {must(ErrorCode::StepNotAllowed, "second-call-not-ruled", {}, policy.cite)};
}

Decision secondCallback(const Attempt &attempt)
{
    return callback(attempt, true);
}

Decision urge(const Attempt &attempt)
{
    return plainStep(attempt, reminderFromJson, part::note, Audience::Kind::Case,
        [&](Problems &problems, const ReminderBody &body) {
            requireText(problems, body.note, "urge-note-missing", u"note"_s);
            if (!body.channel.isEmpty())
                requireCode(
                    problems, attempt.pack.urgeChannels, body.channel, "urge-channel-unknown", u"channel"_s);
            if (body.atMs)
                requirePast(problems, *body.atMs, attempt.nowMs, u"atMs"_s);
        });
}

} // namespace chengban::guards
