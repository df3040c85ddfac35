#pragma once

// A case's life for tests and benchmarks: decides, chains and folds like the server, with a clock of its own.
#include "shared/cases/Decide.h"
#include "shared/reply/Requirements.h"
#include "tests/shared/cases/Samples.h"

#include <QFile>

namespace chengban::samples {

inline QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline const RulePack &tongbai()
{
    static const RulePack pack = loadRulePack(resource(u":/rulepacks/tongbai-2023.json"_s)).value();
    return pack;
}

inline Rules rules()
{
    static const WorkingCalendar calendar = WorkingCalendar::load(resource(u":/calendars/cn.json"_s)).value();
    return {&tongbai(), &calendar};
}

inline ContactBody call(qint64 atMs)
{
    return {{.handler = u"刘小河"_s,
        .phoneUsed = u"0377-68000000"_s,
        .atMs = atMs,
        .outcome = ContactOutcome::Reached,
        .toldReason = true,
        .toldProgress = true,
        .toldPlan = true,
        .note = u"已说明处理安排"_s}};
}

inline DispatchBody toWater()
{
    return {waterUnit, u"县水务局"_s, {{roadUnit, u"县交通局"_s, u"配合修复路面"_s}}, CaseClass::General, {}};
}

inline CallbackBody satisfied(qint64 atMs)
{
    return {atMs, true, true, u"satisfied"_s, u"satisfied"_s, u"satisfied"_s, {}};
}

/// A complete reply under T9, with the answer that the program proposes.
inline Reply completeReply(const Case &theCase)
{
    Reply reply;
    reply.verdict = Verdict::SolvableInLimit;
    reply.investigation = u"经现场查看，巷口加压泵损坏，造成三楼以上水压不足。"_s;
    reply.handling = u"已更换加压泵并冲洗管道，同时检查了沿线阀门。"_s;
    reply.result = u"九月二日下午供水恢复正常，水压符合标准。"_s;
    reply.handler = u"刘小河"_s;
    reply.handlerPhone = u"0377-68000000"_s;
    ReplyContext context;
    context.unitName = theCase.leadUnitName;
    context.demandTitle = theCase.demand.title;
    context.demandText = theCase.demand.text;
    context.hasPhone = theCase.demand.hasPhone;
    reply.answer = composedAnswer(reply, theCase.contactAttempts(), context, tongbai());
    return reply;
}

/// The body of a Sign command as the client makes it, without real cryptography: decide() does not look at
/// it.
inline SignatureBody signOn(const Case &theCase, SignerLevel level = SignerLevel::DeputyLeader)
{
    const ReplyVersion *current = theCase.currentReply();
    return {current ? current->number : 1, current ? current->digest : QString(), level,
        {u"0011223344556677"_s}, u"e30="_s, u"MEUC"_s, u"同意"_s};
}

class Story
{
public:
    Case theCase;
    QList<Event> log;
    qint64 nowMs = mondayMs;

    Command command(CommandType type, const QJsonObject &body) const
    {
        return {.id = commandId(m_commands + 1),
            .type = type,
            .caseId = caseId,
            .baseRevision = theCase.revision,
            .claimedTimeMs = nowMs,
            .body = body};
    }

    Decision decision(CommandType type, const QJsonObject &body, const Actor &actor) const
    {
        return decide(theCase, command(type, body), actor, rules(), nowMs);
    }

    Stamp stamp(CommandType type, const Actor &actor) const
    {
        return {.command = commandId(m_commands + 1),
            .actor = actor,
            .pack = packFor(theCase, type, rules()),
            .serverTimeMs = nowMs,
            .claimedTimeMs = nowMs};
    }

    /// Decides and appends; the problems when it was refused.
    Problems take(CommandType type, const QJsonObject &body, const Actor &actor)
    {
        const Decision decision = this->decision(type, body, actor);
        if (!decision)
            return decision.error();
        const auto events
            = chained(*decision, caseId, theCase.revision, theCase.head, stamp(type, actor), m_salts).value();
        for (const Event &event : events)
            theCase = evolve(std::move(theCase), event);
        log += events;
        ++m_commands;
        nowMs += 60'000;
        return {};
    }

    template <typename Body>
    requires(!std::is_same_v<Body, QJsonObject>) Problems
        take(CommandType type, const Body &body, const Actor &actor)
    {
        return take(type, toJson(body), actor);
    }

    /// Walks the ordinary way up to a phase: everything succeeds.
    Story &until(Phase phase)
    {
        while (theCase.phase != phase && walk()) { }
        return *this;
    }

    /// The ordinary next step; false when there is none.
    bool walk()
    {
        using C = CommandType;
        const int version = static_cast<int>(theCase.replies.size());
        switch (theCase.phase) {
        case Phase::None:
            return take(C::Register, registration(), centre()).isEmpty();
        case Phase::Registered:
            return take(C::Dispatch, toWater(), centre()).isEmpty();
        case Phase::Dispatched:
            return take(C::Accept, NoteBody{}, clerk()).isEmpty();
        case Phase::Handling:
        case Phase::Rework:
            if (theCase.contacts.isEmpty())
                return take(C::RecordContact, call(nowMs), clerk()).isEmpty();
            return take(C::SubmitForSignOff, SubmitBody{completeReply(theCase), {}}, clerk()).isEmpty();
        case Phase::AwaitingSignOff:
            return take(C::Sign, signOn(theCase), leader()).isEmpty();
        case Phase::Signed:
            return take(C::SubmitReply, ReplyVersionBody{version}, clerk()).isEmpty();
        case Phase::AwaitingReview:
            return take(C::AcceptReply, ReviewBody{version, {}, {}, {}}, centre()).isEmpty();
        case Phase::AwaitingCallback:
            return take(C::RecordCentreCallback, satisfied(nowMs), centre()).isEmpty();
        case Phase::AwaitingClose:
            return take(C::Close, NoteBody{}, centre()).isEmpty();
        case Phase::Closed:
            return take(C::Archive, ArchiveBody{u"DEMO-1"_s, u"D10"_s, {}}, archivist()).isEmpty();
        case Phase::ReturnRequested:
            return take(C::DecideReturn, DecisionBody{false, u"属地管理"_s}, centre()).isEmpty();
        case Phase::Archived:
            return false;
        }
        Q_UNREACHABLE();
    }

private:
    int m_commands = 0;
    SaltSource m_salts = countingSalts();
};

} // namespace chengban::samples
