#include "client/forms/SignForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/KeyForm.h"
#include "client/forms/ReplyView.h"
#include "client/forms/Typography.h"
#include "client/models/NextStep.h"

#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace chengban {

namespace {

Problem missing(ErrorCode code, const char *finding, const char *field)
{
    return {
        .code = code, .finding = QLatin1StringView(finding), .field = QLatin1StringView(field), .cite = {}};
}

} // namespace

SignForm::SignForm(Desk &desk, QWidget *parent)
    : StepForm(parent)
    , m_desk(desk)
    , m_reply(new ReplyView(desk, ReplyView::Size::Large))
    , m_note(label({}, "quiet"))
    , m_sign(new QRadioButton(tr("Agree and sign")))
    , m_return(new QRadioButton(tr("Send back to the clerk")))
    , m_opinion(new GrowingEdit(QStringLiteral("opinion"), 2))
    , m_pin(new QLineEdit)
    , m_pinBox(new QWidget)
    , m_key(new KeyForm(desk))
{
    m_reply->setWithDemand(true);
    auto *column = new QWidget;
    column->setMaximumWidth(820);
    auto *inside = new QVBoxLayout(column);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(gap);
    inside->addWidget(m_note);
    inside->addWidget(m_reply);
    addDecision(column);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column, 1);
    layout->addStretch(0);
    connect(m_key, &KeyForm::enrolled, this, [this] {
        showChoice();
        m_pin->setFocus();
    });
}

void SignForm::addDecision(QWidget *column)
{
    m_sign->setObjectName(QStringLiteral("chooseSign"));
    m_return->setObjectName(QStringLiteral("chooseReturn"));
    m_sign->setChecked(true);
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaximumWidth(200);
    auto *pin = new QVBoxLayout(m_pinBox);
    pin->setContentsMargins(0, 0, 0, 0);
    pin->setSpacing(4);
    addField(pin, tr("PIN of the signing key"), m_pin);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(3 * gap);
    choices->addWidget(m_sign);
    choices->addWidget(m_return);
    choices->addStretch(1);
    auto *layout = static_cast<QVBoxLayout *>(column->layout());
    layout->addSpacing(gap);
    layout->addWidget(thinLine());
    layout->addWidget(label(tr("Decision"), "heading"));
    layout->addLayout(choices);
    addField(layout, tr("Opinion; required when it is sent back"), m_opinion);
    layout->addWidget(m_pinBox);
    layout->addWidget(m_key);
    layout->addStretch(1);
    connect(m_sign, &QRadioButton::toggled, this, [this] {
        showChoice();
        Q_EMIT edited();
    });
    connect(m_opinion, &GrowingEdit::edited, this, &StepForm::edited);
    connect(m_pin, &QLineEdit::textEdited, this, &StepForm::edited);
}

CommandType SignForm::step() const
{
    return m_return->isChecked() ? CommandType::ReturnToClerk : CommandType::Sign;
}

void SignForm::setCase(const CaseView &view)
{
    const ReplyVersion *current = view.theCase.currentReply();
    m_digest = current ? current->digest : QString();
    say(m_note,
        current && !current->note.isEmpty() ? tr("Note of the clerk: %1").arg(current->note) : QString());
    Problems findings;
    if (current && !current->withheld && view.rules.pack)
        findings = replyProblems(
            current->reply, view.theCase.contactAttempts(), replyContext(view.theCase), *view.rules.pack);
    m_reply->show(view, findings);
    showChoice();
}

QJsonObject SignForm::body() const
{
    return toJson(NoteBody{m_opinion->text().trimmed()});
}

Problems SignForm::problems(const Desk &desk, const CaseId &id) const
{
    if (step() == CommandType::ReturnToClerk)
        return desk.problemsOf(id, step(), body());
    if (!desk.signingKey())
        return {missing(ErrorCode::KeyUnknown, "key-missing", "newPin")};
    if (m_pin->text().isEmpty())
        return {missing(ErrorCode::PinWrong, "pin-missing", "pin")};
    return {};
}

QFuture<FinalBody> signedBody(QFuture<Result<SignatureBody>> signature)
{
    return signature.then(QtFuture::Launch::Sync, [](const Result<SignatureBody> &made) -> FinalBody {
        if (!made)
            return tl::unexpected(Problems{missing(made.error().code, "", "pin")});
        return toJson(*made);
    });
}

QFuture<FinalBody> SignForm::finalBody(Desk &desk, const CaseId &id)
{
    if (step() == CommandType::ReturnToClerk)
        return StepForm::finalBody(desk, id);
    const auto made = desk.sign(id, m_digest, m_opinion->text().trimmed(), m_pin->text());
    m_pin->clear();
    return signedBody(made);
}

void SignForm::showChoice()
{
    const bool signs = m_sign->isChecked();
    const bool hasKey = m_desk.signingKey().has_value();
    m_pinBox->setVisible(signs && hasKey);
    m_key->setVisible(signs && !hasKey);
}

} // namespace chengban
