#include "client/centre/DecisionForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace chengban {

namespace {

QString returnText(const CaseView &view)
{
    if (view.theCase.returns.isEmpty())
        return {};
    const Entry<ReturnRequestBody> &request = view.theCase.returns.last().request;
    const QString reason = view.rules.pack ? reasonLabel(view.rules.pack->returnReasons, request.body.reason)
                                           : request.body.reason;
    QStringList lines{DecisionForm::tr("%1, %2, asks to return the case.")
                          .arg(request.actor.unitName, shownTime(request.atMs)),
        DecisionForm::tr("Reason: %1").arg(reason),
        DecisionForm::tr("Statement: %1").arg(request.body.statement)};
    if (!request.body.suggestedUnitName.isEmpty())
        lines << DecisionForm::tr("Suggested unit: %1").arg(request.body.suggestedUnitName);
    lines << DecisionForm::tr("Signed by: %1").arg(request.body.signer);
    return lines.join(QLatin1Char('\n'));
}

QString extensionText(const CaseView &view)
{
    if (view.theCase.extensions.isEmpty())
        return {};
    const Entry<ExtensionBody> &request = view.theCase.extensions.last().request;
    QStringList lines{
        DecisionForm::tr("%1, %2, asks for %n further working day(s).", nullptr, request.body.workingDays)
            .arg(request.actor.unitName, shownTime(request.atMs)),
        DecisionForm::tr("Reason: %1").arg(request.body.reason),
        DecisionForm::tr("Basis: %1").arg(request.body.basis)};
    if (const Deadline *due = view.theCase.runningDeadline())
        lines << DecisionForm::tr("Due now: %1").arg(shownTime(due->dueMs));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

DecisionForm::DecisionForm(CommandType step, QWidget *parent)
    : StepForm(parent)
    , m_step(step)
    , m_request(label({}, "plain"))
    , m_choice(new QButtonGroup(this))
    , m_note(new GrowingEdit(QStringLiteral("note"), 3))
{
    setObjectName(QStringLiteral("decision"));
    auto *grant = new QRadioButton(tr("Grant"));
    auto *refuse = new QRadioButton(tr("Refuse"));
    grant->setObjectName(QStringLiteral("grant"));
    refuse->setObjectName(QStringLiteral("refuse"));
    m_choice->addButton(grant, 1);
    m_choice->addButton(refuse, 0);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(3 * gap);
    choices->addWidget(grant);
    choices->addWidget(refuse);
    choices->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(step), "heading"));
    layout->addWidget(m_request);
    layout->addWidget(thinLine());
    layout->addLayout(choices);
    addField(layout, tr("Reason of the decision"), m_note);
    layout->addStretch(1);
    connect(m_choice, &QButtonGroup::idClicked, this, &StepForm::edited);
    connect(m_note, &GrowingEdit::edited, this, &StepForm::edited);
}

void DecisionForm::setCase(const CaseView &view)
{
    m_request->setText(m_step == CommandType::DecideReturn ? returnText(view) : extensionText(view));
}

QJsonObject DecisionForm::body() const
{
    return toJson(DecisionBody{m_choice->checkedId() == 1, m_note->text().trimmed()});
}

Problems DecisionForm::problems(const Desk &desk, const CaseId &id) const
{
    if (m_choice->checkedId() < 0)
        return {{.code = ErrorCode::PartMissing,
            .finding = QStringLiteral("decision-missing"),
            .field = QStringLiteral("grant"),
            .cite = {}}};
    return StepForm::problems(desk, id);
}

} // namespace chengban
