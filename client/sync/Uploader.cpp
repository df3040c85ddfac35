#include "client/sync/Uploader.h"

#include "client/sync/RetryPolicy.h"

#include <algorithm>

namespace chengban {

namespace {

/// Reads a sealed file forwards; a step back opens it anew.
class SealedSource
{
public:
    SealedSource(const Blobs &blobs, QString sha256)
        : m_blobs(blobs)
        , m_sha256(std::move(sha256))
    {
    }

    Result<QByteArray> read(qint64 offset, qint64 most)
    {
        if (!m_reader || offset < m_at) {
            auto reader = m_blobs.reader(m_sha256);
            if (!reader)
                return fail(reader.error());
            m_reader = std::move(*reader);
            m_at = 0;
        }
        if (const auto skipped = m_reader->skip(offset - m_at); !skipped)
            return fail(skipped.error());
        auto bytes = m_reader->read(qsizetype(most));
        if (bytes)
            m_at = offset + bytes->size();
        return bytes;
    }

private:
    const Blobs &m_blobs;
    QString m_sha256;
    std::unique_ptr<SealedFileReader> m_reader;
    qint64 m_at = 0;
};

} // namespace

Uploader::~Uploader()
{
    stop();
}

void Uploader::stop()
{
    abort();
    delete m_upload;
}

void Uploader::run()
{
    sendNext();
}

void Uploader::sendNext()
{
    const auto files = m_context.store.blobs().inState(BlobState::Uploading);
    if (!files)
        return fail(files.error());
    const auto file = std::find_if(
        files->begin(), files->end(), [this](const BlobRow &row) { return row.nextTryMs <= now(); });
    if (file == files->end())
        return finish();
    const QString sha256 = file->sha256;
    // std::function copies what it holds, and an open reader cannot be copied; the job and its source end
    // together.
    auto source = std::make_shared<SealedSource>(m_context.store.blobs(), sha256);
    m_upload = new TusUpload(m_context.api,
        {sha256, sha256.left(16), file->size,
            [source](qint64 offset, qint64 most) { return source->read(offset, most); }},
        file->uploadUrl, this);
    connect(m_upload, &TusUpload::begun, this, [this, sha256](const QString &url) {
        // Not remembered, the next run begins a new upload: the server lets the old one expire.
        (void)m_context.store.blobs().setUploadUrl(sha256, url);
    });
    connect(m_upload, &TusUpload::advanced, this,
        [this, sha256](qint64 offset) { Q_EMIT advanced(sha256, offset); });
    m_upload->start(heard([this, sha256](const Result<void> &result) { take(sha256, result); }));
}

void Uploader::take(const QString &sha256, const Result<void> &result)
{
    if (m_upload)
        m_upload->deleteLater();
    Blobs &blobs = m_context.store.blobs();
    if (result) {
        const auto done = blobs.setState(sha256, BlobState::Uploaded);
        const auto retried = done ? m_context.store.outbox().retryThoseWith(ErrorCode::BlobMissing) : done;
        // The file is sent, whatever became of the rows that waited for it.
        if (done)
            Q_EMIT outboxChanged();
        return retried ? sendNext() : fail(retried.error());
    }
    const ErrorCode reason = result.error().code;
    const auto row = blobs.row(sha256);
    const int attempts = row && *row ? (*row)->attempts + 1 : 1;
    if (const auto put = blobs.defer(sha256, reason, nextTryMs(reason, attempts, now())); !put)
        return fail(put.error());
    // What the server holds of it is not what we have: the next run begins it anew.
    if (reason == ErrorCode::DigestMismatch)
        (void)blobs.setUploadUrl(sha256, {});
    if (isLineFault(reason) || isAccessFault(reason))
        return fail(result.error());
    sendNext();
}

} // namespace chengban
