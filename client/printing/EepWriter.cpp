#include "client/printing/EepWriter.h"

#include "shared/base/CountyTime.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>
#include <QXmlStreamWriter>

#include <algorithm>

namespace chengban {
namespace {

const QString eepNamespace = QStringLiteral("http://www.saac.gov.cn/standards/ERM/encapsulation");
constexpr qint64 slice = 3 * 256 * 1024; ///< A multiple of three: base64 of each slice needs no padding.

struct PackagedFile
{
    QString path; ///< Below data/.
    bool main = false;
    QString title;
};

/// The dossier's volumes first, then what belongs to them, by path.
QList<PackagedFile> documentsIn(const QDir &data, const QString &title)
{
    QList<PackagedFile> documents;
    QDirIterator each(data.path(), QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = data.relativeFilePath(each.next());
        const bool main = path.endsWith(QStringLiteral(".pdf")) && !path.contains(u'/');
        documents.append({path, main, main ? title : path.section(u'/', -1)});
    }
    std::ranges::sort(documents, [](const PackagedFile &a, const PackagedFile &b) {
        return std::pair(!a.main, a.path) < std::pair(!b.main, b.path);
    });
    return documents;
}

class Encapsulation
{
public:
    Encapsulation(const PackageMaterial &material, const WrittenPackage &written, const QString &package,
        QIODevice &device)
        : m_material(material)
        , m_written(written)
        , m_data(QDir(package).absoluteFilePath(QStringLiteral("data")))
        , m_xml(&device)
    {
        m_xml.setAutoFormatting(true);
    }

    Result<void> write();

private:
    Result<void> content();
    Result<void> files();
    Result<void> document(const PackagedFile &document, int number);
    Result<void> bytesOf(const QString &path);
    void metadata(const MetadataElement &element);
    /// The elements of that name in the package's metadata.
    void metadataNamed(const MetadataElement &root, const QString &name);
    void text(const QString &name, const QString &value) { m_xml.writeTextElement(name, value); }
    [[nodiscard]] QString madeAt() const
    {
        const qint64 atMs
            = m_material.theCase.archiving ? m_material.theCase.archiving->atMs : m_material.manifest.toMs;
        return countyTime(atMs).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss'+08:00'"));
    }

