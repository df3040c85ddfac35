#include "client/models/RuleShelf.h"

#include "shared/canonical/Digest.h"

#include <QDir>
#include <QFile>

namespace chengban {

namespace {

Result<QByteArray> contents(const QString &path, ErrorCode otherwise)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(otherwise, path);
    return file.readAll();
}

} // namespace

Result<RuleShelf> RuleShelf::fromResources()
{
    RuleShelf shelf;
    const QDir packs(QStringLiteral(":/rulepacks"));
    // Tongbai's pack is the county profile's first one; see docs/adr on rule packs.
    QStringList names = packs.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    std::stable_partition(names.begin(), names.end(),
        [](const QString &name) { return name.startsWith(QStringLiteral("tongbai")); });
    for (const QString &name : std::as_const(names)) {
        const auto bytes = contents(packs.filePath(name), ErrorCode::PackInvalid);
        if (!bytes)
            return fail(bytes.error());
        if (const auto added = shelf.add(*bytes); !added)
            return fail(added.error());
    }
    const auto bytes = contents(QStringLiteral(":/calendars/cn.json"), ErrorCode::CalendarInvalid);
    if (!bytes)
        return fail(bytes.error());
    auto calendar = WorkingCalendar::load(*bytes);
    if (!calendar)
        return fail(calendar.error());
    shelf.m_calendar = std::make_unique<WorkingCalendar>(std::move(*calendar));
    return shelf;
}

Result<void> RuleShelf::add(const QByteArray &bytes)
{
    auto pack = loadRulePack(bytes);
    if (!pack)
        return fail(pack.error());
    for (const auto &known : m_packs) {
        if (known->digest == pack->digest)
            return {};
    }
    m_packs.push_back(std::make_unique<RulePack>(std::move(*pack)));
    return {};
}

const RulePack *RuleShelf::packFor(const Case &theCase) const
{
    if (theCase.pack.isEmpty())
        return m_packs.empty() ? nullptr : m_packs.front().get();
    for (const auto &pack : m_packs) {
        if (pack->id == theCase.pack.id && pack->version == theCase.pack.version
            && hex(pack->digest) == theCase.pack.digest)
            return pack.get();
    }
    return nullptr;
}

Rules RuleShelf::rulesFor(const Case &theCase) const
{
    return {packFor(theCase), m_calendar.get()};
}

} // namespace chengban
