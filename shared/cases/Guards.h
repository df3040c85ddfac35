#pragma once

#include "shared/cases/Decide.h"
#include "shared/reply/Requirements.h"

namespace chengban::guards {

/// What a decision is made of.
struct Attempt
{
    const Case &theCase;
    const Command &command;
    const Actor &actor;
    const RulePack &pack;
    const WorkingCalendar &calendar;
    qint64 nowMs = 0;
};

// One function per command, called by decide() when the table allows the step: the guards beyond the table,
// and what the step adds to the log.

Decision registration(const Attempt &attempt);
Decision absorption(const Attempt &attempt);
Decision merging(const Attempt &attempt);
Decision refusal(const Attempt &attempt);
Decision directAnswer(const Attempt &attempt);
Decision classification(const Attempt &attempt);
Decision dispatch(const Attempt &attempt);
Decision phoneConfirmation(const Attempt &attempt);
Decision reassignment(const Attempt &attempt);
Decision acceptance(const Attempt &attempt);
Decision returnRequest(const Attempt &attempt);
Decision returnDecision(const Attempt &attempt);
Decision appeal(const Attempt &attempt);
Decision appealDecision(const Attempt &attempt);
Decision proposal(const Attempt &attempt);
Decision instruction(const Attempt &attempt);
Decision handDown(const Attempt &attempt);
Decision sectionReport(const Attempt &attempt);
Decision insideUrge(const Attempt &attempt);
Decision contact(const Attempt &attempt);
Decision citizenAnswer(const Attempt &attempt);
Decision investigation(const Attempt &attempt);
Decision siteVisit(const Attempt &attempt);
Decision measures(const Attempt &attempt);
Decision progress(const Attempt &attempt);
Decision coHandlersPart(const Attempt &attempt);
Decision extensionRequest(const Attempt &attempt);
Decision extensionDecision(const Attempt &attempt);
Decision requestSignature(const Attempt &attempt);
Decision requestDrop(const Attempt &attempt);
Decision signOffRequest(const Attempt &attempt);
Decision withdrawal(const Attempt &attempt);
Decision signature(const Attempt &attempt);
Decision paperSignature(const Attempt &attempt);
Decision returnToClerk(const Attempt &attempt);
Decision replySubmission(const Attempt &attempt);
Decision replyAcceptance(const Attempt &attempt);
Decision reworkOrder(const Attempt &attempt);
Decision reReviewOrder(const Attempt &attempt);
Decision supervisionOrder(const Attempt &attempt);
Decision orderAnswer(const Attempt &attempt);
Decision answerDecision(const Attempt &attempt);
Decision unitCallback(const Attempt &attempt);
Decision centreCallback(const Attempt &attempt);
Decision secondCallback(const Attempt &attempt);
Decision mismatch(const Attempt &attempt);
Decision scoreAppeal(const Attempt &attempt);
Decision scoreDecision(const Attempt &attempt);
Decision exclusion(const Attempt &attempt);
Decision urge(const Attempt &attempt);
Decision terminationRequest(const Attempt &attempt);
Decision terminationDecision(const Attempt &attempt);
Decision closing(const Attempt &attempt);
Decision archiving(const Attempt &attempt);
Decision filing(const Attempt &attempt);
Decision erasureRequest(const Attempt &attempt);
Decision erasureRefusal(const Attempt &attempt);
Decision erasure(const Attempt &attempt);
Decision warning(const Attempt &attempt);
Decision overdueMark(const Attempt &attempt);
Decision recalculation(const Attempt &attempt);

// What heldAgainst() asks, one function per step of which a pack or the log can take the right away.

Problems returnHeld(const Attempt &attempt);
Problems appealHeld(const Attempt &attempt);
Problems extensionHeld(const Attempt &attempt);
Problems terminationHeld(const Attempt &attempt);
Problems reReviewHeld(const Attempt &attempt);
Problems secondCallHeld(const Attempt &attempt);
Problems mismatchHeld(const Attempt &attempt);
Problems scoreAppealHeld(const Attempt &attempt);
Problems exclusionHeld(const Attempt &attempt);

// What stands in the way of a request that a leader may have to sign first: asked when it is drafted and
// again when it is signed. `body` is the requesting command's.

Problems returnProblems(const Attempt &attempt, const QJsonObject &body);
Problems extensionProblems(const Attempt &attempt, const QJsonObject &body);
Problems terminationProblems(const Attempt &attempt, const QJsonObject &body);
Problems orderAnswerProblems(const Attempt &attempt, const QJsonObject &body);

/// The request as the pack wants it: sent at once, or drafted until a leader has signed it.
[[nodiscard]] Decision requested(
    const Attempt &attempt, SignedAction action, const QJsonObject &body, Problems problems);

/// The cell of the pack's signer matrix for an action of this case; null: nobody has to sign.
[[nodiscard]] const SignerRule *signerRule(const Attempt &attempt, SignedAction action);

/// What is wrong with a signature's level, and with its key or its paper: everything but the cryptography.
[[nodiscard]] Problems signatureProblems(
    const Attempt &attempt, const SignatureBody &body, const SignerRule *rule, qint64 signedThingMs);

/// Notes that a request of that kind waits already, inside the unit or at the centre.
void requireNonePending(Problems &problems, const Attempt &attempt, SignedAction action);

/// A problem that stands in the way. `cite` is the rule's in the pack; empty for what no document says, but
/// every record needs.
[[nodiscard]] Problem must(
    ErrorCode code, const char *finding, const QString &field = {}, const QString &cite = {});

/// A decision of the centre on something asked: a refusal says why.
[[nodiscard]] Decision decidedOn(const Attempt &attempt, Problems problems = {});

/// The problems, or the one event that the command's step adds to the log.
[[nodiscard]] Decision decided(const Attempt &attempt, Problems problems, QList<EventDraft::DraftPart> parts);

/// Notes that a leader has not yet said how the case is to be handled, where the pack wants that (T25, M22).
void requireInstruction(Problems &problems, const Attempt &attempt);

/// Where the reason of an order stands in the pack; else where the pack lists such reasons.
[[nodiscard]] QString citeOf(const Order &order, const RulePack &pack);

/// Whether the citizen who was called is of the worst level of the pack's scale, as a whole or with the
/// result.
[[nodiscard]] bool isUnsatisfied(const CallbackBody &body, const RulePack &pack);

/// What the checks of contacts and replies need to know of the case. A second one knows the signature, too.
[[nodiscard]] ReplyContext contextOf(const Case &theCase);
[[nodiscard]] ReplyContext signedContext(const Case &theCase, const Reply &reply,
    const SignatureBody &signature, const Actor &signer, qint64 atMs);

/// Notes PartMissing when the text is blank.
void requireText(Problems &problems, const QString &text, const char *finding, const QString &field,
    const QString &cite = {});

/// Notes BadInput when the code is not in the list of the pack; an empty list allows any code.
void requireCode(Problems &problems, const QList<CodedReason> &known, const QString &code,
    const char *finding, const QString &field);

/// What a record of an answer to the citizen lacks.
void requireAnswer(Problems &problems, const AnswerBody &body, const Attempt &attempt);

/// Notes who signs as a substitute what they wrote themselves: that took two people before, and still does.
void requireAnotherAuthor(
    Problems &problems, const Attempt &attempt, const SignatureBody &body, const Actor &author);

/// Notes a moment that is not set or lies in the future, with ten minutes for clocks that differ.
void requirePast(Problems &problems, qint64 atMs, qint64 nowMs, const QString &field);

/// Notes BadInput for a code that is not in the list, and PartMissing for none at all when the pack has a
/// list.
void requireListed(Problems &problems, const QList<CodedReason> &known, const QString &code,
    const char *missing, const char *unknown, const QString &field);

/// A step whose body is read, checked and written into one part. `check` notes what stands in the way.
template <typename Body, typename Check>
[[nodiscard]] Decision plainStep(const Attempt &attempt, Result<Body> (*reader)(const QJsonObject &),
    QLatin1StringView part, Audience::Kind audience, Check check)
{
    const auto body = reader(attempt.command.body);
    if (!body)
        return tl::unexpected<Problems>({must(body.error().code, "body-malformed", body.error().detail)});
    Problems problems;
    check(problems, *body);
    const UnitId unit = audience == Audience::Kind::UnitInternal ? attempt.theCase.leadUnit : UnitId{};
    return decided(attempt, problems, {{QString(part), {audience, unit}, toJson(*body)}});
}

/// The reply names another signer than the one who signs now (M10): said before the signature is made.
[[nodiscard]] Problems signerFaults(const Attempt &attempt, const SignatureBody &body);

/// The command's body, or the problem that it cannot be read.
template <typename Body>
[[nodiscard]] tl::expected<Body, Problems> bodyOf(
    const Attempt &attempt, Result<Body> (*reader)(const QJsonObject &))
{
    auto body = reader(attempt.command.body);
    if (!body)
        return tl::unexpected<Problems>({must(body.error().code, "body-malformed", body.error().detail)});
    return *std::move(body);
}

/// A part for everybody who handles the case.
[[nodiscard]] EventDraft::DraftPart casePart(QLatin1StringView name, const QJsonObject &body);
/// A part for the lead unit alone.
[[nodiscard]] EventDraft::DraftPart unitPart(
    const Attempt &attempt, QLatin1StringView name, const QJsonObject &body);
/// The part `instruction`, when the pack wants a leader's word after that occasion (InstructionRule::when).
[[nodiscard]] QList<EventDraft::DraftPart> instructionPart(
    const Attempt &attempt, QLatin1StringView occasion, CaseClass caseClass);
/// Where the pack asks for a part of the reply; empty: it does not.
[[nodiscard]] QString citeOfRequired(const RulePack &pack, QLatin1StringView part);
/// The part `deadlines`; nothing when no date could be computed.
[[nodiscard]] QList<EventDraft::DraftPart> deadlinesPart(const QList<Deadline> &deadlines);
/// The part `clocks`, likewise.
[[nodiscard]] QList<EventDraft::DraftPart> clocksPart(const QList<Clock> &clocks);
/// The limits of the pack that start with such a moment.
[[nodiscard]] QList<Deadline> deadlinesFrom(
    const Attempt &attempt, std::initializer_list<ClockStart> starts, CaseClass caseClass, qint64 startMs);

} // namespace chengban::guards
