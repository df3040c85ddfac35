#include "shared/wire/Updates.h"
#include "tests/e2e/ServerProcess.h"
#include "tests/release/ReleaseSamples.h"
#include "tests/server/http/TlsClient.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <stdexcept>

using namespace chengban;
using namespace chengban::server;
using namespace Qt::StringLiterals;

namespace {

const QString windows = u"windows-x64"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray bodyIn(const QByteArray &answer)
{
    return answer.mid(answer.indexOf("\r\n\r\n") + 4);
}

} // namespace

/// The administrator's commands and what clients get of it, over real TLS.
class TestUpdates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        std::signal(SIGPIPE, SIG_IGN);
        m_server.init(u"demo"_s, u"示范县"_s);
        const QString password = m_dir.filePath(u"password"_s);
        QFile file(password);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a long password") > 0);
        file.close();
        for (const QString &unit : {u"water"_s, u"road"_s}) {
            command({u"unit"_s, u"add"_s, u"--id"_s, unit, u"--name"_s, unit});
            command({u"user"_s, u"add"_s, u"--id"_s, u"at-"_s + unit, u"--name"_s, unit, u"--unit"_s, unit,
                u"--role"_s, u"clerk"_s, u"--password-file"_s, password});
        }
        m_server.start();
        for (const char *version : {"1.1.0", "1.2.0"})
            m_releases.append(makeRelease(QString::fromLatin1(version)));
    }

    void release_addedOnly_isOfferedToNobody()
    {
        command({u"release"_s, u"add"_s, zipOf(0), manifestOf(0)});
        command({u"release"_s, u"add"_s, zipOf(1), manifestOf(1)});
        QVERIFY(!offered("at-water", "1.0.0"));
        QCOMPARE(statusOf(get("at-water", "/v1/updates/" + sha(0))), QByteArray("404"));
    }

    void release_rolledOutToAUnit_reachesItsPeopleAlone()
    {
        command({u"release"_s, u"roll-out"_s, u"1.1.0"_s, u"--units"_s, u"water"_s});
        QCOMPARE(offered("at-water", "1.0.0"), m_releases[0].release.version);
        QVERIFY(!offered("at-water", "1.1.0")); // Runs there already.
        QVERIFY(!offered("at-water", "1.0.0", "linux-x64"));
        QVERIFY(!offered("at-road", "1.0.0"));
        QCOMPARE(statusOf(get("at-road", "/v1/updates/" + sha(0))), QByteArray("404"));
    }

    void release_rolledOutToAll_isTheNewestForEverybody()
    {
        command({u"release"_s, u"roll-out"_s, u"1.2.0"_s, u"--all"_s});
        QCOMPARE(offered("at-water", "1.0.0"), m_releases[1].release.version);
        QCOMPARE(offered("at-road", "1.1.9"), m_releases[1].release.version);
    }

    void release_thatDidNotStartThere_isNotOfferedAgain()
    {
        QCOMPARE(
            offered("at-water", "1.0.0", "windows-x64", "&refused=1.2.0"), m_releases[0].release.version);
        QVERIFY(!offered("at-road", "1.0.0", "windows-x64", "&refused=1.2.0"));
        const QByteArray log = contentOf(m_server.folder() + u"/server.log"_s);
        QVERIFY2(log.contains("version 1.2.0 did not start: windows-x64 device pc unit road runs 1.0.0"),
            log.constData());
    }

    void manifest_arrivesAsItWasSigned()
    {
        const auto offer = ask("at-water", "1.0.0", "windows-x64", {});
        QVERIFY(offer && offer->release);
        QVERIFY(verifyRelease(*offer->release, releaseKeys()).has_value());
        QCOMPARE(*offer->release, m_releases[1]);
    }

    void file_isServedWholeAndByRange()
    {
        const QByteArray whole = contentOf(zipOf(1));
        const QByteArray path = "/v1/updates/" + sha(1);
        QCOMPARE(bodyIn(get("at-road", path)), whole);
        const QByteArray rest = get("at-road", path, "Range: bytes=10-\r\n");
        QCOMPARE(statusOf(rest), QByteArray("206"));
        QCOMPARE(bodyIn(rest), whole.mid(10));
        QCOMPARE(statusOf(get("at-road", "/v1/updates/..%2F..%2Fdata.key")), QByteArray("404"));
    }

    void question_thatMakesNoSense_isBadInput_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("platform") << QByteArray("?platform=amiga&version=1.0.0");
        QTest::newRow("version") << QByteArray("?platform=windows-x64&version=1.0");
        QTest::newRow("refused") << QByteArray("?platform=windows-x64&version=1.0.0&refused=x");
    }
    void question_thatMakesNoSense_isBadInput()
    {
        QFETCH(QByteArray, query);
        QCOMPARE(statusOf(get("at-water", "/v1/updates" + query)), QByteArray("400"));
    }

    void stranger_getsNothing()
    {
        QCOMPARE(statusOf(client().ask(request("/v1/updates?platform=windows-x64&version=1.0.0", {}))),
            QByteArray("401"));
        QCOMPARE(statusOf(client().ask(request("/v1/updates/" + sha(1), {}))), QByteArray("401"));
    }

    void withdrawal_endsTheOfferAndIsTold()
    {
        command({u"release"_s, u"withdraw"_s, u"1.2.0"_s});
        const auto offer = ask("at-water", "1.0.0", "windows-x64", {});
        QVERIFY(offer && offer->release);
        QCOMPARE(offer->release->release.version, m_releases[0].release.version);
        QCOMPARE(offer->withdrawn, QList{m_releases[1].release.version});
        QCOMPARE(statusOf(get("at-water", "/v1/updates/" + sha(1))), QByteArray("404"));
        const QByteArray list = command({u"release"_s, u"list"_s});
        QVERIFY2(list.contains("1.1.0\twindows-x64\t") && list.count('\n') == 2, list.constData());
    }

    void command_thatNamesNothing_isRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("unknown version") << QStringList{u"roll-out"_s, u"7.0.0"_s, u"--all"_s};
        QTest::newRow("no version") << QStringList{u"roll-out"_s, u"1.1"_s, u"--all"_s};
        QTest::newRow("to nobody") << QStringList{u"roll-out"_s, u"1.1.0"_s};
        QTest::newRow("to both") << QStringList{
            u"roll-out"_s, u"1.1.0"_s, u"--all"_s, u"--units"_s, u"water"_s};
        QTest::newRow("unknown unit")
            << QStringList{u"roll-out"_s, u"1.1.0"_s, u"--units"_s, u"water,ghost"_s};
        QTest::newRow("unknown withdrawn") << QStringList{u"withdraw"_s, u"7.0.0"_s};
        QTest::newRow("one file only") << QStringList{u"add"_s, u"x.zip"_s};
    }
    void command_thatNamesNothing_isRefused()
    {
        QFETCH(QStringList, words);
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, command(QStringList{u"release"_s} + words));
        QCOMPARE(offered("at-water", "1.0.0"), m_releases[0].release.version);
    }

    void forgedRelease_isNotTakenIn()
    {
        SignedRelease forged = m_releases[1];
        forged.release.version = *versionNumber("9.9.9");
        const QString manifest = m_dir.filePath(u"forged.json"_s);
        QFile file(manifest);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(releases::bytesOf(forged)) > 0);
        file.close();
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, command({u"release"_s, u"add"_s, zipOf(1), manifest}));
    }

