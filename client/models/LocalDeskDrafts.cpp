// Drafts, kept texts and what the server gave back, of the desk.
#include "client/models/HandedNews.h"
#include "client/models/LocalDesk.h"
#include "client/models/NextStep.h"

#include <algorithm>

namespace chengban {

namespace {

/// A draft that was accepted from a colleague and is not wholly merged: the oldest first.
std::optional<HandedDraft> merging(Store &store, const CaseId &id)
{
    const auto all = store.handovers().of(id).value_or(QList<HandedDraft>());
    const auto found = std::find_if(
        all.rbegin(), all.rend(), [](const HandedDraft &one) { return one.state == Handing::Merging; });
    return found == all.rend() ? std::nullopt : std::optional(*found);
}

/// Its words stand in the draft, or gave way and are kept.
Result<void> endMerging(Store &store, HandedDraft handed)
{
    handed.state = Handing::Accepted;
    handed.draft.reset();
    return store.handovers().put(handed);
}

} // namespace

std::optional<ReplyDraft> LocalDesk::draft(const CaseId &id) const
{
    if (isLocked())
        return std::nullopt;
    return m_store->drafts().draft(id).value_or(std::nullopt);
}

ReplyDraft LocalDesk::openDraft(const CaseId &id) const
{
    if (const auto known = draft(id))
        return *known;
    ReplyDraft fresh;
    const auto theCase = isLocked() ? Result<Case>(fail(ErrorCode::StoreLocked)) : m_book->complete(id);
    if (!theCase)
        return fresh;
    fresh.reply = startingReply(*theCase, m_setup.actor, m_directory);
    fresh.base = fresh.reply;
    if (const auto row = m_store->replica().caseRow(id); row && *row)
        fresh.baseRevision = (*row)->revision;
    return fresh;
}

Result<void> LocalDesk::saveDraft(const CaseId &id, const ReplyDraft &draft)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    const auto old = m_store->drafts().draft(id);
    if (!old)
        return fail(old.error());
    ReplyDraft now = draft;
    now.savedAtMs = nowMs();
    const auto saved = m_store->drafts().save(id, now);
    if (saved && !*old)
        changed(id);
    return saved;
}

Result<void> LocalDesk::discardDraft(const CaseId &id)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    const auto discarded = m_store->drafts().discard(id, nowMs(), QStringLiteral("discarded"));
    if (discarded)
        changed(id);
    return discarded;
}

std::optional<DraftNews> LocalDesk::newsFor(const CaseId &id, const ReplyDraft &draft) const
{
    if (isLocked())
        return std::nullopt;
    // The confirmed log alone: an own submission that waits is not somebody else's word.
    const auto log = m_store->replica().log(id);
    const auto news = log ? chengban::newsFor(draft, folded(*log)) : std::nullopt;
    const auto handed = merging(*m_store, id);
    return news || !handed ? news : newsFrom(*handed, draft);
}

Result<ReplyDraft> LocalDesk::takeNews(const CaseId &id, const DraftNews &news, const ReplyMerge &merge)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    ReplyDraft after = draftAfter(news, merge);
    after.savedAtMs = nowMs();
    auto transaction = Transaction::begin(m_store->workDatabase());
    if (!transaction)
        return fail(transaction.error());
    // Where fields clashed, words of the clerk's may go; what was only taken replaced words of the log.
    if (!news.merge.clashes.isEmpty() && after.reply != news.mine.reply) {
        const auto kept = m_store->drafts().keep(id,
            {0, id, after.savedAtMs, QStringLiteral("merged"), QStringLiteral("reply"),
                toJson(news.mine.reply)});
        if (!kept)
            return fail(kept.error());
    }
    if (const auto saved = m_store->drafts().save(id, after); !saved)
        return fail(saved.error());
    const auto handed = merging(*m_store, id);
    if (handed && news.revision == 0 && merge.clashes.isEmpty()) {
        if (const auto ended = endMerging(*m_store, *handed); !ended)
            return fail(ended.error());
    }
    if (const auto committed = transaction->commit(); !committed)
        return fail(committed.error());
    return after;
}

std::optional<StepDraft> LocalDesk::stepDraft(const CaseId &id, CommandType step) const
{
    if (isLocked())
        return std::nullopt;
    return m_store->drafts().stepDraft(id, QString(nameOf(step))).value_or(std::nullopt);
}

Result<void> LocalDesk::saveStepDraft(const CaseId &id, CommandType step, const QJsonObject &fields)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    const auto old = m_store->drafts().stepDraft(id, QString(nameOf(step)));
    if (!old)
        return fail(old.error());
    return m_store->drafts().saveStep(
        id, QString(nameOf(step)), {fields, nowMs(), *old ? (*old)->givenBack : std::nullopt});
}

QList<KeptText> LocalDesk::keptTexts(const CaseId &id) const
{
    return isLocked() ? QList<KeptText>() : m_store->drafts().kept(id).value_or(QList<KeptText>());
}

Result<void> LocalDesk::bringBack(const CaseId &id, const KeptText &text)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    const auto submitted = submitFromJson(text.body);
    const auto reply = text.kind == QLatin1StringView("reply") ? replyFromJson(text.body)
                                                               : submitted.map(&SubmitBody::reply);
    if (!reply)
        return fail(reply.error());
    ReplyDraft now = openDraft(id);
    now.reply = *reply;
    now.savedAtMs = nowMs();
    const auto replaced = m_store->drafts().replace(id, now, QStringLiteral("replaced"));
    if (replaced)
        changed(id);
    return replaced;
}

