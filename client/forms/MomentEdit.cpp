#include "client/forms/MomentEdit.h"

#include "client/forms/Typography.h"
#include "shared/base/CountyTime.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace chengban {

MomentEdit::MomentEdit(const QString &caption, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QDateTimeEdit)
{
    m_edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_edit->setCalendarPopup(true);
    m_edit->setTimeSpec(Qt::UTC); // It holds the county's wall clock and must not convert it.
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    if (!caption.isEmpty()) {
        m_there = new QCheckBox(caption);
        layout->addWidget(m_there);
        m_edit->setEnabled(false);
        connect(m_there, &QCheckBox::toggled, m_edit, &QWidget::setEnabled);
        connect(m_there, &QCheckBox::clicked, this, [this] {
            m_touched = true;
            Q_EMIT edited();
        });
    }
    layout->addWidget(m_edit);
    layout->addStretch(1);
    setFocusProxy(m_there ? static_cast<QWidget *>(m_there) : m_edit);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &shown) {
        m_touched = true;
        m_utcMs = chengban::utcMs(shown.date(), shown.time());
        Q_EMIT edited();
    });
}

void MomentEdit::fill(qint64 utcMs)
{
    const QSignalBlocker quiet(m_edit);
    const QDateTime county = countyTime(utcMs);
    m_utcMs = utcMs;
    m_edit->setDateTime(QDateTime(county.date(), county.time(), Qt::UTC));
}

void MomentEdit::propose(qint64 utcMs)
{
    if (!m_touched)
        fill(utcMs);
}

void MomentEdit::setMoment(qint64 utcMs)
{
    m_touched = true;
    if (m_there)
        m_there->setChecked(true);
    fill(utcMs);
}

std::optional<qint64> MomentEdit::moment() const
{
    return m_there && !m_there->isChecked() ? std::nullopt : std::optional(m_utcMs);
}

} // namespace chengban
