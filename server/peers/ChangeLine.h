#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace chengban::server {

/// What a committed transaction changed, as FeedStore::announce() told it.
struct FeedChange
{
    std::int64_t place = 0; ///< Number of its newest entry; below the horizon every reader sees it.
    std::string tenant;
    std::vector<std::string> scopes;

    bool operator==(const FeedChange &) const = default;
};

/// Hears over one connection (LISTEN) what any instance on the same PostgreSQL, this one included, has
/// changed, and passes it on once readers can see it: while an older transaction is open they cannot
/// (docs/adr/0005), and a poll that is woken too early would wait again for a wake that never comes.
///
/// Runs on a thread of its own. When the connection is lost it is made anew each second.
class ChangeLine
{
public:
    /// Both are called on the line's thread.
    struct Ears
    {
        std::function<void(const FeedChange &)> changed;
        std::function<void()> lostTrack; ///< Connected (again): anything may have changed before.
    };

    /// `connection` is a connection string of libpq.
    ChangeLine(std::string connection, Ears ears);
    ~ChangeLine(); ///< Waits for the thread: at most as long as a connection takes to fail.
    ChangeLine(const ChangeLine &) = delete;
    ChangeLine &operator=(const ChangeLine &) = delete;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The payload of a notification: place, tenant and scopes, each on a line. An empty tenant: not ours.
[[nodiscard]] FeedChange changeFrom(const std::string &payload);

} // namespace chengban::server
