#include "client/forms/ReplyForm.h"

#include "client/forms/AnswerForm.h"
#include "client/forms/AttachmentForm.h"
#include "client/forms/BasisForm.h"
#include "client/forms/ContactCard.h"
#include "client/forms/FactsForm.h"
#include "client/forms/PartsForm.h"
#include "client/forms/Typography.h"
#include "client/forms/VerdictForm.h"
#include "client/models/NextStep.h"
#include "client/models/Posts.h"
#include "client/models/Wording.h"
#include "shared/base/CountyTime.h"

#include <QComboBox>
#include <QFormLayout>
#include <QFrame>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace chengban {

namespace {

/// What the leader or the centre said when the reply came back last; empty when it did not.
QString lastComment(const CaseView &view)
{
    const Case &one = view.theCase;
    qint64 atMs = 0;
    QString text;
    if (!one.returnsToClerk.isEmpty()) {
        const auto &last = one.returnsToClerk.last();
        atMs = last.revision;
        //: %1 name of the leader, %2 time, %3 the comment
        text = ReplyForm::tr("Sent back by %1, %2: %3")
                   .arg(shownName(last.actor), shownTime(last.atMs), last.body.note);
    }
    if (!one.reviews.isEmpty() && one.reviews.last().body.outcome == ReviewOutcome::Rework
        && one.reviews.last().revision > atMs) {
        const auto &last = one.reviews.last();
        QStringList reasons;
        for (const QString &code : last.body.body.reasons)
            reasons << (view.rules.pack ? reasonLabel(view.rules.pack->reworkReasons, code) : code);
        if (!last.body.body.note.isEmpty())
            reasons << last.body.body.note;
        //: %1 time, %2 reasons and remark
        text = ReplyForm::tr("Returned for rework by the centre, %1: %2")
                   .arg(shownTime(last.atMs), reasons.join(QStringLiteral("；")));
    }
    const ReplyVersion *reply = one.currentReply();
    const bool newer
        = reply && reply->revision > std::max(atMs, one.reviews.isEmpty() ? 0 : one.reviews.last().revision);
    return newer ? QString() : text;
}

} // namespace

ReplyForm::ReplyForm(Desk &desk, QWidget *parent)
    : StepForm(parent)
    , m_comments(label({}, "finding"))
    , m_contact(new ContactCard([&desk] { return desk.nowMs(); }))
    , m_verdict(new VerdictForm)
    , m_parts(new PartsForm)
    , m_basis(new BasisForm)
    , m_attachments(new AttachmentForm(desk))
    , m_answer(new AnswerForm)
    , m_facts(new FactsForm([&desk] { return desk.nowMs(); }))
    , m_handler(new QLineEdit)
    , m_handlerPhone(new QLineEdit)
    , m_note(new QLineEdit)
    , m_unitCallback(new QComboBox)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    layout->addWidget(m_comments);
    m_comments->setObjectName(QStringLiteral("comments"));
    m_comments->hide();
    layout->addSpacing(gap / 2);
    addSection(layout, tr("Contact with the citizen"), m_contact);
    addSection(layout, tr("Verdict"), m_verdict);
    addSection(layout, tr("Investigation and handling"), m_parts);
    addSection(layout, tr("Legal basis"), m_basis);
    addSection(layout, tr("Evidence and papers"), m_attachments);
    addSection(layout, tr("Answer to the citizen"), m_answer);
    addSection(layout, tr("Handler"), makeHandler());
    layout->addWidget(m_facts);
    layout->addStretch(1);
    connectParts();
}

void ReplyForm::addSection(QVBoxLayout *layout, const QString &heading, QWidget *content)
{
    if (m_sections > 0) {
        layout->addSpacing(gap);
        layout->addWidget(thinLine());
        layout->addSpacing(gap / 2);
    }
    ++m_sections;
    //: %1 is the number of the section, %2 its heading
    layout->addWidget(label(tr("%1  %2").arg(m_sections).arg(heading), "heading"));
    layout->addWidget(content);
}

QWidget *ReplyForm::makeHandler()
{
    auto *box = new QWidget;
    m_handler->setObjectName(QStringLiteral("handler"));
    m_handlerPhone->setObjectName(QStringLiteral("handlerPhone"));
    m_unitCallback->setObjectName(QStringLiteral("unitCallback"));
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setPlaceholderText(tr("Shown to the leader only"));
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(2 * gap);
    form->setVerticalSpacing(gap);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Handler"), m_handler);
    form->addRow(tr("Phone"), m_handlerPhone);
    form->addRow(tr("Own callback"), m_unitCallback);
    form->addRow(tr("Note to the leader"), m_note);
    return box;
}

