#pragma once

#include "client/net/ApiClient.h"

#include <QObject>

namespace chengban {

/// One log-in at a server. start() once; then exactly one of done() and failed(), unless deleted before.
class LogInJob : public QObject
{
    Q_OBJECT

public:
    LogInJob(ServerProfile profile, wire::LogIn logIn, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void done(const chengban::wire::Session &session);
    void failed(chengban::ErrorCode reason, const QString &detail);

private:
    ApiClient m_api;
    wire::LogIn m_logIn;
};

} // namespace chengban
