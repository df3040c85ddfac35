#pragma once

#include "shared/base/CountyTime.h"
#include "shared/cases/Case.h"

namespace chengban::samples {

inline Actor actor(const char16_t *name, const char16_t *unit, Role role)
{
    Actor actor;
    actor.name = QString::fromUtf16(name);
    actor.unitName = QString::fromUtf16(unit);
    actor.role = role;
    return actor;
}

inline Actor clerk()
{
    return actor(u"林小禾", u"清河县住房和城乡建设局", Role::Clerk);
}
inline Actor leader()
{
    return actor(u"韩志远", u"清河县住房和城乡建设局", Role::DeputyLeader);
}
inline Actor centre()
{
    return actor(u"方晴", u"清河县12345热线中心", Role::Centre);
}

inline qint64 at(int day, int hourOfDay, int minute = 0)
{
    return utcMs(QDate(2026, 3, day), QTime(hourOfDay, minute));
}

inline Demand demand()
{
    Demand demand;
    demand.source = QStringLiteral("12345");
    demand.sourceNumber = QStringLiteral("QH202603020017");
    demand.channel = QStringLiteral("来电");
    demand.category = QStringLiteral("投诉");
    demand.title = QStringLiteral("河滨小区雨天污水倒灌");
    demand.text
        = QStringLiteral("市民反映：河滨小区三号楼一单元门前，每逢大雨污水倒灌，积水没过台阶，一楼住户"
                         "家中进水，大人小孩出行困难。已向物业反映三次，至今无人处理，请工作人员核实解决。");
    demand.location = QStringLiteral("清河县河滨小区三号楼");
    demand.reportedAtMs = at(2, 8, 41);
    demand.hasPhone = true;
    return demand;
}

inline Reply reply()
{
    Reply reply;
    reply.verdict = Verdict::SolvableInLimit;
    reply.investigation
        = QStringLiteral("经现场查看，三号楼门前雨水口被建筑垃圾堵塞，主管道与市政管网接口处沉降约四厘米，"
                         "形成反坡，降雨量大时污水经检查井倒灌。");
    reply.handling = QStringLiteral(
        "3月4日组织疏通管道46米，清理检查井5座；3月6日重做接口并抬高井口，加装防倒灌单向阀。");
    reply.result = QStringLiteral("3月9日中雨，现场复查未再积水，三号楼住户均确认排水正常。问题已解决。");
    reply.legalBasis = {LegalBasis{QStringLiteral("城镇排水与污水处理条例"),
        QStringLiteral("国务院令第641号"), QStringLiteral("第二十五条"),
        QStringLiteral("排水设施的维护单位应当定期巡查、养护，保障设施正常运行。")}};
    reply.answer
        = QStringLiteral("您反映的河滨小区三号楼雨天污水倒灌问题，我局高度重视，现将办理情况答复如下：\n"
                         "一、经查，三号楼门前雨水口被堵塞，管道接口沉降，形成反坡，大雨时污水倒灌。\n"
                         "二、我局已于3月4日疏通管道46米，3月6日重做接口并加装防倒灌单向阀。\n"
                         "三、3月9日降雨时复查，未再发生积水。今后每月巡查一次，汛期每周一次。\n"
                         "经办人林小禾使用电话0000-1234567于3月3日9时与反映人通话，反映人对处理方案表示认可。"
                         "感谢您对我县工作的关心和支持。");
    reply.handler = QStringLiteral("林小禾");
    reply.handlerPhone = QStringLiteral("0000-1234567");
    return reply;
}

inline ContactAttempt contact(int day, ContactOutcome outcome)
{
    ContactAttempt contact;
    contact.handler = QStringLiteral("林小禾");
    contact.phoneUsed = QStringLiteral("0000-1234567");
    contact.atMs = at(day, 9, 5);
    contact.outcome = outcome;
    contact.note = outcome == ContactOutcome::Reached
        ? QStringLiteral("说明当日到场查看，反映人补充：积水最深约二十厘米。")
        : QString();
    return contact;
}

/// A closed and archived case with one return, one extension, one rework and one earlier reply; invented
/// throughout.
inline Case archivedCase(const Reply &withReply = reply())
{
    Case c;
    c.tenant = TenantId{QStringLiteral("qinghe")};
    c.id = CaseId{QStringLiteral("0195514e-1c00-7abc-8def-001122334455")};
    c.revision = 21;
    c.head = QByteArray(32, '\x5a');
    c.phase = Phase::Archived;
    c.demand = demand();
    c.identity = Identity{
        QStringLiteral("𠮷田龢"), QStringLiteral("00000000017"), QStringLiteral("河滨小区三号楼一单元")};
    c.earlierReplies = {EarlierReply{QStringLiteral("已转物业公司处理，请耐心等待。"),
        QStringLiteral("清河县河滨社区"), utcMs(QDate(2026, 2, 20), QTime(15, 0))}};
    c.registeredAtMs = at(2, 8, 50);
    c.leadUnit = UnitId{QStringLiteral("zjj")};
    c.leadUnitName = QStringLiteral("清河县住房和城乡建设局");
    c.dispatchedAtMs = at(2, 9, 10);
    c.coHandlers = {CoHandler{
        UnitId{QStringLiteral("hbsq")}, QStringLiteral("清河县河滨街道办事处"), QStringLiteral("协助入户")}};
    c.dispatches
        = {Entry<DispatchBody>{DispatchBody{c.leadUnit, c.leadUnitName, c.coHandlers, CaseClass::General,
                                   QStringLiteral("请及时联系反映人，汛期前办结。")},
            centre(), at(2, 9, 10), 2}};
    c.acceptance = Entry<AcceptBody>{AcceptBody{}, clerk(), at(2, 9, 40), 3};
    c.proposals = {Entry<NoteBody>{
        NoteBody{QStringLiteral("拟由排水所现场查看后提出整改方案。")}, clerk(), at(2, 10, 0), 4}};
    c.instructions = {Entry<NoteBody>{
        NoteBody{QStringLiteral("同意。请排水所今日到场，务必汛前解决。")}, leader(), at(2, 10, 30), 5}};
    c.contacts
        = {Entry<ContactBody>{ContactBody{contact(2, ContactOutcome::NoAnswer)}, clerk(), at(2, 9, 6), 6},
            Entry<ContactBody>{ContactBody{contact(3, ContactOutcome::Reached)}, clerk(), at(3, 9, 20), 7}};
    ExtensionBody extension{
        QStringLiteral("管道接口需待材料到货后施工。"), QStringLiteral("施工方案及采购单"), 3};
    c.extensions = {Extension{{extension, clerk(), at(4, 16, 0), 8},
        Entry<DecisionBody>{
            DecisionBody{true, QStringLiteral("同意延期，请告知反映人。")}, centre(), at(4, 17, 0), 9}}};
    ReturnRequestBody request;
    request.reason = QStringLiteral("not-our-duty");
    request.statement = QStringLiteral("小区红线内管道由物业服务企业养护。");
    request.suggestedUnitName = QStringLiteral("清河县河滨街道办事处");
    request.signer = QStringLiteral("赵立群");
    c.returns = {ReturnRequest{{request, clerk(), at(2, 11, 0), 10},
        Entry<DecisionBody>{DecisionBody{false, QStringLiteral("接口位于市政管网一侧，仍由你局办理。")},
            centre(), at(2, 14, 0), 11}}};
    c.round = 2;
    c.replies = {ReplyVersion{1, withReply, QString(64, u'a'), {}, clerk(), at(9, 16, 0), 12, false},
        ReplyVersion{2, withReply, QString(64, u'b'), QStringLiteral("已按重办意见补充复查情况，请审签。"),
            clerk(), at(11, 9, 0), 16, false}};
    SignatureBody signature;
    signature.replyVersion = 2;
    signature.replyDigest = QString(64, u'b');
    signature.key = KeyId{QStringLiteral("3fa94c2e77d01b58")};
    signature.signedText
        = QString::fromLatin1(QByteArray("{\"purpose\":\"chengban-sign-off-v1\"}").toBase64());
    signature.signature = QString::fromLatin1(QByteArray(71, '\x30').toBase64());
    signature.opinion = QStringLiteral("情况属实，同意答复。");
    Actor signer = leader();
    signer.actingForName = QStringLiteral("赵立群");
    signer.actingFor = UserId{QStringLiteral("zhao")};
    c.signatures = {Entry<SignatureBody>{signature, signer, at(11, 10, 15), 17}};
    c.returnsToClerk
        = {Entry<NoteBody>{NoteBody{QStringLiteral("请写明疏通的长度和日期。")}, leader(), at(9, 15, 0), 13}};
    c.submissions = {Submission{2, clerk(), at(11, 10, 30), 18}};
    Review rework;
    rework.outcome = ReviewOutcome::Rework;
    rework.body.replyVersion = 1;
    rework.body.reasons = {QStringLiteral("result-missing")};
    rework.body.note = QStringLiteral("缺少雨天复查情况，请补充后重报。");
    c.reviews = {Entry<Review>{rework, centre(), at(10, 9, 0), 14}};
    CallbackBody callback;
    callback.atMs = at(12, 15, 20);
    callback.reached = true;
    callback.unitHadContacted = true;
    callback.processSatisfaction = QStringLiteral("satisfied");
    callback.resultSatisfaction = QStringLiteral("satisfied");
    callback.overallSatisfaction = QStringLiteral("very-satisfied");
    callback.note = QStringLiteral("反映人表示雨天已不积水，工作人员态度好。");
    c.unitCallbacks = {Entry<CallbackBody>{callback, clerk(), at(12, 15, 25), 19}};
    c.centreCallbacks = {Entry<CallbackBody>{callback, centre(), at(13, 10, 5), 20}};
    c.closing = Entry<NoteBody>{NoteBody{QStringLiteral("符合办结标准。")}, centre(), at(13, 11, 0), 20};
    ArchiveBody archive{QStringLiteral("Q012-ZY·RX·2026·D30-0007"), QStringLiteral("D30"), QString()};
    c.archiving = Entry<ArchiveBody>{
        archive, actor(u"苏文", u"清河县住房和城乡建设局", Role::Archivist), at(20, 9, 0), 21};
    return c;
}

} // namespace chengban::samples
