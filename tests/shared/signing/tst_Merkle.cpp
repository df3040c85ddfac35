#include "shared/canonical/Digest.h"
#include "shared/signing/Signing.h"
#include "tests/shared/cases/Samples.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace chengban;
using namespace chengban::samples;

namespace {

CaseId caseNumber(int number)
{
    return {u"case-%1"_s.arg(number, 3, 10, QLatin1Char('0'))};
}

QList<CaseHead> heads(int count)
{
    QList<CaseHead> all;
    for (int i = 0; i < count; ++i)
        all.append({caseNumber(i), i + 1, sm3(QByteArray::number(i))});
    return all;
}

QList<Event> log(int number, const QString &text, int length = 3)
{
    const Stamp stamp{.command = commandId(1),
        .actor = centre(),
        .pack = {},
        .serverTimeMs = mondayMs,
        .claimedTimeMs = mondayMs};
    const EventDraft draft{u"urged"_s, {{u"note"_s, {Audience::Kind::Case, {}}, {{u"note"_s, text}}}}};
    return chained(QList<EventDraft>(length, draft), caseNumber(number), 0, {}, stamp, countingSalts())
        .value();
}

struct County
{
    QHash<CaseId, QList<Event>> logs;
    QList<CaseHead> heads;
    QByteArray root;
};

County county()
{
    County made;
    for (int i = 0; i < 5; ++i) {
        const QList<Event> events = log(i, u"请加快办理"_s);
        made.logs.insert(caseNumber(i), events);
        made.heads.append({caseNumber(i), events.size(), events.last().digest});
    }
    made.root = merkleRoot(made.heads);
    return made;
}

Result<void> check(const County &county)
{
    return checkHistory(county.heads, county.root, county.logs);
}

} // namespace

class TestMerkle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proof_provesEachHeadAndNoOther_data()
    {
        QTest::addColumn<int>("count");
        for (int count = 1; count <= 17; ++count)
            QTest::addRow("%d", count) << count;
    }
    void proof_provesEachHeadAndNoOther()
    {
        QFETCH(int, count);
        const QList<CaseHead> all = heads(count);
        const QByteArray root = merkleRoot(all);
        for (const CaseHead &head : all) {
            const MerkleProof proof = merkleProof(all, head.caseId).value();
            QVERIFY(provesHead(proof, head, root));
            CaseHead other = head;
            ++other.revision;
            QVERIFY(!provesHead(proof, other, root));
            QVERIFY(!provesHead(proof, head, merkleRoot(heads(count + 1))));
        }
        QCOMPARE(merkleProof(all, {u"none"_s}).error().code, ErrorCode::CaseUnknown);
    }

    void root_dependsOnCasesNotOnTheirOrder()
    {
        QList<CaseHead> all = heads(6);
        const QByteArray root = merkleRoot(all);
        std::reverse(all.begin(), all.end());
        QCOMPARE(merkleRoot(all), root);
        all.removeLast();
        QVERIFY(merkleRoot(all) != root);
    }

    void node_cannotPassForALeaf()
    {
        const QList<CaseHead> two = heads(2);
        const QByteArray root = merkleRoot(two);
        QVERIFY(root != sm3(merkleRoot({two[0]}) + merkleRoot({two[1]})));
    }

    void history_holdsWhileCasesGrow()
    {
        County now = county();
        QVERIFY(check(now).has_value());
        now.logs.insert(caseNumber(2), log(2, u"请加快办理"_s, 5));
        now.logs.insert(caseNumber(9), log(9, u"新工单"_s));
        QVERIFY(check(now).has_value());
    }

    void history_findsWhatWasDone_data()
    {
        QTest::addColumn<std::function<void(County &)>>("change");
        QTest::addColumn<QString>("place");
        using Change = std::function<void(County &)>;
        const QString third = caseNumber(3).value;
        QTest::newRow("case deleted") << Change([](County &c) { c.logs.remove(caseNumber(3)); }) << third;
        QTest::newRow("tail cut") << Change([](County &c) { c.logs[caseNumber(3)].removeLast(); }) << third;
        QTest::newRow("event taken out")
            << Change([](County &c) { c.logs[caseNumber(3)].removeAt(1); }) << third;
        QTest::newRow("text changed") << Change([](County &c) {
            c.logs[caseNumber(3)][1].parts[0].body.insert(u"note"_s, u"不必办理"_s);
        }) << third;
        QTest::newRow("time changed")
            << Change([](County &c) { ++c.logs[caseNumber(3)][2].serverTimeMs; }) << third;
        QTest::newRow("chain recomputed")
            << Change([](County &c) { c.logs.insert(caseNumber(3), log(3, u"不必办理"_s)); }) << third;
        QTest::newRow("longer chain recomputed")
            << Change([](County &c) { c.logs.insert(caseNumber(3), log(3, u"不必办理"_s, 8)); }) << third;
        QTest::newRow("another case's log")
            << Change([](County &c) { c.logs.insert(caseNumber(3), log(2, u"请加快办理"_s)); }) << third;
        QTest::newRow("heads do not give the root")
            << Change([](County &c) { c.heads.removeLast(); }) << u"heads"_s;
    }
    void history_findsWhatWasDone()
    {
        QFETCH(std::function<void(County &)>, change);
        QFETCH(QString, place);
        County now = county();
        change(now);
        QCOMPARE(check(now).error(), (Error{ErrorCode::RootMismatch, place}));
    }
};

QTEST_GUILESS_MAIN(TestMerkle)
#include "tst_Merkle.moc"
