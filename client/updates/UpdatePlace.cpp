#include "client/updates/UpdatePlace.h"

#include "client/launcher/Platform.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace chengban {

using namespace Qt::StringLiterals;

qint64 UpdatePlace::freeBytesIn(const QString &folder)
{
    const QStorageInfo disk(folder);
    return disk.isValid() && disk.isReady() ? disk.bytesAvailable() : -1;
}

UpdatePlace updatePlace(const QString &programFolder, const QString &dataRoot)
{
    UpdatePlace place;
    const QDir own(programFolder);
    const QFileInfo above(QFileInfo(own.absolutePath()).path());
    const auto version = versionNumber(own.dirName().toStdString());
    if (!version || above.fileName() != u"versions")
        return place;
    place.versions = above.absoluteFilePath();
    place.downloads = dataRoot + u"/updates"_s;
    place.running = *version;
    return place;
}

void confirmStart(const UpdatePlace &place)
{
    if (!place.isPossible())
        return;
    launcher::SystemMachine machine;
    versionFolder(place, machine).confirm(place.running);
}

launcher::VersionFolder versionFolder(const UpdatePlace &place, launcher::Machine &machine)
{
    return {std::filesystem::path(place.versions.toStdU16String()), programName(place.platform).toStdString(),
        machine};
}

} // namespace chengban
