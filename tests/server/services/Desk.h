#pragma once

// A county on a real database file in a folder of its own: invented units, people and cases.
#include "server/blobs/BlobFiles.h"
#include "server/services/Backend.h"
#include "server/services/CaseMemory.h"
#include "server/services/CaseService.h"
#include "server/services/DirectoryService.h"
#include "server/services/FeedSignal.h"
#include "server/services/KeyService.h"
#include "server/services/RuleBook.h"
#include "server/services/ServerKeys.h"
#include "server/store/Database.h"
#include "server/store/EventStore.h"
#include "server/store/Migrations.h"
#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/reply/Requirements.h"
#include "tests/server/TestDatabase.h"

#include <QTemporaryDir>
#include <QTest>

namespace chengban::test {

using namespace Qt::StringLiterals;

inline constexpr qint64 mondayMs = 1756688400000; ///< 2025-09-01 09:00 in the county.
inline constexpr qint64 minuteMs = 60 * 1000;

template <typename T> T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(errorName(result.error().code)), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

inline Actor person(const QString &user, Role role, const QString &unit, const QString &tenant = u"demo"_s)
{
    Actor actor;
    actor.tenant = {tenant};
    actor.user = {user};
    actor.name = u"某"_s + user;
    actor.unit = {unit};
    actor.unitName = u"县"_s + unit;
    actor.role = role;
    actor.device = {u"pc-"_s + user};
    return actor;
}

inline Actor centre()
{
    return person(u"zhong"_s, Role::Centre, u"centre"_s);
}
inline Actor clerk()
{
    return person(u"liu"_s, Role::Clerk, u"water"_s);
}
inline Actor leader()
{
    return person(u"chen"_s, Role::DeputyLeader, u"water"_s);
}
inline Actor principal()
{
    return person(u"gao"_s, Role::PrincipalLeader, u"water"_s);
}
inline Actor roadClerk()
{
    return person(u"lu"_s, Role::Clerk, u"road"_s);
}
inline Actor parkClerk()
{
    return person(u"lin"_s, Role::Clerk, u"park"_s);
}

/// Everything a server has, on one database file. A second one on the same folder is a second process.
class Desk
{
public:
    explicit Desk(const QString &folder, std::function<bool()> admits = {},
        RuleBook rules = must(RuleBook::fromResources()))
        : Desk(DatabaseConfig{databaseIn(folder), 60000, std::move(admits)}, folder, std::move(rules))
    {
    }
    Desk(DatabaseConfig database, const QString &folder, RuleBook rules = must(RuleBook::fromResources()))
        : m_databases(std::move(database))
        , m_keys(keysIn(folder))
        , m_rules(std::move(rules))
        , m_files(folder, m_keys.fileKey())
    {
    }

    /// Tables and people: once for each folder.
    void found()
    {
        must(migrate(*must(m_databases.here())));
        must(m_files.prepare());
        DirectoryService directory(backend);
        for (const QString &tenant : {u"demo"_s, u"other"_s}) {
            for (const QString &unit : {u"centre"_s, u"water"_s, u"road"_s, u"park"_s})
                must(directory.putUnit({tenant}, {{unit}, u"县"_s + unit, {}}));
        }
        for (const Actor &actor : {centre(), clerk(), leader(), principal(), roadClerk(), parkClerk()})
            must(directory.putPerson(actor.tenant, {actor.user, actor.name, actor.unit, actor.role, {}}));
    }

    CommandId freshCommandId() { return {uuid7(mondayMs, systemRandom(10))}; }

    Command command(CommandType type, const CaseId &caseId, const QJsonObject &body, qint64 base)
    {
        return {freshCommandId(), type, caseId, base, mondayMs, body};
    }

    qint64 revision(const CaseId &caseId)
    {
        EventStore store(*must(m_databases.here()), m_keys.data);
        const auto head = must(store.head({u"demo"_s}, caseId));
        return head ? head->revision : 0;
    }

