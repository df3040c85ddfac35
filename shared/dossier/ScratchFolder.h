#pragma once

#include <QLockFile>
#include <QString>

namespace chengban {

/// Where scratch folders may stand.
struct ScratchPlaces
{
    QString memory; ///< A file system in memory; empty where the system has none.
    QString disk;

    [[nodiscard]] static ScratchPlaces ofThisPc();
};

/// A folder of this user alone for what has to be a file for a moment though it must not lie on a disk in
/// clear: a package that is sent, printed or verified. It goes with the object.
///
/// It stands in memory when a third of what is free there holds `bytes`, else on the disk, encrypted by the
/// system where the system offers that (EFS on Windows). What a program that died has left is removed by the
/// next sweep().
class ScratchFolder
{
public:
    explicit ScratchFolder(qint64 bytes = 0, const ScratchPlaces &places = ScratchPlaces::ofThisPc());
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder &) = delete;
    ScratchFolder &operator=(const ScratchFolder &) = delete;

    /// Not when that place does not let itself be written to.
    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QString filePath(const QString &name) const { return m_path + QLatin1Char('/') + name; }

    /// Removes the folders whose program no longer runs, and what had to stay because a viewer held it.
    static void sweep(const ScratchPlaces &places = ScratchPlaces::ofThisPc());

private:
    QString m_path;
    QLockFile m_owner; ///< Beside the folder; taken before the folder is made and until it is gone.
    bool m_isValid = false;
};

} // namespace chengban
