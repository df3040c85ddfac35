#pragma once

#include "shared/intake/Intake.h"
#include "shared/wire/Imports.h"

#include <QHash>

#include <optional>

namespace chengban {

enum class ImportLineState {
    Fine,
    Warned, ///< Comes in; something was put in or left out.
    Unreadable, ///< Stays in the file of rejects.
    Imported,
    Duplicate, ///< Came in earlier.
    Refused, ///< By the server's rules; goes to the file of rejects as well.
};

/// A row of the file as the window shows it, before the import and after.
struct ImportLine
{
    qint64 line = 0;
    ImportLineState state = ImportLineState::Fine;
    QString number;
    QString title;
    std::optional<qint64> reportedAtMs;
    QString location;
    QString remark; ///< Warnings, or why it does not come in.
    bool operator==(const ImportLine &) const = default;
};

/// What a file would bring. With `fault` no row could be read yet: the columns have to be named first.
struct ImportPreview
{
    IntakeOutline outline;
    Intake intake;
    QList<ImportLine> lines;
    std::optional<Error> fault;
    bool bySavedProfile = false;

    [[nodiscard]] QList<wire::ImportRow> rows() const; ///< What is to be sent.
    [[nodiscard]] qsizetype count(ImportLineState state) const;
    /// Writes what became of rows that were sent into their lines.
    void take(const QList<wire::ImportOutcome> &outcomes);
    /// Unreadable and refused rows with line and reason, as rejectsCsv().
    [[nodiscard]] QByteArray rejects() const;
};

/// What a person has settled about a file; empty members are found by looking.
struct ImportChoice
{
    QString path;
    QString source = QStringLiteral("12345");
    std::optional<TextEncoding> encoding = {};
    std::optional<Mapping> mapping = {};
};

/// Reads the file; for a worker thread, nothing outside the arguments is touched. `profiles` are saved
/// mappings by headerSignature(). Errors: FileUnreadable and those of readTable.
[[nodiscard]] Result<ImportPreview> readForImport(
    const ImportChoice &choice, const QHash<QString, Mapping> &profiles);

} // namespace chengban
