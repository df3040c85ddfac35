#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// `chengban-server export`, and what `chengban-cli dossier` makes of it: the real programs, on the
/// demonstration county.
class TestServerExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_data = m_dir.filePath(u"data"_s);
        m_out = m_dir.filePath(u"out"_s);
        QFile password(m_dir.filePath(u"password"_s));
        QVERIFY(password.open(QIODevice::WriteOnly) && password.write("a long password\n") > 0);
        password.close();
        QCOMPARE(server({u"init"_s, u"--data"_s, m_data, u"--tenant"_s, u"yunxi"_s, u"--name"_s, u"云溪县"_s,
                     u"--password-file"_s, password.fileName()}),
            0);
        QVERIFY2(server({u"demo"_s, u"--data"_s, m_data, u"--password-file"_s, password.fileName()}) == 0,
            qPrintable(m_said));
        QVERIFY2(server({u"export"_s, u"--data"_s, m_data, u"--out"_s, m_out}) == 0, qPrintable(m_said));
        m_cases = QDir(m_out).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        QVERIFY2(m_cases.size() > 20, qPrintable(m_said));
    }

    void everyFolder_isNamedInTheAnswer()
    {
        // One line each, in the order of the feed.
        for (const QString &name : m_cases)
            QVERIFY2(m_said.contains(name + u'\n'), qPrintable(name));
    }

    void everyLog_verifiesByItself()
    {
        for (const QString &name : m_cases) {
            const QString log = QDir(m_out).filePath(name + u"/log.json"_s);
            QVERIFY2(cli({u"verify"_s, log}) == 0, qPrintable(m_said));
        }
    }

    void everyFile_standsUnderItsDigest()
    {
        int files = 0;
        for (const QString &name : m_cases) {
            const QDir originals(QDir(m_out).filePath(name + u"/originals"_s));
            for (const QString &file : originals.entryList(QDir::Files)) {
                ++files;
                QFile bytes(originals.filePath(file));
                QVERIFY(bytes.open(QIODevice::ReadOnly));
                QCOMPARE(QString::fromLatin1(
                             QCryptographicHash::hash(bytes.readAll(), QCryptographicHash::Sha256).toHex()),
                    file);
            }
        }
        QVERIFY(files > 0);
    }

    void dossier_isBuiltFromAFolderAndHolds()
    {
        const QString name = folderWithFiles();
        QVERIFY(!name.isEmpty());
        const QString built = m_dir.filePath(u"built"_s);
        const int code
            = cli({u"dossier"_s, u"build"_s, QDir(m_out).filePath(name), u"--out"_s, built, u"--eep"_s});
        QVERIFY2(code == 0, qPrintable(m_said));
        const QStringList packages = QDir(built).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(packages.size(), 1);
        QVERIFY2(cli({u"dossier"_s, u"verify"_s, QDir(built).filePath(packages.first())}) == 0,
            qPrintable(m_said));
        QVERIFY(QFile::exists(QDir(built).filePath(packages.first() + u".eep"_s)));
        QVERIFY(QFile::exists(QDir(built).filePath(packages.first() + u"-folder.pdf"_s)));
    }

    void oneCase_isExportedByItsNumber()
    {
        const QString alone = m_dir.filePath(u"alone"_s);
        QFile log(QDir(m_out).filePath(m_cases.first() + u"/log.json"_s));
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QString id = QJsonDocument::fromJson(log.readAll())
                               .object()
                               .value(u"events"_s)
                               .toArray()
                               .first()
                               .toObject()
                               .value(u"header"_s)
                               .toObject()
                               .value(u"caseId"_s)
                               .toString();
        QVERIFY2(!id.isEmpty(), "no id");
        QCOMPARE(server({u"export"_s, u"--data"_s, m_data, u"--out"_s, alone, u"--case"_s, id}), 0);
        QCOMPARE(QDir(alone).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList{m_cases.first()});
    }

    void unfitCalls_fail()
    {
        QCOMPARE(server({u"export"_s, u"--data"_s, m_data}), 2);
        QCOMPARE(server({u"export"_s, u"--data"_s, m_data, u"--out"_s, m_dir.filePath(u"none"_s), u"--case"_s,
                     u"no-such-number"_s}),
            1);
        QCOMPARE(server({u"export"_s, u"--data"_s, m_dir.filePath(u"nowhere"_s), u"--out"_s, m_out}), 1);
    }

private:
    [[nodiscard]] QString folderWithFiles() const
    {
        for (const QString &name : m_cases) {
            if (!QDir(QDir(m_out).filePath(name + u"/originals"_s)).entryList(QDir::Files).isEmpty())
                return name;
        }
        return {};
    }
    int run(const QString &name, const QStringList &arguments)
    {
        QProcess program;
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(CHENGBAN_BIN_DIR "/") + name, arguments);
        const bool ended = program.waitForFinished(240000) && program.exitStatus() == QProcess::NormalExit;
        m_said = QString::fromUtf8(program.readAll());
        return ended ? program.exitCode() : -1;
    }
    int server(const QStringList &arguments) { return run(u"chengban-server"_s, arguments); }
    int cli(const QStringList &arguments) { return run(u"chengban-cli"_s, arguments); }

    QTemporaryDir m_dir;
    QString m_data;
    QString m_out;
    QStringList m_cases;
    QString m_said;
};

QTEST_GUILESS_MAIN(TestServerExport)
#include "tst_ServerExport.moc"
