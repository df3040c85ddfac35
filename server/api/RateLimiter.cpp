#include "server/api/RateLimiter.h"

#include <algorithm>

namespace chengban::server {

std::optional<int> RateLimiter::refusal(const QString &address, qint64 nowMs)
{
    if (m_freeAtMs.size() >= most)
        m_freeAtMs.removeIf([nowMs](const auto &entry) { return entry.value() <= nowMs; });
    const qint64 next = std::max(m_freeAtMs.value(address), nowMs) + m_policy.everyMs;
    const qint64 over = next - nowMs - m_policy.burst * m_policy.everyMs;
    if (over > 0)
        return static_cast<int>((over + 999) / 1000);
    m_freeAtMs.insert(address, next);
    return std::nullopt;
}

} // namespace chengban::server
