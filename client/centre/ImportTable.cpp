#include "client/centre/ImportTable.h"

#include "client/forms/Typography.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace chengban {

namespace {
constexpr int allStates = -2; ///< Button groups give -1 a meaning of their own.
}

ImportTable::ImportTable(QWidget *parent)
    : QWidget(parent)
    , m_filters(new QButtonGroup(this))
    , m_filterLine(new QHBoxLayout)
    , m_view(new QTableView)
{
    m_view->setObjectName(QStringLiteral("importTable"));
    m_view->setModel(&m_model);
    m_view->setAccessibleName(tr("Lines of the file"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setWordWrap(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_filterLine->setSpacing(gap);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(m_filterLine);
    layout->addWidget(m_view, 1);
    connect(m_filters, &QButtonGroup::idClicked, this, [this](int state) {
        m_model.setFilter(state == allStates ? QList<ImportLineState>() : QList{ImportLineState(state)});
    });
}

void ImportTable::show(const ImportPreview &preview)
{
    m_model.setLines(preview.lines);
    makeFilters(preview);
    if (m_fitted != preview.lines.size())
        fitColumns();
    m_fitted = int(preview.lines.size());
}

void ImportTable::makeFilters(const ImportPreview &preview)
{
    const int chosen = m_filters->checkedId();
    while (QLayoutItem *item = m_filterLine->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [&](int id, const QString &name, const QString &words, qsizetype count) {
        //: %1 is what the lines of a file have in common, %2 their number
        QPushButton *one = button(tr("%1 %2").arg(words).arg(count), QStringLiteral("lines:") + name);
        one->setCheckable(true);
        m_filters->addButton(one, id);
        m_filterLine->addWidget(one);
        one->setChecked(id == chosen);
    };
    add(allStates, QStringLiteral("all"), tr("All lines"), preview.lines.size());
    for (const ImportLineState state :
        {ImportLineState::Fine, ImportLineState::Warned, ImportLineState::Imported,
            ImportLineState::Duplicate, ImportLineState::Refused, ImportLineState::Unreadable}) {
        if (const qsizetype count = preview.count(state); count > 0)
            add(int(state), QString::number(int(state)), importStateText(state), count);
    }
    m_filterLine->addStretch(1);
    if (!m_filters->checkedButton()) {
        m_filters->button(allStates)->setChecked(true);
        m_model.setFilter({});
    }
}

void ImportTable::fitColumns()
{
    const int letter = fontMetrics().horizontalAdvance(QChar(0x56fd));
    const std::pair<ImportTableModel::Column, int> widths[]
        = {{ImportTableModel::Line, 3}, {ImportTableModel::State, 5}, {ImportTableModel::Number, 9},
            {ImportTableModel::Title, 14}, {ImportTableModel::Remark, 18}, {ImportTableModel::ReportedAt, 9}};
    for (const auto &[column, letters] : widths)
        m_view->setColumnWidth(column, letters * letter + 2 * gap);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + gap);
}

} // namespace chengban
