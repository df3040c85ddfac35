#include "client/settings/KeychainStore.h"
#include "client/settings/MemoryKeyStore.h"
#include "tests/client/live/CuttingProxy.h"
#include "tests/client/live/Workplace.h"
#include "tests/client/net/FakeServer.h"

#include <QRegularExpression>
#include <QTest>

using namespace chengban;
using live::LiveCounty;
using live::Workplace;

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;
const std::optional<ErrorCode> opened;

} // namespace

/// From a password to a desk, against the real server and with a real secret service (tests/with-keyring).
class TestSignIn : public QObject
{
    Q_OBJECT

    std::unique_ptr<LiveCounty> m_county;
    std::unique_ptr<CuttingProxy> m_line;
    KeychainStore m_keychain;
    int m_clerks = 0;

    /// A clerk of one's own for each test, with a PC on the line.
    std::unique_ptr<Workplace> workplace(KeyStore *keychain = nullptr)
    {
        const QString clerk = QStringLiteral("clerk%1").arg(++m_clerks);
        m_county->addClerk(clerk);
        return std::make_unique<Workplace>(
            *m_county, keychain ? *keychain : m_keychain, clerk, QStringLiteral("pc"), m_line->url());
    }
    /// Its clerk has worked online once and written something.
    std::unique_ptr<Workplace> usedWorkplace(KeyStore *keychain = nullptr)
    {
        auto pc = workplace(keychain);
        if (pc->logIn() != opened || !pc->comesOnline())
            qFatal("no first log-in");
        Reply reply;
        reply.answer = QStringLiteral("草稿");
        if (!pc->desk().saveDraft(m_case, reply))
            qFatal("no draft");
        pc->leave();
        return pc;
    }
    [[nodiscard]] bool hasItsDraft(Workplace &pc) const
    {
        const auto draft = pc.desk().draft(m_case);
        return draft && draft->reply.answer == QStringLiteral("草稿");
    }
    void forgetSecret(const Workplace &pc)
    {
        QVERIFY(m_keychain.remove(DeskSession::secretName(pc.folder())));
    }

    const CaseId m_case{QStringLiteral("case-1")};

private Q_SLOTS:
    void initTestCase()
    {
        m_county = std::make_unique<LiveCounty>();
        m_line = std::make_unique<CuttingProxy>(m_county->port());
    }

