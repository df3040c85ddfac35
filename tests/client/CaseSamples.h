#pragma once

#include "client/models/NextStep.h"
#include "client/models/RuleShelf.h"
#include "client/store/Secret.h"
#include "shared/canonical/Digest.h"
#include "shared/cases/Decide.h"
#include "shared/reply/Requirements.h"
#include "shared/wire/Wire.h"

namespace chengban::samples {

inline constexpr qint64 monday = 1758502800000; // 2025-09-22 09:00 in the county
inline constexpr qint64 hour = 3600 * 1000;

inline Actor actor(Role role, const QString &user = QStringLiteral("li"))
{
    Actor actor;
    actor.tenant = TenantId{QStringLiteral("demo")};
    actor.user = UserId{user};
    actor.name = QStringLiteral("李承办");
    actor.unit = UnitId{role == Role::Centre ? QStringLiteral("centre") : QStringLiteral("water")};
    actor.unitName = role == Role::Centre ? QStringLiteral("热线中心") : QStringLiteral("水务局");
    actor.role = role;
    actor.device = DeviceId{QStringLiteral("device-1")};
    return actor;
}

inline const RuleShelf &shelf()
{
    static const RuleShelf shelf = RuleShelf::fromResources().value();
    return shelf;
}

inline CommandId commandId(qint64 atMs = monday)
{
    return CommandId{uuid7(atMs, randomBytes(10))};
}

/// A log that grows by commands, as the server would append them.
class Log
{
public:
    explicit Log(QString id = uuid7(monday, randomBytes(10)))
        : m_id{std::move(id)}
    {
    }

    /// Applies a command and gives its events; none when it is not allowed (see problems).
    QList<Event> apply(const Command &command, const Actor &by, qint64 atMs)
    {
        const Case before = theCase();
        const Rules rules = shelf().rulesFor(before);
        const Decision decision = decide(before, command, by, rules, atMs);
        if (!decision) {
            problems = decision.error();
            return {};
        }
        Stamp stamp{command.id, by, before.pack, atMs, command.claimedTimeMs};
        if (stamp.pack.isEmpty() && command.type == CommandType::Dispatch)
            stamp.pack = {rules.pack->id, rules.pack->version, hex(rules.pack->digest)};
        const QByteArray head
            = events.isEmpty() ? chainStart(by.tenant, m_id) : eventDigest(events.last()).value();
        const auto added
            = chained(*decision, m_id, events.size(), head, stamp, [] { return randomBytes(16); }).value();
        events += added;
        return added;
    }
    QList<Event> step(CommandType type, const QJsonObject &body, const Actor &by, qint64 atMs)
    {
        return apply({commandId(atMs), type, m_id, qint64(events.size()), atMs, body}, by, atMs);
    }
    Case theCase() const
    {
        if (!events.isEmpty())
            return folded(events);
        Case empty;
        empty.tenant = TenantId{QStringLiteral("demo")};
        empty.id = m_id;
        return empty;
    }
    wire::FeedCase feedCase(qsizetype from = 0, Access access = Access::Working) const
    {
        wire::FeedCase feedCase;
        feedCase.caseId = m_id;
        feedCase.access = access;
        feedCase.whole = from == 0;
        feedCase.events = events.mid(from);
        feedCase.maskedName = QStringLiteral("张**");
        feedCase.maskedPhone = QStringLiteral("138****5678");
        return feedCase;
    }
    const CaseId &id() const { return m_id; }

    QList<Event> events;
    Problems problems;

private:
    CaseId m_id;
};

inline RegisterBody registration(const QString &number = QStringLiteral("TB-0001"))
{
    RegisterBody body;
    body.demand.source = QStringLiteral("12345");
    body.demand.sourceNumber = number;
    body.demand.channel = QStringLiteral("来电");
    body.demand.category = QStringLiteral("投诉");
    body.demand.title = QStringLiteral("幸福里小区管道漏水");
    body.demand.text = QStringLiteral("三号楼二单元地下室管道漏水三天，物业无人处理。");
    body.demand.location = QStringLiteral("幸福里小区");
    body.demand.reportedAtMs = monday;
    body.demand.hasPhone = true;
    body.identity = {QStringLiteral("张晓梅"), QStringLiteral("13812345678"), QStringLiteral("三号楼201")};
    return body;
}

/// Registered and dispatched to the water office; with `accepted`, in work there.
inline Log dispatchedCase(const QString &number = QStringLiteral("TB-0001"), bool accepted = true)
{
    Log log;
    log.step(CommandType::Register, toJson(registration(number)), actor(Role::Centre, QStringLiteral("zhou")),
        monday);
    DispatchBody dispatch;
    dispatch.leadUnit = UnitId{QStringLiteral("water")};
    dispatch.leadUnitName = QStringLiteral("水务局");
    log.step(
        CommandType::Dispatch, toJson(dispatch), actor(Role::Centre, QStringLiteral("zhou")), monday + hour);
    if (accepted)
        log.step(CommandType::Accept, toJson(NoteBody{}), actor(Role::Clerk), monday + 2 * hour);
    return log;
}

inline ContactBody contact(qint64 atMs)
{
    return {{.handler = QStringLiteral("李承办"),
        .phoneUsed = QStringLiteral("0000-6100123"),
        .atMs = atMs,
        .outcome = ContactOutcome::Reached,
        .note = QStringLiteral("约定下午到现场查看")}};
}

/// A reply that nothing speaks against, for a case whose citizen was reached.
inline Reply solvedReply(
    const Case &theCase, const QString &result = QStringLiteral("漏水已修复，反映人确认。"))
{
    Reply reply;
    reply.verdict = Verdict::SolvableInLimit;
    reply.investigation = QStringLiteral("经现场查看，地下室管道接口老化渗漏。");
    reply.handling = QStringLiteral("已更换接口并做压力试验。");
    reply.result = result;
    reply.handler = QStringLiteral("李承办");
    reply.handlerPhone = QStringLiteral("0000-6100123");
    reply.unitCallback = QStringLiteral("satisfied");
    reply.answer = composedAnswer(
        reply, theCase.contactAttempts(), replyContext(theCase), *shelf().rulesFor(theCase).pack);
    return reply;
}

/// The leader's word on how to handle it (T3), without which no reply goes to be signed.
inline void instruct(Log &log, qint64 atMs)
{
    log.step(CommandType::Instruct, toJson(NoteBody{QStringLiteral("今天到现场。")}),
        actor(Role::DeputyLeader, QStringLiteral("chen")), atMs);
}

/// In work at the water office, the reply waiting for the leader's signature.
inline Log awaitingSignOff(const QString &number = QStringLiteral("TB-0001"))
{
    Log log = dispatchedCase(number);
    instruct(log, monday + 2 * hour + 1);
    log.step(CommandType::RecordContact, toJson(contact(monday + 2 * hour)), actor(Role::Clerk),
        monday + 3 * hour);
    log.step(CommandType::SubmitForSignOff, toJson(SubmitBody{solvedReply(log.theCase()), {}}),
        actor(Role::Clerk), monday + 4 * hour);
    return log;
}

inline wire::FeedPage page(const QList<wire::FeedCase> &cases, const QString &cursor = QStringLiteral("1"))
{
    wire::FeedPage page;
    page.cursor = cursor;
    page.serverTimeMs = monday + 3 * hour;
    page.cases = cases;
    return page;
}

} // namespace chengban::samples
