#include "client/scanner/DibPage.h"
#include "client/scanner/WiaValues.h"

#include <QtEndian>
#include <QtTest>

using namespace chengban;
using namespace chengban::scan;

namespace {

template <typename T> void put(QByteArray &bytes, T number)
{
    std::array<char, sizeof(T)> raw{};
    qToLittleEndian(number, raw.data());
    bytes.append(raw.data(), raw.size());
}

/// A BITMAPINFOHEADER.
QByteArray dibHead(int width, int height, int bits, quint32 compression = 0, quint32 colours = 0)
{
    QByteArray head;
    put<quint32>(head, 40);
    put<qint32>(head, width);
    put<qint32>(head, height);
    put<quint16>(head, 1);
    put<quint16>(head, quint16(bits));
    put<quint32>(head, compression);
    for (int i = 0; i < 3; ++i)
        put<quint32>(head, 0);
    put<quint32>(head, colours);
    put<quint32>(head, 0);
    return head;
}

QByteArray greyPalette()
{
    QByteArray palette;
    for (int i = 0; i < 256; ++i)
        palette += QByteArray(3, char(i)) + '\0';
    return palette;
}

const QByteArray whiteBlack("\xff\xff\xff\0\0\0\0\0", 8);
const QByteArray blackWhite("\0\0\0\0\xff\xff\xff\0", 8);

/// What comes of a bitmap that comes in pieces of `step` bytes.
QByteArray rowsOf(const QByteArray &bitmap, qsizetype step = 1)
{
    DibPage page(300);
    QByteArray rows;
    for (qsizetype at = 0; at < bitmap.size(); at += step) {
        const Result<QByteArray> some
            = page.take(QByteArrayView(bitmap).sliced(at, std::min(step, bitmap.size() - at)));
        if (!some)
            return QByteArray(errorName(some.error().code).latin1());
        rows += *some;
    }
    return rows + page.rest();
}

} // namespace

/// What Windows' scanners give and say, made into our rows, abilities and codes.
class TestWiaRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bitmap_ofAnyKind_becomesPackedRowsFromTheTop_data();
    void bitmap_ofAnyKind_becomesPackedRowsFromTheTop();
    void rows_ofATopDownBitmap_comeBeforeItsEnd();
    void rows_ofABitmapFromTheBottom_comeAtItsEndAlone();
    void head_ofABitmap_isThePagesHead();
    void bitmap_thatIsCutOff_givesItsWholeRows();
    void bitmap_withMoreThanItsHeightSays_isCut();
    void bitmap_thatIsNoPage_isRefused_data();
    void bitmap_thatIsNoPage_isRefused();

    void result_ofWindows_hasOurCode_data();
    void result_ofWindows_hasOurCode();
    void values_ofAProperty_areRangeOrList();
    void abilities_comeFromWhatTheDeviceSays();
    void abilities_ofASilentDevice_areTheLeast();
    void mode_thatIsNotOffered_hasNoDataType();
    void handling_ofBothSides_namesTheFeederToo();
    void brightness_isPerCentAroundTheMiddle();
    void feeder_thatFeelsNoPaper_isNotAskedAgain();
};

