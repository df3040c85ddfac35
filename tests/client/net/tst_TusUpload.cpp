#include "client/net/TusUpload.h"
#include "shared/canonical/Digest.h"
#include "tests/client/live/CuttingProxy.h"
#include "tests/client/live/LiveCounty.h"
#include "tests/client/net/FakeServer.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace chengban;
using live::must;

namespace {

constexpr qint64 mib = 1 << 20;
constexpr int patienceMs = 1500; ///< Without a byte.

QByteArray someFile(qint64 size, quint32 seed)
{
    QByteArray bytes(size, '\0');
    QRandomGenerator random(seed);
    random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), size / 4);
    return bytes.replace(0, 5, "%PDF-");
}

/// What one attempt came to and where the upload stood.
struct Attempt
{
    std::optional<Result<void>> result; ///< None: it never ended.
    QList<qint64> offsets;
};

} // namespace

/// Uploads to a far end with faults on demand, and to the real server over a line that is cut.
class TestTusUpload : public QObject
{
    Q_OBJECT

    std::unique_ptr<live::LiveCounty> m_county;
    FakeServer m_fake;
    QByteArray m_file;
    QByteArray m_stored;
    QString m_url; ///< Remembered from one attempt to the next, as the store does.
    int m_patches = 0;
    std::function<std::optional<FakeAnswer>(const FakeRequest &)> m_fault;

    FakeAnswer take(const FakeRequest &request)
    {
        if (m_fault) {
            if (const auto fault = m_fault(request))
                return *fault;
        }
        if (request.verb == "POST") {
            m_stored.clear();
            return {201, {}, {{"Location", "/v1/uploads/u1"}, {"Upload-Offset", "0"}}};
        }
        if (request.verb == "HEAD")
            return {200, {}, {{"Upload-Offset", QByteArray::number(m_stored.size())}}};
        ++m_patches;
        if (request.headers.value("upload-offset").toLongLong() != m_stored.size())
            return refusal(409, ErrorCode::Conflict);
        m_stored += request.body;
        return {204, {}, {{"Upload-Offset", QByteArray::number(m_stored.size())}}};
    }
    static FakeAnswer refusal(int status, ErrorCode code)
    {
        return {status, QJsonDocument(wire::toJson(wire::ProblemDocument{status, code, {}})).toJson()};
    }
    Attempt attempt(ApiClient &api)
    {
        UploadSource source{hex(sha256(m_file)), QStringLiteral("f.pdf"), m_file.size(),
            [this](qint64 offset, qint64 most) { return Result<QByteArray>(m_file.mid(offset, most)); }};
        TusUpload job(api, source, m_url);
        job.setTimeoutMs(patienceMs);
        Attempt attempt;
        connect(&job, &TusUpload::begun, this, [this](const QString &url) { m_url = url; });
        connect(&job, &TusUpload::advanced, this, [&](qint64 offset) { attempt.offsets << offset; });
        attempt.result = live::awaited<void>([&](const auto &done) { job.start(done); }, 6 * patienceMs);
        return attempt;
    }
    Attempt attemptAtFake()
    {
        ApiClient api({m_fake.url(), m_fake.caPem(), QStringLiteral("d")});
        return attempt(api);
    }

private Q_SLOTS:
    void initTestCase() { m_county = std::make_unique<live::LiveCounty>(); }
    void init()
    {
        m_file = someFile(10 * mib, 1);
        m_stored.clear();
        m_url.clear();
        m_patches = 0;
        m_fault = nullptr;
        m_fake.requests.clear();
        m_fake.answer = [this](const FakeRequest &request) { return take(request); };
    }

    void start_newFile_arrivesInChunksWithChecksums()
    {
        QVERIFY(attemptAtFake().result.value());
        QCOMPARE(m_stored, m_file);
        QCOMPARE(m_patches, 3);
        QVERIFY(m_fake.requests[1].headers.value("upload-checksum").startsWith("sha256 "));
    }

