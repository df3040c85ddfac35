#include "client/forms/FilingForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/MomentEdit.h"
#include "client/forms/PaperSignForm.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chengban {

FilingForm::FilingForm(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_what(new QComboBox)
    , m_signer(new QComboBox)
    , m_signedAt(new MomentEdit(
          MomentEdit::Kind::Required, QStringLiteral("sheetSignedAt"), [&desk] { return desk.nowMs(); }))
    , m_seal(new QCheckBox(tr("The unit's seal stands on it")))
    , m_behind(new QCheckBox)
    , m_opinion(new GrowingEdit(QStringLiteral("sheetOpinion"), 2))
    , m_whatCaption(label({}, "quiet"))
{
    m_what->setObjectName(QStringLiteral("sheetWhat"));
    m_signer->setObjectName(QStringLiteral("sheetSigner"));
    m_seal->setObjectName(QStringLiteral("sheetSeal"));
    m_behind->setObjectName(QStringLiteral("sheetBehind"));
    makeLayout();
    connectParts();
}

void FilingForm::makeLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    addField(layout, tr("What was signed"), m_what);
    layout->addWidget(m_whatCaption);
    addField(layout, tr("Who signed"), m_signer);
    addField(layout, tr("Signed at"), m_signedAt);
    layout->addWidget(m_seal);
    addField(layout, tr("Opinion on the sheet"), m_opinion);
    layout->addWidget(m_behind);
    QPushButton *same
        = button(tr("Signer, day and seal are the same on all sheets"), QStringLiteral("sameForAll"), "link");
    layout->addWidget(same, 0, Qt::AlignLeft);
    connect(same, &QPushButton::clicked, this, &FilingForm::sameForAllWanted);
}

void FilingForm::connectParts()
{
    const auto tell = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    for (QComboBox *box : {m_what, m_signer})
        connect(box, &QComboBox::activated, this, tell);
    for (QCheckBox *box : {m_seal, m_behind})
        connect(box, &QCheckBox::clicked, this, tell);
    connect(m_signedAt, &MomentEdit::edited, this, tell);
    connect(m_opinion, &GrowingEdit::edited, this, tell);
}

void FilingForm::show(const PileItem &item)
{
    m_filling = true;
    m_signable = signables(*item.found.theCase);
    m_what->clear();
    for (const Signable &one : m_signable)
        m_what->addItem(signedActionText(one.action));
    m_what->setCurrentIndex(int(std::max<qsizetype>(0, m_signable.indexOf(item.facts.what))));
    m_what->setEnabled(item.byHand.has_value()); // Its code says what a sheet is.
    const QString code = item.facts.what.digest.left(16);
    m_whatCaption->setText(item.facts.what.action == SignedAction::Reply
            //: %1 number of a version, %2 first digits of a digest
            ? tr("Version %1, short code %2").arg(item.facts.what.number).arg(code)
            : tr("Short code %1").arg(code));
    fillSigners(item);
    m_signedAt->setMoment(item.facts.signedAtMs > 0 ? std::optional(item.facts.signedAtMs) : std::nullopt);
    m_seal->setChecked(item.facts.seal);
    m_opinion->setText(item.facts.opinion);
    m_behind->setVisible(!item.behind.isEmpty());
    m_behind->setText(
        tr("Also file the %n page(s) without a code behind it", nullptr, int(item.behind.size())));
    m_behind->setChecked(item.withBehind);
    m_filling = false;
}

void FilingForm::fillSigners(const PileItem &item)
{
    const Rules rules = m_desk.rulesFor(*item.found.theCase);
    m_signers = allowedSigners(paperSigners(m_desk.actor(), m_desk.directory()), item.facts.what,
        *item.found.theCase, rules.pack ? &*rules.pack : nullptr);
    fillSignerBox(*m_signer, m_signers);
    const qsizetype chosen = item.facts.signer ? m_signers.indexOf(*item.facts.signer) : -1;
    m_signer->setCurrentIndex(int(chosen) + 1);
}

PaperFacts FilingForm::facts() const
{
    PaperFacts facts;
    facts.what = m_signable.value(m_what->currentIndex());
    if (const int chosen = m_signer->currentIndex() - 1; chosen >= 0)
        facts.signer = m_signers.at(chosen);
    facts.signedAtMs = m_signedAt->moment().value_or(0);
    facts.seal = m_seal->isChecked();
    facts.opinion = m_opinion->text();
    return facts;
}

bool FilingForm::withBehind() const
{
    return m_behind->isChecked() && !m_behind->isHidden();
}

} // namespace chengban
