#include "server/http/ProxyLine.h"

#include <QTest>

using namespace chengban::server;

class TestProxyLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void line_namesTheCaller_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("caller"); // Null: no such line.
        const QString none;
        QTest::newRow("IPv4") << QByteArray("PROXY TCP4 192.0.2.1 10.0.0.1 56324 443\r\n")
                              << QStringLiteral("192.0.2.1");
        QTest::newRow("IPv6") << QByteArray("PROXY TCP6 2001:db8::1 2001:db8::2 56324 443\r\n")
                              << QStringLiteral("2001:db8::1");
        QTest::newRow("the proxy itself") << QByteArray("PROXY UNKNOWN\r\n") << QStringLiteral("");
        QTest::newRow("unknown, with more")
            << QByteArray("PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n") << QStringLiteral("");
        QTest::newRow("longest") << "PROXY UNKNOWN " + QByteArray(107 - 16, 'x') + "\r\n"
                                 << QStringLiteral("");
        QTest::newRow("one byte longer") << "PROXY UNKNOWN " + QByteArray(107 - 15, 'x') + "\r\n" << none;
        QTest::newRow("nothing") << QByteArray() << none;
        QTest::newRow("only the word") << QByteArray("PROXY \r\n") << none;
        QTest::newRow("no end") << QByteArray("PROXY TCP4 192.0.2.1 10.0.0.1 56324 443") << none;
        QTest::newRow("small letters") << QByteArray("proxy TCP4 192.0.2.1 10.0.0.1 56324 443\r\n") << none;
        QTest::newRow("IPv6 as IPv4") << QByteArray("PROXY TCP4 2001:db8::1 10.0.0.1 56324 443\r\n") << none;
        QTest::newRow("a name") << QByteArray("PROXY TCP4 localhost 10.0.0.1 56324 443\r\n") << none;
        QTest::newRow("port too large") << QByteArray("PROXY TCP4 192.0.2.1 10.0.0.1 65536 443\r\n") << none;
        QTest::newRow("a word too many") << QByteArray("PROXY TCP4 192.0.2.1 10.0.0.1 1 2 3\r\n") << none;
        QTest::newRow("two spaces") << QByteArray("PROXY TCP4  192.0.2.1 10.0.0.1 1 2\r\n") << none;
        QTest::newRow("UDP") << QByteArray("PROXY UDP4 192.0.2.1 10.0.0.1 1 2\r\n") << none;
    }
    void line_namesTheCaller()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, caller);
        const auto found = callerIn(line);
        QCOMPARE(found.has_value(), !caller.isNull());
        QCOMPARE(found.value_or(QString()), caller);
    }
};

QTEST_GUILESS_MAIN(TestProxyLine)
#include "tst_ProxyLine.moc"
