#include "server/http/RequestReader.h"

#include "server/api/Answers.h"

#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace chengban::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using beast::error_code;

namespace {

constexpr qsizetype mostUnread = 64 * 1024; ///< Of bytes that make no sense yet: an endless chunk header.

using Parser = http::request_parser<http::string_body>;

QByteArray bytes(beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// The refusal for a message that Beast could not read.
Response refusalFor(const error_code &ec)
{
    if (ec == http::error::header_limit)
        return problemAnswer(431, ErrorCode::TooLarge);
    if (ec == http::error::body_limit)
        return problemAnswer(413, ErrorCode::TooLarge);
    return problemAnswer(400, ErrorCode::BadInput);
}

/// What Beast lets pass and we do not: repeated Content-Length, no Host, a target that is not a path.
bool isAmbiguous(const Parser::value_type &message)
{
    return message.count(http::field::content_length) > 1 || message.count(http::field::host) != 1
        || message.count(http::field::transfer_encoding) > 1 || message.version() != 11
        || message.target().empty() || message.target().front() != '/';
}

} // namespace

struct RequestReader::Private
{
    Parser parser;
};

RequestReader::RequestReader(quint32 headerBytes)
    : d(std::make_unique<Private>())
{
    d->parser.header_limit(headerBytes);
    // Beast compares Content-Length with its limit while it reads the head, before the route is known; the
    // caller does it with the route's own.
    d->parser.body_limit(boost::none);
}

RequestReader::~RequestReader() = default;

RequestReader::Progress RequestReader::readHead(QByteArray &unread)
{
    const Progress progress = advance(unread, &RequestReader::isHeadThere);
    if (progress == Progress::Done && isAmbiguous(d->parser.get()))
        return refuse(problemAnswer(400, ErrorCode::BadInput));
    return progress;
}

RequestReader::Progress RequestReader::readBody(QByteArray &unread)
{
    d->parser.eager(true);
    return advance(unread, &RequestReader::isWhole);
}

RequestReader::Progress RequestReader::advance(QByteArray &unread, bool (RequestReader::*isThere)() const)
{
    while (!(this->*isThere)() && !unread.isEmpty()) {
        error_code ec;
        const std::size_t used = d->parser.put(
            asio::const_buffer(unread.constData(), static_cast<std::size_t>(unread.size())), ec);
        unread.remove(0, static_cast<qsizetype>(used));
        if (ec == http::error::need_more)
            return unread.size() < mostUnread ? Progress::More
                                              : refuse(problemAnswer(431, ErrorCode::TooLarge));
        if (ec)
            return refuse(refusalFor(ec));
    }
    return (this->*isThere)() ? Progress::Done : Progress::More;
}

RequestReader::Progress RequestReader::refuse(Response refusal)
{
    m_refusal = std::move(refusal);
    return Progress::Refused;
}

Request RequestReader::head(const QString &peer) const
{
    const Parser::value_type &message = d->parser.get();
    Request request;
    request.method = bytes(message.method_string());
    const QByteArray target = bytes(message.target());
    const qsizetype question = target.indexOf('?');
    request.path = QString::fromLatin1(question < 0 ? target : target.left(question));
    if (question >= 0)
        request.query = QUrlQuery(QString::fromLatin1(target.mid(question + 1)));
    for (const auto &field : message)
        request.headers.append(Header{bytes(field.name_string()), bytes(field.value())});
    request.peer = peer;
    return request;
}

std::optional<quint64> RequestReader::announcedBytes() const
{
    const auto announced = d->parser.content_length();
    return announced ? std::optional<quint64>(*announced) : std::nullopt;
}

bool RequestReader::expectsGoOn() const
{
    return beast::iequals(d->parser.get()[http::field::expect], "100-continue");
}

void RequestReader::setBodyLimit(quint64 bytes)
{
    d->parser.body_limit(bytes);
}

bool RequestReader::isHeadThere() const
{
    return d->parser.is_header_done();
}

bool RequestReader::isWhole() const
{
    return d->parser.is_done();
}

bool RequestReader::mayGoOn() const
{
    return d->parser.is_done() && d->parser.keep_alive();
}

QByteArray RequestReader::takeBody()
{
    std::string &body = d->parser.get().body();
    QByteArray taken = QByteArray::fromStdString(body);
    body = {};
    return taken;
}

} // namespace chengban::server