void TestWiaRows::bitmap_ofAnyKind_becomesPackedRowsFromTheTop_data()
{
    QTest::addColumn<QByteArray>("bitmap");
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("grey, padded, from the bottom")
        << dibHead(3, 2, 8) + greyPalette() + QByteArray("def-abc-") << QByteArray("abcdef");
    QTest::newRow("grey, from the top")
        << dibHead(3, -2, 8) + greyPalette() + QByteArray("abc-def-") << QByteArray("abcdef");
    QTest::newRow("grey, height unknown")
        << dibHead(3, 0, 8) + greyPalette() + QByteArray("abc-def-") << QByteArray("abcdef");
    QTest::newRow("short palette, white first")
        << dibHead(2, 1, 8, 0, 2) + whiteBlack + QByteArray("\0\1--", 4) << QByteArray("\xff\0", 2);
    QTest::newRow("blue, green, red") << dibHead(1, -2, 24) + QByteArray("BGR-bgr-") << QByteArray("RGBrgb");
    QTest::newRow("with a fourth byte") << dibHead(2, 1, 32) + QByteArray("BGR-bgr-") << QByteArray("RGBrgb");
    QTest::newRow("one bit, one is black")
        << dibHead(9, 1, 1) + whiteBlack + QByteArray("\xa0\x80--", 4) << QByteArray("\xa0\x80", 2);
    QTest::newRow("one bit, one is white, what is beyond the edge stays white")
        << dibHead(9, 1, 1) + blackWhite + QByteArray("\xa0\0--", 4) << QByteArray("\x5f\x80", 2);
    QTest::newRow("with a file's head") << QByteArray("BM------------") + dibHead(3, 1, 8) + greyPalette()
            + QByteArray("abc-") << QByteArray("abc");
}

void TestWiaRows::bitmap_ofAnyKind_becomesPackedRowsFromTheTop()
{
    QFETCH(const QByteArray, bitmap);
    QFETCH(const QByteArray, rows);
    QCOMPARE(rowsOf(bitmap), rows);
    QCOMPARE(rowsOf(bitmap, 7), rows);
    QCOMPARE(rowsOf(bitmap, bitmap.size()), rows);
}

void TestWiaRows::rows_ofATopDownBitmap_comeBeforeItsEnd()
{
    DibPage page(300);
    const Result<QByteArray> first = page.take(dibHead(3, -2, 8) + greyPalette() + QByteArray("abc-de"));
    QVERIFY(first);
    QVERIFY(page.isTopDown());
    QCOMPARE(*first, QByteArray("abc"));
    QCOMPARE(page.take(QByteArray("f-")).value_or(QByteArray()), QByteArray("def"));
    QCOMPARE(page.rest(), QByteArray());
}

void TestWiaRows::rows_ofABitmapFromTheBottom_comeAtItsEndAlone()
{
    DibPage page(300);
    const Result<QByteArray> all = page.take(dibHead(3, 2, 8) + greyPalette() + QByteArray("def-abc-"));
    QVERIFY(all);
    QVERIFY(!page.isTopDown());
    QCOMPARE(*all, QByteArray());
    QCOMPARE(page.rest(), QByteArray("abcdef"));
}

void TestWiaRows::head_ofABitmap_isThePagesHead()
{
    DibPage page(200);
    QVERIFY(page.isEmpty());
    QVERIFY(page.take(dibHead(9, 12, 1) + whiteBlack.first(7)));
    QVERIFY(!page.head()); // The palette is not whole.
    QVERIFY(page.take(whiteBlack.last(1)));
    QVERIFY(!page.isEmpty());
    QCOMPARE(page.head(), std::optional(PageHead{ScanMode::BlackWhite, 9, 12, 200}));
}

void TestWiaRows::bitmap_thatIsCutOff_givesItsWholeRows()
{
    QCOMPARE(rowsOf(dibHead(3, 5, 8) + greyPalette() + QByteArray("def-abc-x")), QByteArray("abcdef"));
    QCOMPARE(rowsOf(dibHead(3, -5, 8) + greyPalette() + QByteArray("abc-def-x")), QByteArray("abcdef"));
    QCOMPARE(rowsOf(dibHead(3, 5, 8).first(20)), QByteArray());
}

void TestWiaRows::bitmap_withMoreThanItsHeightSays_isCut()
{
    QCOMPARE(rowsOf(dibHead(3, 1, 8) + greyPalette() + QByteArray("abc-xyz-")), QByteArray("abc"));
    QCOMPARE(rowsOf(dibHead(3, -1, 8) + greyPalette() + QByteArray("abc-xyz-")), QByteArray("abc"));
}

