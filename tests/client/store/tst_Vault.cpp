#include "client/store/Store.h"
#include "client/store/Vault.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace chengban;

namespace {

constexpr PassphraseCost cheap{1, 8192};
const QString phrase = QStringLiteral("办件2025!密码");

ReplyDraft draftOf(const QString &text)
{
    ReplyDraft draft;
    draft.reply.answer = text;
    draft.savedAtMs = 1;
    return draft;
}

} // namespace

/// Each way to lose a key, and what opens the store after it.
class TestVault : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_root;
    std::pair<QByteArray, Secret> m_recovery = newRecoveryPair();
    QByteArray m_secret = randomBytes(32);

    QString folder() const { return m_root->filePath(QStringLiteral("store")); }
    DataKey make()
    {
        auto vault = Vault::open(folder());
        return std::move(vault->createKey(m_secret, phrase, m_recovery.first, cheap).value());
    }
    void saveDraft(const DataKey &key)
    {
        const auto store = Store::open(folder(), key);
        QVERIFY(store);
        QVERIFY((*store)->drafts().save(CaseId{QStringLiteral("c")}, draftOf(QStringLiteral("管道已修复"))));
    }
    void checkDraft(const DataKey &key)
    {
        const auto store = Store::open(folder(), key);
        QVERIFY(store);
        const auto draft = (*store)->drafts().draft(CaseId{QStringLiteral("c")});
        QVERIFY(draft && *draft);
        QCOMPARE((*draft)->reply.answer, QStringLiteral("管道已修复"));
    }

