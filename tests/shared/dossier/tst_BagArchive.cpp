#include "shared/base/LibraryPath.h"
#include "shared/dossier/Bag.h"
#include "shared/dossier/BagArchive.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

void writeSample(const QString &folder)
{
    Result<BagWriter> writer = BagWriter::begin(folder);
    QVERIFY(writer && writer->add(u"log.json"_s, "{}"));
    QVERIFY(writer->add(u"originals/001_现场 照片.jpg"_s, QByteArray(70'000, 'x')));
    QVERIFY(writer->closePayload({}) && writer->finish());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// An archive with these names in it, each of ten letters.
void writeZip(const QString &path, const QStringList &names)
{
    int error = 0;
    zip_t *archive = zip_open(libraryPath(path).constData(), ZIP_CREATE, &error);
    QVERIFY(archive);
    for (const QString &name : names)
        zip_file_add(archive, name.toUtf8().constData(), zip_source_buffer(archive, "0123456789", 10, 0), 0);
    QCOMPARE(zip_close(archive), 0);
}

} // namespace

class TestBagArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenArchive_unpacksToTheSameValidBag()
    {
        const QTemporaryDir dir;
        const QString bag = dir.filePath(u"dossier-QH1"_s);
        writeSample(bag);
        const QString path = dir.filePath(u"a.zip"_s);
        QVERIFY(writeBagArchive(bag, path));
        QVERIFY(isBagArchive(contentOf(path).first(16)));
        QVERIFY(!writeBagArchive(bag, path)); // never written over
        QVERIFY(QDir(dir.path()).mkdir(u"out"_s));
        const auto unpacked = unpackBagArchive(path, dir.filePath(u"out"_s));
        QVERIFY(unpacked);
        QVERIFY(unpacked->endsWith(u"/dossier-QH1"_s));
        const auto report = checkedBag(*unpacked);
        QVERIFY(report && report->faults.isEmpty());
        QCOMPARE(report->files, 2);
    }

    void writtenTwice_hasTheSameBytes()
    {
        const QTemporaryDir dir;
        writeSample(dir.filePath(u"bag"_s));
        QVERIFY(writeBagArchive(dir.filePath(u"bag"_s), dir.filePath(u"a"_s)));
        QVERIFY(writeBagArchive(dir.filePath(u"bag"_s), dir.filePath(u"b"_s)));
        QCOMPARE(contentOf(dir.filePath(u"a"_s)), contentOf(dir.filePath(u"b"_s)));
    }

    void otherReader_findsTheFiles()
    {
        const QTemporaryDir dir;
        writeSample(dir.filePath(u"bag"_s));
        QVERIFY(writeBagArchive(dir.filePath(u"bag"_s), dir.filePath(u"a.zip"_s)));
        QProcess python;
        python.start(u"python3"_s,
            {u"-c"_s,
                u"import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);"
                "print(z.testzip());print('\\n'.join(sorted(z.namelist())))"_s,
                dir.filePath(u"a.zip"_s)});
        if (!python.waitForStarted())
            QSKIP("python3 is not here");
        QVERIFY(python.waitForFinished());
        const QString out = QString::fromUtf8(python.readAllStandardOutput());
        QVERIFY2(out.startsWith(u"None\n"), qPrintable(out));
        QVERIFY(out.contains(u"bag/data/originals/001_现场 照片.jpg\n"));
    }

    void unsafeArchive_isRefusedAndWritesNothingOutside_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("a path upwards") << QStringList{u"bag/a"_s, u"bag/../../evil"_s};
        QTest::newRow("an absolute path") << QStringList{u"/tmp/evil"_s};
        QTest::newRow("two folders") << QStringList{u"bag/a"_s, u"other/b"_s};
        QTest::newRow("no folder") << QStringList{u"a"_s};
        QTest::newRow("a backslash") << QStringList{u"bag/..\\evil"_s};
        QTest::newRow("empty") << QStringList{u"bag/"_s};
    }
    void unsafeArchive_isRefusedAndWritesNothingOutside()
    {
        QFETCH(QStringList, names);
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"a.zip"_s);
        writeZip(path, names);
        QVERIFY(QDir(dir.path()).mkdir(u"out"_s));
        const auto unpacked = unpackBagArchive(path, dir.filePath(u"out"_s));
        QVERIFY(!unpacked);
        QCOMPARE(unpacked.error().code, ErrorCode::PackageInvalid);
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 2);
    }

    void archive_beyondItsLimits_isRefused()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"a.zip"_s);
        writeZip(path, {u"bag/a"_s, u"bag/b"_s});
        QCOMPARE(unpackBagArchive(path, dir.path(), {.bytes = 19}).error().code, ErrorCode::TooLarge);
        QCOMPARE(unpackBagArchive(path, dir.path(), {.files = 1}).error().code, ErrorCode::TooLarge);
    }

    void whatIsNoArchive_isRefused()
    {
        const QTemporaryDir dir;
        QFile file(dir.filePath(u"a.zip"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("PK\x03\x04 and nothing more") > 0);
        file.close();
        QCOMPARE(unpackBagArchive(file.fileName(), dir.path()).error().code, ErrorCode::PackageInvalid);
        QCOMPARE(
            unpackBagArchive(dir.filePath(u"none"_s), dir.path()).error().code, ErrorCode::FileUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestBagArchive)
#include "tst_BagArchive.moc"