    wire::CommandAnswer send(const Actor &actor, const Command &command, qint64 nowMs = mondayMs)
    {
        return must(CaseService(backend).submit(actor, {command}, nowMs)).first();
    }

    /// Takes a step on the head of the case.
    wire::CommandAnswer take(
        const Actor &actor, CommandType type, const CaseId &caseId, const QJsonObject &body)
    {
        return send(actor, command(type, caseId, body, revision(caseId)));
    }

    /// A registered case; its number makes it distinct.
    CaseId registered(const QString &number, bool anonymous = true)
    {
        const CaseId caseId{u"case-"_s + number};
        const auto answer
            = take(centre(), CommandType::Register, caseId, toJson(registration(number, anonymous)));
        if (answer.state != wire::CommandState::Accepted)
            qFatal("not registered");
        return caseId;
    }

    CaseId dispatched(const QString &number, const QList<CoHandler> &coHandlers = {})
    {
        const CaseId caseId = registered(number);
        DispatchBody body;
        body.leadUnit = {u"water"_s};
        body.coHandlers = coHandlers;
        expectAccepted(take(centre(), CommandType::Dispatch, caseId, toJson(body)));
        return caseId;
    }

    CaseId accepted(const QString &number)
    {
        const CaseId caseId = dispatched(number);
        expectAccepted(take(clerk(), CommandType::Accept, caseId, toJson(NoteBody{u"收到"_s})));
        return caseId;
    }

    /// T3: with the leader's word, so that a reply may be submitted.
    CaseId instructed(const QString &number)
    {
        const CaseId caseId = accepted(number);
        expectAccepted(take(principal(), CommandType::Instruct, caseId, toJson(NoteBody{u"今天到现场。"_s})));
        return caseId;
    }

    Case folded(const CaseId &caseId)
    {
        EventStore store(*must(m_databases.here()), m_keys.data);
        return chengban::folded(must(store.log({u"demo"_s}, caseId)));
    }

    static Reply reply()
    {
        Reply reply;
        reply.verdict = Verdict::SolvableInLimit;
        reply.investigation = u"经现场查看，二级泵房阀门损坏。"_s;
        reply.handling = u"已更换阀门并重新调压。"_s;
        reply.result = u"水压恢复正常。"_s;
        reply.answer = u"经查看，泵房阀门损坏，已经更换，现在水压恢复正常。"_s;
        reply.handler = u"刘小河"_s;
        reply.handlerPhone = u"0377-68210000"_s;
        return reply;
    }

    wire::CommandAnswer submitForSignOff(const CaseId &caseId, const Reply &reply)
    {
        if (folded(caseId).instructionOwed) // T3
            expectAccepted(
                take(principal(), CommandType::Instruct, caseId, toJson(NoteBody{u"今天到现场。"_s})));
        return take(clerk(), CommandType::SubmitForSignOff, caseId, toJson(SubmitBody{reply, u"请审签"_s}));
    }

    /// The leader's signature over the current version, made with that key.
    SignatureBody signature(const CaseId &caseId, const Sm2Key &key)
    {
        const auto text = textToSign(
            folded(caseId), leader(), SignerLevel::DeputyLeader, must(keyIdOf(key.publicKeyPem())), mondayMs);
        return must(signReply(must(text), key, {}));
    }

    /// A key enrolled for somebody.
    Sm2Key keyOf(const Actor &signer)
    {
        Sm2Key key = must(Sm2Key::generate());
        must(KeyService(backend).enrol(signer, key.publicKeyPem(), clerk().user, mondayMs));
        return key;
    }

    /// T24: asked by the clerk, signed by the principal leader.
    void returnAsked(const CaseId &caseId)
    {
        ReturnRequestBody request;
        request.reason = u"out-of-duty"_s;
        request.statement = u"不属于本单位职责。"_s;
        expectAccepted(take(clerk(), CommandType::RequestReturn, caseId, toJson(request)));
        const Sm2Key key = keyOf(principal());
        expectAccepted(
            take(principal(), CommandType::SignRequest, caseId, toJson(requestSignature(caseId, key))));
    }

