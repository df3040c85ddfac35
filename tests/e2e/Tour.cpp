#include "tests/e2e/Tour.h"

#include "client/forms/Rail.h"

#include <QDir>
#include <QElapsedTimer>

#include <algorithm>

namespace chengban::e2e {

using namespace Qt::StringLiterals;

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
    clerkAccepts(lives);
    leaderSignsRequests(lives);
    centreDecides(lives);
    leaderReads(lives);
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
    clerkAnswersOrders(lives);
    const auto reworked
        = std::ranges::find_if(lives, [](const Life &life) { return !life.reworkReason.isEmpty(); });
    if (reworked != lives.end()) {
        principalInstructs(*reworked);
        clerkMends(*reworked, u"railRework"_s, u"clerk-rework"_s);
        leaderSigns({*reworked});
        clerkSubmits({*reworked});
        centreReviews({*reworked});
    }
    centreCallsBack(lives);
    return archive(lives);
}

void Tour::lookAround()
{
    if (m_lookedAround.contains(m_role))
        return;
    m_lookedAround.insert(m_role);
    for (const Place place : placesOf(m_stage.desk()->actor().role)) {
        m_robot.click(railName(place));
        shoot(m_role + QLatin1Char('-') + railName(place));
    }
}

void Tour::lookAtSteps(const QStringList &steps)
{
    for (const QString &name : steps) {
        const QString picture = m_role + u"-step-"_s + name;
        if (m_shot.contains(picture))
            continue;
        if (!m_robot.isUsable(name))
            m_robot.click(u"moreSteps"_s);
        m_robot.click(name);
        shoot(picture);
        m_robot.click(u"backToMainStep"_s);
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
    lookAround();
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
