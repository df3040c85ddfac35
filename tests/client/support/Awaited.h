#pragma once

#include <QFuture>
#include <QTest>

namespace chengban {

/// The result of a future whose last step runs in this thread: the event loop turns until it is there.
template <typename T> T awaited(QFuture<T> future)
{
    (void)QTest::qWaitFor([&] { return future.isFinished(); }, 20'000);
    return future.takeResult();
}

} // namespace chengban
