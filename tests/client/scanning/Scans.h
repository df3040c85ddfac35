#pragma once

#include "client/scanning/Straighten.h"
#include "tests/client/printing/DossierFixture.h"

#include <QBuffer>
#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

namespace chengban::scans {

/// What a scanner makes of a printed page.
struct Spec
{
    enum class Depth { Bit, Grey, Colour };

    int dpi = 200;
    int quarters = 0; ///< How it was laid in, clockwise.
    double skew = 0; ///< Degrees clockwise.
    Depth depth = Depth::Grey;
    int noise = 0; ///< Largest step away from the true tone.
    int specks = 0; ///< Black or white dots per 10,000.
    bool faint = false; ///< Little toner: print at two thirds of the paper's tone.
    bool soft = false; ///< Out of focus.
    int cutMm = 0; ///< So much is missing at every edge.
    int jpegQuality = 0; ///< 0: not through a JPEG.
    quint32 seed = 1;
};

/// A sign-off sheet that waits for a signature by hand, of a case with that id.
inline Case sheetCase(const QString &id, int version = 2)
{
    Case c = samples::archivedCase();
    c.id.value = id;
    c.phase = Phase::AwaitingSignOff;
    c.signatures.clear();
    c.submissions.clear();
    c.archiving.reset();
    c.closing.reset();
    for (ReplyVersion &one : c.replies)
        one.digest = hex(sha256((id + QString::number(one.number)).toUtf8()));
    c.replies.last().number = version;
    return c;
}

inline Result<DossierInfo> printSheet(const Case &c, const QString &path)
{
    const Manifest manifest = manifestOf(c, PaperOrder::ConclusionFirst);
    const auto paper = std::ranges::find(manifest.papers, PaperKind::SignOffSheet, &Paper::kind);
    if (paper == manifest.papers.end())
        return fail(ErrorCode::DossierIncomplete);
    return writePaper(*paper, manifest, c, dossiers::sampleLog(c), path);
}

/// The pages of a PDF as poppler paints them.
inline QList<QImage> rendered(const QString &pdf, int dpi)
{
    QTemporaryDir dir;
    dossiers::run(QStringLiteral("pdftoppm"),
        {QStringLiteral("-r"), QString::number(dpi), pdf, dir.filePath(QStringLiteral("p"))});
    QList<QImage> pages;
    const QStringList names = QDir(dir.path()).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QImage page(dir.filePath(name));
        page.setDotsPerMeterX(qRound(dpi / 0.0254));
        page.setDotsPerMeterY(qRound(dpi / 0.0254));
        pages.append(page);
    }
    return pages;
}

inline QImage throughJpeg(const QImage &page, int quality)
{
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    page.save(&buffer, "JPG", quality);
    return QImage::fromData(buffer.data(), "JPG");
}

inline int tone(int value, const Spec &spec, QRandomGenerator &random)
{
    if (spec.faint)
        value = 165 + value * 90 / 255;
    if (spec.noise > 0)
        value += int(random.bounded(2 * spec.noise + 1)) - spec.noise;
    if (spec.specks > 0 && int(random.bounded(10000)) < spec.specks)
        value = random.bounded(2) == 0 ? 0 : 255;
    return std::clamp(value, 0, 255);
}

/// Grain, specks and faint print, dot by dot.
inline QImage grained(const QImage &page, const Spec &spec)
{
    QRandomGenerator random(spec.seed);
    QImage result = page.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < result.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(result.scanLine(y));
        for (int x = 0; x < result.width(); ++x) {
            const int value = tone(qGray(line[x]), spec, random);
            line[x] = spec.depth == Spec::Depth::Colour ? qRgb(value, value, std::max(0, value - 6))
                                                        : qRgb(value, value, value);
        }
    }
    return result;
}

inline QImage scanned(const QImage &printed, const Spec &spec)
{
    QImage page = turned(printed, spec.skew);
    page = turned(page, 90.0 * spec.quarters);
    if (spec.soft) {
        const QSize size = page.size();
        page = page.scaled(size * 0.55, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                   .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    page = grained(page, spec);
    if (spec.cutMm > 0) {
        const int cut = spec.cutMm * spec.dpi * 10 / 254;
        page = page.copy(page.rect().adjusted(cut, cut, -cut, -cut));
    }
    if (spec.jpegQuality > 0)
        page = throughJpeg(page, spec.jpegQuality);
    if (spec.depth == Spec::Depth::Grey)
        page = page.convertToFormat(QImage::Format_Grayscale8);
    if (spec.depth == Spec::Depth::Bit)
        page = page.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither);
    page.setDotsPerMeterX(qRound(spec.dpi / 0.0254));
    page.setDotsPerMeterY(qRound(spec.dpi / 0.0254));
    return page;
}

} // namespace chengban::scans
