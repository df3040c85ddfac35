// Signatures on requests that leave the unit: bound to one case, round, action and content.
#include "shared/canonical/Digest.h"
#include "shared/signing/Signing.h"
#include "tests/shared/cases/Story.h"

#include <QTest>

#include <functional>

using namespace chengban;
using namespace chengban::samples;

namespace {

using C = CommandType;

ReturnRequestBody returning()
{
    return {u"out-of-duty"_s, u"该路段供水由园林中心自管。"_s, parkUnit, u"县园林中心"_s};
}

/// A return that the principal leader is about to sign.
struct Desk
{
    Sm2Key key = Sm2Key::generate().value();
    Actor signer = principal();
    EnrolledKey enrolledKey{keyIdOf(key.publicKeyPem()).value(), signer.user, signer.device,
        key.publicKeyPem(), u"何长青"_s, mondayMs - dayMs, std::nullopt};
    Story story;
    SignatureBody body;

    Desk()
    {
        story.until(Phase::Dispatched);
        story.take(C::RequestReturn, returning(), clerk());
        sign();
    }

    void sign()
    {
        const auto text = textToSign(story.theCase, story.theCase.requests.last(), signer,
            SignerLevel::PrincipalLeader, enrolledKey.id, story.nowMs);
        body = signReply(text.value(), key, u"情况属实"_s).value();
    }

    Result<void> check() const
    {
        return checkSignature(body, story.theCase, story.log, signer, enrolledKey, story.nowMs);
    }
};

using Change = std::function<void(Desk &)>;

} // namespace

class TestSignRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundSignature_isAcceptedAndDecided()
    {
        Desk desk;
        QVERIFY(desk.check().has_value());
        QCOMPARE(desk.body.action, SignedAction::Return);
        QVERIFY(desk.story.take(C::SignRequest, desk.body, desk.signer).isEmpty());
        QCOMPARE(desk.story.theCase.phase, Phase::ReturnRequested);
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
        row("another action", SignatureInvalid, [](Desk &d) { d.body.action = SignedAction::Termination; });
        row("as a reply", SignatureInvalid, [](Desk &d) { d.body.action = SignedAction::Reply; });
        row("another number", SignatureInvalid, [](Desk &d) { ++d.body.replyVersion; });
        row("another content", ReplyChanged,
            [](Desk &d) { d.story.theCase.requests.last().body.insert(u"statement"_s, u"另有说法"_s); });
        row("drafted again meanwhile", SignatureInvalid, [](Desk &d) {
            d.story.take(C::DropRequest, DropBody{1, {}}, clerk());
            d.story.take(C::RequestReturn, returning(), clerk());
            d.body.replyVersion = 2;
        });
        row("a head of before", SignatureInvalid, [](Desk &d) {
            d.story.take(C::DropRequest, DropBody{1, {}}, clerk());
            const QByteArray old = d.story.log.at(1).digest;
            d.story.take(C::RequestReturn, returning(), clerk());
            const QByteArray head = std::exchange(d.story.theCase.head, old);
            d.sign();
            d.story.theCase.head = head;
        });
        row("another's key", KeyUnknown, [](Desk &d) { d.enrolledKey.user = {u"chen"_s}; });
        row("a revoked key", KeyRevoked, [](Desk &d) { d.enrolledKey.revokedAtMs = mondayMs; });
        row("paper", KeyUnknown, [](Desk &d) { d.body.paper = PaperSignature{}; });
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

    void storedSignature_isVerifiedByWhoeverReadsTheRequest()
    {
        Desk desk;
        desk.story.take(C::SignRequest, desk.body, desk.signer);
        desk.story.take(C::DecideReturn, DecisionBody{false, u"属地管理"_s}, centre());
        desk.story.until(Phase::Archived);
        QList<Event> log;
        for (const Event &event : desk.story.log)
            log.append(shownTo(event, centre(), Access::Working));
        Case seen = folded(log);
        const Entry<SignatureBody> signature = seen.returns.first().signatures.first();
        QVERIFY(checkStoredSignature(signature, seen, log, desk.enrolledKey).has_value());
        seen.returns.first().request.body.statement = u"另有说法"_s;
        QCOMPARE(checkStoredSignature(signature, seen, log, desk.enrolledKey).error().code,
            ErrorCode::ReplyChanged);
        seen.returns.clear();
        QCOMPARE(checkStoredSignature(signature, seen, log, desk.enrolledKey).error().code,
            ErrorCode::OnlyServerKnows);
    }
};

QTEST_GUILESS_MAIN(TestSignRequest)
#include "tst_SignRequest.moc"
