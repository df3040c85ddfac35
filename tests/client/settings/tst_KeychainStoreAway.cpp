#include "client/settings/KeychainStore.h"

#include <QTest>

using namespace chengban;

/// A process without a session bus: as on a server, or when the desktop is broken.
class TestKeychainStoreAway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }

    void read_withoutASessionBus_isUnavailableAndNotAbsent()
    {
        KeychainStore store(QStringLiteral("chengban"), std::chrono::seconds(5));
        const auto read = store.read(QStringLiteral("data-key"));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::KeychainUnavailable);
    }

    void write_withoutASessionBus_isUnavailable()
    {
        KeychainStore store(QStringLiteral("chengban"), std::chrono::seconds(5));
        QCOMPARE(store.write(QStringLiteral("data-key"), "k").error().code, ErrorCode::KeychainUnavailable);
    }
};

QTEST_GUILESS_MAIN(TestKeychainStoreAway)
#include "tst_KeychainStoreAway.moc"
