#include "client/forms/ContactCard.h"

#include "client/forms/FlowLayout.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"
#include "shared/reply/Requirements.h"

#include <QCheckBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace chengban {

namespace {

struct OutcomeButton
{
    ContactOutcome outcome;
    const char *objectName;
};

constexpr OutcomeButton outcomeButtons[] = {
    {ContactOutcome::Reached, "contactReached"},
    {ContactOutcome::NoAnswer, "contactNoAnswer"},
    {ContactOutcome::SwitchedOff, "contactSwitchedOff"},
    {ContactOutcome::WrongNumber, "contactWrongNumber"},
    {ContactOutcome::NoNumber, "contactNoNumber"},
    {ContactOutcome::Declined, "contactDeclined"},
};

struct ToldTick
{
    bool ContactAttempt::*flag;
    const char *objectName;
    const char *text;
    bool first; ///< At the first contact; else for an extension.
};

constexpr ToldTick toldTicks[] = {
    {&ContactAttempt::toldAcceptance, "toldAcceptance",
        QT_TRANSLATE_NOOP("chengban::ContactCard", "That the case was taken up"), true},
    {&ContactAttempt::toldProcedure, "toldProcedure",
        QT_TRANSLATE_NOOP("chengban::ContactCard", "How it is handled"), true},
    {&ContactAttempt::toldLimit, "toldLimit",
        QT_TRANSLATE_NOOP("chengban::ContactCard", "By when it will be done"), true},
    {&ContactAttempt::toldReason, "toldReason",
        QT_TRANSLATE_NOOP("chengban::ContactCard", "Why it takes longer"), false},
    {&ContactAttempt::toldProgress, "toldProgress",
        QT_TRANSLATE_NOOP("chengban::ContactCard", "What was reached so far"), false},
    {&ContactAttempt::toldPlan, "toldPlan", QT_TRANSLATE_NOOP("chengban::ContactCard", "What comes next"),
        false},
};

/// Time enough to see a wrong key, short enough not to be waited for.
constexpr int graceSeconds = 5;

QString attemptLine(const ContactAttempt &attempt, qint64 nowMs)
{
    QStringList words{shortTime(attempt.atMs, nowMs), outcomeText(attempt.outcome), attempt.handler};
    if (!attempt.phoneUsed.isEmpty())
        words << attempt.phoneUsed;
    if (!attempt.note.isEmpty())
        words << attempt.note;
    return words.join(QStringLiteral("  "));
}

} // namespace

ContactCard::ContactCard(std::function<qint64()> clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(std::move(clock))
    , m_attempts(label({}, "plain"))
    , m_sentence(label({}, "quiet"))
    , m_phone(new QLineEdit)
    , m_note(new QLineEdit)
    , m_grace(frame("grace"))
    , m_graceWords(label({}, "plain"))
{
    setObjectName(QStringLiteral("contact"));
    m_phone->setObjectName(QStringLiteral("contactPhone"));
    m_note->setObjectName(QStringLiteral("contactNote"));
    m_attempts->setObjectName(QStringLiteral("contactAttempts"));
    m_note->setPlaceholderText(tr("What was said (may stay empty)"));
    m_phone->setPlaceholderText(tr("Number used"));
    m_phone->setAccessibleName(tr("Number used"));
    m_note->setAccessibleName(tr("What was said"));
    m_note->installEventFilter(this);
    m_second.setInterval(1000);
    for (const ToldTick &row : toldTicks) {
        m_told.append(new QCheckBox(tr(row.text)));
        m_told.last()->setObjectName(QLatin1StringView(row.objectName));
    }
    makeLayout();
    connectFields();
}

void ContactCard::makeLayout()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(gap);
    m_phone->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    line->addWidget(m_phone);
    line->addWidget(m_note, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_attempts);
    layout->addLayout(line);
    addOutcomes(layout);
    addGrace(layout);
    m_firstTold = addTicks(layout, tr("Told, at the first contact:"), true);
    m_firstTold->hide();
    (void)addTicks(layout, tr("Told, for an extension:"), false);
    layout->addWidget(m_sentence);
}

void ContactCard::addGrace(QVBoxLayout *layout)
{
    m_grace->setObjectName(QStringLiteral("contactGrace"));
    m_graceWords->setObjectName(QStringLiteral("contactGraceWords"));
    QPushButton *undone = button(tr("Undo"), QStringLiteral("contactUndo"), "link");
    undone->setShortcut(QKeySequence(QStringLiteral("Alt+0")));
    undone->setToolTip(tr("Nothing is recorded (Alt+0)"));
    QPushButton *now = button(tr("Record now"), QStringLiteral("contactRecordNow"), "link");
    now->setToolTip(tr("Enter in the field above does the same"));
    auto *line = new QHBoxLayout(m_grace);
    line->setContentsMargins(gap, 4, gap, 4);
    line->setSpacing(gap);
    line->addWidget(m_graceWords, 1);
    line->addWidget(undone);
    line->addWidget(now);
    layout->addWidget(m_grace);
    m_grace->hide();
    connect(undone, &QPushButton::clicked, this, &ContactCard::undo);
    connect(now, &QPushButton::clicked, this, &ContactCard::recordNow);
}

