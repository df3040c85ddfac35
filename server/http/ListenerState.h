#pragma once

#include "server/api/Exchange.h"
#include "server/http/ConnectionQuota.h"
#include "server/http/Limits.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <unordered_set>

namespace chengban::server {

class Session;

struct ListenerCounters
{
    std::atomic<qint64> connections = 0;
    std::atomic<qint64> accepted = 0;
    std::atomic<qint64> turnedAway = 0;
    std::atomic<qint64> requests = 0;
    std::atomic<qint64> refusals = 0;
    std::atomic<qint64> waiting = 0;
};

/// What the sessions of one listener share. Everything but the counters and the pool belongs to the io
/// thread.
struct ListenerState
{
    Site &site;
    Limits limits;
    boost::asio::io_context &io;
    boost::asio::thread_pool &pool;
    ConnectionQuota quota;
    std::unordered_set<Session *> sessions;
    std::unordered_set<boost::asio::steady_timer *> waits; ///< Of long polls, and for a proxy's word.
    ListenerCounters counters;
    qint64 bodiesBytes = 0; ///< Reserved for bodies that are being read.
    bool stopping = false;
};

} // namespace chengban::server
