#include "shared/canonical/Digest.h"
#include "shared/signing/Signing.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// The example of GM/T 0003.5 annex A: public key, message, r and s are public.
struct Example
{
    QByteArray pem;
    QByteArray text = "message digest";
    QByteArray signature;
};

QByteArray derInteger(QByteArray number)
{
    if (number.at(0) & 0x80)
        number.prepend('\0');
    return QByteArray("\x02") + static_cast<char>(number.size()) + number;
}

Example example()
{
    const QByteArray point
        = QByteArray::fromHex("04"
                              "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                              "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
    // SubjectPublicKeyInfo of an SM2 point: id-ecPublicKey, curve 1.2.156.10197.1.301.
    const QByteArray info
        = QByteArray::fromHex("3059301306072A8648CE3D020106082A811CCF5501822D034200") + point;
    const QByteArray r
        = QByteArray::fromHex("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3");
    const QByteArray s
        = QByteArray::fromHex("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");
    const QByteArray integers = derInteger(r) + derInteger(s);
    Example made;
    made.pem = "-----BEGIN PUBLIC KEY-----\n" + info.toBase64() + "\n-----END PUBLIC KEY-----\n";
    made.signature = QByteArray("\x30") + static_cast<char>(integers.size()) + integers;
    return made;
}

} // namespace

class TestSm2 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standardsExample_verifies()
    {
        const Example known = example();
        QVERIFY(verifySm2(known.pem, known.text, known.signature).has_value());
        QCOMPARE(verifySm2(known.pem, "message digesT", known.signature).error().code,
            ErrorCode::SignatureInvalid);
    }

    void signature_verifiesOnItsTextAndKeyOnly()
    {
        const Sm2Key key = Sm2Key::generate().value();
        const Sm2Key other = Sm2Key::generate().value();
        const QByteArray text = u"柳树巷水压不足"_s.toUtf8();
        const QByteArray signature = key.sign(text).value();
        QVERIFY(verifySm2(key.publicKeyPem(), text, signature).has_value());
        QCOMPARE(
            verifySm2(key.publicKeyPem(), text + ' ', signature).error().code, ErrorCode::SignatureInvalid);
        QCOMPARE(verifySm2(other.publicKeyPem(), text, signature).error().code, ErrorCode::SignatureInvalid);
        QCOMPARE(verifySm2(key.publicKeyPem(), text, "not DER").error().code, ErrorCode::SignatureInvalid);
        QCOMPARE(verifySm2(key.publicKeyPem(), text, {}).error().code, ErrorCode::SignatureInvalid);
    }

    void key_survivesStoring()
    {
        const Sm2Key key = Sm2Key::generate().value();
        const Sm2Key again = Sm2Key::fromDer(key.toDer()).value();
        QCOMPARE(again.publicKeyPem(), key.publicKeyPem());
        QVERIFY(verifySm2(key.publicKeyPem(), "text", again.sign("text").value()).has_value());
    }

    void badKeys_areRefused_data()
    {
        QTest::addColumn<QByteArray>("pem");
        // At a terminal the library would ask for its passphrase and wait.
        QTest::newRow("encrypted") << QByteArray(
            "-----BEGIN PUBLIC KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: "
            "AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\nAAAA\n"
            "-----END PUBLIC KEY-----\n");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        // A P-256 key: the right form, another curve.
        QTest::newRow("other curve") << QByteArray(
            "-----BEGIN PUBLIC KEY-----\n"
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li/hp/m47n60p8"
            "D54WK84zV2sxXs7LtkBoN79R9Q==\n-----END PUBLIC KEY-----\n");
    }
    void badKeys_areRefused()
    {
        QFETCH(QByteArray, pem);
        QCOMPARE(verifySm2(pem, "text", "signature").error().code, ErrorCode::KeyUnknown);
        QCOMPARE(keyIdOf(pem).error().code, ErrorCode::KeyUnknown);
        QCOMPARE(Sm2Key::fromDer(pem).error().code, ErrorCode::KeyUnknown);
    }

    void keyId_isShortAndTheKeysOwn()
    {
        const Sm2Key key = Sm2Key::generate().value();
        const KeyId id = keyIdOf(key.publicKeyPem()).value();
        QCOMPARE(fromHex(id.value, 8).size(), 8);
        QVERIFY(id != keyIdOf(Sm2Key::generate().value().publicKeyPem()).value());
    }

    void commandLineTool_verifiesOurSignatures()
    {
        const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
        if (openssl.isEmpty())
            QSKIP("no openssl program here");
        const Sm2Key key = Sm2Key::generate().value();
        const QByteArray text = "{\"purpose\":\"chengban-sign-off-v1\"}";
        const QTemporaryDir dir;
        write(dir.filePath(u"key.pem"_s), key.publicKeyPem());
        write(dir.filePath(u"m.json"_s), text);
        write(dir.filePath(u"m.sig"_s), key.sign(text).value());
        QProcess tool;
        tool.setWorkingDirectory(dir.path());
        tool.start(openssl,
            {u"dgst"_s, u"-sm3"_s, u"-sigopt"_s, u"distid:1234567812345678"_s, u"-verify"_s, u"key.pem"_s,
                u"-signature"_s, u"m.sig"_s, u"m.json"_s});
        QVERIFY(tool.waitForFinished());
        QCOMPARE(tool.readAllStandardOutput().trimmed(), "Verified OK");

        tool.start(openssl,
            {u"dgst"_s, u"-sm3"_s, u"-sigopt"_s, u"distid:8765432187654321"_s, u"-verify"_s, u"key.pem"_s,
                u"-signature"_s, u"m.sig"_s, u"m.json"_s});
        QVERIFY(tool.waitForFinished());
        QVERIFY(tool.exitCode() != 0);
    }

    void weVerify_whatTheCommandLineToolSigned()
    {
        const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
        if (openssl.isEmpty())
            QSKIP("no openssl program here");
        const Sm2Key key = Sm2Key::generate().value();
        const QTemporaryDir dir;
        write(dir.filePath(u"key.der"_s), key.toDer());
        write(dir.filePath(u"m.txt"_s), "text");
        QProcess tool;
        tool.setWorkingDirectory(dir.path());
        tool.start(openssl,
            {u"pkeyutl"_s, u"-sign"_s, u"-rawin"_s, u"-digest"_s, u"sm3"_s, u"-inkey"_s, u"key.der"_s,
                u"-keyform"_s, u"DER"_s, u"-in"_s, u"m.txt"_s, u"-pkeyopt"_s, u"distid:1234567812345678"_s});
        QVERIFY(tool.waitForFinished());
        QVERIFY2(tool.exitCode() == 0, tool.readAllStandardError().constData());
        QVERIFY(verifySm2(key.publicKeyPem(), "text", tool.readAllStandardOutput()).has_value());
    }
};

QTEST_GUILESS_MAIN(TestSm2)
#include "tst_Sm2.moc"
