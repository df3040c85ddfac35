// How long from sending a change until another client has it, and how many commands a second one and eight
// clients get done: the real server over HTTPS on loopback, on SQLite and on PostgreSQL (one server, and two
// side by side). One JSON line per figure; never fails.
#include "shared/base/Ids.h"
#include "shared/cases/Command.h"
#include "tests/bench/Figures.h"
#include "tests/server/TestDatabase.h"
#include "tests/server/http/TlsClient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <barrier>
#include <csignal>
#include <memory>
#include <thread>

using namespace chengban;
using server::TlsClient;

namespace {

const QString program = QStringLiteral(CHENGBAN_BIN_DIR "/chengban-server");
constexpr int secondsToWait = 30;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray request(
    const QByteArray &method, const QByteArray &path, const QByteArray &token, const QJsonObject &body = {})
{
    const QByteArray json
        = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    return method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
        + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size())
        + "\r\n\r\n" + json;
}

QJsonObject bodyOf(const QByteArray &answer)
{
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

QByteArray registrations(int count, const QByteArray &token)
{
    QJsonArray commands;
    for (int i = 0; i < count; ++i) {
        RegisterBody body;
        body.demand.source = QStringLiteral("12345");
        body.demand.sourceNumber = QUuid::createUuid().toString(QUuid::Id128);
        body.demand.title = QStringLiteral("水压不足");
        body.demand.text = QStringLiteral("柳树巷一带早晚水压不足，希望尽快处理。");
        body.demand.anonymous = true;
        const auto random = [] { return QByteArray::fromHex(QUuid::createUuid().toByteArray(QUuid::Id128)); };
        commands.append(toJson(Command{{uuid7(1756688400000, random())}, CommandType::Register,
            {uuid7(1756688400000, random())}, 0, 1756688400000, toJson(body)}));
    }
    return request("POST", "/v1/commands", token, {{QStringLiteral("commands"), commands}});
}

/// A county with one person of the centre and some servers.
class County
{
public:
    County(const QString &database, int servers)
    {
        QStringList init{QStringLiteral("init"), QStringLiteral("--tenant"), QStringLiteral("demo"),
            QStringLiteral("--name"), QStringLiteral("示范县")};
        if (!database.isEmpty())
            init << QStringLiteral("--database") << database;
        run(init);
        run({QStringLiteral("unit"), QStringLiteral("add"), QStringLiteral("--id"), QStringLiteral("centre"),
            QStringLiteral("--name"), QStringLiteral("热线中心")});
        run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--id"), QStringLiteral("zhong"),
            QStringLiteral("--name"), QStringLiteral("钟"), QStringLiteral("--unit"),
            QStringLiteral("centre"), QStringLiteral("--role"), QStringLiteral("centre")});
        for (int i = 0; i < servers; ++i)
            serve();
        const auto client = connected(0);
        token = bodyOf(client->ask(request("POST", "/v1/sessions", {},
                           {{QStringLiteral("tenant"), QStringLiteral("demo")},
                               {QStringLiteral("user"), QStringLiteral("zhong")},
                               {QStringLiteral("password"), QStringLiteral("bench-password")},
                               {QStringLiteral("device"), QStringLiteral("pc")},
                               {QStringLiteral("deviceName"), QStringLiteral("PC")}})))
                    .value(QStringLiteral("accessToken"))
                    .toString()
                    .toLatin1();
        if (token.isEmpty())
            qFatal("no log-in");
    }
    ~County()
    {
        for (const auto &server : m_servers) {
            server->terminate();
            server->waitForFinished(30000);
        }
    }
    Q_DISABLE_COPY_MOVE(County)

    /// Clients go round the servers.
    std::unique_ptr<TlsClient> connected(int client)
    {
        return std::make_unique<TlsClient>(m_ports[client % m_ports.size()],
            contentOf(m_data + QStringLiteral("/ca.pem")), secondsToWait + 10);
    }

    QByteArray token;

