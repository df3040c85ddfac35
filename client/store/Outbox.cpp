#include "client/store/Outbox.h"

#include <QJsonArray>

namespace chengban {

namespace {

SealedPlace bodyPlace(const QString &id)
{
    return {"outbox", "body", id};
}
SealedPlace problemsPlace(const QString &id)
{
    return {"outbox", "problems", id};
}

SealedPlace originPlace(const QString &id)
{
    return {"outbox", "origin", id};
}

QString nameOfReason(ErrorCode code)
{
    return QString(errorName(code));
}

OutboxState stateOf(wire::CommandState state)
{
    switch (state) {
    case wire::CommandState::Accepted:
        return OutboxState::Accepted;
    case wire::CommandState::Conflict:
        return OutboxState::Conflict;
    case wire::CommandState::Refused:
        return OutboxState::Refused;
    }
    Q_UNREACHABLE();
}

std::optional<ErrorCode> reasonOf(const wire::CommandAnswer &answer)
{
    if (answer.state == wire::CommandState::Accepted)
        return std::nullopt;
    if (answer.state == wire::CommandState::Conflict)
        return ErrorCode::Conflict;
    return answer.problems.isEmpty() ? ErrorCode::StepNotAllowed : answer.problems.first().code;
}

} // namespace

Outbox::Outbox(Database &db, const Sealer &sealer)
    : m_db(db)
    , m_sealer(sealer)
{
}

Result<void> Outbox::set(const QString &sql, const QVariantList &values)
{
    const auto done = m_db.run(sql, values);
    return done ? Result<void>{} : fail(done.error());
}

Result<void> Outbox::queue(const Command &command, qint64 nowMs, const StepOrigin &origin)
{
    const QString &id = command.id.value;
    QJsonObject held{{QStringLiteral("step"), origin.step}, {QStringLiteral("fields"), origin.fields}};
    if (origin.base)
        held.insert(QStringLiteral("base"), chengban::toJson(*origin.base));
    return set(
        QStringLiteral("INSERT INTO outbox (command_id, case_id, state, state_since_ms, queued_at_ms, body,"
                       " origin) VALUES (?, ?, 'queued', ?, ?, ?, ?)"),
        {id, command.caseId.value, nowMs, nowMs,
            m_sealer.sealedJson(chengban::toJson(command), bodyPlace(id)),
            m_sealer.sealedJson(held, originPlace(id))});
}

Result<StepOrigin> Outbox::origin(const CommandId &id) const
{
    StepOrigin origin;
    const auto read
        = m_db.each(QStringLiteral("SELECT origin FROM outbox WHERE command_id = ? AND origin IS NOT NULL"),
            {id.value}, [&](const QSqlQuery &row) -> Result<void> {
                const auto held = m_sealer.openedJson(row.value(0).toByteArray(), originPlace(id.value));
                if (!held)
                    return fail(held.error());
                origin.step = held->value(QStringLiteral("step")).toString();
                origin.fields = held->value(QStringLiteral("fields")).toObject();
                if (const QJsonValue base = held->value(QStringLiteral("base")); base.isObject()) {
                    const auto reply = replyFromJson(base.toObject());
                    if (!reply)
                        return fail(reply.error());
                    origin.base = *reply;
                }
                return {};
            });
    if (!read)
        return fail(read.error());
    return origin;
}

Result<void> Outbox::setGivenBack(const CommandId &id, qint64 nowMs)
{
    return set(QStringLiteral("UPDATE outbox SET given_back_at_ms = ? WHERE command_id = ?"
                              " AND state IN ('refused', 'conflict')"),
        {nowMs, id.value});
}

Result<OutboxRow> Outbox::opened(const QSqlQuery &row) const
{
    const QString id = row.value(0).toString();
    const auto json = m_sealer.openedJson(row.value(7).toByteArray(), bodyPlace(id));
    if (!json)
        return fail(json.error());
    const auto command = commandFromJson(*json);
    const auto state = valueNamed<OutboxState>(row.value(1).toString());
    if (!command || !state)
        return fail(ErrorCode::StoreDamaged, QStringLiteral("outbox"));
    OutboxRow result{*command, *state, row.value(2).toLongLong(), row.value(3).toLongLong(),
        row.value(4).toInt(), row.value(5).toLongLong(), errorCode(row.value(6).toString()), {},
        row.value(9).toLongLong()};
    if (!row.isNull(8)) {
        const auto sealed = m_sealer.openedJson(row.value(8).toByteArray(), problemsPlace(id));
        const auto problems = sealed ? problemsFromJson(*sealed) : Result<Problems>(fail(sealed.error()));
        if (!problems)
            return fail(problems.error());
        result.problems = *problems;
    }
    return result;
}

Result<QList<OutboxRow>> Outbox::read(const QString &where, const QVariantList &values) const
{
    QList<OutboxRow> rows;
    const auto done = m_db.each(
        QStringLiteral("SELECT command_id, state, state_since_ms, queued_at_ms, attempts,"
                       " next_try_ms, reason, body, problems, given_back_at_ms FROM outbox %1 ORDER BY seq")
            .arg(where),
        values, [&](const QSqlQuery &row) -> Result<void> {
            const auto one = opened(row);
            if (!one)
                return fail(one.error());
            rows << *one;
            return {};
        });
    if (!done)
        return fail(done.error());
    return rows;
}

Result<QList<OutboxRow>> Outbox::rows() const
{
    return read({}, {});
}

Result<QList<OutboxRow>> Outbox::rowsOf(const CaseId &id) const
{
    return read(QStringLiteral("WHERE case_id = ?"), {id.value});
}

Result<std::optional<OutboxRow>> Outbox::row(const CommandId &id) const
{
    const auto rows = read(QStringLiteral("WHERE command_id = ?"), {id.value});
    if (!rows)
        return fail(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

Result<void> Outbox::setSent(const CommandId &id, qint64 nowMs)
{
    return set(QStringLiteral("UPDATE outbox SET state = 'sent', state_since_ms = ?, attempts = attempts + 1,"
                              " reason = NULL WHERE command_id = ? AND state IN ('queued', 'sent')"),
        {nowMs, id.value});
}

Result<void> Outbox::defer(const CommandId &id, ErrorCode reason, qint64 nowMs, qint64 nextTryMs)
{
    return set(
        QStringLiteral("UPDATE outbox SET state = 'queued', state_since_ms = ?, reason = ?, next_try_ms = ?"
                       " WHERE command_id = ? AND state IN ('queued', 'sent')"),
        {nowMs, nameOfReason(reason), nextTryMs, id.value});
}

Result<void> Outbox::setAnswered(const wire::CommandAnswer &answer, qint64 nowMs)
{
    const auto reason = reasonOf(answer);
    const QString &id = answer.command.value;
    auto transaction = Transaction::begin(m_db);
    if (!transaction)
        return fail(transaction.error());
    const auto done = set(
        QStringLiteral("UPDATE outbox SET state = ?, state_since_ms = ?, next_try_ms = 0, reason = ?,"
                       " problems = ? WHERE command_id = ?"),
        {QString(nameOf(stateOf(answer.state))), nowMs, reason ? QVariant(nameOfReason(*reason)) : QVariant(),
            m_sealer.sealedJson(toJson(answer.problems), problemsPlace(id)), id});
    if (!done)
        return done;
    if (answer.receipt) {
        if (const auto kept = keepReceipt(*answer.receipt); !kept)
            return kept;
    }
    return transaction->commit();
}

Result<void> Outbox::setRefused(const CommandId &id, ErrorCode reason, qint64 nowMs)
{
    return set(
        QStringLiteral("UPDATE outbox SET state = 'refused', state_since_ms = ?, next_try_ms = 0, reason = ?"
                       " WHERE command_id = ?"),
        {nowMs, nameOfReason(reason), id.value});
}

Result<bool> Outbox::quarantine(const CaseId &id, qint64 nowMs)
{
    const auto done
        = m_db.run(QStringLiteral("UPDATE outbox SET state = 'quarantined', state_since_ms = ?, reason = ?"
                                  " WHERE case_id = ? AND state IN ('queued', 'sent')"),
            {nowMs, nameOfReason(ErrorCode::NotResponsible), id.value});
    if (!done)
        return fail(done.error());
    return done->rows > 0;
}

Result<void> Outbox::release(const CaseId &id, qint64 nowMs)
{
    return set(QStringLiteral(
                   "UPDATE outbox SET state = 'queued', state_since_ms = ?, reason = NULL, next_try_ms = 0"
                   " WHERE case_id = ? AND state = 'quarantined'"),
        {nowMs, id.value});
}

Result<QList<CaseId>> Outbox::casesAside() const
{
    QList<CaseId> ids;
    const auto read
        = m_db.each(QStringLiteral("SELECT DISTINCT case_id FROM outbox WHERE state = 'quarantined'"), {},
            [&](const QSqlQuery &row) -> Result<void> {
                ids << CaseId{row.value(0).toString()};
                return {};
            });
    if (!read)
        return fail(read.error());
    return ids;
}

Result<void> Outbox::moveBase(const CaseId &id, qint64 from, qint64 to)
{
    const auto rows
        = read(QStringLiteral("WHERE case_id = ? AND state = 'queued' AND attempts = 0"), {id.value});
    if (!rows)
        return fail(rows.error());
    for (OutboxRow row : *rows) {
        if (row.command.baseRevision != from)
            continue;
        row.command.baseRevision = to;
        const QString &name = row.command.id.value;
        const auto done
            = set(QStringLiteral("UPDATE outbox SET body = ? WHERE command_id = ? AND attempts = 0"),
                {m_sealer.sealedJson(chengban::toJson(row.command), bodyPlace(name)), name});
        if (!done)
            return done;
    }
    return {};
}

Result<void> Outbox::retryNow()
{
    return set(QStringLiteral("UPDATE outbox SET next_try_ms = 0 WHERE state IN ('queued', 'sent')"), {});
}

Result<void> Outbox::retryThoseWith(ErrorCode reason)
{
    return set(QStringLiteral("UPDATE outbox SET next_try_ms = 0 WHERE state = 'queued' AND reason = ?"),
        {nameOfReason(reason)});
}

Result<void> Outbox::remove(const CommandId &id)
{
    const auto done = m_db.run(
        QStringLiteral("DELETE FROM outbox WHERE command_id = ? AND state NOT IN ('queued', 'sent')"),
        {id.value});
    if (!done)
        return fail(done.error());
    return done->rows > 0 ? Result<void>{} : fail(ErrorCode::StepNotAllowed);
}

Result<void> Outbox::dropAcceptedBefore(qint64 ms)
{
    return set(QStringLiteral("DELETE FROM outbox WHERE state = 'accepted' AND state_since_ms < ?"), {ms});
}

Result<void> Outbox::keepReceipt(const Receipt &receipt)
{
    return set(QStringLiteral("INSERT OR REPLACE INTO receipts (command_id, case_id, body) VALUES (?, ?, ?)"),
        {receipt.command.value, receipt.caseId.value,
            m_sealer.sealedJson(chengban::toJson(receipt), {"receipts", "body", receipt.command.value})});
}

Result<QList<Receipt>> Outbox::receipts(const CaseId &id) const
{
    QList<Receipt> receipts;
    const auto read
        = m_db.each(QStringLiteral("SELECT command_id, body FROM receipts WHERE case_id = ? ORDER BY rowid"),
            {id.value}, [&](const QSqlQuery &row) -> Result<void> {
                const auto json = m_sealer.openedJson(
                    row.value(1).toByteArray(), {"receipts", "body", row.value(0).toString()});
                if (!json)
                    return fail(json.error());
                const auto receipt = receiptFromJson(*json);
                if (!receipt)
                    return fail(receipt.error());
                receipts << *receipt;
                return {};
            });
    if (!read)
        return fail(read.error());
    return receipts;
}

Result<void> Outbox::queueAudit(const AuditEntry &entry)
{
    const QJsonObject body{
        {QStringLiteral("case"), entry.caseId.value}, {QStringLiteral("reason"), entry.reason}};
    return set(QStringLiteral("INSERT INTO audits (id, at_ms, body) VALUES (?, ?, ?)"),
        {entry.id, entry.atMs, m_sealer.sealedJson(body, {"audits", "body", entry.id})});
}

Result<QList<AuditEntry>> Outbox::audits() const
{
    QList<AuditEntry> entries;
    const auto read = m_db.each(QStringLiteral("SELECT id, at_ms, body FROM audits ORDER BY at_ms"), {},
        [&](const QSqlQuery &row) -> Result<void> {
            const QString id = row.value(0).toString();
            const auto body = m_sealer.openedJson(row.value(2).toByteArray(), {"audits", "body", id});
            if (!body)
                return fail(body.error());
            entries << AuditEntry{id, CaseId{body->value(QStringLiteral("case")).toString()},
                body->value(QStringLiteral("reason")).toString(), row.value(1).toLongLong()};
            return {};
        });
    if (!read)
        return fail(read.error());
    return entries;
}

Result<void> Outbox::removeAudit(const QString &id)
{
    return set(QStringLiteral("DELETE FROM audits WHERE id = ?"), {id});
}

} // namespace chengban
