#include "client/store/Store.h"
#include "client/store/Vault.h"
#include "tests/SmallDisk.h"

#include <QBuffer>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;

class TestBlobs : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    DataKey m_key = DataKey::generate();
    std::unique_ptr<Store> m_store;

    QByteArray fileOf(const QString &sha256) const
    {
        QDirIterator files(
            m_folder.path() + QStringLiteral("/files"), QDir::Files, QDirIterator::Subdirectories);
        Q_UNUSED(sha256);
        return files.hasNext() ? files.next().toUtf8() : QByteArray();
    }

private Q_SLOTS:
    void init() { m_store = Store::open(m_folder.path(), m_key).value(); }
    void cleanup()
    {
        m_store.reset();
        QDir(m_folder.path()).removeRecursively();
        QDir().mkpath(m_folder.path());
    }

    void add_severalChunks_readsBackByteForByteAndFromTheMiddle()
    {
        const QByteArray bytes = randomBytes(300'000);
        QBuffer buffer;
        buffer.setData(bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto digest = m_store->blobs().add(buffer, QStringLiteral("application/pdf"), 1 << 20);
        QVERIFY(digest);
        QCOMPARE(digest->sha256, sha256(bytes));
        const QString name = hex(digest->sha256);
        QCOMPARE(m_store->blobs().bytes(name).value(), bytes);
        const auto reader = m_store->blobs().reader(name);
        QVERIFY(reader && (*reader)->skip(123'456));
        QCOMPARE((*reader)->read(1000).value(), bytes.mid(123'456, 1000));
        QCOMPARE(m_store->blobs().inState(BlobState::Uploading).value().size(), 1);
    }

    void add_fileOnDisk_neitherNamedNorReadable()
    {
        QBuffer buffer;
        buffer.setData("%PDF-1.7 secret contract");
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const auto digest = m_store->blobs().add(buffer, QStringLiteral("application/pdf"), 1 << 20);
        QVERIFY(digest);
        const QString path = QString::fromUtf8(fileOf({}));
        QVERIFY(!path.contains(hex(digest->sha256)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret"));
    }

    void add_emptyOrTooLarge_isRefused()
    {
        QBuffer empty;
        QVERIFY(empty.open(QIODevice::ReadOnly));
        QCOMPARE(m_store->blobs().add(empty, {}, 10).error().code, ErrorCode::FileEmpty);
        QBuffer large;
        large.setData(QByteArray(11, 'x'));
        QVERIFY(large.open(QIODevice::ReadOnly));
        QCOMPARE(m_store->blobs().add(large, {}, 10).error().code, ErrorCode::FileTooLarge);
    }

    void add_diskFull_saysSoLeavesNothingHalfWrittenAndCanBeRepeated()
    {
        if (!SmallDisk::possible)
            QSKIP("a full disk cannot be played here");
        QBuffer buffer;
        buffer.setData(randomBytes(400'000));
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        {
            const SmallDisk full(100'000);
            QCOMPARE(m_store->blobs().add(buffer, {}, 1 << 20).error().code, ErrorCode::DiskFull);
        }
        QVERIFY(fileOf({}).isEmpty());
        QVERIFY(m_store->blobs().inState(BlobState::Uploading).value().isEmpty());
        QVERIFY(buffer.seek(0));
        QVERIFY(m_store->blobs().add(buffer, {}, 1 << 20));
    }

    void bytes_fileCutOrChanged_isDamagedAndNeverWrongBytes()
    {
        QBuffer buffer;
        buffer.setData(QByteArray(200'000, 'a'));
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        const QString name
            = hex(m_store->blobs().add(buffer, QStringLiteral("image/png"), 1 << 20).value().sha256);
        QFile file(QString::fromUtf8(fileOf(name)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() - 70'000));
        file.close();
        QCOMPARE(m_store->blobs().bytes(name).error().code, ErrorCode::StoreDamaged);
    }

    void put_otherBytesThanAskedFor_isRefused()
    {
        const QString name = hex(sha256("right"));
        QVERIFY(m_store->blobs().want(name));
        QCOMPARE(m_store->blobs().put(name, "wrong").error().code, ErrorCode::DigestMismatch);
        QCOMPARE(m_store->blobs().bytes(name).error().code, ErrorCode::NotFound);
        QVERIFY(m_store->blobs().put(name, "right"));
        QCOMPARE(m_store->blobs().bytes(name).value(), QByteArray("right"));
    }
};

QTEST_GUILESS_MAIN(TestBlobs)
#include "tst_Blobs.moc"
