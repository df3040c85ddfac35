#include "client/forms/PaperSignForm.h"

#include "client/forms/AttachmentForm.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/MomentEdit.h"
#include "client/forms/Typography.h"
#include "client/models/Posts.h"
#include "client/models/StepWording.h"
#include "client/models/Wording.h"
#include "shared/cases/Decide.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace chengban {

PaperSignForm::PaperSignForm(Desk &desk, QWidget *parent)
    : StepForm(parent)
    , m_what(new QComboBox)
    , m_signer(new QComboBox)
    , m_signedAt(new MomentEdit(
          MomentEdit::Kind::Required, QStringLiteral("signedAtMs"), [&desk] { return desk.nowMs(); }))
    , m_seal(new QCheckBox(tr("The unit's seal stands on it")))
    , m_scan(new AttachmentForm(desk))
    , m_opinion(new GrowingEdit(QStringLiteral("opinion"), 2))
{
    m_what->setObjectName(QStringLiteral("what"));
    m_signer->setObjectName(QStringLiteral("signer"));
    m_seal->setObjectName(QStringLiteral("seal"));
    m_scan->setObjectName(QStringLiteral("scan"));
    m_scan->setKindOfNew(AttachmentKind::SignedSheet);
    for (QComboBox *box : {m_what, m_signer})
        box->setMaximumWidth(420);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(step()), "heading"));
    layout->addWidget(
        label(tr("The sheet was printed and signed by hand. Its scan stands for the signature, marked as "
                 "what it is."),
            "quiet"));
    addField(layout, tr("What was signed"), m_what);
    addField(layout, tr("Who signed"), m_signer);
    addField(layout, tr("Signed at"), m_signedAt);
    layout->addWidget(m_seal);
    addField(layout, tr("Opinion on the sheet"), m_opinion);
    addField(layout, tr("Scan of the signed sheet"), m_scan);
    layout->addStretch(1);
    for (QComboBox *box : {m_what, m_signer})
        connect(box, &QComboBox::activated, this, &StepForm::edited);
    connect(m_signedAt, &MomentEdit::edited, this, &StepForm::edited);
    connect(m_seal, &QCheckBox::clicked, this, &StepForm::edited);
    connect(m_opinion, &GrowingEdit::edited, this, &StepForm::edited);
    connect(m_scan, &AttachmentForm::edited, this, &StepForm::edited);
}

void PaperSignForm::setCase(const CaseView &view)
{
    fillWhat(view.theCase);
    fillSigners(view);
    m_signedAt->propose(view.nowMs);
}

void PaperSignForm::fillWhat(const Case &theCase)
{
    const int before = m_what->currentIndex();
    m_what->clear();
    m_signable.clear();
    const auto add = [this](const Signable &one) {
        m_signable.append(one);
        m_what->addItem(signedActionText(one.action));
    };
    if (const ReplyVersion *reply = theCase.currentReply(); reply && theCase.phase == Phase::AwaitingSignOff)
        add({reply->number, reply->digest, SignedAction::Reply});
    for (const UnitRequest &one : theCase.requests) {
        if (one.state == UnitRequest::State::Pending)
            add({one.number, one.digest, one.action});
    }
    m_what->setCurrentIndex(std::clamp(before, 0, std::max(0, m_what->count() - 1)));
}

void PaperSignForm::addSigner(const Actor &signer)
{
    if (m_signers.contains(signer))
        return;
    m_signers.append(signer);
    const QString id = signer.actingFor.isEmpty()
        ? signer.user.value
        : signer.user.value + QStringLiteral(" for ") + signer.actingFor.value;
    //: %1 name of a person, %2 role
    m_signer->addItem(tr("%1 (%2)").arg(shownName(signer), roleText(signer.role)), id);
}

/// The unit's leaders, and those who stood in for them on some days; the server knows on which.
void PaperSignForm::fillSigners(const CaseView &view)
{
    if (m_signer->count() > 0)
        return;
    m_signer->addItem(tr("Please choose"), QString());
    QHash<UserId, Actor> unit;
    for (const wire::DirectoryPerson &one : view.directory.people) {
        if (one.unit != view.actor.unit)
            continue;
        const Actor known = wire::actorOf(view.actor.tenant, one, view.actor.unitName);
        unit.insert(one.id, known);
        if (levelOf(one.role))
            addSigner(known);
    }
    for (const Substitution &one : view.directory.substitutions) {
        if (!unit.contains(one.holder) || !unit.contains(one.substitute))
            continue;
        Actor onPost = unit.value(one.substitute);
        onPost.role = unit.value(one.holder).role;
        onPost.actingFor = one.holder;
        onPost.actingForName = unit.value(one.holder).name;
        addSigner(onPost);
    }
}

QJsonObject PaperSignForm::body() const
{
    const Signable what = m_signable.value(m_what->currentIndex());
    PaperSignature paper;
    SignatureBody body;
    if (const int chosen = m_signer->currentIndex() - 1; chosen >= 0) { // The first line asks to choose.
        const Actor &signer = m_signers.at(chosen);
        paper.signer = signer.user;
        paper.signerName = signer.name;
        paper.actingFor = signer.actingFor;
        paper.actingForName = signer.actingForName;
        body.level = levelOf(signer.role).value_or(SignerLevel::DeputyLeader);
    }
    paper.signedAtMs = m_signedAt->moment().value_or(0);
    paper.seal = m_seal->isChecked();
    if (!m_scan->attachments().isEmpty())
        paper.scan = m_scan->attachments().first();
    body.replyVersion = what.number;
    body.replyDigest = what.digest;
    body.action = what.action;
    body.opinion = m_opinion->text().trimmed();
    body.paper = paper;
    return toJson(body);
}

} // namespace chengban
