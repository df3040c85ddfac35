// Runs the text checks over real replies and prints what they find; plants faults into them and counts how
// many are found. docs/reply-check.md says how to read the figures.
//
//   measure_replies LETTERS.csv [--pack ID|FILE] [--seed N] [--labels FILE] [--sample N [--severity
//   must|should]]
//
// --labels: how the findings that people read were judged; ends with 1 when fewer than 95 of 100 `must`
// findings were right, or fewer than 95 of 100 planted faults of a kind are found. --sample: prints so many
// findings with their place, to be read and judged.
#include "shared/base/CountyTime.h"
#include "tests/measure/Planting.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QTextStream>

#include <algorithm>
#include <map>

using namespace chengban;
using namespace chengban::measure;

namespace {

constexpr int plantedOfEach = 100;
constexpr double wanted = 95;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

RulePack packNamed(const QString &name)
{
    QFile file(
        name.endsWith(QStringLiteral(".json")) ? name : QStringLiteral(":/rulepacks/%1.json").arg(name));
    const auto pack
        = file.open(QIODevice::ReadOnly) ? loadRulePack(file.readAll()) : fail(ErrorCode::PackInvalid);
    if (!pack)
        qFatal("The pack cannot be read");
    return *pack;
}

struct Found
{
    qsizetype letter;
    Problem problem;
};

QList<Found> findingsOf(const QList<Letter> &letters, const RulePack &pack)
{
    QList<Found> all;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        for (const Problem &problem : textFindings(replyTo(letters[i]), pack))
            all.append({i, problem});
    }
    return all;
}

QString severityName(const Problem &problem)
{
    return QString(nameOf(problem.severity));
}

void printCounts(const QList<Letter> &letters, const QList<Found> &all)
{
    std::map<QString, std::pair<qsizetype, QSet<qsizetype>>> counts;
    for (const Found &found : all) {
        auto &[places, replies]
            = counts[severityName(found.problem) + QLatin1Char(' ') + found.problem.finding];
        ++places;
        replies.insert(found.letter);
    }
    out() << "replies: " << letters.size() << "\nfinding\treplies\tplaces\n";
    for (const auto &[name, count] : counts)
        out() << name << '\t' << count.second.size() << '\t' << count.first << '\n';
}

/// One finding of each kind in a reply, in an order that the seed shuffles.
QList<Found> shuffled(QList<Found> all, quint32 seed)
{
    QSet<QString> seen;
    all.removeIf([&](const Found &found) {
        const QString key = QString::number(found.letter) + found.problem.finding;
        const bool again = seen.contains(key);
        seen.insert(key);
        return again;
    });
    QRandomGenerator chance(seed);
    std::shuffle(all.begin(), all.end(), chance);
    return all;
}

void printSample(const QList<Letter> &letters, const QList<Found> &all, int size, quint32 seed)
{
    constexpr int beside = 30;
    for (const Found &found : shuffled(all, seed).mid(0, size)) {
        const Letter &letter = letters[found.letter];
        const qsizetype start = std::max<qsizetype>(0, found.problem.start - beside);
        const QString place = found.problem.start < 0
            ? letter.answer.left(300)
            : letter.answer.mid(start, found.problem.start - start) + QStringLiteral(">>")
                + letter.answer.mid(found.problem.start, found.problem.length) + QStringLiteral("<<")
                + letter.answer.mid(found.problem.start + found.problem.length, beside);
        out() << letter.id << '\t' << found.problem.finding << '\t' << severityName(found.problem) << '\t'
              << letter.title << '\t' << QString(place).replace(QLatin1Char('\n'), QLatin1Char(' ')) << '\n';
    }
}

struct Judged
{
    int right = 0;
    int wrong = 0;
    [[nodiscard]] double share() const { return 100.0 * right / std::max(1, right + wrong); }
};

