#include "SampleFiles.h"
#include "shared/base/CountyTime.h"
#include "shared/intake/Intake.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace chengban;

namespace {

const auto header = QStringLiteral("工单编号,类别,标题,诉求内容,来电时间,联系电话,是否匿名,答复内容\n");
const auto row1 = QStringLiteral("YX001,投诉,路灯不亮,河东路三盏路灯不亮,2025-09-06 08:05,13800001111,否,\n");
const auto row2
    = QStringLiteral("YX002,求助,水管漏水,\"南街水管漏水,\n请尽快修\",2025-09-07,,是,已派人修好\n");

Intake readText(const QString &text)
{
    auto intake = readCases(text.toUtf8());
    if (!intake)
        qFatal("%s", qPrintable(intake.error().detail));
    return *intake;
}

QList<qint64> lines(const Intake &intake)
{
    QList<qint64> all;
    for (const IntakeCase &found : intake.cases)
        all.append(found.line);
    for (const IntakeReject &reject : intake.rejects)
        all.append(reject.line);
    std::ranges::sort(all);
    return all;
}

} // namespace

class TestIntake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameRows_inEveryEncoding_giveTheSameCases_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QString text = header + row1 + row2;
        QTest::newRow("UTF-8") << text.toUtf8();
        QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8();
        if (gb18030IsHere())
            QTest::newRow("GB18030") << gb18030(text);
        QTest::newRow("UTF-16 little") << utf16(text, true);
        QTest::newRow("UTF-16 big") << utf16(text, false);
        QTest::newRow("CRLF") << QString(text).replace(QLatin1String("\n"), QLatin1String("\r\n")).toUtf8();
        QTest::newRow("hint, semicolons") << QStringLiteral("sep=;\n").toUtf8()
                + (QString(header).replace(u',', u';') + QString(row1).replace(u',', u';')
                    + QStringLiteral(
                        "YX002;求助;水管漏水;\"南街水管漏水,\n请尽快修\";2025-09-07;;是;已派人修好\n"))
                      .toUtf8();
        QTest::newRow("numbers as text, title line, blank rows")
            << (QStringLiteral("云溪县工单明细表,,,,,,,\n") + header
                   + QStringLiteral("\"=\"\"YX001\"\"\",投诉,路灯不亮,河东路三盏路灯不亮,2025/9/6 "
                                    "8:05,\"=\"\"13800001111\"\"\",否,\n,,,,,,,\n")
                   + row2)
                   .toUtf8();
        QTest::newRow("XLSX") << workbook("<row>" + sheetCells(header) + "</row><row>" + sheetCells(row1)
            + "</row><row>"
            + sheetCells(
                QStringLiteral("YX002,求助,水管漏水,南街水管漏水|\n请尽快修,2025-09-07,,是,已派人修好"))
            + "</row>");
    }
    void sameRows_inEveryEncoding_giveTheSameCases()
    {
        QFETCH(QByteArray, bytes);
        const auto intake = readCases(bytes);
        QVERIFY(intake.has_value());
        QCOMPARE(intake->rejects, QList<IntakeReject>{});
        QCOMPARE(intake->cases.size(), 2);
        const RegisterBody &first = intake->cases[0].body;
        QCOMPARE(first.demand.source, QStringLiteral("12345"));
        QCOMPARE(first.demand.sourceNumber, QStringLiteral("YX001"));
        QCOMPARE(first.demand.title, QStringLiteral("路灯不亮"));
        QCOMPARE(shownTime(first.demand.reportedAtMs.value()), QStringLiteral("2025-09-06 08:05"));
        QCOMPARE(first.identity.phone, QStringLiteral("13800001111"));
        QVERIFY(first.demand.hasPhone && !first.demand.anonymous && first.earlierReplies.isEmpty());
        const RegisterBody &second = intake->cases[1].body;
        QCOMPARE(second.demand.text, QStringLiteral("南街水管漏水,\n请尽快修"));
        QVERIFY(second.demand.anonymous && !second.demand.hasPhone);
        QCOMPARE(second.earlierReplies.size(), 1);
        QCOMPARE(second.earlierReplies[0].text, QStringLiteral("已派人修好"));
        QCOMPARE(intake->cases[1].warnings, QList{IntakeFinding::PhoneMissing});
    }

    void badRow_isRejectedWithLineAndReason_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<IntakeFinding>("finding");
        if (gb18030IsHere())
            QTest::newRow("another encoding") << gb18030(QStringLiteral("YX9,投诉,噪音扰民,夜里施工,,,,\n"))
                                              << ErrorCode::BadEncoding << IntakeFinding::EncodingMixed;
        QTest::newRow("half a character")
            << QByteArray("YX9,x,y,\xE5\xA4,,,,\n") << ErrorCode::BadEncoding << IntakeFinding::EncodingMixed;
        QTest::newRow("10 MB cell") << "YX9,x,y,\"" + QByteArray(10 << 20, 'z') + "\",,,,\n"
                                    << ErrorCode::TooLarge << IntakeFinding::CellTooLarge;
        QTest::newRow("too few cells")
            << QByteArray("YX9,x,y\n") << ErrorCode::RowInvalid << IntakeFinding::CellsTooFew;
        QTest::newRow("too many cells")
            << QByteArray("YX9,x,y,z,,,,,more\n") << ErrorCode::RowInvalid << IntakeFinding::CellsTooMany;
        QTest::newRow("misplaced quote")
            << QByteArray("YX9,x,\"y\"y,z,,,,\n") << ErrorCode::RowInvalid << IntakeFinding::QuoteMisplaced;
        QTest::newRow("no demand") << QByteArray("YX9,x,,,,,,\n") << ErrorCode::MissingField
                                   << IntakeFinding::ContentMissing;
        QTest::newRow("number cut by Excel")
            << QByteArray("2.02509E+17,x,y,z,,,,\n") << ErrorCode::RowInvalid << IntakeFinding::NumberDamaged;
        QTest::newRow("same number again")
            << QByteArray("YX001,x,y,z,,,,\n") << ErrorCode::RowDuplicate << IntakeFinding::NumberRepeated;
    }
    void badRow_isRejectedWithLineAndReason()
    {
        QFETCH(QByteArray, row);
        QFETCH(IntakeFinding, finding);
        const auto intake = readCases((header + row1).toUtf8() + row + row2.toUtf8());
        QVERIFY(intake.has_value());
        QCOMPARE(intake->cases.size(), 2);
        QCOMPARE(intake->rejects.size(), 1);
        QCOMPARE(intake->rejects[0].line, 3);
        QTEST(intake->rejects[0].code, "code");
        QCOMPARE(intake->rejects[0].reason, findingText(finding));
    }

    void oddRow_comesInWithAWarning_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<IntakeFinding>("warning");
        QTest::newRow("no time") << QStringLiteral("9,投诉,题,文,,13800001111,,\n")
                                 << IntakeFinding::TimeMissing;
        QTest::newRow("time 无") << QStringLiteral("9,投诉,题,文,无,13800001111,,\n")
                                 << IntakeFinding::TimeMissing;
        QTest::newRow("unreadable time")
            << QStringLiteral("9,投诉,题,文,昨天,13800001111,,\n") << IntakeFinding::TimeUnreadable;
        QTest::newRow("no phone") << QStringLiteral("9,投诉,题,文,2025-09-06,,,\n")
                                  << IntakeFinding::PhoneMissing;
        QTest::newRow("cut phone") << QStringLiteral("9,投诉,题,文,2025-09-06,1.38E+10,,\n")
                                   << IntakeFinding::PhoneUnreadable;
        QTest::newRow("no number") << QStringLiteral(",投诉,题,文,2025-09-06,13800001111,,\n")
                                   << IntakeFinding::NumberMissing;
        QTest::newRow("no title") << QStringLiteral("9,投诉,,文,2025-09-06,13800001111,,\n")
                                  << IntakeFinding::TitleMissing;
        QTest::newRow("no text") << QStringLiteral("9,投诉,题,,2025-09-06,13800001111,,\n")
                                 << IntakeFinding::TextMissing;
        QTest::newRow("anonymous maybe") << QStringLiteral("9,投诉,题,文,2025-09-06,13800001111,待定,\n")
                                         << IntakeFinding::AnonymityUnreadable;
    }
    void oddRow_comesInWithAWarning()
    {
        QFETCH(QString, row);
        QFETCH(IntakeFinding, warning);
        const Intake intake = readText(header + row);
        QCOMPARE(intake.rejects.size(), 0);
        QCOMPARE(intake.cases.size(), 1);
        QCOMPARE(intake.cases[0].warnings, QList{warning});
        QVERIFY(!rejectCode(warning));
        QVERIFY(!intake.cases[0].body.demand.title.isEmpty() && !intake.cases[0].body.demand.text.isEmpty());
    }

    void derivedNumber_isTheSameEveryTime()
    {
        const QString row = QStringLiteral(",投诉,题,文,,,,\n");
        const Intake first = readText(header + row);
        const Intake again = readText(header + row1 + row);
        QCOMPARE(first.cases[0].body.demand.sourceNumber, again.cases[1].body.demand.sourceNumber);
        QCOMPARE(readText(header + row + row).duplicateCount(), 1);
    }

    void fileWithoutDemand_namesTheColumn()
    {
        const auto intake = readCases("编号,电话\n1,13800001111\n");
        QCOMPARE(intake.error().code, ErrorCode::ColumnMissing);
    }

    void savedProfile_readsHeadersNobodyKnows()
    {
        const QByteArray bytes = "甲列,乙列\n1,井盖丢失\n";
        QCOMPARE(readCases(bytes).error().code, ErrorCode::ColumnMissing);
        IntakeOptions options;
        options.mapping = Mapping{QStringLiteral("市长信箱"),
            {{IntakeColumn::SourceNumber, QStringLiteral("甲列")},
                {IntakeColumn::Text, QStringLiteral("乙列")}}};
        const auto intake = readCases(bytes, options);
        QVERIFY(intake.has_value());
        QCOMPARE(intake->cases[0].body.demand.source, QStringLiteral("市长信箱"));
        QCOMPARE(intake->cases[0].body.demand.text, QStringLiteral("井盖丢失"));
    }

    void rejectsFile_onceCorrected_comesIn()
    {
        const Intake intake = readText(
            header + QStringLiteral("YX9,投诉,=题,,,,,答\n2.5E+17,投诉,题,\"文,\n\"\"句\"\"\",,,,\n"));
        QCOMPARE(intake.rejects.size(), 1);
        QByteArray file = rejectsCsv(intake.headers, intake.rejects);
        QVERIFY(file.startsWith("\xEF\xBB\xBF"));
        const auto unchanged = readCases(file);
        QCOMPARE(unchanged->rejects.size(), 1);
        QCOMPARE(rejectsCsv(unchanged->headers, unchanged->rejects).count("行号"), 1);
        const auto corrected = readCases(file.replace("2.5E+17", "250000000000000001"));
        QCOMPARE(corrected->rejects.size(), 0);
        QCOMPARE(corrected->unusedHeaders, QStringList{});
        QCOMPARE(corrected->cases[0].body.demand.text, QStringLiteral("文,\n\"句\""));
    }

    void rejectsFile_keepsCellsBeyondTheHeader_andDisarmsFormulas()
    {
        const Intake intake = readText(header + QStringLiteral("YX9,投诉,题,=HYPERLINK(1),,,,,多出一格\n"));
        const QByteArray file = rejectsCsv(intake.headers, intake.rejects);
        QVERIFY(file.contains("多出一格"));
        QVERIFY(file.contains(",'=HYPERLINK(1),"));
    }

    void randomBytes_areAccountedForExactlyOnce()
    {
        const QByteArrayList pieces{",", ",", ",", ",", ",", ",", ",", "\n", "\n", "\r\n", "\"", "\"\"",
            "路灯", "\xB5\xC6", "\xFF", "=", "1", " ", QByteArray(1, '\0'), "2025-09-06"};
        QRandomGenerator random(12345);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes = header.toUtf8();
            for (int i = random.bounded(400); i > 0; --i)
                bytes += pieces[random.bounded(static_cast<int>(pieces.size()))];
            const auto table = readTable(bytes);
            const auto intake = readCases(bytes);
            QVERIFY(table.has_value() && intake.has_value());
            QCOMPARE(intake->rowCount(), table->rows.size() - 1);
            QList<qint64> expected;
            for (const TableRow &row : table->rows.sliced(1))
                expected.append(row.line);
            QCOMPARE(lines(*intake), expected);
            QCOMPARE(QSet<qint64>(expected.begin(), expected.end()).size(), expected.size());
        }
    }

    void anyBytes_neverCrash()
    {
        QRandomGenerator random(6789);
        for (int round = 0; round < 2000; ++round) {
            QByteArray bytes(random.bounded(600), '\0');
            for (char &c : bytes)
                c = static_cast<char>(random.bounded(256));
            if (round % 4 == 1)
                bytes.prepend("\xFF\xFE");
            if (round % 4 == 2)
                bytes.prepend("PK\x03\x04");
            (void)readCases(bytes);
        }
    }

    void realOrders_allComeIn_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("converted");
        QTest::newRow("orders") << QStringLiteral("fuzhou-12345-orders.csv") << 1024 << false;
        QTest::newRow("orders, saved by Excel in GB18030")
            << QStringLiteral("fuzhou-12345-orders.csv") << 1024 << true;
        QTest::newRow("letters") << QStringLiteral("citizen-letters.csv") << 1971 << false;
    }
    void realOrders_allComeIn()
    {
        QFETCH(QString, file);
        QFETCH(bool, converted);
        QFile orders(QStringLiteral(CHENGBAN_SOURCE_DIR "/../shared/data/") + file);
        if (!orders.open(QIODevice::ReadOnly))
            QSKIP("The real orders are not part of the repository and ../shared/data is not here.");
        if (converted && !gb18030IsHere())
            QSKIP("this system has no code page for GB18030");
        const QByteArray bytes = orders.readAll();
        const auto intake = readCases(converted ? gb18030(QString::fromUtf8(bytes)) : bytes);
        QVERIFY(intake.has_value());
        QCOMPARE(intake->rejects.size(), 0);
        QTEST(static_cast<int>(intake->cases.size()), "rows");
        for (const IntakeCase &found : intake->cases)
            QVERIFY(
                !found.body.earlierReplies.isEmpty() && found.warnings.contains(IntakeFinding::PhoneMissing));
    }

private:
    /// Cells of one line without quotes; `|` stands for a comma.
    static QByteArray sheetCells(const QString &line)
    {
        QByteArray out;
        const QStringList cells = line.trimmed().isEmpty() ? QStringList() : line.split(QLatin1Char(','));
        for (const QString &cell : cells)
            out += "<c t=\"inlineStr\"><is><t>" + QString(cell).replace(u'|', u',').trimmed().toUtf8()
                + "</t></is></c>";
        return out;
    }
};

QTEST_GUILESS_MAIN(TestIntake)
#include "tst_Intake.moc"
