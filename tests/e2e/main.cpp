#include "client/app/Program.h"
#include "shared/canonical/Digest.h"
#include "shared/intake/Intake.h"
#include "shared/rules/RulePack.h"
#include "tests/e2e/Replay.h"
#include "tests/e2e/ServerProcess.h"
#include "tests/e2e/Tour.h"
#include "tests/e2e/TourOptions.h"

#include <QApplication>
#include <QDate>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <stdexcept>

using namespace chengban;
using namespace chengban::e2e;
using namespace Qt::StringLiterals;

namespace {

const QString tenant = u"yunxi"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + path.toStdString());
    return file.readAll();
}

/// `now` is what the county's past is counted back from: the same for the replay's county.
void makeCounty(ServerProcess &server, const QDateTime &now)
{
    server.init(tenant, u"云溪县"_s);
    server.command({u"demo"_s, u"--now"_s, now.toUTC().toString(Qt::ISODate)});
}

/// The case numbers and titles of the file, in the order of its rows.
QList<QPair<QString, QString>> casesOf(const QByteArray &orders)
{
    const Result<Intake> intake = readCases(orders);
    if (!intake)
        throw std::runtime_error("the file of cases cannot be read: " + intake.error().detail.toStdString());
    QList<QPair<QString, QString>> cases;
    for (const IntakeCase &one : intake->cases)
        cases.append({one.body.demand.sourceNumber, one.body.demand.title});
    return cases;
}

void give(Life &life, const QPair<QString, QString> &theCase)
{
    life.number = theCase.first;
    life.title = theCase.second;
}

QHash<QString, QString> passwordsFrom(const QByteArray &users)
{
    QHash<QString, QString> passwords;
    for (const QString &line : QString::fromUtf8(users).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'\t');
        if (cells.size() >= 5)
            passwords.insert(cells[0], cells[4]);
    }
    return passwords;
}

/// The people of a unit by role, from the list that the demonstration county leaves.
Cast castFrom(const QByteArray &users)
{
    Cast cast;
    cast.unitId = u"chengguan"_s;
    for (const QString &line : QString::fromUtf8(users).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = line.split(u'\t');
        if (cells.size() < 5)
            continue;
        const Person person{cells[0], cells[1], cells[4]};
        const bool ours = person.user.startsWith(cast.unitId + u'-');
        if (person.user.endsWith(u"-clerk1"_s) && ours) {
            cast.clerk = person;
            cast.unitName = cells[3];
        } else if (ours && person.user.contains(u"deputy"_s)) {
            cast.leader = person;
        } else if (ours && cells[2] == u"principal-leader"_s) {
            cast.principal = person;
        } else if (cast.centre.user.isEmpty() && cells[2] == u"centre"_s) {
            cast.centre = person;
        } else if (cast.archivist.user.isEmpty() && cells[2] == u"archivist"_s) {
            cast.archivist = person;
        }
    }
    cast.year = QDate::currentDate().year();
    const Result<RulePack> pack = loadRulePack(contentOf(u":/rulepacks/tongbai-2023.json"_s));
    for (const CodedReason &point : pack ? pack->closingPoints : QList<CodedReason>())
        cast.closingPoints.append(point.code);
    return cast;
}

/// Imports the file and gives the three chosen cases of it; none without a file: the tour then takes cases of
/// the county that nobody has dispatched yet.
QList<QPair<QString, QString>> importedCases(
    const TourOptions &options, const ServerProcess &server, Journal &journal)
{
    if (options.orders.isEmpty())
        return {};
    const auto cases = casesOf(contentOf(options.orders));
    journal.note(u"orders"_s, cases.size());
    QList<QPair<QString, QString>> chosen;
    const QList<int> rows = options.rows.isEmpty() ? QList<int>{1, 2, 3} : options.rows;
    for (const int row : rows) {
        if (row > cases.size())
            throw std::runtime_error("the file has no row " + std::to_string(row));
        chosen.append(cases[row - 1]);
    }
    journal.note(u"import"_s,
        QString::fromUtf8(
            server.command({u"import"_s, options.orders, u"--rejects"_s, options.out + u"/rejects.csv"_s}))
            .trimmed());
    return chosen;
}

/// Publishes the release and gives it to every unit; its version.
QString rolledOut(const QString &zip, const ServerProcess &server)
{
    const QString manifest = zip.chopped(4) + u".json"_s;
    server.command({u"release"_s, u"add"_s, zip, manifest});
    const QString version = QJsonDocument::fromJson(contentOf(manifest))[u"version"].toString();
    server.command({u"release"_s, u"roll-out"_s, version, u"--all"_s});
    return version;
}

void writeJson(const QString &path, const QJsonObject &json)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0)
        throw std::runtime_error("cannot write " + path.toStdString());
}

