#pragma once

#include <QByteArray>

#include <openssl/ssl.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace chengban::bench {

/// Many long polls to 127.0.0.1 over TLS, held by one thread; each asks again as soon as it is answered.
class WaitingPolls
{
public:
    /// `request` is sent as it is; its answer must fit one TLS record.
    WaitingPolls(quint16 port, const QByteArray &authorityPem, QByteArray request);
    ~WaitingPolls();
    WaitingPolls(const WaitingPolls &) = delete;
    WaitingPolls &operator=(const WaitingPolls &) = delete;

    /// Connects and asks, one after the other; false when one of them fails.
    [[nodiscard]] bool open(int count);
    [[nodiscard]] int answered() const { return m_answered; }
    [[nodiscard]] int lost() const { return m_lost; }

private:
    struct Deleter
    {
        void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
        void operator()(SSL *tls) const;
    };
    using Poll = std::unique_ptr<SSL, Deleter>;

    Poll connected() const;
    bool ask(SSL *tls) const;
    void read(SSL *tls);
    void follow();

    quint16 m_port;
    QByteArray m_request;
    std::unique_ptr<SSL_CTX, Deleter> m_context;
    std::vector<Poll> m_polls;
    int m_ready = -1; ///< epoll
    std::atomic<bool> m_stop = false;
    std::atomic<int> m_answered = 0;
    std::atomic<int> m_lost = 0;
    std::thread m_thread;
};

} // namespace chengban::bench
