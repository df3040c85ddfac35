// Packages on a stick: written and read where the store is, so that the window waits for no stick.
#include "client/store/Cards.h"
#include "client/store/Carry.h"
#include "client/sync/Porter.h"
#include "client/sync/SyncEngine.h"

namespace chengban {

namespace {

CarryReport reportOf(const QString &file, const Result<CarryPackage> &written, CarryKind kind)
{
    CarryReport report{file, true, kind};
    if (!written) {
        report.refusal = written.error().code;
        return report;
    }
    report.steps = written->steps;
    report.drafts = written->drafts;
    report.files = int(written->files.size());
    return report;
}

} // namespace

void SyncEngine::makePorter()
{
    m_porter = std::make_unique<Porter>(*m_context);
    connect(m_porter.get(), &SyncJob::failed, this, &SyncEngine::takeFailure);
    connect(m_porter.get(), &Porter::changed, this, &SyncEngine::carriageChanged);
}

Carrier SyncEngine::carrier() const
{
    return {m_setup.self, m_setup.serverKeyPem, knownCards(m_store->documents()), now()};
}

void SyncEngine::writeWork(const CarryReceiver &receiver, const QString &file)
{
    const auto written = m_store ? chengban::writeWork(*m_store, carrier(), receiver, m_setup.scope, file)
                                 : Result<CarryPackage>(fail(ErrorCode::StoreLocked));
    Q_EMIT carryEnded(reportOf(file, written, CarryKind::Work));
    Q_EMIT outboxChanged();
    Q_EMIT carriageChanged();
}

void SyncEngine::writeAnswers(const QString &package, const QString &file)
{
    const auto written = m_store ? chengban::writeAnswers(*m_store, carrier(), package, file)
                                 : Result<CarryPackage>(fail(ErrorCode::StoreLocked));
    Q_EMIT carryEnded(reportOf(file, written, CarryKind::Answers));
    Q_EMIT carriageChanged();
}

void SyncEngine::readPackage(const QString &file)
{
    const auto taken = m_store ? chengban::readPackage(*m_store, carrier(), file)
                               : Result<CarryTaken>(fail(ErrorCode::StoreLocked));
    CarryReport report{file};
    if (!taken) {
        report.refusal = taken.error().code;
        Q_EMIT carryEnded(report);
        return;
    }
    report.kind = taken->header.kind;
    report.wasHere = taken->wasHere;
    const QString id = report.kind == CarryKind::Work ? taken->header.id : taken->header.answers;
    if (const auto package = m_store->carriage().find(id); package && *package) {
        report.steps = (*package)->steps;
        report.drafts = (*package)->drafts;
        report.files = int((*package)->files.size());
    }
    if (!taken->cases.isEmpty())
        Q_EMIT casesChanged(taken->cases);
    Q_EMIT outboxChanged();
    Q_EMIT handoversChanged();
    Q_EMIT carriageChanged();
    Q_EMIT carryEnded(report);
    takeWork(); // What came is sent at once where there is a line.
}

} // namespace chengban
