#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"
#include "shared/signing/Signing.h"
#include "tests/shared/cases/Story.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace chengban;
using namespace chengban::samples;

namespace {

EnrolledKey enrolled(const Sm2Key &key, const Actor &actor)
{
    const QByteArray pem = key.publicKeyPem();
    return {keyIdOf(pem).value(), actor.user, actor.device, pem, u"何长青"_s, mondayMs - dayMs, std::nullopt};
}

/// A leader about to sign, with everything that belongs to it.
struct Desk
{
    Sm2Key key = Sm2Key::generate().value();
    Sm2Key otherKey = Sm2Key::generate().value();
    Actor signer = leader();
    EnrolledKey enrolledKey = enrolled(key, leader());
    Story story;
    SignedText text;
    SignatureBody body;

    Desk()
    {
        story.until(Phase::AwaitingSignOff);
        text = textToSign(story.theCase, signer, SignerLevel::DeputyLeader, enrolledKey.id, story.nowMs)
                   .value();
        body = signReply(text, key, u"同意"_s).value();
    }

    /// Signs M as it stands now and lets the body say what M says.
    void signAgain() { body = signReply(text, key, u"同意"_s).value(); }

    Result<void> check() const
    {
        return checkSignature(body, story.theCase, story.log, signer, enrolledKey, story.nowMs);
    }
};

using Change = std::function<void(Desk &)>;

void changeText(Story &story)
{
    Reply &reply = story.theCase.replies.last().reply;
    reply.result[0] = u'八';
}

} // namespace

