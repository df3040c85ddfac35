// The real server over TLS on loopback: how fast a feed is read, how long a command takes, alone and while
// 5,000 long polls wait, and the server's memory then. One JSON line per figure, with its limit from the
// design. `--polls NUMBER` for another number of polls.
#include "server/http/OpenFiles.h"
#include "shared/base/Ids.h"
#include "shared/cases/Command.h"
#include "tests/bench/WaitingPolls.h"
#include "tests/server/http/TlsClient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>

using namespace chengban;
using bench::WaitingPolls;
using server::TlsClient;

namespace {

constexpr int cases = 1000;
constexpr int commands = 500;
constexpr int usualPolls = 5000;
constexpr int secondsOfPolls = 65; ///< Longer than the longest wait: each poll is renewed meanwhile.
constexpr int commandEachMs = 20;
const QString program = QStringLiteral(CHENGBAN_BIN_DIR "/chengban-server");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool run(const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.write("bench-password\n");
    process.closeWriteChannel();
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

bool addUnit(const QString &data, const QString &id, const QString &name)
{
    return run({QStringLiteral("unit"), QStringLiteral("add"), QStringLiteral("--id"), id,
        QStringLiteral("--name"), name, QStringLiteral("--data"), data});
}

bool addUser(const QString &data, const QString &id, const QString &unit, const QString &role)
{
    return run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--id"), id,
        QStringLiteral("--name"), id, QStringLiteral("--unit"), unit, QStringLiteral("--role"), role,
        QStringLiteral("--data"), data});
}

bool prepare(const QString &data)
{
    return run({QStringLiteral("init"), QStringLiteral("--tenant"), QStringLiteral("bench"),
               QStringLiteral("--name"), QStringLiteral("测试县"), QStringLiteral("--data"), data})
        && addUnit(data, QStringLiteral("water"), QStringLiteral("水务局"))
        && addUnit(data, QStringLiteral("fire"), QStringLiteral("消防队"))
        && addUser(data, QStringLiteral("centre"), QStringLiteral("office"), QStringLiteral("centre"))
        && addUser(data, QStringLiteral("clerk"), QStringLiteral("fire"), QStringLiteral("clerk"));
}

QByteArray request(
    const QByteArray &method, const QByteArray &path, const QByteArray &token, const QJsonObject &body = {})
{
    QByteArray bytes
        = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
    if (body.isEmpty())
        return bytes + "\r\n";
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return bytes + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(json.size())
        + "\r\n\r\n" + json;
}

