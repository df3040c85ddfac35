// What a restart costs the deadline job: cases in work, each with its clocks. Usage: bench_server_jobs
// [cases] Prints one line of JSON per figure; never fails.
#include "tests/server/services/Desk.h"

#include "server/jobs/DeadlineJob.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace chengban;
using namespace chengban::test;

namespace {

/// As the import and the centre leave them: registered and dispatched, in transactions of their own.
void fill(Desk &desk, int cases)
{
    for (int i = 0; i < cases; ++i)
        desk.dispatched(u"J%1"_s.arg(i));
}

void printRun(const char *what, DeadlineJob &job, qint64 nowMs)
{
    QElapsedTimer timer;
    timer.start();
    int reads = 0;
    do {
        must(job.run(nowMs));
        reads += job.lastReads();
    } while (job.lastReads() == DeadlineJob::mostReads);
    std::printf("{\"figure\":\"deadline job, %s\",\"value\":%.1f,\"unit\":\"ms\",\"cases read\":%d}\n", what,
        double(timer.nsecsElapsed()) / 1e6, reads);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const int cases = argc > 1 ? std::atoi(argv[1]) : 20000;
    QTemporaryDir folder;
    Desk desk(folder.path());
    desk.found();
    fill(desk, cases);
    DeadlineJob first(desk.backend);
    printRun("every case for the first time", first, mondayMs + minuteMs);
    printRun("a minute later", first, mondayMs + 2 * minuteMs);
    DeadlineJob second(desk.backend);
    printRun("after a restart", second, mondayMs + 3 * minuteMs);
    const CaseId moved = desk.accepted(u"J-moved"_s);
    printRun("one new case", second, mondayMs + 4 * minuteMs);
    return moved.isEmpty() ? 1 : 0;
}
