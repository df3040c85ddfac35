#include "client/forms/TimeEdit.h"

#include "client/forms/Typography.h"
#include "shared/base/CountyTime.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScopedValueRollback>

namespace chengban {

namespace {

/// Shows as "not yet"; no case is older.
QDateTime none()
{
    return {QDate(2000, 1, 1), QTime(0, 0), Qt::UTC};
}

} // namespace

TimeEdit::TimeEdit(const QString &objectName, std::function<qint64()> nowMs, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QDateTimeEdit)
{
    // The county's clock is shown as if it were UTC, so that the PC's zone has no say in it.
    m_edit->setTimeSpec(Qt::UTC);
    m_edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_edit->setMinimumDateTime(none());
    m_edit->setSpecialValueText(tr("Not yet"));
    m_edit->setObjectName(objectName);
    auto *now = button(tr("Now"), objectName + QStringLiteral("Now"), "link");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_edit);
    layout->addWidget(now);
    layout->addStretch(1);
    setFocusProxy(m_edit);
    show(0);
    connect(now, &QPushButton::clicked, this, [this, nowMs = std::move(nowMs)] {
        setMs(nowMs());
        Q_EMIT edited();
    });
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &time) {
        if (m_shows)
            return;
        m_ms = time == none() ? 0 : utcMs(time.date(), time.time());
        Q_EMIT edited();
    });
}

void TimeEdit::show(qint64 ms)
{
    const QScopedValueRollback shows(m_shows, true);
    const QDateTime time = countyTime(ms);
    const QTime minute(time.time().hour(), time.time().minute());
    m_edit->setDateTime(ms == 0 ? none() : QDateTime(time.date(), minute, Qt::UTC));
}

void TimeEdit::setMs(qint64 ms)
{
    m_ms = ms;
    show(ms);
}

qint64 TimeEdit::ms() const
{
    return m_ms;
}

} // namespace chengban
