#pragma once

#include "shared/rules/Deadlines.h"

#include <QHash>
#include <QWidget>

namespace chengban {

/// The counted days of a deadline as a small calendar, weeks from Monday: which days count, and why the
/// others do not. Never by colour alone: each day carries its word.
class DueCalendar : public QWidget
{
    Q_OBJECT

public:
    explicit DueCalendar(QWidget *parent = nullptr);

    /// `words`: the same for those who do not see it.
    void setDeadline(const Deadline &deadline, const QString &words);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override; ///< Tool tips of days.

private:
    [[nodiscard]] QSize cell() const;
    [[nodiscard]] int weeks() const;
    [[nodiscard]] QRect rectOf(const QDate &date) const;
    void paintDay(QPainter &painter, const QDate &date) const;

    QHash<QDate, CountedDay> m_days;
    QDate m_monday; ///< Of the first week shown.
    QDate m_last;
    QDate m_due;
};

/// What stands under a day in the calendar: "day 2", "weekend", the name of the holiday.
[[nodiscard]] QString dayWord(const CountedDay &day);

} // namespace chengban
