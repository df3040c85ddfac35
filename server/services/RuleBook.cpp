#include "server/services/RuleBook.h"

#include "server/store/PackStore.h"
#include "shared/base/CountyTime.h"

#include <QSet>

#include <algorithm>

namespace chengban {

namespace {

bool holdsOn(const RulePack &pack, const QDate &day)
{
    return pack.effectiveFrom <= day && (!pack.effectiveTo.isValid() || day <= pack.effectiveTo);
}

} // namespace

RuleBook::RuleBook(WorkingCalendar calendar, QList<RulePack> packs, QString profile)
    : m_calendar(std::move(calendar))
    , m_packs(std::move(packs))
    , m_profile(std::move(profile))
{
    for (const RulePack &pack : std::as_const(m_packs)) {
        if (pack.countyDays != CountyDays{})
            m_countyCalendars.insert(pack.digest, m_calendar.inCounty(pack.countyDays));
    }
}

Result<RuleBook> RuleBook::fromResources(const QString &profile)
{
    auto rules = linkedRules();
    if (!rules)
        return fail(rules.error());
    if (!rules->profiles.contains(profile))
        return fail(ErrorCode::PackUnknown, profile);
    RuleBook book(std::move(rules->calendar), std::move(rules->packs), profile);
    book.m_setAside = std::move(rules->setAside);
    return book;
}

Result<RuleBook> RuleBook::kept(LinkedRules linked, const QString &profile, Database &database, qint64 nowMs)
{
    PackStore store(database);
    for (const RulePack &pack : std::as_const(linked.packs)) {
        if (const auto added = store.add(pack, nowMs); !added)
            return fail(added.error());
    }
    const auto forms = store.forms();
    if (!forms)
        return fail(forms.error());
    QSet<QByteArray> known;
    for (const RulePack &pack : std::as_const(linked.packs))
        known.insert(pack.digest);
    for (const QByteArray &form : *forms) {
        auto pack = loadRulePack(form);
        if (!pack) // Of a program with other rules for packs: its cases say PackUnknown, the others go on.
            linked.setAside.append(pack.error());
        else if (!known.contains(pack->digest))
            linked.packs.append(*std::move(pack));
    }
    if (std::ranges::find(linked.packs, profile, &RulePack::id) == linked.packs.end())
        return fail(ErrorCode::PackUnknown, profile);
    RuleBook book(std::move(linked.calendar), std::move(linked.packs), profile);
    book.m_setAside = std::move(linked.setAside);
    return book;
}

const RulePack *RuleBook::find(const PackRef &ref) const
{
    const auto pack = std::ranges::find_if(m_packs, [&](const RulePack &p) { return refOf(p) == ref; });
    return pack == m_packs.end() ? nullptr : &*pack;
}

const WorkingCalendar &RuleBook::calendarOf(const RulePack &pack) const
{
    const auto county = m_countyCalendars.constFind(pack.digest);
    return county == m_countyCalendars.constEnd() ? m_calendar : *county;
}

const WorkingCalendar &RuleBook::calendar() const
{
    const auto pack = std::ranges::find(m_packs, m_profile, &RulePack::id);
    return pack == m_packs.end() ? m_calendar : calendarOf(*pack);
}

Result<Rules> RuleBook::rulesOf(const Case &theCase, CommandType command, qint64 nowMs) const
{
    const bool fresh = theCase.pack.isEmpty() || freezesPack(command);
    const qint64 atMs = theCase.registeredAtMs > 0 ? theCase.registeredAtMs : nowMs;
    const RulePack *pack = find(fresh ? inForce(atMs) : theCase.pack);
    if (!pack)
        return fail(ErrorCode::PackUnknown, theCase.pack.id);
    return Rules{pack, &calendarOf(*pack)};
}

PackRef RuleBook::inForce(qint64 atMs) const
{
    const QDate day = countyDate(atMs);
    const RulePack *newest = nullptr;
    const RulePack *first = nullptr;
    for (const RulePack &pack : m_packs) {
        if (pack.id != m_profile)
            continue;
        if (holdsOn(pack, day) && (!newest || pack.version > newest->version))
            newest = &pack;
        if (!first || pack.effectiveFrom < first->effectiveFrom)
            first = &pack;
    }
    if (const RulePack *pack = newest ? newest : first)
        return refOf(*pack);
    return {};
}

} // namespace chengban
