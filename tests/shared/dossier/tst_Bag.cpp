#include "shared/dossier/Bag.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;

namespace {

QString folderIn(const QTemporaryDir &dir)
{
    return dir.filePath(QStringLiteral("卷"));
}

void writeSample(const QString &folder)
{
    Result<BagWriter> writer = BagWriter::begin(folder);
    QVERIFY(writer);
    QVERIFY(writer->add(QStringLiteral("log.json"), "{}"));
    QVERIFY(writer->add(QStringLiteral("originals/01_现场 照片100%.jpg"), QByteArray(5000, 'x')));
    QVERIFY(writer->closePayload({{QStringLiteral("Bagging-Date"), QStringLiteral("2026-03-20")}}));
    QVERIFY(checkedBag(writer->folder(), BagPart::Payload)->faults.isEmpty());
    QVERIFY(writer->addTagFile(QStringLiteral("self-test.json"), "[]"));
    QVERIFY(writer->finish());
}

void change(const QString &path, const std::function<void(QByteArray &)> &edit)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    edit(bytes);
    QVERIFY(file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size());
}

} // namespace

class TestBag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenBag_isCompleteAndValid()
    {
        const QTemporaryDir dir;
        writeSample(folderIn(dir));
        const Result<BagReport> report = checkedBag(folderIn(dir));
        QVERIFY(report && report->faults.isEmpty());
        QCOMPARE(report->files, 2);
        QCOMPARE(report->bytes, 5002);
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
        QVERIFY(!BagWriter::begin(folderIn(dir))); // never written over
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(dir.path()));
        QVERIFY(checkedBag(QStringLiteral("卷"))->faults.isEmpty());
        QVERIFY(QDir::setCurrent(before));
    }

    void unfinishedBag_leavesNothing()
    {
        const QTemporaryDir dir;
        {
            Result<BagWriter> writer = BagWriter::begin(folderIn(dir));
            QVERIFY(writer && writer->add(QStringLiteral("a"), "a"));
            QVERIFY(!writer->add(QStringLiteral("a"), "b"));
            QVERIFY(!writer->add(QStringLiteral("../a"), "b"));
        }
        QVERIFY(QDir(dir.path()).isEmpty());
    }

    void changedBag_isFoundOut_data()
    {
        using Change = std::function<void(const QDir &)>;
        QTest::addColumn<Change>("harm");
        QTest::addColumn<BagFaultKind>("kind");
        QTest::addColumn<QString>("path");
        const QString photo = QStringLiteral("data/originals/01_现场 照片100%.jpg");
        const auto edit = [](const char *name, const std::function<void(QByteArray &)> &how) -> Change {
            return [=](const QDir &bag) { change(bag.filePath(QString::fromLatin1(name)), how); };
        };
        const auto row = [](const char *name, const Change &harm, BagFaultKind kind, const QString &path) {
            QTest::newRow(name) << harm << kind << path;
        };
        row(
            "a changed byte",
            [=](const QDir &bag) { change(bag.filePath(photo), [](QByteArray &b) { b[7] = 'y'; }); },
            BagFaultKind::DigestDiffers, photo);
        row(
            "an extra file",
            [](const QDir &bag) {
                QVERIFY(QFile::copy(bag.filePath(QStringLiteral("bagit.txt")),
                    bag.filePath(QStringLiteral("data/Thumbs.db"))));
            },
            BagFaultKind::FileNotListed, QStringLiteral("data/Thumbs.db"));
        row(
            "a file is gone", [=](const QDir &bag) { QVERIFY(QFile::remove(bag.filePath(photo))); },
            BagFaultKind::FileMissing, photo);
        row("a manifest line is gone",
            edit("manifest-sha256.txt", [](QByteArray &b) { b = b.left(b.indexOf('\n') + 1); }),
            BagFaultKind::FileNotListed, photo);
        row("a path that climbs out",
            edit("manifest-sha256.txt",
                [](QByteArray &b) { b += QByteArray(64, 'a') + "  data/../../etc/passwd\n"; }),
            BagFaultKind::PathUnsafe, QStringLiteral("data/../../etc/passwd"));
        row("an absolute path",
            edit("manifest-sha256.txt", [](QByteArray &b) { b += QByteArray(64, 'a') + "  /etc/passwd\n"; }),
            BagFaultKind::PathUnsafe, QStringLiteral("/etc/passwd"));
#ifndef Q_OS_WIN // Qt makes a shortcut there, which is a file.
        row(
            "a link out of the bag",
            [=](const QDir &bag) {
                QVERIFY(QFile::remove(bag.filePath(photo))
                    && QFile::link(QStringLiteral("/etc/hostname"), bag.filePath(photo)));
            },
            BagFaultKind::PathUnsafe, photo);
#endif
        row("a line of rubbish", edit("manifest-sha256.txt", [](QByteArray &b) { b += "rubbish\n"; }),
            BagFaultKind::LineUnreadable, QStringLiteral("manifest-sha256.txt rubbish"));
        row("a line twice",
            edit("manifest-sha256.txt", [](QByteArray &b) { b += b.left(b.indexOf('\n') + 1); }),
            BagFaultKind::ListedTwice, QStringLiteral("data/log.json"));
        row(
            "no manifest",
            [](const QDir &bag) {
                QVERIFY(QFile::remove(bag.filePath(QStringLiteral("manifest-sha256.txt"))));
            },
            BagFaultKind::ManifestMissing, QStringLiteral("manifest-sha256.txt"));
        row("another version", edit("bagit.txt", [](QByteArray &b) { b.replace("1.0", "0.9"); }),
            BagFaultKind::DeclarationMissing, QStringLiteral("bagit.txt"));
        row("the facts are changed", edit("bag-info.txt", [](QByteArray &b) { b.replace("2026", "2025"); }),
            BagFaultKind::DigestDiffers, QStringLiteral("bag-info.txt"));
        row("SM3 differs", edit("digests-sm3.txt", [](QByteArray &b) { b[0] = b[0] == 'a' ? 'b' : 'a'; }),
            BagFaultKind::DigestDiffers, QStringLiteral("data/log.json"));
        row(
            "parts elsewhere",
            [](const QDir &bag) {
                QVERIFY(QFile::copy(
                    bag.filePath(QStringLiteral("bagit.txt")), bag.filePath(QStringLiteral("fetch.txt"))));
            },
            BagFaultKind::FetchNeeded, QStringLiteral("fetch.txt"));
    }
    void changedBag_isFoundOut()
    {
        QFETCH(std::function<void(const QDir &)>, harm);
        QFETCH(BagFaultKind, kind);
        QFETCH(QString, path);
        const QTemporaryDir dir;
        writeSample(folderIn(dir));
        harm(QDir(folderIn(dir)));
        const Result<BagReport> report = checkedBag(folderIn(dir));
        QVERIFY(report);
        QVERIFY2(report->faults.contains({kind, path}),
            report->faults.isEmpty() ? "no fault" : qPrintable(report->faults.first().path));
    }

    void programsOfOthers_agree()
    {
#ifdef Q_OS_WIN
        QSKIP("sha256sum and bagit are programs of Linux");
#endif
        const QTemporaryDir dir;
        writeSample(folderIn(dir));
        const auto runs = [&](const QString &program, const QStringList &arguments) {
            QProcess process;
            process.setWorkingDirectory(folderIn(dir));
            process.start(program, arguments);
            return process.waitForFinished() && process.exitCode() == 0;
        };
        for (const char *manifest : {"manifest-sha256.txt", "tagmanifest-sha256.txt"})
            QVERIFY(runs(QStringLiteral("sh"),
                {QStringLiteral("-c"),
                    QStringLiteral("sed 's/%25/%/' %1 | sha256sum -c -").arg(QLatin1String(manifest))}));
        const QString python = QStringLiteral("python3");
        if (!runs(python, {QStringLiteral("-c"), QStringLiteral("import bagit")}))
            QSKIP("bagit-python is not installed (it is not in Debian 12)");
        QVERIFY(runs(python,
            {QStringLiteral("-m"), QStringLiteral("bagit"), QStringLiteral("--validate"), folderIn(dir)}));
    }
};

QTEST_APPLESS_MAIN(TestBag)
#include "tst_Bag.moc"
