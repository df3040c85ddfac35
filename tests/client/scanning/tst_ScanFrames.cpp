#include "client/scanning/PageReader.h"
#include "client/scanwire/ScanFrames.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace chengban;
using namespace Qt::StringLiterals;

/// The bytes between the window and the scanning program: cut anywhere, flipped anywhere, lying about sizes.
class TestScanFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stream_cutAnywhere_givesTheSameFrames();
    void length_beyondTheKind_isRefusedBeforeItsBytes_data();
    void length_beyondTheKind_isRefusedBeforeItsBytes();
    void stream_afterABrokenFrame_staysBroken();
    void values_thereAndBack_areTheSame();
    void abilities_ofALiar_areRefused_data();
    void abilities_ofALiar_areRefused();
    void page_ofGreyRows_isTheImage();
    void page_ofOneBit_isBlackOnWhite();
    void page_beyondItsLimits_isRefused_data();
    void page_beyondItsLimits_isRefused();
    void page_growingWithoutEnd_isRefused();
    void page_otherThanItSays_isGarbled_data();
    void page_otherThanItSays_isGarbled();
    void stream_withFlippedBytes_neverGivesAnUnsoundPage();
};

namespace {

QByteArray pageStream(const PageHead &head, int rows)
{
    const QByteArray dots(head.bytesPerRow(), '\x5a');
    QByteArray stream = framed(FrameKind::Hello, {{u"version"_s, scanWireVersion}});
    stream += framed(FrameKind::PageBegin, toJson(head));
    for (int row = 0; row < rows; ++row)
        stream += framed(FrameKind::Rows, dots);
    return stream + framed(FrameKind::PageEnd, {{u"rows"_s, rows}})
        + framed(FrameKind::Done, {{u"cancelled"_s, false}});
}

/// What a reader makes of a stream; the pages are sound or there are none.
int soundPages(const QByteArray &stream)
{
    FrameReader frames;
    PageReader page;
    frames.add(stream);
    int pages = 0;
    while (true) {
        const auto frame = frames.next();
        if (!frame || !*frame)
            return pages;
        if ((*frame)->kind == FrameKind::Rows) {
            if (!page.add((*frame)->body))
                return pages;
            continue;
        }
        const auto json = jsonOf(**frame);
        if (!json)
            return pages;
        if ((*frame)->kind == FrameKind::PageBegin && !page.begin(*json))
            return pages;
        if ((*frame)->kind == FrameKind::PageEnd) {
            const auto image = page.end(*json);
            if (!image)
                return pages;
            if (image->isNull() || image->width() > mostDots || image->sizeInBytes() > 4 * mostPageBytes)
                return -1;
            ++pages;
        }
    }
}

} // namespace

void TestScanFrames::stream_cutAnywhere_givesTheSameFrames()
{
    const QByteArray stream = pageStream({ScanMode::Grey, 7, 3, 300}, 3);
    FrameReader whole;
    whole.add(stream);
    QList<ScanFrame> expected;
    while (const auto frame = whole.next().value_or(std::nullopt))
        expected.append(*frame);
    QCOMPARE(expected.size(), 7);
    FrameReader bytewise;
    QList<ScanFrame> got;
    for (const char byte : stream) {
        bytewise.add(QByteArrayView(&byte, 1));
        while (const auto frame = bytewise.next().value_or(std::nullopt))
            got.append(*frame);
    }
    QVERIFY(got == expected);
}

void TestScanFrames::length_beyondTheKind_isRefusedBeforeItsBytes_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("nothing at all") << QByteArray("\0\0\0\0R", 5);
    QTest::newRow("four gigabytes") << QByteArray("\xff\xff\xff\xffR", 5);
    QTest::newRow("rows a byte too long") << QByteArray("\x00\x10\x00\x02R", 5);
    QTest::newRow("JSON a byte too long") << QByteArray("\x00\x01\x00\x02H", 5);
    QTest::newRow("unknown kind") << QByteArray("\0\0\0\1?", 5);
}

void TestScanFrames::length_beyondTheKind_isRefusedBeforeItsBytes()
{
    QFETCH(const QByteArray, start);
    FrameReader reader;
    reader.add(start);
    const auto frame = reader.next();
    QVERIFY(!frame);
    QCOMPARE(frame.error().code, ErrorCode::ScanGarbled);
}

void TestScanFrames::stream_afterABrokenFrame_staysBroken()
{
    FrameReader reader;
    reader.add(QByteArray("\0\0\0\1?", 5));
    QVERIFY(!reader.next());
    reader.add(framed(FrameKind::Hello, {{u"version"_s, 1}}));
    QVERIFY(!reader.next());
}

void TestScanFrames::values_thereAndBack_areTheSame()
{
    const QList<ScanDevice> devices{{u"test:0"_s, u"Noname 测试"_s}, {u"net:a:b"_s, QString()}};
    QCOMPARE(scanDevices(toJson(devices)).value(), devices);
    const ScanAbilities abilities{{PaperSource::Flatbed, PaperSource::Duplex},
        {ScanMode::BlackWhite, ScanMode::Colour}, {75, 300}, 215, 355, true};
    QVERIFY(scanAbilities(toJson(abilities)).value() == abilities);
    const ScanOptions options{PaperSource::Duplex, ScanMode::Colour, 600, 148, 210, -40};
    QVERIFY(scanOptions(toJson(options)).value() == options);
    const PageHead head{ScanMode::BlackWhite, 2480, 0, 300};
    QVERIFY(pageHead(toJson(head)).value() == head);
}

