#include "client/scanning/PageTray.h"

#include <QBuffer>
#include <QImageReader>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QtTest>

using namespace chengban;

/// What is done to scanned pages: for good in their files, and taken back on the desk.
class TestScanPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void page_ofEachMode_becomesTheFileThatADossierTakes_data();
    void page_ofEachMode_becomesTheFileThatADossierTakes();
    void page_untouched_isTheVeryFile();
    void page_turned_isTurnedInTheFile();
    void page_cropped_keepsTheAreaAlone();
    void page_blackened_hasNothingLeftUnderIt_data();
    void page_blackened_hasNothingLeftUnderIt();
    void page_blackenedThenTurned_isBlackWhereItWas();
    void page_withoutItsBlack_showsAllAgain();
    void page_small_looksLikeTheLargeOne();
    void tray_changes_areTakenBackAndDoneAgain();
    void tray_pageThatComesAfterwards_staysThroughUndo();
    void tray_draggedRow_movesThere_data();
    void tray_draggedRow_movesThere();
    void tray_hundredPages_costTheirBytesOnce();

private:
    [[nodiscard]] static QImage paper(QImage::Format format = QImage::Format_RGB888);
    [[nodiscard]] static QImage read(const QByteArray &bytes);
    [[nodiscard]] static QList<int> order(const PageTray &tray, const QList<ScanPage> &pages);
};

/// White, with a dark square in the upper left quarter.
QImage TestScanPage::paper(QImage::Format format)
{
    QImage image(400, 600, QImage::Format_RGB888);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.fillRect(40, 40, 120, 120, QColor(40, 40, 40));
    painter.end();
    QImage made = image.convertToFormat(format);
    made.setDotsPerMeterX(11811);
    made.setDotsPerMeterY(11811);
    return made;
}

QImage TestScanPage::read(const QByteArray &bytes)
{
    return QImage::fromData(bytes);
}

QList<int> TestScanPage::order(const PageTray &tray, const QList<ScanPage> &pages)
{
    QList<int> order;
    for (const ScanPage &page : tray.pages()) {
        for (int i = 0; i < pages.size(); ++i) {
            if (pages.at(i).id == page.id)
                order << i;
        }
    }
    return order;
}

void TestScanPage::page_ofEachMode_becomesTheFileThatADossierTakes_data()
{
    QTest::addColumn<QImage::Format>("format");
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("colour") << QImage::Format_RGB888 << QByteArray("jpeg");
    QTest::newRow("grey") << QImage::Format_Grayscale8 << QByteArray("jpeg");
    QTest::newRow("1 bit") << QImage::Format_Mono << QByteArray("png");
}

void TestScanPage::page_ofEachMode_becomesTheFileThatADossierTakes()
{
    QFETCH(const QImage::Format, format);
    QFETCH(const QByteArray, kind);
    const auto page = scanPage(paper(format));
    QVERIFY(page);
    QBuffer buffer;
    buffer.setData(page->bytes);
    QImageReader reader(&buffer);
    QCOMPARE(reader.format(), kind);
    const QImage image = reader.read();
    QCOMPARE(image.size(), QSize(400, 600));
    QCOMPARE(image.depth() == 1, format == QImage::Format_Mono);
    QCOMPARE(image.allGray(), true);
    QVERIFY(std::abs(image.dotsPerMeterX() - 11811) < 15);
    QVERIFY(qGray(image.pixel(100, 100)) < 60);
    QVERIFY(qGray(image.pixel(300, 500)) > 240);
    QVERIFY(!page->thumbnail.isNull());
}

void TestScanPage::page_untouched_isTheVeryFile()
{
    const auto page = scanPage(paper());
    QCOMPARE(finishedPage(*page).value(), page->bytes);
}

void TestScanPage::page_turned_isTurnedInTheFile()
{
    auto page = scanPage(paper());
    page->steps = {{PageStep::Kind::Turn, 90, {}}};
    const QImage image = read(finishedPage(*page).value());
    QCOMPARE(image.size(), QSize(600, 400));
    QVERIFY(qGray(image.pixel(500, 100)) < 60);
}

void TestScanPage::page_cropped_keepsTheAreaAlone()
{
    auto page = scanPage(paper());
    page->steps = {{PageStep::Kind::Crop, 0, QRectF(0.5, 0.5, 0.5, 0.25)}};
    const QImage image = read(finishedPage(*page).value());
    QCOMPARE(image.size(), QSize(200, 150));
    QVERIFY(qGray(image.pixel(10, 10)) > 240);
}

void TestScanPage::page_blackened_hasNothingLeftUnderIt_data()
{
    QTest::addColumn<QImage::Format>("format");
    QTest::newRow("colour") << QImage::Format_RGB888;
    QTest::newRow("grey") << QImage::Format_Grayscale8;
    QTest::newRow("1 bit") << QImage::Format_Mono;
}

