#pragma once

#include "server/api/Exchange.h"
#include "shared/base/Result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace chengban::server {

/// What a peer may take. Each one is enforced and has a test that sends one byte or waits one moment more.
struct Limits
{
    quint32 headerBytes = 16 * 1024; ///< Request line and headers; beyond it 431.
    qint64 bodiesBytes = 512 << 20; ///< All bodies being read at once; beyond it 503.
    qsizetype connections = 10'000; ///< Beyond it a new connection is closed at once.
    std::chrono::milliseconds handshakeTime{10'000};
    std::chrono::milliseconds headerTime{10'000}; ///< From the first byte of a head to its last.
    std::chrono::milliseconds bodyTime{60'000}; ///< Grows by a second for each 16 KiB announced.
    std::chrono::milliseconds writeTime{60'000}; ///< For each slice of an answer.
    std::chrono::milliseconds idleTime{120'000}; ///< Between two requests.
    std::chrono::milliseconds stopTime{10'000}; ///< What running requests get after stop().
};

struct ListenerSettings
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 8443; ///< 0 takes a free one.
    QByteArray certificatePem; ///< The server's certificate, then its issuers.
    QByteArray keyPem;
    int poolThreads = 4;
    bool stopOnSignals = false; ///< SIGTERM and SIGINT call stop().
    Limits limits;
};

struct ListenerFigures
{
    qint64 connections = 0; ///< Open now.
    qint64 accepted = 0;
    qint64 turnedAway = 0; ///< For the limit of connections.
    qint64 requests = 0;
    qint64 refusals = 0; ///< Requests answered without asking the site: malformed, too large, no room.
    qint64 waiting = 0; ///< Long polls that hold neither a thread nor the io thread.
};

/// HTTPS for one Site. One thread runs all sockets (the one that calls run()); the site's work runs on a
/// pool. Waiting long polls hold a timer each and no thread.
class Listener
{
public:
    Listener(Site &site, ListenerSettings settings);
    ~Listener();
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    /// Binds and listens; gives the port. Errors: ServerAway when the address is taken or not ours,
    /// CertificateUntrusted when certificate and key do not fit.
    [[nodiscard]] Result<quint16> open();
    /// Serves until stop(), then lets running requests end (Limits::stopTime) and returns.
    void run();
    void stop(); ///< From any thread.
    /// Does the work on the pool once now and again each `pause` after it ended; before run() only.
    void repeat(std::chrono::milliseconds pause, std::function<void()> work);
    [[nodiscard]] ListenerFigures figures() const; ///< From any thread.

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace chengban::server
