#include "shared/canonical/Canonical.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/rules/PackParts.h"
#include "shared/rules/RulePack.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

QByteArray packBytes(const QString &name = QStringLiteral("tongbai-2023"))
{
    QFile file(QStringLiteral(":/rulepacks/%1.json").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

RulePack tongbai()
{
    return loadRulePack(packBytes()).value();
}

QStringList codes(const QList<CodedReason> &reasons)
{
    QStringList list;
    for (const CodedReason &reason : reasons)
        list.append(reason.code);
    return list;
}

/// RFC 7396.
QJsonValue merged(const QJsonValue &target, const QJsonValue &patch)
{
    if (!patch.isObject())
        return patch;
    QJsonObject result = target.toObject();
    const QJsonObject members = patch.toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        if (it.value().isNull())
            result.remove(it.key());
        else
            result.insert(it.key(), merged(result.value(it.key()), it.value()));
    }
    return result;
}

/// The text of the pack with `from` replaced once; the test fails when it does not stand there.
QByteArray with(const char *from, const char *to)
{
    QByteArray bytes = packBytes();
    const qsizetype at = bytes.indexOf(from);
    return at < 0 ? QByteArray() : bytes.replace(at, qstrlen(from), to);
}

QSet<QString> keysOf(const QJsonValue &object)
{
    const QStringList keys = object.toObject().keys();
    return {keys.begin(), keys.end()};
}

QSet<QString> stringsOf(const QJsonValue &array)
{
    QSet<QString> strings;
    for (const QJsonValue value : array.toArray())
        strings.insert(value.toString());
    return strings;
}

} // namespace

