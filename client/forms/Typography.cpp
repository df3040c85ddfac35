#include "client/forms/Typography.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QPushButton>

namespace chengban {

QLabel *label(const QString &text, const char *role, QWidget *parent)
{
    auto *made = new QLabel(text, parent);
    made->setProperty("role", QLatin1StringView(role));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    made->setFocusPolicy(Qt::NoFocus);
    return made;
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

void addField(QBoxLayout *layout, const QString &caption, QWidget *field)
{
    QLabel *above = label(caption, "quiet");
    above->setTextInteractionFlags(Qt::NoTextInteraction);
    above->setBuddy(field);
    field->setAccessibleName(caption);
    layout->addWidget(above);
    layout->addWidget(field);
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace chengban
