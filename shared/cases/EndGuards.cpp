// Guards of a case's end: termination, closing, archive and erasure.
#include "shared/cases/Guards.h"

#include <QSet>

#include <algorithm>

namespace chengban::guards {

using namespace Qt::StringLiterals;

Problems terminationProblems(const Attempt &attempt, const QJsonObject &json)
{
    const auto body = terminationFromJson(json);
    if (!body)
        return {must(body.error().code, "body-malformed", body.error().detail)};
    const TerminationPolicy &policy = attempt.pack.termination;
    Problems problems;
    requireText(problems, body->facts, "termination-facts-missing", u"facts"_s, policy.cite);
    requireText(problems, body->reason, "termination-reason-missing", u"reason"_s, policy.cite);
    requireText(problems, body->basis, "termination-basis-missing", u"basis"_s, policy.cite);
    const QSet<QString> earlier(body->earlierCases.begin(), body->earlierCases.end());
    if (earlier.size() < policy.leastEarlierCases || earlier.contains(QString()))
        problems.append(must(
            ErrorCode::PartMissing, "termination-earlier-cases-missing", u"earlierCases"_s, policy.cite));
    return problems;
}

Problems terminationHeld(const Attempt &attempt)
{
    const TerminationPolicy &policy = attempt.pack.termination;
    if (!policy.allowed)
        return {must(ErrorCode::StepNotAllowed, "termination-not-allowed", {}, policy.cite)};
    Problems problems;
    requireNonePending(problems, attempt, SignedAction::Termination);
    const auto &asked = attempt.theCase.terminations;
    if (!asked.isEmpty() && !asked.last().decision)
        problems.append(must(ErrorCode::LimitReached, "request-already-pending"));
    return problems;
}

Decision terminationRequest(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, terminationFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    const QJsonObject json = toJson(*body);
    return requested(attempt, SignedAction::Termination, json, terminationProblems(attempt, json));
}

Decision terminationDecision(const Attempt &attempt)
{
    return decidedOn(attempt);
}

namespace {

/// HA19, HA20, N12: what was ordered is settled before the case is closed.
void requireOrdersSettled(Problems &problems, const Attempt &attempt)
{
    const auto &orders = attempt.theCase.orders;
    const auto open = std::ranges::find_if(orders, [](const Order &order) { return order.isOpen(); });
    if (open != orders.end())
        problems.append(must(ErrorCode::StepNotAllowed, "order-open", {}, citeOf(*open, attempt.pack)));
}

bool wasReworkedAfter(const Case &theCase, qint64 revision)
{
    return std::ranges::any_of(theCase.reviews, [&](const Entry<Review> &review) {
        return review.body.outcome == ReviewOutcome::Rework && review.revision > revision;
    });
}

bool isReasonable(const Case &theCase)
{
    const ReplyVersion *reply = theCase.currentReply();
    return reply && reply->reply.verdict != Verdict::Unreasonable
        && reply->reply.verdict != Verdict::OutOfScope;
}

/// N12: a case whose reply says that nothing was solved goes back once; after the rework the centre may close
/// it.
void requireSolved(Problems &problems, const Attempt &attempt)
{
    const CallbackPolicy &policy = attempt.pack.callback;
    const ReplyVersion *reply = attempt.theCase.currentReply();
    const bool unsolved = reply && reply->reply.outcome == u"unsolved";
    if (policy.reworkWhenUnsolved && unsolved && !wasReworkedAfter(attempt.theCase, 0))
        problems.append(must(ErrorCode::StepNotAllowed, "close-unsolved", {}, policy.cite));
}

/// N12, G9: an unsatisfied citizen's case goes back once before it may be closed; where the pack says so,
/// only if the demand was reasonable. Then and after the rework the centre says why it closes (T18).
void requireSatisfied(Problems &problems, const Attempt &attempt, const QString &note)
{
    const CallbackPolicy &policy = attempt.pack.callback;
    const Case &theCase = attempt.theCase;
    const auto first = std::ranges::find_if(theCase.centreCallbacks,
        [&](const Entry<CallbackBody> &entry) { return isUnsatisfied(entry.body, attempt.pack); });
    if (!policy.reworkWhenUnsatisfied || first == theCase.centreCallbacks.end()
        || !isUnsatisfied(theCase.centreCallbacks.last().body, attempt.pack))
        return;
    const bool binds = !policy.onlyReasonable || isReasonable(theCase);
    if (binds && !wasReworkedAfter(theCase, first->revision))
        problems.append(must(ErrorCode::StepNotAllowed, "close-unsatisfied", {}, policy.cite));
    else if (note.trimmed().isEmpty())
        problems.append(
            must(ErrorCode::ReasonMissing, "close-unsatisfied-note-missing", u"note"_s, policy.cite));
}

} // namespace

Decision closing(const Attempt &attempt)
{
    return plainStep(attempt, noteFromJson, part::note, Audience::Kind::Case,
        [&](Problems &problems, const NoteBody &body) {
            const Case &theCase = attempt.theCase;
            const CallbackPolicy &policy = attempt.pack.callback;
            if (theCase.centreCallbacks.isEmpty() && policy.centreAlways && theCase.isCallable())
                problems.append(must(ErrorCode::StepNotAllowed, "close-callback-owed", {}, policy.cite));
            else if (theCase.centreCallbacks.isEmpty() && body.note.trimmed().isEmpty())
                problems.append(must(ErrorCode::ReasonMissing, "close-without-callback", u"note"_s));
            requireOrdersSettled(problems, attempt);
            requireSolved(problems, attempt);
            requireSatisfied(problems, attempt, body.note);
        });
}

Decision archiving(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, archiveFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireText(problems, body->archiveNumber, "archive-number-missing", u"archiveNumber"_s);
    if (!QStringList{u"D10"_s, u"D30"_s, u"Y"_s}.contains(body->retention))
        problems.append(must(ErrorCode::BadInput, "retention-unknown", u"retention"_s));
    return decided(attempt, problems, {casePart(part::archive, toJson(*body))});
}

Decision filing(const Attempt &attempt)
{
    return plainStep(attempt, copyFromJson, part::copy, Audience::Kind::Case,
        [&](Problems &problems, const CopyBody &body) {
            requireText(problems, body.number, "archive-number-missing", u"number"_s);
            const bool isDigest = body.digest.size() == 64 && std::ranges::all_of(body.digest, [](QChar c) {
                return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
            });
            if (!isDigest)
                problems.append(must(ErrorCode::BadInput, "digest-malformed", u"digest"_s));
        });
}

namespace {

/// Which parts may go: the citizen's demand and what the unit and the centre did never do.
std::optional<Problem> erasureProblem(const EraseBody &body, const Case &theCase)
{
    const auto gone = must(ErrorCode::PartContradicts, "part-not-there", u"part"_s);
    if (body.part == part::identity) { // An archivist may erase it without ever having seen it.
        const bool own = body.revision == 1 && (theCase.identity || theCase.identityWithheld);
        const bool absorbed = std::ranges::find(theCase.absorbed, body.revision, &Entry<AbsorbBody>::revision)
            != theCase.absorbed.end();
        return own || absorbed ? std::nullopt : std::optional(gone);
    }
    if (body.part == part::earlier)
        return body.revision == 1 && !theCase.earlierReplies.isEmpty() ? std::nullopt : std::optional(gone);
    if (body.part == part::contact) {
        const auto &contacts = theCase.contacts;
        const bool there
            = std::ranges::any_of(contacts, [&](const auto &e) { return e.revision == body.revision; });
        return there ? std::nullopt : std::optional(gone);
    }
    return must(ErrorCode::StepNotAllowed, "part-not-erasable", u"part"_s);
}

} // namespace

Decision erasureRequest(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, eraseFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    if (attempt.theCase.erasureRequest)
        problems.append(must(ErrorCode::StepNotAllowed, "erasure-already-asked", u"part"_s));
    if (body->reason.trimmed().isEmpty())
        problems.append(must(ErrorCode::ReasonMissing, "erase-reason-missing", u"reason"_s));
    if (auto problem = erasureProblem(*body, attempt.theCase))
        problems.append(*std::move(problem));
    return decided(attempt, problems, {casePart(part::erasure, toJson(*body))});
}

Decision erasureRefusal(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, noteFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    requireText(problems, body->note, "erasure-refusal-missing", u"note"_s);
    return decided(attempt, problems, {casePart(part::note, toJson(*body))});
}

Decision erasure(const Attempt &attempt)
{
    const auto body = bodyOf(attempt, eraseFromJson);
    if (!body)
        return tl::unexpected<Problems>(body.error());
    Problems problems;
    if (*body != attempt.theCase.erasureRequest->body) // The table lets nobody in without a request.
        problems.append(must(ErrorCode::PartContradicts, "erasure-not-the-one-asked", u"part"_s));
    if (auto problem = erasureProblem(*body, attempt.theCase))
        problems.append(*std::move(problem));
    return decided(attempt, problems, {casePart(part::erasure, toJson(*body))});
}

} // namespace chengban::guards
