// What a key press costs in an answer of 5,000 characters, in the window with its live checks: from the key
// to the painted letter, and the longest time the window is deaf in the pause that follows, when the text is
// checked and saved. Prints one line of JSON per figure; never fails.
#include "client/app/MainWindow.h"
#include "client/forms/GrowingEdit.h"
#include "client/forms/Theme.h"
#include "client/models/LocalDesk.h"
#include "client/settings/MemoryKeyStore.h"
#include "shared/base/Translations.h"
#include "tests/bench/Figures.h"
#include "tests/bench/MadeCases.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLocale>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>

using namespace chengban;
using bench::print;

namespace {

constexpr int answerLength = 5'000;
constexpr int bursts = 40;
constexpr int keysInBurst = 15;
constexpr qint64 pauseMs = 900; ///< Longer than the waits for check and autosave.
constexpr double goalMs = 8;

double quantile(QList<double> values, double q)
{
    std::ranges::sort(values);
    return values[static_cast<qsizetype>(std::floor(q * double(values.size() - 1)))];
}

double handledMs()
{
    const double before = bench::cpuMs();
    QApplication::processEvents();
    return bench::cpuMs() - before;
}

QString longAnswer()
{
    const QString sentence = QStringLiteral(
        "经现场查看，三号楼二单元地下室管道接口老化渗漏，维修人员已更换接口并做压力试验，反映人表示认可。\n");
    return sentence.repeated(answerLength / int(sentence.size()) + 1).left(answerLength);
}

struct Cost
{
    double ms = 0; ///< On the clock on the wall.
    double computedMs = 0;
};

Cost keyCost(QWidget &field, QChar letter)
{
    QElapsedTimer timer;
    timer.start();
    const double before = bench::cpuMs();
    QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(letter));
    QApplication::sendEvent(&field, &press);
    QKeyEvent release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(letter));
    QApplication::sendEvent(&field, &release);
    QApplication::processEvents();
    return {double(timer.nsecsElapsed()) / 1e6, bench::cpuMs() - before};
}

/// The longest computing that a key would wait for in the pause.
double deafMs()
{
    double longest = 0;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < pauseMs)
        longest = std::max(longest, handledMs());
    return longest;
}

void measure(GrowingEdit &answer)
{
    QList<double> keys;
    QList<double> computed;
    QList<double> pauses;
    QTextCursor middle = answer.textCursor();
    middle.setPosition(answerLength / 2);
    answer.setTextCursor(middle);
    answer.setFocus();
    (void)deafMs();
    for (int i = 0; i < bursts; ++i) {
        for (int j = 0; j < keysInBurst; ++j) {
            const Cost cost = keyCost(answer, QChar(u'修'));
            keys << cost.ms;
            computed << cost.computedMs;
        }
        pauses << deafMs();
    }
    print("key press in an answer of 5000 characters until painted p50", quantile(keys, 0.5), goalMs, "ms");
    print("key press in an answer of 5000 characters until painted p99", quantile(keys, 0.99), goalMs, "ms");
    print("computing for such a key p50", quantile(computed, 0.5), goalMs, "ms");
    print("computing for such a key p99", quantile(computed, 0.99), goalMs, "ms");
    print("longest computing in the pause, text checked and saved, p50", quantile(pauses, 0.5), goalMs, "ms");
    print(
        "longest computing in the pause, text checked and saved, p99", quantile(pauses, 0.99), goalMs, "ms");
}

/// From a key to its letter in the draft that a second program would read: the pause for which the window
/// waits, and the durable write.
void measureDurable(GrowingEdit &answer, const QString &folder, const DataKey &key)
{
    const auto store = Store::open(folder, key).value();
    QList<double> times;
    for (int i = 0; i < 30; ++i) {
        const QString word = QStringLiteral("〔%1〕").arg(i);
        QElapsedTimer timer;
        timer.start();
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, word);
        QApplication::sendEvent(&answer, &press);
        bool durable = false;
        while (!durable && timer.elapsed() < 5000) {
            QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
            const auto cases = store->drafts().cases().value();
            const auto draft = cases.isEmpty() ? std::nullopt : store->drafts().draft(cases.first()).value();
            durable = draft && draft->reply.answer.contains(word);
        }
        times << double(timer.nsecsElapsed()) / 1e6;
    }
    print("from a key to its letter durably in the draft p50", quantile(times, 0.5), 1000, "ms");
    print("from a key to its letter durably in the draft p99", quantile(times, 0.99), 1000, "ms");
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv(
        "QT_QPA_PLATFORM", qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    QApplication app(argc, argv);
    installTranslations(app, QLocale(QStringLiteral("zh_CN")));
    applyTheme(app, false, 100);
    QTemporaryDir folder;
    const DataKey key = DataKey::generate();
    if (!Store::open(folder.path(), key)
             .value()
             ->replica()
             .apply(samples::page(bench::madeCases(1'024)), QStringLiteral("unit:water")))
        qFatal("a page was not taken");
    MemoryKeyStore keychain;
    DeskSetup setup;
    setup.folder = folder.path();
    setup.actor = samples::actor(Role::Clerk);
    setup.keychain = &keychain;
    setup.clock = [] { return samples::monday + 5 * samples::hour; };
    const auto desk = LocalDesk::open(setup, key).value();
    MainWindow window(false);
    window.show();
    window.openDesk(*desk, {});
    auto *answer = window.findChild<GrowingEdit *>(QStringLiteral("answer"));
    if (!answer)
        qFatal("no case is open");
    answer->setPlainText(longAnswer());
    measure(*answer);
    measureDurable(*answer, folder.path(), key);
    window.closeDesk();
    return 0;
}
