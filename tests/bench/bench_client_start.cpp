// The start of the window over a filled store, in a process of its own: until the list of cases and the form
// of the first of them are painted, and the memory it holds then. An empty window of Qt, started in turn with
// it, is the limit that no program of Qt gets below. Starts itself with `--window FOLDER KEY` and `--empty`;
// for a profiler `--fill FOLDER CASES` leaves such a store and prints its key. Cold means that the store's
// files are dropped from the file cache; the program's own files are dropped where the system lets us. The
// log-in is not in it: Argon2id is slow on purpose. Prints one line of JSON per figure; never fails.
#include "client/app/MainWindow.h"
#include "client/forms/Theme.h"
#include "client/models/LocalDesk.h"
#include "client/settings/MemoryKeyStore.h"
#include "shared/base/Translations.h"
#include "tests/bench/Figures.h"
#include "tests/bench/MadeCases.h"

#include <QApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QLabel>
#include <QLocale>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

using namespace chengban;
using bench::print;

namespace {

constexpr int runs = 5;
constexpr double startGoalMs = 300;
constexpr double memoryGoalMiB = 110;

void fill(const QString &folder, const DataKey &key, int cases)
{
    constexpr int pageSize = 500;
    const auto store = Store::open(folder, key).value();
    for (int from = 0; from < cases; from += pageSize) {
        const auto page = samples::page(bench::madeCases(std::min(pageSize, cases - from)));
        if (!store->replica().apply(page, QStringLiteral("unit:water")))
            qFatal("a page was not taken");
    }
    while (store->search().indexSome(500).value_or(0) > 0) { }
}

void dropFromCache(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY);
    if (file < 0)
        return;
    ::fdatasync(file);
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

void goCold(const QString &folder)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        dropFromCache(files.next());
    QFile all(QStringLiteral("/proc/sys/vm/drop_caches"));
    if (all.open(QIODevice::WriteOnly))
        all.write("3");
}

struct Start
{
    double ms = 0;
    double computedMs = 0; ///< By the child, from its first instruction on.
    double memoryMiB = 0;
};

/// Until the child says that its window was painted.
Start started(const QStringList &arguments)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    child.start(QCoreApplication::applicationFilePath(), arguments);
    QByteArray said;
    while (!said.contains('\n') && child.waitForReadyRead(60'000))
        said += child.readAllStandardOutput();
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    child.waitForFinished();
    const QList<QByteArray> figures = said.trimmed().split(' ');
    return {ms, figures.value(0).toDouble(), figures.value(1).toDouble()};
}

/// Starts of one kind, cold and warm in turn.
struct Series
{
    QList<double> cold;
    QList<double> warm;
    QList<double> computed;
    double memoryMiB = 0;

    void add(const QString &folder, const QStringList &arguments)
    {
        goCold(folder);
        cold << started(arguments).ms;
        const Start again = started(arguments);
        warm << again.ms;
        computed << again.computedMs;
        memoryMiB = again.memoryMiB;
    }
};

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

void measure(int cases)
{
    QTemporaryDir folder;
    const DataKey key = DataKey::generate();
    fill(folder.path(), key, cases);
    const QString keyHex = QString::fromLatin1(key.view().toByteArray().toHex());
    Series window;
    Series empty;
    for (int i = 0; i < runs; ++i) {
        empty.add(folder.path(), {QStringLiteral("--empty")});
        window.add(folder.path(), {QStringLiteral("--window"), folder.path(), keyHex});
    }
    const QByteArray with = " with " + QByteArray::number(cases) + " cases";
    print("an empty window of Qt, cold", median(empty.cold), 0, "ms");
    print("an empty window of Qt, warm", median(empty.warm), 0, "ms");
    print("an empty window of Qt, computing when warm", median(empty.computed), 0, "ms");
    print("an empty window of Qt, memory", empty.memoryMiB, 0, "MiB");
    print(("cold start until list and first case are painted" + with).constData(), median(window.cold),
        startGoalMs, "ms");
    print(("warm start until list and first case are painted" + with).constData(), median(window.warm),
        startGoalMs, "ms");
    print(("computing of the warm start" + with).constData(), median(window.computed), startGoalMs, "ms");
    print(
        ("memory of the window with a case open" + with).constData(), window.memoryMiB, memoryGoalMiB, "MiB");
}

/// Computed so far and memory held, for started().
void sayPainted()
{
    std::printf("%.3f %.3f\n", bench::cpuMs(), bench::memoryMiB("VmRSS"));
    std::fflush(stdout);
}

/// As client/app/Program builds it, with the desk behind the log-in.
int showWindow(QApplication &app, const QString &folder, const QByteArray &keyHex)
{
    const bool dark = systemIsDark();
    installTranslations(app, QLocale(QStringLiteral("zh_CN")));
    applyTheme(app, dark, 100);
    MainWindow window(dark);
    window.show();
    MemoryKeyStore keychain;
    DeskSetup setup;
    setup.folder = folder;
    setup.actor = samples::actor(Role::Clerk);
    setup.keychain = &keychain;
    setup.clock = [] { return samples::monday + 5 * samples::hour; };
    const auto desk = LocalDesk::open(setup, DataKey::fromBytes(QByteArray::fromHex(keyHex)).value()).value();
    window.openDesk(*desk, {});
    QApplication::processEvents();
    if (!window.findChild<QWidget *>(QStringLiteral("answer")))
        qFatal("no case is open");
    sayPainted();
    window.closeDesk();
    return 0;
}

int showEmpty()
{
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("承办")));
    window.resize(1366, 728);
    window.show();
    QApplication::processEvents();
    sayPainted();
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv(
        "QT_QPA_PLATFORM", qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == QStringLiteral("--window"))
        return showWindow(app, arguments[2], arguments[3].toLatin1());
    if (arguments.value(1) == QStringLiteral("--empty"))
        return showEmpty();
    if (arguments.size() == 4 && arguments[1] == QStringLiteral("--fill")) {
        const DataKey key = DataKey::generate();
        fill(arguments[2], key, arguments[3].toInt());
        std::printf("%s\n", key.view().toByteArray().toHex().constData());
        return 0;
    }
    measure(1'024);
    measure(20'000);
    return 0;
}
