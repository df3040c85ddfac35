#pragma once

// A listener with a site of the test's own behind it, and the answers that this site gives.
#include "server/api/Answers.h"
#include "server/http/Certificates.h"
#include "server/http/Listener.h"
#include "tests/server/http/TlsClient.h"

#include <QDateTime>
#include <QFile>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace chengban::server {

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
        const auto read = [path = file](qint64 offset, qint64 length) {
            QFile opened(path);
            return opened.open(QIODevice::ReadOnly) && opened.seek(offset) ? opened.read(length)
                                                                           : QByteArray();
        };
        response.file = FileSlice{read, 2, 3};
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

inline const CertificateAndKey &authority()
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
    /// As a proxy connects for a caller.
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

/// A connection that says nothing, or only `first`.
class SilentPeer
{
public:
    explicit SilentPeer(quint16 port, const QByteArray &first = {})
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isOpen = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
            && ::send(m_socket, first.constData(), static_cast<std::size_t>(first.size()), 0) == first.size();
    }
    ~SilentPeer() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(SilentPeer)

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// Waits until the server says something or hangs up, and tells whether it hung up.
    [[nodiscard]] bool isHungUpOn() const
    {
        char byte = 0;
        return ::recv(m_socket, &byte, 1, 0) <= 0;
    }

private:
    int m_socket;
    bool m_isOpen = false;
};

inline const QByteArray host = "Host: localhost\r\n";
inline const QByteArray standard
    = "Chengban-Api: 1\r\nCache-Control: no-store\r\n"
      "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
      "Referrer-Policy: no-referrer\r\nStrict-Transport-Security: max-age=31536000\r\n"
      "X-Content-Type-Options: nosniff\r\n";

inline QByteArray get(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\n" + host + "\r\n";
}

inline QByteArray problem(const QByteArray &status, ErrorCode code, const QByteArray &connection)
{
    const Response response = problemAnswer(status.left(3).toInt(), code);
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(response.body.size())
        + "\r\nContent-Type: application/problem+json\r\n" + standard + "Connection: " + connection
        + "\r\n\r\n" + response.body;
}

inline QByteArray plain(const QByteArray &body, const QByteArray &connection = "keep-alive")
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nContent-Type: text/plain\r\n" + standard + "Connection: " + connection + "\r\n\r\n" + body;
}

inline bool eventually(const std::function<bool()> &holds)
{
    for (int i = 0; i < 500; ++i) {
        if (holds())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

} // namespace chengban::server
