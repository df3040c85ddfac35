#include "client/forms/MomentEdit.h"

#include "client/forms/Typography.h"
#include "shared/base/CountyTime.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>

namespace chengban {

namespace {

/// Shows as "not given"; no case is older.
QDateTime none()
{
    return {QDate(2000, 1, 1), QTime(0, 0), Qt::UTC};
}

bool begins(const QKeyEvent &key)
{
    const bool steps = key.key() == Qt::Key_Up || key.key() == Qt::Key_Down;
    return steps || (!key.text().isEmpty() && key.text().front().isDigit());
}

} // namespace

MomentEdit::MomentEdit(Kind kind, const QString &objectName, std::function<qint64()> nowMs, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_nowMs(std::move(nowMs))
    , m_edit(new QDateTimeEdit)
{
    // The county's clock is shown as if it were UTC, so that the PC's zone has no say in it.
    m_edit->setTimeSpec(Qt::UTC);
    m_edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_edit->setMinimumDateTime(none());
    setObjectName(objectName);
    m_edit->setObjectName(objectName + QStringLiteral("Field"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_edit);
    if (kind == Kind::Optional)
        addButtons();
    layout->addStretch(1);
    setFocusProxy(m_edit);
    fill(std::nullopt);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &time) {
        const bool there = m_kind == Kind::Required || time != none();
        take(there ? std::optional(utcMs(time.date(), time.time())) : std::nullopt);
    });
}

void MomentEdit::addButtons()
{
    m_edit->setSpecialValueText(tr("Not given"));
    m_edit->installEventFilter(this);
    auto *now = button(tr("Now"), objectName() + QStringLiteral("Now"), "link");
    m_none = button(tr("None"), objectName() + QStringLiteral("None"), "link");
    m_none->setToolTip(tr("Takes the time away again"));
    layout()->addWidget(now);
    layout()->addWidget(m_none);
    connect(now, &QPushButton::clicked, this, [this] { put(m_nowMs()); });
    connect(m_none, &QPushButton::clicked, this, [this] { put(std::nullopt); });
}

void MomentEdit::put(std::optional<qint64> utcMs)
{
    fill(utcMs);
    take(utcMs);
}

void MomentEdit::take(std::optional<qint64> utcMs)
{
    m_touched = true;
    m_ms = utcMs;
    if (m_none)
        m_none->setVisible(utcMs.has_value());
    Q_EMIT edited();
}

void MomentEdit::fill(std::optional<qint64> utcMs)
{
    const QSignalBlocker quiet(m_edit);
    m_ms = utcMs;
    const QDateTime county = countyTime(utcMs.value_or(0));
    const QTime minute(county.time().hour(), county.time().minute());
    m_edit->setDateTime(utcMs ? QDateTime(county.date(), minute, Qt::UTC) : none());
    if (m_none)
        m_none->setVisible(utcMs.has_value());
}

void MomentEdit::propose(qint64 utcMs)
{
    if (m_kind == Kind::Required && !m_touched)
        fill(utcMs);
}

void MomentEdit::setMoment(std::optional<qint64> utcMs)
{
    m_touched = true;
    fill(utcMs);
}

bool MomentEdit::eventFilter(QObject *watched, QEvent *event)
{
    // "Not given" has no sections that could be typed into.
    if (event->type() == QEvent::KeyPress && !m_ms && begins(*static_cast<QKeyEvent *>(event))) {
        put(m_nowMs());
        m_edit->setSelectedSection(QDateTimeEdit::YearSection);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace chengban
