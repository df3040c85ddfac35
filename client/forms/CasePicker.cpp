#include "client/forms/CasePicker.h"

#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

namespace {
constexpr int mostShown = 30;
} // namespace

CasePicker::CasePicker(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_query(new QLineEdit)
    , m_list(new QListWidget)
    , m_none(label(tr("No case at this desk has these words."), "quiet"))
{
    m_query->setObjectName(QStringLiteral("sheetCase"));
    m_query->setPlaceholderText(tr("Number or words of the case"));
    m_query->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("sheetCases"));
    m_list->setMaximumHeight(180);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    addField(layout, tr("To which case does it belong?"), m_query);
    layout->addWidget(m_list);
    layout->addWidget(m_none);
    m_list->hide();
    m_none->hide();
    connect(m_query, &QLineEdit::textChanged, this, &CasePicker::look);
    connect(m_query, &QLineEdit::returnPressed, this, &CasePicker::take);
    connect(m_list, &QListWidget::itemActivated, this, &CasePicker::take);
    connect(m_list, &QListWidget::itemClicked, this, &CasePicker::take);
}

void CasePicker::clear()
{
    m_query->clear();
}

bool CasePicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_query && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && m_list->count() > 0) {
        m_list->setFocus();
        m_list->setCurrentRow(std::max(0, m_list->currentRow()));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CasePicker::look()
{
    m_list->clear();
    const QString query = m_query->text().trimmed();
    const QList<CaseId> found = query.isEmpty() ? QList<CaseId>() : m_desk.search(query);
    const QList<CaseSummary> cases = found.isEmpty() ? QList<CaseSummary>() : m_desk.cases();
    for (const CaseId &id : found) {
        const auto line = std::ranges::find(cases, id, &CaseSummary::id);
        if (line == cases.end() || m_list->count() >= mostShown)
            continue;
        auto *item = new QListWidgetItem(
            QStringLiteral("%1  %2  %3").arg(line->number, line->title, phaseText(line->phase)), m_list);
        item->setData(Qt::UserRole, id.value);
    }
    m_list->setVisible(m_list->count() > 0);
    m_none->setVisible(!query.isEmpty() && m_list->count() == 0);
}

void CasePicker::take()
{
    QListWidgetItem *item = m_list->count() == 1 ? m_list->item(0) : m_list->currentItem();
    if (item)
        Q_EMIT chosen(CaseId{item->data(Qt::UserRole).toString()});
}

} // namespace chengban
