// How the page takes a step: what lacks first, then the form's body, then the desk's decision.
#include "client/forms/CasePage.h"

#include "client/forms/ActionBar.h"
#include "client/forms/FormColumn.h"
#include "client/forms/SidePanel.h"
#include "client/models/Wording.h"

namespace chengban {

void CasePage::takeStep()
{
    StepForm *form = m_column->form();
    if (!form || !m_column->step() || m_actions->isBusy())
        return;
    flush();
    m_column->takeIn();
    check();
    if (m_column->drafting().open())
        return openConflict();
    if (m_side->problems().missing() > 0) {
        m_actions->setMessage(
            tr("%n part(s) still missing; the first is open now.", nullptr, m_side->problems().missing()));
        showProblem(m_side->problems().problems().first());
        return;
    }
    m_takenStep = form->step();
    m_actions->setBusy(true);
    form->setEnabled(false);
    // One that is ready at once ends here, not in the next round of the event loop.
    const QFuture<FinalBody> body = form->finalBody(m_desk, m_id);
    m_taking.setFuture(body);
    if (body.isFinished())
        finishStep();
}

void CasePage::cancelStep()
{
    m_taking.setFuture({}); // What the other thread still makes is dropped.
    m_actions->setBusy(false);
    if (m_column->form())
        m_column->form()->setEnabled(true);
    check();
}

void CasePage::finishStep()
{
    if (!m_actions->isBusy() || !m_column->form() || m_taking.future().resultCount() == 0)
        return;
    const FinalBody body = m_taking.result();
    const CommandType step = m_takenStep;
    const CommandType opened = *m_column->step();
    const CaseId id = m_id;
    cancelStep();
    const auto taken = body ? m_desk.take(id, step, *body) : tl::unexpected(body.error());
    if (!taken) {
        refuse(taken.error());
        return;
    }
    m_column->discard(id, opened); // What the case wants next may be open already.
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

void CasePage::showProblem(const Problem &problem)
{
    // What an extension lacks of contact is recorded in the reply form.
    const bool isContact = fieldRoot(problem.field) == QLatin1StringView("contact");
    if (!m_column->focusField(problem.field) && isContact && m_column->step() != m_offer.main) {
        openForm(m_offer.main);
        m_column->focusField(problem.field);
    }
    m_column->selectPlace(problem);
}

} // namespace chengban
