#include "tests/server/http/RunningListener.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace chengban;
using namespace chengban::server;
using namespace std::chrono_literals;

class TestHttpListener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }

    void request_isAnsweredWholeAndTheConnectionGoesOn()
    {
        Running server;
        TlsClient client(server.port, authority().certificatePem);
        QCOMPARE(client.verification(), static_cast<long>(X509_V_OK));
        QCOMPARE(client.protocol(), QByteArray("TLSv1.3"));
        QCOMPARE(client.ask(get("/a?x=1")), plain("GET /a "));
        QCOMPARE(client.ask("POST /b HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello"),
            plain("POST /b hello"));
        QCOMPARE(client.ask(get("/nothing")), problem("404 Not Found", ErrorCode::NotFound, "keep-alive"));
        QCOMPARE(client.ask(get("/c")), plain("GET /c "));
    }

    void requests_sentInOneGo_areAnsweredInOrder()
    {
        Running server;
        TlsClient client(server.port, authority().certificatePem);
        QVERIFY(client.send(
            get("/1") + "POST /2 HTTP/1.1\r\n" + host + "Content-Length: 2\r\n\r\nab" + get("/3")));
        QCOMPARE(client.answer(), plain("GET /1 "));
        QCOMPARE(client.answer(), plain("POST /2 ab"));
        QCOMPARE(client.answer(), plain("GET /3 "));
    }

    void connectionClose_isHonoured()
    {
        Running server;
        TlsClient client(server.port, authority().certificatePem);
        QCOMPARE(client.ask("GET /a HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n"),
            plain("GET /a ", "close"));
        QVERIFY(client.isClosedByServer());
    }

    void answer_ofMegabytesArrivesWhole()
    {
        Running server;
        TlsClient client(server.port, authority().certificatePem);
        QCOMPARE(client.ask(get("/large")).size(), plain(QByteArray(3'000'000, 'x')).size());
        QCOMPARE(client.ask(get("/a")), plain("GET /a "));
    }

    void head_getsNoBody()
    {
        Running server;
        TlsClient client(server.port, authority().certificatePem);
        QVERIFY(client.send("HEAD /a HTTP/1.1\r\n" + host + "\r\n"));
        QCOMPARE(client.answer(false), plain("HEAD /a ").chopped(8));
        QCOMPARE(client.ask(get("/b")), plain("GET /b "));
    }

    void malformedOrAmbiguous_isRefusedWith400AndClosed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n");
        QTest::newRow("two different lengths")
            << "POST /a HTTP/1.1\r\n" + host + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!";
        QTest::newRow("the same length twice")
            << "POST /a HTTP/1.1\r\n" + host + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello";
        QTest::newRow("length and chunks") << "POST /a HTTP/1.1\r\n" + host
                + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        QTest::newRow("chunks and length") << "POST /a HTTP/1.1\r\n" + host
                + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n";
        QTest::newRow("length is no number")
            << "POST /a HTTP/1.1\r\n" + host + "Content-Length: five\r\n\r\nhello";
        QTest::newRow("negative length") << "POST /a HTTP/1.1\r\n" + host + "Content-Length: -5\r\n\r\nhello";
        QTest::newRow("bad chunk size")
            << "POST /a HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n";
        QTest::newRow("chunk longer than said")
            << "POST /a HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n";
        QTest::newRow("space before the colon") << QByteArray("GET /a HTTP/1.1\r\nHost : localhost\r\n\r\n");
        QTest::newRow("no host") << QByteArray("GET /a HTTP/1.1\r\n\r\n");
        QTest::newRow("two hosts") << "GET /a HTTP/1.1\r\n" + host + host + "\r\n";
        QTest::newRow("HTTP/1.0") << "GET /a HTTP/1.0\r\n" + host + "\r\n";
        QTest::newRow("absolute target") << "GET http://elsewhere/ HTTP/1.1\r\n" + host + "\r\n";
    }
    void malformedOrAmbiguous_isRefusedWith400AndClosed()
    {
        QFETCH(QByteArray, bytes);
        Running server;
        TlsClient client(server.port, authority().certificatePem);
        const QByteArray answer = client.ask(bytes);
        const bool closes = answer.contains("Connection: close");
        QCOMPARE(answer, problem("400 Bad Request", ErrorCode::BadInput, closes ? "close" : "keep-alive"));
        // Where the message's end is beyond doubt the connection may go on; never where it is not.
        QVERIFY(closes || !bytes.contains("Content-Length") || bytes.contains("\r\n\r\nhello"));
        QVERIFY(!closes || client.isClosedByServer());
        QCOMPARE(server.listener->figures().requests, 0);
    }

    void header_ofTheLimitIsReadAndABiggerOneIs431()
    {
        Limits limits;
        limits.headerBytes = 1000;
        Running server(limits);
        const auto request = [](qsizetype size) {
            const QByteArray start = "GET /a HTTP/1.1\r\n" + host + "X: ";
            return start + QByteArray(size - start.size() - 4, 'x') + "\r\n\r\n";
        };
        TlsClient fits(server.port, authority().certificatePem);
        QCOMPARE(fits.ask(request(1000)), plain("GET /a "));
        TlsClient over(server.port, authority().certificatePem);
        QCOMPARE(over.ask(request(1100)),
            problem("431 Request Header Fields Too Large", ErrorCode::TooLarge, "close"));
        QVERIFY(over.isClosedByServer());
    }

    void body_ofTheLimitIsReadAndOneByteMoreIs413_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("fits");
        const auto chunks = [](qsizetype size) {
            return QByteArray::number(size / 2, 16) + "\r\n" + QByteArray(size / 2, 'x') + "\r\n"
                + QByteArray::number(size - size / 2, 16) + "\r\n" + QByteArray(size - size / 2, 'x')
                + "\r\n0\r\n\r\n";
        };
        QTest::newRow("announced, fits")
            << QByteArray("Content-Length: 1000") << QByteArray(1000, 'x') << true;
        QTest::newRow("announced, one more")
            << QByteArray("Content-Length: 1001") << QByteArray(1001, 'x') << false;
        QTest::newRow("announced, never sent")
            << QByteArray("Content-Length: 9999999999999") << QByteArray() << false;
        QTest::newRow("chunks, fit") << QByteArray("Transfer-Encoding: chunked") << chunks(1000) << true;
        QTest::newRow("chunks, one more")
            << QByteArray("Transfer-Encoding: chunked") << chunks(1001) << false;
    }
    void body_ofTheLimitIsReadAndOneByteMoreIs413()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        QFETCH(bool, fits);
        Running server;
        TlsClient client(server.port, authority().certificatePem);
        const QByteArray answer = client.ask("POST /a HTTP/1.1\r\n" + host + head + "\r\n\r\n" + body);
        QCOMPARE(answer,
            fits ? plain("POST /a " + QByteArray(1000, 'x'))
                 : problem("413 Payload Too Large", ErrorCode::TooLarge, "close"));
    }

    void body_beyondTheServersRoom_is503()
    {
        Limits limits;
        limits.bodiesBytes = 500;
        Running server(limits);
        TlsClient client(server.port, authority().certificatePem);
        QCOMPARE(
            client.ask("POST /a HTTP/1.1\r\n" + host + "Content-Length: 501\r\n\r\n" + QByteArray(501, 'x')),
            problem("503 Service Unavailable", ErrorCode::ServerFault, "close"));
        TlsClient next(server.port, authority().certificatePem);
        QCOMPARE(next.ask("POST /a HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello"),
            plain("POST /a hello"));
    }

    void largeBody_isNotReadFromWhoMayNotSendIt_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("announced") << QByteArray("Content-Length: 70000\r\n");
        QTest::newRow("of no announced length") << QByteArray("Transfer-Encoding: chunked\r\n");
    }
    void largeBody_isNotReadFromWhoMayNotSendIt()
    {
        QFETCH(QByteArray, headers);
        Limits limits;
        limits.bodiesBytes = 1 << 20;
        Running server(limits);
        TlsClient client(server.port, authority().certificatePem);
        // Only the head is sent: the answer does not wait for the body.
        QVERIFY(
            client.ask("POST /upload HTTP/1.1\r\n" + host + "Authorization: made up\r\n" + headers + "\r\n")
                .startsWith("HTTP/1.1 401 "));
        TlsClient next(server.port, authority().certificatePem);
        QVERIFY(next.ask("POST /upload HTTP/1.1\r\n" + host + "Content-Length: 70000\r\n\r\n"
                        + QByteArray(70'000, 'x'))
                    .startsWith("HTTP/1.1 200 "));
        QCOMPARE(server.site.screened, 2);
        QCOMPARE(next.ask("POST /a HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello"),
            plain("POST /a hello"));
        QCOMPARE(server.site.screened, 2); // A small one is cheaper to read than to ask about.
    }

    void expect100_isAnsweredBeforeTheBody()
    {
        Running server;
        TlsClient client(server.port, authority().certificatePem);
        QVERIFY(
            client.send("POST /a HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"));
        QCOMPARE(client.answer(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        QCOMPARE(client.ask("hello"), plain("POST /a hello"));
    }

    void slowPeers_areHungUpOn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing at all") << QByteArray();
        QTest::newRow("half a head") << QByteArray("GET /a HTT");
        QTest::newRow("half a body") << "POST /a HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhe";
    }
    void slowPeers_areHungUpOn()
    {
        QFETCH(QByteArray, bytes);
        Limits limits;
        limits.idleTime = limits.headerTime = limits.bodyTime = 300ms;
        Running server(limits);
        TlsClient client(server.port, authority().certificatePem);
        QVERIFY(client.isOpen());
        if (!bytes.isEmpty())
            QVERIFY(client.send(bytes));
        QVERIFY(client.isClosedByServer());
        QVERIFY(eventually([&] { return server.listener->figures().connections == 0; }));
    }

    void handshake_thatDoesNotComeIsHungUpOn()
    {
        Limits limits;
        limits.handshakeTime = 300ms;
        Running server(limits);
        const SilentPeer peer(server.port);
        QVERIFY(peer.isOpen() && peer.isHungUpOn());
    }

    void connections_beyondTheLimitAreTurnedAway()
    {
        Limits limits;
        limits.connections = 2;
        Running server(limits);
        TlsClient first(server.port, authority().certificatePem);
        {
            TlsClient second(server.port, authority().certificatePem);
            QVERIFY(first.isOpen() && second.isOpen());
            TlsClient third(server.port, authority().certificatePem);
            QVERIFY(!third.isOpen());
        }
        QVERIFY(eventually([&] { return server.listener->figures().connections == 1; }));
        TlsClient fourth(server.port, authority().certificatePem);
        QCOMPARE(fourth.ask(get("/a")), plain("GET /a "));
        QCOMPARE(server.listener->figures().turnedAway, 1);
    }

    void connections_ofOneAddressBeyondItsLimitAreToldToWait()
    {
        Limits limits;
        limits.connectionsPerAddress = 2;
        limits.toldToWait = 1;
        Running server(limits);
        TlsClient first(server.port, authority().certificatePem);
        {
            TlsClient second(server.port, authority().certificatePem);
            QCOMPARE(second.ask(get("/a")), plain("GET /a "));
            TlsClient third(server.port, authority().certificatePem);
            QVERIFY(third.isOpen());
            TlsClient fourth(server.port, authority().certificatePem);
            QVERIFY(!fourth.isOpen()); // One is told, the others are closed without a word.
            const QByteArray answer = third.ask(get("/a"));
            QVERIFY(answer.startsWith("HTTP/1.1 429 "));
            QVERIFY(answer.contains("Retry-After: 30\r\n") && answer.contains("Connection: close\r\n"));
            QVERIFY(answer.endsWith(problemAnswer(ErrorCode::RateLimited).body));
            QVERIFY(third.isClosedByServer());
        }
        QVERIFY(eventually([&] { return server.listener->figures().connections == 1; }));
        TlsClient fifth(server.port, authority().certificatePem);
        QCOMPARE(fifth.ask(get("/a")), plain("GET /a "));
        QCOMPARE(server.listener->figures().turnedAway, 2);
    }

    void fault_becomesA500ThatDisclosesNothing()
    {
        Running server;
        TlsClient client(server.port, authority().certificatePem);
        const QByteArray answer = client.ask(get("/throws"));
        QCOMPARE(answer, problem("500 Internal Server Error", ErrorCode::ServerFault, "keep-alive"));
        QVERIFY(!answer.contains("secret"));
        QCOMPARE(client.ask(get("/a")), plain("GET /a "));
    }

    void file_isSentAsTheSliceSaid()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(QStringLiteral("f")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("0123456789");
        file.close();
        Running server;
        server.site.file = file.fileName();
        TlsClient client(server.port, authority().certificatePem);
        QCOMPARE(client.ask(get("/file")),
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n" + standard + "Connection: keep-alive\r\n\r\n234");
        QVERIFY(QFile::resize(file.fileName(), 4));
        QVERIFY(client.ask(get("/file")).isEmpty()); // The announced length cannot be kept: hang up.
        QVERIFY(client.isClosedByServer());
    }

    void longPolls_holdNoThread()
    {
        Running server({}, 1); // A single pool thread: one blocked poll would hold up everybody.
        std::vector<std::unique_ptr<TlsClient>> polls;
        for (int i = 0; i < 8; ++i) {
            polls.push_back(std::make_unique<TlsClient>(server.port, authority().certificatePem));
            QVERIFY(polls.back()->send(get("/wait?s=30")));
        }
        QVERIFY(eventually([&] { return server.listener->figures().waiting == 8; }));
        TlsClient other(server.port, authority().certificatePem);
        QCOMPARE(other.ask(get("/a")), plain("GET /a "));
    }

    void longPoll_isAnsweredAtTheChange()
    {
        Running server;
        TlsClient client(server.port, authority().certificatePem);
        QVERIFY(client.send(get("/wait?s=30")));
        QVERIFY(eventually([&] { return server.listener->figures().waiting == 1; }));
        server.site.change();
        QVERIFY(client.answer().endsWith("\r\n\r\n1"));
    }

    void longPoll_endsAfterItsTime()
    {
        Running server;
        TlsClient client(server.port, authority().certificatePem);
        QVERIFY(client.ask(get("/wait?s=1")).endsWith("\r\n\r\n0"));
        QCOMPARE(server.listener->figures().waiting, 0);
    }

    void longPoll_neverMissesAChangeBetweenQuestionAndWait()
    {
        Running server;
        for (int i = 0; i < 50; ++i) {
            TlsClient client(server.port, authority().certificatePem);
            std::thread changer([&] { server.site.change(); });
            const QByteArray answer = client.ask(get("/wait?s=30"));
            changer.join();
            QVERIFY(!answer.isEmpty() && !answer.endsWith("\r\n\r\n0"));
        }
    }

    void blockingWork_doesNotHoldUpTheIoThread()
    {
        Running server;
        TlsClient slow(server.port, authority().certificatePem);
        QVERIFY(slow.send(get("/slow")));
        QVERIFY(eventually([&] { return server.site.slowRunning == 1; }));
        TlsClient other(server.port, authority().certificatePem);
        QCOMPARE(other.ask(get("/a")), plain("GET /a "));
        server.site.release();
        QVERIFY(slow.answer().endsWith("slow"));
    }

    void stop_letsRunningRequestsEndAndClosesIdleOnes()
    {
        Running server;
        TlsClient idle(server.port, authority().certificatePem);
        QCOMPARE(idle.ask(get("/a")), plain("GET /a "));
        TlsClient slow(server.port, authority().certificatePem);
        QVERIFY(slow.send(get("/slow")));
        TlsClient poll(server.port, authority().certificatePem);
        QVERIFY(poll.send(get("/wait?s=30")));
        QVERIFY(eventually(
            [&] { return server.site.slowRunning == 1 && server.listener->figures().waiting == 1; }));
        server.listener->stop();
        QVERIFY(idle.isClosedByServer());
        QVERIFY(poll.answer().contains("Connection: close"));
        server.site.release();
        const QByteArray answer = slow.answer();
        QVERIFY(answer.contains("Connection: close") && answer.endsWith("slow"));
        server.thread.join();
        TlsClient late(server.port, authority().certificatePem);
        QVERIFY(!late.isOpen());
    }

    void repeatedWork_runsOnThePoolUntilTheStop()
    {
        FakeSite site;
        const auto own = makeServerCertificate(
            authority(), {QStringLiteral("localhost")}, QDateTime::currentMSecsSinceEpoch());
        ListenerSettings settings;
        settings.port = 0;
        settings.certificatePem = own->certificatePem;
        settings.keyPem = own->keyPem;
        Listener listener(site, settings);
        QVERIFY(listener.open());
        std::atomic<int> rounds = 0;
        const auto ioThread = std::this_thread::get_id();
        listener.repeat(5ms, [&] {
            if (std::this_thread::get_id() == ioThread || ++rounds == 3)
                listener.stop();
        });
        listener.run();
        QCOMPARE(rounds, 3);
    }

    void open_refusesATakenPortAndAWrongKey()
    {
        Running server;
        FakeSite site;
        ListenerSettings settings;
        settings.certificatePem = authority().certificatePem;
        settings.keyPem = authority().keyPem;
        settings.port = server.port;
        QCOMPARE(Listener(site, settings).open().error().code, ErrorCode::ServerAway);
        settings.keyPem = "no key";
        QCOMPARE(Listener(site, settings).open().error().code, ErrorCode::CertificateUntrusted);
    }
};

QTEST_GUILESS_MAIN(TestHttpListener)
#include "tst_HttpListener.moc"
