#pragma once

#include "shared/base/Ids.h"
#include "shared/release/Release.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace chengban {

/// Who gets a release.
struct RollOut
{
    bool all = false;
    QList<UnitId> units; ///< When not all.
    bool withdrawn = false; ///< Nobody any more.

    [[nodiscard]] bool reaches(const UnitId &unit) const
    {
        return !withdrawn && (all || units.contains(unit));
    }
    bool operator==(const RollOut &) const = default;
};

struct KeptRelease
{
    SignedRelease release;
    RollOut rollOut;
    bool operator==(const KeptRelease &) const = default;
};

/// Releases of the client in the data folder, `releases/<version>-<platform>/` with the manifest, the ZIP and
/// who gets it. Files, no table: instances that share the folder agree without a word, and nothing in them is
/// anybody's secret. Each file is written whole or not at all; a release's folder gets its name when it is
/// complete.
class ReleaseFiles
{
public:
    explicit ReleaseFiles(const QString &dataFolder);

    /// Takes a release in that is signed with one of the keys and whose file is the signed one; nobody gets
    /// it yet. The same again changes nothing. Errors: those of trustedRelease() and checkArchive();
    /// ReleaseUnfit when it needs a newer server; Conflict when another release has its version; DiskFull,
    /// StoreUnavailable.
    [[nodiscard]] Result<SignedRelease> add(
        const QString &zip, const QByteArray &manifest, const QList<QByteArray> &keys) const;

    /// All that are whole, oldest version first; what is damaged is left out.
    [[nodiscard]] QList<KeptRelease> all() const;

    /// For every platform of the version. Errors: NotFound, StoreUnavailable.
    [[nodiscard]] Result<void> rollOut(VersionNumber version, const RollOut &to) const;

    /// At most `length` bytes from `offset` on; fewer when they cannot be read.
    [[nodiscard]] QByteArray read(const Release &release, qint64 offset, qint64 length) const;

private:
    [[nodiscard]] QString folderOf(const Release &release) const;
    [[nodiscard]] Result<void> copyIn(const QString &zip, const QByteArray &manifest, const Release &) const;

    QString m_folder;
};

} // namespace chengban
