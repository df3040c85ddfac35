#include "client/models/LocalColleagues.h"

#include "client/models/HandedNews.h"
#include "client/store/Cards.h"
#include "client/store/DeviceIdentity.h"
#include "client/sync/Courier.h"
#include "shared/cases/Substitution.h"

#include <QJsonDocument>

#include <algorithm>

namespace chengban {

LocalColleagues::LocalColleagues(LocalDesk &desk, QObject *parent)
    : Colleagues(parent)
    , m_desk(desk)
{
    connect(&desk, &LocalDesk::locked, this, &Colleagues::handoversChanged);
}

bool LocalColleagues::isOpen(const CaseId &id) const
{
    const auto row = m_desk.store()->replica().caseRow(id);
    return row && *row && (*row)->access == Access::Working;
}

QList<wire::DirectoryPerson> LocalColleagues::receivers() const
{
    QList<wire::DirectoryPerson> found;
    if (m_desk.isLocked())
        return found;
    const QList<DeviceCard> cards = knownCards(m_desk.store()->documents());
    const Actor self = m_desk.person();
    const wire::Directory directory = m_desk.directory();
    for (const wire::DirectoryPerson &one : directory.people) {
        const bool isColleague = one.unit == self.unit && one.id != self.user && isUnitPost(one.role);
        if (isColleague && std::ranges::find(cards, one.id, &DeviceCard::user) != cards.end())
            found.append(one);
    }
    return found;
}

QList<HandedDraft> LocalColleagues::handovers(const CaseId &id) const
{
    if (m_desk.isLocked() || !isOpen(id))
        return {};
    return m_desk.store()->handovers().of(id).value_or(QList<HandedDraft>());
}

QList<HandedDraft> LocalColleagues::waiting() const
{
    QList<HandedDraft> found;
    if (m_desk.isLocked())
        return found;
    for (const HandedDraft &one : m_desk.store()->handovers().all().value_or(QList<HandedDraft>())) {
        if (one.waitsForMe() && isOpen(one.caseId))
            found.append(one);
    }
    return found;
}

Result<HandedDraft> LocalColleagues::sealed(
    const CaseId &id, const ReplyDraft &draft, const wire::DirectoryPerson &to) const
{
    Store &store = *m_desk.store();
    const Actor self = m_desk.person();
    const auto identity = deviceIdentity(store.values());
    if (!identity)
        return fail(identity.error());
    QList<DeviceCard> cards = knownCards(store.documents());
    cards.removeIf([&](const DeviceCard &card) { return card.user != to.id; });
    HandoverText text{
        self.tenant, uuid7(m_desk.nowMs(), randomBytes(10)), id, self.user, self.device, to.id, {}};
    const QByteArray clear = QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact);
    const auto content = sealedFor(clear, cards, handoverContext(text));
    if (!content)
        return fail(content.error());
    text.content = content->content;
    const auto form = canonicalForm(text);
    const auto signature = form ? identity->signing.sign(*form) : Result<QByteArray>(fail(form.error()));
    if (!signature)
        return fail(signature.error());
    wire::HandoverGift gift{text.id, id, to.id, content->content, {}, *signature};
    for (const auto &[device, box] : content->boxes)
        gift.keys.append({device, box});
    HandedDraft one;
    one.id = text.id;
    one.caseId = id;
    one.given = true;
    one.state = Handing::Queued;
    one.atMs = m_desk.nowMs();
    one.other = to.id;
    one.otherName = to.name;
    one.unsent = true;
    one.gift = gift;
    return one;
}

Result<void> LocalColleagues::handOver(const CaseId &id, const UserId &to)
{
    if (m_desk.isLocked())
        return fail(ErrorCode::StoreLocked);
    const auto draft = m_desk.draft(id);
    if (!draft || !isOpen(id))
        return fail(ErrorCode::NotFound);
    const QList<wire::DirectoryPerson> all = receivers();
    const auto receiver = std::ranges::find(all, to, &wire::DirectoryPerson::id);
    if (receiver == all.end())
        return fail(ErrorCode::HandoverReceiver);
    const auto one = sealed(id, *draft, *receiver);
    if (!one)
        return fail(one.error());
    if (const auto kept = m_desk.store()->handovers().put(*one); !kept)
        return kept;
    Q_EMIT handoversChanged();
    Q_EMIT workQueued();
    return {};
}

Result<HandedDraft> LocalColleagues::found(const QString &id) const
{
    if (m_desk.isLocked())
        return fail(ErrorCode::StoreLocked);
    auto one = m_desk.store()->handovers().find(id);
    if (!one)
        return fail(one.error());
    return *one ? Result<HandedDraft>(std::move(**one)) : fail(ErrorCode::NotFound);
}

Result<void> LocalColleagues::set(HandedDraft one, Handing state)
{
    one.state = state;
    one.unsent = true;
    if (const auto kept = m_desk.store()->handovers().put(one); !kept)
        return kept;
    Q_EMIT handoversChanged();
    Q_EMIT workQueued();
    return {};
}

Result<void> LocalColleagues::accept(const QString &id)
{
    const auto one = found(id);
    if (!one)
        return fail(one.error());
    if (!one->waitsForMe() || !one->draft || !isOpen(one->caseId))
        return fail(ErrorCode::HandoverAnswered);
    if (const auto taken = takeIn(*m_desk.store(), *one); !taken)
        return taken;
    m_desk.takeOverCases({one->caseId});
    Q_EMIT handoversChanged();
    Q_EMIT workQueued();
    return {};
}

/// All of it or nothing: its text among the kept ones, the draft, and the word for the giver. Into a draft of
/// the own it is merged where that one is open, as news are (LocalDesk::newsFor).
Result<void> LocalColleagues::takeIn(Store &store, HandedDraft one)
{
    auto transaction = Transaction::begin(store.workDatabase());
    if (!transaction)
        return fail(transaction.error());
    const auto own = store.drafts().draft(one.caseId);
    if (!own)
        return fail(own.error());
    const auto kept = store.drafts().keep(one.caseId,
        {0, one.caseId, m_desk.nowMs(), QStringLiteral("handed-over"), QStringLiteral("reply"),
            toJson(one.draft->reply)});
    if (!kept)
        return kept;
    if (!*own) {
        if (const auto saved = store.drafts().save(one.caseId, *one.draft); !saved)
            return saved;
    }
    const bool merges = own->has_value() && newsFrom(one, **own);
    one.state = merges ? Handing::Merging : Handing::Accepted;
    one.unsent = true;
    if (!merges)
        one.draft.reset();
    if (const auto put = store.handovers().put(one); !put)
        return put;
    return transaction->commit();
}

Result<void> LocalColleagues::decline(const QString &id)
{
    auto one = found(id);
    if (!one)
        return fail(one.error());
    if (!one->waitsForMe())
        return fail(ErrorCode::HandoverAnswered);
    one->draft.reset();
    return set(*std::move(one), Handing::Declined);
}

Result<void> LocalColleagues::withdraw(const QString &id)
{
    auto one = found(id);
    if (!one)
        return fail(one.error());
    if (!one->given || one->isOver())
        return fail(ErrorCode::HandoverAnswered);
    return set(*std::move(one), Handing::Withdrawn);
}

void LocalColleagues::tell(const CaseId &id, bool writing)
{
    if (!m_desk.isLocked() && isUnitPost(m_desk.person().role) && isOpen(id))
        Q_EMIT presenceWanted(id, writing);
}

} // namespace chengban
