#include "shared/cases/Decide.h"

#include "shared/canonical/Digest.h"
#include "shared/cases/BodyLimits.h"
#include "shared/cases/Guards.h"

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

using guards::Attempt;

struct Row
{
    CommandType command;
    Decision (*decide)(const Attempt &);
};

using C = CommandType;

constexpr std::array table{
    Row{C::Register, guards::registration},
    Row{C::Dispatch, guards::dispatch},
    Row{C::Accept, guards::acceptance},
    Row{C::RequestReturn, guards::returnRequest},
    Row{C::DecideReturn, guards::returnDecision},
    Row{C::ProposeHandling, guards::proposal},
    Row{C::Instruct, guards::instruction},
    Row{C::RecordContact, guards::contact},
    Row{C::RequestExtension, guards::extensionRequest},
    Row{C::DecideExtension, guards::extensionDecision},
    Row{C::SubmitForSignOff, guards::signOffRequest},
    Row{C::Withdraw, guards::withdrawal},
    Row{C::Sign, guards::signature},
    Row{C::ReturnToClerk, guards::returnToClerk},
    Row{C::SubmitReply, guards::replySubmission},
    Row{C::AcceptReply, guards::replyAcceptance},
    Row{C::ReturnForRework, guards::reworkOrder},
    Row{C::RecordUnitCallback, guards::unitCallback},
    Row{C::RecordCentreCallback, guards::centreCallback},
    Row{C::Urge, guards::urge},
    Row{C::Close, guards::closing},
    Row{C::Archive, guards::archiving},
    Row{C::RequestErasure, guards::erasureRequest},
    Row{C::RefuseErasure, guards::erasureRefusal},
    Row{C::ErasePart, guards::erasure},
};

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
    Problems problems;
    const bool first = command.type == CommandType::Register;
    if (command.baseRevision > attempt.theCase.revision || first != (command.baseRevision == 0))
        problems.append(guards::must(ErrorCode::BadInput, "base-revision-wrong"));
    const bool frozen = !attempt.theCase.pack.isEmpty() && command.type != CommandType::Dispatch;
    if (frozen && attempt.theCase.pack != refOf(attempt.pack))
        problems.append(guards::must(ErrorCode::PackUnknown, "pack-not-the-frozen-one"));
    return problems + bodyLimitProblems(command.body);
}

} // namespace

PackRef refOf(const RulePack &pack)
{
    return {pack.id, pack.version, hex(pack.digest)};
}

PackRef packFor(const Case &theCase, CommandType command, const Rules &rules)
{
    return command == CommandType::Dispatch ? refOf(*rules.pack) : theCase.pack;
}

Decision decide(
    const Case &theCase, const Command &command, const Actor &actor, const Rules &rules, qint64 nowMs)
{
    Q_ASSERT(rules.pack && rules.calendar);
    const Attempt attempt{theCase, command, actor, *rules.pack, *rules.calendar, nowMs};
    if (Problems problems = generalProblems(attempt); !problems.isEmpty())
        return tl::unexpected<Problems>(std::move(problems));
    const Row &row = table[static_cast<size_t>(command.type)];
    Q_ASSERT(row.command == command.type);
    return row.decide(attempt);
}

} // namespace chengban
