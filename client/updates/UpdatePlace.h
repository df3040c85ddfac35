#pragma once

#include "client/launcher/VersionFolder.h"
#include "shared/release/Release.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace chengban {

/// Where updates go, and what may come; all values.
struct UpdatePlace
{
    /// The folder `versions`; empty where versions do not lie side by side, as in a Debian package: then
    /// nothing is ever asked.
    QString versions;
    QString downloads; ///< Of this person, on the local disk.
    QString platform = ownPlatform();
    VersionNumber running = {};
    QList<QByteArray> keys = releaseKeys();
    /// Bytes that this person may still write there; less than 0 when the system does not say.
    std::function<qint64(const QString &folder)> freeBytes = &freeBytesIn;
    qint64 everyMs = 24LL * 3600 * 1000; ///< Between two questions.
    qint64 againMs = 10LL * 60 * 1000; ///< After a line that broke.

    [[nodiscard]] bool isPossible() const { return !versions.isEmpty() && !platform.isEmpty(); }
    [[nodiscard]] static qint64 freeBytesIn(const QString &folder);
};

/// For a program that runs out of `programFolder`: possible only in `…/versions/X.Y.Z`.
[[nodiscard]] UpdatePlace updatePlace(const QString &programFolder, const QString &dataRoot);

/// The log-in window stands: this version is on trial no more.
void confirmStart(const UpdatePlace &place);

[[nodiscard]] launcher::VersionFolder versionFolder(const UpdatePlace &place, launcher::Machine &machine);

} // namespace chengban
