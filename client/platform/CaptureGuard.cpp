#include "client/platform/CaptureGuard.h"

#include <QEvent>
#include <QGuiApplication>
#include <QWindow>

namespace chengban {

CaptureGuard::CaptureGuard(Hide hide, QObject *parent)
    : QObject(parent)
    , m_hide(std::move(hide))
{
    qGuiApp->installEventFilter(this);
}

bool CaptureGuard::applied(bool hidden)
{
    bool all = true;
    for (QWindow *window : QGuiApplication::topLevelWindows()) {
        if (window->handle()) // One that was never shown comes through the filter.
            all = m_hide(*window, hidden) && all;
    }
    return all;
}

bool CaptureGuard::setHidden(bool hidden)
{
    if (hidden == m_hidden)
        return true;
    if (!applied(hidden)) {
        (void)applied(m_hidden);
        return false;
    }
    m_hidden = hidden;
    return true;
}

bool CaptureGuard::eventFilter(QObject *watched, QEvent *event)
{
    // Before it stands on the screen: the window's own "show" comes first.
    if (m_hidden && event->type() == QEvent::Show) {
        if (auto *window = qobject_cast<QWindow *>(watched); window && window->isTopLevel())
            (void)m_hide(*window, true);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace chengban
