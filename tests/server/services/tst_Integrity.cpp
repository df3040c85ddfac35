#include "tests/server/services/Desk.h"

#include "server/services/AuditService.h"
#include "server/services/RootService.h"
#include "server/store/EventStore.h"

using namespace chengban;
using namespace chengban::test;

/// Somebody with the database file in hands changes it; verifyTenant must say so.
class TestIntegrity : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    CaseId m_caseId;

    IntegrityReport report() { return must(RootService(m_desk->backend).verifyTenant({u"demo"_s})); }
    void run(const QString &sql, const QVariantList &values = {})
    {
        must(m_desk->database().run(sql, values));
    }

    /// The attacker's connection.
    void dropForeignKeys()
    {
        if (!isPostgresRun()) {
            run(u"PRAGMA foreign_keys=OFF"_s);
            return;
        }
        for (const Row &key : must(m_desk->database().rows(
                 u"SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'f'"
                 " AND connamespace = current_schema()::regnamespace"_s)))
            run(u"ALTER TABLE %1 DROP CONSTRAINT %2"_s.arg(key[0].toString(), key[1].toString()));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_desk = std::make_unique<Desk>(m_folder->path());
        m_desk->found();
        m_desk->accepted(u"other"_s);
        m_caseId = m_desk->accepted(u"1"_s);
        must(RootService(m_desk->backend).sign({u"demo"_s}, mondayMs));
        must(AuditService(m_desk->backend).record(clerk(), AuditAction::LogIn, u"liu"_s, {}, mondayMs));
        must(AuditService(m_desk->backend).record(clerk(), AuditAction::LogOut, u"liu"_s, {}, mondayMs));
        dropForeignKeys();
    }
    void cleanup()
    {
        m_desk.reset();
        m_folder.reset();
    }

    void untouched_hasNoFault()
    {
        const IntegrityReport found = report();
        QVERIFY(found.faults.isEmpty());
        QCOMPARE(found.cases, 2);
        QCOMPARE(found.events, 6);
        QCOMPARE(found.roots, 1);
        QCOMPARE(found.auditEntries, 2);
    }

    void changed_isDetected_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<ErrorCode>("code");
        const QString here = u" WHERE case_id = 'case-1'"_s;
        QTest::newRow("byte of a header")
            << u"UPDATE events SET header = replace(header, 'accepted', 'acceptee')"_s + here
            << ErrorCode::ChainBroken;
        QTest::newRow("header that reads the same")
            << u"UPDATE events SET header = header || ' '"_s + here << ErrorCode::ChainBroken;
        QTest::newRow("byte of a part") << u"UPDATE parts SET content = replace(content, '收到', '退回')"_s
                + here << ErrorCode::CommitmentWrong;
        QTest::newRow("sealed identity") << u"UPDATE identity_parts SET sealed = %1"_s.arg(isPostgresRun()
                                                    ? u"decode(repeat('00', 80), 'hex')"_s
                                                    : u"zeroblob(80)"_s)
                + here << ErrorCode::StoreDamaged;
        QTest::newRow("cut tail") << u"DELETE FROM events"_s + here + u" AND revision = 3"_s
                                  << ErrorCode::ChainBroken;
        QTest::newRow("event in the middle gone")
            << u"DELETE FROM events"_s + here + u" AND revision = 2"_s << ErrorCode::ChainBroken;
        QTest::newRow("log gone, head left") << u"DELETE FROM events"_s + here << ErrorCode::ChainBroken;
        QTest::newRow("head set back")
            << u"UPDATE case_heads SET revision = 2"_s + here << ErrorCode::ChainBroken;
        QTest::newRow("head of a root")
            << u"UPDATE root_heads SET head = substr(head, 3) || '00'"_s + here << ErrorCode::RootMismatch;
        QTest::newRow("case struck from a root")
            << u"DELETE FROM root_heads"_s + here << ErrorCode::RootMismatch;
        QTest::newRow("signed root")
            << u"UPDATE roots SET signed_root = replace(signed_root, '\"cases\":2', '\"cases\":3')"_s
            << ErrorCode::RootMismatch;
        QTest::newRow("audit entry")
            << u"UPDATE audit SET entry = replace(entry, 'log-out', 'log-off') WHERE number = 2"_s
            << ErrorCode::ChainBroken;
        QTest::newRow("audit entry gone")
            << u"DELETE FROM audit WHERE number = 1"_s << ErrorCode::ChainBroken;
    }
    void changed_isDetected()
    {
        QFETCH(QString, sql);
        QFETCH(ErrorCode, code);
        QVERIFY(must(m_desk->database().run(sql)) > 0);
        const IntegrityReport found = report();
        QVERIFY(!found.faults.isEmpty());
        QCOMPARE(found.faults.first().code, code);
    }

    void cutTailWithItsHead_contradictsTheRoot()
    {
        const auto log = must(EventStore(m_desk->database(), m_desk->keys().data).log({u"demo"_s}, m_caseId));
        run(u"DELETE FROM events WHERE case_id = ? AND revision = 3"_s, {m_caseId.value});
        run(u"DELETE FROM parts WHERE case_id = ? AND revision = 3"_s, {m_caseId.value});
        run(u"UPDATE case_heads SET revision = 2, head = ? WHERE case_id = ?"_s,
            {hex(log.at(1).digest), m_caseId.value});
        const IntegrityReport found = report();
        QCOMPARE(found.faults.size(), 1);
        QCOMPARE(found.faults.first().code, ErrorCode::RootMismatch);
        QCOMPARE(found.faults.first().caseId, m_caseId);
    }

    void deletedCase_contradictsTheRoot()
    {
        for (const QString &table :
            {u"identity_parts"_s, u"parts"_s, u"events"_s, u"case_heads"_s, u"feed"_s})
            run(u"DELETE FROM "_s + table + u" WHERE case_id = ?"_s, {m_caseId.value});
        const IntegrityReport found = report();
        QCOMPARE(found.faults.size(), 1);
        QCOMPARE(found.faults.first().code, ErrorCode::RootMismatch);
        QCOMPARE(found.faults.first().caseId, m_caseId);
    }

    void recomputedChain_contradictsTheRoot()
    {
        EventStore store(m_desk->database(), m_desk->keys().data);
        QList<EventDraft> drafts;
        for (const Event &event : must(store.log({u"demo"_s}, m_caseId))) {
            EventDraft draft{event.type, {}};
            for (const Part &part : event.parts)
                draft.parts.append({part.name, part.audience, part.body});
            drafts.append(draft);
        }
        drafts.last().parts.first().body = toJson(NoteBody{u"从未收到"_s});
        const Stamp stamp{m_desk->freshCommandId(), clerk(), {}, mondayMs, mondayMs};
        const auto forged = must(chained(drafts, m_caseId, 0, {}, stamp, [] { return systemRandom(16); }));
        for (const QString &table : {u"identity_parts"_s, u"parts"_s, u"events"_s})
            run(u"DELETE FROM "_s + table + u" WHERE case_id = ?"_s, {m_caseId.value});
        auto transaction = must(Transaction::begin(m_desk->database()));
        must(store.append(forged, {}, {}));
        must(transaction.commit());
        const IntegrityReport found = report();
        QCOMPARE(found.faults.size(), 1);
        QCOMPARE(found.faults.first().code, ErrorCode::RootMismatch);
        QCOMPARE(found.faults.first().caseId, m_caseId);
    }

    void checkClock_behindTheLog_isRefused()
    {
        RootService roots(m_desk->backend);
        QVERIFY(roots.checkClock(mondayMs).has_value());
        QCOMPARE(roots.checkClock(mondayMs - 1).error().code, ErrorCode::ServerFault);
    }

    void laterRoots_storeOnlyChangedHeadsAndProveEveryCase()
    {
        RootService roots(m_desk->backend);
        const SignedRoot same = must(roots.sign({u"demo"_s}, mondayMs + minuteMs));
        QCOMPARE(same, *must(roots.latest({u"demo"_s}))); // nothing happened: no new root
        Desk::expectAccepted(
            m_desk->take(centre(), CommandType::Urge, m_caseId, toJson(NoteBody{u"请加快"_s})));
        must(roots.sign({u"demo"_s}, mondayMs + 2 * minuteMs));
        QCOMPARE(must(m_desk->database().row(u"SELECT COUNT(*) FROM root_heads"_s))[0].toInt(), 3);
        for (const CaseId &caseId : {m_caseId, CaseId{u"case-other"_s}}) {
            const RootProof proof = must(roots.proof({u"demo"_s}, caseId));
            QVERIFY(provesHead(proof.proof, proof.head, proof.root.root));
            QVERIFY(verifyRoot(proof.root, m_desk->keys().publicKeyPem).has_value());
        }
        QVERIFY(report().faults.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestIntegrity)
#include "tst_Integrity.moc"
