#include "client/models/RuleShelf.h"
#include "shared/rules/LinkedRules.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

QString copied(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QString &name : QDir(from).entryList({u"*.json"_s}, QDir::Files)) {
        const QString path = to + u'/' + name;
        QFile::copy(from + u'/' + name, path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    }
    return to;
}

/// A unit that no limit can have, in the first limit.
void spoil(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("%s", qPrintable(path));
    QByteArray text = file.readAll();
    text.replace(text.indexOf("working-day"), int(qstrlen("working-day")), "moon-day");
    file.resize(0);
    file.write(text);
}

Case under(const RulePack &pack)
{
    Case theCase;
    theCase.pack = refOf(pack);
    return theCase;
}

} // namespace

class TestRuleShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packFor_aFreshCase_isTheOneInForce()
    {
        RuleShelf shelf = RuleShelf::fromResources().value();
        QCOMPARE(shelf.packFor({})->id, u"tongbai"_s);
        shelf.setInForce(refOf(linkedPack(u"hualong"_s).value()));
        QCOMPARE(shelf.packFor({})->id, u"hualong"_s);
    }

    void faultyPack_isSetAsideAndTold_andTheOthersServe()
    {
        const QTemporaryDir folder;
        const QDir packs(copied(u":/rulepacks"_s, folder.filePath(u"packs"_s)));
        const QDir profiles(copied(u":/profiles"_s, folder.filePath(u"profiles"_s)));
        spoil(packs.filePath(u"tongbai-2023.json"_s));
        const RuleShelf shelf = RuleShelf::fromResources({packs.path(), profiles.path()}).value();
        QCOMPARE(shelf.setAside().size(), 1);
        const QString told = shelf.setAside().first().detail; // File, place and what stands there.
        QVERIFY2(told.contains(u"tongbai-2023.json: limits[0].unit: \"moon-day\""_s), qPrintable(told));
        QVERIFY(shelf.packFor({})); // Opens on another one.
        QCOMPARE(shelf.packFor(under(linkedPack(u"minhe"_s).value()))->id, u"minhe"_s);
        QVERIFY(!shelf.packFor(under(linkedPack(u"tongbai-2023"_s).value())));
        QCOMPARE(shelf.setAside().size(), 1); // Told once.
    }

    void allPacksFaulty_opensAndWaitsForTheServers()
    {
        const QTemporaryDir folder;
        const QDir packs(copied(u":/rulepacks"_s, folder.filePath(u"packs"_s)));
        for (const QString &name : packs.entryList({u"*.json"_s}))
            spoil(packs.filePath(name));
        RuleShelf shelf = RuleShelf::fromResources({packs.path(), u":/profiles"_s}).value();
        QVERIFY(!shelf.packFor({}) && !shelf.setAside().isEmpty());
        const RulePack minhe = linkedPack(u"minhe"_s).value();
        QVERIFY(shelf.add(minhe.form));
        shelf.setInForce(refOf(minhe));
        QCOMPARE(shelf.packFor({})->id, u"minhe"_s);
    }

    void packOfTheServersThatDoesNotLoad_isTold()
    {
        RuleShelf shelf = RuleShelf::fromResources().value();
        QVERIFY(!shelf.add("{\"id\": \"yunxi\"}"));
        QVERIFY(!shelf.add("{\"id\": \"yunxi\"}"));
        QCOMPARE(shelf.setAside().size(), 1);
        QVERIFY(shelf.setAside().first().detail.startsWith(u"yunxi: "_s));
    }

    void packFor_aCaseOfALinkedPack_findsIt()
    {
        const RuleShelf shelf = RuleShelf::fromResources().value();
        for (const QString &id : {u"tongbai-2023"_s, u"minhe"_s, u"hualong-hf7"_s}) {
            const RulePack pack = linkedPack(id).value();
            const RulePack *found = shelf.packFor(under(pack));
            QVERIFY(found);
            QCOMPARE(found->digest, pack.digest);
            QCOMPARE(shelf.packFor(under(pack)), found); // stays where it is
        }
    }

    void packFor_aCaseOfAPackFromElsewhere_needsThatPack()
    {
        RuleShelf shelf = RuleShelf::fromResources().value();
        RulePack other = linkedPack(u"minhe"_s).value();
        QByteArray form = other.form;
        form.replace("\"title\":\"青海省民和县\"", "\"title\":\"另一县\"");
        other = loadRulePack(form).value();
        QCOMPARE(shelf.packFor(under(other)), nullptr);
        QVERIFY(shelf.add(form));
        QVERIFY(shelf.packFor(under(other)));
        QVERIFY(!shelf.add("{}"));
        QVERIFY(shelf.packFor(under(other)));
    }

    void rulesFor_aCountyWithDaysOfItsOwn_hasItsCalendar()
    {
        RuleShelf shelf = RuleShelf::fromResources().value();
        QByteArray form = linkedPack(u"minhe"_s)->form;
        form.replace("\"documentNumber\"",
            "\"countyDays\":{\"off\":[{\"date\":\"2025-06-10\",\"name\":\"丰收节\"}]},\"documentNumber\"");
        const RulePack pack = loadRulePack(form).value();
        QVERIFY(shelf.add(form));
        QVERIFY(!shelf.rulesFor(under(pack)).calendar->day(QDate(2025, 6, 10))->isWorking());
        QVERIFY(shelf.rulesFor({}).calendar->day(QDate(2025, 6, 10))->isWorking());
    }
};

QTEST_GUILESS_MAIN(TestRuleShelf)
#include "tst_RuleShelf.moc"
