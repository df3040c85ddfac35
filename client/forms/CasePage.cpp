#include "client/forms/CasePage.h"

#include "client/forms/ActionBar.h"
#include "client/forms/CaseColumns.h"
#include "client/forms/CaseHeader.h"
#include "client/forms/Composition.h"
#include "client/forms/ConflictPage.h"
#include "client/forms/DemandPanel.h"
#include "client/forms/DraftNotice.h"
#include "client/forms/FormColumn.h"
#include "client/forms/HandoverPanel.h"
#include "client/forms/KeptPage.h"
#include "client/forms/ReceiptPage.h"
#include "client/forms/RevealPanel.h"
#include "client/forms/SidePanel.h"
#include "client/forms/Typography.h"
#include "client/models/Wording.h"

#include <QFrame>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace chengban {

namespace {
constexpr int checkAfterMs = 150; ///< Pause in typing after which the list of what lacks is made anew.
} // namespace

CasePage::CasePage(Desk &desk, FormMaker maker, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_pages(new QStackedWidget(frame("paper", this)))
    , m_nothing(new QWidget(m_pages))
    , m_page(new QWidget(m_pages))
    , m_header(new CaseHeader(m_page))
    , m_reveal(new RevealPanel(desk, m_page))
    , m_dossier(new DossierPanel(m_page))
    , m_due(new DuePanel(this, *m_header))
    , m_actions(new ActionBar(m_page))
    , m_notice(new DraftNotice(m_page))
    , m_handover(new HandoverPanel(desk, m_page))
    , m_conflict(new ConflictPage(m_pages))
    , m_kept(new KeptPage(desk, m_pages))
    , m_receipts(new ReceiptPage(desk, m_pages))
    , m_demand(new DemandPanel)
    , m_column(new FormColumn(desk, std::move(maker)))
    , m_side(new SidePanel)
    , m_composition(new Composition(*this))
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
    QLabel *words = label(tr("No case is open. Ctrl+F searches all cases."), "quiet");
    words->setAlignment(Qt::AlignCenter);
    nothing->addWidget(words);
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    for (QWidget *one :
        std::initializer_list<QWidget *>{m_header, m_reveal, m_dossier, m_actions, m_notice, m_handover})
        page->addWidget(one);
    page->addWidget(new CaseColumns(m_demand, m_column, m_side, m_page), 1);
    m_pages->addWidget(m_nothing);
    for (QWidget *one : std::initializer_list<QWidget *>{m_page, m_conflict, m_kept, m_receipts})
        m_pages->addWidget(one);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *inside = new QVBoxLayout(m_pages->parentWidget());
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_pages);
    layout->addWidget(m_pages->parentWidget());
}

void CasePage::connectParts()
{
    connect(&m_checkSoon, &QTimer::timeout, this, &CasePage::check);
    connect(m_column, &FormColumn::keptStateChanged, this, &CasePage::showState);
    connect(m_column, &FormColumn::edited, this, &CasePage::onEdited);
    connect(m_column, &FormColumn::attempted, this, &CasePage::recordContact);
    connect(m_actions, &ActionBar::mainPressed, this, &CasePage::takeStep);
    connect(m_actions, &ActionBar::cancelPressed, this, &CasePage::cancelStep);
    connect(&m_taking, &QFutureWatcherBase::finished, this, &CasePage::finishStep);
    connect(m_actions, &ActionBar::otherPressed, this, [this](CommandType step) { openForm(step); });
    connect(m_actions, &ActionBar::backPressed, this, [this] { openForm(m_offer.main); });
    connect(m_actions, &ActionBar::dossierPressed, this, &CasePage::openDossier);
    connect(m_dossier, &DossierPanel::printPressed, this, [this] { printDossier(false); });
    connect(m_side, &SidePanel::problemWanted, this, &CasePage::showProblem);
    connect(m_side, &SidePanel::readChanged, this, [this] { m_column->setReadAdvice(m_side->readNames()); });
    connect(m_side, &SidePanel::explanationWanted, this, [this](LimitName limit) { explainDue(limit); });
    connect(m_header, &CaseHeader::explanationWanted, this, [this] { explainDue(); });
    connectDrafts();
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
    leaveForm();
    closePanels();
    m_id = id;
    m_view.reset();
    m_pages->setCurrentWidget(id.isEmpty() ? m_nothing : m_page);
    m_actions->setMessage({});
    m_handover->setCase(id);
    refresh();
    m_column->ensureVisible(0, 0);
}

