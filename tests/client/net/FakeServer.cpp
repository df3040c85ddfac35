#include "tests/client/net/FakeServer.h"

#include "tests/client/net/TlsIdentity.h"

#include <QSslConfiguration>
#include <QSslSocket>

FakeServer::FakeServer()
{
    static const TlsIdentity identity = TlsIdentity::made();
    m_ca = identity.certificate;
    QSslConfiguration tls;
    tls.setLocalCertificate(QSslCertificate(identity.certificate));
    tls.setPrivateKey(QSslKey(identity.key, QSsl::Ec));
    m_server.setSslConfiguration(tls);
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, [this] {
        while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
            connect(socket, &QSslSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QSslSocket::disconnected, socket, [this, socket] {
                m_buffers.remove(socket);
                socket->deleteLater();
            });
            read(socket);
        }
    });
}

QUrl FakeServer::url() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort()));
}

QByteArray FakeServer::strangersCa()
{
    static const TlsIdentity identity = TlsIdentity::made();
    return identity.certificate;
}

void FakeServer::read(QSslSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    FakeRequest request;
    const QList<QByteArray> lines = buffer.first(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.verb = first.value(0);
    request.path = first.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.first(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    requests << request;
    write(socket, answer ? answer(request) : FakeAnswer{404});
}

void FakeServer::write(QSslSocket *socket, const FakeAnswer &given)
{
    if (given.hold)
        return;
    if (given.drop)
        return socket->abort();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(given.status)
        + " X\r\nContent-Length: " + QByteArray::number(given.body.size()) + "\r\n";
    if (given.ours)
        head += "Chengban-Api: 1\r\n";
    for (const auto &[name, value] : given.headers)
        head += name + ": " + value + "\r\n";
    const qsizetype most = given.cutAfter >= 0 ? qsizetype(given.cutAfter) : given.body.size();
    socket->write(head + "\r\n" + given.body.first(most));
    if (given.cutAfter < 0)
        return;
    socket->flush();
    socket->disconnectFromHost();
}
