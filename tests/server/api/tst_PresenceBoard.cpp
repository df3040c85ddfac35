#include "server/api/PresenceBoard.h"

#include <QTest>

using namespace chengban;
using namespace chengban::server;

namespace {

Actor person(const char *user, const char *unit = "water", const char *tenant = "demo")
{
    Actor actor;
    actor.tenant = {QLatin1StringView(tenant)};
    actor.unit = {QLatin1StringView(unit)};
    actor.user = {QLatin1StringView(user)};
    actor.name = QLatin1StringView(user);
    actor.device = {QLatin1StringView("pc")};
    return actor;
}

const CaseId caseId{QStringLiteral("c1")};
constexpr qint64 start = 1'000'000;

QStringList names(const QList<wire::Presence> &all)
{
    QStringList found;
    for (const wire::Presence &one : all)
        found << one.name;
    return found;
}

} // namespace

class TestPresenceBoard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void say_colleagueWrites_isToldToTheUnitAlone()
    {
        PresenceBoard board;
        QVERIFY(board.say(person("li"), caseId, true, start).isEmpty());
        QCOMPARE(
            names(board.say(person("wang"), caseId, false, start + 5)), QStringList{QStringLiteral("li")});
        QCOMPARE(board.say(person("wang"), caseId, false, start + 5).first().sinceMs, start);
        QVERIFY(board.say(person("lu", "road"), caseId, false, start + 5).isEmpty());
        QVERIFY(board.say(person("wang", "water", "other"), caseId, false, start + 5).isEmpty());
        QVERIFY(board.say(person("wang"), {QStringLiteral("c2")}, false, start + 5).isEmpty());
    }

    void say_noLongerOrTooLongAgo_isGone()
    {
        PresenceBoard board;
        (void)board.say(person("li"), caseId, true, start);
        (void)board.say(person("li"), caseId, true, start + 10'000); // Put off the end, began when it began.
        const qint64 end = start + 10'000 + PresenceBoard::lifeMs;
        QCOMPARE(board.say(person("wang"), caseId, false, end - 1).first().sinceMs, start);
        QVERIFY(board.say(person("wang"), caseId, false, end).isEmpty());
        (void)board.say(person("li"), caseId, true, end);
        (void)board.say(person("li"), caseId, false, end + 1);
        QVERIFY(board.say(person("wang"), caseId, false, end + 2).isEmpty());
    }

    void say_onTwoComputers_isOnePerson()
    {
        PresenceBoard board;
        Actor elsewhere = person("li");
        elsewhere.device = {QStringLiteral("laptop")};
        (void)board.say(person("li"), caseId, true, start);
        QVERIFY(board.say(elsewhere, caseId, true, start).isEmpty());
        QCOMPARE(board.say(person("wang"), caseId, false, start).size(), 1);
        (void)board.say(elsewhere, caseId, false, start); // The other computer writes on.
        QCOMPARE(board.say(person("wang"), caseId, false, start).size(), 1);
    }

    void refusal_whoTellsTooOften_waits()
    {
        PresenceBoard board;
        int told = 0;
        while (!board.refusal(person("li"), start) && told < 1000)
            ++told;
        QCOMPARE(told, 20);
        QVERIFY(!board.refusal(person("wang"), start));
        QVERIFY(!board.refusal(person("li"), start + 2000));
    }
};

QTEST_GUILESS_MAIN(TestPresenceBoard)
#include "tst_PresenceBoard.moc"
