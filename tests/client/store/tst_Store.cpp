#include "client/store/Store.h"
#include "client/store/Vault.h"
#include "tests/client/CaseSamples.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;

class TestStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    DataKey m_key = DataKey::generate();
    std::unique_ptr<Store> m_store;
    const CaseId m_id{QStringLiteral("case-1")};

    void reopen()
    {
        m_store.reset();
        m_store = Store::open(m_folder->path(), m_key).value();
    }
    Command command(const QString &note) const
    {
        return {samples::commandId(), CommandType::Accept, m_id, 3, samples::monday, toJson(NoteBody{note})};
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = Store::open(m_folder->path(), m_key).value();
    }
    void cleanup() { m_store.reset(); }

    void files_afterWork_holdNoneOfTheTexts()
    {
        const samples::Log log = samples::dispatchedCase(QStringLiteral("TB-PLAIN-77"));
        QVERIFY(m_store->replica().apply(samples::page({log.feedCase()}), QStringLiteral("unit:water")));
        while (m_store->search().indexSome(10).value() > 0) { }
        ReplyDraft draft;
        draft.reply.answer = QStringLiteral("经核查管道已经修复");
        QVERIFY(m_store->drafts().save(log.id(), draft));
        QVERIFY(m_store->drafts().discard(log.id(), 1, QStringLiteral("discarded")));
        QVERIFY(m_store->outbox().queue(command(QStringLiteral("签收备注文字")), 1));
        QVERIFY(
            m_store->outbox().queueAudit({QStringLiteral("a"), log.id(), QStringLiteral("回访需要核对"), 1}));
        QVERIFY(m_store->values().setSealed(QStringLiteral("token"), "opaque-token-value"));
        QVERIFY(m_store->documents().setDocument(QStringLiteral("directory"), {{}, "{\"name\":\"周主任\"}"}));
        const QStringList texts{QStringLiteral("TB-PLAIN-77"), QStringLiteral("漏水"),
            QStringLiteral("张晓梅"), QStringLiteral("13812345678"), QStringLiteral("138****5678"),
            QStringLiteral("管道已经修复"), QStringLiteral("签收备注"), QStringLiteral("回访需要"),
            QStringLiteral("opaque-token"), QStringLiteral("周主任"), QStringLiteral("水务局"),
            QStringLiteral("幸福里")};
        const auto check = [&] {
            int files = 0;
            QDirIterator all(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                QFile file(all.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray bytes = file.readAll();
                ++files;
                for (const QString &text : texts) {
                    QVERIFY2(!bytes.contains(text.toUtf8()), qPrintable(file.fileName() + text));
                    const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
                    QVERIFY2(!bytes.contains(wide), qPrintable(file.fileName() + text));
                }
            }
            QVERIFY(files >= 2);
        };
        check();
        m_store.reset(); // With the WAL folded in.
        check();
    }

    void open_anotherKey_opensNothing()
    {
        ReplyDraft draft;
        draft.reply.answer = QStringLiteral("x");
        QVERIFY(m_store->drafts().save(m_id, draft));
        m_store.reset();
        const auto other = Store::open(m_folder->path(), DataKey::generate());
        QVERIFY(other);
        QCOMPARE((*other)->drafts().draft(m_id).error().code, ErrorCode::StoreDamaged);
    }

    void stepDraft_storeOpenedAgain_isThereUntilItsFieldsAreGone()
    {
        const QString step = QStringLiteral("request-return");
        const StepDraft draft{{{QStringLiteral("statement"), QStringLiteral("不属我局职责")}}, 7};
        QVERIFY(m_store->drafts().saveStep(m_id, step, draft));
        QVERIFY(m_store->drafts().quarantine(m_id, 8).value());
        QVERIFY(!m_store->drafts().stepDraft(m_id, step).value());
        QVERIFY(m_store->drafts().release(m_id));
        m_store.reset();
        m_store = Store::open(m_folder->path(), m_key).value();
        QCOMPARE(m_store->drafts().stepDraft(m_id, step).value(), std::optional(draft));
        QVERIFY(!m_store->drafts().stepDraft(m_id, QStringLiteral("urge")).value());
        QVERIFY(m_store->drafts().saveStep(m_id, step, {}));
        QVERIFY(!m_store->drafts().stepDraft(m_id, step).value());
    }

    void sealedValue_movedToAnotherRow_doesNotOpen()
    {
        ReplyDraft draft;
        draft.reply.answer = QStringLiteral("x");
        QVERIFY(m_store->drafts().save(m_id, draft));
        QVERIFY(m_store->workDatabase().run(QStringLiteral("UPDATE drafts SET case_id = 'case-2'")));
        QCOMPARE(
            m_store->drafts().draft(CaseId{QStringLiteral("case-2")}).error().code, ErrorCode::StoreDamaged);
    }

    void open_replicaDamaged_isBegunAnewAndTheWorkStays()
    {
        const samples::Log log = samples::dispatchedCase();
        QVERIFY(m_store->replica().apply(samples::page({log.feedCase()}), QStringLiteral("unit:water")));
        ReplyDraft draft;
        draft.reply.answer = QStringLiteral("留住");
        QVERIFY(m_store->drafts().save(log.id(), draft));
        m_store.reset();
        QFile replica(replicaPath(m_folder->path()));
        QVERIFY(replica.open(QIODevice::ReadWrite));
        replica.write(QByteArray(4096, 'z'));
        replica.close();
        reopen();
        QVERIFY(m_store->replicaWasRebuilt());
        QCOMPARE(m_store->replica().cursor(QStringLiteral("unit:water")).value(), QString());
        QCOMPARE(m_store->drafts().draft(log.id()).value()->reply.answer, QStringLiteral("留住"));
    }

    void abandonReplica_nextOpen_beginsAnew()
    {
        QVERIFY(m_store->replica().apply(
            samples::page({samples::dispatchedCase().feedCase()}), QStringLiteral("s")));
        m_store->abandonReplica();
        reopen();
        QVERIFY(m_store->replicaWasRebuilt());
        QCOMPARE(m_store->replica().summaries().value().size(), 0);
        reopen();
        QVERIFY(!m_store->replicaWasRebuilt());
    }

    void saveDraft_diskFull_saysSoAndKeepsTheOldText()
    {
        ReplyDraft draft;
        draft.reply.answer = QStringLiteral("旧文");
        QVERIFY(m_store->drafts().save(m_id, draft));
        QVERIFY(m_store->workDatabase().run(QStringLiteral("PRAGMA max_page_count=1")));
        draft.reply.answer = QStringLiteral("新文").repeated(200'000);
        const auto saved = m_store->drafts().save(m_id, draft);
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::DiskFull);
        QCOMPARE(m_store->drafts().draft(m_id).value()->reply.answer, QStringLiteral("旧文"));
        QVERIFY(m_store->workDatabase().run(QStringLiteral("PRAGMA max_page_count=1000000")));
        QVERIFY(m_store->drafts().save(m_id, draft));
    }

    void queue_diskFull_saysSoAndKeepsDraftAndOtherSteps()
    {
        ReplyDraft draft;
        draft.reply.answer = QStringLiteral("草稿");
        QVERIFY(m_store->drafts().save(m_id, draft));
        const Command waiting = command(QStringLiteral("一"));
        QVERIFY(m_store->outbox().queue(waiting, 10));
        QVERIFY(m_store->workDatabase().run(QStringLiteral("PRAGMA max_page_count=1")));
        const Command large = command(QStringLiteral("字").repeated(200'000));
        const auto queued = m_store->outbox().queue(large, 20);
        QVERIFY(!queued);
        QCOMPARE(queued.error().code, ErrorCode::DiskFull);
        QCOMPARE(m_store->outbox().rows().value().size(), 1);
        QCOMPARE(m_store->drafts().draft(m_id).value()->reply.answer, QStringLiteral("草稿"));
        QVERIFY(m_store->workDatabase().run(QStringLiteral("PRAGMA max_page_count=1000000")));
        QVERIFY(m_store->outbox().queue(large, 30));
        QCOMPARE(m_store->outbox().rows().value().size(), 2);
    }

    void outbox_statesSurviveARestart()
    {
        const Command one = command(QStringLiteral("一"));
        QVERIFY(m_store->outbox().queue(one, 10));
        QVERIFY(m_store->outbox().setSent(one.id, 20));
        QVERIFY(m_store->outbox().defer(one.id, ErrorCode::ServerAway, 30, 99));
        reopen();
        const auto rows = m_store->outbox().rows().value();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].command, one);
        QCOMPARE(rows[0].state, OutboxState::Queued);
        QCOMPARE(rows[0].attempts, 1);
        QCOMPARE(rows[0].nextTryMs, 99);
        QCOMPARE(rows[0].reason, ErrorCode::ServerAway);
    }

    void outbox_waitingRow_cannotBeRemoved()
    {
        const Command one = command({});
        QVERIFY(m_store->outbox().queue(one, 10));
        QCOMPARE(m_store->outbox().remove(one.id).error().code, ErrorCode::StepNotAllowed);
        wire::CommandAnswer answer;
        answer.command = one.id;
        answer.state = wire::CommandState::Refused;
        answer.problems = {{ErrorCode::TooLate, QStringLiteral("too-late"), {}, Severity::Must, {}, -1, 0}};
        QVERIFY(m_store->outbox().setAnswered(answer, 20));
        const auto row = m_store->outbox().row(one.id).value();
        QCOMPARE(row->state, OutboxState::Refused);
        QCOMPARE(row->reason, ErrorCode::TooLate);
        QCOMPARE(row->problems, answer.problems);
        QVERIFY(m_store->outbox().remove(one.id));
    }

    void moveBase_touchesOnlyWhatWasNeverSent()
    {
        const Command sent = command(QStringLiteral("a"));
        const Command fresh = command(QStringLiteral("b"));
        QVERIFY(m_store->outbox().queue(sent, 1));
        QVERIFY(m_store->outbox().queue(fresh, 1));
        QVERIFY(m_store->outbox().setSent(sent.id, 2));
        QVERIFY(m_store->outbox().moveBase(m_id, 3, 5));
        QCOMPARE(m_store->outbox().row(sent.id).value()->command.baseRevision, 3);
        QCOMPARE(m_store->outbox().row(fresh.id).value()->command.baseRevision, 5);
    }

    void drafts_quarantine_hidesButDoesNotLose()
    {
        ReplyDraft draft;
        draft.reply.answer = QStringLiteral("文");
        QVERIFY(m_store->drafts().save(m_id, draft));
        QCOMPARE(m_store->drafts().quarantine(m_id, 5).value(), true);
        QVERIFY(!m_store->drafts().draft(m_id).value());
        QCOMPARE(m_store->drafts().cases(true).value(), QList<CaseId>{m_id});
        QVERIFY(m_store->drafts().release(m_id));
        QCOMPARE(m_store->drafts().draft(m_id).value()->reply.answer, QStringLiteral("文"));
    }

    void drafts_replace_keepsTheOldText()
    {
        ReplyDraft draft;
        draft.reply.answer = QStringLiteral("旧");
        QVERIFY(m_store->drafts().save(m_id, draft));
        ReplyDraft other = draft;
        other.reply.answer = QStringLiteral("新");
        QVERIFY(m_store->drafts().replace(m_id, other, QStringLiteral("conflict")));
        QCOMPARE(m_store->drafts().draft(m_id).value()->reply.answer, QStringLiteral("新"));
        const auto kept = m_store->drafts().kept(m_id).value();
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept[0].body, toJson(draft.reply));
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_Store.moc"
