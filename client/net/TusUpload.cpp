#include "client/net/TusUpload.h"

#include "shared/canonical/Digest.h"

#include <QPointer>

#include <utility>

namespace chengban {

namespace {

constexpr int mostMismatches = 3;

QList<QPair<QByteArray, QByteArray>> tusHeaders()
{
    return {{"Tus-Resumable", "1.0.0"}};
}

QByteArray metadata(const UploadSource &source)
{
    const QByteArray purpose
        = source.purpose.isEmpty() ? QByteArray() : ",purpose " + source.purpose.toBase64();
    return "filename " + source.fileName.toUtf8().toBase64() + ",sha256 "
        + source.sha256.toLatin1().toBase64() + purpose;
}

} // namespace

TusUpload::TusUpload(ApiClient &api, UploadSource source, QString url, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_source(std::move(source))
    , m_url(std::move(url))
{
}

void TusUpload::start(ApiClient::Done<void> done)
{
    m_done = std::move(done);
    m_url.isEmpty() ? create() : askOffset();
}

void TusUpload::create()
{
    ApiRequest request{"POST", QLatin1StringView(wire::apiPrefix) + QStringLiteral("/uploads")};
    request.headers = tusHeaders();
    request.headers << qMakePair(QByteArray("Upload-Length"), QByteArray::number(m_source.size))
                    << qMakePair(QByteArray("Upload-Metadata"), metadata(m_source));
    request.timeoutMs = m_timeoutMs;
    m_api.send(request, [job = QPointer(this)](const Result<ApiAnswer> &answer) {
        if (!job)
            return;
        if (!answer)
            return job->end(fail(answer.error()));
        // Only the path counts: an upload never leaves our server, whatever Location says.
        job->m_url = QUrl(QString::fromLatin1(answer->headers.value("location"))).path();
        if (job->m_url.isEmpty())
            return job->end(fail(ErrorCode::ServerFault, QStringLiteral("no Location")));
        Q_EMIT job->begun(job->m_url);
        if (job)
            job->takeOffset(answer);
    });
}

void TusUpload::askOffset()
{
    ApiRequest request{"HEAD", m_url};
    request.headers = tusHeaders();
    request.timeoutMs = m_timeoutMs;
    m_api.send(request, [job = QPointer(this)](const Result<ApiAnswer> &answer) {
        if (!job)
            return;
        // A HEAD answer has no body, so no problem document: any refusal that is the server's own means that
        // the upload is not there any more (expired), and it begins anew.
        const bool gone = !answer
            && (answer.error().code == ErrorCode::ServerFault || answer.error().code == ErrorCode::NotFound)
            && answer.error().detail == QStringLiteral("status 404");
        if (gone) {
            job->m_url.clear();
            return job->create();
        }
        job->takeOffset(answer);
    });
}

void TusUpload::takeOffset(const Result<ApiAnswer> &answer)
{
    if (!answer)
        return end(fail(answer.error()));
    bool good = true;
    const QByteArray text = answer->headers.value("upload-offset", "0");
    const qint64 offset = text.toLongLong(&good);
    if (!good || offset < 0 || offset > m_source.size)
        return end(fail(ErrorCode::ServerFault, QStringLiteral("Upload-Offset")));
    m_offset = offset;
    Q_EMIT advanced(m_offset);
    if (m_offset == m_source.size)
        return end({});
    sendChunk();
}

void TusUpload::sendChunk()
{
    const auto chunk = m_source.read(m_offset, chunkSize);
    if (!chunk)
        return end(fail(chunk.error()));
    ApiRequest request{"PATCH", m_url, *chunk, "application/offset+octet-stream"};
    request.headers = tusHeaders();
    request.headers << qMakePair(QByteArray("Upload-Offset"), QByteArray::number(m_offset))
                    << qMakePair(QByteArray("Upload-Checksum"), "sha256 " + sha256(*chunk).toBase64());
    request.timeoutMs = m_timeoutMs;
    m_api.send(request, [job = QPointer(this)](const Result<ApiAnswer> &answer) {
        if (job)
            job->takeChunk(answer);
    });
}

void TusUpload::takeChunk(const Result<ApiAnswer> &answer)
{
    if (answer) {
        // A server that takes chunks and stays where it was would be sent the same one for ever.
        return answer->headers.value("upload-offset").toLongLong() > m_offset
            ? takeOffset(answer)
            : end(fail(ErrorCode::ServerFault, QStringLiteral("Upload-Offset does not move")));
    }
    const ErrorCode code = answer.error().code;
    // An earlier chunk arrived though its answer did not, or this one was damaged on its way: ask and go on.
    if ((code == ErrorCode::Conflict || code == ErrorCode::DigestMismatch) && ++m_mismatches < mostMismatches)
        return askOffset();
    end(fail(answer.error()));
}

void TusUpload::end(const Result<void> &result)
{
    // Who is told may delete this job at once.
    const auto done = std::exchange(m_done, nullptr);
    if (done)
        done(result);
}

} // namespace chengban
