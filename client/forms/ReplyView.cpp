#include "client/forms/ReplyView.h"

#include "client/forms/AttachmentForm.h"
#include "client/forms/TextChange.h"
#include "client/forms/Typography.h"
#include "client/models/NextStep.h"
#include "client/models/Posts.h"
#include "client/models/ReplyParts.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QLabel>
#include <QVBoxLayout>

namespace chengban {

QString signatureLine(const Entry<SignatureBody> &signature)
{
    if (const auto &paper = signature.body.paper) {
        Actor signer;
        signer.name = paper->signerName;
        signer.actingForName = paper->actingForName;
        //: %1 name, %2 time
        return ReplyView::tr("Signed on paper by %1, %2")
            .arg(shownName(signer), shownTime(paper->signedAtMs));
    }
    //: %1 name, %2 role, %3 time, %4 short code of the key
    return ReplyView::tr("Signed by %1 (%2), %3, key %4")
        .arg(shownName(signature.actor), roleText(signature.actor.role), shownTime(signature.atMs),
            signature.body.key.value.left(8));
}

ReplyView::ReplyView(Desk &desk, Size size, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_size(size)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("replyView"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
}

void ReplyView::show(const CaseView &view, const Problems &findings)
{
    if (view.theCase == m_shown && findings == m_findings)
        return;
    m_shown = view.theCase;
    m_findings = findings;
    clear();
    if (m_withDemand)
        addDemand(view.theCase);
    const ReplyVersion *current = view.theCase.currentReply();
    addContacts(view);
    if (!current || current->withheld) {
        addText(waitingText(view.theCase), {}, false);
        m_layout->addStretch(1);
        return;
    }
    m_reply = current->reply;
    m_before.reset();
    const qsizetype versions = view.theCase.replies.size();
    if (versions > 1 && !view.theCase.replies.at(versions - 2).withheld)
        m_before = view.theCase.replies.at(versions - 2).reply;
    addParts(view);
    addBasis(m_reply);
    addEvidence(m_reply);
    addPart(QStringLiteral("answer"), m_reply.answer, m_before ? m_before->answer : QString());
    addPart(QStringLiteral("handler"), m_reply.handler + QStringLiteral("  ") + m_reply.handlerPhone,
        m_before ? m_before->handler + QStringLiteral("  ") + m_before->handlerPhone : QString());
    addSignatures(view.theCase);
    m_layout->addStretch(1);
}

void ReplyView::clear()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *widget = item->widget())
            widget->deleteLater();
        delete item;
    }
}

void ReplyView::addHeading(const QString &text)
{
    if (m_layout->count() > 0)
        m_layout->addSpacing(m_size == Size::Large ? 2 * gap : gap);
    m_layout->addWidget(label(text, "readingHeading"));
}

void ReplyView::addText(const QString &text, const QString &before, bool compare)
{
    QLabel *body = label(text, m_size == Size::Large ? "reading" : "plain");
    if (compare && before != text) {
        body->setTextFormat(Qt::RichText);
        body->setText(changeHtml(changeOf(before, text)));
    }
    m_layout->addWidget(body);
}

void ReplyView::addPart(const QString &field, const QString &text, const QString &before)
{
    const bool hasFinding
        = std::ranges::any_of(m_findings, [&](const Problem &one) { return fieldRoot(one.field) == field; });
    if (text.isEmpty() && before.isEmpty() && !hasFinding)
        return;
    addHeading(replyPartText(field));
    addText(text, before, m_before.has_value());
    addFindings(field);
}

void ReplyView::addFindings(const QString &field)
{
    for (const Problem &one : m_findings) {
        if (fieldRoot(one.field) == field)
            m_layout->addWidget(label(problemText(one), "finding"));
    }
}

void ReplyView::addDemand(const Case &theCase)
{
    addHeading(tr("Demand"));
    addText(theCase.demand.text, {}, false);
    if (!theCase.demand.location.isEmpty())
        m_layout->addWidget(label(theCase.demand.location, "quiet"));
}

void ReplyView::addContacts(const CaseView &view)
{
    addHeading(tr("Contact"));
    const QList<ContactAttempt> attempts = view.theCase.contactAttempts();
    if (attempts.isEmpty())
        addText(view.theCase.demand.anonymous ? tr("Anonymous: no contact is needed.")
                                              : tr("No contact recorded."),
            {}, false);
    else if (view.rules.pack)
        addText(contactSentence(attempts, *view.rules.pack), {}, false);
    addFindings(QStringLiteral("contact"));
    addFindings(QStringLiteral("contacts"));
}

void ReplyView::addParts(const CaseView &view)
{
    const QString before = m_before ? verdictText(m_before->verdict) : QString();
    addHeading(tr("Verdict"));
    addText(verdictText(m_reply.verdict), before, m_before.has_value());
    addFindings(QStringLiteral("verdict"));
    for (const TextPart &part : textParts) {
        addPart(QLatin1StringView(part.field), m_reply.*part.member,
            m_before ? (*m_before).*part.member : QString());
    }
    if (m_reply.channel.isEmpty() || !view.rules.pack)
        return;
    QString channel = reasonLabel(view.rules.pack->channels, m_reply.channel);
    if (m_reply.channelTold)
        channel += QStringLiteral(" · ") + replyPartText(QStringLiteral("channelTold"));
    addPart(QStringLiteral("channel"), channel, channel);
}

void ReplyView::addBasis(const Reply &reply)
{
    if (!reply.legalBasis.isEmpty())
        addHeading(replyPartText(QStringLiteral("legalBasis")));
    for (const LegalBasis &basis : reply.legalBasis) {
        const bool known = !m_before || m_before->legalBasis.contains(basis);
        QString line = QStringLiteral("《%1》").arg(basis.title);
        if (!basis.documentNumber.isEmpty())
            line += QStringLiteral("（%1）").arg(basis.documentNumber);
        line += basis.article;
        if (!basis.content.isEmpty())
            line += QStringLiteral("：") + basis.content;
        addText(line, known ? line : QString(), true);
    }
    addFindings(QStringLiteral("legalBasis"));
}

void ReplyView::addEvidence(const Reply &reply)
{
    if (!reply.attachments.isEmpty()) {
        addHeading(replyPartText(QStringLiteral("attachments")));
        auto *files = new AttachmentForm(m_desk);
        files->setReadOnly(true);
        files->setAttachments(reply.attachments);
        m_layout->addWidget(files);
    }
    addFindings(QStringLiteral("attachments"));
}

void ReplyView::addSignatures(const Case &theCase)
{
    const ReplyVersion *current = theCase.currentReply();
    for (const Entry<SignatureBody> &signature : theCase.signatures) {
        if (signature.body.replyVersion != current->number)
            continue;
        addHeading(tr("Sign-off"));
        addText(signatureLine(signature), {}, false);
        if (!signature.body.opinion.isEmpty())
            addText(signature.body.opinion, {}, false);
    }
}

} // namespace chengban
