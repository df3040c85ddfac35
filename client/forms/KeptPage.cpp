#include "client/forms/KeptPage.h"

#include "client/forms/Typography.h"
#include "client/models/ReplyFields.h"
#include "client/models/Wording.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace chengban {

KeptPage::KeptPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_list(new QListWidget)
    , m_text(new QTextBrowser)
    , m_error(label({}, "error"))
    , m_bringBack(button(tr("Make it the draft"), QStringLiteral("bringBack")))
    , m_close(button(tr("Back to the case"), QStringLiteral("closeKept")))
{
    setObjectName(QStringLiteral("keptPage"));
    makeLayout();
    connect(m_list, &QListWidget::currentRowChanged, this, &KeptPage::showCurrent);
    connect(m_bringBack, &QPushButton::clicked, this, &KeptPage::bringBack);
    connect(m_close, &QPushButton::clicked, this, &KeptPage::closed);
}

void KeptPage::makeLayout()
{
    m_list->setObjectName(QStringLiteral("keptTexts"));
    m_list->setAccessibleName(tr("Earlier texts"));
    m_list->setWordWrap(true);
    m_list->setMaximumWidth(260);
    m_text->setObjectName(QStringLiteral("keptText"));
    m_text->setAccessibleName(tr("Text"));
    m_text->setOpenLinks(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gap);
    buttons->addWidget(m_bringBack);
    buttons->addWidget(m_close);
    buttons->addWidget(m_error, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(2 * gap);
    columns->addWidget(m_list);
    columns->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(gap);
    layout->addWidget(label(tr("Earlier texts of this case"), "title"));
    layout->addWidget(
        label(tr("Every text of yours that gave way to another one is kept on this PC."), "quiet"));
    layout->addLayout(buttons);
    layout->addLayout(columns, 1);
    m_error->hide();
}

void KeptPage::setCase(const CaseId &id)
{
    m_id = id;
    m_texts = m_desk.keptTexts(id);
    m_list->clear();
    for (const KeptText &one : std::as_const(m_texts)) {
        //: %1 a time, %2 what text it is, %3 why it is kept
        m_list->addItem(
            tr("%1  %2\n%3")
                .arg(shortTime(one.atMs, m_desk.nowMs()), keptKindText(one.kind), keptWhyText(one.why)));
    }
    say(m_error, {});
    m_list->setCurrentRow(m_texts.isEmpty() ? -1 : 0);
    showCurrent();
    m_list->setFocus(Qt::OtherFocusReason);
}

void KeptPage::showCurrent()
{
    const int row = m_list->currentRow();
    const bool any = row >= 0 && row < m_texts.size();
    const auto theCase = m_desk.caseOf(m_id);
    const Rules rules = theCase ? m_desk.rulesFor(*theCase) : Rules();
    m_text->setHtml(any ? keptHtml(m_texts.at(row), rules.pack) : QString());
    const QString kind = any ? m_texts.at(row).kind : QString();
    m_bringBack->setEnabled(
        kind == QLatin1StringView("reply") || kind == nameOf(CommandType::SubmitForSignOff));
}

void KeptPage::bringBack()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_texts.size())
        return;
    const Result<void> done = m_desk.bringBack(m_id, m_texts.at(row));
    say(m_error, done ? QString() : errorText(done.error().code));
    if (done)
        Q_EMIT broughtBack();
}

void KeptPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace chengban