void TestWiaRows::bitmap_thatIsNoPage_isRefused_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("four bits") << dibHead(3, 1, 4) << QByteArray("scan.refused");
    QTest::newRow("compressed") << dibHead(3, 1, 8, 1) << QByteArray("scan.refused");
    QTest::newRow("a palette beyond its bits") << dibHead(3, 1, 1, 0, 3) << QByteArray("scan.garbled");
    QTest::newRow("no head") << QByteArray(40, 'x') << QByteArray("scan.garbled");
    QTest::newRow("no width") << dibHead(0, 1, 24) << QByteArray("scan.garbled");
    QTest::newRow("negative width") << dibHead(-3, 1, 24) << QByteArray("scan.garbled");
    QTest::newRow("the lowest height")
        << dibHead(3, std::numeric_limits<int>::min(), 24) << QByteArray("scan.garbled");
    QTest::newRow("too wide") << dibHead(40'000, 1, 24) << QByteArray("scan.too-large");
    QTest::newRow("too large") << dibHead(29'000, 29'000, 24) << QByteArray("scan.too-large");
}

void TestWiaRows::bitmap_thatIsNoPage_isRefused()
{
    QFETCH(const QByteArray, head);
    QFETCH(const QByteArray, code);
    QCOMPARE(rowsOf(head), code);
}

void TestWiaRows::result_ofWindows_hasOurCode_data()
{
    QTest::addColumn<quint32>("result");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("paper jam") << 0x80210002U << ErrorCode::ScannerJammed;
    QTest::newRow("feeder empty") << 0x80210003U << ErrorCode::ScannerEmpty;
    QTest::newRow("paper problem") << 0x80210004U << ErrorCode::ScannerJammed;
    QTest::newRow("offline") << 0x80210005U << ErrorCode::ScannerNone;
    QTest::newRow("busy") << 0x80210006U << ErrorCode::ScannerBusy;
    QTest::newRow("warming up") << 0x80210007U << ErrorCode::ScannerBusy;
    QTest::newRow("incorrect setting") << 0x8021000cU << ErrorCode::ScanRefused;
    QTest::newRow("locked") << 0x8021000dU << ErrorCode::ScannerBusy;
    QTest::newRow("driver fell over") << 0x8021000eU << ErrorCode::ScanProgramDied;
    QTest::newRow("driver's nonsense") << 0x8021000fU << ErrorCode::ScanGarbled;
    QTest::newRow("cover open") << 0x80210010U << ErrorCode::ScannerOpen;
    QTest::newRow("lamp off") << 0x80210011U << ErrorCode::ScannerFault;
    QTest::newRow("several sheets at once") << 0x80210014U << ErrorCode::ScannerJammed;
    QTest::newRow("no device") << 0x80210015U << ErrorCode::ScannerNone;
    QTest::newRow("a Windows without WIA") << 0x80040154U << ErrorCode::ScannerNone;
    QTest::newRow("access denied") << 0x80070005U << ErrorCode::ScannerForbidden;
    QTest::newRow("service switched off") << 0x80070422U << ErrorCode::ScannerForbidden;
    QTest::newRow("no memory") << 0x8007000eU << ErrorCode::ScannerFull;
    QTest::newRow("invalid argument") << 0x80070057U << ErrorCode::ScanRefused;
    QTest::newRow("anything else") << 0x80004005U << ErrorCode::ScannerFault;
}

void TestWiaRows::result_ofWindows_hasOurCode()
{
    QFETCH(const quint32, result);
    QFETCH(const ErrorCode, code);
    const Error error = wiaError(result, "call");
    QCOMPARE(error.code, code);
    QCOMPARE(error.detail, u"call: 0x"_qs + QString::number(result, 16));
}

void TestWiaRows::values_ofAProperty_areRangeOrList()
{
    const WiaAllowed range = wiaAllowed(0x10 | 3, {75, 300, 1200, 1});
    QVERIFY(range.isRange());
    QCOMPARE(range.nearest(50), 75);
    QCOMPARE(range.nearest(333), 333);
    QCOMPARE(range.nearest(2400), 1200);
    const WiaAllowed list = wiaAllowed(0x20 | 3, {3, 200, 100, 200, 300});
    QCOMPARE(list.listed, (QList<int>{100, 200, 300}));
    QCOMPARE(list.nearest(260), 300);
    QCOMPARE(wiaAllowed(0x20, {99, 200, 100}).listed, QList<int>{100}); // A count that lies.
    QCOMPARE(wiaAllowed(0x20, {-1, 200, 100}).listed, QList<int>());
    const WiaAllowed anything = wiaAllowed(0x08, {});
    QVERIFY(!anything.isKnown());
    QCOMPARE(anything.nearest(123), 123);
}

