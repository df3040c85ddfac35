#pragma once

#include "shared/intake/Table.h"

#include <QByteArray>
#include <QList>

namespace chengban {

/// One record of RFC 4180 as bytes.
struct CsvRecord
{
    qint64 line = 0;
    QList<QByteArray> cells;
    std::optional<IntakeFinding> fault;
};

/// Cuts CSV into records without decoding: quotes, line breaks inside cells, `""`, line ends LF, CRLF and CR.
///
/// Every byte lands in exactly one record. After a quote that is never closed only its line is faulty and
/// reading goes on with the next one, so one slip does not swallow the file.
class CsvScanner
{
public:
    CsvScanner(QByteArrayView bytes, char delimiter, qsizetype cellBytes);

    [[nodiscard]] std::optional<CsvRecord> next(); ///< Empty at the end.
    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }

private:
    enum class CellEnd { Delimiter, Record };

    [[nodiscard]] CellEnd readCell(CsvRecord &record);
    [[nodiscard]] QByteArrayView readBare();
    /// The cell's text; empty when the quote is never closed.
    [[nodiscard]] std::optional<QByteArray> readQuoted(CsvRecord &record);
    [[nodiscard]] CellEnd takeEnd();
    void keep(CsvRecord &record, QByteArray cell) const;
    [[nodiscard]] CsvRecord unclosed(const CsvRecord &record, qsizetype start);
    [[nodiscard]] bool endsCell(qsizetype at) const;

    QByteArrayView m_bytes;
    char m_delimiter;
    qsizetype m_cellBytes;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    int m_recoveries = 0;
};

/// Delimiter (comma, semicolon or tab; a first line `sep=;` decides) and, unless given, the encoding are
/// found by looking.
[[nodiscard]] Result<Table> readCsv(
    const QByteArray &bytes, const TableLimits &limits, std::optional<TextEncoding> encoding = {});

} // namespace chengban
