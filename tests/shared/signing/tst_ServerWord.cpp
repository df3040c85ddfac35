#include "shared/canonical/Digest.h"
#include "shared/signing/Signing.h"
#include "tests/shared/cases/Samples.h"

#include <QTest>

using namespace chengban;
using namespace chengban::samples;

namespace {

Receipt receipt()
{
    Receipt made;
    made.tenant = tenant;
    made.caseId = caseId;
    made.revision = 12;
    made.digest = QString(64, u'c');
    made.command = commandId(9);
    made.serverTimeMs = mondayMs;
    return made;
}

SignedRoot root()
{
    SignedRoot made;
    made.tenant = tenant;
    made.atMs = mondayMs;
    made.cases = 3;
    made.root = sm3("root");
    return made;
}

} // namespace

class TestServerWord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receipt_verifiesAndReadsBack()
    {
        const Sm2Key key = Sm2Key::generate().value();
        const Receipt made = signedReceipt(receipt(), key).value();
        QVERIFY(verifyReceipt(made, key.publicKeyPem()).has_value());
        QCOMPARE(receiptFromJson(toJson(made)).value(), made);
    }

    void changedReceipt_doesNotVerify()
    {
        const Sm2Key key = Sm2Key::generate().value();
        Receipt made = signedReceipt(receipt(), key).value();
        made.digest[5] = u'd';
        QCOMPARE(verifyReceipt(made, key.publicKeyPem()).error().code, ErrorCode::SignatureInvalid);
    }

    void anotherServersReceipt_isNotOurs()
    {
        const Receipt made = signedReceipt(receipt(), Sm2Key::generate().value()).value();
        const QByteArray ours = Sm2Key::generate().value().publicKeyPem();
        QCOMPARE(verifyReceipt(made, ours).error().code, ErrorCode::KeyUnknown);
    }

    void root_verifiesAndReadsBack()
    {
        const Sm2Key key = Sm2Key::generate().value();
        SignedRoot made = signedRoot(root(), key).value();
        QVERIFY(verifyRoot(made, key.publicKeyPem()).has_value());
        QCOMPARE(signedRootFromJson(toJson(made)).value(), made);
        ++made.cases;
        QCOMPARE(verifyRoot(made, key.publicKeyPem()).error().code, ErrorCode::SignatureInvalid);
    }

    void receipt_doesNotPassForARoot()
    {
        const Sm2Key key = Sm2Key::generate().value();
        QJsonObject json = toJson(signedRoot(root(), key).value());
        json.insert(u"purpose"_s, u"chengban-receipt-v1"_s);
        QCOMPARE(signedRootFromJson(json).error(), (Error{ErrorCode::BadInput, u"purpose"_s}));
    }

    void signatureThatIsNotBase64_isRefused()
    {
        QJsonObject json = toJson(signedReceipt(receipt(), Sm2Key::generate().value()).value());
        json.insert(u"signature"_s, u"§§§"_s);
        QCOMPARE(receiptFromJson(json).error(), (Error{ErrorCode::BadInput, u"signature"_s}));
    }
};

QTEST_GUILESS_MAIN(TestServerWord)
#include "tst_ServerWord.moc"
