#pragma once

#include "server/http/Limits.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace chengban::server {

/// How a new connection is met.
enum class Welcome {
    Served,
    ToldToWait, ///< Its address has enough: the first request is answered 429, then the connection ends.
    TurnedAway, ///< Closed without a word.
};

/// Counts the connections, in all and for each address, so that one caller cannot take everybody's places.
/// An IPv6 network of 64 bits counts as one address: its holder has as many of them as it likes.
class ConnectionQuota
{
public:
    explicit ConnectionQuota(const Limits &limits);

    /// Takes a place, unless the answer is TurnedAway; leave() gives it back.
    [[nodiscard]] Welcome enter(const QString &address);
    void leave(const QString &address, Welcome as);

private:
    qsizetype m_all;
    qsizetype m_perAddress;
    qsizetype m_toldToWait;
    qsizetype m_taken = 0;
    qsizetype m_told = 0;
    QHash<QByteArray, qsizetype> m_served; ///< By network; none with zero.
};

} // namespace chengban::server
