#include "tests/server/http/TlsClient.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace chengban::server;

namespace {

const QString program = QStringLiteral(CHENGBAN_BIN_DIR "/chengban-server");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Runs a command of the program with the password on standard input.
int run(const QStringList &arguments, const QByteArray &password = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(password + '\n');
    process.closeWriteChannel();
    return process.waitForFinished(60'000) ? process.exitCode() : -1;
}

QByteArray request(
    const QByteArray &method, const QByteArray &path, const QByteArray &token, const QByteArray &body = {})
{
    QByteArray bytes = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n";
    if (!token.isEmpty())
        bytes += "Authorization: Bearer " + token + "\r\n";
    if (!body.isEmpty())
        bytes += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n";
    return bytes + "\r\n" + body;
}

QByteArray json(const QList<std::pair<const char *, QByteArray>> &members)
{
    QJsonObject object;
    for (const auto &[name, value] : members)
        object.insert(QString::fromLatin1(name), QString::fromUtf8(value));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray statusOf(const QByteArray &answer)
{
    return answer.mid(9, 3);
}

QJsonObject bodyOf(const QByteArray &answer)
{
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

} // namespace

/// The real program over real TLS: init, accounts, serve, log in, and every role at every door.
class TestProgram : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    QString m_data = m_dir.filePath(QStringLiteral("d"));
    QProcess m_server;
    quint16 m_port = 0;

    QByteArray ask(const QByteArray &bytes)
    {
        return TlsClient(m_port, contentOf(m_data + QStringLiteral("/ca.pem"))).ask(bytes);
    }
    QByteArray logIn(const QByteArray &user, const QByteArray &password)
    {
        return ask(request("POST", "/v1/sessions", {},
            json({{"tenant", "demo"}, {"user", user}, {"password", password}, {"device", "pc"},
                {"deviceName", "PC"}})));
    }
    QByteArray tokenOf(const QByteArray &user)
    {
        return bodyOf(logIn(user, user + "-password"))
            .value(QStringLiteral("accessToken"))
            .toString()
            .toLatin1();
    }

private Q_SLOTS:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
        const QString data = QStringLiteral("--data");
        QCOMPARE(run({QStringLiteral("init"), data, m_data, QStringLiteral("--tenant"),
                         QStringLiteral("demo"), QStringLiteral("--name"), QStringLiteral("示范县")},
                     "security-password"),
            0);
        QCOMPARE(run({QStringLiteral("unit"), QStringLiteral("add"), data, m_data, QStringLiteral("--id"),
                     QStringLiteral("water"), QStringLiteral("--name"), QStringLiteral("水务局")}),
            0);
        for (const char *role : {"clerk", "centre", "system-admin", "audit-admin"}) {
            const QString name = QString::fromLatin1(role);
            QCOMPARE(run({QStringLiteral("user"), QStringLiteral("add"), data, m_data, QStringLiteral("--id"),
                             name, QStringLiteral("--name"), name, QStringLiteral("--unit"),
                             QStringLiteral("water"), QStringLiteral("--role"), name},
                         QByteArray(role) + "-password"),
                0);
        }
        m_server.start(program,
            {QStringLiteral("serve"), data, m_data, QStringLiteral("--listen"),
                QStringLiteral("127.0.0.1:0")});
        QTRY_VERIFY_WITH_TIMEOUT(m_server.canReadLine(), 20'000);
        m_port = contentOf(m_data + QStringLiteral("/port")).trimmed().toUShort();
        QCOMPARE(m_server.readLine(), "ready https://127.0.0.1:" + QByteArray::number(m_port) + '\n');
    }

    void init_leavesPrivateFilesAndRefusesASecondTime()
    {
        for (const char *file :
            {"ca.key", "server.key", "signing.key", "data.key", "recovery.key", "chengban.db"}) {
            const auto others = QFile::permissions(m_data + QLatin1Char('/') + QString::fromLatin1(file))
                & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
            QVERIFY2(!others, file);
        }
        const QByteArray before = contentOf(m_data + QStringLiteral("/data.key"));
        QCOMPARE(run({QStringLiteral("init"), QStringLiteral("--data"), m_data, QStringLiteral("--tenant"),
                         QStringLiteral("x"), QStringLiteral("--name"), QStringLiteral("y")},
                     "another-password"),
            1);
        QCOMPARE(contentOf(m_data + QStringLiteral("/data.key")), before);
    }

    void commandLine_neverTakesAPassword()
    {
        QCOMPARE(run({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--password"),
                     QStringLiteral("x")}),
            2);
        QCOMPARE(run({QStringLiteral("no-such-command")}), 2);
        QCOMPARE(run({QStringLiteral("--help")}), 0);
    }

    void wrongPasswordAndUnknownUser_getTheSameAnswer()
    {
        const QByteArray known = logIn("clerk", "wrong-password");
        QCOMPARE(statusOf(known), QByteArray("401"));
        QCOMPARE(logIn("nobody", "wrong-password"), known);
    }

    void everyRole_getsOnlyWhatItMay_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("expected"); ///< Of clerk, centre, system-admin, audit-admin, security.
        QTest::newRow("own unit's feed")
            << QByteArray("/v1/feed?scope=unit:water") << QByteArray("200 403 403 403 403");
        QTest::newRow("foreign unit's feed")
            << QByteArray("/v1/feed?scope=unit:roads") << QByteArray("403 403 403 403 403");
        QTest::newRow("the centre's feed")
            << QByteArray("/v1/feed?scope=centre") << QByteArray("403 200 403 403 403");
        QTest::newRow("a case that is not there")
            << QByteArray("/v1/cases/no-such") << QByteArray("404 404 403 403 403");
        QTest::newRow("a file that is not there")
            << "/v1/blobs/" + QByteArray(64, 'a') << QByteArray("404 404 403 403 403");
        QTest::newRow("the directory") << QByteArray("/v1/directory") << QByteArray("200 200 200 200 200");
        QTest::newRow("the audit log") << QByteArray("/v1/audit") << QByteArray("403 403 403 200 403");
        QTest::newRow("another's devices")
            << QByteArray("/v1/devices?user=clerk") << QByteArray("200 403 200 403 200");
    }
    void everyRole_getsOnlyWhatItMay()
    {
        QFETCH(QByteArray, path);
        QByteArrayList statuses;
        for (const char *user : {"clerk", "centre", "system-admin", "audit-admin", "security"})
            statuses.append(statusOf(ask(request("GET", path, tokenOf(user)))));
        QTEST(statuses.join(' '), "expected");
    }

    void withoutAToken_nothingButTheDoorIsOpen()
    {
        QCOMPARE(statusOf(ask(request("GET", "/v1/directory", {}))), QByteArray("401"));
        QCOMPARE(statusOf(ask(request("GET", "/v1/directory", "made-up"))), QByteArray("401"));
        QCOMPARE(statusOf(ask(request("GET", "/healthz", {}))), QByteArray("200"));
        QCOMPARE(statusOf(ask(request("GET", "/nothing", {}))), QByteArray("404"));
        const QByteArray answer = ask(request("PUT", "/v1/commands", {}));
        QCOMPARE(statusOf(answer), QByteArray("405"));
        QVERIFY(answer.contains("Allow: POST\r\n"));
    }

    void directory_isNotSentTwice()
    {
        const QByteArray token = tokenOf("clerk");
        const QByteArray first = ask(request("GET", "/v1/directory", token));
        const qsizetype at = first.indexOf("ETag: ");
        const QByteArray tag = first.mid(at + 6, first.indexOf('\r', at) - at - 6);
        QByteArray again = request("GET", "/v1/directory", token);
        again.insert(again.size() - 2, "If-None-Match: " + tag + "\r\n");
        QCOMPARE(statusOf(ask(again)), QByteArray("304"));
    }

    void upload_growsAndIsRefusedWhenDamaged()
    {
        const QByteArray token = tokenOf("clerk");
        const QByteArray head
            = "Authorization: Bearer " + token + "\r\nHost: localhost\r\nTus-Resumable: 1.0.0\r\n";
        const QByteArray created
            = ask("POST /v1/uploads HTTP/1.1\r\n" + head + "Upload-Length: 8\r\nUpload-Metadata: filename "
                + QByteArray("a.pdf").toBase64() + ",sha256 " + QByteArray(64, 'a').toBase64() + "\r\n\r\n");
        QCOMPARE(statusOf(created), QByteArray("201"));
        const qsizetype at = created.indexOf("Location: ");
        const QByteArray path = created.mid(at + 10, created.indexOf('\r', at) - at - 10);
        const auto patch = [&](const QByteArray &more) {
            return ask("PATCH " + path + " HTTP/1.1\r\n" + head + more
                + "Content-Type: application/offset+octet-stream\r\nContent-Length: 5\r\n\r\n%PDF-");
        };
        QCOMPARE(statusOf(patch(
                     "Upload-Offset: 0\r\nUpload-Checksum: sha1 " + QByteArray(20, 'x').toBase64() + "\r\n")),
            QByteArray("460"));
        QCOMPARE(statusOf(patch("Upload-Offset: 3\r\n")), QByteArray("409"));
        const QByteArray moved = patch("Upload-Offset: 0\r\n");
        QCOMPARE(statusOf(moved), QByteArray("204"));
        QVERIFY(moved.contains("Upload-Offset: 5\r\n"));
        QCOMPARE(statusOf(ask("POST /v1/uploads HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                     + "\r\n\r\n")),
            QByteArray("412"));
    }

    void import_isForTheCentreAndHappensOnce()
    {
        const QByteArray csv
            = QStringLiteral("工单编号,标题,诉求内容\nA-1,路灯不亮,村口路灯三天不亮\n").toUtf8();
        const QByteArray body = json({{"file", csv.toBase64()}});
        QCOMPARE(statusOf(ask(request("POST", "/v1/imports", tokenOf("clerk"), body))), QByteArray("403"));
        const QByteArray token = tokenOf("centre");
        for (const char *state : {"imported", "duplicate"}) {
            const QByteArray answer = ask(request("POST", "/v1/imports", token, body));
            QCOMPARE(statusOf(answer), QByteArray("200"));
            QVERIFY2(answer.contains(state), answer.constData());
        }
        QVERIFY(ask(request("GET", "/v1/feed?scope=centre", token)).contains("\"events\""));
    }

    void revokedDevice_isToldSo()
    {
        const QByteArray token = tokenOf("system-admin");
        QCOMPARE(
            statusOf(ask(request("DELETE", "/v1/devices/pc?user=system-admin", token))), QByteArray("204"));
        const QByteArray answer = ask(request("GET", "/v1/directory", token));
        QCOMPARE(
            bodyOf(answer).value(QStringLiteral("code")).toString(), QStringLiteral("access.device-revoked"));
    }

    void newPasswordAndDisabledAccount_endWhatWasOpen()
    {
        const QStringList user{QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--data"),
            m_data, QStringLiteral("--id"), QStringLiteral("clerk"), QStringLiteral("--name"),
            QStringLiteral("clerk"), QStringLiteral("--unit"), QStringLiteral("water"),
            QStringLiteral("--role"), QStringLiteral("clerk")};
        const QByteArray before = tokenOf("clerk");
        QCOMPARE(statusOf(ask(request("GET", "/v1/directory", before))), QByteArray("200"));
        QCOMPARE(run(user, "clerk-password"), 0);
        QCOMPARE(statusOf(ask(request("GET", "/v1/directory", before))), QByteArray("401"));
        const QByteArray fresh = tokenOf("clerk");
        const QStringList disable{QStringLiteral("user"), QStringLiteral("disable"), QStringLiteral("--data"),
            m_data, QStringLiteral("--id")};
        QCOMPARE(run(disable + QStringList{QStringLiteral("nobody")}), 1);
        QCOMPARE(run(disable + QStringList{QStringLiteral("clerk")}), 0);
        QCOMPARE(statusOf(ask(request("GET", "/v1/directory", fresh))), QByteArray("401"));
        QCOMPARE(statusOf(logIn("clerk", "clerk-password")), QByteArray("401"));
    }

    void clockBehindTheLog_doesNotStart()
    {
        m_server.terminate();
        QVERIFY(m_server.waitForFinished(15'000));
        QCOMPARE(m_server.exitCode(), 0);
        // The newest event as a clock that ran ahead would have dated it; put back afterwards.
        const auto move = [&](const QString &from, const QString &to) {
            QSqlDatabase database
                = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("clock"));
            database.setDatabaseName(m_data + QStringLiteral("/chengban.db"));
            QVERIFY(database.open());
            QSqlQuery query(database);
            query.prepare(QStringLiteral("UPDATE events SET header = replace(header, ?, ?)"));
            query.addBindValue(QStringLiteral("\"serverTimeMs\":") + from);
            query.addBindValue(QStringLiteral("\"serverTimeMs\":") + to);
            QVERIFY(query.exec());
            QCOMPARE(query.numRowsAffected() > 0, true);
        };
        move(QStringLiteral("1"), QStringLiteral("9"));
        QSqlDatabase::removeDatabase(QStringLiteral("clock"));
        QCOMPARE(run({QStringLiteral("serve"), QStringLiteral("--data"), m_data, QStringLiteral("--listen"),
                     QStringLiteral("127.0.0.1:0")}),
            1);
        move(QStringLiteral("9"), QStringLiteral("1"));
        QSqlDatabase::removeDatabase(QStringLiteral("clock"));
    }

    void cleanupTestCase()
    {
        QVERIFY(!QFile::exists(m_data + QStringLiteral("/port")));
        QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--data"), m_data}), 0);
        const QByteArray log = m_server.readAllStandardError();
        for (const char *secret : {"password", "路灯", "made-up", "no-such"})
            QVERIFY2(!log.contains(secret), secret);
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_Program.moc"
