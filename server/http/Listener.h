#pragma once

#include "server/api/Exchange.h"
#include "server/http/Limits.h"
#include "shared/base/Result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace chengban::server {

struct ListenerSettings
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 8443; ///< 0 takes a free one.
    QByteArray certificatePem; ///< The server's certificate, then its issuers.
    QByteArray keyPem;
    int poolThreads = 4;
    /// Each connection begins with the line that says for whom it is (ProxyLine.h). Only for an address that
    /// nobody but the proxy reaches: the line is believed.
    bool isBehindProxy = false;
    bool stopOnSignals = false; ///< SIGTERM and SIGINT call stop().
    Limits limits;
};

struct ListenerFigures
{
    qint64 connections = 0; ///< Open now.
    qint64 accepted = 0;
    qint64 turnedAway = 0; ///< For the limits of connections, with or without an answer.
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
