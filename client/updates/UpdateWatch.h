#pragma once

#include "client/net/ApiClient.h"
#include "client/updates/UpdatePlace.h"
#include "client/updates/UpdateState.h"
#include "shared/wire/Updates.h"

#include <QCryptographicHash>
#include <QFile>
#include <QLockFile>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace chengban {

/// Asks the server for a newer version, fetches it and makes it ready for the next start (docs/adr/0027).
///
/// Nothing is believed before its signature is; what is fetched stays when the line breaks and is gone on
/// with later; what is wrong is told as a value and asked for again a day later. Nothing of the running
/// version is ever touched.
class UpdateWatch : public QObject
{
    Q_OBJECT

public:
    UpdateWatch(ApiClient &api, UpdatePlace place, std::function<qint64()> clock, QObject *parent = nullptr);
    ~UpdateWatch() override;

    /// The line is good: asks when it is time to. Cheap.
    void wake();
    /// Ends what is under way in silence; what was fetched stays.
    void stop();
    [[nodiscard]] const UpdateState &state() const { return m_state; }

Q_SIGNALS:
    void changed(const chengban::UpdateState &state);
    void ended(); ///< A question with all that followed from it.

private:
    [[nodiscard]] bool isDue() const;
    void ask();
    void take(const Result<ApiAnswer> &answer);
    void takeOffer(const wire::UpdateOffer &offer);
    void takeRelease(const SignedRelease &offered);
    [[nodiscard]] Result<void> judged(const SignedRelease &offered) const;
    [[nodiscard]] Result<void> checkRoom(qint64 here) const;
    void fetch();
    [[nodiscard]] Result<qint64> opened(); ///< The file; how much of it is here.
    void receive(int status, const QByteArray &bytes);
    void takeFetched(const Result<ApiAnswer> &answer);
    void unpack();
    void takeUnpacked(const Result<void> &done);
    void showReady();
    void end(const Error &error);
    void end(UpdateState state);
    [[nodiscard]] QString archivePath() const;
    [[nodiscard]] UpdateState atRest() const;

    /// An answer's receiver that is deaf after stop() and after the end.
    template <typename F> auto heard(F &&receive)
    {
        return [watch = QPointer<UpdateWatch>(this), generation = m_generation,
                   receive = std::forward<F>(receive)](auto &&...answer) {
            if (watch && watch->m_generation == generation)
                receive(std::forward<decltype(answer)>(answer)...);
        };
    }

    ApiClient &m_api;
    UpdatePlace m_place;
    std::function<qint64()> m_clock;
    UpdateState m_state;
    std::unique_ptr<QLockFile> m_lock; ///< One window of this person fetches, not all.
    Release m_release; ///< Being fetched: verified.
    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    bool m_full = false; ///< The disk is.
    bool m_first = false; ///< Nothing of the answer has come.
    bool m_running = false;
    int m_generation = 0;
    std::optional<qint64> m_askedMs;
    qint64 m_pauseMs = 0;
};

} // namespace chengban
