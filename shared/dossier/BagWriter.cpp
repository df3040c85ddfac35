#include "shared/dossier/Bag.h"
#include "shared/dossier/BagFiles.h"

#include "shared/canonical/Digest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace chengban {
namespace {

using namespace bagfiles;

Result<void> written(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString());
    if (file.write(bytes) != bytes.size() || !file.flush())
        return fail(ErrorCode::DiskFull, file.errorString());
    return {};
}

/// BagIt escapes line ends and percent signs, nothing else.
QByteArray escaped(const QString &path)
{
    QString text = path;
    text.replace(u'%', QStringLiteral("%25")).replace(u'\r', QStringLiteral("%0D"));
    return text.replace(u'\n', QStringLiteral("%0A")).toUtf8();
}

/// The two manifests' lines for some files of the bag.
struct Lines
{
    QByteArray sha256;
    QByteArray sm3;
    qint64 bytes = 0;
};

Result<Lines> linesFor(const QString &folder, const QStringList &paths)
{
    Lines lines;
    for (const QString &path : paths) {
        QFile file(QDir(folder).filePath(path));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, path);
        const Result<FileDigest> digest = fileDigest(file);
        if (!digest)
            return fail(digest.error());
        lines.sha256 += digest->sha256.toHex() + "  " + escaped(path) + '\n';
        lines.sm3 += digest->sm3.toHex() + "  " + escaped(path) + '\n';
        lines.bytes += digest->size;
    }
    return lines;
}

QByteArray sizeWord(qint64 bytes)
{
    return bytes < 1'000'000 ? QByteArray::number((bytes + 999) / 1000) + " KB"
                             : QByteArray::number(double(bytes) / 1e6, 'f', 1) + " MB";
}

} // namespace

BagWriter::BagWriter(const QString &folder)
    : m_target(QFileInfo(folder).absoluteFilePath())
    , m_growing(std::make_unique<QTemporaryDir>(m_target + QStringLiteral(".part-XXXXXX")))
{
}

Result<BagWriter> BagWriter::begin(const QString &folder)
{
    if (QFileInfo::exists(folder))
        return fail(ErrorCode::BadInput, QStringLiteral("exists already: ") + folder);
    BagWriter writer(folder);
    if (!writer.m_growing->isValid() || !QDir(writer.folder()).mkpath(QStringLiteral("data")))
        return fail(ErrorCode::FileUnreadable, writer.m_growing->errorString());
    return writer;
}

QString BagWriter::folder() const
{
    return m_growing->path();
}

Result<QString> BagWriter::placeFor(const QString &path)
{
    const QString inBag = QStringLiteral("data/") + path;
    const QString place = QDir(folder()).filePath(inBag);
    if (!isSafe(inBag) || QFileInfo::exists(place))
        return fail(ErrorCode::BadInput, path);
    if (!QDir().mkpath(QFileInfo(place).path()))
        return fail(ErrorCode::DiskFull, path);
    return place;
}

Result<void> BagWriter::add(const QString &path, const QByteArray &bytes)
{
    return placeFor(path).and_then([&](const QString &place) { return written(place, bytes); });
}

Result<void> BagWriter::closePayload(const BagLabels &labels)
{
    const QStringList payload = payloadOf(folder());
    const Result<Lines> lines = linesFor(folder(), payload);
    if (!lines)
        return fail(lines.error());
    QByteArray facts;
    for (const auto &[label, value] : labels)
        facts += label.toUtf8() + ": " + value.simplified().toUtf8() + '\n';
    facts += "Bag-Size: " + sizeWord(lines->bytes) + '\n';
    facts += "Payload-Oxum: " + QByteArray::number(lines->bytes) + '.' + QByteArray::number(payload.size())
        + '\n';
    return addTagFile(QString::fromLatin1(declarationFile), declaration)
        .and_then([&] { return addTagFile(QString::fromLatin1(factsFile), facts); })
        .and_then([&] { return addTagFile(QString::fromLatin1(payloadManifest), lines->sha256); })
        .and_then([&] { return addTagFile(QString::fromLatin1(sm3Manifest), lines->sm3); });
}

Result<void> BagWriter::addTagFile(const QString &name, const QByteArray &bytes)
{
    return written(QDir(folder()).filePath(name), bytes);
}

Result<void> BagWriter::finish()
{
    const Result<Lines> lines = linesFor(folder(), tagFilesOf(folder()));
    if (!lines)
        return fail(lines.error());
    if (const Result<void> done = addTagFile(QString::fromLatin1(tagManifest), lines->sha256); !done)
        return done;
    QFile::setPermissions(folder(),
        QFile::permissions(folder()) | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::ExeOther);
    if (!QDir().rename(folder(), m_target))
        return fail(ErrorCode::FileUnreadable, m_target);
    m_growing->setAutoRemove(false);
    return {};
}

} // namespace chengban
