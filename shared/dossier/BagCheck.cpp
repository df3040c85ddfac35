#include "shared/dossier/Bag.h"
#include "shared/dossier/BagFiles.h"

#include "shared/canonical/Digest.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace chengban {

namespace bagfiles {

bool isSafe(const QString &path)
{
    const QStringList parts = path.split(u'/');
    const bool odd = std::ranges::any_of(
        parts, [](const QString &part) { return part.isEmpty() || part == u"." || part == u".."; });
    return !odd && !path.startsWith(u'~') && !path.contains(u'\\') && !path.contains(QChar(0))
        && !path.contains(u':');
}

QStringList payloadOf(const QString &folder)
{
    const QDir bag(folder);
    QStringList files;
    QDirIterator each(bag.filePath(QStringLiteral("data")),
        QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(bag.relativeFilePath(each.next()));
    files.sort();
    return files;
}

QStringList tagFilesOf(const QString &folder)
{
    QStringList files
        = QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    files.removeAll(QString::fromLatin1(tagManifest));
    files.sort();
    return files;
}

} // namespace bagfiles

namespace {

using namespace bagfiles;

/// One reading of a bag, collecting its faults.
class Reading
{
public:
    explicit Reading(const QString &folder)
        : m_bag(folder)
    {
    }

    void declarationAndFacts();
    /// Holds the files against one manifest, and the manifest against the files.
    void manifest(const char *name, const QStringList &files, bool required, bool sm3);
    void count(const QStringList &payload);
    [[nodiscard]] BagReport report() const { return m_report; }

private:
    void fault(BagFaultKind kind, const QString &path) { m_report.faults.append({kind, path}); }
    [[nodiscard]] QByteArray content(const char *name) const
    {
        QFile file(m_bag.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QHash<QString, QByteArray> entries(const char *name);
    [[nodiscard]] std::optional<FileDigest> digestOf(const QString &path);

    QDir m_bag;
    BagReport m_report;
    QHash<QString, FileDigest> m_digests;
};

void Reading::declarationAndFacts()
{
    QByteArray text = content(declarationFile);
    if (text.replace("\r\n", "\n") != declaration && text + '\n' != declaration)
        fault(BagFaultKind::DeclarationMissing, QString::fromLatin1(declarationFile));
    if (m_bag.exists(QStringLiteral("fetch.txt")))
        fault(BagFaultKind::FetchNeeded, QStringLiteral("fetch.txt"));
}

QHash<QString, QByteArray> Reading::entries(const char *name)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(QStringLiteral("([0-9A-Fa-f]{64})[ \\t]+\\*?(\\S.*)")));
    QHash<QString, QByteArray> found;
    for (QString line : QString::fromUtf8(content(name)).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        const QRegularExpressionMatch match = form.match(line);
        if (!match.hasMatch()) {
            fault(BagFaultKind::LineUnreadable, QString::fromLatin1(name) + u' ' + line.left(80));
            continue;
        }
        QString path = match.captured(2);
        path.replace(QStringLiteral("%0D"), QStringLiteral("\r"), Qt::CaseInsensitive)
            .replace(QStringLiteral("%0A"), QStringLiteral("\n"), Qt::CaseInsensitive);
        path.replace(QStringLiteral("%25"), QStringLiteral("%"));
        if (!isSafe(path))
            fault(BagFaultKind::PathUnsafe, path);
        else if (found.contains(path))
            fault(BagFaultKind::ListedTwice, path);
        else
            found.insert(path, QByteArray::fromHex(match.captured(1).toLatin1()));
    }
    return found;
}

std::optional<FileDigest> Reading::digestOf(const QString &path)
{
    if (const auto known = m_digests.constFind(path); known != m_digests.cend())
        return *known;
    QFile file(m_bag.filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const Result<FileDigest> digest = fileDigest(file);
    if (!digest)
        return std::nullopt;
    return *m_digests.insert(path, *digest);
}

void Reading::manifest(const char *name, const QStringList &files, bool required, bool sm3)
{
    if (!m_bag.exists(QString::fromLatin1(name))) {
        if (required)
            fault(BagFaultKind::ManifestMissing, QString::fromLatin1(name));
        return;
    }
    const QHash<QString, QByteArray> listed = entries(name);
    for (const QString &path : files) {
        if (!listed.contains(path))
            fault(BagFaultKind::FileNotListed, path);
    }
    QStringList paths = listed.keys();
    paths.sort();
    for (const QString &path : paths) {
        const QFileInfo file(m_bag.filePath(path));
        // A link, of the file or of a folder above it, would read what is not in the bag.
        const bool inside = file.canonicalFilePath() == QDir(m_bag.canonicalPath()).filePath(path);
        const std::optional<FileDigest> digest = file.isFile() && inside ? digestOf(path) : std::nullopt;
        if (!digest)
            fault(file.exists() && !inside ? BagFaultKind::PathUnsafe : BagFaultKind::FileMissing, path);
        else if ((sm3 ? digest->sm3 : digest->sha256) != listed.value(path))
            fault(BagFaultKind::DigestDiffers, path);
    }
}

void Reading::count(const QStringList &payload)
{
    m_report.files = int(payload.size());
    for (const QString &path : payload)
        m_report.bytes += QFileInfo(m_bag.filePath(path)).size();
    static const QRegularExpression oxum(
        QStringLiteral("^Payload-Oxum:\\s*(\\d+)\\.(\\d+)\\s*$"), QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = oxum.match(QString::fromUtf8(content(factsFile)));
    if (match.hasMatch()
        && (match.captured(1).toLongLong() != m_report.bytes || match.captured(2).toInt() != m_report.files))
        fault(BagFaultKind::CountDiffers, QString::fromLatin1(factsFile));
}

} // namespace

Result<BagReport> checkedBag(const QString &folder, BagPart part)
{
    if (!QFileInfo(folder).isDir())
        return fail(ErrorCode::FileUnreadable, folder);
    const QString bag = QFileInfo(folder).absoluteFilePath();
    Reading reading(bag);
    const QStringList payload = payloadOf(bag);
    reading.declarationAndFacts();
    reading.manifest(payloadManifest, payload, true, false);
    reading.manifest(sm3Manifest, payload, false, true);
    if (part == BagPart::Whole)
        reading.manifest(tagManifest, tagFilesOf(bag), true, false);
    reading.count(payload);
    return reading.report();
}

} // namespace chengban
