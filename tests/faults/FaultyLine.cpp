#include "tests/faults/FaultyLine.h"

#include <QTimer>

#include <memory>

namespace chengban::faults {

namespace {

const QByteArray headEnd = "\r\n\r\n";

QByteArray valueOf(const QByteArray &head, const QByteArray &name)
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

/// The whole request out of what came, or nothing yet.
QByteArray wholeRequest(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf(headEnd);
    if (end < 0)
        return {};
    const qsizetype length = end + headEnd.size() + valueOf(bytes.first(end), "content-length").toLongLong();
    return bytes.size() < length ? QByteArray() : bytes.first(length);
}

/// So that the answer is over when the server closes.
QByteArray closing(const QByteArray &request)
{
    const qsizetype end = request.indexOf(headEnd);
    QList<QByteArray> lines = request.first(end).split('\n');
    lines.removeIf([](const QByteArray &line) { return line.toLower().startsWith("connection:"); });
    return lines.join('\n') + "\r\nConnection: close" + request.mid(end);
}

QByteArray page(const char *status)
{
    const QByteArray body = "<html><body>Please log in to the network</body></html>";
    return "HTTP/1.1 " + QByteArray(status)
        + "\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + headEnd + body;
}

} // namespace

FaultyLine::FaultyLine(QSslSocket &client, FaultProxy &proxy)
    : QObject(&client)
    , m_client(client)
    , m_proxy(proxy)
{
    connect(&m_client, &QSslSocket::readyRead, this, &FaultyLine::read);
    connect(&m_client, &QSslSocket::disconnected, &m_client, &QObject::deleteLater);
    read();
}

void FaultyLine::read()
{
    m_request += m_client.readAll();
    const QByteArray request = wholeRequest(m_request);
    if (m_struck || request.isEmpty())
        return;
    m_struck = true;
    strike(closing(request));
}

void FaultyLine::strike(const QByteArray &request)
{
    const auto give = [this](const QByteArray &answer) { this->give(answer); };
    switch (m_proxy.next()) {
    case Fault::None:
        return pass(request, give);
    case Fault::Dropped:
        return end();
    case Fault::RequestCut:
        return pass(request.first(m_proxy.someOf(request.size())), {});
    case Fault::AnswerLost:
        return pass(request, [this](const QByteArray &) { end(); });
    case Fault::AnswerCut:
        return pass(request,
            [this](const QByteArray &answer) { this->give(answer.first(m_proxy.someOf(answer.size()))); });
    case Fault::Delayed:
        QTimer::singleShot(m_proxy.delayMs(), this, [this, request, give] { pass(request, give); });
        return;
    case Fault::Doubled:
        return pass(request, [this, request, give](const QByteArray &) { pass(request, give); });
    case Fault::BadGateway:
        return this->give(page("502 Bad Gateway"));
    case Fault::LoginPage:
        return this->give(page("200 OK"));
    }
}

void FaultyLine::pass(const QByteArray &request, const std::function<void(const QByteArray &answer)> &done)
{
    auto *server = new QSslSocket(this);
    server->setSslConfiguration(m_proxy.towardsServer());
    connect(server, &QSslSocket::encrypted, server, [this, server, request, done] {
        server->write(request);
        if (done)
            return;
        // Cut: what was written still leaves, then both sides end.
        server->flush();
        server->disconnectFromHost();
        end();
    });
    if (done) {
        connect(server, &QSslSocket::disconnected, this, [server, done] {
            const QByteArray answer = server->readAll();
            server->deleteLater();
            done(answer);
        });
    }
    connect(server, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        if (error != QAbstractSocket::RemoteHostClosedError)
            end();
    });
    server->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_proxy.serverPort());
}

void FaultyLine::give(const QByteArray &answer)
{
    m_client.write(answer);
    m_client.disconnectFromHost();
}

void FaultyLine::end()
{
    m_client.abort();
}

} // namespace chengban::faults
