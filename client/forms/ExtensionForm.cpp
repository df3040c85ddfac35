#include "client/forms/ExtensionForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"
#include "shared/base/CountyTime.h"

#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace chengban {

ExtensionForm::ExtensionForm(QWidget *parent)
    : StepForm(parent)
    , m_rule(label({}, "quiet"))
    , m_reason(new GrowingEdit(QStringLiteral("reason"), 3))
    , m_basis(new GrowingEdit(QStringLiteral("basis"), 3))
    , m_days(new QSpinBox)
{
    m_days->setObjectName(QStringLiteral("workingDays"));
    m_days->setRange(1, 60);
    m_days->setValue(5);
    m_days->setMaximumWidth(160);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(step()), "heading"));
    layout->addWidget(m_rule);
    addField(layout, tr("Why it cannot be finished in time"), m_reason);
    addField(layout, tr("Basis"), m_basis);
    addField(layout, tr("Further working days"), m_days);
    layout->addStretch(1);
    for (GrowingEdit *edit : {m_reason, m_basis})
        connect(edit, &GrowingEdit::edited, this, &StepForm::edited);
    connect(m_days, &QSpinBox::valueChanged, this, &StepForm::edited);
}

void ExtensionForm::setCase(const CaseView &view)
{
    QStringList lines{
        tr("Contact the citizen first and tell reason, progress and plan; tick them in the contact card.")};
    const ExtensionPolicy *policy = view.rules.pack ? view.rules.pack->extension(LimitName::Handle) : nullptr;
    if (policy) {
        lines << tr("A case can be extended %n time(s).", nullptr, policy->maxCount);
        if (policy->addMax > 0)
            m_days->setMaximum(policy->addMax);
    }
    if (const Deadline *due = view.theCase.runningDeadline())
        lines << tr("Due now: %1").arg(shownTime(due->dueMs));
    m_rule->setText(lines.join(QLatin1Char('\n')));
}

QJsonObject ExtensionForm::body() const
{
    return toJson(ExtensionBody{m_reason->text().trimmed(), m_basis->text().trimmed(), m_days->value()});
}

} // namespace chengban
