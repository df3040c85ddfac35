#include "server/blobs/ReleaseFiles.h"

#include "shared/canonical/JsonReader.h"
#include "shared/release/ReleaseArchive.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTemporaryDir>

#include <algorithm>

#include <unistd.h>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestManifest = 64 * 1024;
const QString manifestName = u"manifest.json"_s;
const QString zipName = u"release.zip"_s;
const QString rollOutName = u"roll-out.json"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(largestManifest) : QByteArray();
}

bool writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path); // Synced before it is renamed.
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

bool copyWhole(const QString &from, const QString &to)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return false;
    while (!source.atEnd()) {
        const QByteArray slice = source.read(1 << 20);
        if (slice.isEmpty() || target.write(slice) != slice.size())
            return false;
    }
    return target.flush() && ::fsync(target.handle()) == 0;
}

QJsonObject toJson(const RollOut &rollOut)
{
    QJsonArray units;
    for (const UnitId &unit : rollOut.units)
        units.append(unit.value);
    return {{u"all"_s, rollOut.all}, {u"units"_s, units}, {u"withdrawn"_s, rollOut.withdrawn}};
}

/// Damaged or missing: nobody gets it.
RollOut rollOutIn(const QString &folder)
{
    const auto json = parseJsonObject(contentOf(folder + u'/' + rollOutName));
    if (!json)
        return {};
    JsonReader in(*json);
    RollOut read;
    read.all = in.boolean(u"all"_s);
    for (const QString &unit : in.strings(u"units"_s))
        read.units.append({unit});
    read.withdrawn = in.boolean(u"withdrawn"_s);
    return in.finish() ? read : RollOut();
}

} // namespace

ReleaseFiles::ReleaseFiles(const QString &dataFolder)
    : m_folder(dataFolder + u"/releases"_s)
{
}

QString ReleaseFiles::folderOf(const Release &release) const
{
    return m_folder + u'/' + QString::fromStdString(release.version.text()) + u'-' + release.platform;
}

Result<SignedRelease> ReleaseFiles::add(
    const QString &zip, const QByteArray &manifest, const QList<QByteArray> &keys) const
{
    const auto json = parseJsonObject(manifest, largestManifest);
    if (!json)
        return fail(ErrorCode::ReleaseInvalid, json.error().detail);
    const auto release = trustedRelease(*json, keys);
    if (!release)
        return release;
    if (const auto sound = checkArchive(zip, release->release); !sound)
        return fail(sound.error());
    if (release->release.api > apiNumber)
        return fail(ErrorCode::ReleaseUnfit, u"api"_s);
    const QList<KeptRelease> kept = all();
    const auto same = std::ranges::find_if(kept, [&](const KeptRelease &one) {
        return one.release.release.version == release->release.version
            && one.release.release.platform == release->release.platform;
    });
    if (same != kept.end())
        return same->release.release == release->release
            ? release
            : fail(ErrorCode::Conflict, QString::fromStdString(release->release.version.text()));
    if (const auto copied = copyIn(zip, manifest, release->release); !copied)
        return fail(copied.error());
    return release;
}

Result<void> ReleaseFiles::copyIn(
    const QString &zip, const QByteArray &manifest, const Release &release) const
{
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::StoreUnavailable, m_folder);
    QTemporaryDir beside(m_folder + u"/.new-XXXXXX"_s);
    if (!beside.isValid() || !copyWhole(zip, beside.filePath(zipName))
        || !writeWhole(beside.filePath(manifestName), manifest))
        return fail(ErrorCode::DiskFull, m_folder);
    // A folder of that name that holds no sound release is what a cut left.
    QDir(folderOf(release)).removeRecursively();
    if (!QDir().rename(beside.path(), folderOf(release)))
        return fail(ErrorCode::StoreUnavailable, folderOf(release));
    beside.setAutoRemove(false);
    return {};
}

QList<KeptRelease> ReleaseFiles::all() const
{
    QList<KeptRelease> found;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString path = folder.filePath(name);
        const auto release = parseJsonObject(contentOf(path + u'/' + manifestName), largestManifest)
                                 .and_then(&signedReleaseFromJson);
        if (release && path == folderOf(release->release)
            && QFileInfo(path + u'/' + zipName).size() == release->release.bytes)
            found.append({*release, rollOutIn(path)});
    }
    std::ranges::stable_sort(found, {}, [](const KeptRelease &one) { return one.release.release.version; });
    return found;
}

Result<void> ReleaseFiles::rollOut(VersionNumber version, const RollOut &to) const
{
    bool any = false;
    for (const KeptRelease &one : all()) {
        if (one.release.release.version != version)
            continue;
        any = true;
        const QString path = folderOf(one.release.release) + u'/' + rollOutName;
        if (!writeWhole(path, QJsonDocument(toJson(to)).toJson(QJsonDocument::Compact)))
            return fail(ErrorCode::StoreUnavailable, path);
    }
    return any ? Result<void>() : fail(ErrorCode::NotFound, QString::fromStdString(version.text()));
}

QByteArray ReleaseFiles::read(const Release &release, qint64 offset, qint64 length) const
{
    QFile file(folderOf(release) + u'/' + zipName);
    return file.open(QIODevice::ReadOnly) && file.seek(offset) ? file.read(length) : QByteArray();
}

} // namespace chengban
