#include "shared/canonical/Digest.h"
#include "shared/signing/Signing.h"
#include "tests/shared/cases/Samples.h"

#include <QTest>

#include <algorithm>

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
};

QTEST_GUILESS_MAIN(TestMerkle)
#include "tst_Merkle.moc"