void TestWiaRows::abilities_comeFromWhatTheDeviceSays()
{
    WiaFacts facts;
    facts.handling = 0x01 | 0x02 | 0x04;
    facts.bedWidth = 8500;
    facts.bedHeight = 11'700;
    facts.feedWidth = 8500;
    facts.feedHeight = 14'000;
    facts.dpi = {{600, 100, 300, 300, 20, 9600}};
    facts.dataTypes = {{3, 2, 0}};
    facts.brightness = {{}, -1000, 1000};
    const ScanAbilities said{{PaperSource::Flatbed, PaperSource::Feeder, PaperSource::Duplex},
        {ScanMode::BlackWhite, ScanMode::Grey, ScanMode::Colour}, {100, 300, 600}, 216, 356, true};
    QCOMPARE(wiaAbilities(facts), said);
    QVERIFY(scanAbilities(toJson(wiaAbilities(facts)))); // The window takes it.
}

void TestWiaRows::abilities_ofASilentDevice_areTheLeast()
{
    const ScanAbilities said = wiaAbilities({});
    QCOMPARE(said.sources, QList<PaperSource>{PaperSource::Flatbed});
    QCOMPARE(said.dpi, (QList<int>{75, 100, 150, 200, 240, 300}));
    QCOMPARE(said.widthMm, 210);
    QCOMPARE(said.heightMm, 297);
    QVERIFY(scanAbilities(toJson(said)));
    WiaFacts feederAlone;
    feederAlone.handling = 0x01;
    feederAlone.dpi = {{}, 10, 20}; // Below all that we know.
    QCOMPARE(wiaAbilities(feederAlone).sources, QList<PaperSource>{PaperSource::Feeder});
    QVERIFY(scanAbilities(toJson(wiaAbilities(feederAlone))));
}

void TestWiaRows::mode_thatIsNotOffered_hasNoDataType()
{
    const WiaAllowed offered{{1, 3}};
    QCOMPARE(wiaDataType(ScanMode::BlackWhite, offered), std::optional(1));
    QCOMPARE(wiaDataType(ScanMode::Grey, offered), std::nullopt);
    QCOMPARE(wiaDataType(ScanMode::Colour, offered), std::optional(3));
    QCOMPARE(wiaDataType(ScanMode::Grey, {}), std::optional(2));
}

void TestWiaRows::handling_ofBothSides_namesTheFeederToo()
{
    QCOMPARE(wiaHandling(PaperSource::Flatbed), 2);
    QCOMPARE(wiaHandling(PaperSource::Feeder), 1);
    QCOMPARE(wiaHandling(PaperSource::Duplex), 5);
}

void TestWiaRows::brightness_isPerCentAroundTheMiddle()
{
    const WiaAllowed range{{}, -1000, 500};
    QCOMPARE(wiaBrightness(0, range), 0);
    QCOMPARE(wiaBrightness(100, range), 500);
    QCOMPARE(wiaBrightness(-50, range), -500);
    QCOMPARE(wiaBrightness(50, {{}, 0, 200}), 150);
    QCOMPARE(dotsOf(210, 300), 2480);
}

void TestWiaRows::feeder_thatFeelsNoPaper_isNotAskedAgain()
{
    QVERIFY(mayHoldPaper(0x01, 0)); // It does not feel: ask.
    QVERIFY(mayHoldPaper(0x21, 0x01));
    QVERIFY(!mayHoldPaper(0x21, 0));
}

QTEST_APPLESS_MAIN(TestWiaRows)
#include "tst_WiaRows.moc"
