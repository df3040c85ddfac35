#pragma once

#include "client/models/DraftNews.h"
#include "client/store/CaseSummary.h"
#include "client/store/Drafts.h"
#include "client/store/Outbox.h"
#include "client/store/Quarantine.h"
#include "client/sync/SyncState.h"
#include "shared/base/Result.h"
#include "shared/cases/Decide.h"
#include "shared/intake/Mapping.h"
#include "shared/signing/Signing.h"
#include "shared/wire/Imports.h"
#include "shared/wire/Wire.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <optional>

namespace chengban {

/// Reads a file of the store to its end; see Desk::fileReading().
using FileReading = std::function<Result<QByteArray>()>;

/// The window's door to everything that is stored or synchronized. Forms and pages know only this, never a
/// store, a socket or SQL. All calls return at once (under 16 ms); what takes longer is announced by a
/// signal.
class Desk : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Actor
    actor() const = 0; ///< Who acts: the person, or the person on the post of somebody else.
    [[nodiscard]] virtual Actor person() const = 0; ///< Who is logged in.
    /// Takes over the post of that person, or with an empty id goes back to the own one: what is offered,
    /// taken and signed from then on is that post's, and stands in the log as acted for that person. Told by
    /// postChanged(), also when the days are over. Errors: SubstituteNotInForce.
    [[nodiscard]] virtual Result<void> actFor(const UserId &holder) = 0;
    /// Both are asked of the server; answered by substituteAnswered().
    virtual void appointSubstitute(const wire::Appointment &wanted) = 0;
    virtual void revokeSubstitute(const QString &id) = 0;
    [[nodiscard]] virtual qint64 nowMs() const = 0; ///< The server's time as well as it is known.
    [[nodiscard]] virtual Rules rulesFor(const Case &theCase) const = 0;
    /// Rules that could not be read, each with what it is and why; cases under them wait.
    [[nodiscard]] virtual QList<Error> rulesSetAside() const { return {}; }
    [[nodiscard]] virtual wire::Directory directory() const = 0;

    [[nodiscard]] virtual QList<CaseSummary> cases() const = 0;
    /// The confirmed log plus the own pending commands. Errors: CaseUnknown, StoreDamaged.
    [[nodiscard]] virtual Result<Case> caseOf(const CaseId &id) const = 0;
    [[nodiscard]] virtual Result<QList<Event>> logOf(const CaseId &id) const = 0;
    /// Ids of cases that hold all the words of the query, newest first.
    [[nodiscard]] virtual QList<CaseId> search(const QString &query) const = 0;

    /// What would stand in the way of the step now; empty when it may be taken.
    [[nodiscard]] virtual Problems problemsOf(
        const CaseId &id, CommandType type, const QJsonObject &body) const = 0;
    /// Decides, stores the command durably in the outbox and shows its effect at once. SubmitForSignOff takes
    /// the draft over: it is gone afterwards.
    [[nodiscard]] virtual tl::expected<CommandId, Problems> take(
        const CaseId &id, CommandType type, const QJsonObject &body)
        = 0;

    [[nodiscard]] virtual std::optional<ReplyDraft> draft(const CaseId &id) const = 0;
    /// The draft, or the one that would be begun now: what it rests on is what the form was filled with.
    [[nodiscard]] virtual ReplyDraft openDraft(const CaseId &id) const = 0;
    /// Durable when it returns. Errors: DiskFull, StoreUnavailable; the caller keeps the text.
    [[nodiscard]] virtual Result<void> saveDraft(const CaseId &id, const ReplyDraft &draft) = 0;
    [[nodiscard]] Result<void> saveDraft(const CaseId &id, const Reply &reply);
    [[nodiscard]] virtual Result<void> discardDraft(const CaseId &id) = 0;
    /// What others wrote into the reply since this draft was begun; none when nothing is new.
    [[nodiscard]] virtual std::optional<DraftNews> newsFor(
        const CaseId &id, const ReplyDraft &draft) const = 0;
    /// Makes the merge the draft. Words of the clerk's that give way are kept.
    [[nodiscard]] virtual Result<ReplyDraft> takeNews(
        const CaseId &id, const DraftNews &news, const ReplyMerge &merge)
        = 0;
    /// Texts that gave way to others, newest first.
    [[nodiscard]] virtual QList<KeptText> keptTexts(const CaseId &id) const = 0;
    /// Makes a kept text of a reply the draft; the one that stood there is kept.
    [[nodiscard]] virtual Result<void> bringBack(const CaseId &id, const KeptText &text) = 0;

    /// What was typed for another step, by the names of its form's fields; of the same promise as the
    /// reply's.
    [[nodiscard]] virtual std::optional<StepDraft> stepDraft(const CaseId &id, CommandType step) const = 0;
    /// Without fields the draft goes.
    [[nodiscard]] virtual Result<void> saveStepDraft(
        const CaseId &id, CommandType step, const QJsonObject &fields)
        = 0;