    /// The principal leader's signature on the last request.
    SignatureBody requestSignature(const CaseId &caseId, const Sm2Key &key)
    {
        const Case theCase = folded(caseId);
        const auto text = textToSign(theCase, theCase.requests.last(), principal(),
            SignerLevel::PrincipalLeader, must(keyIdOf(key.publicKeyPem())), mondayMs);
        return must(signReply(must(text), key, {}));
    }

    /// From accepted to submitted; the last answer carries the receipt.
    wire::CommandAnswer submitted(const CaseId &caseId, const Reply &reply = Desk::reply())
    {
        const Sm2Key key = keyOf(leader());
        expectAccepted(submitForSignOff(caseId, reply));
        expectAccepted(take(leader(), CommandType::Sign, caseId, toJson(signature(caseId, key))));
        const int version = folded(caseId).currentReply()->number;
        auto answer = take(clerk(), CommandType::SubmitReply, caseId, toJson(ReplyVersionBody{version}));
        expectAccepted(answer);
        return answer;
    }

    /// All closing points ticked.
    ReviewBody accepting(int version)
    {
        ReviewBody review;
        review.replyVersion = version;
        const RulePack *pack = must(m_rules.rulesOf({}, CommandType::Dispatch, mondayMs)).pack;
        for (const CodedReason &point : pack->closingPoints)
            review.points.append(point.code);
        return review;
    }

    CaseId closed(const QString &number)
    {
        const CaseId caseId = accepted(number);
        submitted(caseId);
        const ReviewBody review = accepting(1);
        expectAccepted(take(centre(), CommandType::AcceptReply, caseId, toJson(review)));
        CallbackBody callback;
        callback.atMs = mondayMs;
        callback.note = u"无人接听"_s;
        expectAccepted(take(centre(), CommandType::RecordCentreCallback, caseId, toJson(callback)));
        expectAccepted(take(centre(), CommandType::Close, caseId, toJson(NoteBody{u"办结"_s})));
        return caseId;
    }

    static RegisterBody registration(const QString &number, bool anonymous = true)
    {
        RegisterBody body;
        body.demand.source = u"12345"_s;
        body.demand.sourceNumber = number;
        body.demand.title = u"水压不足"_s;
        body.demand.text = u"柳树巷一带早晚水压不足，希望尽快处理。"_s;
        body.demand.anonymous = anonymous;
        body.demand.hasPhone = true;
        body.identity = {u"吴有泉"_s, u"13900001234"_s, u"柳树巷12号"_s};
        return body;
    }

    static void expectAccepted(const wire::CommandAnswer &answer)
    {
        if (answer.state == wire::CommandState::Accepted)
            return;
        for (const Problem &problem : answer.problems)
            qWarning("%s %s %s", qPrintable(errorName(problem.code)), qPrintable(problem.finding),
                qPrintable(problem.field));
        qFatal("not accepted");
    }

    Databases &databases() { return m_databases; }
    Database &database() { return *must(m_databases.here()); }
    const ServerKeys &keys() const { return m_keys; }
    FeedSignal &signal() { return m_signal; }

private:
    static ServerKeys keysIn(const QString &folder)
    {
        auto keys = ServerKeys::load(folder);
        return keys ? std::move(*keys) : must(ServerKeys::create(folder, systemRandom));
    }

    Databases m_databases;
    ServerKeys m_keys;
    RuleBook m_rules;
    BlobFiles m_files;
    FeedSignal m_signal;
    CaseMemory m_memory;

public:
    Backend backend{m_databases, m_keys, m_rules, m_files, m_signal, systemRandom, &m_memory};
};

} // namespace chengban::test
