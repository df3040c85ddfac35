#include "server/api/Answers.h"
#include "server/api/Api.h"
#include "server/api/FileAnswers.h"
#include "server/services/BlobService.h"

#include <QRegularExpression>

namespace chengban::server {

namespace {

struct Range
{
    qint64 first = 0;
    qint64 last = 0; ///< Included.
};

enum class RangeForm { None, Fits, Beyond };

/// One range of bytes (RFC 9110, 14.1.2). Several ranges and other units count as none: the whole file is
/// sent.
RangeForm rangeOf(const QByteArray &header, qint64 size, Range &range)
{
    static const QRegularExpression form(QStringLiteral("\\Abytes=(\\d{0,18})-(\\d{0,18})\\z"));
    const auto match = form.match(QString::fromLatin1(header));
    const QString first = match.captured(1);
    const QString last = match.captured(2);
    if (!match.hasMatch() || (first.isEmpty() && last.isEmpty()))
        return RangeForm::None;
    if (first.isEmpty()) {
        const qint64 length = std::min(last.toLongLong(), size);
        range = {size - length, size - 1};
    } else {
        range = {first.toLongLong(), last.isEmpty() ? size - 1 : std::min(last.toLongLong(), size - 1)};
        if (!last.isEmpty() && last.toLongLong() < range.first)
            return RangeForm::None;
    }
    return range.first <= range.last ? RangeForm::Fits : RangeForm::Beyond;
}

Response beyond(qint64 size)
{
    Response response = problemAnswer(416, ErrorCode::BadInput);
    response.headers.append(Header{"Content-Range", "bytes */" + QByteArray::number(size)});
    return response;
}

} // namespace

Response fileAnswer(const BlobFile &file, const Request &request)
{
    // The name is the digest, so the tag never goes stale.
    const QByteArray tag = '"' + file.sha256.toLatin1() + '"';
    const QByteArray condition = request.header("If-Range");
    Range range{0, file.size - 1};
    const RangeForm form = condition.isEmpty() || condition == tag
        ? rangeOf(request.header("Range"), file.size, range)
        : RangeForm::None;
    if (form == RangeForm::Beyond)
        return beyond(file.size);
    Response response;
    response.status = form == RangeForm::Fits ? 206 : 200;
    response.headers = {{"Content-Type", "application/octet-stream"}, {"Content-Disposition", "attachment"},
        {"Accept-Ranges", "bytes"}, {"ETag", tag}, {"Cache-Control", "private, no-store"}};
    if (form == RangeForm::Fits) {
        const QByteArray span = QByteArray::number(range.first) + '-' + QByteArray::number(range.last);
        response.headers.append(
            Header{"Content-Range", "bytes " + span + '/' + QByteArray::number(file.size)});
    }
    response.file = FileSlice{file.read, range.first, range.last - range.first + 1};
    return response;
}

Response readFile(const Api &api, const Call &call)
{
    const auto file = BlobService(api.backend).open(call.actor, call.capture(), call.nowMs);
    return file ? fileAnswer(*file, call.request) : refusalOf(file.error());
}

} // namespace chengban::server
