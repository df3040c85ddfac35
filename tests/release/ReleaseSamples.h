#pragma once

#include "shared/base/LibraryPath.h"
#include "shared/canonical/Digest.h"
#include "shared/release/ReleaseArchive.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QList>
#include <QPair>

#include <zip.h>

/// Archives and manifests of releases, sound ones and others.
namespace chengban::releases {

using Files = QList<QPair<QString, QByteArray>>;

/// A ZIP with exactly these entries; what ends with '/' is a folder. Names stand in it as they are given.
inline void writeZip(const QString &path, const Files &files, const QString &link = {})
{
    QFile::remove(path);
    zip_t *archive = zip_open(libraryPath(path).constData(), ZIP_CREATE | ZIP_EXCL, nullptr);
    for (const auto &[name, content] : files) {
        if (name.endsWith(u'/')) {
            zip_dir_add(archive, name.toUtf8().constData(), ZIP_FL_ENC_UTF_8);
            continue;
        }
        zip_source_t *source
            = zip_source_buffer(archive, content.constData(), zip_uint64_t(content.size()), 0);
        const zip_int64_t index = zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
        if (index >= 0 && name == link)
            zip_file_set_external_attributes(archive, zip_uint64_t(index), 0, ZIP_OPSYS_UNIX, 0120777U << 16);
    }
    zip_close(archive);
}

inline Sm2Key publisher()
{
    QFile file(QStringLiteral(CHENGBAN_SOURCE_DIR "/tests/release/test-release-key.pem"));
    (void)file.open(QIODevice::ReadOnly);
    return *privateKeyFromPem(file.readAll());
}

inline Files sampleFiles(const QString &version, const QString &platform)
{
    return {{version + u'/' + programName(platform), "program " + version.toUtf8()},
        {version + QStringLiteral("/plugins/platforms/one.dll"), QByteArray(5000, 'p')},
        {version + QStringLiteral("/文字.txt"), "更新"}};
}

/// The release that an archive at `path` is, unsigned.
inline Release releaseOf(const QString &path, const QString &platform)
{
    const ArchiveFacts facts = factsOfArchive(path, platform).value_or(ArchiveFacts());
    return {facts.version, platform, QFileInfo(path).fileName(), facts.bytes, facts.unpackedBytes,
        facts.sha256, apiNumber, 1'764'000'000'000, QStringLiteral("答复页可一键核对附件。")};
}

/// A signed release of `version` with its ZIP at `path`.
inline SignedRelease makeRelease(const QString &path, const QString &version, const QString &platform)
{
    writeZip(path, sampleFiles(version, platform));
    return *signedRelease(releaseOf(path, platform), publisher());
}

inline QByteArray bytesOf(const SignedRelease &release)
{
    return QJsonDocument(toJson(release)).toJson(QJsonDocument::Compact);
}

} // namespace chengban::releases
