#include "tests/server/services/Desk.h"

#include "server/services/AuditService.h"
#include "server/services/RootService.h"

#include <QDirIterator>

#include <barrier>
#include <thread>

using namespace chengban;
using namespace chengban::test;
using wire::CommandState;

class TestCaseService : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    /// Each from a server process of its own.
    QList<wire::CommandAnswer> fromManyAtOnce(const std::function<wire::CommandAnswer(Desk &, int)> &send)
    {
        constexpr int many = 6;
        QList<wire::CommandAnswer> answers(many);
        wire::CommandAnswer *const place = answers.data();
        std::barrier start(many);
        std::vector<std::thread> threads;
        for (int i = 0; i < many; ++i) {
            threads.emplace_back([&, i] {
                Desk desk(m_folder->path());
                start.arrive_and_wait();
                place[i] = send(desk, i);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        return answers;
    }

    static ErrorCode codeOf(const wire::CommandAnswer &answer)
    {
        return answer.problems.isEmpty() ? ErrorCode::ServerFault : answer.problems.first().code;
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

    void submit_sameIdAgain_givesTheSameAnswerAndHappensOnce()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        const Command accept = m_desk->command(CommandType::Accept, caseId, toJson(NoteBody{}), 2);
        const auto first = m_desk->send(clerk(), accept, mondayMs);
        const auto again = m_desk->send(clerk(), accept, mondayMs + 5 * minuteMs);
        QCOMPARE(first.state, CommandState::Accepted);
        QCOMPARE(again, first);
        QCOMPARE(m_desk->revision(caseId), 3);
    }

    void submit_refusedIdAgain_staysRefusedAfterTheCaseMovedOn()
    {
        const CaseId caseId = m_desk->registered(u"1"_s);
        const Command close = m_desk->command(CommandType::Close, caseId, toJson(NoteBody{}), 1);
        const auto first = m_desk->send(centre(), close);
        QCOMPARE(first.state, CommandState::Refused);
        QCOMPARE(codeOf(first), ErrorCode::StepNotAllowed);
        const auto again = m_desk->send(centre(), close);
        QCOMPARE(again, first);
    }

    void submit_sameIdFromElsewhere_isRefusedAsReused_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"body", "user", "tenant", "device"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void submit_sameIdFromElsewhere_isRefusedAsReused()
    {
        QFETCH(QString, what);
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        Command accept = m_desk->command(CommandType::Accept, caseId, toJson(NoteBody{}), 2);
        QCOMPARE(m_desk->send(clerk(), accept).state, CommandState::Accepted);
        Actor actor = clerk();
        if (what == u"body"_s)
            accept.body = toJson(NoteBody{u"别的"_s});
        if (what == u"user"_s)
            actor.user = {u"else"_s};
        if (what == u"tenant"_s)
            actor.tenant = {u"other"_s};
        if (what == u"device"_s)
            actor.device = {u"pc-else"_s};
        const auto answer = m_desk->send(actor, accept);
        QCOMPARE(answer.state, CommandState::Refused);
        QCOMPARE(codeOf(answer), ErrorCode::CommandIdReused);
        QVERIFY(answer.events.isEmpty());
        QCOMPARE(m_desk->revision(caseId), 3);
    }

    void submit_staleBase_isAConflictWithTheEventsTheClientLacks()
    {
        const CaseId caseId = m_desk->instructed(u"1"_s);
        const qint64 base = m_desk->revision(caseId);
        Actor colleague = clerk();
        colleague.user = {u"wang"_s};
        colleague.device = {u"pc-wang"_s};
        m_desk->submitForSignOff(caseId, Desk::reply());
        m_desk->take(leader(), CommandType::ReturnToClerk, caseId, toJson(NoteBody{u"再核实"_s}));
        const auto late = m_desk->send(colleague,
            m_desk->command(
                CommandType::SubmitForSignOff, caseId, toJson(SubmitBody{Desk::reply(), {}}), base));
        QCOMPARE(late.state, CommandState::Conflict);
        QCOMPARE(codeOf(late), ErrorCode::Conflict);
        QCOMPARE(late.events.size(), 2);
        QCOMPARE(late.events.first().revision, base + 1);
        QCOMPARE(m_desk->revision(caseId), base + 2);
    }

    void submit_urgedMeanwhile_isNoConflict()
    {
        const CaseId caseId = m_desk->instructed(u"1"_s);
        const qint64 base = m_desk->revision(caseId);
        Desk::expectAccepted(
            m_desk->take(centre(), CommandType::Urge, caseId, toJson(NoteBody{u"请加快"_s})));
        const auto answer = m_desk->send(clerk(),
            m_desk->command(
                CommandType::SubmitForSignOff, caseId, toJson(SubmitBody{Desk::reply(), {}}), base));
        QCOMPARE(answer.state, CommandState::Accepted);
        QCOMPARE(answer.events.first().revision, base + 2);
    }

    void submit_foreignCase_looksLikeAnUnknownOne()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        Actor otherTenant = clerk();
        otherTenant.tenant = {u"other"_s};
        otherTenant.user = {u"someone"_s};
        Actor administrator = person(u"admin"_s, Role::SystemAdmin, u"water"_s);
        for (const Actor &actor : {parkClerk(), otherTenant, administrator}) {
            const auto foreign
                = m_desk->send(actor, m_desk->command(CommandType::Accept, caseId, toJson(NoteBody{}), 2));
            const auto unknown = m_desk->send(
                actor, m_desk->command(CommandType::Accept, {u"no-such-case"_s}, toJson(NoteBody{}), 2));
            QCOMPARE(foreign.state, CommandState::Refused);
            QCOMPARE(foreign.problems, unknown.problems);
            QCOMPARE(codeOf(foreign), ErrorCode::CaseUnknown);
            QVERIFY(foreign.events.isEmpty());
        }
    }

    void submit_dispatch_takesNamesFromTheDirectory()
    {
        const CaseId caseId = m_desk->registered(u"1"_s);
        DispatchBody body;
        body.leadUnit = {u"water"_s};
        body.leadUnitName = u"冒名单位"_s;
        Desk::expectAccepted(m_desk->take(centre(), CommandType::Dispatch, caseId, toJson(body)));
        QCOMPARE(m_desk->folded(caseId).leadUnitName, u"县water"_s);
        body.leadUnit = {u"no-such-unit"_s};
        const CaseId second = m_desk->registered(u"2"_s);
        QCOMPARE(
            codeOf(m_desk->take(centre(), CommandType::Dispatch, second, toJson(body))), ErrorCode::BadInput);
    }

    void submit_numberRegisteredAlready_isRefused()
    {
        m_desk->registered(u"1"_s);
        const auto answer = m_desk->take(
            centre(), CommandType::Register, {u"another"_s}, toJson(Desk::registration(u"1"_s)));
        QCOMPARE(answer.state, CommandState::Refused);
        QCOMPARE(codeOf(answer), ErrorCode::RowDuplicate);
    }

    void submit_missingFile_isNotRememberedSoTheSameCommandWorksLater()
    {
        const CaseId caseId = m_desk->instructed(u"1"_s);
        Reply reply = Desk::reply();
        Attachment attachment;
        attachment.name = u"照片.jpg"_s;
        attachment.mime = u"image/jpeg"_s;
        attachment.size = 4;
        attachment.sha256 = hex(sha256("abcd"));
        attachment.sm3 = hex(sm3("abcd"));
        reply.attachments = {attachment};
        const Command command = m_desk->command(
            CommandType::SubmitForSignOff, caseId, toJson(SubmitBody{reply, {}}), m_desk->revision(caseId));
        const auto answer = m_desk->send(clerk(), command);
        QCOMPARE(answer.state, CommandState::Refused);
        QCOMPARE(codeOf(answer), ErrorCode::BlobMissing);
        QCOMPARE(must(m_desk->database().row(
                     u"SELECT COUNT(*) FROM commands WHERE id = ?"_s, {command.id.value}))[0]
                     .toInt(),
            0);
    }

    void submit_serverClockBehind_neverGoesBelowTheLastEvent()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        const auto answer = m_desk->send(clerk(),
            m_desk->command(CommandType::Accept, caseId, toJson(NoteBody{}), 2), mondayMs - 60 * minuteMs);
        QCOMPARE(answer.events.first().serverTimeMs, mondayMs);
    }

    void submit_reply_givesAReceiptThatVerifiesAndASignedRoot()
    {
        const CaseId caseId = m_desk->accepted(u"1"_s);
        const auto answer = m_desk->submitted(caseId);
        QVERIFY(answer.receipt.has_value());
        QVERIFY(verifyReceipt(*answer.receipt, m_desk->keys().publicKeyPem).has_value());
        QCOMPARE(answer.receipt->revision, m_desk->revision(caseId));
        QCOMPARE(answer.receipt->digest, hex(m_desk->folded(caseId).head));
        const auto root = must(RootService(m_desk->backend).latest({u"demo"_s}));
        QVERIFY(root && verifyRoot(*root, m_desk->keys().publicKeyPem).has_value());
    }

    void submit_signatureByAnotherKey_isRefused()
    {
        const CaseId caseId = m_desk->accepted(u"1"_s);
        const Sm2Key enrolled = must(Sm2Key::generate());
        const Sm2Key stranger = must(Sm2Key::generate());
        must(KeyService(m_desk->backend).enrol(leader(), enrolled.publicKeyPem(), clerk().user, mondayMs));
        m_desk->submitForSignOff(caseId, Desk::reply());
        const auto unknown
            = m_desk->take(leader(), CommandType::Sign, caseId, toJson(m_desk->signature(caseId, stranger)));
        QCOMPARE(codeOf(unknown), ErrorCode::KeyUnknown);
        SignatureBody forged = m_desk->signature(caseId, stranger);
        forged.key = must(keyIdOf(enrolled.publicKeyPem()));
        QCOMPARE(
            m_desk->take(leader(), CommandType::Sign, caseId, toJson(forged)).state, CommandState::Refused);
        Desk::expectAccepted(
            m_desk->take(leader(), CommandType::Sign, caseId, toJson(m_desk->signature(caseId, enrolled))));
    }

    void caseLog_ofAForeignUnit_isNotFound()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        CaseService cases(m_desk->backend);
        QCOMPARE(cases.caseLog(parkClerk(), caseId, mondayMs).error().code, ErrorCode::NotFound);
        const auto own = must(cases.caseLog(clerk(), caseId, mondayMs));
        QCOMPARE(own.events.size(), 2);
        QCOMPARE(own.maskedPhone, u"139****1234"_s);
        QVERIFY(verifyChain(own.events).has_value());
    }

    void reveal_afterTheUnitLeft_isNotFound()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        const auto isShown = [&] {
            return CaseService(m_desk->backend).reveal(clerk(), caseId, u"核实"_s, mondayMs).has_value();
        };
        QVERIFY(isShown());
        m_desk->returnAsked(caseId);
        QVERIFY(isShown());
        Desk::expectAccepted(
            m_desk->take(centre(), CommandType::DecideReturn, caseId, toJson(DecisionBody{true, u"同意"_s})));
        QVERIFY(!isShown());
        QVERIFY(CaseService(m_desk->backend).reveal(centre(), caseId, u"核实"_s, mondayMs).has_value());
    }

    void reportReveal_ofACaseNotSeen_isWrittenAsDenied()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        CaseService cases(m_desk->backend);
        must(cases.reportReveal(clerk(), caseId, u"回访"_s, mondayMs));
        must(cases.reportReveal(parkClerk(), caseId, u"回访"_s, mondayMs));
        must(cases.reportReveal(clerk(), {u"no-such"_s}, u"回访"_s, mondayMs));
        QCOMPARE(cases.reportReveal(clerk(), {u"x 13900001234"_s}, u"回访"_s, mondayMs).error().code,
            ErrorCode::BadInput);
        const auto entries
            = must(AuditService(m_desk->backend)
                       .entries(person(u"shen"_s, Role::AuditAdmin, u"centre"_s), 0, 100, mondayMs));
        QStringList written;
        for (const AuditEntry &entry : entries)
            written.append(entry.user.value + u' ' + nameOf(entry.action));
        QCOMPARE(written, (QStringList{u"liu identity-revealed"_s, u"lin denied"_s, u"liu denied"_s}));
    }

    void submit_registrationByAUnit_doesNotTellWhichNumbersExist()
    {
        m_desk->registered(u"1"_s);
        for (const QString &number : {u"1"_s, u"2"_s}) {
            const auto answer = m_desk->take(
                clerk(), CommandType::Register, {u"mine-"_s + number}, toJson(Desk::registration(number)));
            QCOMPARE(codeOf(answer), ErrorCode::RoleNotAllowed);
        }
    }

    void submit_signatureByARevokedKey_isRefusedWhateverTheClock_data()
    {
        QTest::addColumn<qint64>("nowMs");
        QTest::newRow("later") << mondayMs + 2 * minuteMs;
        QTest::newRow("clock set back") << mondayMs + minuteMs / 2;
    }
    void submit_signatureByARevokedKey_isRefusedWhateverTheClock()
    {
        QFETCH(qint64, nowMs);
        const CaseId caseId = m_desk->accepted(u"1"_s);
        const Sm2Key key = must(Sm2Key::generate());
        KeyService keys(m_desk->backend);
        const auto enrolled = must(keys.enrol(leader(), key.publicKeyPem(), clerk().user, mondayMs));
        Desk::expectAccepted(m_desk->submitForSignOff(caseId, Desk::reply()));
        must(keys.revoke(leader(), enrolled.id, mondayMs + minuteMs));
        const Command sign = m_desk->command(
            CommandType::Sign, caseId, toJson(m_desk->signature(caseId, key)), m_desk->revision(caseId));
        QCOMPARE(codeOf(m_desk->send(leader(), sign, nowMs)), ErrorCode::KeyRevoked);
    }

    void reveal_needsAReasonAndIsLogged()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        CaseService cases(m_desk->backend);
        QCOMPARE(cases.reveal(clerk(), caseId, u"  "_s, mondayMs).error().code, ErrorCode::ReasonMissing);
        QCOMPARE(cases.reveal(parkClerk(), caseId, u"回访"_s, mondayMs).error().code, ErrorCode::NotFound);
        QCOMPARE(must(cases.reveal(clerk(), caseId, u"回访"_s, mondayMs)).phone, u"13900001234"_s);
        const Actor auditor = person(u"audit"_s, Role::AuditAdmin, {});
        const auto entries = must(AuditService(m_desk->backend).entries(auditor, 0, 100, mondayMs));
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.first().action, AuditAction::Denied);
        QCOMPARE(entries.first().user, parkClerk().user);
        QCOMPARE(entries.last().action, AuditAction::IdentityRevealed);
        QCOMPARE(entries.last().subject, caseId.value);
    }

    void erase_identity_leavesNothingBehindAndAChainThatVerifies()
    {
        const CaseId caseId = m_desk->closed(u"1"_s);
        EraseBody body;
        body.revision = 1;
        body.part = u"identity"_s;
        body.reason = u"保存期满"_s;
        const Actor archivist = person(u"archivist"_s, Role::Archivist, u"archive"_s);
        Desk::expectAccepted(m_desk->take(archivist, CommandType::RequestErasure, caseId, toJson(body)));
        const auto alone = m_desk->take(archivist, CommandType::ErasePart, caseId, toJson(body));
        QCOMPARE(codeOf(alone), ErrorCode::StepNotAllowed);
        QVERIFY(!m_desk->folded(caseId).identityErased);
        Desk::expectAccepted(m_desk->take(centre(), CommandType::ErasePart, caseId, toJson(body)));
        QVERIFY(m_desk->folded(caseId).identityErased);
        const auto log = must(CaseService(m_desk->backend).caseLog(centre(), caseId, mondayMs));
        QVERIFY(verifyChain(log.events).has_value());
        QCOMPARE(log.maskedName, QString());
        QCOMPARE(must(m_desk->database().row(u"SELECT COUNT(*) FROM identity_parts"_s))[0].toInt(), 0);
        QVERIFY(must(RootService(m_desk->backend).verifyTenant({u"demo"_s})).faults.isEmpty());
    }

    void submit_sameCommandFromManyAtOnce_happensOnce()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        const Command command
            = m_desk->command(CommandType::Accept, caseId, toJson(NoteBody{}), m_desk->revision(caseId));
        const QList<wire::CommandAnswer> answers
            = fromManyAtOnce([&](Desk &desk, int) { return desk.send(clerk(), command); });
        for (const wire::CommandAnswer &answer : answers)
            QCOMPARE(answer, answers.first());
        QCOMPARE(answers.first().state, CommandState::Accepted);
        QCOMPARE(m_desk->revision(caseId), 3);
    }

    void submit_oneSourceNumberTwiceAtOnce_isRegisteredOnce()
    {
        const QList<wire::CommandAnswer> answers = fromManyAtOnce([](Desk &desk, int i) {
            return desk.send(centre(),
                desk.command(
                    CommandType::Register, {u"case-%1"_s.arg(i)}, toJson(Desk::registration(u"1"_s)), 0));
        });
        QCOMPARE(std::ranges::count(answers, CommandState::Accepted, &wire::CommandAnswer::state), 1);
        for (const wire::CommandAnswer &answer : answers)
            QVERIFY(answer.state == CommandState::Accepted || codeOf(answer) == ErrorCode::RowDuplicate);
    }

    void submit_differentCommandsOnOneCaseAtOnce_followEachOther()
    {
        const CaseId caseId = m_desk->dispatched(u"1"_s);
        const qint64 base = m_desk->revision(caseId);
        const QList<wire::CommandAnswer> answers = fromManyAtOnce([&](Desk &desk, int) {
            return desk.send(
                centre(), desk.command(CommandType::Urge, caseId, toJson(NoteBody{u"请加快"_s}), base));
        });
        for (const wire::CommandAnswer &answer : answers)
            QCOMPARE(answer.state, CommandState::Accepted);
        const auto log = must(CaseService(m_desk->backend).caseLog(centre(), caseId, mondayMs));
        QCOMPARE(log.events.size(), base + answers.size());
        QVERIFY(verifyChain(log.events).has_value());
        QVERIFY(must(RootService(m_desk->backend).verifyTenant({u"demo"_s})).faults.isEmpty());
    }

    void identity_isNowhereInClearInTheFiles()
    {
        m_desk->dispatched(u"1"_s);
        QString folder = m_folder->path();
        if (isPostgresRun()) {
            PostgresCluster::one().administer({u"CHECKPOINT"_s});
            folder = PostgresCluster::one().folder();
        } else {
            must(m_desk->database().run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        }
        int files = 0;
        bool hasText = false;
        for (QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            QFile file(each.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray bytes = file.readAll();
            ++files;
            hasText = hasText || bytes.contains("柳树巷一带");
            QVERIFY2(!bytes.contains("13900001234"), qPrintable(file.fileName()));
            QVERIFY2(!bytes.contains("吴有泉"), qPrintable(file.fileName()));
        }
        QVERIFY(files > 1);
        QVERIFY2(hasText, "the files that hold the case were not looked at");
    }
};

QTEST_GUILESS_MAIN(TestCaseService)
#include "tst_CaseService.moc"
