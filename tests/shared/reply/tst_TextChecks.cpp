#include "shared/reply/TextChecks.h"
#include "shared/reply/TextRules.h"
#include "shared/rules/PackParts.h"
#include "tests/shared/reply/CompleteReply.h"

#include <QRandomGenerator>
#include <QTest>

#include <ctime>
#include <limits>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

const RulePack &minhe()
{
    static const RulePack pack = [] {
        const QList<RulePack> packs = linkedPacks();
        return *std::ranges::find(packs, u"minhe-2018"_s, &RulePack::id);
    }();
    return pack;
}

/// What is found in the answer, as "finding:place"; the whole answer has no place.
QStringList foundIn(const WholeReply &whole, const RulePack &pack = minhe())
{
    Problems problems;
    addPlaceholders(problems, u"answer"_s, whole.reply.answer, pack);
    addAnswerFaults(problems, {whole.reply, whole.contacts, whole.context, pack});
    QStringList list;
    for (const Problem &problem : problems) {
        const QString place
            = problem.start < 0 ? QString() : whole.reply.answer.mid(problem.start, problem.length);
        list += problem.finding + QLatin1Char(':') + place;
    }
    return list;
}

WholeReply sound()
{
    WholeReply whole = completeReply(minhe(), Verdict::SolvableInLimit, {});
    whole.context.signedAtMs = utcMs(QDate(2025, 11, 6), QTime(9, 0));
    return whole;
}

WholeReply saying(const QString &words)
{
    WholeReply whole = sound();
    whole.reply.answer += words;
    return whole;
}

WholeReply answering(const QString &answer)
{
    WholeReply whole = sound();
    whole.reply.answer = answer;
    whole.reply.investigation.clear();
    whole.reply.handling.clear();
    whole.context.demandTitle.clear();
    whole.context.demandText.clear();
    return whole;
}

/// The processor's time that the check of a text takes, at best of three.
std::clock_t timeFor(const QString &text)
{
    std::clock_t best = std::numeric_limits<std::clock_t>::max();
    for (int i = 0; i < 3; ++i) {
        WholeReply whole = sound();
        whole.reply.answer = text;
        whole.context.demandText = text.left(3000);
        const std::clock_t start = std::clock();
        std::ignore = foundIn(whole);
        best = std::min(best, std::clock() - start);
    }
    return best;
}

} // namespace

class TestTextChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void place_isFound_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &words, const QString &expected) {
            QTest::newRow(name) << words << expected;
        };
        row("placeholder", u"由XXX负责。"_s, u"placeholder-left:XXX"_s);
        row("placeholders that touch are one", u"于XXXX月办结。"_s, u"placeholder-left:XXXX月"_s);
        row("blank to fill in", u"金额____元。"_s, u"placeholder-left:____"_s);
        row("template", u"由{unit}负责。"_s, u"placeholder-left:{unit}"_s);
        row("evasive", u"我们将酌情处理。"_s, u"vague-words:酌情处理"_s);
        row("call after the reply", u"11月9日与您取得联系。"_s, u"contact-after-signing:11月9日"_s);
        row("call after the reply, next year", u"2026年1月2日工作人员电话联系了您。"_s,
            u"contact-after-signing:2026年1月2日"_s);
        row("unit's number as the citizen's", u"反映人电话：0377-68200001。"_s,
            u"unit-number-as-citizens:0377-68200001"_s);
        row("square brackets", u"按照清政办[2020]5号办理。"_s, u"document-number-malformed:[2020]5号"_s);
        row("round brackets", u"按照清政办（2020）5号办理。"_s, u"document-number-malformed:（2020）5号"_s);
        row("number without 号", u"按照清政办〔2020〕5办理。"_s, u"document-number-malformed:〔2020〕5"_s);
        row("number with 第", u"按照清政办〔2020〕第5号办理。"_s,
            u"document-number-malformed:〔2020〕第5号"_s);
        row("number with a zero", u"按照清政办〔2020〕05号办理。"_s,
            u"document-number-malformed:〔2020〕05号"_s);
        row("title not closed", u"按照《物业管理条例办理。"_s, u"title-mark-unpaired:《"_s);
        row("title not opened", u"按照物业管理条例》办理。"_s, u"title-mark-unpaired:》"_s);
        row("article without 第", u"按照《物业管理条例》十二条办理。"_s, u"article-malformed:十二条"_s);
        row("article without 条", u"按照《物业管理条例》第十二规定办理。"_s, u"article-malformed:第十二"_s);
        row("repealed law", u"按照《合同法》第五条办理。"_s, u"law-repealed:合同法"_s);
        row("repealed law, in full", u"按照《中华人民共和国物权法》第五条办理。"_s,
            u"law-repealed:中华人民共和国物权法"_s);
        row("identity card", u"证号411322199001011231。"_s,
            u"identity-number-in-answer:411322199001011231"_s);
        row("bank card", u"卡号6222 0200 0000 0000 000。"_s,
            u"bank-card-in-answer:6222 0200 0000 0000 000"_s);
        row("number plate", u"车辆豫RK1234违停。"_s, u"plate-in-answer:豫RK1234"_s);
        row("green number plate", u"车辆豫RD12345违停。"_s, u"plate-in-answer:豫RD12345"_s);
        row("home", u"家住锦绣花园3栋2单元501室的业主。"_s, u"address-in-answer:3栋2单元501室"_s);
        row("mobile", u"请致电业主139-0000-1111。"_s, u"phone-in-answer:139-0000-1111"_s);
    }
    void place_isFound()
    {
        QFETCH(QString, words);
        QFETCH(QString, expected);
        QCOMPARE(foundIn(saying(words)), QStringList{expected});
    }

    void lookAlike_isLeftAlone_data()
    {
        QTest::addColumn<QString>("words");
        const auto row = [](const QString &words) { QTest::newRow(qPrintable(words)) << words; };
        row(u"按照清政办〔2020〕5号办理。"_s);
        row(u"（2019）湘0102民初15号判决已生效。"_s);
        row(u"《国有土地使用证》（国用（2012）第275号）。"_s);
        row(u"自2019年（2019）起执行。"_s);
        row(u"按照《关于印发《物业管理办法》的通知》办理。"_s);
        row(u"按照《物业管理条例》第十二条第二款办理。"_s);
        row(u"按照《最高人民法院关于适用合同法若干问题的解释》办理。"_s);
        row(u"按照《中华人民共和国民法典》第五条办理。"_s);
        row(u"订单号6222020000000000001。"_s);
        row(u"流水号202005121530000123。"_s);
        row(u"请到政务服务中心3栋501室办理。"_s);
        row(u"已改造3栋36户。"_s);
        row(u"11月4日与您取得联系。"_s);
        row(u"我们将于11月20日与您联系。"_s);
        row(u"工程11月20日完成，届时与您联系。"_s);
        row(u"反映人电话已核对，承办人电话0377-68200001。"_s);
        row(u"特种病人{限门诊}可报销。"_s);
        row(u"全长5km，设A、B两区，X光机已到位。"_s);
    }
    void lookAlike_isLeftAlone()
    {
        QFETCH(QString, words);
        QCOMPARE(foundIn(saying(words)), QStringList());
    }

    void oneSentence_isCountedWithoutGreetingAndThanks_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("greeting, sentence, thanks")
            << u"您好！您反映的问题已转县水利局核实、办理。感谢您的来信！"_s << true;
        QTest::newRow("only the greeting") << u"网友：您好！留言已收悉。"_s << true;
        QTest::newRow("with unit and date")
            << u"您好！经查路灯电缆断裂已更换。清河镇人民政府2025年11月6日"_s << true;
        QTest::newRow("two") << u"您好！经查路灯电缆断裂。11月4日已更换电缆60米。"_s << false;
        QTest::newRow("a short one and another")
            << u"可以申请。您可以登录省残联网站查阅有关政策规定。"_s << false;
    }
    void oneSentence_isCountedWithoutGreetingAndThanks()
    {
        QFETCH(QString, answer);
        QFETCH(bool, isOne);
        QCOMPARE(foundIn(answering(answer)).contains(u"one-sentence:"_s), isOne);
    }

    void solved_needsAFact()
    {
        const QString hollow = u"我单位领导高度重视。您反映的问题已解决。"_s;
        QCOMPARE(foundIn(answering(hollow)), QStringList{u"solved-without-facts:已解决"_s});
        QCOMPARE(foundIn(answering(u"您反映的路灯不亮问题已解决。"_s + u"11月4日更换电缆60米。"_s)),
            QStringList());
        WholeReply whole = answering(hollow);
        whole.reply.handling = u"更换电缆60米"_s; // The part says it.
        QCOMPARE(foundIn(whole), QStringList());
    }

    void anotherSubject_isFound()
    {
        WholeReply whole = sound();
        QCOMPARE(foundIn(whole), QStringList());
        whole.reply.answer
            = u"您好！新生儿出生后可凭出生证明到户籍所在地医保窗口参保缴费。参保当年发生的住院费用按比例报销。"_s;
        QCOMPARE(foundIn(whole), QStringList{u"demand-not-answered:"_s});
    }

    void anonymousCitizen_wasNotCalled()
    {
        ReplyContext anonymous;
        anonymous.anonymous = true;
        WholeReply whole = completeReply(minhe(), Verdict::SolvableInLimit, {}, anonymous);
        QCOMPARE(foundIn(whole), QStringList());
        whole.reply.answer += u"工作人员已电话联系您。"_s;
        QCOMPARE(foundIn(whole), QStringList{u"anonymous-yet-called:电话联系您"_s});
        whole = completeReply(minhe(), Verdict::SolvableInLimit, {}, anonymous);
        whole.reply.answer += u"因系匿名，无法与您取得联系。"_s;
        QCOMPARE(foundIn(whole), QStringList());
    }

    void contactRecordedAfterSigning_isFound_unlessAnotherWasBefore()
    {
        WholeReply whole = sound();
        whole.context.signedAtMs = whole.contacts[0].atMs - 1;
        QVERIFY(foundIn(whole).contains(u"contact-after-signing:"_s));
        whole.contacts.prepend(whole.contacts[0]);
        whole.contacts[0].atMs -= 2;
        QVERIFY(!foundIn(whole).contains(u"contact-after-signing:"_s));
    }

    void repealedLaw_countsFromItsDay()
    {
        WholeReply whole = saying(u"按照《合同法》第五条办理。"_s);
        whole.context.signedAtMs = utcMs(QDate(2020, 12, 31), QTime(9, 0));
        QVERIFY(!foundIn(whole).contains(u"law-repealed:合同法"_s));
        whole.context.signedAtMs = utcMs(QDate(2021, 1, 1), QTime(9, 0));
        QVERIFY(foundIn(whole).contains(u"law-repealed:合同法"_s));
    }

    void packWithoutChecks_findsNothing()
    {
        RulePack silent = minhe();
        silent.textChecks.clear();
        QCOMPARE(foundIn(saying(u"由XXX酌情处理，证号411322199001011231。"_s), silent), QStringList());
    }

    void dataOfLanguageAndLaw_areThere()
    {
        QVERIFY(textRules().repealed.size() > 30);
        QVERIFY(textRules().bigramShares.size() > 5000);
        for (const char *name : wordListNames())
            QVERIFY2(!wordList(minhe(), name).isEmpty(), name);
        QVERIFY(
            !loadTextRules("{\"asOf\":\"x\",\"repealed\":[{\"title\":\"甲\",\"since\":\"soon\"}]}", "{}"));
        QVERIFY(!loadTextRules("{\"asOf\":\"x\",\"repealed\":[]}",
            "{\"source\":\"x\",\"shares\":[{\"perMille\":8,\"bigrams\":\"甲\"}]}"));
    }

    void anyText_isTaken_data()
    {
        QTest::addColumn<QString>("text");
        QRandomGenerator chance(7);
        QString noise;
        for (int i = 0; i < 200'000; ++i)
            noise += QChar(static_cast<char16_t>(chance.bounded(0x10000)));
        QTest::newRow("random UTF-16") << noise;
        QTest::newRow("only punctuation") << u"。，！？；：《》〔〕（）“”"_s.repeated(8000);
        QTest::newRow("only emoji") << QString::fromUtf8("😀🚒").repeated(30'000);
        QTest::newRow("only NUL") << QString(100'000, QChar(u'\0'));
        QTest::newRow("only lone surrogates") << QString(100'000, QChar(u'\xd83d'));
        QTest::newRow("empty") << QString();
        QTest::newRow("one character") << u"《"_s;
        QTest::newRow("1 MB")
            << u"路灯已修复，《合同法》第五条，联系电话13900001111，3栋2单元501室；"_s.repeated(10'000);
        QTest::newRow("digits without end") << QString(300'000, QChar(u'6'));
        QTest::newRow("brackets without end") << u"〔2020〕("_s.repeated(40'000);
        QTest::newRow("months without end") << u"1月"_s.repeated(150'000);
        QTest::newRow("spaces without end") << QString(300'000, QChar(u' '));
        QTest::newRow("called without end") << u"1月2日与您联系"_s.repeated(30'000);
    }
    void anyText_isTaken()
    {
        QFETCH(QString, text);
        const std::clock_t start = std::clock();
        WholeReply whole = sound();
        whole.reply.answer = text;
        whole.reply.handling = text;
        whole.context.demandText = text;
        const Problems problems = replyProblems(whole.reply, whole.contacts, whole.context, minhe());
        for (const Problem &problem : problems) {
            if (problem.field == u"answer"_s && problem.start >= 0)
                QVERIFY(problem.length > 0 && problem.start + problem.length <= text.size());
        }
        QVERIFY2(std::clock() - start < 10 * CLOCKS_PER_SEC, "The check does not come to an end");
    }

    void time_growsWithTheText()
    {
        const QString text
            = u"经查，路灯电缆断裂，已于11月4日更换60米；按照《物业管理条例》第十二条和清政办〔2020〕5号办理。"_s;
        const std::clock_t once = timeFor(text.repeated(2'000));
        const std::clock_t eight = timeFor(text.repeated(16'000));
        QVERIFY2(eight < 8 * 3 * once, qPrintable(u"%1, then %2 ticks"_s.arg(once).arg(eight)));
    }
};

QTEST_GUILESS_MAIN(TestTextChecks)
#include "tst_TextChecks.moc"
