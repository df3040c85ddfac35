#include "tests/faults/Stage.h"

#include "shared/canonical/Digest.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTest>

namespace chengban::faults {

namespace {

QString madeFolder(const QString &path)
{
    QDir().mkpath(path);
    return path;
}

/// The first column of a question to a database that another process has open, or left as it died.
QSet<QString> answersOf(const QString &file, const QString &sql)
{
    QTemporaryDir folder; // A copy: to read is to recover, and that is the product's work.
    const QString copy = folder.filePath(QStringLiteral("copy.db"));
    QFile::copy(file, copy);
    QFile::copy(file + QStringLiteral("-wal"), copy + QStringLiteral("-wal"));
    QSet<QString> answers;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("look"));
        db.setDatabaseName(copy);
        if (!db.open())
            return answers;
        QSqlQuery query(db);
        query.exec(sql);
        while (query.next())
            answers.insert(query.value(0).toString());
    }
    QSqlDatabase::removeDatabase(QStringLiteral("look"));
    return answers;
}

} // namespace

QProcessEnvironment preloaded(const SharedPage &page, const QString &journal)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(CHENGBAN_PRELOADED));
    environment.insert(QString::fromLatin1(pageVariable), page.path());
    if (!journal.isEmpty())
        environment.insert(QString::fromLatin1(journalVariable), journal);
    return environment;
}

quint16 freePort(quint32 seed)
{
    // Below those that the kernel gives to others while the server is away.
    for (quint32 i = 0;; ++i) {
        const auto port
            = quint16(20'000 + (seed + i * 37 + quint32(QCoreApplication::applicationPid())) % 10'000);
        QTcpServer probe;
        if (probe.listen(QHostAddress::LocalHost, port))
            return port;
    }
}

ClerkProcess::ClerkProcess(const live::LiveCounty &county, const QString &user, QString folder)
    : m_county(county)
    , m_user(user)
    , m_folder(madeFolder(folder))
    , m_page(m_folder + QStringLiteral("/page"))
{
    m_process.setProcessEnvironment(preloaded(m_page));
    m_process.setStandardErrorFile(m_folder + QStringLiteral("/log"), QIODevice::Append);
}

ClerkProcess::~ClerkProcess()
{
    kill();
}

QStringList ClerkProcess::arguments(const QString &what, quint32 seed) const
{
    return {what, m_folder, m_county.url().toString(), m_county.server().caFile(), m_user,
        live::LiveCounty::passwordFor(), QString::number(seed)};
}

void ClerkProcess::start(quint32 seed)
{
    m_page->ready = 0;
    m_page->online = 0;
    m_page->quit = 0;
    m_page->waiting = 1; // Until the program says otherwise.
    m_process.start(QStringLiteral(CHENGBAN_CLERK), arguments(QStringLiteral("live"), seed));
    m_process.waitForStarted();
}

void ClerkProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(10'000);
}

void ClerkProcess::quit()
{
    m_page->quit = 1;
    if (!m_process.waitForFinished(10'000))
        kill();
}

bool ClerkProcess::endsWithin(int ms)
{
    return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(ms);
}

bool ClerkProcess::isReadyWithin(int ms)
{
    return QTest::qWaitFor([this] { return m_page->ready == 1; }, ms);
}

Testimony ClerkProcess::testimony() const
{
    QProcess process;
    process.start(QStringLiteral(CHENGBAN_CLERK), arguments(QStringLiteral("look"), 0));
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        throw std::runtime_error("the store does not open: " + process.readAllStandardError().toStdString());
    const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    Testimony testimony{
        m_user, Record::read(m_folder + QStringLiteral("/record")), Holdings::fromJson(json), {}, {}};
    for (const QJsonValue &one : json.value(QStringLiteral("receipts")).toArray())
        testimony.receipts << live::must(receiptFromJson(one.toObject()));
    const QJsonObject revisions = json.value(QStringLiteral("revisions")).toObject();
    for (auto it = revisions.begin(); it != revisions.end(); ++it)
        testimony.revisions.insert(CaseId{it.key()}, it->toInteger());
    return testimony;
}

Stage::Stage(quint32 seed)
    : m_serverPage(m_folder.filePath(QStringLiteral("server-page")))
    , m_county(freePort(seed), preloaded(m_serverPage))
    , m_seed(seed)
{
    for (const char *user : {"li", "wang", "chen"})
        m_clerks.push_back(std::make_unique<ClerkProcess>(
            m_county, QString::fromLatin1(user), folder(QString::fromLatin1(user))));
    sendCases(6);
    for (const auto &clerk : m_clerks)
        clerk->start(++m_seed);
}

Stage::~Stage() = default;

live::Caller &Stage::centre()
{
    if (!m_centre)
        m_centre
            = std::make_unique<live::Caller>(m_county, QStringLiteral("zhou"), QStringLiteral("centre-pc"));
    return *m_centre;
}

void Stage::sendCases(int count)
{
    for (int i = 0; i < count; ++i)
        m_cases << centre().dispatchCase(QStringLiteral("D-%1").arg(++m_sent));
}

void Stage::stayStill(bool still)
{
    for (const auto &clerk : m_clerks)
        clerk->page()->still = still ? 1 : 0;
}

bool Stage::settles(int patienceMs)
{
    stayStill(true);
    int quiet
        = 0; // So often in a row was there nothing to wait for: the last page of the feed has time to come.
    return QTest::qWaitFor(
        [&] {
            bool done = true;
            for (const auto &clerk : m_clerks)
                done = done && clerk->page()->online == 1 && clerk->page()->waiting == 0;
            quiet = done ? quiet + 1 : 0;
            return quiet > 120;
        },
        patienceMs);
}

ServerTruth Stage::truth()
{
    ServerTruth truth;
    truth.keyPem = centre().serverKeyPem().toLatin1();
    for (const CaseId &id : std::as_const(m_cases))
        truth.logs.insert(id, live::must(live::answered<wire::FeedCase>([&](const auto &done) {
            centre().api().readCase(id, done);
        })).events);
    for (const QString &digest : m_county.storedDigests())
        truth.files.insert(digest);
    return truth;
}

Checker Stage::judgement()
{
    Checker checker(truth());
    for (const auto &clerk : m_clerks) {
        clerk->quit();
        checker.hear(clerk->testimony());
    }
    return checker;
}

int Stage::unanswered() const
{
    const QSet<QString> done = answersOf(m_county.server().folder() + QStringLiteral("/chengban.db"),
        QStringLiteral("SELECT id FROM commands"));
    int found = 0;
    for (const auto &clerk : m_clerks) {
        QDirIterator stores(
            clerk->folder(), {QStringLiteral("work.db")}, QDir::Files, QDirIterator::Subdirectories);
        if (stores.hasNext())
            found
                += int((answersOf(stores.next(),
                            QStringLiteral("SELECT command_id FROM outbox WHERE state IN ('sent', 'queued')"))
                    & done)
                           .size());
    }
    return found;
}

} // namespace chengban::faults
