// What the clerk and the leader of the unit do.
#include "tests/e2e/Tour.h"

namespace chengban::e2e {

using namespace Qt::StringLiterals;

namespace {

QString verdictButton(Verdict verdict)
{
    switch (verdict) {
    case Verdict::SolvableInLimit:
        return u"verdictSolvable"_s;
    case Verdict::NotInLimit:
        return u"verdictNotInLimit"_s;
    case Verdict::Unreasonable:
        return u"verdictUnreasonable"_s;
    case Verdict::OutOfScope:
        return u"verdictOutOfScope"_s;
    case Verdict::Undecided:
        break;
    }
    return {};
}

} // namespace

QString Tour::pin()
{
    return u"246813"_s;
}

void Tour::clerkAccepts(const QList<Life> &lives)
{
    logIn(m_cast.clerk, u"clerk"_s);
    for (const Life &life : lives) {
        step(u"accept"_s, life, Phase::Handling, [&] {
            open(u"railToDo"_s, life);
            shoot(u"clerk-accept"_s);
            m_robot.click(u"accept"_s);
        });
        step(u"record-contact"_s, life, Phase::Handling, [&] { recordContact(life); });
        lookAtSteps({u"handDown"_s, u"recordMeasures"_s, u"reportProgress"_s, u"requestReturn"_s,
            u"requestExtension"_s});
        step(u"record-site-visit"_s, life, Phase::Handling, [&] { visitSite(life); });
        clerkAsks(life);
    }
    logOut();
}

void Tour::clerkReplies(const QList<Life> &lives)
{
    logIn(m_cast.clerk, u"clerk"_s);
    for (const Life &life : lives) {
        step(u"submit-for-sign-off"_s, life, Phase::AwaitingSignOff, [&] {
            open(u"railToDo"_s, life);
            fillReply(life);
            m_robot.click(u"submitForSignOff"_s);
        });
    }
    m_robot.click(u"railTransfer"_s);
    shoot(u"clerk-transfer"_s);
    logOut();
}

void Tour::recordContact(const Life &life)
{
    open(u"railToDo"_s, life);
    shoot(u"clerk-reply-empty"_s);
    askWhyItIsDue();
    m_robot.type(u"contactPhone"_s, u"0990-6200138"_s);
    if (canBeCalled(life)) {
        m_robot.type(u"contactNote"_s, u"已了解诉求，说明办理程序和时限。"_s);
        for (const QString &tick : {u"toldReason"_s, u"toldProgress"_s, u"toldPlan"_s})
            m_robot.setChecked(tick, !life.extensionReason.isEmpty());
        m_robot.click(u"contactReached"_s);
    } else {
        m_robot.click(u"contactNoNumber"_s);
    }
    shoot(u"clerk-contact-grace"_s);
    m_robot.click(u"contactRecordNow"_s);
    m_robot.waitFor(u"the contact with %1 is not in the case"_s.arg(life.title), [&] {
        const Result<Case> theCase = m_stage.desk()->caseOf(summaryOf(life).value_or(CaseSummary()).id);
        return theCase && !theCase->contacts.isEmpty();
    });
}

void Tour::visitSite(const Life &life)
{
    m_robot.click(u"moreSteps"_s);
    shoot(u"clerk-more-steps"_s);
    m_robot.click(u"recordSiteVisit"_s);
    m_robot.type(u"people"_s, u"陈长河、郝建平"_s);
    m_robot.type(u"place"_s, u"市民反映的地点"_s);
    m_robot.type(u"note"_s, u"现场与市民反映一致，已拍照并向周边住户了解情况。"_s);
    shoot(u"clerk-site-visit"_s);
    m_robot.click(u"recordSiteVisit"_s);
    m_robot.waitFor(u"the site visit of %1 is not in the case"_s.arg(life.number), [&] {
        const Result<Case> theCase = m_stage.desk()->caseOf(summaryOf(life).value_or(CaseSummary()).id);
        return theCase && !theCase->records.isEmpty();
    });
}

void Tour::askWhyItIsDue()
{
    m_robot.click(u"explainDue"_s);
    m_robot.target(u"explanation"_s);
    shoot(u"clerk-why-it-is-due"_s);
    m_robot.click(u"closeExplanation"_s);
}

bool Tour::canBeCalled(const Life &life) const
{
    const Result<Case> theCase = m_stage.desk()->caseOf(summaryOf(life).value_or(CaseSummary()).id);
    return theCase && theCase->demand.hasPhone;
}

void Tour::fillReply(const Life &life)
{
    m_robot.click(verdictButton(life.verdict));
    shoot(u"clerk-reply-what-is-missing"_s);
    if (!life.channel.isEmpty()) {
        m_robot.choose(u"channel"_s, life.channel);
        m_robot.setChecked(u"channelTold"_s, true);
    }
    if (canBeCalled(life))
        m_robot.choose(u"unitCallback"_s, u"satisfied"_s);
    for (auto part = life.parts.begin(); part != life.parts.end(); ++part)
        m_robot.type(part.key(), part.value());
    for (const LegalBasis &basis : life.basis) {
        m_robot.click(u"addBasis"_s);
        m_robot.type(u"basisTitle"_s, basis.title);
        m_robot.type(u"basisArticle"_s, basis.article);
        m_robot.type(u"basisContent"_s, basis.content);
    }
    m_robot.choose(u"attachmentKind"_s, QString::number(static_cast<int>(life.scanKind)));
    m_robot.drop(u"attachments"_s, life.scans);
    shoot(u"clerk-reply-evidence"_s);
    m_robot.click(u"composeAnswer"_s);
    shoot(u"clerk-reply-complete"_s);
}

void Tour::clerkMends(const Life &life, const QString &rail, const QString &picture)
{
    logIn(m_cast.clerk, u"clerk"_s);
    step(u"submit-for-sign-off"_s, life, Phase::AwaitingSignOff, [&] {
        open(rail, life);
        shoot(picture);
        m_robot.type(life.betterPart, life.betterText);
        m_robot.click(u"composeAnswer"_s);
        m_robot.click(u"submitForSignOff"_s);
    });
    logOut();
}

void Tour::clerkSubmits(const QList<Life> &lives)
{
    logIn(m_cast.clerk, u"clerk"_s);
    for (const Life &life : lives) {
        step(u"submit-reply"_s, life, Phase::AwaitingReview, [&] {
            open(u"railToDo"_s, life);
            shoot(u"clerk-submits"_s);
            m_robot.click(u"submitReply"_s);
        });
    }
    open(u"railDone"_s, lives.first());
    shoot(u"clerk-receipt"_s);
    logOut();
}

void Tour::leaderSigns(const QList<Life> &lives)
{
    logIn(m_cast.leader, u"leader"_s);
    for (const Life &life : lives) {
        const bool returns = !life.leaderReturns.isEmpty() && !m_returned.contains(life.number);
        signOrReturn(life, returns);
    }
    logOut();
}

void Tour::principalInstructs(const Life &life)
{
    logIn(m_cast.principal, u"principal"_s);
    step(u"instruct"_s, life, Phase::Rework, [&] {
        open(u"railSignOff"_s, life);
        m_robot.type(u"note"_s, u"请正面回应市民的疑问，三日内重新答复，由我把关。"_s);
        shoot(u"principal-instructs"_s);
        m_robot.click(u"instruct"_s);
    });
    logOut();
}

void Tour::enrolKey()
{
    m_robot.type(u"newPin"_s, pin());
    m_robot.type(u"newPinAgain"_s, pin());
    m_robot.type(u"witnessUser"_s, m_cast.clerk.user);
    m_robot.type(u"witnessPassword"_s, m_cast.clerk.password);
    shoot(u"leader-enrols-key"_s);
    m_robot.click(u"enrolKey"_s);
    m_robot.waitFor(
        u"the signing key is not enrolled"_s, [&] { return m_stage.desk()->signingKey().has_value(); });
}

void Tour::signOrReturn(const Life &life, bool returns)
{
    const Phase expected = returns ? Phase::Handling : Phase::Signed;
    step(returns ? u"return-to-clerk"_s : u"sign"_s, life, expected, [&] {
        open(u"railSignOff"_s, life);
        shoot(u"leader-reads"_s);
        if (returns) {
            m_robot.click(u"chooseReturn"_s);
            m_robot.type(u"opinion"_s, life.leaderReturns);
            m_robot.click(u"returnToClerk"_s);
            m_returned.insert(life.number);
            return;
        }
        if (!m_stage.desk()->signingKey())
            enrolKey();
        m_robot.type(u"opinion"_s, u"同意上报。"_s);
        m_robot.type(u"pin"_s, pin());
        shoot(u"leader-signs"_s);
        m_robot.click(u"sign"_s);
    });
}

} // namespace chengban::e2e
