// Substitutes at the server: who appoints, what it grants, when it ends, what the log and the directory say.
#include "server/services/BlobService.h"
#include "server/services/SubstitutionService.h"
#include "server/store/AuditStore.h"
#include "shared/base/CountyTime.h"
#include "shared/canonical/JsonReader.h"
#include "tests/server/services/Desk.h"

using namespace chengban;
using namespace chengban::test;
using wire::CommandState;

namespace {

const QDate monday(2025, 9, 1);
const QDate friday(2025, 9, 5);
constexpr qint64 dayMs = 24LL * 60 * minuteMs;

Actor sectionHead()
{
    return person(u"he"_s, Role::SectionHead, u"water"_s);
}
Actor systemAdmin()
{
    return person(u"ops"_s, Role::SystemAdmin, {});
}

wire::Appointment week()
{
    return {leader().user, sectionHead().user, monday, friday, u"出差"_s};
}

} // namespace

class TestSubstitutes : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    Result<Substitution> appoint(const Actor &by, const wire::Appointment &wanted)
    {
        return SubstitutionService(m_desk->backend).appoint(by, wanted, mondayMs);
    }

    CaseId awaiting(const QString &number)
    {
        const CaseId caseId = m_desk->accepted(number);
        Desk::expectAccepted(m_desk->submitForSignOff(caseId, Desk::reply()));
        return caseId;
    }

    /// The section head's signature for the deputy leader, as a client makes it.
    wire::CommandAnswer signedFor(const CaseId &caseId, const Sm2Key &key, qint64 nowMs = mondayMs)
    {
        Actor actor = sectionHead();
        actor.role = leader().role;
        actor.actingFor = leader().user;
        actor.actingForName = leader().name;
        const auto text = textToSign(m_desk->folded(caseId), actor, SignerLevel::DeputyLeader,
            must(keyIdOf(key.publicKeyPem())), nowMs);
        Command sign = m_desk->command(CommandType::Sign, caseId,
            toJson(must(signReply(must(text), key, u"同意"_s))), m_desk->revision(caseId));
        sign.actingFor = leader().user;
        return m_desk->send(sectionHead(), sign, nowMs);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_folder->path());
        m_desk->found();
        for (const Actor &one : {sectionHead(), systemAdmin()})
            must(DirectoryService(m_desk->backend)
                     .putPerson(one.tenant, {one.user, one.name, one.unit, one.role, {}}));
    }
    void cleanup()
    {
        m_desk.reset();
        m_folder.reset();
    }

    void appointed_standsInTheDirectoryAndTheAuditLog()
    {
        const Substitution made = must(appoint(principal(), week()));
        QCOMPARE(made.appointedByName, principal().name);
        const auto directory = must(DirectoryService(m_desk->backend).directory({u"demo"_s}));
        QCOMPARE(directory.substitutions, QList{made});
        const auto entries = must(AuditStore(m_desk->database()).after({u"demo"_s}, 0, 10));
        QCOMPARE(entries.size(), 1);
        QVERIFY(entries.first().text.contains("substitute-appointed"));
        QVERIFY(entries.first().text.contains("he for chen, 2025-09-01 to 2025-09-05"));
    }

    void appointment_byWhomItIsNotTo_isRefused()
    {
        for (const Actor &by : {clerk(), sectionHead(), roadClerk()})
            QCOMPARE(appoint(by, week()).error().code, ErrorCode::Forbidden);
        wire::Appointment unknown = week();
        unknown.substitute = {u"nobody"_s};
        QCOMPARE(appoint(leader(), unknown).error().code, ErrorCode::NotFound);
        QVERIFY(appoint(systemAdmin(), week()));
        QCOMPARE(appoint(leader(), week()).error().code, ErrorCode::SubstituteOverlaps);
    }

    void signature_forTheLeader_isAcceptedAndShowsBoth()
    {
        must(appoint(leader(), week()));
        const CaseId caseId = awaiting(u"1"_s);
        const Sm2Key key = m_desk->keyOf(sectionHead());
        const auto answer = signedFor(caseId, key);
        Desk::expectAccepted(answer);
        const Actor actor = answer.events.first().actor;
        QCOMPARE(actor.name, sectionHead().name);
        QCOMPARE(actor.actingForName, leader().name);
        QCOMPARE(actor.role, Role::DeputyLeader);
        const Case theCase = m_desk->folded(caseId);
        const Entry<SignatureBody> &signature = theCase.signatures.last();
        const auto text = must(parseJsonObject(QByteArray::fromBase64(signature.body.signedText.toLatin1()))
                                   .and_then(signedTextFromJson));
        QCOMPARE(text.actingFor, leader().user);
        QCOMPARE(text.signer, sectionHead().user);
        const auto keys = must(KeyService(m_desk->backend).keys({u"demo"_s}));
        EventStore events(m_desk->database(), m_desk->keys().data);
        QVERIFY(
            checkStoredSignature(signature, theCase, must(events.log({u"demo"_s}, caseId)), keys.first()));
    }

    void signature_withoutAGrantForNow_isRefusedWithItsReason()
    {
        const CaseId caseId = awaiting(u"1"_s);
        const Sm2Key key = m_desk->keyOf(sectionHead());
        const auto refused = [&](qint64 nowMs) {
            const auto answer = signedFor(caseId, key, nowMs);
            return answer.state == CommandState::Refused
                && answer.problems.first().code == ErrorCode::SubstituteNotInForce;
        };
        QVERIFY(refused(mondayMs)); // never appointed
        wire::Appointment later = week();
        later.from = monday.addDays(1);
        must(appoint(leader(), later));
        QVERIFY(refused(mondayMs)); // the day before
        QVERIFY(refused(utcMs(monday, QTime(23, 59, 59))));
        QVERIFY(refused(utcMs(friday.addDays(1), QTime(0, 0))));
        Desk::expectAccepted(signedFor(caseId, key, utcMs(friday, QTime(23, 59))));
    }

    void refusal_isRememberedWithTheCommand()
    {
        const CaseId caseId = awaiting(u"1"_s);
        Command note = m_desk->command(
            CommandType::ReturnToClerk, caseId, toJson(NoteBody{u"请补充"_s}), m_desk->revision(caseId));
        note.actingFor = leader().user;
        QCOMPARE(m_desk->send(sectionHead(), note).state, CommandState::Refused);
        must(appoint(leader(), week()));
        QCOMPARE(m_desk->send(sectionHead(), note).state, CommandState::Refused);
        note.id = m_desk->freshCommandId();
        Desk::expectAccepted(m_desk->send(sectionHead(), note));
    }

    void revoked_endsAtOnceAndStaysOnRecord()
    {
        const Substitution made = must(appoint(leader(), week()));
        const CaseId caseId = awaiting(u"1"_s);
        const Sm2Key key = m_desk->keyOf(sectionHead());
        SubstitutionService service(m_desk->backend);
        for (const Actor &by : {clerk(), sectionHead(), roadClerk()})
            QCOMPARE(service.revoke(by, made.id, mondayMs).error().code, ErrorCode::NotFound);
        const Substitution ended = must(service.revoke(principal(), made.id, mondayMs + minuteMs));
        QCOMPARE(ended.revokedByName, principal().name);
        QCOMPARE(must(service.revoke(leader(), made.id, mondayMs + dayMs)), ended);
        const auto answer = signedFor(caseId, key, mondayMs + 2 * minuteMs);
        QCOMPARE(answer.problems.first().code, ErrorCode::SubstituteNotInForce);
        const auto directory = must(DirectoryService(m_desk->backend).directory({u"demo"_s}));
        QCOMPARE(directory.substitutions, QList{ended});
        QVERIFY(service.appoint(leader(), week(), mondayMs + 3 * minuteMs));
    }

    void paper_signedByTheSubstitute_countsByTheDayOnIt()
    {
        const QDate tuesday = monday.addDays(1);
        must(appoint(principal(), {principal().user, sectionHead().user, tuesday, tuesday, u"开会"_s}));
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        ReturnRequestBody request;
        request.reason = u"out-of-duty"_s;
        request.statement = u"不属于本单位职责。"_s;
        Desk::expectAccepted(m_desk->take(clerk(), CommandType::RequestReturn, caseId, toJson(request)));
        const QByteArray bytes("%PDF-1.4\n% a signed sheet\n%%EOF\n");
        BlobService blobs(m_desk->backend);
        const auto upload
            = must(blobs.create(clerk(), bytes.size(), u"审签单.pdf"_s, hex(sha256(bytes)), mondayMs));
        must(blobs.patch(clerk(), upload.id, 0, bytes, std::nullopt, mondayMs));
        const UnitRequest waiting = m_desk->folded(caseId).requests.last();
        SignatureBody body;
        body.replyVersion = waiting.number;
        body.replyDigest = waiting.digest;
        body.level = SignerLevel::PrincipalLeader;
        body.action = SignedAction::Return;
        body.paper = PaperSignature{sectionHead().user, {}, mondayMs + 30 * minuteMs, true,
            {u"审签单.pdf"_s, AttachmentKind::SignedSheet, u"application/pdf"_s, bytes.size(),
                hex(sha256(bytes)), hex(sm3(bytes))},
            principal().user, {}};
        const auto send = [&] {
            return m_desk->send(clerk(),
                m_desk->command(
                    CommandType::RecordPaperSignature, caseId, toJson(body), m_desk->revision(caseId)),
                mondayMs + dayMs);
        };
        QCOMPARE(send().problems.first().code, ErrorCode::SubstituteNotInForce);
        body.paper->signedAtMs = mondayMs + dayMs - 30 * minuteMs;
        Desk::expectAccepted(send());
        const PaperSignature paper = *m_desk->folded(caseId).returns.first().signatures.first().body.paper;
        QCOMPARE(paper.signerName, sectionHead().name);
        QCOMPARE(paper.actingForName, principal().name);
    }
};

QTEST_GUILESS_MAIN(TestSubstitutes)
#include "tst_Substitutes.moc"
