#include "client/models/SignIn.h"
#include "client/models/SigningKeyStore.h"
#include "client/settings/MemoryKeyStore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;

/// What is known of the place before a server is asked.
class TestStorePlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signIn_storeOnAShare_isRefusedBeforeAnythingIsWritten_data()
    {
        QTest::addColumn<bool>("offline");
        QTest::newRow("online") << false;
        QTest::newRow("offline") << true;
    }
    void signIn_storeOnAShare_isRefusedBeforeAnythingIsWritten()
    {
        QFETCH(bool, offline);
        const QTemporaryDir folder;
        const QString root = folder.filePath(QStringLiteral("profile"));
        QStringList asked;
        SignInPlace place;
        place.dataRoot = root;
        place.clock = [] { return qint64(0); };
        place.isOnNetwork = [&](const QString &path) {
            asked << path;
            return true;
        };
        MemoryKeyStore keychain;
        SignIn signIn(place, keychain);
        QSignalSpy failed(&signIn, &SignIn::failed);
        const SignInRequest request{QUrl(QStringLiteral("https://127.0.0.1:1")), {}, QStringLiteral("demo"),
            QStringLiteral("wang"), QStringLiteral("pw")};
        offline ? signIn.openOffline(request) : signIn.logIn(request);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<ErrorCode>(), ErrorCode::StoreUnavailable);
        QCOMPARE(asked, QStringList(root));
        QVERIFY(!QFile::exists(root));
    }

    void signingKey_sealedByThePin_isFarBelowWindowsLimit()
    {
        // The largest secret of a keychain; Windows' holds 2,560 bytes, ours refuses above 2,048.
        const auto key = Sm2Key::generate();
        QVERIFY(key);
        const auto sealed = keySealedByPin(*key, QStringLiteral("246810"), {1, 8 << 20});
        QVERIFY(sealed);
        QVERIFY2(sealed->size() <= 512, qPrintable(QString::number(sealed->size())));
        MemoryKeyStore keychain;
        QVERIFY(keychain.write(QStringLiteral("signing"), *sealed));
        QCOMPARE(keychain.write(QStringLiteral("signing"), QByteArray(largestSecret + 1, 'x')).error().code,
            ErrorCode::TooLarge);
        QCOMPARE(keychain.read(QStringLiteral("signing")).value().value(), *sealed);
        qInfo("sealed signing key: %d bytes", int(sealed->size()));
    }
};

QTEST_GUILESS_MAIN(TestStorePlace)
#include "tst_StorePlace.moc"
