#include "client/forms/ReadForm.h"

#include "client/forms/ReplyView.h"
#include "client/forms/Typography.h"
#include "client/models/NextStep.h"

#include <QLabel>
#include <QVBoxLayout>

namespace chengban {

ReadForm::ReadForm(Desk &desk, Use use, QWidget *parent)
    : StepForm(parent)
    , m_use(use)
    , m_head(label({}, "heading"))
    , m_hint(label({}, "quiet"))
    , m_reply(new ReplyView(desk, ReplyView::Size::Usual))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_head);
    layout->addWidget(m_hint);
    layout->addWidget(m_reply);
    layout->addStretch(1);
}

void ReadForm::setCase(const CaseView &view)
{
    const ReplyVersion *current = view.theCase.currentReply();
    m_version = current ? current->number : 0;
    m_head->setText(waitingText(view.theCase));
    if (m_use == Use::SubmitReply)
        say(m_hint,
            tr("The signed version goes to the centre as it stands here. To change it, withdraw it; it must "
               "then "
               "be signed again."));
    else
        say(m_hint, {});
    m_reply->setVisible(current != nullptr);
    if (current)
        m_reply->show(view);
}

QJsonObject ReadForm::body() const
{
    return toJson(ReplyVersionBody{m_version});
}

Problems ReadForm::problems(const Desk &desk, const CaseId &id) const
{
    return m_use == Use::SubmitReply ? StepForm::problems(desk, id) : Problems();
}

} // namespace chengban
