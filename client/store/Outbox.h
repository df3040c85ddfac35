#pragma once

#include "client/store/Database.h"
#include "client/store/GivenBack.h"
#include "client/store/Sealer.h"
#include "shared/base/Problem.h"
#include "shared/cases/Command.h"
#include "shared/signing/Signing.h"
#include "shared/wire/Wire.h"

#include <QList>

#include <optional>

namespace chengban {

enum class OutboxState { Queued, Sent, Accepted, Refused, Conflict, Quarantined };

constexpr auto namesOf(OutboxState)
{
    return std::array{Named{OutboxState::Queued, "queued"}, Named{OutboxState::Sent, "sent"},
        Named{OutboxState::Accepted, "accepted"}, Named{OutboxState::Refused, "refused"},
        Named{OutboxState::Conflict, "conflict"}, Named{OutboxState::Quarantined, "quarantined"}};
}

struct OutboxRow
{
    Command command;
    OutboxState state = OutboxState::Queued;
    qint64 stateSinceMs = 0;
    qint64 queuedAtMs = 0;
    int attempts = 0;
    qint64 nextTryMs = 0; ///< 0: not scheduled.
    std::optional<ErrorCode> reason;
    Problems problems;
    qint64 givenBackAtMs = 0; ///< When its text became a draft again; 0: not (yet).
    bool operator==(const OutboxRow &) const = default;

    /// Neither answered nor set aside: its effect is shown, and it goes (again) when its time comes.
    [[nodiscard]] bool isWaiting() const
    {
        return state == OutboxState::Queued || state == OutboxState::Sent;
    }
    /// The server did not take it: its text belongs into a draft again.
    [[nodiscard]] bool isGivenUp() const
    {
        return state == OutboxState::Refused || state == OutboxState::Conflict;
    }
};

/// What the form held when the step was taken; a draft is made of it again, should the server refuse.
struct StepOrigin
{
    QString step; ///< Under which its fields were kept; a form may take another step than it was opened for.
    QJsonObject fields; ///< As in StepDraft.
    std::optional<Reply> base; ///< Of a reply, as in ReplyDraft.
    bool operator==(const StepOrigin &) const = default;
};

/// A reveal made offline, on its way to the server's audit log.
struct AuditEntry
{
    QString id;
    CaseId caseId;
    QString reason;
    qint64 atMs = 0;
    bool operator==(const AuditEntry &) const = default;
};

/// Commands on their way to the server. A row leaves only by the server's word; each change is durable when
/// it returns.
class Outbox
{
public:
    Outbox(Database &db, const Sealer &sealer);

    [[nodiscard]] Result<void> queue(const Command &command, qint64 nowMs, const StepOrigin &origin = {});
    [[nodiscard]] Result<StepOrigin> origin(const CommandId &id) const;
    /// Its text is a draft again.
    [[nodiscard]] Result<void> setGivenBack(const CommandId &id, qint64 nowMs);
    [[nodiscard]] Result<QList<OutboxRow>> rows() const; ///< Oldest first.
    [[nodiscard]] Result<QList<OutboxRow>> rowsOf(const CaseId &id) const;
    [[nodiscard]] Result<std::optional<OutboxRow>> row(const CommandId &id) const;

    /// It is about to be sent: after this, nothing in it may change, for the server may have seen it.
    [[nodiscard]] Result<void> setSent(const CommandId &id, qint64 nowMs);
    /// No answer, or none that counts; it will be sent again as it is.
    [[nodiscard]] Result<void> defer(const CommandId &id, ErrorCode reason, qint64 nowMs, qint64 nextTryMs);
    /// The server's word: accepted, conflict or refused.
    [[nodiscard]] Result<void> setAnswered(const wire::CommandAnswer &answer, qint64 nowMs);
    /// A row the server cannot take as it is (malformed, or an id used twice): refused with that reason.
    [[nodiscard]] Result<void> setRefused(const CommandId &id, ErrorCode reason, qint64 nowMs);
    [[nodiscard]] Result<bool> quarantine(const CaseId &id, qint64 nowMs);
    [[nodiscard]] Result<void> release(const CaseId &id, qint64 nowMs);
    [[nodiscard]] Result<QList<CaseId>> casesAside() const; ///< Those with rows in quarantine.
    /// Own commands not yet sent follow an own accepted one: what they were based on is now confirmed.
    [[nodiscard]] Result<void> moveBase(const CaseId &id, qint64 from, qint64 to);
    [[nodiscard]] Result<void> retryNow();
    /// What kept these rows back is over.
    [[nodiscard]] Result<void> retryThoseWith(ErrorCode reason);
    /// Errors: StepNotAllowed for a row that still waits: only the server's word ends it.
    [[nodiscard]] Result<void> remove(const CommandId &id);
    [[nodiscard]] Result<void> dropAcceptedBefore(qint64 ms);

    [[nodiscard]] Result<void> keepReceipt(const Receipt &receipt);
    [[nodiscard]] Result<QList<Receipt>> receipts(const CaseId &id) const;

    [[nodiscard]] Result<void> queueAudit(const AuditEntry &entry);
    [[nodiscard]] Result<QList<AuditEntry>> audits() const;
    [[nodiscard]] Result<void> removeAudit(const QString &id);

private:
    [[nodiscard]] Result<QList<OutboxRow>> read(const QString &where, const QVariantList &values) const;
    [[nodiscard]] Result<OutboxRow> opened(const QSqlQuery &row) const;
    [[nodiscard]] Result<void> set(const QString &sql, const QVariantList &values);

    Database &m_db;
    const Sealer &m_sealer;
};

} // namespace chengban
