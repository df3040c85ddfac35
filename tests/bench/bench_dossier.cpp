// Seconds and bytes for the reference dossier: 30 pages, ten of them scans of A4 at 300 dpi; beside it what
// merely putting the same scans into one PDF takes, with libqpdf and with img2pdf and qpdf as programs. Then
// the memory for 2,000 pages with 500 scans, in a process of its own. One line of JSON per figure.

#include "client/printing/DossierWriter.h"
#include "shared/canonical/Digest.h"
#include "tests/shared/dossier/SampleCase.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <functional>

using namespace chengban;

namespace {

constexpr int scans = 10;
constexpr int rounds = 7;

/// A page of print with paper grain, about as large as an office scanner's JPEG.
QByteArray scan(int page)
{
    QImage image(2480, 3508, QImage::Format_RGB32);
    quint32 noise = 12345u + quint32(page);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            noise = noise * 1664525u + 1013904223u;
            const int grain = 240 + int(noise >> 29);
            line[x] = qRgb(grain, grain, grain);
        }
    }
    QPainter painter(&image);
    QFont font(QStringLiteral("Noto Serif CJK SC"));
    font.setPixelSize(58);
    painter.setFont(font);
    for (int row = 0; row < 40; ++row)
        painter.drawText(250, 300 + row * 75,
            QStringLiteral("第%1页第%2行：扫描件文字清晰可辨，排水设施维护记录。").arg(page).arg(row));
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 80);
    return buffer.data();
}

double median(const std::function<void()> &work)
{
    QList<double> seconds;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        seconds.append(double(timer.nsecsElapsed()) / 1e9);
    }
    std::ranges::sort(seconds);
    return seconds.at(rounds / 2);
}

void concatenate(const QList<QByteArray> &files, const QString &path)
{
    QPDF pdf;
    pdf.emptyPDF();
    for (const QByteArray &file : files) {
        QPDFObjectHandle image = pdf.newStream();
        image.replaceDict(
            QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Image /Width 2480 /Height 3508 "
                                    "/BitsPerComponent 8 /ColorSpace /DeviceRGB >>"));
        image.replaceStreamData(
            file.toStdString(), QPDFObjectHandle::newName("/DCTDecode"), QPDFObjectHandle::newNull());
        QPDFObjectHandle page = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595 842] >>");
        page.replaceKey("/Contents", pdf.newStream("q 595 0 0 842 0 0 cm /Scan Do Q"));
        page.replaceKey("/Resources",
            QPDFObjectHandle::newDictionary(
                {{"/XObject", QPDFObjectHandle::newDictionary({{"/Scan", image}})}}));
        QPDFPageDocumentHelper(pdf).addPage(pdf.makeIndirectObject(page), false);
    }
    QPDFWriter writer(pdf, path.toLocal8Bit().constData());
    writer.write();
}

void report(const char *figure, double value, const char *unit)
{
    const QJsonObject line{{QStringLiteral("bench"), QStringLiteral("dossier")},
        {QStringLiteral("figure"), QString::fromLatin1(figure)}, {QStringLiteral("value"), value},
        {QStringLiteral("unit"), QString::fromLatin1(unit)}};
    QTextStream(stdout) << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
}

/// 30 pages in all with the ten scans among them.
Case referenceCase(const QList<QByteArray> &files)
{
    Case c = samples::archivedCase();
    Reply &reply = c.replies.last().reply;
    reply.answer = (reply.answer + u'\n').repeated(4);
    reply.investigation = (reply.investigation + u'\n').repeated(30);
    for (const QByteArray &file : files) {
        reply.attachments.append(Attachment{QStringLiteral("扫描件%1.jpg").arg(reply.attachments.size() + 1),
            AttachmentKind::Evidence, QStringLiteral("image/jpeg"), file.size(), hex(sha256(file)),
            hex(sm3(file))});
    }
    return c;
}

/// img2pdf for the scans, qpdf to put text pages before them: what an office would do by hand. 0 without
/// img2pdf.
double byHand(const QStringList &scanFiles, const QString &textPdf, const QString &path)
{
    if (QStandardPaths::findExecutable(QStringLiteral("img2pdf")).isEmpty())
        return 0;
    const QString scansPdf = path + QStringLiteral(".scans.pdf");
    return median([&] {
        QProcess::execute(
            QStringLiteral("img2pdf"), QStringList(scanFiles) << QStringLiteral("-o") << scansPdf);
        QProcess::execute(QStringLiteral("qpdf"),
            {QStringLiteral("--empty"), QStringLiteral("--pages"), textPdf, scansPdf, QStringLiteral("--"),
                path});
    });
}

/// "VmHWM:   123456 kB" of this process.
double peakMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    }
    return 0;
}

/// 500 scans, read from the disk one by one, and about 1,500 pages of text.
int writeHuge(const QString &folder)
{
    Case c = samples::archivedCase();
    Reply &reply = c.replies.last().reply;
    reply.investigation = (reply.investigation + u'\n').repeated(24000);
    QHash<QString, QString> paths;
    for (int i = 0; i < scans; ++i) {
        QFile file(QDir(folder).filePath(QStringLiteral("%1.jpg").arg(i)));
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        const QByteArray bytes = file.readAll();
        paths.insert(hex(sha256(bytes)), file.fileName());
        for (int copy = 0; copy < 500 / scans; ++copy)
            reply.attachments.append(Attachment{QStringLiteral("%1.jpg").arg(i), AttachmentKind::Evidence,
                QStringLiteral("image/jpeg"), bytes.size(), hex(sha256(bytes)), hex(sm3(bytes))});
    }
    const FileSource source = [&](const QString &digest) -> Result<QByteArray> {
        QFile file(paths.value(digest));
        return file.open(QIODevice::ReadOnly) ? Result<QByteArray>(file.readAll())
                                              : Result<QByteArray>(fail(ErrorCode::FileUnreadable));
    };
    QElapsedTimer timer;
    timer.start();
    const Result<DossierInfo> info = writeDossier(manifestOf(c, PaperOrder::ConclusionFirst), c, {}, source,
        QDir(folder).filePath(QStringLiteral("huge.pdf")));
    if (!info)
        return 1;
    report("huge dossier with 500 scans", info->sheets, "pages");
    report("huge dossier", double(timer.elapsed()) / 1000, "s");
    report("huge dossier, file", double(info->bytes) / 1e6, "MB");
    report("huge dossier, peak of memory", peakMegabytes(), "MiB");
    return 0;
}

