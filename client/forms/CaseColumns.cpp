#include "client/forms/CaseColumns.h"

#include <QEvent>

namespace chengban {

namespace {
constexpr int wideInLetters = 52; ///< Chinese letters; below it the page has two columns.
}

CaseColumns::CaseColumns(QWidget *demand, QWidget *form, QWidget *side, QWidget *parent)
    : QSplitter(parent)
    , m_demand(demand)
    , m_beside(new QSplitter(Qt::Vertical))
{
    for (QSplitter *one : {static_cast<QSplitter *>(this), m_beside}) {
        one->setChildrenCollapsible(false);
        one->setHandleWidth(1);
    }
    m_beside->addWidget(side);
    for (QWidget *one : {demand, form, static_cast<QWidget *>(m_beside)})
        addWidget(one);
    setSizes({240, 520, 220});
    setStretchFactor(indexOf(form), 5);
}

void CaseColumns::arrange()
{
    const bool narrow = width() < wideInLetters * fontMetrics().horizontalAdvance(QChar(0x56fd));
    if (narrow == (m_demand->parentWidget() == m_beside))
        return;
    if (narrow) {
        m_beside->insertWidget(0, m_demand);
        m_beside->setSizes({1000, 1000}); // Halves.
        setSizes({width() * 65 / 100, width() * 35 / 100});
    } else {
        insertWidget(0, m_demand);
        setSizes({width() * 24 / 100, width() * 54 / 100, width() * 22 / 100});
    }
}

void CaseColumns::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    arrange();
}

void CaseColumns::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    // Later: a column that moves takes its handle away while the style goes through all widgets.
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &CaseColumns::arrange, Qt::QueuedConnection);
}

} // namespace chengban
