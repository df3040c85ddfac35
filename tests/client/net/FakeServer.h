#pragma once

#include <QHash>
#include <QObject>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QUrl>

#include <functional>

/// A request as the fake server read it.
struct FakeRequest
{
    QByteArray verb;
    QByteArray path; ///< With its query.
    QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
    QByteArray body;
};

/// What a test tells it to answer.
struct FakeAnswer
{
    int status = 200;
    QByteArray body = {};
    QList<QPair<QByteArray, QByteArray>> headers = {};
    bool ours = true; ///< With the header that proves a Chengban server.
    bool drop = false; ///< Close the connection without a word.
    bool hold = false; ///< Never answer: a long poll, or a server that hangs.
    qint64 cutAfter = -1; ///< Close after so many bytes of the body.
};

/// An HTTPS server inside the test's process whose every answer, and every fault, is the test's.
class FakeServer : public QObject
{
    Q_OBJECT

public:
    FakeServer();
    QUrl url() const;
    QByteArray caPem() const { return m_ca; }
    static QByteArray strangersCa(); ///< Of somebody else.

    std::function<FakeAnswer(const FakeRequest &)> answer;
    QList<FakeRequest> requests;

private:
    void read(QSslSocket *socket);
    void write(QSslSocket *socket, const FakeAnswer &given);
    QByteArray m_ca;
    QHash<QSslSocket *, QByteArray> m_buffers;
    QSslServer m_server; ///< Last: it owns the sockets, which report their end into the buffers.
};
