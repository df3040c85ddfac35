#pragma once

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>
#include <stdexcept>

class QWidget;

namespace chengban::e2e {

/// What stopped the tour; names the click target.
class RobotFault : public std::runtime_error
{
public:
    explicit RobotFault(const QString &what)
        : std::runtime_error(what.toStdString())
    {
    }
};

/// Hands on the real window: finds widgets by object name, clicks where a mouse would, types key by key.
///
/// A target must be visible, enabled and on top at the point that is clicked; else RobotFault names it.
class Robot
{
public:
    explicit Robot(QWidget &window);

    /// Waits until the widget is there and can be used; scrolls it into view.
    QWidget *target(const QString &name);
    [[nodiscard]] bool isUsable(const QString &name) const;
    void click(const QString &name);
    /// Replaces what stands in a line or text field. Chinese goes in as an input method commits it.
    void type(const QString &name, const QString &text);
    /// Picks the combo box entry whose item data or text is `value`, by keyboard.
    void choose(const QString &name, const QString &value);
    void setChecked(const QString &name, bool on);
    /// Clicks the row of an item view that is called `text`, or has it as a word of what is read out.
    void clickRow(const QString &view, const QString &text);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Drops files on a widget as a file manager would.
    void drop(const QString &name, const QStringList &files);
    /// Runs the event loop until `done`; `what` is named in the fault when it does not come.
    void waitFor(const QString &what, const std::function<bool()> &done, int timeoutMs = 20000);
    void shoot(const QString &path);

private:
    [[nodiscard]] QWidget *visibleNamed(const QString &name) const;
    /// Where in the window a mouse hits the widget; empty when it is covered or outside.
    [[nodiscard]] std::optional<QPoint> pointOf(QWidget &widget) const;

    QPointer<QWidget> m_window;
};

} // namespace chengban::e2e
