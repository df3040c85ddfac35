#include "shared/dossier/BagArchive.h"
#include "shared/base/LibraryPath.h"
#include "shared/dossier/BagFiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <zip.h>

#include <memory>

namespace chengban {
namespace {

constexpr qint64 slice = 1 << 20;
constexpr char zipStart[] = "PK\x03\x04";
/// DOS time of 1980-01-01: no clock gets into the bytes.
constexpr zip_uint16_t noDate = (1 << 5) | 1;

struct Drop
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Drop>;

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(QDir(folder).relativeFilePath(each.next()));
    files.sort();
    return files;
}

Result<void> put(zip_t *archive, const QString &file, const QString &name)
{
    zip_source_t *source = zip_source_file(archive, libraryPath(file).constData(), 0, -1);
    const zip_int64_t place
        = source ? zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (place < 0) {
        zip_source_free(source);
        return fail(ErrorCode::FileUnreadable, file);
    }
    const auto index = static_cast<zip_uint64_t>(place);
    if (zip_set_file_compression(archive, index, ZIP_CM_STORE, 0) != 0
        || zip_file_set_dostime(archive, index, 0, noDate, 0) != 0)
        return fail(ErrorCode::FileUnreadable, name);
    return {};
}

/// Unpacks one archive, counting what comes out.
class Unpacking
{
public:
    Unpacking(zip_t *archive, const QString &into, const BagLimits &limits)
        : m_archive(archive)
        , m_into(into)
        , m_left(limits.bytes)
    {
    }

    Result<void> entry(zip_uint64_t index);
    [[nodiscard]] Result<QString> folder() const
    {
        return m_top.isEmpty() ? Result<QString>(fail(ErrorCode::PackageInvalid, QStringLiteral("empty")))
                               : m_into.filePath(m_top);
    }

private:
    Result<QString> placeFor(const QString &name);
    Result<void> content(zip_uint64_t index, QFile &file);

    zip_t *m_archive;
    QDir m_into;
    qint64 m_left;
    QString m_top;
    QSet<QString> m_names;
};

Result<QString> Unpacking::placeFor(const QString &name)
{
    const QString top = name.section(u'/', 0, 0);
    const bool known = m_names.contains(name);
    if (!bagfiles::isSafe(name) || !name.contains(u'/') || known || (!m_top.isEmpty() && top != m_top))
        return fail(ErrorCode::PackageInvalid, name.left(200));
    m_top = top;
    m_names.insert(name);
    const QString path = m_into.filePath(name);
    if (!m_into.mkpath(QFileInfo(path).path()))
        return fail(ErrorCode::DiskFull, name.left(200));
    return path;
}

Result<void> Unpacking::entry(zip_uint64_t index)
{
    const char *raw = zip_get_name(m_archive, index, ZIP_FL_ENC_GUESS);
    const QString name = QString::fromUtf8(raw);
    if (name.endsWith(u'/'))
        return {}; // A folder: made with its files.
    const Result<QString> path = placeFor(name);
    if (!path)
        return fail(path.error());
    QFile file(*path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(ErrorCode::DiskFull, name.left(200));
    return content(index, file);
}

Result<void> Unpacking::content(zip_uint64_t index, QFile &file)
{
    const std::unique_ptr<zip_file_t, Drop> part(zip_fopen_index(m_archive, index, 0));
    if (!part)
        return fail(ErrorCode::PackageInvalid, file.fileName());
    QByteArray buffer(slice, Qt::Uninitialized);
    for (;;) {
        const zip_int64_t got = zip_fread(part.get(), buffer.data(), static_cast<zip_uint64_t>(slice));
        if (got < 0)
            return fail(ErrorCode::PackageInvalid, file.fileName());
        if (got == 0)
            return file.flush() ? Result<void>() : fail(ErrorCode::DiskFull);
        // The size in the archive's directory is a claim; what counts is what comes out.
        m_left -= got;
        if (m_left < 0)
            return fail(ErrorCode::TooLarge);
        if (file.write(buffer.constData(), got) != got)
            return fail(ErrorCode::DiskFull);
    }
}

} // namespace

Result<void> writeBagArchive(const QString &folder, const QString &path)
{
    const QStringList files = filesBelow(folder);
    if (files.isEmpty())
        return fail(ErrorCode::FileUnreadable, folder);
    int error = 0;
    Archive archive(zip_open(libraryPath(path).constData(), ZIP_CREATE | ZIP_EXCL, &error));
    if (!archive)
        return fail(ErrorCode::FileUnreadable, path);
    const QString top = QFileInfo(QDir(folder).absolutePath()).fileName();
    for (const QString &name : files) {
        if (auto added = put(archive.get(), QDir(folder).filePath(name), top + u'/' + name); !added)
            return added;
    }
    // Written beside the path and renamed by the library: whole or not there.
    if (zip_close(archive.get()) != 0)
        return fail(ErrorCode::DiskFull, path);
    static_cast<void>(archive.release());
    return {};
}

Result<QString> unpackBagArchive(const QString &path, const QString &into, const BagLimits &limits)
{
    int error = 0;
    const Archive archive(zip_open(libraryPath(path).constData(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (!archive) {
        return fail(QFile::exists(path) ? ErrorCode::PackageInvalid : ErrorCode::FileUnreadable,
            QStringLiteral("no archive"));
    }
    const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
    if (entries > limits.files)
        return fail(ErrorCode::TooLarge);
    Unpacking unpacking(archive.get(), into, limits);
    for (zip_int64_t index = 0; index < entries; ++index) {
        if (const auto done = unpacking.entry(static_cast<zip_uint64_t>(index)); !done)
            return fail(done.error());
    }
    return unpacking.folder();
}

bool isBagArchive(const QByteArray &start)
{
    return start.startsWith(zipStart);
}

} // namespace chengban
