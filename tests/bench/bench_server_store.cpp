// Import and command round trip inside the server's process, each with bare SQLite doing the same statements
// as its limit. Prints one line of JSON per figure; never fails.
#include "tests/server/services/Desk.h"

#include "server/services/FeedService.h"
#include "server/services/ImportService.h"

#include <QElapsedTimer>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace chengban;
using namespace chengban::test;

namespace {

constexpr int rows = 1024;
constexpr int commands = 1000;

QList<ImportRow> importRows()
{
    QList<ImportRow> some;
    for (int i = 0; i < rows; ++i) {
        RegisterBody body = Desk::registration(u"B%1"_s.arg(i), false);
        body.demand.text = body.demand.text.repeated(8);
        body.earlierReplies = {{u"已派人查看，正在处理。"_s.repeated(10), u"县water"_s, mondayMs}};
        some.append({i + 2, body});
    }
    return some;
}

double quantile(QList<double> values, double q)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[static_cast<qsizetype>(std::floor(q * double(values.size() - 1)))];
}

/// The same tables without any of our code in between: prepared statements and nothing else.
class Bare
{
public:
    Bare(const QString &folder, const QString &name)
        : m_name(name)
        , m_db(QSqlDatabase::addDatabase(u"QSQLITE"_s, name))
    {
        const QString path = folder + u'/' + name;
        {
            Databases databases({path, 5000, {}});
            must(migrate(*must(databases.here())));
        }
        m_db.setDatabaseName(path);
        m_db.open();
        for (const QString &pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
                 u"PRAGMA foreign_keys=ON"_s, u"PRAGMA secure_delete=ON"_s, u"PRAGMA cache_size=-16384"_s})
            QSqlQuery(m_db).exec(pragma);
    }
    ~Bare()
    {
        m_prepared.clear();
        m_db.close();
        m_db = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Bare)

    void exec(const QString &sql, const QVariantList &values = {})
    {
        auto &query = m_prepared[sql];
        if (!query) {
            query = std::make_unique<QSqlQuery>(m_db);
            query->setForwardOnly(true);
            query->prepare(sql);
        }
        for (int i = 0; i < values.size(); ++i)
            query->bindValue(i, values[i]);
        if (!query->exec())
            qFatal("%s", qPrintable(query->lastError().text()));
        while (query->next()) { }
        query->finish();
    }

    /// Copies what our code wrote for some cases of the source, row by row.
    void insertRow(const QString &table, const Row &row)
    {
        QStringList marks;
        marks.fill(u"?"_s, row.size());
        exec(u"INSERT OR REPLACE INTO "_s + table + u" VALUES ("_s + marks.join(u',') + u')', row);
    }

private:
    QString m_name;
    QSqlDatabase m_db;
    std::map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
};

/// The reads that stand before each write.
void read(Bare &bare, const QString &caseId)
{
    const QVariantList key{u"demo"_s, caseId};
    bare.exec(u"SELECT COALESCE(MAX(sequence), 0) FROM events WHERE tenant = ?"_s, {u"demo"_s});
    bare.exec(
        u"SELECT case_id, position, entered, access, until_revision FROM feed WHERE tenant = ? AND scope ="
        u" 'centre' AND case_id = ?"_s,
        key);
}

double importSeconds(Desk &desk)
{
    QElapsedTimer timer;
    timer.start();
    const auto outcomes = must(ImportService(desk.backend).import(centre(), importRows(), mondayMs));
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const auto imported = std::ranges::count(outcomes, ImportState::Imported, &ImportOutcome::state);
    if (imported != rows)
        qFatal("only %d rows imported", int(imported));
    return seconds;
}

