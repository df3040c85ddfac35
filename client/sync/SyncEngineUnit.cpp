// What goes between colleagues of a unit, and what a person asks of the copy here.
#include "client/sync/Courier.h"
#include "client/sync/SyncEngine.h"

namespace chengban {

void SyncEngine::makeCourier()
{
    m_courier = std::make_unique<Courier>(*m_context);
    connect(m_courier.get(), &SyncJob::failed, this, &SyncEngine::takeFailure);
    connect(m_courier.get(), &Courier::changed, this, &SyncEngine::handoversChanged);
}

void SyncEngine::rebuildReplica()
{
    if (m_store)
        takeFailure(ErrorCode::StoreDamaged); // As if it had been found to be.
}

void SyncEngine::tellPresence(const CaseId &id, bool writing)
{
    if (!m_store || m_state.line != SyncState::Line::Online)
        return;
    UnitApi(m_api).presence(id, writing, [this, id](const Result<QList<wire::Presence>> &others) {
        // A hint: what is not known is not shown.
        Q_EMIT presenceKnown(id, others.value_or(QList<wire::Presence>()));
    });
}

} // namespace chengban
