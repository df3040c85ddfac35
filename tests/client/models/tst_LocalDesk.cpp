#include "client/models/LocalDesk.h"
#include "client/settings/KeychainStore.h"
#include "client/store/Vault.h"
#include "shared/base/CountyTime.h"
#include "tests/client/CaseSamples.h"
#include "tests/client/support/Awaited.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace chengban;
using samples::hour;
using samples::Log;
using samples::monday;

namespace {

constexpr PassphraseCost cheap{1, 8 << 20};
const QString passphrase = QStringLiteral("a long password");
const QString pin = QStringLiteral("246810");

} // namespace

/// The desk over a sealed store with no server anywhere; the keychain is a real secret service
/// (tests/with-keyring).
class TestLocalDesk : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    KeychainStore m_keychain;
    std::unique_ptr<LocalDesk> m_desk;
    QByteArray m_key;
    qint64 m_now = monday + 5 * hour;

    void open(Role role, const QString &user = QStringLiteral("li"), KeyStore *keychain = nullptr)
    {
        DeskSetup setup;
        setup.folder = m_folder->path();
        setup.actor = samples::actor(role, user);
        setup.keychain = keychain ? keychain : &m_keychain;
        setup.clock = [this] { return m_now; };
        setup.largestFile = 4096;
        setup.pinCost = cheap;
        m_desk = LocalDesk::open(setup, DataKey::fromBytes(m_key).value()).value();
    }
    std::unique_ptr<Store> store()
    {
        return Store::open(m_folder->path(), DataKey::fromBytes(m_key).value()).value();
    }
    void put(const Log &log, Access access = Access::Working)
    {
        QVERIFY(
            store()->replica().apply(samples::page({log.feedCase(0, access)}), QStringLiteral("unit:water")));
        m_desk->takeOverCases({log.id()});
    }
    void goOnline()
    {
        SyncState state;
        state.line = SyncState::Line::Online;
        m_desk->takeOverState(state);
    }
    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    /// What the server would answer to an enrolment.
    EnrolledKey enrolled(const QByteArray &publicKeyPem)
    {
        return {keyIdOf(publicKeyPem).value(), m_desk->actor().user, m_desk->actor().device, publicKeyPem,
            QStringLiteral("赵见证"), m_now, std::nullopt};
    }
    EnrolledKey enrol()
    {
        goOnline();
        EnrolledKey key;
        connect(
            m_desk.get(), &LocalDesk::enrolmentWanted, this,
            [&](const QByteArray &publicKeyPem) { key = enrolled(publicKeyPem); }, Qt::SingleShotConnection);
        m_desk->enrolKey(pin, QStringLiteral("zhao"), QStringLiteral("w"));
        m_desk->takeOverEnrolment(key);
        (void)QTest::qWaitFor([&] { return m_desk->signingKey() == key; });
        return key;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_now = monday + 5 * hour;
        auto vault = Vault::open(m_folder->path()).value();
        m_key = vault.createKey({}, passphrase, newRecoveryPair().first, cheap).value().view().toByteArray();
        open(Role::Clerk);
    }
    void cleanup()
    {
        m_desk.reset();
        (void)m_keychain.remove(QStringLiteral("signing/li@demo/device-1"));
    }

    void actFor_takesStepsOnThePostWhileItIsGranted()
    {
        const Log log = samples::awaitingSignOff();
        open(Role::SectionHead, QStringLiteral("he"));
        put(log);
        const QDate today = countyDate(monday);
        wire::Directory directory;
        directory.people = {{{QStringLiteral("chen")}, QStringLiteral("陈大江"), {QStringLiteral("water")},
            Role::DeputyLeader, {}}};
        directory.substitutions = {{QStringLiteral("s"), {QStringLiteral("chen")}, {QStringLiteral("he")},
            today, today, {}, {QStringLiteral("chen")}, QStringLiteral("陈大江"), monday, {}, {}}};
        QVERIFY(store()->documents().setDocument(QStringLiteral("directory"),
            {QStringLiteral("1"), QJsonDocument(wire::toJson(directory)).toJson()}));
        QVERIFY(!m_desk->actFor({QStringLiteral("chen")}));
        m_desk->takeOverDirectory();
        QSignalSpy changed(m_desk.get(), &LocalDesk::postChanged);
        QVERIFY(m_desk->actFor({QStringLiteral("chen")}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_desk->actor().role, Role::DeputyLeader);
        QCOMPARE(m_desk->person().role, Role::SectionHead);
        const QJsonObject note = toJson(NoteBody{QStringLiteral("请补充")});
        QVERIFY(m_desk->take(log.id(), CommandType::ReturnToClerk, note));
        QCOMPARE(m_desk->outbox().first().command.actingFor.value, QStringLiteral("chen"));
        const Entry<NoteBody> back = m_desk->caseOf(log.id())->returnsToClerk.last();
        QCOMPARE(back.actor.actingForName, QStringLiteral("陈大江"));
        m_now += 24 * hour; // The day is over: the next word of sync ends it.
        goOnline();
        QCOMPARE(changed.size(), 2);
        QVERIFY(m_desk->actor().actingFor.isEmpty());
    }

    void addFile_notWhatMayBeAttached_isRefusedWithItsReason_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("reason");
        QTest::newRow("no bytes") << QStringLiteral("空.pdf") << QByteArray() << ErrorCode::FileEmpty;
        QTest::newRow("one byte too many")
            << QStringLiteral("a.pdf") << "%PDF-" + QByteArray(4092, 'x') << ErrorCode::FileTooLarge;
        QTest::newRow("a program called pdf")
            << QStringLiteral("a.pdf") << QByteArray("MZ\x90 program") << ErrorCode::FileTypeRefused;
#ifndef Q_OS_WIN // No file has such a name there: it is a path.
        QTest::newRow("a name that climbs")
            << QStringLiteral("..\\..\\a.pdf") << QByteArray("%PDF-1") << ErrorCode::FileNameRefused;
#endif
        QTest::newRow("a name of nothing but controls")
            << QStringLiteral("\u202e\u200b") << QByteArray("%PDF-1") << ErrorCode::FileNameRefused;
    }
    void addFile_notWhatMayBeAttached_isRefusedWithItsReason()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const auto added = m_desk->addFile(file(name, bytes), AttachmentKind::Evidence);
        QVERIFY(!added);
        QTEST(added.error().code, "reason");
        QCOMPARE(m_desk->syncState().filesWaiting, 0);
    }

    void addFile_nameOf300Characters_isRefused()
    {
        const QString name(300, QChar(u'字'));
        QCOMPARE(m_desk->addFile(m_folder->filePath(name + QStringLiteral(".pdf")), AttachmentKind::Photo)
                     .error()
                     .code,
            ErrorCode::FileNameRefused);
    }

    void addFile_nothingToRead_isUnreadableAtOnce()
    {
        const QString pipe = m_folder->filePath(QStringLiteral("pipe.pdf"));
#ifdef Q_OS_UNIX
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
#endif
        const QString folder = m_folder->filePath(QStringLiteral("folder.pdf"));
        QVERIFY(QDir().mkpath(folder));
        for (const QString &path : {pipe, folder, m_folder->filePath(QStringLiteral("gone.pdf"))}) {
            QCOMPARE(m_desk->addFile(path, AttachmentKind::Photo).error().code, ErrorCode::FileUnreadable);
        }
    }

    void addFile_pathThatClimbs_isShownByItsLastPartOnly()
    {
        file(QStringLiteral("a.pdf"), "%PDF-1");
        QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("in"))));
        const auto added
            = m_desk->addFile(m_folder->filePath(QStringLiteral("in/../a.pdf")), AttachmentKind::Photo);
        QCOMPARE(added->name, QStringLiteral("a.pdf"));
    }

    void addBytes_picture_isSealedAndNowhereInClear()
    {
        const QByteArray bytes
            = QByteArray::fromHex("89504e470d0a1a0a") + QByteArray("what the picture shows");
        const auto added = m_desk->addBytes(QStringLiteral("粘贴-1.png"), bytes, AttachmentKind::Photo);
        QVERIFY(added);
        QCOMPARE(added->name, QStringLiteral("粘贴-1.png"));
        QCOMPARE(m_desk->fileBytes(added->sha256).value(), bytes);
        QCOMPARE(m_desk->syncState().filesWaiting, 1);
        QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile one(files.next());
            QVERIFY(one.open(QIODevice::ReadOnly));
            QVERIFY2(!one.readAll().contains("what the picture shows"), qPrintable(one.fileName()));
        }
    }

    void addFile_namesWithMarks_areShownWithoutThem()
    {
        const QString path = file(QStringLiteral("现场\u202e照片:1.pdf"), "%PDF-1");
        QCOMPARE(m_desk->addFile(path, AttachmentKind::Photo)->name, QStringLiteral("现场照片_1.pdf"));
    }

    void addFile_largestAllowed_isSealedReadableAndQueuedOnce()
    {
        QSignalSpy work(m_desk.get(), &LocalDesk::workQueued);
        const QByteArray bytes = "%PDF-" + QByteArray(4091, 'x');
        const auto added
            = m_desk->addFile(file(QStringLiteral("八十字").repeated(26) + QStringLiteral(".pdf"), bytes),
                AttachmentKind::Evidence);
        QVERIFY(added);
        QCOMPARE(added->mime, QStringLiteral("application/pdf"));
        QCOMPARE(m_desk->fileBytes(added->sha256).value(), bytes);
        QVERIFY(m_desk->addFile(file(QStringLiteral("again.pdf"), bytes), AttachmentKind::Photo));
        QCOMPARE(m_desk->syncState().filesWaiting, 1);
        QCOMPARE(work.size(), 2);
    }

    void fileBytes_notHere_asksForThem()
    {
        QSignalSpy wanted(m_desk.get(), &LocalDesk::fileWanted);
        QCOMPARE(m_desk->fileBytes(QString(64, u'a')).error().code, ErrorCode::NotFound);
        QCOMPARE(wanted.size(), 1);
    }

    void search_wholeNumber_isFoundHoweverManyHoldTheSameCharacters()
    {
        const Log asked = samples::dispatchedCase(QStringLiteral("7"), false);
        QList<wire::FeedCase> cases{asked.feedCase(0, Access::Working)};
        QList<CaseId> ids{asked.id()};
        for (int i = 0; i < 501; ++i) { // One more than a search gives; all newer than the one asked for.
            const Log other = samples::dispatchedCase(QStringLiteral("TB-7-%1").arg(i), false);
            cases.append(other.feedCase(0, Access::Working));
            ids.append(other.id());
        }
        QVERIFY(store()->replica().apply(samples::page(cases), QStringLiteral("unit:water")));
        m_desk->takeOverCases(ids);
        QCOMPARE(m_desk->search(QStringLiteral(" 7 ")).first(), asked.id());
        QCOMPARE(m_desk->search(QStringLiteral("TB-7-3")).count(asked.id()), 0);
    }

    void import_slices_areSentOneAfterTheOther()
    {
        QSignalSpy wanted(m_desk.get(), &LocalDesk::importWanted);
        QSignalSpy ended(m_desk.get(), &Desk::importEnded);
        QList<wire::ImportRow> rows;
        for (int line = 2; line < 102; ++line)
            rows.append(wire::ImportRow{line, RegisterBody()});
        m_desk->importCases(rows);
        QVERIFY(ended.wait()); // Offline.
        goOnline();
        m_desk->importCases(rows);
        QVERIFY(wanted.wait());
        const auto first = wanted.takeFirst().first().value<QList<wire::ImportRow>>();
        QVERIFY(first.size() > 1 && first.size() < rows.size());
        m_desk->takeOverImported({});
        const auto second = wanted.takeFirst().first().value<QList<wire::ImportRow>>();
        QCOMPARE(second.first().line, first.last().line + 1);
        m_desk->cancelImport();
        m_desk->takeOverImported({});
        QCOMPARE(ended.size(), 2);
        QVERIFY(wanted.isEmpty());
    }

    void import_profiles_areKept()
    {
        const Mapping mapping{QStringLiteral("信箱"), {{IntakeColumn::Text, QStringLiteral("乙列")}}};
        QVERIFY(m_desk->saveImportProfile(QStringLiteral("00ff"), mapping));
        QCOMPARE(m_desk->importProfiles().value(QStringLiteral("00ff")), mapping);
    }

    void cases_rememberedLines_followWhatSyncReports()
    {
        const Log one = samples::dispatchedCase(QStringLiteral("TB-1"), false);
        const Log two = samples::dispatchedCase(QStringLiteral("TB-2"));
        put(one);
        QCOMPARE(m_desk->cases().size(), 1);
        put(two);
        QCOMPARE(m_desk->cases().size(), 2);
        QVERIFY(m_desk->take(one.id(), CommandType::Accept, toJson(NoteBody{})));
        const auto lineOf = [&](const CaseId &id) {
            const auto lines = m_desk->cases();
            return *std::find_if(
                lines.begin(), lines.end(), [&](const CaseSummary &line) { return line.id == id; });
        };
        QCOMPARE(lineOf(one.id()).phase, Phase::Handling);
        QVERIFY(store()->outbox().setRefused(
            m_desk->outbox().first().command.id, ErrorCode::StepNotAllowed, m_now));
        m_desk->takeOverOutbox();
        QCOMPARE(lineOf(one.id()).phase, Phase::Dispatched);
        QCOMPARE(lineOf(one.id()).pending, 1);
        wire::FeedCase gone = two.feedCase(0, Access::None);
        gone.events.clear();
        QVERIFY(store()->replica().apply(samples::page({gone}), QStringLiteral("unit:water")));
        m_desk->takeOverCases({two.id()});
        QCOMPARE(m_desk->cases().size(), 1);
        m_desk->takeOverCases({});
        QCOMPARE(m_desk->cases().size(), 1);
    }

    void draft_saved_isThereAfterTheProgramEnded()
    {
        const Log log = samples::dispatchedCase();
        put(log);
        Reply reply;
        reply.answer = QStringLiteral("写到一半的答复");
        QSignalSpy changed(m_desk.get(), &Desk::casesChanged);
        QVERIFY(m_desk->saveDraft(log.id(), reply));
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_desk->cases().first().hasDraft);
        open(Role::Clerk);
        QCOMPARE(m_desk->draft(log.id())->reply, reply);
        QCOMPARE(m_desk->draft(log.id())->baseRevision, 3);
    }

    void draft_discarded_isKeptAside()
    {
        const Log log = samples::dispatchedCase();
        put(log);
        Reply reply;
        reply.answer = QStringLiteral("不要了");
        QVERIFY(m_desk->saveDraft(log.id(), reply));
        QVERIFY(m_desk->discardDraft(log.id()));
        QVERIFY(!m_desk->draft(log.id()));
        QVERIFY(!m_desk->cases().first().hasDraft);
        QCOMPARE(m_desk->keptTexts(log.id()).first().body, toJson(reply));
    }

    void take_whatTheRulesRefuse_queuesNothing()
    {
        const Log log = samples::dispatchedCase();
        put(log);
        const auto taken = m_desk->take(log.id(), CommandType::Accept, toJson(NoteBody{}));
        QCOMPARE(taken.error().first().code, ErrorCode::StepNotAllowed);
        QVERIFY(m_desk->outbox().isEmpty());
    }

    void take_submitForSignOff_takesTheDraftOverAndShowsTheEffect()
    {
        Log log = samples::dispatchedCase();
        samples::instruct(log, monday + 2 * hour + 1);
        log.step(CommandType::RecordContact, toJson(samples::contact(monday + 2 * hour)),
            samples::actor(Role::Clerk), monday + 3 * hour);
        put(log);
        const Reply reply = samples::solvedReply(log.theCase());
        QVERIFY(m_desk->saveDraft(log.id(), reply));
        const auto taken
            = m_desk->take(log.id(), CommandType::SubmitForSignOff, toJson(SubmitBody{reply, {}}));
        QVERIFY(taken);
        QVERIFY(!m_desk->draft(log.id()));
        QCOMPARE(m_desk->caseOf(log.id())->phase, Phase::AwaitingSignOff);
        QCOMPARE(m_desk->cases().first().phase, Phase::AwaitingSignOff);
        QCOMPARE(m_desk->cases().first().pending, 1);
        QCOMPARE(m_desk->syncState().waiting, 1);
    }

    void settle_refusedReply_becomesTheDraftAgain()
    {
        const Log log = submitted();
        const CommandId id = m_desk->outbox().first().command.id;
        QCOMPARE(m_desk->settle(id).error().code, ErrorCode::StepNotAllowed); // Not while it waits.
        QVERIFY(store()->outbox().setRefused(id, ErrorCode::PartMissing, m_now));
        m_desk->takeOverOutbox();
        QVERIFY(m_desk->settle(id));
        QCOMPARE(m_desk->draft(log.id())->reply, m_reply);
        QCOMPARE(m_desk->caseOf(log.id())->phase, Phase::Handling);
        QVERIFY(m_desk->outbox().isEmpty());
    }

    void settle_refusedReplyWithANewerDraft_keepsBoth()
    {
        const Log log = submitted();
        const CommandId id = m_desk->outbox().first().command.id;
        Reply newer;
        newer.answer = QStringLiteral("新写的");
        QVERIFY(m_desk->saveDraft(log.id(), newer));
        QVERIFY(store()->outbox().setRefused(id, ErrorCode::PartMissing, m_now));
        m_desk->takeOverOutbox();
        QVERIFY(m_desk->settle(id));
        QCOMPARE(m_desk->draft(log.id())->reply, newer);
        const auto kept = m_desk->keptTexts(log.id());
        QCOMPARE(kept.size(), 1);
        QCOMPARE(kept.first().why, QStringLiteral("refused"));
        QCOMPARE(submitFromJson(kept.first().body)->reply, m_reply);
    }

    void reveal_inWork_showsTheIdentityAndNotesItFirst()
    {
        const Log log = samples::dispatchedCase();
        put(log);
        QVERIFY(!m_desk->caseOf(log.id())->identity);
        QCOMPARE(m_desk->maskedName(log.id()), QStringLiteral("张**"));
        QCOMPARE(m_desk->reveal(log.id(), QStringLiteral("  ")).error().code, ErrorCode::ReasonMissing);
        QVERIFY(store()->outbox().audits()->isEmpty());
        const auto identity = m_desk->reveal(log.id(), QStringLiteral("电话联系"));
        QCOMPARE(identity->phone, QStringLiteral("13812345678"));
        const auto audits = store()->outbox().audits().value();
        QCOMPARE(audits.size(), 1);
        QCOMPARE(audits.first().reason, QStringLiteral("电话联系"));
    }

    void reveal_notInWork_isTheServersAloneAndForbiddenOffline()
    {
        const Log log = samples::dispatchedCase();
        put(log, Access::Closed);
        QCOMPARE(m_desk->reveal(log.id(), QStringLiteral("核对")).error().code, ErrorCode::Forbidden);
        goOnline();
        QSignalSpy wanted(m_desk.get(), &LocalDesk::revealWanted);
        QCOMPARE(m_desk->reveal(log.id(), QStringLiteral("核对")).error().code, ErrorCode::OnlyServerKnows);
        QCOMPARE(wanted.size(), 1);
    }

    void enrolKey_offline_isRefused()
    {
        QSignalSpy done(m_desk.get(), &Desk::keyEnrolled);
        m_desk->enrolKey(pin, QStringLiteral("zhao"), QStringLiteral("w"));
        QVERIFY(done.wait(1000));
        QCOMPARE(done.first().at(0).toBool(), false);
        QCOMPARE(done.first().at(1).value<ErrorCode>(), ErrorCode::ServerAway);
    }

    void enrolKey_refusedByTheServer_leavesNoKey()
    {
        goOnline();
        QSignalSpy done(m_desk.get(), &Desk::keyEnrolled);
        m_desk->enrolKey(pin, QStringLiteral("zhao"), QStringLiteral("w"));
        m_desk->takeOverRefusedEnrolment(ErrorCode::Forbidden);
        QCOMPARE(done.first().at(1).value<ErrorCode>(), ErrorCode::Forbidden);
        QVERIFY(!m_desk->signingKey());
    }

    void sign_enrolledKey_isWhatTheServerVerifies()
    {
        open(Role::DeputyLeader);
        const Log log = samples::awaitingSignOff();
        QVERIFY2(
            log.problems.isEmpty(), log.problems.isEmpty() ? "" : qPrintable(log.problems.first().finding));
        put(log);
        const EnrolledKey key = enrol();
        QCOMPARE(m_desk->signingKey(), key);
        const QString digest = m_desk->caseOf(log.id())->currentReply()->digest;
        const auto body = m_desk->sign(log.id(), digest, QStringLiteral("同意"), pin).result();
        QVERIFY2(body, body ? "" : errorName(body.error().code).data());
        QVERIFY(checkSignature(*body, log.theCase(), log.events, m_desk->actor(), key, m_now));
        QVERIFY(m_desk->take(log.id(), CommandType::Sign, toJson(*body)));
        QCOMPARE(m_desk->caseOf(log.id())->phase, Phase::Signed);
    }

    void sign_wrongPinOtherReplyNoKeyOrClerk_isRefusedWithItsReason()
    {
        open(Role::DeputyLeader);
        const Log log = samples::awaitingSignOff();
        put(log);
        const QString digest = m_desk->caseOf(log.id())->currentReply()->digest;
        QCOMPARE(m_desk->sign(log.id(), digest, {}, pin).result().error().code, ErrorCode::KeyUnknown);
        enrol();
        QCOMPARE(m_desk->sign(log.id(), digest, {}, QStringLiteral("000000")).result().error().code,
            ErrorCode::PinWrong);
        QCOMPARE(m_desk->sign(log.id(), QString(64, u'0'), {}, pin).result().error().code,
            ErrorCode::ReplyChanged);
        open(Role::Clerk);
        QCOMPARE(m_desk->sign(log.id(), digest, {}, pin).result().error().code, ErrorCode::RoleNotAllowed);
    }

    void sign_keychainEmptied_saysSoAndWithoutOneTheStoreServes()
    {
        open(Role::DeputyLeader);
        const Log log = samples::awaitingSignOff();
        put(log);
        enrol();
        QVERIFY(m_keychain.remove(QStringLiteral("signing/li@demo/device-1")));
        const QString digest = m_desk->caseOf(log.id())->currentReply()->digest;
        QCOMPARE(
            m_desk->sign(log.id(), digest, {}, pin).result().error().code, ErrorCode::KeychainUnavailable);
        NoKeychain none;
        open(Role::DeputyLeader, QStringLiteral("li"), &none);
        enrol();
        QVERIFY(m_desk->sign(log.id(), digest, {}, pin).result());
        m_desk.reset();
    }

    void lock_closesEverythingAndUnlockBringsItBack()
    {
        const Log log = samples::dispatchedCase();
        put(log);
        Reply reply;
        reply.answer = QStringLiteral("草稿");
        QVERIFY(m_desk->saveDraft(log.id(), reply));
        m_desk->lock();
        QVERIFY(m_desk->isLocked());
        QVERIFY(m_desk->cases().isEmpty());
        QVERIFY(!m_desk->draft(log.id()));
        QCOMPARE(m_desk->caseOf(log.id()).error().code, ErrorCode::StoreLocked);
        QCOMPARE(m_desk->saveDraft(log.id(), reply).error().code, ErrorCode::StoreLocked);
        QCOMPARE(awaited(m_desk->unlock(QStringLiteral("wrong"))).error().code, ErrorCode::WrongCredentials);
        QByteArray given;
        connect(m_desk.get(), &LocalDesk::unlocked, this,
            [&](const QByteArray &key) { given = key + QByteArray(); });
        QVERIFY(awaited(m_desk->unlock(passphrase)));
        QCOMPARE(given, m_key);
        QCOMPARE(m_desk->cases().size(), 1);
        QCOMPARE(m_desk->draft(log.id())->reply, reply);
    }

    void unlock_guessedAtSeveralTimes_makesWaiting()
    {
        m_desk->lock();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(
                awaited(m_desk->unlock(QStringLiteral("wrong"))).error().code, ErrorCode::WrongCredentials);
        QCOMPARE(awaited(m_desk->unlock(passphrase)).error().code, ErrorCode::RateLimited);
        m_now += hour;
        QVERIFY(awaited(m_desk->unlock(passphrase)));
    }

private:
    /// As without a session bus.
    struct NoKeychain : KeyStore
    {
        Result<std::optional<QByteArray>> read(const QString &) override
        {
            return fail(ErrorCode::KeychainUnavailable);
        }
        Result<void> write(const QString &, const QByteArray &) override
        {
            return fail(ErrorCode::KeychainUnavailable);
        }
        Result<void> remove(const QString &) override { return fail(ErrorCode::KeychainUnavailable); }
    };

    /// A case whose reply this desk has just submitted.
    Log submitted()
    {
        Log log = samples::dispatchedCase();
        samples::instruct(log, monday + 2 * hour + 1);
        log.step(CommandType::RecordContact, toJson(samples::contact(monday + 2 * hour)),
            samples::actor(Role::Clerk), monday + 3 * hour);
        put(log);
        m_reply = samples::solvedReply(log.theCase());
        if (!m_desk->take(log.id(), CommandType::SubmitForSignOff, toJson(SubmitBody{m_reply, {}})))
            qFatal("not submitted");
        return log;
    }
    Reply m_reply;
};

QTEST_GUILESS_MAIN(TestLocalDesk)
#include "tst_LocalDesk.moc"
