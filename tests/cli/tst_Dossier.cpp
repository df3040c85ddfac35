#include "Program.h"
#include "SampleLog.h"

#include "shared/canonical/Digest.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

Answer dossier(const QStringList &arguments)
{
    return run(QStringList{u"dossier"_s} + arguments);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size());
}

void copyTree(const QString &from, const QString &to)
{
    QDirIterator each(from, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        write(to + u'/' + QDir(from).relativeFilePath(path), contentOf(path));
    }
}

QByteArray smallestPng()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJg"
        "gg==");
}

} // namespace

class TestDossier : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir{};
    QString m_case{};
    QString m_bag{};

    [[nodiscard]] QString pathOf(const QString &name) const { return m_dir.filePath(name); }

private Q_SLOTS:
    void initTestCase()
    {
        const QByteArray photo = smallestPng();
        const QByteArray sound("ID3 a recorded call");
        m_case = pathOf(u"case"_s);
        const QJsonObject log = sampleLog({{u"现场照片.png"_s, AttachmentKind::Photo, u"image/png"_s,
                                               photo.size(), hex(sha256(photo)), hex(sm3(photo))},
            {u"通话:录音?.mp3"_s, AttachmentKind::Evidence, u"audio/mpeg"_s, sound.size(), hex(sha256(sound)),
                hex(sm3(sound))}});
        write(m_case + u"/log.json"_s, QJsonDocument(log).toJson());
        write(m_case + u"/originals/a"_s, photo);
        write(m_case + u"/originals/b"_s, sound);
        const Answer answer = dossier({u"build"_s, m_case, u"--out"_s, pathOf(u"out"_s)});
        QVERIFY2(answer.exitCode == 0, qPrintable(answer.out + answer.err));
        QVERIFY2(
            answer.out.contains(u"PDF/A-1b"_s) && answer.out.contains(u"自检"_s), qPrintable(answer.out));
        m_bag = answer.out.section(u'\n', 0, 0).section(u'\t', 1);
        QVERIFY(QDir(m_bag).exists());
    }

    void package_holdsWhatVerifiesIt()
    {
        for (const QString &file :
            {u"bagit.txt"_s, u"bag-info.txt"_s, u"manifest-sha256.txt"_s, u"digests-sm3.txt"_s,
                u"self-test.json"_s, u"data/dossier.pdf"_s, u"data/log.json"_s, u"data/manifest.json"_s,
                u"data/metadata.xml"_s, u"data/metadata.json"_s, u"data/keys/server.pem"_s,
                u"data/originals/001_现场照片.png"_s, u"data/originals/002_通话_录音_.mp3"_s})
            QVERIFY2(QFile::exists(m_bag + u'/' + file), qPrintable(file));
        QCOMPARE(contentOf(m_bag + u"/data/originals/001_现场照片.png"_s), smallestPng());
        QVERIFY(QFile::exists(m_bag + u"-spine.pdf"_s));
        const QByteArray xml = contentOf(m_bag + u"/data/metadata.xml"_s);
        for (const QString &element :
            {u"<题名>"_s, u"<签名算法标识>1.2.156.10197.1.501<"_s, u"<业务行为>审签<"_s})
            QVERIFY2(xml.contains(element.toUtf8()), qPrintable(element));
    }

    void selfTest_neverCallsPassedWhatItCannotSee()
    {
        const QJsonArray items = QJsonDocument::fromJson(contentOf(m_bag + u"/self-test.json"_s)).array();
        QHash<QString, QString> states;
        for (const QJsonValue &item : items)
            states.insert(item[u"id"_s].toString(), item[u"state"_s].toString());
        QCOMPARE(states.size(), 38);
        for (const char *id : {"1-1", "1-9", "1-13", "2-1", "2-5", "2-8", "3-1", "3-3", "3-4"})
            QCOMPARE(states.value(u"GD-"_s + QLatin1String(id)), u"passed"_s);
        for (const char *id :
            {"1-7", "1-8", "2-9", "3-6", "4-1", "4-2", "4-7"}) // not archived; not ours to see
            QCOMPARE(states.value(u"GD-"_s + QLatin1String(id)), u"not-checked"_s);
    }

    void programsOfOthers_agree()
    {
        const Answer sums = run(u"sh"_s,
            {u"-c"_s, u"cd \"$0\" && sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt"_s, m_bag});
        QVERIFY2(sums.exitCode == 0, qPrintable(sums.out));
        QDir signatures(m_bag + u"/data/signatures"_s);
        const QString text = signatures.entryList({u"*.json"_s}).value(0);
        const QString key = QDir(m_bag + u"/data/keys"_s).entryList({u"????????????????.pem"_s}).value(0);
        const Answer signature = run(u"openssl"_s,
            {u"pkeyutl"_s, u"-verify"_s, u"-pubin"_s, u"-inkey"_s, m_bag + u"/data/keys/"_s + key,
                u"-rawin"_s, u"-in"_s, signatures.filePath(text), u"-digest"_s, u"sm3"_s, u"-pkeyopt"_s,
                u"distid:1234567812345678"_s, u"-sigfile"_s,
                signatures.filePath(text.chopped(5) + u".sig"_s)});
        QVERIFY2(signature.exitCode == 0, qPrintable(signature.out + signature.err));
#ifdef Q_OS_WIN // A stand-in.
        const QString preflight = u"preflight"_s;
#else
        const QString preflight = QStringLiteral(CHENGBAN_SOURCE_DIR "/tests/preflight");
#endif
        const Answer pdf = run(preflight, {m_bag + u"/data/dossier.pdf"_s, m_bag + u"-spine.pdf"_s});
        if (pdf.exitCode == 77)
            QSKIP(qPrintable(pdf.out));
        QVERIFY2(pdf.exitCode == 0, qPrintable(pdf.out));
    }

    void sameCase_givesTheSamePackage_alsoOutOfThePackageItself()
    {
        const QByteArray manifest = contentOf(m_bag + u"/tagmanifest-sha256.txt"_s);
        for (const QString &source : {m_case, m_bag + u"/data"_s}) {
            const QTemporaryDir out;
            const Answer answer = dossier({u"build"_s, source, u"--out"_s, out.path()});
            const QString bag = answer.out.section(u'\n', 0, 0).section(u'\t', 1);
            QCOMPARE(contentOf(bag + u"/tagmanifest-sha256.txt"_s), manifest);
        }
    }

    void verify_namesEverythingItLookedAt()
    {
        const Answer answer = dossier({u"verify"_s, m_bag});
        QVERIFY2(answer.exitCode == 0, qPrintable(answer.out));
        for (const QString &words :
            {u"案卷包"_s, u"办理记录链"_s, u"审签"_s, u"回执"_s, u"材料原件：现场照片.png"_s, u"PDF/A-1b"_s})
            QVERIFY2(answer.out.contains(words), qPrintable(words + u'\n' + answer.out));
        const Answer list = dossier({u"list"_s, pathOf(u"out"_s)});
        QVERIFY2(list.exitCode == 0 && list.out.contains(u"有效"_s), qPrintable(list.out));
        const Answer alone = dossier({u"verify"_s, m_bag + u"/data/dossier.pdf"_s});
        QVERIFY2(alone.exitCode == 0 && alone.out.contains(u"未检测"_s), qPrintable(alone.out));
    }

    void packedPackage_verifiesAsOneFile()
    {
        const QString file = pathOf(u"package.zip"_s);
        const Answer packed = dossier({u"pack"_s, m_bag, u"--out"_s, file});
        QVERIFY2(packed.exitCode == 0, qPrintable(packed.out + packed.err));
        const Answer sound = dossier({u"verify"_s, file});
        QVERIFY2(sound.exitCode == 0 && sound.out.contains(u"办理记录链"_s), qPrintable(sound.out));
        QByteArray bytes = contentOf(file);
        const qsizetype place = bytes.indexOf("ID3 a recorded call");
        QVERIFY(place > 0);
        bytes[place + 5] = 'x';
        write(file, bytes);
        QVERIFY(dossier({u"verify"_s, file}).exitCode != 0);
        const QTemporaryDir dir;
        copyTree(m_bag, dir.path());
        write(dir.filePath(u"data/extra.txt"_s), "x");
        const Answer refused = dossier({u"pack"_s, dir.path(), u"--out"_s, pathOf(u"bad.zip"_s)});
        QVERIFY2(refused.exitCode == 1 && refused.out.contains(u"data/extra.txt"_s), qPrintable(refused.out));
        QVERIFY(!QFile::exists(pathOf(u"bad.zip"_s)));
    }

    void oneByteOfAnyFile_isFoundOut()
    {
        QDirIterator each(m_bag, QDir::Files, QDirIterator::Subdirectories);
        int files = 0;
        while (each.hasNext()) {
            const QString path = QDir(m_bag).relativeFilePath(each.next());
            if (path == u"tagmanifest-sha256.txt")
                continue; // nothing lists it; it lists the others
            const QTemporaryDir dir;
            copyTree(m_bag, dir.path());
            QByteArray bytes = contentOf(dir.filePath(path));
            bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
            write(dir.filePath(path), bytes);
            QVERIFY2(dossier({u"verify"_s, dir.path()}).exitCode == 1, qPrintable(path));
            ++files;
        }
        QVERIFY(files >= 14);
    }

    void forgedPackage_withNewManifests_isFoundOut()
    {
        const QTemporaryDir dir;
        copyTree(m_bag, dir.path());
        const QString log = dir.filePath(u"data/log.json"_s);
        write(log, contentOf(log).replace("陈立新", "陈立心"));
        for (const char *manifest : {"manifest", "tagmanifest"}) {
            run(u"sh"_s,
                {u"-c"_s,
                    u"cd \"$0\" && cut -c67- $1-sha256.txt | tr '\\n' '\\0' | xargs -0 sha256sum > m && mv m $1-sha256.txt"_s,
                    dir.path(), QLatin1String(manifest)});
        }
        QVERIFY(QFile::remove(dir.filePath(u"digests-sm3.txt"_s)));
        const Answer answer = dossier({u"verify"_s, dir.path()});
        QVERIFY2(
            answer.exitCode == 1 && answer.out.contains(u"integrity.chain-broken"_s), qPrintable(answer.out));
    }

    void badInput_isRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exit");
        const QString empty = pathOf(u"empty"_s);
        QVERIFY(QDir().mkpath(empty));
        write(pathOf(u"broken.pdf"_s), "%PDF-1.4 broken");
        const QString lost = pathOf(u"lost"_s);
        write(lost + u"/log.json"_s, contentOf(m_case + u"/log.json"_s));
        QTest::newRow("no word") << QStringList{} << 2;
        QTest::newRow("no log") << QStringList{u"build"_s, empty, u"--out"_s, pathOf(u"x"_s)} << 2;
        QTest::newRow("no originals") << QStringList{u"build"_s, lost, u"--out"_s, pathOf(u"x"_s)} << 2;
        QTest::newRow("no such order")
            << QStringList{u"build"_s, m_case, u"--out"_s, pathOf(u"x"_s), u"--order"_s, u"at-random"_s} << 2;
        QTest::newRow("it is there already")
            << QStringList{u"build"_s, m_case, u"--out"_s, pathOf(u"out"_s)} << 2;
        QTest::newRow("no such package") << QStringList{u"verify"_s, pathOf(u"nowhere"_s)} << 2;
        QTest::newRow("a broken PDF") << QStringList{u"verify"_s, pathOf(u"broken.pdf"_s)} << 2;
        QTest::newRow("an empty folder") << QStringList{u"verify"_s, empty} << 1;
    }
    void badInput_isRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exit);
        const Answer answer = dossier(arguments);
        QVERIFY2(answer.exitCode == exit, qPrintable(answer.out + answer.err));
        QVERIFY(QDir(pathOf(u"x"_s)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDossier)
#include "tst_Dossier.moc"
