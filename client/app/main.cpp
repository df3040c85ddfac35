#include "client/app/Program.h"

#include <QApplication>
#include <QCommandLineParser>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace {

/// What the command line says; everything else stands in the settings.
chengban::ProgramOptions optionsOf(const QApplication &app)
{
    const QCommandLineOption server(
        QStringLiteral("server"), QStringLiteral("Address of the server."), QStringLiteral("url"));
    const QCommandLineOption ca(QStringLiteral("ca"),
        QStringLiteral("File with the county's own certificate authority (PEM)."), QStringLiteral("file"));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({server, ca});
    parser.process(app);
    return {parser.value(server), parser.value(ca)};
}

} // namespace

int main(int argc, char *argv[])
{
#ifdef Q_OS_UNIX
    const rlimit noCore{0, 0}; // A core file would hold keys and citizens' names.
    setrlimit(RLIMIT_CORE, &noCore);
#endif
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("chengban"));
    QApplication::setApplicationVersion(QStringLiteral(CHENGBAN_VERSION));
    const chengban::ProgramOptions options = optionsOf(app);
    chengban::Program program(app, options);
    program.start();
    return QApplication::exec();
}
