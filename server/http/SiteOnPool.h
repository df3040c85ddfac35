#pragma once

#include "server/http/ListenerState.h"

#include <boost/asio/awaitable.hpp>

#include <chrono>

namespace chengban::server {

/// The site as the io thread sees it: its work runs on the pool, its waits hold a timer, its faults end here.
class SiteOnPool
{
public:
    explicit SiteOnPool(ListenerState &state)
        : m_state(state)
    {
    }

    /// Asks again after each wait, until there is an answer or the wait's time is over.
    [[nodiscard]] boost::asio::awaitable<Response> answer(qsizetype route, Request request);
    /// Site::screen(); `head` lives until it has answered.
    [[nodiscard]] boost::asio::awaitable<std::optional<Response>> screen(
        qsizetype route, const Request &head);

private:
    using Clock = std::chrono::steady_clock;

    template <typename F> boost::asio::awaitable<std::optional<Response>> guarded(F work);
    boost::asio::awaitable<Response> ask(qsizetype route, const Request &request);
    boost::asio::awaitable<void> waitFor(const Wait &wait, Clock::time_point until);

    ListenerState &m_state;
};

} // namespace chengban::server