    // An object of the sync thread that is used from another warns and may crash much later.
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("thread"))); }

    void logIn_rightPassword_opensADeskThatComesOnline()
    {
        const auto pc = workplace();
        QCOMPARE(pc->logIn(), opened);
        QVERIFY(pc->comesOnline());
        QCOMPARE(pc->desk().actor().unit, UnitId{QStringLiteral("water")});
        QVERIFY(pc->desk().syncState().lastContactMs > 0);
        QTRY_VERIFY(!pc->desk().directory().units.isEmpty());
    }

    void logIn_wrongPassword_isRefusedAndLeavesNoStore()
    {
        const auto pc = workplace();
        pc->request().password = QStringLiteral("not the password");
        QCOMPARE(pc->logIn(), ErrorCode::WrongCredentials);
        QVERIFY(!QFile::exists(pc->folder()));
    }

    void logIn_guessedTooOften_isLockedForTheRightPasswordToo()
    {
        const auto pc = workplace();
        const QString right = pc->request().password;
        pc->request().password = QStringLiteral("not the password");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(pc->logIn(), ErrorCode::WrongCredentials);
        pc->request().password = right;
        QCOMPARE(pc->logIn(), ErrorCode::AccountLocked);
    }

    void logIn_certificateOfAnotherCounty_isUntrustedAndNothingIsSent()
    {
        const auto pc = workplace();
        pc->request().caPem = FakeServer::strangersCa();
        QCOMPARE(pc->logIn(), ErrorCode::CertificateUntrusted);
        QVERIFY(!QFile::exists(pc->folder()));
        pc->request().caPem.clear(); // Without an authority nobody is trusted, the system's neither.
        QCOMPARE(pc->logIn(), ErrorCode::CertificateUntrusted);
    }

    void openOffline_serverAway_opensByPassphraseAndSyncsWhenItIsBack()
    {
        const auto pc = usedWorkplace();
        m_line->goAway();
        QCOMPARE(pc->logIn(), ErrorCode::ServerAway);
        QCOMPARE(pc->openOffline(), opened);
        QVERIFY(hasItsDraft(*pc));
        QTRY_COMPARE(pc->desk().syncState().line, SyncState::Line::Offline);
        m_line->comeBack();
        pc->desk().retryNow();
        QVERIFY(pc->comesOnline()); // By the token in the keychain, without the password.
    }

    void openOffline_wrongPassphrase_isRefused()
    {
        const auto pc = usedWorkplace();
        pc->request().password = QStringLiteral("not the password");
        QCOMPARE(pc->openOffline(), ErrorCode::WrongCredentials);
        QVERIFY(!pc->hasSession());
    }

    void openOffline_noStore_saysThatTheServerIsNeeded()
    {
        const auto pc = workplace();
        QCOMPARE(pc->openOffline(), ErrorCode::StoreLocked);
    }

    void openOffline_lastContactTooLongAgo_isRefusedUntilALogIn()
    {
        const auto pc = usedWorkplace();
        pc->aheadMs = 15 * dayMs;
        QCOMPARE(pc->openOffline(), ErrorCode::TokenExpired);
        QCOMPARE(pc->logIn(), opened);
        QVERIFY(hasItsDraft(*pc));
    }

    void logIn_keychainWiped_thePassphraseOpensAndFillsItAgain()
    {
        const auto pc = usedWorkplace();
        forgetSecret(*pc);
        QCOMPARE(pc->logIn(), opened);
        QVERIFY(hasItsDraft(*pc));
        QVERIFY(m_keychain.read(DeskSession::secretName(pc->folder())).value().has_value());
    }

    void logIn_passwordChangedElsewhere_theKeychainOpensAndTheNewOneIsThePassphrase()
    {
        const auto pc = usedWorkplace();
        const QString old = pc->request().password;
        const QString fresh = QStringLiteral("another long one");
        m_county->addClerk(pc->request().user, fresh);
        pc->request().password = fresh;
        QCOMPARE(pc->logIn(), opened);
        QVERIFY(hasItsDraft(*pc));
        QCOMPARE(pc->openOffline(), opened);
        pc->request().password = old;
        QCOMPARE(pc->openOffline(), ErrorCode::WrongCredentials);
    }

    void logIn_passwordChangedElsewhereAndKeychainEmpty_theOldPassphraseLeadsBack()
    {
        const auto pc = usedWorkplace();
        const QString old = pc->request().password;
        const QString fresh = QStringLiteral("another long one");
        m_county->addClerk(pc->request().user, fresh);
        forgetSecret(*pc);
        pc->request().password = fresh;
        QCOMPARE(pc->logIn(), ErrorCode::StoreLocked);
        pc->request().password = old;
        QCOMPARE(pc->openOffline(), opened);
        QVERIFY(hasItsDraft(*pc));
        pc->request().password = fresh;
        QCOMPARE(pc->logIn(), opened);
        QVERIFY(hasItsDraft(*pc));
        QVERIFY(pc->comesOnline());
    }

    void logIn_withoutAnyKeychain_worksByThePassphraseAlone()
    {
        MemoryKeyStore none;
        none.away = true;
        const auto pc = usedWorkplace(&none);
        QCOMPARE(pc->openOffline(), opened);
        QVERIFY(hasItsDraft(*pc));
        QTRY_COMPARE(pc->desk().syncState().line, SyncState::Line::LoggedOut); // No token lies anywhere.
        QCOMPARE(pc->logIn(), opened);
        QVERIFY(pc->comesOnline());
    }

    void logIn_deviceRevokedMeanwhile_wipesTheStore()
    {
        const auto pc = usedWorkplace();
        live::Caller security(*m_county, QStringLiteral("security"));
        security.ask("DELETE", QStringLiteral("/v1/devices/pc?user=") + pc->request().user);
        QCOMPARE(pc->logIn(), ErrorCode::DeviceRevoked);
        QVERIFY(!m_keychain.read(DeskSession::secretName(pc->folder())).value());
        QVERIFY(!m_keychain.read(DeskSession::tokenName(pc->folder())).value());
        QVERIFY(!QFile::exists(replicaPath(pc->folder())));
        QCOMPARE(pc->openOffline(), ErrorCode::StoreLocked);
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_SignIn.moc"
