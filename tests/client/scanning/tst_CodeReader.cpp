#include "client/scanning/CodeReader.h"
#include "tests/client/scanning/Scans.h"

#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using scans::Spec;
using Depth = Spec::Depth;

Q_DECLARE_METATYPE(Spec)

class TestCodeReader : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{};
    Case m_case = scans::sheetCase(QStringLiteral("0195514e-1c00-7abc-8def-001122334455"));
    QHash<int, QImage> m_printed{}; ///< By dots per inch.

    [[nodiscard]] QImage printed(int dpi)
    {
        const QString path = m_dir.filePath(QStringLiteral("sheet.pdf"));
        if (!QFile::exists(path))
            (void)scans::printSheet(m_case, path);
        if (!m_printed.contains(dpi))
            m_printed.insert(dpi, scans::rendered(path, dpi).value(0));
        return m_printed.value(dpi);
    }

    /// A code made by the qrencode program, on a white page of A4 at 200 dots per inch.
    [[nodiscard]] QImage madeElsewhere(const QString &text, const QString &level, int dotsPerModule) const
    {
        const QString path = m_dir.filePath(QStringLiteral("code.png"));
        const dossiers::Run made = dossiers::run(QStringLiteral("qrencode"),
            {QStringLiteral("-o"), path, QStringLiteral("-l"), level, QStringLiteral("-s"),
                QString::number(dotsPerModule), text});
        QImage page(1654, 2339, QImage::Format_Grayscale8);
        page.fill(Qt::white);
        QPainter(&page).drawImage(300, 700, QImage(path));
        return made.code == 0 ? page : QImage();
    }

