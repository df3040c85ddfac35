#include "shared/cases/Decide.h"

#include "shared/canonical/Digest.h"
#include "shared/cases/BodyLimits.h"
#include "shared/cases/Guards.h"

#include <algorithm>
#include <iterator>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

using guards::Attempt;

struct Row
{
    CommandType command;
    Decision (*decide)(const Attempt &);
    Problems (*held)(const Attempt &) = nullptr; ///< heldAgainst(); null: nothing ever is.
};

using C = CommandType;

constexpr std::array table{
    Row{C::Register, guards::registration},
    Row{C::AbsorbDuplicate, guards::absorption},
    Row{C::MergeInto, guards::merging},
    Row{C::Refuse, guards::refusal},
    Row{C::AnswerDirectly, guards::directAnswer},
    Row{C::Classify, guards::classification},
    Row{C::Dispatch, guards::dispatch},
    Row{C::ConfirmByPhone, guards::phoneConfirmation},
    Row{C::Reassign, guards::reassignment},
    Row{C::Accept, guards::acceptance},
    Row{C::RequestReturn, guards::returnRequest, guards::returnHeld},
    Row{C::DecideReturn, guards::returnDecision},
    Row{C::Appeal, guards::appeal, guards::appealHeld},
    Row{C::DecideAppeal, guards::appealDecision},
    Row{C::ProposeHandling, guards::proposal},
    Row{C::Instruct, guards::instruction},
    Row{C::HandDown, guards::handDown},
    Row{C::ReportBack, guards::sectionReport},
    Row{C::UrgeInside, guards::insideUrge},
    Row{C::RecordContact, guards::contact},
    Row{C::RecordAnswer, guards::citizenAnswer},
    Row{C::RecordInvestigation, guards::investigation},
    Row{C::RecordSiteVisit, guards::siteVisit},
    Row{C::RecordMeasures, guards::measures},
    Row{C::ReportProgress, guards::progress},
    Row{C::SubmitPart, guards::coHandlersPart},
    Row{C::RequestExtension, guards::extensionRequest, guards::extensionHeld},
    Row{C::DecideExtension, guards::extensionDecision},
    Row{C::SignRequest, guards::requestSignature},
    Row{C::DropRequest, guards::requestDrop},
    Row{C::SubmitForSignOff, guards::signOffRequest},
    Row{C::Withdraw, guards::withdrawal},
    Row{C::Sign, guards::signature},
    Row{C::RecordPaperSignature, guards::paperSignature},
    Row{C::ReturnToClerk, guards::returnToClerk},
    Row{C::SubmitReply, guards::replySubmission},
    Row{C::AcceptReply, guards::replyAcceptance},
    Row{C::ReturnForRework, guards::reworkOrder},
    Row{C::OrderReReview, guards::reReviewOrder, guards::reReviewHeld},
    Row{C::OrderSupervision, guards::supervisionOrder},
    Row{C::AnswerOrder, guards::orderAnswer},
    Row{C::DecideAnswer, guards::answerDecision},
    Row{C::RecordUnitCallback, guards::unitCallback},
    Row{C::RecordCentreCallback, guards::centreCallback},
    Row{C::RecordSecondCallback, guards::secondCallback, guards::secondCallHeld},
    Row{C::RecordMismatch, guards::mismatch, guards::mismatchHeld},
    Row{C::AppealScore, guards::scoreAppeal, guards::scoreAppealHeld},
    Row{C::DecideScore, guards::scoreDecision},
    Row{C::ExcludeFromScoring, guards::exclusion, guards::exclusionHeld},
    Row{C::Urge, guards::urge},
    Row{C::RequestTermination, guards::terminationRequest, guards::terminationHeld},
    Row{C::DecideTermination, guards::terminationDecision},
    Row{C::Close, guards::closing},
    Row{C::Archive, guards::archiving},
    Row{C::FileCopy, guards::filing},
    Row{C::RequestErasure, guards::erasureRequest},
    Row{C::RefuseErasure, guards::erasureRefusal},
    Row{C::ErasePart, guards::erasure},
    Row{C::Warn, guards::warning},
    Row{C::MarkOverdue, guards::overdueMark},
    Row{C::Recalculate, guards::recalculation},
};

const Row &rowOf(CommandType command)
{
    const Row &row = table[static_cast<size_t>(command)];
    Q_ASSERT(row.command == command);
    return row;
}

