// What goes between colleagues of a unit, what a person asks of the copy here and of the register; newer
// versions.
#include "client/sync/Courier.h"
#include "client/sync/DocumentWatch.h"
#include "client/sync/RegisterCaller.h"
#include "client/sync/SyncEngine.h"
#include "client/updates/UpdateWatch.h"

namespace chengban {

void SyncEngine::makeCourier()
{
    m_courier = std::make_unique<Courier>(*m_context);
    connect(m_courier.get(), &SyncJob::failed, this, &SyncEngine::takeFailure);
    connect(m_courier.get(), &Courier::changed, this, &SyncEngine::handoversChanged);
}

void SyncEngine::makeUpdates()
{
    m_updates = std::make_unique<UpdateWatch>(m_api, m_setup.updates, m_setup.clock);
    m_state.update = m_updates->state();
    connect(m_updates.get(), &UpdateWatch::changed, this, [this](const UpdateState &state) {
        m_state.update = state;
        Q_EMIT stateChanged(m_state);
    });
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

void SyncEngine::appointSubstitute(const wire::Appointment &wanted)
{
    m_api.appointSubstitute(wanted, [this](const Result<Substitution> &answer) { takeSubstitution(answer); });
}

void SyncEngine::revokeSubstitute(const QString &id)
{
    m_api.revokeSubstitute(id, [this](const Result<Substitution> &answer) { takeSubstitution(answer); });
}

void SyncEngine::takeSubstitution(const Result<Substitution> &answer)
{
    if (answer && m_documents && !m_documents->isRunning())
        m_documents->start(); // The directory tells it to the window.
    Q_EMIT substituteAnswered(answer ? std::nullopt : std::optional(answer.error().code));
}

void SyncEngine::askRegister(std::shared_ptr<RegisterTask> task)
{
    if (m_state.line == SyncState::Line::Online)
        return m_register->take(std::move(task));
    task->promise.addResult(fail(ErrorCode::ServerAway));
    task->promise.finish();
}

} // namespace chengban
