#include "client/forms/FormColumn.h"

#include "client/forms/AttachmentForm.h"
#include "client/forms/ReadForm.h"
#include "client/forms/ReplyForm.h"

#include <QJsonArray>

namespace chengban {

namespace {
constexpr QLatin1StringView readField("readAdvice"); ///< Among the fields of a step's draft.
} // namespace

FormColumn::FormColumn(Desk &desk, FormMaker maker, QWidget *parent)
    : QScrollArea(parent)
    , m_desk(desk)
    , m_maker(std::move(maker))
    , m_keeper(desk)
    , m_drafting(desk)
{
    setObjectName(QStringLiteral("formColumn"));
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    connect(&m_keeper, &DraftKeeper::stateChanged, this, &FormColumn::keptStateChanged);
}

StepForm *FormColumn::made(std::optional<CommandType> step)
{
    StepForm *form = step ? m_maker(*step, m_desk) : nullptr;
    if (!form)
        form = new ReadForm(m_desk, ReadForm::Use::Waiting);
    form->setContentsMargins(16, 16, 16, 24);
    form->setBackgroundRole(QPalette::Base);
    connect(form, &StepForm::edited, &m_keeper, &DraftKeeper::touch);
    connect(form, &StepForm::edited, this, &FormColumn::edited);
    connect(
        form, &StepForm::fieldChanged, this, [this](QWidget *field) { ensureWidgetVisible(field, 0, 24); });
    for (AttachmentForm *files : form->findChildren<AttachmentForm *>())
        files->setScanning(m_scanning);
    if (auto *reply = qobject_cast<ReplyForm *>(form))
        connect(reply, &ReplyForm::attempted, this, &FormColumn::attempted);
    return form;
}

void FormColumn::open(std::optional<CommandType> step, const CaseView &view)
{
    putAway();
    m_form = made(step);
    m_key = {view.theCase.id, step};
    m_read.clear();
    m_form->setCase(view);
    if (step)
        beginWriting();
    setWidget(m_form);
    m_form->show();
}

void FormColumn::beginWriting()
{
    const std::optional<StepDraft> fields = m_desk.stepDraft(m_key.id, *m_key.step);
    qint64 savedAtMs = fields ? fields->savedAtMs : 0;
    m_givenBack = fields ? fields->givenBack : std::nullopt;
    if (auto *reply = qobject_cast<ReplyForm *>(m_form))
        savedAtMs = m_drafting.begin(m_key.id, *reply);
    if (fields) {
        m_form->setDraft(fields->fields);
        m_read = fields->fields.value(readField).toVariant().toStringList();
    }
    m_keeper.watch([this, form = m_form, key = m_key] { return keep(*form, key); }, savedAtMs);
}

Result<void> FormColumn::keep(const StepForm &form, const FormKey &key)
{
    if (const auto *reply = qobject_cast<const ReplyForm *>(&form)) {
        if (const Result<void> saved = m_drafting.save(*reply); !saved)
            return saved;
    }
    QJsonObject fields = form.draft();
    if (!m_read.isEmpty())
        fields.insert(readField, QJsonArray::fromStringList(m_read));
    return m_desk.saveStepDraft(key.id, *key.step, fields);
}

void FormColumn::setCase(const CaseView &view)
{
    m_form->setCase(view);
    takeIn();
}

void FormColumn::takeIn()
{
    if (auto *reply = qobject_cast<ReplyForm *>(m_form))
        m_drafting.takeIn(*reply);
}

Result<void> FormColumn::decide(const ReplyMerge &merge)
{
    auto *reply = qobject_cast<ReplyForm *>(m_form);
    return reply ? m_drafting.decide(*reply, merge) : Result<void>();
}

std::optional<GivenBack> FormColumn::givenBack() const
{
    return qobject_cast<ReplyForm *>(m_form) ? m_drafting.givenBack() : m_givenBack;
}

void FormColumn::putAway()
{
    settleContact();
    m_keeper.stop();
    if (!m_form)
        return;
    m_drafting.end();
    m_givenBack.reset();
    takeWidget();
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
}

void FormColumn::discard(const CaseId &id, CommandType step)
{
    m_keeper.abandon();
    (void)m_desk.saveStepDraft(id, step, {}); // One that stays loses nothing.
    putAway();
}

void FormColumn::flush()
{
    settleContact();
    m_keeper.flush();
}

void FormColumn::settleContact()
{
    if (auto *reply = qobject_cast<ReplyForm *>(m_form))
        reply->recordContactNow();
}

void FormColumn::setReadAdvice(const QStringList &names)
{
    m_read = names;
    m_keeper.touch();
}

bool FormColumn::focusField(const QString &field)
{
    if (!m_form || !m_form->focusField(field))
        return false;
    if (QWidget *focused = m_form->focusWidget())
        ensureWidgetVisible(focused, 0, 80);
    return true;
}

void FormColumn::selectPlace(const Problem &problem)
{
    QWidget *focused = m_form ? m_form->focusWidget() : nullptr;
    if (focused && problem.start >= 0)
        selectText(*focused, problem.start, problem.length);
}

} // namespace chengban
