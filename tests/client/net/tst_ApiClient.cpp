#include "client/net/ApiClient.h"
#include "tests/client/net/FakeServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace chengban;

class TestApiClient : public QObject
{
    Q_OBJECT

    FakeServer m_server;
    std::unique_ptr<ApiClient> m_api;

    std::optional<Result<wire::FeedPage>> ask()
    {
        std::optional<Result<wire::FeedPage>> got;
        FeedQuestion question;
        question.scope = QStringLiteral("unit:a");
        m_api->feed(question, [&](const Result<wire::FeedPage> &page) { got = page; });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 5000);
        return got;
    }
    static FakeAnswer page() { return {200, R"({"cursor":"c1","more":false,"serverTimeMs":5,"cases":[]})"}; }

private Q_SLOTS:
    void init()
    {
        m_server.requests.clear();
        m_api = std::make_unique<ApiClient>(
            ServerProfile{m_server.url(), m_server.caPem(), QStringLiteral("device-1")});
    }

    void feed_goodAnswer_isRead()
    {
        m_server.answer = [](const FakeRequest &) { return page(); };
        m_api->setAccessToken("token-1");
        const auto got = ask();
        QVERIFY(got && *got);
        QCOMPARE((*got)->cursor, QStringLiteral("c1"));
        const FakeRequest &request = m_server.requests.first();
        QCOMPARE(request.path, QByteArray("/v1/feed?scope=unit%3Aa&limit=200&wait=0"));
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer token-1"));
        QCOMPARE(request.headers.value("chengban-device"), QByteArray("device-1"));
        QVERIFY(request.headers.value("user-agent").startsWith("Chengban/"));
    }

    void feed_faultyAnswers_areTheirCodes_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<ErrorCode>("expected");
        QTest::newRow("log-in page of a network")
            << FakeAnswer{200, "<html>", {}, false} << ErrorCode::NotOurServer;
        QTest::newRow("proxy's 502") << FakeAnswer{502, "Bad gateway", {}, false} << ErrorCode::NotOurServer;
        QTest::newRow("redirect") << FakeAnswer{302, {}, {{"Location", "https://example.org/"}}, false}
                                  << ErrorCode::NotOurServer;
        QTest::newRow("our redirect")
            << FakeAnswer{302, {}, {{"Location", "https://example.org/"}}} << ErrorCode::NotOurServer;
        QTest::newRow("garbage") << FakeAnswer{200, "\x01\x02 not json"} << ErrorCode::ServerFault;
        QTest::newRow("our 500") << FakeAnswer{500, "oops"} << ErrorCode::ServerFault;
        QTest::newRow("problem document") << FakeAnswer{410,
            R"({"type":"about:blank","title":"x","status":410,"code":"sync.cursor-too-old","detail":""})"}
                                          << ErrorCode::CursorTooOld;
        QTest::newRow("connection dropped") << FakeAnswer{200, {}, {}, true, true} << ErrorCode::ServerAway;
        QTest::newRow("cut inside the body")
            << FakeAnswer{200, QByteArray(1000, ' '), {}, true, false, false, 10} << ErrorCode::ServerAway;
    }

    void feed_faultyAnswers_areTheirCodes()
    {
        QFETCH(FakeAnswer, answer);
        QFETCH(ErrorCode, expected);
        m_server.answer = [&](const FakeRequest &) { return answer; };
        const auto got = ask();
        QVERIFY(got && !*got);
        QCOMPARE(got->error().code, expected);
    }

    void feed_certificateOfAnotherAuthority_isUntrustedAndNothingIsSent()
    {
        m_api = std::make_unique<ApiClient>(
            ServerProfile{m_server.url(), FakeServer::strangersCa(), QStringLiteral("d")});
        const auto got = ask();
        QVERIFY(got && !*got);
        QCOMPARE(got->error().code, ErrorCode::CertificateUntrusted);
        QVERIFY(m_server.requests.isEmpty());
    }

    void feed_withoutTls_isRefusedBeforeAnythingIsSent()
    {
        QUrl plain = m_server.url();
        plain.setScheme(QStringLiteral("http"));
        m_api = std::make_unique<ApiClient>(ServerProfile{plain, m_server.caPem(), QStringLiteral("d")});
        QCOMPARE(ask()->error().code, ErrorCode::CertificateUntrusted);
    }

    void feed_serverAway_saysSo()
    {
        m_api = std::make_unique<ApiClient>(ServerProfile{
            QUrl(QStringLiteral("https://127.0.0.1:1")), m_server.caPem(), QStringLiteral("d")});
        QCOMPARE(ask()->error().code, ErrorCode::ServerAway);
    }

    void send_silentServer_timesOut()
    {
        m_server.answer = [](const FakeRequest &) { return FakeAnswer{200, {}, {}, true, false, true}; };
        std::optional<Result<ApiAnswer>> got;
        ApiRequest request{"GET", QStringLiteral("/v1/x")};
        request.timeoutMs = 300;
        m_api->send(request, [&](const Result<ApiAnswer> &answer) { got = answer; });
        QTRY_VERIFY(got.has_value());
        QCOMPARE(got->error().code, ErrorCode::TimedOut);
    }

    void send_answerAboveItsLimit_isCutOff()
    {
        m_server.answer = [](const FakeRequest &) { return FakeAnswer{200, QByteArray(1 << 20, 'x')}; };
        std::optional<Result<ApiAnswer>> got;
        ApiRequest request{"GET", QStringLiteral("/v1/x")};
        request.largestAnswer = 1000;
        m_api->send(request, [&](const Result<ApiAnswer> &answer) { got = answer; });
        QTRY_VERIFY(got.has_value());
        QCOMPARE(got->error().code, ErrorCode::TooLarge);
    }

    void abort_answersNothingMore()
    {
        m_server.answer = [](const FakeRequest &) { return page(); };
        bool answered = false;
        m_api->feed(FeedQuestion(), [&](const Result<wire::FeedPage> &) { answered = true; });
        m_api->abort();
        QTest::qWait(100);
        QVERIFY(!answered);
    }
};

QTEST_GUILESS_MAIN(TestApiClient)
#include "tst_ApiClient.moc"
