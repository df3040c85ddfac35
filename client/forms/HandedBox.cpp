#include "client/forms/HandedBox.h"

#include "client/forms/Typography.h"
#include "client/models/HandoverWording.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

HandedBox::HandedBox(Desk &desk, Colleagues &colleagues, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_colleagues(colleagues)
    , m_list(new QVBoxLayout)
{
    setObjectName(QStringLiteral("handedBox"));
    m_list->setSpacing(gap / 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(thinLine());
    layout->addWidget(label(tr("Handed to you"), "heading"));
    layout->addLayout(m_list);
    connect(&colleagues, &Colleagues::handoversChanged, this, &HandedBox::refresh);
    connect(&desk, &Desk::casesChanged, this, &HandedBox::refresh);
    refresh();
}

void HandedBox::refresh()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        if (QWidget *row = item->widget())
            row->deleteLater();
        delete item;
    }
    const QList<HandedDraft> waiting = m_colleagues.waiting();
    const QList<CaseSummary> cases = m_desk.cases();
    for (const HandedDraft &one : waiting) {
        const auto line = std::ranges::find(cases, one.caseId, &CaseSummary::id);
        const QString number = line == cases.end() ? QString() : line->number;
        auto *row = new QWidget;
        auto *rowLayout = new QHBoxLayout(row);
        rowLayout->setContentsMargins(0, 0, 0, 0);
        //: %1 number of a case, %2 a sentence
        rowLayout->addWidget(label(tr("%1: %2").arg(number, handoverText(one, m_desk.nowMs())), "plain"), 1);
        QPushButton *open = button(tr("Open the case"), QStringLiteral("openHanded"), "link");
        connect(open, &QPushButton::clicked, this, [this, id = one.caseId] { Q_EMIT caseWanted(id); });
        rowLayout->addWidget(open);
        m_list->addWidget(row);
    }
    setVisible(!waiting.isEmpty());
}

} // namespace chengban
