#include "server/Commands.h"
#include "shared/base/Translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace chengban::server {

namespace {

constexpr std::array table{
    Subcommand{"init",
        QT_TRANSLATE_NOOP("Server", "Make a data folder: keys, certificates, the first account"), runInit},
    Subcommand{"serve", QT_TRANSLATE_NOOP("Server", "Serve until told to stop"), runServe},
    Subcommand{"unit add", QT_TRANSLATE_NOOP("Server", "Add or change a unit"), runUnitAdd},
    Subcommand{
        "user add", QT_TRANSLATE_NOOP("Server", "Add or change a person and the password"), runUserAdd},
    Subcommand{"user disable",
        QT_TRANSLATE_NOOP("Server", "Switch an account off: ends its log-ins and revokes its signing keys"),
        runUserDisable},
    Subcommand{"section add", QT_TRANSLATE_NOOP("Server", "Add or change a section or village of a unit"),
        runSectionAdd},
    Subcommand{"user reach",
        QT_TRANSLATE_NOOP("Server", "Set whose cases a person sees; ends the person's log-ins"),
        runUserReach},
    Subcommand{
        "release add", QT_TRANSLATE_NOOP("Server", "Take in a signed release of the client"), runReleaseAdd},
    Subcommand{
        "release list", QT_TRANSLATE_NOOP("Server", "List the releases and who gets them"), runReleaseList},
    Subcommand{"release roll-out",
        QT_TRANSLATE_NOOP("Server", "Offer a release to the clients of some units or of all"),
        runReleaseRollOut},
    Subcommand{"release withdraw", QT_TRANSLATE_NOOP("Server", "Offer a release to nobody any more"),
        runReleaseWithdraw},
    Subcommand{"import", QT_TRANSLATE_NOOP("Server", "Import cases from a CSV or XLSX file"), runImport},
    Subcommand{
        "demo", QT_TRANSLATE_NOOP("Server", "Fill an empty county with invented people and cases"), runDemo},
    Subcommand{"export",
        QT_TRANSLATE_NOOP("Server", "Write logs and files of cases that are over, for dossiers"), runExport},
    Subcommand{
        "verify", QT_TRANSLATE_NOOP("Server", "Recompute all logs, roots and the audit log"), runVerify},
};

void printUsage(FILE *to)
{
    QString text = words(QT_TRANSLATE_NOOP("Server", "Usage: chengban-server <command> [options]"))
        + QLatin1Char('\n');
    for (const Subcommand &row : table)
        text += QStringLiteral("  %1  %2\n").arg(QLatin1StringView(row.words), -12).arg(words(row.summary));
    text += words(QT_TRANSLATE_NOOP(
                "Server", "chengban-server <command> --help tells the options of a command."))
        + QLatin1Char('\n');
    std::fputs(qPrintable(text), to);
}

/// The row whose words the arguments begin with, and how many words that were.
std::pair<const Subcommand *, qsizetype> rowFor(const QStringList &arguments)
{
    for (const Subcommand &row : table) {
        const QStringList wanted = QString::fromLatin1(row.words).split(QLatin1Char(' '));
        if (arguments.mid(1, wanted.size()) == wanted)
            return {&row, wanted.size()};
    }
    return {nullptr, 0};
}

Exit run(const QStringList &arguments)
{
    const auto [row, count] = rowFor(arguments);
    if (!row) {
        const bool asked = arguments.value(1) == QLatin1StringView("--help")
            || arguments.value(1) == QLatin1StringView("-h");
        printUsage(asked ? stdout : stderr);
        return asked ? Exit::Done : Exit::Usage;
    }
    return row->run(QStringList{arguments.first() + QLatin1Char(' ') + QLatin1StringView(row->words)}
        + arguments.mid(1 + count));
}

/// Reads a line from the terminal without showing it.
class HiddenInput
{
public:
    HiddenInput()
    {
        m_isTerminal = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_isTerminal)
            return;
        termios hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
        std::fputs(qPrintable(words(QT_TRANSLATE_NOOP("Server", "Password: "))), stderr);
    }
    ~HiddenInput()
    {
        if (m_isTerminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(HiddenInput)

private:
    termios m_before{};
    bool m_isTerminal = false;
};

} // namespace

QString words(const char *source)
{
    return QCoreApplication::translate("Server", source);
}

QCommandLineOption dataOption()
{
    return {QStringLiteral("data"), words(QT_TRANSLATE_NOOP("Server", "The server's data folder.")),
        QStringLiteral("DIR")};
}

QCommandLineOption databaseOption()
{
    return {QStringLiteral("database"),
        words(QT_TRANSLATE_NOOP("Server",
            "Address of a PostgreSQL database, postgresql://USER@HOST/NAME without a password (PGPASSFILE); "
            "otherwise what init was told, or a file in the data folder.")),
        QStringLiteral("ADDRESS")};
}

std::optional<Exit> parsed(
    QCommandLineParser &parser, const QStringList &arguments, const QStringList &required)
{
    const QCommandLineOption help = parser.addHelpOption();
    if (!parser.parse(arguments)) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.errorText()));
        return Exit::Usage;
    }
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return Exit::Done;
    }
    for (const QString &name : required) {
        if (parser.value(name).isEmpty()) {
            const QString text = words(QT_TRANSLATE_NOOP("Server", "The option --%1 is needed.")).arg(name);
            std::fprintf(stderr, "%s\n", qPrintable(text));
            return Exit::Usage;
        }
    }
    return std::nullopt;
}

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

Exit failed(const Error &error)
{
    std::fprintf(stderr, "%s [%s]%s%s\n", qPrintable(errorText(error.code)), errorName(error.code).latin1(),
        error.detail.isEmpty() ? "" : " ", qPrintable(error.detail));
    return Exit::Failed;
}

Result<QString> passwordFrom(const QString &file)
{
    QFile input(file);
    const HiddenInput hidden;
    const bool opened
        = file.isEmpty() ? input.open(stdin, QIODevice::ReadOnly) : input.open(QIODevice::ReadOnly);
    if (!opened)
        return fail(ErrorCode::FileUnreadable, file);
    QByteArray line = input.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

} // namespace chengban::server

int main(int argc, char *argv[])
{
    umask(0077); // Whatever the server writes is its own.
    const rlimit noCore{0, 0}; // A core file would hold keys and citizens' names.
    setrlimit(RLIMIT_CORE, &noCore);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("chengban-server"));
    chengban::installTranslations(app, QLocale::system());
    return static_cast<int>(chengban::server::run(app.arguments()));
}
