#pragma once

#include <QByteArray>

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

namespace chengban::server {

/// A raw TLS connection to 127.0.0.1 that sends the bytes it is told. Blocking, with a time limit on reads.
class TlsClient
{
public:
    /// `first` goes out before the handshake, in the clear.
    explicit TlsClient(
        quint16 port, const QByteArray &authorityPem, int secondsToRead = 10, const QByteArray &first = {})
    {
        m_socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval limit{secondsToRead, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            return;
        ::send(m_socket, first.constData(), static_cast<std::size_t>(first.size()), 0);
        m_context = SSL_CTX_new(TLS_client_method());
        BIO *pem = BIO_new_mem_buf(authorityPem.constData(), static_cast<int>(authorityPem.size()));
        if (X509 *authority = PEM_read_bio_X509(pem, nullptr, nullptr, nullptr)) {
            X509_STORE_add_cert(SSL_CTX_get_cert_store(m_context), authority);
            X509_free(authority);
        }
        BIO_free(pem);
        SSL_CTX_set_verify(m_context, SSL_VERIFY_PEER, nullptr);
        m_tls = SSL_new(m_context);
        SSL_set1_host(m_tls, "localhost");
        SSL_set_fd(m_tls, m_socket);
        m_open = SSL_connect(m_tls) == 1;
    }
    ~TlsClient()
    {
        if (m_tls)
            SSL_free(m_tls);
        if (m_context)
            SSL_CTX_free(m_context);
        if (m_socket >= 0)
            ::close(m_socket);
    }
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] long verification() const { return m_tls ? SSL_get_verify_result(m_tls) : -1; }
    [[nodiscard]] QByteArray protocol() const { return QByteArray(SSL_get_version(m_tls)); }

    bool send(const QByteArray &bytes)
    {
        return m_open && SSL_write(m_tls, bytes.constData(), static_cast<int>(bytes.size())) == bytes.size();
    }

    /// One whole answer: head, blank line, body by Content-Length. Without its Date line. Empty when the
    /// server closed before.
    QByteArray answer(bool withBody = true)
    {
        qsizetype end = -1;
        while ((end = m_read.indexOf("\r\n\r\n")) < 0) {
            if (!more())
                return {};
        }
        QByteArray head = m_read.left(end + 4);
        m_read.remove(0, end + 4);
        const qsizetype length = withBody ? lengthIn(head) : 0;
        while (m_read.size() < length) {
            if (!more())
                return {};
        }
        const QByteArray body = m_read.left(length);
        m_read.remove(0, length);
        return withoutDate(head) + body;
    }

    QByteArray ask(const QByteArray &bytes)
    {
        send(bytes);
        return answer();
    }

    /// Whether the server ends the connection within the time limit and says nothing more.
    bool isClosedByServer() { return m_read.isEmpty() && !more() && m_ended; }

private:
    bool more()
    {
        char buffer[16 * 1024];
        errno = 0;
        const int size = m_open ? SSL_read(m_tls, buffer, sizeof buffer) : -1;
        if (size > 0) {
            m_read.append(buffer, size);
            return true;
        }
        m_ended = errno != EAGAIN && errno != EWOULDBLOCK;
        return false;
    }
    static qsizetype lengthIn(const QByteArray &head)
    {
        const qsizetype at = head.indexOf("Content-Length: ");
        return at < 0 ? 0 : head.mid(at + 16, head.indexOf('\r', at) - at - 16).toLongLong();
    }
    static QByteArray withoutDate(QByteArray head)
    {
        const qsizetype at = head.indexOf("Date: ");
        return at < 0 ? head : head.remove(at, head.indexOf('\n', at) - at + 1);
    }

    int m_socket = -1;
    SSL_CTX *m_context = nullptr;
    SSL *m_tls = nullptr;
    bool m_open = false;
    bool m_ended = false;
    QByteArray m_read;
};

} // namespace chengban::server
