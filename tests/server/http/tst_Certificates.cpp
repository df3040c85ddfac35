#include "server/http/Certificates.h"

#include <QDateTime>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslCertificateExtension>
#include <QTest>

using namespace chengban;
using namespace chengban::server;

namespace {

constexpr qint64 nowMs = 1'700'000'000'000;
constexpr qint64 dayMs = 24LL * 3600 * 1000;

QSslCertificate read(const QByteArray &pem)
{
    return QSslCertificate(pem);
}

} // namespace

class TestCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void authority_isACaForTenYears()
    {
        const auto made = makeAuthority(QStringLiteral("某县 12345 CA"), nowMs);
        QVERIFY(made);
        const QSslCertificate certificate = read(made->certificatePem);
        QVERIFY(certificate.isSelfSigned());
        QCOMPARE(certificate.subjectInfo(QSslCertificate::CommonName),
            QStringList{QStringLiteral("某县 12345 CA")});
        QVERIFY(certificate.expiryDate().toMSecsSinceEpoch() - nowMs > 3650 * dayMs);
        QVERIFY(made->keyPem.startsWith("-----BEGIN PRIVATE KEY-----"));
    }

    void serverCertificate_namesItsHostsAndLivesAtMost825Days()
    {
        const auto authority = makeAuthority(QStringLiteral("CA"), nowMs);
        const auto made = makeServerCertificate(*authority,
            {QStringLiteral("desk.example"), QStringLiteral("10.1.2.3"), QStringLiteral("::1")}, nowMs);
        QVERIFY(made);
        const QSslCertificate certificate = read(made->certificatePem);
        const auto names = certificate.subjectAlternativeNames();
        QCOMPARE(names.values(QSsl::DnsEntry), QStringList{QStringLiteral("desk.example")});
        QCOMPARE(names.values(QSsl::IpAddressEntry).size(), 2);
        QVERIFY(certificate.effectiveDate().daysTo(certificate.expiryDate()) <= 825);
        QVERIFY(certificate.effectiveDate().toMSecsSinceEpoch() <= nowMs);
        QVERIFY(certificate.expiryDate().toMSecsSinceEpoch() > nowMs + 800 * dayMs);
    }

    void serverCertificate_refusesWhatIsNoHost_data()
    {
        QTest::addColumn<QStringList>("hosts");
        QTest::newRow("none") << QStringList{};
        QTest::newRow("empty") << QStringList{QString()};
        QTest::newRow("another extension slipped in") << QStringList{QStringLiteral("a,DNS:evil.example")};
        QTest::newRow("a line break") << QStringList{QStringLiteral("a\nb")};
        QTest::newRow("Chinese") << QStringList{QStringLiteral("服务器")};
        QTest::newRow("dash first") << QStringList{QStringLiteral("-a")};
    }
    void serverCertificate_refusesWhatIsNoHost()
    {
        QFETCH(QStringList, hosts);
        const auto authority = makeAuthority(QStringLiteral("CA"), nowMs);
        const auto made = makeServerCertificate(*authority, hosts, nowMs);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::BadInput);
    }

    void serials_areNeverTheSame()
    {
        const auto authority = makeAuthority(QStringLiteral("CA"), nowMs);
        const QStringList hosts{QStringLiteral("localhost")};
        QVERIFY(read(makeServerCertificate(*authority, hosts, nowMs)->certificatePem).serialNumber()
            != read(makeServerCertificate(*authority, hosts, nowMs)->certificatePem).serialNumber());
    }
};

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_Certificates.moc"
