// What the packs say is what the documents say: every row of requirements.md has its place, every limit and
// signer its value.
#include "shared/canonical/JsonReader.h"
#include "shared/rules/RulePack.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

struct Source
{
    const char *pack;
    const char *prefixes; ///< Of the rows of requirements.md that are its own.
};
constexpr std::array documents{
    Source{"guangde-2022", "G"},
    Source{"hualong-dispatch-2020", "HA"},
    Source{"hualong-operation-2020", "HB HC HD HE HF"},
    Source{"hualong-operation-2020-hf7", "HB HC HD HE HF"},
    Source{"minhe-2018", "M"},
    Source{"nanzheng-2024", "N"},
    Source{"tongbai-2023", "T"},
};

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

RulePack packNamed(const QString &id)
{
    return loadRulePack(read(u":/rulepacks/%1.json"_s.arg(id))).value();
}

void collectCites(const QJsonValue &value, QStringList &cites)
{
    for (const QJsonValue &one : value.toArray())
        collectCites(one, cites);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() == u"cite")
            cites.append(member.value().toString());
        else
            collectCites(member.value(), cites);
    }
}

QStringList citesOf(const QString &pack)
{
    QStringList cites;
    collectCites(*parseJsonObject(packNamed(pack).form), cites);
    return cites;
}

/// "HA7b,HA7e 第七条" -> HA7b, HA7e; nothing for what is no document of a county.
QStringList rowsIn(const QString &cite)
{
    static const QRegularExpression row(u"\\A[A-Z]{1,2}[0-9]"_s);
    return row.match(cite).hasMatch() ? cite.section(u' ', 0, 0).split(u',') : QStringList();
}

QSet<QString> citedRows()
{
    QSet<QString> rows;
    for (const Source &document : documents) {
        for (const QString &cite : citesOf(QString::fromLatin1(document.pack))) {
            for (const QString &row : rowsIn(cite))
                rows.insert(row);
        }
    }
    return rows;
}

/// The ids in the first column of a Markdown table.
QStringList firstColumn(const QString &text)
{
    static const QRegularExpression line(u"^\\| ((?:T|HA|HB|HC|HD|HE|HF|M|N|G)[0-9][0-9a-z., A-Z]*) \\|"_s,
        QRegularExpression::MultilineOption);
    QStringList ids;
    for (auto match = line.globalMatch(text); match.hasNext();)
        ids += match.next().captured(1).split(u", "_s);
    return ids;
}

QStringList rowsOutsideThePacks()
{
    const QString text
        = QString::fromUtf8(read(QStringLiteral(CHENGBAN_SOURCE_DIR "/docs/rules-coverage.md")));
    return firstColumn(text.section(u"## Rows that are no rule of a case"_s, 1).section(u"\n## "_s, 0, 0));
}

QStringList sorted(const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    return list;
}

} // namespace

class TestPackContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowOfTheDocuments_isCitedOrListed()
    {
        const QByteArray requirements
            = read(QStringLiteral(CHENGBAN_SOURCE_DIR "/../shared/requirements.md"));
        if (requirements.isEmpty())
            QSKIP("../shared/requirements.md is not there");
        const QStringList ids
            = firstColumn(QString::fromUtf8(requirements).section(u"## Where the seeds disagree"_s, 0, 0));
        const QSet<QString> rows(ids.begin(), ids.end());
        QCOMPARE(rows.size(), 199);
        const QStringList list = rowsOutsideThePacks();
        const QSet<QString> listed(list.begin(), list.end());
        QCOMPARE(sorted(rows - citedRows() - listed), QStringList());
        QCOMPARE(sorted((citedRows() + listed) - rows), QStringList());
    }

    void noRow_isBothCitedAndListed()
    {
        const QStringList list = rowsOutsideThePacks();
        const QSet<QString> listed(list.begin(), list.end());
        QVERIFY(listed.size() > 20);
        QCOMPARE(listed.size(), list.size());
        QCOMPARE(sorted(listed & citedRows()), QStringList());
    }

    void everyRule_citesItsOwnDocument_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QString>("prefixes");
        for (const Source &document : documents)
            QTest::newRow(document.pack)
                << QString::fromLatin1(document.pack) << QString::fromLatin1(document.prefixes);
        QCOMPARE(qsizetype(documents.size()), QDir(u":/rulepacks"_s).entryList({u"*.json"_s}).size());
    }
    void everyRule_citesItsOwnDocument()
    {
        QFETCH(QString, pack);
        QFETCH(QString, prefixes);
        static const QRegularExpression digits(u"[0-9].*"_s);
        for (const QString &cite : citesOf(pack)) {
            QVERIFY2(cite.contains(u' ') || rowsIn(cite).isEmpty(), qPrintable(cite + u" has no place"_s));
            for (QString row : rowsIn(cite))
                QVERIFY2(prefixes.split(u' ').contains(row.remove(digits)), qPrintable(cite));
        }
    }

    void whatPeopleRead_holdsNoneOfOurIds()
    {
        static const QRegularExpression words(u"\"(?:note|label|definition|title)\": ?\"([^\"]*)\""_s);
        static const QRegularExpression id(u"(?:T|HA|HB|HC|HD|HE|HF|M|N|G)[0-9]"_s);
        int seen = 0;
        for (const QString &folder : {u"rulepacks"_s, u"rulepacks/wording"_s, u"profiles"_s}) {
            const QDir dir(QStringLiteral(CHENGBAN_SOURCE_DIR "/resources/") + folder);
            for (const QString &name : dir.entryList({u"*.json"_s})) {
                const QString text = QString::fromUtf8(read(dir.filePath(name)));
                for (auto match = words.globalMatch(text); match.hasNext(); ++seen) {
                    const QString said = match.next().captured(1);
                    QVERIFY2(!id.match(said).hasMatch(), qPrintable(name + u": "_s + said));
                }
            }
        }
        QVERIFY(seen > 400);
    }

    void everyCitedRow_isOfADocumentThatThePackNames()
    {
        for (const Source &document : documents) {
            const RulePack pack = packNamed(QString::fromLatin1(document.pack));
            QStringList named;
            for (const Document &one : pack.documents)
                named.append(one.rows);
            QCOMPARE(named.join(u' '), QString::fromLatin1(document.prefixes));
        }
    }

    void limits_areThoseOfTheDocument_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<LimitName>("name");
        QTest::addColumn<CaseClass>("caseClass");
        QTest::addColumn<int>("amount");
        QTest::addColumn<LimitUnit>("unit");
        QTest::addColumn<ClockStart>("from");
        QTest::addColumn<QString>("row");
        const auto row = [](const char *pack, LimitName name, CaseClass caseClass, int amount, LimitUnit unit,
                             ClockStart from, const char *id) {
            const QString title = u"%1 %2 %3"_s.arg(
                QLatin1StringView(pack), QString(nameOf(name)), QString(nameOf(caseClass)));
            QTest::newRow(qPrintable(title)) << QString::fromLatin1(pack) << name << caseClass << amount
                                             << unit << from << QString::fromLatin1(id);
        };
        using enum LimitName;
        using enum CaseClass;
        using enum LimitUnit;
        const auto Transfer = ClockStart::Transfer;
        const auto Finish = ClockStart::Finish;
        const auto Order = ClockStart::Order;
        const char *ha = "hualong-dispatch-2020";
        row(ha, FirstContact, General, 1, WorkingDay, Transfer, "HA8");
        row(ha, Handle, Consult, 1, WorkingDay, Transfer, "HA9b");
        row(ha, Handle, Urgent, 1, WorkingDay, Transfer, "HA9b");
        row(ha, Handle, General, 5, WorkingDay, Transfer, "HA9c");
        row(ha, Handle, Complex, 5, WorkingDay, Transfer, "HA9c");
        row(ha, Handle, Difficult, 10, WorkingDay, Transfer, "HA9d");
        row(ha, Feedback, Emergency, 1, NaturalHour, Finish, "HA24");
        row(ha, ReReview, General, 3, WorkingDay, Order, "HA20b");
        row(ha, Return, General, 1, WorkingDay, Transfer, "HA7b");
        const char *hb = "hualong-operation-2020";
        row(hb, Accept, General, 1, WorkingDay, ClockStart::Dispatch, "HB7.2a");
        row(hb, Return, General, 1, WorkingDay, ClockStart::Dispatch, "HB7.2b");
        row(hb, Handle, General, 5, WorkingDay, Transfer, "HB7.3a");
        row(hb, Handle, Consult, 1, WorkingDay, Transfer, "HD6");
        row(hb, Handle, Difficult, 10, WorkingDay, Transfer, "HD6");
        row(hb, Rework, General, 2, WorkingDay, Order, "HF7");
        const char *hf = "hualong-operation-2020-hf7";
        row(hf, Handle, General, 5, WorkingDay, Transfer, "HF7");
        row(hf, Handle, Difficult, 5, WorkingDay, Transfer, "HF7");
        row(hf, Handle, Consult, 0, WorkingDay, Transfer, "HF7");
        row(hf, Accept, General, 1, WorkingDay, ClockStart::Dispatch, "HB7.2a");
        const char *m = "minhe-2018";
        row(m, Handle, General, 5, WorkingDay, ClockStart::Dispatch, "M5");
        row(m, Handle, Urgent, 0, WorkingDay, ClockStart::Dispatch, "M5");
        row(m, Rework, General, 5, WorkingDay, Order, "M16");
        row(m, Return, General, 1, WorkingDay, ClockStart::Dispatch, "M14");
        const char *n = "nanzheng-2024";
        row(n, Start, General, 1, WorkingHour, ClockStart::Dispatch, "N2");
        row(n, Start, Emergency, 1, NaturalHour, ClockStart::Dispatch, "N2");
        row(n, Feedback, Emergency, 3, NaturalHour, ClockStart::Dispatch, "N3a");
        row(n, Feedback, BasicLife, 24, NaturalHour, ClockStart::Dispatch, "N3b");
        row(n, Feedback, General, 5, NaturalDay, ClockStart::Dispatch, "N3c");
        row(n, Handle, General, 5, NaturalDay, ClockStart::Dispatch, "N3c");
        const char *g = "guangde-2022";
        row(g, Handle, General, 5, WorkingDay, ClockStart::Dispatch, "G6");
        row(g, Handle, Consult, 1, WorkingDay, ClockStart::Dispatch, "G5");
    }
    void limits_areThoseOfTheDocument()
    {
        QFETCH(QString, pack);
        QFETCH(LimitName, name);
        QFETCH(CaseClass, caseClass);
        QFETCH(QString, row);
        const RulePack rules = packNamed(pack);
        const Limit *limit = rules.limit(name, caseClass);
        QVERIFY(limit);
        QTEST(limit->amount, "amount");
        QTEST(limit->unit, "unit");
        QTEST(limit->from, "from");
        QVERIFY2(rowsIn(limit->cite).contains(row), qPrintable(limit->cite));
    }

    void limitsOfASpecialKind_areThoseOfTheDocument()
    {
        const RulePack ha = packNamed(u"hualong-dispatch-2020"_s);
        QCOMPARE(ha.limit(LimitName::Return, CaseClass::General, u"hard"_s)->amount, 2); // HA7c
        QCOMPARE(ha.scoringLimit(LimitName::Handle, CaseClass::General)->amount, 7); // HA29c
        QCOMPARE(ha.scoringLimit(LimitName::Handle, CaseClass::Consult)->amount, 1);
        QVERIFY(ha.limit(LimitName::Supervision, CaseClass::General)->setByOrder); // HA16
        const RulePack hb = packNamed(u"hualong-operation-2020"_s);
        QCOMPARE(hb.limit(LimitName::Accept, CaseClass::General)->count, DayCount::SameMoment); // HB7.2a
        QCOMPARE(hb.limit(LimitName::Handle, CaseClass::General)->count, DayCount::NextDay);
        QVERIFY(
            packNamed(u"minhe-2018"_s).limit(LimitName::Supervision, CaseClass::General)->setByOrder); // M5
    }

    void signers_areThoseOfTheDocument_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<SignedAction>("action");
        QTest::addColumn<bool>("supervised");
        QTest::addColumn<QList<SignerLevel>>("levels");
        QTest::addColumn<bool>("seal");
        const auto row = [](const char *pack, SignedAction action, bool supervised, QList<SignerLevel> levels,
                             bool seal) {
            const QString title = u"%1 %2%3"_s.arg(
                QLatin1StringView(pack), QString(nameOf(action)), supervised ? u" supervised"_s : QString());
            QTest::newRow(qPrintable(title))
                << QString::fromLatin1(pack) << action << supervised << levels << seal;
        };
        const auto deputy = SignerLevel::DeputyLeader;
        const auto principal = SignerLevel::PrincipalLeader;
        using enum SignedAction;
        row("tongbai-2023", Reply, false, {deputy, principal}, false); // T15
        row("tongbai-2023", Return, false, {principal}, true); // T24
        row("hualong-dispatch-2020", Return, false, {deputy}, false); // HA7b
        row("hualong-dispatch-2020", Extension, false, {deputy}, true); // HA9e
        row("hualong-dispatch-2020", Extension, true, {principal}, true); // HA17
        row("hualong-dispatch-2020", Reply, true, {principal}, true); // HA18
        row("hualong-dispatch-2020", SupervisionAnswer, false, {principal}, true); // HA18
        row("hualong-dispatch-2020", ReReviewAnswer, false, {deputy}, false); // HA20b
        row("hualong-dispatch-2020", Termination, false, {deputy}, false); // HA10e
        row("hualong-operation-2020", Reply, false, {deputy}, false); // HD4
        row("hualong-operation-2020", Extension, false, {deputy}, true); // HD6, HF8
        row("minhe-2018", Extension, false, {principal}, false); // M6
        row("guangde-2022", Reply, false, {principal}, false); // G11
    }
    void signers_areThoseOfTheDocument()
    {
        QFETCH(QString, pack);
        QFETCH(SignedAction, action);
        QFETCH(bool, supervised);
        const RulePack rules = packNamed(pack);
        const SignerRule *signer = rules.signer(action, CaseClass::General, supervised);
        QVERIFY(signer);
        QTEST(signer->levels, "levels");
        QTEST(signer->seal, "seal");
    }

    void policies_areThoseOfTheDocument()
    {
        const RulePack ha = packNamed(u"hualong-dispatch-2020"_s);
        QCOMPARE(ha.extension(LimitName::Handle)->totalCap, 15); // HA9e
        QCOMPARE(ha.extension(LimitName::Supervision)->totalCap, 15); // HA17
        QCOMPARE(ha.extension(LimitName::ReReview)->addMax, 1); // HA20b
        QVERIFY(ha.limitOverride.shorterAllowed && !ha.limitOverride.longerAllowed); // HA9a
        QVERIFY(ha.returns.needsBasis && ha.returns.appealAllowed); // HA7b, HA7f
        QCOMPARE(ha.returns.maxRejected, 1); // HA7e
        QVERIFY(ha.callback.centreAlways && ha.callback.reReview && ha.callback.secondCall);
        const RulePack hb = packNamed(u"hualong-operation-2020"_s);
        QCOMPARE(hb.extension(LimitName::Handle)->addMax, 5); // HB7.3b
        QCOMPARE(hb.extension(LimitName::Handle)->askBefore, 2);
        QVERIFY(hb.acceptance.byDefault); // HB7.2a
        QVERIFY(hb.limitOverride.longerAllowed); // HB7.3c
        QVERIFY(hb.returns.needsSuggestedUnit && !hb.returns.allowedWhenJoint); // HB7.2b, HB7.4
        const RulePack m = packNamed(u"minhe-2018"_s);
        QVERIFY(m.answering.citizenFirst && m.answering.noAnswerAllowed && m.answering.proofreadNeeded);
        QCOMPARE(m.answering.leastSentences, 2); // M11
        QVERIFY(m.returns.needsSuggestedUnit); // M14
        const RulePack n = packNamed(u"nanzheng-2024"_s);
        QVERIFY(n.extension(LimitName::Handle)->needsPromise); // N9
        QVERIFY(n.termination.allowed && n.callback.reworkWhenUnsatisfied); // N10, N12
        const RulePack g = packNamed(u"guangde-2022"_s);
        QVERIFY(g.callback.centreAlways && g.callback.reworkWhenUnsatisfied); // G8, G9
    }

    void assessment_isThatOfTheDocument()
    {
        const Assessment tongbai = packNamed(u"tongbai-2023"_s).assessment;
        QCOMPARE(tongbai.metrics.size(), 6); // T26
        QList<int> counts;
        for (const Threshold &threshold : tongbai.thresholds)
            counts.append(threshold.count);
        QCOMPARE(counts, (QList<int>{3, 2, 3})); // T27
        const Assessment hualong = packNamed(u"hualong-dispatch-2020"_s).assessment;
        QList<int> shares;
        for (const Grade &grade : hualong.grades)
            shares.append(grade.share);
        QCOMPARE(shares, (QList<int>{30, 50, 20})); // HA30
        QCOMPARE(hualong.volumes.size(), 4); // HA29a
        QCOMPARE(packNamed(u"nanzheng-2024"_s).assessment.metrics.size(), 3); // N11
    }

    void lists_haveTheLengthOfTheDocuments()
    {
        const RulePack ha = packNamed(u"hualong-dispatch-2020"_s);
        QCOMPARE(ha.caseTypes.size(), 5); // HA4
        QCOMPARE(ha.closingPoints.size(), 7); // HA12
        QCOMPARE(ha.immediateKinds.size(), 5); // HA23
        QCOMPARE(ha.supervisionMethods.size(), 4); // HA15
        QCOMPARE(ha.reReviewReasons.size(), 3); // HA19
        QCOMPARE(ha.satisfaction.size(), 3); // HA29e
        const RulePack hb = packNamed(u"hualong-operation-2020"_s);
        QCOMPARE(hb.accountabilityCases.size(), 4); // HB14
        QCOMPARE(hb.knowledgeKinds.size(), 5); // HB9
        QCOMPARE(hb.urgeChannels.size(), 4); // HF9
        const RulePack n = packNamed(u"nanzheng-2024"_s);
        QCOMPARE(n.keyCategories.size(), 6); // N5
        QCOMPARE(n.urgeChannels.size(), 4); // N13
        const RulePack m = packNamed(u"minhe-2018"_s);
        QCOMPARE(m.reworkReasons.size(), 5); // M15
        QCOMPARE(m.roster.size(), 3); // M24
        QCOMPARE(packNamed(u"guangde-2022"_s).accountabilityCases.size(), 4); // G13
    }

    void whatADocumentLeavesOpen_isToldInChinese()
    {
        static const QRegularExpression han(u"\\p{Han}"_s);
        for (const Source &document : documents) {
            const RulePack pack = packNamed(QString::fromLatin1(document.pack));
            for (const Limit &limit : pack.limits)
                QVERIFY2(han.match(limit.note).hasMatch() || limit.note.isEmpty(), document.pack);
            for (const ExtensionPolicy &policy : pack.extensions)
                QVERIFY2(han.match(policy.note).hasMatch(), document.pack);
            QVERIFY2(han.match(pack.returns.note).hasMatch(), document.pack);
        }
    }
};

QTEST_GUILESS_MAIN(TestPackContent)
#include "tst_PackContent.moc"
