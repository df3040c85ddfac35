#pragma once

#include "shared/base/Result.h"

#include <QJsonObject>
#include <QStringList>
#include <QTextStream>

namespace chengban::cli {

/// How a subcommand ends; scripts rely on it.
enum class Exit {
    Fine = 0,
    Findings = 1, ///< It worked, and something is wrong with what was looked at.
    BadInput = 2, ///< It could not be done: arguments, files, formats.
};

/// Where a subcommand writes: results to `out`, what went wrong to `err`.
struct Console
{
    QTextStream &out;
    QTextStream &err;

    /// Says the error's sentence with its code and place.
    Exit refuse(const Error &error);
    /// Says `text` and how the subcommand is used.
    Exit refuseUsage(const QString &text);
    /// Writes an object as indented JSON.
    void print(const QJsonObject &json);
};

/// One subcommand; main.cpp has the table.
struct Subcommand
{
    const char *name;
    const char *usage; ///< Arguments as shown by --help; the same in every language.
    const char *purpose; ///< One line, QT_TRANSLATE_NOOP("Cli", …).
    Exit (*run)(const QStringList &arguments, Console &console);
};

/// Reads a whole file. Errors: FileUnreadable, TooLarge above 256 MiB.
[[nodiscard]] Result<QByteArray> fileContent(const QString &path);

/// The error with the file it was found in before its place.
[[nodiscard]] Error inFile(Error error, const QString &path);

/// A problem on one line for `out`: severity, sentence, place.
[[nodiscard]] QString errorLine(const Error &error);

} // namespace chengban::cli