StepOrigin LocalDesk::originOf(const CaseId &id, CommandType type) const
{
    // What cannot be read is not worth refusing the step for: its words are in its body all the same.
    Drafts &drafts = m_store->drafts();
    StepOrigin origin;
    origin.step = QString(nameOf(type));
    auto fields = drafts.stepDraft(id, origin.step).value_or(std::nullopt);
    if (!fields && type != CommandType::RecordContact) {
        origin.step = drafts.newestStep(id).value_or(QString());
        fields = drafts.stepDraft(id, origin.step).value_or(std::nullopt);
    }
    if (fields)
        origin.fields = fields->fields;
    if (type == CommandType::SubmitForSignOff) {
        const auto draft = drafts.draft(id).value_or(std::nullopt);
        origin.base = draft ? draft->base : std::nullopt;
    }
    return origin;
}

bool LocalDesk::giveBack(const QList<OutboxRow> &rows)
{
    bool all = true;
    for (const OutboxRow &row : rows) {
        if (!row.isGivenUp() || row.givenBackAtMs != 0)
            continue;
        // One that fails is tried again with the next word from sync; until then its row holds the text.
        const bool given = giveBack(row).has_value();
        all = all && given;
        if (given)
            changed(row.command.caseId);
    }
    return all;
}

Result<void> LocalDesk::giveBack(const OutboxRow &row)
{
    auto transaction = Transaction::begin(m_store->workDatabase());
    if (!transaction)
        return fail(transaction.error());
    const GivenBack given{row.reason.value_or(ErrorCode::StepNotAllowed), row.stateSinceMs, row.problems};
    if (const auto kept = keepText(row); !kept)
        return kept;
    const auto done = row.command.type == CommandType::SubmitForSignOff ? giveBackReply(row, given)
                                                                        : giveBackStep(row, given);
    if (!done)
        return done;
    if (const auto marked = m_store->outbox().setGivenBack(row.command.id, nowMs()); !marked)
        return marked;
    return transaction->commit();
}

Result<void> LocalDesk::giveBackReply(const OutboxRow &row, const GivenBack &given)
{
    const CaseId &id = row.command.caseId;
    const auto body = submitFromJson(row.command.body);
    const auto draft = m_store->drafts().draft(id);
    const auto origin = m_store->outbox().origin(row.command.id);
    if (!body || !draft || !origin)
        return fail(!body ? body.error() : !draft ? draft.error() : origin.error());
    if (!*draft) {
        const auto fields = giveBackStep(row, given);
        return fields ? m_store->drafts().save(
                   id, {body->reply, row.command.baseRevision, nowMs(), origin->base, given})
                      : fields;
    }
    // A draft begun meanwhile is the newer text and stays. It went on from the text that was not accepted, so
    // it rests on what that one rested on.
    ReplyDraft newer = **draft;
    newer.givenBack = given;
    if (newer.base == body->reply && origin->base) {
        newer.base = origin->base;
        newer.baseRevision = row.command.baseRevision;
    }
    return m_store->drafts().save(id, newer);
}

Result<void> LocalDesk::giveBackStep(const OutboxRow &row, const GivenBack &given)
{
    const CaseId &id = row.command.caseId;
    const auto origin = m_store->outbox().origin(row.command.id);
    if (!origin)
        return fail(origin.error());
    const auto newer = m_store->drafts().stepDraft(id, origin->step);
    if (!newer)
        return fail(newer.error());
    const QJsonObject fields = *newer ? (*newer)->fields : origin->fields;
    return fields.isEmpty() ? Result<void>()
                            : m_store->drafts().saveStep(id, origin->step, {fields, nowMs(), given});
}

Result<void> LocalDesk::keepText(const OutboxRow &row)
{
    return m_store->drafts().keep(row.command.caseId,
        {0, row.command.caseId, nowMs(), QString(nameOf(row.state)), QString(nameOf(row.command.type)),
            row.command.body});
}

Result<void> LocalDesk::dropGivenBack(const CaseId &id, CommandType type)
{
    const auto rows = m_store->outbox().rowsOf(id);
    if (!rows)
        return fail(rows.error());
    for (const OutboxRow &row : *rows) {
        if (row.command.type != type || row.givenBackAtMs == 0)
            continue;
        if (const auto removed = m_store->outbox().remove(row.command.id); !removed)
            return removed;
    }
    return {};
}

Result<void> LocalDesk::settle(const CommandId &id)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    const auto row = m_store->outbox().row(id);
    if (!row)
        return fail(row.error());
    if (!*row || (*row)->isWaiting() || (*row)->state == OutboxState::Quarantined)
        return fail(ErrorCode::StepNotAllowed);
    if ((*row)->isGivenUp() && (*row)->givenBackAtMs == 0) {
        if (const auto given = giveBack(**row); !given)
            return given;
    }
    if (const auto removed = m_store->outbox().remove(id); !removed)
        return removed;
    takeOverOutbox();
    changed((*row)->command.caseId);
    return {};
}

QList<SetAside> LocalDesk::setAside() const
{
    return isLocked() ? QList<SetAside>() : m_store->quarantine().all().value_or(QList<SetAside>());
}

Result<void> LocalDesk::endSetAside(const CaseId &id)
{
    if (isLocked())
        return fail(ErrorCode::StoreLocked);
    const auto ended = m_store->quarantine().end(id);
    if (ended)
        takeOverOutbox();
    return ended;
}

} // namespace chengban
