#include "client/forms/OrderAnswerForm.h"

#include "client/forms/AttachmentForm.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/Typography.h"
#include "client/models/StepWording.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace chengban {

QString orderText(const Order &order, const RulePack *pack)
{
    const bool supervision = order.kind == OrderKind::Supervision;
    const OrderBody &body = order.order.body;
    const auto word = [&](const QList<CodedReason> RulePack::*list, const QString &code) {
        return pack ? reasonLabel(pack->*list, code) : code;
    };
    QStringList lines{
        OrderAnswerForm::tr("%1, ordered %2")
            .arg(stepVerb(supervision ? CommandType::OrderSupervision : CommandType::OrderReReview),
                shownTime(order.order.atMs))};
    if (!body.code.isEmpty())
        lines << OrderAnswerForm::tr("Reason: %1")
                     .arg(word(supervision ? &RulePack::supervisionReasons : &RulePack::reReviewReasons,
                         body.code));
    if (!body.method.isEmpty())
        lines << OrderAnswerForm::tr("How: %1").arg(word(&RulePack::supervisionMethods, body.method));
    lines << OrderAnswerForm::tr("What is asked for: %1").arg(body.note);
    if (body.onSite)
        lines << OrderAnswerForm::tr("Somebody must go there; record the site visit first.");
    return lines.join(QLatin1Char('\n'));
}

OrderAnswerForm::OrderAnswerForm(Desk &desk, QWidget *parent)
    : StepForm(parent)
    , m_order(new QComboBox)
    , m_asked(label({}, "plain"))
    , m_investigation(new GrowingEdit(QStringLiteral("investigation"), 3))
    , m_handling(new GrowingEdit(QStringLiteral("handling"), 3))
    , m_result(new GrowingEdit(QStringLiteral("result"), 3))
    , m_answer(new GrowingEdit(QStringLiteral("answer"), 5))
    , m_papers(new AttachmentForm(desk))
{
    m_order->setObjectName(QStringLiteral("order"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(label(stepVerb(step()), "heading"));
    layout->addWidget(m_order);
    layout->addWidget(m_asked);
    layout->addWidget(thinLine());
    addField(layout, replyPartText(QStringLiteral("investigation")), m_investigation);
    addField(layout, replyPartText(QStringLiteral("handling")), m_handling);
    addField(layout, replyPartText(QStringLiteral("result")), m_result);
    addField(layout, replyPartText(QStringLiteral("answer")), m_answer);
    addField(layout, replyPartText(QStringLiteral("attachments")), m_papers);
    layout->addStretch(1);
    connect(m_order, &QComboBox::activated, this, &StepForm::edited);
    for (GrowingEdit *edit : {m_investigation, m_handling, m_result, m_answer})
        connect(edit, &GrowingEdit::edited, this, &StepForm::edited);
    connect(m_papers, &AttachmentForm::edited, this, &StepForm::edited);
}

void OrderAnswerForm::setCase(const CaseView &view)
{
    m_actor = view.actor;
    const QVariant before = m_order->currentData();
    m_order->clear();
    QStringList asked;
    for (const Order &one : view.theCase.orders) {
        if (!one.isOwed())
            continue;
        const QString text = orderText(one, view.rules.pack);
        m_order->addItem(text.section(QLatin1Char('\n'), 0, 0), one.order.revision);
        asked << text;
    }
    m_order->setCurrentIndex(std::max(0, m_order->findData(before)));
    m_order->setVisible(m_order->count() > 1);
    m_asked->setText(asked.value(m_order->currentIndex()));
    const ReplyVersion *current = view.theCase.currentReply();
    const Reply replied = current ? current->reply : Reply();
    if (m_answer->text() == m_replied.answer) // Nobody has written there yet.
        m_answer->setText(replied.answer);
    m_replied = replied;
}

QJsonObject OrderAnswerForm::body() const
{
    Reply reply = m_replied;
    reply.investigation = m_investigation->text().trimmed();
    reply.handling = m_handling->text().trimmed();
    reply.result = m_result->text().trimmed();
    reply.answer = m_answer->text().trimmed();
    for (const Attachment &paper : m_papers->attachments()) {
        if (!reply.attachments.contains(paper))
            reply.attachments.append(paper);
    }
    reply.handler = m_actor.name;
    reply.signer.clear(); // Who signs this answer is asked when it is signed.
    return toJson(OrderAnswerBody{m_order->currentData().toLongLong(), reply});
}

bool OrderAnswerForm::focusField(const QString &field)
{
    return StepForm::focusField(field.startsWith(QLatin1StringView("reply.")) ? field.mid(6) : field);
}

} // namespace chengban