void TestScanFrames::abilities_ofALiar_areRefused_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no sources") << u"sources"_s << QJsonValue(QJsonArray());
    QTest::newRow("a source twice") << u"sources"_s << QJsonValue(QJsonArray{u"feeder"_s, u"feeder"_s});
    QTest::newRow("unknown mode") << u"modes"_s << QJsonValue(QJsonArray{u"infrared"_s});
    QTest::newRow("no resolution") << u"dpi"_s << QJsonValue(QJsonArray());
    QTest::newRow("falling resolutions") << u"dpi"_s << QJsonValue(QJsonArray{300, 200});
    QTest::newRow("a million dots per inch") << u"dpi"_s << QJsonValue(QJsonArray{1'000'000});
    QTest::newRow("glass of no width") << u"widthMm"_s << QJsonValue(0);
    QTest::newRow("glass of a mile") << u"heightMm"_s << QJsonValue(1'600'000);
    QTest::newRow("brightness is a number") << u"brightness"_s << QJsonValue(1);
    QTest::newRow("what nobody asked") << u"smell"_s << QJsonValue(true);
}

void TestScanFrames::abilities_ofALiar_areRefused()
{
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    QJsonObject json = toJson(ScanAbilities{{PaperSource::Flatbed}, {ScanMode::Grey}, {300}, 210, 297, true});
    QVERIFY(scanAbilities(json));
    json[key] = value;
    QVERIFY(!scanAbilities(json));
}

void TestScanFrames::page_ofGreyRows_isTheImage()
{
    PageReader reader;
    QVERIFY(reader.begin(toJson(PageHead{ScanMode::Grey, 3, 2, 300})));
    QCOMPARE(reader.done(), 0.0);
    QVERIFY(reader.add("abc"));
    QCOMPARE(reader.done(), 0.5);
    QVERIFY(reader.add("def"));
    const auto page = reader.end({{u"rows"_s, 2}});
    QVERIFY(page);
    QCOMPARE(page->format(), QImage::Format_Grayscale8);
    QCOMPARE(page->size(), QSize(3, 2));
    QCOMPARE(qGray(page->pixel(1, 1)), int('e'));
    QCOMPARE(page->dotsPerMeterX(), 11811);
}

void TestScanFrames::page_ofOneBit_isBlackOnWhite()
{
    PageReader reader;
    QVERIFY(reader.begin(toJson(PageHead{ScanMode::BlackWhite, 10, 0, 200})));
    QCOMPARE(reader.done(), -1.0);
    QVERIFY(reader.add(QByteArray("\x80\x40", 2)));
    const auto page = reader.end({{u"rows"_s, 1}});
    QVERIFY(page);
    QCOMPARE(page->pixel(0, 0), qRgb(0, 0, 0));
    QCOMPARE(page->pixel(1, 0), qRgb(255, 255, 255));
    QCOMPARE(page->pixel(9, 0), qRgb(0, 0, 0));
}

void TestScanFrames::page_beyondItsLimits_isRefused_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("too wide") << mostDots + 1 << 10;
    QTest::newRow("too high") << 10 << mostDots + 1;
    QTest::newRow("too many bytes") << mostDots << mostDots;
}

void TestScanFrames::page_beyondItsLimits_isRefused()
{
    QFETCH(const int, width);
    QFETCH(const int, height);
    PageReader reader;
    const auto begun = reader.begin(toJson(PageHead{ScanMode::Colour, width, height, 300}));
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, ErrorCode::ScanTooLarge);
}

void TestScanFrames::page_growingWithoutEnd_isRefused()
{
    PageReader reader;
    QVERIFY(reader.begin(toJson(PageHead{ScanMode::Grey, 30, 0, 300})));
    const QByteArray rows(30 * 1000, '\0');
    Result<void> added;
    int times = 0;
    for (; added && times < 1000; ++times)
        added = reader.add(rows);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::ScanTooLarge);
    QCOMPARE(times, 31);
}

void TestScanFrames::page_otherThanItSays_isGarbled_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("said");
    QTest::newRow("part of a row") << QByteArray("ab") << 1;
    QTest::newRow("fewer rows than said") << QByteArray("abcdef") << 3;
    QTest::newRow("more rows than said") << QByteArray("abcdef") << 1;
    QTest::newRow("none") << QByteArray() << 0;
    QTest::newRow("minus one") << QByteArray("abc") << -1;
}

void TestScanFrames::page_otherThanItSays_isGarbled()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const int, said);
    PageReader reader;
    QVERIFY(reader.begin(toJson(PageHead{ScanMode::Grey, 3, 2, 300})));
    const auto page = reader.add(rows).and_then([&] { return reader.end({{u"rows"_s, said}}); });
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::ScanGarbled);
}

void TestScanFrames::stream_withFlippedBytes_neverGivesAnUnsoundPage()
{
    const QByteArray sound = pageStream({ScanMode::Colour, 40, 12, 300}, 12);
    QCOMPARE(soundPages(sound), 1);
    QRandomGenerator dice(20261127);
    int refused = 0;
    for (int round = 0; round < 6000; ++round) {
        QByteArray stream = sound;
        for (quint32 flips = 1 + dice.bounded(4u); flips > 0; --flips) {
            const qsizetype at = dice.bounded(int(stream.size()));
            stream[at] = char(stream[at] ^ (1 << dice.bounded(8)));
        }
        const int pages = soundPages(stream);
        QVERIFY2(pages >= 0 && pages <= 1, QByteArray::number(round).constData());
        refused += pages == 0 ? 1 : 0;
    }
    QVERIFY(refused > 500); // Flips among the dots cannot be told; all others were.
}

QTEST_APPLESS_MAIN(TestScanFrames)
#include "tst_ScanFrames.moc"
