#include "server/auth/Passwords.h"
#include "server/auth/Sessions.h"
#include "server/store/AccountStore.h"
#include "server/store/Database.h"
#include "server/store/Migrations.h"
#include "tests/server/TestDatabase.h"

#include <QTemporaryDir>
#include <QTest>

#include <barrier>
#include <memory>
#include <thread>
#include <vector>

using namespace chengban;
using namespace chengban::server;

namespace {

constexpr qint64 start = 1'700'000'000'000;
const TenantId tenant{QStringLiteral("demo")};
const DeviceId device{QStringLiteral("pc-1")};

struct Fixture
{
    Fixture()
        : databases({.location = test::databaseIn(dir.path()), .busyTimeoutMs = 5000, .admits = {}})
        , sessions(databases, systemRandom)
    {
        Database *database = databases.here().value();
        Q_ASSERT(migrate(*database));
        static const QString hash = passwordHash(QStringLiteral("right password")).value();
        Q_ASSERT(AccountStore(*database).put({tenant, {QStringLiteral("li")}, hash, 0, 0, false}));
        Q_ASSERT(AccountStore(*database).put({tenant, {QStringLiteral("gone")}, hash, 0, 0, true}));
    }
    Result<Tokens> logIn(const QString &password = QStringLiteral("right password"), qint64 nowMs = start,
        const QString &user = QStringLiteral("li"))
    {
        return sessions.logIn({tenant, {user}, password, device, QStringLiteral("front desk")}, nowMs);
    }

    QTemporaryDir dir;
    Databases databases;
    Sessions sessions;
};

template <typename T> QString codeOf(const Result<T> &result)
{
    return result ? QStringLiteral("ok") : QString(errorName(result.error().code));
}

} // namespace

class TestSessions : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Fixture> f;

