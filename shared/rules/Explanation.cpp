#include "shared/base/CountyTime.h"
#include "shared/rules/Citations.h"
#include "shared/rules/Deadlines.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace chengban {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Deadlines", text);
}

constexpr std::array limitTexts{QT_TRANSLATE_NOOP("Deadlines", "Acceptance"),
    QT_TRANSLATE_NOOP("Deadlines", "First contact"), QT_TRANSLATE_NOOP("Deadlines", "Start"),
    QT_TRANSLATE_NOOP("Deadlines", "Handling"), QT_TRANSLATE_NOOP("Deadlines", "Feedback"),
    QT_TRANSLATE_NOOP("Deadlines", "Rework"), QT_TRANSLATE_NOOP("Deadlines", "Second review"),
    QT_TRANSLATE_NOOP("Deadlines", "Return of the case"), QT_TRANSLATE_NOOP("Deadlines", "Supervision")};

constexpr std::array weekdays{QT_TRANSLATE_NOOP("Deadlines", "Mon"), QT_TRANSLATE_NOOP("Deadlines", "Tue"),
    QT_TRANSLATE_NOOP("Deadlines", "Wed"), QT_TRANSLATE_NOOP("Deadlines", "Thu"),
    QT_TRANSLATE_NOOP("Deadlines", "Fri"), QT_TRANSLATE_NOOP("Deadlines", "Sat"),
    QT_TRANSLATE_NOOP("Deadlines", "Sun")};

struct Reason
{
    const char *why;
    const char *text;
};
constexpr std::array reasons{Reason{"workday", QT_TRANSLATE_NOOP("Deadlines", "working day")},
    Reason{"made-up-workday", QT_TRANSLATE_NOOP("Deadlines", "working day in exchange for a day off")},
    Reason{"weekend", QT_TRANSLATE_NOOP("Deadlines", "weekend")},
    Reason{"holiday", QT_TRANSLATE_NOOP("Deadlines", "holiday")},
    Reason{"local-holiday", QT_TRANSLATE_NOOP("Deadlines", "holiday of the county")},
    Reason{"paused", QT_TRANSLATE_NOOP("Deadlines", "the clock stood still")},
    Reason{"day-of-receipt", QT_TRANSLATE_NOOP("Deadlines", "day of receipt")},
    Reason{"outside-hours", QT_TRANSLATE_NOOP("Deadlines", "outside office hours")},
    Reason{"natural", QT_TRANSLATE_NOOP("Deadlines", "natural day")}};

QString reasonText(const CountedDay &day)
{
    const auto reason
        = std::ranges::find_if(reasons, [&](const Reason &r) { return day.why == QLatin1StringView(r.why); });
    const QString text = reason == reasons.end() ? day.why : translated(reason->text);
    if (day.name.isEmpty() || day.why == QStringLiteral("natural"))
        return text;
    //: %1 is a reason like "holiday", %2 the name of the holiday
    return QCoreApplication::translate("Deadlines", "%1, %2").arg(text, day.name);
}

QString countText(const CountedDay &day)
{
    if (!day.counts)
        return QCoreApplication::translate("Deadlines", "not counted");
    if (day.minutes > 0) {
        //: Time counted of one day; %1 hours, %2 minutes
        return QCoreApplication::translate("Deadlines", "%1 h %2 min")
            .arg(day.minutes / 60)
            .arg(day.minutes % 60);
    }
    //: %1 is a number: the how-many-th day that counts
    return QCoreApplication::translate("Deadlines", "day %1").arg(day.ordinal);
}

QString dayLine(const CountedDay &day)
{
    const QString weekday = translated(weekdays[static_cast<size_t>(day.date.dayOfWeek() - 1)]);
    //: %1 date, %2 weekday, %3 "day 2" or "not counted", %4 the reason
    return QCoreApplication::translate("Deadlines", "%1 (%2): %3, %4")
        .arg(day.date.toString(Qt::ISODate), weekday, countText(day), reasonText(day));
}

