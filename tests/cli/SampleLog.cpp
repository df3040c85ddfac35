#include "SampleLog.h"

#include "shared/base/CountyTime.h"
#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/cases/Decide.h"
#include "shared/reply/Requirements.h"
#include "shared/signing/Signing.h"

#include <QFile>
#include <QJsonArray>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(path));
    return file.readAll();
}

const RulePack &pack()
{
    static const RulePack loaded = *loadRulePack(resource(u":/rulepacks/tongbai-2023.json"_s));
    return loaded;
}

Actor person(const QString &user, const QString &unit, Role role)
{
    Actor actor;
    actor.tenant.value = u"yunxi"_s;
    actor.user.value = user;
    actor.name = u"陈立新"_s;
    actor.unit.value = unit;
    actor.unitName = u"云溪县城市管理局"_s;
    actor.role = role;
    actor.device.value = u"device-"_s + user;
    return actor;
}

/// Takes steps on one case, an hour apart.
class Maker
{
public:
    void take(CommandType type, const Actor &actor, const QJsonObject &body)
    {
        const WorkingCalendar calendar = *WorkingCalendar::load(resource(u":/calendars/cn.json"_s));
        m_nowMs += 3'600'000;
        const Command command{
            {uuid7(m_nowMs, QByteArray(10, 'c'))}, type, {u"case-1"_s}, m_case.revision, m_nowMs, body};
        const Decision decision = decide(m_case, command, actor, {&pack(), &calendar}, m_nowMs);
        if (!decision)
            qFatal("%s: %s", nameOf(type).latin1(), qPrintable(decision.error().first().finding));
        const PackRef ref
            = m_case.revision == 0 ? PackRef{} : PackRef{pack().id, pack().version, hex(pack().digest)};
        const QByteArray head = m_case.revision == 0 ? chainStart(actor.tenant, command.caseId) : m_case.head;
        const auto events = chained(*decision, command.caseId, m_case.revision, head,
            {command.id, actor, ref, m_nowMs, m_nowMs}, [] { return QByteArray(16, 's'); });
        m_events += *events;
        m_case = folded(m_events);
    }

    [[nodiscard]] const Case &state() const { return m_case; }
    [[nodiscard]] const QList<Event> &events() const { return m_events; }
    [[nodiscard]] qint64 nowMs() const { return m_nowMs; }

private:
    qint64 m_nowMs = utcMs(QDate(2025, 9, 22), QTime(8, 0));
    QList<Event> m_events;
    Case m_case;
};

ContactAttempt contact()
{
    ContactAttempt call;
    call.handler = u"陈立新"_s;
    call.phoneUsed = u"0990-6200001"_s;
    call.atMs = utcMs(QDate(2025, 9, 22), QTime(11, 0));
    return call;
}

Reply reply(const QList<Attachment> &attachments = {})
{
    Reply reply;
    reply.attachments = attachments;
    reply.verdict = Verdict::SolvableInLimit;
    reply.investigation = u"文昌路东段两处路灯因电缆破损不亮，情况属实。"_s;
    reply.handling = u"当日安排人员更换电缆并检修控制箱。"_s;
    reply.result = u"路灯已恢复照明。"_s;
    reply.handler = u"陈立新"_s;
    reply.handlerPhone = u"0990-6200001"_s;
    reply.unitCallback = u"satisfied"_s;
    ReplyContext context;
    context.unitName = u"云溪县城市管理局"_s;
    context.hasPhone = true;
    reply.answer = composedAnswer(reply, {contact()}, context, pack());
    return reply;
}

SignatureBody signatureOf(const Case &theCase, const Actor &leader, const Sm2Key &key, qint64 atMs)
{
    SignedText text;
    text.tenant = theCase.tenant;
    text.caseId = theCase.id;
    text.replyVersion = 1;
    text.replyDigest = theCase.replies.last().digest;
    text.caseHead = hex(theCase.head);
    text.signer = leader.user;
    text.key = *keyIdOf(key.publicKeyPem());
    text.claimedTimeMs = atMs;
    const QByteArray form = *canonicalForm(text);
    return {1, text.replyDigest, text.level, text.key, QString::fromLatin1(form.toBase64()),
        QString::fromLatin1(key.sign(form)->toBase64()), u"同意"_s};
}

Receipt receiptOf(const Maker &maker, const Sm2Key &serverKey)
{
    Receipt receipt;
    receipt.tenant = maker.state().tenant;
    receipt.caseId = maker.state().id;
    receipt.revision = maker.state().revision;
    receipt.digest = hex(maker.state().head);
    receipt.command = maker.events().last().command;
    receipt.serverTimeMs = maker.nowMs();
    receipt.key = *keyIdOf(serverKey.publicKeyPem());
    receipt.signature = *serverKey.sign(*canonicalForm(receiptText(receipt)));
    return receipt;
}

RegisterBody registration()
{
    RegisterBody body;
    body.demand.source = u"12345"_s;
    body.demand.sourceNumber = u"YX1"_s;
    body.demand.title = u"路灯不亮"_s;
    body.demand.text = u"文昌路东段有两处路灯不亮，请维修。"_s;
    body.demand.hasPhone = true;
    body.identity = {u"赵家栋"_s, u"19900001234"_s, {}};
    return body;
}

} // namespace

QJsonObject sampleLog(const QList<Attachment> &attachments)
{
    const Actor centre = person(u"centre"_s, u"centre"_s, Role::Centre);
    const Actor clerk = person(u"clerk"_s, u"chengguan"_s, Role::Clerk);
    const Actor leader = person(u"leader"_s, u"chengguan"_s, Role::DeputyLeader);
    const Sm2Key key = *Sm2Key::generate();
    const Sm2Key serverKey = *Sm2Key::generate();
    DispatchBody dispatch;
    dispatch.leadUnit = clerk.unit;
    dispatch.leadUnitName = clerk.unitName;

    Maker maker;
    maker.take(CommandType::Register, centre, toJson(registration()));
    maker.take(CommandType::Dispatch, centre, toJson(dispatch));
    maker.take(CommandType::Accept, clerk, toJson(NoteBody{}));
    maker.take(CommandType::Instruct, leader, toJson(NoteBody{u"同意，当天到现场。"_s}));
    maker.take(CommandType::RecordContact, clerk, toJson(ContactBody{contact()}));
    maker.take(CommandType::SubmitForSignOff, clerk, toJson(SubmitBody{reply(attachments), {}}));
    maker.take(CommandType::Sign, leader, toJson(signatureOf(maker.state(), leader, key, maker.nowMs())));
    maker.take(CommandType::SubmitReply, clerk, toJson(ReplyVersionBody{1}));

    QJsonArray events;
    for (const Event &event : maker.events())
        events.append(*toJson(event));
    const EnrolledKey enrolled{*keyIdOf(key.publicKeyPem()), leader.user, leader.device, key.publicKeyPem(),
        u"张秀英"_s, 1, std::nullopt};
    return {{u"events"_s, events}, {u"keys"_s, QJsonArray{toJson(enrolled)}},
        {u"receipts"_s, QJsonArray{toJson(receiptOf(maker, serverKey))}},
        {u"serverKeyPem"_s, QString::fromLatin1(serverKey.publicKeyPem())}};
}

QJsonObject sampleReply()
{
    return {{u"reply"_s, toJson(reply())}, {u"contacts"_s, QJsonArray{toJson(contact())}}};
}

} // namespace chengban
