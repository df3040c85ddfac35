#include "shared/reply/ReplyParts.h"
#include "shared/rules/PackParts.h"
#include "tests/shared/reply/CompleteReply.h"

#include <QTest>

using namespace chengban;

namespace {

QStringList found(const WholeReply &whole, const RulePack &pack)
{
    QStringList list;
    for (const Problem &problem : replyProblems(whole.reply, whole.contacts, whole.context, pack))
        list += problem.finding + QLatin1Char('@') + problem.field;
    return list;
}

/// Every circumstance under which a pack can ask for other parts: verdict, outcome, case type, order and
/// class.
struct Circumstance
{
    Verdict verdict;
    QString outcome;
    ReplyContext context;
};

QStringList codesOf(const QList<CodedReason> &list)
{
    QStringList codes;
    for (const CodedReason &row : list) {
        if (row.group.isEmpty())
            codes += row.code;
    }
    return codes.isEmpty() ? QStringList{QString()} : codes;
}

QList<Circumstance> circumstancesOf(const RulePack &pack)
{
    const QStringList orders{QString(), QStringLiteral("re-review"), QStringLiteral("supervision")};
    QList<Circumstance> all;
    for (const auto &verdict : namesOf(Verdict{})) {
        for (const QString &outcome : codesOf(pack.outcomes)) {
            for (const QString &type : codesOf(pack.caseTypes)) {
                for (const QString &order : orders) {
                    for (const CaseClass caseClass : {CaseClass::General, CaseClass::Complex}) {
                        ReplyContext context;
                        context.caseType = type;
                        context.order = order;
                        context.caseClass = caseClass;
                        all.append({verdict.value, outcome, context});
                    }
                }
            }
        }
    }
    all.removeIf([](const Circumstance &one) { return one.verdict == Verdict::Undecided; });
    return all;
}

/// Takes the part out of the reply; what the answer says stays, but for the part that is about it.
void remove(WholeReply &whole, const ReplyPart &part)
{
    const QByteArrayView name(part.part);
    Reply &reply = whole.reply;
    if (name == "contact")
        whole.contacts.clear();
    else if (name == "contactSentence")
        reply.answer = QStringLiteral("您好！淮源大道东段路灯已修复。路灯电缆已更换60米。");
    else if (name == "channelTold")
        reply.channelTold = false;
    else if (name == "answeredAt")
        reply.answeredAtMs = 0;
    else if (name == "legalBasis")
        reply.legalBasis.clear();
    else if (name == "siteVisit")
        reply.siteVisits.clear();
    else if (part.text)
        (reply.*part.text).clear();
    else
        reply.attachments.removeIf([&](const Attachment &one) { return one.kind == part.kind; });
}

QString citeFor(const ReplyPart &part, const WholeReply &whole, const RulePack &pack)
{
    for (const RequiredPart &row : pack.requiredParts) {
        if (row.part == QLatin1StringView(part.part) && asksFor(row, whole)) {
            const CodedReason *channel = reasonCoded(pack.channels, whole.reply.channel);
            return row.part == QStringLiteral("channelTold") && channel ? channel->cite : row.cite;
        }
    }
    return {};
}

QString nameFor(const RulePack &pack, const Circumstance &one)
{
    return QStringList{pack.id, QString(nameOf(one.verdict)), one.outcome, one.context.caseType,
        one.context.order, QString(nameOf(one.context.caseClass))}
        .join(QLatin1Char(' '));
}

} // namespace

