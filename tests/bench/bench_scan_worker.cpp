// A page of 300 dpi from SANE's test device: through chengban-scan into an image and a JPEG, beside
// scanimage.
#include "client/scanning/ScanPage.h"
#include "client/scanning/ScanWorker.h"
#include "tests/bench/Figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

constexpr int sheets = 10; // As many as the test device's feeder holds.

void configure(const QString &folder)
{
    QFile drivers(folder + u"/dll.conf"_s);
    QFile device(folder + u"/test.conf"_s);
    if (drivers.open(QIODevice::WriteOnly) && device.open(QIODevice::WriteOnly)) {
        drivers.write("test\n");
        device.write("number_of_devices 1\ntest-picture \"Color pattern\"\n");
    }
}

/// Milliseconds a page of the feeder.
double throughWorker(const QProcessEnvironment &environment, ScanMode mode, QImage *last)
{
    ScanWorker worker(
        ScanProgram{.path = QStringLiteral(CHENGBAN_BIN_DIR "/chengban-scan"), .environment = environment});
    QEventLoop loop;
    int pages = 0;
    QObject::connect(&worker, &ScanSource::pageScanned, &loop, [&](const QImage &page) {
        ++pages;
        *last = page;
    });
    QObject::connect(&worker, &ScanSource::scanEnded, &loop, &QEventLoop::quit);
    QElapsedTimer clock;
    clock.start();
    worker.scan(u"test:0"_s, {PaperSource::Feeder, mode, 300, 200, 200, 0});
    loop.exec();
    return double(clock.elapsed()) / std::max(pages, 1);
}

double throughScanimage(const QProcessEnvironment &environment, const QString &mode, const QString &folder)
{
    QProcess program;
    program.setProcessEnvironment(environment);
    QElapsedTimer clock;
    clock.start();
    program.start(u"scanimage"_s,
        {u"-d"_s, u"test:0"_s, u"--mode"_s, mode, u"--depth"_s, u"8"_s, u"--resolution"_s, u"300"_s,
            u"--source"_s, u"Automatic Document Feeder"_s, u"-x"_s, u"200"_s, u"-y"_s, u"200"_s,
            u"--format=pnm"_s, u"--batch="_s + folder + u"/page%d.pnm"_s});
    program.waitForFinished(120'000);
    return program.error() == QProcess::FailedToStart ? 0 : double(clock.elapsed()) / sheets;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    configure(folder.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SANE_CONFIG_DIR"_s, folder.path());
    for (const auto &[mode, name] : {std::pair{ScanMode::Grey, u"Gray"_s}, {ScanMode::Colour, u"Color"_s}}) {
        QImage page;
        const double ours = throughWorker(environment, mode, &page);
        const double theirs = throughScanimage(environment, name, folder.path());
        bench::print("scan-page-300dpi-" + name.toLower().toLatin1(), ours, theirs, "ms");
        QElapsedTimer clock;
        clock.start();
        const auto kept = scanPage(page);
        bench::print("scan-page-kept-" + name.toLower().toLatin1(), double(clock.elapsed()), 0, "ms");
        bench::print("scan-page-kept-" + name.toLower().toLatin1() + "-size",
            kept ? double(kept->bytes.size()) / (1 << 20) : 0, 0, "MiB");
    }
    bench::print("scan-client-memory", bench::memoryMiB("VmHWM"), 0, "MiB");
    return 0;
}
