// The real server over TLS on loopback: how long a command takes, how fast a feed is read. One JSON line per
// figure.
#include "shared/base/Ids.h"
#include "shared/cases/Command.h"
#include "tests/server/http/TlsClient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace chengban;
using server::TlsClient;

namespace {

constexpr int cases = 1000;
constexpr int commands = 500;
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

bool prepare(const QString &data)
{
    const QStringList in{QStringLiteral("--data"), data};
    return run(QStringList{QStringLiteral("init"), QStringLiteral("--tenant"), QStringLiteral("bench"),
                   QStringLiteral("--name"), QStringLiteral("测试县")}
               + in)
        && run(QStringList{QStringLiteral("unit"), QStringLiteral("add"), QStringLiteral("--id"),
                   QStringLiteral("water"), QStringLiteral("--name"), QStringLiteral("水务局")}
            + in)
        && run(QStringList{QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--id"),
                   QStringLiteral("centre"), QStringLiteral("--name"), QStringLiteral("中心"),
                   QStringLiteral("--unit"), QStringLiteral("office"), QStringLiteral("--role"),
                   QStringLiteral("centre")}
            + in);
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

QJsonObject dispatch(const QString &caseId)
{
    Command command;
    const qint64 nowMs = QDateTime::currentMSecsSinceEpoch();
    QByteArray random(10, '\0');
    std::ranges::generate(random, [] { return static_cast<char>(QRandomGenerator::global()->bounded(256)); });
    command.id.value = uuid7(nowMs, random);
    command.type = CommandType::Dispatch;
    command.caseId.value = caseId;
    command.baseRevision = 1;
    command.claimedTimeMs = nowMs;
    command.body = toJson(
        DispatchBody{{QStringLiteral("water")}, QStringLiteral("水务局"), {}, CaseClass::General, {}});
    return {{QStringLiteral("commands"), QJsonArray{toJson(command)}}};
}

void print(const char *figure, double value, const char *unit)
{
    std::printf("{\"bench\":\"server_http\",\"figure\":\"%s\",\"value\":%.3f,\"unit\":\"%s\"}\n", figure,
        value, unit);
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

int sendCommands(TlsClient &client, const QByteArray &token, const QStringList &ids)
{
    QList<double> milliseconds;
    int accepted = 0;
    for (const QString &id : ids.first(std::min<qsizetype>(commands, ids.size()))) {
        const QByteArray bytes = request("POST", "/v1/commands", token, dispatch(id));
        QElapsedTimer timer;
        timer.start();
        const QByteArray answer = client.ask(bytes);
        milliseconds.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        accepted += answer.contains("\"state\":\"accepted\"") ? 1 : 0;
    }
    std::ranges::sort(milliseconds);
    if (milliseconds.isEmpty())
        return 0;
    print("command p50", milliseconds[milliseconds.size() / 2], "ms");
    print("command p99", milliseconds[milliseconds.size() * 99 / 100], "ms");
    return accepted;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QTemporaryDir dir;
    const QString data = dir.filePath(QStringLiteral("d"));
    QProcess process;
    if (!prepare(data))
        return 1;
    process.start(program,
        {QStringLiteral("serve"), QStringLiteral("--data"), data, QStringLiteral("--listen"),
            QStringLiteral("127.0.0.1:0")});
    if (!process.waitForReadyRead(20'000))
        return 1;
    const quint16 port = contentOf(data + QStringLiteral("/port")).trimmed().toUShort();
    TlsClient client(port, contentOf(data + QStringLiteral("/ca.pem")), 120);
    const QJsonObject session = bodyOf(client.ask(request("POST", "/v1/sessions", {},
        {{QStringLiteral("tenant"), QStringLiteral("bench")},
            {QStringLiteral("user"), QStringLiteral("centre")},
            {QStringLiteral("password"), QStringLiteral("bench-password")},
            {QStringLiteral("device"), QStringLiteral("b")},
            {QStringLiteral("deviceName"), QStringLiteral("b")}})));
    const QByteArray token = session.value(QStringLiteral("accessToken")).toString().toLatin1();
    QElapsedTimer timer;
    timer.start();
    client.ask(request("POST", "/v1/imports", token,
        {{QStringLiteral("file"), QString::fromLatin1(spreadsheet().toBase64())}}));
    print("import", cases * 1e9 / static_cast<double>(timer.nsecsElapsed()), "rows/s");
    const QStringList ids = readFeed(client, token);
    const int accepted = sendCommands(client, token, ids);
    process.terminate();
    process.waitForFinished(15'000);
    return ids.size() == cases && accepted == commands ? 0
                                                       : 1; // A figure of refused commands would be a lie.
}
