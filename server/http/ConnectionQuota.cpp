#include "server/http/ConnectionQuota.h"

#include <arpa/inet.h>

namespace chengban::server {

namespace {

constexpr qsizetype networkBytes = 8; ///< Of an IPv6 address.

QByteArray networkOf(const QString &address)
{
    const QByteArray text = address.toLatin1();
    in6_addr six{};
    // An IPv4 caller of a socket for both families shows as ::ffff:a.b.c.d and stays one address.
    if (inet_pton(AF_INET6, text.constData(), &six) != 1 || IN6_IS_ADDR_V4MAPPED(&six))
        return text;
    return QByteArray(reinterpret_cast<const char *>(six.s6_addr), networkBytes);
}

} // namespace

ConnectionQuota::ConnectionQuota(const Limits &limits)
    : m_all(limits.connections)
    , m_perAddress(limits.connectionsPerAddress)
    , m_toldToWait(limits.toldToWait)
{
}

Welcome ConnectionQuota::enter(const QString &address)
{
    if (m_taken >= m_all)
        return Welcome::TurnedAway;
    const QByteArray network = networkOf(address);
    if (m_served.value(network) < m_perAddress) {
        ++m_taken;
        ++m_served[network];
        return Welcome::Served;
    }
    if (m_told >= m_toldToWait)
        return Welcome::TurnedAway;
    ++m_taken;
    ++m_told;
    return Welcome::ToldToWait;
}

void ConnectionQuota::leave(const QString &address, Welcome as)
{
    if (as == Welcome::TurnedAway)
        return;
    --m_taken;
    if (as == Welcome::ToldToWait) {
        --m_told;
        return;
    }
    const auto served = m_served.find(networkOf(address));
    if (--*served == 0)
        m_served.erase(served);
}

} // namespace chengban::server
