#include "server/services/RuleBook.h"

#include "shared/canonical/Digest.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace chengban {

namespace {

Result<QByteArray> resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path);
    return file.readAll();
}

Result<QList<RulePack>> packsIn(const QString &folder)
{
    QList<RulePack> packs;
    for (const QString &name : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const auto bytes = resource(folder + QLatin1Char('/') + name);
        if (!bytes)
            return fail(bytes.error());
        auto pack = loadRulePack(*bytes);
        if (!pack)
            return fail(pack.error());
        packs.append(std::move(*pack));
    }
    return packs;
}

} // namespace

RuleBook::RuleBook(WorkingCalendar calendar, QList<RulePack> packs, QString defaultPack)
    : m_calendar(std::move(calendar))
    , m_packs(std::move(packs))
    , m_default(std::move(defaultPack))
{
}

Result<RuleBook> RuleBook::fromResources(const QString &defaultPack)
{
    const QString calendars = QStringLiteral(":/calendars");
    const QStringList names = QDir(calendars).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return fail(ErrorCode::CalendarInvalid, QStringLiteral("no calendar"));
    const auto bytes = resource(calendars + QLatin1Char('/') + names.first());
    if (!bytes)
        return fail(bytes.error());
    auto calendar = WorkingCalendar::load(*bytes);
    if (!calendar)
        return fail(calendar.error());
    auto packs = packsIn(QStringLiteral(":/rulepacks"));
    if (!packs)
        return fail(packs.error());
    RuleBook book(std::move(*calendar), std::move(*packs), defaultPack);
    if (book.inForce().isEmpty())
        return fail(ErrorCode::PackUnknown, defaultPack);
    return book;
}

const RulePack *RuleBook::find(const PackRef &ref) const
{
    const auto pack = std::ranges::find_if(m_packs, [&](const RulePack &p) { return refOf(p) == ref; });
    return pack == m_packs.end() ? nullptr : &*pack;
}

Result<Rules> RuleBook::rulesOf(const Case &theCase, CommandType command) const
{
    const bool fresh = theCase.pack.isEmpty() || command == CommandType::Dispatch;
    const RulePack *pack = find(fresh ? inForce() : theCase.pack);
    if (!pack)
        return fail(ErrorCode::PackUnknown, theCase.pack.id);
    return Rules{pack, &m_calendar};
}

PackRef RuleBook::inForce() const
{
    PackRef newest;
    for (const RulePack &pack : m_packs) {
        if (pack.id == m_default && pack.version > newest.version)
            newest = refOf(pack);
    }
    return newest;
}

} // namespace chengban
