#include "client/models/RuleShelf.h"

#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <algorithm>
#include <tuple>

namespace chengban {

Result<RuleShelf> RuleShelf::fromResources(const RuleFolders &folders)
{
    auto calendar = linkedCalendar();
    if (!calendar)
        return fail(calendar.error());
    RuleShelf shelf;
    shelf.m_calendar = std::make_unique<WorkingCalendar>(*std::move(calendar));
    shelf.m_folders = folders;
    const QString first = QStringLiteral("tongbai");
    for (const QString &id : QStringList(first) + profileIds(folders)) {
        auto pack = linkedPack(id, folders);
        if (!pack) {
            shelf.putAside(pack.error());
            continue;
        }
        shelf.m_inForce = refOf(*pack);
        std::ignore = shelf.keep(*std::move(pack));
        break;
    }
    return shelf;
}

void RuleShelf::putAside(const Error &fault) const
{
    if (!m_setAside.contains(fault))
        m_setAside.append(fault);
}

Result<void> RuleShelf::add(const QByteArray &bytes)
{
    auto pack = loadRulePack(bytes);
    if (!pack) {
        const auto json = parseJsonObject(bytes);
        const QString id = json ? json->value(QStringLiteral("id")).toString() : QString();
        putAside({pack.error().code, id + QStringLiteral(": ") + pack.error().detail});
        return fail(pack.error());
    }
    if (!find(refOf(*pack)))
        std::ignore = keep(*std::move(pack));
    return {};
}

bool RuleShelf::contains(const QString &digest) const
{
    return std::ranges::any_of(m_packs, [&](const auto &kept) { return hex(kept->pack.digest) == digest; });
}

const RuleShelf::Kept *RuleShelf::keep(RulePack pack) const
{
    auto kept = std::make_unique<Kept>(Kept{std::move(pack), nullptr});
    if (kept->pack.countyDays != CountyDays{})
        kept->calendar = std::make_unique<WorkingCalendar>(m_calendar->inCounty(kept->pack.countyDays));
    m_packs.push_back(std::move(kept));
    return m_packs.back().get();
}

const RuleShelf::Kept *RuleShelf::find(const PackRef &ref) const
{
    const auto kept = std::ranges::find_if(m_packs, [&](const auto &k) { return refOf(k->pack) == ref; });
    if (kept != m_packs.end())
        return kept->get();
    auto linked = linkedPack(ref.id, m_folders);
    if (!linked && linked.error().code != ErrorCode::PackUnknown)
        putAside(linked.error());
    return linked && refOf(*linked) == ref ? keep(*std::move(linked)) : nullptr;
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
