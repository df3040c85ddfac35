#pragma once

#include "tests/faults/Journal.h"

#include <QHash>
#include <QList>
#include <QRandomGenerator>
#include <QString>

namespace chengban::faults {

/// One thing a process did to a file.
struct FileDeed
{
    qint64 sequence = 0;
    Deed deed = Deed::Write;
    qint64 inode = 0;
    qint64 offset = 0;
    QString path;
    QByteArray bytes;
};

/// Of one process, in the order in which it happened; the last entry may be missing when it was killed.
[[nodiscard]] QList<FileDeed> journalFrom(const QString &path);

/// What a disk may hold after the power went, at worst as POSIX allows: what was synced is there; of what was
/// written since, each sector is there or not; a name is there when the file or its folder was synced after
/// it was given, otherwise names of a folder are there up to some moment.
class Disk
{
public:
    /// `before` is the folder as it was when the journal began; `folder` in the journal stands for it.
    Disk(QString folder, QString before);

    /// Everything up to the sequence number has happened; then the power goes. Paths that end in one of
    /// `spared` lose nothing: what a person remembers.
    void cutAt(
        const QList<FileDeed> &journal, qint64 sequence, const QStringList &spared, QRandomGenerator &dice);
    void writeTo(const QString &folder) const;
    [[nodiscard]] int sectorsLost() const { return m_sectorsLost; }
    [[nodiscard]] int namesLost() const { return m_namesLost; }

private:
    struct File
    {
        QByteArray bytes;
        qsizetype syncedAt = -1; ///< Index of the last sync before the cut.
    };
    [[nodiscard]] QString relative(const QString &path) const;
    [[nodiscard]] File &fileOf(const FileDeed &entry);
    void write(File &file, const FileDeed &entry, bool synced, QRandomGenerator &dice);
    void settleNames(
        const QList<FileDeed> &journal, qsizetype count, const QStringList &spared, QRandomGenerator &dice);

    QString m_folder;
    QString m_before;
    QHash<qint64, File> m_files; ///< By inode.
    QHash<QString, qint64> m_names; ///< Relative path to inode.
    int m_sectorsLost = 0;
    int m_namesLost = 0;
};

} // namespace chengban::faults
