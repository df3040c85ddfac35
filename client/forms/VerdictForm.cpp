#include "client/forms/VerdictForm.h"

#include "client/forms/FlowLayout.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace chengban {

namespace {

struct VerdictChoice
{
    Verdict verdict;
    const char *objectName;
};

constexpr VerdictChoice verdictChoices[] = {
    {Verdict::SolvableInLimit, "verdictSolvable"},
    {Verdict::NotInLimit, "verdictNotInLimit"},
    {Verdict::Unreasonable, "verdictUnreasonable"},
    {Verdict::OutOfScope, "verdictOutOfScope"},
};

} // namespace

VerdictForm::VerdictForm(QWidget *parent)
    : QWidget(parent)
    , m_choices(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("verdict"));
    auto *choices = new FlowLayout(2);
    choices->setSpacing(gap);
    for (const VerdictChoice &choice : verdictChoices) {
        auto *radio = new QRadioButton(verdictText(choice.verdict));
        radio->setObjectName(QLatin1StringView(choice.objectName));
        radio->setToolTip(verdictHint(choice.verdict));
        m_choices->addButton(radio, int(choice.verdict));
        choices->addWidget(radio);
    }
    QLabel *hint = label({}, "quiet");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addLayout(choices);
    layout->addWidget(hint);
    hint->hide();
    connect(m_choices, &QButtonGroup::idToggled, this, [hint](int id, bool checked) {
        if (checked)
            say(hint, verdictHint(Verdict(id)));
    });
    connect(m_choices, &QButtonGroup::idClicked, this, &VerdictForm::edited);
}

void VerdictForm::setVerdict(Verdict verdict)
{
    m_choices->setExclusive(false);
    const QList<QAbstractButton *> all = m_choices->buttons();
    for (QAbstractButton *one : all)
        one->setChecked(m_choices->id(one) == int(verdict));
    m_choices->setExclusive(true);
}

Verdict VerdictForm::verdict() const
{
    return m_choices->checkedId() < 0 ? Verdict::Undecided : Verdict(m_choices->checkedId());
}

} // namespace chengban
