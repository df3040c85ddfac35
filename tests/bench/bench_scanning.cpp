// How many of 200 scanned sheets are recognised, and how long a page takes: sign-off sheets as this program
// prints them, painted by poppler at 200 and 300 dots per inch, laid in on every side, skewed up to 5
// degrees, one bit, grey and through JPEG, with grain, specks, little toner and cut edges. Beside it, on the
// same files in the same run, what zbarimg finds and what one plain look with zxing finds.
// bench_scanning_zbar reads the same scans with the other engine. One line of JSON per figure.

#define ZX_USE_UTF8 1

#include "client/scanning/CodeReader.h"
#include "client/scanning/Pile.h"
#include "tests/bench/Figures.h"
#include "tests/client/scanning/Scans.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTemporaryDir>

#ifdef CHENGBAN_PLAIN_LOOK
#include <ZXing/ReadBarcode.h>
#endif

using namespace chengban;
using scans::Spec;

namespace {

constexpr int sheets = 10;
constexpr int scansOfEach = 20;

QString idOf(int sheet)
{
    return QStringLiteral("0195514e-1c00-7abc-8def-%1").arg(sheet, 12, 10, QLatin1Char('0'));
}

Spec specOf(int number)
{
    Spec spec;
    spec.seed = quint32(number + 1);
    QRandomGenerator random(spec.seed * 7919u);
    spec.dpi = number % 2 == 0 ? 200 : 300;
    spec.quarters = int(random.bounded(4));
    spec.skew = random.bounded(10.0) - 5;
    spec.depth = std::array{Spec::Depth::Bit, Spec::Depth::Grey, Spec::Depth::Colour}[random.bounded(3)];
    spec.noise = int(random.bounded(60));
    spec.specks = int(random.bounded(120));
    spec.faint = spec.depth != Spec::Depth::Bit && random.bounded(4) == 0;
    spec.soft = random.bounded(5) == 0;
    spec.cutMm = int(random.bounded(10));
    spec.jpegQuality = spec.depth == Spec::Depth::Bit ? 0 : 30 + int(random.bounded(60));
    return spec;
}

/// The files, and for each the text its code must give.
QList<QPair<QString, SheetCode>> scannedFiles(const QTemporaryDir &dir)
{
    QList<QPair<QString, SheetCode>> files;
    const QString pdf = dir.filePath(QStringLiteral("sheet.pdf"));
    for (int sheet = 0; sheet < sheets; ++sheet) {
        const Case c = scans::sheetCase(idOf(sheet), sheet % 3 + 1);
        if (!scans::printSheet(c, pdf))
            return {};
        const QHash<int, QImage> printed{
            {200, scans::rendered(pdf, 200).value(0)}, {300, scans::rendered(pdf, 300).value(0)}};
        const ReplyVersion &reply = c.replies.last();
        for (int i = 0; i < scansOfEach; ++i) {
            const Spec spec = specOf(sheet * scansOfEach + i);
            const QString path = dir.filePath(
                QStringLiteral("%1-%2.%3")
                    .arg(sheet)
                    .arg(i)
                    .arg(spec.jpegQuality > 0 ? QStringLiteral("jpg") : QStringLiteral("png")));
            scans::scanned(printed.value(spec.dpi), spec).save(path, nullptr, spec.jpegQuality > 0 ? 95 : -1);
            files.append({path, {c.id, reply.number, SheetStep::SignOff, reply.digest.left(16), 1, 1}});
        }
    }
    return files;
}

#ifdef CHENGBAN_PLAIN_LOOK
bool plainLookFinds(const QString &path, const SheetCode &code)
{
    const QImage page = QImage(path).convertToFormat(QImage::Format_Grayscale8);
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    const auto result = ZXing::ReadBarcode(
        {page.constBits(), page.width(), page.height(), ZXing::ImageFormat::Lum, int(page.bytesPerLine())},
        hints);
    return result.isValid()
        && sheetCodeFrom(QString::fromStdString(result.text())).value_or(SheetCode()) == code;
}

void lookPlainly(const QList<QPair<QString, SheetCode>> &files)
{
    QElapsedTimer timer;
    timer.start();
    int found = 0;
    for (const auto &[path, code] : files)
        found += plainLookFinds(path, code) ? 1 : 0;
    bench::print("one plain look with zxing: recognised", found, double(files.size()), "of 200");
    bench::print(
        "one plain look with zxing: a page", double(timer.elapsed()) / 1e3 / double(files.size()), 0, "s");
}
#endif

void lookWithZbarimg(const QList<QPair<QString, SheetCode>> &files)
{
    QElapsedTimer timer;
    timer.start();
    int zbar = 0;
    for (const auto &[path, code] : files) {
        const dossiers::Run read = dossiers::run(QStringLiteral("zbarimg"),
            {QStringLiteral("-q"), QStringLiteral("--raw"), QStringLiteral("-Sdisable"),
                QStringLiteral("-Sqrcode.enable"), path});
        zbar += sheetCodeFrom(QString::fromUtf8(read.out).section(u'\n', 0, 0)).value_or(SheetCode()) == code
            ? 1
            : 0;
    }
    bench::print("zbarimg: recognised", zbar, double(files.size()), "of 200");
    bench::print("zbarimg: a page", double(timer.elapsed()) / 1e3 / double(files.size()), 0, "s");
}

void readTogether(const QList<QPair<QString, SheetCode>> &files)
{
    QElapsedTimer timer;
    timer.start();
    QStringList paths;
    QHash<QString, SheetCode> expected;
    for (const auto &[path, code] : files) {
        paths.append(path);
        expected.insert(path, code);
    }
    const double cpuBefore = bench::cpuMs();
    QFuture<PileStep> future = readPile(paths, {});
    future.waitForFinished();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const double computing = (bench::cpuMs() - cpuBefore) / 1e3;
    int found = 0, wrong = 0, askew = 0;
    for (const PileStep &step : future.results()) {
        const auto *page = std::get_if<ScannedPage>(&step);
        if (!page || page->codes.isEmpty())
            continue;
        const bool right = page->codes == QList{expected.value(page->source.path)};
        ++(right ? found : wrong);
        askew += std::abs(skewOf(page->picture())) > 0.5 ? 1 : 0;
    }
    std::printf("{\"engine\":\"%s\"}\n", CHENGBAN_ENGINE);
    bench::print("sheets recognised", found, double(files.size()), "of 200");
    bench::print("sheets recognised wrongly", wrong, 0, "sheets");
    bench::print("sheets not level to half a degree", askew, 0, "sheets");
    bench::print("a page: read, upright, level, small picture", seconds / double(files.size()), 0, "s");
    bench::print("a page: of it computing", computing / double(files.size()), 0, "s");
    bench::print("most memory", bench::memoryMiB("VmHWM"), 0, "MiB");
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    const QTemporaryDir dir;
    const auto files = scannedFiles(dir);
    if (files.isEmpty())
        return 1;
    readTogether(files);
#ifdef CHENGBAN_PLAIN_LOOK
    lookPlainly(files);
#endif
    lookWithZbarimg(files);
}
