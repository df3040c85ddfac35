#include "shared/intake/XlsxReader.h"

#include "shared/intake/ZipParts.h"

#include <QDateTime>
#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <functional>

namespace chengban {

namespace {

struct Workbook
{
    QString sheetPart;
    bool from1904 = false; ///< Dates count from 1904, as old Macs did.
    QStringList strings;
    QSet<int> dateStyles; ///< Places in cellXfs whose number format shows a date or time.
};

Error damaged(const QString &part)
{
    return Error{ErrorCode::SpreadsheetDamaged, part};
}

/// Walks the start elements of a part. A document type definition has no place in OOXML and is where entity
/// bombs live.
Result<void> walk(
    const QByteArray &xml, const QString &part, const std::function<void(QXmlStreamReader &)> &visit)
{
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::DTD)
            return fail(damaged(part));
        if (token == QXmlStreamReader::StartElement)
            visit(reader);
    }
    if (reader.hasError())
        return fail(damaged(part));
    return {};
}

/// Excel writes control characters as _x000D_; a literal "_x000D_" is escaped as _x005F_x000D_.
QString unescaped(QString text)
{
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    if (!text.contains(QLatin1String("_x")))
        return text;
    QString out;
    qsizetype from = 0;
    auto matches = escape.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        out += QStringView(text).sliced(from, match.capturedStart() - from);
        out += QChar(match.captured(1).toUShort(nullptr, 16));
        from = match.capturedEnd();
    }
    out += QStringView(text).sliced(from);
    return out;
}

/// The text of <t> elements directly below the current one.
QString plainText(QXmlStreamReader &reader)
{
    QString text;
    while (reader.readNextStartElement()) {
        if (reader.name() == QLatin1String("t"))
            text += reader.readElementText(QXmlStreamReader::SkipChildElements);
        else
            reader.skipCurrentElement();
    }
    return text;
}

/// The text of <si> or <is>: its <t> and those of its runs, without phonetic hints (<rPh>). Nothing here
/// recurses into what the file nests, so deep nesting cannot exhaust the stack.
QString richText(QXmlStreamReader &reader)
{
    QString text;
    while (reader.readNextStartElement()) {
        if (reader.name() == QLatin1String("t"))
            text += reader.readElementText(QXmlStreamReader::SkipChildElements);
        else if (reader.name() == QLatin1String("r"))
            text += plainText(reader);
        else
            reader.skipCurrentElement();
    }
    return unescaped(text);
}

/// Built-in formats of ECMA-376 18.8.30, those of Chinese locales included.
bool isBuiltInDate(int format)
{
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47)
        || (format >= 50 && format <= 58);
}

bool isDateFormat(const QString &code)
{
    static const QRegularExpression noise(QStringLiteral("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*."));
    static const QRegularExpression sign(
        QStringLiteral("[ymdhs]"), QRegularExpression::CaseInsensitiveOption);
    return QString(code).remove(noise).contains(sign);
}

Result<void> readStyles(const QByteArray &xml, const QString &part, Workbook &book)
{
    QSet<int> customDates;
    bool inCellFormats = false;
    int index = 0;
    return walk(xml, part, [&](QXmlStreamReader &reader) {
        const auto attributes = reader.attributes();
        const int format = attributes.value(QLatin1String("numFmtId")).toInt();
        if (reader.name() == QLatin1String("numFmt")) {
            if (isDateFormat(attributes.value(QLatin1String("formatCode")).toString()))
                customDates.insert(format);
        } else if (reader.name() == QLatin1String("xf") && inCellFormats) {
            if (isBuiltInDate(format) || customDates.contains(format))
                book.dateStyles.insert(index);
            ++index;
        } else if (reader.name() == QLatin1String("cellXfs")) {
            inCellFormats = true;
        } else if (reader.name() == QLatin1String("cellStyles")) {
            inCellFormats = false;
        }
    });
}

QString resolved(const QString &target)
{
    return target.startsWith(QLatin1Char('/')) ? target.mid(1) : QStringLiteral("xl/") + target;
}

/// Finds the first sheet in the workbook's own order; file names say nothing about it.
Result<void> readWorkbook(ZipParts &parts, Workbook &book)
{
    const auto workbookName = QStringLiteral("xl/workbook.xml");
    const auto relationsName = QStringLiteral("xl/_rels/workbook.xml.rels");
    const auto workbook = parts.part(workbookName);
    if (!workbook)
        return fail(workbook.error());
    const auto relations = parts.part(relationsName);
    if (!relations)
        return fail(relations.error());

    QString firstSheet;
    if (auto done = walk(*workbook, workbookName,
            [&](QXmlStreamReader &reader) {
                for (const auto &attribute : reader.attributes()) {
                    if (reader.name() == QLatin1String("sheet") && attribute.name() == QLatin1String("id")
                        && firstSheet.isEmpty())
                        firstSheet = attribute.value().toString();
                    if (reader.name() == QLatin1String("workbookPr")
                        && attribute.name() == QLatin1String("date1904"))
                        book.from1904 = attribute.value() == QLatin1String("1")
                            || attribute.value() == QLatin1String("true");
                }
            });
        !done)
        return done;
    if (auto done = walk(*relations, relationsName,
            [&](QXmlStreamReader &reader) {
                if (reader.attributes().value(QLatin1String("Id")) == firstSheet && !firstSheet.isEmpty())
                    book.sheetPart = resolved(reader.attributes().value(QLatin1String("Target")).toString());
            });
        !done)
        return done;
    return book.sheetPart.isEmpty() ? Result<void>(fail(damaged(workbookName))) : Result<void>{};
}

