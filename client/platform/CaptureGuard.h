#pragma once

#include "client/platform/System.h"

#include <QObject>

#include <functional>

namespace chengban {

/// Keeps every window of the program out of pictures of the screen, also those that open later.
class CaptureGuard : public QObject
{
    Q_OBJECT

public:
    using Hide = std::function<bool(QWindow &window, bool hidden)>;

    /// Watches the application until it is destroyed.
    explicit CaptureGuard(Hide hide = &hideFromCapture, QObject *parent = nullptr);

    /// False when the system cannot, for one window at least; what was shown before is shown on.
    [[nodiscard]] bool setHidden(bool hidden);
    [[nodiscard]] bool isHidden() const { return m_hidden; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool applied(bool hidden);

    Hide m_hide;
    bool m_hidden = false;
};

} // namespace chengban
