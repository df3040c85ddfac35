#include "tests/faults/PowerCut.h"
#include "tests/faults/Stage.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace chengban;
using namespace chengban::faults;

namespace {

constexpr int quickCuts = 40;
constexpr int livesMs = 6000;
const QStringList memory{QStringLiteral("/record"), QStringLiteral("/page")};

int numberFrom(const char *variable, int otherwise)
{
    bool whole = false;
    const int number = qEnvironmentVariableIntValue(variable, &whole);
    return whole ? number : otherwise;
}

void copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString copy = to + file.mid(from.size());
        QDir().mkpath(QFileInfo(copy).path());
        if (!QFile::copy(file, copy))
            qFatal("no place for a copy");
    }
}

} // namespace

/// A clerk works for a while against a real server; what both did to their files is written down. Then the
/// power goes, at many moments of it, and each time what the person was told is safe has to be on the disk.
/// `./test --long` cuts 400 times; CHENGBAN_CUTS and CHENGBAN_CUT_SEED say otherwise.
///
/// Seen to fail: with synchronous=NORMAL for the work file (the store does not open, its key was not on the
/// disk), with synchronous=NORMAL at the server (an accepted command was gone), and without the sync of the
/// folder after a file was sealed (the file's row was there, the file not).
class TestPowerCut : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<SharedPage> m_page;
    std::unique_ptr<live::LiveCounty> m_county;
    QString m_serverBefore;
    QString m_serverFolder;
    QStringList m_look; ///< Arguments of the clerk who looks; the folder is the second.
    QList<FileDeed> m_client;
    QList<FileDeed> m_server;
    QList<qint64> m_moments; ///< Sequence numbers worth a cut.
    QRandomGenerator m_dice{quint32(numberFrom("CHENGBAN_CUT_SEED", 7))};

    QString path(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }

    /// What a person remembers at that moment.
    QByteArray recordAt(qint64 sequence) const
    {
        QByteArray record;
        for (const FileDeed &entry : m_client) {
            if (entry.sequence <= sequence && entry.deed == Deed::Write
                && entry.path.endsWith(memory.first()))
                record += entry.bytes;
        }
        return record;
    }

    void liveAWhile()
    {
        m_page = std::make_unique<SharedPage>(path("page"));
        m_county
            = std::make_unique<live::LiveCounty>(freePort(1), preloaded(*m_page, path("server.journal")));
        m_county->stop(); // The first start is not of interest.
        m_serverFolder = m_county->server().folder();
        m_serverBefore = path("server-before");
        copyFolder(m_serverFolder, m_serverBefore);
        QFile::remove(path("server.journal"));
        m_county->start();
        live::Caller centre(*m_county, QStringLiteral("zhou"));
        for (int i = 0; i < 6; ++i)
            centre.dispatchCase(QStringLiteral("P-%1").arg(i));
        QDir().mkpath(path("li"));
        m_look = {QStringLiteral("look"), path("li"), m_county->url().toString(), m_county->server().caFile(),
            QStringLiteral("li"), live::LiveCounty::passwordFor(), QStringLiteral("5")};
        QStringList live = m_look;
        live[0] = QStringLiteral("live");
        QProcess clerk;
        clerk.setProcessEnvironment(preloaded(*m_page, path("client.journal")));
        clerk.start(QStringLiteral(CHENGBAN_CLERK), live);
        QVERIFY(QTest::qWaitFor([this] { return (*m_page)->ready == 1; }, 20'000));
        QTest::qWait(numberFrom("CHENGBAN_CUTS", 0) > 0 ? 4 * livesMs : livesMs);
        clerk.kill();
        clerk.waitForFinished();
        m_county->server().kill();
    }

    /// Half of them right after the program said that something is safe, half anywhere.
    void chooseMoments(int count)
    {
        QList<qint64> said;
        for (const FileDeed &entry : std::as_const(m_client)) {
            if (entry.deed == Deed::Write && entry.path.endsWith(memory.first())
                && (entry.bytes.startsWith("{\"accepted") || entry.bytes.contains("\"done\"")))
                said << entry.sequence;
        }
        QVERIFY(said.size() > 30);
        while (m_moments.size() < count)
            m_moments << (m_moments.size() % 2 == 0
                    ? said[m_dice.bounded(said.size())]
                    : said.first() + m_dice.bounded(m_client.last().sequence - said.first()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        liveAWhile();
        m_client = journalFrom(path("client.journal"));
        m_server = journalFrom(path("server.journal"));
        QVERIFY(m_client.size() > 500 && m_server.size() > 300);
        chooseMoments(numberFrom("CHENGBAN_CUTS", quickCuts));
    }

    void client_powerCut_keepsWhatItSaidIsSafe()
    {
        int sectors = 0;
        int names = 0;
        qsizetype acknowledged = 0;
        qsizetype lost = 0;
        for (const qint64 moment : std::as_const(m_moments)) {
            QTemporaryDir after;
            Disk disk(path("li"), {});
            disk.cutAt(m_client, moment, memory, m_dice);
            disk.writeTo(after.path());
            sectors += disk.sectorsLost();
            names += disk.namesLost();
            QStringList look = m_look;
            look[1] = after.path();
            QProcess process;
            process.start(QStringLiteral(CHENGBAN_CLERK), look);
            QVERIFY(process.waitForFinished(60'000));
            const QByteArray why = process.readAllStandardError();
            QVERIFY2(process.exitCode() == 0 && process.exitStatus() == QProcess::NormalExit,
                qPrintable(QStringLiteral("at %1: ").arg(moment) + QString::fromUtf8(why)));
            const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
            const auto acts = Record::read(after.filePath(QStringLiteral("record"))).acts;
            acknowledged += std::ranges::count_if(acts, &Act::done);
            const LocalFaults faults = localFaults(acts, Holdings::fromJson(json));
            const auto files = json.value(QStringLiteral("filesLost")).toArray();
            lost += faults.lost.size() + faults.overwritten.size() + files.size();
            QVERIFY2(faults.lost.isEmpty() && faults.overwritten.isEmpty() && files.isEmpty(),
                qPrintable(QStringLiteral("at %1: lost %2, overwritten %3, files %4")
                               .arg(moment)
                               .arg(faults.lost.size())
                               .arg(faults.overwritten.size())
                               .arg(files.size())));
            QDirIterator damaged(
                after.path(), {QStringLiteral("*.damaged-*")}, QDir::Files, QDirIterator::Subdirectories);
            QVERIFY2(!damaged.hasNext(), "the work file was damaged");
        }
        qInfo("client: %d cuts, %d sectors and %d names not on the disk; acknowledged %d, lost %d",
            int(m_moments.size()), sectors, names, int(acknowledged), int(lost));
        QVERIFY(sectors > 0);
    }

    void server_powerCut_keepsWhatItAnswered()
    {
        int sectors = 0;
        int names = 0;
        qsizetype answered = 0;
        for (const qint64 moment : std::as_const(m_moments)) {
            QTemporaryDir after;
            Disk disk(m_serverFolder, m_serverBefore);
            disk.cutAt(m_server, moment, {}, m_dice);
            disk.writeTo(after.path());
            sectors += disk.sectorsLost();
            names += disk.namesLost();
            e2e::ServerProcess server(after.path());
            server.command({QStringLiteral("verify")}); // Opens the database, and throws at the first fault.
            QSet<QString> known;
            {
                QSqlDatabase db
                    = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("after"));
                db.setDatabaseName(after.filePath(QStringLiteral("chengban.db")));
                QVERIFY(db.open());
                QSqlQuery query(db);
                QVERIFY(query.exec(QStringLiteral("SELECT id FROM commands WHERE state = 'accepted'")));
                while (query.next())
                    known.insert(query.value(0).toString());
            }
            QSqlDatabase::removeDatabase(QStringLiteral("after"));
            const QList<QByteArray> lines = recordAt(moment).split('\n');
            for (const QByteArray &line : lines) {
                const QString id
                    = QJsonDocument::fromJson(line).object().value(QStringLiteral("accepted")).toString();
                QVERIFY2(id.isEmpty() || known.contains(id),
                    qPrintable(QStringLiteral("at %1: ").arg(moment) + id));
                answered += id.isEmpty() ? 0 : 1;
            }
        }
        qInfo("server: %d cuts, %d sectors and %d names not on the disk; answers held against it %d, lost 0",
            int(m_moments.size()), sectors, names, int(answered));
        QVERIFY(sectors > 0 && answered > 0);
    }
};

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_PowerCut.moc"