    void start_uploadExpired_beginsAnew()
    {
        m_fault = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.verb == "HEAD" && request.path.endsWith("/old"))
                return FakeAnswer{404};
            return std::nullopt;
        };
        m_url = QStringLiteral("/v1/uploads/old");
        QVERIFY(attemptAtFake().result.value());
        QCOMPARE(m_stored, m_file);
    }

    void start_alwaysDamaged_givesUpAndSaysSo()
    {
        m_fault = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return request.verb == "PATCH" ? std::optional(refusal(460, ErrorCode::DigestMismatch))
                                           : std::nullopt;
        };
        QCOMPARE(attemptAtFake().result->error().code, ErrorCode::DigestMismatch);
    }

    void start_serverNeverAnswersAChunk_endsByTheClock()
    {
        m_fault = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return request.verb == "PATCH" ? std::optional(FakeAnswer{.hold = true}) : std::nullopt;
        };
        QCOMPARE(attemptAtFake().result->error().code, ErrorCode::TimedOut);
    }

    void start_offsetDoesNotMove_endsAndSaysSo()
    {
        m_fault = [](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return request.verb == "PATCH" ? std::optional(FakeAnswer{204, {}, {{"Upload-Offset", "0"}}})
                                           : std::nullopt;
        };
        const Attempt attempt = attemptAtFake();
        QVERIFY(attempt.result.has_value());
        QCOMPARE(attempt.result->error().code, ErrorCode::ServerFault);
    }

    void resume_lineCutAfterSoManyBytes_completesAndIsStoredOnce_data()
    {
        QTest::addColumn<qint64>("sent");
        QTest::addColumn<qint64>("received");
        for (const qint64 bytes : {0LL, 1LL, 300LL, 1'200LL, 3'000LL, 70'000LL, 4 * mib - 5'000,
                 4 * mib + 9'000, 5 * mib, 8 * mib + 20'000, 10 * mib}) {
            QTest::addRow("%lld bytes sent", bytes) << qint64(bytes) << qint64(-1);
        }
        for (const qint64 bytes : {1LL, 500LL, 1'700LL, 2'200LL, 2'700LL})
            QTest::addRow("%lld bytes received", bytes) << qint64(-1) << qint64(bytes);
    }

    void resume_lineCutAfterSoManyBytes_completesAndIsStoredOnce()
    {
        QFETCH(qint64, sent);
        QFETCH(qint64, received);
        m_file = someFile(10 * mib + 7, quint32(sent * 31 + received));
        CuttingProxy line(m_county->port());
        live::Caller clerk(*m_county, QStringLiteral("li"), QStringLiteral("pc"), line.url());
        ApiClient api({line.url(), m_county->caPem(), QStringLiteral("pc")});
        api.setAccessToken(clerk.token());
        if (sent >= 0)
            line.cutAfterSent(sent);
        else
            line.cutAfterReceived(received);
        int attempts = 0;
        Attempt last;
        do {
            last = attempt(api);
            ++attempts;
            QVERIFY2(last.result.has_value(), "an attempt never ended");
        } while (!*last.result && attempts < 5);
        QVERIFY2(*last.result, last.result->has_value() ? "" : errorName(last.result->error().code).data());
        QVERIFY(attempts <= 2);
        QCOMPARE(line.cuts(), 1);
        QCOMPARE(m_county->storedDigests().count(hex(sha256(m_file))), 1);
    }

    void resume_lineDiesWithoutAWord_endsByTheClockAndGoesOnWhereItStood()
    {
        m_file = someFile(10 * mib, 99);
        CuttingProxy line(m_county->port());
        live::Caller clerk(*m_county, QStringLiteral("li"), QStringLiteral("pc"), line.url());
        line.dieAfterSent(9 * mib);
        QElapsedTimer timer;
        timer.start();
        const Attempt dead = attempt(clerk.api());
        QVERIFY(dead.result.has_value());
        QCOMPARE(dead.result->error().code, ErrorCode::TimedOut);
        QVERIFY(timer.elapsed() < 2 * patienceMs);
        line.mend();
        const Attempt second = attempt(clerk.api());
        QVERIFY(second.result.value());
        QCOMPARE(second.offsets.first(), 8 * mib);
        QCOMPARE(m_county->storedDigests().count(hex(sha256(m_file))), 1);
    }
};

QTEST_GUILESS_MAIN(TestTusUpload)
#include "tst_TusUpload.moc"