double bareImportSeconds(Desk &desk, const QString &folder)
{
    struct Copied
    {
        QString caseId;
        QList<std::pair<QString, Row>> rows;
    };
    QList<Copied> cases;
    for (const Row &head : must(desk.database().rows(u"SELECT * FROM case_heads"_s))) {
        Copied copied{head[1].toString(), {}};
        for (const QString &table :
            {u"events"_s, u"parts"_s, u"identity_parts"_s, u"case_heads"_s, u"feed"_s, u"import_keys"_s}) {
            for (const Row &row : must(desk.database().rows(
                     u"SELECT * FROM "_s + table + u" WHERE case_id = ?"_s, {copied.caseId})))
                copied.rows.append({table, row});
        }
        cases.append(copied);
    }
    Bare bare(folder, u"bare-import.db"_s);
    QElapsedTimer timer;
    timer.start();
    for (qsizetype i = 0; i < cases.size(); ++i) {
        if (i % ImportService::batch == 0)
            bare.exec(u"BEGIN IMMEDIATE"_s);
        bare.exec(u"SELECT case_id FROM import_keys WHERE tenant = ? AND source = ? AND number = ?"_s,
            {u"demo"_s, u"12345"_s, cases[i].caseId});
        read(bare, cases[i].caseId);
        for (const auto &[table, row] : cases[i].rows)
            bare.insertRow(table, row);
        if (i % ImportService::batch == ImportService::batch - 1 || i + 1 == cases.size())
            bare.exec(u"COMMIT"_s);
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

QList<double> commandMs(Desk &desk)
{
    QList<CaseId> cases;
    for (int i = 0; i < 50; ++i)
        cases.append(desk.accepted(u"C%1"_s.arg(i)));
    QList<double> times;
    for (int i = 0; i < commands; ++i) {
        const CaseId &caseId = cases[i % cases.size()];
        const Command command = desk.command(
            CommandType::Urge, caseId, toJson(NoteBody{u"请加快办理。"_s}), desk.revision(caseId));
        QElapsedTimer timer;
        timer.start();
        const auto answer = desk.send(centre(), command);
        times.append(double(timer.nsecsElapsed()) / 1e6);
        Desk::expectAccepted(answer);
    }
    return times;
}

/// One command's statements for each urge that was stored.
QList<double> bareCommandMs(Desk &desk, const QString &folder)
{
    Bare bare(folder, u"bare-commands.db"_s);
    Database &source = desk.database();
    const auto events
        = must(source.rows(u"SELECT * FROM events WHERE case_id LIKE 'case-C%' ORDER BY sequence"_s));
    QList<double> times;
    for (const Row &event : events) {
        const QString caseId = event[1].toString();
        const QVariantList key{u"demo"_s, caseId};
        const auto parts
            = must(source.rows(u"SELECT * FROM parts WHERE tenant = ? AND case_id = ? AND revision = ?"_s,
                {event[0], event[1], event[2]}));
        const auto head
            = must(source.row(u"SELECT * FROM case_heads WHERE tenant = ? AND case_id = ?"_s, key));
        const auto feed = must(source.rows(u"SELECT * FROM feed WHERE tenant = ? AND case_id = ?"_s, key));
        auto command = must(source.row(u"SELECT * FROM commands WHERE case_id = ? LIMIT 1"_s, {caseId}));
        command[0] = desk.freshCommandId().value;
        QElapsedTimer timer;
        timer.start();
        bare.exec(u"BEGIN IMMEDIATE"_s);
        bare.exec(u"SELECT * FROM commands WHERE id = ?"_s, {command[0]});
        for (const QString &table : {u"events"_s, u"parts"_s, u"identity_parts"_s})
            bare.exec(u"SELECT * FROM "_s + table + u" WHERE tenant = ? AND case_id = ?"_s, key);
        read(bare, caseId);
        bare.insertRow(u"events"_s, event);
        for (const Row &row : parts)
            bare.insertRow(u"parts"_s, row);
        bare.insertRow(u"case_heads"_s, head);
        for (const Row &row : feed)
            bare.insertRow(u"feed"_s, row);
        bare.insertRow(u"commands"_s, command);
        bare.exec(u"COMMIT"_s);
        if (event[2].toInt() > 3) // the urges
            times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

double feedSeconds(Desk &desk)
{
    QElapsedTimer timer;
    timer.start();
    QString cursor;
    qsizetype cases = 0;
    for (bool more = true; more;) {
        const auto page
            = must(FeedService(desk.backend).page(centre(), wire::centreScope(), cursor, 500, mondayMs));
        cases += page.cases.size();
        cursor = page.cursor;
        more = page.more;
    }
    if (cases < rows)
        qFatal("the feed lacks cases");
    return double(timer.nsecsElapsed()) / 1e9;
}

/// The statements of those pages, their rows thrown away.
double bareFeedSeconds(Desk &desk)
{
    Database &source = desk.database();
    QElapsedTimer timer;
    timer.start();
    for (const Row &entry :
        must(source.rows(u"SELECT * FROM feed WHERE tenant = ? AND scope = ? ORDER BY position"_s,
            {u"demo"_s, wire::centreScope()}))) {
        for (const QString &table : {u"events"_s, u"parts"_s, u"identity_parts"_s, u"case_heads"_s})
            must(source.rows(
                u"SELECT * FROM "_s + table + u" WHERE tenant = ? AND case_id = ?"_s, {entry[0], entry[2]}));
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

void print(const char *figure, double value, double limit, const char *unit)
{
    std::printf(
        "{\"figure\":\"%s\",\"value\":%.3f,\"limit\":%.3f,\"unit\":\"%s\"}\n", figure, value, limit, unit);
}

} // namespace

int main()
{
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.found();
    const double imported = importSeconds(desk);
    print("import rows per second, limit: bare SQLite, same statements", rows / imported,
        rows / bareImportSeconds(desk, folder.path()), "1/s");
    print("feed cases per second, limit: reading the same rows", rows / feedSeconds(desk),
        rows / bareFeedSeconds(desk), "1/s");
    const QList<double> ours = commandMs(desk);
    const QList<double> bare = bareCommandMs(desk, folder.path());
    print("command round trip in the process p50, limit: bare SQLite", quantile(ours, 0.5),
        quantile(bare, 0.5), "ms");
    print("command round trip in the process p99, limit: bare SQLite", quantile(ours, 0.99),
        quantile(bare, 0.99), "ms");
    return 0;
}
