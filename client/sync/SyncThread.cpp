#include "client/sync/SyncThread.h"

namespace chengban {

SyncThread::SyncThread(SyncSetup setup)
    : m_engine(new SyncEngine(std::move(setup)))
{
    m_thread.setObjectName(QStringLiteral("sync"));
    m_engine->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    m_thread.start();
}

SyncThread::~SyncThread()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace chengban
