#include "shared/release/ReleaseArchive.h"

#include "shared/base/FileNames.h"
#include "shared/base/LibraryPath.h"
#include "shared/canonical/Digest.h"
#include "shared/dossier/BagArchive.h"
#include "shared/dossier/BagFiles.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSet>

#include <zip.h>

#include <algorithm>
#include <memory>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFiles = 20'000;
constexpr quint32 unixKind = 0170000;
constexpr quint32 unixLink = 0120000;

struct Drop
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Drop>;

bool isLink(zip_t *archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    return zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0
        && system == ZIP_OPSYS_UNIX && ((attributes >> 16) & unixKind) == unixLink;
}

/// Looks at one entry after the other.
class Inspection
{
public:
    explicit Inspection(zip_t *archive)
        : m_archive(archive)
    {
    }

    Result<void> entry(zip_uint64_t index)
    {
        zip_stat_t about;
        if (zip_stat_index(m_archive, index, ZIP_FL_ENC_GUESS, &about) != 0)
            return fail(ErrorCode::ReleaseInvalid);
        QString name = QString::fromUtf8(about.name);
        const bool folder = name.endsWith(u'/');
        if (folder)
            name.chop(1);
        if (!fits(name) || isLink(m_archive, index) || (about.valid & ZIP_STAT_SIZE) == 0)
            return fail(ErrorCode::ReleaseInvalid, name.left(200));
        if (folder)
            return {};
        // Windows and some disks know no case: the second would overwrite the first.
        if (!name.contains(u'/') || m_names.contains(name.toCaseFolded()))
            return fail(ErrorCode::ReleaseInvalid, name.left(200));
        m_names.insert(name.toCaseFolded());
        m_bytes += qint64(std::min<zip_uint64_t>(about.size, largestUnpacked + 1));
        return m_bytes <= largestUnpacked ? Result<void>() : fail(ErrorCode::ReleaseInvalid, u"size"_s);
    }

    [[nodiscard]] QString top() const { return m_top; }
    [[nodiscard]] bool has(const QString &name) const { return m_names.contains(name.toCaseFolded()); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    bool fits(const QString &name)
    {
        const QStringList parts = name.split(u'/');
        if (m_top.isEmpty())
            m_top = parts.first();
        return bagfiles::isSafe(name) && parts.first() == m_top && std::ranges::all_of(parts, &isWindowsName);
    }

    zip_t *m_archive;
    QString m_top;
    QSet<QString> m_names;
    qint64 m_bytes = 0;
};

Result<QString> sha256Of(QFile &file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return hash.addData(&file) ? Result<QString>(hex(hash.result())) : fail(ErrorCode::FileUnreadable);
}

} // namespace

Result<ArchiveFacts> factsOfArchive(const QString &path, const QString &platform)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path);
    const auto sha256 = sha256Of(file);
    if (!sha256)
        return fail(sha256.error());
    int error = 0;
    const Archive archive(zip_open(libraryPath(path).constData(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!archive)
        return fail(ErrorCode::ReleaseInvalid, u"no archive"_s);
    const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
    if (entries > mostFiles)
        return fail(ErrorCode::ReleaseInvalid, u"files"_s);
    Inspection inspection(archive.get());
    for (zip_int64_t index = 0; index < entries; ++index) {
        if (const auto done = inspection.entry(zip_uint64_t(index)); !done)
            return fail(done.error());
    }
    const auto version = versionNumber(inspection.top().toStdString());
    if (!version)
        return fail(ErrorCode::ReleaseInvalid, inspection.top().left(200));
    if (!inspection.has(inspection.top() + u'/' + programName(platform)))
        return fail(ErrorCode::ReleaseInvalid, programName(platform));
    return ArchiveFacts{*version, file.size(), inspection.bytes(), *sha256};
}

Result<void> checkArchive(const QString &path, const Release &release)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path);
    if (file.size() != release.bytes)
        return fail(ErrorCode::UpdateBroken, u"size"_s);
    const auto facts = factsOfArchive(path, release.platform);
    const auto sha256 = facts ? Result<QString>(facts->sha256) : sha256Of(file);
    if (!sha256 || *sha256 != release.sha256)
        return fail(ErrorCode::UpdateBroken, u"sha256"_s);
    if (!facts)
        return fail(facts.error());
    if (facts->version != release.version || facts->unpackedBytes != release.unpackedBytes)
        return fail(ErrorCode::ReleaseInvalid, u"version"_s);
    return {};
}

Result<QString> unpackRelease(const QString &path, const QString &into, const Release &release)
{
    const auto folder = unpackBagArchive(path, into, {release.unpackedBytes, mostFiles});
    if (folder)
        return folder;
    const ErrorCode reason = folder.error().code;
    return fail(reason == ErrorCode::DiskFull ? ErrorCode::UpdateNoSpace : ErrorCode::ReleaseInvalid,
        folder.error().detail);
}

} // namespace chengban
