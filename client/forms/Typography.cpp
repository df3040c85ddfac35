#include "client/forms/Typography.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace chengban {

namespace {

/// A wrapping label otherwise asks for a block of pleasing shape, not for its line.
class LineLabel : public QLabel
{
public:
    using QLabel::QLabel;

    QSize sizeHint() const override
    {
        const QSize margins = {contentsMargins().left() + contentsMargins().right() + 2 * margin(), 0};
        const int width = fontMetrics().size(Qt::TextExpandTabs, text()).width() + margins.width() + 2;
        return {width, heightForWidth(width)};
    }
    QSize minimumSizeHint() const override
    {
        const int words = fontMetrics().horizontalAdvance(QLatin1Char('0')) * 12;
        return {std::min(words, sizeHint().width()), fontMetrics().height()};
    }
};

QLabel *dressed(QLabel *made, const char *role)
{
    made->setProperty("role", QLatin1StringView(role));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made->setFocusPolicy(Qt::NoFocus);
    return made;
}

} // namespace

QLabel *lineLabel(const QString &text, const char *role, QWidget *parent)
{
    return dressed(new LineLabel(text, parent), role);
}

QLabel *label(const QString &text, const char *role, QWidget *parent)
{
    return dressed(new QLabel(text, parent), role);
}

QFrame *thinLine(QWidget *parent)
{
    return frame("line", parent);
}

QFrame *frame(const char *role, QWidget *parent)
{
    auto *made = new QFrame(parent);
    made->setProperty("role", QLatin1StringView(role));
    return made;
}

QPushButton *button(const QString &text, const QString &objectName, const char *role, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(objectName);
    made->setAutoDefault(false);
    made->setCursor(Qt::PointingHandCursor);
    if (role)
        made->setProperty("role", QLatin1StringView(role));
    return made;
}

void nameField(QWidget &field, const QString &caption)
{
    field.setAccessibleName(caption);
    // What a person is in, and hears the name of, may be a field within the field. A button has its own
    // words.
    if (QWidget *inner = field.focusProxy(); inner && !qobject_cast<QAbstractButton *>(inner))
        inner->setAccessibleName(caption);
}

void addField(QBoxLayout *layout, const QString &caption, QWidget *field)
{
    QLabel *above = label(caption, "quiet");
    above->setTextInteractionFlags(Qt::NoTextInteraction);
    above->setBuddy(field);
    nameField(*field, caption);
    layout->addWidget(above);
    layout->addWidget(field);
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace chengban
