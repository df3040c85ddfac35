#include "client/scanner/Rows.h"

#include <QtTest>

using namespace chengban;
using namespace chengban::scan;

/// What a driver gives in pieces, made into whole rows.
class TestScanRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_paddedAndCutAnywhere_comeWholeAndPacked();
    void rows_ofSixteenBits_keepTheUpperEight();
    void parameters_thatFitNoPage_areRefused_data();
    void parameters_thatFitNoPage_areRefused();
    void passes_ofThreeColours_areInterleaved();
};

void TestScanRows::rows_paddedAndCutAnywhere_comeWholeAndPacked()
{
    Result<Rows> rows = Rows::of({SANE_FRAME_GRAY, SANE_TRUE, 5, 3, 2, 8}, 300);
    QVERIFY(rows);
    QCOMPARE(rows->head(), (PageHead{ScanMode::Grey, 3, 2, 300}));
    QByteArray all;
    for (const char byte : QByteArray("abc--def--"))
        all += rows->take(QByteArrayView(&byte, 1));
    QCOMPARE(all, QByteArray("abcdef"));
}

void TestScanRows::rows_ofSixteenBits_keepTheUpperEight()
{
    Result<Rows> rows = Rows::of({SANE_FRAME_RGB, SANE_TRUE, 12, 2, -1, 16}, 300);
    QVERIFY(rows);
    QCOMPARE(rows->head(), (PageHead{ScanMode::Colour, 2, 0, 300}));
    const std::array<quint16, 6> dots{0x0102, 0x2030, 0x7f80, 0x80ff, 0xfeff, 0xffff};
    const QByteArray made
        = rows->take(QByteArrayView(reinterpret_cast<const char *>(dots.data()), sizeof(dots)));
    QCOMPARE(made, QByteArray("\x01\x20\x7f\x80\xfe\xff", 6));
}

void TestScanRows::parameters_thatFitNoPage_areRefused_data()
{
    QTest::addColumn<int>("bytesPerLine");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("depth");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("four bits") << 50 << 100 << 4 << ErrorCode::ScanRefused;
    QTest::newRow("rows shorter than their dots") << 99 << 100 << 8 << ErrorCode::ScanGarbled;
    QTest::newRow("rows of mostly padding") << 100'000 << 100 << 8 << ErrorCode::ScanGarbled;
    QTest::newRow("no width") << 0 << 0 << 8 << ErrorCode::ScanGarbled;
    QTest::newRow("too wide") << 40'000 << 40'000 << 8 << ErrorCode::ScanTooLarge;
}

void TestScanRows::parameters_thatFitNoPage_areRefused()
{
    QFETCH(const int, bytesPerLine);
    QFETCH(const int, width);
    QFETCH(const int, depth);
    QFETCH(const ErrorCode, code);
    const Result<Rows> rows = Rows::of({SANE_FRAME_GRAY, SANE_TRUE, bytesPerLine, width, 10, depth}, 300);
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, code);
}

void TestScanRows::passes_ofThreeColours_areInterleaved()
{
    QCOMPARE(interleaved("ab", "cd", "ef"), QByteArray("acebdf"));
}

QTEST_APPLESS_MAIN(TestScanRows)
#include "tst_ScanRows.moc"