class TestSignOff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundSignature_isAcceptedAndDecided()
    {
        Desk desk;
        QVERIFY(desk.check().has_value());
        QVERIFY(desk.story.take(CommandType::Sign, desk.body, desk.signer).isEmpty());
        desk.story.until(Phase::AwaitingReview);
        QCOMPARE(desk.story.theCase.signatures.last().body, desk.body);
    }

    void laterContact_doesNotSpoilTheHead()
    {
        Desk desk;
        desk.story.take(CommandType::Urge, NoteBody{u"请尽快审签"_s}, centre());
        QVERIFY(desk.check().has_value());
    }

    void signedText_readsBack()
    {
        Desk desk;
        const QByteArray m = canonicalForm(desk.text).value();
        QCOMPARE(signedTextFromJson(parseJsonObject(m).value()).value(), desk.text);
        desk.text.actingFor = {u"gao"_s};
        const QByteArray other = canonicalForm(desk.text).value();
        QCOMPARE(signedTextFromJson(parseJsonObject(other).value()).value(), desk.text);
    }

    void misuse_isFound_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<ErrorCode>("code");
        using enum ErrorCode;
        const auto row
            = [](const char *name, ErrorCode code, Change change) { QTest::newRow(name) << change << code; };
        row("another case", SignatureInvalid, [](Desk &d) { d.story.theCase.id = {u"other"_s}; });
        row("another county", SignatureInvalid, [](Desk &d) { d.story.theCase.tenant = {u"other"_s}; });
        row("another round", SignatureInvalid, [](Desk &d) { ++d.story.theCase.round; });
        row("another action", SignatureInvalid, [](Desk &d) {
            d.text.action = u"return"_s;
            d.signAgain();
            d.body.action = SignedAction::Reply;
        });
        row("another purpose", SignatureInvalid, [](Desk &d) {
            d.text.purpose = u"chengban-receipt-v1"_s;
            d.signAgain();
        });
        row("a higher level than signed", SignatureInvalid,
            [](Desk &d) { d.body.level = SignerLevel::PrincipalLeader; });
        row("another version than signed", SignatureInvalid, [](Desk &d) { ++d.body.replyVersion; });
        row("another digest than signed", SignatureInvalid,
            [](Desk &d) { d.body.replyDigest = QString(64, u'0'); });
        row("a version that is not current", ReplyChanged, [](Desk &d) {
            d.story.take(CommandType::Withdraw, NoteBody{}, clerk());
            d.story.until(Phase::AwaitingSignOff);
        });
        row("one changed character in the reply", ReplyChanged, [](Desk &d) { changeText(d.story); });
        row("another reply under the same number", ReplyChanged, [](Desk &d) {
            changeText(d.story);
            d.story.theCase.replies.last().digest
                = hex(replyDigest(d.story.theCase.replies.last().reply).value());
        });
        row("a head from before the version", SignatureInvalid, [](Desk &d) {
            d.text.caseHead = hex(d.story.log.first().digest);
            d.signAgain();
        });
        row("a head of no event", SignatureInvalid, [](Desk &d) {
            d.text.caseHead = QString(64, u'a');
            d.signAgain();
        });
        row("another signer's key", KeyUnknown, [](Desk &d) { d.signer = principal(); });
        row("the signer's other computer", KeyUnknown, [](Desk &d) { d.signer.device = {u"d-home"_s}; });
        row("a key that is not named", KeyUnknown, [](Desk &d) { d.body.key = {u"ffffffffffffffff"_s}; });
        row("an id over another key", KeyUnknown,
            [](Desk &d) { d.enrolledKey.publicKeyPem = d.otherKey.publicKeyPem(); });
        row("signed by another key", SignatureInvalid,
            [](Desk &d) { d.body = signReply(d.text, d.otherKey, {}).value(); });
        row("a revoked key", KeyRevoked, [](Desk &d) { d.enrolledKey.revokedAtMs = d.story.nowMs - 1; });
        row("a key revoked at this moment", KeyRevoked,
            [](Desk &d) { d.enrolledKey.revokedAtMs = d.story.nowMs; });
        row("a key not yet enrolled", KeyRevoked,
            [](Desk &d) { d.enrolledKey.validFromMs = d.story.nowMs + 1; });
        row("for somebody else", SignatureInvalid, [](Desk &d) { d.signer.actingFor = {u"gao"_s}; });
        row("M with another character", SignatureInvalid, [](Desk &d) {
            QByteArray m = QByteArray::fromBase64(d.body.signedText.toLatin1());
            m.replace("\"round\":1", "\"round\":2");
            d.body.signedText = QString::fromLatin1(m.toBase64());
        });
        row("M in another form", SignatureInvalid, [](Desk &d) {
            QByteArray m = QByteArray::fromBase64(d.body.signedText.toLatin1());
            m.replace("\"round\":1", "\"round\": 1");
            d.body.signedText = QString::fromLatin1(m.toBase64());
            d.body.signature = QString::fromLatin1(d.key.sign(m).value().toBase64());
        });
        row("a signature that is no base64", SignatureInvalid, [](Desk &d) { d.body.signature = u"§"_s; });
        row("no signature", SignatureInvalid, [](Desk &d) { d.body.signature.clear(); });
    }
    void misuse_isFound()
    {
        QFETCH(Change, change);
        QFETCH(ErrorCode, code);
        Desk desk;
        change(desk);
        const auto checked = desk.check();
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, code);
    }

    void keyRevokedLater_leavesTheSignatureValid()
    {
        Desk desk;
        desk.enrolledKey.revokedAtMs = desk.story.nowMs + 1;
        QVERIFY(desk.check().has_value());
    }

    void storedSignature_staysValidThroughARework()
    {
        Desk desk;
        desk.story.take(CommandType::Sign, desk.body, desk.signer);
        desk.story.until(Phase::AwaitingReview);
        desk.story.take(CommandType::ReturnForRework, ReviewBody{1, {u"evasive"_s}, {}, {}}, centre());
        desk.story.until(Phase::Archived);
        QList<Event> centreLog;
        for (const Event &event : desk.story.log)
            centreLog.append(shownTo(event, centre(), Access::None));
        const Case seen = folded(centreLog);
        const auto &first = seen.signatures.first();
        QCOMPARE(first.body, desk.body);
        QVERIFY(checkStoredSignature(first, seen, centreLog, desk.enrolledKey).has_value());

        Case changed = seen;
        changed.replies.first().reply.result[0] = u'八';
        QCOMPARE(checkStoredSignature(first, changed, centreLog, desk.enrolledKey).error().code,
            ErrorCode::ReplyChanged);
        // The second round's signature is none of this key's.
        QVERIFY(!checkStoredSignature(seen.signatures.last(), seen, centreLog, desk.enrolledKey));
    }

    void storedSignature_onAReplyNotYetSeen_isLeftToTheServer()
    {
        Desk desk;
        desk.story.take(CommandType::Sign, desk.body, desk.signer);
        Case seen = desk.story.theCase;
        seen.replies.last().withheld = true;
        QCOMPARE(
            checkStoredSignature(seen.signatures.last(), seen, desk.story.log, desk.enrolledKey).error().code,
            ErrorCode::OnlyServerKnows);
    }

    void withheldReply_cannotBeSigned()
    {
        Desk desk;
        desk.story.theCase.replies.last().withheld = true;
        const auto text
            = textToSign(desk.story.theCase, desk.signer, SignerLevel::DeputyLeader, desk.enrolledKey.id, 0);
        QCOMPARE(text.error().code, ErrorCode::ReplyChanged);
    }

    void storedM_verifiesWithTheCommandLineTool()
    {
        const QString openssl = QStandardPaths::findExecutable(u"openssl"_s);
        if (openssl.isEmpty())
            QSKIP("no openssl program here");
        Desk desk;
        desk.story.take(CommandType::Sign, desk.body, desk.signer);
        desk.story.until(Phase::Archived);
        const SignatureBody stored = folded(desk.story.log).signatures.last().body;
        const QTemporaryDir dir;
        const auto write = [&](const QString &name, const QByteArray &bytes) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
        };
        write(u"key.pem"_s, desk.enrolledKey.publicKeyPem);
        write(u"m.json"_s, QByteArray::fromBase64(stored.signedText.toLatin1()));
        write(u"m.sig"_s, QByteArray::fromBase64(stored.signature.toLatin1()));
        QProcess tool;
        tool.setWorkingDirectory(dir.path());
        tool.start(openssl,
            {u"dgst"_s, u"-sm3"_s, u"-sigopt"_s, u"distid:1234567812345678"_s, u"-verify"_s, u"key.pem"_s,
                u"-signature"_s, u"m.sig"_s, u"m.json"_s});
        QVERIFY(tool.waitForFinished());
        QCOMPARE(tool.readAllStandardOutput().trimmed(), "Verified OK");
    }

    void enrolledKey_readsBack()
    {
        EnrolledKey key = enrolled(Sm2Key::generate().value(), leader());
        QCOMPARE(enrolledKeyFromJson(toJson(key)).value(), key);
        key.revokedAtMs = mondayMs;
        QCOMPARE(enrolledKeyFromJson(toJson(key)).value(), key);
    }
};

QTEST_GUILESS_MAIN(TestSignOff)
#include "tst_SignOff.moc"
