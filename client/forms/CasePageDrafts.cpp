// The page's notices and pages about the draft.
#include "client/forms/CasePage.h"

#include "client/forms/ActionBar.h"
#include "client/forms/ConflictPage.h"
#include "client/forms/DraftNotice.h"
#include "client/forms/FormColumn.h"
#include "client/forms/HandoverPanel.h"
#include "client/forms/KeptPage.h"
#include "client/forms/ReceiptPage.h"

#include <QStackedWidget>

#include <algorithm>

namespace chengban {

void CasePage::connectDrafts()
{
    connect(m_notice, &DraftNotice::compareWanted, this, &CasePage::openConflict);
    connect(m_notice, &DraftNotice::keptWanted, this, [this] {
        m_kept->setCase(m_id);
        m_pages->setCurrentWidget(m_kept);
    });
    connect(m_notice, &DraftNotice::receiptsWanted, this, [this] {
        m_receipts->setCase(m_id, shownNumber(m_view->theCase));
        m_pages->setCurrentWidget(m_receipts);
    });
    connect(m_handover, &HandoverPanel::saveWanted, this, &CasePage::flush);
    connect(m_handover, &HandoverPanel::accepted, this, [this] { openForm(m_offer.main); });
    connect(m_conflict, &ConflictPage::decided, this, &CasePage::takeChoices);
    connect(m_conflict, &ConflictPage::later, this, &CasePage::backToCase);
    connect(m_receipts, &ReceiptPage::closed, this, &CasePage::backToCase);
    connect(m_kept, &KeptPage::closed, this, &CasePage::backToCase);
    connect(m_kept, &KeptPage::broughtBack, this, [this] {
        backToCase();
        openForm(m_offer.main);
    });
}

void CasePage::setColleagues(Colleagues *colleagues)
{
    m_handover->setColleagues(colleagues);
}

void CasePage::addObjections(Problems &problems) const
{
    // Shown at their fields; only what still holds refuses the step.
    const Problems objections = m_column->givenBack().value_or(GivenBack()).problems;
    for (Problem one : objections) {
        one.severity = Severity::Should;
        const bool known = std::ranges::any_of(problems,
            [&](const Problem &now) { return now.finding == one.finding && now.field == one.field; });
        if (!known)
            problems.append(one);
    }
}

void CasePage::showNotice()
{
    const Actor &actor = m_view->actor;
    m_notice->clear();
    m_notice->setGivenBack(m_column->givenBack(), m_view->nowMs);
    m_notice->setClashes(m_column->drafting().open(), actor, m_view->nowMs);
    if (const auto &taken = m_column->drafting().taken())
        m_notice->setTaken(*taken, actor, m_view->nowMs);
    m_notice->setKept(int(m_desk.keptTexts(m_id).size()));
    m_notice->setReceipts(int(m_desk.receipts(m_id).size()));
    if (m_pages->currentWidget() == m_conflict)
        followConflict();
}

void CasePage::openConflict()
{
    flush();
    m_column->takeIn(); // What is chosen between is what stands in the form now.
    const auto &open = m_column->drafting().open();
    if (!open)
        return showNotice();
    m_conflict->setNews(*open, m_view->actor, m_view->rules.pack, m_view->nowMs);
    m_pages->setCurrentWidget(m_conflict);
    m_conflict->begin();
}

void CasePage::followConflict()
{
    if (const auto &open = m_column->drafting().open())
        m_conflict->setNews(*open, m_view->actor, m_view->rules.pack, m_view->nowMs);
    else
        m_pages->setCurrentWidget(m_page);
}

void CasePage::takeChoices()
{
    const Result<void> done = m_column->decide(m_conflict->merge());
    backToCase();
    m_actions->setMessage(done ? QString() : errorText(done.error().code));
    check();
    showState();
}

void CasePage::backToCase()
{
    m_pages->setCurrentWidget(m_id.isEmpty() ? m_nothing : m_page);
    if (m_view && m_column->form())
        showNotice();
}

} // namespace chengban
