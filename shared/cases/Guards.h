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
Decision dispatch(const Attempt &attempt);
Decision acceptance(const Attempt &attempt);
Decision returnRequest(const Attempt &attempt);
Decision returnDecision(const Attempt &attempt);
Decision proposal(const Attempt &attempt);
Decision instruction(const Attempt &attempt);
Decision contact(const Attempt &attempt);
Decision extensionRequest(const Attempt &attempt);
Decision extensionDecision(const Attempt &attempt);
Decision signOffRequest(const Attempt &attempt);
Decision withdrawal(const Attempt &attempt);
Decision signature(const Attempt &attempt);
Decision returnToClerk(const Attempt &attempt);
Decision replySubmission(const Attempt &attempt);
Decision replyAcceptance(const Attempt &attempt);
Decision reworkOrder(const Attempt &attempt);
Decision unitCallback(const Attempt &attempt);
Decision centreCallback(const Attempt &attempt);
Decision urge(const Attempt &attempt);
Decision closing(const Attempt &attempt);
Decision archiving(const Attempt &attempt);
Decision erasureRequest(const Attempt &attempt);
Decision erasureRefusal(const Attempt &attempt);
Decision erasure(const Attempt &attempt);

/// A problem that stands in the way. The rule's place is its cite in the pack, or the row of requirements.md.
[[nodiscard]] Problem must(
    ErrorCode code, const char *finding, const QString &field = {}, const QString &cite = {});

/// The problems, or the one event that the command's step adds to the log.
[[nodiscard]] Decision decided(const Attempt &attempt, Problems problems, QList<EventDraft::DraftPart> parts);

/// What the checks of contacts and replies need to know of the case.
[[nodiscard]] ReplyContext contextOf(const Case &theCase);

/// Notes PartMissing when the text is blank.
void requireText(Problems &problems, const QString &text, const char *finding, const QString &field,
    const QString &cite = {});

/// Notes BadInput when the code is not in the list of the pack; an empty list allows any code.
void requireCode(Problems &problems, const QList<CodedReason> &known, const QString &code,
    const char *finding, const QString &field);

/// Notes a moment that is not set or lies in the future, with ten minutes for clocks that differ.
void requirePast(Problems &problems, qint64 atMs, qint64 nowMs, const QString &field);

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
/// The part `deadlines`; nothing when no date could be computed.
[[nodiscard]] QList<EventDraft::DraftPart> deadlinesPart(const QList<Deadline> &deadlines);

} // namespace chengban::guards
