#include "client/forms/DuePanel.h"

#include "client/forms/DueCalendar.h"
#include "client/forms/Typography.h"
#include "client/models/NextStep.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace chengban {

DuePanel::DuePanel(QWidget *page, const QWidget &above)
    : QFrame(page)
    , m_above(above)
    , m_heading(label({}, "heading"))
    , m_choices(new QHBoxLayout)
    , m_calendar(new DueCalendar)
    , m_words(label({}, "plain"))
    , m_provisional(
          label(tr("Provisional: the holiday notice for these days is not published yet; the date may "
                   "still move."),
              "finding"))
    , m_state(label({}, "quiet"))
    , m_scroll(new QScrollArea)
    , m_copy(button(tr("Copy"), QStringLiteral("copyExplanation")))
    , m_print(button(tr("Print"), QStringLiteral("printExplanation")))
    , m_close(button(tr("Close"), QStringLiteral("closeExplanation")))
{
    setObjectName(QStringLiteral("duePanel"));
    setProperty("role", QLatin1StringView("sheet"));
    m_words->setObjectName(QStringLiteral("explanation"));
    makeLayout();
    connect(m_copy, &QPushButton::clicked, this, &DuePanel::copy);
    connect(m_print, &QPushButton::clicked, this, &DuePanel::print);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    m_print->hide();
    hide();
    page->installEventFilter(this);
}

void DuePanel::makeLayout()
{
    m_words->setAlignment(Qt::AlignTop);
    m_words->setMinimumWidth(fontMetrics().horizontalAdvance(QChar(0x56fd)) * 16);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto *beside = new QHBoxLayout(content);
    beside->setContentsMargins(0, 0, gap, 0);
    beside->setSpacing(3 * gap);
    beside->addWidget(m_calendar, 0, Qt::AlignTop);
    beside->addWidget(m_words, 1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_choices->setSpacing(gap);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    for (QPushButton *one : {m_copy, m_print, m_close})
        buttons->addWidget(one);
    buttons->addWidget(m_state);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(gap);
    layout->addWidget(m_heading);
    layout->addLayout(m_choices);
    layout->addWidget(m_provisional);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(buttons);
}

void DuePanel::setPrinter(TextPrinter printer)
{
    m_printer = std::move(printer);
    m_print->setVisible(m_printer != nullptr);
}

void DuePanel::explain(const CaseView &view, std::optional<LimitName> limit)
{
    m_deadlines.clear();
    setCase(view);
    const Deadline *running = view.theCase.runningDeadline();
    if (!limit && running)
        limit = running->limit;
    if (!limit && !m_deadlines.isEmpty())
        limit = m_deadlines.cbegin().key();
    if (!limit || !m_deadlines.contains(*limit))
        return;
    m_limit = *limit;
    makeChoices();
    show(m_limit);
    setVisible(true);
    place();
    m_close->setFocus(Qt::PopupFocusReason);
}

void DuePanel::setCase(const CaseView &view)
{
    const bool same = view.theCase.deadlines == m_deadlines;
    m_case = shownNumber(view.theCase) + QStringLiteral("  ") + view.theCase.demand.title;
    m_deadlines = view.theCase.deadlines;
    m_documents = view.rules.pack ? view.rules.pack->documents : QList<Document>();
    if (same || !isVisible())
        return;
    if (m_deadlines.contains(m_limit))
        show(m_limit);
    else
        hide();
}

void DuePanel::makeChoices()
{
    while (QLayoutItem *item = m_choices->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &row : namesOf(LimitName())) {
        if (!m_deadlines.contains(row.value) || m_deadlines.size() < 2)
            continue;
        QPushButton *one
            = button(limitText(row.value), QStringLiteral("limit:") + QLatin1StringView(row.name));
        one->setCheckable(true);
        one->setAutoExclusive(true);
        one->setChecked(row.value == m_limit);
        m_choices->addWidget(one);
        connect(one, &QPushButton::clicked, this, [this, limit = row.value] { show(limit); });
    }
    m_choices->addStretch(1);
}

void DuePanel::show(LimitName limit)
{
    m_limit = limit;
    const Deadline deadline = m_deadlines.value(limit);
    //: %1 which limit, %2 due time
    m_heading->setText(tr("%1: %2").arg(dueLabel(limit), shownTime(deadline.dueMs)));
    m_words->setText(explained(deadline, m_documents));
    m_calendar->setDeadline(deadline, m_words->text());
    m_provisional->setVisible(deadline.provisional);
    m_state->clear();
    if (isVisible())
        place();
}

void DuePanel::place()
{
    const QWidget *page = parentWidget();
    const int letter = fontMetrics().horizontalAdvance(QChar(0x56fd));
    const int wide = std::min(page->width() - 4 * gap, m_calendar->sizeHint().width() + 30 * letter);
    m_words->setFixedWidth(std::max(10 * letter, wide - m_calendar->sizeHint().width() - 10 * gap));
    const int content = std::max(m_calendar->sizeHint().height(), m_words->heightForWidth(m_words->width()));
    m_scroll->setMinimumHeight(std::min(content + gap, page->height() / 2));
    resize(wide, std::min(sizeHint().height(), page->height() - m_above.height() - 2 * gap));
    move(page->width() - width() - 2 * gap, m_above.geometry().bottom() + 1);
    raise();
}

bool DuePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void DuePanel::copy()
{
    QApplication::clipboard()->setText(m_case + QLatin1Char('\n') + m_words->text());
    m_state->setText(tr("Copied"));
}

void DuePanel::print()
{
    QString html = QStringLiteral("<h2>%1</h2><p>%2</p>")
                       .arg(m_heading->text().toHtmlEscaped(), m_case.toHtmlEscaped());
    for (const QString &line : m_words->text().split(QLatin1Char('\n')))
        html += QStringLiteral("<p style=\"margin:2px 0\">%1</p>").arg(line.toHtmlEscaped());
    m_printer(m_heading->text(), html);
}

} // namespace chengban
