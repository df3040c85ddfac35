#include "tests/server/http/RunningListener.h"

#include <QTest>

#include <csignal>

using namespace chengban;
using namespace chengban::server;
using namespace std::chrono_literals;

class TestListenerBehindProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void connections_throughAProxyCountForTheirCallers()
    {
        Limits limits;
        limits.connectionsPerAddress = 1;
        Running server(limits, 2, true);
        TlsClient first = server.clientOf("192.0.2.1");
        QCOMPARE(first.ask(get("/a")), plain("GET /a "));
        QVERIFY(server.clientOf("192.0.2.1").ask(get("/a")).startsWith("HTTP/1.1 429 "));
        QCOMPARE(server.clientOf("192.0.2.2").ask(get("/a")), plain("GET /a "));
    }

    void connection_withoutTheProxysWord_isClosed_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::newRow("TLS at once") << QByteArray();
        QTest::newRow("too long") << "PROXY TCP4 192.0.2.1 10.0.0.1 1 2" + QByteArray(100, ' ') + "\r\n";
        QTest::newRow("no address") << QByteArray("PROXY TCP4 localhost 10.0.0.1 1 2\r\n");
    }
    void connection_withoutTheProxysWord_isClosed()
    {
        QFETCH(QByteArray, first);
        Running server({}, 2, true);
        TlsClient client(server.port, authority().certificatePem, 10, first);
        QVERIFY(!client.isOpen());
        QVERIFY(eventually([&] { return server.listener->figures().turnedAway == 1; }));
        QCOMPARE(server.clientOf("192.0.2.2").ask(get("/a")), plain("GET /a "));
    }

    void proxysWord_thatDoesNotComeInTimeEndsTheConnection()
    {
        Limits limits;
        limits.handshakeTime = 300ms;
        Running server(limits, 2, true);
        const SilentPeer peer(server.port, "PROXY TC");
        QVERIFY(peer.isOpen() && peer.isHungUpOn());
    }

    void stop_doesNotWaitForAProxysWord()
    {
        Running server({}, 2, true);
        const SilentPeer peer(server.port);
        QVERIFY(peer.isOpen());
        QVERIFY(eventually([&] { return server.listener->figures().accepted == 1; }));
        server.listener->stop();
        server.thread.join(); // Within the test's time; handshakeTime is ten seconds.
        QCOMPARE(server.listener->figures().turnedAway, 1);
    }
};

QTEST_GUILESS_MAIN(TestListenerBehindProxy)
#include "tst_ListenerBehindProxy.moc"