QJsonObject bodyOf(const QByteArray &answer)
{
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

QByteArray spreadsheet()
{
    QString csv = QStringLiteral("工单编号,标题,诉求内容\n");
    for (int i = 0; i < cases; ++i)
        csv += QStringLiteral("B-%1,路灯不亮,%2\n").arg(i).arg(QString(300, QChar(0x8def)));
    return csv.toUtf8();
}

QJsonObject commandOf(CommandType type, const QString &caseId, int revision, const QJsonObject &body)
{
    Command command;
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    QByteArray random(10, '\0');
    std::ranges::generate(random, [] { return static_cast<char>(QRandomGenerator::global()->bounded(256)); });
    command.id.value = uuid7(nowMs, random);
    command.type = type;
    command.caseId.value = caseId;
    command.baseRevision = revision;
    command.claimedTimeMs = nowMs;
    command.body = body;
    return {{QStringLiteral("commands"), QJsonArray{toJson(command)}}};
}

QJsonObject dispatch(const QString &caseId)
{
    return commandOf(CommandType::Dispatch, caseId, 1,
        toJson(
            DispatchBody{{QStringLiteral("water")}, QStringLiteral("水务局"), {}, CaseClass::General, {}}));
}

QJsonObject urge(const QString &caseId)
{
    return commandOf(CommandType::Urge, caseId, 2, toJson(NoteBody{QStringLiteral("请加快办理。")}));
}

void print(const QByteArray &figure, double value, const char *unit, double limit = 0)
{
    std::printf("{\"bench\":\"server_http\",\"figure\":\"%s\",\"value\":%.3f,\"unit\":\"%s\"",
        figure.constData(), value, unit);
    if (limit > 0)
        std::printf(",\"limit\":%.3f", limit);
    std::printf("}\n");
    std::fflush(stdout);
}

double memoryMiB(qint64 process)
{
    const QByteArray status = contentOf(QStringLiteral("/proc/%1/status").arg(process));
    const QByteArray rest = status.mid(status.indexOf("VmRSS:") + 6);
    return rest.left(rest.indexOf("kB")).trimmed().toDouble() / 1024;
}

QStringList readFeed(TlsClient &client, const QByteArray &token)
{
    QStringList ids;
    QByteArray after;
    QElapsedTimer timer;
    timer.start();
    for (bool more = true; more;) {
        const QJsonObject page
            = bodyOf(client.ask(request("GET", "/v1/feed?scope=centre&limit=500&after=" + after, token)));
        for (const QJsonValue &each : page.value(QStringLiteral("cases")).toArray())
            ids.append(each[QStringLiteral("caseId")].toString());
        after = page.value(QStringLiteral("cursor")).toString().toLatin1();
        more = page.value(QStringLiteral("more")).toBool();
    }
    print(
        "feed", static_cast<double>(ids.size()) * 1e9 / static_cast<double>(timer.nsecsElapsed()), "cases/s");
    return ids;
}

/// Milliseconds until the answer; nothing when the command was not accepted.
std::optional<double> commandMs(TlsClient &client, const QByteArray &token, const QJsonObject &command)
{
    const QByteArray bytes = request("POST", "/v1/commands", token, command);
    QElapsedTimer timer;
    timer.start();
    const QByteArray answer = client.ask(bytes);
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return answer.contains("\"state\":\"accepted\"") ? std::optional(milliseconds) : std::nullopt;
}

void printQuantiles(const QByteArray &figure, QList<double> milliseconds, double limit)
{
    std::ranges::sort(milliseconds);
    print(figure + " p50", milliseconds[milliseconds.size() / 2], "ms");
    print(figure + " p99", milliseconds[milliseconds.size() * 99 / 100], "ms", limit);
}

/// A figure of refused commands would be a lie: false when one was refused.
bool sendCommands(TlsClient &client, const QByteArray &token, const QStringList &ids)
{
    QList<double> milliseconds;
    for (const QString &id : ids.first(commands)) {
        const auto taken = commandMs(client, token, dispatch(id));
        if (!taken)
            return false;
        milliseconds.append(*taken);
    }
    printQuantiles("command", milliseconds, 0);
    return true;
}

bool untilWaiting(TlsClient &client, int polls)
{
    const QByteArray wanted = "chengban_long_polls " + QByteArray::number(polls) + '\n';
    for (int i = 0; i < 200; ++i) {
        if (client.ask(request("GET", "/metrics", {})).contains(wanted))
            return true;
        QThread::msleep(50);
    }
    return false;
}

/// Commands at a steady rate while polls of a quiet unit wait and are renewed.
bool sendAmongPolls(TlsClient &client, const QByteArray &token, const QStringList &ids, WaitingPolls &polls)
{
    QList<double> milliseconds;
    QElapsedTimer clock;
    clock.start();
    for (qint64 i = 0; clock.elapsed() < secondsOfPolls * 1000; ++i) {
        const auto taken = commandMs(client, token, urge(ids[i % commands]));
        if (!taken)
            return false;
        milliseconds.append(*taken);
        QThread::msleep(static_cast<unsigned long>(
            std::clamp<qint64>((i + 1) * commandEachMs - clock.elapsed(), 0, commandEachMs)));
    }
    printQuantiles("command among polls", milliseconds, 50);
    print("polls renewed meanwhile", polls.answered(), "polls");
    return polls.lost() == 0;
}

bool measurePolls(TlsClient &client, const QByteArray &token, const QStringList &ids,
    const std::function<std::unique_ptr<WaitingPolls>()> &make, int count, qint64 server)
{
    const double before = memoryMiB(server);
    print("server memory", before, "MiB");
    QElapsedTimer timer;
    timer.start();
    const auto polls = make();
    if (!polls->open(count) || !untilWaiting(client, count))
        return false;
    print("polls opened", count * 1e9 / static_cast<double>(timer.nsecsElapsed()), "polls/s");
    const double during = memoryMiB(server);
    print("server memory, polls waiting", during, "MiB", 400);
    print("server memory of one poll", (during - before) * 1024 / count, "KiB");
    return sendAmongPolls(client, token, ids, *polls);
}

QByteArray logIn(TlsClient &client, const QString &user)
{
    const QJsonObject session = bodyOf(client.ask(request("POST", "/v1/sessions", {},
        {{QStringLiteral("tenant"), QStringLiteral("bench")}, {QStringLiteral("user"), user},
            {QStringLiteral("password"), QStringLiteral("bench-password")}, {QStringLiteral("device"), user},
            {QStringLiteral("deviceName"), user}})));
    return session.value(QStringLiteral("accessToken")).toString().toLatin1();
}

int pollsAsked(const QStringList &arguments)
{
    const qsizetype at = arguments.indexOf(QStringLiteral("--polls"));
    return at < 0 ? usualPolls : arguments.value(at + 1).toInt();
}

bool measure(quint16 port, const QByteArray &authorityPem, int polls, qint64 server)
{
    TlsClient client(port, authorityPem, 120);
    const QByteArray token = logIn(client, QStringLiteral("centre"));
    const QByteArray clerk = logIn(client, QStringLiteral("clerk"));
    QElapsedTimer timer;
    timer.start();
    client.ask(request("POST", "/v1/imports", token,
        {{QStringLiteral("file"), QString::fromLatin1(spreadsheet().toBase64())}}));
    print("import", cases * 1e9 / static_cast<double>(timer.nsecsElapsed()), "rows/s");
    const QStringList ids = readFeed(client, token);
    if (ids.size() != cases || !sendCommands(client, token, ids))
        return false;
    const auto make = [&] {
        return std::make_unique<WaitingPolls>(
            port, authorityPem, request("GET", "/v1/feed?scope=unit:fire&limit=100&wait=55", clerk));
    };
    return measurePolls(client, token, ids, make, polls, server);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const int polls = pollsAsked(app.arguments());
    if (server::roomForConnections(polls) < polls) {
        std::fprintf(stderr, "the limit of open files is too low for %d polls\n", polls);
        return 1;
    }
    QTemporaryDir dir;
    const QString data = dir.filePath(QStringLiteral("d"));
    if (!prepare(data))
        return 1;
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice()); // The log of thousands of requests fills a pipe.
    process.start(program,
        {QStringLiteral("serve"), QStringLiteral("--data"), data, QStringLiteral("--listen"),
            QStringLiteral("127.0.0.1:0"), QStringLiteral("--connections-per-address"),
            QString::number(polls + 10)});
    if (!process.waitForReadyRead(20'000))
        return 1;
    const quint16 port = contentOf(data + QStringLiteral("/port")).trimmed().toUShort();
    const bool measured
        = measure(port, contentOf(data + QStringLiteral("/ca.pem")), polls, process.processId());
    process.terminate();
    process.waitForFinished(15'000);
    return measured ? 0 : 1;
}
