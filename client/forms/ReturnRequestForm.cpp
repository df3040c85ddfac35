#include "client/forms/ReturnRequestForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace chengban {

ReturnRequestForm::ReturnRequestForm(QWidget *parent)
    : StepForm(parent)
    , m_reason(new QComboBox)
    , m_statement(new GrowingEdit(QStringLiteral("statement"), 4))
    , m_unit(new QComboBox)
    , m_basis(new QLineEdit)
{
    m_reason->setObjectName(QStringLiteral("reason"));
    m_unit->setObjectName(QStringLiteral("suggestedUnit"));
    m_basis->setObjectName(QStringLiteral("basis"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(step()), "heading"));
    layout->addWidget(label(
        tr("A leader of the unit signs the request where the rules want it, then the centre decides. Until "
           "then the case stays with the unit and its time runs on."),
        "quiet"));
    addField(layout, tr("Reason"), m_reason);
    addField(layout, tr("Statement: why it is not the unit's duty"), m_statement);
    addField(layout, tr("Unit that should have it"), m_unit);
    addField(layout, tr("Provision it relies on"), m_basis);
    layout->addStretch(1);
    for (QComboBox *box : {m_reason, m_unit})
        connect(box, &QComboBox::activated, this, &StepForm::edited);
    connect(m_statement, &GrowingEdit::edited, this, &StepForm::edited);
    connect(m_basis, &QLineEdit::textEdited, this, &StepForm::edited);
}

void ReturnRequestForm::setCase(const CaseView &view)
{
    if (m_reason->count() > 0)
        return;
    m_reason->addItem(tr("Please choose"), QString());
    if (view.rules.pack) {
        for (const CodedReason &one : view.rules.pack->returnReasons)
            m_reason->addItem(one.label, one.code);
    }
    m_unit->addItem(tr("Not known"), QString());
    for (const wire::DirectoryUnit &unit : view.directory.units) {
        if (unit.id != view.actor.unit)
            m_unit->addItem(unit.name, unit.id.value);
    }
}

QJsonObject ReturnRequestForm::body() const
{
    const bool named = !m_unit->currentData().toString().isEmpty();
    return toJson(ReturnRequestBody{.reason = m_reason->currentData().toString(),
        .statement = m_statement->text().trimmed(),
        .suggestedUnit = UnitId{m_unit->currentData().toString()},
        .suggestedUnitName = named ? m_unit->currentText() : QString(),
        .basis = m_basis->text().trimmed()});
}

} // namespace chengban