private Q_SLOTS:
    void init() { f = std::make_unique<Fixture>(); }
    void cleanup() { f.reset(); }

    void logIn_givesTokensBoundToUserAndDevice()
    {
        const auto tokens = f->logIn();
        QVERIFY2(tokens, tokens ? "" : qPrintable(tokens.error().detail));
        QCOMPARE(tokens->access.size(), 43); // 32 bytes in base64url
        QVERIFY(tokens->access != tokens->refresh);
        const auto bearer = f->sessions.bearer(tokens->access, start);
        QVERIFY(bearer);
        QCOMPARE(bearer->user.value, QStringLiteral("li"));
        QCOMPARE(bearer->device, device);
        QCOMPARE(bearer->tenant, tenant);
    }

    void guessesAtOnce_lockLikeOneAfterTheOther()
    {
        // All pass the first look at the lock before any has failed.
        constexpr int guesses = failuresUntilLock + 3;
        std::barrier together(guesses);
        std::vector<std::jthread> threads;
        for (int i = 0; i < guesses; ++i) {
            threads.emplace_back([&] {
                together.arrive_and_wait();
                static_cast<void>(f->logIn(QStringLiteral("wrong password")));
            });
        }
        threads.clear();
        QCOMPARE(codeOf(f->logIn()), QStringLiteral("access.account-locked"));
    }

    void accountSwitchedOff_endsItsLogIns()
    {
        const auto tokens = f->logIn();
        AccountStore accounts(*f->databases.here().value());
        auto account = *accounts.find(tenant, {QStringLiteral("li")}).value();
        account.disabled = true;
        QVERIFY(accounts.put(account));
        QCOMPARE(
            codeOf(f->sessions.bearer(tokens->access, start)), QStringLiteral("access.not-authenticated"));
        QCOMPARE(codeOf(f->sessions.refresh(tokens->refresh, device, start)),
            QStringLiteral("access.not-authenticated"));
    }

    void logIn_answersTheSameForEveryWrongWay_data()
    {
        QTest::addColumn<QString>("user");
        QTest::newRow("wrong password") << QStringLiteral("li");
        QTest::newRow("unknown user") << QStringLiteral("nobody");
        QTest::newRow("account switched off") << QStringLiteral("gone");
    }
    void logIn_answersTheSameForEveryWrongWay()
    {
        QFETCH(QString, user);
        for (int i = 0; i < failuresUntilLock; ++i)
            QCOMPARE(codeOf(f->logIn(QStringLiteral("wrong password"), start, user)),
                QStringLiteral("access.wrong-credentials"));
        QCOMPARE(codeOf(f->logIn(QStringLiteral("right password"), start, user)),
            QStringLiteral("access.account-locked"));
        QCOMPARE(codeOf(f->logIn(QStringLiteral("wrong password"), start + lockMs - 1, user)),
            QStringLiteral("access.account-locked"));
        QCOMPARE(codeOf(f->logIn(QStringLiteral("wrong password"), start + lockMs, user)),
            QStringLiteral("access.wrong-credentials"));
    }

    void logIn_afterSuccessCountsFromZero()
    {
        for (int i = 0; i < failuresUntilLock - 1; ++i)
            QVERIFY(!f->logIn(QStringLiteral("wrong password")));
        QVERIFY(f->logIn());
        QCOMPARE(
            codeOf(f->logIn(QStringLiteral("wrong password"))), QStringLiteral("access.wrong-credentials"));
        QVERIFY(f->logIn());
    }

    void bearer_endsAfterFifteenMinutes()
    {
        const auto tokens = f->logIn();
        QVERIFY(f->sessions.bearer(tokens->access, start + accessLifeMs - 1));
        QCOMPARE(codeOf(f->sessions.bearer(tokens->access, start + accessLifeMs)),
            QStringLiteral("access.token-expired"));
        QCOMPARE(codeOf(f->sessions.bearer(QStringLiteral("made up"), start)),
            QStringLiteral("access.not-authenticated"));
        QCOMPARE(
            codeOf(f->sessions.bearer(tokens->refresh, start)), QStringLiteral("access.not-authenticated"));
    }

    void refresh_whoseAnswerWasLost_worksAgain()
    {
        const auto first = f->logIn();
        QVERIFY(f->sessions.refresh(first->refresh, device, start + 1)); // The answer never arrives.
        QVERIFY(f->sessions.refresh(first->refresh, device, start + 2)); // Nor this one.
        const auto third = f->sessions.refresh(first->refresh, device, start + 3);
        QVERIFY(third);
        QVERIFY(f->sessions.bearer(third->access, start + 4));
        QVERIFY(f->sessions.refresh(third->refresh, device, start + 5));
    }

    void refresh_ofATokenWhoseSuccessorWasUsed_endsTheLogIn_data()
    {
        QTest::addColumn<bool>("byAccess");
        QTest::newRow("new access token was used") << true;
        QTest::newRow("new refresh token was used") << false;
    }
    void refresh_ofATokenWhoseSuccessorWasUsed_endsTheLogIn()
    {
        QFETCH(bool, byAccess);
        const auto first = f->logIn();
        auto last = f->sessions.refresh(first->refresh, device, start + 1);
        if (byAccess)
            QVERIFY(f->sessions.bearer(last->access, start + 2));
        else
            last = f->sessions.refresh(last->refresh, device, start + 2);
        QCOMPARE(codeOf(f->sessions.refresh(first->refresh, device, start + 3)),
            QStringLiteral("access.not-authenticated"));
        QCOMPARE(
            codeOf(f->sessions.bearer(last->access, start + 4)), QStringLiteral("access.not-authenticated"));
        QCOMPARE(codeOf(f->sessions.refresh(last->refresh, device, start + 5)),
            QStringLiteral("access.not-authenticated"));
    }

    void refresh_fromALostAnswer_endsTheLogInWhenUsedLater()
    {
        const auto first = f->logIn();
        const auto lost = f->sessions.refresh(first->refresh, device, start + 1);
        const auto got = f->sessions.refresh(first->refresh, device, start + 2);
        QVERIFY(got);
        QCOMPARE(codeOf(f->sessions.refresh(lost->refresh, device, start + 3)),
            QStringLiteral("access.not-authenticated"));
        QCOMPARE(
            codeOf(f->sessions.bearer(got->access, start + 4)), QStringLiteral("access.not-authenticated"));
    }

    void refresh_letsRequestsUnderWayEnd()
    {
        const auto first = f->logIn();
        QVERIFY(f->sessions.refresh(first->refresh, device, start + 1000));
        QVERIFY(f->sessions.bearer(first->access, start + 1000 + overlapMs - 1));
        QCOMPARE(codeOf(f->sessions.bearer(first->access, start + 1000 + overlapMs)),
            QStringLiteral("access.token-expired"));
    }

    void refresh_fromAnotherDevice_isRefused()
    {
        const auto tokens = f->logIn();
        QCOMPARE(codeOf(f->sessions.refresh(tokens->refresh, {QStringLiteral("pc-2")}, start + 1)),
            QStringLiteral("access.not-authenticated"));
        QVERIFY(f->sessions.refresh(tokens->refresh, device, start + 2));
    }

    void refresh_afterItsLife_isRefused()
    {
        const auto tokens = f->logIn();
        QCOMPARE(codeOf(f->sessions.refresh(tokens->refresh, device, start + refreshLifeMs)),
            QStringLiteral("access.token-expired"));
    }

    void logOut_endsBothTokens()
    {
        const auto tokens = f->logIn();
        QVERIFY(f->sessions.logOut(*f->sessions.bearer(tokens->access, start)));
        QCOMPARE(
            codeOf(f->sessions.bearer(tokens->access, start)), QStringLiteral("access.not-authenticated"));
        QCOMPARE(codeOf(f->sessions.refresh(tokens->refresh, device, start)),
            QStringLiteral("access.not-authenticated"));
    }

    void revokeDevice_isToldToTheDeviceAndBarsItsLogIn()
    {
        const auto tokens = f->logIn();
        QCOMPARE(f->sessions.devices(tenant, {QStringLiteral("li")})->size(), 1);
        QVERIFY(f->sessions.revokeDevice(tenant, {QStringLiteral("li")}, device));
        QCOMPARE(codeOf(f->sessions.bearer(tokens->access, start)), QStringLiteral("access.device-revoked"));
        QCOMPARE(codeOf(f->sessions.refresh(tokens->refresh, device, start)),
            QStringLiteral("access.device-revoked"));
        QCOMPARE(codeOf(f->logIn()), QStringLiteral("access.device-revoked"));
        QCOMPARE(
            codeOf(f->sessions.revokeDevice(tenant, {QStringLiteral("li")}, {QStringLiteral("no such")})),
            QStringLiteral("access.not-found"));
    }

    void tokens_areNotInTheDatabase()
    {
        if (test::isPostgresRun())
            QSKIP("looks into the file of SQLite; the rows are the same");
        const auto tokens = f->logIn();
        QFile file(f->dir.filePath(QStringLiteral("server.db-wal")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("front desk"));
        QVERIFY(!bytes.contains(tokens->access.toLatin1()));
        QVERIFY(!bytes.contains(tokens->refresh.toLatin1()));
        QVERIFY(!bytes.contains("right password"));
    }
};

QTEST_GUILESS_MAIN(TestSessions)
#include "tst_Sessions.moc"
