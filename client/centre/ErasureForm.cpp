#include "client/centre/ErasureForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"
#include "shared/base/CountyTime.h"
#include "shared/cases/Events.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace chengban {

namespace {

QString erasedText(const EraseBody &body)
{
    if (body.part == part::identity)
        return ErasureRequestForm::tr("The citizen's name, number and address");
    if (body.part == part::earlier)
        return ErasureRequestForm::tr("The earlier replies that came in with the case");
    //: %1 is the number of an entry of the log
    return ErasureRequestForm::tr("The contact record of entry %1").arg(body.revision);
}

QVBoxLayout *columnOf(QWidget &form, CommandType step)
{
    auto *layout = new QVBoxLayout(&form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(step), "heading"));
    return layout;
}

} // namespace

ErasureRequestForm::ErasureRequestForm(QWidget *parent)
    : StepForm(parent)
    , m_part(new QComboBox)
    , m_reason(new GrowingEdit(QStringLiteral("reason"), 3))
{
    m_part->setObjectName(QStringLiteral("part"));
    m_part->setMaximumWidth(420);
    QVBoxLayout *layout = columnOf(*this, step());
    layout->addWidget(
        label(tr("Another person reads the request and erases it, or refuses. What is erased is gone "
                 "everywhere; the log keeps that it was there. The demand is never erased."),
            "quiet"));
    addField(layout, tr("What is to be erased"), m_part);
    addField(layout, tr("Reason"), m_reason);
    layout->addStretch(1);
    connect(m_part, &QComboBox::activated, this, &StepForm::edited);
    connect(m_reason, &GrowingEdit::edited, this, &StepForm::edited);
}

void ErasureRequestForm::setCase(const CaseView &view)
{
    if (m_part->count() > 0)
        return;
    const auto add = [this](const EraseBody &body) {
        m_part->addItem(erasedText(body), QStringLiteral("%1 %2").arg(body.revision).arg(body.part));
    };
    const Case &one = view.theCase;
    if (one.identity || one.identityWithheld || !one.identityErased)
        add({1, part::identity, {}});
    if (!one.earlierReplies.isEmpty())
        add({1, part::earlier, {}});
    for (const Entry<ContactBody> &contact : one.contacts)
        add({contact.revision, part::contact, {}});
}

QJsonObject ErasureRequestForm::body() const
{
    const QString chosen = m_part->currentData().toString();
    return toJson(EraseBody{chosen.section(QLatin1Char(' '), 0, 0).toLongLong(),
        chosen.section(QLatin1Char(' '), 1), m_reason->text().trimmed()});
}

ErasureAnswerForm::ErasureAnswerForm(CommandType step, QWidget *parent)
    : StepForm(parent)
    , m_request(label({}, "plain"))
    , m_choice(new QButtonGroup(this))
    , m_note(new GrowingEdit(QStringLiteral("note"), 2))
{
    auto *erase = new QRadioButton(tr("Erase it for good"));
    auto *refuse = new QRadioButton(tr("Do not erase"));
    erase->setObjectName(QStringLiteral("chooseErase"));
    refuse->setObjectName(QStringLiteral("chooseRefuse"));
    m_choice->addButton(erase, 1);
    m_choice->addButton(refuse, 0);
    erase->setVisible(step == CommandType::ErasePart);
    refuse->setChecked(step == CommandType::RefuseErasure);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(3 * gap);
    choices->addWidget(erase);
    choices->addWidget(refuse);
    choices->addStretch(1);
    QVBoxLayout *layout = columnOf(*this, step);
    layout->addWidget(m_request);
    layout->addWidget(thinLine());
    layout->addLayout(choices);
    addField(layout, tr("Reason; required when nothing is erased"), m_note);
    layout->addStretch(1);
    connect(m_choice, &QButtonGroup::idClicked, this, &StepForm::edited);
    connect(m_note, &GrowingEdit::edited, this, &StepForm::edited);
}

CommandType ErasureAnswerForm::step() const
{
    return m_choice->checkedId() == 0 ? CommandType::RefuseErasure : CommandType::ErasePart;
}

void ErasureAnswerForm::setCase(const CaseView &view)
{
    if (!view.theCase.erasureRequest)
        return;
    const Entry<EraseBody> &asked = *view.theCase.erasureRequest;
    m_asked = asked.body;
    //: %1 name of a person, %2 time, %3 what is to be erased, %4 the reason
    m_request->setText(
        tr("%1 asks, %2, to erase: %3\nReason: %4")
            .arg(asked.actor.name, shownTime(asked.atMs), erasedText(asked.body), asked.body.reason));
}

QJsonObject ErasureAnswerForm::body() const
{
    return step() == CommandType::ErasePart ? toJson(m_asked) : toJson(NoteBody{m_note->text().trimmed()});
}

Problems ErasureAnswerForm::problems(const Desk &desk, const CaseId &id) const
{
    if (m_choice->checkedId() < 0)
        return {{.code = ErrorCode::PartMissing,
            .finding = QStringLiteral("decision-missing"),
            .field = QStringLiteral("chooseErase"),
            .cite = {}}};
    return StepForm::problems(desk, id);
}

} // namespace chengban
