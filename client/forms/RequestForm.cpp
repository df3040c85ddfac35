#include "client/forms/RequestForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/KeyForm.h"
#include "client/forms/SignForm.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace chengban {

namespace {

QStringList returnLines(const QJsonObject &json, const CaseView &view)
{
    const auto body = returnRequestFromJson(json);
    if (!body)
        return {};
    const QString reason
        = view.rules.pack ? reasonLabel(view.rules.pack->returnReasons, body->reason) : body->reason;
    QStringList lines{
        RequestForm::tr("Reason: %1").arg(reason), RequestForm::tr("Statement: %1").arg(body->statement)};
    if (!body->basis.isEmpty())
        lines << RequestForm::tr("Basis: %1").arg(body->basis);
    if (!body->suggestedUnitName.isEmpty())
        lines << RequestForm::tr("Suggested unit: %1").arg(body->suggestedUnitName);
    return lines;
}

QStringList extensionLines(const QJsonObject &json)
{
    const auto body = extensionFromJson(json);
    if (!body)
        return {};
    return {RequestForm::tr("%n further working day(s)", nullptr, body->workingDays),
        RequestForm::tr("Reason: %1").arg(body->reason), RequestForm::tr("Basis: %1").arg(body->basis)};
}

QStringList terminationLines(const QJsonObject &json)
{
    const auto body = terminationFromJson(json);
    if (!body)
        return {};
    return {RequestForm::tr("Facts: %1").arg(body->facts), RequestForm::tr("Reason: %1").arg(body->reason),
        RequestForm::tr("Basis: %1").arg(body->basis),
        RequestForm::tr("Earlier cases: %1").arg(body->earlierCases.join(QChar(u'、')))};
}

QStringList answerLines(const QJsonObject &json)
{
    const auto body = orderAnswerFromJson(json);
    if (!body)
        return {};
    return {RequestForm::tr("Findings: %1").arg(body->reply.investigation),
        RequestForm::tr("Result: %1").arg(body->reply.result)};
}

} // namespace

QString requestText(const UnitRequest &request, const CaseView &view)
{
    //: %1 what is asked for, %2 a name, %3 a time
    QStringList lines{
        RequestForm::tr("%1, written by %2, %3")
            .arg(signedActionText(request.action), request.actor.name, shownTime(request.atMs))};
    switch (request.action) {
    case SignedAction::Return:
        lines += returnLines(request.body, view);
        break;
    case SignedAction::Extension:
        lines += extensionLines(request.body);
        break;
    case SignedAction::Termination:
        lines += terminationLines(request.body);
        break;
    case SignedAction::ReReviewAnswer:
    case SignedAction::SupervisionAnswer:
        lines += answerLines(request.body);
        break;
    case SignedAction::Reply:
        break;
    }
    return lines.join(QLatin1Char('\n'));
}

RequestForm::RequestForm(CommandType step, Desk &desk, QWidget *parent)
    : StepForm(parent)
    , m_desk(desk)
    , m_first(step)
    , m_which(new QComboBox)
    , m_content(label({}, "reading"))
    , m_sign(new QRadioButton(tr("Agree and sign")))
    , m_drop(new QRadioButton(step == CommandType::SignRequest ? tr("Give back") : tr("Take back")))
    , m_note(new GrowingEdit(QStringLiteral("note"), 2))
    , m_pin(new QLineEdit)
    , m_pinBox(new QWidget)
    , m_key(new KeyForm(desk))
{
    m_which->setObjectName(QStringLiteral("request"));
    m_sign->setObjectName(QStringLiteral("chooseSign"));
    m_drop->setObjectName(QStringLiteral("chooseDrop"));
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaximumWidth(200);
    (step == CommandType::SignRequest ? m_sign : m_drop)->setChecked(true);
    m_sign->setVisible(step == CommandType::SignRequest);
    makeLayout();
    const auto choose = [this] {
        showChoice();
        Q_EMIT edited();
    };
    connect(m_sign, &QRadioButton::toggled, this, choose);
    connect(m_which, &QComboBox::activated, this, choose);
    connect(m_note, &GrowingEdit::edited, this, &StepForm::edited);
    connect(m_pin, &QLineEdit::textEdited, this, &StepForm::edited);
    connect(m_key, &KeyForm::enrolled, this, [this] {
        showChoice();
        m_pin->setFocus();
    });
}

void RequestForm::makeLayout()
{
    auto *pin = new QVBoxLayout(m_pinBox);
    pin->setContentsMargins(0, 0, 0, 0);
    pin->setSpacing(4);
    addField(pin, tr("PIN of the signing key"), m_pin);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(3 * gap);
    choices->addWidget(m_sign);
    choices->addWidget(m_drop);
    choices->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(m_first), "heading"));
    layout->addWidget(m_which);
    layout->addWidget(m_content);
    layout->addWidget(thinLine());
    layout->addLayout(choices);
    addField(layout, tr("Opinion; required when it is given back"), m_note);
    layout->addWidget(m_pinBox);
    layout->addWidget(m_key);
    layout->addStretch(1);
}

CommandType RequestForm::step() const
{
    return m_sign->isChecked() ? CommandType::SignRequest : CommandType::DropRequest;
}

void RequestForm::setCase(const CaseView &view)
{
    m_view = view;
    m_pending.clear();
    for (const UnitRequest &one : view.theCase.requests) {
        if (one.state == UnitRequest::State::Pending)
            m_pending.append(one);
    }
    const QVariant before = m_which->currentData();
    m_which->clear();
    for (const UnitRequest &one : std::as_const(m_pending))
        m_which->addItem(signedActionText(one.action), one.number);
    m_which->setCurrentIndex(std::max(0, m_which->findData(before)));
    m_which->setVisible(m_pending.size() > 1);
    showChoice();
}

const UnitRequest *RequestForm::chosen() const
{
    const auto one = std::ranges::find(m_pending, m_which->currentData().toInt(), &UnitRequest::number);
    return one == m_pending.end() ? nullptr : &*one;
}

QJsonObject RequestForm::body() const
{
    return toJson(DropBody{chosen() ? chosen()->number : 0, m_note->text().trimmed()});
}

Problems RequestForm::problems(const Desk &desk, const CaseId &id) const
{
    if (step() == CommandType::DropRequest)
        return StepForm::problems(desk, id);
    const auto missing = [](ErrorCode code, const char *finding, const char *field) {
        return Problems{{.code = code,
            .finding = QLatin1StringView(finding),
            .field = QLatin1StringView(field),
            .cite = {}}};
    };
    if (!desk.signingKey())
        return missing(ErrorCode::KeyUnknown, "key-missing", "newPin");
    return m_pin->text().isEmpty() ? missing(ErrorCode::PinWrong, "pin-missing", "pin") : Problems();
}

QFuture<FinalBody> RequestForm::finalBody(Desk &desk, const CaseId &id)
{
    if (step() == CommandType::DropRequest || !chosen())
        return StepForm::finalBody(desk, id);
    const auto made = desk.sign(id, chosen()->digest, m_note->text().trimmed(), m_pin->text());
    m_pin->clear();
    return signedBody(made);
}

void RequestForm::showChoice()
{
    const bool signs = m_sign->isChecked();
    const bool hasKey = m_desk.signingKey().has_value();
    m_content->setText(chosen() && m_view ? requestText(*chosen(), *m_view) : QString());
    m_pinBox->setVisible(signs && hasKey);
    m_key->setVisible(signs && !hasKey);
}

} // namespace chengban
