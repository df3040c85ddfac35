// Guards of handling inside the unit, contact, extension and callback.
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

/// T22: the citizen was told why it takes longer, what was reached and what comes next.
bool toldOfExtension(const Case &theCase)
{
    return std::ranges::any_of(theCase.contacts, [](const Entry<ContactBody> &entry) {
        const ContactAttempt &contact = entry.body.contact;
        return contact.outcome == ContactOutcome::Reached && contact.toldReason && contact.toldProgress
            && contact.toldPlan;
    });
}

/// T21: asked for before the due time, and early enough for the pack.
void requireInTime(Problems &problems, const Attempt &attempt, const ExtensionPolicy &policy)
{
    const Deadline *due = attempt.theCase.replyDeadline();
    if (!due)
        return; // not computable: nothing to be late for
    if (attempt.nowMs > due->dueMs) {
        problems.append(must(ErrorCode::TooLate, "extension-too-late", {}, policy.cite));
        return;
    }
    const auto left = workingDaysBetween(attempt.nowMs, due->dueMs, attempt.calendar);
    if (left && *left < policy.askBefore)
        problems.append(must(ErrorCode::TooLate, "extension-not-early-enough", {}, policy.cite));
}

/// T23. One that the centre refused does not use up the only extension.
qsizetype usedExtensions(const Case &theCase)
{
    return std::ranges::count_if(
        theCase.extensions, [](const Extension &e) { return !e.decision || e.decision->body.granted; });
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

Decision extensionRequest(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, extensionFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const ExtensionPolicy *found = attempt.pack.extension(LimitName::Handle);
    if (!found)
        return tl::unexpected<Problems>({must(ErrorCode::LimitReached, "extension-used-up")});
    const ExtensionPolicy &policy = *found;
    Problems problems;
    if (usedExtensions(attempt.theCase) >= policy.maxCount)
        problems.append(must(ErrorCode::LimitReached, "extension-used-up", {}, policy.cite));
    requireInTime(problems, attempt, policy);
    requireText(problems, body->reason, "extension-reason-missing", u"reason"_s, policy.cite);
    requireText(problems, body->basis, "extension-basis-missing", u"basis"_s, policy.cite);
    if (body->workingDays <= 0)
        problems.append(
            must(ErrorCode::PartMissing, "extension-days-missing", u"workingDays"_s, policy.cite));
    if (policy.addMax > 0 && body->workingDays > policy.addMax)
        problems.append(must(ErrorCode::LimitReached, "extension-too-long", u"workingDays"_s, policy.cite));
    if (policy.needsContact && !attempt.theCase.demand.anonymous && !toldOfExtension(attempt.theCase))
        problems.append(must(ErrorCode::PartMissing, "extension-contact-missing", u"contact"_s, policy.cite));
    return decided(attempt, problems, {casePart(part::request, toJson(*body))});
}

Decision extensionDecision(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, decisionFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    if (!body->granted && body->note.trimmed().isEmpty())
        problems.append(must(ErrorCode::ReasonMissing, "rejection-reason-missing", u"note"_s));
    QList<Deadline> deadlines;
    const Deadline *due = attempt.theCase.replyDeadline();
    const Extension *open = attempt.theCase.openExtension();
    if (body->granted && due && open) {
        if (auto moved = extended(*due, open->request.body.workingDays, attempt.calendar))
            deadlines.append(*std::move(moved));
    }
    return decided(
        attempt, problems, QList{casePart(part::decision, toJson(*body))} + deadlinesPart(deadlines));
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

Decision callback(const Attempt &attempt, bool byCentre)
{
    const auto body = bodyOf(attempt, callbackFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
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

Decision urge(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, noteFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireText(problems, body->note, "urge-note-missing", u"note"_s);
    return decided(attempt, problems, {casePart(part::note, toJson(*body))});
}

} // namespace chengban::guards
