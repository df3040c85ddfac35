// Steps that need what only the server's tables know: signers, duplicates, terminated matters.
#include "server/services/BlobService.h"
#include "tests/server/services/Desk.h"

using namespace chengban;
using namespace chengban::test;
using wire::CommandState;

class TestStepsOfOthers : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    /// A return that waits for its signature.
    CaseId drafted()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        ReturnRequestBody request;
        request.reason = u"out-of-duty"_s;
        request.statement = u"不属于本单位职责。"_s;
        Desk::expectAccepted(m_desk->take(clerk(), CommandType::RequestReturn, caseId, toJson(request)));
        return caseId;
    }

    Attachment uploadedSheet()
    {
        const QByteArray bytes("%PDF-1.4\n% a signed sheet\n%%EOF\n");
        BlobService blobs(m_desk->backend);
        const auto upload
            = must(blobs.create(clerk(), bytes.size(), u"审签单.pdf"_s, hex(sha256(bytes)), mondayMs));
        if (!upload.complete)
            must(blobs.patch(clerk(), upload.id, 0, bytes, std::nullopt, mondayMs));
        return {u"审签单.pdf"_s, AttachmentKind::SignedSheet, u"application/pdf"_s, bytes.size(),
            hex(sha256(bytes)), hex(sm3(bytes))};
    }

    QJsonObject onPaper(const CaseId &caseId, const UserId &signer)
    {
        const UnitRequest request = m_desk->folded(caseId).requests.last();
        SignatureBody body;
        body.replyVersion = request.number;
        body.replyDigest = request.digest;
        body.level = SignerLevel::PrincipalLeader;
        body.action = SignedAction::Return;
        body.paper = PaperSignature{signer, u"别的名字"_s, mondayMs, true, uploadedSheet()};
        return toJson(body);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_folder->path());
        m_desk->found();
    }
    void cleanup()
    {
        m_desk.reset();
        m_folder.reset();
    }

    void requestSigned_withTheEnrolledKey_goesToTheCentre()
    {
        const CaseId caseId = drafted();
        const Sm2Key foreign = must(Sm2Key::generate());
        const Sm2Key key = m_desk->keyOf(principal());
        SignatureBody forged = m_desk->requestSignature(caseId, key);
        forged.signature = m_desk->requestSignature(caseId, foreign).signature;
        const auto no = m_desk->take(principal(), CommandType::SignRequest, caseId, toJson(forged));
        QCOMPARE(no.state, CommandState::Refused);
        QCOMPARE(no.problems.first().code, ErrorCode::SignatureInvalid);
        const auto yes = m_desk->take(
            principal(), CommandType::SignRequest, caseId, toJson(m_desk->requestSignature(caseId, key)));
        QCOMPARE(yes.state, CommandState::Accepted);
        QCOMPARE(yes.events.size(), 2);
        QCOMPARE(m_desk->folded(caseId).phase, Phase::ReturnRequested);
    }

    void paperSignature_isOfSomebodyOfTheUnitAndThatLevel()
    {
        const CaseId caseId = drafted();
        for (const Actor &wrong :
            {leader(), roadClerk(), person(u"nobody"_s, Role::PrincipalLeader, u"water"_s)}) {
            const auto no = m_desk->take(
                clerk(), CommandType::RecordPaperSignature, caseId, onPaper(caseId, wrong.user));
            QCOMPARE(no.state, CommandState::Refused);
            QCOMPARE(no.problems.first().field, u"paper.signer"_s);
        }
        Desk::expectAccepted(m_desk->take(
            clerk(), CommandType::RecordPaperSignature, caseId, onPaper(caseId, principal().user)));
        const Case theCase = m_desk->folded(caseId);
        QCOMPARE(theCase.phase, Phase::ReturnRequested);
        QCOMPARE(theCase.returns.first().signatures.first().body.paper->signerName, principal().name);
    }

    void duplicate_isTakenOverWordForWord()
    {
        const CaseId kept = m_desk->accepted(u"1"_s);
        const CaseId other = m_desk->registered(u"2"_s, false);
        AbsorbBody body;
        body.duplicate = other;
        body.demand.sourceNumber = u"invented"_s;
        const auto early = m_desk->take(centre(), CommandType::MergeInto, other, toJson(MergeBody{kept, {}}));
        QCOMPARE(early.state, CommandState::Refused);
        Desk::expectAccepted(m_desk->take(centre(), CommandType::AbsorbDuplicate, kept, toJson(body)));
        const AbsorbBody absorbed = m_desk->folded(kept).absorbed.first().body;
        QCOMPARE(absorbed.demand, Desk::registration(u"2"_s, false).demand);
        QCOMPARE(absorbed.identity, Desk::registration(u"2"_s, false).identity);
        Desk::expectAccepted(
            m_desk->take(centre(), CommandType::MergeInto, other, toJson(MergeBody{kept, u"重复"_s})));
        QCOMPARE(m_desk->folded(other).ending, Ending::Merged);
        body.duplicate = {u"no-such"_s};
        const auto unknown = m_desk->take(centre(), CommandType::AbsorbDuplicate, kept, toJson(body));
        QCOMPARE(unknown.problems.first().code, ErrorCode::CaseUnknown);
    }

    void refusal_namesATerminatedCaseOnly()
    {
        const CaseId open = m_desk->accepted(u"1"_s);
        const CaseId repeat = m_desk->registered(u"2"_s);
        const CodedNoteBody body{{}, u"该事项已依法终结"_s, open};
        const auto no = m_desk->take(centre(), CommandType::Refuse, repeat, toJson(body));
        QCOMPARE(no.state, CommandState::Refused);
        QCOMPARE(no.problems.first().field, u"reference"_s);
    }
};

QTEST_GUILESS_MAIN(TestStepsOfOthers)
#include "tst_StepsOfOthers.moc"
