#include "shared/base/CountyTime.h"
#include "shared/intake/Cells.h"

#include <QTest>

using namespace chengban;

class TestCells : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanCell_dropsWhatSpreadsheetsAdd_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("clean");
        QTest::newRow("number as text by a formula")
            << QStringLiteral("=\"00123\"") << QStringLiteral("00123");
        QTest::newRow("quotes inside the formula") << QStringLiteral("=\"a\"\"b\"") << QStringLiteral("a\"b");
        QTest::newRow("apostrophe before digits") << QStringLiteral("'2025001") << QStringLiteral("2025001");
        QTest::newRow("our guard against formulas") << QStringLiteral("'=1+1") << QStringLiteral("=1+1");
        QTest::newRow("apostrophe of a sentence") << QStringLiteral("'tis so") << QStringLiteral("'tis so");
        QTest::newRow("tab behind a number") << QStringLiteral("20250101\t") << QStringLiteral("20250101");
        QTest::newRow("line ends") << QStringLiteral("甲\r\n乙\r丙\v丁") << QStringLiteral("甲\n乙\n丙\n丁");
        QTest::newRow("control character") << QStringLiteral("甲\u0001乙") << QStringLiteral("甲 乙");
        QTest::newRow("ideographic space around") << QStringLiteral("\u3000甲\u3000") << QStringLiteral("甲");
    }
    void cleanCell_dropsWhatSpreadsheetsAdd()
    {
        QFETCH(QString, raw);
        QTEST(cleanCell(raw), "clean");
    }

    void timeOf_readsUsualForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto expected = QStringLiteral("2025-09-06 08:05");
        const auto midnight = QStringLiteral("2025-09-06 00:00");
        QTest::newRow("ISO without zone") << QStringLiteral("2025-09-06T08:05:00") << expected;
        QTest::newRow("ISO with zone") << QStringLiteral("2025-09-06T00:05:00Z") << expected;
        QTest::newRow("slashes, one digit") << QStringLiteral("2025/9/6 8:05") << expected;
        QTest::newRow("dots") << QStringLiteral("2025.9.6 08:05:30") << expected;
        QTest::newRow("Chinese") << QStringLiteral("2025年9月6日8时5分") << expected;
        QTest::newRow("Chinese with seconds") << QStringLiteral("2025年9月6日 8时5分30秒") << expected;
        QTest::newRow("milliseconds") << QStringLiteral("2025-09-06 08:05:00.000") << expected;
        QTest::newRow("compact") << QStringLiteral("20250906080500") << expected;
        QTest::newRow("date only") << QStringLiteral("2025-09-06") << midnight;
        QTest::newRow("Chinese date only") << QStringLiteral("2025年9月6日") << midnight;
        QTest::newRow("compact date") << QStringLiteral("20250906") << midnight;
        QTest::newRow("day number") << QStringLiteral("45906") << midnight;
        QTest::newRow("day number with time") << QStringLiteral("45906.336806") << expected;
    }
    void timeOf_readsUsualForms()
    {
        QFETCH(QString, text);
        const auto time = timeOf(text);
        QVERIFY(time.has_value());
        QTEST(shownTime(*time), "shown");
    }

    void timeOf_refusesWhatCouldBeRead2Ways_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("day or month first") << QStringLiteral("9/6/2025");
        QTest::newRow("no such day") << QStringLiteral("2025-02-30");
        QTest::newRow("no such hour") << QStringLiteral("2025-02-03 25:00");
        QTest::newRow("words") << QStringLiteral("昨天上午");
        QTest::newRow("telephone number") << QStringLiteral("13800001111");
        QTest::newRow("year 1900") << QStringLiteral("1900-01-01");
        QTest::newRow("year 9999") << QStringLiteral("9999-12-31 00:00");
    }
    void timeOf_refusesWhatCouldBeRead2Ways()
    {
        QFETCH(QString, text);
        QCOMPARE(timeOf(text), std::nullopt);
    }

    void phoneOf_keepsWhatCanBeDialled_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("kept");
        QTest::newRow("mobile") << QStringLiteral("13800001111") << true;
        QTest::newRow("with extension") << QStringLiteral("0377-6820001转8003") << true;
        QTest::newRow("masked by the source") << QStringLiteral("138****1111") << true;
        QTest::newRow("cut by the spreadsheet") << QStringLiteral("1.38E+10") << false;
        QTest::newRow("words") << QStringLiteral("不愿透露") << false;
        QTest::newRow("too short") << QStringLiteral("110") << false;
    }
    void phoneOf_keepsWhatCanBeDialled()
    {
        QFETCH(QString, text);
        QTEST(phoneOf(text).has_value(), "kept");
    }

    void yesNoOf_knowsTheUsualWords()
    {
        QCOMPARE(yesNoOf(QStringLiteral("是")), std::optional(true));
        QCOMPARE(yesNoOf(QStringLiteral("1")), std::optional(true));
        QCOMPARE(yesNoOf(QStringLiteral("否")), std::optional(false));
        QCOMPARE(yesNoOf(QString()), std::optional(false));
        QCOMPARE(yesNoOf(QStringLiteral("待定")), std::nullopt);
    }

    void isDamagedNumber_findsExponents()
    {
        QVERIFY(isDamagedNumber(QStringLiteral("2.02509E+15")));
        QVERIFY(isDamagedNumber(QStringLiteral("2E+15")));
        QVERIFY(!isDamagedNumber(QStringLiteral("202509061234567890")));
        QVERIFY(!isDamagedNumber(QStringLiteral("E12345")));
    }
};

QTEST_GUILESS_MAIN(TestCells)
#include "tst_Cells.moc"
