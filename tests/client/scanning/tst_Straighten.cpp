#include "client/scanning/Straighten.h"

#include <QPainter>
#include <QTest>

using namespace chengban;

namespace {

/// Lines of blocks, like print from far away, and a frame.
QImage page(QImage::Format format, const QSize &size = {1240, 1754})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int y = 200; y < size.height() - 300; y += 40) {
        for (int x = 150; x < size.width() - 200; x += 22)
            painter.fillRect(x, y, (x * 7 + y) % 13 + 6, 18, Qt::black);
    }
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(120, 160, size.width() - 260, size.height() - 420);
    painter.end();
    image.setDotsPerMeterX(5906);
    image.setDotsPerMeterY(5906);
    return image.convertToFormat(format, Qt::MonoOnly | Qt::ThresholdDither);
}

} // namespace

class TestStraighten : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void skew_isMeasured_data()
    {
        QTest::addColumn<double>("degrees");
        QTest::addColumn<QImage::Format>("format");
        for (const double degrees : {-7.0, -5.0, -3.35, -1.0, -0.3, 0.0, 0.5, 2.25, 4.9, 7.0}) {
            QTest::addRow("%.2f, one bit", degrees) << degrees << QImage::Format_Mono;
            QTest::addRow("%.2f, grey", degrees) << degrees << QImage::Format_Grayscale8;
            QTest::addRow("%.2f, colour", degrees) << degrees << QImage::Format_RGB32;
        }
    }
    void skew_isMeasured()
    {
        QFETCH(double, degrees);
        QFETCH(QImage::Format, format);
        const QImage scan = turned(page(format), degrees);
        QVERIFY2(std::abs(skewOf(scan) - degrees) < 0.15, qPrintable(QString::number(skewOf(scan))));
        const Straightened level = straightened(scan);
        QVERIFY(std::abs(level.angle + degrees) < 0.15 || std::abs(degrees) < 0.1);
        QVERIFY(std::abs(skewOf(level.page)) <= 0.1);
    }

    void turning_keepsDepthSizeAndDensity_data()
    {
        QTest::addColumn<QImage::Format>("format");
        QTest::newRow("one bit") << QImage::Format_Mono;
        QTest::newRow("one bit, little end first") << QImage::Format_MonoLSB;
        QTest::newRow("grey") << QImage::Format_Grayscale8;
        QTest::newRow("colour") << QImage::Format_RGB32;
    }
    void turning_keepsDepthSizeAndDensity()
    {
        QFETCH(QImage::Format, format);
        const QImage before = page(format);
        const QImage after = turned(before, 3);
        QCOMPARE(after.format(), format);
        QCOMPARE(after.size(), before.size());
        QCOMPARE(after.dotsPerMeterX(), before.dotsPerMeterX());
        QCOMPARE(after.pixelColor(2, 2), QColor(Qt::white));
        const QImage side = turned(before, -90);
        QCOMPARE(side.size(), before.size().transposed());
        QCOMPARE(turned(side, 90).convertToFormat(QImage::Format_RGB32),
            before.convertToFormat(QImage::Format_RGB32));
    }

    void photograph_staysAsItIs()
    {
        QImage photo(900, 700, QImage::Format_RGB32);
        for (int y = 0; y < photo.height(); ++y) {
            for (int x = 0; x < photo.width(); ++x) {
                const double d = std::hypot(x - 450, y - 350);
                photo.setPixel(x, y, qRgb(int(d) % 256, int(d * 1.3) % 256, int(d * 0.7) % 256));
            }
        }
        QCOMPARE(straightened(photo).angle, 0.0);
        QCOMPARE(straightened(photo).page, photo);
    }
};

QTEST_GUILESS_MAIN(TestStraighten)
#include "tst_Straighten.moc"