void ContactCard::connectFields()
{
    connect(&m_second, &QTimer::timeout, this, &ContactCard::tick);
    connect(m_note, &QLineEdit::returnPressed, this, &ContactCard::recordNow);
    for (QLineEdit *edit : {m_phone, m_note}) {
        connect(edit, &QLineEdit::textEdited, this, &ContactCard::holdTime);
        connect(edit, &QLineEdit::textEdited, this, &ContactCard::edited);
    }
    for (QCheckBox *tick : std::as_const(m_told)) {
        connect(tick, &QCheckBox::clicked, this, &ContactCard::holdTime);
        connect(tick, &QCheckBox::clicked, this, &ContactCard::edited);
    }
}

void ContactCard::addOutcomes(QVBoxLayout *layout)
{
    auto *grid = new FlowLayout(3);
    grid->setSpacing(gap);
    int place = 0;
    for (const OutcomeButton &row : outcomeButtons) {
        const QString key = QString::number(place + 1);
        QPushButton *one = button(
            key + QStringLiteral("  ") + outcomeText(row.outcome), QLatin1StringView(row.objectName));
        one->setShortcut(QKeySequence(QStringLiteral("Alt+") + key));
        one->setToolTip(tr("Records the call with the present time (Alt+%1)").arg(key));
        connect(one, &QPushButton::clicked, this, [this, outcome = row.outcome] { begin(outcome); });
        grid->addWidget(one);
        ++place;
    }
    layout->addLayout(grid);
}

QWidget *ContactCard::addTicks(QVBoxLayout *layout, const QString &caption, bool first)
{
    auto *box = new QWidget;
    auto *inside = new QVBoxLayout(box);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(gap);
    inside->addWidget(label(caption, "quiet"));
    auto *line = new FlowLayout;
    line->setSpacing(2 * gap);
    for (qsizetype i = 0; i < m_told.size(); ++i) {
        if (toldTicks[i].first == first)
            line->addWidget(m_told[i]);
    }
    inside->addLayout(line);
    layout->addWidget(box);
    return box;
}

void ContactCard::setCase(const CaseView &view)
{
    const QList<ContactAttempt> attempts = view.theCase.contactAttempts();
    // The words stay until they stand in a recorded attempt.
    if (m_known >= 0 && attempts.size() > m_known && attempts.last().note == m_note->text().trimmed()) {
        m_note->clear();
        for (QCheckBox *tick : std::as_const(m_told))
            tick->setChecked(false);
        Q_EMIT edited(); // Or the draft would bring them back, to be recorded twice.
    }
    m_known = attempts.size();
    m_firstTold->setVisible(view.rules.pack && !view.rules.pack->contact.tells.isEmpty());
    QStringList lines;
    for (const ContactAttempt &attempt : attempts)
        lines << attemptLine(attempt, view.nowMs);
    if (lines.isEmpty() && view.theCase.demand.anonymous)
        lines << tr("Anonymous: no contact is needed.");
    else if (lines.isEmpty())
        lines << tr("Not contacted yet. Call the citizen first, then record the outcome.");
    m_attempts->setText(lines.join(QLatin1Char('\n')));
    say(m_sentence, view.rules.pack ? contactSentence(attempts, *view.rules.pack) : QString());
}

void ContactCard::setPhoneUsed(const QString &phone)
{
    if (!m_phone->isModified())
        m_phone->setText(phone);
}

void ContactCard::begin(ContactOutcome outcome)
{
    // Another outcome during the grace corrects the first; the call was the same.
    const qint64 atMs = m_waiting ? m_waiting->atMs : m_clock();
    m_waiting = Waiting{outcome, atMs, graceSeconds};
    m_second.start();
    m_note->setFocus(Qt::OtherFocusReason);
    showGrace();
}

void ContactCard::undo()
{
    m_waiting.reset();
    m_second.stop();
    showGrace();
}

void ContactCard::tick()
{
    if (!m_waiting || m_composing)
        return;
    if (--m_waiting->secondsLeft > 0)
        showGrace();
    else
        recordNow();
}

void ContactCard::holdTime()
{
    if (!m_waiting)
        return;
    m_waiting->secondsLeft = graceSeconds;
    showGrace();
}

void ContactCard::showGrace()
{
    m_grace->setVisible(m_waiting.has_value());
    if (!m_waiting)
        return;
    //: %1 time of the call, %2 its outcome, %n seconds until it is recorded
    m_graceWords->setText(tr("%1 %2: recorded in %n s", nullptr, m_waiting->secondsLeft)
                              .arg(shortTime(m_waiting->atMs, m_clock()), outcomeText(m_waiting->outcome)));
}

bool ContactCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::InputMethod) {
        m_composing = !static_cast<QInputMethodEvent *>(event)->preeditString().isEmpty();
        holdTime();
    }
    return QWidget::eventFilter(watched, event);
}

void ContactCard::recordNow()
{
    if (!m_waiting)
        return;
    const Waiting done = *m_waiting;
    undo(); // First: what follows may ask again.
    ContactAttempt attempt{.handler = m_handler,
        .phoneUsed = m_phone->text().trimmed(),
        .atMs = done.atMs,
        .outcome = done.outcome,
        .note = m_note->text().trimmed()};
    for (qsizetype i = 0; i < m_told.size(); ++i)
        attempt.*toldTicks[i].flag = m_told[i]->isChecked();
    Q_EMIT attempted(attempt);
}

} // namespace chengban
