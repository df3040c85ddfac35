#include "client/printing/Picture.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace chengban;

namespace {

QByteArray encoded(const QImage &image, const char *format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

QImage filled(QImage::Format format)
{
    QImage image(40, 20, format);
    image.setDotsPerMeterX(11811);
    image.setDotsPerMeterY(11811);
    image.fill(format == QImage::Format_Mono ? 1 : 0xff336699);
    return image;
}

} // namespace

class TestPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jpeg_isTakenAsItIs()
    {
        const QByteArray file = encoded(filled(QImage::Format_RGB32), "JPG");
        const Result<Picture> picture = jpegPicture(file);
        QVERIFY(picture);
        QCOMPARE(picture->stream, file);
        QCOMPARE(picture->width, 40);
        QCOMPARE(picture->height, 20);
        QCOMPARE(picture->colours, Picture::Colours::Rgb);
        QCOMPARE(qRound(picture->dotsPerInch), 300);
    }

    void exifOrientation_isRead_data()
    {
        QTest::addColumn<QByteArray>("tiff");
        QTest::addColumn<int>("orientation");
        QTest::newRow("big endian") << QByteArray::fromHex(
            "4d4d002a00000008000101120003000000010006000000000000")
                                    << 6;
        QTest::newRow("little endian")
            << QByteArray::fromHex("49492a0008000000010012010300010000000800000000000000") << 8;
        QTest::newRow("out of range")
            << QByteArray::fromHex("4d4d002a00000008000101120003000000010063000000000000") << 8;
        QTest::newRow("directory beyond the end") << QByteArray::fromHex("4d4d002affffffff0001") << 1;
        QTest::newRow("cut") << QByteArray::fromHex("4d4d") << 1;
    }
    void exifOrientation_isRead()
    {
        QFETCH(QByteArray, tiff);
        QFETCH(int, orientation);
        const QByteArray exif = QByteArray("Exif\0\0", 6) + tiff;
        QByteArray marker = QByteArray::fromHex("ffe1");
        marker.append(char((exif.size() + 2) >> 8)).append(char(exif.size() + 2));
        QByteArray file = encoded(filled(QImage::Format_RGB32), "JPG");
        file.insert(2, marker + exif);
        const Result<Picture> picture = jpegPicture(file);
        QVERIFY(picture);
        QCOMPARE(picture->orientation, orientation);
        const QSizeF size = picture->naturalSize();
        QCOMPARE(size.width() < size.height(), orientation >= 5);
    }

    void png_keepsItsOwnStream_data()
    {
        QTest::addColumn<QImage::Format>("format");
        QTest::addColumn<Picture::Filter>("filter");
        QTest::addColumn<int>("bits");
        QTest::newRow("colour") << QImage::Format_RGB888 << Picture::Filter::PngPredictor << 8;
        QTest::newRow("gray") << QImage::Format_Grayscale8 << Picture::Filter::PngPredictor << 8;
        QTest::newRow("black and white") << QImage::Format_Mono << Picture::Filter::PngPredictor << 1;
        QTest::newRow("transparent") << QImage::Format_ARGB32 << Picture::Filter::Plain << 8;
        QTest::newRow("16 bits") << QImage::Format_RGBX64 << Picture::Filter::Plain << 8;
    }
    void png_keepsItsOwnStream()
    {
        QFETCH(QImage::Format, format);
        QFETCH(Picture::Filter, filter);
        QFETCH(int, bits);
        const Result<Picture> picture = pngPicture(encoded(filled(format), "PNG"));
        QVERIFY(picture);
        QCOMPARE(picture->filter, filter);
        QCOMPARE(picture->bits, bits);
        if (filter == Picture::Filter::Plain)
            QCOMPARE(picture->stream.size(), 40 * 20 * picture->components());
    }

    void mutatedFile_isReadOrRefused_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray exif = QByteArray("\xFF\xE1\x00\x22\x45xif\0\0", 10)
            + QByteArray::fromHex("4d4d002a00000008000101120003000000010006000000000000");
        QByteArray jpeg = encoded(filled(QImage::Format_RGB32), "JPG");
        QTest::newRow("JPEG with EXIF") << jpeg.insert(2, exif);
        QTest::newRow("PNG with palette")
            << encoded(filled(QImage::Format_RGB888).convertToFormat(QImage::Format_Indexed8), "PNG");
    }
    void mutatedFile_isReadOrRefused()
    {
        QFETCH(QByteArray, file);
        quint32 random = 1;
        const auto next = [&] { return (random = random * 1664525u + 1013904223u) >> 8; };
        for (int round = 0; round < 3000; ++round) {
            QByteArray mutated = file;
            for (int i = 0; i < 4; ++i)
                mutated[qsizetype(next() % quint32(mutated.size()))] = char(next());
            if (next() % 4 == 0)
                mutated.truncate(qsizetype(next() % quint32(mutated.size())));
            for (const Result<Picture> &picture : {jpegPicture(mutated), pngPicture(mutated)}) {
                QVERIFY(picture || picture.error().code == ErrorCode::FileUnreadable);
                QVERIFY(!picture
                    || (picture->width > 0 && picture->height > 0 && picture->orientation >= 1
                        && picture->orientation <= 8));
            }
        }
    }

    void damagedFile_isRefused_data()
    {
        QTest::addColumn<bool>("jpeg");
        QTest::addColumn<QByteArray>("file");
        const QByteArray jpeg = encoded(filled(QImage::Format_RGB32), "JPG");
        const QByteArray png = encoded(filled(QImage::Format_RGB888), "PNG");
        QTest::newRow("JPEG: only its mark") << true << QByteArray("\xFF\xD8");
        QTest::newRow("JPEG: cut in its header") << true << jpeg.first(60);
        QTest::newRow("JPEG: a text") << true << QByteArray("hello");
        QTest::newRow("PNG: cut") << false << png.chopped(20);
        QTest::newRow("PNG: a length that lies") << false << png.first(8) + QByteArray(40, '\xff');
        QTest::newRow("PNG: no data") << false << png.first(33) + png.last(12);
    }
    void damagedFile_isRefused()
    {
        QFETCH(bool, jpeg);
        QFETCH(QByteArray, file);
        const Result<Picture> picture = jpeg ? jpegPicture(file) : pngPicture(file);
        QVERIFY(!picture);
        QCOMPARE(picture.error().code, ErrorCode::FileUnreadable);
    }
};

QTEST_MAIN(TestPicture)
#include "tst_Picture.moc"