void ReplyForm::connectParts()
{
    connect(m_contact, &ContactCard::attempted, this, &ReplyForm::attempted);
    connect(m_verdict, &VerdictForm::edited, this, [this] {
        m_parts->setVerdict(m_verdict->verdict());
        m_facts->setVerdict(m_verdict->verdict());
        onEdited();
    });
    connect(m_facts, &FactsForm::edited, this, &ReplyForm::onEdited);
    connect(m_parts, &PartsForm::edited, this, &ReplyForm::onEdited);
    connect(m_basis, &BasisForm::edited, this, &ReplyForm::onEdited);
    connect(m_attachments, &AttachmentForm::edited, this, &ReplyForm::onEdited);
    connect(m_answer, &AnswerForm::edited, this, &ReplyForm::edited);
    // A call that waits for its grace belongs in the text (T6).
    connect(m_answer, &AnswerForm::aboutToCompose, this, &ReplyForm::recordContactNow);
    connect(m_unitCallback, &QComboBox::activated, this, &ReplyForm::onEdited);
    connect(m_contact, &ContactCard::edited, this, &ReplyForm::edited);
    connect(m_note, &QLineEdit::textEdited, this, &ReplyForm::edited);
    connect(m_answer, &AnswerForm::composed, this, [this] { Q_EMIT fieldChanged(m_answer); });
    for (QLineEdit *edit : {m_handler, m_handlerPhone})
        connect(edit, &QLineEdit::textEdited, this, &ReplyForm::onEdited);
}

void ReplyForm::setReply(const Reply &reply)
{
    m_verdict->setVerdict(reply.verdict);
    m_parts->setReply(reply);
    m_facts->setReply(reply);
    m_basis->setBasis(reply.legalBasis);
    m_attachments->setAttachments(reply.attachments);
    m_answer->setAnswer(reply.answer);
    m_handler->setText(reply.handler);
    m_handlerPhone->setText(reply.handlerPhone);
    m_unitCallback->setCurrentIndex(std::max(0, m_unitCallback->findData(reply.unitCallback)));
    m_contact->setHandler(reply.handler);
    m_contact->setPhoneUsed(reply.handlerPhone);
    compose();
}

Reply ReplyForm::reply() const
{
    Reply reply;
    reply.verdict = m_verdict->verdict();
    m_parts->fill(reply);
    m_facts->fill(reply);
    reply.legalBasis = m_basis->basis();
    reply.attachments = m_attachments->attachments();
    reply.answer = m_answer->answer();
    reply.unitCallback = m_unitCallback->currentData().toString();
    reply.handler = m_handler->text().trimmed();
    reply.handlerPhone = m_handlerPhone->text().trimmed();
    return reply;
}

void ReplyForm::setCase(const CaseView &view)
{
    m_view = view;
    m_contact->setCase(view);
    m_facts->setCase(view);
    if (view.rules.pack) {
        m_parts->setPack(*view.rules.pack);
        if (m_unitCallback->count() == 0) {
            m_unitCallback->addItem(tr("Not called back yet"), QString());
            for (const CodedReason &one : view.rules.pack->satisfaction)
                m_unitCallback->addItem(one.label, one.code);
        }
    }
    say(m_comments, lastComment(view));
    compose();
}

QJsonObject ReplyForm::body() const
{
    return toJson(SubmitBody{reply(), m_note->text().trimmed()});
}

Problems ReplyForm::problems(const Desk &desk, const CaseId &id) const
{
    Problems problems = StepForm::problems(desk, id);
    if (!m_view || !m_view->rules.pack)
        return problems;
    const Problems all = replyProblems(
        reply(), m_view->theCase.contactAttempts(), replyContext(m_view->theCase), *m_view->rules.pack);
    std::ranges::copy_if(all, std::back_inserter(problems),
        [&](const Problem &one) { return one.severity == Severity::Should && !problems.contains(one); });
    return problems;
}

QJsonObject ReplyForm::draft() const
{
    QJsonObject fields = fieldsIn(*m_contact);
    fields.insert(m_note->objectName(), m_note->text());
    return fields;
}

void ReplyForm::setDraft(const QJsonObject &fields)
{
    setFieldsIn(*m_contact, fields);
    m_note->setText(fields.value(m_note->objectName()).toString());
}

void ReplyForm::recordContactNow()
{
    m_contact->recordNow();
}

bool ReplyForm::focusField(const QString &field)
{
    const QString root = fieldRoot(field);
    if (root.startsWith(QLatin1StringView("contact")))
        return StepForm::focusField(QStringLiteral("contactReached"));
    if (root == QLatin1StringView("legalBasis") && m_basis->focusField(field))
        return true;
    return StepForm::focusField(root == QLatin1StringView("reply") ? QStringLiteral("answer") : root);
}

void ReplyForm::onEdited()
{
    m_contact->setHandler(m_handler->text().trimmed());
    m_contact->setPhoneUsed(m_handlerPhone->text().trimmed());
    compose();
    Q_EMIT edited();
}

void ReplyForm::compose()
{
    if (!m_view || !m_view->rules.pack)
        return;
    m_answer->setComposed(composedAnswer(
        reply(), m_view->theCase.contactAttempts(), replyContext(m_view->theCase), *m_view->rules.pack));
}

} // namespace chengban
