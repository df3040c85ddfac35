#include "shared/base/CountyTime.h"
#include "shared/reply/ReplyParts.h"
#include "shared/reply/Requirements.h"
#include "shared/rules/PackParts.h"

#include <QFile>
#include <QTest>

#include <functional>

using namespace chengban;

namespace {

using Change = std::function<void(Reply &)>;

const RulePack &tongbai()
{
    static const RulePack pack = [] {
        QFile file(QStringLiteral(":/rulepacks/tongbai-2023.json"));
        return loadRulePack(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray()).value();
    }();
    return pack;
}

ContactAttempt call(ContactOutcome outcome, int hour = 9)
{
    ContactAttempt contact;
    contact.handler = QStringLiteral("李明");
    contact.phoneUsed = QStringLiteral("0377-68200001");
    contact.atMs = utcMs(QDate(2025, 11, 3), QTime(hour, 20));
    contact.outcome = outcome;
    return contact;
}

QList<ContactAttempt> reached()
{
    return {call(ContactOutcome::Reached)};
}

Attachment scan(AttachmentKind kind)
{
    return {QStringLiteral("扫描件.pdf"), kind, QStringLiteral("application/pdf"), 1024,
        QString(64, QLatin1Char('1')), QString(64, QLatin1Char('2'))};
}

ReplyContext context()
{
    ReplyContext known;
    known.unitName = QStringLiteral("城关镇人民政府");
    known.citizenName = QStringLiteral("王小芳");
    known.citizenPhone = QStringLiteral("13812345678");
    known.hasPhone = true;
    known.demandTitle = QStringLiteral("路灯不亮");
    known.demandText
        = QStringLiteral("淮源大道东段的路灯已经有一个星期不亮了，晚上出行很不方便，请派人修理。");
    return known;
}

void fillParts(Reply &reply)
{
    switch (reply.verdict) {
    case Verdict::SolvableInLimit:
        reply.investigation = QStringLiteral("东段12盏路灯因电缆断裂停电");
        reply.handling = QStringLiteral("已更换电缆60米");
        reply.result = QStringLiteral("路灯全部恢复照明");
        break;
    case Verdict::NotInLimit:
        reply.progress = QStringLiteral("电缆已订购");
        reply.plan = QStringLiteral("11月底前完成更换");
        reply.expectedEffect = QStringLiteral("12盏路灯恢复照明");
        break;
    case Verdict::Unreasonable:
        reply.grounds = QStringLiteral("该路段规划为步行道，按规划不设路灯");
        reply.advice = QStringLiteral("晚上出行可走北侧有路灯的淮源大道辅路");
        reply.attachments = {scan(AttachmentKind::Evidence)};
        break;
    case Verdict::OutOfScope:
        reply.channel = QStringLiteral("litigation");
        reply.channelTold = true;
        reply.statement = QStringLiteral("淮源大道东段路灯的工程款纠纷已由法院立案");
        reply.attachments = {scan(AttachmentKind::ProcedurePaper)};
        break;
    case Verdict::Undecided:
        break;
    }
}

Reply complete(Verdict verdict, const QList<ContactAttempt> &contacts = reached())
{
    Reply reply;
    reply.verdict = verdict;
    reply.handler = QStringLiteral("李明");
    reply.handlerPhone = QStringLiteral("0377-68200001");
    fillParts(reply);
    reply.answer = composedAnswer(reply, contacts, context(), tongbai());
    return reply;
}

QStringList found(const Problems &problems)
{
    QStringList list;
    for (const Problem &problem : problems)
        list += problem.finding + QLatin1Char('@') + problem.field;
    return list;
}

QStringList found(const Reply &reply, const QList<ContactAttempt> &contacts = reached(),
    const ReplyContext &known = context())
{
    return found(replyProblems(reply, contacts, known, tongbai()));
}

/// A solvable reply whose answer goes on with `words`.
Reply answering(const QString &words)
{
    Reply reply = complete(Verdict::SolvableInLimit);
    reply.answer += words;
    return reply;
}

} // namespace

