#include "client/printing/PackageTest.h"

#include "client/printing/Wording.h"
#include "shared/canonical/Digest.h"
#include "shared/dossier/Filing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QXmlStreamReader>

#include <algorithm>

namespace chengban {
namespace {

/// What an item says when it failed; a passed one says what was looked at.
QString faultsOf(const BagReport &report)
{
    QStringList names;
    for (const BagFault &fault : report.faults)
        names.append(nameOf(fault.kind) + u' ' + fault.path);
    return names.join(u'；');
}

class PackageTest
{
public:
    PackageTest(const PackageMaterial &material, const QList<DossierVolume> &volumes,
        const QList<PackagedFile> &files, const BagReport &report, const QString &folder)
        : m_material(material)
        , m_volumes(volumes)
        , m_files(files)
        , m_report(report)
        , m_data(QDir(folder).filePath(QStringLiteral("data")))
    {
    }

    QList<TestItem> run()
    {
        authenticity();
        integrity();
        usability();
        safety();
        return m_items;
    }

private:
    void authenticity();
    void metadataItems();
    void integrity();
    void usability();
    void safety();
    void item(const char *id, const QString &title, bool passed, const QString &note)
    {
        m_items.append({QStringLiteral("GD-") + QLatin1String(id), title,
            passed ? TestState::Passed : TestState::Failed, note});
    }
    void unchecked(const char *id, const QString &title, const QString &why)
    {
        m_items.append({QStringLiteral("GD-") + QLatin1String(id), title, TestState::NotChecked, why});
    }
    [[nodiscard]] QByteArray content(const QString &path) const
    {
        QFile file(m_data.filePath(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] bool filesAreAsDescribed() const;
    [[nodiscard]] bool originalsAreThere() const;
    [[nodiscard]] bool xmlReads() const;

    const PackageMaterial &m_material;
    const QList<DossierVolume> &m_volumes;
    const QList<PackagedFile> &m_files;
    const BagReport &m_report;
    QDir m_data;
    QList<TestItem> m_items;
};

bool PackageTest::filesAreAsDescribed() const
{
    return std::ranges::all_of(m_files, [&](const PackagedFile &described) {
        QFile file(m_data.filePath(described.path));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const Result<FileDigest> digest = fileDigest(file);
        return digest && digest->size == described.size && hex(digest->sha256) == described.sha256;
    });
}

bool PackageTest::originalsAreThere() const
{
    return std::ranges::all_of(m_material.manifest.papers, [&](const Paper &paper) {
        return paper.kind != PaperKind::Attachment || paper.missing
            || std::ranges::count(m_files, paper.attachment.sha256, &PackagedFile::sha256) > 0;
    });
}

bool PackageTest::xmlReads() const
{
    QXmlStreamReader xml(content(QStringLiteral("metadata.xml")));
    while (!xml.atEnd())
        xml.readNext();
    return !xml.hasError();
}

void PackageTest::authenticity()
{
    const QList<LogCheck> checks = checkedLog(m_material.log);
    const bool sound
        = std::ranges::all_of(checks, [](const LogCheck &check) { return check.result.has_value(); });
    const auto signatures = std::ranges::count(checks, LogCheck::Kind::Signature, &LogCheck::kind);
    item("1-1", QStringLiteral("固化信息有效性检测"), sound,
        QStringLiteral("记录链%1条，电子签名%2个").arg(m_material.log.events.size()).arg(signatures));
    metadataItems();
    item("1-9", QStringLiteral("内容数据的电子属性一致性检测"), filesAreAsDescribed(),
        QStringLiteral("文件名、大小、摘要，共%1个文件").arg(m_files.size()));
    item("1-10", QStringLiteral("元数据是否关联内容数据检测"), originalsAreThere(),
        QStringLiteral("每份材料均有原件"));
    const bool packed = m_report.faults.isEmpty();
    const QString bag = packed ? QStringLiteral("BagIt 1.0") : faultsOf(m_report);
    item("1-11", QStringLiteral("说明文件和目录文件规范性检测"), packed, bag);
    item("1-12", QStringLiteral("信息包目录结构规范性检测"), packed, bag);
    item("1-13", QStringLiteral("信息包一致性检测"), packed,
        packed ? QStringLiteral("SHA-256、SM3 逐个核对") : faultsOf(m_report));
}

void PackageTest::metadataItems()
{
    const Manifest &manifest = m_material.manifest;
    const QString all = manifest.title + manifest.fondsName + manifest.caseNumber + manifest.archiveNumber;
    const bool plain = std::ranges::all_of(all, [](QChar c) { return c.category() != QChar::Other_Control; });
    item("1-2", QStringLiteral("元数据项数据长度检测"),
        manifest.title.toUcs4().size() <= 50 && manifest.archiveNumber.size() <= 50,
        QStringLiteral("题名、档号"));
    item("1-3", QStringLiteral("元数据项数据类型、格式检测"), manifest.fromMs > 0 && manifest.toMs > 0,
        QStringLiteral("日期"));
    const bool known
        = QStringList{QStringLiteral("D10"), QStringLiteral("D30"), QStringLiteral("Y")}.contains(
            manifest.retention);
    if (m_material.theCase.archiving) {
        item("1-4", QStringLiteral("设定值域的元数据项值域符合度检测"), known, QStringLiteral("保管期限"));
        item("1-7", QStringLiteral("档号规范性检测"),
            isArchiveNumber(manifest.archiveNumber, manifest.year, manifest.retention),
            manifest.archiveNumber);
    } else {
        unchecked("1-4", QStringLiteral("设定值域的元数据项值域符合度检测"), QStringLiteral("尚未归档"));
        unchecked("1-7", QStringLiteral("档号规范性检测"), QStringLiteral("尚未归档"));
    }
    item("1-5", QStringLiteral("元数据项数据值合理性检测"), manifest.fromMs <= manifest.toMs,
        QStringLiteral("起止日期"));
    item("1-6", QStringLiteral("元数据项数据包含特殊字符检测"), plain, QStringLiteral("控制字符"));
    unchecked("1-8", QStringLiteral("元数据项数据重复性检测"), QStringLiteral("须与档案室目录比对"));
}

void PackageTest::integrity()
{
    const Manifest &manifest = m_material.manifest;
    qsizetype papers = 0;
    bool pages = true;
    for (const DossierVolume &volume : m_volumes) {
        papers += volume.manifest.papers.size();
        int next = 1;
        for (const PaperPages &paper : volume.info.papers) {
            pages = pages && paper.first == next && paper.last >= paper.first;
            next = paper.last + 1;
        }
        pages = pages && next == volume.info.numberedPages + 1;
    }
    item("2-1", QStringLiteral("总件数相符性检测"), papers == manifest.papers.size(),
        QStringLiteral("%1件").arg(papers));
    item("2-2", QStringLiteral("总字节数相符性检测"), m_report.faults.isEmpty(),
        QStringLiteral("%1字节，%2个文件").arg(m_report.bytes).arg(m_report.files));
    const bool filled = !manifest.title.isEmpty() && !manifest.fondsName.isEmpty() && manifest.toMs > 0;
    item("2-3", QStringLiteral("元数据项完整性检测"), filled, QStringLiteral("题名、责任者、日期"));
    const bool filed = m_material.theCase.archiving && !manifest.archiveNumber.isEmpty() && manifest.year > 0;
    if (m_material.theCase.archiving)
        item(
            "2-4", QStringLiteral("元数据必填著录项目检测"), filled && filed, QStringLiteral("含档号、年度"));
    else
        unchecked("2-4", QStringLiteral("元数据必填著录项目检测"), QStringLiteral("尚未归档"));
    const bool whole = !m_material.log.events.isEmpty() && m_material.log.events.first().revision == 1
        && m_material.log.events.last().revision == m_material.theCase.revision;
    item("2-5", QStringLiteral("过程信息完整性检测"), whole, QStringLiteral("自登记起的全部记录"));
    item("2-6", QStringLiteral("连续性元数据项检测"), pages, QStringLiteral("页号连续"));
    item("2-7", QStringLiteral("内容数据完整性检测"), manifest.isComplete(), QStringLiteral("应有文件齐全"));
    item("2-8", QStringLiteral("附件数据完整性检测"), originalsAreThere(), QStringLiteral("原件"));
    if (m_material.theCase.closing)
        item("2-9", QStringLiteral("归档范围检测"), true, QStringLiteral("已办结工单"));
    else
        unchecked("2-9", QStringLiteral("归档范围检测"), QStringLiteral("尚未办结"));
    item("2-10", QStringLiteral("信息包内容数据完整性检测"), m_report.faults.isEmpty(), faultsOf(m_report));
    item("2-11", QStringLiteral("信息包元数据完整性检测"),
        m_data.exists(QStringLiteral("metadata.xml")) && m_data.exists(QStringLiteral("metadata.json")),
        QStringLiteral("XML、JSON"));
}

void PackageTest::usability()
{
    item("3-1", QStringLiteral("信息包中元数据的可读性检测"),
        xmlReads() && QJsonDocument::fromJson(content(QStringLiteral("metadata.json"))).isObject(),
        QStringLiteral("XML、JSON"));
    unchecked("3-2", QStringLiteral("目标数据库中元数据的可访问性检测"), QStringLiteral("未接入档案系统"));
    QStringList faults;
    QStringList unprintable;
    for (const DossierVolume &volume : m_volumes) {
        if (!volume.info.pdfA)
            faults.append(volume.info.pdfaFault);
        unprintable += volume.info.unprintable;
    }
    item("3-3", QStringLiteral("内容数据格式检测"), faults.isEmpty(),
        faults.isEmpty() ? QStringLiteral("PDF/A-1b") : QStringLiteral("PDF：") + faults.join(u'；'));
    item("3-4", QStringLiteral("内容数据的可读性检测"), unprintable.isEmpty(),
        unprintable.isEmpty() ? QStringLiteral("全部字符均有字形")
                              : QStringLiteral("无字形，以代码印出：") + unprintable.join(u'、'));
    static const QStringList lasting{QStringLiteral("application/pdf"), QStringLiteral("application/json"),
        QStringLiteral("image/jpeg"), QStringLiteral("image/png"), QStringLiteral("image/tiff"),
        QStringLiteral("text/plain"), QStringLiteral("audio/mpeg")};
    QStringList others;
    for (const PackagedFile &file : m_files) {
        if (!lasting.contains(file.mime))
            others.append(file.title);
    }
    item("3-5", QStringLiteral("内容数据格式长期可用性检测"), others.isEmpty(), others.join(u'、'));
    unchecked("3-6", QStringLiteral("软硬件环境合规性检测"), QStringLiteral("本程序不能检测"));
    item("3-7", QStringLiteral("信息包中包含的内容数据格式合规性检测"), true,
        QStringLiteral("未加密，未压缩"));
}

void PackageTest::safety()
{
    const QString why = QStringLiteral("本程序不能检测");
    unchecked("4-1", QStringLiteral("系统环境中是否安装杀毒软件检测"), why);
    unchecked("4-2", QStringLiteral("病毒感染检测"), why);
    unchecked("4-3", QStringLiteral("载体中多余文件检测"), why);
    unchecked("4-4", QStringLiteral("载体读取速度检测"), why);
    unchecked("4-5", QStringLiteral("载体外观检测"), why);
    unchecked("4-6", QStringLiteral("光盘合格性检测"), why);
    unchecked("4-7", QStringLiteral("操作过程安全性检测"), why);
}

} // namespace

QList<TestItem> packageTest(const PackageMaterial &material, const QList<DossierVolume> &volumes,
    const QList<PackagedFile> &files, const BagReport &report, const QString &folder)
{
    return PackageTest(material, volumes, files, report, folder).run();
}

} // namespace chengban
