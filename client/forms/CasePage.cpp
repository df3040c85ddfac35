#include "client/forms/CasePage.h"

#include "client/forms/ActionBar.h"
#include "client/forms/CaseColumns.h"
#include "client/forms/CaseHeader.h"
#include "client/forms/DemandPanel.h"
#include "client/forms/ReadForm.h"
#include "client/forms/ReplyForm.h"
#include "client/forms/RevealPanel.h"
#include "client/forms/SidePanel.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QFrame>
#include <QJsonArray>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace chengban {

namespace {
constexpr QLatin1StringView readField("readAdvice"); ///< Among the fields of a step's draft.
constexpr int checkAfterMs = 150; ///< Pause in typing after which the list of what lacks is made anew.
} // namespace

CasePage::CasePage(Desk &desk, FormMaker maker, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_maker(std::move(maker))
    , m_keeper(desk)
    , m_pages(new QStackedWidget)
    , m_nothing(new QWidget)
    , m_page(new QWidget)
    , m_header(new CaseHeader)
    , m_reveal(new RevealPanel(desk))
    , m_dossier(new DossierPanel)
    , m_due(new DuePanel(this, *m_header))
    , m_actions(new ActionBar)
    , m_demand(new DemandPanel)
    , m_scroll(new QScrollArea)
    , m_side(new SidePanel)
{
    makeLayout();
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkAfterMs);
    connectParts();
}

CasePage::~CasePage()
{
    flush();
}

