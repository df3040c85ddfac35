#include "client/forms/HandoverPanel.h"

#include "client/forms/Typography.h"
#include "client/models/HandoverWording.h"
#include "client/models/Wording.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

namespace {

constexpr int tellEveryMs = 15'000; ///< A third of the time after which the server forgets it.
constexpr qint64 writingForMs = 30'000; ///< After the last key press.
constexpr qsizetype mostRows = 3;

} // namespace

HandoverPanel::HandoverPanel(Desk &desk, QWidget *parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_writers(label({}, "finding"))
    , m_error(label({}, "error"))
    , m_rows(new QWidget)
    , m_list(new QVBoxLayout(m_rows))
    , m_begin(button(tr("Hand the draft to a colleague"), QStringLiteral("beginHandover"), "link"))
    , m_choice(new QWidget)
    , m_receiver(new QComboBox)
    , m_give(button(tr("Hand over a copy"), QStringLiteral("handOver")))
{
    setObjectName(QStringLiteral("handoverPanel"));
    makeLayout();
    m_tell.setInterval(tellEveryMs);
    connect(&m_tell, &QTimer::timeout, this, &HandoverPanel::tell);
    connect(m_begin, &QPushButton::clicked, this, &HandoverPanel::choose);
    connect(m_give, &QPushButton::clicked, this, &HandoverPanel::handOver);
    m_error->hide();
    showParts();
}

void HandoverPanel::makeLayout()
{
    m_writers->setObjectName(QStringLiteral("writers"));
    m_writers->hide();
    m_error->setObjectName(QStringLiteral("handoverError"));
    m_receiver->setObjectName(QStringLiteral("receiver"));
    m_receiver->setAccessibleName(tr("Colleague"));
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(gap / 2);
    auto *choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->setSpacing(gap);
    choice->addWidget(m_receiver);
    choice->addWidget(m_give);
    choice->addWidget(label(tr("Sealed for this colleague's computers; your draft stays here."), "quiet"), 1);
    m_choice->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, gap / 2, 16, gap / 2);
    layout->setSpacing(gap / 2);
    layout->addWidget(m_writers);
    layout->addWidget(m_rows);
    layout->addWidget(m_begin, 0, Qt::AlignLeft);
    layout->addWidget(m_choice);
    layout->addWidget(m_error);
}

void HandoverPanel::setColleagues(Colleagues *colleagues)
{
    m_colleagues = colleagues;
    if (!m_colleagues)
        return showParts();
    connect(m_colleagues, &Colleagues::handoversChanged, this, &HandoverPanel::refresh);
    connect(m_colleagues, &Colleagues::writersChanged, this, &HandoverPanel::showWriters);
    refresh();
}

void HandoverPanel::setCase(const CaseId &id)
{
    if (m_colleagues && m_told)
        m_colleagues->tell(m_id, false);
    m_id = id;
    m_told = false;
    m_typedAtMs = 0;
    m_choice->hide();
    say(m_writers, {});
    say(m_error, {});
    if (m_id.isEmpty()) {
        m_tell.stop();
    } else {
        m_tell.start();
        tell();
    }
    refresh();
}

bool HandoverPanel::isWriting() const
{
    return m_typedAtMs > 0 && m_desk.nowMs() - m_typedAtMs < writingForMs;
}

void HandoverPanel::touch()
{
    m_typedAtMs = m_desk.nowMs();
    if (!m_told)
        tell();
}

void HandoverPanel::tell()
{
    if (!m_colleagues || m_id.isEmpty())
        return;
    m_told = isWriting();
    m_colleagues->tell(m_id, m_told);
}

void HandoverPanel::showWriters(const CaseId &id, const QList<wire::Presence> &writers)
{
    if (id != m_id)
        return;
    QStringList names;
    for (const wire::Presence &one : writers)
        names << one.name;
    //: %1 one name or several
    say(m_writers,
        names.isEmpty() ? QString()
                        : tr("%1 is writing on this case.").arg(names.join(QStringLiteral("、"))));
    showParts();
}

