// What the centre and the archivist do.
#include "tests/e2e/Tour.h"

#include "client/forms/Rail.h"
#include "tests/e2e/Replay.h"

#include <QAbstractItemView>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>

#include <algorithm>

namespace chengban::e2e {

using namespace Qt::StringLiterals;

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

/// A file as a colleague would send it: one row without a time, one without content, one number twice.
void Tour::centreImports()
{
    const QString path = m_stage.out + u"/import.csv"_s;
    QFile file(path);
    const QString rows
        = u"工单编号,诉求类别,标题,诉求内容,来电时间,事发地点,反映人,联系电话\n"
          u"DR-0001,投诉,小区门口夜间施工,柳林小区东门外夜间十点后仍在破路施工，噪声很大。,2025-11-03 "
          u"22:40,柳林小区东门,何先生,13900006101\n"
          u"DR-0002,求助,路面井盖松动,青石巷口的井盖松动，车辆经过时有响声，担心出事。,,青石巷口,罗女士,"
          u"13900006102\n"
          u"DR-0003,咨询,,,2025-11-04 09:12,,赵先生,13900006103\n"
          u"DR-0002,求助,路面井盖松动,青石巷口的井盖还没有修好。,2025-11-05 "
          u"08:30,青石巷口,罗女士,13900006102\n"
          u"DR-0004,建议,公交站增设座椅,建议在人民医院公交站增设候车座椅。,2025-11-05 10:05,人民医院站,周女士,\n"_s;
    if (!file.open(QIODevice::WriteOnly) || file.write(rows.toUtf8()) < 0)
        throw RobotFault(u"cannot write %1"_s.arg(path));
    file.close();
    m_journal.begin(m_role, u"import"_s, {});
    m_robot.click(u"railImport"_s);
    shoot(u"centre-import-empty"_s);
    m_robot.drop(u"importPage"_s, {path});
    m_robot.target(u"startImport"_s);
    shoot(u"centre-import-preview"_s);
    m_robot.click(u"startImport"_s);
    m_robot.target(u"dispatchImported"_s);
    shoot(u"centre-import-result"_s);
    m_robot.click(u"dispatchImported"_s);
    m_robot.waitFor(u"the imported cases do not arrive"_s, [&] {
        return std::ranges::count_if(m_stage.desk()->cases(), [](const CaseSummary &one) {
            return one.number.startsWith(u"DR-"_s);
        }) == 3;
    });
    m_journal.end(true);
}

void Tour::centreDispatches(QList<Life> &lives)
{
    logIn(m_cast.centre, u"centre"_s);
    takeWaitingCases(lives);
    centreImports(); // After it: only what the replay's county has too becomes a life.
    for (const Life &life : lives) {
        step(u"dispatch"_s, life, Phase::Dispatched, [&] {
            open(u"railDispatch"_s, life);
            lookAtSteps({u"classify"_s, u"refuse"_s, u"answerDirectly"_s, u"absorbDuplicate"_s});
            m_robot.type(u"unitSearch"_s, m_cast.unitName);
            m_robot.clickRow(u"leadUnit"_s, m_cast.unitName);
            shoot(u"centre-dispatch"_s);
            m_robot.click(u"dispatch"_s);
        });
    }
    logOut();
}

void Tour::centreReviews(const QList<Life> &lives)
{
    logIn(m_cast.centre, u"centre"_s);
    for (const Life &life : lives) {
        const bool rework = !life.reworkReason.isEmpty() && !m_reworked.contains(life.number);
        if (life.supervised && caseOf(life).orders.isEmpty()) {
            open(u"railReview"_s, life);
            orderSupervision(life);
        }
        step(rework ? u"return-for-rework"_s : u"accept-reply"_s, life,
            rework ? Phase::Rework : Phase::AwaitingCallback, [&] {
                open(u"railReview"_s, life);
                lookAtSteps({u"urge"_s, u"orderSupervision"_s});
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
        decideAnswer(life);
        step(u"record-centre-callback"_s, life, Phase::AwaitingClose, [&] {
            open(u"railCallback"_s, life);
            askCitizen(life);
            shoot(u"centre-callback"_s);
            m_robot.click(u"recordCentreCallback"_s);
        });
        step(u"close"_s, life, Phase::Closed, [&] {
            open(u"railClose"_s, life);
            m_robot.type(u"note"_s, u"已按规定回访，诉求人意见已记录，准予办结。"_s);
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
            lookAtSteps({u"requestErasure"_s});
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
    fileWithCentre();
    if (!m_stage.newer.isEmpty())
        waitForUpdate();
    logOut();
    return states;
}

void Tour::waitForUpdate()
{
    constexpr int fetchedWithinMs = 180'000;
    m_journal.begin(m_role, u"update-ready"_s, {});
    m_robot.waitFor(
        u"version %1 is not ready for the next start"_s.arg(m_stage.newer),
        [&] { return m_stage.desk()->syncState().update.ready == m_stage.newer; }, fetchedWithinMs);
    m_journal.end(true);
    m_robot.click(u"railTransfer"_s);
    shoot(u"update-ready"_s);
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

void Tour::fileWithCentre()
{
    m_journal.begin(m_role, u"file-with-centre"_s, {});
    m_robot.click(railName(Place::Dossiers));
    const auto *state = qobject_cast<QLabel *>(m_robot.target(u"archiveState"_s));
    m_robot.click(u"fileDossiers"_s);
    m_robot.waitFor(
        u"no dossier is filed with the centre"_s,
        [&] {
            const QRegularExpressionMatch done = QRegularExpression(u"[0-9]+"_s).match(state->text());
            return done.hasMatch() && done.captured().toInt() > 0;
        },
        60000);
    m_robot.click(u"fileDossiers"_s);
    const auto *lines = qobject_cast<QAbstractItemView *>(m_robot.target(u"dossiers"_s));
    m_robot.waitFor(u"the register stays empty"_s, [&] { return lines->model()->rowCount() > 0; });
    m_robot.clickRow(u"dossiers"_s, lines->model()->index(0, 0).data().toString());
    m_robot.target(u"dossierFacts"_s);
    shoot(u"archivist-filed"_s);
    m_journal.end(true);
}

} // namespace chengban::e2e
