#pragma once

#include "client/models/CaseBook.h"
#include "client/models/Desk.h"
#include "client/models/SigningKeyStore.h"
#include "client/store/DataKey.h"

#include <functional>
#include <memory>

namespace chengban {

/// What a desk is made of; everything outside is handed in.
struct DeskSetup
{
    QString folder; ///< Of the store.
    Actor actor;
    KeyStore *keychain = nullptr; ///< Outlives the desk.
    std::function<qint64()> clock; ///< The device's clock, UTC ms.
    qint64 largestFile = 256LL << 20;
    PassphraseCost pinCost = {3, 64ULL << 20};
    std::function<bool()> admits = {}; ///< Of the store, for tests: see Gate.
};

/// The desk over the sealed local store. Works without any network; what sync is to do leaves by the signals,
/// what sync did comes in by the slots, and only values cross.
///
/// When the person is away the desk is locked: the store is closed and the keys are gone, lists are empty and
/// calls answer StoreLocked until unlock().
class LocalDesk : public Desk
{
    Q_OBJECT

public:
    /// Errors: those of Store::open; PackInvalid, CalendarInvalid.
    [[nodiscard]] static Result<std::unique_ptr<LocalDesk>> open(DeskSetup setup, const DataKey &key);
    ~LocalDesk() override;

    Actor actor() const override;
    Actor person() const override { return m_setup.actor; }
    Result<void> actFor(const UserId &holder) override;
    void appointSubstitute(const wire::Appointment &wanted) override;
    void revokeSubstitute(const QString &id) override;
    qint64 nowMs() const override;
    Rules rulesFor(const Case &theCase) const override { return m_rules.rulesFor(theCase); }
    QList<Error> rulesSetAside() const override { return m_rules.setAside(); }
    wire::Directory directory() const override { return m_directory; }

    QList<CaseSummary> cases() const override;
    Result<Case> caseOf(const CaseId &id) const override;
    Result<QList<Event>> logOf(const CaseId &id) const override;
    QList<CaseId> search(const QString &query) const override;

    Problems problemsOf(const CaseId &id, CommandType type, const QJsonObject &body) const override;
    tl::expected<CommandId, Problems> take(
        const CaseId &id, CommandType type, const QJsonObject &body) override;

    std::optional<ReplyDraft> draft(const CaseId &id) const override;
    ReplyDraft openDraft(const CaseId &id) const override;
    using Desk::saveDraft;
    Result<void> saveDraft(const CaseId &id, const ReplyDraft &draft) override;
    Result<void> discardDraft(const CaseId &id) override;
    std::optional<StepDraft> stepDraft(const CaseId &id, CommandType step) const override;
    Result<void> saveStepDraft(const CaseId &id, CommandType step, const QJsonObject &fields) override;
    std::optional<DraftNews> newsFor(const CaseId &id, const ReplyDraft &draft) const override;
    Result<ReplyDraft> takeNews(const CaseId &id, const DraftNews &news, const ReplyMerge &merge) override;
    QList<KeptText> keptTexts(const CaseId &id) const override;
    Result<void> bringBack(const CaseId &id, const KeptText &text) override;

    Result<Attachment> addFile(const QString &path, AttachmentKind kind) override;
    Result<Attachment> addBytes(const QString &name, const QByteArray &bytes, AttachmentKind kind) override;
    Result<QByteArray> fileBytes(const QString &sha256) override;
    Result<FileReading> fileReading(const QString &sha256) override;

    QList<OutboxRow> outbox() const override;
    void retryNow() override;
    Result<void> settle(const CommandId &id) override;
    QList<SetAside> setAside() const override;
    Result<void> endSetAside(const CaseId &id) override;
    SyncState syncState() const override { return m_syncState; }
    QList<Receipt> receipts(const CaseId &id) const override;

    QString maskedName(const CaseId &id) const override;
    QString maskedPhone(const CaseId &id) const override;
    Result<Identity> reveal(const CaseId &id, const QString &reason) override;

    std::optional<EnrolledKey> signingKey() const override;
    void enrolKey(const QString &pin, const QString &witnessUser, const QString &witnessPassword) override;
    QFuture<Result<SignatureBody>> sign(
        const CaseId &id, const QString &replyDigest, const QString &opinion, const QString &pin) override;

    void importCases(const QList<wire::ImportRow> &rows) override;
    void cancelImport() override;
    QHash<QString, Mapping> importProfiles() const override;
    Result<void> saveImportProfile(const QString &signature, const Mapping &mapping) override;

