#pragma once

#include "tests/faults/FaultProxy.h"

#include <QPointer>
#include <QSslSocket>

#include <functional>

namespace chengban::faults {

/// One connection of a client to the proxy: reads one request, lets its fault happen, and ends. The client
/// asks anew on another line, as after any answer with `Connection: close`.
class FaultyLine : public QObject
{
    Q_OBJECT

public:
    FaultyLine(QSslSocket &client, FaultProxy &proxy);

private:
    void read();
    void strike(const QByteArray &request);
    void pass(const QByteArray &request, const std::function<void(const QByteArray &answer)> &done);
    void give(const QByteArray &answer);
    void end();

    QSslSocket &m_client; ///< Owns this.
    FaultProxy &m_proxy;
    QByteArray m_request;
    bool m_struck = false;
};

} // namespace chengban::faults