private:
    QByteArray command(const QStringList &words) { return m_server.command(words); }
    SignedRelease makeRelease(const QString &version)
    {
        const SignedRelease made
            = releases::makeRelease(m_dir.filePath(version + u".zip"_s), version, windows);
        QFile file(m_dir.filePath(version + u".json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(releases::bytesOf(made)) <= 0)
            qFatal("cannot write");
        return made;
    }
    [[nodiscard]] QString zipOf(int index) const { return pathOf(index, u".zip"_s); }
    [[nodiscard]] QString manifestOf(int index) const { return pathOf(index, u".json"_s); }
    [[nodiscard]] QString pathOf(int index, const QString &end) const
    {
        return m_dir.filePath(QString::fromStdString(m_releases[index].release.version.text()) + end);
    }
    [[nodiscard]] QByteArray sha(int index) const { return m_releases[index].release.sha256.toLatin1(); }

    static QByteArray statusOf(const QByteArray &answer) { return answer.mid(9, 3); }
    static QByteArray request(const QByteArray &path, const QByteArray &token, const QByteArray &more = {})
    {
        QByteArray bytes = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more;
        if (!token.isEmpty())
            bytes += "Authorization: Bearer " + token + "\r\n";
        return bytes + "\r\n";
    }
    [[nodiscard]] TlsClient client() const
    {
        const auto port = contentOf(m_server.folder() + u"/port"_s).trimmed().toUShort();
        return TlsClient(port, contentOf(m_server.caFile()));
    }
    QByteArray tokenOf(const QByteArray &user)
    {
        if (!m_tokens.contains(user)) {
            const QByteArray body = QJsonDocument(
                QJsonObject{{u"tenant"_s, u"demo"_s}, {u"user"_s, QString::fromLatin1(user)},
                    {u"password"_s, u"a long password"_s}, {u"device"_s, u"pc"_s},
                    {u"deviceName"_s,
                        u"PC"_s}}).toJson(QJsonDocument::Compact);
            const QByteArray answer
                = client().ask("POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                               "application/json\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            m_tokens.insert(user,
                QJsonDocument::fromJson(bodyIn(answer))
                    .object()
                    .value(u"accessToken"_s)
                    .toString()
                    .toLatin1());
        }
        return m_tokens.value(user);
    }
    QByteArray get(const QByteArray &user, const QByteArray &path, const QByteArray &more = {})
    {
        return client().ask(request(path, tokenOf(user), more));
    }
    std::optional<wire::UpdateOffer> ask(
        const QByteArray &user, const QByteArray &running, const QByteArray &platform, const QByteArray &more)
    {
        const QByteArray answer
            = get(user, "/v1/updates?platform=" + platform + "&version=" + running + more);
        const auto offer = wire::updateOfferFromJson(QJsonDocument::fromJson(bodyIn(answer)).object());
        return statusOf(answer) == "200" && offer ? std::optional(*offer) : std::nullopt;
    }
    std::optional<VersionNumber> offered(const QByteArray &user, const QByteArray &running,
        const QByteArray &platform = "windows-x64", const QByteArray &more = {})
    {
        const auto offer = ask(user, running, platform, more);
        if (!offer)
            throw std::runtime_error("no answer");
        return offer->release ? std::optional(offer->release->release.version) : std::nullopt;
    }

    QTemporaryDir m_dir;
    e2e::ServerProcess m_server{m_dir.filePath(u"data"_s)};
    QList<SignedRelease> m_releases;
    QHash<QByteArray, QByteArray> m_tokens;
};

QTEST_GUILESS_MAIN(TestUpdates)
#include "tst_Updates.moc"