void CasePage::makeLayout()
{
    auto *nothing = new QVBoxLayout(m_nothing);
    QLabel *words = label(tr("No case is open. Choose one from the list."), "quiet");
    words->setAlignment(Qt::AlignCenter);
    nothing->addWidget(words);
    m_scroll->setObjectName(QStringLiteral("formColumn"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    for (QWidget *one : std::initializer_list<QWidget *>{m_header, m_reveal, m_dossier, m_actions})
        page->addWidget(one);
    page->addWidget(new CaseColumns(m_demand, m_scroll, m_side), 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QFrame *paper = frame("paper");
    auto *inside = new QVBoxLayout(paper);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_pages);
    layout->addWidget(paper);
}

void CasePage::connectParts()
{
    connect(&m_checkSoon, &QTimer::timeout, this, &CasePage::check);
    connect(&m_keeper, &DraftKeeper::stateChanged, this, &CasePage::showState);
    connect(m_actions, &ActionBar::mainPressed, this, &CasePage::takeStep);
    connect(m_actions, &ActionBar::cancelPressed, this, &CasePage::cancelStep);
    connect(&m_taking, &QFutureWatcherBase::finished, this, &CasePage::finishStep);
    connect(m_actions, &ActionBar::otherPressed, this, [this](CommandType step) { openForm(step); });
    connect(m_actions, &ActionBar::backPressed, this, [this] { openForm(m_offer.main); });
    connect(m_actions, &ActionBar::dossierPressed, this, &CasePage::openDossier);
    connect(m_side, &SidePanel::problemWanted, this, &CasePage::showProblem);
    connect(m_side, &SidePanel::readChanged, this, [this] { m_keeper.touch(); });
    connect(m_side, &SidePanel::explanationWanted, this, [this](LimitName limit) { explainDue(limit); });
    connect(m_header, &CaseHeader::explanationWanted, this, [this] { explainDue(); });
    connect(m_header, &CaseHeader::revealWanted, this, [this] { m_reveal->begin(m_id); });
    connect(&m_desk, &Desk::outboxChanged, this, &CasePage::showState);
    connect(&m_desk, &Desk::casesChanged, this, [this](const QList<CaseId> &ids) {
        if (ids.isEmpty() || ids.contains(m_id))
            refresh();
    });
}

void CasePage::setCase(const CaseId &id)
{
    if (id == m_id)
        return;
    putAway();
    closePanels();
    m_id = id;
    m_view.reset();
    m_pages->setCurrentWidget(id.isEmpty() ? m_nothing : m_page);
    m_actions->setMessage({});
    refresh();
    m_scroll->ensureVisible(0, 0);
}

void CasePage::refresh()
{
    if (m_id.isEmpty())
        return;
    const Result<Case> found = m_desk.caseOf(m_id);
    if (!found) {
        m_actions->setMessage(errorText(found.error().code));
        return;
    }
    m_view = viewOf(*found);
    m_header->setCase(*m_view, m_desk.maskedName(m_id), m_desk.maskedPhone(m_id));
    m_demand->setCase(*m_view);
    m_due->setCase(*m_view);
    m_side->setDeadlines(m_view->theCase.deadlines, m_view->nowMs);
    m_side->setLog(m_desk.logOf(m_id).value_or(QList<Event>()), m_view->nowMs);
    m_actions->setDossier(m_dossier->canWrite());
    const Offer offer = offerFor(m_view->theCase, m_view->actor, m_view->rules, m_view->nowMs);
    const bool same = m_form && offer.main == m_offer.main;
    m_offer = offer;
    const bool sideStepOpen = m_key.step != m_offer.main && m_key.step && offer.others.contains(*m_key.step);
    if (m_key.id == m_id && m_form && (same || sideStepOpen)) {
        m_form->setCase(*m_view);
        showOthers();
        check();
        showState();
    } else {
        openForm(m_offer.main);
    }
}

CaseView CasePage::viewOf(Case theCase) const
{
    const Rules rules = m_desk.rulesFor(theCase);
    return {std::move(theCase), m_desk.actor(), rules, m_desk.directory(), m_desk.nowMs()};
}

void CasePage::openForm(std::optional<CommandType> step)
{
    putAway();
    StepForm *form = step ? m_maker(*step, m_desk) : nullptr;
    if (!form)
        form = new ReadForm(m_desk, ReadForm::Use::Waiting);
    form->setContentsMargins(16, 16, 16, 24);
    form->setBackgroundRole(QPalette::Base);
    connect(form, &StepForm::edited, this, &CasePage::onEdited);
    connect(form, &StepForm::fieldChanged, this,
        [this](QWidget *field) { m_scroll->ensureWidgetVisible(field, 0, 24); });
    if (auto *reply = qobject_cast<ReplyForm *>(form))
        connect(reply, &ReplyForm::attempted, this, &CasePage::recordContact);
    showForm(form, step);
}

void CasePage::showForm(StepForm *form, std::optional<CommandType> step)
{
    m_form = form;
    m_key = {m_id, step};
    form->setCase(*m_view);
    if (step)
        beginWriting(*form);
    m_scroll->setWidget(form);
    form->show();
    m_demand->setVisible(!form->showsDemand());
    m_actions->setMain(step ? std::optional(form->step()) : std::nullopt);
    showOthers();
    check();
    showState();
}

/// The step whose form is open has the main button; it does not stand beside it once more.
void CasePage::showOthers()
{
    QList<CommandType> others = m_offer.others;
    if (m_form && m_key.step)
        others.removeAll(m_form->step());
    m_actions->setOthers(others, m_key.step != m_offer.main);
}

void CasePage::putAway()
{
    if (m_actions->isBusy())
        cancelStep();
    settleContact();
    m_checkSoon.stop();
    m_keeper.stop();
    if (!m_form)
        return;
    m_scroll->takeWidget();
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
}

void CasePage::beginWriting(StepForm &form)
{
    const std::optional<StepDraft> fields = m_desk.stepDraft(m_id, *m_key.step);
    qint64 savedAtMs = fields ? fields->savedAtMs : 0;
    if (auto *reply = qobject_cast<ReplyForm *>(&form)) {
        const std::optional<ReplyDraft> draft = m_desk.draft(m_id);
        reply->setReply(
            draft ? draft->reply : startingReply(m_view->theCase, m_view->actor, m_view->directory));
        savedAtMs = draft ? draft->savedAtMs : 0;
    }
    if (fields)
        form.setDraft(fields->fields);
    m_side->setRead(fields ? fields->fields.value(readField).toVariant().toStringList() : QStringList());
    m_keeper.watch([this, &form, key = m_key] { return keep(form, key); }, savedAtMs);
}

Result<void> CasePage::keep(const StepForm &form, const FormKey &key)
{
    if (const auto *reply = qobject_cast<const ReplyForm *>(&form)) {
        if (const Result<void> saved = m_desk.saveDraft(key.id, reply->reply()); !saved)
            return saved;
    }
    QJsonObject fields = form.draft();
    if (const QStringList read = m_side->readNames(); !read.isEmpty())
        fields.insert(readField, QJsonArray::fromStringList(read));
    return m_desk.saveStepDraft(key.id, *key.step, fields);
}

void CasePage::settleContact()
{
    if (auto *reply = qobject_cast<ReplyForm *>(m_form))
        reply->recordContactNow();
}

void CasePage::onEdited()
{
    m_keeper.touch();
    m_checkSoon.start();
    m_actions->setMessage({});
    if (m_key.step && m_form) {
        m_actions->setMain(m_form->step());
        showOthers();
    }
}

void CasePage::check()
{
    m_checkSoon.stop();
    if (!m_form || !m_key.step) {
        m_side->setProblems({}, false);
        return;
    }
    m_side->setProblems(m_form->problems(m_desk, m_id), true);
}

void CasePage::showState()
{
    if (m_id.isEmpty())
        return;
    QStringList words{draftState(), outboxState()};
    words.removeAll(QString());
    m_actions->setState(words.join(QStringLiteral("  ·  ")));
}

QString CasePage::draftState() const
{
    switch (m_keeper.state()) {
    case DraftKeeper::State::Waiting:
        return tr("Saving");
    case DraftKeeper::State::Saved:
        return tr("Draft saved %1").arg(shortTime(m_keeper.savedAtMs(), m_desk.nowMs()));
    case DraftKeeper::State::Failed:
        return tr("Not saved; the text stays here and is saved again by itself. %1")
            .arg(errorText(m_keeper.failure()));
    case DraftKeeper::State::Clean:
        break;
    }
    return {};
}

QString CasePage::outboxState() const
{
    const QList<OutboxRow> rows = m_desk.outbox();
    int waiting = 0;
    for (const OutboxRow &row : rows) {
        if (row.command.caseId != m_id || row.state == OutboxState::Accepted)
            continue;
        if (row.state == OutboxState::Refused || row.state == OutboxState::Conflict)
            return tr("A step was not accepted: see Transfer");
        ++waiting;
    }
    if (waiting > 0)
        return tr("%n step(s) to be sent", nullptr, waiting);
    const QList<Receipt> receipts = m_desk.receipts(m_id);
    if (receipts.isEmpty())
        return {};
    //: %1 is a time, %2 the short code of the receipt
    return tr("Received by the centre %1, receipt %2")
        .arg(shortTime(receipts.last().serverTimeMs, m_desk.nowMs()), receipts.last().digest.left(8));
}

void CasePage::takeStep()
{
    if (!m_form || !m_key.step || m_actions->isBusy())
        return;
    flush();
    check();
    if (m_side->problems().missing() > 0) {
        m_actions->setMessage(
            tr("%n part(s) still missing; the first is open now.", nullptr, m_side->problems().missing()));
        showProblem(m_side->problems().problems().first());
        return;
    }
    m_takenStep = m_form->step();
    m_actions->setBusy(true);
    m_form->setEnabled(false);
    // One that is ready at once ends here, not in the next round of the event loop.
    const QFuture<FinalBody> body = m_form->finalBody(m_desk, m_id);
    m_taking.setFuture(body);
    if (body.isFinished())
        finishStep();
}

void CasePage::cancelStep()
{
    m_taking.setFuture({}); // What the other thread still makes is dropped.
    m_actions->setBusy(false);
    if (m_form)
        m_form->setEnabled(true);
    check();
}

void CasePage::finishStep()
{
    if (!m_actions->isBusy() || !m_form || m_taking.future().resultCount() == 0)
        return;
    const FinalBody body = m_taking.result();
    const CommandType step = m_takenStep;
    const FormKey key = m_key;
    const CaseId id = m_id;
    cancelStep();
    const auto taken = body ? m_desk.take(id, step, *body) : tl::unexpected(body.error());
    if (!taken) {
        refuse(taken.error());
        return;
    }
    m_keeper.abandon(); // The words are in the case now. A draft that could not be removed loses nothing.
    (void)m_desk.saveStepDraft(id, *key.step, {});
    putAway();
    m_actions->setMessage({});
    refresh();
    Q_EMIT stepTaken(id, step);
}

void CasePage::refuse(const Problems &problems)
{
    const Problem &first = problems.first();
    m_side->setProblems(problems, true);
    m_actions->setMessage(missingText(first));
    showProblem(first);
}

void CasePage::recordContact(const ContactAttempt &attempt)
{
    const auto taken = m_desk.take(m_id, CommandType::RecordContact, toJson(ContactBody{attempt}));
    m_actions->setMessage(taken ? QString() : problemText(taken.error().first()));
    refresh();
}

void CasePage::focusField(const QString &field)
{
    if (!m_form)
        return;
    // What an extension lacks of contact is recorded in the reply form.
    const bool found = m_form->focusField(field);
    if (!found && fieldRoot(field) == QLatin1StringView("contact") && m_key.step != m_offer.main)
        openForm(m_offer.main);
    if (!found && !m_form->focusField(field))
        return;
    if (QWidget *focused = m_form->focusWidget())
        m_scroll->ensureWidgetVisible(focused, 0, 80);
}

void CasePage::showProblem(const Problem &problem)
{
    focusField(problem.field);
    QWidget *focused = m_form ? m_form->focusWidget() : nullptr;
    if (focused && problem.start >= 0)
        selectText(*focused, problem.start, problem.length);
}

void CasePage::explainDue(std::optional<LimitName> limit)
{
    if (m_view)
        m_due->explain(*m_view, limit);
}

void CasePage::setPrinter(TextPrinter printer)
{
    m_due->setPrinter(std::move(printer));
}

void CasePage::setDossierWriter(DossierWriter writer)
{
    m_dossier->setWriter(std::move(writer));
    m_actions->setDossier(m_dossier->canWrite());
}

void CasePage::pressMain()
{
    m_actions->press();
}

void CasePage::nextProblem()
{
    check();
    m_side->next();
}

void CasePage::openDossier()
{
    if (m_view && m_dossier->canWrite())
        m_dossier->begin(m_id, shownNumber(m_view->theCase));
}

void CasePage::closePanels()
{
    m_reveal->conceal();
    m_dossier->hide();
    m_due->hide();
    m_actions->closePanel();
}

void CasePage::flush()
{
    settleContact();
    m_keeper.flush();
}

} // namespace chengban
