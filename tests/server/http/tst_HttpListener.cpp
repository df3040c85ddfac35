#include "server/api/Answers.h"
#include "server/http/Certificates.h"
#include "server/http/Listener.h"
#include "tests/server/http/TlsClient.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <mutex>
#include <thread>

using namespace chengban;
using namespace chengban::server;
using namespace std::chrono_literals;

namespace {

/// Routes by path alone; no database, no Qt threads: what the thread sanitizer can follow.
class FakeSite : public Site
{
public:
    Admission admit(const Request &head) override
    {
        if (head.path == QStringLiteral("/nothing"))
            return {-1, 0, {}, problemAnswer(404, ErrorCode::NotFound)};
        return {0, head.path == QStringLiteral("/upload") ? 1 << 20 : 1000, {}, {}};
    }
    Response answer(qsizetype, const Request &request) override
    {
        if (request.path == QStringLiteral("/throws"))
            throw std::runtime_error("secret of the inside");
        if (request.path == QStringLiteral("/file"))
            return fileAnswer();
        if (request.path == QStringLiteral("/slow"))
            return slowAnswer();
        if (request.path == QStringLiteral("/wait"))
            return waitAnswer(request);
        Response response;
        response.headers = {{"Content-Type", "text/plain"}};
        if (request.path == QStringLiteral("/large"))
            response.body = QByteArray(3'000'000, 'x');
        else
            response.body = request.method + ' ' + request.path.toLatin1() + ' ' + request.body;
        return response;
    }

    void change()
    {
        Wait::Waker waker;
        {
            const std::scoped_lock lock(m_mutex);
            ++m_changes;
            waker.swap(m_waker);
        }
        if (waker)
            waker();
    }
    std::optional<Response> screen(qsizetype, const Request &head) override
    {
        ++screened;
        return head.header("Authorization") == "made up"
            ? std::optional(problemAnswer(401, ErrorCode::NotAuthenticated))
            : std::nullopt;
    }
    std::atomic<int> screened = 0;
    void release()
    {
        const std::scoped_lock lock(m_mutex);
        m_released = true;
        m_condition.notify_all();
    }
    QString file;
    std::atomic<int> slowRunning = 0;

private:
    Response fileAnswer() const
    {
        Response response;
        response.file = FileSlice{file, 2, 3};
        return response;
    }
    Response slowAnswer()
    {
        ++slowRunning;
        std::unique_lock lock(m_mutex);
        m_condition.wait(lock, [this] { return m_released; });
        Response response;
        response.body = "slow";
        return response;
    }
    Response waitAnswer(const Request &request)
    {
        const std::scoped_lock lock(m_mutex);
        Response response;
        response.body = QByteArray::number(m_changes);
        if (m_changes > 0 || request.waitOver)
            return response;
        response.wait
            = Wait{request.query.queryItemValue(QStringLiteral("s")).toInt(), [this](Wait::Waker waker) {
                       const std::scoped_lock inner(m_mutex);
                       if (m_changes > 0)
                           waker();
                       else
                           m_waker = std::move(waker);
                       return [] {};
                   }};
        return response;
    }

    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_released = false;
    int m_changes = 0;
    Wait::Waker m_waker;
};

const CertificateAndKey &authority()
{
    static const CertificateAndKey made = makeAuthority(QStringLiteral("Test CA"), 1'700'000'000'000).value();
    return made;
}

/// A listener on a free port with a thread of its own.
struct Running
{
    explicit Running(Limits limits = {}, int poolThreads = 2, bool isBehindProxy = false)
    {
        const auto own = makeServerCertificate(
            authority(), {QStringLiteral("localhost")}, QDateTime::currentMSecsSinceEpoch());
        ListenerSettings settings;
        settings.port = 0;
        settings.certificatePem = own->certificatePem;
        settings.keyPem = own->keyPem;
        settings.poolThreads = poolThreads;
        settings.limits = limits;
        settings.isBehindProxy = isBehindProxy;
        listener = std::make_unique<Listener>(site, settings);
        port = listener->open().value();
        thread = std::thread([this] { listener->run(); });
    }
    ~Running()
    {
        site.release();
        listener->stop();
        if (thread.joinable())
            thread.join();
    }
    TlsClient client(int seconds = 10) const { return TlsClient(port, authority().certificatePem, seconds); }
    /// As the proxy connects for a caller.
    TlsClient clientOf(const QByteArray &address) const
    {
        return TlsClient(
            port, authority().certificatePem, 10, "PROXY TCP4 " + address + " 10.0.0.1 4000 443\r\n");
    }

    FakeSite site;
    std::unique_ptr<Listener> listener;
    quint16 port = 0;
    std::thread thread;
};

const QByteArray host = "Host: localhost\r\n";
const QByteArray standard = "Chengban-Api: 1\r\nCache-Control: no-store\r\n"
                            "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
                            "Referrer-Policy: no-referrer\r\nStrict-Transport-Security: max-age=31536000\r\n"
                            "X-Content-Type-Options: nosniff\r\n";

QByteArray get(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\n" + host + "\r\n";
}

QByteArray problem(const QByteArray &status, ErrorCode code, const QByteArray &connection)
{
    const Response response = problemAnswer(status.left(3).toInt(), code);
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(response.body.size())
        + "\r\nContent-Type: application/problem+json\r\n" + standard + "Connection: " + connection
        + "\r\n\r\n" + response.body;
}

QByteArray plain(const QByteArray &body, const QByteArray &connection = "keep-alive")
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nContent-Type: text/plain\r\n" + standard + "Connection: " + connection + "\r\n\r\n" + body;
}

bool eventually(const std::function<bool()> &holds)
{
    for (int i = 0; i < 500; ++i) {
        if (holds())
            return true;
        std::this_thread::sleep_for(10ms);
    }
    return false;
}

} // namespace

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
        const int raw = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(server.port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::connect(raw, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        char byte = 0;
        QVERIFY(::recv(raw, &byte, 1, 0) <= 0);
        ::close(raw);
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
        const int raw = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(server.port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::connect(raw, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        QCOMPARE(::send(raw, "PROXY TC", 8, 0), 8);
        char byte = 0;
        QVERIFY(::recv(raw, &byte, 1, 0) <= 0);
        ::close(raw);
    }

    void stop_doesNotWaitForAProxysWord()
    {
        Running server({}, 2, true);
        const int raw = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(server.port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::connect(raw, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        QVERIFY(eventually([&] { return server.listener->figures().accepted == 1; }));
        server.listener->stop();
        server.thread.join(); // Within the test's time; handshakeTime is ten seconds.
        ::close(raw);
        QCOMPARE(server.listener->figures().turnedAway, 1);
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
