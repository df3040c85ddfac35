// The start of the window over a filled store, in a process of its own: until its list of cases is painted,
// and the memory it holds then. Starts itself with `--window FOLDER KEY`. Cold means that the store's files
// are dropped from the file cache; the program's own files are dropped where the system lets us. The log-in
// is not in it: Argon2id is slow on purpose. Prints one line of JSON per figure; never fails.
#include "client/app/MainWindow.h"
#include "client/forms/Theme.h"
#include "client/models/LocalDesk.h"
#include "client/settings/MemoryKeyStore.h"
#include "shared/base/Translations.h"
#include "tests/bench/Figures.h"
#include "tests/bench/MadeCases.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QLocale>
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

/// What the child says: milliseconds until painted, MiB then, MiB with a case open.
QList<double> started(const QString &folder, const DataKey &key)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    child.start(QCoreApplication::applicationFilePath(),
        {QStringLiteral("--window"), folder, QString::fromLatin1(key.view().toByteArray().toHex())});
    QByteArray said;
    double paintedMs = 0;
    while (child.waitForReadyRead(60'000)) {
        said += child.readAllStandardOutput();
        if (paintedMs == 0 && said.contains('\n'))
            paintedMs = double(timer.nsecsElapsed()) / 1e6;
    }
    child.waitForFinished();
    const QList<QByteArray> lines = said.trimmed().split('\n');
    return {paintedMs, lines.value(0).toDouble(), lines.value(1).toDouble()};
}

void measure(int cases)
{
    QTemporaryDir folder;
    const DataKey key = DataKey::generate();
    fill(folder.path(), key, cases);
    QList<double> cold;
    QList<double> warm;
    QList<double> memory;
    for (int i = 0; i < runs; ++i) {
        goCold(folder.path());
        cold << started(folder.path(), key)[0];
        const QList<double> said = started(folder.path(), key);
        warm << said[0];
        memory = said;
    }
    std::ranges::sort(cold);
    std::ranges::sort(warm);
    const QByteArray with = " with " + QByteArray::number(cases) + " cases";
    print(("cold start until the list is painted" + with).constData(), cold[runs / 2], startGoalMs, "ms");
    print(("warm start until the list is painted" + with).constData(), warm[runs / 2], startGoalMs, "ms");
    print(("memory of the window" + with).constData(), memory[1], memoryGoalMiB, "MiB");
    print(("memory of the window with a case open," + with).constData(), memory[2], memoryGoalMiB, "MiB");
}

void say(double figure)
{
    std::printf("%.3f\n", figure);
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
    say(bench::memoryMiB("VmRSS"));
    auto *list = window.findChild<QAbstractItemView *>(QStringLiteral("cases"));
    if (list && list->model()->rowCount() > 0)
        list->setCurrentIndex(list->model()->index(0, 0));
    QApplication::processEvents();
    say(bench::memoryMiB("VmRSS"));
    window.closeDesk();
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
    measure(1'024);
    measure(20'000);
    return 0;
}