void CasePage::refresh()
{
    if (m_id.isEmpty())
        return;
    Result<CaseView> found = view();
    if (!found) {
        m_actions->setMessage(errorText(found.error().code));
        return;
    }
    m_view = std::move(*found);
    m_header->setCase(*m_view, m_desk.maskedName(m_id), m_desk.maskedPhone(m_id));
    m_demand->setCase(*m_view);
    m_due->setCase(*m_view);
    m_side->setDeadlines(m_view->theCase.deadlines);
    m_side->setCase(m_view->theCase);
    m_side->setDocuments(m_view->rules.pack ? m_view->rules.pack->documents : QList<Document>());
    m_side->setLog(m_desk.logOf(m_id).value_or(QList<Event>()), m_view->nowMs);
    m_actions->setDossier(m_dossier->canWrite());
    follow(offerFor(m_view->theCase, m_view->actor, m_view->rules, m_view->nowMs));
}

Result<CaseView> CasePage::view() const
{
    Result<Case> found = m_desk.caseOf(m_id);
    if (!found)
        return fail(found.error());
    const Rules rules = m_desk.rulesFor(*found);
    return CaseView{std::move(*found), m_desk.actor(), rules, m_desk.directory(), m_desk.nowMs()};
}

void CasePage::follow(const Offer &offer)
{
    const std::optional<CommandType> step = m_column->step();
    const bool same = offer.main == m_offer.main;
    const bool sideStepOpen = step && step != offer.main && offer.others.contains(*step);
    m_offer = offer;
    if (!m_column->isOpenFor(m_id) || (!same && !sideStepOpen)) {
        openForm(m_offer.main);
        return;
    }
    m_column->setCase(*m_view);
    showOthers();
    check();
    showState();
}

void CasePage::showOthers()
{
    // The step whose form is open stands on the main button.
    QList<CommandType> others = m_offer.others;
    if (m_column->step() && m_column->form())
        others.removeAll(m_column->form()->step());
    m_actions->setOthers(others, m_column->step() != m_offer.main);
}

void CasePage::openForm(std::optional<CommandType> step)
{
    leaveForm();
    m_column->open(step, *m_view);
    m_side->setRead(m_column->readAdvice());
    m_demand->setVisible(!m_column->form()->showsDemand());
    m_actions->setMain(step ? std::optional(m_column->form()->step()) : std::nullopt);
    showOthers();
    check();
    showState();
}

void CasePage::leaveForm()
{
    m_composition->commit();
    if (m_actions->isBusy())
        cancelStep();
    m_checkSoon.stop();
    m_column->putAway();
}

void CasePage::onEdited()
{
    m_checkSoon.start();
    m_handover->touch();
    m_actions->setMessage({});
    if (m_column->step() && m_column->form()) {
        m_actions->setMain(m_column->form()->step());
        showOthers();
    }
}

void CasePage::check()
{
    m_checkSoon.stop();
    if (!m_column->form() || !m_column->step()) {
        m_side->setProblems({}, false);
        return;
    }
    Problems problems = m_column->form()->problems(m_desk, m_id);
    addObjections(problems);
    m_side->setProblems(problems, true);
}

void CasePage::showState()
{
    if (m_id.isEmpty())
        return;
    QStringList words{m_column->keeper().stateText(m_desk.nowMs()), outboxState()};
    words.removeAll(QString());
    m_actions->setState(words.join(QStringLiteral("  ·  ")));
    m_handover->followDraft();
    if (m_view && m_column->form())
        showNotice();
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

void CasePage::explainDue(std::optional<LimitName> limit)
{
    if (m_view)
        m_due->explain(*m_view, limit);
}

void CasePage::setPrinter(TextPrinter printer)
{
    m_receipts->setPrinter(printer);
    m_due->setPrinter(std::move(printer));
}

void CasePage::setScanning(Scanning *scanning)
{
    m_column->setScanning(scanning);
}

void CasePage::setDossierWriter(DossierWriter writer)
{
    m_dossier->setWriter(std::move(writer));
    m_actions->setDossier(m_dossier->canWrite());
}

void CasePage::pressMain()
{
    if (m_pages->currentWidget() == m_conflict)
        return m_conflict->finish();
    m_actions->press();
}

void CasePage::nextProblem()
{
    check();
    m_side->next();
}

void CasePage::printDossier(bool atOnce)
{
    if (m_view && m_dossier->canWrite())
        Q_EMIT printWanted(m_id, shownNumber(m_view->theCase), atOnce);
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
    backToCase();
}

void CasePage::flush()
{
    m_composition->commit();
    m_column->flush();
}

} // namespace chengban
