#include "client/forms/PaperSignForm.h"

#include "client/forms/AttachmentForm.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/MomentEdit.h"
#include "client/forms/Typography.h"
#include "client/models/Posts.h"
#include "client/models/StepWording.h"
#include "client/models/Wording.h"

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
    m_signable = signables(theCase);
    for (const Signable &one : m_signable)
        m_what->addItem(signedActionText(one.action));
    m_what->setCurrentIndex(std::clamp(before, 0, std::max(0, m_what->count() - 1)));
}

void PaperSignForm::fillSigners(const CaseView &view)
{
    if (m_signer->count() > 0)
        return;
    m_signers = paperSigners(view.actor, view.directory);
    fillSignerBox(*m_signer, m_signers);
}

QJsonObject PaperSignForm::body() const
{
    PaperFacts facts;
    facts.what = m_signable.value(m_what->currentIndex());
    if (const int chosen = m_signer->currentIndex() - 1; chosen >= 0) // The first line asks to choose.
        facts.signer = m_signers.at(chosen);
    facts.signedAtMs = m_signedAt->moment().value_or(0);
    facts.seal = m_seal->isChecked();
    facts.opinion = m_opinion->text();
    std::optional<Attachment> scan;
    if (!m_scan->attachments().isEmpty())
        scan = m_scan->attachments().first();
    return paperBody(facts, scan);
}

void fillSignerBox(QComboBox &box, const QList<Actor> &signers)
{
    box.clear();
    box.addItem(PaperSignForm::tr("Please choose"), QString());
    for (const Actor &signer : signers) {
        const QString id = signer.actingFor.isEmpty()
            ? signer.user.value
            : signer.user.value + QStringLiteral(" for ") + signer.actingFor.value;
        //: %1 name of a person, %2 role
        box.addItem(PaperSignForm::tr("%1 (%2)").arg(shownName(signer), roleText(signer.role)), id);
    }
}

} // namespace chengban
