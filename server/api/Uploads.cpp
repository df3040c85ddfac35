#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/services/BlobService.h"
#include "shared/canonical/Digest.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>

// The server's side of tus 1.0.0: creation, checksum, termination, expiration.

namespace chengban::server {

namespace {

constexpr char tusVersion[] = "1.0.0";
constexpr int checksumMismatch = 460; ///< tus's own status.

Response asTus(Response response)
{
    response.headers.append(Header{"Tus-Resumable", tusVersion});
    return response;
}

Response tusRefusal(const Error &error)
{
    return asTus(error.code == ErrorCode::DigestMismatch ? problemAnswer(checksumMismatch, error.code)
                                                         : refusalOf(error));
}

/// The answer to a caller that does not speak our tus.
std::optional<Response> otherVersion(const Request &request)
{
    if (request.header("Tus-Resumable") == tusVersion)
        return std::nullopt;
    Response response = asTus(problemAnswer(412, ErrorCode::BadInput));
    response.headers.append(Header{"Tus-Version", tusVersion});
    return response;
}

QByteArray httpDate(qint64 ms)
{
    return QLocale::c()
        .toString(
            QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

Response stateOf(const Upload &upload, int status)
{
    Response response;
    response.status = status;
    response.headers.append(Header{"Upload-Offset", QByteArray::number(upload.offset)});
    response.headers.append(Header{"Upload-Expires", httpDate(upload.expiresAtMs)});
    return asTus(std::move(response));
}

std::optional<qint64> numberOf(const QByteArray &header)
{
    const bool digits
        = !header.isEmpty() && std::ranges::all_of(header, [](char c) { return c >= '0' && c <= '9'; });
    bool isNumber = false;
    const qint64 number = header.toLongLong(&isNumber);
    return digits && isNumber ? std::optional(number) : std::nullopt;
}

/// "filename d29y…,sha256 YWJj…": the value of one key, decoded.
QString metadata(const Request &request, const QByteArray &key)
{
    for (const QByteArray &pair : request.header("Upload-Metadata").split(',')) {
        const QByteArrayList parts = pair.trimmed().split(' ');
        if (parts.size() == 2 && parts.first() == key)
            return QString::fromUtf8(QByteArray::fromBase64(parts.last()));
    }
    return {};
}

/// The chunk's sha256 for the service, which checks it; a sha1 is checked here. Errors: BadInput,
/// DigestMismatch.
Result<std::optional<QByteArray>> checksumOf(const Request &request)
{
    const QByteArray header = request.header("Upload-Checksum");
    if (header.isEmpty())
        return std::nullopt;
    const QByteArrayList parts = header.split(' ');
    const auto digest = QByteArray::fromBase64Encoding(parts.last(), QByteArray::AbortOnBase64DecodingErrors);
    if (parts.size() != 2 || !digest)
        return fail(ErrorCode::BadInput, QStringLiteral("Upload-Checksum"));
    if (parts.first() == "sha256" && (*digest).size() == 32)
        return std::optional(*digest);
    if (parts.first() != "sha1" || (*digest).size() != 20)
        return fail(ErrorCode::BadInput, QStringLiteral("Upload-Checksum"));
    if (QCryptographicHash::hash(request.body, QCryptographicHash::Sha1) != *digest)
        return fail(ErrorCode::DigestMismatch);
    return std::nullopt;
}

} // namespace

Response uploadOptions(const Api &, const Call &)
{
    Response response = emptyAnswer(204);
    response.headers
        = {{"Tus-Version", tusVersion}, {"Tus-Extension", "creation,checksum,termination,expiration"},
            {"Tus-Max-Size", QByteArray::number(BlobService::maximumPackage)},
            {"Tus-Checksum-Algorithm", "sha1,sha256"}};
    return asTus(std::move(response));
}

Response createUpload(const Api &api, const Call &call)
{
    if (auto refusal = otherVersion(call.request))
        return *refusal;
    const auto length = numberOf(call.request.header("Upload-Length"));
    if (!length)
        return asTus(problemAnswer(400, ErrorCode::BadInput));
    const auto upload
        = BlobService(api.backend)
              .create(call.actor, *length, metadata(call.request, "filename"),
                  metadata(call.request, "sha256"), call.nowMs, metadata(call.request, "purpose"));
    if (!upload)
        return tusRefusal(upload.error());
    Response response = stateOf(*upload, 201);
    response.headers.append(Header{"Location", "/v1/uploads/" + upload->id.toLatin1()});
    return response;
}

Response uploadOffset(const Api &api, const Call &call)
{
    if (auto refusal = otherVersion(call.request))
        return *refusal;
    const auto upload = BlobService(api.backend).head(call.actor, call.capture(), call.nowMs);
    if (!upload)
        return tusRefusal(upload.error());
    Response response = stateOf(*upload, 200);
    response.headers.append(Header{"Upload-Length", QByteArray::number(upload->length)});
    return response;
}

Response uploadChunk(const Api &api, const Call &call)
{
    if (auto refusal = otherVersion(call.request))
        return *refusal;
    if (call.request.header("Content-Type") != "application/offset+octet-stream")
        return asTus(problemAnswer(415, ErrorCode::BadInput));
    const auto offset = numberOf(call.request.header("Upload-Offset"));
    if (!offset)
        return asTus(problemAnswer(400, ErrorCode::BadInput));
    const auto checksum = checksumOf(call.request);
    if (!checksum)
        return tusRefusal(checksum.error());
    const auto upload
        = BlobService(api.backend)
              .patch(call.actor, call.capture(), *offset, call.request.body, *checksum, call.nowMs);
    return upload ? stateOf(*upload, 204) : tusRefusal(upload.error());
}

Response endUpload(const Api &api, const Call &call)
{
    if (auto refusal = otherVersion(call.request))
        return *refusal;
    const auto ended = BlobService(api.backend).terminate(call.actor, call.capture(), call.nowMs);
    return ended ? asTus(emptyAnswer(204)) : tusRefusal(ended.error());
}

} // namespace chengban::server
