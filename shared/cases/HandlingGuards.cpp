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
            requireText(problems, body.name, "hand-down-name-missing", u"name"_s, u"HC3"_s);
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
            requireText(problems, body.person, "person-missing", u"person"_s, u"HF4"_s);
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
            requireText(problems, body.place, "record-place-missing", u"place"_s, u"HA20c"_s);
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

/// Which of the three satisfactions (T26) a caller who reached the citizen must enter.
struct Asked
{
    QString CallbackBody::*answer;
    const char *field;
    bool byCentre;
};
constexpr std::array questions{
    Asked{&CallbackBody::processSatisfaction, "processSatisfaction", true},
    Asked{&CallbackBody::resultSatisfaction, "resultSatisfaction", true},
    Asked{&CallbackBody::overallSatisfaction, "overallSatisfaction", false},
};

Decision callback(const Attempt &attempt, bool byCentre, Problems problems = {})
{
    const auto body = bodyOf(attempt, callbackFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    requirePast(problems, body->atMs, attempt.nowMs, u"atMs"_s);
    for (const Asked &question : questions) {
        const QString &answer = (*body).*question.answer;
        const QString field = QString::fromLatin1(question.field);
        if (!body->reached && !answer.isEmpty())
            problems.append(must(ErrorCode::PartContradicts, "satisfaction-without-call", field));
        else if (body->reached && answer.isEmpty() && (byCentre || !question.byCentre))
            problems.append(must(ErrorCode::PartMissing, "satisfaction-missing", field, u"T26"_s));
        else if (!answer.isEmpty())
            requireCode(problems, attempt.pack.satisfaction, answer, "satisfaction-unknown", field);
    }
    return decided(attempt, problems, {casePart(part::callback, toJson(*body))});
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
Decision secondCallback(const Attempt &attempt)
{
    const CallbackPolicy &policy = attempt.pack.callback;
    Problems problems;
    if (!policy.secondCall)
        problems.append(must(ErrorCode::StepNotAllowed, "second-call-not-ruled", {}, policy.cite));
    return callback(attempt, true, problems);
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
