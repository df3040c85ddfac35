#pragma once

#include "shared/base/Result.h"
#include "shared/intake/Findings.h"
#include "shared/intake/TextDecoding.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace chengban {

/// What a file may hold at most; the same on every side.
struct TableLimits
{
    qsizetype fileBytes = 64 << 20;
    qsizetype cellBytes = 1 << 20; ///< A larger cell rejects its row.
    qsizetype rows = 200'000;
    qsizetype columns = 512; ///< More reject the row.
    qint64 inflatedBytes = 256 << 20; ///< All parts of an XLSX together, unpacked.
};

/// One row of a file before it is understood.
struct TableRow
{
    qint64 line = 0; ///< From 1: the line where it begins (CSV) or the row of the sheet (XLSX).
    QStringList cells; ///< Of a faulty row what could be read.
    std::optional<IntakeFinding> fault;

    bool operator==(const TableRow &) const = default;
};

/// The rows of a file, header included; blank ones are left out.
struct Table
{
    QString format; ///< "csv utf-8 ;" or "xlsx", for people and logs.
    QList<TableRow> rows;
    bool padded = false; ///< Short rows are normal here (XLSX): missing cells are empty.
};

/// Reads CSV or XLSX, told apart by the first bytes. `encoding` is a person's word on a CSV; without it the
/// bytes are looked at. Errors: FileEmpty, SpreadsheetOld for .xls and for
/// workbooks locked with a password, SpreadsheetDamaged, TooLarge for a file or a number of rows beyond the
/// limits.
[[nodiscard]] Result<Table> readTable(
    const QByteArray &bytes, const TableLimits &limits = {}, std::optional<TextEncoding> encoding = {});

} // namespace chengban
