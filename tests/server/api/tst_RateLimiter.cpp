#include "server/api/RateLimiter.h"

#include <QTest>

using namespace chengban::server;

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void address_getsItsBurstThenOneInEachInterval()
    {
        RateLimiter limiter({3, 1000});
        const QString address = QStringLiteral("10.0.0.1");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(limiter.refusal(address, 5000), std::nullopt);
        QCOMPARE(limiter.refusal(address, 5000), 1);
        QCOMPARE(limiter.refusal(address, 5999), 1);
        QCOMPARE(limiter.refusal(address, 6000), std::nullopt);
        QCOMPARE(limiter.refusal(address, 6000), 1);
    }

    void addresses_doNotShare()
    {
        RateLimiter limiter({1, 1000});
        QCOMPARE(limiter.refusal(QStringLiteral("10.0.0.1"), 0), std::nullopt);
        QCOMPARE(limiter.refusal(QStringLiteral("10.0.0.1"), 0), 1);
        QCOMPARE(limiter.refusal(QStringLiteral("10.0.0.2"), 0), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_RateLimiter.moc"
