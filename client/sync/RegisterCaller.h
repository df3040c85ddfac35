#pragma once

#include "client/net/ApiClient.h"
#include "client/sync/RegisterCall.h"

#include <QObject>

namespace chengban {

/// Puts questions of the archive room to the server: each is answered once, also when the line is lost.
class RegisterCaller : public QObject
{
    Q_OBJECT

public:
    explicit RegisterCaller(ApiClient &api, QObject *parent = nullptr);
    void take(std::shared_ptr<RegisterTask> task);

private:
    void askLines(const std::shared_ptr<RegisterTask> &task);
    void askLine(const std::shared_ptr<RegisterTask> &task, const ApiRequest &request);
    void sendPackage(const std::shared_ptr<RegisterTask> &task);
    void fetchPackage(const std::shared_ptr<RegisterTask> &task);

    ApiClient &m_api;
};

} // namespace chengban