    const PackageMaterial &m_material;
    const WrittenPackage &m_written;
    QDir m_data;
    QXmlStreamWriter m_xml;
};

void Encapsulation::metadata(const MetadataElement &element)
{
    if (element.inside.isEmpty())
        return text(element.name, element.text);
    m_xml.writeStartElement(element.name);
    for (const MetadataElement &inner : element.inside)
        metadata(inner);
    m_xml.writeEndElement();
}

void Encapsulation::metadataNamed(const MetadataElement &root, const QString &name)
{
    for (const MetadataElement &element : root.inside) {
        if (element.name == name)
            metadata(element);
    }
}

Result<void> Encapsulation::write()
{
    m_xml.writeStartDocument();
    m_xml.writeDefaultNamespace(eepNamespace);
    m_xml.writeStartElement(eepNamespace, QStringLiteral("电子文件封装包"));
    text(QStringLiteral("封装包格式描述"),
        QStringLiteral("本EEP根据中华人民共和国档案行业标准DA/T 48-2009《基于XML的电子文件封装规范》生成"));
    text(QStringLiteral("版本"), QStringLiteral("2009"));
    m_xml.writeStartElement(QStringLiteral("被签名对象"));
    m_xml.writeAttribute(QStringLiteral("eep版本"), QStringLiteral("2009"));
    text(QStringLiteral("封装包类型"), QStringLiteral("原始型"));
    text(QStringLiteral("封装包类型描述"),
        QStringLiteral("本封装包包含电子文件数据及其元数据，原始封装，未经修改"));
    text(QStringLiteral("封装包创建时间"), madeAt());
    text(QStringLiteral("封装包创建单位"), m_material.manifest.fondsName);
    m_xml.writeStartElement(QStringLiteral("封装内容"));
    const Result<void> written = content();
    m_xml.writeEndDocument();
    if (written && m_xml.hasError())
        return fail(ErrorCode::DiskFull);
    return written;
}

/// Files, then what was done with them, then who did it.
Result<void> Encapsulation::content()
{
    const MetadataElement root
        = archiveMetadata(m_material.manifest, m_material.theCase, m_material.log, m_written.volumes, {});
    m_xml.writeStartElement(QStringLiteral("文件实体块"));
    m_xml.writeStartElement(QStringLiteral("文件实体"));
    text(QStringLiteral("聚合层次"), QStringLiteral("文件"));
    for (const QString &name : {QStringLiteral("来源"), QStringLiteral("电子文件号"), QStringLiteral("档号"),
             QStringLiteral("内容描述"), QStringLiteral("形式特征")})
        metadataNamed(root.inside.first(), name);
    m_xml.writeEmptyElement(QStringLiteral("存储位置"));
    m_xml.writeEmptyElement(QStringLiteral("权限管理"));
    text(QStringLiteral("信息系统描述"), QStringLiteral("承办 Chengban"));
    const Result<void> written = files();
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    m_xml.writeStartElement(QStringLiteral("业务实体块"));
    metadataNamed(root, QStringLiteral("业务实体"));
    m_xml.writeEndElement();
    m_xml.writeStartElement(QStringLiteral("机构人员实体块"));
    metadataNamed(root, QStringLiteral("机构人员实体"));
    m_xml.writeEndElement();
    return written;
}

Result<void> Encapsulation::files()
{
    m_xml.writeStartElement(QStringLiteral("文件数据"));
    int number = 0;
    Result<void> written;
    const QList<PackagedFile> documents = documentsIn(m_data, m_material.manifest.title);
    for (const PackagedFile &one : documents) {
        if (written)
            written = document(one, ++number);
    }
    m_xml.writeEndElement();
    return written;
}

Result<void> Encapsulation::document(const PackagedFile &document, int number)
{
    const QString id = QString::number(number);
    const QString ending = document.path.section(u'.', -1);
    m_xml.writeStartElement(QStringLiteral("文档"));
    text(QStringLiteral("文档标识符"), QStringLiteral("修改0-文档") + id);
    text(QStringLiteral("文档序号"), id);
    text(QStringLiteral("文档主从声明"),
        document.main ? QStringLiteral("主文档") : QStringLiteral("附属文档"));
    text(QStringLiteral("题名"), document.title);
    m_xml.writeStartElement(QStringLiteral("文档数据"));
    m_xml.writeAttribute(QStringLiteral("文档数据ID"), QStringLiteral("修改0-文档%1-文档数据1").arg(id));
    m_xml.writeStartElement(QStringLiteral("编码"));
    m_xml.writeAttribute(QStringLiteral("编码ID"), QStringLiteral("修改0-文档%1-文档数据1-编码1").arg(id));
    m_xml.writeStartElement(QStringLiteral("电子属性"));
    text(QStringLiteral("格式信息"), ending);
    text(QStringLiteral("计算机文件名"), document.path);
    text(QStringLiteral("计算机文件大小"), QString::number(QFileInfo(m_data.filePath(document.path)).size()));
    m_xml.writeEndElement();
    text(QStringLiteral("编码描述"),
        QStringLiteral("本封装包中“编码数据”元素存储的是计算机文件二进制流的"
                       "Base64编码（RFC 4648）"));
    text(QStringLiteral("反编码关键字"), QStringLiteral("base64-") + ending);
    m_xml.writeStartElement(QStringLiteral("编码数据"));
    m_xml.writeAttribute(
        QStringLiteral("编码数据ID"), QStringLiteral("修改0-文档%1-文档数据1-编码1-编码数据1").arg(id));
    const Result<void> written = bytesOf(document.path);
    for (int level = 0; level < 4; ++level)
        m_xml.writeEndElement();
    return written;
}

Result<void> Encapsulation::bytesOf(const QString &path)
{
    QFile file(m_data.filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path);
    while (!file.atEnd()) {
        const QByteArray bytes = file.read(slice);
        if (bytes.isEmpty())
            return fail(ErrorCode::FileUnreadable, path);
        m_xml.writeCharacters(QString::fromLatin1(bytes.toBase64()));
    }
    return {};
}

} // namespace

Result<void> writeEep(const PackageMaterial &material, const WrittenPackage &written, const QString &package,
    const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnreadable, path);
    const Result<void> done = Encapsulation(material, written, package, file).write();
    if (!done)
        return done; // what was begun goes with the QSaveFile
    if (!file.commit())
        return fail(ErrorCode::DiskFull, path);
    return {};
}

} // namespace chengban
