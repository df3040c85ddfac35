#include "tests/faults/FaultProxy.h"

#include "tests/client/net/TlsIdentity.h"
#include "tests/faults/FaultyLine.h"

#include <QSslCertificate>
#include <QSslKey>

#include <algorithm>
#include <array>

namespace chengban::faults {

namespace {

constexpr int longestDelayMs = 300;

constexpr std::array<const char *, faultKinds> names{"none", "dropped", "request cut", "answer lost",
    "answer cut", "delayed", "doubled", "bad gateway", "login page"};

} // namespace

QString nameOf(Fault fault)
{
    return QString::fromLatin1(names[size_t(fault)]);
}

FaultProxy::FaultProxy(const QUrl &server, const QByteArray &serverCaPem, quint32 seed)
    : m_serverPort(quint16(server.port()))
    , m_towardsServer(QSslConfiguration::defaultConfiguration())
    , m_random(seed)
{
    const TlsIdentity identity = TlsIdentity::made();
    m_caPem = identity.certificate;
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate(identity.certificate));
    tls.setPrivateKey(QSslKey(identity.key, QSsl::Ec));
    m_server.setSslConfiguration(tls);
    m_towardsServer.setCaCertificates(QSslCertificate::fromData(serverCaPem, QSsl::Pem));
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
        while (auto *client = qobject_cast<QSslSocket *>(m_server.nextPendingConnection()))
            new FaultyLine(*client, *this);
    });
}

QUrl FaultProxy::url() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort()));
}

Fault FaultProxy::next()
{
    const bool strikes = m_random.bounded(100) < m_percent;
    const Fault fault = strikes ? Fault(1 + m_random.bounded(faultKinds - 1)) : Fault::None;
    ++m_counts[fault];
    return fault;
}

qsizetype FaultProxy::someOf(qsizetype bytes)
{
    return bytes < 2 ? 0 : m_random.bounded(bytes - 1);
}

int FaultProxy::delayMs()
{
    return 1 + m_random.bounded(longestDelayMs);
}

} // namespace chengban::faults
