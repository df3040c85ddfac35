#include "shared/rules/LinkedRules.h"

#include "shared/rules/CountyProfile.h"

#include <QDir>
#include <QFile>

namespace chengban {

namespace {

QStringList filesIn(const QString &folder)
{
    QStringList paths;
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        paths.append(dir.filePath(name));
    return paths;
}

/// Reads a file with `load`; a fault names the file.
template <typename Load> auto loaded(const QString &path, Load load) -> decltype(load(QByteArray()))
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path);
    auto value = load(file.readAll());
    if (!value)
        return fail(value.error().code, path + QStringLiteral(": ") + value.error().detail);
    return value;
}

} // namespace

Result<LinkedRules> linkedRules()
{
    auto calendar = loaded(QStringLiteral(":/calendars/cn.json"), &WorkingCalendar::load);
    if (!calendar)
        return fail(calendar.error());
    LinkedRules rules{*std::move(calendar), {}, {}};
    for (const QString &path : filesIn(QStringLiteral(":/rulepacks"))) {
        auto pack = loaded(path, &loadRulePack);
        if (!pack)
            return fail(pack.error());
        rules.packs.append(*std::move(pack));
    }
    const QList<RulePack> documents = rules.packs;
    for (const QString &path : filesIn(QStringLiteral(":/profiles"))) {
        const auto profile = loaded(path, &loadCountyProfile);
        if (!profile)
            return fail(profile.error());
        auto pack = composed(*profile, documents);
        if (!pack)
            return fail(pack.error());
        rules.packs.append(*std::move(pack));
        rules.profiles.append(profile->id);
    }
    return rules;
}

} // namespace chengban
