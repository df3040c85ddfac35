#include "client/forms/CaseListPanel.h"

#include "client/forms/CaseDelegate.h"
#include "client/forms/Icons.h"
#include "client/forms/Typography.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace chengban {

CaseListPanel::CaseListPanel(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_model(desk)
    , m_search(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_title(label({}, "heading"))
    , m_empty(label({}, "quiet"))
{
    makeLayout();
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &query) {
        m_model.setQuery(query);
        showEmptiness();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &CaseListPanel::choose);
    m_view->viewport()->installEventFilter(this);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &CaseListPanel::keepSelection);
    connect(&m_model, &CaseListModel::countsChanged, this, &CaseListPanel::showEmptiness);
}

void CaseListPanel::makeLayout()
{
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search number, title, text"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Glyph::Search), QLineEdit::LeadingPosition);
    m_search->setAccessibleName(tr("Search"));
    m_view->setObjectName(QStringLiteral("cases"));
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new CaseDelegate(m_view));
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setAccessibleName(tr("Cases"));
    m_empty->setObjectName(QStringLiteral("emptyList"));
    m_empty->setContentsMargins(12, gap, 12, gap);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 12, 12, gap);
    head->setSpacing(gap);
    head->addWidget(m_title);
    head->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_empty);
    layout->addWidget(m_view, 1);
}

void CaseListPanel::setPlace(Place place)
{
    m_search->clear();
    m_current = {};
    m_currentRow = 0;
    m_model.setPlace(place);
    m_view->selectionModel()->clear();
    advance();
    showEmptiness();
}

void CaseListPanel::select(const CaseId &id)
{
    const int row = m_model.rowOf(id);
    if (row >= 0)
        m_view->setCurrentIndex(m_model.index(row));
}

void CaseListPanel::step(int rows)
{
    const int row = m_view->currentIndex().row() + rows;
    if (row >= 0 && row < m_model.rowCount())
        m_view->setCurrentIndex(m_model.index(row));
}

void CaseListPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool CaseListPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
        const QModelIndex index = m_view->indexAt(at);
        QStyleOptionViewItem option;
        option.initFrom(m_view);
        option.rect = m_view->visualRect(index);
        if (index.isValid() && CaseDelegate::isDueAt(option, index, at))
            Q_EMIT explanationWanted(m_model.idAt(index.row())); // The press has opened the case.
    }
    return QWidget::eventFilter(watched, event);
}

void CaseListPanel::keepSelection()
{
    showEmptiness();
    const int row = m_model.rowOf(m_current);
    if (row >= 0)
        m_view->setCurrentIndex(m_model.index(row));
    else
        m_view->selectionModel()->clear(); // The page stays: somebody may be typing in it.
}

void CaseListPanel::advance()
{
    if (m_model.rowOf(m_current) >= 0)
        return;
    const int row = std::min(m_currentRow, m_model.rowCount() - 1);
    if (row >= 0) {
        m_view->setCurrentIndex(m_model.index(row));
        return;
    }
    m_current = {};
    Q_EMIT caseChosen({});
}

void CaseListPanel::showEmptiness()
{
    const bool searching = !m_model.query().isEmpty();
    //: %1 is the name of a place, %2 the number of cases in it
    m_title->setText(searching ? tr("Search: %n case(s)", nullptr, m_model.rowCount())
                               : tr("%1 · %2").arg(placeText(m_model.place())).arg(m_model.rowCount()));
    const bool empty = m_model.rowCount() == 0;
    if (empty && searching)
        say(m_empty, tr("No case holds these words. Try fewer words or a part of the number."));
    else if (empty && m_desk.syncState().line == SyncState::Line::NeverConnected)
        say(m_empty, tr("The cases have not been fetched yet. Connect to the server once."));
    else
        say(m_empty, empty ? emptyText(m_model.place()) : QString());
    m_view->setVisible(!empty);
    if (empty)
        m_empty->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
}

void CaseListPanel::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_currentRow = index.row();
    const CaseId id = m_model.idAt(index.row());
    if (id == m_current)
        return;
    m_current = id;
    Q_EMIT caseChosen(id);
}

} // namespace chengban
