#include "client/forms/CallbackForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"
#include "shared/reply/Requirements.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace chengban {

CallbackForm::CallbackForm(CommandType step, QWidget *parent)
    : StepForm(parent)
    , m_step(step)
    , m_unitSays(label({}, "quiet"))
    , m_reached(new QButtonGroup(this))
    , m_questions(new QWidget)
    , m_contacted(new QCheckBox(tr("The citizen says that the unit has called")))
    , m_process(new QComboBox)
    , m_result(new QComboBox)
    , m_overall(new QComboBox)
    , m_note(new GrowingEdit(QStringLiteral("note"), 3))
{
    m_unitSays->setObjectName(QStringLiteral("unitSays"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(step), "heading"));
    layout->addWidget(m_unitSays);
    addReached(layout);
    addQuestions(layout);
    addField(layout, tr("What the citizen said"), m_note);
    layout->addStretch(1);
    connect(m_reached, &QButtonGroup::idToggled, this, &CallbackForm::showQuestions);
    for (QComboBox *box : {m_process, m_result, m_overall}) {
        box->setMaximumWidth(320);
        connect(box, &QComboBox::activated, this, &StepForm::edited);
    }
    connect(m_contacted, &QCheckBox::clicked, this, &StepForm::edited);
    connect(m_note, &GrowingEdit::edited, this, &StepForm::edited);
}

void CallbackForm::addReached(QVBoxLayout *layout)
{
    auto *yes = new QRadioButton(tr("Reached"));
    auto *no = new QRadioButton(tr("Not reached"));
    yes->setObjectName(QStringLiteral("reached"));
    no->setObjectName(QStringLiteral("notReached"));
    yes->setChecked(true);
    m_reached->addButton(yes, 1);
    m_reached->addButton(no, 0);
    auto *line = new QHBoxLayout;
    line->setSpacing(3 * gap);
    line->addWidget(yes);
    line->addWidget(no);
    line->addStretch(1);
    layout->addLayout(line);
}

void CallbackForm::addQuestions(QVBoxLayout *layout)
{
    auto *questions = new QVBoxLayout(m_questions);
    questions->setContentsMargins(0, 0, 0, 0);
    questions->setSpacing(gap);
    m_contacted->setObjectName(QStringLiteral("unitHadContacted"));
    m_process->setObjectName(QStringLiteral("processSatisfaction"));
    m_result->setObjectName(QStringLiteral("resultSatisfaction"));
    m_overall->setObjectName(QStringLiteral("overallSatisfaction"));
    questions->addWidget(m_contacted);
    addField(questions, tr("Satisfied with the process"), m_process);
    addField(questions, tr("Satisfied with the result"), m_result);
    addField(questions, tr("Satisfied as a whole"), m_overall);
    layout->addWidget(m_questions);
}

void CallbackForm::setCase(const CaseView &view)
{
    m_nowMs = view.nowMs;
    m_contacted->setVisible(m_step != CommandType::RecordUnitCallback);
    if (!view.rules.pack)
        return;
    const QString sentence = contactSentence(view.theCase.contactAttempts(), *view.rules.pack);
    say(m_unitSays,
        sentence.isEmpty() ? tr("The unit has recorded no contact.") : tr("The unit says: %1").arg(sentence));
    for (QComboBox *box : {m_process, m_result, m_overall}) {
        if (box->count() > 0)
            continue;
        box->addItem(tr("Please choose"), QString());
        for (const CodedReason &one : view.rules.pack->satisfaction)
            box->addItem(one.label, one.code);
    }
}

QJsonObject CallbackForm::body() const
{
    return toJson(callback(m_nowMs));
}

QFuture<FinalBody> CallbackForm::finalBody(Desk &desk, const CaseId &)
{
    // The call ends when it is recorded, not when the page was opened.
    return QtFuture::makeReadyFuture(FinalBody(toJson(callback(desk.nowMs()))));
}

CallbackBody CallbackForm::callback(qint64 atMs) const
{
    const bool reached = m_reached->checkedId() == 1;
    const auto answer
        = [&](const QComboBox *box) { return reached ? box->currentData().toString() : QString(); };
    return {.atMs = atMs,
        .reached = reached,
        .unitHadContacted = reached && m_contacted->isChecked(),
        .processSatisfaction = answer(m_process),
        .resultSatisfaction = answer(m_result),
        .overallSatisfaction = answer(m_overall),
        .note = m_note->text().trimmed()};
}

void CallbackForm::showQuestions()
{
    m_questions->setVisible(m_reached->checkedId() == 1);
    Q_EMIT edited();
}

} // namespace chengban