/// The same commands on a fresh server must lead to the same states.
void checkReplay(const TourOptions &options, const CommandRecorder &recorder,
    const QHash<QString, QJsonObject> &states, ReplayStage stage, Journal &journal)
{
    const QTemporaryDir folder;
    ServerProcess fresh(folder.filePath(u"server"_s));
    makeCounty(fresh, options.now);
    if (!options.orders.isEmpty())
        fresh.command({u"import"_s, options.orders, u"--rejects"_s, folder.filePath(u"rejects.csv"_s)});
    fresh.start();
    stage.server = fresh.url();
    stage.caPem = contentOf(fresh.caFile());
    stage.folder = folder.filePath(u"stores"_s);
    stage.passwords = passwordsFrom(contentOf(fresh.folder() + u"/demo-users.txt"_s));
    journal.begin(u"everybody"_s, u"replay-on-a-fresh-server"_s, {});
    QJsonArray taken;
    for (const RecordedCommand &one : recorder.commands())
        taken.append(QJsonObject{
            {u"user"_s, one.user}, {u"case"_s, one.number}, {u"command"_s, chengban::toJson(one.command)}});
    writeJson(options.out + u"/commands.json"_s,
        {{u"commands"_s, taken}, {u"citizens"_s, QJsonArray::fromStringList(recorder.citizens().values())}});
    const QHash<QString, QJsonObject> again = replay(stage, recorder.commands());
    for (auto state = states.begin(); state != states.end(); ++state) {
        writeJson(options.out + u"/state-"_s + state.key() + u".json"_s,
            {{u"tour"_s, state.value()}, {u"replay"_s, again.value(state.key())}});
        if (again.value(state.key()) != state.value())
            throw std::runtime_error("the replay of " + state.key().toStdString() + " ends in another state");
    }
    journal.note(u"commandsReplayed"_s, recorder.commands().size());
    journal.end(true);
}

struct Show
{
    TourOptions options;
    Journal journal;
    ServerProcess server;
    CommandRecorder recorder;
};

#ifdef Q_OS_LINUX
/// The most memory a process has held so far.
int peakMiB(const QString &process)
{
    const QString status = QString::fromUtf8(contentOf(u"/proc/%1/status"_s.arg(process)));
    static const QRegularExpression peak(u"VmHWM:\\s+(\\d+) kB"_s);
    return peak.match(status).captured(1).toInt() / 1024;
}
#endif

/// Leaves a picture of where the tour stopped, if it stops.
QHash<QString, QJsonObject> played(Tour &tour, QList<Life> &lives, Robot &robot, const QString &out)
{
    try {
        return tour.play(lives);
    } catch (const RobotFault &) {
        robot.shoot(out + u"/stopped-here.png"_s);
        throw;
    }
}

void play(Show &show)
{
    makeCounty(show.server, show.options.now);
    const auto imported = importedCases(show.options, show.server, show.journal);
    const QString newer
        = show.options.release.isEmpty() ? QString() : rolledOut(show.options.release, show.server);
    show.server.start();
    const QByteArray users = contentOf(show.server.folder() + u"/demo-users.txt"_s);
    const Cast cast = castFrom(users);
    const QTemporaryDir scans;
    QList<Life> lives{solvableLife(scans.path(), cast.unitName),
        unreasonableLife(scans.path(), cast.unitName), outOfScopeLife(scans.path(), cast.unitName)};
    for (qsizetype i = 0; i < imported.size(); ++i)
        give(lives[i], imported[i]);

    Program program(*qobject_cast<QApplication *>(QCoreApplication::instance()),
        {show.server.url(), show.server.caFile()});
    program.start();
    program.window().resize(1366, 768);
    Robot robot(program.window());
    Tour tour(robot, show.journal,
        {show.server.url(), tenant, show.options.out, [&] { return program.desk(); },
            [&](Desk &desk, const QString &user) { show.recorder.watch(desk, user); }, newer},
        cast);
    const QHash<QString, QJsonObject> states = played(tour, lives, robot, show.options.out);

#ifdef Q_OS_LINUX
    show.journal.note(u"clientPeakMiB"_s, peakMiB(u"self"_s));
    show.journal.note(u"serverPeakMiB"_s, peakMiB(QString::number(show.server.processId())));
#endif

    ReplayStage stage;
    stage.tenant = tenant;
    stage.witness = cast.clerk.user;
    for (const Life &life : lives) {
        for (const QString &scan : life.scans + QStringList{life.signedSheet}) {
            if (scan.isEmpty())
                continue;
            stage.files.insert(hex(sha256(contentOf(scan))), scan);
        }
    }
    checkReplay(show.options, show.recorder, states, stage, show.journal);
}

} // namespace

int main(int argc, char *argv[])
{
#ifndef Q_OS_WIN // There it plays on the real screen.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"chengban"_s);
    const QTemporaryDir data;
    Show show{tourOptions(app), {}, ServerProcess(data.filePath(u"server"_s)), {}};
    QDir().mkpath(show.options.out);
    QString failure;
    try {
        play(show);
    } catch (const std::exception &fault) {
        failure = QString::fromUtf8(fault.what());
        show.journal.fail(failure);
        QTextStream(stderr) << "The tour stopped: " << failure << Qt::endl;
    }
    writeJson(show.options.out + u"/tour.json"_s, show.journal.toJson());
    QTextStream(stdout) << "Pictures, dossiers and tour.json are in " << show.options.out << Qt::endl;
    return show.journal.allVerified() ? 0 : 1;
}
