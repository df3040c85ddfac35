#include "shared/canonical/Digest.h"

#include <QBuffer>
#include <QFile>
#include <QJsonObject>
#include <QTest>
#include <QThread>

#include <memory>

using namespace chengban;

namespace {

/// Gives `good` bytes and then fails, as a disk or a share does.
class FailingDevice : public QIODevice
{
public:
    FailingDevice(qint64 good, bool sequential)
        : m_good(good)
        , m_sequential(sequential)
    {
        open(ReadOnly | Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return m_sequential; }
    [[nodiscard]] qint64 size() const override { return 1000; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 part = std::min(most, m_good);
        if (part == 0) {
            setErrorString(QStringLiteral("gone"));
            return -1;
        }
        std::fill_n(data, part, 'x');
        m_good -= part;
        return part;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 m_good;
    bool m_sequential;
};

} // namespace

class TestDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sm3_hasTheStandardsValues_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("GB/T 32905 example 1") << QByteArray(
            "abc") << QStringLiteral("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        QTest::newRow("GB/T 32905 example 2") << QByteArray("abcd").repeated(
            16) << QStringLiteral("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
        QTest::newRow("nothing") << QByteArray()
                                 << QStringLiteral(
                                        "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
    }
    void sm3_hasTheStandardsValues()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QCOMPARE(hex(sm3(text)), expected);
    }

    void sha256_hasTheStandardsValue()
    {
        QCOMPARE(hex(sha256("abc")),
            QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void digest_ofThreadsThatComeAndGo_isTheSame()
    {
        // A thread's own hasher must die in peace with it: what it held lay in memory that was freed before.
        for (int i = 0; i < 200; ++i) {
            QByteArray there;
            const std::unique_ptr<QThread> thread(
                QThread::create([&] { there = sm3("abc") + sha256("abc"); }));
            thread->start();
            QVERIFY(thread->wait());
            QCOMPARE(there, sm3("abc") + sha256("abc"));
        }
    }

    void fileDigest_isThatOfTheBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("abc");
        QTest::newRow("one slice") << QByteArray(1 << 20, 'a');
        QTest::newRow("more than two slices") << QByteArray((2 << 20) + 7, 'b');
    }
    void fileDigest_isThatOfTheBytes()
    {
        QFETCH(QByteArray, bytes);
        QBuffer device(&bytes);
        QVERIFY(device.open(QIODevice::ReadOnly));
        QCOMPARE(fileDigest(device).value(), (FileDigest{sha256(bytes), sm3(bytes), bytes.size()}));
    }

    void fileDigest_beginsWhereTheDeviceStands()
    {
        QByteArray bytes("xxxabc");
        QBuffer device(&bytes);
        QVERIFY(device.open(QIODevice::ReadOnly));
        device.seek(3);
        QCOMPARE(fileDigest(device)->sm3, sm3("abc"));
    }

    void fileDigest_ofAFailingDevice_isAnError_data()
    {
        QTest::addColumn<qint64>("good");
        QTest::addColumn<bool>("sequential");
        QTest::newRow("at once") << qint64(0) << false;
        QTest::newRow("after some bytes") << qint64(10) << false;
        QTest::newRow("a stream, at once") << qint64(0) << true;
        QTest::newRow("a stream, after some bytes") << qint64(10) << true;
    }
    void fileDigest_ofAFailingDevice_isAnError()
    {
        QFETCH(qint64, good);
        QFETCH(bool, sequential);
        FailingDevice device(good, sequential);
        const auto digest = fileDigest(device);
        QVERIFY(!digest);
        QCOMPARE(digest.error().code, ErrorCode::FileUnreadable);
    }

    void commitment_bindsSaltAndBody()
    {
        const QByteArray salt(16, '\x01');
        const QJsonObject body{{QStringLiteral("b"), 1}, {QStringLiteral("a"), QStringLiteral("答")}};
        QCOMPARE(commitment(salt, body).value(), sm3(salt + QByteArray("{\"a\":\"答\",\"b\":1}")));
        QVERIFY(commitment(QByteArray(16, '\x02'), body).value() != commitment(salt, body).value());
        const QJsonObject fraction{{QStringLiteral("a"), 0.5}};
        QCOMPARE(commitment(salt, fraction).error().code, ErrorCode::NotCanonical);
    }

    void fromHex_isStrict_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("two bytes") << QStringLiteral("00ff") << QByteArray("\x00\xff", 2);
        QTest::newRow("upper case") << QStringLiteral("00FF") << QByteArray();
        QTest::newRow("too short") << QStringLiteral("00") << QByteArray();
        QTest::newRow("too long") << QStringLiteral("00ff00") << QByteArray();
        QTest::newRow("no hex") << QStringLiteral("00fg") << QByteArray();
        QTest::newRow("a space") << QStringLiteral("00f ") << QByteArray();
    }
    void fromHex_isStrict()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(fromHex(text, 2), expected);
    }
};

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_Digest.moc"
