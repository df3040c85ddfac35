// Durable commands per second inside the server's process, one and eight clients, SQLite and PostgreSQL; the
// limit is the bare database doing the very statements that ours did. Prints one line of JSON per figure;
// never fails.
#include "tests/bench/BareDatabase.h"
#include "tests/bench/Figures.h"
#include "tests/server/services/Desk.h"

#include <QElapsedTimer>

#include <algorithm>
#include <barrier>
#include <thread>

using namespace chengban;
using namespace chengban::test;
using bench::Statement;

namespace {

constexpr int casesOfAClient = 40;

/// What each thread's connection did since the recording began.
thread_local QList<Statement> *recorded = nullptr;

struct Outcome
{
    double seconds = 0;
    QList<double> ms;
    QList<QList<Statement>> statements; ///< Of each client.
};

/// `each` commands of each client on cases of its own, all clients at once.
Outcome send(Desk &desk, int clients, int each, const QString &name)
{
    QList<QList<CaseId>> cases(clients);
    for (int c = 0; c < clients; ++c) {
        for (int i = 0; i < casesOfAClient; ++i)
            cases[c].append(desk.accepted(u"%1-%2-%3"_s.arg(name).arg(c).arg(i)));
    }
    Outcome outcome;
    outcome.statements.resize(clients);
    QList<QList<double>> times(clients);
    std::barrier start(clients + 1);
    std::vector<std::thread> threads;
    for (int c = 0; c < clients; ++c) {
        QList<Statement> *const statements = &outcome.statements[c];
        QList<double> *const ms = &times[c];
        threads.emplace_back([&desk, &start, statements, ms, each, own = cases[c]] {
            QList<Command> commands;
            for (int i = 0; i < each; ++i)
                commands.append(desk.command(CommandType::Urge, own[i % own.size()],
                    toJson(NoteBody{u"请加快办理。"_s}), 3 + i / own.size()));
            static_cast<void>(desk.database()); // connected before the clock runs
            start.arrive_and_wait();
            recorded = statements;
            for (const Command &command : commands) {
                QElapsedTimer timer;
                timer.start();
                Desk::expectAccepted(desk.send(centre(), command));
                ms->append(double(timer.nsecsElapsed()) / 1e6);
            }
            recorded = nullptr;
        });
    }
    start.arrive_and_wait();
    QElapsedTimer timer;
    timer.start();
    for (std::thread &thread : threads)
        thread.join();
    outcome.seconds = double(timer.nsecsElapsed()) / 1e9;
    for (const QList<double> &some : times)
        outcome.ms += some;
    std::sort(outcome.ms.begin(), outcome.ms.end());
    return outcome;
}

/// The same statements by as many connections, on tables that are empty before.
double bareSeconds(const QList<QList<Statement>> &statements, const QString &location)
{
    {
        Databases databases({location, 60000, {}});
        must(migrate(*must(databases.here())));
    }
    const auto clients = static_cast<int>(statements.size());
    std::barrier start(clients + 1);
    std::vector<std::thread> threads;
    for (const QList<Statement> &own : statements) {
        threads.emplace_back([&start, &own, location] {
            std::unique_ptr<bench::BareDatabase> bare;
            if (isPostgresAddress(location))
                bare = std::make_unique<bench::BarePostgres>(location);
            else
                bare = std::make_unique<bench::BareSqlite>(location);
            start.arrive_and_wait();
            for (const Statement &statement : own)
                bare->run(statement);
        });
    }
    start.arrive_and_wait();
    QElapsedTimer timer;
    timer.start();
    for (std::thread &thread : threads)
        thread.join();
    return double(timer.nsecsElapsed()) / 1e9;
}

void measure(const QString &engine, const std::function<QString(const QString &)> &locationOf, int each)
{
    QTemporaryDir folder;
    for (const int clients : {1, 8}) {
        const QString name = u"%1%2"_s.arg(engine).arg(clients);
        Desk desk(DatabaseConfig{locationOf(name), 60000, {},
                      [](const QString &sql, const QVariantList &values) {
                          if (recorded)
                              recorded->append({sql, values});
                      }},
            folder.path());
        desk.found();
        const Outcome ours = send(desk, clients, each, name);
        const int all = clients * each;
        const double bare = bareSeconds(ours.statements, locationOf(name + u"bare"_s));
        const auto quantile = [&](double q) { return ours.ms[static_cast<qsizetype>(q * double(all - 1))]; };
        const QByteArray of = ", " + engine.toUtf8() + ", clients " + QByteArray::number(clients);
        bench::print("commands per second, limit: bare database, same statements" + of, all / ours.seconds,
            all / bare, "1/s");
        bench::print("share of the bare database, goal" + of, bare / ours.seconds, 0.5, "of 1");
        bench::print("statements of a command" + of, double(ours.statements.first().size()) / each, 0, "");
        bench::print("command p50" + of, quantile(0.5), 0, "ms");
        bench::print("command p99" + of, quantile(0.99), 0, "ms");
    }
}

} // namespace

/// bench_server_commands [commands of each client]
int main(int argc, char *argv[])
{
    qputenv("CHENGBAN_TEST_DURABLE", "1");
    const int each = argc > 1 ? QByteArray(argv[1]).toInt() : 1000;
    QTemporaryDir files;
    measure(
        u"sqlite"_s, [&](const QString &name) { return files.filePath(name); }, each);
    measure(
        u"postgresql"_s, [](const QString &name) { return postgresSchema(name); }, each);
    return 0;
}
