#pragma once

#include "shared/cases/Command.h"
#include "shared/intake/Mapping.h"
#include "shared/intake/Table.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace chengban {

/// A row that became a registration.
struct IntakeCase
{
    qint64 line = 0;
    RegisterBody body; ///< An answer in the file stands in `earlierReplies`, never as a reply of ours.
    QList<IntakeFinding> warnings;
    QStringList cells; ///< As in the file: what the file of rejects shows if the server refuses the case.

    bool operator==(const IntakeCase &) const = default;
};

/// A row that did not; it is kept for the file of rejects.
struct IntakeReject
{
    qint64 line = 0;
    ErrorCode code = ErrorCode::RowInvalid;
    QString reason; ///< For people, translated.
    QStringList cells;

    bool operator==(const IntakeReject &) const = default;
};

/// Everything a file holds. Each of its rows is in exactly one of the two lists. Reading changes nothing, so
/// the same value serves as the preview.
struct Intake
{
    QString format; ///< As Table::format.
    QStringList headers;
    Mapping mapping; ///< The one that was used.
    QStringList unusedHeaders; ///< Columns that nothing was taken from.
    QList<IntakeCase> cases;
    QList<IntakeReject>
        rejects; ///< With ErrorCode::RowDuplicate for a number that stood earlier in the file.

    bool operator==(const Intake &) const = default;

    [[nodiscard]] qsizetype rowCount() const { return cases.size() + rejects.size(); }
    [[nodiscard]] qsizetype duplicateCount() const;
};

struct IntakeOptions
{
    QString source = QStringLiteral("12345"); ///< Used when no mapping is given.
    std::optional<Mapping> mapping; ///< A saved profile; without one the headers are read by their words.
    std::optional<TextEncoding> encoding; ///< Of a CSV; without it the bytes are looked at.
    TableLimits limits;
};

/// What a file shows before it is agreed which column is what.
struct IntakeOutline
{
    QString format; ///< As Table::format.
    QStringList headers;
    Mapping mapping; ///< By the words of the headers; may lack everything.

    bool operator==(const IntakeOutline &) const = default;
};

/// Errors: those of readTable.
[[nodiscard]] Result<IntakeOutline> outlineOf(const QByteArray &bytes, const IntakeOptions &options = {});

/// Reads the registrations out of a CSV or XLSX file: the first row in which headers are recognised is the
/// header, what stands above it is a title. A row without a number gets one derived from its cells, the same
/// at each reading. Errors: those of readTable; ColumnMissing when neither a text nor a title column is
/// found, with what is missing.
[[nodiscard]] Result<Intake> readCases(const QByteArray &bytes, const IntakeOptions &options = {});

/// The rejects as a CSV in UTF-8 with mark, which Excel opens as it is: the columns of the file, then line
/// and reason. Once corrected it can be imported as it stands. Cells that a spreadsheet would run as a
/// formula get a leading '.
[[nodiscard]] QByteArray rejectsCsv(const QStringList &headers, const QList<IntakeReject> &rejects);

} // namespace chengban