/// Whether the `must` findings that were read are right often enough. A label of a finding that is no longer
/// made does not count.
bool printLabels(const QList<Letter> &letters, const QList<Found> &all, const QString &path)
{
    QSet<QString> made;
    QHash<QString, Severity> severities;
    for (const Found &found : all) {
        made.insert(letters[found.letter].id + QLatin1Char(',') + found.problem.finding);
        severities.insert(found.problem.finding, found.problem.severity);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The labels are not there");
    std::map<QString, Judged> each;
    QHash<Severity, Judged> whole;
    int gone = 0;
    for (const QByteArray &line : file.readAll().split('\n').mid(1)) {
        const QStringList cells = QString::fromUtf8(line).trimmed().split(QLatin1Char(','));
        if (cells.size() != 3)
            continue;
        gone += made.contains(cells[0] + QLatin1Char(',') + cells[1]) ? 0 : 1;
        if (!made.contains(cells[0] + QLatin1Char(',') + cells[1]))
            continue;
        const bool right = cells[2] == QStringLiteral("right");
        for (Judged *judged : {&each[cells[1]], &whole[severities.value(cells[1])]})
            ++(right ? judged->right : judged->wrong);
    }
    out() << "\njudged by hand\tright\twrong\n";
    for (const auto &[finding, judged] : each)
        out() << finding << '\t' << judged.right << '\t' << judged.wrong << '\n';
    for (const Severity severity : {Severity::Must, Severity::Should})
        out() << nameOf(severity).data() << "\t" << whole[severity].right << '\t' << whole[severity].wrong
              << '\n';
    out() << "labels of findings no longer made: " << gone << '\n';
    return whole[Severity::Must].share() >= wanted;
}

bool isFound(const Planted &planted, const FaultKind &kind, const RulePack &pack)
{
    const Problems problems
        = replyProblems(planted.real.reply, planted.real.contacts, planted.real.context, pack);
    return std::ranges::any_of(problems, [&](const Problem &problem) {
        const bool touches = planted.start < 0 || problem.start < 0
            || (problem.start < planted.start + planted.length
                && problem.start + problem.length > planted.start);
        return problem.finding == QLatin1StringView(kind.finding) && touches;
    });
}

/// Plants each kind into real replies that do not have the finding by themselves.
bool printPlanted(const QList<Letter> &letters, const RulePack &pack, quint32 seed)
{
    QRandomGenerator chance(seed);
    const auto any = [&] { return letters[chance.bounded(static_cast<int>(letters.size()))]; };
    bool enough = true;
    out() << "\nplanted fault\tfinding\tfound of " << plantedOfEach << '\n';
    for (const FaultKind &kind : faultKinds()) {
        int found = 0;
        for (int planted = 0; planted < plantedOfEach;) {
            const Letter letter = any();
            const Letter other = any();
            const bool isShort
                = letter.answer.size() < 60 || other.answer.size() < 60 || letter.demand.size() < 60;
            const Planted clean{replyTo(letter), -1, 0};
            if (isShort || letter.id == other.id || isFound(clean, kind, pack))
                continue;
            ++planted;
            const Planted faulty = kind.plant(letter, other, chance);
            const bool caught = isFound(faulty, kind, pack);
            found += caught ? 1 : 0;
            if (!caught && qEnvironmentVariableIsSet("CHENGBAN_SHOW_MISSED"))
                out() << "missed\t" << letter.id << '\t' << other.id << '\t' << faulty.start << '\n';
        }
        out() << kind.name << '\t' << kind.finding << '\t' << found << '\n';
        enough = enough && found >= wanted * plantedOfEach / 100;
    }
    return enough;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("letters"), QStringLiteral("CSV of letters with replies"));
    parser.addOption({QStringLiteral("pack"), {}, QStringLiteral("id"), QStringLiteral("minhe-2018")});
    parser.addOption({QStringLiteral("seed"), {}, QStringLiteral("number"), QStringLiteral("1")});
    parser.addOption({QStringLiteral("labels"), {}, QStringLiteral("file")});
    parser.addOption({QStringLiteral("severity"), {}, QStringLiteral("name")});
    parser.addOption({QStringLiteral("sample"), {}, QStringLiteral("number"), QStringLiteral("0")});
    parser.process(app);
    const QString path = parser.positionalArguments().value(0);
    constexpr int skipped = 77;
    if (!QFile::exists(path)) {
        out() << "The letters are not part of the repository and are not here.\n";
        return skipped;
    }
    const RulePack pack = packNamed(parser.value(QStringLiteral("pack")));
    const QList<Letter> letters = lettersFrom(path);
    const auto seed = parser.value(QStringLiteral("seed")).toUInt();
    const QList<Found> all = findingsOf(letters, pack);
    printCounts(letters, all);
    QList<Found> read = all;
    if (const auto severity = valueNamed<Severity>(parser.value(QStringLiteral("severity"))))
        read.removeIf([&](const Found &found) { return found.problem.severity != *severity; });
    printSample(letters, read, parser.value(QStringLiteral("sample")).toInt(), seed);
    const bool labelsHold = !parser.isSet(QStringLiteral("labels"))
        || printLabels(letters, all, parser.value(QStringLiteral("labels")));
    const bool plantedHold = printPlanted(letters, pack, seed);
    out().flush();
    return labelsHold && plantedHold ? 0 : 1;
}
