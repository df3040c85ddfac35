#include "client/models/RuleShelf.h"

#include "shared/rules/LinkedRules.h"

#include <algorithm>

namespace chengban {

Result<RuleShelf> RuleShelf::fromResources()
{
    auto rules = linkedRules();
    if (!rules)
        return fail(rules.error());
    RuleShelf shelf;
    shelf.m_calendar = std::make_unique<WorkingCalendar>(std::move(rules->calendar));
    for (RulePack &pack : rules->packs) {
        if (pack.id == QStringLiteral("tongbai"))
            shelf.m_inForce = refOf(pack);
        shelf.keep(std::move(pack));
    }
    return shelf;
}

Result<void> RuleShelf::add(const QByteArray &bytes)
{
    auto pack = loadRulePack(bytes);
    if (!pack)
        return fail(pack.error());
    if (!find(refOf(*pack)))
        keep(*std::move(pack));
    return {};
}

void RuleShelf::keep(RulePack pack)
{
    auto kept = std::make_unique<Kept>(Kept{std::move(pack), nullptr});
    if (kept->pack.countyDays != CountyDays{})
        kept->calendar = std::make_unique<WorkingCalendar>(m_calendar->inCounty(kept->pack.countyDays));
    m_packs.push_back(std::move(kept));
}

const RuleShelf::Kept *RuleShelf::find(const PackRef &ref) const
{
    const auto kept = std::ranges::find_if(m_packs, [&](const auto &k) { return refOf(k->pack) == ref; });
    return kept == m_packs.end() ? nullptr : kept->get();
}

const RulePack *RuleShelf::packFor(const Case &theCase) const
{
    return rulesFor(theCase).pack;
}

Rules RuleShelf::rulesFor(const Case &theCase) const
{
    const Kept *kept = find(theCase.pack.isEmpty() ? m_inForce : theCase.pack);
    if (!kept)
        return {nullptr, m_calendar.get()};
    return {&kept->pack, kept->calendar ? kept->calendar.get() : m_calendar.get()};
}

} // namespace chengban
