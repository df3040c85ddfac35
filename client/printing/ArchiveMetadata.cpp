#include "client/printing/ArchiveMetadata.h"

#include "client/printing/Wording.h"
#include "shared/base/CountyTime.h"

#include <QJsonArray>
#include <QXmlStreamWriter>

#include <algorithm>

namespace chengban {
namespace {

using Elements = QList<MetadataElement>;

MetadataElement element(const QString &name, const QString &text)
{
    return {name, text, {}};
}

MetadataElement group(const QString &name, Elements inside)
{
    inside.removeIf([](const MetadataElement &one) { return one.text.isEmpty() && one.inside.isEmpty(); });
    return {name, {}, std::move(inside)};
}

QString isoTime(qint64 utcMs)
{
    return utcMs == 0 ? QString() : countyTime(utcMs).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss'+08:00'"));
}

MetadataElement archiveNumberOf(const Manifest &manifest)
{
    const QStringList parts = manifest.archiveNumber.split(u'-');
    const bool whole = parts.size() >= 3;
    return group(QStringLiteral("档号"),
        {element(QStringLiteral("档号"), manifest.archiveNumber),
            element(QStringLiteral("全宗号"), whole ? parts.first() : QString()),
            element(QStringLiteral("年度"), manifest.year > 0 ? QString::number(manifest.year) : QString()),
            element(QStringLiteral("保管期限"), retentionWord(manifest.retention)),
            element(QStringLiteral("室编案卷号"), whole ? parts.last() : QString())});
}

MetadataElement contentOf(const Manifest &manifest)
{
    return group(QStringLiteral("内容描述"),
        {element(QStringLiteral("题名"), manifest.title),
            element(QStringLiteral("文件编号"), manifest.caseNumber),
            element(QStringLiteral("责任者"), manifest.fondsName),
            element(QStringLiteral("日期"), digitDay(manifest.fromMs) + u'/' + digitDay(manifest.toMs)),
            element(QStringLiteral("密级"), QStringLiteral("内部"))});
}

MetadataElement formOf(const Manifest &manifest, const QList<DossierVolume> &volumes)
{
    int pages = 0;
    for (const DossierVolume &volume : volumes)
        pages += volume.info.numberedPages;
    return group(QStringLiteral("形式特征"),
        {element(QStringLiteral("文件组合类型"), QStringLiteral("组合文件")),
            element(QStringLiteral("件数"), QString::number(manifest.papers.size())),
            element(QStringLiteral("页数"), QString::number(pages)),
            element(QStringLiteral("语种"), QStringLiteral("汉语")),
            element(QStringLiteral("稿本"), QStringLiteral("定稿"))});
}

MetadataElement electronicOf(const PackagedFile &file)
{
    return group(QStringLiteral("电子属性"),
        {element(QStringLiteral("格式信息"), file.mime), element(QStringLiteral("计算机文件名"), file.path),
            element(QStringLiteral("计算机文件大小"), QString::number(file.size)),
            element(QStringLiteral("题名"), file.title), element(QStringLiteral("SHA-256"), file.sha256),
            element(QStringLiteral("信息系统描述"), QStringLiteral("承办 Chengban"))});
}

MetadataElement signatureOf(const Entry<SignatureBody> &signature)
{
    return group(QStringLiteral("电子签名"),
        {element(QStringLiteral("签名规则"), QStringLiteral("GB/T 32918 SM2，用户标识 1234567812345678")),
            element(QStringLiteral("签名时间"), isoTime(signature.atMs)),
            element(QStringLiteral("签名人"), nameWord(signature)),
            element(QStringLiteral("签名结果"), signature.body.signature),
            element(QStringLiteral("证书引证"), signature.body.key.value),
            element(QStringLiteral("签名算法标识"), QStringLiteral("1.2.156.10197.1.501"))});
}

Elements agentsOf(const CaseLog &log)
{
    Elements agents;
    QStringList known;
    for (const Event &event : log.events) {
        const QString person = event.actor.unitName + u'\n' + event.actor.name;
        if (known.contains(person))
            continue;
        known.append(person);
        agents.append(group(QStringLiteral("机构人员实体"),
            {element(QStringLiteral("机构人员类型"), QStringLiteral("个人")),
                element(QStringLiteral("机构人员名称"), event.actor.name),
                element(QStringLiteral("所属机构"), event.actor.unitName)}));
    }
    return agents;
}

Elements businessOf(const CaseLog &log)
{
    Elements business;
    for (const Event &event : log.events) {
        business.append(group(QStringLiteral("业务实体"),
            {element(QStringLiteral("业务标识符"), QString::number(event.revision)),
                element(QStringLiteral("业务状态"), QStringLiteral("历史行为")),
                element(QStringLiteral("业务行为"), eventWord(event.type)),
                element(QStringLiteral("行为时间"), isoTime(event.serverTimeMs)),
                element(QStringLiteral("行为依据"), event.pack.id),
                element(QStringLiteral("机构人员名称"), nameWord(event.actor))}));
    }
    return business;
}

void write(QXmlStreamWriter &xml, const MetadataElement &one)
{
    xml.writeStartElement(one.name);
    if (one.inside.isEmpty())
        xml.writeCharacters(one.text);
    for (const MetadataElement &inner : one.inside)
        write(xml, inner);
    xml.writeEndElement();
}

QJsonValue valueOf(const MetadataElement &one)
{
    return one.inside.isEmpty() ? QJsonValue(one.text) : QJsonValue(metadataJson(one));
}

} // namespace

MetadataElement archiveMetadata(const Manifest &manifest, const Case &theCase, const CaseLog &log,
    const QList<DossierVolume> &volumes, const QList<PackagedFile> &files)
{
    Elements file{element(QStringLiteral("聚合层次"), QStringLiteral("案卷")),
        group(QStringLiteral("来源"),
            {element(QStringLiteral("全宗名称"), manifest.fondsName),
                element(QStringLiteral("立档单位名称"), manifest.fondsName)}),
        element(QStringLiteral("电子文件号"), theCase.id.value), archiveNumberOf(manifest),
        contentOf(manifest), formOf(manifest, volumes)};
    for (const PackagedFile &one : files)
        file.append(electronicOf(one));
    for (const Entry<SignatureBody> &signature : theCase.signatures) {
        if (!signature.body.paper)
            file.append(signatureOf(signature));
    }
    Elements all{group(QStringLiteral("文件实体"), file)};
    all += agentsOf(log);
    all += businessOf(log);
    return group(QStringLiteral("归档元数据"), all);
}

QByteArray metadataXml(const MetadataElement &root)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    write(xml, root);
    xml.writeEndDocument();
    return bytes;
}

QJsonObject metadataJson(const MetadataElement &root)
{
    QJsonObject json;
    for (const MetadataElement &inner : root.inside) {
        const bool many = std::ranges::count(root.inside, inner.name, &MetadataElement::name) > 1;
        if (!many) {
            json.insert(inner.name, valueOf(inner));
            continue;
        }
        QJsonArray together = json.value(inner.name).toArray();
        together.append(valueOf(inner));
        json.insert(inner.name, together);
    }
    return json;
}

} // namespace chengban