class TestRequirements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completeReply_hasNoProblem_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::newRow("T9") << Verdict::SolvableInLimit;
        QTest::newRow("T10") << Verdict::NotInLimit;
        QTest::newRow("T11") << Verdict::Unreasonable;
        QTest::newRow("T12-T14") << Verdict::OutOfScope;
    }
    void completeReply_hasNoProblem()
    {
        QFETCH(Verdict, verdict);
        QCOMPARE(found(complete(verdict)), QStringList());
    }

    void lackOfOnePart_isFound_data()
    {
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<Change>("remove");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("cite");
        const auto row = [](Verdict verdict, const char *expected, const char *cite, const Change &remove) {
            QTest::addRow("%s %s", nameOf(verdict).data(), expected)
                << verdict << remove << QString::fromLatin1(expected) << QString::fromUtf8(cite);
        };
        const auto clear
            = [](QString Reply::*text) { return [text](Reply &reply) { (reply.*text).clear(); }; };
        const auto tooShort = [](QString Reply::*text) {
            return [text](Reply &reply) { reply.*text = QStringLiteral("有。。。。"); };
        };
        const Change files = [](Reply &reply) { reply.attachments.clear(); };
        const Change otherKind = [](Reply &reply) { reply.attachments[0].kind = AttachmentKind::Photo; };
        const auto a = Verdict::SolvableInLimit;
        row(a, "investigation-missing@investigation", "T9 一(二)", clear(&Reply::investigation));
        row(a, "handling-missing@handling", "T9 一(二)", clear(&Reply::handling));
        row(a, "result-missing@result", "T9 一(二)", clear(&Reply::result));
        row(a, "investigation-too-short@investigation", "T9 一(二)", tooShort(&Reply::investigation));
        row(a, "answer-missing@answer", "T15 一(二)", clear(&Reply::answer));
        row(a, "handler-missing@handler", "T1 一(一)", clear(&Reply::handler));
        const auto b = Verdict::NotInLimit;
        row(b, "progress-missing@progress", "T10 一(二)", clear(&Reply::progress));
        row(b, "plan-missing@plan", "T10 一(二)", clear(&Reply::plan));
        row(b, "expected-effect-missing@expectedEffect", "T10 一(二)", clear(&Reply::expectedEffect));
        row(b, "answer-missing@answer", "T15 一(二)", clear(&Reply::answer));
        const auto c = Verdict::Unreasonable;
        row(c, "grounds-missing@grounds", "T11 一(二)", clear(&Reply::grounds));
        row(c, "advice-missing@advice", "T11 一(二)", clear(&Reply::advice));
        row(c, "evidence-missing@attachments", "T11 一(二)", files);
        row(c, "evidence-missing@attachments", "T11 一(二)", otherKind);
        const auto d = Verdict::OutOfScope;
        row(d, "channel-missing@channel", "T12 一(二)", clear(&Reply::channel));
        row(d, "channel-told-missing@channelTold", "T12 一(二)",
            [](Reply &reply) { reply.channelTold = false; });
        row(d, "channel-told-missing@channelTold", "T13 一(二)", [](Reply &reply) {
            reply.channelTold = false;
            reply.channel = QStringLiteral("military");
        });
        row(d, "statement-missing@statement", "T14 一(二)", clear(&Reply::statement));
        row(d, "procedure-paper-missing@attachments", "T14 一(二)", files);
        row(d, "channel-unknown@channel", "tongbai-2023",
            [](Reply &reply) { reply.channel = QStringLiteral("moon"); });
    }
    void lackOfOnePart_isFound()
    {
        QFETCH(Verdict, verdict);
        QFETCH(Change, remove);
        QFETCH(QString, expected);
        QFETCH(QString, cite);
        Reply reply = complete(verdict);
        remove(reply);
        const Problems problems = replyProblems(reply, reached(), context(), tongbai());
        QCOMPARE(found(problems), QStringList{expected});
        QCOMPARE(problems.first().cite, cite);
        QCOMPARE(problems.first().severity, Severity::Must);
    }

    void undecidedReply_isToldToDecide()
    {
        Reply reply = complete(Verdict::SolvableInLimit);
        reply.verdict = Verdict::Undecided;
        QCOMPARE(found(reply), QStringList{QStringLiteral("verdict-missing@verdict")});
    }

    void emptyReply_listsItsLacksInTheOrderOfTheForm()
    {
        Reply reply;
        reply.verdict = Verdict::SolvableInLimit;
        QCOMPARE(found(reply, {}),
            (QStringList{QStringLiteral("contact-missing@contact"),
                QStringLiteral("investigation-missing@investigation"),
                QStringLiteral("handling-missing@handling"), QStringLiteral("result-missing@result"),
                QStringLiteral("answer-missing@answer"), QStringLiteral("handler-missing@handler")}));
    }

    void contacts_areEnoughOrNot_data()
    {
        QTest::addColumn<QList<ContactAttempt>>("contacts");
        QTest::addColumn<QString>("expected");
        using enum ContactOutcome;
        const auto row = [](const char *name, const QList<ContactAttempt> &contacts, const char *expected) {
            QTest::newRow(name) << contacts << QString::fromLatin1(expected);
        };
        row("reached", {call(Reached)}, "");
        row("declined", {call(Declined)}, "");
        row("two calls without answer", {call(NoAnswer, 9), call(SwitchedOff, 15)}, "");
        row("no answer, then reached", {call(NoAnswer, 9), call(Reached, 15)}, "");
        row("none", {}, "contact-missing@contact");
        row("one call without answer", {call(NoAnswer)}, "contact-attempts-too-few@contact");
        row("the same call twice", {call(NoAnswer), call(NoAnswer)}, "contact-attempts-too-few@contact");
        row("no number, though one came", {call(NoNumber)}, "contact-contradicts@contact");
        ContactAttempt bad = call(Reached);
        bad.phoneUsed.clear();
        row("without the number used", {bad}, "contact-contradicts@contact");
        bad = call(Reached);
        bad.handler = QStringLiteral(" ");
        row("without the handler", {bad}, "contact-contradicts@contact");
        bad = call(Reached);
        bad.phoneUsed = QStringLiteral("+86 138-1234-5678");
        row("from the citizen's own number", {bad}, "contact-contradicts@contact");
        bad = call(NoAnswer);
        bad.toldPlan = true;
        row("told although nobody was reached", {bad, call(NoAnswer, 15)},
            "contact-attempts-too-few@contact");
    }
    void contacts_areEnoughOrNot()
    {
        QFETCH(QList<ContactAttempt>, contacts);
        QFETCH(QString, expected);
        const QStringList problems = found(complete(Verdict::SolvableInLimit, contacts), contacts);
        QCOMPARE(problems.filter(QStringLiteral("@contact")).join(QLatin1Char(' ')), expected);
    }

    void contactProblems_sayWhatIsWrong()
    {
        QCOMPARE(contactProblems(call(ContactOutcome::Reached), context(), tongbai()), Problems());
        ContactAttempt empty;
        QCOMPARE(found(contactProblems(empty, context(), tongbai())),
            (QStringList{QStringLiteral("contact-handler-missing@handler"),
                QStringLiteral("contact-phone-missing@phoneUsed")}));
    }

    void noNumber_isEnough_whenNoneCame()
    {
        ReplyContext known = context();
        known.citizenPhone.clear();
        known.hasPhone = false;
        const QList<ContactAttempt> contacts{call(ContactOutcome::NoNumber)};
        QCOMPARE(found(complete(Verdict::SolvableInLimit, contacts), contacts, known), QStringList());
        known.hasPhone = true; // Withheld here, but it came.
        QCOMPARE(found(complete(Verdict::SolvableInLimit, contacts), contacts, known),
            QStringList{QStringLiteral("contact-contradicts@contact")});
    }

    void anonymousCase_needsNoContact()
    {
        ReplyContext known = context();
        known.anonymous = true;
        QCOMPARE(found(complete(Verdict::SolvableInLimit, {}), {}, known), QStringList());
        Reply reply = complete(Verdict::OutOfScope, {});
        reply.channelTold = false; // Nobody is there to be told.
        QCOMPARE(found(reply, {}, known), QStringList());
    }

    void contactSentence_hasThePrescribedForm_data()
    {
        QTest::addColumn<QList<ContactAttempt>>("contacts");
        QTest::addColumn<QString>("expected");
        using enum ContactOutcome;
        QTest::newRow("T6") << QList{call(Reached)}
                            << QStringLiteral("经办人李明使用电话号0377-68200001于11月3日9时与反映人通话。");
        QTest::newRow("the latest conversation counts")
            << QList{call(Reached, 9), call(NoAnswer, 10), call(Reached, 16)}
            << QStringLiteral("经办人李明使用电话号0377-68200001于11月3日16时与反映人通话。");
        QTest::newRow("declined")
            << QList{call(Declined)}
            << QStringLiteral(
                   "经办人李明使用电话号0377-68200001于11月3日9时拨通反映人电话，反映人表示不愿沟通。");
        QTest::newRow("T7") << QList{call(SwitchedOff, 15), call(NoAnswer, 9)}
                            << QStringLiteral(
                                   "经办人李明使用电话号0377-68200001于11月3日9时（无人接听）、11月3日15时"
                                   "（停机或关机）拨打反映人电话，共拨打2次，未能与反映人取得联系。");
        ContactAttempt colleague = call(WrongNumber, 16);
        colleague.handler = QStringLiteral("赵强");
        QTest::newRow("T7, two handlers")
            << QList{call(NoAnswer, 9), colleague}
            << QStringLiteral("经办人李明使用电话号0377-68200001于11月3日9时（无人接听）拨打反映人电话；"
                              "经办人赵强使用电话号0377-68200001于11月3日16时（号码有误）拨打反映人电话，"
                              "共拨打2次，未能与反映人取得联系。");
        QTest::newRow("no number") << QList{call(NoNumber)}
                                   << QStringLiteral("工单未留反映人电话，经办人李明无法与反映人通话。");
        QTest::newRow("no attempt") << QList<ContactAttempt>() << QString();
    }
    void contactSentence_hasThePrescribedForm()
    {
        QFETCH(QList<ContactAttempt>, contacts);
        QFETCH(QString, expected);
        QCOMPARE(contactSentence(contacts, tongbai()), expected);
    }

    void contactSentence_usesTheCountysHour()
    {
        ContactAttempt contact = call(ContactOutcome::Reached);
        contact.atMs = QDateTime(QDate(2025, 11, 3), QTime(16, 30), Qt::UTC).toMSecsSinceEpoch();
        QVERIFY(contactSentence({contact}, tongbai()).contains(QStringLiteral("11月4日0时")));
    }

    void contactSentence_takesBracesInANameAsTheyAre()
    {
        ContactAttempt contact = call(ContactOutcome::Reached);
        contact.handler = QStringLiteral("{phone}");
        QVERIFY(contactSentence({contact}, tongbai()).startsWith(QStringLiteral("经办人{phone}使用")));
    }

    void answer_mustShowTheContact_data()
    {
        QTest::addColumn<QList<ContactAttempt>>("contacts");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("shown");
        using enum ContactOutcome;
        const QList<ContactAttempt> unreachable{call(NoAnswer, 9), call(NoAnswer, 15)};
        QTest::newRow("the sentence, with spaces")
            << reached() << QStringLiteral("经办人 李明 使用电话号 0377-68200001 于 11月3日9时与反映人通话")
            << true;
        QTest::newRow("the facts in other words")
            << reached() << QStringLiteral("李明于11月3日用0377-68200001向您了解了情况") << true;
        QTest::newRow("another day") << reached()
                                     << QStringLiteral("李明于11月4日用0377-68200001向您了解了情况") << false;
        QTest::newRow("nothing of it") << reached() << QStringLiteral("您好") << false;
        QTest::newRow("unreachable, in other words")
            << unreachable << QStringLiteral("两次致电均无人接听") << true;
        QTest::newRow("unreachable, not said") << unreachable << QStringLiteral("您好") << false;
    }
    void answer_mustShowTheContact()
    {
        QFETCH(QList<ContactAttempt>, contacts);
        QFETCH(QString, words);
        QFETCH(bool, shown);
        Reply reply = complete(Verdict::SolvableInLimit, contacts);
        reply.answer = words + QStringLiteral("。路灯已全部修好，恢复照明。");
        const Problems problems = replyProblems(reply, contacts, context(), tongbai());
        const QStringList expected
            = shown ? QStringList() : QStringList{QStringLiteral("contact-sentence-missing@answer")};
        QCOMPARE(found(problems), expected);
        if (!shown)
            QCOMPARE(problems.first().cite, QStringLiteral("T6 一(二)"));
    }

    void answer_isCheckedForWhatMayNotStandThere_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<QString>("place");
        QTest::addColumn<Severity>("severity");
        const auto row = [](const char *name, const char *words, const char *finding, const char *place,
                             Severity severity = Severity::Must) {
            QTest::newRow(name) << QString::fromUtf8(words) << QString::fromLatin1(finding)
                                << QString::fromUtf8(place) << severity;
        };
        row("the citizen's number", "已致电13812345678。", "citizen-phone-in-answer", "13812345678");
        row("the citizen's number, grouped", "已致电138 1234-5678。", "citizen-phone-in-answer",
            "138 1234-5678");
        row("the citizen's number, with the country", "已致电+8613812345678。", "citizen-phone-in-answer",
            "+8613812345678");
        row("the citizen's name", "王小芳您好。", "citizen-name-in-answer", "王小芳");
        row("an identity card", "证号411322199001011231。", "identity-number-in-answer",
            "411322199001011231");
        row("somebody else's mobile", "请致电13900001111。", "phone-in-answer", "13900001111",
            Severity::Should);
        row("an empty phrase", "我们将酌情处理。", "vague-words", "酌情处理", Severity::Should);
        row("a placeholder", "经办人XXX已到场。", "placeholder-left", "XXX");
        row("the form's own date", "于X月X日到场。", "placeholder-left", "X月X日");
        row("a template", "经办人{handler到场。", "placeholder-left", "{handler");
    }
    void answer_isCheckedForWhatMayNotStandThere()
    {
        QFETCH(QString, words);
        QFETCH(QString, finding);
        QFETCH(QString, place);
        QFETCH(Severity, severity);
        const Reply reply = answering(words);
        const Problems problems = replyProblems(reply, reached(), context(), tongbai());
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems[0].finding, finding);
        QCOMPARE(problems[0].field, QStringLiteral("answer"));
        QCOMPARE(problems[0].severity, severity);
        QCOMPARE(reply.answer.mid(problems[0].start, problems[0].length), place);
    }

    void answer_mayHoldWhatLooksAlike_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("the surname with a salutation") << QStringLiteral("王女士您好。");
        QTest::newRow("a longer number") << QStringLiteral("受理编号9138123456780。");
        QTest::newRow("eighteen digits without a birthday") << QStringLiteral("编号411322999999991234。");
        QTest::newRow("eighteen digits that do not check") << QStringLiteral("编号411322199001011232。");
        QTest::newRow("the unit's own number") << QStringLiteral("详询0377-68200001。");
    }
    void answer_mayHoldWhatLooksAlike()
    {
        QFETCH(QString, words);
        QCOMPARE(found(answering(words)), QStringList());
    }

    void name_ofOneCharacterOrSharedWithTheHandler_isNoFinding()
    {
        ReplyContext known = context();
        known.citizenName = QStringLiteral("李明");
        QCOMPARE(found(answering(QString()), reached(), known), QStringList());
        known.citizenName = QStringLiteral("路");
        QCOMPARE(found(answering(QString()), reached(), known), QStringList());
        known.citizenName = QStringLiteral("路先生");
        QCOMPARE(found(answering(QStringLiteral("路先生您好。")), reached(), known), QStringList());
    }

    void answer_thatOnlyRepeatsTheDemand_isTold()
    {
        Reply reply = complete(Verdict::SolvableInLimit);
        reply.answer = context().demandText + QStringLiteral("已修，李明11月3日用0377-68200001联系");
        QCOMPARE(found(reply), QStringList{QStringLiteral("answer-repeats-demand@answer")});
    }

    void placeholder_isFoundInEveryText()
    {
        Reply reply = complete(Verdict::SolvableInLimit);
        reply.investigation = QStringLiteral("经XXX现场查看");
        QCOMPARE(found(reply), QStringList{QStringLiteral("placeholder-left@investigation")});
    }

    void files_areNotEmptyNorTwice()
    {
        Reply reply = complete(Verdict::Unreasonable);
        reply.attachments += scan(AttachmentKind::Photo);
        QCOMPARE(found(reply), QStringList{QStringLiteral("attachment-twice@attachments")});
        reply = complete(Verdict::Unreasonable);
        reply.attachments[0].size = 0;
        QCOMPARE(found(reply), QStringList{QStringLiteral("attachment-empty@attachments")});
    }

    void composedAnswer_isMadeFromTheParts()
    {
        Reply reply = complete(Verdict::SolvableInLimit);
        reply.unitCallback = QStringLiteral("satisfied");
        QCOMPARE(composedAnswer(reply, reached(), context(), tongbai()).split(QLatin1Char('\n')),
            (QStringList{QStringLiteral("您好！您反映的事项已收悉，现答复如下："),
                QStringLiteral("经办人李明使用电话号0377-68200001于11月3日9时与反映人通话。"),
                QStringLiteral("经调查，东段12盏路灯因电缆断裂停电。"),
                QStringLiteral("办理情况：已更换电缆60米。"), QStringLiteral("办理结果：路灯全部恢复照明。"),
                QStringLiteral("经回访，反映人对办理情况表示满意。"),
                QStringLiteral("承办单位：城关镇人民政府，承办人：李明，联系电话：0377-"
                               "68200001。感谢您对我们工作的支持。")}));
    }

    void composedAnswer_saysNothingOfDissatisfaction()
    {
        Reply reply = complete(Verdict::SolvableInLimit);
        reply.unitCallback = QStringLiteral("unsatisfied"); // T17: handle again instead.
        QVERIFY(!composedAnswer(reply, reached(), context(), tongbai()).contains(QStringLiteral("满意")));
    }

    void composedAnswer_namesChannelOrBody()
    {
        Reply reply = complete(Verdict::OutOfScope);
        QVERIFY(reply.answer.contains(QStringLiteral("请通过诉讼途径")));
        reply.channel = QStringLiteral("military");
        QVERIFY(composedAnswer(reply, reached(), context(), tongbai())
                    .contains(QStringLiteral("属于军队职责范围")));
    }

    void composedAnswer_listsTheLegalBases()
    {
        Reply reply = complete(Verdict::Unreasonable);
        reply.legalBasis = {{QStringLiteral("照明条例"), QStringLiteral("城办〔2020〕5号"),
                                QStringLiteral("第三条"), QStringLiteral("步行道不设")},
            {QStringLiteral("规划"), {}, {}, {}}};
        QVERIFY(
            composedAnswer(reply, reached(), context(), tongbai())
                .contains(QStringLiteral("《照明条例》（城办〔2020〕5号）第三条：步行道不设；《规划》。")));
    }

    void everyFinding_hasASentenceOfItsOwn()
    {
        Problem problem;
        problem.code = ErrorCode::PartMissing;
        const QString general = errorText(problem.code);
        for (const ReplyPart &part : replyParts()) {
            problem.finding = QString::fromLatin1(part.stem) + QStringLiteral("-missing");
            QVERIFY2(problemText(problem) != general, part.stem);
        }
        for (const char *finding :
            {"verdict-missing", "contact-attempts-too-few", "contact-contradicts", "contact-sentence-missing",
                "citizen-phone-in-answer", "citizen-name-in-answer", "placeholder-left", "attachment-empty",
                "attachment-twice", "answer-repeats-demand", "vague-words", "phone-in-answer",
                "identity-number-in-answer", "return-too-late", "extension-contact-missing",
                "channel-unknown", "unit-callback-unknown", "answer-too-short"}) {
            problem.finding = QString::fromLatin1(finding);
            QVERIFY2(problemText(problem) != general, finding);
        }
        problem.finding = QStringLiteral("of-another-room");
        QCOMPARE(problemText(problem), general);
    }

    void namesInPacks_areTheNamesOfReplies()
    {
        QSet<QString> parts;
        for (const ReplyPart &part : replyParts())
            parts.insert(QString::fromLatin1(part.part));
        QCOMPARE(parts, partNames());
        QSet<QString> verdicts{QStringLiteral("any")};
        for (const auto &row : namesOf(Verdict{})) {
            if (row.value != Verdict::Undecided)
                verdicts.insert(QString::fromLatin1(row.name));
        }
        QCOMPARE(verdicts, verdictNames());
        for (const auto &row : namesOf(AttachmentKind{}))
            QVERIFY(partNames().contains(QStringLiteral("attachment:") + QLatin1StringView(row.name)));
    }
};

QTEST_GUILESS_MAIN(TestRequirements)
#include "tst_Requirements.moc"
