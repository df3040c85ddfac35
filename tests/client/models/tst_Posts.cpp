// Whose post a person may act on, as the desk shows it.
#include "client/models/Posts.h"
#include "shared/base/CountyTime.h"

#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

const QDate monday(2025, 9, 1);
const qint64 nowMs = utcMs(monday, QTime(9, 0));

wire::DirectoryPerson listed(const char *id, const QString &name, Role role, const char *unit = "water")
{
    return {{QLatin1StringView(id)}, name, {QLatin1StringView(unit)}, role, {}};
}

Substitution arranged(const char *leader, const char *substitute, int firstDay = 0, int lastDay = 4)
{
    return {u"s"_s, {QLatin1StringView(leader)}, {QLatin1StringView(substitute)}, monday.addDays(firstDay),
        monday.addDays(lastDay), u"出差"_s, {u"gao"_s}, u"高山"_s, nowMs, {}, {}};
}

wire::Directory directory(const QList<Substitution> &substitutions)
{
    return {.units = {{{u"water"_s}, u"县水务局"_s, {}}},
        .people = {listed("liu", u"刘小河"_s, Role::Clerk), listed("he", u"何长青"_s, Role::SectionHead),
            listed("chen", u"陈大江"_s, Role::DeputyLeader), listed("gao", u"高山"_s, Role::PrincipalLeader),
            listed("lu", u"路平"_s, Role::DeputyLeader, "road")},
        .keys = {},
        .substitutions = substitutions};
}

Actor person(const wire::Directory &directory, const char *id)
{
    for (const wire::DirectoryPerson &one : directory.people) {
        if (one.id.value == QLatin1StringView(id))
            return wire::actorOf({u"demo"_s}, one, u"县水务局"_s);
    }
    return {};
}

} // namespace

class TestPosts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onPostOf_isTheLeadersPostWhileItIsGranted()
    {
        const auto known = directory({arranged("chen", "he")});
        const Actor he = person(known, "he");
        QCOMPARE(onPostOf({}, he, known, nowMs).value(), he);
        const Actor onPost = onPostOf({u"chen"_s}, he, known, nowMs).value();
        QCOMPARE(onPost.role, Role::DeputyLeader);
        QCOMPARE(shownName(onPost), u"何长青 (for 陈大江)"_s);
        QVERIFY(!onPostOf({u"gao"_s}, he, known, nowMs));
        QVERIFY(!onPostOf({u"nobody"_s}, he, known, nowMs));
        QVERIFY(!onPostOf({u"chen"_s}, he, known, nowMs + 6 * 86'400'000LL));
    }

    void openPosts_areThoseOfToday()
    {
        const auto known
            = directory({arranged("chen", "he"), arranged("gao", "he", 1), arranged("chen", "liu")});
        const QList<OpenPost> posts = openPosts(person(known, "he"), known, nowMs);
        QCOMPARE(posts.size(), 1);
        QCOMPARE(posts.first().holder.name, u"陈大江"_s);
        QCOMPARE(posts.first().until, monday.addDays(4));
    }

    void notices_goToBothAndToNobodyElse()
    {
        const auto known = directory({arranged("chen", "he", 1)});
        QCOMPARE(postNotices(person(known, "he"), known, nowMs),
            QStringList{u"You stand in for 陈大江, 2025-09-02 to 2025-09-05 (arranged by 高山)."_s});
        QCOMPARE(postNotices(person(known, "chen"), known, nowMs),
            QStringList{u"何长青 stands in for you, 2025-09-02 to 2025-09-05 (arranged by 高山)."_s});
        QVERIFY(postNotices(person(known, "liu"), known, nowMs).isEmpty());
        QVERIFY(postNotices(person(known, "he"), known, nowMs + 6 * 86'400'000LL).isEmpty());
    }

    void takenBack_isToldToBothUntilItsLastDay()
    {
        Substitution revoked = arranged("chen", "he");
        revoked.revokedAtMs = nowMs - 1;
        revoked.revokedByName = u"高山"_s;
        const auto known = directory({revoked});
        QCOMPARE(postNotices(person(known, "he"), known, nowMs),
            QStringList{u"You no longer stand in for 陈大江: 高山 took it back."_s});
        QCOMPARE(postNotices(person(known, "chen"), known, nowMs).size(), 1);
        QVERIFY(postNotices(person(known, "he"), known, nowMs + 6 * 86'400'000LL).isEmpty());
    }

    void arrangeable_followsTheRule()
    {
        const auto known = directory({});
        const auto names = [&](const char *id) {
            QStringList list;
            for (const wire::DirectoryPerson &one : arrangeable(person(known, id), known))
                list << one.id.value;
            return list;
        };
        QCOMPARE(names("gao"), (QStringList{u"liu"_s, u"he"_s, u"chen"_s, u"gao"_s}));
        QCOMPARE(names("chen"), QStringList{u"chen"_s});
        QCOMPARE(names("liu"), QStringList{u"liu"_s});
        QStringList others;
        for (const wire::DirectoryPerson &one : candidates(known.people[2], known))
            others << one.id.value;
        QCOMPARE(others, (QStringList{u"liu"_s, u"he"_s, u"gao"_s}));
    }
};

QTEST_GUILESS_MAIN(TestPosts)
#include "tst_Posts.moc"
