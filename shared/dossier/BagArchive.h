#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QString>

namespace chengban {

/// What an archive may unpack to; beyond it is no dossier.
struct BagLimits
{
    qint64 bytes = 4LL << 30;
    int files = 20'000;
};

/// A bag as one file to be sent or carried: a ZIP with one folder in it (RFC 8493, serialisation), nothing
/// compressed, so that the same bag gives the same bytes anywhere. Errors: FileUnreadable, DiskFull.
[[nodiscard]] Result<void> writeBagArchive(const QString &folder, const QString &path);

/// Unpacks into `into`, which exists, and gives the bag's folder. Nothing is written outside of it, whatever
/// the names in the archive say. Errors: PackageInvalid for what is no such archive, an unsafe or repeated
/// name or more than one folder; TooLarge; FileUnreadable; DiskFull.
[[nodiscard]] Result<QString> unpackBagArchive(
    const QString &path, const QString &into, const BagLimits &limits = {});

/// Whether a file begins like such an archive.
[[nodiscard]] bool isBagArchive(const QByteArray &start);

} // namespace chengban
