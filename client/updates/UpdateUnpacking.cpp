#include "client/updates/UpdateUnpacking.h"

#include "client/launcher/Platform.h"
#include "shared/release/ReleaseArchive.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

std::filesystem::path pathOf(const QString &path)
{
    return path.toStdU16String();
}

/// A ZIP carries no rights that we would believe; elsewhere than on Windows a program needs one.
bool markPrograms(const QString &folder)
{
    QDirIterator each(folder, {u"chengban*"_s}, QDir::Files | QDir::NoSymLinks);
    bool all = true;
    while (each.hasNext()) {
        QFile file(each.next());
        const auto rights = file.permissions() | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
        all = file.setPermissions(rights) && all;
    }
    return all;
}

Result<void> unpackedInto(const QString &part, const UpdatePlace &place, const Release &release,
    const QString &archive, launcher::Machine &machine)
{
    if (!QDir().mkpath(part))
        return fail(ErrorCode::UpdateFolderLocked, part);
    const auto folder = unpackRelease(archive, part, release);
    if (!folder)
        return fail(folder.error());
    if (!markPrograms(*folder))
        return fail(ErrorCode::UpdateFolderLocked, *folder);
    if (!launcher::flushTree(pathOf(*folder)))
        return fail(ErrorCode::UpdateNoSpace, *folder);
    launcher::VersionFolder versions = versionFolder(place, machine);
    const std::filesystem::path last = versions.folderOf(release.version);
    machine.removeTree(last); // One without its program, or it would not have been fetched.
    const bool kept = machine.rename(pathOf(*folder), last) && versions.prepare(release.version);
    return kept ? Result<void>() : fail(ErrorCode::UpdateFolderLocked, part);
}

} // namespace

Result<void> unpackUpdate(const UpdatePlace &place, const Release &release, const QString &archive)
{
    if (const auto sound = checkArchive(archive, release); !sound)
        return sound;
    launcher::SystemMachine machine;
    const QString part = place.versions + u'/' + QString::fromStdString(release.version.text()) + u".part"_s;
    machine.removeTree(pathOf(part));
    const auto done = unpackedInto(part, place, release, archive, machine);
    machine.removeTree(pathOf(part));
    return done;
}

} // namespace chengban
