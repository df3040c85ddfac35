#include "client/centre/ReviewForm.h"

#include "client/forms/GrowingEdit.h"
#include "client/forms/ReplyView.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"
#include "shared/rules/Citations.h"

#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace chengban {

namespace {

constexpr char codeProperty[] = "code";

QStringList ticked(const QList<QCheckBox *> &boxes)
{
    QStringList codes;
    for (const QCheckBox *box : boxes) {
        if (box->isChecked())
            codes << box->property(codeProperty).toString();
    }
    return codes;
}

} // namespace

ReviewForm::ReviewForm(CommandType step, Desk &desk, QWidget *parent)
    : StepForm(parent)
    , m_reply(new ReplyView(desk, ReplyView::Size::Usual))
    , m_accept(new QRadioButton(tr("Accept")))
    , m_rework(new QRadioButton(tr("Return for rework")))
    , m_pointBox(new QWidget)
    , m_reasonBox(new QWidget)
    , m_pointLayout(new QVBoxLayout(m_pointBox))
    , m_reasonLayout(new QVBoxLayout(m_reasonBox))
    , m_note(new GrowingEdit(QStringLiteral("note"), 2))
{
    m_accept->setObjectName(QStringLiteral("chooseAccept"));
    m_rework->setObjectName(QStringLiteral("chooseRework"));
    m_pointBox->setObjectName(QStringLiteral("points"));
    m_reasonBox->setObjectName(QStringLiteral("reasons"));
    m_accept->setVisible(step == CommandType::AcceptReply);
    (step == CommandType::AcceptReply ? m_accept : m_rework)->setChecked(true);
    for (QVBoxLayout *box : {m_pointLayout, m_reasonLayout}) {
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(6);
    }
    auto *choices = new QHBoxLayout;
    choices->setSpacing(3 * gap);
    choices->addWidget(m_accept);
    choices->addWidget(m_rework);
    choices->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_reply);
    layout->addWidget(thinLine());
    layout->addWidget(label(tr("Review"), "heading"));
    layout->addLayout(choices);
    layout->addWidget(m_pointBox);
    layout->addWidget(m_reasonBox);
    addField(layout, tr("Remark to the unit"), m_note);
    layout->addStretch(1);
    connect(m_accept, &QRadioButton::toggled, this, &ReviewForm::showChoice);
    connect(m_note, &GrowingEdit::edited, this, &StepForm::edited);
}

CommandType ReviewForm::step() const
{
    return m_rework->isChecked() ? CommandType::ReturnForRework : CommandType::AcceptReply;
}

void ReviewForm::setCase(const CaseView &view)
{
    const ReplyVersion *current = view.theCase.currentReply();
    m_version = current ? current->number : 0;
    m_reply->show(view);
    if (view.rules.pack && m_points.isEmpty() && m_reasons.isEmpty())
        fillTicks(*view.rules.pack);
    m_pointBox->setVisible(m_accept->isChecked());
    m_reasonBox->setVisible(m_rework->isChecked());
}

void ReviewForm::fillTicks(const RulePack &pack)
{
    const auto fill = [this, &pack](const QList<CodedReason> &rows, const QString &prefix,
                          QVBoxLayout *layout, QList<QCheckBox *> &boxes) {
        for (const CodedReason &row : rows) {
            auto *box = new QCheckBox(row.label);
            box->setObjectName(prefix + row.code);
            box->setProperty(codeProperty, row.code);
            box->setToolTip(citedText(row.cite, pack.documents));
            layout->addWidget(box);
            boxes.append(box);
            connect(box, &QCheckBox::clicked, this, &StepForm::edited);
        }
    };
    m_pointLayout->addWidget(label(tr("Closing points"), "quiet"));
    fill(pack.closingPoints, QStringLiteral("point:"), m_pointLayout, m_points);
    m_reasonLayout->addWidget(label(tr("Why it goes back"), "quiet"));
    fill(pack.reworkReasons, QStringLiteral("reason:"), m_reasonLayout, m_reasons);
}

QJsonObject ReviewForm::body() const
{
    const bool accepted = m_accept->isChecked();
    return toJson(ReviewBody{.replyVersion = m_version,
        .reasons = accepted ? QStringList() : ticked(m_reasons),
        .points = accepted ? ticked(m_points) : QStringList(),
        .note = m_note->text().trimmed()});
}

Problems ReviewForm::problems(const Desk &desk, const CaseId &id) const
{
    Problems all = StepForm::problems(desk, id);
    bool told = false;
    all.removeIf([&](const Problem &one) {
        const bool unticked = one.finding == QLatin1StringView("closing-point-missing");
        return unticked && std::exchange(told, true);
    });
    return all;
}

bool ReviewForm::focusField(const QString &field)
{
    const QList<QCheckBox *> &boxes = m_accept->isChecked() ? m_points : m_reasons;
    const QString root = fieldRoot(field);
    if (boxes.isEmpty() || (root != QLatin1StringView("points") && root != QLatin1StringView("reasons")))
        return StepForm::focusField(field);
    const auto meant = std::ranges::find_if(boxes, [&](const QCheckBox *box) {
        return field == root + QLatin1Char('.') + box->property(codeProperty).toString();
    });
    (meant == boxes.end() ? boxes.first() : *meant)->setFocus(Qt::OtherFocusReason);
    return true;
}

void ReviewForm::showChoice()
{
    m_pointBox->setVisible(m_accept->isChecked());
    m_reasonBox->setVisible(m_rework->isChecked());
    Q_EMIT edited();
}

} // namespace chengban