/// Of a substitute: whether the county's rules let that post be taken over. That it was, and for today, is
/// the directory's to say (Substitution.h).
Problems substituteProblems(const Attempt &attempt)
{
    const SubstitutionPolicy &policy = attempt.pack.substitution;
    if (attempt.actor.actingFor.isEmpty() || policy.posts.contains(nameOf(attempt.actor.role)))
        return {};
    return {guards::must(ErrorCode::SubstituteNotAllowed, "substitute-not-allowed", {}, policy.cite)};
}

/// What holds for every command. A base beyond the case's head, or another pack than the frozen one, means
/// that the caller folded another log than the one it asks about.
Problems generalProblems(const Attempt &attempt)
{
    const Command &command = attempt.command;
    if (auto allowed = tableAllows(attempt.theCase, command.type, attempt.actor); !allowed) {
        const ErrorCode code = allowed.error().code;
        const QString finding = QString(errorName(code)).section(u'.', 1);
        return {guards::must(code, qPrintable(finding))};
    }
    Problems problems = substituteProblems(attempt);
    const bool first = command.type == CommandType::Register;
    if (command.baseRevision > attempt.theCase.revision || first != (command.baseRevision == 0))
        problems.append(guards::must(ErrorCode::BadInput, "base-revision-wrong"));
    const bool frozen = !attempt.theCase.pack.isEmpty() && !freezesPack(command.type);
    if (frozen && attempt.theCase.pack != refOf(attempt.pack))
        problems.append(guards::must(ErrorCode::PackUnknown, "pack-not-the-frozen-one"));
    return problems + bodyLimitProblems(command.body);
}

} // namespace

PackRef refOf(const RulePack &pack)
{
    return {pack.id, pack.version, hex(pack.digest)};
}

bool freezesPack(CommandType command)
{
    return command == CommandType::Dispatch || command == CommandType::Reassign;
}

PackRef packFor(const Case &theCase, CommandType command, const Rules &rules)
{
    return freezesPack(command) ? refOf(*rules.pack) : theCase.pack;
}

std::optional<SignerLevel> levelOf(Role role)
{
    switch (role) {
    case Role::SectionHead:
        return SignerLevel::SectionHead;
    case Role::DeputyLeader:
        return SignerLevel::DeputyLeader;
    case Role::PrincipalLeader:
        return SignerLevel::PrincipalLeader;
    default:
        return std::nullopt;
    }
}

Decision decide(
    const Case &theCase, const Command &command, const Actor &actor, const Rules &rules, qint64 nowMs)
{
    Q_ASSERT(rules.pack && rules.calendar);
    const Attempt attempt{theCase, command, actor, *rules.pack, *rules.calendar, nowMs};
    if (Problems problems = generalProblems(attempt); !problems.isEmpty())
        return tl::unexpected<Problems>(std::move(problems));
    const Row &row = rowOf(command.type);
    const Decision decision = row.decide(attempt);
    Problems held = row.held ? row.held(attempt) : Problems{};
    if (held.isEmpty())
        return decision;
    const Problems others = decision ? Problems{} : decision.error();
    std::ranges::copy_if(others, std::back_inserter(held), [held](const Problem &other) {
        return std::ranges::find(held, other.finding, &Problem::finding) == held.end();
    });
    return tl::unexpected<Problems>(std::move(held));
}

Problems heldAgainst(
    const Case &theCase, CommandType command, const Actor &actor, const Rules &rules, qint64 nowMs)
{
    Q_ASSERT(rules.pack && rules.calendar);
    const Row &row = rowOf(command);
    const Command unwritten{.id = {},
        .type = command,
        .caseId = theCase.id,
        .baseRevision = theCase.revision,
        .claimedTimeMs = nowMs,
        .body = {}};
    return row.held ? row.held({theCase, unwritten, actor, *rules.pack, *rules.calendar, nowMs}) : Problems{};
}

QList<CommandType> offeredSteps(const Case &theCase, const Actor &actor, const Rules &rules, qint64 nowMs)
{
    QList<CommandType> offered = tableSteps(theCase, actor);
    offered.removeIf(
        [&](CommandType command) { return !heldAgainst(theCase, command, actor, rules, nowMs).isEmpty(); });
    return offered;
}

} // namespace chengban
