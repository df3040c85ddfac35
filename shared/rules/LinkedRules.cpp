#include "shared/rules/LinkedRules.h"

#include "shared/rules/CountyProfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace chengban {

using namespace Qt::StringLiterals;

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

QString pathIn(const QString &folder, const QString &id)
{
    return folder + QLatin1Char('/') + id + QStringLiteral(".json");
}

Result<RulePack> documentNamed(const QString &id, const RuleFolders &folders)
{
    const QString path = pathIn(folders.packs, id);
    return QFile::exists(path) ? loaded(path, &loadRulePack) : fail(ErrorCode::PackUnknown, id);
}

} // namespace

Result<WorkingCalendar> linkedCalendar()
{
    return loaded(QStringLiteral(":/calendars/cn.json"), &WorkingCalendar::load);
}

QStringList profileIds(const RuleFolders &folders)
{
    QStringList ids;
    for (const QString &path : filesIn(folders.profiles))
        ids.append(QFileInfo(path).completeBaseName());
    return ids;
}

Result<RulePack> linkedPack(const QString &id, const RuleFolders &folders)
{
    const QString path = pathIn(folders.profiles, id);
    if (id.contains(QLatin1Char('/'))) // no path into the resources
        return fail(ErrorCode::PackUnknown, id);
    if (!QFile::exists(path))
        return documentNamed(id, folders);
    const auto profile = loaded(path, &loadCountyProfile);
    if (!profile)
        return fail(profile.error());
    QList<RulePack> documents;
    for (const PackName &name : profile->packs) {
        auto pack = documentNamed(name.id, folders);
        if (!pack)
            return pack;
        documents.append(*std::move(pack));
    }
    auto pack = composed(*profile, documents);
    return pack ? std::move(pack)
                : fail(pack.error().code, path + QStringLiteral(": ") + pack.error().detail);
}

Result<LinkedRules> linkedRules()
{
    return rulesIn(RuleFolders().packs, RuleFolders().profiles);
}

Result<LinkedRules> rulesIn(const QString &packs, const QString &profiles)
{
    auto calendar = linkedCalendar();
    if (!calendar)
        return fail(calendar.error());
    LinkedRules rules{*std::move(calendar), {}, {}, {}};
    for (const QString &path : filesIn(packs)) {
        if (auto pack = loaded(path, &loadRulePack))
            rules.packs.append(*std::move(pack));
        else
            rules.setAside.append(pack.error());
    }
    const QList<RulePack> documents = rules.packs;
    for (const QString &path : filesIn(profiles)) {
        const auto profile = loaded(path, &loadCountyProfile);
        auto pack = profile ? composed(*profile, documents) : Result<RulePack>(fail(profile.error()));
        if (!pack) {
            rules.setAside.append(
                profile ? Error{pack.error().code, path + u": "_s + pack.error().detail} : pack.error());
            continue;
        }
        rules.packs.append(*std::move(pack));
        rules.profiles.append(profile->id);
    }
    return rules;
}

} // namespace chengban
