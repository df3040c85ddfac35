#include "shared/intake/CsvReader.h"

#include "shared/intake/TextDecoding.h"

#include <algorithm>

namespace chengban {

namespace {

/// Each recovery looks through the rest of the file once more; a file of open quotes must not take for ever.
constexpr int recoveriesAtMost = 64;

qint64 lineBreaks(QByteArrayView text)
{
    qint64 count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            ++count;
    }
    return count;
}

} // namespace

CsvScanner::CsvScanner(QByteArrayView bytes, char delimiter, qsizetype cellBytes)
    : m_bytes(bytes)
    , m_delimiter(delimiter)
    , m_cellBytes(cellBytes)
{
}

std::optional<CsvRecord> CsvScanner::next()
{
    if (atEnd())
        return std::nullopt;
    CsvRecord record;
    record.line = m_line;
    const qsizetype start = m_at;
    while (readCell(record) == CellEnd::Delimiter) { }
    return record.fault == IntakeFinding::QuoteUnclosed ? unclosed(record, start) : record;
}

CsvScanner::CellEnd CsvScanner::readCell(CsvRecord &record)
{
    if (atEnd() || m_bytes[m_at] != '"') {
        keep(record, readBare().toByteArray());
        return takeEnd();
    }
    auto cell = readQuoted(record);
    if (!cell) {
        record.fault = IntakeFinding::QuoteUnclosed;
        return CellEnd::Record;
    }
    if (!endsCell(m_at)) {
        record.fault = IntakeFinding::QuoteMisplaced;
        *cell += readBare();
    }
    keep(record, std::move(*cell));
    return takeEnd();
}

QByteArrayView CsvScanner::readBare()
{
    const qsizetype from = m_at;
    while (!endsCell(m_at))
        ++m_at;
    return m_bytes.sliced(from, m_at - from);
}

std::optional<QByteArray> CsvScanner::readQuoted(CsvRecord &record)
{
    QByteArray cell;
    ++m_at;
    for (;;) {
        const qsizetype quote = m_bytes.indexOf('"', m_at);
        if (quote < 0)
            return std::nullopt;
        const QByteArrayView text = m_bytes.sliced(m_at, quote - m_at);
        m_line += lineBreaks(text);
        if (cell.size() + text.size() > m_cellBytes)
            record.fault = IntakeFinding::CellTooLarge;
        else
            cell += text;
        m_at = quote + 1;
        if (atEnd() || m_bytes[m_at] != '"')
            return cell;
        cell += '"';
        ++m_at;
    }
}

CsvScanner::CellEnd CsvScanner::takeEnd()
{
    if (atEnd())
        return CellEnd::Record;
    const char end = m_bytes[m_at++];
    if (end == m_delimiter)
        return CellEnd::Delimiter;
    if (end == '\r' && !atEnd() && m_bytes[m_at] == '\n')
        ++m_at;
    ++m_line;
    return CellEnd::Record;
}

void CsvScanner::keep(CsvRecord &record, QByteArray cell) const
{
    if (cell.size() > m_cellBytes) {
        record.fault = IntakeFinding::CellTooLarge;
        cell.clear();
    }
    record.cells.append(std::move(cell));
}

CsvRecord CsvScanner::unclosed(const CsvRecord &record, qsizetype start)
{
    CsvRecord line{record.line, {}, IntakeFinding::QuoteUnclosed};
    if (++m_recoveries > recoveriesAtMost) {
        m_at = m_bytes.size();
        return line;
    }
    m_at = start;
    while (!atEnd() && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
        ++m_at;
    keep(line, m_bytes.sliced(start, m_at - start).toByteArray());
    line.fault = IntakeFinding::QuoteUnclosed;
    m_line = record.line;
    (void)takeEnd();
    return line;
}

bool CsvScanner::endsCell(qsizetype at) const
{
    return at >= m_bytes.size() || m_bytes[at] == m_delimiter || m_bytes[at] == '\n' || m_bytes[at] == '\r';
}

namespace {

constexpr std::array delimiters{',', ';', '\t'};

/// Excel's own hint: a first line "sep=;".
std::optional<char> hintedDelimiter(QByteArrayView bytes)
{
    if (bytes.size() < 5 || qstrnicmp(bytes.data(), "sep=", 4) != 0)
        return std::nullopt;
    const bool alone = bytes.size() == 5 || bytes[5] == '\r' || bytes[5] == '\n';
    const bool known = std::ranges::find(delimiters, bytes[4]) != delimiters.end();
    return alone && known ? std::optional(bytes[4]) : std::nullopt;
}

/// Cells of the first record that has more than one; the later it comes, the less it counts.
std::pair<int, qsizetype> cut(QByteArrayView bytes, char delimiter)
{
    constexpr int recordsLookedAt = 5;
    CsvScanner scanner(bytes, delimiter, bytes.size());
    for (int i = 0; i < recordsLookedAt; ++i) {
        const auto record = scanner.next();
        if (record && record->cells.size() > 1)
            return {-i, record->cells.size()};
    }
    return {-recordsLookedAt, 1};
}

/// The one that cuts the header: the first line, or the one below a title, into most cells. Later lines hold
/// citizens' commas.
char likelyDelimiter(QByteArrayView bytes)
{
    return *std::ranges::max_element(
        delimiters, {}, [bytes](char delimiter) { return cut(bytes, delimiter); });
}

bool isBlank(const CsvRecord &record)
{
    return !record.fault
        && std::ranges::all_of(record.cells, [](const QByteArray &cell) { return cell.trimmed().isEmpty(); });
}

TableRow decoded(const CsvRecord &record, TextEncoding encoding, qsizetype columns)
{
    TableRow row{record.line, {}, record.fault};
    if (record.cells.size() > columns)
        row.fault = IntakeFinding::CellsTooMany;
    for (const QByteArray &cell : record.cells.first(std::min(columns, record.cells.size()))) {
        const auto text = decodedCell(cell, encoding);
        if (!text && !row.fault)
            row.fault = IntakeFinding::EncodingMixed;
        row.cells.append(text ? *text : readableCell(cell, encoding));
    }
    return row;
}

} // namespace

Result<Table> readCsv(const QByteArray &bytes, const TableLimits &limits, std::optional<TextEncoding> wanted)
{
    const TextEncoding encoding = wanted.value_or(encodingOf(bytes));
    const QByteArray content = structuralBytes(bytes, encoding);
    const auto hint = hintedDelimiter(content);
    const char delimiter = hint.value_or(likelyDelimiter(content));
    const QString sign = delimiter == '\t' ? QStringLiteral("tab") : QString(QLatin1Char(delimiter));
    Table table{QStringLiteral("csv %1 %2").arg(QString(nameOf(encoding)), sign), {}, false};
    CsvScanner scanner(content, delimiter, limits.cellBytes);
    if (hint)
        (void)scanner.next();
    while (const auto record = scanner.next()) {
        if (isBlank(*record))
            continue;
        if (table.rows.size() >= limits.rows)
            return fail(ErrorCode::TooLarge, QStringLiteral("line %1").arg(record->line));
        table.rows.append(decoded(*record, encoding, limits.columns));
    }
    if (table.rows.isEmpty())
        return fail(ErrorCode::FileEmpty);
    return table;
}

} // namespace chengban
