#include "server/Commands.h"
#include "server/Installation.h"
#include "server/api/Edge.h"
#include "server/http/Listener.h"
#include "server/jobs/JobRunner.h"
#include "server/peers/ChangeLine.h"
#include "server/services/RootService.h"
#include "server/store/PostgresAddress.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>
#include <QSaveFile>

Q_LOGGING_CATEGORY(serveLog, "chengban.serve")

namespace chengban::server {

namespace {

constexpr int lineTimeoutMs = 5000;

/// "127.0.0.1:8443" or "[::1]:8443".
std::optional<std::pair<QString, quint16>> addressOf(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    const quint16 port = text.mid(colon + 1).toUShort(&isNumber);
    QString host = text.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    return colon > 0 && isNumber && !host.isEmpty() ? std::optional(std::pair(host, port)) : std::nullopt;
}

Result<ListenerSettings> settingsFor(const Installation &installation, const QCommandLineParser &given)
{
    const auto address = addressOf(given.value(QStringLiteral("listen")));
    if (!address)
        return fail(ErrorCode::BadInput, QStringLiteral("--listen"));
    const int perAddress = given.value(QStringLiteral("connections-per-address")).toInt();
    if (perAddress < 1)
        return fail(ErrorCode::BadInput, QStringLiteral("--connections-per-address"));
    const auto certificate = installation.read(files::certificate);
    const auto key = installation.read(files::certificateKey);
    if (!certificate || !key)
        return fail(certificate ? key.error() : certificate.error());
    ListenerSettings settings;
    settings.address = address->first;
    settings.port = address->second;
    settings.certificatePem = *certificate;
    settings.keyPem = *key;
    settings.isBehindProxy = given.isSet(QStringLiteral("behind-proxy"));
    settings.stopOnSignals = true;
    settings.limits.connectionsPerAddress = perAddress;
    return settings;
}

QByteArray prometheus(const ListenerFigures &figures)
{
    const auto line = [](const char *name, const char *type, qint64 value) {
        return QByteArray("# TYPE ") + name + ' ' + type + '\n' + name + ' ' + QByteArray::number(value)
            + '\n';
    };
    return line("chengban_connections", "gauge", figures.connections)
        + line("chengban_connections_total", "counter", figures.accepted)
        + line("chengban_connections_turned_away_total", "counter", figures.turnedAway)
        + line("chengban_requests_total", "counter", figures.requests)
        + line("chengban_refusals_total", "counter", figures.refusals)
        + line("chengban_long_polls", "gauge", figures.waiting);
}

/// For scripts that started the server on a port of its own choice.
bool writePort(const QString &path, quint16 port)
{
    QSaveFile file(path);
    const QByteArray text = QByteArray::number(port) + '\n';
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

void runJobs(JobRunner &jobs)
{
    const auto ran = jobs.runDue(systemNowMs());
    if (!ran)
        qCWarning(serveLog).noquote() << "jobs:" << errorName(ran.error().code) << ran.error().detail;
}

/// On PostgreSQL: wakes the long polls of this instance when any instance has changed something.
Result<std::unique_ptr<ChangeLine>> lineToPeers(Installation &installation)
{
    const QString &database = installation.county().database;
    if (!isPostgresAddress(database))
        return std::unique_ptr<ChangeLine>();
    const auto parameters = postgresParameters(database, lineTimeoutMs);
    if (!parameters)
        return fail(parameters.error());
    FeedSignal &signal = installation.signal();
    signal.leaveToLine();
    const auto changed = [&signal](const FeedChange &change) {
        QStringList scopes;
        for (const std::string &scope : change.scopes)
            scopes.append(QString::fromStdString(scope));
        signal.raise({QString::fromStdString(change.tenant)}, scopes);
    };
    return std::make_unique<ChangeLine>(parameters->join(QLatin1Char(' ')).toStdString(),
        ChangeLine::Ears{changed, [&signal] { signal.raiseAll(); }});
}

Exit serve(Installation &installation, const ListenerSettings &settings, const QString &recoveryKey)
{
    Sessions sessions(installation.databases(), systemRandom);
    std::unique_ptr<Listener> listener;
    Edge edge({installation.backend(), sessions, recoveryKey, systemNowMs,
        [&listener] { return prometheus(listener->figures()); }});
    listener = std::make_unique<Listener>(edge, settings);
    const auto port = listener->open();
    if (!port)
        return failed(port.error());
    const QString portFile = installation.path(files::port);
    if (!writePort(portFile, *port))
        return failed({ErrorCode::StoreUnavailable, portFile});
    for (const Error &fault : installation.backend().rules.setAside())
        qCWarning(serveLog).noquote() << "set aside:" << errorName(fault.code) << fault.detail;
    auto line = lineToPeers(installation);
    if (!line)
        return failed(line.error());
    JobRunner jobs(installation.databases(), QString::fromLatin1(systemRandom(8).toHex()),
        serverJobs(installation.backend()));
    listener->repeat(std::chrono::minutes(1), [&jobs] { runJobs(jobs); });
    say(QStringLiteral("ready https://%1:%2").arg(settings.address).arg(*port));
    listener->run();
    line->reset(); // It wakes polls of the listener.
    listener.reset(); // Ends the pool before what its threads use.
    QFile::remove(portFile);
    return Exit::Done;
}

} // namespace

Exit runServe(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({dataOption(), databaseOption(),
        {QStringLiteral("listen"),
            words(QT_TRANSLATE_NOOP("Server", "Address and port; port 0 takes a free one.")),
            QStringLiteral("ADDRESS:PORT"), QStringLiteral("127.0.0.1:8443")},
        {QStringLiteral("connections-per-address"),
            words(QT_TRANSLATE_NOOP("Server", "Connections that one address may hold; a desk needs eight.")),
            QStringLiteral("NUMBER"), QString::number(Limits().connectionsPerAddress)},
        {QStringLiteral("behind-proxy"),
            words(QT_TRANSLATE_NOOP("Server",
                "A proxy that nobody can go around says for whom each connection is (PROXY protocol)."))}});
    if (const auto end = parsed(parser, arguments, {QStringLiteral("data")}))
        return *end;
    const auto installation
        = Installation::open(parser.value(QStringLiteral("data")), parser.value(QStringLiteral("database")));
    if (!installation)
        return failed(installation.error());
    // With a clock behind its log the server would date receipts and locks wrongly.
    if (const auto checked = RootService((*installation)->backend()).checkClock(systemNowMs()); !checked)
        return failed(checked.error());
    const auto settings = settingsFor(**installation, parser);
    if (!settings)
        return failed(settings.error());
    const auto recoveryKey = (*installation)->read(files::recoveryPublic);
    if (!recoveryKey)
        return failed(recoveryKey.error());
    return serve(**installation, *settings, QString::fromLatin1(recoveryKey->trimmed()));
}

} // namespace chengban::server
