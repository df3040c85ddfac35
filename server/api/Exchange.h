#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace chengban::server {

struct Header
{
    QByteArray name;
    QByteArray value;
    bool operator==(const Header &) const = default;
};

/// A request as handlers see it: whole, within its limits, without a socket.
struct Request
{
    QByteArray method; ///< Upper case as received.
    QString path; ///< Still percent-encoded, without the query.
    QUrlQuery query;
    QList<Header> headers;
    QByteArray body;
    QString peer; ///< The other end's address, without port.
    QStringList captures; ///< Values of the route's {…}, decoded, in order.
    bool waitOver = false; ///< The answer may not wait (again): say what there is.

    /// The first header of that name (any case); empty when absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// A slice of a file that is sent as the body.
struct FileSlice
{
    /// At most so many bytes from an offset on; runs on the pool.
    std::function<QByteArray(qint64 offset, qint64 length)> read;
    qint64 offset = 0;
    qint64 length = 0;
};

/// "Nothing yet": the question is asked again when the waker is called, at the latest after `seconds`.
struct Wait
{
    using Waker = std::function<void()>;
    using Cancel = std::function<void()>;
    int seconds = 0;
    /// Called on the io thread. The waker may be called from any thread, at once too, but only once; the
    /// result takes it back. What changed since the handler looked must wake at once, or a change is missed.
    std::function<Cancel(Waker)> subscribe;
};

struct Response
{
    int status = 200;
    QList<Header> headers; ///< Without Content-Length, Connection, Date and those every answer has.
    QByteArray body;
    std::optional<FileSlice> file; ///< In place of `body`.
    std::optional<Wait> wait; ///< In place of everything else; ignored when the request's wait is over.
    bool close = false; ///< End the connection after this answer.
};

/// What is decided when only the head of a request is there.
struct Admission
{
    qsizetype route = -1;
    qint64 bodyLimit = 0; ///< Bytes.
    QStringList captures;
    std::optional<Response> refusal; ///< Given instead of reading the body.
};

/// The program behind the listener.
class Site
{
public:
    virtual ~Site() = default;
    /// Runs on the io thread for each head (`body` is empty), never at the same time twice: must not block.
    [[nodiscard]] virtual Admission admit(const Request &head) = 0;
    /// Runs on a pool thread before a large body is read: whether the sender may send one at all.
    [[nodiscard]] virtual std::optional<Response> screen(qsizetype route, const Request &head)
    {
        static_cast<void>(route);
        static_cast<void>(head);
        return std::nullopt;
    }
    /// Runs on a pool thread and may block. What it throws becomes a 500 that discloses nothing.
    [[nodiscard]] virtual Response answer(qsizetype route, const Request &request) = 0;
};

} // namespace chengban::server
