#pragma once

#include <QFutureWatcher>

#include <utility>

namespace chengban {

/// Calls `then` with the future's result in the thread of `context`; not at all once that is gone or the
/// future was cancelled. In place of QFuture::then(context, …), which in Qt 6.4 asserts in the other thread
/// that the context still lives.
template <typename T, typename F> void whenDone(QObject *context, QFuture<T> future, F then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)]() mutable {
            watcher->deleteLater();
            if (QFuture<T> done = watcher->future(); done.resultCount() > 0)
                then(done.takeResult());
        });
    watcher->setFuture(std::move(future));
}

} // namespace chengban
