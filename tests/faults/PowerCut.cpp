#include "tests/faults/PowerCut.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <cstring>

namespace chengban::faults {

namespace {

constexpr qint64 sectorSize = 512;

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(QLatin1Char('/')));
}

bool isSpared(const QString &path, const QStringList &spared)
{
    return std::ranges::any_of(spared, [&](const QString &end) { return path.endsWith(end); });
}

} // namespace

QList<FileDeed> journalFrom(const QString &path)
{
    QList<FileDeed> entries;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    QHash<qint64, qint64> lives; // Of an inode: numbers are used again.
    constexpr qint64 nextLife = 1LL << 40;
    for (;;) {
        JournalHead head{};
        if (file.read(reinterpret_cast<char *>(&head), sizeof head) != qint64(sizeof head))
            return entries;
        const QByteArray name = file.read(head.pathLength);
        const QByteArray bytes = file.read(head.bytes);
        if (name.size() != head.pathLength || bytes.size() != head.bytes)
            return entries;
        lives[head.inode] += head.deed == Deed::Begin ? nextLife : 0;
        entries << FileDeed{head.sequence, head.deed, head.inode + lives.value(head.inode), head.offset,
            QString::fromUtf8(name), bytes};
    }
}

Disk::Disk(QString folder, QString before)
    : m_folder(std::move(folder))
    , m_before(std::move(before))
{
}

QString Disk::relative(const QString &path) const
{
    return path.startsWith(m_folder + QLatin1Char('/')) ? path.mid(m_folder.size() + 1) : QString();
}

Disk::File &Disk::fileOf(const FileDeed &entry)
{
    const auto known = m_files.find(entry.inode);
    if (known != m_files.end())
        return *known;
    File &fresh = m_files[entry.inode];
    QFile before(m_before + QLatin1Char('/') + relative(entry.path));
    if (!m_before.isEmpty() && before.open(QIODevice::ReadOnly))
        fresh.bytes = before.readAll();
    return fresh;
}

void Disk::write(File &file, const FileDeed &entry, bool synced, QRandomGenerator &dice)
{
    for (qint64 at = 0; at < entry.bytes.size();) {
        const qint64 place = entry.offset + at;
        const qint64 size = std::min<qint64>(sectorSize - place % sectorSize, entry.bytes.size() - at);
        if (synced || dice.bounded(2) == 0) {
            if (file.bytes.size() < place + size)
                file.bytes.append(QByteArray(place + size - file.bytes.size(), '\0'));
            std::memcpy(file.bytes.data() + place, entry.bytes.constData() + at, size_t(size));
        } else {
            ++m_sectorsLost;
        }
        at += size;
    }
}

void Disk::cutAt(
    const QList<FileDeed> &journal, qint64 sequence, const QStringList &spared, QRandomGenerator &dice)
{
    qsizetype count = 0;
    while (count < journal.size() && journal[count].sequence <= sequence)
        ++count;
    QHash<qint64, qsizetype> syncedAt;
    for (qsizetype i = 0; i < count; ++i) {
        if (journal[i].deed == Deed::Sync)
            syncedAt.insert(journal[i].inode, i);
    }
    for (qsizetype i = 0; i < count; ++i) {
        const FileDeed &entry = journal[i];
        if (entry.deed != Deed::Write && entry.deed != Deed::Truncate)
            continue;
        File &file = fileOf(entry);
        const bool synced = i < syncedAt.value(entry.inode, -1) || isSpared(entry.path, spared);
        if (entry.deed == Deed::Write)
            write(file, entry, synced, dice);
        else if (synced || dice.bounded(2) == 0)
            file.bytes.resize(entry.offset, '\0');
    }
    settleNames(journal, count, spared, dice);
}

void Disk::settleNames(
    const QList<FileDeed> &journal, qsizetype count, const QStringList &spared, QRandomGenerator &dice)
{
    // What was there before keeps its names.
    QSet<QString> known;
    QDirIterator before(m_before, QDir::Files, QDirIterator::Subdirectories);
    while (!m_before.isEmpty() && before.hasNext())
        known.insert(m_folder + before.next().mid(m_before.size()));
    struct Change
    {
        qsizetype at;
        QString path;
        qint64 inode; ///< 0: the name is taken away.
    };
    QHash<QString, QList<Change>> folders;
    QHash<QString, qsizetype> durable; // Of each folder: changes up to there.
    QHash<qint64, QString> names; // As the running system sees them.
    for (qsizetype i = 0; i < count; ++i) {
        const FileDeed &entry = journal[i];
        if (relative(entry.path).isEmpty() && entry.path != m_folder)
            continue;
        const bool fresh = entry.deed == Deed::Write && !names.contains(entry.inode)
            && !entry.path.endsWith(QLatin1StringView(" (deleted)"));
        if (fresh || entry.deed == Deed::Name) {
            names.insert(entry.inode, entry.path);
            if (fresh && known.contains(entry.path))
                m_names.insert(relative(entry.path), entry.inode);
            else
                folders[folderOf(entry.path)] << Change{i, entry.path, entry.inode};
        } else if (entry.deed == Deed::Unname) {
            folders[folderOf(entry.path)] << Change{i, entry.path, 0};
        } else if (entry.deed == Deed::SyncFolder) {
            durable.insert(entry.path, i);
        } else if (entry.deed == Deed::Sync && names.contains(entry.inode)) {
            durable.insert(folderOf(names[entry.inode]), i);
        }
    }
    for (auto it = folders.cbegin(); it != folders.cend(); ++it) {
        bool on = true;
        for (const Change &change : *it) {
            const bool sure = change.at < durable.value(it.key(), -1) || isSpared(change.path, spared);
            on = sure || (on && dice.bounded(2) == 0);
            if (!on) {
                ++m_namesLost;
                continue;
            }
            if (change.inode == 0)
                m_names.remove(relative(change.path));
            else
                m_names.insert(relative(change.path), change.inode);
        }
    }
}

void Disk::writeTo(const QString &folder) const
{
    const auto put = [&folder](const QString &name, const QByteArray &bytes) {
        const QString path = folder + QLatin1Char('/') + name;
        QDir().mkpath(folderOf(path));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no place for the disk");
    };
    QDirIterator before(m_before, QDir::Files, QDirIterator::Subdirectories);
    while (!m_before.isEmpty() && before.hasNext()) {
        QFile file(before.next());
        if (file.open(QIODevice::ReadOnly))
            put(file.fileName().mid(m_before.size() + 1), file.readAll());
    }
    for (auto it = m_names.cbegin(); it != m_names.cend(); ++it) {
        // What lies in memory that processes share is gone; the database makes it anew.
        if (!it.key().endsWith(QLatin1StringView("-shm")))
            put(it.key(), m_files.value(it.value()).bytes);
    }
}

} // namespace chengban::faults