    /// Keeps something small in the sealed store, under a name.
    [[nodiscard]] Result<void> remember(const QString &name, const QByteArray &value);

    [[nodiscard]] bool isLocked() const { return !m_store; }
    /// The open store, for the desk's own kin; null while locked.
    [[nodiscard]] Store *store() const { return m_store.get(); }
    /// Idle lock: closes the store and drops its key.
    void lock();
    /// Opens it again with the person's passphrase; the key is derived in another thread. Errors:
    /// WrongCredentials, RateLimited, StoreLocked, and those of open().
    [[nodiscard]] QFuture<Result<void>> unlock(const QString &passphrase);

public Q_SLOTS:
    // What sync reports, by queued signals.
    void takeOverCases(const QList<chengban::CaseId> &ids);
    void takeOverOutbox();
    void takeOverState(const chengban::SyncState &state);
    void takeOverDirectory();
    void takeOverSubstituteAnswer(std::optional<chengban::ErrorCode> refusal);
    void takeOverEnrolment(const chengban::EnrolledKey &key);
    void takeOverRefusedEnrolment(chengban::ErrorCode reason);
    void takeOverImported(const QList<chengban::wire::ImportOutcome> &outcomes);
    void takeOverFailedImport(chengban::ErrorCode reason);

Q_SIGNALS:
    void workQueued(); ///< The outbox, an upload or an audit entry waits.
    void retryWanted();
    void fileWanted(const QString &sha256);
    void revealWanted(const chengban::CaseId &id, const QString &reason);
    void enrolmentWanted(const QByteArray &publicKeyPem, const QString &witness, const QString &password);
    void substituteWanted(const chengban::wire::Appointment &wanted);
    void revocationWanted(const QString &id);
    void importWanted(const QList<chengban::wire::ImportRow> &rows);
    void locked();
    void unlocked(const QByteArray &dataKey); ///< For the sync thread's own store; wiped after the signal.

private:
    struct Enrolment; ///< A key that waits for the server's word.

    LocalDesk(DeskSetup setup, RuleShelf rules);
    [[nodiscard]] Result<void> openStore(const DataKey &key);
    [[nodiscard]] Result<void> reopen(const Result<DataKey> &key);
    [[nodiscard]] Result<SignedText> signedText(const CaseId &id, const QString &replyDigest) const;
    void keepEnrolled(const Result<QByteArray> &sealed, const EnrolledKey &key);
    void readDirectory();
    void leaveClosedPost();
    [[nodiscard]] Result<Case> caseFor(const CaseId &id, CommandType type) const;
    [[nodiscard]] Decision decided(const Case &theCase, const Command &command) const;
    [[nodiscard]] Command command(const Case &theCase, CommandType type, const QJsonObject &body) const;
    [[nodiscard]] StepOrigin originOf(const CaseId &id, CommandType type) const;
    [[nodiscard]] bool giveBack(const QList<OutboxRow> &rows); ///< Whether all were.
    [[nodiscard]] Result<void> giveBack(const OutboxRow &row);
    [[nodiscard]] Result<void> giveBackReply(const OutboxRow &row, const GivenBack &given);
    [[nodiscard]] Result<void> giveBackStep(const OutboxRow &row, const GivenBack &given);
    [[nodiscard]] Result<void> keepText(const OutboxRow &row);
    [[nodiscard]] Result<void> dropGivenBack(const CaseId &id, CommandType type);
    void changed(const CaseId &id);
    void sendSlice();
    void endImport(std::optional<ErrorCode> failure);
    [[nodiscard]] Result<Attachment> filed(QIODevice &from, const QString &path, AttachmentKind kind);
    [[nodiscard]] Error fetched(const QString &sha256, Error error); ///< Asks for a file that is not here.

    DeskSetup m_setup;
    RuleShelf m_rules;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<CaseBook> m_book;
    std::unique_ptr<SigningKeyStore> m_signing;
    std::unique_ptr<Enrolment> m_enrolment;
    wire::Directory m_directory;
    UserId m_post; ///< Of the person for whom this one acts; empty: the own one.
    SyncState m_syncState;
    QList<wire::ImportRow> m_importRows; ///< Not sent yet.
    bool m_outboxUnread = false; ///< The last word of sync could not be taken over: with the next one, then.
    bool m_importing = false;
};

} // namespace chengban
