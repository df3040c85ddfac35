#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <type_traits>
#include <utility>

namespace chengban::server {

// GCC 12 miscompiles an await inside a condition or a larger expression (uninitialised cleanup flags at -O1),
// so in this room each one stands alone on the right-hand side of a statement.

/// Runs blocking work on the pool; the caller resumes on its own executor. Nothing else in the server may
/// block.
template <typename F>
boost::asio::awaitable<std::invoke_result_t<F>> offload(boost::asio::thread_pool &pool, F work)
{
    namespace asio = boost::asio;
    using Outcome = std::invoke_result_t<F>;
    auto job = [work = std::move(work)]() mutable -> asio::awaitable<Outcome> { co_return work(); };
    if constexpr (std::is_void_v<Outcome>) {
        co_await asio::co_spawn(pool, std::move(job), asio::use_awaitable);
    } else {
        auto result = co_await asio::co_spawn(pool, std::move(job), asio::use_awaitable);
        co_return result;
    }
}

} // namespace chengban::server
