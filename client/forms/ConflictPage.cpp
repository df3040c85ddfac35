#include "client/forms/ConflictPage.h"

#include "client/forms/ClashBox.h"
#include "client/forms/Typography.h"
#include "client/models/ReplyFields.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

ConflictPage::ConflictPage(QWidget *parent)
    : QWidget(parent)
    , m_state(label({}, "quiet"))
    , m_finish(button(tr("Take these texts"), QStringLiteral("takeTexts"), "main"))
    , m_later(button(tr("Decide later"), QStringLiteral("decideLater")))
    , m_scroll(new QScrollArea)
    , m_column(new QVBoxLayout)
{
    setObjectName(QStringLiteral("conflictPage"));
    makeLayout();
    connect(m_finish, &QPushButton::clicked, this, &ConflictPage::finish);
    connect(m_later, &QPushButton::clicked, this, &ConflictPage::later);
}

void ConflictPage::makeLayout()
{
    auto *inside = new QWidget;
    inside->setBackgroundRole(QPalette::Base);
    inside->setLayout(m_column);
    m_column->setContentsMargins(0, 0, gap, 0);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addWidget(m_finish);
    buttons->addWidget(m_later);
    buttons->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(gap);
    layout->addWidget(label(tr("Two texts for the same field"), "title"));
    layout->addWidget(
        label(tr("What differs is bold and underlined. Nothing is lost: the text that gives way "
                 "is kept among the earlier texts of this case."),
            "quiet"));
    layout->addLayout(buttons);
    layout->addWidget(thinLine());
    layout->addWidget(m_scroll, 1);
}

void ConflictPage::setNews(const DraftNews &news, const Actor &me, const RulePack *pack, qint64 nowMs)
{
    if (news.merge.clashes == m_news.merge.clashes && !m_boxes.isEmpty()) {
        m_news = news;
        return;
    }
    QHash<QString, std::pair<FieldClash, Keep>> before;
    for (const ClashBox *box : std::as_const(m_boxes)) {
        if (const auto chosen = box->chosen())
            before.insert(box->clash().field, {box->clash(), *chosen});
    }
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_boxes.clear();
    m_news = news;
    const Writer mine{me.user, me.name, me.device, news.mine.savedAtMs ? news.mine.savedAtMs : nowMs};
    for (const FieldClash &clash : news.merge.clashes) {
        auto *box = new ClashBox(clash, replyFieldText(clash.field),
            {writerText(mine, me, nowMs), replyValueText(clash.field, clash.mine, pack)},
            {writerText(news.writers.value(clash.field), me, nowMs),
                replyValueText(clash.field, clash.theirs, pack)});
        if (const auto old = before.constFind(clash.field); old != before.cend() && old->first == clash)
            box->choose(old->second);
        connect(box, &ClashBox::changed, this, &ConflictPage::showState);
        m_column->addWidget(box);
        m_boxes.append(box);
    }
    m_column->addStretch(1);
    showState();
}

bool ConflictPage::isDecided() const
{
    return !firstOpen();
}

ReplyMerge ConflictPage::merge() const
{
    ReplyMerge merge = m_news.merge;
    for (const ClashBox *box : m_boxes) {
        if (const auto keep = box->chosen())
            merge = chengban::decided(merge, box->clash().field, *keep);
    }
    return merge;
}

void ConflictPage::begin()
{
    if (ClashBox *open = firstOpen()) {
        open->focusChoice();
        m_scroll->ensureWidgetVisible(open);
    } else {
        m_finish->setFocus(Qt::TabFocusReason);
    }
}

void ConflictPage::finish()
{
    if (firstOpen())
        return begin();
    Q_EMIT decided();
}

ClashBox *ConflictPage::current() const
{
    const auto box = std::ranges::find_if(
        m_boxes, [](const ClashBox *one) { return one->isAncestorOf(one->window()->focusWidget()); });
    return box == m_boxes.end() ? firstOpen() : *box;
}

ClashBox *ConflictPage::firstOpen() const
{
    const auto open = std::ranges::find_if(m_boxes, [](const ClashBox *one) { return !one->chosen(); });
    return open == m_boxes.end() ? nullptr : *open;
}

void ConflictPage::choose(Keep keep)
{
    ClashBox *box = current();
    if (!box)
        return;
    box->choose(keep);
    if (!box->chosen())
        return; // This field cannot hold both.
    if (ClashBox *next = firstOpen()) {
        next->focusChoice();
        m_scroll->ensureWidgetVisible(next);
    } else {
        m_finish->setFocus(Qt::TabFocusReason);
    }
}

void ConflictPage::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_1:
        return choose(Keep::Mine);
    case Qt::Key_2:
        return choose(Keep::Theirs);
    case Qt::Key_3:
        return choose(Keep::Both);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return finish();
    case Qt::Key_Escape:
        Q_EMIT later();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ConflictPage::showState()
{
    const auto open = std::ranges::count_if(m_boxes, [](const ClashBox *one) { return !one->chosen(); });
    m_state->setText(open > 0 ? tr("%n field(s) to decide: 1 mine, 2 the other, 3 both", nullptr, int(open))
                              : tr("Enter takes the texts as chosen"));
}

} // namespace chengban
