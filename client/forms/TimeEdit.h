#pragma once

#include <QDateTimeEdit>

#include <functional>

class QPushButton;

namespace chengban {

/// A moment in the county's time, to the minute, or none yet; a button puts the present one there.
class TimeEdit : public QWidget
{
    Q_OBJECT

public:
    TimeEdit(const QString &objectName, std::function<qint64()> nowMs, QWidget *parent = nullptr);

    void setMs(qint64 ms); ///< 0: none. Does not emit edited().
    [[nodiscard]] qint64 ms() const; ///< What was set, to the millisecond, while nobody changed it.

Q_SIGNALS:
    void edited();

private:
    void show(qint64 ms);

    QDateTimeEdit *m_edit;
    qint64 m_ms = 0;
    bool m_shows = false; ///< The program writes into the field.
};

} // namespace chengban