void HandoverPanel::refresh()
{
    listHandovers();
    fillReceivers();
    showParts();
}

void HandoverPanel::listHandovers()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        if (QWidget *row = item->widget())
            row->deleteLater();
        delete item;
    }
    if (!m_colleagues || m_id.isEmpty())
        return;
    for (const HandedDraft &one : m_colleagues->handovers(m_id)) {
        // What was declined or taken back on the receiver's side needs no line any more.
        const bool isShown = one.given || one.waitsForMe() || one.state == Handing::Merging;
        if (isShown && m_list->count() < mostRows)
            addRow(one);
    }
}

void HandoverPanel::addRow(const HandedDraft &one)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gap);
    QLabel *text = label(handoverText(one, m_desk.nowMs()), one.waitsForMe() ? "finding" : "quiet");
    text->setObjectName(QStringLiteral("handover_") + one.id);
    line->addWidget(text, 1);
    if (one.waitsForMe()) {
        QPushButton *accept = button(tr("Take it over"), QStringLiteral("acceptHandover"));
        QPushButton *decline = button(tr("Decline"), QStringLiteral("declineHandover"), "link");
        connect(accept, &QPushButton::clicked, this, [this, one] { answer(one, true); });
        connect(decline, &QPushButton::clicked, this, [this, one] { answer(one, false); });
        line->addWidget(accept);
        line->addWidget(decline);
    } else if (one.given && !one.isOver()) {
        QPushButton *back = button(tr("Take it back"), QStringLiteral("withdrawHandover"), "link");
        connect(back, &QPushButton::clicked, this, [this, id = one.id] { withdraw(id); });
        line->addWidget(back);
    }
    m_list->addWidget(row);
}

void HandoverPanel::fillReceivers()
{
    const QString before = m_receiver->currentData().toString();
    m_receiver->clear();
    if (!m_colleagues || m_id.isEmpty())
        return;
    for (const wire::DirectoryPerson &one : m_colleagues->receivers()) {
        //: %1 name of a person, %2 role
        m_receiver->addItem(tr("%1 (%2)").arg(one.name, roleText(one.role)), one.id.value);
    }
    m_receiver->setCurrentIndex(std::max(0, m_receiver->findData(before)));
}

void HandoverPanel::choose()
{
    m_choice->setVisible(m_choice->isHidden());
    if (!m_choice->isHidden())
        m_receiver->setFocus();
}

void HandoverPanel::handOver()
{
    Q_EMIT saveWanted();
    const Result<void> given = m_colleagues->handOver(m_id, UserId{m_receiver->currentData().toString()});
    sayResult(given);
    if (given)
        m_choice->hide();
    refresh();
}

void HandoverPanel::answer(const HandedDraft &one, bool accept)
{
    if (accept)
        Q_EMIT saveWanted();
    const Result<void> done = accept ? m_colleagues->accept(one.id) : m_colleagues->decline(one.id);
    sayResult(done);
    if (done && accept)
        Q_EMIT accepted();
}

void HandoverPanel::withdraw(const QString &id)
{
    sayResult(m_colleagues->withdraw(id));
}

void HandoverPanel::sayResult(const Result<void> &done)
{
    const QString text = done                       ? QString()
        : done.error().code == ErrorCode::Forbidden ? tr("This colleague cannot be given a draft now: not of "
                                                         "this unit, or no computer of theirs is admitted.")
                                                    : errorText(done.error().code);
    say(m_error, text);
}

void HandoverPanel::showParts()
{
    const bool mayGive = m_colleagues && !m_id.isEmpty() && m_receiver->count() > 0 && m_desk.draft(m_id);
    m_begin->setVisible(mayGive);
    if (!mayGive)
        m_choice->hide();
    m_rows->setVisible(m_list->count() > 0);
    setVisible(mayGive || m_list->count() > 0 || !m_writers->isHidden() || !m_error->isHidden());
}

} // namespace chengban
