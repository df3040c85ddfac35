#pragma once

#include "server/api/RateLimiter.h"
#include "shared/cases/Actor.h"
#include "shared/wire/Handovers.h"

#include <QHash>
#include <QList>

#include <mutex>
#include <optional>

namespace chengban::server {

/// Who is writing on which case just now: a hint for colleagues of the same unit, in this process's memory
/// alone, gone 45 seconds after the last word. It is nowhere logged and decides nothing.
///
/// Thread-safe: requests run on the pool. The mutex is argued in docs/adr/0020.
class PresenceBoard
{
public:
    static constexpr qint64 lifeMs = 45'000;

    /// Nothing when the actor may go on; else the seconds to wait.
    [[nodiscard]] std::optional<int> refusal(const Actor &actor, qint64 nowMs);
    /// Notes whether the actor writes, and gives the others of the unit who do, oldest first. That the unit
    /// works on the case has been checked.
    [[nodiscard]] QList<wire::Presence> say(
        const Actor &actor, const CaseId &caseId, bool writing, qint64 nowMs);

private:
    struct Entry
    {
        DeviceId device;
        wire::Presence who;
        qint64 untilMs = 0;
    };
    using Key = std::pair<QString, QString>; ///< Tenant and unit, case: units never see each other.

    std::mutex m_mutex;
    RateLimiter m_rate{{20, 2000}};
    QHash<Key, QList<Entry>> m_entries; ///< No key without an entry that still lives or died just now.
};

} // namespace chengban::server
