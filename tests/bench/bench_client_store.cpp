// The client's sealed store: a feed into an empty one with plain SQLite inserting the same rows as its limit,
// the list of cases, search, and saving a draft. Prints one line of JSON per figure; never fails.
#include "client/models/LocalDesk.h"
#include "client/settings/MemoryKeyStore.h"
#include "tests/bench/BareStore.h"
#include "tests/bench/Figures.h"
#include "tests/bench/MadeCases.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

using namespace chengban;
using bench::madeCases;
using bench::print;

namespace {

constexpr int feedCases = 5'000;
constexpr int listedCases = 20'000;
constexpr int pageSize = 200;
constexpr int mostHits = 500; ///< As the window asks.
const QString scope = QStringLiteral("unit:water");

double quantile(QList<double> values, double q)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[static_cast<qsizetype>(std::floor(q * double(values.size() - 1)))];
}

double ms(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

double applySeconds(Store &store, const QList<wire::FeedCase> &cases)
{
    QElapsedTimer timer;
    timer.start();
    for (qsizetype from = 0; from < cases.size(); from += pageSize) {
        const auto applied = store.replica().apply(samples::page(cases.mid(from, pageSize)), scope);
        if (!applied || !applied->broken.isEmpty())
            qFatal("a page was not taken");
    }
    return ms(timer) / 1000;
}

void indexAll(Store &store)
{
    while (store.search().indexSome(500).value_or(0) > 0) { }
}

/// What is typed into the search field, key by key: a street's number, words that every case holds, a case's
/// number, a unit's name, first letters, and a word that no case holds.
QStringList typedQueries()
{
    QStringList queries;
    for (int i = 0; i < 60; ++i) {
        const QStringList kinds{QStringLiteral("和平路%1").arg(i * 12 + 1), QStringLiteral("管道漏水"),
            QStringLiteral("TB-%1").arg(i * 77), QStringLiteral("水务局"), QStringLiteral("xflxq"),
            QStringLiteral("鹦鹉")};
        const QString whole = kinds[i % kinds.size()];
        for (int length = 1; length <= whole.size(); ++length)
            queries << whole.left(length);
    }
    return queries;
}

/// Every answer is held against reading all the words of all cases.
void measureSearch(Store &store, const QList<QString> &words, int most)
{
    QHash<QString, qsizetype> expected;
    QList<double> times;
    QList<double> computed;
    qsizetype missed = 0;
    for (const QString &query : typedQueries()) {
        QElapsedTimer timer;
        timer.start();
        const double before = bench::cpuMs();
        const auto found = store.search().search(query, most);
        computed << bench::cpuMs() - before;
        times << ms(timer);
        if (!found)
            qFatal("no search");
        if (!expected.contains(query))
            expected[query] = std::ranges::count_if(
                words, [&](const QString &one) { return one.contains(foldedForSearch(query)); });
        missed += std::min<qsizetype>(expected[query], most) - found->size();
    }
    const QByteArray over = " over " + QByteArray::number(words.size()) + " cases, key by key, ";
    print(("search" + over + "p50").constData(), quantile(times, 0.5), 5, "ms");
    print(("search" + over + "p99").constData(), quantile(times, 0.99), 5, "ms");
    print(("search" + over + "p50 of computing").constData(), quantile(computed, 0.5), 5, "ms");
    print(("search" + over + "p99 of computing").constData(), quantile(computed, 0.99), 5, "ms");
    print(("search" + over + "hits missed").constData(), double(missed), 0, "");
}

QStringList wordsOf(const QList<wire::FeedCase> &cases)
{
    QStringList words;
    std::ranges::transform(cases, std::back_inserter(words),
        [](const wire::FeedCase &one) { return searchedWords(folded(one.events)); });
    return words;
}

QList<double> draftMs(LocalDesk &desk, const CaseId &id)
{
    QList<double> times;
    Reply reply = samples::solvedReply(desk.caseOf(id).value());
    reply.answer = reply.answer.repeated(8);
    for (int i = 0; i < 500; ++i) {
        reply.result += QChar(u'字');
        QElapsedTimer timer;
        timer.start();
        if (!desk.saveDraft(id, reply))
            qFatal("no draft");
        times << ms(timer);
    }
    return times;
}

/// The list as the window reads it: the first time, again, after one case changed, after a step of one's own.
void measureList(LocalDesk &desk, const CaseId &id)
{
    const auto read = [&] {
        QElapsedTimer timer;
        timer.start();
        if (desk.cases().size() < listedCases)
            qFatal("the list lacks cases");
        return ms(timer);
    };
    print("list of 20000 cases, first reading", read(), 16, "ms");
    print("list of 20000 cases, again", read(), 16, "ms");
    QList<double> changed;
    QList<double> own;
    for (int i = 0; i < 50; ++i) {
        desk.takeOverCases({id});
        changed << read();
        desk.takeOverOutbox();
        own << read();
    }
    print("list of 20000 cases after one changed p99", quantile(changed, 0.99), 16, "ms");
    print("list of 20000 cases after the outbox changed p99", quantile(own, 0.99), 16, "ms");
}

std::unique_ptr<LocalDesk> deskIn(const QString &folder, const DataKey &key, KeyStore &keychain)
{
    DeskSetup setup;
    setup.folder = folder;
    setup.actor = samples::actor(Role::Clerk);
    setup.keychain = &keychain;
    setup.clock = [] { return samples::monday + 5 * samples::hour; };
    return LocalDesk::open(setup, key).value();
}

} // namespace

int main()
{
    QTemporaryDir folder;
    MemoryKeyStore keychain;
    const DataKey key = DataKey::generate();
    const QList<wire::FeedCase> cases = madeCases(feedCases);
    const auto store = Store::open(folder.path(), key).value();
    const double seconds = applySeconds(*store, cases);
    const double bare
        = bench::bareInsertSeconds(*store, folder.filePath(QStringLiteral("bare.db")), feedCases / pageSize);
    print("feed cases per second into an empty sealed store, limit: plain SQLite, same rows",
        feedCases / seconds, feedCases / bare, "1/s");
    indexAll(*store);
    QStringList words = wordsOf(cases);
    measureSearch(*store, words, mostHits);
    const auto desk = deskIn(folder.path(), key, keychain);
    const QList<double> drafts = draftMs(*desk, cases.first().caseId);
    print("save a draft p50", quantile(drafts, 0.5), 16, "ms");
    print("save a draft p99", quantile(drafts, 0.99), 16, "ms");
    for (int more = feedCases; more < listedCases; more += feedCases) {
        const QList<wire::FeedCase> others = madeCases(feedCases);
        (void)applySeconds(*store, others);
        words += wordsOf(others);
    }
    indexAll(*store);
    measureSearch(*store, words, mostHits);
    const auto fullDesk = deskIn(folder.path(), key, keychain);
    measureList(*fullDesk, cases.first().caseId);
    return 0;
}
