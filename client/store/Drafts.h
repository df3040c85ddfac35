#pragma once

#include "client/store/Database.h"
#include "client/store/GivenBack.h"
#include "client/store/Sealer.h"
#include "shared/base/Ids.h"
#include "shared/reply/Reply.h"

#include <QList>

#include <optional>

namespace chengban {

/// The clerk's words before they are submitted; never touched by sync.
struct ReplyDraft
{
    Reply reply;
    qint64 baseRevision = 0; ///< Of the case when the text was begun, or last merged with others'.
    qint64 savedAtMs = 0;
    std::optional<Reply> base = {}; ///< What each field rests on; drafts of the first releases have none.
    std::optional<GivenBack> givenBack = {};
    bool operator==(const ReplyDraft &) const = default;
};

/// What was typed into the form of another step (a return, a review) and not taken yet: its fields by name.
struct StepDraft
{
    QJsonObject fields;
    qint64 savedAtMs = 0;
    std::optional<GivenBack> givenBack = {};
    bool operator==(const StepDraft &) const = default;
};

/// A text that gave way to another one and is kept all the same.
struct KeptText
{
    qint64 number = 0;
    CaseId caseId;
    qint64 atMs = 0;
    QString why; ///< "replaced", "discarded", "refused", "conflict" or "merged".
    QString kind; ///< "reply", or the name of the command whose body it was.
    QJsonObject body;
    bool operator==(const KeptText &) const = default;
};

/// Drafts of replies, one per case, the typed fields of other steps, and every text that one replaced. Each
/// call is durable when it returns.
class Drafts
{
public:
    Drafts(Database &db, const Sealer &sealer);

    [[nodiscard]] Result<std::optional<ReplyDraft>> draft(const CaseId &id) const;
    /// The cases with a draft, without opening one; `quarantined` chooses which kind.
    [[nodiscard]] Result<QList<CaseId>> cases(bool quarantined = false) const;
    /// Cases of which words of any kind are in quarantine.
    [[nodiscard]] Result<QList<CaseId>> casesAside() const;
    [[nodiscard]] Result<void> save(const CaseId &id, const ReplyDraft &draft);
    /// Replaces the draft by another text and keeps the old one.
    [[nodiscard]] Result<void> replace(const CaseId &id, const ReplyDraft &draft, const QString &why);
    /// The text moves to the kept ones.
    [[nodiscard]] Result<void> discard(const CaseId &id, qint64 nowMs, const QString &why);
    [[nodiscard]] Result<void> keep(const CaseId &id, const KeptText &text);
    /// What was submitted stands in the outbox from now on.
    [[nodiscard]] Result<void> remove(const CaseId &id);
    /// `step` is the name of the command that the form was opened for.
    [[nodiscard]] Result<std::optional<StepDraft>> stepDraft(const CaseId &id, const QString &step) const;
    /// The step whose form was saved last; empty when none was.
    [[nodiscard]] Result<QString> newestStep(const CaseId &id) const;
    /// Without fields the draft goes.
    [[nodiscard]] Result<void> saveStep(const CaseId &id, const QString &step, const StepDraft &draft);
    [[nodiscard]] Result<QList<KeptText>> kept(const CaseId &id) const;
    [[nodiscard]] Result<QList<CaseId>> casesWithKept() const;

    /// Access to the case was lost: its drafts are set aside, still sealed. Gives whether there were any.
    [[nodiscard]] Result<bool> quarantine(const CaseId &id, qint64 nowMs);
    [[nodiscard]] Result<void> release(const CaseId &id);

private:
    [[nodiscard]] Result<QList<CaseId>> casesBy(const QString &question) const;
    [[nodiscard]] Result<void> write(const CaseId &id, const ReplyDraft &draft);
    [[nodiscard]] QVariant sealedReason(
        const std::optional<GivenBack> &given, const SealedPlace &place) const;
    [[nodiscard]] Result<std::optional<GivenBack>> openedReason(
        const QVariant &sealed, const SealedPlace &place) const;
    /// Runs a statement on both tables of drafts, its table written %1; gives how many rows it changed.
    [[nodiscard]] Result<int> onBoth(const QString &statement, const QVariantList &values);

    Database &m_db;
    const Sealer &m_sealer;
};

} // namespace chengban