class TestRulePack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPack_loadsAndIsNamedLikeItsFile()
    {
        const QStringList files = QDir(QStringLiteral(":/rulepacks")).entryList({QStringLiteral("*.json")});
        QVERIFY(files.contains(QStringLiteral("tongbai-2023.json")));
        for (const QString &file : files) {
            const QString name = file.chopped(5);
            const auto pack = loadRulePack(packBytes(name));
            QVERIFY2(pack, qPrintable(pack ? name : name + QLatin1Char(' ') + pack.error().detail));
            QCOMPARE(pack->id, name);
        }
    }

    void tongbai_digest_isOverTheCanonicalForm()
    {
        const RulePack pack = tongbai();
        QCOMPARE(pack.digest, sm3(pack.form));
        QCOMPARE(canonicalForm(parseJsonObject(pack.form).value()).value(), pack.form);
    }

    void form_loadsWithoutWhatThePackExtends()
    {
        const RulePack pack = tongbai();
        QVERIFY(packBytes().contains("\"extends\"") && !pack.form.contains("\"extends\""));
        QCOMPARE(loadRulePack(pack.form)->digest, pack.digest);
        QCOMPARE(pack.templates.value(QStringLiteral("outcome-no-answer")), QStringLiteral("无人接听"));
    }

    void packThatExtends_saysOnlyWhatDiffers()
    {
        const auto child = loadRulePack(R"({"format": 2, "extends": "tongbai-2023", "id": "child",
            "version": 7, "title": "县的通知", "effectiveFrom": "2026-01-01",
            "templates": {"outcome-no-answer": "没有人接"}, "returnReasons": []})");
        QVERIFY2(child, qPrintable(child ? QString() : child.error().detail));
        RulePack expected = tongbai();
        QCOMPARE(child->id, QStringLiteral("child"));
        QCOMPARE(child->version, 7);
        QCOMPARE(child->limits, expected.limits);
        QVERIFY(child->returnReasons.isEmpty());
        expected.templates.insert(QStringLiteral("outcome-no-answer"), QStringLiteral("没有人接"));
        QCOMPARE(child->templates, expected.templates);
    }

    void tongbai_limits_data()
    {
        QTest::addColumn<LimitName>("name");
        QTest::addColumn<CaseClass>("caseClass");
        QTest::addColumn<int>("amount");
        QTest::newRow("handle general") << LimitName::Handle << CaseClass::General << 5;
        QTest::newRow("handle consult") << LimitName::Handle << CaseClass::Consult << 1;
        QTest::newRow("handle urgent") << LimitName::Handle << CaseClass::Urgent << 1;
        QTest::newRow("handle complex") << LimitName::Handle << CaseClass::Complex << 10;
        QTest::newRow("handle difficult") << LimitName::Handle << CaseClass::Difficult << 10;
        QTest::newRow("handle of a class without its own") << LimitName::Handle << CaseClass::BasicLife << 5;
        QTest::newRow("accept (T3)") << LimitName::Accept << CaseClass::General << 1;
        QTest::newRow("first contact (T5)") << LimitName::FirstContact << CaseClass::Urgent << 1;
        QTest::newRow("rework (T15)") << LimitName::Rework << CaseClass::General << 5;
        QTest::newRow("return (T24)") << LimitName::Return << CaseClass::General << 1;
    }
    void tongbai_limits()
    {
        QFETCH(LimitName, name);
        QFETCH(CaseClass, caseClass);
        QFETCH(int, amount);
        const RulePack pack = tongbai();
        const Limit *limit = pack.limit(name, caseClass);
        QVERIFY(limit);
        QCOMPARE(limit->amount, amount);
        QCOMPARE(limit->unit, LimitUnit::WorkingDay);
        QVERIFY(!limit->cite.isEmpty());
        QVERIFY2(!limit->note.isEmpty(), "the document leaves the value open, so the default is to be told");
    }

    void tongbai_hasNoLimitThatTheDocumentDoesNotKnow()
    {
        QCOMPARE(tongbai().limit(LimitName::Supervision, CaseClass::General), nullptr);
    }

    void tongbai_signers()
    {
        const RulePack pack = tongbai();
        const SignerRule *reply = pack.signer(SignedAction::Reply);
        QVERIFY(reply);
        QCOMPARE(reply->levels, (QList{SignerLevel::DeputyLeader, SignerLevel::PrincipalLeader})); // T15
        QVERIFY(!reply->seal);
        const SignerRule *back = pack.signer(SignedAction::Return);
        QVERIFY(back);
        QCOMPARE(back->levels, QList{SignerLevel::PrincipalLeader}); // T24
        QVERIFY(back->seal);
        QCOMPARE(pack.signer(SignedAction::Termination), nullptr);
    }

    void tongbai_policies()
    {
        const RulePack pack = tongbai();
        QCOMPARE(pack.contact.attemptsWhenUnreachable, 2); // T7
        QCOMPARE(pack.extension(LimitName::Handle)->maxCount, 1); // T23
        QCOMPARE(pack.extension(LimitName::Handle)->addMax, 5);
        QVERIFY(pack.extension(LimitName::Handle)->needsContact); // T22
        QVERIFY(pack.returns.allowed); // T24
        QVERIFY(!pack.acceptance.byDefault);
    }

    void tongbai_lists()
    {
        const RulePack pack = tongbai();
        QCOMPARE(codes(pack.channels),
            QStringLiteral("petition arbitration discipline penalty reconsideration criminal litigation "
                           "congress cppcc military")
                .split(QLatin1Char(' '))); // T12, T13
        QCOMPARE(std::ranges::count(pack.channels, QStringLiteral("body"), &CodedReason::group), 3);
        QCOMPARE(codes(pack.satisfaction),
            (QStringList{QStringLiteral("satisfied"), QStringLiteral("unsatisfied")}));
        QVERIFY(codes(pack.reworkReasons).contains(QStringLiteral("off-topic"))); // T4
        QVERIFY(!pack.returnReasons.isEmpty() && !pack.closingPoints.isEmpty());
        QCOMPARE(reasonCoded(pack.channels, QStringLiteral("military"))->label, QStringLiteral("军队"));
        QCOMPARE(reasonCoded(pack.channels, QStringLiteral("moon")), nullptr);
    }

    void loader_namesThePlaceOfAFault_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code, const char *place) {
            QTest::newRow(name) << bytes << code << QString::fromLatin1(place);
        };
        const auto invalid = ErrorCode::PackInvalid;
        row("unknown member", with("\"version\": 1,", "\"version\": 1, \"colour\": 2,"),
            ErrorCode::UnknownField, "colour");
        row("unknown inner member", with("\"seal\": false", "\"seal\": false, \"ink\": 1"),
            ErrorCode::UnknownField, "signers[0].ink");
        row("other format", with("\"format\": 2", "\"format\": 1"), invalid, "format: 1");
        row("id with a space", with("tongbai-2023", "tong bai"), invalid, "id");
        row("version of zero", with("\"version\": 1", "\"version\": 0"), invalid, "version");
        row("date that is none", with("2023-03-02", "2023-02-30"), invalid, "effectiveFrom");
        row("end before the beginning",
            with("\"2023-03-02\",", "\"2023-03-02\", \"effectiveTo\": \"2023-03-01\","), invalid,
            "effectiveTo: before effectiveFrom");
        row("negative limit", with("\"amount\": 1", "\"amount\": -1"), invalid, "limits[0].amount");
        row("fraction", with("\"amount\": 1", "\"amount\": 1.5"), invalid, "");
        row("unknown unit", with("working-day", "moon-day"), invalid, "limits[0].unit: \"moon-day\"");
        row("the same limit twice", with("\"name\": \"first-contact\"", "\"name\": \"accept\""), invalid,
            "limits[1]");
        row("limit without its source", with("\"cite\": \"T3 一(一)\",", ""), ErrorCode::MissingField,
            "limits[0].cite");
        row("no handle limit for every class",
            with("\"name\": \"handle\", \"amount\": 5", "\"name\": \"start\", \"amount\": 5"),
            ErrorCode::MissingField, "limits: handle for every class");
        row("unknown level", with("\"deputy-leader\"", "\"king\""), invalid, "signers[0].levels");
        row("nobody signs", with("[\"deputy-leader\", \"principal-leader\"]", "[]"), ErrorCode::MissingField,
            "signers[0].levels");
        row("no signer of replies", with("\"action\": \"reply\"", "\"action\": \"termination\""),
            ErrorCode::MissingField, "signers: reply");
        row("unknown verdict", with("\"verdict\": \"any\"", "\"verdict\": \"all\""), invalid,
            "requiredParts[0].verdict");
        row("unknown part", with("\"part\": \"contact\"", "\"part\": \"colour\""), invalid,
            "requiredParts[0].part");
        row("unknown kind of attachment", with("attachment:evidence", "attachment:colour"), invalid,
            "requiredParts[9].part");
        row("least of zero", with("\"least\": 4", "\"least\": 0"), invalid, "requiredParts[1].least");
        row("the same reason twice", with("\"code\": \"evasive\"", "\"code\": \"off-topic\""), invalid,
            "reworkReasons[1]");
        row("template without a placeholder",
            with("\"limits\"", "\"templates\": {\"contact-no-number\": \"无法通话\"}, \"limits\""), invalid,
            "templates.contact-no-number");
        row("template with a placeholder too many",
            with("\"limits\"", "\"templates\": {\"outcome-no-answer\": \"无人{name}\"}, \"limits\""), invalid,
            "templates.outcome-no-answer");
        row("template missing", tongbai().form.replace("\"opening\":", "\"greeting\":"),
            ErrorCode::MissingField, "templates.opening");
        row("empty word", with("\"limits\"", "\"words\": {\"vague\": [\"\"]}, \"limits\""), invalid,
            "words.vague");
        row("extends what is not there", with("general-1", "general-0"), invalid, "extends");
        row("extends a path", with("general-1", "wording/general-1"), invalid, "extends");
        row("extends no name", with("\"general-1\"", "[]"), invalid, "extends");
        row("text for a flag", with("\"paperAllowed\": true", "\"paperAllowed\": \"no\""), invalid,
            "signers[0].paperAllowed");
        row("whole: contradictory caps",
            with("\"addMax\": 5, \"askBefore\": 0", "\"addMax\": 5, \"askBefore\": 0, \"totalCap\": 4"),
            invalid, "extensions[0].totalCap: below the 5 days of the limit");
        row("whole: asked for too early",
            with("\"addMax\": 5, \"askBefore\": 0", "\"addMax\": 5, \"askBefore\": 5"), invalid,
            "extensions[0].askBefore: not inside the 5 days of the limit");
        row("whole: code of no list",
            with("\"part\": \"investigation\"", "\"part\": \"investigation\", \"outcome\": \"solved\""),
            invalid, "requiredParts[1].outcome: no outcome solved");
        row("above 1 MiB", packBytes() + QByteArray(1 << 20, ' '), invalid, "");
        row("not JSON", "{", invalid, "");
        row("no object", "[]", invalid, "");
        row("broken UTF-8", "{\"id\":\n\"\xff\"}", invalid, "input.bad-encoding: line 2");
    }
    void loader_namesThePlaceOfAFault()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QString, place);
        QVERIFY2(!bytes.isEmpty(), "the row changes text that the pack does not have");
        const auto pack = loadRulePack(bytes);
        QVERIFY(!pack);
        QCOMPARE(errorName(pack.error().code), errorName(code));
        if (!place.isEmpty()) { // The place, and behind it why, or what stands there.
            const QString &detail = pack.error().detail;
            QVERIFY2(detail == place || detail.startsWith(place + QStringLiteral(": ")), qPrintable(detail));
        }
    }

    void vacantPosts_takeEachPersonOnce()
    {
        const QList<RosterPost> roster{{u"leader"_s, u"分管领导"_s, u"deputy-leader"_s, 1, {}, {}},
            {u"a"_s, u"经办人A"_s, u"clerk"_s, 1, {}, {}}, {u"b"_s, u"经办人B"_s, u"clerk"_s, 1, {}, {}}};
        const auto vacant = [&](const QStringList &roles) {
            QStringList codes;
            for (const RosterPost &post : vacantPosts(roster, roles))
                codes.append(post.code);
            return codes.join(QLatin1Char(' '));
        };
        QCOMPARE(vacant({u"clerk"_s, u"clerk"_s, u"deputy-leader"_s}), QString());
        QCOMPARE(vacant({u"clerk"_s, u"deputy-leader"_s, u"principal-leader"_s}), u"b"_s);
        QCOMPARE(vacant({}), u"leader a b"_s);
    }

    void loader_judgesTheCorpus_data()
    {
        QTest::addColumn<QJsonValue>("patch");
        QTest::addColumn<bool>("loads");
        QFile file(QStringLiteral(CHENGBAN_SOURCE_DIR "/tests/shared/rules/corpus.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray packs = parseJsonObject(file.readAll())->value(QStringLiteral("packs")).toArray();
        QVERIFY(packs.size() > 30);
        for (const QJsonValue &pack : packs) {
            QTest::newRow(qPrintable(pack[QStringLiteral("name")].toString()))
                << pack[QStringLiteral("patch")] << pack[QStringLiteral("loads")].toBool();
        }
    }
    void loader_judgesTheCorpus()
    {
        QFETCH(QJsonValue, patch);
        QFETCH(bool, loads);
        const QJsonObject pack = merged(parseJsonObject(packBytes()).value(), patch).toObject();
        const auto loaded = loadRulePack(QJsonDocument(pack).toJson());
        QVERIFY2(loaded.has_value() == loads, loaded ? "loads" : qPrintable(loaded.error().detail));
    }

    /// What the schema lists of its own accord; the corpus holds the rest of it to the loader.
    void schema_listsTheNamesTheLoaderKnows()
    {
        QFile file(QStringLiteral(CHENGBAN_SOURCE_DIR "/resources/rulepacks/schema/rulepack.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject schema = parseJsonObject(file.readAll()).value();
        const QJsonObject members = schema[u"properties"].toObject();
        QSet<QString> templates;
        for (const TemplateForm &form : templateForms())
            templates.insert(QString::fromLatin1(form.name));
        QCOMPARE(keysOf(members[u"templates"][u"properties"]), templates);
        QSet<QString> words;
        for (const char *name : wordListNames())
            words.insert(QString::fromLatin1(name));
        QCOMPARE(keysOf(members[u"words"][u"properties"]), words);
        const QJsonValue part = schema[u"$defs"][u"requiredPart"][u"properties"];
        QCOMPARE(stringsOf(part[u"part"][u"enum"]), partNames());
        QCOMPARE(stringsOf(part[u"verdict"][u"enum"]), verdictNames());
        QSet<QString> counters;
        for (const auto &row : namesOf(Counter{}))
            counters.insert(QString::fromLatin1(row.name));
        QCOMPARE(stringsOf(schema[u"$defs"][u"counter"][u"enum"]), counters);
    }

    void everyRule_namesItsSource()
    {
        const RulePack pack = tongbai();
        for (const RequiredPart &part : pack.requiredParts)
            QVERIFY(part.cite.startsWith(QLatin1Char('T')));
        for (const auto &list : {pack.reworkReasons, pack.returnReasons, pack.channels, pack.closingPoints}) {
            for (const CodedReason &reason : list)
                QVERIFY(reason.cite.startsWith(QLatin1Char('T')));
        }
    }
};

QTEST_GUILESS_MAIN(TestRulePack)
#include "tst_RulePack.moc"
