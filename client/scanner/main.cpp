#include "client/scanner/SaneDevice.h"

#include "shared/canonical/JsonReader.h"

#include <QCoreApplication>

#include <csignal>
#include <cstring>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace chengban;
using namespace chengban::scan;
using namespace Qt::StringLiterals;

namespace {

/// Pages go through the pipe alone: a crash leaves no core, and what a driver would put down in a file (some
/// keep a whole page in a temporary one) is refused by the system, unless the IT department allows it.
void keepOffTheDisk(bool driverFiles)
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
#endif
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    if (!driverFiles)
        setrlimit(RLIMIT_FSIZE, &none);
}

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

Result<void> listed(Pipe &pipe)
{
    return foundDevices().map(
        [&](const QList<ScanDevice> &devices) { pipe.send(FrameKind::Devices, toJson(devices)); });
}

Result<void> opened(const Question &question, Pipe &pipe)
{
    return SaneDevice::open(question.device).map([&](const std::unique_ptr<SaneDevice> &device) {
        pipe.send(FrameKind::Abilities, toJson(device->abilities()));
    });
}

/// How it ended is told before the device is closed: a driver that hangs while it closes (SANE's test device
/// does, now and then, after a refusal) keeps the pages and the reason from nobody.
Result<void> scanned(const Question &question, Pipe &pipe)
{
    const auto device = SaneDevice::open(question.device);
    const Result<bool> toTheEnd
        = device ? (*device)->scan(question.options, pipe) : Result<bool>(fail(device.error()));
    if (toTheEnd)
        pipe.send(FrameKind::Done, {{u"cancelled"_s, !*toTheEnd}});
    else
        pipe.fail(toTheEnd.error());
    return {};
}

/// Errors: what is still to be told.
Result<void> answered(Pipe &pipe)
{
    const Result<ScanFrame> frame = pipe.question();
    if (!frame)
        return fail(frame.error());
    const Result<Question> question = questionIn(*frame);
    if (!question)
        return fail(question.error());
    switch (frame->kind) {
    case FrameKind::List:
        return listed(pipe);
    case FrameKind::Open:
        return opened(*question, pipe);
    case FrameKind::Scan:
        return scanned(*question, pipe);
    default:
        return fail(ErrorCode::ScanGarbled);
    }
}

} // namespace

int main(int argc, char **argv)
{
    keepOffTheDisk(argc > 1 && std::strcmp(argv[1], "--driver-files") == 0);
    Pipe pipe;
    pipe.send(FrameKind::Hello, {{u"version"_s, scanWireVersion}});
    SANE_Int version = 0;
    if (const SANE_Status status = sane_init(&version, nullptr); status != SANE_STATUS_GOOD) {
        pipe.fail(errorOf(status, "sane_init"));
        return 1;
    }
    const Result<void> done = answered(pipe);
    if (!done)
        pipe.fail(done.error());
    sane_exit();
    return done ? 0 : 1;
}
