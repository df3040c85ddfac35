#include "shared/dossier/Filing.h"
#include "tests/shared/dossier/SampleCase.h"

#include <QTest>

using namespace chengban;

class TestFiling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retention_followsTheRule()
    {
        Case c;
        QCOMPARE(proposedRetention(c), (Retention{QStringLiteral("D10"), {}}));
        c.earlierReplies = {EarlierReply{}, EarlierReply{}};
        QCOMPARE(proposedRetention(c).code, QStringLiteral("D30"));
        c.earlierReplies.removeLast();
        QCOMPARE(proposedRetention(c).code, QStringLiteral("D10"));
        c.urges = {Entry<ReminderBody>{}};
        QCOMPARE(proposedRetention(c).code, QStringLiteral("D30"));
        QCOMPARE(proposedRetention(samples::archivedCase()).reason, QStringLiteral("有领导批示"));
    }

    void archiveNumber_isMadeAndRecognised()
    {
        const ArchiveNumbering numbering{.fonds = QStringLiteral("Q012")};
        const Result<QString> number = archiveNumber(numbering, 2026, QStringLiteral("D30"), 7);
        QVERIFY(number);
        QCOMPARE(*number, QStringLiteral("Q012-ZY·RX·2026·D30-0007"));
        QVERIFY(isArchiveNumber(*number, 2026, QStringLiteral("D30")));
        QVERIFY(isArchiveNumber(QStringLiteral("Q012-ZY-RX-2026-D30-007"), 2026, QStringLiteral("D30")));
        QVERIFY(isArchiveNumber(QStringLiteral("YX12345-2026-D10-0175"), 2026, QStringLiteral("D10")));
        QVERIFY(!isArchiveNumber(*number, 2025, QStringLiteral("D30")));
        QVERIFY(!isArchiveNumber(*number, 2026, QStringLiteral("D10")));
        QVERIFY(!isArchiveNumber(QStringLiteral("7"), 2026, QStringLiteral("D10")));
    }

    void archiveNumber_withoutSense_isRefused_data()
    {
        QTest::addColumn<QString>("fonds");
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("retention");
        QTest::addColumn<int>("volume");
        QTest::newRow("no fonds") << QString() << 2026 << QStringLiteral("D10") << 1;
        QTest::newRow("a separator in it") << QStringLiteral("Q-1") << 2026 << QStringLiteral("D10") << 1;
        QTest::newRow("not closed") << QStringLiteral("Q012") << 0 << QStringLiteral("D10") << 1;
        QTest::newRow("20 years") << QStringLiteral("Q012") << 2026 << QStringLiteral("D20") << 1;
        QTest::newRow("volume 0") << QStringLiteral("Q012") << 2026 << QStringLiteral("Y") << 0;
        QTest::newRow("volume 10000") << QStringLiteral("Q012") << 2026 << QStringLiteral("Y") << 10000;
    }
    void archiveNumber_withoutSense_isRefused()
    {
        QFETCH(QString, fonds);
        QFETCH(int, year);
        QFETCH(QString, retention);
        QFETCH(int, volume);
        const Result<QString> number = archiveNumber({.fonds = fonds}, year, retention, volume);
        QVERIFY(!number && number.error().code == ErrorCode::BadInput);
    }

    void nextNumber_followsTheHighestOfItsList_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("retention");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same year and time")
            << 2026 << QStringLiteral("D30") << QStringLiteral("Q012-ZY·RX·2026·D30-0008");
        QTest::newRow("another time")
            << 2026 << QStringLiteral("D10") << QStringLiteral("Q012-ZY·RX·2026·D10-0001");
        QTest::newRow("another year")
            << 2027 << QStringLiteral("D30") << QStringLiteral("Q012-ZY·RX·2027·D30-0001");
        QTest::newRow("unknown time") << 2026 << QStringLiteral("D99") << QString();
    }
    void nextNumber_followsTheHighestOfItsList()
    {
        QFETCH(int, year);
        QFETCH(QString, retention);
        QFETCH(QString, expected);
        const QStringList filed{QStringLiteral("Q012-ZY·RX·2026·D30-0007"), QStringLiteral("2026/8"),
            QStringLiteral("Q012-ZY·RX·2026·D30-0003"), QStringLiteral("Q012-ZY·XF·2026·D30-0099")};
        QCOMPARE(nextArchiveNumber(filed, builtInTemplate({}), year, retention), expected);
        QCOMPARE(nextArchiveNumber({}, builtInTemplate({}), year, retention), QString());
    }

    void retention_endsWithTheYearsItIsKept()
    {
        QCOMPARE(retentionEnds(2026, QStringLiteral("D10")), 2036);
        QCOMPARE(retentionEnds(2026, QStringLiteral("D30")), 2056);
        QCOMPARE(retentionEnds(2026, QStringLiteral("Y")), 0);
        QCOMPARE(retentionEnds(0, QStringLiteral("D10")), 0);
    }

    void retention_followsTheTemplate()
    {
        DossierTemplate form = builtInTemplate({});
        form.longerFor = {LongerFor::Repeat};
        form.repeatedFrom = 2;
        form.longer = QStringLiteral("Y");
        const Case c = samples::archivedCase(); // with an instruction and one earlier reply
        QCOMPARE(proposedRetention(c, form), (Retention{QStringLiteral("Y"), QStringLiteral("重复诉求")}));
        form.longerFor = {};
        QCOMPARE(proposedRetention(c, form), (Retention{QStringLiteral("D10"), {}}));
    }

    void volumes_holdAtMost200PagesAndNeverDivideAPaper_data()
    {
        QTest::addColumn<QList<int>>("pages");
        QTest::addColumn<QList<qsizetype>>("sizes");
        QTest::newRow("exactly 200") << QList{100, 100} << QList<qsizetype>{2};
        QTest::newRow("one more") << QList{100, 100, 1} << QList<qsizetype>{2, 1};
        QTest::newRow("a paper of 300") << QList{5, 300, 5} << QList<qsizetype>{1, 1, 1};
        QTest::newRow("none") << QList<int>{} << QList<qsizetype>{};
    }
    void volumes_holdAtMost200PagesAndNeverDivideAPaper()
    {
        QFETCH(QList<int>, pages);
        QFETCH(QList<qsizetype>, sizes);
        QList<qsizetype> found;
        qsizetype next = 0;
        for (const QList<qsizetype> &volume : volumesOf(pages, 200)) {
            found.append(volume.size());
            for (const qsizetype paper : volume)
                QCOMPARE(paper, next++);
        }
        QCOMPARE(found, sizes);
    }
};

QTEST_APPLESS_MAIN(TestFiling)
#include "tst_Filing.moc"
