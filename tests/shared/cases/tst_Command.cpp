#include "shared/cases/Command.h"
#include "tests/shared/cases/Samples.h"

#include <QJsonArray>
#include <QTest>

#include <functional>

using namespace chengban;
using namespace chengban::samples;

namespace {

/// A body's JSON and what reading and writing it again gives.
struct Codec
{
    QJsonObject json;
    std::function<Result<QJsonObject>(const QJsonObject &)> again;
};

Attachment scan()
{
    return {u"审签单.pdf"_s, AttachmentKind::SignedSheet, u"application/pdf"_s, 9, QString(64, u'a'),
        QString(64, u'b')};
}

template <typename Body> Codec codec(const Body &body, Result<Body> (*read)(const QJsonObject &))
{
    return {toJson(body),
        [read](const QJsonObject &json) { return read(json).map([](const Body &b) { return toJson(b); }); }};
}

const QHash<QString, Codec> &codecs()
{
    static const QHash<QString, Codec> all{
        {u"register"_s, codec(registration(), registerFromJson)},
        {u"dispatch"_s,
            codec(DispatchBody{waterUnit, u"县水务局"_s, {{roadUnit, u"县交通局"_s, u"修复路面"_s}},
                      CaseClass::General, u"请按期办理"_s},
                dispatchFromJson)},
        {u"note"_s, codec(NoteBody{u"已阅"_s}, noteFromJson)},
        {u"return request"_s,
            codec(ReturnRequestBody{u"not-ours"_s, u"该路段由交通部门管养"_s, roadUnit, u"县交通局"_s,
                      u"高山"_s, u"三定规定"_s, {scan()}},
                returnRequestFromJson)},
        {u"decision"_s, codec(DecisionBody{true, u"同意"_s, 7}, decisionFromJson)},
        {u"contact"_s,
            codec(ContactBody{{u"刘小河"_s, u"0377-0000000"_s, mondayMs, ContactOutcome::Reached, true, true,
                      true, u"已说明情况"_s}},
                contactBodyFromJson)},
        {u"extension"_s,
            codec(ExtensionBody{u"需更换管道"_s, u"工程计划"_s, 5, LimitName::Supervision, 9, mondayMs,
                      StatutoryLimit{60, LimitUnit::NaturalDay, LimitSource::Unit}, {scan()}},
                extensionFromJson)},
        {u"submit"_s, codec(SubmitBody{{}, u"请审签"_s}, submitFromJson)},
        {u"signature"_s,
            codec(SignatureBody{2, QString(64, u'b'), SignerLevel::DeputyLeader, {u"00112233aabbccdd"_s},
                      u"e30="_s, u"MEUC"_s, u"同意"_s},
                signatureFromJson)},
        {u"paper signature"_s,
            codec(SignatureBody{2, QString(64, u'b'), SignerLevel::PrincipalLeader, {}, {}, {}, u"同意"_s,
                      SignedAction::Return, PaperSignature{{u"gao"_s}, u"高山"_s, mondayMs, true, scan()}},
                signatureFromJson)},
        {u"accept"_s, codec(AcceptBody{u"逾期视为签收"_s, mondayMs, u"HB7.2a"_s}, acceptFromJson)},
        {u"coded note"_s, codec(CodedNoteBody{u"litigation"_s, u"已起诉"_s, caseId}, codedNoteFromJson)},
        {u"absorb"_s, codec(AbsorbBody{caseId, demand(), identity(), u"同一诉求"_s}, absorbFromJson)},
        {u"merge"_s, codec(MergeBody{caseId, u"同一诉求"_s}, mergeFromJson)},
        {u"answer"_s, codec(AnswerBody{mondayMs, u"phone"_s, u"刘小河"_s, u"已答复"_s}, answerFromJson)},
        {u"classify"_s,
            codec(ClassifyBody{u"complaint"_s, CaseClass::Urgent, u"wages"_s, u"flood"_s, true, u"速办"_s},
                classifyFromJson)},
        {u"reminder"_s,
            codec(ReminderBody{u"请抓紧"_s, u"phone"_s, u"何长青"_s, mondayMs}, reminderFromJson)},
        {u"hand down"_s,
            codec(HandDownBody{HandDownTo::Village, u"柳树村"_s, mondayMs, u"请核实"_s}, handDownFromJson)},
        {u"record"_s,
            codec(RecordBody{mondayMs, {u"刘小河"_s}, u"柳树巷"_s, u"已查看"_s, mondayMs, mondayMs, {scan()}},
                recordFromJson)},
        {u"drop"_s, codec(DropBody{1, u"撤回"_s}, dropFromJson)},
        {u"order"_s, codec(OrderBody{u"repeated"_s, u"written"_s, 3, true, u"限期办结"_s}, orderFromJson)},
        {u"order answer"_s, codec(OrderAnswerBody{9, {}}, orderAnswerFromJson)},
        {u"termination"_s,
            codec(TerminationBody{u"事实"_s, u"理由"_s, u"依据"_s, {u"DEMO-0002"_s}, {scan()}},
                terminationFromJson)},
        {u"copy"_s, codec(CopyBody{u"DEMO-1"_s, QString(64, u'c'), u"已移交"_s}, copyFromJson)},
        {u"clock"_s,
            codec(ClockBody{LimitName::Handle, 9, roadUnit, mondayMs, u"HA9c"_s, u"日历更新"_s},
                clockFromJson)},
        {u"reply version"_s, codec(ReplyVersionBody{2}, replyVersionFromJson)},
        {u"review"_s, codec(ReviewBody{2, {u"poor"_s}, {u"facts"_s}, u"请补充"_s}, reviewFromJson)},
        {u"callback"_s,
            codec(
                CallbackBody{mondayMs, true, true, u"satisfied"_s, u"satisfied"_s, u"satisfied"_s, u"满意"_s},
                callbackFromJson)},
        {u"archive"_s, codec(ArchiveBody{u"DEMO-2025-0001"_s, u"D10"_s, {}}, archiveFromJson)},
        {u"erase"_s, codec(EraseBody{1, u"identity"_s, u"保管期满"_s}, eraseFromJson)},
    };
    return all;
}

void rows()
{
    QTest::addColumn<QString>("body");
    for (auto it = codecs().begin(); it != codecs().end(); ++it)
        QTest::newRow(qPrintable(it.key())) << it.key();
}

} // namespace

class TestCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void body_readsBackWhatItWrote_data() { rows(); }
    void body_readsBackWhatItWrote()
    {
        QFETCH(QString, body);
        const Codec &one = codecs()[body];
        QCOMPARE(one.again(one.json).value(), one.json);
    }

    void body_refusesAnUnknownMember_data() { rows(); }
    void body_refusesAnUnknownMember()
    {
        QFETCH(QString, body);
        QJsonObject json = codecs()[body].json;
        json.insert(u"more"_s, true);
        QCOMPARE(codecs()[body].again(json).error(), (Error{ErrorCode::UnknownField, u"more"_s}));
    }

    void body_refusesWrongTypes_data() { rows(); }
    void body_refusesWrongTypes()
    {
        QFETCH(QString, body);
        const QJsonObject json = codecs()[body].json;
        for (const QString &key : json.keys()) {
            QJsonObject wrong = json;
            wrong.insert(key, QJsonValue::Null);
            const auto read = codecs()[body].again(wrong);
            QVERIFY2(!read, qPrintable(key));
            QVERIFY2(read.error().detail.startsWith(key), qPrintable(read.error().detail));
        }
    }

    void innerFault_namesItsPlace()
    {
        QJsonObject json = toJson(registration());
        QJsonObject inner = json.value(u"demand"_s).toObject();
        inner.insert(u"title"_s, 5);
        json.insert(u"demand"_s, inner);
        QCOMPARE(registerFromJson(json).error(), (Error{ErrorCode::BadInput, u"demand.title"_s}));

        json = toJson(registration());
        QJsonArray replies{toJson(earlierReply())};
        replies.append(7);
        json.insert(u"earlierReplies"_s, replies);
        QCOMPARE(registerFromJson(json).error(), (Error{ErrorCode::BadInput, u"earlierReplies[1]"_s}));
    }

    void command_readsBackWhatItWrote()
    {
        const Command command{.id = commandId(7),
            .type = CommandType::SubmitForSignOff,
            .caseId = caseId,
            .baseRevision = 12,
            .claimedTimeMs = mondayMs,
            .body = {{u"note"_s, u"请审签"_s}}};
        QCOMPARE(commandFromJson(toJson(command)).value(), command);
    }

    void command_refusesBadMembers_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("id of version 4") << u"id"_s << QJsonValue(u"0197a000-0000-4000-8000-000000000001"_s);
        QTest::newRow("unknown type") << u"type"_s << QJsonValue(u"abolish"_s);
        QTest::newRow("negative base") << u"baseRevision"_s << QJsonValue(-1);
        QTest::newRow("body is text") << u"body"_s << QJsonValue(u"text"_s);
    }
    void command_refusesBadMembers()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        QJsonObject json = toJson(Command{.id = commandId(7),
            .type = CommandType::Accept,
            .caseId = caseId,
            .baseRevision = 1,
            .claimedTimeMs = mondayMs,
            .body = {}});
        json.insert(key, value);
        QCOMPARE(commandFromJson(json).error(), (Error{ErrorCode::BadInput, key}));
    }

    void actor_readsBackWithAndWithoutSubstitute()
    {
        Actor actor = leader();
        QCOMPARE(actorFromJson(toJson(actor)).value(), actor);
        actor.actingFor = {u"gao"_s};
        actor.actingForName = u"高山"_s;
        QCOMPARE(actorFromJson(toJson(actor)).value(), actor);
    }

    void everyCommandType_hasAName()
    {
        QCOMPARE(namesOf(CommandType{}).size(), size_t(CommandType::Recalculate) + 1);
    }
};

QTEST_GUILESS_MAIN(TestCommand)
#include "tst_Command.moc"
