#include "client/store/Drafts.h"

namespace chengban {

namespace {

SealedPlace draftPlace(const CaseId &id)
{
    return {"drafts", "body", id.value};
}
SealedPlace basePlace(const CaseId &id)
{
    return {"drafts", "base", id.value};
}
SealedPlace reasonPlace(const CaseId &id)
{
    return {"drafts", "given_back", id.value};
}
SealedPlace stepReasonPlace(const CaseId &id, const QString &step)
{
    return {"step_drafts", "given_back", id.value + QLatin1Char('/') + step};
}
SealedPlace stepPlace(const CaseId &id, const QString &step)
{
    return {"step_drafts", "body", id.value + QLatin1Char('/') + step};
}
SealedPlace keptPlace(const CaseId &id)
{
    return {"kept_texts", "body", id.value};
}

} // namespace

Drafts::Drafts(Database &db, const Sealer &sealer)
    : m_db(db)
    , m_sealer(sealer)
{
}

QVariant Drafts::sealedReason(const std::optional<GivenBack> &given, const SealedPlace &place) const
{
    return given ? QVariant(m_sealer.sealedJson(toJson(*given), place)) : QVariant();
}

Result<std::optional<GivenBack>> Drafts::openedReason(const QVariant &sealed, const SealedPlace &place) const
{
    if (sealed.isNull())
        return std::optional<GivenBack>();
    const auto json = m_sealer.openedJson(sealed.toByteArray(), place);
    const auto given = json ? givenBackFromJson(*json) : Result<GivenBack>(fail(json.error()));
    return given ? Result<std::optional<GivenBack>>(*given) : fail(given.error());
}

Result<std::optional<ReplyDraft>> Drafts::draft(const CaseId &id) const
{
    std::optional<ReplyDraft> draft;
    const auto opened = [&](const QVariant &sealed, const SealedPlace &place) {
        return m_sealer.openedJson(sealed.toByteArray(), place).and_then(replyFromJson);
    };
    const auto read = m_db.each(
        QStringLiteral("SELECT base_revision, saved_at_ms, body, base, given_back FROM drafts"
                       " WHERE case_id = ? AND quarantined_at_ms IS NULL"),
        {id.value}, [&](const QSqlQuery &row) -> Result<void> {
            const auto reply = opened(row.value(2), draftPlace(id));
            const auto base = row.isNull(3) ? Result<Reply>(Reply()) : opened(row.value(3), basePlace(id));
            const auto given = openedReason(row.value(4), reasonPlace(id));
            if (!reply || !base || !given)
                return fail(!reply ? reply.error() : !base ? base.error() : given.error());
            draft = ReplyDraft{*reply, row.value(0).toLongLong(), row.value(1).toLongLong(),
                row.isNull(3) ? std::nullopt : std::optional(*base), *given};
            return {};
        });
    if (!read)
        return fail(read.error());
    return draft;
}

Result<QList<CaseId>> Drafts::cases(bool quarantined) const
{
    return casesBy(quarantined
            ? QStringLiteral("SELECT case_id FROM drafts WHERE quarantined_at_ms IS NOT NULL")
            : QStringLiteral("SELECT case_id FROM drafts WHERE quarantined_at_ms IS NULL"));
}

Result<QList<CaseId>> Drafts::casesAside() const
{
    return casesBy(
        QStringLiteral("SELECT case_id FROM drafts WHERE quarantined_at_ms IS NOT NULL"
                       " UNION SELECT case_id FROM step_drafts WHERE quarantined_at_ms IS NOT NULL"));
}

Result<QList<CaseId>> Drafts::casesBy(const QString &question) const
{
    QList<CaseId> ids;
    const auto read = m_db.each(question, {}, [&](const QSqlQuery &row) -> Result<void> {
        ids << CaseId{row.value(0).toString()};
        return {};
    });
    if (!read)
        return fail(read.error());
    return ids;
}

Result<void> Drafts::write(const CaseId &id, const ReplyDraft &draft)
{
    const auto put
        = m_db.run(QStringLiteral("INSERT OR REPLACE INTO drafts (case_id, base_revision, saved_at_ms, body,"
                                  " base, given_back) VALUES (?, ?, ?, ?, ?, ?)"),
            {id.value, draft.baseRevision, draft.savedAtMs,
                m_sealer.sealedJson(toJson(draft.reply), draftPlace(id)),
                draft.base ? QVariant(m_sealer.sealedJson(toJson(*draft.base), basePlace(id))) : QVariant(),
                sealedReason(draft.givenBack, reasonPlace(id))});
    return put ? Result<void>{} : fail(put.error());
}

Result<void> Drafts::save(const CaseId &id, const ReplyDraft &draft)
{
    return write(id, draft);
}

Result<void> Drafts::replace(const CaseId &id, const ReplyDraft &draft, const QString &why)
{
    const auto old = this->draft(id);
    if (!old)
        return fail(old.error());
    auto transaction = Transaction::begin(m_db);
    if (!transaction)
        return fail(transaction.error());
    if (*old && (*old)->reply != draft.reply) {
        if (const auto done
            = keep(id, {0, id, draft.savedAtMs, why, QStringLiteral("reply"), toJson((*old)->reply)});
            !done)
            return done;
    }
    if (const auto done = write(id, draft); !done)
        return done;
    return transaction->commit();
}

Result<void> Drafts::discard(const CaseId &id, qint64 nowMs, const QString &why)
{
    const auto old = draft(id);
    if (!old)
        return fail(old.error());
    if (!*old)
        return {};
    auto transaction = Transaction::begin(m_db);
    if (!transaction)
        return fail(transaction.error());
    if (const auto done = keep(id, {0, id, nowMs, why, QStringLiteral("reply"), toJson((*old)->reply)});
        !done)
        return done;
    if (const auto gone = m_db.run(QStringLiteral("DELETE FROM drafts WHERE case_id = ?"), {id.value}); !gone)
        return fail(gone.error());
    return transaction->commit();
}

Result<void> Drafts::remove(const CaseId &id)
{
    const auto gone = m_db.run(QStringLiteral("DELETE FROM drafts WHERE case_id = ?"), {id.value});
    return gone ? Result<void>{} : fail(gone.error());
}

Result<void> Drafts::keep(const CaseId &id, const KeptText &text)
{
    const auto put = m_db.run(
        QStringLiteral("INSERT INTO kept_texts (case_id, at_ms, why, kind, body) VALUES (?, ?, ?, ?, ?)"),
        {id.value, text.atMs, text.why, text.kind, m_sealer.sealedJson(text.body, keptPlace(id))});
    return put ? Result<void>{} : fail(put.error());
}

Result<QList<CaseId>> Drafts::casesWithKept() const
{
    return casesBy(QStringLiteral("SELECT DISTINCT case_id FROM kept_texts ORDER BY case_id"));
}

Result<QList<KeptText>> Drafts::kept(const CaseId &id) const
{
    QList<KeptText> texts;
    const auto read = m_db.each(
        QStringLiteral(
            "SELECT id, at_ms, why, kind, body FROM kept_texts WHERE case_id = ? ORDER BY id DESC"),
        {id.value}, [&](const QSqlQuery &row) -> Result<void> {
            const auto body = m_sealer.openedJson(row.value(4).toByteArray(), keptPlace(id));
            if (!body)
                return fail(body.error());
            texts << KeptText{row.value(0).toLongLong(), id, row.value(1).toLongLong(),
                row.value(2).toString(), row.value(3).toString(), *body};
            return {};
        });
    if (!read)
        return fail(read.error());
    return texts;
}

Result<std::optional<StepDraft>> Drafts::stepDraft(const CaseId &id, const QString &step) const
{
    std::optional<StepDraft> draft;
    const auto read
        = m_db.each(QStringLiteral("SELECT saved_at_ms, body, given_back FROM step_drafts"
                                   " WHERE case_id = ? AND step = ? AND quarantined_at_ms IS NULL"),
            {id.value, step}, [&](const QSqlQuery &row) -> Result<void> {
                const auto fields = m_sealer.openedJson(row.value(1).toByteArray(), stepPlace(id, step));
                const auto given = openedReason(row.value(2), stepReasonPlace(id, step));
                if (!fields || !given)
                    return fail(fields ? given.error() : fields.error());
                draft = StepDraft{*fields, row.value(0).toLongLong(), *given};
                return {};
            });
    if (!read)
        return fail(read.error());
    return draft;
}

Result<QString> Drafts::newestStep(const CaseId &id) const
{
    QString step;
    const auto read = m_db.each(
        QStringLiteral("SELECT step FROM step_drafts WHERE case_id = ? AND quarantined_at_ms IS NULL"
                       " ORDER BY saved_at_ms DESC LIMIT 1"),
        {id.value}, [&](const QSqlQuery &row) -> Result<void> {
            step = row.value(0).toString();
            return {};
        });
    if (!read)
        return fail(read.error());
    return step;
}

Result<void> Drafts::saveStep(const CaseId &id, const QString &step, const StepDraft &draft)
{
    const auto put = draft.fields.isEmpty()
        ? m_db.run(QStringLiteral("DELETE FROM step_drafts WHERE case_id = ? AND step = ?"), {id.value, step})
        : m_db.run(QStringLiteral("INSERT OR REPLACE INTO step_drafts (case_id, step, saved_at_ms, body,"
                                  " given_back) VALUES (?, ?, ?, ?, ?)"),
            {id.value, step, draft.savedAtMs, m_sealer.sealedJson(draft.fields, stepPlace(id, step)),
                sealedReason(draft.givenBack, stepReasonPlace(id, step))});
    return put ? Result<void>{} : fail(put.error());
}

Result<int> Drafts::onBoth(const QString &statement, const QVariantList &values)
{
    int rows = 0;
    for (const char *table : {"drafts", "step_drafts"}) {
        const auto done = m_db.run(statement.arg(QLatin1StringView(table)), values);
        if (!done)
            return fail(done.error());
        rows += int(done->rows);
    }
    return rows;
}

Result<bool> Drafts::quarantine(const CaseId &id, qint64 nowMs)
{
    const auto rows = onBoth(
        QStringLiteral("UPDATE %1 SET quarantined_at_ms = ? WHERE case_id = ? AND quarantined_at_ms IS NULL"),
        {nowMs, id.value});
    return rows.map([](int count) { return count > 0; });
}

Result<void> Drafts::release(const CaseId &id)
{
    const auto done
        = onBoth(QStringLiteral("UPDATE %1 SET quarantined_at_ms = NULL WHERE case_id = ?"), {id.value});
    return done ? Result<void>{} : fail(done.error());
}

} // namespace chengban
