#include "tests/client/live/CuttingProxy.h"

#include <QTcpSocket>

CuttingProxy::CuttingProxy(quint16 serverPort)
    : m_serverPort(serverPort)
{
    m_server.listen(QHostAddress::LocalHost);
    m_port = m_server.serverPort();
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            take(client);
    });
}

QUrl CuttingProxy::url() const
{
    return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_port));
}

void CuttingProxy::cutAfterSent(qint64 bytes)
{
    m_sendLeft = bytes;
}

void CuttingProxy::cutAfterReceived(qint64 bytes)
{
    m_receiveLeft = bytes;
}

void CuttingProxy::dieAfterSent(qint64 bytes)
{
    m_sendLeft = bytes;
    m_dies = true;
}

void CuttingProxy::take(QTcpSocket *client)
{
    auto *server = new QTcpSocket(client);
    server->connectToHost(QHostAddress::LocalHost, m_serverPort);
    connect(
        client, &QTcpSocket::readyRead, this, [this, client, server] { pass(client, server, m_sendLeft); });
    connect(server, &QTcpSocket::readyRead, this,
        [this, client, server] { pass(server, client, m_receiveLeft); });
    // Bytes that came before the server's side was connected.
    connect(
        server, &QTcpSocket::connected, this, [this, client, server] { pass(client, server, m_sendLeft); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

void CuttingProxy::pass(QTcpSocket *from, QTcpSocket *to, qint64 &left)
{
    if (!from->isOpen() || to->state() != QAbstractSocket::ConnectedState)
        return;
    const QByteArray bytes = from->readAll();
    if (m_dead || bytes.isEmpty())
        return;
    const bool breaks = left >= 0 && bytes.size() >= left;
    to->write(breaks ? bytes.first(left) : bytes);
    if (!breaks) {
        left = left < 0 ? left : left - bytes.size();
        return;
    }
    to->flush();
    left = -1;
    cut();
}

void CuttingProxy::cut()
{
    if (m_dies) {
        m_dies = false;
        m_dead = true;
        return;
    }
    ++m_cuts;
    endAll();
}

void CuttingProxy::endAll()
{
    const auto lines = m_server.findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly);
    for (QTcpSocket *client : lines)
        client->abort();
}

void CuttingProxy::goAway()
{
    m_server.close();
    endAll();
}

void CuttingProxy::comeBack()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("the line's port was taken meanwhile");
}
