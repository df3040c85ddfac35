#include "tests/e2e/Robot.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QTest>
#include <QTextEdit>
#include <QUrl>

namespace chengban::e2e {

namespace {

constexpr int findTimeoutMs = 10000;
constexpr int layoutTimeoutMs = 3000;
constexpr int settleMs = 300; ///< The list of what is missing follows the typing after a pause.

void spin()
{
    QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    QTest::qWait(5);
}

void scrollTo(QWidget &widget)
{
    for (QWidget *parent = widget.parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(parent);
        if (area == nullptr || area->widget() == nullptr)
            continue;
        // Not ensureWidgetVisible(): of a text field that shows the line of the cursor only.
        const QPoint centre = widget.mapTo(area->widget(), widget.rect().center());
        area->ensureVisible(centre.x(), centre.y(), 8, widget.height() / 2 + 24);
    }
    QCoreApplication::processEvents();
}

QString held(QWidget &widget)
{
    if (auto *line = qobject_cast<QLineEdit *>(&widget))
        return line->text();
    if (auto *plain = qobject_cast<QPlainTextEdit *>(&widget))
        return plain->toPlainText();
    if (auto *rich = qobject_cast<QTextEdit *>(&widget))
        return rich->toPlainText();
    if (auto *number = qobject_cast<QSpinBox *>(&widget))
        return number->cleanText();
    return {};
}

/// By its whole text or by one of the words it is read out with, such as the number of a case.
bool isNamed(const QModelIndex &index, const QString &text)
{
    return index.data(Qt::DisplayRole).toString() == text
        || index.data(Qt::AccessibleTextRole).toString().split(QLatin1Char(' ')).contains(text);
}

} // namespace

Robot::Robot(QWidget &window)
    : m_window(&window)
{
}

QWidget *Robot::visibleNamed(const QString &name) const
{
    const QList<QWidget *> found = m_window->findChildren<QWidget *>(name);
    for (QWidget *widget : found) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

bool Robot::isUsable(const QString &name) const
{
    const QWidget *widget = visibleNamed(name);
    return widget != nullptr && widget->isEnabled();
}

QWidget *Robot::target(const QString &name)
{
    waitFor(
        QStringLiteral("click target \"%1\" is not there or not enabled").arg(name),
        [&] { return isUsable(name); }, findTimeoutMs);
    QWidget *widget = visibleNamed(name);
    scrollTo(*widget);
    return widget;
}

std::optional<QPoint> Robot::pointOf(QWidget &widget) const
{
    QPoint inside = widget.rect().center();
    // A check box or radio button answers at its indicator and label, which stand at its start.
    if (qobject_cast<QAbstractButton *>(&widget) != nullptr)
        inside.setX(std::min(inside.x(), 12));
    const QPoint point = widget.mapTo(widget.window(), inside);
    const QWidget *top = widget.window()->childAt(point);
    const bool onTop = top != nullptr && (top == &widget || widget.isAncestorOf(top));
    return onTop ? std::optional(point) : std::nullopt;
}

void Robot::click(const QString &name)
{
    std::optional<QPoint> point;
    QWidget *widget = nullptr;
    // A page that has just changed lays itself out once more before its widgets keep their places.
    waitFor(
        QStringLiteral("click target \"%1\" is covered or outside the window").arg(name),
        [&] {
            widget = target(name);
            point = pointOf(*widget);
            return point.has_value();
        },
        layoutTimeoutMs);
    if (!widget->window()->isActiveWindow())
        widget->window()->activateWindow(); // As a click does where there is a window manager.
    QWidget *receiver = widget->window()->childAt(*point);
    QTest::mouseClick(receiver, Qt::LeftButton, {}, receiver->mapFrom(widget->window(), *point));
    spin();
}

void Robot::type(const QString &name, const QString &text)
{
    click(name);
    QPointer<QWidget> widget = visibleNamed(name);
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(widget, Qt::Key_Delete);
    const bool isNumber = qobject_cast<QSpinBox *>(widget) != nullptr;
    if (isNumber)
        QTest::keyClicks(widget, text);
    const QStringList lines = isNumber ? QStringList() : text.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            QTest::keyClick(widget, Qt::Key_Return);
        QInputMethodEvent commit;
        commit.setCommitString(lines[i]);
        QApplication::sendEvent(widget, &commit);
    }
    spin();
    if (widget == nullptr || held(*widget) != text)
        throw RobotFault(QStringLiteral("field \"%1\" does not hold what was typed").arg(name));
}

void Robot::choose(const QString &name, const QString &value)
{
    auto *box = qobject_cast<QComboBox *>(target(name));
    if (box == nullptr)
        throw RobotFault(QStringLiteral("\"%1\" is no combo box").arg(name));
    int index = box->findData(value);
    if (index < 0)
        index = box->findText(value);
    if (index < 0)
        throw RobotFault(QStringLiteral("\"%1\" has no entry \"%2\"").arg(name, value));
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    while (box->currentIndex() < index) {
        const int before = box->currentIndex();
        QTest::keyClick(box, Qt::Key_Down);
        if (box->currentIndex() == before)
            throw RobotFault(QStringLiteral("\"%1\" does not move by keyboard").arg(name));
    }
    spin();
}

void Robot::setChecked(const QString &name, bool on)
{
    auto *button = qobject_cast<QAbstractButton *>(target(name));
    if (button == nullptr || !button->isCheckable())
        throw RobotFault(QStringLiteral("\"%1\" cannot be ticked").arg(name));
    if (button->isChecked() != on)
        click(name);
    if (button->isChecked() != on)
        throw RobotFault(QStringLiteral("\"%1\" did not change").arg(name));
}

void Robot::clickRow(const QString &viewName, const QString &text)
{
    auto *view = qobject_cast<QAbstractItemView *>(target(viewName));
    if (view == nullptr)
        throw RobotFault(QStringLiteral("\"%1\" is no list").arg(viewName));
    QModelIndex hit;
    const auto seek = [&] {
        const QAbstractItemModel *model = view->model();
        std::function<void(const QModelIndex &)> visit = [&](const QModelIndex &parent) {
            for (int row = 0; row < model->rowCount(parent) && !hit.isValid(); ++row) {
                const QModelIndex index = model->index(row, 0, parent);
                if (isNamed(index, text))
                    hit = index;
                visit(index);
            }
        };
        visit({});
        return hit.isValid();
    };
    waitFor(QStringLiteral("list \"%1\" has no row \"%2\"").arg(viewName, text), seek);
    view->scrollTo(hit);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(hit).center());
    spin();
}

void Robot::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : m_window.data(), key, modifiers);
    spin();
}

void Robot::drop(const QString &name, const QStringList &files)
{
    QWidget *widget = target(name);
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls.append(QUrl::fromLocalFile(file));
    data.setUrls(urls);
    const QPoint at = widget->rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &enter);
    if (!enter.isAccepted())
        throw RobotFault(QStringLiteral("\"%1\" does not take the files").arg(name));
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
    spin();
}

void Robot::waitFor(const QString &what, const std::function<bool()> &done, int timeoutMs)
{
    QDeadlineTimer timer(timeoutMs);
    while (!done()) {
        if (timer.hasExpired())
            throw RobotFault(what);
        spin();
    }
}

void Robot::shoot(const QString &path)
{
    QTest::qWait(settleMs);
    if (!m_window->grab().save(path))
        throw RobotFault(QStringLiteral("cannot write the picture %1").arg(path));
}

} // namespace chengban::e2e
