#include "server/auth/Passwords.h"
#include "server/auth/Strangers.h"

#include <QElapsedTimer>
#include <QTest>

using namespace chengban;
using namespace chengban::server;

class TestPasswords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwordHash_isArgon2idAndSalted()
    {
        const auto first = passwordHash(QStringLiteral("correct horse"));
        const auto second = passwordHash(QStringLiteral("correct horse"));
        QVERIFY(first && second);
        QVERIFY(first->startsWith(QStringLiteral("$argon2id$")));
        QVERIFY(*first != *second);
    }

    void passwordFits_acceptsOnlyThePassword_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<bool>("fits");
        QTest::newRow("the same") << QStringLiteral("正确的密码一二三") << true;
        QTest::newRow("one character less") << QStringLiteral("正确的密码一二") << false;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("huge") << QString(1'000'000, QLatin1Char('x')) << false;
    }
    void passwordFits_acceptsOnlyThePassword()
    {
        QFETCH(QString, given);
        const auto hash = passwordHash(QStringLiteral("正确的密码一二三"));
        QVERIFY(hash);
        QTEST(passwordFits(*hash, given), "fits");
    }

    void passwordFits_takesAsLongForNobody()
    {
        const auto hash = passwordHash(QStringLiteral("correct horse"));
        QVERIFY(hash);
        (void)passwordFits(QString(), QStringLiteral("warm up"));
        const auto time = [](const QString &known) {
            QElapsedTimer timer;
            timer.start();
            for (int i = 0; i < 5; ++i)
                (void)passwordFits(known, QStringLiteral("wrong horse"));
            return timer.nsecsElapsed();
        };
        const qint64 somebody = time(*hash);
        const qint64 nobody = time(QString());
        // Skipping the hash would make it thousands of times faster.
        QVERIFY2(nobody > somebody / 3, qPrintable(QStringLiteral("%1 %2").arg(nobody).arg(somebody)));
    }

    void passwordHash_refusesLengths_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("empty") << QString();
        QTest::newRow("seven characters") << QStringLiteral("1234567");
        QTest::newRow("257 bytes") << QString(257, QLatin1Char('x'));
    }
    void passwordHash_refusesLengths()
    {
        QFETCH(QString, password);
        const auto hash = passwordHash(password);
        QVERIFY(!hash);
        QCOMPARE(hash.error().code, ErrorCode::BadInput);
    }

    void strangers_lockAfterFiveAndUnlockAfterFifteenMinutes()
    {
        Strangers strangers;
        const QString name = QStringLiteral("nobody");
        for (int i = 0; i < failuresUntilLock; ++i) {
            QVERIFY(!strangers.isLocked(name, 1000));
            strangers.recordFailure(name, 1000);
        }
        QVERIFY(strangers.isLocked(name, 1000 + lockMs - 1));
        QVERIFY(!strangers.isLocked(name, 1000 + lockMs));
        QVERIFY(!strangers.isLocked(QStringLiteral("another"), 1000));
    }
};

QTEST_GUILESS_MAIN(TestPasswords)
#include "tst_Passwords.moc"
