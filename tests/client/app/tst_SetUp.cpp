#include "client/app/SetUp.h"
#include "client/models/DeskSession.h"
#include "client/models/SigningKeyStore.h"
#include "client/settings/MemoryKeyStore.h"
#include "client/store/Vault.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace chengban;

namespace {

// Made for this test, for no host: openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days
// 36500
constexpr QByteArrayView certificate = "-----BEGIN CERTIFICATE-----\n"
                                       "MIIBhjCCAS2gAwIBAgIUYlAcJ/hD88jcW+H+bZGv/PZOdAQwCgYIKoZIzj0EAwIw\n"
                                       "GDEWMBQGA1UEAwwNQ2hlbmdiYW4gdGVzdDAgFw0yNjExMjcyMTIyMTNaGA8yMTI2\n"
                                       "MTEwMzIxMjIxM1owGDEWMBQGA1UEAwwNQ2hlbmdiYW4gdGVzdDBZMBMGByqGSM49\n"
                                       "AgEGCCqGSM49AwEHA0IABHlkLgNXAX/2j3r+C0brMYq8TG173ueWNS7CptGWvfz7\n"
                                       "1kg9rQ8ngLBFClYjoaD8tAwjIu9tv8sO6sFCMDOsxY2jUzBRMB0GA1UdDgQWBBQS\n"
                                       "rtgAv3/+SRAGkqHX4u4IT9vdljAfBgNVHSMEGDAWgBQSrtgAv3/+SRAGkqHX4u4I\n"
                                       "T9vdljAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIEAGRUHOYKyg\n"
                                       "COvEM18Y43zxKhBSN/JG+O2JsLbdEWz9AiBwQxIAgCgr09IekYoaabUUjCcvm4lW\n"
                                       "tkUeSyWxyyMM3g==\n"
                                       "-----END CERTIFICATE-----\n";

} // namespace

