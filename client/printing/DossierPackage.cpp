#include "client/printing/DossierPackage.h"

#include "client/printing/CheckSheets.h"
#include "client/printing/PackageTest.h"
#include "client/printing/Wording.h"
#include "shared/base/CountyTime.h"
#include "shared/base/FileNames.h"
#include "shared/canonical/Digest.h"
#include "shared/dossier/Bag.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <functional>

namespace chengban {
namespace {

QByteArray indented(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

QJsonObject fontsOf(const DossierInfo &info)
{
    QJsonArray fonts;
    for (const EmbeddedFont &font : info.fonts) {
        fonts.append(QJsonObject{{QStringLiteral("name"), font.postScriptName},
            {QStringLiteral("version"), font.version}, {QStringLiteral("tablesSha256"), font.tablesSha256}});
    }
    QJsonArray roles;
    for (const FontRole &role : info.fontRoles) {
        roles.append(QJsonObject{{QStringLiteral("role"), role.role}, {QStringLiteral("used"), role.used},
            {QStringLiteral("substitute"), role.substitute}});
    }
    return {{QStringLiteral("embedded"), fonts}, {QStringLiteral("roles"), roles}};
}

QJsonObject volumeJson(const DossierVolume &volume)
{
    QJsonArray pages;
    for (const PaperPages &paper : volume.info.papers)
        pages.append(QJsonArray{paper.first, paper.last});
    return {{QStringLiteral("file"), QFileInfo(volume.path).fileName()},
        {QStringLiteral("bytes"), volume.info.bytes}, {QStringLiteral("sha256"), volume.info.sha256},
        {QStringLiteral("sheets"), volume.info.sheets},
        {QStringLiteral("numberedPages"), volume.info.numberedPages}, {QStringLiteral("pages"), pages},
        {QStringLiteral("pdfA"), volume.info.pdfA ? QStringLiteral("PDF/A-1b") : QString()},
        {QStringLiteral("pdfaFault"), volume.info.pdfaFault},
        {QStringLiteral("unprintable"), QJsonArray::fromStringList(volume.info.unprintable)},
        {QStringLiteral("fonts"), fontsOf(volume.info)},
        {QStringLiteral("manifest"), toJson(volume.manifest)}};
}

/// Puts the parts of one package into the bag.
class Packing
{
public:
    Packing(const PackageMaterial &material, BagWriter &bag)
        : m_material(material)
        , m_bag(bag)
    {
    }

    Result<void> dossier();
    Result<void> originals();
    Result<void> logAndKeys();
    Result<void> metadata();
    Result<void> close();
    [[nodiscard]] WrittenPackage done() const { return m_done; }

private:
    Result<void> signature(const Entry<SignatureBody> &signature);
    Result<void> tagSheet(
        const QString &name, const std::function<Result<DossierInfo>(const QString &)> &write);
    void note(const QString &path, const QString &mime, const QByteArray &bytes, const QString &title)
    {
        m_files.append({path, mime, bytes.size(), hex(sha256(bytes)), title});
    }

    const PackageMaterial &m_material;
    BagWriter &m_bag;
    QList<PackagedFile> m_files;
    QHash<qint64, int> m_signed; ///< By revision, how many signatures were put in.
    WrittenPackage m_done;
};

Result<void> Packing::dossier()
{
    const Result<QString> place = m_bag.placeFor(QStringLiteral("dossier.pdf"));
    if (!place)
        return fail(place.error());
    const Result<QList<DossierVolume>> volumes = writeVolumes(m_material.manifest, m_material.theCase,
        m_material.log.events, m_material.files, *place, m_material.pack);
    if (!volumes)
        return fail(volumes.error());
    m_done.volumes = *volumes;
    QJsonArray list;
    for (const DossierVolume &volume : *volumes) {
        list.append(volumeJson(volume));
        m_files.append({QFileInfo(volume.path).fileName(), QStringLiteral("application/pdf"),
            volume.info.bytes, volume.info.sha256, volume.manifest.title});
    }
    return m_bag.add(QStringLiteral("manifest.json"),
        indented({{QStringLiteral("version"), 1}, {QStringLiteral("volumes"), list}}));
}

Result<void> Packing::originals()
{
    qsizetype number = 0;
    for (const Paper &paper : m_material.manifest.papers) {
        if (paper.kind != PaperKind::Attachment || paper.missing)
            continue;
        const Result<QByteArray> bytes = m_material.files(paper.attachment.sha256);
        if (!bytes)
            return fail(bytes.error());
        if (hex(sha256(*bytes)) != paper.attachment.sha256)
            return fail(ErrorCode::DigestMismatch, paper.attachment.sha256);
        const QString path = QStringLiteral("originals/") + originalName(++number, paper.attachment.name);
        if (const Result<void> added = m_bag.add(path, *bytes); !added)
            return added;
        note(path, paper.attachment.mime, *bytes, paper.attachment.name);
    }
    return {};
}

/// The signed text, the signature and the key as files of their own: any program that knows SM2 can check
/// them.
Result<void> Packing::signature(const Entry<SignatureBody> &signature)
{
    // One event may carry several: of a deputy and of the principal leader.
    QString name = QStringLiteral("signatures/%1").arg(signature.revision, 4, 10, QLatin1Char('0'));
    const int same = m_signed[signature.revision]++;
    if (same > 0)
        name += QStringLiteral("-%1").arg(same + 1);
    return m_bag
        .add(name + QStringLiteral(".json"), QByteArray::fromBase64(signature.body.signedText.toLatin1()))
        .and_then([&] {
            return m_bag.add(
                name + QStringLiteral(".sig"), QByteArray::fromBase64(signature.body.signature.toLatin1()));
        });
}

Result<void> Packing::logAndKeys()
{
    const Result<QJsonObject> json = toJson(m_material.log);
    if (!json)
        return fail(json.error());
    const QByteArray log = indented(*json);
    note(QStringLiteral("log.json"), QStringLiteral("application/json"), log, QStringLiteral("办理记录"));
    if (const Result<void> added = m_bag.add(QStringLiteral("log.json"), log); !added)
        return added;
    for (const Entry<SignatureBody> &entry : signaturesIn(m_material.theCase)) {
        if (entry.body.paper)
            continue; // its scan is among the originals
        if (const Result<void> added = signature(entry); !added)
            return added;
    }
    for (const EnrolledKey &key : m_material.log.keys) {
        const QString path = QStringLiteral("keys/%1.pem").arg(key.id.value);
        if (const Result<void> added = m_bag.add(path, key.publicKeyPem); !added)
            return added;
    }
    if (m_material.log.serverKeyPem.isEmpty())
        return {};
    return m_bag.add(QStringLiteral("keys/server.pem"), m_material.log.serverKeyPem);
}

Result<void> Packing::metadata()
{
    const MetadataElement root
        = archiveMetadata(m_material.manifest, m_material.theCase, m_material.log, m_done.volumes, m_files);
    return m_bag.add(QStringLiteral("metadata.xml"), metadataXml(root)).and_then([&] {
        return m_bag.add(QStringLiteral("metadata.json"), indented({{root.name, metadataJson(root)}}));
    });
}

/// A sheet beside the payload: what was checked when the package was made.
Result<void> Packing::tagSheet(
    const QString &name, const std::function<Result<DossierInfo>(const QString &)> &write)
{
    // In the package's own folder, where all of it may lie in clear; never among the system's temporary
    // files.
    const QTemporaryDir place(m_bag.folder() + QStringLiteral("/sheet-XXXXXX"));
    const QString path = place.filePath(name);
    const Result<DossierInfo> written = write(path);
    if (!written)
        return fail(written.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path);
    return m_bag.addTagFile(name, file.readAll());
}

Result<void> Packing::close()
{
    const Manifest &manifest = m_material.manifest;
    const Result<void> closed
        = m_bag.closePayload({{QStringLiteral("Source-Organization"), manifest.fondsName},
            {QStringLiteral("External-Description"), manifest.title},
            {QStringLiteral("External-Identifier"),
                manifest.archiveNumber.isEmpty() ? manifest.caseNumber : manifest.archiveNumber},
            {QStringLiteral("Internal-Sender-Identifier"), m_material.theCase.id.value},
            {QStringLiteral("Bagging-Date"),
                countyDate(m_material.theCase.archiving ? m_material.theCase.archiving->atMs : manifest.toMs)
                    .toString(Qt::ISODate)}});
    if (!closed)
        return closed;
    const Result<BagReport> report = checkedBag(m_bag.folder(), BagPart::Payload);
    if (!report)
        return fail(report.error());
    m_done.selfTest = packageTest(m_material, m_done.volumes, m_files, *report, m_bag.folder());
    const QByteArray bytes = QJsonDocument(toJson(m_done.selfTest)).toJson(QJsonDocument::Indented);
    return m_bag.addTagFile(QStringLiteral("self-test.json"), bytes)
        .and_then([&] {
            return tagSheet(QStringLiteral("self-test.pdf"), [&](const QString &path) {
                return writeSelfTest(m_material.manifest, m_done.selfTest, path);
            });
        })
        .and_then([&] {
            return tagSheet(QStringLiteral("signature-check.pdf"), [&](const QString &path) {
                return writeSignatureCheck(m_material.manifest, m_material.log, path);
            });
        })
        .and_then([&] { return m_bag.finish(); });
}

} // namespace

QString originalName(qsizetype number, const QString &name)
{
    QString one = name.normalized(QString::NormalizationForm_C).simplified();
    one.replace(u'~', u'_');
    return QStringLiteral("%1_%2").arg(number, 3, 10, QLatin1Char('0')).arg(safeFileName(one, 80));
}

Result<WrittenPackage> writePackage(const PackageMaterial &material, const QString &folder)
{
    Result<BagWriter> bag = BagWriter::begin(folder);
    if (!bag)
        return fail(bag.error());
    Packing packing(material, *bag);
    const Result<void> packed = packing.dossier()
                                    .and_then([&] { return packing.originals(); })
                                    .and_then([&] { return packing.logAndKeys(); })
                                    .and_then([&] { return packing.metadata(); })
                                    .and_then([&] { return packing.close(); });
    if (!packed)
        return fail(packed.error());
    WrittenPackage done = packing.done();
    for (DossierVolume &volume : done.volumes)
        volume.path = QDir(folder).filePath(QStringLiteral("data/") + QFileInfo(volume.path).fileName());
    return done;
}

} // namespace chengban
