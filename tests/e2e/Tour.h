#pragma once

#include "client/models/Desk.h"
#include "tests/e2e/Journal.h"
#include "tests/e2e/Life.h"
#include "tests/e2e/Robot.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace chengban::e2e {

/// A person of the demonstration county who logs in during the tour.
struct Person
{
    QString user;
    QString name;
    QString password;
};

/// Who plays which role; clerk, leader and witness are of the unit that gets the three cases.
struct Cast
{
    Person centre;
    Person clerk;
    Person leader;
    Person principal; ///< Says how a case that came back is to be handled, and signs on paper.
    Person archivist;
    QString unitId;
    QString unitName;
    QStringList closingPoints; ///< Codes of the pack.
    int year = 0;
};

/// What the tour plays on.
struct Stage
{
    QString server; ///< URL.
    QString tenant;
    QString out; ///< Folder of pictures and dossiers.
    std::function<Desk *()> desk; ///< Of the person logged in, for checking what the server has confirmed.
    std::function<void(Desk &, const QString &user)> atDesk; ///< Called when a person has logged in.
    QString newer = {}; ///< Version that the server rolls out; empty: none.
};

/// Takes three cases through their whole life by clicks and key presses, as centre, clerk, leader and
/// archivist. Throws RobotFault naming the click target that failed.
class Tour
{
public:
    Tour(Robot &robot, Journal &journal, Stage stage, Cast cast);

    /// Lives without a number get cases that wait to be dispatched. Gives each case's last state by its
    /// number.
    [[nodiscard]] QHash<QString, QJsonObject> play(QList<Life> &lives);

private:
    // Scenes: one person's sitting each.
    void centreDispatches(QList<Life> &lives);
    void centreImports();
    void takeWaitingCases(QList<Life> &lives) const;
    void clerkAccepts(const QList<Life> &lives);
    void leaderSignsRequests(const QList<Life> &lives);
    void centreDecides(const QList<Life> &lives);
    void clerkReplies(const QList<Life> &lives);
    void leaderSigns(const QList<Life> &lives);
    void leaderInstructs(const Life &life);
    void leaderReads(const QList<Life> &lives); ///< Those that were not read yet.
    void principalInstructs(const Life &life);
    void clerkMends(const Life &life, const QString &rail, const QString &picture);
    void clerkSubmits(const QList<Life> &lives);
    void clerkAnswersOrders(const QList<Life> &lives);
    void centreReviews(const QList<Life> &lives);
    void centreCallsBack(const QList<Life> &lives);
    [[nodiscard]] QHash<QString, QJsonObject> archive(const QList<Life> &lives);
    void lookAround(); ///< Every place of the role, the first time only.

    // Steps.
    void logIn(const Person &person, const QString &role);
    void logOut();
    /// Opens the forms of further steps one after the other for their pictures, and goes back.
    void lookAtSteps(const QStringList &steps);
    void open(const QString &rail, const Life &life);
    void recordContact(const Life &life);
    void fillReply(const Life &life);
    void askWhyItIsDue();
    void visitSite(const Life &life);
    void askCitizen(const Life &life);
    [[nodiscard]] bool canBeCalled(const Life &life) const;
    void clerkAsks(const Life &life);
    void askExtension(const Life &life);
    void askReturn(const Life &life);
    void recordPaper(const Life &life);
    void orderSupervision(const Life &life);
    void decideAnswer(const Life &life);
    void decide(const QString &step, const QString &word, const QString &note);
    /// Opens the form of a step that is not the main one.
    void openFurther(const QString &step);
    void enrolKey();
    [[nodiscard]] static QString pin();
    void signOrReturn(const Life &life, bool returns);
    void writeDossier(const Life &life);
    void waitForUpdate(); ///< Fetched, verified, and left for the launcher.
    void fileWithCentre(); ///< The first of the archived cases; the rest is cancelled.

    /// Runs `action` as one journal entry; it is verified when the confirmed case then is in `expected`.
    void step(const QString &name, const Life &life, Phase expected, const std::function<void()> &action);
    void stepUntil(const QString &name, const Life &life, const std::function<void()> &action,
        const std::function<bool(const Case &)> &done);
    [[nodiscard]] Case caseOf(const Life &life) const;
    [[nodiscard]] bool confirmed(const Life &life, Phase phase) const;
    [[nodiscard]] std::optional<CaseSummary> summaryOf(const Life &life) const;
    void shoot(const QString &name);

    Robot &m_robot;
    Journal &m_journal;
    Stage m_stage;
    Cast m_cast;
    QString m_role;
    QSet<QString> m_returned; ///< Numbers of cases the leader has sent back already,
    QSet<QString> m_reworked; ///< and the centre.
    QSet<QString> m_lookedAround; ///< Roles whose places have been pictured.
    QSet<QString> m_shot;
};

} // namespace chengban::e2e
