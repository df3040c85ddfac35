#pragma once

#include "server/api/Exchange.h"

#include <memory>

namespace chengban::server {

/// Reads one request out of the bytes as they come. Knows no socket and no time.
class RequestReader
{
public:
    enum class Progress {
        More, ///< Needs bytes that have not come.
        Done,
        Refused, ///< See refusal(); what follows cannot be understood.
    };

    explicit RequestReader(quint32 headerBytes);
    ~RequestReader();
    RequestReader(const RequestReader &) = delete;
    RequestReader &operator=(const RequestReader &) = delete;

    /// Takes the head away from the front of `unread`, or as much of the body as is there.
    [[nodiscard]] Progress readHead(QByteArray &unread);
    [[nodiscard]] Progress readBody(QByteArray &unread);
    [[nodiscard]] const Response &refusal() const { return m_refusal; }

    // Once the head is there:
    [[nodiscard]] Request head(const QString &peer) const;
    [[nodiscard]] std::optional<quint64> announcedBytes() const; ///< Nothing for chunks.
    [[nodiscard]] bool expectsGoOn() const; ///< The peer waits for "100 Continue" before it sends the body.
    void setBodyLimit(quint64 bytes); ///< For chunks; an announced length is the caller's to compare.

    [[nodiscard]] bool isHeadThere() const;
    [[nodiscard]] bool isWhole() const;
    [[nodiscard]] bool mayGoOn() const; ///< Another request may follow on the connection.
    [[nodiscard]] QByteArray takeBody();

private:
    Progress advance(QByteArray &unread, bool (RequestReader::*isThere)() const);
    Progress refuse(Response refusal);

    struct Private;
    std::unique_ptr<Private> d;
    Response m_refusal;
};

} // namespace chengban::server
