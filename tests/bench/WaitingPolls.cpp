#include "tests/bench/WaitingPolls.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace chengban::bench {

void WaitingPolls::Deleter::operator()(SSL *tls) const
{
    ::close(SSL_get_fd(tls));
    SSL_free(tls);
}

WaitingPolls::WaitingPolls(quint16 port, const QByteArray &authorityPem, QByteArray request)
    : m_port(port)
    , m_request(std::move(request))
    , m_context(SSL_CTX_new(TLS_client_method()))
    , m_ready(epoll_create1(EPOLL_CLOEXEC))
{
    BIO *pem = BIO_new_mem_buf(authorityPem.constData(), static_cast<int>(authorityPem.size()));
    if (X509 *authority = PEM_read_bio_X509(pem, nullptr, nullptr, nullptr)) {
        X509_STORE_add_cert(SSL_CTX_get_cert_store(m_context.get()), authority);
        X509_free(authority);
    }
    BIO_free(pem);
    SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, nullptr);
    SSL_CTX_set_mode(m_context.get(), SSL_MODE_RELEASE_BUFFERS);
    m_thread = std::thread([this] { follow(); });
}

WaitingPolls::~WaitingPolls()
{
    m_stop = true;
    m_thread.join();
    ::close(m_ready);
}

bool WaitingPolls::open(int count)
{
    for (int i = 0; i < count; ++i) {
        Poll poll = connected();
        if (!poll || !ask(poll.get()))
            return false;
        const int socket = SSL_get_fd(poll.get());
        ::fcntl(socket, F_SETFL, O_NONBLOCK);
        epoll_event event{EPOLLIN, {.ptr = poll.get()}};
        m_polls.push_back(std::move(poll));
        if (epoll_ctl(m_ready, EPOLL_CTL_ADD, socket, &event) != 0)
            return false;
    }
    return true;
}

WaitingPolls::Poll WaitingPolls::connected() const
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(socket);
        return nullptr;
    }
    Poll poll(SSL_new(m_context.get()));
    SSL_set1_host(poll.get(), "localhost");
    SSL_set_fd(poll.get(), socket);
    return SSL_connect(poll.get()) == 1 ? std::move(poll) : nullptr;
}

bool WaitingPolls::ask(SSL *tls) const
{
    return SSL_write(tls, m_request.constData(), static_cast<int>(m_request.size())) == m_request.size();
}

void WaitingPolls::read(SSL *tls)
{
    std::array<char, 16 * 1024> answer{};
    const int size = SSL_read(tls, answer.data(), static_cast<int>(answer.size()));
    if (size <= 0 && SSL_get_error(tls, size) == SSL_ERROR_WANT_READ)
        return; // A session ticket.
    const bool good = QByteArrayView(answer.data(), std::max(size, 0)).startsWith("HTTP/1.1 200 ");
    if (good && ask(tls)) {
        ++m_answered;
        return;
    }
    ++m_lost;
    epoll_ctl(m_ready, EPOLL_CTL_DEL, SSL_get_fd(tls), nullptr);
}

void WaitingPolls::follow()
{
    std::array<epoll_event, 64> events{};
    while (!m_stop) {
        const int count = epoll_wait(m_ready, events.data(), static_cast<int>(events.size()), 50);
        for (int i = 0; i < count; ++i)
            read(static_cast<SSL *>(events[static_cast<std::size_t>(i)].data.ptr));
    }
}

} // namespace chengban::bench
