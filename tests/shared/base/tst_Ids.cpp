#include "shared/base/Ids.h"

#include <QTest>

using namespace chengban;

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uuid7_holdsTimeVersionAndVariant()
    {
        const QString id = uuid7(0x0123456789ab, QByteArray(10, '\xff'));
        QCOMPARE(id, QStringLiteral("01234567-89ab-7fff-bfff-ffffffffffff"));
        QVERIFY(isUuid7(id));
    }

    void uuid7_sortsByTime() { QVERIFY(uuid7(1000, QByteArray(10, '\xff')) < uuid7(1001, QByteArray(10, '\0'))); }

    void isUuid7_refusesOtherForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("version 4") << QStringLiteral("01234567-89ab-4fff-bfff-ffffffffffff");
        QTest::newRow("upper case") << QStringLiteral("01234567-89AB-7fff-bfff-ffffffffffff");
        QTest::newRow("braces") << QStringLiteral("{01234567-89ab-7fff-bfff-ffffffffffff}");
        QTest::newRow("trailing newline") << QStringLiteral("01234567-89ab-7fff-bfff-ffffffffffff\n");
    }
    void isUuid7_refusesOtherForms()
    {
        QFETCH(QString, text);
        QVERIFY(!isUuid7(text));
    }
};

QTEST_GUILESS_MAIN(TestIds)
#include "tst_Ids.moc"
