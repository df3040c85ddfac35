#include "shared/canonical/JsonReader.h"
#include "shared/rules/CountyProfile.h"
#include "shared/rules/Deadlines.h"
#include "shared/rules/RuleKinds.h"
#include "tests/shared/rules/Dates.h"

#include <QDir>
#include <QTest>

using namespace chengban;
using namespace chengban::dates;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray &json)
{
    return parseJsonObject(json).value();
}

/// A pack with the wording of Tongbai's and the given rules only.
RulePack packOf(const QString &id, const QByteArray &rules)
{
    QJsonObject json = parseJsonObject(bytesOf(u":/rulepacks/tongbai-2023.json"_s)).value();
    for (const QString &member : json.keys()) {
        if (ruleKind(member) && member != u"templates" && member != u"words")
            json.remove(member);
    }
    json[u"id"] = id;
    const QJsonObject own = object(rules);
    for (auto rule = own.begin(); rule != own.end(); ++rule)
        json[rule.key()] = *rule;
    if (!json.contains(u"signers")) {
        json[u"signers"] = object(R"({"a": [{"action": "reply", "levels": ["deputy-leader"], "seal": false,
            "paperAllowed": true, "cite": "X1"}]})")[u"a"];
    }
    return loadRulePack(QJsonDocument(json).toJson()).value();
}

/// A limit as JSON; `more` holds further members.
QByteArray limit(const char *name, int amount, const char *cite, const QByteArray &more = {})
{
    return QByteArray("{\"name\": \"") + name + "\", \"amount\": " + QByteArray::number(amount)
        + ", \"unit\": \"working-day\", \"from\": \"dispatch\", \"count\": \"next-day\", \"cite\": \"" + cite
        + "\"" + more + "}";
}

QByteArray rules(const QByteArray &limits, const QByteArray &more = {})
{
    return "{\"limits\": [" + limits + "]" + more + "}";
}

CountyProfile profileOf(const QByteArray &precedence = "{}", const QByteArray &more = {})
{
    return loadCountyProfile(R"({"format": 1, "id": "both", "version": 3, "title": "某县",
        "effectiveFrom": "2024-01-01", "packs": [{"id": "a", "version": 1}, {"id": "b", "version": 1}],
        "precedence": )"
        + precedence + more + "}")
        .value();
}

Result<RulePack> both(const QByteArray &a, const QByteArray &b, const QByteArray &precedence = "{}")
{
    return composed(profileOf(precedence), {packOf(u"a"_s, a), packOf(u"b"_s, b)});
}

QList<RulePack> allPacks()
{
    QList<RulePack> packs;
    for (const QString &file : QDir(u":/rulepacks"_s).entryList({u"*.json"_s}, QDir::Files))
        packs.append(loadRulePack(bytesOf(u":/rulepacks/"_s + file)).value());
    return packs;
}

RulePack effective(const QString &profile)
{
    const auto loaded = loadCountyProfile(bytesOf(QStringLiteral(":/profiles/%1.json").arg(profile)));
    return composed(loaded.value(), allPacks()).value();
}

const QByteArray aFirst = R"({"limits": {"order": ["a", "b"]}})";
const QByteArray bFirst = R"({"limits": {"order": ["b", "a"], "note": "后发文件优先"}})";

} // namespace

class TestCountyProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProfile_makesOnePack()
    {
        const QList<RulePack> packs = allPacks();
        const QStringList files = QDir(u":/profiles"_s).entryList({u"*.json"_s}, QDir::Files);
        QVERIFY(files.contains(u"tongbai.json"_s));
        QStringList used;
        for (const QString &file : files) {
            const auto profile = loadCountyProfile(bytesOf(u":/profiles/"_s + file));
            QVERIFY2(profile, profile ? "" : qPrintable(file + u' ' + profile.error().detail));
            QCOMPARE(profile->id + u".json"_s, file);
            const auto pack = composed(*profile, packs);
            QVERIFY2(pack, pack ? "" : qPrintable(pack.error().detail));
            QCOMPARE(pack->id, profile->id);
            for (const PackOrigin &origin : pack->origins)
                used.append(origin.id);
        }
        for (const RulePack &pack : packs)
            QVERIFY2(used.contains(pack.id), qPrintable(pack.id + u" stands in no profile"_s));
    }

    /// HA and HB-HF hold at once for one case.
    void hualong_holdsBothDocuments()
    {
        const RulePack pack = effective(u"hualong"_s);
        QCOMPARE(pack.limit(LimitName::Handle, CaseClass::Consult)->amount, 1); // HA9b
        QCOMPARE(pack.limit(LimitName::Handle, CaseClass::Difficult)->amount, 10); // HA9d
        QCOMPARE(pack.scoringLimit(LimitName::Handle, CaseClass::Complex)->amount, 7); // HA29c
        QCOMPARE(pack.limit(LimitName::Return, CaseClass::General, u"hard"_s)->amount, 2); // HA7c
        QCOMPARE(pack.limit(LimitName::Accept, CaseClass::General)->count, DayCount::SameMoment); // HB7.2a
        QCOMPARE(pack.limit(LimitName::Rework, CaseClass::General)->amount, 2); // HF7
        QVERIFY(pack.acceptance.byDefault);
        const ExtensionPolicy *extension = pack.extension(LimitName::Handle);
        QCOMPARE(extension->addMax, 5); // HB7.3b
        QCOMPARE(extension->askBefore, 2);
        QCOMPARE(extension->totalCap, 15); // HA9e
        QVERIFY(pack.limitOverride.shorterAllowed && pack.limitOverride.longerAllowed); // HA9a, HB7.3c
        QVERIFY(pack.returns.needsBasis && !pack.returns.allowedWhenJoint); // HA7b, HB7.4
        QVERIFY(pack.callback.unitFirst && pack.callback.centreAlways && pack.callback.reReview);
        QVERIFY(pack.contact.waivedWhenAnsweredInLimit); // HA8
        QCOMPARE(pack.signer(SignedAction::Reply, CaseClass::General, true)->levels,
            QList{SignerLevel::PrincipalLeader}); // HA18
    }

    void hualongByItsProcedure_answersConsultationsTheSameDay()
    {
        const RulePack pack = effective(u"hualong-hf7"_s);
        QCOMPARE(pack.limit(LimitName::Handle, CaseClass::Consult)->amount, 0);
        QCOMPARE(pack.limit(LimitName::Handle, CaseClass::Urgent)->amount, 1);
        QCOMPARE(pack.limit(LimitName::Handle, CaseClass::General)->amount, 5);
    }

    void profileOfOnePack_keepsItsRules()
    {
        const RulePack tongbai = loadRulePack(bytesOf(u":/rulepacks/tongbai-2023.json"_s)).value();
        const auto profile = loadCountyProfile(bytesOf(u":/profiles/tongbai.json"_s)).value();
        const RulePack pack = composed(profile, {tongbai}).value();
        QCOMPARE(pack.limits, tongbai.limits);
        QCOMPARE(pack.signers, tongbai.signers);
        QCOMPARE(pack.requiredParts, tongbai.requiredParts);
        QCOMPARE(pack.extensions, tongbai.extensions);
        QCOMPARE(pack.returns, tongbai.returns);
        QCOMPARE(pack.reworkReasons, tongbai.reworkReasons);
        QCOMPARE(pack.templates, tongbai.templates);
        QCOMPARE(pack.words, tongbai.words);
        QVERIFY(pack.digest != tongbai.digest);
    }

    void composed_isAPackThatLoadsAnywhere()
    {
        const auto pack = both(rules(limit("handle", 5, "A1")),
            rules(limit("handle", 5, "A1") + "," + limit("accept", 1, "B1")));
        QVERIFY(pack);
        QCOMPARE(pack->version, 3);
        QCOMPARE(pack->effectiveFrom, QDate(2024, 1, 1));
        QCOMPARE(pack->origins.size(), 2);
        const auto again = loadRulePack(pack->form);
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(again->digest, pack->digest);
        QCOMPARE(again->limits, pack->limits);
    }

    void digest_changesWithProfileAndPacks()
    {
        const RulePack a = packOf(u"a"_s, rules(limit("handle", 5, "A1")));
        const RulePack b = packOf(u"b"_s, rules(limit("handle", 5, "A1") + "," + limit("accept", 1, "B1")));
        const RulePack other
            = packOf(u"b"_s, rules(limit("handle", 5, "A1") + "," + limit("accept", 1, "B2")));
        const QByteArray digest = composed(profileOf(), {a, b})->digest;
        QVERIFY(composed(profileOf(), {a, other})->digest != digest);
        QVERIFY(composed(profileOf(aFirst), {a, b})->digest != digest);
        QCOMPARE(composed(profileOf(), {b, a})->digest, digest);
    }

    void rulesThatDiffer_areSettledOrRefused_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<QByteArray>("precedence");
        QTest::addColumn<QString>("limits"); ///< name/class/amount/cite of each, or the fault.
        const QByteArray open = "{}";
        const QByteArray strict = R"({"limits": {"both": true}})";
        const QByteArray handle5 = limit("handle", 5, "A1");
        const QByteArray hard10 = limit("handle", 10, "B1", R"(, "class": "difficult")");
        const auto row = [](const char *name, const QByteArray &a, const QByteArray &b,
                             const QByteArray &precedence, const char *limits) {
            QTest::newRow(name) << rules(a) << rules(b) << precedence << QString::fromUtf8(limits);
        };
        const QByteArray both5 = handle5 + "," + limit("accept", 1, "A2");
        row("the same twice", both5, limit("handle", 5, "B1"), open, "handle//5/A1; B1 accept//1/A2");
        row("different, open", handle5, limit("handle", 7, "B1"), open,
            "profile both: limits: A1 and B1 differ");
        row("different, a first", handle5, limit("handle", 7, "B1"), aFirst, "handle//5/A1");
        row("different, b first", handle5, limit("handle", 7, "B1"), bFirst, "handle//7/B1");
        row("different, both", limit("handle", 7, "A1"), limit("handle", 5, "B1"), strict, "handle//5/B1");
        row("general and special, open", handle5, hard10 + "," + limit("handle", 5, "B2"), open,
            "profile both: limits: A1 and B1 differ");
        row("general first covers the special", handle5, hard10 + "," + limit("handle", 7, "B2"), aFirst,
            "handle//5/A1");
        row("special first stands beside the general", handle5, hard10 + "," + limit("handle", 7, "B2"),
            bFirst, "handle/difficult/10/B1 handle//7/B2");
        row("special first, general from the other", handle5 + "," + limit("accept", 2, "A3"),
            hard10 + "," + limit("handle", 7, "B2") + "," + limit("accept", 1, "B3"),
            R"({"limits": {"order": ["a", "b"]}, "limits.handle": {"order": ["b", "a"]}})",
            "accept//2/A3 handle/difficult/10/B1 handle//7/B2");
        row("both general and longer special", handle5, hard10 + "," + limit("handle", 7, "B2"), strict,
            "handle//5/A1");
        row("both general and shorter special", handle5,
            limit("handle", 1, "B1", R"(, "class": "consult")") + "," + limit("handle", 7, "B2"), strict,
            "handle//5/A1 handle/consult/1/B1");
        row("one limit for scoring, one for handling", handle5,
            limit("handle", 7, "B1", R"(, "purpose": "scoring")") + "," + limit("handle", 5, "B2"), open,
            "handle//5/A1; B2 handle//7/B1");
    }
    void rulesThatDiffer_areSettledOrRefused()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(QByteArray, precedence);
        QFETCH(QString, limits);
        const auto pack = both(a, b, precedence);
        if (!pack) {
            QCOMPARE(pack.error().detail, limits);
            return;
        }
        QStringList said;
        for (const Limit &limit : pack->limits) {
            said += QStringLiteral("%1/%2/%3/%4")
                        .arg(nameOf(limit.name), limit.caseClass ? QString(nameOf(*limit.caseClass)) : u""_s)
                        .arg(limit.amount)
                        .arg(limit.cite);
        }
        QCOMPARE(said.join(u' '), limits);
    }

    void extensions_both_holdEveryCondition()
    {
        const QByteArray a = R"(, "extensions": [{"maxCount": 2, "addMax": 0, "totalCap": 15, "askBefore": 0,
            "needsContact": false, "cite": "HA9e"}])";
        const QByteArray b = R"(, "extensions": [{"maxCount": 1, "addMax": 5, "askBefore": 2,
            "needsContact": true, "unitSigns": false, "cite": "HB7.3b"}])";
        const QByteArray handle = limit("handle", 5, "X1");
        QCOMPARE(both(rules(handle, a), rules(handle, b)).error().detail,
            u"profile both: extensions: HA9e and HB7.3b differ"_s);
        const auto pack = both(rules(handle, a), rules(handle, b), R"({"extensions": {"both": true}})");
        QVERIFY2(pack, pack ? "" : qPrintable(pack.error().detail));
        QCOMPARE(pack->extensions.size(), 1);
        const ExtensionPolicy &policy = pack->extensions.first();
        QCOMPARE(policy.maxCount, 1);
        QCOMPARE(policy.addMax, 5);
        QCOMPARE(policy.totalCap, 15);
        QCOMPARE(policy.askBefore, 2);
        QVERIFY(policy.needsContact && policy.unitSigns);
        QCOMPARE(policy.cite, u"HA9e; HB7.3b"_s);
    }

    void policies_ofOnePack_holdBesideTheOthers()
    {
        const auto pack = both(rules(limit("handle", 5, "A1")),
            rules(limit("handle", 5, "B1") + "," + limit("accept", 1, "B2"),
                R"(, "acceptance": {"byDefault": true, "cite": "HB7.2a"})"));
        QVERIFY2(pack, pack ? "" : qPrintable(pack.error().detail));
        QVERIFY(pack->acceptance.byDefault);
    }

    void lists_areJoinedOrChosen()
    {
        const char *scaleA = R"(, "satisfaction": [{"code": "satisfied", "label": "满意", "cite": "A2"}],
            "caseTypes": [{"code": "consult", "label": "咨询", "cite": "A3"}])";
        const char *scaleB = R"(, "satisfaction": [{"code": "good", "label": "好", "cite": "B2"}],
            "caseTypes": [{"code": "consult", "label": "咨询", "cite": "B3"}, {"code": "advice", "label": "建议", "cite": "B4"}])";
        const QByteArray handle = limit("handle", 5, "X1");
        QCOMPARE(both(rules(handle, scaleA), rules(handle, scaleB)).error().detail,
            u"profile both: satisfaction: A2 and B2 differ"_s);
        const auto pack = both(
            rules(handle, scaleA), rules(handle, scaleB), R"({"satisfaction": {"order": ["b", "a"]}})");
        QVERIFY2(pack, pack ? "" : qPrintable(pack.error().detail));
        QCOMPARE(pack->satisfaction.size(), 1);
        QCOMPARE(pack->satisfaction.first().code, u"good"_s);
        QCOMPARE(pack->caseTypes.size(), 2);
        QCOMPARE(pack->caseTypes.first().cite, u"A3; B3"_s);
    }

    void countyDays_moveDueTimes()
    {
        const auto profile
            = profileOf("{}", R"(, "countyDays": {"off": [{"date": "2025-06-10", "name": "丰收节"}]})");
        const auto pack = composed(profile,
            {packOf(u"a"_s, rules(limit("handle", 5, "A1"))),
                packOf(u"b"_s, rules(limit("handle", 5, "A1") + "," + limit("accept", 1, "B1")))});
        QVERIFY2(pack, pack ? "" : qPrintable(pack.error().detail));
        const WorkingCalendar calendar = china().inCounty(pack->countyDays);
        const auto deadline = dueTime(
            *pack->limit(LimitName::Handle, CaseClass::General), at(u"2025-06-09 09:00"_s), calendar);
        QCOMPARE(shownTime(deadline->dueMs), u"2025-06-17 18:00"_s); // 11, 12, 13, 16, 17
    }

    void missingPack_isNamed()
    {
        const auto pack = composed(profileOf(), {packOf(u"a"_s, rules(limit("handle", 5, "A1")))});
        QCOMPARE(errorName(pack.error().code), errorName(ErrorCode::PackUnknown));
        QCOMPARE(pack.error().detail, u"profile both: b"_s);
    }

    void loader_namesThePlaceOfAFault_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *change, const char *place) {
            QTest::newRow(name) << QByteArray(change) << QString::fromLatin1(place);
        };
        row("other format", R"({"format": 2})", "format");
        row("unknown member", R"({"colour": 1})", "colour");
        row("no packs", R"({"packs": []})", "packs");
        row("a pack twice", R"({"packs": [{"id": "a", "version": 1}, {"id": "a", "version": 2}]})",
            "packs[1]");
        row("a pack without a version", R"({"packs": [{"id": "a"}]})", "packs[0].version");
        row("end before the beginning", R"({"effectiveTo": "2000-01-01"})", "effectiveTo");
        row("order of half the packs", R"({"precedence": {"limits": {"order": ["a"]}}})",
            "precedence.limits.order");
        row("neither order nor both", R"({"precedence": {"limits": {}}})", "precedence.limits.order");
        row("precedence of no kind", R"({"precedence": {"moods": {"order": ["a", "b"]}}})",
            "precedence.moods");
        row("one of a kind that has no rows", R"({"precedence": {"contact.x": {"order": ["a", "b"]}}})",
            "precedence.contact.x");
        row("both of what cannot be put together", R"({"precedence": {"signers": {"both": true}}})",
            "precedence.signers");
        row("a day off twice",
            R"({"countyDays": {"off": [{"date": "2025-06-10", "name": "节"}, {"date": "2025-06-10", "name": "节"}]}})",
            "countyDays.off[1].date");
    }
    void loader_namesThePlaceOfAFault()
    {
        QFETCH(QByteArray, change);
        QFETCH(QString, place);
        QJsonObject json = object(R"({"format": 1, "id": "both", "version": 1, "title": "某县",
            "effectiveFrom": "2024-01-01", "packs": [{"id": "a", "version": 1}, {"id": "b", "version": 1}]})");
        const QJsonObject changes = parseJsonObject(change).value();
        for (auto member = changes.begin(); member != changes.end(); ++member)
            json[member.key()] = *member;
        const auto profile = loadCountyProfile(QJsonDocument(json).toJson());
        QVERIFY(!profile);
        QCOMPARE(profile.error().detail, place);
    }

    /// A member that is no kind would be lost when packs are put together.
    void kinds_areAllMembersOfAPack()
    {
        const QJsonObject schema = parseJsonObject(
            bytesOf(QStringLiteral(CHENGBAN_SOURCE_DIR "/resources/rulepacks/schema/rulepack.schema.json")))
                                       .value();
        const QSet<QString> own{u"format"_s, u"id"_s, u"version"_s, u"title"_s, u"documentNumber"_s,
            u"effectiveFrom"_s, u"effectiveTo"_s, u"extends"_s, u"countyDays"_s, u"composed"_s};
        const QStringList members = schema[u"properties"].toObject().keys();
        for (const QString &member : members)
            QVERIFY2(own.contains(member) != (ruleKind(member) != nullptr), qPrintable(member));
        for (const RuleKind &kind : ruleKinds())
            QVERIFY2(members.contains(QString::fromLatin1(kind.name)), kind.name);
    }
};

QTEST_GUILESS_MAIN(TestCountyProfile)
#include "tst_CountyProfile.moc"