private:
    void run(QStringList arguments)
    {
        QProcess process;
        process.start(program, arguments << QStringLiteral("--data") << m_data);
        process.write("bench-password\n");
        process.closeWriteChannel();
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            qFatal("%s", process.readAllStandardError().constData());
    }
    void serve()
    {
        m_servers.push_back(std::make_unique<QProcess>());
        QProcess &server = *m_servers.back();
        server.setStandardErrorFile(QProcess::nullDevice());
        server.start(program,
            {QStringLiteral("serve"), QStringLiteral("--data"), m_data, QStringLiteral("--listen"),
                QStringLiteral("127.0.0.1:0")});
        while (!server.canReadLine() && server.waitForReadyRead(30000)) { }
        m_ports.append(server.readLine().trimmed().split(':').last().toUShort());
    }

    QTemporaryDir m_dir;
    QString m_data = m_dir.filePath(QStringLiteral("d"));
    std::vector<std::unique_ptr<QProcess>> m_servers;
    QList<quint16> m_ports;
};

double quantile(QList<double> &values, double q)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[static_cast<qsizetype>(q * double(values.size() - 1))];
}

/// From the first byte of the command to the last of the other client's page.
QList<double> visibleMs(County &county, int changes)
{
    const auto writer = county.connected(0);
    const auto reader = county.connected(1);
    QByteArray cursor;
    const auto feed = [&](int wait) {
        return request("GET", "/v1/feed?scope=centre&after=" + cursor + "&wait=" + QByteArray::number(wait),
            county.token);
    };
    for (bool more = true; more;) {
        const QJsonObject page = bodyOf(reader->ask(feed(0)));
        cursor = page[QStringLiteral("cursor")].toString().toLatin1();
        more = page[QStringLiteral("more")].toBool();
    }
    QList<double> times;
    for (int i = 0; i < changes; ++i) {
        if (!reader->send(feed(secondsToWait)))
            qFatal("the reader is cut off");
        std::this_thread::sleep_for(std::chrono::milliseconds(15)); // it waits
        const QByteArray change = registrations(1, county.token);
        QElapsedTimer timer;
        timer.start();
        writer->send(change);
        const QByteArray page = reader->answer();
        times.append(double(timer.nsecsElapsed()) / 1e6);
        cursor = bodyOf(page)[QStringLiteral("cursor")].toString().toLatin1();
        if (bodyOf(page)[QStringLiteral("cases")].toArray().isEmpty())
            qFatal("no change came: %s", writer->answer().constData());
        if (writer->answer().isEmpty())
            qFatal("no answer");
    }
    return times;
}

double commandsPerSecond(County &county, int clients, int each, int batch)
{
    std::barrier start(clients + 1);
    std::vector<std::thread> threads;
    for (int c = 0; c < clients; ++c) {
        threads.emplace_back([&, c] {
            const auto client = county.connected(c);
            QList<QByteArray> requests;
            for (int i = 0; i < each / batch; ++i)
                requests.append(registrations(batch, county.token));
            start.arrive_and_wait();
            for (const QByteArray &one : requests) {
                if (!client->ask(one).contains("\"accepted\""))
                    qFatal("a command was not accepted");
            }
        });
    }
    start.arrive_and_wait();
    QElapsedTimer timer;
    timer.start();
    for (std::thread &thread : threads)
        thread.join();
    return clients * (each / batch * batch) * 1e9 / double(timer.nsecsElapsed());
}

void measure(const QByteArray &name, const QString &database, int servers, int changes)
{
    County county(database, servers);
    QList<double> times = visibleMs(county, changes);
    const QByteArray of = ", HTTPS, " + name;
    bench::print("from the command to the other client's page p50" + of, quantile(times, 0.5), 0, "ms");
    bench::print(
        "from the command to the other client's page p99, goal" + of, quantile(times, 0.99), 20, "ms");
    for (const int clients : {1, 8})
        bench::print("commands per second, one in a request, clients " + QByteArray::number(clients) + of,
            commandsPerSecond(county, clients, changes, 1), 0, "1/s");
    bench::print("commands per second, 20 in a request, clients 8" + of,
        commandsPerSecond(county, 8, changes, 20), 0, "1/s");
}

} // namespace

/// bench_server_latency [changes]
int main(int argc, char *argv[])
{
    std::signal(SIGPIPE, SIG_IGN);
    qputenv("CHENGBAN_TEST_DURABLE", "1");
    const int changes = argc > 1 ? QByteArray(argv[1]).toInt() : 400;
    measure("sqlite", {}, 1, changes);
    measure("postgresql", test::postgresSchema(QStringLiteral("one")), 1, changes);
    measure("postgresql, two servers", test::postgresSchema(QStringLiteral("two")), 2, changes);
    return 0;
}
