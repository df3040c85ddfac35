#include "cli/Arguments.h"
#include "cli/CountyRules.h"
#include "cli/LifeRun.h"
#include "cli/ProblemLines.h"
#include "cli/Subcommands.h"
#include "shared/base/CountyTime.h"
#include "shared/rules/Citations.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace chengban::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject json(const Deadline &deadline)
{
    return {{u"due"_s, shownTime(deadline.dueMs)}, {u"provisional"_s, deadline.provisional},
        {u"amount"_s, deadline.amount}, {u"unit"_s, nameOf(deadline.unit)},
        {u"extendedBy"_s, deadline.extendedBy}, {u"cite"_s, deadline.cite}};
}

QJsonArray json(const QList<Clock> &clocks)
{
    QJsonArray list;
    for (const Clock &clock : clocks) {
        QJsonObject one = json(clock.deadline);
        one.insert(u"limit"_s, nameOf(clock.deadline.limit));
        one.insert(u"ofUnit"_s, clock.unit.value);
        list.append(one);
    }
    return list;
}

/// How often each thing happened to the case.
QJsonObject countsOf(const Case &theCase)
{
    return {{u"contacts"_s, theCase.contacts.size()}, {u"returns"_s, theCase.returns.size()},
        {u"appeals"_s, theCase.appeals.size()}, {u"extensions"_s, theCase.extensions.size()},
        {u"replies"_s, theCase.replies.size()}, {u"submissions"_s, theCase.submissions.size()},
        {u"orders"_s, theCase.orders.size()}, {u"parts"_s, theCase.parts.size()},
        {u"urges"_s, theCase.urges.size()}, {u"warnings"_s, theCase.warnings.size()},
        {u"overdue"_s, theCase.overdueMarks.size()}};
}

/// What a case has come to: what `expect` of the file is compared with.
QJsonObject stateOf(const Case &theCase)
{
    QJsonObject deadlines;
    for (auto it = theCase.deadlines.begin(); it != theCase.deadlines.end(); ++it)
        deadlines.insert(QString(nameOf(it.key())), json(*it));
    return {{u"phase"_s, nameOf(theCase.phase)}, {u"ending"_s, nameOf(theCase.ending)},
        {u"revision"_s, theCase.revision}, {u"class"_s, nameOf(theCase.caseClass)},
        {u"leadUnit"_s, theCase.leadUnit.value}, {u"pack"_s, theCase.pack.id}, {u"round"_s, theCase.round},
        {u"counts"_s, countsOf(theCase)}, {u"deadlines"_s, deadlines}, {u"clocks"_s, json(theCase.clocks)}};
}

/// Where `is` lacks a member of `expected`, or has another value; empty when it holds all of them.
QString difference(const QJsonObject &expected, const QJsonObject &is, const QString &place)
{
    for (auto member = expected.begin(); member != expected.end(); ++member) {
        const QJsonValue value = is.value(member.key());
        const QString at = place + u'.' + member.key();
        if (value == member.value())
            continue;
        if (!value.isObject() || !member.value().isObject())
            return at;
        if (const QString inner = difference(member.value().toObject(), value.toObject(), at);
            !inner.isEmpty())
            return inner;
    }
    return {};
}

/// A step that went otherwise than the file says: taken though it must be refused, or refused with other
/// findings.
bool isUnexpected(const StepOutcome &outcome)
{
    QStringList findings;
    for (const Problem &problem : outcome.problems)
        findings.append(problem.finding);
    QStringList expected = outcome.step.refusedWith;
    findings.sort();
    expected.sort();
    return findings != expected;
}

QStringList differences(const LifeFile &file, const LifeRun &life)
{
    QStringList places;
    for (qsizetype i = 0; i < life.outcomes().size(); ++i) {
        if (isUnexpected(life.outcomes()[i]))
            places.append(u"commands[%1]"_s.arg(i));
    }
    QStringList names = file.expected.keys();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const QString place = u"expect."_s + name;
        const bool known = life.caseNames().contains(name);
        const QString found
            = known ? difference(file.expected[name], stateOf(life.theCase(name)), place) : place;
        if (!found.isEmpty())
            places.append(found);
    }
    return places;
}

