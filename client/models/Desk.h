#pragma once

#include "shared/base/Result.h"
#include "shared/cases/Decide.h"
#include "shared/signing/Signing.h"
#include "shared/wire/Wire.h"

#include <QObject>

#include <optional>

namespace chengban {

/// A line of the case list.
struct CaseSummary {
    CaseId id;
    QString number; ///< Shown number: the source's, or the short id.
    QString title;
    QString category;
    Phase phase = Phase::None;
    CaseClass caseClass = CaseClass::General;
    QString unitName;
    std::optional<qint64> dueMs;
    bool provisional = false;
    Access access = Access::None;
    bool readOnly = false;
    bool anonymous = false;
    int round = 1;
    int pending = 0; ///< Own commands that wait or were refused.
    bool hasDraft = false;
    bool extensionAsked = false; ///< An extension request waits for the centre's decision; the phase stays.
    bool returnedToClerk = false; ///< Handling again because the leader sent the reply back.
    qint64 changedAtMs = 0;

    bool operator==(const CaseSummary &) const = default;
};

/// The clerk's words before they are submitted; never touched by sync.
struct ReplyDraft {
    Reply reply;
    qint64 baseRevision = 0;
    qint64 savedAtMs = 0;
    bool operator==(const ReplyDraft &) const = default;
};

enum class OutboxState { Queued, Sent, Accepted, Refused, Conflict, Quarantined };

constexpr auto namesOf(OutboxState)
{
    return std::array{Named{OutboxState::Queued, "queued"}, Named{OutboxState::Sent, "sent"},
        Named{OutboxState::Accepted, "accepted"}, Named{OutboxState::Refused, "refused"},
        Named{OutboxState::Conflict, "conflict"}, Named{OutboxState::Quarantined, "quarantined"}};
}

struct OutboxRow {
    Command command;
    OutboxState state = OutboxState::Queued;
    qint64 stateSinceMs = 0;
    qint64 queuedAtMs = 0;
    int attempts = 0;
    qint64 nextTryMs = 0; ///< 0: not scheduled.
    std::optional<ErrorCode> reason;
    Problems problems;
    bool operator==(const OutboxRow &) const = default;
};

struct SyncState {
    enum class Line { NeverConnected, Online, Offline, LoggedOut };
    Line line = Line::NeverConnected;
    bool busy = false;
    qint64 lastContactMs = 0;
    qint64 nextTryMs = 0;
    int waiting = 0; ///< Commands not yet answered.
    int filesWaiting = 0;
    std::optional<ErrorCode> reason; ///< Why offline.
    qint64 clockSkewMs = 0; ///< Device clock minus server clock; shown, never deciding.
    bool operator==(const SyncState &) const = default;
};

/// The window's door to everything that is stored or synchronized. Forms and pages know only this, never a store, a
/// socket or SQL. All calls return at once (under 16 ms); what takes longer is announced by a signal.
class Desk : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Actor actor() const = 0;
    [[nodiscard]] virtual qint64 nowMs() const = 0; ///< The server's time as well as it is known.
    [[nodiscard]] virtual Rules rulesFor(const Case &theCase) const = 0;
    [[nodiscard]] virtual wire::Directory directory() const = 0;

    [[nodiscard]] virtual QList<CaseSummary> cases() const = 0;
    /// The confirmed log plus the own pending commands. Errors: CaseUnknown, StoreDamaged.
    [[nodiscard]] virtual Result<Case> caseOf(const CaseId &id) const = 0;
    [[nodiscard]] virtual Result<QList<Event>> logOf(const CaseId &id) const = 0;
    /// Ids of cases that hold all the words of the query, newest first.
    [[nodiscard]] virtual QList<CaseId> search(const QString &query) const = 0;

    /// What would stand in the way of the step now; empty when it may be taken.
    [[nodiscard]] virtual Problems problemsOf(const CaseId &id, CommandType type, const QJsonObject &body) const = 0;
    /// Decides, stores the command durably in the outbox and shows its effect at once.
    [[nodiscard]] virtual tl::expected<CommandId, Problems> take(
        const CaseId &id, CommandType type, const QJsonObject &body) = 0;

    [[nodiscard]] virtual std::optional<ReplyDraft> draft(const CaseId &id) const = 0;
    /// Durable when it returns. Errors: DiskFull, StoreUnavailable; the caller keeps the text.
    [[nodiscard]] virtual Result<void> saveDraft(const CaseId &id, const Reply &reply) = 0;
    [[nodiscard]] virtual Result<void> discardDraft(const CaseId &id) = 0;

    /// Takes a file into the sealed store and queues its upload.
    /// Errors: FileEmpty, FileTooLarge, FileTypeRefused, FileNameRefused, FileUnreadable, DiskFull.
    [[nodiscard]] virtual Result<Attachment> addFile(const QString &path, AttachmentKind kind) = 0;
    /// Errors: NotFound when the bytes are not here yet; they are then fetched and fileArrived() tells.
    [[nodiscard]] virtual Result<QByteArray> fileBytes(const QString &sha256) = 0;

    [[nodiscard]] virtual QList<OutboxRow> outbox() const = 0;
    virtual void retryNow() = 0;
    /// Turns a refused or conflicting command back into a draft or drops it; the text is kept either way.
    [[nodiscard]] virtual Result<void> settle(const CommandId &id) = 0;
    [[nodiscard]] virtual SyncState syncState() const = 0;
    [[nodiscard]] virtual QList<Receipt> receipts(const CaseId &id) const = 0;

    [[nodiscard]] virtual QString maskedName(const CaseId &id) const = 0;
    [[nodiscard]] virtual QString maskedPhone(const CaseId &id) const = 0;
    /// Shows the citizen's identity; the reason is logged at the server, offline through the outbox.
    /// Errors: ReasonMissing, Forbidden (offline only cases in work), OnlyServerKnows.
    [[nodiscard]] virtual Result<Identity> reveal(const CaseId &id, const QString &reason) = 0;

    [[nodiscard]] virtual std::optional<EnrolledKey> signingKey() const = 0;
    /// Makes a key on this device and enrols it with a second person; answered by keyEnrolled().
    virtual void enrolKey(const QString &pin, const QString &witnessUser, const QString &witnessPassword) = 0;
    /// Makes the body of a Sign command over the current reply version. Errors: KeyUnknown, PinWrong,
    /// KeychainUnavailable, ReplyChanged when `replyDigest` is not the current one's.
    [[nodiscard]] virtual Result<SignatureBody> sign(
        const CaseId &id, const QString &replyDigest, const QString &opinion, const QString &pin) = 0;

Q_SIGNALS:
    void casesChanged(const QList<chengban::CaseId> &ids); ///< Empty list: everything may have changed.
    void outboxChanged();
    void syncStateChanged();
    void fileArrived(const QString &sha256);
    void keyEnrolled(bool done, chengban::ErrorCode reason);
};

} // namespace chengban

Q_DECLARE_METATYPE(chengban::CaseId)
