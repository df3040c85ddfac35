#include "client/store/Handovers.h"

#include "shared/canonical/JsonReader.h"

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

SealedPlace placeOf(const QString &id)
{
    return {"handovers", "body", id};
}

QJsonObject bodyOf(const HandedDraft &one)
{
    QJsonObject json{{u"given"_s, one.given}, {u"other"_s, one.other.value}, {u"otherName"_s, one.otherName},
        {u"otherDevice"_s, one.otherDevice.value}, {u"unsent"_s, one.unsent}};
    if (one.reason)
        json.insert(u"reason"_s, QString(errorName(*one.reason)));
    if (one.gift)
        json.insert(u"gift"_s, wire::toJson(*one.gift));
    if (one.draft)
        json.insert(u"draft"_s, toJson(*one.draft));
    return json;
}

Result<HandedDraft> withBody(HandedDraft one, const QJsonObject &json)
{
    JsonReader in(json);
    one.given = in.boolean(u"given"_s);
    one.other = {in.string(u"other"_s)};
    one.otherName = in.string(u"otherName"_s);
    one.otherDevice = {in.string(u"otherDevice"_s)};
    one.unsent = in.boolean(u"unsent"_s);
    if (const QString reason = in.string(u"reason"_s, {}); !reason.isEmpty())
        one.reason = errorCode(reason).value_or(ErrorCode::ServerFault);
    if (in.has(u"gift"_s))
        one.gift = in.member(u"gift"_s, wire::handoverGiftFromJson);
    if (in.has(u"draft"_s))
        one.draft = in.member(u"draft"_s, replyDraftFromJson);
    if (const auto done = in.finish(); !done)
        return fail(ErrorCode::StoreDamaged, done.error().detail);
    return one;
}

} // namespace

QJsonObject toJson(const ReplyDraft &draft)
{
    QJsonObject json{{u"reply"_s, toJson(draft.reply)}, {u"baseRevision"_s, draft.baseRevision},
        {u"savedAtMs"_s, draft.savedAtMs}};
    if (draft.base)
        json.insert(u"base"_s, toJson(*draft.base));
    return json;
}

Result<ReplyDraft> replyDraftFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ReplyDraft draft;
    draft.reply = in.member(u"reply"_s, replyFromJson);
    draft.baseRevision = in.integer(u"baseRevision"_s);
    draft.savedAtMs = in.integer(u"savedAtMs"_s);
    if (in.has(u"base"_s))
        draft.base = in.member(u"base"_s, replyFromJson);
    if (const auto done = in.finish(); !done)
        return fail(done.error());
    return draft;
}

Handovers::Handovers(Database &db, const Sealer &sealer)
    : m_db(db)
    , m_sealer(sealer)
{
}

Result<QList<HandedDraft>> Handovers::read(const QString &where, const QVariantList &values) const
{
    QList<HandedDraft> all;
    const auto done = m_db.each(QStringLiteral("SELECT id, case_id, at_ms, state, body FROM handovers ")
            + where + QStringLiteral(" ORDER BY at_ms DESC, id DESC"),
        values, [&](const QSqlQuery &row) -> Result<void> {
            HandedDraft one;
            one.id = row.value(0).toString();
            one.caseId = {row.value(1).toString()};
            one.atMs = row.value(2).toLongLong();
            const auto state = valueNamed<Handing>(row.value(3).toString());
            const auto body = m_sealer.openedJson(row.value(4).toByteArray(), placeOf(one.id));
            if (!state || !body)
                return fail(state ? body.error() : Error{ErrorCode::StoreDamaged, u"handovers"_s});
            one.state = *state;
            auto whole = withBody(std::move(one), *body);
            if (!whole)
                return fail(whole.error());
            all.append(std::move(*whole));
            return {};
        });
    if (!done)
        return fail(done.error());
    return all;
}

Result<QList<HandedDraft>> Handovers::all() const
{
    return read({}, {});
}

Result<QList<HandedDraft>> Handovers::of(const CaseId &id) const
{
    return read(QStringLiteral("WHERE case_id = ?"), {id.value});
}

Result<std::optional<HandedDraft>> Handovers::find(const QString &id) const
{
    const auto found = read(QStringLiteral("WHERE id = ?"), {id});
    if (!found)
        return fail(found.error());
    return found->isEmpty() ? std::optional<HandedDraft>() : found->first();
}

Result<void> Handovers::put(const HandedDraft &one)
{
    const auto put = m_db.run(
        QStringLiteral(
            "INSERT OR REPLACE INTO handovers (id, case_id, at_ms, state, body) VALUES (?, ?, ?, ?, ?)"),
        {one.id, one.caseId.value, one.atMs, QString(nameOf(one.state)),
            m_sealer.sealedJson(bodyOf(one), placeOf(one.id))});
    return put ? Result<void>{} : fail(put.error());
}

Result<void> Handovers::dropBefore(qint64 ms)
{
    const auto old = read(QStringLiteral("WHERE at_ms < ?"), {ms});
    if (!old)
        return fail(old.error());
    for (const HandedDraft &one : *old) {
        // One whose words are still being merged stays; so does one of which the server waits for an answer.
        if (one.state == Handing::Merging || one.state == Handing::Queued || one.unsent)
            continue;
        if (const auto gone = m_db.run(QStringLiteral("DELETE FROM handovers WHERE id = ?"), {one.id}); !gone)
            return fail(gone.error());
    }
    return {};
}

} // namespace chengban