private Q_SLOTS:
    void init() { m_root = std::make_unique<QTemporaryDir>(); }

    void createKey_newStore_opensByEachOfTheThreeWraps()
    {
        const DataKey key = make();
        auto vault = Vault::open(folder());
        QVERIFY(vault && vault->hasKey());
        QCOMPARE(vault->openBySecret(m_secret)->id(), key.id());
        QCOMPARE(vault->openByPassphrase(phrase, 0)->id(), key.id());
        QCOMPARE(vault->openForRecovery(m_recovery.second.view())->id(), key.id());
    }

    void createKey_storeHasAKey_neverMakesASecondOne()
    {
        (void)make();
        auto vault = Vault::open(folder());
        const auto again = vault->createKey(randomBytes(32), phrase, m_recovery.first, cheap);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::StoreLocked);
    }

    void openBySecret_keychainLockedOrEmpty_isLockedAndThePassphraseOpens()
    {
        saveDraft(make());
        auto vault = Vault::open(folder());
        QCOMPARE(vault->openBySecret(std::nullopt).error().code, ErrorCode::StoreLocked);
        checkDraft(*vault->openByPassphrase(phrase, 0));
    }

    void openBySecret_anotherSecret_isLocked()
    {
        (void)make();
        QCOMPARE(Vault::open(folder())->openBySecret(randomBytes(32)).error().code, ErrorCode::StoreLocked);
    }

    void openForRecovery_keychainAndPassphraseLost_opensUnsentWork()
    {
        saveDraft(make());
        {
            auto vault = Vault::open(folder());
            QVERIFY(vault->wipe());
        }
        auto vault = Vault::open(folder());
        QVERIFY(!vault->openBySecret(m_secret));
        QVERIFY(!vault->openByPassphrase(phrase, 0));
        const auto key = vault->openForRecovery(m_recovery.second.view());
        QVERIFY(key);
        checkDraft(*key);
    }

    void openForRecovery_anotherCountysKey_isLocked()
    {
        (void)make();
        const auto other = newRecoveryPair();
        QCOMPARE(
            Vault::open(folder())->openForRecovery(other.second.view()).error().code, ErrorCode::StoreLocked);
    }

    void openByPassphrase_fifthWrongGuess_mustWait()
    {
        (void)make();
        auto vault = Vault::open(folder());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(vault->openByPassphrase(QStringLiteral("nope"), 1000).error().code,
                ErrorCode::WrongCredentials);
        QCOMPARE(vault->openByPassphrase(phrase, 1001).error().code, ErrorCode::RateLimited);
        // The wait is stored: a restart does not end it.
        auto later = Vault::open(folder());
        QCOMPARE(later->openByPassphrase(phrase, 1001).error().code, ErrorCode::RateLimited);
        QVERIFY(later->openByPassphrase(phrase, 1000 + 30'000));
    }

    void rewrapByPassphrase_changedPassword_oldOneOpensNoMore()
    {
        const DataKey key = make();
        auto vault = Vault::open(folder());
        QVERIFY(vault->rewrapByPassphrase(key, QStringLiteral("new"), cheap));
        QVERIFY(!vault->openByPassphrase(phrase, 0));
        QVERIFY(vault->openByPassphrase(QStringLiteral("new"), 0));
    }

    void open_workFileZeroed_isKeptAsideAndTheKeySurvives()
    {
        saveDraft(make());
        QFile work(workPath(folder()));
        QVERIFY(work.open(QIODevice::ReadWrite));
        work.write(QByteArray(int(work.size()), '\0'));
        work.close();
        auto vault = Vault::open(folder());
        QVERIFY(vault && vault->salvage());
        QVERIFY(QFile::exists(vault->salvage()->keptFile));
        QVERIFY(vault->hasKey());
        QVERIFY(vault->openBySecret(m_secret));
    }

    void open_pagesOfTheWorkFileDamaged_salvagesTheReadableDrafts()
    {
        const DataKey key = make();
        {
            const auto store = Store::open(folder(), key);
            for (int i = 0; i < 200; ++i) {
                QVERIFY((*store)->drafts().save(
                    CaseId{QString::number(1000 + i)}, draftOf(QStringLiteral("答复").repeated(300))));
            }
            QVERIFY((*store)->workDatabase().run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        }
        QFile work(workPath(folder()));
        QVERIFY(work.open(QIODevice::ReadWrite));
        work.seek(work.size() / 2);
        work.write(QByteArray(8192, 'x'));
        work.close();
        auto vault = Vault::open(folder());
        QVERIFY(vault && vault->salvage());
        const auto store = Store::open(folder(), *vault->openBySecret(m_secret));
        const auto saved = (*store)->drafts().cases();
        QVERIFY(saved);
        qInfo("salvaged %d of 200 drafts", int(saved->size()));
        QVERIFY(saved->size() >= 150);
        QVERIFY((*store)->drafts().draft(saved->first()));
    }

    void open_newerStore_isRefusedAndLeftAsItWas()
    {
        (void)make();
        {
            auto db = Database::open(workPath(folder()), Durability::EveryCommit, {});
            QVERIFY(!db); // A program that knows no version must refuse too.
            QCOMPARE(db.error().code, ErrorCode::StoreNewer);
        }
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("raw"));
            raw.setDatabaseName(workPath(folder()));
            QVERIFY(raw.open());
            QSqlQuery query(raw);
            QVERIFY(query.exec(QStringLiteral("PRAGMA user_version=99")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("raw"));
        const auto bytes = [this] {
            QFile file(workPath(folder()));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = bytes();
        const auto vault = Vault::open(folder());
        QVERIFY(!vault);
        QCOMPARE(vault.error().code, ErrorCode::StoreNewer);
        QCOMPARE(bytes(), before);
    }

    void folder_differentOwners_liesApartAndTellsNoName()
    {
        const StoreOwner one{
            QStringLiteral("s:443"), QStringLiteral("demo"), QStringLiteral("li"), QStringLiteral("d")};
        StoreOwner two = one;
        two.user = QStringLiteral("wang");
        QVERIFY(one.folder(QStringLiteral("/r")) != two.folder(QStringLiteral("/r")));
        QVERIFY(!one.folder(QStringLiteral("/r")).contains(QStringLiteral("li@")));
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_Vault.moc"
