#include "client/forms/FactsForm.h"

#include "client/forms/MomentEdit.h"
#include "client/forms/Typography.h"
#include "client/models/ReplyParts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace chengban {

namespace {

void fillChoices(QComboBox *box, const QList<CodedReason> &choices)
{
    const QString chosen = box->currentData().toString();
    box->clear();
    box->addItem(FactsForm::tr("Please choose"), QString());
    for (const CodedReason &one : choices)
        box->addItem(one.label, one.code);
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

/// The pack's outcomes for every case, or those with a group (HA29d, HA10c).
QList<CodedReason> outcomes(const RulePack &pack, bool grouped)
{
    QList<CodedReason> list = pack.outcomes;
    list.removeIf([grouped](const CodedReason &one) { return one.group.isEmpty() == grouped; });
    return list;
}

void choose(QComboBox *box, const QString &code)
{
    if (box->findData(code) < 0)
        box->addItem(code, code); // Of another version of the rules; kept as it is.
    box->setCurrentIndex(box->findData(code));
}

/// In a reply 0 means none.
std::optional<qint64> momentOf(qint64 utcMs)
{
    return utcMs == 0 ? std::nullopt : std::optional(utcMs);
}

constexpr std::array signingRoles{std::pair{SignerLevel::SectionHead, Role::SectionHead},
    std::pair{SignerLevel::DeputyLeader, Role::DeputyLeader},
    std::pair{SignerLevel::PrincipalLeader, Role::PrincipalLeader}};

} // namespace

FactsForm::FactsForm(const std::function<qint64()> &nowMs, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
    , m_outcome(new QComboBox)
    , m_suggestionOutcome(new QComboBox)
    , m_answeredVia(new QComboBox)
    , m_definition(label({}, "quiet"))
    , m_visitor(new QLineEdit)
    , m_found(new QLineEdit)
    , m_unit(new QLineEdit)
    , m_signer(new QLineEdit)
    , m_arrivedAt(new MomentEdit(MomentEdit::Kind::Optional, QStringLiteral("arrivedAt"), nowMs))
    , m_answeredAt(new MomentEdit(MomentEdit::Kind::Optional, QStringLiteral("answeredAtMs"), nowMs))
    , m_noSite(new QCheckBox(tr("There is nothing to see on the spot")))
    , m_proofread(new QCheckBox(tr("Checked and proofread")))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(2 * gap);
    m_layout->setVerticalSpacing(gap);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(QStringLiteral("outcome"), tr("Outcome"), m_outcome);
    addRow(QStringLiteral("outcome"), {}, m_definition, QStringLiteral("outcomeDefinition"));
    addRow(QStringLiteral("suggestionOutcome"), tr("Outcome of the suggestion"), m_suggestionOutcome);
    addVisits();
    addRow(QStringLiteral("answeredVia"), tr("Citizen answered by"), m_answeredVia);
    addRow(QStringLiteral("answeredAt"), tr("Citizen answered at"), m_answeredAt, m_answeredAt->objectName());
    addRow(QStringLiteral("unit"), tr("Unit that answers"), m_unit);
    addRow(QStringLiteral("signer"), tr("Signer"), m_signer);
    addRow(QStringLiteral("proofread"), {}, m_proofread);
    connectFields();
    showRows();
}

void FactsForm::addRow(const QString &part, const QString &caption, QWidget *field, const QString &objectName)
{
    field->setObjectName(objectName.isEmpty() ? part : objectName);
    m_layout->addRow(caption, field);
    if (!caption.isEmpty())
        nameField(*field, caption);
    m_rows.append({part, field});
}

void FactsForm::addVisits()
{
    m_visitor->setPlaceholderText(tr("Names, parted by 、"));
    const QString part = QStringLiteral("siteVisit");
    addRow(part, tr("Who was on the spot"), m_visitor, QStringLiteral("siteVisits"));
    addRow(part, tr("Arrived at"), m_arrivedAt, m_arrivedAt->objectName());
    addRow(part, tr("Seen there"), m_found, QStringLiteral("visitFound"));
    addRow(part, {}, m_noSite, QStringLiteral("noSite"));
}

void FactsForm::connectFields()
{
    for (QLineEdit *edit : {m_visitor, m_found, m_unit, m_signer})
        connect(edit, &QLineEdit::textEdited, this, &FactsForm::edited);
    for (QComboBox *box : {m_outcome, m_suggestionOutcome, m_answeredVia})
        connect(box, &QComboBox::activated, this, &FactsForm::edited);
    for (MomentEdit *edit : {m_arrivedAt, m_answeredAt})
        connect(edit, &MomentEdit::edited, this, &FactsForm::edited);
    for (QCheckBox *box : {m_noSite, m_proofread})
        connect(box, &QCheckBox::clicked, this, &FactsForm::edited);
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &FactsForm::showDefinition);
}

