#pragma once

#include "shared/release/Release.h"

#include <QString>

namespace chengban {

/// What is known of a ZIP by looking into it.
struct ArchiveFacts
{
    VersionNumber version; ///< Its one folder.
    qint64 bytes = 0;
    qint64 unpackedBytes = 0; ///< As its directory claims; unpacking counts what comes out.
    QString sha256;
};

/// A release's archive: one folder, named like the version, with the platform's program in it. Names that are
/// absolute, lead out of it, differ in case only, or that Windows refuses (CON, a trailing dot) are refused,
/// and so are links, and more than it is worth. Errors: FileUnreadable, ReleaseInvalid with the name.
[[nodiscard]] Result<ArchiveFacts> factsOfArchive(const QString &path, const QString &platform);

/// Whether the archive at `path` is the one that was signed: size, then digest, then what it holds. Errors:
/// UpdateBroken; those of factsOfArchive().
[[nodiscard]] Result<void> checkArchive(const QString &path, const Release &release);

/// Unpacks a checked archive into `into`, which exists and is empty, and gives the version's folder in it.
/// What comes out is counted: a bomb ends at the signed size. Errors: UpdateNoSpace, ReleaseInvalid.
[[nodiscard]] Result<QString> unpackRelease(const QString &path, const QString &into, const Release &release);

} // namespace chengban
