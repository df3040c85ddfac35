#include "server/auth/Strangers.h"

namespace chengban::server {

bool Strangers::isLocked(const QString &name, qint64 nowMs) const
{
    const std::scoped_lock lock(m_mutex);
    return m_counts.value(name).lockedUntilMs > nowMs;
}

void Strangers::recordFailure(const QString &name, qint64 nowMs)
{
    const std::scoped_lock lock(m_mutex);
    if (m_counts.size() >= most && !m_counts.contains(name))
        m_counts.clear();
    Count &count = m_counts[name];
    if (++count.failures >= failuresUntilLock)
        count = {0, nowMs + lockMs};
}

} // namespace chengban::server