/// Data-driven over all linked packs: a new pack is judged without a new test.
class TestPackReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completeReply_hasNoProblem_andEachPartIsMissed_data()
    {
        QTest::addColumn<QString>("id");
        for (const RulePack &pack : linkedPacks())
            QTest::newRow(qPrintable(pack.id)) << pack.id;
    }
    void completeReply_hasNoProblem_andEachPartIsMissed()
    {
        QFETCH(QString, id);
        const QList<RulePack> packs = linkedPacks();
        const RulePack &pack = *std::ranges::find(packs, id, &RulePack::id);
        int removed = 0;
        for (const Circumstance &one : circumstancesOf(pack)) {
            const QString name = nameFor(pack, one);
            const WholeReply whole = completeReply(pack, one.verdict, one.outcome, one.context);
            const QStringList clean = found(whole, pack);
            QVERIFY2(clean.isEmpty(), qPrintable(name + QLatin1String(": ") + clean.join(QLatin1Char(' '))));
            for (const ReplyPart &part : replyParts()) {
                const QString cite = citeFor(part, whole, pack);
                if (cite.isEmpty())
                    continue;
                WholeReply lacking = whole;
                remove(lacking, part);
                const Problems problems
                    = replyProblems(lacking.reply, lacking.contacts, lacking.context, pack);
                const QString finding = QString::fromLatin1(part.stem) + QStringLiteral("-missing");
                const auto hit = std::ranges::find(problems, finding, &Problem::finding);
                QVERIFY2(hit != problems.end(), qPrintable(name + QLatin1Char(' ') + finding));
                QCOMPARE(hit->cite, cite);
                QCOMPARE(hit->severity, Severity::Must);
                QCOMPARE(hit->field, QString::fromLatin1(part.field));
                ++removed;
            }
        }
        QVERIFY(removed > 0);
    }

    void everyPack_hasTheChecksOfPersonalDataAsMust()
    {
        for (const RulePack &pack : linkedPacks()) {
            QCOMPARE(pack.textChecks.size(), static_cast<qsizetype>(textCheckNames().size()));
            for (const TextCheck &check : pack.textChecks) {
                const bool isNumber = check.finding.startsWith(QStringLiteral("identity"))
                    || check.finding.startsWith(QStringLiteral("citizen"))
                    || check.finding.startsWith(QStringLiteral("bank"));
                QVERIFY2(!isNumber || check.severity == Severity::Must, qPrintable(check.finding));
                QVERIFY(!check.cite.isEmpty());
            }
        }
    }

    void everyCheck_hasASentenceOfItsOwn()
    {
        Problem problem;
        const QString general = errorText(problem.code);
        for (const char *finding : textCheckNames()) {
            problem.finding = QString::fromLatin1(finding);
            QVERIFY2(problemText(problem) != general, finding);
        }
    }

    void anonymousOrUnansweredCase_needsNoAnswerToTheCitizen()
    {
        for (const RulePack &pack : linkedPacks()) {
            ReplyContext anonymous;
            anonymous.anonymous = true;
            const QString outcome = codesOf(pack.outcomes).first();
            QCOMPARE(found(completeReply(pack, Verdict::SolvableInLimit, outcome, anonymous), pack),
                QStringList());
            ReplyContext silent;
            silent.noAnswer = true;
            WholeReply whole = completeReply(pack, Verdict::SolvableInLimit, outcome, silent);
            const bool waived = std::ranges::any_of(pack.requiredParts, &RequiredPart::unlessNoAnswer);
            whole.reply.answeredAtMs = 0;
            whole.reply.answeredVia.clear();
            if (waived)
                QCOMPARE(found(whole, pack), QStringList());
        }
    }

    void siteWithoutVisit_isMissed_unlessThereIsNothingToSee()
    {
        for (const RulePack &pack : linkedPacks()) {
            ReplyContext again;
            again.order = QStringLiteral("re-review");
            WholeReply whole
                = completeReply(pack, Verdict::SolvableInLimit, codesOf(pack.outcomes).first(), again);
            const bool asked = !whole.reply.siteVisits.isEmpty();
            whole.reply.siteVisits.clear();
            whole.reply.attachments.clear();
            const QString finding = QStringLiteral("site-visit-missing@siteVisits");
            QCOMPARE(found(whole, pack).contains(finding), asked);
            whole.reply.noSite = true;
            QVERIFY(!found(whole, pack).contains(finding));
            whole.reply.noSite = false;
            whole.context.siteVisits = {{QStringLiteral("李明"), 1, {}}};
            QVERIFY(!found(whole, pack).contains(finding));
            whole.context.siteVisits = {{QString(), 1, {}}}; // Nobody came.
            QCOMPARE(found(whole, pack).contains(finding), asked);
        }
    }
};

QTEST_GUILESS_MAIN(TestPackReplies)
#include "tst_PackReplies.moc"
