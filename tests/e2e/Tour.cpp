#include "tests/e2e/Tour.h"

#include "tests/e2e/Replay.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>

namespace chengban::e2e {

using namespace Qt::StringLiterals;

namespace {

const QString pin = u"246813"_s;

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

Tour::Tour(Robot &robot, Journal &journal, Stage stage, Cast cast)
    : m_robot(robot)
    , m_journal(journal)
    , m_stage(std::move(stage))
    , m_cast(std::move(cast))
{
}

QHash<QString, QJsonObject> Tour::play(QList<Life> &lives)
{
    centreDispatches(lives);
    clerkReplies(lives);
    leaderSigns(lives);
    const auto sentBack
        = std::ranges::find_if(lives, [](const Life &life) { return !life.leaderReturns.isEmpty(); });
    if (sentBack != lives.end()) {
        clerkMends(*sentBack, u"railToDo"_s, u"clerk-reply-sent-back"_s);
        leaderSigns({*sentBack});
    }
    clerkSubmits(lives);
    centreReviews(lives);
    const auto reworked
        = std::ranges::find_if(lives, [](const Life &life) { return !life.reworkReason.isEmpty(); });
    if (reworked != lives.end()) {
        clerkMends(*reworked, u"railRework"_s, u"clerk-rework"_s);
        leaderSigns({*reworked});
        clerkSubmits({*reworked});
        centreReviews({*reworked});
    }
    centreCallsBack(lives);
    return archive(lives);
}

void Tour::takeWaitingCases(QList<Life> &lives) const
{
    auto life = lives.begin();
    for (const CaseSummary &one : m_stage.desk()->cases()) {
        while (life != lives.end() && !life->number.isEmpty())
            ++life;
        if (life == lives.end())
            return;
        if (one.phase == Phase::Registered && !one.anonymous) {
            life->number = one.number;
            life->title = one.title;
        }
    }
    throw RobotFault(u"the county has no three cases that wait to be dispatched"_s);
}

void Tour::centreDispatches(QList<Life> &lives)
{
    logIn(m_cast.centre, u"centre"_s);
    takeWaitingCases(lives);
    lookAround(u"centre"_s,
        {u"railDispatch"_s, u"railDecisions"_s, u"railReview"_s, u"railCallback"_s, u"railClose"_s});
    for (const Life &life : lives) {
        step(u"dispatch"_s, life, Phase::Dispatched, [&] {
            open(u"railDispatch"_s, life);
            m_robot.type(u"unitSearch"_s, m_cast.unitName);
            m_robot.clickRow(u"leadUnit"_s, m_cast.unitName);
            shoot(u"centre-dispatch"_s);
            m_robot.click(u"dispatch"_s);
        });
    }
    logOut();
}

void Tour::clerkReplies(const QList<Life> &lives)
{
    logIn(m_cast.clerk, u"clerk"_s);
    lookAround(
        u"clerk"_s, {u"railToDo"_s, u"railSignOff"_s, u"railRework"_s, u"railDone"_s, u"railTransfer"_s});
    for (const Life &life : lives) {
        step(u"accept"_s, life, Phase::Handling, [&] {
            open(u"railToDo"_s, life);
            shoot(u"clerk-accept"_s);
            m_robot.click(u"accept"_s);
        });
        step(u"record-contact"_s, life, Phase::Handling, [&] { recordContact(life); });
        step(u"submit-for-sign-off"_s, life, Phase::AwaitingSignOff, [&] {
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
    m_robot.type(u"contactPhone"_s, u"0990-6200138"_s);
    if (canBeCalled(life)) {
        m_robot.type(u"contactNote"_s, u"已了解诉求，说明办理程序和时限。"_s);
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

void Tour::leaderSigns(const QList<Life> &lives)
{
    logIn(m_cast.leader, u"leader"_s);
    lookAround(u"leader"_s, {u"railSignOff"_s, u"railAll"_s});
    for (const Life &life : lives) {
        const bool returns = !life.leaderReturns.isEmpty() && !m_returned.contains(life.number);
        signOrReturn(life, returns);
    }
    logOut();
}

void Tour::enrolKey()
{
    m_robot.type(u"newPin"_s, pin);
    m_robot.type(u"newPinAgain"_s, pin);
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
        m_robot.type(u"pin"_s, pin);
        shoot(u"leader-signs"_s);
        m_robot.click(u"sign"_s);
    });
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

void Tour::centreReviews(const QList<Life> &lives)
{
    logIn(m_cast.centre, u"centre"_s);
    for (const Life &life : lives) {
        const bool rework = !life.reworkReason.isEmpty() && !m_reworked.contains(life.number);
        step(rework ? u"return-for-rework"_s : u"accept-reply"_s, life,
            rework ? Phase::Rework : Phase::AwaitingCallback, [&] {
                open(u"railReview"_s, life);
                if (rework) {
                    m_robot.click(u"chooseRework"_s);
                    m_robot.setChecked(u"reason:"_s + life.reworkReason, true);
                    m_robot.type(u"note"_s, u"请正面回应市民的疑问，写明可以行使权利的途径。"_s);
                    shoot(u"centre-rework"_s);
                    m_robot.click(u"returnForRework"_s);
                    m_reworked.insert(life.number);
                } else {
                    for (const QString &point : m_cast.closingPoints)
                        m_robot.setChecked(u"point:"_s + point, true);
                    shoot(u"centre-review"_s);
                    m_robot.click(u"acceptReply"_s);
                }
            });
    }
    logOut();
}

void Tour::centreCallsBack(const QList<Life> &lives)
{
    logIn(m_cast.centre, u"centre"_s);
    for (const Life &life : lives) {
        step(u"record-centre-callback"_s, life, Phase::AwaitingClose, [&] {
            open(u"railCallback"_s, life);
            askCitizen(life);
            shoot(u"centre-callback"_s);
            m_robot.click(u"recordCentreCallback"_s);
        });
        step(u"close"_s, life, Phase::Closed, [&] {
            open(u"railClose"_s, life);
            shoot(u"centre-close"_s);
            m_robot.click(u"close"_s);
        });
    }
    logOut();
}

void Tour::askCitizen(const Life &life)
{
    if (!canBeCalled(life)) {
        m_robot.click(u"notReached"_s);
        m_robot.type(u"note"_s, u"工单未留电话号码，无法回访，答复已在网站公开。"_s);
        return;
    }
    const QString satisfied = life.verdict == Verdict::Unreasonable ? u"unsatisfied"_s : u"satisfied"_s;
    m_robot.click(u"reached"_s);
    m_robot.setChecked(u"unitHadContacted"_s, true);
    m_robot.choose(u"processSatisfaction"_s, u"satisfied"_s);
    m_robot.choose(u"resultSatisfaction"_s, satisfied);
    m_robot.choose(u"overallSatisfaction"_s, satisfied);
    m_robot.type(u"note"_s, u"市民表示承办单位已经联系，对办理过程没有意见。"_s);
}

QHash<QString, QJsonObject> Tour::archive(const QList<Life> &lives)
{
    logIn(m_cast.archivist, u"archivist"_s);
    int number = 0;
    QHash<QString, QJsonObject> states;
    for (const Life &life : lives) {
        ++number;
        step(u"archive"_s, life, Phase::Archived, [&] {
            open(u"railArchive"_s, life);
            m_robot.type(u"archiveNumber"_s,
                u"0101-ZY·RX·%1·D10-%2"_s.arg(m_cast.year).arg(number, 4, 10, QLatin1Char('0')));
            m_robot.choose(u"retention"_s, u"D10"_s);
            shoot(u"archive"_s);
            m_robot.click(u"archive"_s);
        });
        step(u"dossier"_s, life, Phase::Archived, [&] { writeDossier(life); });
        const CaseSummary summary = summaryOf(life).value_or(CaseSummary());
        if (const Result<Case> last = m_stage.desk()->caseOf(summary.id))
            states.insert(life.number, comparableState(*last));
    }
    logOut();
    return states;
}

void Tour::writeDossier(const Life &life)
{
    open(u"railArchive"_s, life);
    m_robot.click(u"dossier"_s);
    const QString path = m_stage.out + u"/dossier-"_s + life.number + u".pdf"_s;
    m_robot.type(u"dossierPath"_s, path);
    m_robot.click(u"writeDossier"_s);
    m_robot.waitFor(
        u"the dossier of %1 is not written"_s.arg(life.number), [&] { return QFile::exists(path); }, 60000);
    shoot(u"dossier"_s);
}

void Tour::lookAround(const QString &role, const QStringList &rails)
{
    if (m_lookedAround.contains(role))
        return;
    m_lookedAround.insert(role);
    for (const QString &rail : rails) {
        m_robot.click(rail);
        shoot(role + QLatin1Char('-') + rail);
    }
}

void Tour::logIn(const Person &person, const QString &role)
{
    m_role = role;
    m_journal.begin(role, u"log-in"_s, {});
    m_robot.type(u"server"_s, m_stage.server);
    m_robot.type(u"tenant"_s, m_stage.tenant);
    m_robot.type(u"user"_s, person.user);
    m_robot.type(u"password"_s, person.password);
    if (!m_lookedAround.contains(role))
        shoot(role + u"-log-in"_s);
    QElapsedTimer timer;
    timer.start();
    m_robot.click(u"logIn"_s);
    m_robot.waitFor(u"the desk of %1 does not open"_s.arg(person.user),
        [&] { return m_stage.desk() != nullptr && m_stage.desk()->actor().user.value == person.user; });
    m_journal.measure(u"deskOpenSeconds"_s, static_cast<double>(timer.elapsed()) / 1000.0);
    m_stage.atDesk(*m_stage.desk(), person.user);
    m_robot.waitFor(
        u"the desk of %1 does not go online"_s.arg(person.user),
        [&] {
            const SyncState state = m_stage.desk()->syncState();
            return state.line == SyncState::Line::Online && !state.busy;
        },
        60000);
    m_journal.end(true);
}

void Tour::logOut()
{
    m_robot.waitFor(u"not everything was sent before logging out"_s,
        [&] { return m_stage.desk()->syncState().waiting == 0; });
    m_robot.click(u"logOut"_s);
    m_robot.target(u"logIn"_s);
}

void Tour::open(const QString &rail, const Life &life)
{
    m_robot.click(rail);
    m_robot.type(u"search"_s, life.number);
    m_robot.clickRow(u"cases"_s, life.number);
}

void Tour::step(const QString &name, const Life &life, Phase expected, const std::function<void()> &action)
{
    m_journal.begin(m_role, name, life.number);
    action();
    m_robot.waitFor(u"%1 of %2: the server has not confirmed it"_s.arg(name, life.number),
        [&] { return confirmed(life, expected); });
    m_journal.end(true);
}

bool Tour::confirmed(const Life &life, Phase phase) const
{
    const std::optional<CaseSummary> found = summaryOf(life);
    return found && found->phase == phase && found->pending == 0 && m_stage.desk()->syncState().waiting == 0;
}

std::optional<CaseSummary> Tour::summaryOf(const Life &life) const
{
    const QList<CaseSummary> cases = m_stage.desk()->cases();
    const auto found = std::ranges::find(cases, life.number, &CaseSummary::number);
    return found == cases.end() ? std::nullopt : std::optional(*found);
}

void Tour::shoot(const QString &name)
{
    if (m_shot.contains(name))
        return;
    m_shot.insert(name);
    const QString file = u"%1-%2.png"_s.arg(m_shot.size(), 2, 10, QLatin1Char('0')).arg(name);
    m_robot.shoot(QDir(m_stage.out).filePath(file));
    m_journal.addPicture(file);
}

} // namespace chengban::e2e
