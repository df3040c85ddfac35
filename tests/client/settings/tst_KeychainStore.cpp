#include "client/settings/KeychainStore.h"

#include <QTest>

using namespace chengban;

/// Runs against a real secret service (tests/with-keyring).
class TestKeychainStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_absent_isNoValueAndNoError()
    {
        KeychainStore store;
        const auto read = store.read(QStringLiteral("never-written"));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QVERIFY(!read->has_value());
    }

    void write_binary_isReadBackByteForByte()
    {
        KeychainStore store;
        const QByteArray secret("\x00\x01\xff with a zero", 14);
        const auto written = store.write(QStringLiteral("data-key"), secret);
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        QCOMPARE(store.read(QStringLiteral("data-key")).value().value(), secret);
    }

    void remove_twice_succeedsAndTheSecretIsGone()
    {
        KeychainStore store;
        QVERIFY(store.write(QStringLiteral("token"), "t"));
        QVERIFY(store.remove(QStringLiteral("token")));
        QVERIFY(store.remove(QStringLiteral("token")));
        QVERIFY(!store.read(QStringLiteral("token")).value().has_value());
    }

    void write_aboveTheWindowsLimit_isRefused()
    {
        KeychainStore store;
        QCOMPARE(store.write(QStringLiteral("big"), QByteArray(2049, 'x')).error().code, ErrorCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestKeychainStore)
#include "tst_KeychainStore.moc"