    /// Takes a file into the sealed store and queues its upload.
    /// Errors: FileEmpty, FileTooLarge, FileTypeRefused, FileNameRefused, FileUnreadable, DiskFull.
    [[nodiscard]] virtual Result<Attachment> addFile(const QString &path, AttachmentKind kind) = 0;
    /// The same for what lies in no file, such as a pasted picture, and is never to lie in one in clear.
    [[nodiscard]] virtual Result<Attachment> addBytes(
        const QString &name, const QByteArray &bytes, AttachmentKind kind)
        = 0;
    /// Errors: NotFound when the bytes are not here yet; they are then fetched and fileArrived() tells.
    [[nodiscard]] virtual Result<QByteArray> fileBytes(const QString &sha256) = 0;
    /// The same for a large file: what it gives reads the bytes in whichever thread calls it.
    [[nodiscard]] virtual Result<FileReading> fileReading(const QString &sha256) = 0;

    [[nodiscard]] virtual QList<OutboxRow> outbox() const = 0;
    virtual void retryNow() = 0;
    /// Ends a row that was refused or in conflict; its text became a draft again when the answer came.
    [[nodiscard]] virtual Result<void> settle(const CommandId &id) = 0;
    /// Own work on cases that were taken away from the unit.
    [[nodiscard]] virtual QList<SetAside> setAside() const = 0;
    /// Deletes it for good before its 30 days are over.
    [[nodiscard]] virtual Result<void> endSetAside(const CaseId &id) = 0;
    [[nodiscard]] virtual SyncState syncState() const = 0;
    [[nodiscard]] virtual QList<Receipt> receipts(const CaseId &id) const = 0;

    [[nodiscard]] virtual QString maskedName(const CaseId &id) const = 0;
    [[nodiscard]] virtual QString maskedPhone(const CaseId &id) const = 0;
    /// Shows the citizen's identity; the reason is logged at the server, offline through the outbox.
    /// A case not in work is asked of the server: the call answers OnlyServerKnows and identityRevealed()
    /// follows. Errors: ReasonMissing, Forbidden (offline only cases in work), OnlyServerKnows.
    [[nodiscard]] virtual Result<Identity> reveal(const CaseId &id, const QString &reason) = 0;

    [[nodiscard]] virtual std::optional<EnrolledKey> signingKey() const = 0;
    /// Makes a key on this device and enrols it with a second person; answered by keyEnrolled().
    virtual void enrolKey(const QString &pin, const QString &witnessUser, const QString &witnessPassword) = 0;
    /// Makes the body of a Sign or SignRequest command in another thread, over the current reply version or
    /// the pending request that has this digest: opening the key takes a while. Who cancels the future signs
    /// nothing. Errors: KeyUnknown, PinWrong, KeychainUnavailable, ReplyChanged when nothing that waits has
    /// it.
    [[nodiscard]] virtual QFuture<Result<SignatureBody>> sign(
        const CaseId &id, const QString &digest, const QString &opinion, const QString &pin)
        = 0;

    /// Sends rows of a file to the server, slice by slice: importProgressed() tells of each, importEnded()
    /// ends it. What is there already is only counted, so a file that was cut off may be sent again.
    virtual void importCases(const QList<wire::ImportRow> &rows) = 0;
    virtual void cancelImport() = 0; ///< After the slice that is under way.
    /// Saved mappings of columns by headerSignature().
    [[nodiscard]] virtual QHash<QString, Mapping> importProfiles() const = 0;
    [[nodiscard]] virtual Result<void> saveImportProfile(const QString &signature, const Mapping &mapping)
        = 0;

Q_SIGNALS:
    void casesChanged(const QList<chengban::CaseId> &ids); ///< Empty list: everything may have changed.
    void outboxChanged();
    void syncStateChanged();
    void postChanged();
    void directoryChanged();
    void substituteAnswered(std::optional<chengban::ErrorCode> refusal); ///< None: done.
    void fileArrived(const QString &sha256);
    void identityRevealed(const chengban::CaseId &id, const chengban::Identity &identity);
    void revealFailed(const chengban::CaseId &id, chengban::ErrorCode reason);
    void keyEnrolled(bool done, chengban::ErrorCode reason);
    void importProgressed(const QList<chengban::wire::ImportOutcome> &outcomes);
    void importEnded(std::optional<chengban::ErrorCode> failure); ///< None also when it was cancelled.
};

inline Result<void> Desk::saveDraft(const CaseId &id, const Reply &reply)
{
    ReplyDraft draft = openDraft(id);
    draft.reply = reply;
    return saveDraft(id, draft);
}

} // namespace chengban

Q_DECLARE_METATYPE(chengban::CaseId)