void FactsForm::setCase(const CaseView &view)
{
    m_view = view;
    if (view.rules.pack && (m_pack.id != view.rules.pack->id || m_pack.version != view.rules.pack->version)) {
        m_pack = *view.rules.pack;
        fillChoices(m_outcome, outcomes(m_pack, false));
        fillChoices(m_suggestionOutcome, outcomes(m_pack, true));
        fillChoices(m_answeredVia, m_pack.answerChannels);
    }
    showRows();
}

/// The one leader of the unit who may sign the reply; empty when there are several or none.
QString FactsForm::signerOf(const CaseView &view) const
{
    const SignerRule *rule = m_pack.signer(SignedAction::Reply, view.theCase.caseClass);
    QStringList names;
    for (const wire::DirectoryPerson &person : view.directory.people) {
        const bool signs = rule && std::ranges::any_of(signingRoles, [&](const auto &level) {
            return rule->levels.contains(level.first) && level.second == person.role;
        });
        if (signs && person.unit == view.theCase.leadUnit)
            names += person.name;
    }
    return names.size() == 1 ? names.first() : QString();
}

void FactsForm::setReply(const Reply &reply)
{
    m_verdict = reply.verdict;
    choose(m_outcome, reply.outcome);
    choose(m_suggestionOutcome, reply.suggestionOutcome);
    choose(m_answeredVia, reply.answeredVia);
    m_answeredAt->setMoment(momentOf(reply.answeredAtMs));
    m_otherVisits = reply.siteVisits;
    const SiteVisit last = m_otherVisits.isEmpty() ? SiteVisit() : m_otherVisits.takeLast();
    m_visitor->setText(last.handler);
    m_arrivedAt->setMoment(momentOf(last.arrivedAtMs));
    m_found->setText(last.found);
    m_noSite->setChecked(reply.noSite);
    m_proofread->setChecked(reply.proofread);
    const bool knows = m_view && isAsked(QStringLiteral("unit"));
    m_unit->setText(reply.unit.isEmpty() && knows ? m_view->theCase.leadUnitName : reply.unit);
    const bool names = m_view && isAsked(QStringLiteral("signer"));
    m_signer->setText(reply.signer.isEmpty() && names ? signerOf(*m_view) : reply.signer);
    showRows();
}

void FactsForm::setVerdict(Verdict verdict)
{
    m_verdict = verdict;
    showRows();
}

void FactsForm::fill(Reply &reply) const
{
    reply.outcome = m_outcome->currentData().toString();
    reply.suggestionOutcome = m_suggestionOutcome->currentData().toString();
    reply.answeredVia = m_answeredVia->currentData().toString();
    reply.answeredAtMs = m_answeredAt->moment().value_or(0);
    reply.siteVisits = m_otherVisits;
    const SiteVisit visit{
        m_visitor->text().trimmed(), m_arrivedAt->moment().value_or(0), m_found->text().trimmed()};
    if (visit != SiteVisit())
        reply.siteVisits.append(visit);
    reply.noSite = m_noSite->isChecked();
    reply.unit = m_unit->text().trimmed();
    reply.signer = m_signer->text().trimmed();
    reply.proofread = m_proofread->isChecked();
}

bool FactsForm::isAsked(const QString &part) const
{
    if (part == QStringLiteral("proofread"))
        return m_pack.answering.proofreadNeeded;
    return packAsksFor(m_pack, m_verdict, QLatin1StringView(part.toLatin1()));
}

bool FactsForm::holds(const QString &part) const
{
    Reply reply;
    fill(reply);
    const QHash<QString, bool> held{{QStringLiteral("outcome"), !reply.outcome.isEmpty()},
        {QStringLiteral("suggestionOutcome"), !reply.suggestionOutcome.isEmpty()},
        {QStringLiteral("siteVisit"), !reply.siteVisits.isEmpty() || reply.noSite},
        {QStringLiteral("answeredVia"), !reply.answeredVia.isEmpty()},
        {QStringLiteral("answeredAt"), reply.answeredAtMs != 0},
        {QStringLiteral("unit"), !reply.unit.isEmpty()}, {QStringLiteral("signer"), !reply.signer.isEmpty()},
        {QStringLiteral("proofread"), reply.proofread}};
    return held.value(part);
}

bool FactsForm::isNeeded() const
{
    return std::ranges::any_of(
        m_rows, [this](const Row &row) { return isAsked(row.part) || holds(row.part); });
}

void FactsForm::showRows()
{
    for (const Row &row : m_rows) {
        const bool shown = isAsked(row.part) || holds(row.part);
        row.field->setVisible(shown);
        if (QWidget *caption = m_layout->labelForField(row.field))
            caption->setVisible(shown);
    }
    showDefinition();
}

/// HA29d: what the chosen outcome means stands beside it.
void FactsForm::showDefinition()
{
    const CodedReason *outcome = reasonCoded(m_pack.outcomes, m_outcome->currentData().toString());
    say(m_definition, outcome ? outcome->definition : QString());
}

} // namespace chengban
