#include "client/forms/Rail.h"

#include "client/forms/Icons.h"
#include "client/forms/Theme.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace chengban {

namespace {

Glyph glyphOf(Place place)
{
    switch (place) {
    case Place::ToDo:
        return Glyph::Inbox;
    case Place::SignOff:
        return Glyph::Pen;
    case Place::Rework:
        return Glyph::Repeat;
    case Place::Done:
        return Glyph::Check;
    case Place::All:
        return Glyph::List;
    case Place::Dispatch:
        return Glyph::Fork;
    case Place::Decisions:
        return Glyph::Flag;
    case Place::Review:
        return Glyph::Eye;
    case Place::Callback:
        return Glyph::Phone;
    case Place::Close:
        return Glyph::Check;
    case Place::Archive:
        return Glyph::Box;
    case Place::Dossiers:
        return Glyph::Box;
    case Place::Bulletin:
        return Glyph::Flag;
    case Place::Papers:
        return Glyph::Paper;
    case Place::Import:
        return Glyph::Import;
    case Place::Substitutes:
        return Glyph::Repeat;
    case Place::Rules:
        return Glyph::List;
    case Place::Transfer:
        return Glyph::Arrows;
    }
    return Glyph::List;
}

} // namespace

QString railName(Place place)
{
    QString name(nameOf(place));
    name[0] = name.at(0).toUpper();
    return QStringLiteral("rail") + name;
}

RailButton::RailButton(Place place, QWidget *parent)
    : QAbstractButton(parent)
    , m_place(place)
{
    setObjectName(railName(place));
    setText(placeText(place));
    setCheckable(true);
    setAccessibleName(text());
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

void RailButton::setCount(int count)
{
    m_count = count;
    //: %1 is the name of a place, %2 the number of cases in it
    setAccessibleName(count > 0 ? tr("%1, %2 cases").arg(text()).arg(count) : text());
    update();
}

QSize RailButton::sizeHint() const
{
    const int icon = int(fontMetrics().height() * 0.95);
    const int words = fontMetrics().horizontalAdvance(text() + QStringLiteral(" 000"));
    return {14 + icon + gap + words + 12, fontMetrics().height() + 2 * gap + 4};
}

QSize RailButton::minimumSizeHint() const
{
    return {sizeHint().width(), fontMetrics().height() + 2}; // Large text in a low window: closer lines.
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (isChecked() || underMouse() || hasFocus())
        painter.fillRect(rect(), isChecked() ? colours().base : colours().soft);
    if (isChecked())
        painter.fillRect(QRect(0, 0, 3, height()), colours().accent);
    const QColor colour = isChecked() ? colours().accent : colours().text;
    const double side = fontMetrics().height() * 0.95;
    paintGlyph(painter, glyphOf(m_place), QRectF(14, (height() - side) / 2, side, side), colour);
    QFont face = font();
    face.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(face);
    painter.setPen(colour);
    const QRect words = rect().adjusted(14 + int(side) + gap, 0, -12, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, text());
    if (m_count > 0) {
        painter.setFont(font());
        painter.setPen(colours().quiet);
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, QString::number(m_count));
    }
}

void RailButton::enterEvent(QEnterEvent *)
{
    update();
}

void RailButton::leaveEvent(QEvent *)
{
    update();
}

Rail::Rail(Desk &desk, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_scroll(new QScrollArea(this))
    , m_sync(label({}, "small"))
    , m_ways(new QHBoxLayout)
{
    setProperty("role", QLatin1StringView("rail"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 12);
    layout->setSpacing(2);
    layout->addWidget(m_scroll, 1);
    addPlaces();
    addFoot(layout);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this, &Rail::updateGeometry);
    connect(&desk, &Desk::syncStateChanged, this, &Rail::showSync);
    showSync();
}

void Rail::addPlaces()
{
    auto *inside = new QWidget;
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *group = new QButtonGroup(this);
    const QList<Place> places = placesOf(m_desk.actor().role);
    Place before = places.first();
    for (const Place place : places) {
        auto *entry = new RailButton(place, this);
        m_buttons.insert(place, entry);
        group->addButton(entry);
        connect(entry, &RailButton::clicked, this, [this, place] { Q_EMIT placeChosen(place); });
        if (isPage(place) && !isPage(before))
            layout->addSpacing(2 * gap);
        layout->addWidget(entry);
        before = place;
    }
    layout->addStretch(1);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
}

void Rail::addFoot(QVBoxLayout *layout)
{
    const Actor actor = m_desk.actor();
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(14, 0, 10, 0);
    foot->setSpacing(4);
    m_sync->setObjectName(QStringLiteral("syncLine"));
    foot->addWidget(m_sync);
    foot->addSpacing(gap);
    QLabel *name = label(actor.name, "quiet");
    name->setObjectName(QStringLiteral("userName"));
    foot->addWidget(name);
    foot->addWidget(label(actor.unitName + QLatin1Char('\n') + roleText(actor.role), "small"));
    QPushButton *lock = button(tr("Lock"), QStringLiteral("lock"), "link");
    lock->setIcon(icon(Glyph::Lock));
    lock->setToolTip(tr("Lock the desk (Ctrl+L)"));
    connect(lock, &QPushButton::clicked, this, &Rail::lockWanted);
    QPushButton *logOut = button(tr("Log out"), QStringLiteral("logOut"), "link");
    connect(logOut, &QPushButton::clicked, this, &Rail::logOutWanted);
    m_ways->setSpacing(gap);
    m_ways->addWidget(lock);
    m_ways->addWidget(logOut);
    m_ways->addStretch(1);
    foot->addLayout(m_ways);
    layout->addLayout(foot);
}

QSize Rail::sizeHint() const
{
    int width = m_ways->sizeHint().width() + 24;
    for (const RailButton *entry : m_buttons)
        width = std::max(width, entry->sizeHint().width());
    const QScrollBar *bar = m_scroll->verticalScrollBar();
    if (bar->maximum() > 0)
        width += bar->sizeHint().width();
    return {width, QFrame::sizeHint().height()};
}

void Rail::setCount(Place place, int count)
{
    if (RailButton *entry = m_buttons.value(place))
        entry->setCount(count);
}

void Rail::setPlace(Place place)
{
    if (RailButton *entry = m_buttons.value(place)) {
        entry->setChecked(true);
        m_scroll->ensureWidgetVisible(entry, 0, 0);
    }
}

void Rail::showSync()
{
    const SyncState state = m_desk.syncState();
    QString text = syncText(state);
    if (state.filesWaiting > 0)
        text += QLatin1Char('\n') + tr("%n file(s) to upload", nullptr, state.filesWaiting);
    if (!state.update.ready.isEmpty())
        //: %1 is a version, for instance 1.2.0
        text += QLatin1Char('\n') + tr("Version %1 at the next start").arg(state.update.ready);
    m_sync->setText(text);
    setCount(Place::Transfer, state.waiting);
}

} // namespace chengban
