// How fast the rule core decides, folds, reads and verifies; one JSON line per figure.
#include "shared/canonical/Canonical.h"
#include "shared/canonical/JsonReader.h"
#include "tests/shared/cases/Story.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace chengban;
using namespace chengban::samples;

namespace {

/// Repeats the work for about a second and prints how often it was done.
template <typename Work> void perSecond(const char *figure, qsizetype unitsPerRun, Work work)
{
    QElapsedTimer timer;
    timer.start();
    qint64 runs = 0;
    while (timer.elapsed() < 1000) {
        work();
        ++runs;
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    std::printf("{\"bench\":\"cases\",\"figure\":\"%s\",\"value\":%.0f,\"unit\":\"1/s\"}\n", figure,
        static_cast<double>(runs * unitsPerRun) / seconds);
    std::fflush(stdout);
}

} // namespace

int main()
{
    Story story;
    story.until(Phase::Handling);
    story.take(CommandType::RecordContact, call(story.nowMs), clerk());
    const QJsonObject reply = toJson(SubmitBody{completeReply(story.theCase), {}});
    const QJsonObject contact = toJson(call(story.nowMs));
    perSecond("decide submit-for-sign-off", 1,
        [&] { (void)story.decision(CommandType::SubmitForSignOff, reply, clerk()).has_value(); });
    perSecond("decide record-contact", 1,
        [&] { (void)story.decision(CommandType::RecordContact, contact, clerk()).has_value(); });

    perSecond("steps offered", 1, [&] { (void)offeredSteps(story.theCase, clerk(), story.rules(), story.nowMs).size(); });
    perSecond("running clocks", 1, [&] { (void)story.theCase.openClocks().size(); });

    Story asking;
    asking.until(Phase::Dispatched);
    asking.take(CommandType::RequestReturn,
        ReturnRequestBody{u"out-of-duty"_s, u"不属于本单位职责。"_s, {}, {}}, clerk());
    const QJsonObject signature = toJson(signOnRequest(asking.theCase));
    perSecond("decide sign-request", 1,
        [&] { (void)asking.decision(CommandType::SignRequest, signature, principal()).has_value(); });

    story.until(Phase::Archived);
    const qsizetype events = story.log.size();
    QList<QByteArray> lines;
    for (const Event &event : story.log)
        lines.append(canonicalForm(toJson(event).value()).value());
    perSecond("fold, events", events, [&] { (void)folded(story.log).revision; });
    perSecond("verify chain, events", events, [&] { (void)verifyChain(story.log).has_value(); });
    perSecond("read and check one event", events, [&] {
        for (const QByteArray &line : lines)
            (void)eventFromJson(parseJsonObject(line).value()).has_value();
    });
    return 0;
}