class TestSetUp : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_place;

    QString path(const char *name) const { return m_place->filePath(QString::fromLatin1(name)); }
    QString userFile() const { return path("user/chengban.ini"); }
    QString machineFile() const { return path("machine/chengban.ini"); }
    QString file(const char *name, const QByteArray &content) const
    {
        QFile made(path(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("no place for a test's file");
        return made.fileName();
    }
    QString caFile() const { return file("县 CA.pem", certificate.toByteArray()); }

private Q_SLOTS:
    void init()
    {
        // As on a PC of a user with a Chinese name and a space in it.
        m_place.emplace(QDir::tempPath() + QStringLiteral("/王 小明-XXXXXX"));
        QVERIFY(m_place->isValid());
    }

    void setUp_forAPerson_keepsAddressTenantAndACopyOfTheCertificate()
    {
        const QString given = caFile();
        {
            Settings settings(userFile(), machineFile());
            QVERIFY(chengban::setUp({.server = QStringLiteral("https://12345.yunxi.example:8443"),
                                        .caFile = given,
                                        .tenant = QStringLiteral("yunxi")},
                settings));
        }
        QVERIFY(QFile::remove(given));
        const Settings settings(userFile(), machineFile());
        QCOMPARE(settings.text(Setting::ServerUrl), QStringLiteral("https://12345.yunxi.example:8443"));
        QCOMPARE(settings.text(Setting::Tenant), QStringLiteral("yunxi"));
        QFile kept(settings.text(Setting::CaFile));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), certificate.toByteArray());
        QVERIFY(!settings.isLocked(Setting::ServerUrl));
    }

    void setUp_forTheMachineAndLocked_rulesOverWhatAPersonChose()
    {
        Settings settings(userFile(), machineFile());
        QVERIFY(settings.set(Setting::ServerUrl, QStringLiteral("https://old.example")));
        QVERIFY(chengban::setUp({.server = QStringLiteral("https://new.example"),
                                    .caFile = caFile(),
                                    .forMachine = true,
                                    .locked = true},
            settings));
        QCOMPARE(settings.text(Setting::ServerUrl), QStringLiteral("https://new.example"));
        QVERIFY(settings.isLocked(Setting::ServerUrl));
        QVERIFY(settings.isLocked(Setting::CaFile));
        QVERIFY(!settings.isLocked(Setting::Tenant)); // Was not given.
    }

    void setUp_withoutLock_takesAnEarlierLockAway()
    {
        Settings settings(userFile(), machineFile());
        SetUpRequest request{
            .server = QStringLiteral("https://a.example"), .forMachine = true, .locked = true};
        QVERIFY(chengban::setUp(request, settings));
        request.locked = false;
        QVERIFY(chengban::setUp(request, settings));
        QVERIFY(!settings.isLocked(Setting::ServerUrl));
    }

    void setUp_badInput_isRefusedAndNothingIsWritten_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QByteArray>("ca");
        QTest::addColumn<bool>("locked");
        QTest::addColumn<int>("code");
        const QByteArray good = certificate.toByteArray();
        const QString https = QStringLiteral("https://a.example");
        QTest::newRow("not TLS") << QStringLiteral("http://a.example") << good << false
                                 << int(ErrorCode::BadInput);
        QTest::newRow("no host") << QStringLiteral("https://") << good << false << int(ErrorCode::BadInput);
        QTest::newRow("a person's lock") << https << good << true << int(ErrorCode::BadInput);
        QTest::newRow("no certificate")
            << https << QByteArray("hello") << false << int(ErrorCode::CertificateUntrusted);
    }
    void setUp_badInput_isRefusedAndNothingIsWritten()
    {
        QFETCH(QString, server);
        QFETCH(QByteArray, ca);
        QFETCH(bool, locked);
        QFETCH(int, code);
        Settings settings(userFile(), machineFile());
        const auto done = chengban::setUp(
            {.server = server, .caFile = file("given.pem", ca), .locked = locked}, settings);
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), code);
        QVERIFY(!QFile::exists(userFile()));
        QVERIFY(!QFile::exists(path("user/ca.pem")));
    }

    void setUp_certificateFileMissing_isRefused()
    {
        Settings settings(userFile(), machineFile());
        const auto done = chengban::setUp({.caFile = path("nothing.pem")}, settings);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::FileUnreadable);
    }

    void forget_personWithStoreKeysAndSettings_leavesNothing()
    {
        Settings settings(userFile(), machineFile());
        QVERIFY(chengban::setUp({.server = QStringLiteral("https://a.example"),
                                    .caFile = caFile(),
                                    .tenant = QStringLiteral("yunxi")},
            settings));
        QVERIFY(settings.set(Setting::LastUser, QStringLiteral("li")));
        QVERIFY(settings.set(Setting::InstallationId, QStringLiteral("device-1")));
        const QString store = path("data/0123456789abcdef");
        QVERIFY(Vault::open(store));
        MemoryKeyStore keychain;
        const QString signing = SigningKeyStore::nameFor(SigningKeyStore::ownerOf(
            QStringLiteral("li"), QStringLiteral("yunxi"), QStringLiteral("device-1")));
        const QStringList names{DeskSession::secretName(store), DeskSession::tokenName(store), signing};
        for (const QString &name : names)
            QVERIFY(keychain.write(name, "secret"));

        QVERIFY(forgetPerson(path("data"), settings, keychain));

        QVERIFY(!QFile::exists(path("data")));
        for (const QString &name : names)
            QVERIFY(!keychain.read(name)->has_value());
        QVERIFY(settings.text(Setting::ServerUrl).isEmpty());
        QVERIFY(!QFile::exists(path("user")));
    }

    void forget_nothingThere_succeeds()
    {
        Settings settings(userFile(), machineFile());
        MemoryKeyStore keychain;
        QVERIFY(forgetPerson(path("data"), settings, keychain));
    }
};

QTEST_MAIN(TestSetUp)
#include "tst_SetUp.moc"