/// About 1,000 pages of text and nothing else.
int writeText(const QString &folder)
{
    Case c = samples::archivedCase();
    QString &text = c.replies.last().reply.investigation;
    text = (text + u'\n').repeated(16000);
    const auto none = [](const QString &) { return Result<QByteArray>(fail(ErrorCode::NotFound)); };
    QElapsedTimer timer;
    timer.start();
    const Result<DossierInfo> info = writeDossier(manifestOf(c, PaperOrder::ConclusionFirst), c, {}, none,
        QDir(folder).filePath(QStringLiteral("text.pdf")));
    if (!info)
        return 1;
    report("text pages", info->sheets, "pages");
    report("text pages per second", info->sheets / (double(timer.elapsed()) / 1000), "pages/s");
    return 0;
}

/// 500 dossiers of text and one scan each, one after the other as the archive room writes them.
int writeBatch(const QString &folder)
{
    constexpr int dossiers = 500;
    const QByteArray one = scan(0);
    const QList<QByteArray> files{one};
    const Case c = referenceCase(files);
    const FileSource source = [&](const QString &) -> Result<QByteArray> { return one; };
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < dossiers; ++i) {
        const QString path = QDir(folder).filePath(QStringLiteral("batch.pdf"));
        if (!writeDossier(manifestOf(c, PaperOrder::ConclusionFirst), c, {}, source, path))
            return 1;
    }
    report("batch of 500 dossiers", double(timer.elapsed()) / 1000, "s");
    report("batch, peak of memory", peakMegabytes(), "MiB");
    return 0;
}

/// A part of this bench in a process of its own, so that its memory is its own.
int runPart(const QString &part, const QString &folder)
{
    if (part == QStringLiteral("--text"))
        return writeText(folder);
    return part == QStringLiteral("--batch") ? writeBatch(folder) : writeHuge(folder);
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    if (argc == 3)
        return runPart(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]));
    const QTemporaryDir dir;
    QList<QByteArray> files;
    QStringList scanFiles;
    QHash<QString, QByteArray> byDigest;
    qint64 scanBytes = 0;
    for (int page = 0; page < scans; ++page) {
        files.append(scan(page));
        QFile kept(dir.filePath(QStringLiteral("%1.jpg").arg(page)));
        if (!kept.open(QIODevice::WriteOnly) || kept.write(files.last()) != files.last().size())
            return 1;
        scanFiles.append(kept.fileName());
        byDigest.insert(hex(sha256(files.last())), files.last());
        scanBytes += files.last().size();
    }
    const Case c = referenceCase(files);
    const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
    const FileSource source
        = [&](const QString &digest) -> Result<QByteArray> { return byDigest.value(digest); };
    const QString path = dir.filePath(QStringLiteral("dossier.pdf"));
    Result<DossierInfo> info = writeDossier(manifest, c, {}, source, path); // loads the fonts
    if (!info) {
        QTextStream(stderr) << errorName(info.error().code) << Qt::endl;
        return 1;
    }
    const double whole = median([&] { info = writeDossier(manifest, c, {}, source, path); });
    const double bare = median([&] { concatenate(files, dir.filePath(QStringLiteral("scans.pdf"))); });
    report("pages", info->sheets, "pages");
    report("whole dossier, median of 7", whole, "s");
    report("per page", whole / info->sheets, "s");
    report("scans alone with libqpdf, median of 7", bare, "s");
    report("scans", double(scanBytes) / 1e6, "MB");
    report("beyond 1.05 x the scans", (double(info->bytes) - 1.05 * double(scanBytes)) / 1e6, "MB");
    const QString byHandPath = dir.filePath(QStringLiteral("by-hand.pdf"));
    // The text pages are given to it for nothing: they are the dossier without its scans.
    const QString textPdf = dir.filePath(QStringLiteral("text.pdf"));
    const Case bareCase = referenceCase({});
    if (!writeDossier(manifestOf(bareCase, PaperOrder::ConclusionFirst), bareCase, {}, source, textPdf))
        return 1;
    if (const double seconds = byHand(scanFiles, textPdf, byHandPath); seconds > 0) {
        report("scans with img2pdf and qpdf, text pages given, median of 7", seconds, "s");
        report("the same, file", double(QFileInfo(byHandPath).size()) / 1e6, "MB");
    } else {
        QTextStream(stderr) << "img2pdf is not installed: not compared" << Qt::endl;
    }
    report("whole dossier, file", double(info->bytes) / 1e6, "MB");
    int ended = 0;
    for (const char *part : {"--text", "--batch", "--huge"})
        ended = std::max(ended,
            QProcess::execute(
                QCoreApplication::applicationFilePath(), {QString::fromLatin1(part), dir.path()}));
    return ended;
}
