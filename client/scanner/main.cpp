#include "client/scanner/Scanner.h"

#include "shared/canonical/JsonReader.h"

#include <cstring>

using namespace chengban;
using namespace chengban::scan;
using namespace Qt::StringLiterals;

namespace {

struct Question
{
    QString device;
    ScanOptions options;
};

Result<Question> questionIn(const ScanFrame &frame)
{
    const Result<QJsonObject> json = jsonOf(frame);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    Question question;
    if (frame.kind != FrameKind::List)
        question.device = reader.string(u"device"_s);
    if (frame.kind == FrameKind::Scan)
        question.options = reader.member(u"options"_s, &scanOptions);
    return reader.finish().map([&] { return question; });
}

Result<void> listed(Drivers &drivers, Pipe &pipe)
{
    return drivers.devices().map(
        [&](const QList<ScanDevice> &devices) { pipe.send(FrameKind::Devices, toJson(devices)); });
}

Result<void> opened(Drivers &drivers, const Question &question, Pipe &pipe)
{
    const auto scanner = drivers.open(question.device);
    if (!scanner)
        return fail(scanner.error());
    return (*scanner)->abilities().map(
        [&](const ScanAbilities &abilities) { pipe.send(FrameKind::Abilities, toJson(abilities)); });
}

/// How it ended is told before the device is closed: a driver that hangs while it closes (SANE's test device
/// does, now and then, after a refusal) keeps the pages and the reason from nobody.
Result<void> scanned(Drivers &drivers, const Question &question, Pipe &pipe)
{
    const auto scanner = drivers.open(question.device);
    const Result<bool> toTheEnd
        = scanner ? (*scanner)->scan(question.options, pipe) : Result<bool>(fail(scanner.error()));
    if (toTheEnd)
        pipe.send(FrameKind::Done, {{u"cancelled"_s, !*toTheEnd}});
    else
        pipe.fail(toTheEnd.error());
    return {};
}

/// Errors: what is still to be told.
Result<void> answered(Drivers &drivers, Pipe &pipe)
{
    const Result<ScanFrame> frame = pipe.question();
    if (!frame)
        return fail(frame.error());
    const Result<Question> question = questionIn(*frame);
    if (!question)
        return fail(question.error());
    switch (frame->kind) {
    case FrameKind::List:
        return listed(drivers, pipe);
    case FrameKind::Open:
        return opened(drivers, *question, pipe);
    case FrameKind::Scan:
        return scanned(drivers, *question, pipe);
    default:
        return fail(ErrorCode::ScanGarbled);
    }
}

} // namespace

int main(int argc, char **argv)
{
    takePrecautions(argc > 1 && std::strcmp(argv[1], "--driver-files") == 0);
    Pipe pipe;
    pipe.send(FrameKind::Hello, {{u"version"_s, scanWireVersion}});
    const auto drivers = systemDrivers();
    const Result<void> done = drivers ? answered(**drivers, pipe) : Result<void>(fail(drivers.error()));
    if (!done)
        pipe.fail(done.error());
    return done ? 0 : 1;
}
