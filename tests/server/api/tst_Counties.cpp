#include "tests/server/services/Desk.h"

#include "server/api/Edge.h"
#include "server/auth/Passwords.h"
#include "server/services/BlobService.h"
#include "server/services/RootService.h"
#include "server/store/AccountStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace chengban;
using namespace chengban::server;
using namespace chengban::test;

namespace {

constexpr auto password = "one for everybody";

QByteArray bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject bodyOf(const Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

} // namespace

/// Two counties in one database, asked through the edge as a socket would ask: people of one and tokens of
/// one at the doors of both. Both have a person called liu in a unit called water.
class TestCounties : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Sessions> m_sessions;
    std::unique_ptr<Edge> m_edge;
    qint64 m_nowMs = mondayMs;

    Response ask(const QByteArray &method, const QString &target, const QString &token,
        const QByteArray &body = {}, const QString &peer = u"10.0.0.1"_s)
    {
        Request request;
        request.method = method;
        request.path = target.section(u'?', 0, 0);
        request.query = QUrlQuery(target.section(u'?', 1));
        request.headers = {{"Content-Type", "application/json"}};
        if (!token.isEmpty())
            request.headers.append(Header{"Authorization", "Bearer " + token.toLatin1()});
        request.peer = peer;
        Admission admission = m_edge->admit(request);
        if (admission.refusal)
            return *admission.refusal;
        request.captures = admission.captures;
        if (auto refusal = m_edge->screen(admission.route, request))
            return *refusal;
        request.body = body;
        return m_edge->answer(admission.route, request);
    }
    Response logIn(const QString &tenant, const QString &user, const QString &given = QLatin1String(password),
        const QString &peer = u"10.0.0.1"_s)
    {
        return ask("POST", u"/v1/sessions"_s, {},
            bytesOf({{u"tenant"_s, tenant}, {u"user"_s, user}, {u"password"_s, given},
                {u"device"_s, u"pc-"_s + user}, {u"deviceName"_s, u"PC"_s}}),
            peer);
    }
    QString tokenOf(const QString &tenant, const QString &user)
    {
        return bodyOf(logIn(tenant, user)).value(u"accessToken"_s).toString();
    }
    QByteArray upload()
    {
        const QByteArray bytes = "%PDF-1.4 an invented paper";
        BlobService blobs(m_desk->backend);
        const auto made = must(blobs.create(clerk(), bytes.size(), u"a.pdf"_s, hex(sha256(bytes)), mondayMs));
        must(blobs.patch(clerk(), made.id, 0, bytes, {}, mondayMs));
        m_upload = made.id;
        return bytes;
    }
    QString m_upload;

private Q_SLOTS:
    void init()
    {
        m_nowMs = mondayMs;
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_folder->path());
        m_desk->found();
        static const QString hash = must(passwordHash(QLatin1String(password)));
        const QList<Actor> people{centre(), clerk(), leader(), parkClerk(),
            person(u"liu"_s, Role::Clerk, u"water"_s, u"other"_s),
            person(u"zhong"_s, Role::Centre, u"centre"_s, u"other"_s),
            person(u"an"_s, Role::SecurityAdmin, u"centre"_s, u"other"_s),
            person(u"shen"_s, Role::AuditAdmin, u"centre"_s, u"other"_s)};
        for (const Actor &each : people) {
            must(DirectoryService(m_desk->backend)
                     .putPerson(each.tenant, {each.user, each.name, each.unit, each.role, {}}));
            must(AccountStore(m_desk->database()).put({each.tenant, each.user, hash, 0, 0, false}));
        }
        m_sessions = std::make_unique<Sessions>(m_desk->databases(), systemRandom);
        m_edge = std::make_unique<Edge>(
            Api{m_desk->backend, *m_sessions, {}, [this] { return m_nowMs; }, [] { return QByteArray(); }},
            RatePolicy{10, 1000});
    }
    void cleanup()
    {
        m_edge.reset();
        m_sessions.reset();
        m_desk.reset();
        m_folder.reset();
    }

    void otherCounty_seesAndDoesNothing_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        const QJsonObject reason{{u"reason"_s, u"核实"_s}};
        for (const char *user : {"liu", "zhong"}) {
            const QString name = QString::fromLatin1(user);
            const auto row = [&](const char *what) -> QTestData & {
                return QTest::newRow(qPrintable(name + u": "_s + QString::fromLatin1(what))) << name;
            };
            row("case") << QByteArray("GET") << u"/v1/cases/case-1"_s << QJsonObject() << 404;
            row("identity") << QByteArray("POST") << u"/v1/cases/case-1/reveal"_s << reason << 404;
            row("file") << QByteArray("GET") << u"/v1/blobs/%blob"_s << QJsonObject() << 404;
            row("root proof") << QByteArray("GET") << u"/v1/roots/latest?case=case-1"_s << QJsonObject()
                              << 404;
            row("upload") << QByteArray("HEAD") << u"/v1/uploads/%upload"_s << QJsonObject() << 404;
            row("key") << QByteArray("DELETE") << u"/v1/keys/%key"_s << QJsonObject() << 404;
        }
        QTest::newRow("security administrator: key")
            << u"an"_s << QByteArray("DELETE") << u"/v1/keys/%key"_s << QJsonObject() << 404;
        QTest::newRow("security administrator: device")
            << u"an"_s << QByteArray("DELETE") << u"/v1/devices/pc-chen?user=chen"_s << QJsonObject() << 404;
        QTest::newRow("audit administrator: root proof")
            << u"shen"_s << QByteArray("GET") << u"/v1/roots/latest?case=case-1"_s << QJsonObject() << 404;
    }
    void otherCounty_seesAndDoesNothing()
    {
        QFETCH(QString, user);
        QFETCH(QByteArray, method);
        QFETCH(QString, target);
        QFETCH(QJsonObject, body);
        const CaseId caseId = m_desk->accepted(u"1"_s);
        const QByteArray file = upload();
        const Sm2Key key = must(Sm2Key::generate());
        const auto enrolled
            = must(KeyService(m_desk->backend).enrol(leader(), key.publicKeyPem(), clerk().user, mondayMs));
        QVERIFY(!tokenOf(u"demo"_s, u"chen"_s).isEmpty()); // So that the device is known.
        target.replace(u"%blob"_s, hex(sha256(file)));
        target.replace(u"%upload"_s, m_upload);
        target.replace(u"%key"_s, enrolled.id.value);
        const Response answer = ask(method, target, tokenOf(u"other"_s, user), bytesOf(body));
        if (method == "HEAD")
            QVERIFY(answer.status == 404 || answer.status == 412);
        else
            QTEST(answer.status, "status");
        QCOMPARE(m_desk->revision(caseId), 3);
        QVERIFY(!must(KeyService(m_desk->backend).keys({u"demo"_s})).first().revokedAtMs);
    }

    void otherCounty_listsAreItsOwn()
    {
        m_desk->accepted(u"1"_s);
        must(RootService(m_desk->backend).sign({u"demo"_s}, mondayMs));
        const QString clerkThere = tokenOf(u"other"_s, u"liu"_s);
        const QString centreThere = tokenOf(u"other"_s, u"zhong"_s);
        QCOMPARE(
            bodyOf(ask("GET", u"/v1/feed?scope=unit:water"_s, clerkThere)).value(u"cases"_s).toArray().size(),
            0);
        QCOMPARE(
            bodyOf(ask("GET", u"/v1/feed?scope=centre"_s, centreThere)).value(u"cases"_s).toArray().size(),
            0);
        QVERIFY(!ask("GET", u"/v1/directory"_s, clerkThere).body.contains("chen"));
        QCOMPARE(ask("GET", u"/v1/roots/latest"_s, clerkThere).status, 404);
        QVERIFY(!ask("GET", u"/v1/audit"_s, tokenOf(u"other"_s, u"shen"_s)).body.contains("case-1"));
        // The same questions at home find something: the test asks what it means to ask.
        const QString home = tokenOf(u"demo"_s, u"liu"_s);
        QCOMPARE(
            bodyOf(ask("GET", u"/v1/feed?scope=unit:water"_s, home)).value(u"cases"_s).toArray().size(), 1);
        QCOMPARE(ask("GET", u"/v1/cases/case-1"_s, home).status, 200);
    }

    void otherCounty_commandOnACase_looksUnknownAndHomeIsUntouched()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        const Command accept = m_desk->command(CommandType::Accept, caseId, toJson(NoteBody{}), 2);
        const QByteArray body = bytesOf({{u"commands"_s, QJsonArray{toJson(accept)}}});
        const Response answer = ask("POST", u"/v1/commands"_s, tokenOf(u"other"_s, u"liu"_s), body);
        QVERIFY2(answer.body.contains("case.case-unknown"), answer.body.constData());
        QCOMPARE(m_desk->revision(caseId), 2);
    }

    void command_withAnActorOfItsOwn_isRefused()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        const QString token = tokenOf(u"demo"_s, u"lin"_s);
        for (const char *forged : {"actor", "tenant", "user", "device", "serverTimeMs", "role"}) {
            QJsonObject command = toJson(m_desk->command(CommandType::Accept, caseId, toJson(NoteBody{}), 2));
            command.insert(QString::fromLatin1(forged), u"liu"_s);
            const Response answer
                = ask("POST", u"/v1/commands"_s, token, bytesOf({{u"commands"_s, QJsonArray{command}}}));
            QVERIFY2(answer.body.contains("\"refused\""), answer.body.constData());
        }
        QCOMPARE(m_desk->revision(caseId), 2);
    }

    void accounts_ofOneNameInTwoCounties_lockApart()
    {
        for (int i = 0; i < failuresUntilLock; ++i)
            QCOMPARE(logIn(u"other"_s, u"liu"_s, u"wrong"_s).status, 401);
        QCOMPARE(bodyOf(logIn(u"other"_s, u"liu"_s)).value(u"code"_s).toString(), u"access.account-locked"_s);
        QCOMPARE(logIn(u"demo"_s, u"liu"_s).status, 201);
    }

    void key_needsAWitnessWhoIsSomebodyElseHere_data()
    {
        QTest::addColumn<QString>("witness");
        QTest::addColumn<int>("status");
        QTest::newRow("a colleague") << u"liu"_s << 201;
        QTest::newRow("oneself") << u"chen"_s << 403;
        QTest::newRow("of another unit") << u"lin"_s << 403;
        QTest::newRow("of another county") << u"an"_s << 401;
        QTest::newRow("switched off") << u"off"_s << 401;
    }
    void key_needsAWitnessWhoIsSomebodyElseHere()
    {
        QFETCH(QString, witness);
        const Actor off = person(u"off"_s, Role::Clerk, u"water"_s);
        must(DirectoryService(m_desk->backend)
                 .putPerson(off.tenant, {off.user, off.name, off.unit, off.role, {}}));
        must(AccountStore(m_desk->database())
                 .put({off.tenant, off.user, must(passwordHash(QLatin1String(password))), 0, 0, true}));
        const Sm2Key key = must(Sm2Key::generate());
        const QByteArray body = bytesOf({{u"publicKeyPem"_s, QString::fromLatin1(key.publicKeyPem())},
            {u"witness"_s, witness}, {u"witnessPassword"_s, QLatin1String(password)}});
        QTEST(ask("POST", u"/v1/keys"_s, tokenOf(u"demo"_s, u"chen"_s), body).status, "status");
    }

    void largeBody_withAMadeUpToken_isRefusedBeforeItIsRead()
    {
        Request head;
        head.method = "POST";
        head.path = u"/v1/imports"_s;
        head.headers = {{"Authorization", "Bearer made-up"}};
        const Admission admission = m_edge->admit(head);
        QVERIFY(!admission.refusal);
        QCOMPARE(m_edge->screen(admission.route, head)->status, 401);
        head.headers = {{"Authorization", "Bearer " + tokenOf(u"demo"_s, u"liu"_s).toLatin1()}};
        QCOMPARE(m_edge->screen(admission.route, head)->status, 403); // Not a clerk's door.
        head.headers = {{"Authorization", "Bearer " + tokenOf(u"demo"_s, u"zhong"_s).toLatin1()}};
        QVERIFY(!m_edge->screen(admission.route, head));
    }

    void logIn_tooOftenFromOneAddress_waits()
    {
        for (int i = 0; i < 10; ++i)
            QCOMPARE(logIn(u"demo"_s, u"nobody-%1"_s.arg(i)).status, 401);
        const Response late = logIn(u"demo"_s, u"liu"_s);
        QCOMPARE(late.status, 429);
        QVERIFY(late.headers.contains(Header{"Retry-After", "1"}));
        QCOMPARE(logIn(u"demo"_s, u"liu"_s, QLatin1String(password), u"10.0.0.2"_s).status, 201);
        m_nowMs += 1000;
        QCOMPARE(logIn(u"demo"_s, u"liu"_s).status, 201);
    }
};

QTEST_GUILESS_MAIN(TestCounties)
#include "tst_Counties.moc"
