#include "client/forms/DueCalendar.h"

#include "client/forms/Theme.h"
#include "client/forms/Typography.h"
#include "shared/base/CountyTime.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace chengban {

namespace {

constexpr int daysOfWeek = 7;

QFont wordFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.8);
    return small;
}

QString weekdayWord(int dayOfWeek)
{
    static constexpr const char *words[daysOfWeek] = {QT_TRANSLATE_NOOP("chengban::DueCalendar", "Mon"),
        QT_TRANSLATE_NOOP("chengban::DueCalendar", "Tue"), QT_TRANSLATE_NOOP("chengban::DueCalendar", "Wed"),
        QT_TRANSLATE_NOOP("chengban::DueCalendar", "Thu"), QT_TRANSLATE_NOOP("chengban::DueCalendar", "Fri"),
        QT_TRANSLATE_NOOP("chengban::DueCalendar", "Sat"), QT_TRANSLATE_NOOP("chengban::DueCalendar", "Sun")};
    return DueCalendar::tr(words[dayOfWeek - 1]);
}

struct WhyWord
{
    const char *why;
    const char *text;
};

constexpr WhyWord whyWords[] = {
    {"weekend", QT_TRANSLATE_NOOP("chengban::DueCalendar", "weekend")},
    {"holiday", QT_TRANSLATE_NOOP("chengban::DueCalendar", "holiday")},
    {"day-of-receipt", QT_TRANSLATE_NOOP("chengban::DueCalendar", "received")},
    {"outside-hours", QT_TRANSLATE_NOOP("chengban::DueCalendar", "after hours")},
};

} // namespace

QString dayWord(const CountedDay &day)
{
    if (day.counts && day.minutes > 0)
        //: Time counted of one day; %1 hours, %2 minutes
        return DueCalendar::tr("%1:%2").arg(day.minutes / 60).arg(day.minutes % 60, 2, 10, QLatin1Char('0'));
    if (day.counts && day.why == QLatin1StringView("made-up-workday"))
        //: %1 is a number: the how-many-th day that counts; it is a Saturday or Sunday worked for a day off
        return DueCalendar::tr("day %1, made up").arg(day.ordinal);
    if (day.counts)
        //: %1 is a number: the how-many-th day that counts
        return DueCalendar::tr("day %1").arg(day.ordinal);
    if (day.why == QLatin1StringView("holiday") && !day.name.isEmpty())
        return day.name;
    const auto word = std::ranges::find_if(
        whyWords, [&](const WhyWord &row) { return day.why == QLatin1StringView(row.why); });
    return word == std::end(whyWords) ? QString() : DueCalendar::tr(word->text);
}

DueCalendar::DueCalendar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("dueCalendar"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DueCalendar::setDeadline(const Deadline &deadline, const QString &words)
{
    m_days.clear();
    for (const CountedDay &day : deadline.counted)
        m_days.insert(day.date, day);
    m_due = countyTime(deadline.dueMs).date();
    const QDate start = countyTime(deadline.startMs).date();
    m_monday = start.addDays(1 - start.dayOfWeek());
    m_last = std::max(start, m_due);
    setAccessibleName(tr("The counted days as a calendar"));
    setAccessibleDescription(words);
    updateGeometry();
    update();
}

QSize DueCalendar::cell() const
{
    const QFontMetrics words(wordFont(font()));
    return {words.horizontalAdvance(QChar(0x56fd)) * 5 + gap, fontMetrics().height() + words.height() + gap};
}

int DueCalendar::weeks() const
{
    return m_monday.isValid() ? int(m_monday.daysTo(m_last) / daysOfWeek) + 1 : 1;
}

QSize DueCalendar::sizeHint() const
{
    const int head = QFontMetrics(wordFont(font())).height() + gap / 2;
    return {cell().width() * daysOfWeek + 1, head + weeks() * cell().height() + 1};
}

QRect DueCalendar::rectOf(const QDate &date) const
{
    const int days = int(m_monday.daysTo(date));
    const int head = QFontMetrics(wordFont(font())).height() + gap / 2;
    return {QPoint(days % daysOfWeek * cell().width(), head + days / daysOfWeek * cell().height()), cell()};
}

void DueCalendar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(wordFont(font()));
    painter.setPen(colours().quiet);
    for (int day = 1; day <= daysOfWeek; ++day)
        painter.drawText(QRect((day - 1) * cell().width(), 0, cell().width(), painter.fontMetrics().height()),
            Qt::AlignCenter, weekdayWord(day));
    const QDate end = m_monday.addDays(qint64(weeks()) * daysOfWeek);
    for (QDate date = m_monday; date < end; date = date.addDays(1))
        paintDay(painter, date);
}

void DueCalendar::paintDay(QPainter &painter, const QDate &date) const
{
    const auto known = m_days.constFind(date);
    const bool counts = known != m_days.cend() && known->counts;
    const bool due = date == m_due;
    const QRect rect = rectOf(date);
    painter.setPen(colours().line);
    painter.setBrush(due ? colours().accent : counts ? colours().soft : colours().base);
    painter.drawRect(rect);
    const QColor ink = due ? colours().onAccent : known == m_days.cend() ? colours().line : colours().text;
    painter.setFont(font());
    painter.setPen(counts || due ? ink : known == m_days.cend() ? colours().quiet : colours().quiet);
    QRect number = rect.adjusted(0, gap / 2, 0, 0);
    number.setHeight(fontMetrics().height());
    const bool names = date.day() == 1 || date == m_monday;
    painter.drawText(
        number, Qt::AlignCenter, names ? date.toString(QStringLiteral("M-d")) : QString::number(date.day()));
    painter.setFont(wordFont(font()));
    const QRect word(
        rect.left() + 2, number.bottom() + 1, rect.width() - 4, rect.bottom() - number.bottom() - 2);
    const QString text = known == m_days.cend() ? QString() : dayWord(*known);
    painter.drawText(word, Qt::AlignCenter,
        painter.fontMetrics().elidedText(
            due && text.isEmpty() ? tr("due") : text, Qt::ElideRight, word.width()));
}

bool DueCalendar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const CountedDay &day : std::as_const(m_days)) {
        if (rectOf(day.date).contains(help->pos()))
            QToolTip::showText(help->globalPos(), dayWord(day), this);
    }
    return true;
}

} // namespace chengban
