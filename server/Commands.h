#pragma once

#include "shared/base/Result.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

namespace chengban::server {

enum class Exit { Done = 0, Failed = 1, Usage = 2 };

/// One row of the program's table: `chengban-server <words> …`.
struct Subcommand
{
    const char *words; ///< "init", "user add"
    const char *summary; ///< English source; translated in the context "Server".
    Exit (*run)(
        const QStringList &arguments); ///< `arguments` begin with the program's name and the words as one.
};

// One file for each.
[[nodiscard]] Exit runInit(const QStringList &arguments);
[[nodiscard]] Exit runServe(const QStringList &arguments);
[[nodiscard]] Exit runUnitAdd(const QStringList &arguments);
[[nodiscard]] Exit runUserAdd(const QStringList &arguments);
[[nodiscard]] Exit runUserDisable(const QStringList &arguments);
[[nodiscard]] Exit runSectionAdd(const QStringList &arguments);
[[nodiscard]] Exit runUserReach(const QStringList &arguments);
[[nodiscard]] Exit runReleaseAdd(const QStringList &arguments);
[[nodiscard]] Exit runReleaseList(const QStringList &arguments);
[[nodiscard]] Exit runReleaseRollOut(const QStringList &arguments);
[[nodiscard]] Exit runReleaseWithdraw(const QStringList &arguments);
[[nodiscard]] Exit runImport(const QStringList &arguments);
[[nodiscard]] Exit runDemo(const QStringList &arguments);
[[nodiscard]] Exit runExport(const QStringList &arguments);
[[nodiscard]] Exit runVerify(const QStringList &arguments);

/// Translated text of the program.
[[nodiscard]] QString words(const char *source);
/// The option every command has.
[[nodiscard]] QCommandLineOption dataOption();
[[nodiscard]] QCommandLineOption databaseOption();
/// Parses; prints help or what is wrong. A value means: end with it.
[[nodiscard]] std::optional<Exit> parsed(
    QCommandLineParser &parser, const QStringList &arguments, const QStringList &required);
void say(const QString &line); ///< To standard output, at once.
[[nodiscard]] Exit failed(const Error &error); ///< Tells people on standard error.
/// The first line of --password-file, or of standard input. Never from the command line, which others can
/// see.
[[nodiscard]] Result<QString> passwordFrom(const QString &file);

} // namespace chengban::server
