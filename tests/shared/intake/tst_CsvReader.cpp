#include "shared/intake/CsvReader.h"

#include <QTest>

#include <chrono>

using namespace chengban;

namespace {

QList<CsvRecord> scanned(const QByteArray &bytes, qsizetype cellBytes = 1024)
{
    CsvScanner scanner(bytes, ',', cellBytes);
    QList<CsvRecord> records;
    while (auto record = scanner.next())
        records.append(std::move(*record));
    return records;
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scanner_cutsCells_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<QByteArrayList>>("expected");
        using Rows = QList<QByteArrayList>;
        QTest::newRow("plain") << QByteArray("a,b\nc,d\n") << Rows{{"a", "b"}, {"c", "d"}};
        QTest::newRow("no last line end") << QByteArray("a,b\nc,d") << Rows{{"a", "b"}, {"c", "d"}};
        QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << Rows{{"a", "b"}, {"c", "d"}};
        QTest::newRow("CR only") << QByteArray("a,b\rc,d\r") << Rows{{"a", "b"}, {"c", "d"}};
        QTest::newRow("comma in quotes") << QByteArray("\"a,b\",c") << Rows{{"a,b", "c"}};
        QTest::newRow("line break in quotes")
            << QByteArray("\"a\r\nb\",c\nd,e") << Rows{{"a\r\nb", "c"}, {"d", "e"}};
        QTest::newRow("doubled quotes") << QByteArray("\"a \"\"b\"\"\",c") << Rows{{"a \"b\"", "c"}};
        QTest::newRow("quotes inside a bare cell") << QByteArray("a\"b\",c") << Rows{{"a\"b\"", "c"}};
        QTest::newRow("empty cells") << QByteArray(",,\n\"\",x,") << Rows{{"", "", ""}, {"", "x", ""}};
        QTest::newRow("empty line") << QByteArray("a\n\nb") << Rows{{"a"}, {""}, {"b"}};
        QTest::newRow("formula armour") << QByteArray("=\"001\",b") << Rows{{"=\"001\"", "b"}};
    }
    void scanner_cutsCells()
    {
        QFETCH(QByteArray, bytes);
        QList<QByteArrayList> rows;
        for (const CsvRecord &record : scanned(bytes)) {
            QVERIFY(!record.fault);
            rows.append(record.cells);
        }
        QTEST(rows, "expected");
    }

    void scanner_countsLinesInsideCells()
    {
        const auto records = scanned("a\n\"1\n2\r\n3\"\nb\n");
        QCOMPARE(records.size(), 3);
        QCOMPARE(records[1].line, 2);
        QCOMPARE(records[2].line, 5);
    }

    void unclosedQuote_losesItsLineOnly()
    {
        const auto records = scanned("a,b\nc,\"d\ne,f\ng,h\n");
        QCOMPARE(records.size(), 4);
        QCOMPARE(records[1].fault, std::optional(IntakeFinding::QuoteUnclosed));
        QCOMPARE(records[1].cells, QByteArrayList{"c,\"d"});
        QCOMPARE(records[2].cells, (QByteArrayList{"e", "f"}));
        QCOMPARE(records[2].line, 3);
        QCOMPARE(records[3].line, 4);
    }

    void misplacedQuote_isNamedAndItsTextKept()
    {
        const auto records = scanned("\"a\" b,c\nd,e\n");
        QCOMPARE(records[0].fault, std::optional(IntakeFinding::QuoteMisplaced));
        QCOMPARE(records[0].cells, (QByteArrayList{"a b", "c"}));
        QVERIFY(!records[1].fault);
    }

    void cellOverTheLimit_rejectsItsRowOnly_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<bool>("tooLarge");
        QTest::newRow("bare, at the limit") << QByteArray(1024, 'x') << false;
        QTest::newRow("bare, one byte more") << QByteArray(1025, 'x') << true;
        QTest::newRow("quoted, at the limit") << '"' + QByteArray(1024, 'x') + '"' << false;
        QTest::newRow("quoted, one byte more") << '"' + QByteArray(1025, 'x') + '"' << true;
        QTest::newRow("10 MB") << '"' + QByteArray(10 << 20, 'x') + '"' << true;
    }
    void cellOverTheLimit_rejectsItsRowOnly()
    {
        QFETCH(QByteArray, cell);
        QFETCH(bool, tooLarge);
        const auto records = scanned("a," + cell + "\nb,c\n");
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0].fault == IntakeFinding::CellTooLarge, tooLarge);
        QCOMPARE(records[1].cells, (QByteArrayList{"b", "c"}));
        QCOMPARE(records[1].line, 2);
    }

    void openQuotesEverywhere_doNotTakeForEver()
    {
        QByteArray bytes;
        for (int i = 0; i < 20'000; ++i)
            bytes += "a,\"b\"c\n\"\n"; // Odd numbers of quotes in ever new places.
        const auto start = std::chrono::steady_clock::now();
        QVERIFY(!scanned(bytes).isEmpty());
        QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
    }

    void readCsv_findsTheDelimiter_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("format");
        QTest::newRow("comma") << QByteArray("a,b\n1,2;3\n") << QStringLiteral("csv utf-8 ,");
        QTest::newRow("semicolon") << QByteArray("a;b\n1;2\n") << QStringLiteral("csv utf-8 ;");
        QTest::newRow("tab") << QByteArray("a\tb\n1,5\t2\n") << QStringLiteral("csv utf-8 tab");
        QTest::newRow("hint") << QByteArray("sep=;\r\na;b\r\n1,2,3;4\r\n") << QStringLiteral("csv utf-8 ;");
        QTest::newRow("title line above")
            << QByteArray("list\na;b;c\n1;2;3\n") << QStringLiteral("csv utf-8 ;");
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF"
                                            "a,b\n")
                              << QStringLiteral("csv utf-8-bom ,");
    }
    void readCsv_findsTheDelimiter()
    {
        QFETCH(QByteArray, bytes);
        const auto table = readCsv(bytes, {});
        QVERIFY(table.has_value());
        QTEST(table->format, "format");
        QVERIFY(std::ranges::none_of(table->rows, [](const TableRow &row) {
            return row.cells.value(0).startsWith(QLatin1String("sep="))
                || row.cells.value(0).contains(QChar(0xFEFF));
        }));
    }

    void readCsv_leavesBlankRowsOut()
    {
        const auto table = readCsv("a,b\n\n , \n1,2\n,\n", {});
        QCOMPARE(table->rows.size(), 2);
        QCOMPARE(table->rows[1].line, 4);
    }

    void readCsv_refusesMoreRowsThanAllowed()
    {
        TableLimits limits;
        limits.rows = 3;
        QVERIFY(readCsv("a\n1\n2\n", limits).has_value());
        QCOMPARE(readCsv("a\n1\n2\n3\n", limits).error().code, ErrorCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_CsvReader.moc"
