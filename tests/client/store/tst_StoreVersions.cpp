#include "client/store/Store.h"
#include "client/store/StoreSchema.h"
#include "client/store/Vault.h"
#include "tests/client/CaseSamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chengban;

namespace {

const CaseId caseId{QStringLiteral("018f0000-0000-7000-8000-000000000001")};
const QString scope = QStringLiteral("unit:water");

/// Of the stored files.
DataKey storedKey()
{
    return DataKey::fromBytes(QByteArray(32, '\x07')).value();
}

QString storedFile(const char *which, int version)
{
    return QStringLiteral(CHENGBAN_SOURCE_DIR "/tests/client/store/versions/%1-%2.db")
        .arg(QLatin1StringView(which))
        .arg(version);
}

samples::Log sampleLog()
{
    samples::Log log(caseId.value);
    log.step(CommandType::Register, toJson(samples::registration()), samples::actor(Role::Centre),
        samples::monday);
    return log;
}

ReplyDraft sampleDraft()
{
    ReplyDraft draft;
    draft.reply.result = QStringLiteral("漏水已修复。");
    draft.baseRevision = 1;
    draft.savedAtMs = samples::monday;
    return draft;
}

} // namespace

/// Files as each version of the schema left them, opened by today's program. CHENGBAN_NEW_GOLDEN writes those
/// of the newest version.
class TestStoreVersions : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    std::unique_ptr<Store> opened() { return Store::open(m_folder->path(), storedKey()).value(); }

    static void addVersions(size_t newest)
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version <= int(newest); ++version)
            QTest::addRow("version %d", version) << version;
    }

    void writeNewest()
    {
        const auto store = opened();
        const wire::FeedPage page = samples::page({sampleLog().feedCase()}, QStringLiteral("cursor"));
        QVERIFY(store->replica().apply(page, scope).value().broken.isEmpty());
        QVERIFY(store->drafts().save(caseId, sampleDraft()));
        const Command command{CommandId{QStringLiteral("018f0000-0000-7000-8000-00000000000a")},
            CommandType::Accept, caseId, 1, samples::monday, toJson(NoteBody{})};
        QVERIFY(store->outbox().queue(command, samples::monday));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!qEnvironmentVariableIsSet("CHENGBAN_NEW_GOLDEN"))
            return;
        init();
        writeNewest();
        QVERIFY(
            QFile::copy(replicaPath(m_folder->path()), storedFile("replica", int(replicaSchema().size()))));
        QVERIFY(QFile::copy(workPath(m_folder->path()), storedFile("work", int(workSchema().size()))));
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void replica_ofEachVersion_opensAndTakesWhatComes_data() { addVersions(replicaSchema().size()); }
    void replica_ofEachVersion_opensAndTakesWhatComes()
    {
        QFETCH(int, version);
        QVERIFY(QFile::copy(storedFile("replica", version), replicaPath(m_folder->path())));
        const auto store = opened();
        QVERIFY(!store->replicaWasRebuilt());
        QCOMPARE(store->replica().cursor(scope).value(), QStringLiteral("cursor"));
        QCOMPARE(store->replica().summary(caseId).value()->title, QStringLiteral("幸福里小区管道漏水"));
        samples::Log log;
        log.events = store->replica().log(caseId, true).value();
        QVERIFY(verifyChain(log.events));
        const auto next = samples::dispatchedCase(QStringLiteral("TB-2"));
        const auto applied
            = store->replica().apply(samples::page({next.feedCase()}, QStringLiteral("2")), scope).value();
        QCOMPARE(applied.changed, QList<CaseId>{next.id()});
        QCOMPARE(store->replica().summaries().value().size(), 2);
    }

    void work_ofEachVersion_keepsDraftsAndOutbox_data() { addVersions(workSchema().size()); }
    void work_ofEachVersion_keepsDraftsAndOutbox()
    {
        QFETCH(int, version);
        QVERIFY(QFile::copy(storedFile("work", version), workPath(m_folder->path())));
        const auto store = opened();
        QCOMPARE(store->drafts().draft(caseId).value().value(), sampleDraft());
        QCOMPARE(store->outbox().rows().value().size(), 1);
        QCOMPARE(store->outbox().rows().value().first().command.caseId, caseId);
        QVERIFY(
            store->drafts().saveStep(caseId, QStringLiteral("accept"), {{{QStringLiteral("note"), 1}}, 1}));
    }
};

QTEST_GUILESS_MAIN(TestStoreVersions)
#include "tst_StoreVersions.moc"
