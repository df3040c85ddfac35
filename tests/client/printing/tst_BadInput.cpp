// What an office hands in: large, long, odd. Each is printed whole or refused, never half.
#include "client/printing/DossierPackage.h"
#include "tests/SmallDisk.h"
#include "tests/client/printing/DossierFixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace chengban::dossiers;
using namespace Qt::StringLiterals;

class TestBadInput : public QObject
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
    [[nodiscard]] static Case with(
        Files &files, const QString &name, const QString &mime, const QByteArray &bytes)
    {
        Case c = samples::archivedCase();
        c.replies.last().reply.attachments = {files.add(name, mime, bytes)};
        return c;
    }

private Q_SLOTS:
    void a3ScanOf600Dpi_goesInByteForByteOnOnePage()
    {
        const QByteArray scan = jpegScan({7016, 9933});
        Files files;
        const Case c = with(files, u"图纸.jpg"_s, u"image/jpeg"_s, scan);
        const auto info = written(c, files, u"a3.pdf"_s);
        QVERIFY(info);
        const auto bare = written(samples::archivedCase(), {}, u"bare.pdf"_s);
        QVERIFY(bare && info->sheets == bare->sheets + 1);
        QFile file(pathOf(u"a3.pdf"_s));
        QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains(scan));
        const QByteArray facts
            = run(u"pdfinfo"_s, {u"-f"_s, u"1"_s, u"-l"_s, u"999"_s, pathOf(u"a3.pdf"_s)}).out;
        QVERIFY(!facts.contains("841.89 x 1190")); // stays A4
    }

    void jpegOf12Bits_isRefusedOrPrinted_neverBlank()
    {
        QByteArray scan = jpegScan();
        const qsizetype frame = scan.indexOf(QByteArray("\xff\xc0", 2));
        QVERIFY(frame > 0);
        scan[frame + 4] = 12; // precision of the samples
        Files files;
        const auto info
            = written(with(files, u"十二位.jpg"_s, u"image/jpeg"_s, scan), files, u"twelve.pdf"_s);
        QVERIFY(!info);
        QCOMPARE(info.error().code, ErrorCode::FileUnreadable);
        QVERIFY(!QFile::exists(pathOf(u"twelve.pdf"_s)));
    }

    void attachmentOf500Pages_isPrintedWhole()
    {
        Files files;
        const Case c = with(files, u"长材料.pdf"_s, u"application/pdf"_s, smallPdf(500, QPageSize::A7));
        const auto volumes = writeVolumes(manifestOf(c, PaperOrder::ConclusionFirst), c, sampleLog(c),
            files.source(), pathOf(u"long.pdf"_s));
        QVERIFY(volumes);
        int longest = 0;
        for (const DossierVolume &volume : *volumes)
            longest = std::max(longest, volume.info.numberedPages);
        QVERIFY2(longest >= 500, qPrintable(QString::number(longest)));
        QVERIFY(volumes->size() >= 2); // a longer paper is a volume of its own
    }

    void titleOf200Characters_isWholeOnTheSheetAndShortOnTheCover()
    {
        Case c = samples::archivedCase();
        QString title;
        for (int i = 0; i < 200; ++i)
            title += QChar(0x4e00 + i);
        c.demand.title = title;
        QVERIFY(written(c, {}, u"title.pdf"_s));
        const QString text = textOf(pathOf(u"title.pdf"_s));
        QVERIFY((charactersOf(title) - charactersOf(text)).isEmpty());
        QVERIFY(dossierTitle(c.leadUnitName, title).toUcs4().size() <= 50);
        const QString cover = textOf(pathOf(u"title.pdf"_s), 1);
        QVERIFY(cover.contains(QChar(u'…')));
    }

    void rareCharacters_areNamedInTheInfo()
    {
        Case c = samples::archivedCase();
        c.replies.last().reply.result += QString::fromUcs4(U"\U0010FFFD龘𠀀");
        const auto info = written(c, {}, u"rare.pdf"_s);
        QVERIFY(info);
        QVERIFY(info->unprintable.contains(u"U+10FFFD"_s));
        QVERIFY(textOf(pathOf(u"rare.pdf"_s)).contains(u"龘"));
    }

    void fullDisk_leavesNoPackage()
    {
        if (!SmallDisk::possible)
            QSKIP("a full disk cannot be played here");
        Files files;
        const Case c = with(files, u"a.jpg"_s, u"image/jpeg"_s, jpegScan());
        const PackageMaterial material{manifestOf(c, PaperOrder::ConclusionFirst), c,
            {sampleLog(c), {}, {}, {}}, files.source(), nullptr};
        {
            const SmallDisk full(20'000);
            const auto made = writePackage(material, pathOf(u"bag"_s));
            QVERIFY(!made);
            QCOMPARE(errorName(made.error().code), errorName(ErrorCode::DiskFull));
        }
        QVERIFY(!QFile::exists(pathOf(u"bag"_s)));
        QVERIFY(QDir(m_dir.path()).entryList({u"*bag*"_s}, QDir::AllEntries | QDir::Hidden).isEmpty());
    }
};

QTEST_MAIN(TestBadInput)
#include "tst_BadInput.moc"
