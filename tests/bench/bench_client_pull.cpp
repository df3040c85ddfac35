// The whole way of a feed into an empty sealed replica: the real server, HTTPS on loopback, everything
// verified, sealed and listed. The limit is fetching the same bytes and inserting the same rows with plain
// SQLite, in the same run. Prints one line of JSON per figure; never fails. The number of cases may be given
// as an argument.
#include "client/store/DataKey.h"
#include "client/sync/SyncEngine.h"
#include "tests/bench/BareStore.h"
#include "tests/bench/Figures.h"
#include "tests/client/live/LiveCounty.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <sys/resource.h>

using namespace chengban;
using bench::print;

namespace {

constexpr int usualCases = 10'000;
constexpr int casesPerImport = 2'000;

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

QByteArray spreadsheet(int from, int count)
{
    static const QStringList places{QStringLiteral("幸福里"), QStringLiteral("和平路"),
        QStringLiteral("东关街"), QStringLiteral("河西村"), QStringLiteral("学府苑")};
    QString csv = QStringLiteral("工单编号,标题,诉求内容,联系人,联系电话\n");
    for (int i = from; i < from + count; ++i) {
        const QString place = places[i % places.size()] + QString::number(i);
        csv += QStringLiteral("P-%1,%2小区管道漏水,%3,张三,1380000%4\n")
                   .arg(i)
                   .arg(place,
                       (place + QStringLiteral("三号楼二单元地下室管道漏水三天，物业无人处理，望尽快解决。"))
                           .repeated(6))
                   .arg(i, 4, 10, QLatin1Char('0'));
    }
    return csv.toUtf8();
}

void import(live::Caller &centre, int cases)
{
    for (int from = 0; from < cases; from += casesPerImport) {
        const QByteArray file = spreadsheet(from, std::min(casesPerImport, cases - from)).toBase64();
        ApiRequest request{"POST", QStringLiteral("/v1/imports"),
            QJsonDocument(QJsonObject{{QStringLiteral("file"), QString::fromLatin1(file)}}).toJson()};
        request.timeoutMs = 120'000;
        live::must(
            *live::awaited<ApiAnswer>([&](const auto &done) { centre.api().send(request, done); }, 120'000));
    }
}

struct Fetched
{
    double seconds = 0;
    qsizetype bytes = 0;
    qsizetype pages = 0;
};

/// Every page of the feed, fetched one after the other by the same client and looked into no further than
/// needed to ask for the next one.
Fetched fetched(live::Caller &centre)
{
    Fetched all;
    QElapsedTimer timer;
    timer.start();
    QByteArray cursor;
    for (bool more = true; more;) {
        const ApiAnswer answer = centre.ask("GET",
            QStringLiteral("/v1/feed?scope=centre&limit=200&wait=0&after=") + QString::fromLatin1(cursor));
        const qsizetype at = answer.body.indexOf("\"cursor\":\"") + 10;
        cursor = answer.body.mid(at, answer.body.indexOf('"', at) - at);
        more = answer.body.contains("\"more\":true");
        all.bytes += answer.body.size();
        ++all.pages;
    }
    all.seconds = double(timer.nsecsElapsed()) / 1e9;
    return all;
}

struct Pulled
{
    double seconds = 0;
    double processorSeconds = 0;
};

Pulled pulled(const live::LiveCounty &county, live::Caller &centre, const QString &folder, const DataKey &key)
{
    SyncSetup setup;
    setup.folder = folder;
    setup.profile = {county.url(), county.caPem(), QStringLiteral("other-pc")};
    setup.scope = wire::centreScope();
    setup.clock = [] { return QDateTime::currentMSecsSinceEpoch(); };
    SyncEngine engine(setup);
    QEventLoop loop;
    QObject::connect(&engine, &SyncEngine::stateChanged, &loop, [&loop](const SyncState &state) {
        if (state.line == SyncState::Line::Online)
            loop.quit();
    });
    QObject::connect(&engine, &SyncEngine::keepToken, &engine, &SyncEngine::tokenKept);
    QElapsedTimer timer;
    timer.start();
    const double before = processorSeconds();
    engine.open(key.view().toByteArray());
    engine.useSession(centre.session());
    loop.exec();
    return {double(timer.nsecsElapsed()) / 1e9, processorSeconds() - before};
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const int cases = argc > 1 ? QByteArray(argv[1]).toInt() : usualCases;
    const live::LiveCounty county;
    live::Caller centre(county, QStringLiteral("zhou"));
    import(centre, cases);
    const Fetched page = fetched(centre);
    QTemporaryDir folder;
    const DataKey key = DataKey::generate();
    const Pulled pull = pulled(county, centre, folder.path(), key);
    const auto store = Store::open(folder.path(), key).value();
    if (store->replica().summaries().value().size() != cases)
        qFatal("the replica lacks cases");
    const double clientMiB = bench::memoryMiB("VmHWM");
    const double inserted
        = bench::bareInsertSeconds(*store, folder.filePath(QStringLiteral("bare.db")), page.pages);
    print("bytes of one case in the feed", double(page.bytes) / cases, 0, "B");
    print("cases fetched per second", cases / page.seconds, 0, "1/s");
    print("cases inserted per second by plain SQLite", cases / inserted, 0, "1/s");
    print("cases pulled per second, limit: fetched and inserted by plain SQLite", cases / pull.seconds,
        cases / (page.seconds + inserted), "1/s");
    print("times as long as the limit, goal 2", pull.seconds / (page.seconds + inserted), 2, "");
    print("processor time of the client for one case", pull.processorSeconds * 1e6 / cases, 0, "us");
    print("most memory of the client without a window, goal 110", clientMiB, 110, "MiB");
    print("most memory of the server after import and feed",
        bench::memoryMiB("VmHWM", QString::number(county.serverProcessId())), 0, "MiB");
    return 0;
}
