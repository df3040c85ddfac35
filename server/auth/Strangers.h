#pragma once

#include <QHash>
#include <QString>

#include <mutex>

namespace chengban::server {

/// How often accounts may be tried; the same for accounts that exist and names that do not.
constexpr int failuresUntilLock = 5;
constexpr qint64 lockMs = 15LL * 60 * 1000;

/// Counts wrong log-ins of names that have no account, so that they lock exactly like those that have one and
/// nobody learns which exist. In memory, bounded; a restart forgets it. Thread-safe (docs/adr/0006: why a
/// mutex).
class Strangers
{
public:
    static constexpr qsizetype most = 10'000;

    [[nodiscard]] bool isLocked(const QString &name, qint64 nowMs) const;
    void recordFailure(const QString &name, qint64 nowMs);

private:
    struct Count
    {
        int failures = 0;
        qint64 lockedUntilMs = 0;
    };
    mutable std::mutex m_mutex;
    QHash<QString, Count> m_counts;
};

} // namespace chengban::server
