#pragma once

#include <QHash>
#include <QObject>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QSslServer>
#include <QUrl>

namespace chengban::faults {

/// What may happen to a request on its way.
enum class Fault {
    None,
    Dropped, ///< Nothing of it reaches the server, and nothing comes back.
    RequestCut, ///< The server gets some of it.
    AnswerLost, ///< The server does it, and nothing comes back.
    AnswerCut, ///< The server does it, and some of the answer comes back.
    Delayed,
    Doubled, ///< The server gets it twice; the second answer comes back.
    BadGateway, ///< A proxy on the way says 502.
    LoginPage, ///< A captive portal says 200 with a page of its own.
};
inline constexpr int faultKinds = 9;
[[nodiscard]] QString nameOf(Fault fault);

/// Stands between clients and a server, over TLS on both sides, and lets faults happen to some of the
/// requests, by a generator with a seed: the same seed, the same sequence of faults.
class FaultProxy : public QObject
{
    Q_OBJECT

public:
    FaultProxy(const QUrl &server, const QByteArray &serverCaPem, quint32 seed);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] QByteArray caPem() const { return m_caPem; }
    void setPercent(int percent) { m_percent = percent; } ///< So many of a hundred requests get a fault.
    [[nodiscard]] int count(Fault fault) const { return m_counts.value(fault); }
    [[nodiscard]] quint16 serverPort() const { return m_serverPort; }
    [[nodiscard]] const QSslConfiguration &towardsServer() const { return m_towardsServer; }

    /// Of the next request, counted.
    [[nodiscard]] Fault next();
    [[nodiscard]] qsizetype someOf(qsizetype bytes); ///< At least one less than all.
    [[nodiscard]] int delayMs();

private:
    QByteArray m_caPem;
    quint16 m_serverPort;
    QSslConfiguration m_towardsServer;
    QRandomGenerator m_random;
    int m_percent = 0;
    QHash<Fault, int> m_counts;
    QSslServer m_server; ///< Last: it owns the lines, which use what stands above.
};

} // namespace chengban::faults
