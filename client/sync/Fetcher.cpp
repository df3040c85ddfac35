#include "client/sync/Fetcher.h"

#include "client/sync/RetryPolicy.h"

#include <algorithm>

namespace chengban {

void Fetcher::run()
{
    fetchNext();
}

void Fetcher::fetchNext()
{
    const auto files = m_context.store.blobs().inState(BlobState::Wanted);
    if (!files)
        return fail(files.error());
    const auto file = std::find_if(
        files->begin(), files->end(), [this](const BlobRow &row) { return row.nextTryMs <= now(); });
    if (file == files->end())
        return finish();
    if (m_current != file->sha256)
        m_got.clear();
    m_current = file->sha256;
    m_context.api.blob(m_current, m_got.size(), heard([this](int status, const QByteArray &bytes) {
        // 200 after a question for the rest: the server begins from the start.
        if (status == 200 && m_restart)
            m_got.clear();
        m_restart = false;
        m_got += bytes;
        Q_EMIT advanced(m_current, m_got.size());
    }),
        heard([this, sha256 = m_current](const Result<void> &result) { take(sha256, result); }));
    m_restart = !m_got.isEmpty();
}

void Fetcher::take(const QString &sha256, const Result<void> &result)
{
    Blobs &blobs = m_context.store.blobs();
    Result<void> done = result;
    if (result) {
        done = blobs.put(sha256, m_got);
        m_got.clear();
    }
    if (done) {
        Q_EMIT fileArrived(sha256);
        return fetchNext();
    }
    const ErrorCode reason = done.error().code;
    const auto row = blobs.row(sha256);
    const int attempts = row && *row ? (*row)->attempts + 1 : 1;
    // A cut answer is asked for again at once, from where it was cut, as long as each attempt brings
    // something.
    const bool goesOn = !result && !m_got.isEmpty() && attempts < 3 && reason != ErrorCode::NotFound;
    const qint64 next = goesOn ? now() : nextTryMs(reason, attempts, now());
    if (const auto put = blobs.defer(sha256, reason, next); !put)
        return fail(put.error());
    if (!goesOn && (isLineFault(reason) || isAccessFault(reason)))
        return fail(done.error());
    fetchNext();
}

} // namespace chengban
