#pragma once

#include "server/services/StoredCase.h"
#include "server/store/FeedStore.h"

#include <QCache>

#include <mutex>

namespace chengban {

/// Cases as they were last read and verified, so that a command does not read and verify the whole log again.
///
/// Nothing is true because it stands here: what is remembered counts for one head only, and whoever asks has
/// read that head in its own transaction. Thread-safe; the mutex is argued in docs/adr/0005.
class CaseMemory
{
public:
    struct Remembered
    {
        StoredCase stored;
        std::optional<FeedEntries> feed; ///< As of that head; nothing when they were not read.
    };

    explicit CaseMemory(qsizetype mostEvents = 5000)
        : m_cases(mostEvents)
    {
    }

    /// Nothing unless it was remembered with that head.
    [[nodiscard]] std::optional<Remembered> find(
        const TenantId &tenant, const CaseId &caseId, const QByteArray &head) const
    {
        const std::lock_guard lock(m_mutex);
        const Remembered *known = m_cases.object({tenant, caseId});
        return known && known->stored.folded.head == head ? std::optional(*known) : std::nullopt;
    }
    /// After the commit only.
    void keep(const TenantId &tenant, const CaseId &caseId, Remembered remembered)
    {
        const qsizetype events = remembered.stored.events.size();
        const std::lock_guard lock(m_mutex);
        m_cases.insert({tenant, caseId}, new Remembered(std::move(remembered)), events);
    }
    void forget(const TenantId &tenant, const CaseId &caseId)
    {
        const std::lock_guard lock(m_mutex);
        m_cases.remove({tenant, caseId});
    }

private:
    using Key = std::pair<TenantId, CaseId>;
    mutable std::mutex m_mutex;
    mutable QCache<Key, Remembered> m_cases; ///< Cost: events.
};

} // namespace chengban
