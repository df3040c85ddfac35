#pragma once

#include "client/sync/SyncEngine.h"

#include <QThread>

namespace chengban {

/// The sync thread with its engine. Talk to engine() by queued connections only.
class SyncThread
{
public:
    explicit SyncThread(SyncSetup setup);
    ~SyncThread(); ///< Ends the engine in its own thread and waits; nothing under way is lost.

    [[nodiscard]] SyncEngine *engine() const { return m_engine; }

private:
    QThread m_thread;
    SyncEngine *m_engine; ///< Deleted in its thread when that ends.
};

} // namespace chengban
