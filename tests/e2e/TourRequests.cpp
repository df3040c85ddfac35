// Requests and orders between unit and centre: signed with a key, signed on paper, decided, answered.
#include "tests/e2e/Tour.h"

namespace chengban::e2e {

using namespace Qt::StringLiterals;

Case Tour::caseOf(const Life &life) const
{
    return m_stage.desk()->caseOf(summaryOf(life).value_or(CaseSummary()).id).value_or(Case());
}

/// A step that leaves the phase as it is: `done` tells it from the state before.
void Tour::stepUntil(const QString &name, const Life &life, const std::function<void()> &action,
    const std::function<bool(const Case &)> &done)
{
    m_journal.begin(m_role, name, life.number);
    action();
    m_robot.waitFor(u"%1 of %2: the server has not confirmed it"_s.arg(name, life.number), [&] {
        const auto summary = summaryOf(life);
        return summary && summary->pending == 0 && m_stage.desk()->syncState().waiting == 0
            && done(caseOf(life));
    });
    m_journal.end(true);
}

void Tour::openFurther(const QString &step)
{
    if (!m_robot.isUsable(step))
        m_robot.click(u"moreSteps"_s);
    m_robot.click(step);
}

void Tour::askExtension(const Life &life)
{
    stepUntil(
        u"request-extension"_s, life,
        [&] {
            open(u"railToDo"_s, life);
            openFurther(u"requestExtension"_s);
            m_robot.type(u"reason"_s, life.extensionReason);
            m_robot.type(u"basis"_s, u"部件订货单，供货周期三个工作日。"_s);
            m_robot.type(u"workingDays"_s, u"3"_s);
            shoot(u"clerk-asks-extension"_s);
            m_robot.click(u"requestExtension"_s);
        },
        [](const Case &theCase) { return theCase.pendingRequest(SignedAction::Extension) != nullptr; });
}

void Tour::askReturn(const Life &life)
{
    stepUntil(
        u"request-return"_s, life,
        [&] {
            open(u"railToDo"_s, life);
            openFurther(u"requestReturn"_s);
            m_robot.choose(u"reason"_s, u"out-of-duty"_s);
            m_robot.type(u"statement"_s, life.returnStatement);
            shoot(u"clerk-asks-return"_s);
            m_robot.click(u"requestReturn"_s);
        },
        [](const Case &theCase) { return theCase.pendingRequest(SignedAction::Return) != nullptr; });
}

/// The principal leader signed the printed sheet; the clerk enters it with its scan.
void Tour::recordPaper(const Life &life)
{
    step(u"record-paper-signature"_s, life, Phase::ReturnRequested, [&] {
        open(u"railToDo"_s, life);
        openFurther(u"recordPaperSignature"_s);
        m_robot.choose(u"signer"_s, m_cast.principal.user);
        m_robot.setChecked(u"seal"_s, true);
        m_robot.type(u"opinion"_s, u"同意退回。"_s);
        m_robot.drop(u"scan"_s, {life.signedSheet});
        shoot(u"clerk-records-paper"_s);
        m_robot.click(u"recordPaperSignature"_s);
    });
}

void Tour::clerkAsks(const Life &life)
{
    if (!life.extensionReason.isEmpty() && canBeCalled(life))
        askExtension(life);
    if (life.returnStatement.isEmpty())
        return;
    askReturn(life);
    recordPaper(life);
}

void Tour::leaderSignsRequests(const QList<Life> &lives)
{
    logIn(m_cast.leader, u"leader"_s);
    for (const Life &life : lives) {
        leaderInstructs(life);
        if (!caseOf(life).pendingRequest(SignedAction::Extension))
            continue;
        stepUntil(
            u"sign-request"_s, life,
            [&] {
                open(u"railSignOff"_s, life);
                if (!m_stage.desk()->signingKey())
                    enrolKey();
                m_robot.type(u"note"_s, u"情况属实，同意申请延期。"_s);
                m_robot.type(u"pin"_s, pin());
                shoot(u"leader-signs-request"_s);
                m_robot.click(u"signRequest"_s);
            },
            [](const Case &theCase) { return theCase.openExtension() != nullptr; });
    }
    logOut();
}

/// T3: the leader reads every case before the unit answers. One that the unit wants to give back waits until
/// the centre has decided.
void Tour::leaderInstructs(const Life &life)
{
    const Case before = caseOf(life);
    if (!before.instructionOwed || before.phase != Phase::Handling)
        return;
    stepUntil(
        u"instruct"_s, life,
        [&] {
            open(u"railSignOff"_s, life);
            m_robot.type(u"note"_s, u"同意拟办意见，请实地核实后答复。"_s);
            shoot(u"leader-instructs"_s);
            m_robot.click(u"instruct"_s);
        },
        [](const Case &theCase) { return !theCase.instructionOwed; });
}

void Tour::leaderReads(const QList<Life> &lives)
{
    logIn(m_cast.leader, u"leader"_s);
    for (const Life &life : lives)
        leaderInstructs(life);
    logOut();
}

void Tour::decide(const QString &step, const QString &word, const QString &note)
{
    m_robot.click(word);
    m_robot.type(u"note"_s, note);
    shoot(u"centre-"_s + step);
    m_robot.click(step);
}

void Tour::centreDecides(const QList<Life> &lives)
{
    logIn(m_cast.centre, u"centre"_s);
    for (const Life &life : lives) {
        const Case before = caseOf(life);
        if (before.openExtension())
            stepUntil(
                u"decide-extension"_s, life,
                [&] {
                    open(u"railDecisions"_s, life);
                    decide(u"decideExtension"_s, u"grant"_s, u"同意延期三个工作日。"_s);
                },
                [](const Case &theCase) { return !theCase.openExtension(); });
        if (before.phase == Phase::ReturnRequested)
            step(u"decide-return"_s, life, Phase::Handling, [&] {
                open(u"railDecisions"_s, life);
                decide(u"decideReturn"_s, u"refuse"_s, u"事项涉及你单位职责，请依法说明情况后答复。"_s);
            });
    }
    logOut();
}

void Tour::orderSupervision(const Life &life)
{
    stepUntil(
        u"order-supervision"_s, life,
        [&] {
            openFurther(u"orderSupervision"_s);
            m_robot.choose(u"code"_s, u"perfunctory"_s);
            m_robot.choose(u"method"_s, u"phone"_s);
            m_robot.type(u"days"_s, u"2"_s);
            m_robot.type(u"note"_s, u"请说明整改是否逐项完成，并报复查情况。"_s);
            shoot(u"centre-orders-supervision"_s);
            m_robot.click(u"orderSupervision"_s);
        },
        [](const Case &theCase) { return theCase.isSupervised(); });
}

void Tour::clerkAnswersOrders(const QList<Life> &lives)
{
    logIn(m_cast.clerk, u"clerk"_s);
    for (const Life &life : lives) {
        if (!caseOf(life).isSupervised())
            continue;
        stepUntil(
            u"answer-order"_s, life,
            [&] {
                open(u"railDone"_s, life);
                if (m_robot.isUsable(u"moreSteps"_s) && !m_robot.isUsable(u"investigation"_s))
                    openFurther(u"answerOrder"_s);
                m_robot.type(u"investigation"_s, u"督办当日，分管领导带队到现场，对照答复逐项复查。"_s);
                m_robot.type(u"handling"_s, u"要求责任人补齐台账，安排专人每周检查一次。"_s);
                m_robot.type(u"result"_s, u"逐项整改均已完成，复查记录已经归档。"_s);
                shoot(u"clerk-answers-order"_s);
                m_robot.click(u"answerOrder"_s);
            },
            [](const Case &theCase) { return !theCase.orders.isEmpty() && !theCase.orders.last().isOwed(); });
    }
    logOut();
}

void Tour::decideAnswer(const Life &life)
{
    const Case before = caseOf(life);
    if (before.orders.isEmpty() || !before.orders.last().isOpen())
        return;
    stepUntil(
        u"decide-answer"_s, life,
        [&] {
            open(u"railCallback"_s, life);
            if (!m_robot.isUsable(u"grant"_s)) // Else it is the main step already.
                openFurther(u"decideAnswer"_s);
            decide(u"decideAnswer"_s, u"grant"_s, u"情况已说明，督办办结。"_s);
        },
        [](const Case &theCase) { return !theCase.orders.last().isOpen(); });
}

} // namespace chengban::e2e
