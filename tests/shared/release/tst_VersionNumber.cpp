#include "shared/release/VersionNumber.h"

#include <QTest>

using namespace chengban;

class TestVersionNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_ofOneSpelling_isRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("usual") << QByteArray("1.2.0") << true;
        QTest::newRow("nought") << QByteArray("0.0.0") << true;
        QTest::newRow("largest") << QByteArray("65535.65535.65535") << true;
        QTest::newRow("empty") << QByteArray("") << false;
        QTest::newRow("two parts") << QByteArray("1.2") << false;
        QTest::newRow("four parts") << QByteArray("1.2.3.4") << false;
        QTest::newRow("leading zero") << QByteArray("1.02.0") << false;
        QTest::newRow("minus") << QByteArray("1.-2.0") << false;
        QTest::newRow("minus nought") << QByteArray("1.-0.0") << false;
        QTest::newRow("plus") << QByteArray("+1.2.0") << false;
        QTest::newRow("beyond Windows") << QByteArray("1.2.65536") << false;
        QTest::newRow("beyond int") << QByteArray("1.2.99999999999999999999") << false;
        QTest::newRow("letters") << QByteArray("1.2.0-rc1") << false;
        QTest::newRow("space") << QByteArray("1.2.0 ") << false;
        QTest::newRow("line end") << QByteArray("1.2.0\n") << false;
        QTest::newRow("a path") << QByteArray("1.2.0/..") << false;
        QTest::newRow("empty part") << QByteArray("1..0") << false;
    }
    void text_ofOneSpelling_isRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        const auto version = versionNumber(text.toStdString());
        QCOMPARE(version.has_value(), good);
        if (good)
            QCOMPARE(version->text(), text.toStdString());
    }

    void comparison_goesByNumbersNotByText()
    {
        QVERIFY(*versionNumber("1.10.0") > *versionNumber("1.9.9"));
        QVERIFY(*versionNumber("2.0.0") > *versionNumber("1.65535.65535"));
        QVERIFY(*versionNumber("1.2.3") == *versionNumber("1.2.3"));
        QVERIFY(*versionNumber("0.1.0") < *versionNumber("0.1.1"));
    }
};

QTEST_GUILESS_MAIN(TestVersionNumber)
#include "tst_VersionNumber.moc"
