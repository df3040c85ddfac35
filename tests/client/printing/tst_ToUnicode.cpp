#include "client/printing/ToUnicode.h"

#include <QTest>

using namespace chengban;

class TestToUnicode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsed_readsRangesListsAndCharacters()
    {
        const ToUnicodeMap map
            = parsedToUnicode("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
                              "2 beginbfrange\n<0001> <0003> <0041>\n<0005> <0006> [<5DE5> <4EBA>]\n"
                              "endbfrange\n1 beginbfchar\n<0009> <D842DFB7>\nendbfchar\n");
        QCOMPARE(map.size(), 6);
        QCOMPARE(map.value(3), QStringLiteral("C"));
        QCOMPARE(map.value(6), QStringLiteral("人"));
        QCOMPARE(map.value(9), QStringLiteral("𠮷"));
    }

    void parsed_survivesBrokenInput_data()
    {
        QTest::addColumn<QByteArray>("cmap");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut in a range") << QByteArray("beginbfrange <0001> <0002>");
        QTest::newRow("cut in a list") << QByteArray("beginbfrange <0001> <0002> [<5DE5>");
        QTest::newRow("cut in a token") << QByteArray("beginbfchar <0001> <5D");
        QTest::newRow("endless range") << QByteArray("beginbfrange <0000> <FFFFFFFF> <0041> endbfrange");
    }
    void parsed_survivesBrokenInput()
    {
        QFETCH(QByteArray, cmap);
        QVERIFY(parsedToUnicode(cmap).size() <= 0x10000);
    }

    void written_isReadBackTheSame()
    {
        ToUnicodeMap map;
        for (int cid = 1; cid <= 350; ++cid)
            map.insert(cid, QString(QChar(0x4E00 + cid)));
        map.insert(351, QStringLiteral("𠮷"));
        QCOMPARE(parsedToUnicode(toUnicodeCMap(map)), map);
    }
};

QTEST_GUILESS_MAIN(TestToUnicode)
#include "tst_ToUnicode.moc"
