#include "client/centre/DecisionForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/OrderAnswerForm.h"
#include "client/forms/ReplyView.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

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
    if (!request.body.basis.isEmpty())
        lines << DecisionForm::tr("Basis: %1").arg(request.body.basis);
    for (const Entry<SignatureBody> &signature : view.theCase.returns.last().signatures)
        lines << signatureLine(signature);
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

QString askedText(const Asked<CodedNoteBody> &asked)
{
    return DecisionForm::tr("%1, %2: %3")
        .arg(asked.request.actor.unitName, shownTime(asked.request.atMs), asked.request.body.note);
}

QString terminationText(const CaseView &view)
{
    if (view.theCase.terminations.isEmpty())
        return {};
    const Entry<TerminationBody> &request = view.theCase.terminations.last().request;
    return QStringList{DecisionForm::tr("%1, %2, asks to end the case.")
                           .arg(request.actor.unitName, shownTime(request.atMs)),
        DecisionForm::tr("Facts: %1").arg(request.body.facts),
        DecisionForm::tr("Reason: %1").arg(request.body.reason),
        DecisionForm::tr("Basis: %1").arg(request.body.basis),
        DecisionForm::tr("Earlier cases: %1").arg(request.body.earlierCases.join(QChar(u'、')))}
        .join(QLatin1Char('\n'));
}

/// The oldest answer that waits for the centre's word; null when there is none.
const Order *answeredOrder(const Case &theCase)
{
    const auto order = std::ranges::find_if(
        theCase.orders, [](const Order &one) { return one.isOpen() && !one.isOwed(); });
    return order == theCase.orders.end() ? nullptr : &*order;
}

QString answerText(const CaseView &view)
{
    const Order *order = answeredOrder(view.theCase);
    if (!order)
        return {};
    const Entry<OrderAnswerBody> &answer = order->answers.last().request;
    return QStringList{orderText(*order, view.rules.pack), QString(),
        DecisionForm::tr("%1 answers, %2:").arg(answer.actor.unitName, shownTime(answer.atMs)),
        answer.body.reply.investigation, answer.body.reply.handling, answer.body.reply.result}
        .join(QLatin1Char('\n'));
}

QString textOf(CommandType step, const CaseView &view)
{
    const Case &one = view.theCase;
    switch (step) {
    case CommandType::DecideReturn:
        return returnText(view);
    case CommandType::DecideExtension:
        return extensionText(view);
    case CommandType::DecideTermination:
        return terminationText(view);
    case CommandType::DecideAnswer:
        return answerText(view);
    case CommandType::DecideAppeal:
        return one.appeals.isEmpty() ? QString() : askedText(one.appeals.last());
    case CommandType::DecideScore:
        return one.scoreAppeals.isEmpty() ? QString() : askedText(one.scoreAppeals.last());
    default:
        return {};
    }
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
    m_request->setText(textOf(m_step, view));
    const Order *order = m_step == CommandType::DecideAnswer ? answeredOrder(view.theCase) : nullptr;
    m_order = order ? order->order.revision : 0;
}

QJsonObject DecisionForm::body() const
{
    return toJson(DecisionBody{m_choice->checkedId() == 1, m_note->text().trimmed(), m_order});
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
