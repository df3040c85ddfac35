#include "client/sync/LogInJob.h"

namespace chengban {

LogInJob::LogInJob(ServerProfile profile, wire::LogIn logIn, QObject *parent)
    : QObject(parent)
    , m_api(std::move(profile))
    , m_logIn(std::move(logIn))
{
}

void LogInJob::start()
{
    m_api.logIn(m_logIn, [this](const Result<wire::Session> &session) {
        if (session)
            Q_EMIT done(*session);
        else
            Q_EMIT failed(session.error().code, session.error().detail);
    });
}

} // namespace chengban
