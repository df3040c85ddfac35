#include "server/services/ImportService.h"

#include "server/services/AuditService.h"
#include "server/services/CaseLedger.h"
#include "server/services/FeedSignal.h"
#include "server/services/RuleBook.h"
#include "server/store/Database.h"
#include "server/store/ImportKeyStore.h"
#include "server/store/Locks.h"

#include <algorithm>
#include <span>

namespace chengban {

namespace {

constexpr qsizetype idBytes = 10;

/// Imports the rows of one transaction.
class ImportBatch
{
public:
    ImportBatch(const Backend &backend, Database &database, const Actor &actor, qint64 nowMs)
        : m_backend(backend)
        , m_actor(actor)
        , m_nowMs(nowMs)
        , m_ledger(backend, database)
        , m_keys(database)
    {
    }

    [[nodiscard]] Result<ImportOutcome> add(const ImportRow &row)
    {
        const QString &source = row.body.demand.source;
        const QString &number = row.body.demand.sourceNumber;
        const auto taken = m_keys.find(m_actor.tenant, source, number);
        if (!taken)
            return fail(taken.error());
        if (!taken->isEmpty())
            return ImportOutcome{row.line, ImportState::Duplicate, *taken, {}};
        const Command command = registration(row.body);
        const auto rules = m_backend.rules.rulesOf({}, CommandType::Register, m_nowMs);
        if (!rules)
            return fail(rules.error());
        const Decision decision = decide({}, command, m_actor, *rules, m_nowMs);
        if (!decision)
            return ImportOutcome{row.line, ImportState::Refused, {}, decision.error()};
        const auto appended = m_ledger.append({}, command, m_actor, *decision, m_nowMs);
        if (!appended)
            return fail(appended.error());
        if (const auto kept = m_keys.add(m_actor.tenant, source, number, command.caseId); !kept)
            return fail(kept.error());
        m_scopes += appended->scopes;
        return ImportOutcome{row.line, ImportState::Imported, command.caseId, {}};
    }

    [[nodiscard]] QStringList scopes() const
    {
        QStringList scopes = m_scopes;
        scopes.removeDuplicates();
        return scopes;
    }

private:
    [[nodiscard]] Command registration(const RegisterBody &body) const
    {
        Command command;
        command.id.value = uuid7(m_nowMs, m_backend.random(idBytes));
        command.type = CommandType::Register;
        command.caseId.value = uuid7(m_nowMs, m_backend.random(idBytes));
        command.claimedTimeMs = m_nowMs;
        command.body = toJson(body);
        return command;
    }

    const Backend &m_backend;
    const Actor &m_actor;
    qint64 m_nowMs;
    CaseLedger m_ledger;
    ImportKeyStore m_keys;
    QStringList m_scopes;
};

Result<void> importBatch(const Backend &backend, Database &database, const Actor &actor,
    std::span<const ImportRow> rows, qint64 nowMs, QList<ImportOutcome> &outcomes)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto held = database.hold(locks::ofImports(actor.tenant)); !held)
        return held;
    ImportBatch batch(backend, database, actor, nowMs);
    for (const ImportRow &row : rows) {
        auto outcome = batch.add(row);
        if (!outcome)
            return fail(outcome.error());
        outcomes.append(std::move(*outcome));
    }
    const QString subject = QStringLiteral("%1 rows").arg(rows.size());
    if (const auto logged = recordIn(database, actor, AuditAction::Imported, subject, {}, nowMs); !logged)
        return logged;
    if (const auto done = transaction->commit(); !done)
        return done;
    tellOf(backend.signal, database, actor.tenant, batch.scopes());
    return {};
}

} // namespace

Result<QList<ImportOutcome>> ImportService::import(
    const Actor &actor, const QList<ImportRow> &rows, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    QList<ImportOutcome> outcomes;
    const std::span<const ImportRow> all(rows.constData(), static_cast<size_t>(rows.size()));
    for (size_t from = 0; from < all.size(); from += batch) {
        const auto some = all.subspan(from, std::min<size_t>(batch, all.size() - from));
        const auto done = importBatch(m_backend, **database, actor, some, nowMs, outcomes);
        if (!done)
            return fail(done.error());
    }
    return outcomes;
}

} // namespace chengban