QString amountText(const Deadline &deadline)
{
    const int n = deadline.amount;
    switch (deadline.unit) {
    case LimitUnit::WorkingDay:
        return n == 0 ? QCoreApplication::translate("Deadlines", "the same working day")
                      : QCoreApplication::translate("Deadlines", "%n working day(s)", nullptr, n);
    case LimitUnit::NaturalDay:
        return QCoreApplication::translate("Deadlines", "%n natural day(s)", nullptr, n);
    case LimitUnit::WorkingHour:
        return QCoreApplication::translate("Deadlines", "%n working hour(s)", nullptr, n);
    case LimitUnit::NaturalHour:
        return QCoreApplication::translate("Deadlines", "%n natural hour(s)", nullptr, n);
    }
    Q_UNREACHABLE();
}

/// Who set the length; empty for the document itself.
QString sourceLine(const Deadline &deadline)
{
    switch (deadline.source) {
    case LimitSource::Document:
        return {};
    case LimitSource::Unit:
        //: %1 what the unit relies on
        return QCoreApplication::translate("Deadlines", "The unit's own shorter limit prevails: %1")
            .arg(deadline.basis);
    case LimitSource::Statute:
        //: %1 law and article
        return QCoreApplication::translate("Deadlines", "The limit of the law prevails: %1")
            .arg(deadline.basis);
    case LimitSource::Order:
        return QCoreApplication::translate("Deadlines", "The order set this limit.");
    }
    Q_UNREACHABLE();
}

QStringList headLines(const Deadline &deadline, const QList<Document> &documents)
{
    //: %1 name of the limit, %2 its length
    QStringList lines{QCoreApplication::translate("Deadlines", "%1: %2")
                          .arg(limitText(deadline.limit), amountText(deadline))};
    if (const QString place = citedText(deadline.cite, documents); !place.isEmpty()) {
        //: %1 document and article
        lines += QCoreApplication::translate("Deadlines", "By %1").arg(place);
    }
    if (deadline.extendedBy > 0) {
        lines += QCoreApplication::translate(
            "Deadlines", "Extended by %n working day(s)", nullptr, deadline.extendedBy);
    }
    lines += sourceLine(deadline);
    if (deadline.replacedDueMs) {
        lines += QCoreApplication::translate("Deadlines", "By the document alone it would be due %1.")
                     .arg(shownTime(*deadline.replacedDueMs));
    }
    lines += QCoreApplication::translate("Deadlines", "Starts: %1").arg(shownTime(deadline.startMs));
    for (const Pause &pause : deadline.pauses) {
        lines += QCoreApplication::translate("Deadlines", "Stood still from %1 to %2")
                     .arg(shownTime(pause.fromMs), shownTime(pause.toMs));
    }
    lines.removeAll(QString());
    return lines;
}

} // namespace

QString limitText(LimitName name)
{
    return translated(limitTexts[static_cast<size_t>(name)]);
}

QString explained(const Deadline &deadline, const QList<Document> &documents)
{
    QStringList lines = headLines(deadline, documents);
    for (const CountedDay &day : deadline.counted)
        lines += dayLine(day);
    lines += QCoreApplication::translate("Deadlines", "Due: %1").arg(shownTime(deadline.dueMs));
    if (deadline.provisional) {
        lines += QCoreApplication::translate(
            "Deadlines", "Provisional: the holiday notice for these days is not published yet.");
    }
    if (!deadline.note.isEmpty())
        lines += QCoreApplication::translate("Deadlines", "Note: %1").arg(deadline.note);
    return lines.join(QLatin1Char('\n'));
}

namespace {

QString movedLine(const MovedDay &day)
{
    const auto said = [](const std::optional<CountedDay> &counted) {
        return counted ? reasonText(*counted) : QCoreApplication::translate("Deadlines", "outside the count");
    };
    //: %1 date, %2 and %3 reasons like "working day"
    return QCoreApplication::translate("Deadlines", "%1: %2 became %3")
        .arg(day.date.toString(Qt::ISODate), said(day.was), said(day.is));
}

} // namespace

QString explained(const Recalculation &recalculation)
{
    QStringList lines{//: %1 name of the limit, %2 and %3 times
        QCoreApplication::translate("Deadlines", "%1: due %3 instead of %2")
            .arg(limitText(recalculation.deadline.limit), shownTime(recalculation.oldDueMs),
                shownTime(recalculation.deadline.dueMs))};
    for (const MovedDay &day : recalculation.moved)
        lines += movedLine(day);
    return lines.join(QLatin1Char('\n'));
}

} // namespace chengban
