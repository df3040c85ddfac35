// Prints one line of JSON per figure: due times per second, and the check of a long reply as it is typed.
#include "shared/base/CountyTime.h"
#include "shared/reply/Requirements.h"
#include "shared/rules/Deadlines.h"
#include "shared/rules/LinkedRules.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>

using namespace chengban;

namespace {

QByteArray resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("A resource is missing");
    return file.readAll();
}

void print(const char *figure, double value, const char *unit, double limit = 0)
{
    QJsonObject line{{QStringLiteral("figure"), QString::fromLatin1(figure)},
        {QStringLiteral("value"), value}, {QStringLiteral("unit"), QString::fromLatin1(unit)}};
    if (limit > 0)
        line.insert(QStringLiteral("limit"), limit);
    QTextStream(stdout) << QJsonDocument(line).toJson(QJsonDocument::Compact) << '\n';
}

void benchDueTimes(const RulePack &pack, const WorkingCalendar &calendar)
{
    constexpr int rounds = 100'000;
    const Limit &limit = *pack.limit(LimitName::Handle, CaseClass::General);
    const qint64 first = utcMs(QDate(2018, 1, 1), QTime(10, 0));
    qint64 sum = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < rounds; ++i)
        sum += dueTime(limit, first + (i % 3000) * 86'400'000LL, calendar)->dueMs % 7;
    print("due times with their explanation", rounds * 1e9 / static_cast<double>(timer.nsecsElapsed()),
        "per second");
    timer.restart();
    for (int i = 0; i < rounds; ++i)
        sum += workingDaysBetween(first, first + (i % 3000) * 86'400'000LL, calendar).value();
    print("working days between", rounds * 1e9 / static_cast<double>(timer.nsecsElapsed()), "per second");
    if (sum == 0)
        qFatal("Nothing was computed");
}

void benchChanges(const RulePack &pack, const WorkingCalendar &calendar)
{
    constexpr int rounds = 20'000;
    const Limit &limit = *pack.limit(LimitName::Handle, CaseClass::General);
    const qint64 first = utcMs(QDate(2018, 1, 1), QTime(10, 0));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < rounds; ++i) {
        const Deadline deadline = dueTime(limit, first + (i % 3000) * 86'400'000LL, calendar).value();
        const Deadline later = extended(deadline, 3, calendar).value();
        if (recalculated(later, calendar)->isChanged() || warningTimes(later, calendar)->size() > 3)
            qFatal("A deadline does not follow from its members");
    }
    print("due times extended, recalculated, warned of",
        rounds * 1e9 / static_cast<double>(timer.nsecsElapsed()), "per second");
}

/// What every program does at its start.
void benchLoading()
{
    QElapsedTimer timer;
    timer.start();
    const auto rules = linkedRules();
    if (!rules)
        qFatal("The rules of this program do not load");
    print(
        "calendar, packs and county profiles loaded", static_cast<double>(timer.nsecsElapsed()) / 1e6, "ms");
}

Reply longReply(const ReplyContext &context, const QList<ContactAttempt> &contacts, const RulePack &pack)
{
    Reply reply;
    reply.verdict = Verdict::SolvableInLimit;
    reply.handler = QStringLiteral("李明");
    reply.handlerPhone = QStringLiteral("0377-68200001");
    const QString text
        = QStringLiteral("经现场查看，东段路灯因电缆断裂停电，已于当日更换电缆60米并恢复照明。");
    reply.investigation = text.repeated(5000 / 3 / text.size() + 1);
    reply.handling = reply.investigation;
    reply.result = reply.investigation;
    reply.answer = composedAnswer(reply, contacts, context, pack);
    return reply;
}

/// What one key press in the answer costs: the whole check, again and again with one more character.
void benchReplyCheck(const RulePack &pack)
{
    ReplyContext context;
    context.unitName = QStringLiteral("城关镇人民政府");
    context.citizenName = QStringLiteral("王小芳");
    context.citizenPhone = QStringLiteral("13812345678");
    context.demandText = QStringLiteral("淮源大道东段的路灯不亮，请派人修理。");
    const QList<ContactAttempt> contacts{{QStringLiteral("李明"), QStringLiteral("0377-68200001"),
        utcMs(QDate(2025, 11, 3), QTime(9, 0)), ContactOutcome::Reached, false, false, false, {}}};
    Reply reply = longReply(context, contacts, pack);
    QList<qint64> times;
    QElapsedTimer timer;
    for (int i = 0; i < 1000; ++i) {
        reply.answer += QChar(u'路');
        timer.start();
        const Problems problems = replyProblems(reply, contacts, context, pack);
        times += timer.nsecsElapsed();
        if (!problems.isEmpty())
            qFatal("The reply of the benchmark is not complete");
    }
    std::ranges::sort(times);
    print("check of a reply of 5,000 characters, median", static_cast<double>(times[500]) / 1e6, "ms");
    print("check of a reply of 5,000 characters, p99", static_cast<double>(times[990]) / 1e6, "ms", 8);
}

/// One check of a text of mixed sentences, by its length.
void benchByLength(const RulePack &pack)
{
    const QString sentence = QStringLiteral("经现场查看，东段12盏路灯因电缆断裂停电，依据《城市道路照明设施管"
                                            "理规定》第三条和城办〔2020〕5号，已于11月4日更换电缆60米，"
                                            "联系电话0377-68200001；");
    for (const int length : {500, 5'000, 50'000, 500'000}) {
        Reply reply = longReply({}, {}, pack);
        reply.answer = sentence.repeated(length / sentence.size() + 1);
        ReplyContext context;
        context.demandText = sentence;
        QList<qint64> times;
        for (int i = 0; i < 15; ++i) {
            QElapsedTimer timer;
            timer.start();
            const Problems problems = replyProblems(reply, {}, context, pack);
            times += timer.nsecsElapsed();
            if (problems.isEmpty())
                qFatal("The reply of the benchmark lacks its contact");
        }
        std::ranges::sort(times);
        const QByteArray figure
            = "check of an answer of " + QByteArray::number(length) + " characters, median";
        print(figure.constData(), static_cast<double>(times[7]) / 1e6, "ms", length == 5'000 ? 5 : 0);
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const RulePack pack = loadRulePack(resource(QStringLiteral(":/rulepacks/tongbai-2023.json"))).value();
    const WorkingCalendar calendar
        = WorkingCalendar::load(resource(QStringLiteral(":/calendars/cn.json"))).value();
    benchLoading();
    benchDueTimes(pack, calendar);
    benchChanges(pack, calendar);
    benchReplyCheck(pack);
    benchByLength(pack);
    return 0;
}
