#include "client/updates/UpdateWatch.h"

#include "client/launcher/Platform.h"
#include "client/updates/UpdateUnpacking.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QDir>
#include <QFutureWatcher>
#include <QtConcurrent>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 roomToSpare = 64LL << 20; ///< An update must not take the last byte from a draft.
constexpr int timeoutMs = 60'000;

QString textOf(VersionNumber version)
{
    return QString::fromStdString(version.text());
}

/// The line's fault or the log-in's, not the release's: nobody is told, the other jobs tell it.
bool isPassing(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ServerAway:
    case ErrorCode::TimedOut:
    case ErrorCode::CertificateUntrusted:
    case ErrorCode::NotOurServer:
    case ErrorCode::ServerFault:
    case ErrorCode::RateLimited:
    case ErrorCode::NotAuthenticated:
    case ErrorCode::TokenExpired:
        return true;
    default:
        return false;
    }
}

} // namespace

UpdateWatch::UpdateWatch(ApiClient &api, UpdatePlace place, std::function<qint64()> clock, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_place(std::move(place))
    , m_clock(std::move(clock))
    , m_state(atRest())
{
}

UpdateWatch::~UpdateWatch()
{
    stop();
}

UpdateState UpdateWatch::atRest() const
{
    UpdateState state;
    if (!m_place.isPossible())
        return state;
    launcher::SystemMachine machine;
    const launcher::VersionFolder versions = versionFolder(m_place, machine);
    if (const auto next = versions.next(); next && *next > m_place.running && versions.isWhole(*next))
        state.ready = textOf(*next);
    const auto refused = versions.refused();
    if (state.ready.isEmpty() && !refused.empty() && *refused.rbegin() > m_place.running)
        state.trouble = ErrorCode::UpdateFellBack;
    return state;
}

bool UpdateWatch::isDue() const
{
    if (!m_askedMs)
        return true;
    const qint64 passed = m_clock() - *m_askedMs;
    return passed < 0 || passed >= m_pauseMs; // A clock that was set back delays nothing.
}

void UpdateWatch::wake()
{
    if (m_running || !m_place.isPossible() || !isDue())
        return;
    m_running = true;
    m_askedMs = m_clock();
    m_pauseMs = m_place.everyMs;
    ask();
}

void UpdateWatch::stop()
{
    ++m_generation;
    m_running = false;
    m_file.close();
    m_lock.reset();
}

void UpdateWatch::ask()
{
    launcher::SystemMachine machine;
    wire::UpdateQuestion question{m_place.platform, m_place.running, {}};
    for (const VersionNumber version : versionFolder(m_place, machine).refused())
        question.refused.append(version);
    m_api.send({"GET", u"/v1/updates"_s + wire::queryOf(question)},
        heard([this](const Result<ApiAnswer> &answer) { take(answer); }));
}

void UpdateWatch::take(const Result<ApiAnswer> &answer)
{
    if (!answer)
        return end(answer.error());
    const auto offer = parseJsonObject(answer->body).and_then(&wire::updateOfferFromJson);
    if (!offer)
        return end({ErrorCode::ReleaseInvalid, offer.error().detail});
    takeOffer(*offer);
}

void UpdateWatch::takeOffer(const wire::UpdateOffer &offer)
{
    launcher::SystemMachine machine;
    launcher::VersionFolder versions = versionFolder(m_place, machine);
    const auto next = versions.next();
    const bool withdrawn = next && offer.withdrawn.contains(*next);
    if (withdrawn)
        versions.unprepare();
    if (offer.release)
        return takeRelease(*offer.release);
    if (withdrawn)
        return end({ErrorCode::UpdateWithdrawn, textOf(*next)});
    end(atRest());
}

void UpdateWatch::takeRelease(const SignedRelease &offered)
{
    if (const auto good = judged(offered); !good)
        return end(good.error());
    m_release = offered.release;
    launcher::SystemMachine machine;
    launcher::VersionFolder versions = versionFolder(m_place, machine);
    if (versions.isWhole(m_release.version)) {
        // Ready already, or cut between its last two steps.
        if (versions.next() == m_release.version || versions.prepare(m_release.version))
            return showReady();
        return end({ErrorCode::UpdateFolderLocked, m_place.versions});
    }
    if (!launcher::isWritable(versions.path()))
        return end({ErrorCode::UpdateFolderLocked, m_place.versions});
    fetch();
}

Result<void> UpdateWatch::judged(const SignedRelease &offered) const
{
    if (const auto trusted = verifyRelease(offered, m_place.keys); !trusted)
        return trusted;
    if (const auto takes = checkTakes(offered.release, m_place.running, m_place.platform); !takes)
        return takes;
    launcher::SystemMachine machine;
    return versionFolder(m_place, machine).refused().contains(offered.release.version)
        ? fail(ErrorCode::UpdateFellBack, textOf(offered.release.version))
        : Result<void>();
}

QString UpdateWatch::archivePath() const
{
    return m_place.downloads + u'/' + m_release.sha256 + u".part"_s;
}

Result<void> UpdateWatch::checkRoom(qint64 here) const
{
    // On one disk or two: the larger need holds for both.
    const qint64 left = m_release.bytes - here;
    const qint64 freeHere = m_place.freeBytes(m_place.downloads);
    const qint64 freeThere = m_place.freeBytes(m_place.versions);
    const bool fits = (freeHere < 0 || freeHere >= left + roomToSpare)
        && (freeThere < 0 || freeThere >= m_release.unpackedBytes + left + roomToSpare);
    return fits ? Result<void>() : fail(ErrorCode::UpdateNoSpace, m_place.versions);
}

Result<qint64> UpdateWatch::opened()
{
    if (!QDir().mkpath(m_place.downloads))
        return fail(ErrorCode::UpdateNoSpace, m_place.downloads);
    m_lock = std::make_unique<QLockFile>(m_place.downloads + u"/lock"_s);
    m_lock->setStaleLockTime(0); // Held as long as its process lives, however long the line takes.
    if (!m_lock->tryLock(0))
        return fail(ErrorCode::TimedOut, u"another window fetches it"_s);
    m_file.setFileName(archivePath());
    for (const QString &other : QDir(m_place.downloads).entryList({u"*.part"_s}, QDir::Files)) {
        if (other != m_release.sha256 + u".part"_s)
            QFile::remove(m_place.downloads + u'/' + other);
    }
    if (m_file.size() > m_release.bytes)
        m_file.remove();
    m_hash.reset();
    if (!m_file.open(QIODevice::ReadWrite) || !m_hash.addData(&m_file))
        return fail(ErrorCode::UpdateNoSpace, m_file.fileName());
    return m_file.size();
}

void UpdateWatch::fetch()
{
    const auto here = opened();
    if (!here)
        return end(here.error());
    if (const auto room = checkRoom(*here); !room)
        return end(room.error());
    if (*here == m_release.bytes)
        return unpack();
    m_full = false;
    m_first = true;
    ApiRequest request{"GET", u"/v1/updates/"_s + m_release.sha256};
    request.timeoutMs = timeoutMs;
    request.largestAnswer = m_release.bytes; // A file that does not end is ended.
    if (*here > 0)
        request.headers << qMakePair(QByteArray("Range"), "bytes=" + QByteArray::number(*here) + "-");
    request.sink = heard([this](int status, const QByteArray &bytes) { receive(status, bytes); });
    m_api.send(request, heard([this](const Result<ApiAnswer> &answer) { takeFetched(answer); }));
}

void UpdateWatch::receive(int status, const QByteArray &bytes)
{
    // 200 after a question for the rest: it comes from the start.
    if (status == 200 && m_first && m_file.size() > 0) {
        m_full = m_full || !m_file.resize(0) || !m_file.seek(0);
        m_hash.reset();
    }
    m_first = false;
    m_full = m_full || m_file.write(bytes) != bytes.size();
    m_hash.addData(bytes);
}

void UpdateWatch::takeFetched(const Result<ApiAnswer> &answer)
{
    if (m_full || !m_file.flush())
        return end({ErrorCode::UpdateNoSpace, m_file.fileName()});
    if (!answer && answer.error().code == ErrorCode::NotFound) {
        m_file.remove();
        return end({ErrorCode::UpdateWithdrawn, textOf(m_release.version)});
    }
    if (!answer && answer.error().code != ErrorCode::TooLarge)
        return end(answer.error()); // What came stays for the next attempt.
    unpack();
}

void UpdateWatch::unpack()
{
    if (m_file.size() != m_release.bytes || hex(m_hash.result()) != m_release.sha256) {
        m_file.remove();
        return end({ErrorCode::UpdateBroken, m_release.sha256});
    }
    m_file.close();
    auto *done = new QFutureWatcher<Result<void>>(this);
    connect(done, &QFutureWatcherBase::finished, this,
        [done, take = heard([this](const Result<void> &result) { takeUnpacked(result); })] {
            done->deleteLater();
            take(done->result());
        });
    done->setFuture(QtConcurrent::run(&unpackUpdate, m_place, m_release, archivePath()));
}

void UpdateWatch::takeUnpacked(const Result<void> &done)
{
    // Without room it is gone on with later; whatever else it is, it is of no more use.
    if (done || done.error().code != ErrorCode::UpdateNoSpace)
        QFile::remove(archivePath());
    done ? showReady() : end(done.error());
}

void UpdateWatch::showReady()
{
    end(UpdateState{textOf(m_release.version), m_release.news, std::nullopt});
}

void UpdateWatch::end(const Error &error)
{
    if (isPassing(error.code)) {
        m_pauseMs = m_place.againMs;
        return end(m_state);
    }
    UpdateState state = atRest();
    if (!state.ready.isEmpty() && state.ready == m_state.ready)
        state.news = m_state.news; // What is ready stays ready, whatever was offered beside it.
    // A server that does not know the question has nothing newer.
    if (state.ready.isEmpty() && error.code != ErrorCode::NotFound)
        state.trouble = error.code;
    end(std::move(state));
}

void UpdateWatch::end(UpdateState state)
{
    stop();
    if (state != m_state) {
        m_state = std::move(state);
        Q_EMIT changed(m_state);
    }
    Q_EMIT ended();
}

} // namespace chengban
