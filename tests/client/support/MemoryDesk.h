#pragma once

#include "client/models/Desk.h"
#include "client/models/RuleShelf.h"

#include <QHash>
#include <QPromise>

namespace chengban {

/// A desk over event logs in memory, with the real rules, the real pack and real signatures. Several people
/// can act through it in turn, so a test can play the clerk, the leader and the centre of one case.
class MemoryDesk : public Desk
{
    Q_OBJECT

public:
    explicit MemoryDesk(qint64 nowMs);

    // What a test sets.
    void actAs(const Actor &actor);
    void setNow(qint64 nowMs) { m_nowMs = nowMs; }
    void setDirectory(const wire::Directory &directory);
    void setSyncState(const SyncState &state);
    void setOutbox(const QList<OutboxRow> &rows);
    void setAside(const QList<SetAside> &aside);
    void setDraft(const CaseId &id, const ReplyDraft &draft) { m_drafts.insert(id, draft); }
    void sendAway(const QString &sha256); ///< The bytes are not here until bringBack().
    void bringBack(const QString &sha256);
    void holdSignatures() { m_holdSignatures = true; } ///< sign() then never ends.
    void failSaves(std::optional<ErrorCode> code) { m_saveFailure = code; }
    void announce(const CaseId &id) { Q_EMIT casesChanged({id}); } ///< As if sync had brought something.
    /// Takes a step in somebody's name; stops the test on a refusal.
    void play(const Actor &who, const CaseId &id, CommandType type, const QJsonObject &body);
    [[nodiscard]] int saves() const { return m_saves; }

    Actor actor() const override;
    Actor person() const override { return m_actor; }
    Result<void> actFor(const UserId &holder) override;
    void appointSubstitute(const wire::Appointment &wanted) override;
    void revokeSubstitute(const QString &id) override;
    qint64 nowMs() const override { return m_nowMs; }
    Rules rulesFor(const Case &theCase) const override { return m_rules->rulesFor(theCase); }
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
    std::optional<DraftNews> newsFor(const CaseId &id, const ReplyDraft &draft) const override;
    Result<ReplyDraft> takeNews(const CaseId &id, const DraftNews &news, const ReplyMerge &merge) override;
    QList<KeptText> keptTexts(const CaseId &id) const override { return m_kept.value(id); }
    Result<void> bringBack(const CaseId &id, const KeptText &text) override;
    Result<void> discardDraft(const CaseId &id) override;
    std::optional<StepDraft> stepDraft(const CaseId &id, CommandType step) const override;
    Result<void> saveStepDraft(const CaseId &id, CommandType step, const QJsonObject &fields) override;
    Result<Attachment> addFile(const QString &path, AttachmentKind kind) override;
    Result<Attachment> addBytes(const QString &name, const QByteArray &bytes, AttachmentKind kind) override;
    Result<QByteArray> fileBytes(const QString &sha256) override;
    Result<FileReading> fileReading(const QString &sha256) override;
    QList<OutboxRow> outbox() const override { return m_outbox; }
    void retryNow() override { Q_EMIT retried(); }
    Result<void> settle(const CommandId &id) override;
    QList<SetAside> setAside() const override { return m_aside; }
    Result<void> endSetAside(const CaseId &id) override;
    SyncState syncState() const override { return m_syncState; }
    QList<Receipt> receipts(const CaseId &id) const override { return m_receipts.value(id); }
    QString maskedName(const CaseId &id) const override;
    QString maskedPhone(const CaseId &id) const override;
    Result<Identity> reveal(const CaseId &id, const QString &reason) override;
    std::optional<EnrolledKey> signingKey() const override;
    void enrolKey(const QString &pin, const QString &witnessUser, const QString &witnessPassword) override;
    QFuture<Result<SignatureBody>> sign(
        const CaseId &id, const QString &replyDigest, const QString &opinion, const QString &pin) override;

    void importCases(const QList<wire::ImportRow> &rows) override;
    void cancelImport() override { m_importRows.clear(); }
    QHash<QString, Mapping> importProfiles() const override { return m_profiles; }
    Result<void> saveImportProfile(const QString &signature, const Mapping &mapping) override;
    /// Answers the next rows, as the server would; ends with a failure when one is given.
    void answerImport(int rows, std::optional<ErrorCode> failure = {});

Q_SIGNALS:
    void retried();

private:
    [[nodiscard]] Case caseNow(const CaseId &id) const;
    [[nodiscard]] Command command(const CaseId &id, CommandType type, const QJsonObject &body) const;
    [[nodiscard]] CaseSummary summary(const CaseId &id) const;
    void append(const CaseId &id, const Command &command, const QList<EventDraft> &drafts);

    std::unique_ptr<RuleShelf> m_rules;
    qint64 m_nowMs;
    Actor m_actor;
    UserId m_post;
    wire::Directory m_directory;
    QHash<CaseId, QList<Event>> m_logs;
    QHash<CaseId, QString> m_names, m_phones;
    QHash<CaseId, ReplyDraft> m_drafts;
    QHash<CaseId, QList<KeptText>> m_kept; ///< Newest first.
    QList<SetAside> m_aside;
    QHash<QString, StepDraft> m_stepDrafts; ///< By case and step.
    QHash<QString, QByteArray> m_files, m_filesAway;
    QHash<CaseId, QList<Receipt>> m_receipts;
    QList<OutboxRow> m_outbox;
    SyncState m_syncState;
    std::optional<ErrorCode> m_saveFailure;
    int m_saves = 0;
    QList<wire::ImportRow> m_importRows;
    QHash<QString, CaseId> m_imported; ///< By number.
    QHash<QString, Mapping> m_profiles;
    std::optional<EnrolledKey> m_key;
    std::unique_ptr<Sm2Key> m_privateKey;
    QString m_pin;
    bool m_holdSignatures = false;
    QPromise<Result<SignatureBody>> m_held;
};

} // namespace chengban
