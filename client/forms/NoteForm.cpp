#include "client/forms/NoteForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QLabel>
#include <QVBoxLayout>

namespace chengban {

namespace {

struct NoteWords
{
    CommandType step;
    const char *hint;
    const char *caption;
};

constexpr NoteWords words[] = {
    {CommandType::Accept,
        QT_TRANSLATE_NOOP(
            "chengban::NoteForm", "By accepting, the unit takes the case over and begins to handle it."),
        QT_TRANSLATE_NOOP("chengban::NoteForm", "Remark (may stay empty)")},
    {CommandType::ProposeHandling,
        QT_TRANSLATE_NOOP(
            "chengban::NoteForm", "Present the case to the leader with a proposal for its handling."),
        QT_TRANSLATE_NOOP("chengban::NoteForm", "Proposal")},
    {CommandType::Instruct,
        QT_TRANSLATE_NOOP(
            "chengban::NoteForm", "Your instruction is shown to everybody in the unit who handles the case."),
        QT_TRANSLATE_NOOP("chengban::NoteForm", "Instruction")},
    {CommandType::Withdraw,
        QT_TRANSLATE_NOOP(
            "chengban::NoteForm", "The reply comes back to you and can be edited; this version is kept."),
        QT_TRANSLATE_NOOP("chengban::NoteForm", "Reason")},
    {CommandType::ReturnToClerk,
        QT_TRANSLATE_NOOP("chengban::NoteForm",
            "The signature no longer counts; the clerk edits the reply and submits it again."),
        QT_TRANSLATE_NOOP("chengban::NoteForm", "Comment")},
    {CommandType::Close,
        QT_TRANSLATE_NOOP(
            "chengban::NoteForm", "After closing nothing more is handled; the dossier is put together."),
        QT_TRANSLATE_NOOP("chengban::NoteForm", "Closing remark (may stay empty)")},
};

const NoteWords &wordsOf(CommandType step)
{
    for (const NoteWords &row : words) {
        if (row.step == step)
            return row;
    }
    return words[0];
}

QString callbackLine(const Case &theCase, const RulePack &pack)
{
    if (theCase.centreCallbacks.isEmpty())
        return {};
    const Entry<CallbackBody> &last = theCase.centreCallbacks.last();
    if (!last.body.reached)
        return NoteForm::tr("Callback of %1: not reached.").arg(shownTime(last.atMs));
    //: %1 time, %2 satisfaction with the process, %3 with the result
    return NoteForm::tr("Callback of %1: process %2, result %3.")
        .arg(shownTime(last.atMs), reasonLabel(pack.satisfaction, last.body.processSatisfaction),
            reasonLabel(pack.satisfaction, last.body.resultSatisfaction));
}

} // namespace

NoteForm::NoteForm(CommandType step, QWidget *parent)
    : StepForm(parent)
    , m_step(step)
    , m_summary(label({}, "quiet"))
    , m_note(new GrowingEdit(QStringLiteral("note"), 3))
{
    const NoteWords &row = wordsOf(step);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(step), "heading"));
    layout->addWidget(label(tr(row.hint), "quiet"));
    layout->addWidget(m_summary);
    addField(layout, tr(row.caption), m_note);
    layout->addStretch(1);
    connect(m_note, &GrowingEdit::edited, this, &StepForm::edited);
}

void NoteForm::setCase(const CaseView &view)
{
    if (m_step == CommandType::Close && view.rules.pack)
        say(m_summary, callbackLine(view.theCase, *view.rules.pack));
    else if (m_step == CommandType::Accept && !view.theCase.dispatches.isEmpty())
        say(m_summary, view.theCase.dispatches.last().body.note);
    else
        say(m_summary, {});
}

QJsonObject NoteForm::body() const
{
    return toJson(NoteBody{m_note->text().trimmed()});
}

} // namespace chengban
