#include "server/http/AnswerHead.h"

#include "server/api/Answers.h"

#include <QLocale>

#include <boost/beast/http/status.hpp>

#include <algorithm>

namespace chengban::server {

namespace {

bool isPlain(const QByteArray &value)
{
    return std::ranges::none_of(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

void appendHeader(QByteArray &head, const Header &header)
{
    // A line break in a value would let a caller write headers of their own.
    if (isPlain(header.value))
        head += header.name + ": " + header.value + "\r\n";
}

QByteArray statusLine(int status)
{
    namespace http = boost::beast::http;
    const auto reason = http::obsolete_reason(http::int_to_status(static_cast<unsigned>(status)));
    return "HTTP/1.1 " + QByteArray::number(status) + ' '
        + QByteArray(reason.data(), static_cast<qsizetype>(reason.size())) + "\r\n";
}

QByteArray dateOf(const QDateTime &now)
{
    const QString format = QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'");
    return QLocale::c().toString(now.toUTC(), format).toLatin1();
}

bool isGiven(const Header &header, const QList<Header> &headers)
{
    return std::ranges::any_of(headers,
        [&](const Header &given) { return given.name.compare(header.name, Qt::CaseInsensitive) == 0; });
}

} // namespace

QByteArray answerHead(const Response &response, bool close, const QDateTime &now)
{
    QByteArray head = statusLine(response.status);
    appendHeader(head, {"Date", dateOf(now)});
    if (response.status != 204 && response.status != 304) {
        const qint64 length = response.file ? response.file->length : response.body.size();
        appendHeader(head, {"Content-Length", QByteArray::number(length)});
    }
    for (const Header &header : response.headers)
        appendHeader(head, header);
    for (const Header &header : standardHeaders()) {
        if (!isGiven(header, response.headers))
            appendHeader(head, header);
    }
    appendHeader(head, {"Connection", close ? "close" : "keep-alive"});
    return head + "\r\n";
}

} // namespace chengban::server
