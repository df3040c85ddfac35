#include "server/http/ConnectionQuota.h"

#include <QTest>

using namespace chengban::server;

namespace {

Limits limitsOf(qsizetype all, qsizetype perAddress, qsizetype told)
{
    Limits limits;
    limits.connections = all;
    limits.connectionsPerAddress = perAddress;
    limits.toldToWait = told;
    return limits;
}

const QString office = QStringLiteral("10.1.2.3");
const QString other = QStringLiteral("10.1.2.4");

} // namespace

class TestConnectionQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void address_hasItsPlacesAndTheOthersKeepTheirs()
    {
        ConnectionQuota quota(limitsOf(100, 2, 0));
        QCOMPARE(quota.enter(office), Welcome::Served);
        QCOMPARE(quota.enter(office), Welcome::Served);
        QCOMPARE(quota.enter(office), Welcome::TurnedAway);
        QCOMPARE(quota.enter(other), Welcome::Served);
        quota.leave(office, Welcome::TurnedAway); // Took nothing, gives nothing.
        QCOMPARE(quota.enter(office), Welcome::TurnedAway);
        quota.leave(office, Welcome::Served);
        QCOMPARE(quota.enter(office), Welcome::Served);
    }

    void beyondIt_someAreToldToWait()
    {
        ConnectionQuota quota(limitsOf(100, 1, 1));
        QCOMPARE(quota.enter(office), Welcome::Served);
        QCOMPARE(quota.enter(office), Welcome::ToldToWait);
        QCOMPARE(quota.enter(office), Welcome::TurnedAway);
        quota.leave(office, Welcome::ToldToWait);
        QCOMPARE(quota.enter(office), Welcome::ToldToWait); // The served one is still there.
    }

    void all_countsEverybody()
    {
        ConnectionQuota quota(limitsOf(2, 1, 5));
        QCOMPARE(quota.enter(office), Welcome::Served);
        QCOMPARE(quota.enter(office), Welcome::ToldToWait);
        QCOMPARE(quota.enter(other), Welcome::TurnedAway);
        quota.leave(office, Welcome::ToldToWait);
        QCOMPARE(quota.enter(other), Welcome::Served);
    }

    void address_isANetworkWhereAddressesCostNothing_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("next");
        QTest::addColumn<Welcome>("expected");
        QTest::newRow("the same IPv6 network of 64 bits")
            << QStringLiteral("2001:db8:1:2::1") << QStringLiteral("2001:db8:1:2:ffff::9")
            << Welcome::TurnedAway;
        QTest::newRow("another IPv6 network")
            << QStringLiteral("2001:db8:1:2::1") << QStringLiteral("2001:db8:1:3::1") << Welcome::Served;
        QTest::newRow("IPv4 written as IPv6")
            << QStringLiteral("::ffff:10.0.0.1") << QStringLiteral("::ffff:10.0.0.2") << Welcome::Served;
        QTest::newRow("neighbours in IPv4") << office << other << Welcome::Served;
    }
    void address_isANetworkWhereAddressesCostNothing()
    {
        QFETCH(QString, one);
        QFETCH(QString, next);
        QFETCH(Welcome, expected);
        ConnectionQuota quota(limitsOf(100, 1, 0));
        QCOMPARE(quota.enter(one), Welcome::Served);
        QCOMPARE(quota.enter(next), expected);
    }
};

QTEST_GUILESS_MAIN(TestConnectionQuota)
#include "tst_ConnectionQuota.moc"
