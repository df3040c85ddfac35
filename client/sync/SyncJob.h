#pragma once

#include "client/net/ApiClient.h"
#include "client/store/Store.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace chengban {

/// What every job works with; all of it outlives the jobs.
struct SyncContext
{
    Store &store;
    ApiClient &api;
    std::function<qint64()> clock; ///< The device's, UTC ms.
    QByteArray serverKeyPem; ///< Verifies receipts.
    Actor self = {}; ///< Who is logged in, at this computer.
};

/// One thing that sync does. The contract of all of them:
///
/// - start() begins a run; while one is under way it only notes that another is wanted.
/// - A run ends with exactly one of finished() and failed(). What was done until then is stored and stays
/// valid, so a
///   run may be cut anywhere: by abort(), by a lost connection, by the end of the program.
/// - abort() ends the run in silence; nothing is stored or emitted after it.
/// - A job touches only its own tables: the puller the replica (and the quarantine), the pusher the outbox,
/// uploader
///   and fetcher the files. None of them touches a draft's text.
class SyncJob : public QObject
{
    Q_OBJECT

public:
    explicit SyncJob(SyncContext &context, QObject *parent = nullptr)
        : QObject(parent)
        , m_context(context)
    {
    }

    void start()
    {
        m_again = m_running;
        if (m_running)
            return;
        m_running = true;
        run();
    }
    void abort()
    {
        ++m_generation;
        m_running = false;
        m_again = false;
    }
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void finished();
    void failed(chengban::ErrorCode reason, const QString &detail);

protected:
    virtual void run() = 0;

    void finish()
    {
        m_running = false;
        if (m_again)
            return start();
        Q_EMIT finished();
    }
    void fail(const Error &error)
    {
        abort(); // Deaf from here on to what it asked before.
        Q_EMIT failed(error.code, error.detail);
    }
    /// An answer's receiver that is deaf after abort() and after this job's end.
    template <typename F> auto heard(F &&receive)
    {
        return [job = QPointer<SyncJob>(this), generation = m_generation, receive = std::forward<F>(receive)](
                   auto &&...answer) {
            if (job && job->m_generation == generation)
                receive(std::forward<decltype(answer)>(answer)...);
        };
    }
    [[nodiscard]] qint64 now() const { return m_context.clock(); }

    SyncContext &m_context;

private:
    bool m_running = false;
    bool m_again = false;
    int m_generation = 0;
};

} // namespace chengban
