#include "client/forms/ContactCard.h"

#include "client/forms/Typography.h"
#include "client/models/Wording.h"
#include "shared/reply/Requirements.h"

#include <QCheckBox>
#include <QGridLayout>
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

ContactCard::ContactCard(QWidget *parent)
    : QWidget(parent)
    , m_attempts(label({}, "plain"))
    , m_sentence(label({}, "quiet"))
    , m_phone(new QLineEdit)
    , m_note(new QLineEdit)
    , m_toldReason(new QCheckBox(tr("Why it takes longer")))
    , m_toldProgress(new QCheckBox(tr("What was reached so far")))
    , m_toldPlan(new QCheckBox(tr("What comes next")))
{
    setObjectName(QStringLiteral("contact"));
    m_phone->setObjectName(QStringLiteral("contactPhone"));
    m_note->setObjectName(QStringLiteral("contactNote"));
    m_attempts->setObjectName(QStringLiteral("contactAttempts"));
    m_phone->setMaximumWidth(fontMetrics().horizontalAdvance(QStringLiteral("000-00000000000")) + 3 * gap);
    m_note->setPlaceholderText(tr("What was said (may stay empty)"));
    m_phone->setPlaceholderText(tr("Number used"));
    m_phone->setAccessibleName(tr("Number used"));
    m_note->setAccessibleName(tr("What was said"));
    auto *line = new QHBoxLayout;
    line->setSpacing(gap);
    line->addWidget(m_phone);
    line->addWidget(m_note, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_attempts);
    layout->addLayout(line);
    addOutcomes(layout);
    addExtensionTicks(layout);
    layout->addWidget(m_sentence);
}

void ContactCard::addOutcomes(QVBoxLayout *layout)
{
    auto *grid = new QGridLayout;
    grid->setSpacing(gap);
    int place = 0;
    for (const OutcomeButton &row : outcomeButtons) {
        const QString key = QString::number(place + 1);
        QPushButton *one = button(
            key + QStringLiteral("  ") + outcomeText(row.outcome), QLatin1StringView(row.objectName));
        one->setShortcut(QKeySequence(QStringLiteral("Alt+") + key));
        one->setToolTip(tr("Records the call with the present time (Alt+%1)").arg(key));
        connect(one, &QPushButton::clicked, this, [this, outcome = row.outcome] { record(outcome); });
        grid->addWidget(one, place / 3, place % 3);
        ++place;
    }
    layout->addLayout(grid);
}

void ContactCard::addExtensionTicks(QVBoxLayout *layout)
{
    layout->addWidget(label(tr("Told, for an extension:"), "quiet"));
    auto *line = new QHBoxLayout;
    line->setSpacing(2 * gap);
    m_toldReason->setObjectName(QStringLiteral("toldReason"));
    m_toldProgress->setObjectName(QStringLiteral("toldProgress"));
    m_toldPlan->setObjectName(QStringLiteral("toldPlan"));
    for (QCheckBox *tick : {m_toldReason, m_toldProgress, m_toldPlan})
        line->addWidget(tick);
    line->addStretch(1);
    layout->addLayout(line);
}

void ContactCard::setCase(const CaseView &view)
{
    const QList<ContactAttempt> attempts = view.theCase.contactAttempts();
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

void ContactCard::record(ContactOutcome outcome)
{
    Q_EMIT attempted({.handler = m_handler,
        .phoneUsed = m_phone->text().trimmed(),
        .atMs = 0,
        .outcome = outcome,
        .toldReason = m_toldReason->isChecked(),
        .toldProgress = m_toldProgress->isChecked(),
        .toldPlan = m_toldPlan->isChecked(),
        .note = m_note->text().trimmed()});
    m_note->clear();
    for (QCheckBox *tick : {m_toldReason, m_toldProgress, m_toldPlan})
        tick->setChecked(false);
}

} // namespace chengban