QJsonObject json(const LifeRun &life, const QStringList &unexpected)
{
    QJsonObject cases;
    for (const QString &name : life.caseNames()) {
        QJsonArray log;
        for (const Event &event : life.log(name)) {
            log.append(QJsonObject{{u"revision"_s, event.revision}, {u"type"_s, event.type},
                {u"at"_s, shownTime(event.serverTimeMs)}, {u"by"_s, event.actor.user.value}});
        }
        cases.insert(name, QJsonObject{{u"state"_s, stateOf(life.theCase(name))}, {u"log"_s, log}});
    }
    QJsonArray refusals;
    for (qsizetype i = 0; i < life.outcomes().size(); ++i) {
        const StepOutcome &outcome = life.outcomes()[i];
        QJsonArray problems;
        for (const Problem &problem : outcome.problems)
            problems.append(problemJson(problem));
        if (!problems.isEmpty()) {
            refusals.append(QJsonObject{{u"command"_s, i}, {u"case"_s, outcome.step.theCase},
                {u"type"_s, nameOf(outcome.step.type)}, {u"at"_s, shownTime(outcome.step.atMs)},
                {u"by"_s, outcome.step.actor.user.value}, {u"problems"_s, problems}});
        }
    }
    return {{u"cases"_s, cases}, {u"refusals"_s, refusals},
        {u"unexpected"_s, QJsonArray::fromStringList(unexpected)}};
}

void printStates(const LifeRun &life, const RulePack &pack, QTextStream &out)
{
    for (const QString &name : life.caseNames()) {
        const Case &theCase = life.theCase(name);
        out << '\n' << name << QLatin1Char('\t') << nameOf(theCase.phase) << '\n';
        for (const auto &[limit, label] : namesOf(LimitName{})) {
            if (const auto due = theCase.deadlines.constFind(limit); due != theCase.deadlines.constEnd())
                out << limitText(limit) << QLatin1Char('\t') << shownTime(due->dueMs) << QLatin1Char('\t')
                    << citedText(due->cite, pack.documents) << '\n';
        }
    }
}

void print(const LifeRun &life, const RulePack &pack, const QStringList &unexpected, QTextStream &out)
{
    for (const StepOutcome &outcome : life.outcomes()) {
        const LifeStep &step = outcome.step;
        out << shownTime(step.atMs) << QLatin1Char('\t') << step.theCase << QLatin1Char('\t')
            << step.actor.name << QLatin1Char('\t') << nameOf(step.type) << QStringLiteral(" -> ")
            << (outcome.events.isEmpty() ? QCoreApplication::translate("Cli", "refused")
                                         : outcome.events.join(QStringLiteral(", ")))
            << '\n';
        for (const Problem &problem : outcome.problems) {
            out << QLatin1Char('\t');
            printProblem(problem, pack, out);
        }
    }
    printStates(life, pack, out);
    for (const QString &place : unexpected) {
        //: %1 place in the file, e.g. commands[3]
        out << QCoreApplication::translate("Cli", "Otherwise than the file says: %1").arg(place) << '\n';
    }
    out.flush();
}

/// Writes the one case's log in the form that `verify` and `check --case` read. Errors: BadInput when there
/// are several cases, FileUnreadable.
Result<void> saveLog(const LifeRun &life, const QString &path)
{
    if (life.caseNames().size() != 1)
        return fail(ErrorCode::BadInput, u"--log"_s);
    QJsonArray events;
    for (const Event &event : life.log(life.caseNames().first()))
        events.append(*toJson(event));
    const QByteArray bytes = QJsonDocument(QJsonObject{{u"events"_s, events}}).toJson();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return fail(ErrorCode::FileUnreadable, path);
    return {};
}

} // namespace

Exit runLife(const QStringList &arguments, Console &console)
{
    Arguments given({{"pack", true}, {"commands", true}, {"log"}, {"json", false, true}}, 0);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto rules = rulesNamedOrFrom(given.value("pack"));
    if (!rules)
        return console.refuse(rules.error());
    const QString path = given.value("commands");
    const auto bytes = fileContent(path);
    if (!bytes)
        return console.refuse(bytes.error());
    const auto file = lifeFileFrom(*bytes);
    if (!file)
        return console.refuse(inFile(file.error(), path));
    LifeRun life({&rules->pack, &rules->calendar});
    for (const LifeStep &step : file->steps)
        life.take(step);
    if (given.has("log")) {
        if (const auto saved = saveLog(life, given.value("log")); !saved)
            return console.refuse(saved.error());
    }
    const QStringList unexpected = differences(*file, life);
    if (given.has("json"))
        console.print(json(life, unexpected));
    else
        print(life, rules->pack, unexpected, console.out);
    return unexpected.isEmpty() ? Exit::Fine : Exit::Findings;
}

} // namespace chengban::cli
