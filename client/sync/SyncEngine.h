#pragma once

#include "client/net/ServerProfile.h"
#include "client/store/Carry.h"
#include "client/sync/CarryReport.h"
#include "client/sync/RegisterCall.h"
#include "client/sync/SyncJob.h"
#include "client/sync/SyncState.h"
#include "client/updates/UpdatePlace.h"
#include "shared/wire/Handovers.h"

#include <QTimer>

#include <memory>

namespace chengban {

class Courier;
class DocumentWatch;
class Fetcher;
class Indexer;
class Porter;
class Puller;
class Pusher;
class RegisterCaller;
class RootWatch;
class TokenKeeper;
class UpdateWatch;
class Uploader;

/// What sync is made of; everything outside is handed in.
struct SyncSetup
{
    QString folder; ///< Of the store.
    ServerProfile profile;
    QString scope; ///< "unit:<id>" or "centre".
    QByteArray serverKeyPem;
    int pollSeconds = 25;
    std::function<qint64()> clock; ///< The device's, UTC ms.
    std::function<bool()> admits = {}; ///< Of the store, for tests: see Gate.
    Actor self = {}; ///< Who is logged in, at this computer.
    UpdatePlace updates = {}; ///< Without a folder for versions nothing is asked.
};

/// Keeps the store and the server in step: tokens, then the jobs (SyncJob.h), then a long poll that never
/// ends; when the line is lost, again after a pause that grows.
///
/// Lives in one thread with a store of its own; everything that goes in and out is a value. Stopped anywhere,
/// at any time, it has lost nothing: each step is stored before the next begins.
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    explicit SyncEngine(SyncSetup setup, QObject *parent = nullptr);
    ~SyncEngine() override;

    /// The store while it is open, for tests that make it fail.
    [[nodiscard]] Store *store() { return m_store.get(); }

public Q_SLOTS:
    void open(const QByteArray &dataKey);
    void close();
    void setRefreshToken(const QString &token);
    void useSession(const chengban::wire::Session &session);
    void tokenKept();
    void logOut();
    void takeWork();
    void retryNow(); ///< Also what waits because the line is metered.
    /// What the operating system says of the line. Down: no attempt until it is up. Metered: files wait.
    void setLineCondition(bool down, bool metered);
    void reveal(const chengban::CaseId &id, const QString &reason);
    void enrol(const QByteArray &publicKeyPem, const QString &witness, const QString &password);
    void appointSubstitute(const chengban::wire::Appointment &wanted);
    void revokeSubstitute(const QString &id);
    void importCases(const QList<chengban::wire::ImportRow> &rows);
    /// Throws the replica away; storeFailed() asks for the key, and open() begins it anew.
    void rebuildReplica();
    /// To be written to and read from a stick; answered by carryEnded().
    void writeWork(const chengban::CarryReceiver &receiver, const QString &file);
    void writeAnswers(const QString &package, const QString &file);
    void readPackage(const QString &file);
    void tellPresence(const chengban::CaseId &id, bool writing);
    void askRegister(std::shared_ptr<chengban::RegisterTask> task);

Q_SIGNALS:
    void stateChanged(const chengban::SyncState &state);
    void casesChanged(const QList<chengban::CaseId> &ids);
    void outboxChanged();
    void fileArrived(const QString &sha256);
    void documentsChanged();
    void keepToken(const QString &refreshToken);
    void sessionKnown(const chengban::wire::Session &session);
    void deviceRevoked();
    void storeFailed(chengban::ErrorCode reason);
    void identityRevealed(const chengban::CaseId &id, const chengban::Identity &identity);
    void revealFailed(const chengban::CaseId &id, chengban::ErrorCode reason);
    void keyEnrolled(const chengban::EnrolledKey &key);
    void enrolmentRefused(chengban::ErrorCode reason);
    void substituteAnswered(std::optional<chengban::ErrorCode> refusal);
    void casesImported(const QList<chengban::wire::ImportOutcome> &outcomes);
    void importFailed(chengban::ErrorCode reason);
    void handoversChanged(); ///< Or the cards of the unit's computers.
    void fileAdvanced(const QString &sha256, qint64 done); ///< Either way.
    void carriageChanged();
    void carryEnded(const chengban::CarryReport &report);
    void presenceKnown(const chengban::CaseId &id, const QList<chengban::wire::Presence> &others);
    void indexed(); ///< The search index is complete.

private:
    void makeJobs();
    void makeCourier();
    void makePorter();
    void makeUpdates();
    [[nodiscard]] Carrier carrier() const;
    void begin();
    void startJobs();
    void takePulled();
    void takeFailure(ErrorCode reason, const QString &detail = {});
    void pauseAfter(ErrorCode reason);
    [[nodiscard]] bool resumePause(); ///< One that an earlier run of the program had begun.
    void endPause();
    void takeSubstitution(const Result<Substitution> &answer);
    void takeAccessFailure(ErrorCode reason);
    void takeServerTime(qint64 serverMs);
    void wakeLater();
    void watchRoots();
    void setLine(SyncState::Line line, std::optional<ErrorCode> reason);
    void setBusy(bool busy);
    void showAlarm();
    [[nodiscard]] qint64 now() const { return m_setup.clock(); }

    SyncSetup m_setup;
    ApiClient m_api;
    TokenKeeper *m_tokens;
    RegisterCaller *m_register;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SyncContext> m_context;
    std::unique_ptr<Puller> m_puller;
    std::unique_ptr<Pusher> m_pusher;
    std::unique_ptr<Uploader> m_uploader;
    std::unique_ptr<Fetcher> m_fetcher;
    std::unique_ptr<RootWatch> m_roots;
    std::unique_ptr<DocumentWatch> m_documents;
    std::unique_ptr<Indexer> m_indexer;
    std::unique_ptr<Courier> m_courier;
    std::unique_ptr<Porter> m_porter;
    std::unique_ptr<UpdateWatch> m_updates;
    QTimer m_retry;
    QTimer m_wake;
    SyncState m_state;
    std::optional<ErrorCode> m_rootsAlarm; ///< What the signed roots say against the history here.
    bool m_faultyCases = false; ///< A case's log does not verify, asked for whole again.
    qint64 m_documentsReadMs = 0;
    qint64 m_rootsReadMs = 0;
    int m_failures = 0;
    bool m_down = false;
    bool m_metered = false;
    bool m_filesAnyway = false; ///< The person wants them sent over the metered line.
    bool m_refreshed = false; ///< An access token was refused just now; refused again, it is the log-in.
};

} // namespace chengban
