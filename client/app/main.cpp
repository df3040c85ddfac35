#include "client/app/Program.h"
#include "client/app/SetUp.h"
#include "client/platform/System.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>
#include <optional>

namespace {

int told(const chengban::Result<void> &done)
{
    if (!done)
        std::fprintf(stderr, "chengban: %s %s\n", errorName(done.error().code).data(),
            qUtf8Printable(done.error().detail));
    return done ? 0 : 1;
}

/// What an installer asks for, done without a window; no value when a window is wanted.
std::optional<int> setUpAsked(const QCommandLineParser &parser)
{
    chengban::Settings settings;
    if (parser.isSet(QStringLiteral("forget"))) {
        chengban::KeychainStore keychain;
        return told(chengban::forgetPerson(chengban::dataRoot(), settings, keychain));
    }
    if (!parser.isSet(QStringLiteral("set-up")))
        return std::nullopt;
    return told(chengban::setUp({.server = parser.value(QStringLiteral("server")),
                                    .caFile = parser.value(QStringLiteral("ca")),
                                    .tenant = parser.value(QStringLiteral("tenant")),
                                    .forMachine = parser.isSet(QStringLiteral("machine")),
                                    .locked = parser.isSet(QStringLiteral("lock"))},
        settings));
}

void readOptions(QCommandLineParser &parser, const QApplication &app)
{
    const QCommandLineOption server(
        QStringLiteral("server"), QStringLiteral("Address of the server."), QStringLiteral("url"));
    const QCommandLineOption ca(QStringLiteral("ca"),
        QStringLiteral("File with the county's own certificate authority (PEM)."), QStringLiteral("file"));
    const QCommandLineOption tenant(QStringLiteral("tenant"),
        QStringLiteral("With --set-up: the county's short name."), QStringLiteral("name"));
    const QCommandLineOption setUp(QStringLiteral("set-up"),
        QStringLiteral("Keep --server, --ca and --tenant in the settings and end; for installers."));
    const QCommandLineOption machine(
        QStringLiteral("machine"), QStringLiteral("With --set-up: for everyone on this machine."));
    const QCommandLineOption lock(
        QStringLiteral("lock"), QStringLiteral("With --set-up --machine: nobody may choose otherwise."));
    const QCommandLineOption forget(QStringLiteral("forget"),
        QStringLiteral(
            "Remove this person's stores, unsent drafts, keys and settings from this machine and end."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({server, ca, tenant, setUp, machine, lock, forget});
    parser.process(app);
}

} // namespace

int main(int argc, char *argv[])
{
    chengban::keepNoDumps();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("chengban"));
    QApplication::setApplicationVersion(QStringLiteral(CHENGBAN_VERSION));
    QCommandLineParser parser;
    readOptions(parser, app);
    if (const std::optional<int> done = setUpAsked(parser))
        return *done;
    chengban::Program program(
        app, {parser.value(QStringLiteral("server")), parser.value(QStringLiteral("ca"))});
    program.start();
    return QApplication::exec();
}
