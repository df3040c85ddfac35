#include "SampleFiles.h"
#include "shared/intake/Table.h"

#include <QRandomGenerator>
#include <QTest>

using namespace chengban;

class TestXlsxReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_areReadByTheirKind_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("text");
        QTest::newRow("shared string") << QByteArray("<c t=\"s\"><v>0</v></c>") << QStringLiteral("路灯");
        QTest::newRow("rich text without phonetics")
            << QByteArray("<c t=\"s\"><v>1</v></c>") << QStringLiteral("下水道");
        QTest::newRow("shared string that is not there")
            << QByteArray("<c t=\"s\"><v>9</v></c>") << QString();
        QTest::newRow("inline string")
            << QByteArray("<c t=\"inlineStr\"><is><t>噪音</t></is></c>") << QStringLiteral("噪音");
        QTest::newRow("formula's string")
            << QByteArray("<c t=\"str\"><f>A1</f><v>结果</v></c>") << QStringLiteral("结果");
        QTest::newRow("escaped line end")
            << QByteArray("<c t=\"inlineStr\"><is><t>甲_x000D_\n乙</t></is></c>")
            << QStringLiteral("甲\r\n乙");
        QTest::newRow("escaped escape") << QByteArray("<c t=\"inlineStr\"><is><t>_x005F_x000D_</t></is></c>")
                                        << QStringLiteral("_x000D_");
        QTest::newRow("whole number")
            << QByteArray("<c><v>13800001111</v></c>") << QStringLiteral("13800001111");
        QTest::newRow("whole number with exponent")
            << QByteArray("<c><v>1.3800001111E10</v></c>") << QStringLiteral("13800001111");
        QTest::newRow("number that lost digits")
            << QByteArray("<c><v>2.0250906123456781E+17</v></c>") << QStringLiteral("2.025090612345678E+17");
        QTest::newRow("fraction") << QByteArray("<c><v>3.5</v></c>") << QStringLiteral("3.5");
        QTest::newRow("date and time") << QByteArray("<c s=\"1\"><v>45906.336805555555</v></c>")
                                       << QStringLiteral("2025-09-06 08:05:00");
        QTest::newRow("date by its own format")
            << QByteArray("<c s=\"2\"><v>45906</v></c>") << QStringLiteral("2025-09-06 00:00:00");
        QTest::newRow("letters of a date in quotes")
            << QByteArray("<c s=\"3\"><v>45906</v></c>") << QStringLiteral("45906");
        QTest::newRow("no such style")
            << QByteArray("<c s=\"99\"><v>45906</v></c>") << QStringLiteral("45906");
        QTest::newRow("truth") << QByteArray("<c t=\"b\"><v>1</v></c>") << QStringLiteral("1");
        QTest::newRow("not a number") << QByteArray("<c><v>nan</v></c>") << QStringLiteral("nan");
    }
    void cells_areReadByTheirKind()
    {
        QFETCH(QByteArray, cell);
        const QByteArray strings
            = "<si><t>路灯</t></si><si><r><t>下水</t></r><r><rPr/><t>道</t></r><rPh><t>xia</t></rPh></si>";
        const auto table = readTable(
            workbook("<row><c t=\"inlineStr\"><is><t>头</t></is></c>" + cell + "</row>", strings));
        QVERIFY(table.has_value());
        QTEST(table->rows[0].cells.value(1), "text");
    }

    void dates_countFrom1904WhereTheWorkbookSaysSo()
    {
        const auto table = readTable(workbook("<row><c s=\"1\"><v>1</v></c></row>", {}, true));
        QCOMPARE(table->rows[0].cells[0], QStringLiteral("1904-01-02 00:00:00"));
    }

    void gaps_keepTheirPlace()
    {
        const auto table
            = readTable(workbook("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c "
                                 "r=\"D3\"><v>2</v></c></row><row/><row r=\"9\"><c><v>3</v></c></row>"));
        QCOMPARE(table->rows.size(), 2);
        QCOMPARE(table->rows[0].line, 3);
        QCOMPARE(table->rows[0].cells,
            (QStringList{QString(), QStringLiteral("1"), QString(), QStringLiteral("2")}));
        QCOMPARE(table->rows[1].line, 9);
    }

    void firstSheet_isTheFirstOfTheWorkbook()
    {
        const auto table = readTable(workbook("<row><c><v>1</v></c></row>"));
        QCOMPARE(
            table->rows[0].cells, QStringList{QStringLiteral("1")}); // Not sheet1.xml, which is the second.
    }

    void unfitFiles_areRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray good = workbook("<row><c><v>1</v></c></row>");
        QTest::newRow("empty file") << QByteArray() << ErrorCode::FileEmpty;
        QTest::newRow("empty sheet") << workbook({}) << ErrorCode::FileEmpty;
        QTest::newRow("old Excel or password")
            << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old") << ErrorCode::SpreadsheetOld;
        QTest::newRow("cut archive") << good.first(good.size() / 2) << ErrorCode::SpreadsheetDamaged;
        QTest::newRow("another kind of archive")
            << zipped({{QStringLiteral("word/document.xml"), "<w/>"}}) << ErrorCode::SpreadsheetDamaged;
        QTest::newRow("broken XML") << workbook("<row><c><v>1</v></row>") << ErrorCode::SpreadsheetDamaged;
    }
    void unfitFiles_areRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto table = readTable(bytes);
        QVERIFY(!table);
        QTEST(table.error().code, "code");
    }

    void entities_areRefused()
    {
        const QByteArray bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                                "<workbook><sheets>&b;</sheets></workbook>";
        const auto table = readTable(zipped({{QStringLiteral("xl/workbook.xml"), bomb},
            {QStringLiteral("xl/_rels/workbook.xml.rels"), "<Relationships/>"}}));
        QCOMPARE(table.error().code, ErrorCode::SpreadsheetDamaged);
    }

    void bomb_endsAtTheBudget()
    {
        const QByteArray bytes = workbook("<row><c><v>" + QByteArray(64 << 20, '1') + "</v></c></row>");
        QVERIFY(bytes.size() < (1 << 20));
        TableLimits limits;
        limits.inflatedBytes = 16 << 20;
        QCOMPARE(readTable(bytes, limits).error().code, ErrorCode::TooLarge);
    }

    void deepNesting_doesNotExhaustTheStack()
    {
        constexpr int depth = 300'000;
        const QByteArray nested = QByteArray("<r>").repeated(depth) + QByteArray("</r>").repeated(depth);
        const QByteArray values = QByteArray("<v>").repeated(depth) + QByteArray("</v>").repeated(depth);
        (void)readTable(
            workbook("<row><c t=\"inlineStr\"><is>" + nested + "</is></c><c>" + values + "</c></row>"));
    }

    void farColumn_rejectsItsRow()
    {
        const auto table
            = readTable(workbook("<row><c r=\"A1\"><v>1</v></c></row><row><c r=\"XFD2\"><v>1</v></c></row>"));
        QVERIFY(!table->rows[0].fault);
        QCOMPARE(table->rows[1].fault, std::optional(IntakeFinding::CellsTooMany));
    }

    void hugeCell_rejectsItsRow()
    {
        TableLimits limits;
        limits.cellBytes = 3000;
        const auto table = readTable(
            workbook("<row><c><v>1</v></c><c t=\"str\"><v>" + QByteArray(1001, 'x') + "</v></c></row>"),
            limits);
        QCOMPARE(table->rows[0].fault, std::optional(IntakeFinding::CellTooLarge));
    }

    void damagedBytes_neverCrash()
    {
        const QByteArray good = workbook(
            "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>45906.3</v></c></row>", "<si><t>路灯</t></si>");
        QRandomGenerator random(20250906);
        for (int i = 0; i < 3000; ++i) {
            QByteArray bad = good;
            for (int j = random.bounded(1, 8); j > 0; --j)
                bad[random.bounded(4, static_cast<int>(bad.size()))] = static_cast<char>(random.bounded(256));
            (void)readTable(bad);
        }
    }
};

QTEST_GUILESS_MAIN(TestXlsxReader)
#include "tst_XlsxReader.moc"
