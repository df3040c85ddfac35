#include "client/models/RuleShelf.h"
#include "shared/rules/LinkedRules.h"

#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

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
