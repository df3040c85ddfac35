#include "client/forms/KeysPanel.h"

#include "client/forms/Typography.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

namespace chengban {

KeysPanel::KeysPanel(QWidget *window)
    : QFrame(window)
{
    setObjectName(QStringLiteral("keys"));
    setProperty("role", QLatin1StringView("sheet"));
    const QList<std::pair<QString, QString>> rows{{QStringLiteral("F1"), tr("Show or hide these keys")},
        {QStringLiteral("F2"), tr("Next missing part")},
        {QStringLiteral("F4"), tr("Why it is due then: the counted days")},
        {QStringLiteral("Space"), tr("Mark the chosen advice as read")},
        {QStringLiteral("Ctrl+Enter"), tr("The main button of the page")},
        {QStringLiteral("Ctrl+F"), tr("Search")}, {QStringLiteral("Ctrl+P"), tr("Print the dossier")},
        {QStringLiteral("Ctrl+Shift+P"), tr("Print the whole dossier at once")},
        {QStringLiteral("Alt+↑  Alt+↓"), tr("Other case of the list")},
        {QStringLiteral("Alt+1 … Alt+6"), tr("Outcome of a call to the citizen")},
        {QStringLiteral("Alt+0"), tr("Undo that outcome before it is recorded")},
        {QStringLiteral("Ctrl+V"), tr("Add a picture from the clipboard to the evidence")},
        {QStringLiteral("Ctrl+Z"), tr("Undo in a text field")},
        {QStringLiteral("Ctrl++  Ctrl+-"), tr("Larger or smaller text")},
        {QStringLiteral("Ctrl+Shift+H"), tr("Keep the windows out of pictures of the screen, or not")},
        {QStringLiteral("Ctrl+L"), tr("Lock the desk")}, {QStringLiteral("Esc"), tr("Put away a panel")}};
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 20, 24, 20);
    grid->setHorizontalSpacing(3 * gap);
    grid->setVerticalSpacing(gap);
    grid->addWidget(label(tr("Keys of this page"), "heading"), 0, 0, 1, 2);
    for (int row = 0; row < rows.size(); ++row) {
        QLabel *key = label(rows.at(row).first, "quiet");
        key->setWordWrap(false);
        grid->addWidget(key, row + 1, 0);
        QLabel *what = label(rows.at(row).second, "plain");
        what->setWordWrap(false);
        grid->addWidget(what, row + 1, 1);
    }
    hide();
    window->installEventFilter(this);
}

void KeysPanel::toggle()
{
    setVisible(!isVisible());
    if (isVisible())
        place();
}

bool KeysPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    if (event->type() == QEvent::MouseButtonPress)
        hide();
    return QFrame::eventFilter(watched, event);
}

void KeysPanel::place()
{
    adjustSize();
    const QRect room = parentWidget()->rect();
    move(room.center().x() - width() / 2, std::max(gap, (room.height() - height()) / 3));
    raise();
}

} // namespace chengban
