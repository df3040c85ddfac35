#pragma once

#include "shared/base/Ids.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <mutex>

namespace chengban {

/// Tells long polls that a scope changed. Thread-safe: commands run on the pool, polls wait on the io thread;
/// the mutex is argued in docs/adr/0005.
///
/// A poll that found nothing takes counter() *before* it reads the feed and waits for a value past it, so a
/// change between reading and waiting is not lost.
class FeedSignal
{
public:
    /// Called once, on the thread that raised the signal (or at once on the caller's); must only post.
    using Waker = std::function<void()>;
    using Ticket = quint64;

    [[nodiscard]] quint64 counter(const TenantId &tenant, const QString &scope) const;
    /// Calls `waker` when the counter is past `seen`; at once when it already is. The ticket cancels.
    Ticket wakeWhenPast(const TenantId &tenant, const QString &scope, quint64 seen, Waker waker);
    /// After it returns the waker is not called any more, unless it is being called right now.
    void cancel(Ticket ticket);
    void raise(const TenantId &tenant, const QStringList &scopes);
    /// Raises every scope that anybody waits for: something may have changed that nobody told of.
    void raiseAll();
    /// From now on committed() leaves it to others to call raise(): to the line on which this instance hears
    /// of every change, its own included. Before the first command only.
    void leaveToLine() { m_isLeftToLine = true; }
    /// What a committed transaction changed.
    void committed(const TenantId &tenant, const QStringList &scopes);

private:
    using Key = std::pair<QString, QString>;
    mutable std::mutex m_mutex;
    QHash<Key, quint64> m_counters;
    QHash<Key, std::map<Ticket, Waker>> m_waiting; ///< No key without a waker.
    QHash<Ticket, Key> m_keys;
    Ticket m_next = 1;
    bool m_isLeftToLine = false;
};

} // namespace chengban