Result<Workbook> readBook(ZipParts &parts)
{
    Workbook book;
    if (auto done = readWorkbook(parts, book); !done)
        return fail(done.error());
    const auto stylesName = QStringLiteral("xl/styles.xml");
    if (parts.has(stylesName)) {
        const auto xml = parts.part(stylesName);
        if (!xml)
            return fail(xml.error());
        if (auto done = readStyles(*xml, stylesName, book); !done)
            return fail(done.error());
    }
    const auto stringsName = QStringLiteral("xl/sharedStrings.xml");
    if (parts.has(stringsName)) {
        const auto xml = parts.part(stringsName);
        if (!xml)
            return fail(xml.error());
        if (auto done = walk(*xml, stringsName,
                [&](QXmlStreamReader &reader) {
                    if (reader.name() == QLatin1String("si"))
                        book.strings.append(richText(reader));
                });
            !done)
            return fail(done.error());
    }
    return book;
}

/// "BC12" -> 54; -1 when it is no cell reference.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > 16'384)
            return -1;
    }
    return column - 1;
}

QString shownDate(double serial, bool from1904)
{
    // Day 0 is 30 December 1899: Excel counts a 29 February 1900 that never was.
    const QDate start = from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    const auto seconds = static_cast<qint64>(std::llround(serial * 86'400.0));
    const QDateTime time = QDateTime(start, QTime(0, 0), Qt::UTC).addSecs(seconds);
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

/// A number as a person would have typed it. From 10^15 on a double no longer holds every digit: such a value
/// keeps its exponent, and as a case number it is refused later.
QString shownNumber(double value, const QString &raw)
{
    constexpr double exactBelow = 1e15;
    if (std::trunc(value) != value)
        return raw;
    return std::abs(value) < exactBelow ? QString::number(static_cast<qint64>(value))
                                        : QString::number(value, 'E', 15);
}

QString valueText(const QString &raw, QStringView type, int style, const Workbook &book)
{
    bool ok = false;
    if (type == QLatin1String("s")) {
        const int index = raw.toInt(&ok);
        return ok ? book.strings.value(index) : QString();
    }
    if (!type.isEmpty() && type != QLatin1String("n"))
        return unescaped(raw); // "str", "b", "e", "d"
    const double value = raw.toDouble(&ok);
    if (!ok || !std::isfinite(value))
        return raw;
    constexpr double lastDay = 2'958'465.0; // 9999-12-31
    if (book.dateStyles.contains(style) && value > 0 && value < lastDay)
        return shownDate(value, book.from1904);
    return shownNumber(value, raw);
}

QString cellText(QXmlStreamReader &reader, const Workbook &book)
{
    const QString type = reader.attributes().value(QLatin1String("t")).toString();
    const int style = reader.attributes().value(QLatin1String("s")).toInt();
    QString text;
    while (reader.readNextStartElement()) {
        if (reader.name() == QLatin1String("v"))
            text = valueText(reader.readElementText(QXmlStreamReader::SkipChildElements), type, style, book);
        else if (reader.name() == QLatin1String("is"))
            text = richText(reader);
        else
            reader.skipCurrentElement();
    }
    return text;
}

TableRow readRow(QXmlStreamReader &reader, const Workbook &book, qint64 line, const TableLimits &limits)
{
    TableRow row{line, {}, std::nullopt};
    while (reader.readNextStartElement()) {
        if (reader.name() != QLatin1String("c")) {
            reader.skipCurrentElement();
            continue;
        }
        const int named = columnOf(reader.attributes().value(QLatin1String("r")));
        const qsizetype column = named >= 0 ? named : row.cells.size();
        QString text = cellText(reader, book);
        if (text.size() > limits.cellBytes / 3) { // A UTF-16 unit takes up to three bytes of UTF-8.
            row.fault = IntakeFinding::CellTooLarge;
            text.clear();
        }
        if (column >= limits.columns) {
            if (!text.isEmpty())
                row.fault = IntakeFinding::CellsTooMany;
            continue;
        }
        if (row.cells.size() <= column)
            row.cells.resize(column + 1);
        row.cells[column] = text;
    }
    return row;
}

bool isBlank(const TableRow &row)
{
    return !row.fault
        && std::ranges::all_of(row.cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

} // namespace

Result<Table> readXlsx(const QByteArray &bytes, const TableLimits &limits)
{
    auto parts = ZipParts::open(bytes, limits.inflatedBytes);
    if (!parts)
        return fail(parts.error());
    const auto book = readBook(*parts);
    if (!book)
        return fail(book.error());
    const auto xml = parts->part(book->sheetPart);
    if (!xml)
        return fail(xml.error());

    Table table{QStringLiteral("xlsx"), {}, true};
    qint64 line = 0;
    const auto done = walk(*xml, book->sheetPart, [&](QXmlStreamReader &reader) {
        if (reader.name() != QLatin1String("row"))
            return;
        const qint64 named = reader.attributes().value(QLatin1String("r")).toLongLong();
        line = std::max(named, line + 1);
        TableRow row = readRow(reader, *book, line, limits);
        if (!isBlank(row) && table.rows.size() <= limits.rows)
            table.rows.append(std::move(row));
    });
    if (!done)
        return fail(done.error());
    if (table.rows.size() > limits.rows)
        return fail(ErrorCode::TooLarge, QStringLiteral("rows"));
    return table.rows.isEmpty() ? Result<Table>(fail(ErrorCode::FileEmpty)) : Result<Table>(std::move(table));
}

} // namespace chengban
