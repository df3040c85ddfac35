#include "shared/cases/Command.h"
#include "shared/wire/Wire.h"
#include "tests/server/TestDatabase.h"
#include "tests/server/http/TlsClient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>

using namespace chengban;
using namespace chengban::server;

namespace {

const QString program = QStringLiteral(CHENGBAN_BIN_DIR "/chengban-server");
constexpr int secondsToWait = 30; ///< Of a long poll; an answer before was woken.

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

int statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3).toInt();
}

QJsonObject bodyOf(const QByteArray &answer)
{
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

Command registration(int number)
{
    RegisterBody body;
    body.demand.source = QStringLiteral("12345");
    body.demand.sourceNumber = QString::number(number);
    body.demand.title = QStringLiteral("水压不足");
    body.demand.text = QStringLiteral("柳树巷一带早晚水压不足，希望尽快处理。");
    body.demand.anonymous = true;
    const auto random = [] { return QByteArray::fromHex(QUuid::createUuid().toByteArray(QUuid::Id128)); };
    return {{uuid7(1756688400000, random())}, CommandType::Register, {uuid7(1756688400000, random())}, 0,
        1756688400000, toJson(body)};
}

} // namespace

/// Two real servers on one PostgreSQL and one data folder.
class TestInstances : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_data = m_dir.filePath(QStringLiteral("d"));
    QProcess m_servers[2];
    quint16 m_ports[2] = {};
    QByteArray m_token;
    int m_number = 0;

    int run(QStringList arguments, const QByteArray &password = {})
    {
        QProcess process;
        arguments << QStringLiteral("--data") << m_data;
        process.start(program, arguments);
        process.write(password + '\n');
        process.closeWriteChannel();
        return process.waitForFinished(60000) ? process.exitCode() : -1;
    }
    void serve(int which)
    {
        m_servers[which].start(program,
            {QStringLiteral("serve"), QStringLiteral("--data"), m_data, QStringLiteral("--listen"),
                QStringLiteral("127.0.0.1:0")});
        QTRY_VERIFY_WITH_TIMEOUT(m_servers[which].canReadLine(), 30000);
        m_ports[which] = m_servers[which].readLine().trimmed().split(':').last().toUShort();
        QVERIFY(m_ports[which] > 0);
    }
    QByteArray authority() const { return contentOf(m_data + QStringLiteral("/ca.pem")); }
    QByteArray ask(int which, const QByteArray &bytes)
    {
        return TlsClient(m_ports[which], authority(), secondsToWait + 10).ask(bytes);
    }
    QByteArray submit(int which, const Command &command)
    {
        return ask(which,
            request("POST", "/v1/commands", m_token,
                {{QStringLiteral("commands"), QJsonArray{toJson(command)}}}));
    }
    static QString stateIn(const QByteArray &answer)
    {
        return bodyOf(answer)[QStringLiteral("answers")][0][QStringLiteral("state")].toString();
    }
    QByteArray feed(const QByteArray &cursor, int wait)
    {
        return "/v1/feed?scope=centre&after=" + cursor + "&wait=" + QByteArray::number(wait);
    }
    QByteArray newestCursor(int which)
    {
        QByteArray cursor;
        for (bool more = true; more;) {
            const QJsonObject page = bodyOf(ask(which, request("GET", feed(cursor, 0), m_token)));
            cursor = page[QStringLiteral("cursor")].toString().toLatin1();
            more = page[QStringLiteral("more")].toBool();
        }
        return cursor;
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
        const QString address = test::postgresSchema(QStringLiteral("instances"));
        const QStringList init{QStringLiteral("init"), QStringLiteral("--tenant"), QStringLiteral("demo"),
            QStringLiteral("--name"), QStringLiteral("示范县"), QStringLiteral("--database")};
        QCOMPARE(
            run(init + QStringList{QStringLiteral("postgresql://chengban:secret@db/x")}, "password1"), 1);
        QVERIFY(!QFile::exists(m_data));
        QCOMPARE(run(init + QStringList{address}, "security-password"), 0);
        QVERIFY(!QFile::exists(m_data + QStringLiteral("/chengban.db")));
        QCOMPARE(run({QStringLiteral("unit"), QStringLiteral("add"), QStringLiteral("--id"),
                     QStringLiteral("centre"), QStringLiteral("--name"), QStringLiteral("热线中心")}),
            0);
        QCOMPARE(run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--id"),
                         QStringLiteral("zhong"), QStringLiteral("--name"), QStringLiteral("钟"),
                         QStringLiteral("--unit"), QStringLiteral("centre"), QStringLiteral("--role"),
                         QStringLiteral("centre")},
                     "centre-password"),
            0);
        for (const int which : {0, 1})
            serve(which);
        const QByteArray answer = ask(0,
            request("POST", "/v1/sessions", {},
                {{QStringLiteral("tenant"), QStringLiteral("demo")},
                    {QStringLiteral("user"), QStringLiteral("zhong")},
                    {QStringLiteral("password"), QStringLiteral("centre-password")},
                    {QStringLiteral("device"), QStringLiteral("pc")},
                    {QStringLiteral("deviceName"), QStringLiteral("PC")}}));
        m_token = bodyOf(answer)[QStringLiteral("accessToken")].toString().toLatin1();
        QVERIFY2(!m_token.isEmpty(), answer.constData());
    }
    void cleanupTestCase()
    {
        for (QProcess &server : m_servers) {
            server.terminate();
            QVERIFY(server.waitForFinished(30000));
            QCOMPARE(server.exitCode(), 0);
        }
    }

    void init_usedDatabase_isRefused()
    {
        QProcess process;
        process.start(program,
            {QStringLiteral("init"), QStringLiteral("--data"), m_dir.filePath(QStringLiteral("second")),
                QStringLiteral("--tenant"), QStringLiteral("x"), QStringLiteral("--name"),
                QStringLiteral("y"), QStringLiteral("--database"),
                test::postgresSchema(QStringLiteral("instances"))});
        process.write("another-password\n");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(!QFile::exists(m_dir.filePath(QStringLiteral("second"))));
    }

    void command_atOneInstance_wakesThePollAtTheOther()
    {
        const QByteArray cursor = newestCursor(1);
        TlsClient waiting(m_ports[1], authority(), secondsToWait + 10);
        QVERIFY(waiting.send(request("GET", feed(cursor, secondsToWait), m_token)));
        QTest::qWait(300); // it waits; a change before would be found at once, which proves nothing
        QElapsedTimer timer;
        timer.start();
        const Command command = registration(++m_number);
        QCOMPARE(stateIn(submit(0, command)), QStringLiteral("accepted"));
        const QByteArray answer = waiting.answer();
        QVERIFY(timer.elapsed() < secondsToWait * 1000 / 2);
        QVERIFY(answer.contains(command.caseId.value.toLatin1()));
    }

    void command_sentToBothInstances_happensOnce()
    {
        const Command command = registration(++m_number);
        const QByteArray first = submit(0, command);
        QCOMPARE(stateIn(first), QStringLiteral("accepted"));
        QCOMPARE(bodyOf(submit(1, command)), bodyOf(first));
    }

    void database_stopped_isToldAndComesBack()
    {
        QByteArray cursor = newestCursor(1);
        test::PostgresCluster::one().stop();
        const Command command = registration(++m_number);
        const QByteArray refused = submit(0, command);
        QCOMPARE(statusOf(refused), 503);
        QCOMPARE(
            bodyOf(refused)[QStringLiteral("code")].toString(), QStringLiteral("store.store-unavailable"));
        QCOMPARE(statusOf(ask(0, request("GET", "/readyz", {}))), 503);
        QCOMPARE(statusOf(ask(0, request("GET", "/healthz", {}))), 200);
        test::PostgresCluster::one().start();
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(ask(0, request("GET", "/readyz", {}))), 200, 20000);
        QTRY_COMPARE_WITH_TIMEOUT(stateIn(submit(0, command)), QStringLiteral("accepted"), 20000);
        // The line between the instances comes back, too.
        cursor = newestCursor(1);
        TlsClient waiting(m_ports[1], authority(), secondsToWait + 10);
        QVERIFY(waiting.send(request("GET", feed(cursor, secondsToWait), m_token)));
        QTest::qWait(1500);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(stateIn(submit(0, registration(++m_number))), QStringLiteral("accepted"));
        QVERIFY(!waiting.answer().isEmpty());
        QVERIFY(timer.elapsed() < secondsToWait * 1000 / 2);
    }

    void instance_killed_leavesTheOtherWorking()
    {
        m_servers[0].kill();
        QVERIFY(m_servers[0].waitForFinished(30000));
        QCOMPARE(stateIn(submit(1, registration(++m_number))), QStringLiteral("accepted"));
        serve(0);
        QCOMPARE(stateIn(submit(0, registration(++m_number))), QStringLiteral("accepted"));
    }
};

QTEST_GUILESS_MAIN(TestInstances)
#include "tst_Instances.moc"
