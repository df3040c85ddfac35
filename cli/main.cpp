#include "cli/Subcommands.h"
#include "shared/base/Translations.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

using namespace chengban;
using namespace chengban::cli;

namespace {

constexpr std::array subcommands{
    Subcommand{"workdays", "--from 2025-09-26 --add 5 [--json]",
        QT_TRANSLATE_NOOP("Cli", "count working days from a day"), &runWorkdays},
    Subcommand{"due", "--pack ID --limit NAME [--class CLASS] --from 2025-09-26T16:40:00+08:00 [--json]",
        QT_TRANSLATE_NOOP("Cli", "explain a due date"), &runDue},
    Subcommand{"check", "--pack ID --reply FILE [--case FILE] [--json]",
        QT_TRANSLATE_NOOP("Cli", "list what a reply lacks"), &runCheck},
    Subcommand{"life", "--pack ID --commands FILE [--log FILE] [--json]",
        QT_TRANSLATE_NOOP("Cli", "take a file of commands and show what becomes of the case"), &runLife},
    Subcommand{"packs", "list | show ID | validate FILE... | diff A B | compare A B --cases FILE [--json]",
        QT_TRANSLATE_NOOP("Cli", "look at rule packs"), &runPacks},
    Subcommand{"verify", "FILE [--server-key PEM]",
        QT_TRANSLATE_NOOP("Cli", "verify a case's log or a receipt"), &runVerify},
    Subcommand{"dossier",
        "build CASE-FOLDER --out FOLDER [--order conclusion-first|by-time] | pack FOLDER --out FILE | "
        "verify FILE-OR-FOLDER | list FOLDER",
        QT_TRANSLATE_NOOP("Cli", "write, verify or list dossiers"), &runDossier},
    Subcommand{"import-preview", "FILE [--profile FILE] [--source NAME] [--save-profile FILE]",
        QT_TRANSLATE_NOOP("Cli", "show what a file of cases would bring"), &runImportPreview},
    Subcommand{"release",
        "sign FILE.zip --key PEM --platform windows-x64|linux-x64 --news TEXT --out MANIFEST [--published "
        "TIME] | "
        "verify FILE.zip MANIFEST [--key PEM]",
        QT_TRANSLATE_NOOP("Cli", "sign a release of the client, or verify one"), &runRelease},
    Subcommand{"recover", "--store FOLDER --key FILE --out FILE",
        QT_TRANSLATE_NOOP("Cli", "open the unsent work of a lost computer with the county's recovery key"),
        &runRecover},
    Subcommand{"carry",
        "show FILE | list --store FOLDER | write FILE --store FOLDER --to USER/COMPUTER | read FILE --store "
        "FOLDER | "
        "answers FILE --store FOLDER --package ID [--passphrase-file FILE]",
        QT_TRANSLATE_NOOP("Cli", "write and read work packages on a stick"), &runCarry},
};

Exit help(Console &console)
{
    console.out << QCoreApplication::translate("Cli", "chengban-cli: the rules of Chengban without a window")
                << "\n\n";
    for (const Subcommand &subcommand : subcommands) {
        console.out << "  chengban-cli " << subcommand.name << ' ' << subcommand.usage << "\n      "
                    << QCoreApplication::translate("Cli", subcommand.purpose) << '\n';
    }
    console.out
        << '\n'
        << QCoreApplication::translate("Cli", "--english before the subcommand answers in English.") << '\n'
        << QCoreApplication::translate("Cli",
               "Ends with 0 when all is well, 1 when something was found, 2 when it could not be done.")
        << Qt::endl;
    return Exit::Fine;
}

Exit dispatch(const QStringList &arguments, Console &console)
{
    const QString name = arguments.value(0);
    if (name.isEmpty() || name == QLatin1String("--help") || name == QLatin1String("-h"))
        return help(console);
    const auto found = std::ranges::find_if(
        subcommands, [&](const Subcommand &subcommand) { return name == QLatin1String(subcommand.name); });
    if (found == subcommands.end())
        return console.refuseUsage(
            QCoreApplication::translate("Cli", "There is no subcommand %1.").arg(name));
    return found->run(arguments.mid(1), console);
}

/// Laying out pages needs fonts, which come with a Gui application; it needs no display.
std::unique_ptr<QCoreApplication> application(int &argc, char *argv[])
{
    const bool paints
        = std::any_of(argv, argv + argc, [](const char *word) { return qstrcmp(word, "dossier") == 0; });
    if (!paints)
        return std::make_unique<QCoreApplication>(argc, argv);
#ifndef Q_OS_WIN // There every session has a screen, and the offscreen platform knows no fonts.
    qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char *argv[])
{
    const std::unique_ptr<QCoreApplication> app = application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("chengban-cli"));
    QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.value(0) == QLatin1String("--english"))
        arguments.removeFirst();
    else
        installTranslations(*app, QLocale(QLocale::Chinese, QLocale::China));
    QTextStream out(stdout);
    QTextStream err(stderr);
    Console console{out, err};
    return static_cast<int>(dispatch(arguments, console));
}
