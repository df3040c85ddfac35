#include "SampleFiles.h"
#include "shared/intake/Gb18030.h"
#include "shared/intake/TextDecoding.h"

#include <QTest>

using namespace chengban;

class TestTextDecoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!gb18030IsHere())
            QSKIP("this system has no code page for GB18030");
    }

    void decodeGb18030_givesEveryCharacterBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("ASCII") << QStringLiteral("abc 123");
        QTest::newRow("GB2312") << QStringLiteral("云溪县桥头镇反映路灯不亮");
        QTest::newRow("GBK only") << QStringLiteral("喆囍镕");
        QTest::newRow("four bytes") << QStringLiteral("㐂䶮");
        QTest::newRow("beyond the BMP") << QString::fromUtf8("\xF0\xA0\x80\x80\xF0\xAC\xB6\xAD");
        QTest::newRow("empty") << QString();
    }
    void decodeGb18030_givesEveryCharacterBack()
    {
        QFETCH(QString, text);
        QCOMPARE(decodeGb18030(gb18030(text)), std::optional(text));
    }

    void decodeGb18030_refusesBrokenBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("half a character") << gb18030(QStringLiteral("路灯")).chopped(1);
        QTest::newRow("impossible second byte") << QByteArray("\xB5\x20");
        QTest::newRow("0xFF") << QByteArray("\xFF");
    }
    void decodeGb18030_refusesBrokenBytes()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(decodeGb18030(bytes), std::nullopt);
    }

    void encodingOf_isFoundByLooking_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        const auto text = QStringLiteral("编号,内容\n1,路灯不亮\n2,下水道堵塞\n");
        QTest::newRow("ASCII") << QByteArray("a,b\n") << QStringLiteral("utf-8");
        QTest::newRow("UTF-8") << text.toUtf8() << QStringLiteral("utf-8");
        QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8() << QStringLiteral("utf-8-bom");
        QTest::newRow("GB18030") << gb18030(text) << QStringLiteral("gb18030");
        QTest::newRow("UTF-16 little") << utf16(text, true) << QStringLiteral("utf-16le");
        QTest::newRow("UTF-16 big") << utf16(text, false) << QStringLiteral("utf-16be");
        QTest::newRow("UTF-8 with one row of GB18030")
            << text.toUtf8() + gb18030(QStringLiteral("3,噪音\n")) << QStringLiteral("utf-8");
        QTest::newRow("GB18030 with one row of UTF-8")
            << gb18030(text) + QStringLiteral("3,噪音扰民\n").toUtf8() << QStringLiteral("gb18030");
    }
    void encodingOf_isFoundByLooking()
    {
        QFETCH(QByteArray, bytes);
        QTEST(QString(nameOf(encodingOf(bytes))), "name");
    }

    void decodedCell_refusesTheOtherEncoding()
    {
        const auto text = QStringLiteral("夜间施工噪音扰民");
        QCOMPARE(decodedCell(text.toUtf8(), TextEncoding::Utf8), std::optional(text));
        QCOMPARE(decodedCell(gb18030(text), TextEncoding::Gb18030), std::optional(text));
        QCOMPARE(decodedCell(gb18030(text), TextEncoding::Utf8), std::nullopt);
        QCOMPARE(decodedCell(text.toUtf8(), TextEncoding::Gb18030), std::nullopt);
    }

    void readableCell_showsWhatItCan()
    {
        const auto text = QStringLiteral("夜间施工");
        QCOMPARE(readableCell(gb18030(text), TextEncoding::Utf8), text);
        QVERIFY(readableCell("\xFF\xA4", TextEncoding::Utf8).contains(QChar::ReplacementCharacter));
    }

    void structuralBytes_marksBrokenUtf16()
    {
        const auto text = QStringLiteral("甲,乙");
        QCOMPARE(structuralBytes(utf16(text, true), TextEncoding::Utf16Little), text.toUtf8());
        QCOMPARE(structuralBytes(utf16(text, false), TextEncoding::Utf16Big), text.toUtf8());
        const QByteArray halfPair("\xFF\xFE\x00\xD8\x41\x00", 6);
        QCOMPARE(structuralBytes(halfPair, TextEncoding::Utf16Little),
            QByteArray("\xFF"
                       "A"));
        QCOMPARE(structuralBytes(utf16(text, true) + 'x', TextEncoding::Utf16Little), text.toUtf8() + '\xFF');
    }
};

QTEST_GUILESS_MAIN(TestTextDecoding)
#include "tst_TextDecoding.moc"