void TestScanPage::page_blackened_hasNothingLeftUnderIt()
{
    QFETCH(const QImage::Format, format);
    auto page = scanPage(paper(format));
    page->steps = {{PageStep::Kind::Blacken, 0, QRectF(0.05, 0.05, 0.6, 0.4)}};
    QVERIFY(page->isBlackened());
    const QByteArray file = finishedPage(*page).value();
    const QImage image = read(file);
    for (int y = 30; y < 270; y += 3) {
        for (int x = 20; x < 260; x += 3)
            QVERIFY(qGray(image.pixel(x, y)) < 6);
    }
    QVERIFY(qGray(image.pixel(350, 550)) > 240);
    // Two papers that differ under the black alone become one file.
    QImage other = paper(QImage::Format_RGB888);
    other.setPixelColor(90, 90, Qt::white);
    other.setPixelColor(91, 90, Qt::white);
    QList<PageStep> steps = page->steps;
    QCOMPARE(stepped(other.convertToFormat(format), steps), stepped(paper(format), steps));
}

void TestScanPage::page_blackenedThenTurned_isBlackWhereItWas()
{
    auto page = scanPage(paper(QImage::Format_Grayscale8));
    page->steps = {{PageStep::Kind::Blacken, 0, QRectF(0.6, 0.8, 0.2, 0.1)}, {PageStep::Kind::Turn, 180, {}}};
    const QImage image = read(finishedPage(*page).value());
    QVERIFY(qGray(image.pixel(399 - 280, 599 - 510)) < 6);
    QVERIFY(qGray(image.pixel(280, 510)) > 200 || qGray(image.pixel(280, 510)) < 60);
}

void TestScanPage::page_withoutItsBlack_showsAllAgain()
{
    auto page = scanPage(paper());
    page->steps = {{PageStep::Kind::Blacken, 0, QRectF(0, 0, 1, 1)}};
    QCOMPARE(finishedPage(*page, false).value(), page->bytes);
}

void TestScanPage::page_small_looksLikeTheLargeOne()
{
    auto page = scanPage(paper());
    page->steps = {{PageStep::Kind::Turn, 90, {}}, {PageStep::Kind::Blacken, 0, QRectF(0, 0, 0.5, 0.5)}};
    const QImage small = pageImage(*page, {150, 150}).value();
    QCOMPARE(small.size(), QSize(150, 100));
    const QImage large = read(finishedPage(*page).value()).scaled(small.size());
    for (const QPoint &place : {QPoint(20, 20), QPoint(120, 20), QPoint(100, 80)})
        QVERIFY(std::abs(qGray(small.pixel(place)) - qGray(large.pixel(place))) < 40);
}

void TestScanPage::tray_changes_areTakenBackAndDoneAgain()
{
    PageTray tray;
    const QList<ScanPage> pages{*scanPage(paper()), *scanPage(paper()), *scanPage(paper())};
    for (const ScanPage &page : pages)
        tray.append(page);
    QVERIFY(!tray.canUndo());
    tray.shift(0, 2);
    tray.drop(0);
    tray.addStep(1, {PageStep::Kind::Turn, 90, {}});
    QCOMPARE(order(tray, pages), (QList{2, 0}));
    QCOMPARE(tray.undo(), 1);
    QVERIFY(tray.pages().at(1).steps.isEmpty());
    QCOMPARE(tray.undo(), 0);
    QCOMPARE(order(tray, pages), (QList{1, 2, 0}));
    QCOMPARE(tray.undo(), 0);
    QCOMPARE(order(tray, pages), (QList{0, 1, 2}));
    QVERIFY(!tray.canUndo());
    while (tray.canRedo())
        (void)tray.redo();
    QCOMPARE(order(tray, pages), (QList{2, 0}));
    QCOMPARE(tray.pages().at(1).steps.size(), 1);
}

void TestScanPage::tray_pageThatComesAfterwards_staysThroughUndo()
{
    PageTray tray;
    const QList<ScanPage> pages{*scanPage(paper()), *scanPage(paper())};
    tray.append(pages.first());
    tray.drop(0);
    tray.append(pages.last());
    (void)tray.undo();
    QCOMPARE(order(tray, pages), (QList{0, 1}));
}

void TestScanPage::tray_draggedRow_movesThere_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("before");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("first to the end") << 0 << 3 << QList{1, 2, 0};
    QTest::newRow("first to below everything") << 0 << -1 << QList{1, 2, 0};
    QTest::newRow("last to the front") << 2 << 0 << QList{2, 0, 1};
    QTest::newRow("onto its own place") << 1 << 1 << QList{0, 1, 2};
}

void TestScanPage::tray_draggedRow_movesThere()
{
    QFETCH(const int, from);
    QFETCH(const int, before);
    QFETCH(const QList<int>, expected);
    PageTray tray;
    const QList<ScanPage> pages{*scanPage(paper()), *scanPage(paper()), *scanPage(paper())};
    for (const ScanPage &page : pages)
        tray.append(page);
    const std::unique_ptr<QMimeData> dragged(tray.mimeData({tray.index(from)}));
    QVERIFY(tray.dropMimeData(dragged.get(), Qt::MoveAction, before, 0, {}));
    QCOMPARE(order(tray, pages), expected);
}

void TestScanPage::tray_hundredPages_costTheirBytesOnce()
{
    PageTray tray;
    const ScanPage page = *scanPage(paper());
    for (int i = 0; i < 100; ++i)
        tray.append(page);
    for (int i = 0; i < 99; ++i)
        tray.shift(0, 99);
    QCOMPARE(tray.bytes(), 100 * page.bytes.size());
    QCOMPARE(tray.pages().first().bytes.constData(), page.bytes.constData());
}

QTEST_MAIN(TestScanPage)
#include "tst_ScanPage.moc"
