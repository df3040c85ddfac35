#include "SampleFiles.h"

#include <QStringEncoder>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <unicode/ucnv.h>
#endif
#include <zip.h>

namespace chengban {

#ifdef Q_OS_WIN

QByteArray gb18030(const QString &text)
{
    constexpr UINT codePage = 54936;
    const auto *wide = reinterpret_cast<const wchar_t *>(text.utf16());
    const int size = int(text.size());
    QByteArray out(text.size() * 4, '\0');
    out.truncate(WideCharToMultiByte(codePage, 0, wide, size, out.data(), int(out.size()), nullptr, nullptr));
    return out;
}

#else

QByteArray gb18030(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open("gb18030", &status);
    QByteArray out(text.size() * 4 + 8, '\0');
    const int32_t size = ucnv_fromUChars(converter, out.data(), static_cast<int32_t>(out.size()),
        reinterpret_cast<const UChar *>(text.utf16()), static_cast<int32_t>(text.size()), &status);
    ucnv_close(converter);
    out.truncate(size);
    return out;
}

#endif

bool gb18030IsHere()
{
    return !gb18030(QStringLiteral("路")).isEmpty();
}

QByteArray utf16(const QString &text, bool littleEndian)
{
    QStringEncoder encoder(littleEndian ? QStringConverter::Utf16LE : QStringConverter::Utf16BE,
        QStringConverter::Flag::WriteBom);
    return encoder.encode(text);
}

QByteArray zipped(const ZipEntries &entries)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto &[name, content] : entries) {
        zip_source_t *source
            = zip_source_buffer(archive, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
        zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    }
    zip_close(archive);
    QByteArray out;
    if (zip_source_open(target) == 0) {
        QByteArray buffer(1 << 16, '\0');
        for (zip_int64_t got = 1; got > 0;) {
            got = zip_source_read(target, buffer.data(), static_cast<zip_uint64_t>(buffer.size()));
            if (got > 0)
                out.append(buffer.constData(), static_cast<qsizetype>(got));
        }
        zip_source_close(target);
    }
    zip_source_free(target);
    zip_error_fini(&error);
    return out;
}

QByteArray workbook(const QByteArray &sheetData, const QByteArray &sharedStrings, bool from1904)
{
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const QByteArray offices = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    ZipEntries entries{
        {QStringLiteral("xl/workbook.xml"),
            "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + offices + "\"><workbookPr date1904=\""
                + (from1904 ? "1" : "0")
                + "\"/><sheets><sheet name=\"工单\" sheetId=\"7\" r:id=\"rId9\"/>"
                  "<sheet name=\"其他\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
        {QStringLiteral("xl/_rels/workbook.xml.rels"),
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            "<Relationship Id=\"rId1\" Type=\"x\" Target=\"worksheets/sheet1.xml\"/>"
            "<Relationship Id=\"rId9\" Type=\"x\" Target=\"/xl/worksheets/sheet9.xml\"/></Relationships>"},
        {QStringLiteral("xl/styles.xml"),
            "<styleSheet xmlns=\"" + main
                + "\"><numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d\"/>"
                  "<numFmt numFmtId=\"177\" formatCode=\"0&quot;days&quot;[Red]\"/></numFmts>"
                  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"176\"/><xf "
                  "numFmtId=\"177\"/></cellXfs></styleSheet>"},
        {QStringLiteral("xl/worksheets/sheet1.xml"),
            "<worksheet xmlns=\"" + main
                + "\"><sheetData><row><c t=\"inlineStr\"><is><t>错误的表</t></is></c>"
                  "</row></sheetData></worksheet>"},
        {QStringLiteral("xl/worksheets/sheet9.xml"),
            "<worksheet xmlns=\"" + main + "\"><sheetData>" + sheetData + "</sheetData></worksheet>"},
    };
    if (!sharedStrings.isEmpty())
        entries.append({QStringLiteral("xl/sharedStrings.xml"),
            "<sst xmlns=\"" + main + "\">" + sharedStrings + "</sst>"});
    return zipped(entries);
}

} // namespace chengban
