#include "tests/server/services/Desk.h"

#include "server/services/BlobService.h"

#include <QDir>

#include <thread>

using namespace chengban;
using namespace chengban::test;

class TestBlobService : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    static QByteArray photo() { return QByteArray("\xff\xd8\xff\xe0", 4) + QByteArray(5000, 'x'); }
    BlobService blobs() { return BlobService(m_desk->backend); }
    QString pathOf(const QByteArray &bytes)
    {
        return m_desk->backend.files.pathOf({u"demo"_s}, hex(sha256(bytes)));
    }
    Upload created(const QByteArray &bytes, const Actor &actor = clerk())
    {
        return must(blobs().create(actor, bytes.size(), u"照片.jpg"_s, hex(sha256(bytes)), mondayMs));
    }
    void sent(const QByteArray &bytes, const Actor &actor = clerk())
    {
        const Upload upload = created(bytes, actor);
        QVERIFY(must(blobs().patch(actor, upload.id, 0, bytes, {}, mondayMs)).complete);
    }
    static Reply replyWith(const QByteArray &bytes)
    {
        Reply reply = Desk::reply();
        Attachment attachment;
        attachment.name = u"照片.jpg"_s;
        attachment.kind = AttachmentKind::Photo;
        attachment.mime = u"image/jpeg"_s;
        attachment.size = bytes.size();
        attachment.sha256 = hex(sha256(bytes));
        attachment.sm3 = hex(sm3(bytes));
        reply.attachments = {attachment};
        return reply;
    }

    static QByteArray rawContent(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    /// As it is sent to readers.
    QByteArray contentOf(const QByteArray &bytes)
    {
        return m_desk->backend.files.read({u"demo"_s}, hex(sha256(bytes)), 0, 1 << 30).value_or(QByteArray());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_folder->path());
        m_desk->found();
    }
    void cleanup()
    {
        m_desk.reset();
        m_folder.reset();
    }

    void patch_whileAnotherRequestWrites_isRefusedAndChangesNothing()
    {
        const QByteArray good = photo();
        const QByteArray bad = QByteArray(good).replace('x', 'y');
        const Upload upload = created(good);
        {
            const auto held = must(m_desk->backend.files.hold(upload.id));
            QCOMPARE(
                blobs().patch(clerk(), upload.id, 0, bad, {}, mondayMs).error().code, ErrorCode::Conflict);
            QCOMPARE(blobs().terminate(clerk(), upload.id, mondayMs).error().code, ErrorCode::Conflict);
        }
        QVERIFY(must(blobs().patch(clerk(), upload.id, 0, good, {}, mondayMs)).complete);
        QCOMPARE(contentOf(good), good);
    }

    void patch_raceOfGoodAndBadBytes_neverKeepsBytesOfAnotherDigest()
    {
        for (int round = 0; round < 20; ++round) {
            const QByteArray good = photo() + QByteArray(200'000, 'z') + QByteArray::number(round);
            const QByteArray bad = QByteArray(good).replace('z', 'y');
            const Upload upload = created(good);
            {
                const std::jthread other([&] {
                    for (int i = 0; i < 5; ++i)
                        static_cast<void>(blobs().patch(clerk(), upload.id, 0, bad, {}, mondayMs));
                });
                static_cast<void>(blobs().patch(clerk(), upload.id, 0, good, {}, mondayMs));
            }
            if (QFile::exists(pathOf(good)))
                QCOMPARE(hex(sha256(contentOf(good))), hex(sha256(good)));
        }
    }

    void create_refusesWhatCannotBeKept_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("digest");
        QTest::addColumn<ErrorCode>("code");
        const QString digest = hex(sha256("x"));
        QTest::newRow("empty file") << qint64(0) << u"a.pdf"_s << digest << ErrorCode::FileEmpty;
        QTest::newRow("one byte too large")
            << BlobService::maximumSize + 1 << u"a.pdf"_s << digest << ErrorCode::FileTooLarge;
        QTest::newRow("way up") << qint64(1) << u"../a.pdf"_s << digest << ErrorCode::FileNameRefused;
        QTest::newRow("300 characters")
            << qint64(1) << QString(300, u'长') << digest << ErrorCode::FileNameRefused;
        QTest::newRow("line break") << qint64(1) << u"a\n.pdf"_s << digest << ErrorCode::FileNameRefused;
        QTest::newRow("no name") << qint64(1) << u" "_s << digest << ErrorCode::FileNameRefused;
        QTest::newRow("digest in capitals")
            << qint64(1) << u"a.pdf"_s << digest.toUpper() << ErrorCode::BadInput;
    }
    void create_refusesWhatCannotBeKept()
    {
        QFETCH(qint64, length);
        QFETCH(QString, name);
        QFETCH(QString, digest);
        QFETCH(ErrorCode, code);
        QCOMPARE(blobs().create(clerk(), length, name, digest, mondayMs).error().code, code);
    }

    void patch_inChunks_makesTheFileVisibleOnlyWhenWhole()
    {
        const QByteArray bytes = photo();
        const Upload upload = created(bytes);
        const QByteArray first = bytes.left(2000);
        const auto half = must(blobs().patch(clerk(), upload.id, 0, first, sha256(first), mondayMs));
        QCOMPARE(half.offset, 2000);
        QVERIFY(!half.complete);
        QVERIFY(!QFile::exists(pathOf(bytes)));
        QCOMPARE(must(blobs().head(clerk(), upload.id, mondayMs)).offset, 2000);
        const auto whole = must(blobs().patch(clerk(), upload.id, 2000, bytes.mid(2000), {}, mondayMs));
        QVERIFY(whole.complete);
        QCOMPARE(contentOf(bytes), bytes);
        QCOMPARE(QDir(m_folder->path() + u"/uploads"_s).entryList(QDir::Files).size(), 0);
        QVERIFY(must(blobs().head(clerk(), upload.id, mondayMs)).complete);
        QVERIFY(created(bytes).complete); // the answer was lost; asking again costs nothing
    }

    void patch_wrongChecksum_keepsTheChunkOut()
    {
        const QByteArray bytes = photo();
        const Upload upload = created(bytes);
        const auto wrong = blobs().patch(clerk(), upload.id, 0, bytes.left(10), sha256("other"), mondayMs);
        QCOMPARE(wrong.error().code, ErrorCode::DigestMismatch);
        QCOMPARE(must(blobs().head(clerk(), upload.id, mondayMs)).offset, 0);
        QVERIFY(must(blobs().patch(clerk(), upload.id, 0, bytes, {}, mondayMs)).complete);
    }

    void patch_wrongOffset_isAConflict()
    {
        const QByteArray bytes = photo();
        const Upload upload = created(bytes);
        must(blobs().patch(clerk(), upload.id, 0, bytes.left(10), {}, mondayMs));
        for (const qint64 offset : {0, 9, 11}) {
            QCOMPARE(blobs().patch(clerk(), upload.id, offset, "x", {}, mondayMs).error().code,
                ErrorCode::Conflict);
        }
        QCOMPARE(
            blobs().patch(clerk(), upload.id, 10, bytes, {}, mondayMs).error().code, ErrorCode::FileTooLarge);
    }

    void patch_otherFileThanAnnounced_endsTheUpload()
    {
        const QByteArray bytes = photo();
        const Upload upload = created(bytes);
        const QByteArray other(bytes.size(), 'y');
        const auto wrong = blobs().patch(clerk(), upload.id, 0, other, {}, mondayMs);
        QCOMPARE(wrong.error().code, ErrorCode::DigestMismatch);
        QCOMPARE(blobs().head(clerk(), upload.id, mondayMs).error().code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(pathOf(bytes)));
        QVERIFY(!QFile::exists(pathOf(other)));
    }

    void patch_fileOfAnotherType_isRefused()
    {
        const QByteArray program = QByteArray("MZ") + QByteArray(100, '\0');
        const Upload upload = created(program);
        QCOMPARE(blobs().patch(clerk(), upload.id, 0, program, {}, mondayMs).error().code,
            ErrorCode::FileTypeRefused);
        QVERIFY(!QFile::exists(pathOf(program)));
    }

    void patch_bytesBehindTheOffset_areCutOff()
    {
        // As a crash leaves it: written and synced, but never acknowledged.
        const QByteArray bytes = photo();
        const Upload upload = created(bytes);
        must(blobs().patch(clerk(), upload.id, 0, bytes.left(100), {}, mondayMs));
        must(m_desk->backend.files.write(upload.id, 100, QByteArray(9000, 'z')));
        QVERIFY(must(blobs().patch(clerk(), upload.id, 100, bytes.mid(100), {}, mondayMs)).complete);
    }

    void upload_ofSomebodyElse_isNotFound()
    {
        const Upload upload = created(photo());
        QCOMPARE(blobs().head(roadClerk(), upload.id, mondayMs).error().code, ErrorCode::NotFound);
        QCOMPARE(
            blobs().patch(roadClerk(), upload.id, 0, "x", {}, mondayMs).error().code, ErrorCode::NotFound);
        QCOMPARE(blobs().terminate(roadClerk(), upload.id, mondayMs).error().code, ErrorCode::NotFound);
        must(blobs().terminate(clerk(), upload.id, mondayMs));
        QCOMPARE(blobs().head(clerk(), upload.id, mondayMs).error().code, ErrorCode::NotFound);
    }

    void open_followsThePartThatNamesTheFile()
    {
        const QByteArray bytes = photo();
        const CaseId caseId = m_desk->accepted(u"1"_s);
        sent(bytes);
        const QString digest = hex(sha256(bytes));
        QCOMPARE(blobs().open(clerk(), digest, mondayMs).error().code, ErrorCode::NotFound); // in no case yet
        m_desk->submitted(caseId, replyWith(bytes));
        QCOMPARE(must(blobs().open(clerk(), digest, mondayMs)).size, bytes.size());
        QCOMPARE(must(blobs().open(centre(), digest, mondayMs)).sm3, hex(sm3(bytes)));
        const auto forbidden = blobs().open(parkClerk(), digest, mondayMs);
        const auto unknown = blobs().open(parkClerk(), hex(sha256("nothing")), mondayMs);
        QCOMPARE(forbidden.error(), unknown.error());
        Actor otherTenant = clerk();
        otherTenant.tenant = {u"other"_s};
        QCOMPARE(blobs().open(otherTenant, digest, mondayMs).error(), unknown.error());
    }

    void open_ofAnInternalDraft_isNotFoundForTheCentre()
    {
        const QByteArray bytes = photo();
        const CaseId caseId = m_desk->accepted(u"1"_s);
        sent(bytes);
        Desk::expectAccepted(m_desk->submitForSignOff(caseId, replyWith(bytes)));
        must(blobs().open(clerk(), hex(sha256(bytes)), mondayMs));
        QCOMPARE(blobs().open(centre(), hex(sha256(bytes)), mondayMs).error().code, ErrorCode::NotFound);
    }

    void digestAlone_isNoKeyToAFile()
    {
        const QByteArray bytes = photo();
        sent(bytes, roadClerk());
        const CaseId caseId = m_desk->accepted(u"1"_s);
        const auto answer = m_desk->submitForSignOff(caseId, replyWith(bytes));
        QCOMPARE(answer.problems.first().code, ErrorCode::BlobMissing);
    }

    void removeExpired_keepsWhatACaseRefersTo()
    {
        const QByteArray kept = photo();
        const QByteArray dropped = kept + "2";
        const CaseId caseId = m_desk->accepted(u"1"_s);
        sent(kept);
        sent(dropped);
        const Upload half = created(kept + "3");
        must(blobs().patch(clerk(), half.id, 0, kept.left(10), {}, mondayMs));
        Desk::expectAccepted(m_desk->submitForSignOff(caseId, replyWith(kept)));
        QCOMPARE(must(blobs().removeExpired(mondayMs + BlobService::uploadLifeMs - 1)), 0);
        must(blobs().removeExpired(mondayMs + BlobService::uploadLifeMs + 1));
        QVERIFY(QFile::exists(pathOf(kept)));
        QVERIFY(!QFile::exists(pathOf(dropped)));
        QCOMPARE(blobs().head(clerk(), half.id, mondayMs).error().code, ErrorCode::NotFound);
        QCOMPARE(QDir(m_folder->path() + u"/uploads"_s).entryList(QDir::Files).size(), 0);
    }

    void storedFile_isCipheredOnTheDisk_alsoWhileItGrows()
    {
        const QByteArray bytes = photo() + QByteArray("a wall in Willow Lane").repeated(50);
        const Upload upload = created(bytes);
        must(blobs().patch(clerk(), upload.id, 0, bytes.left(1001), {}, mondayMs));
        const QByteArray growing = rawContent(m_folder->path() + u"/uploads/"_s + upload.id);
        QVERIFY(growing.size() > 1001 && !growing.contains(bytes.left(16)));
        must(blobs().patch(clerk(), upload.id, 1001, bytes.mid(1001), {}, mondayMs));
        QVERIFY(!rawContent(pathOf(bytes)).contains("Willow Lane"));
        QCOMPARE(contentOf(bytes), bytes);
        const auto &files = m_desk->backend.files;
        for (const qint64 from : {0, 1, 63, 64, 65, 1000, 1001}) {
            const auto part = must(files.read({u"demo"_s}, hex(sha256(bytes)), from, 130));
            QCOMPARE(part, bytes.mid(from, 130));
        }
    }

    void sameContentTwice_liesUnderAnotherStream()
    {
        const QByteArray one = photo() + "1";
        const QByteArray two = photo() + "2";
        for (const QByteArray &bytes : {one, two})
            must(blobs().patch(clerk(), created(bytes).id, 0, bytes, {}, mondayMs));
        QVERIFY(rawContent(pathOf(one)).mid(32, 64) != rawContent(pathOf(two)).mid(32, 64));
    }

    void fileThatAnOlderServerKeptInClear_isReadAndGrownAsItIs()
    {
        const QByteArray bytes = photo();
        QVERIFY(QDir().mkpath(QFileInfo(pathOf(bytes)).path()));
        put(pathOf(bytes), bytes);
        QCOMPARE(contentOf(bytes), bytes);
        QVERIFY(QFile::remove(pathOf(bytes)));
        const Upload upload = created(bytes);
        must(blobs().patch(clerk(), upload.id, 0, bytes.left(500), {}, mondayMs));
        put(m_folder->path() + u"/uploads/"_s + upload.id, bytes.left(500));
        QVERIFY(must(blobs().patch(clerk(), upload.id, 500, bytes.mid(500), {}, mondayMs)).complete);
        QCOMPARE(contentOf(bytes), bytes);
    }

    void removeExpired_takesAwayWhatADeadServerUnpacked()
    {
        // A lock of a process that no longer runs, in the form of QLockFile.
        const QDir scratch(m_desk->backend.files.scratch().disk);
        QVERIFY(scratch.mkpath(u"chengban-scratch-dead/data"_s));
        put(scratch.filePath(u"chengban-scratch-dead.lock"_s), "999999999\nchengban-server\n\n\n\n");
        const ScratchFolder living(1LL << 60, m_desk->backend.files.scratch());
        must(blobs().removeExpired(mondayMs));
        QCOMPARE(scratch.entryList(QDir::Dirs | QDir::NoDotAndDotDot),
            QStringList{QFileInfo(living.path()).fileName()});
    }
};

QTEST_GUILESS_MAIN(TestBlobService)
#include "tst_BlobService.moc"
