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
        .note = u"已说明处理安排"_s,
        .toldAcceptance = true,
        .toldProcedure = true,
        .toldLimit = true}};
}

inline DispatchBody toWater()
{
    return {waterUnit, u"县水务局"_s, {{roadUnit, u"县交通局"_s, u"配合修复路面"_s}}, CaseClass::General, {}};
}

inline QString firstCode(const QList<CodedReason> &list)
{
    return list.isEmpty() ? QString() : list.first().code;
}

inline CallbackBody satisfied(qint64 atMs, const RulePack &pack = tongbai())
{
    const QString best = firstCode(pack.satisfaction);
    return {atMs, true, true, best, best, best, {}};
}

/// A reply that lacks nothing under T9, with what other packs want besides and the answer the program
/// proposes.
inline Reply completeReply(const Case &theCase, const RulePack &pack = tongbai())
{
    Reply reply;
    reply.verdict = Verdict::SolvableInLimit;
    reply.investigation = u"经现场查看，巷口加压泵损坏，造成三楼以上水压不足。"_s;
    reply.handling = u"已更换加压泵并冲洗管道，同时检查了沿线阀门。"_s;
    reply.result = u"九月二日下午供水恢复正常，水压符合标准。"_s;
    reply.handler = u"刘小河"_s;
    reply.handlerPhone = u"0377-68000000"_s;
    reply.unitCallback = firstCode(pack.satisfaction);
    if (pack.id != tongbai().id) {
        reply.outcome = firstCode(pack.outcomes);
        reply.summary = u"柳树巷水压不足，希望尽快处理。"_s;
        reply.measures = u"更换加压泵，冲洗管道，建立巡查台账。"_s;
        reply.opinion = u"诉求合理，已经解决。"_s;
        reply.statement = u"供水已恢复，居民认可。"_s;
        reply.legalBasis = {{u"城市供水条例"_s, {}, u"第二十二条"_s, u"供水单位应保持水压符合标准。"_s}};
        reply.siteVisits = {{u"刘小河"_s, theCase.dispatchedAtMs + 1000, u"加压泵损坏"_s}};
        reply.attachments = {
            {u"现场.jpg"_s, AttachmentKind::Photo, u"image/jpeg"_s, 9, QString(64, u'd'), QString(64, u'e')},
            {u"调查.pdf"_s, AttachmentKind::InvestigationRecord, u"application/pdf"_s, 9, QString(64, u'd'),
                QString(64, u'e')},
            {u"佐证.pdf"_s, AttachmentKind::Evidence, u"application/pdf"_s, 9, QString(64, u'd'),
                QString(64, u'e')}};
        reply.answeredVia = firstCode(pack.answerChannels);
        reply.answeredAtMs = theCase.dispatchedAtMs + 1000;
        reply.citizenFeedback = u"反映人表示满意。"_s;
        reply.unit = theCase.leadUnitName;
        const SignerRule *rule = pack.signer(SignedAction::Reply, theCase.caseClass, theCase.isSupervised());
        const bool byDeputy = !rule || rule->levels.contains(SignerLevel::DeputyLeader);
        reply.signer = byDeputy ? leader().name : principal().name;
        reply.proofread = true;
    }
    ReplyContext context;
    context.unitName = theCase.leadUnitName;
    context.demandTitle = theCase.demand.title;
    context.demandText = theCase.demand.text;
    context.hasPhone = theCase.demand.hasPhone;
    reply.answer = composedAnswer(reply, theCase.contactAttempts(), context, pack);
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

/// The same for the request that waits longest.
inline SignatureBody signOnRequest(const Case &theCase, SignerLevel level = SignerLevel::PrincipalLeader)
{
    SignatureBody body = signOn(theCase, level);
    for (const UnitRequest &request : theCase.requests) {
        if (request.state != UnitRequest::State::Pending)
            continue;
        body.replyVersion = request.number;
        body.replyDigest = request.digest;
        body.action = request.action;
        break;
    }
    return body;
}

class Story
{
public:
    Case theCase;
    QList<Event> log;
    qint64 nowMs = mondayMs;
    const RulePack *pack = &tongbai(); ///< In force for everything.

    Rules rules() const { return {pack, samples::rules().calendar}; }

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
            return take(C::Accept, NoteBody{}, clerk()).isEmpty()
                && (!theCase.instructionOwed
                    || take(C::Instruct, NoteBody{u"今天到现场，当面答复"_s}, principal()).isEmpty());
        case Phase::Handling:
        case Phase::Rework:
            return handle().isEmpty();
        case Phase::AwaitingSignOff:
            return sign().isEmpty();
        case Phase::Signed:
            return take(C::SubmitReply, ReplyVersionBody{version}, clerk()).isEmpty();
        case Phase::AwaitingReview:
            return take(C::AcceptReply, ReviewBody{version, {}, closingPoints(), {}}, centre()).isEmpty();
        case Phase::AwaitingCallback:
            return take(C::RecordCentreCallback, satisfied(nowMs, *pack), centre()).isEmpty();
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

    QStringList closingPoints() const
    {
        QStringList codes;
        for (const CodedReason &point : pack->closingPoints)
            codes.append(point.code);
        return codes;
    }

private:
    Problems handle()
    {
        using C = CommandType;
        const bool lacksPart = pack->joint.mergedOpinion && !theCase.coHandlers.isEmpty()
            && theCase.coHandlers.first().unit == roadUnit && theCase.parts.isEmpty();
        if (lacksPart)
            return take(
                C::SubmitPart, RecordBody{nowMs, {u"路平"_s}, {}, u"路面已修复"_s, {}, {}, {}}, roadClerk());
        if (theCase.instructionOwed)
            return take(C::Instruct, NoteBody{u"今天到现场，当面答复"_s}, principal());
        if (theCase.contacts.isEmpty())
            return take(C::RecordContact, call(nowMs), clerk());
        return take(C::SubmitForSignOff, SubmitBody{completeReply(theCase, *pack), {}}, clerk());
    }

    Problems sign()
    {
        const SignerRule *rule = pack->signer(SignedAction::Reply, theCase.caseClass, theCase.isSupervised());
        const bool byDeputy = !rule || rule->levels.contains(SignerLevel::DeputyLeader);
        return byDeputy ? take(CommandType::Sign, signOn(theCase), leader())
                        : take(CommandType::Sign, signOn(theCase, SignerLevel::PrincipalLeader), principal());
    }

    int m_commands = 0;
    SaltSource m_salts = countingSalts();
};

} // namespace chengban::samples
