#include "server/http/SiteOnPool.h"

#include "server/api/Answers.h"
#include "server/http/HttpLog.h"
#include "server/http/Offload.h"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>

namespace chengban::server {

namespace asio = boost::asio;
using asio::awaitable;
using asio::redirect_error;
using asio::use_awaitable;

awaitable<Response> SiteOnPool::answer(qsizetype route, Request request)
{
    std::optional<Clock::time_point> until;
    for (;;) {
        Response response = co_await ask(route, request);
        if (!response.wait || request.waitOver)
            co_return response;
        if (!until)
            until = Clock::now() + std::chrono::seconds(response.wait->seconds);
        co_await waitFor(*response.wait, *until);
        request.waitOver = m_state.stopping || Clock::now() >= *until;
    }
}

awaitable<Response> SiteOnPool::ask(qsizetype route, const Request &request)
{
    auto work
        = [&site = m_state.site, route, &request] { return std::optional(site.answer(route, request)); };
    std::optional<Response> response = co_await guarded(std::move(work));
    co_return std::move(*response);
}

awaitable<std::optional<Response>> SiteOnPool::screen(qsizetype route, const Request &head)
{
    auto work = [&site = m_state.site, route, &head] { return site.screen(route, head); };
    std::optional<Response> refusal = co_await guarded(std::move(work));
    co_return refusal;
}

template <typename F> awaitable<std::optional<Response>> SiteOnPool::guarded(F work)
{
    // The one place where an exception of the site ends: the caller learns nothing of it.
    try {
        std::optional<Response> response = co_await offload(m_state.pool, std::move(work));
        co_return response;
    } catch (const std::exception &fault) {
        qCCritical(httpLog) << "fault in a handler:" << typeid(fault).name();
    } catch (...) {
        qCCritical(httpLog) << "fault in a handler";
    }
    co_return problemAnswer(500, ErrorCode::ServerFault);
}

awaitable<void> SiteOnPool::waitFor(const Wait &wait, Clock::time_point until)
{
    if (m_state.stopping)
        co_return;
    // The waker may come late, from another thread: it must not touch a timer that is gone.
    const auto timer = std::make_shared<asio::steady_timer>(m_state.io, until);
    const std::weak_ptr<asio::steady_timer> weak = timer;
    const Wait::Cancel cancel = wait.subscribe([weak, &io = m_state.io] {
        asio::post(io, [weak] {
            if (const auto waiting = weak.lock())
                waiting->expires_at(Clock::time_point::min());
        });
    });
    m_state.waits.insert(timer.get());
    ++m_state.counters.waiting;
    boost::system::error_code woken;
    co_await timer->async_wait(redirect_error(use_awaitable, woken));
    --m_state.counters.waiting;
    m_state.waits.erase(timer.get());
    cancel();
}

} // namespace chengban::server
