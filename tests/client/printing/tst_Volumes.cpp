#include "tests/client/printing/DossierFixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace chengban::dossiers;

class TestVolumes : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{};

    [[nodiscard]] QString pathOf(const QString &name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void above200Pages_theDossierIsSplitAtThePapers()
    {
        Files files;
        Case c = samples::archivedCase();
        for (int i = 0; i < 240; ++i) {
            c.replies.last().reply.attachments.append(files.add(QStringLiteral("材料%1.jpg").arg(i + 1),
                QStringLiteral("image/jpeg"), jpegScan({62, 88}, i)));
        }
        const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
        const Result<QList<DossierVolume>> volumes
            = writeVolumes(manifest, c, sampleLog(c), files.source(), pathOf(QStringLiteral("volumes.pdf")));
        QVERIFY(volumes);
        QCOMPARE(volumes->size(), 2);
        QVERIFY(!QFile::exists(pathOf(QStringLiteral("volumes.pdf"))));
        QList<Paper> papers;
        for (const DossierVolume &volume : *volumes) {
            QVERIFY(volume.info.numberedPages <= 200);
            QCOMPARE(volume.info.papers.first().first, 1);
            QVERIFY(textOf(volume.path, 1).contains(QStringLiteral("第%1卷").arg(volume.manifest.volume)));
            papers += volume.manifest.papers;
        }
        QCOMPARE(papers, manifest.papers);
        const Result<QList<DossierVolume>> small
            = writeVolumes(manifestOf(samples::archivedCase(), PaperOrder::ConclusionFirst),
                samples::archivedCase(), {}, {}, pathOf(QStringLiteral("small.pdf")));
        QVERIFY(small && small->size() == 1 && QFile::exists(pathOf(QStringLiteral("small.pdf"))));
    }

    void spine_namesFondsYearRetentionAndVolume()
    {
        const Manifest manifest = manifestOf(samples::archivedCase(), PaperOrder::ConclusionFirst);
        const Result<DossierInfo> info = writeSpine(manifest, pathOf(QStringLiteral("spine.pdf")));
        QVERIFY(info && info->sheets == 1);
        const QString text = textOf(pathOf(QStringLiteral("spine.pdf")));
        for (const QString &item :
            {QStringLiteral("Q012"), QStringLiteral("2026"), QStringLiteral("30年"), QStringLiteral("0007")})
            QCOMPARE(text.count(item), 3);
    }

    void volumeThatCannotBeWritten_leavesNone()
    {
        Files files;
        Case c = samples::archivedCase();
        for (int i = 0; i < 240; ++i) {
            c.replies.last().reply.attachments.append(files.add(QStringLiteral("材料%1.jpg").arg(i + 1),
                QStringLiteral("image/jpeg"), jpegScan({62, 88}, i)));
        }
        // A folder stands where the second volume is to be written.
        QVERIFY(QDir().mkpath(pathOf(QStringLiteral("torn-2.pdf"))));
        const Result<QList<DossierVolume>> volumes = writeVolumes(manifestOf(c, PaperOrder::ConclusionFirst),
            c, sampleLog(c), files.source(), pathOf(QStringLiteral("torn.pdf")));
        QVERIFY(!volumes);
        QVERIFY(!QFile::exists(pathOf(QStringLiteral("torn.pdf"))));
        QVERIFY(!QFile::exists(pathOf(QStringLiteral("torn-1.pdf"))));
    }
};

QTEST_MAIN(TestVolumes)
#include "tst_Volumes.moc"