private Q_SLOTS:
    void sheet_isReadAsScanned_data()
    {
        QTest::addColumn<Spec>("spec");
        QTest::newRow("as printed, 200") << Spec{};
        QTest::newRow("as printed, 300") << Spec{.dpi = 300};
        QTest::newRow("lying on its right side") << Spec{.quarters = 1, .skew = 2};
        QTest::newRow("upside down") << Spec{.quarters = 2, .skew = -3};
        QTest::newRow("lying on its left side") << Spec{.quarters = 3};
        QTest::newRow("skewed by 5") << Spec{.skew = 5};
        QTest::newRow("skewed by -5, one bit") << Spec{.skew = -5, .depth = Depth::Bit};
        QTest::newRow("one bit with specks")
            << Spec{.skew = 1.7, .depth = Depth::Bit, .noise = 60, .specks = 100};
        QTest::newRow("one bit with specks, 300")
            << Spec{.dpi = 300, .skew = -4, .depth = Depth::Bit, .noise = 60, .specks = 150};
        QTest::newRow("grey with grain") << Spec{.skew = 3, .noise = 70};
        QTest::newRow("faint") << Spec{.skew = -2, .noise = 12, .faint = true};
        QTest::newRow("faint and soft") << Spec{.skew = 4, .noise = 8, .faint = true, .soft = true};
        QTest::newRow("colour through a poor JPEG")
            << Spec{.skew = 5, .depth = Depth::Colour, .jpegQuality = 30};
        QTest::newRow("edges cut off") << Spec{.quarters = 2, .skew = 3.3, .depth = Depth::Bit, .cutMm = 12};
        QTest::newRow("soft, on its side, 300") << Spec{.dpi = 300, .quarters = 1, .skew = -5, .soft = true};
    }
    void sheet_isReadAsScanned()
    {
        QFETCH(Spec, spec);
        const QImage page = scans::scanned(printed(spec.dpi), spec);
        const QList<FoundCode> codes = codesOn(page);
        QCOMPARE(codes.size(), 1);
        const SheetCode expected{
            m_case.id, 2, SheetStep::SignOff, m_case.replies.last().digest.left(16), 1, 1};
        QCOMPARE(codes.first().code, expected);
        QCOMPARE(codes.first().quarters(), spec.quarters);
        const QImage upright = turned(page, -90.0 * codes.first().quarters());
        QVERIFY2(std::abs(skewOf(upright) - spec.skew) < 0.3, qPrintable(QString::number(skewOf(upright))));
        QVERIFY(std::abs(skewOf(straightened(upright).page)) < 0.2);
    }

    void corners_runAlongTheCodesOwnUpperEdgeFirst()
    {
        for (int quarters = 0; quarters < 4; ++quarters) {
            const QImage page = scans::scanned(printed(200), {.quarters = quarters});
            const QList<FoundCode> codes = codesOn(page);
            QCOMPARE(codes.size(), 1);
            QCOMPARE(codes.first().quarters(), quarters);
            QCOMPARE(codes.first().corners.size(), 4);
            const QPointF middle = codes.first().corners.boundingRect().center();
            const QTransform upright
                = QTransform().rotate(-90.0 * quarters).translate(-middle.x(), -middle.y());
            const QPolygonF corners = upright.map(codes.first().corners);
            QVERIFY(corners[0].x() < -20 && corners[0].y() < -20);
            QVERIFY(corners[1].x() > 20 && corners[1].y() < -20);
            QVERIFY(corners[2].x() > 20 && corners[2].y() > 20);
            QVERIFY(corners[3].x() < -20 && corners[3].y() > 20);
        }
    }

    void codesMadeElsewhere_areRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SheetCode>("code");
        const SheetCode now{CaseId{QStringLiteral("0195514e-1c00-7abc-8def-001122334455")}, 3,
            SheetStep::SignOff, QStringLiteral("0123456789abcdef"), 2, 0};
        QTest::newRow("of today's form") << textOf(now) << now;
        SheetCode fax = now;
        fax.id.value = QStringLiteral("Case-7");
        fax.step = SheetStep::Fax;
        QTest::newRow("with capitals in the id") << textOf(fax) << fax;
        SheetCode before = now;
        before.page = before.pages = 1;
        QTest::newRow("of the form before")
            << QStringLiteral("chengban:1:0195514e-1c00-7abc-8def-001122334455:3:sign-off:0123456789abcdef")
            << before;
    }
    void codesMadeElsewhere_areRead()
    {
        QFETCH(QString, text);
        QFETCH(SheetCode, code);
        for (const QString &level : {QStringLiteral("L"), QStringLiteral("M"), QStringLiteral("H")}) {
            const QImage page = madeElsewhere(text, level, 3);
            if (page.isNull())
                QSKIP("qrencode is not installed");
            const QList<FoundCode> codes = codesOn(turned(page, 3.5));
            QCOMPARE(codes.size(), 1);
            QCOMPARE(codes.first().code, code);
        }
    }

    void foreignCode_isNoCode()
    {
        const QImage page
            = madeElsewhere(QStringLiteral("https://example.com/chengban:2:abc"), QStringLiteral("M"), 4);
        if (page.isNull())
            QSKIP("qrencode is not installed");
        QVERIFY(codesOn(page).isEmpty());
    }

    void twoCodes_areBothFoundFromTopToBottom()
    {
        const QImage sheet = printed(200);
        QImage page = sheet;
        const QRectF place = codesOn(sheet).first().corners.boundingRect().adjusted(-30, -30, 30, 30);
        const SheetCode other{
            CaseId{QStringLiteral("another")}, 1, SheetStep::Fax, QStringLiteral("0123456789abcdef"), 1, 1};
        const QImage second = madeElsewhere(textOf(other), QStringLiteral("M"), 4);
        if (second.isNull())
            QSKIP("qrencode is not installed");
        QPainter painter(&page);
        painter.drawImage(QRect(700, int(place.top()) - 500, 500, 500), second, QRect(280, 680, 500, 500));
        painter.end();
        const QList<FoundCode> codes = codesOn(page);
        QCOMPARE(codes.size(), 2);
        QCOMPARE(codes.first().code, other);
        QCOMPARE(codes.last().code.id, m_case.id);
    }

    void redSealOverTheCode_doesNoHarm()
    {
        QImage page = printed(200).convertToFormat(QImage::Format_RGB32);
        const QRectF place = codesOn(page).first().corners.boundingRect();
        QPainter painter(&page);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setCompositionMode(
            QPainter::CompositionMode_Multiply); // What is black below ink stays black.
        painter.setPen(QPen(QColor(215, 30, 35), 12));
        const double side = 42 / 25.4 * 200; // A unit's seal has 42 mm.
        painter.drawEllipse(place.center() + QPointF(60, 20), side / 2, side / 2);
        painter.drawEllipse(place.center(), 60, 60);
        painter.fillRect(QRectF(place.center() - QPointF(90, 20), QSizeF(180, 40)), QColor(215, 30, 35));
        painter.end();
        QCOMPARE(codesOn(scans::throughJpeg(turned(page, 2.5), 60)).size(), 1);
    }

    void penOverTheCode_doesNoHarm()
    {
        QImage page = printed(200).convertToFormat(QImage::Format_RGB32);
        const QRectF place = codesOn(page).first().corners.boundingRect();
        QPainter painter(&page);
        painter.setPen(QPen(Qt::black, 7));
        painter.drawLine(place.center() + QPointF(-80, 10), place.center() + QPointF(90, -30));
        painter.end();
        QCOMPARE(codesOn(scans::scanned(page, {.skew = -1.5, .depth = Depth::Bit})).size(), 1);
    }

    void blankAndTinyPages_haveNone()
    {
        QImage blank(1654, 2339, QImage::Format_Mono);
        blank.fill(1);
        QVERIFY(codesOn(blank).isEmpty());
        QVERIFY(codesOn(QImage(1, 1, QImage::Format_RGB32)).isEmpty());
        QVERIFY(codesOn(QImage()).isEmpty());
        QCOMPARE(skewOf(blank), 0.0);
        QCOMPARE(skewOf(QImage()), 0.0);
    }

    void sheetOfSeveralPages_hasACodeOnEach()
    {
        Case c = m_case;
        for (int i = 0; i < 30; ++i)
            c.proposals.append(c.proposals.first());
        const QString path = m_dir.filePath(QStringLiteral("long.pdf"));
        QVERIFY(scans::printSheet(c, path));
        const QList<QImage> pages = scans::rendered(path, 200);
        QVERIFY(pages.size() > 1);
        for (qsizetype i = 0; i < pages.size(); ++i) {
            const QList<FoundCode> codes
                = codesOn(scans::scanned(pages[i], {.skew = -5, .depth = Depth::Bit, .noise = 50}));
            QCOMPARE(codes.size(), 1);
            QCOMPARE(codes.first().code.page, int(i) + 1);
            QCOMPARE(codes.first().code.pages, i + 1 == pages.size() ? int(pages.size()) : 0);
            QVERIFY(isSameSheet(
                codes.first().code, {c.id, 2, SheetStep::SignOff, c.replies.last().digest.left(16)}));
        }
    }
};

QTEST_MAIN(TestCodeReader)
#include "tst_CodeReader.moc"
