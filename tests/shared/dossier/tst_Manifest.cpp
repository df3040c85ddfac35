#include "shared/dossier/Manifest.h"

#include "tests/shared/dossier/SampleCase.h"

#include <QJsonArray>
#include <QTest>

using namespace chengban;

namespace {

QStringList kinds(const Manifest &manifest, bool missing)
{
    QStringList names;
    for (const Paper &paper : manifest.papers) {
        if (paper.missing == missing)
            names.append(nameOf(paper.kind));
    }
    return names;
}

Case caseWithout(PaperKind kind)
{
    Case c = samples::archivedCase();
    Reply &reply = c.replies.last().reply;
    switch (kind) {
    case PaperKind::SignOffSheet:
        c.signatures.clear();
        break;
    case PaperKind::ReplyLetter:
        reply.answer.clear();
        break;
    case PaperKind::ContactRecord:
        c.contacts.clear();
        break;
    case PaperKind::InvestigationRecord:
        reply.investigation = reply.handling = reply.result = QString();
        break;
    case PaperKind::Attachment:
        reply.verdict = Verdict::Unreasonable;
        break;
    default:
        break;
    }
    return c;
}

} // namespace

class TestManifest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void archivedCase_isCompleteAndConclusionComesFirst()
    {
        const Manifest manifest = manifestOf(samples::archivedCase(), PaperOrder::ConclusionFirst);
        QVERIFY(manifest.isComplete());
        QCOMPARE(kinds(manifest, false).join(u' '),
            QStringLiteral(
                "sign-off-sheet reply-letter investigation-record contact-record legal-basis extension-sheet "
                "return-sheet rework-sheet superseded-reply handling-sheet case-sheet register-page "
                "earlier-reply callback-record"));
        QCOMPARE(manifest.year, 2026);
        QCOMPARE(manifest.retention, QStringLiteral("D30"));
        QCOMPARE(manifest.archiveNumber, QStringLiteral("Q012-ZY·RX·2026·D30-0007"));
        QCOMPARE(manifest.fondsName, QStringLiteral("清河县住房和城乡建设局"));
        QCOMPARE(countyDate(manifest.fromMs), QDate(2026, 2, 20));
        QCOMPARE(countyDate(manifest.toMs), QDate(2026, 3, 13));
    }

    void byTime_putsTheEarliestFirst()
    {
        const Manifest manifest = manifestOf(samples::archivedCase(), PaperOrder::ByTime);
        QCOMPARE(manifest.papers.first().kind, PaperKind::EarlierReply);
        QCOMPARE(manifest.papers.last().kind, PaperKind::CallbackRecord);
        QVERIFY(std::ranges::is_sorted(manifest.papers, {}, &Paper::atMs));
    }

    void requiredPaper_thatIsNotThere_isMissing_data()
    {
        QTest::addColumn<PaperKind>("kind");
        QTest::newRow("no signature") << PaperKind::SignOffSheet;
        QTest::newRow("no answer") << PaperKind::ReplyLetter;
        QTest::newRow("nobody was called") << PaperKind::ContactRecord;
        QTest::newRow("nothing was found out") << PaperKind::InvestigationRecord;
        QTest::newRow("unreasonable without evidence") << PaperKind::Attachment;
    }
    void requiredPaper_thatIsNotThere_isMissing()
    {
        QFETCH(PaperKind, kind);
        const Manifest manifest = manifestOf(caseWithout(kind), PaperOrder::ConclusionFirst);
        QVERIFY(!manifest.isComplete());
        QCOMPARE(kinds(manifest, true), QStringList{nameOf(kind)});
    }

    void earlyPhase_lacksNothing_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::newRow("registered") << Phase::Registered;
        QTest::newRow("dispatched") << Phase::Dispatched;
        QTest::newRow("handling") << Phase::Handling;
        QTest::newRow("ordered again") << Phase::Rework;
    }
    void earlyPhase_lacksNothing()
    {
        QFETCH(Phase, phase);
        Case c;
        c.phase = phase;
        c.demand = samples::demand();
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        QCOMPARE(kinds(manifest, false),
            (QStringList{QStringLiteral("case-sheet"), QStringLiteral("register-page")}));
        QVERIFY(manifest.isComplete());
    }

    void anonymousCase_needsNoContact()
    {
        Case c = caseWithout(PaperKind::ContactRecord);
        c.demand.anonymous = true;
        QVERIFY(manifestOf(c, PaperOrder::ConclusionFirst).isComplete());
    }

    void firstDay_namesWhatTheDossierWillNeed()
    {
        Case c;
        c.phase = Phase::Registered;
        c.demand = samples::demand();
        const DossierTemplate form = builtInTemplate(PaperOrder::ConclusionFirst);
        QCOMPARE(kinds(manifestOf(c, form, Needed::AtTheEnd), true).join(u' '),
            QStringLiteral("sign-off-sheet reply-letter investigation-record contact-record"));
        c.contacts = {Entry<ContactBody>{ContactBody{samples::contact(2, ContactOutcome::Reached)},
            samples::clerk(), samples::at(2, 9), 3}};
        QVERIFY(
            !kinds(manifestOf(c, form, Needed::AtTheEnd), true).contains(QStringLiteral("contact-record")));
    }

    void refusedCase_needsNoReply()
    {
        Case c;
        c.phase = Phase::Closed;
        c.ending = Ending::Refused;
        c.demand = samples::demand();
        QVERIFY(manifestOf(c, PaperOrder::ConclusionFirst).isComplete());
        QVERIFY(manifestOf(c, builtInTemplate({}), Needed::AtTheEnd).isComplete());
    }

    void attachments_standBehindTheirPaperAndOnce()
    {
        Case c = samples::archivedCase();
        const auto file = [](const QString &name, char16_t digest) {
            return Attachment{name, AttachmentKind::Photo, QStringLiteral("image/jpeg"), 7,
                QString(64, QChar(digest)), QString(64, u'f')};
        };
        c.replies.last().reply.attachments = {file(QStringLiteral("同一张.jpg"), u'1')};
        RecordBody visit;
        visit.attachments
            = {file(QStringLiteral("现场.jpg"), u'2'), file(QStringLiteral("同一张.jpg"), u'1')};
        c.records = {CaseRecord{RecordKind::SiteVisit, {visit, samples::clerk(), samples::at(3, 15), 7}}};
        c.extensions[0].request.body.attachments = {file(QStringLiteral("采购单.jpg"), u'3')};
        for (const PaperOrder order : {PaperOrder::ConclusionFirst, PaperOrder::ByTime}) {
            const QList<Paper> papers = manifestOf(c, order).papers;
            const auto at
                = [&](const QString &title) { return std::ranges::find(papers, title, &Paper::title); };
            QCOMPARE(std::ranges::count(papers, PaperKind::Attachment, &Paper::kind), 3);
            QCOMPARE((at(QStringLiteral("现场.jpg")) - 1)->kind, PaperKind::SiteRecord);
            QCOMPARE(at(QStringLiteral("现场.jpg"))->of, PaperKind::SiteRecord);
            QCOMPARE((at(QStringLiteral("采购单.jpg")) - 1)->kind, PaperKind::ExtensionSheet);
            QList<qsizetype> numbers;
            for (const Paper &paper : papers) {
                if (paper.kind == PaperKind::Attachment)
                    numbers.append(paper.index);
            }
            QCOMPARE(numbers, (QList<qsizetype>{0, 1, 2}));
        }
        QCOMPARE(filesOf(c).size(), 3);
    }

    void ordersAndObjections_areFiledWithTheirAnswers()
    {
        Case c = samples::archivedCase();
        Order order;
        order.order = {OrderBody{}, samples::centre(), samples::at(8, 9), 11};
        order.answers
            = {Asked<OrderAnswerBody>{{OrderAnswerBody{}, samples::clerk(), samples::at(8, 15), 12}},
                Asked<OrderAnswerBody>{{OrderAnswerBody{}, samples::clerk(), samples::at(9, 15), 13}}};
        c.orders = {order};
        c.appeals = {Appeal{{CodedNoteBody{}, samples::clerk(), samples::at(8, 16), 14}}};
        c.scoreAppeals = c.appeals;
        c.exclusion = Entry<CodedNoteBody>{CodedNoteBody{}, samples::centre(), samples::at(14, 9), 20};
        const QStringList found = kinds(manifestOf(c, PaperOrder::ConclusionFirst), false);
        QCOMPARE(found.count(QStringLiteral("order-answer")), 2);
        QVERIFY(
            found.indexOf(QStringLiteral("order-letter")) < found.indexOf(QStringLiteral("order-answer")));
        QCOMPARE(found.count(QStringLiteral("appeal-sheet")), 2);
        QCOMPARE(found.count(QStringLiteral("exclusion-sheet")), 1);
    }

    void caseClosedWithoutCallback_isComplete()
    {
        Case c = samples::archivedCase();
        c.centreCallbacks.clear();
        c.unitCallbacks.clear();
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        QVERIFY(manifest.isComplete());
        QVERIFY(!kinds(manifest, false).contains(QStringLiteral("callback-record")));
    }

    void withheldReply_isNotShownAsOurs()
    {
        Case c = samples::archivedCase();
        c.replies.last().withheld = true;
        QVERIFY(
            kinds(manifestOf(c, PaperOrder::ConclusionFirst), true).contains(QStringLiteral("reply-letter")));
    }

    void title_isAtMostFiftyCharacters_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("expected");
        QTest::newRow("short") << QStringLiteral("清河县城管局") << QStringLiteral("路灯不亮")
                               << QStringLiteral("清河县城管局关于“路灯不亮”诉求的办理材料");
        QTest::newRow("long subject") << QStringLiteral("清河县城管局") << QString(200, u'水') << QString();
        QTest::newRow("long unit") << QString(80, u'局') << QStringLiteral("路灯") << QString();
        QTest::newRow("rare characters")
            << QStringLiteral("城管局") << QStringLiteral("𠮷").repeated(100) << QString();
        QTest::newRow("line break") << QStringLiteral("城管局") << QStringLiteral("路灯\n不亮")
                                    << QStringLiteral("城管局关于“路灯 不亮”诉求的办理材料");
    }
    void title_isAtMostFiftyCharacters()
    {
        QFETCH(QString, unit);
        QFETCH(QString, subject);
        QFETCH(QString, expected);
        const QString title = dossierTitle(unit, subject);
        QVERIFY2(title.toUcs4().size() <= 50, qPrintable(title));
        QVERIFY(title.isValidUtf16());
        QVERIFY(title.endsWith(QStringLiteral("”诉求的办理材料")));
        if (!expected.isEmpty())
            QCOMPARE(title, expected);
    }

    void json_namesEveryPaper()
    {
        Case c = samples::archivedCase();
        c.replies.last().reply.attachments = {Attachment{QStringLiteral("现场.jpg"), AttachmentKind::Photo,
            QStringLiteral("image/jpeg"), 7, QString(64, u'0'), QString(64, u'1')}};
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        const QJsonObject json = toJson(manifest);
        QCOMPARE(json.value(QStringLiteral("papers")).toArray().size(), manifest.papers.size());
        QCOMPARE(json.value(QStringLiteral("caseHead")).toString(), QStringLiteral("5a").repeated(32));
        const QJsonObject attachment = json.value(QStringLiteral("papers")).toArray().at(5).toObject();
        QCOMPARE(attachment.value(QStringLiteral("title")).toString(), QStringLiteral("现场.jpg"));
        QCOMPARE(json.value(QStringLiteral("template")).toObject().value(QStringLiteral("id")).toString(),
            QStringLiteral("conclusion-first"));
        QCOMPARE(attachment.value(QStringLiteral("attachment"))
                     .toObject()
                     .value(QStringLiteral("size"))
                     .toInteger(),
            7);
    }
};

QTEST_GUILESS_MAIN(TestManifest)
#include "tst_Manifest.moc"
