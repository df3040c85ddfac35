#include "tests/SmallDisk.h"
#include "tests/client/printing/DossierFixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace chengban::dossiers;

class TestDossierRefusals : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{};

    [[nodiscard]] QString pathOf(const QString &name) const { return m_dir.filePath(name); }

    [[nodiscard]] Result<DossierInfo> written(const Case &c, const Files &files, const QString &name) const
    {
        return writeDossier(
            manifestOf(c, PaperOrder::ConclusionFirst), c, sampleLog(c), files.source(), pathOf(name));
    }

private Q_SLOTS:
    void badAttachment_isRefusedAndNothingIsWritten_data()
    {
        QTest::addColumn<QString>("mime");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const QString pdf = QStringLiteral("application/pdf");
        QTest::newRow("damaged PDF") << pdf << smallPdf(2).first(2000) << ErrorCode::PdfInvalid;
        QTest::newRow("no PDF at all") << pdf << QByteArray("hello") << ErrorCode::PdfInvalid;
        QTest::newRow("empty file") << pdf << QByteArray() << ErrorCode::FileEmpty;
        QTest::newRow("cut JPEG") << QStringLiteral("image/jpeg") << jpegScan().first(100)
                                  << ErrorCode::FileUnreadable;
        QTest::newRow("TIFF that is none")
            << QStringLiteral("image/tiff") << QByteArray("II*\0zz", 6) << ErrorCode::FileUnreadable;
        QTemporaryDir dir;
        QFile plain(dir.filePath(QStringLiteral("plain.pdf")));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        plain.write(smallPdf(1));
        plain.close();
        run(QStringLiteral("qpdf"),
            {QStringLiteral("--encrypt"), QStringLiteral("secret"), QStringLiteral("owner"),
                QStringLiteral("256"), QStringLiteral("--"), plain.fileName(),
                dir.filePath(QStringLiteral("locked.pdf"))});
        QFile locked(dir.filePath(QStringLiteral("locked.pdf")));
        QVERIFY(locked.open(QIODevice::ReadOnly));
        QTest::newRow("PDF with a password") << pdf << locked.readAll() << ErrorCode::PdfInvalid;
    }
    void badAttachment_isRefusedAndNothingIsWritten()
    {
        QFETCH(QString, mime);
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        Files files;
        Case c = samples::archivedCase();
        c.replies.last().reply.attachments = {files.add(QStringLiteral("材料"), mime, bytes)};
        const Result<DossierInfo> info = written(c, files, QStringLiteral("bad.pdf"));
        QVERIFY(!info);
        QCOMPARE(errorName(info.error().code), errorName(code));
        QVERIFY(!QFile::exists(pathOf(QStringLiteral("bad.pdf"))));
    }

    void missingFile_wrongFileAndMissingPaper_areRefused()
    {
        Files files;
        Case c = samples::archivedCase();
        c.replies.last().reply.attachments
            = {files.add(QStringLiteral("a.jpg"), QStringLiteral("image/jpeg"), jpegScan())};
        QCOMPARE(written(c, {}, QStringLiteral("no.pdf")).error().code, ErrorCode::FileUnreadable);
        const FileSource other
            = [](const QString &) -> Result<QByteArray> { return QByteArray("another file"); };
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        QCOMPARE(writeDossier(manifest, c, {}, other, pathOf(QStringLiteral("no.pdf"))).error().code,
            ErrorCode::DigestMismatch);
        QCOMPARE(writeDossier(manifest, samples::archivedCase(), sampleLog(Case{}), files.source(),
                     pathOf(QStringLiteral("no.pdf")))
                     .error()
                     .code,
            ErrorCode::DossierIncomplete);
        c.contacts.clear();
        QCOMPARE(written(c, files, QStringLiteral("no.pdf")).error().code, ErrorCode::DossierIncomplete);
        QVERIFY(!QFile::exists(pathOf(QStringLiteral("no.pdf"))));
    }

    void failedWrite_leavesTheOldFile()
    {
        if (!SmallDisk::possible)
            QSKIP("a full disk cannot be played here");
        const QString path = pathOf(QStringLiteral("kept.pdf"));
        const Case c = samples::archivedCase();
        QVERIFY(written(c, {}, QStringLiteral("kept.pdf")));
        const qint64 size = QFileInfo(path).size();
        const Result<DossierInfo> info = [&] {
            const SmallDisk full(20'000);
            return written(c, {}, QStringLiteral("kept.pdf"));
        }();
        QVERIFY(!info);
        QCOMPARE(info.error().code, ErrorCode::DiskFull);
        QCOMPARE(QFileInfo(path).size(), size);
        QCOMPARE(QDir(m_dir.path()).entryList({QStringLiteral("kept.pdf*")}).size(), 1);
        QCOMPARE(writeDossier(manifestOf(c, PaperOrder::ConclusionFirst), c, {}, Files().source(),
                     pathOf(QStringLiteral("no/such/folder.pdf")))
                     .error()
                     .code,
            ErrorCode::FileUnreadable);
    }
};

QTEST_MAIN(TestDossierRefusals)
#include "tst_DossierRefusals.moc"
