#pragma once

#include <QHash>
#include <QString>

#include <optional>

namespace chengban::server {

/// So many at once, then one in each `everyMs`, for each address. Used by one thread only.
struct RatePolicy
{
    int burst = 60; ///< A whole office behind one address logs in at half past eight.
    qint64 everyMs = 1000;
};

class RateLimiter
{
public:
    explicit RateLimiter(RatePolicy policy)
        : m_policy(policy)
    {
    }

    /// Nothing when the address may go on; else the seconds it must wait.
    [[nodiscard]] std::optional<int> refusal(const QString &address, qint64 nowMs);

private:
    static constexpr qsizetype most = 100'000; ///< Addresses; then those that are free again are dropped.
    RatePolicy m_policy;
    QHash<QString, qint64> m_freeAtMs; ///< When the address has its whole burst again.
};

} // namespace chengban::server
