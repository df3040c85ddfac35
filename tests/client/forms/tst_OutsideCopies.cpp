#include "client/forms/OutsideCopies.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <QUrl>

#include <optional>

using namespace chengban;

class TestOutsideCopies : public QObject
{
    Q_OBJECT

    QStringList m_opened;

private Q_SLOTS:
    void initTestCase() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    void init() { m_opened.clear(); }

    void open_pdf_isShownWholeAndGoesWithTheObject()
    {
        const QByteArray pdf("%PDF-1.4 a page");
        {
            OutsideCopies copies;
            const Result<bool> opened = copies.open(QStringLiteral("答复 一.pdf"), pdf);
            QVERIFY(opened && *opened);
            QCOMPARE(m_opened.size(), 1);
            QFile copy(m_opened.first());
            QVERIFY(copy.open(QIODevice::ReadOnly));
            QCOMPARE(copy.readAll(), pdf);
            QCOMPARE(QFileInfo(copy).fileName(), QStringLiteral("答复 一.pdf"));
        }
        QVERIFY(!QFile::exists(m_opened.first()));
        QVERIFY(!QFile::exists(QFileInfo(m_opened.first()).path()));
    }

    void open_sameNameTwice_shadowsNothing()
    {
        OutsideCopies copies;
        QVERIFY(copies.open(QStringLiteral("a.pdf"), "%PDF-1.4 one").value());
        QVERIFY(copies.open(QStringLiteral("a.pdf"), "%PDF-1.4 two").value());
        QVERIFY(m_opened.first() != m_opened.last());
        QVERIFY(QFile::exists(m_opened.first()));
    }

    void open_nameThatLies_getsTheEndingOfItsContent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("file");
        QTest::newRow("program") << QStringLiteral("bill.exe") << QByteArray("%PDF-1.4")
                                 << QStringLiteral("bill.pdf");
        QTest::newRow("two endings") << QStringLiteral("bill.pdf.lnk") << QByteArray("%PDF-1.4")
                                     << QStringLiteral("bill.pdf.pdf");
        QTest::newRow("no ending") << QStringLiteral("照片") << QByteArray("\xFF\xD8\xFF\xE0")
                                   << QStringLiteral("照片.jpeg");
        QTest::newRow("device") << QStringLiteral("CON.pdf") << QByteArray("%PDF-1.4")
                                << QStringLiteral("_CON.pdf");
    }
    void open_nameThatLies_getsTheEndingOfItsContent()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        OutsideCopies copies;
        const Result<bool> opened = copies.open(name, bytes);
        QVERIFY(opened && *opened);
        QTEST(QFileInfo(m_opened.first()).fileName(), "file");
    }

    void open_content_thatNobodyMayAttach_isRefused()
    {
        OutsideCopies copies;
        QCOMPARE(
            copies.open(QStringLiteral("a.pdf"), "MZ a program").error().code, ErrorCode::FileTypeRefused);
        QVERIFY(m_opened.isEmpty());
    }

public Q_SLOTS:
    void take(const QUrl &url) { m_opened << url.toLocalFile(); }
};

QTEST_MAIN(TestOutsideCopies)
#include "tst_OutsideCopies.moc"
