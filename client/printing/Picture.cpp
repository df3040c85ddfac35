#include "client/printing/Picture.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace chengban {
namespace {

/// Reads numbers from a file that may lie about its lengths; beyond the end everything is 0.
class Bytes
{
public:
    explicit Bytes(QByteArrayView data)
        : m_data(data)
    {
    }
    [[nodiscard]] qsizetype size() const { return m_data.size(); }
    [[nodiscard]] int byte(qsizetype at) const { return at >= 0 && at < size() ? quint8(m_data[at]) : 0; }
    [[nodiscard]] int big16(qsizetype at) const { return byte(at) << 8 | byte(at + 1); }
    [[nodiscard]] qint64 big32(qsizetype at) const { return qint64(big16(at)) << 16 | big16(at + 2); }
    [[nodiscard]] int number16(qsizetype at, bool big) const
    {
        return big ? big16(at) : byte(at) | byte(at + 1) << 8;
    }
    [[nodiscard]] qint64 number32(qsizetype at, bool big) const
    {
        return big ? big32(at) : number16(at, false) | qint64(number16(at + 2, false)) << 16;
    }
    [[nodiscard]] QByteArrayView from(qsizetype at, qsizetype length) const
    {
        at = std::clamp<qsizetype>(at, 0, size());
        return m_data.sliced(at, std::clamp<qsizetype>(length, 0, size() - at));
    }

private:
    QByteArrayView m_data;
};

/// The orientation in the first directory of an EXIF block; 1 when there is none.
int exifOrientation(QByteArrayView segment)
{
    if (!segment.startsWith("Exif"))
        return 1;
    const Bytes tiff(segment.sliced(std::min<qsizetype>(6, segment.size())));
    const bool big = tiff.byte(0) == 'M';
    const qint64 directory = tiff.number32(4, big);
    const int entries = std::min(tiff.number16(directory, big), 512);
    for (int i = 0; i < entries; ++i) {
        const qsizetype entry = directory + 2 + 12 * i;
        if (tiff.number16(entry, big) == 0x0112)
            return std::clamp(tiff.number16(entry + 8, big), 1, 8);
    }
    return 1;
}

double jfifDensity(QByteArrayView segment)
{
    if (!segment.startsWith("JFIF"))
        return 0;
    const Bytes jfif(segment);
    const int unit = jfif.byte(7);
    const int density = jfif.big16(8);
    return unit == 1 ? density : unit == 2 ? density * 2.54 : 0;
}

bool isFrame(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// What of a JPEG decides whether it can go into a PDF as it is.
struct JpegHeader
{
    int frame = 0; ///< The marker of its frame; 0xC0 to 0xC2 are what PDF knows.
    int components = 0;
};

void readSegment(Picture &picture, int marker, QByteArrayView segment, JpegHeader &header)
{
    const Bytes bytes(segment);
    if (marker == 0xE0 && picture.dotsPerInch == 0) {
        picture.dotsPerInch = jfifDensity(segment);
    } else if (marker == 0xE1 && picture.orientation == 1) {
        picture.orientation = exifOrientation(segment);
    } else if (isFrame(marker)) {
        header = {marker, bytes.byte(5)};
        picture.bits = bytes.byte(0);
        picture.height = bytes.big16(1);
        picture.width = bytes.big16(3);
        picture.colours = header.components == 1 ? Picture::Colours::Gray : Picture::Colours::Rgb;
    }
}

/// What of a PNG decides whether its stream can go into a PDF as it is.
struct PngHeader
{
    int width = 0;
    int height = 0;
    int depth = 0;
    int colourType = 0;
    int interlace = 0;
    bool transparent = false;
    double dotsPerInch = 0;
    QByteArray palette;
    QByteArray data;
    bool ended = false;
};

std::optional<PngHeader> readPng(const QByteArray &file)
{
    if (!file.startsWith("\x89PNG\r\n\x1a\n"))
        return std::nullopt;
    const Bytes bytes(file);
    PngHeader png;
    for (qsizetype at = 8; at + 12 <= bytes.size() && !png.ended;) {
        const qint64 length = bytes.big32(at);
        if (length > bytes.size() - at - 12)
            return std::nullopt;
        const QByteArrayView type = bytes.from(at + 4, 4);
        const qsizetype body = at + 8;
        if (type == QByteArrayView("IHDR")) {
            png.width = int(std::min<qint64>(bytes.big32(body), 1 << 20));
            png.height = int(std::min<qint64>(bytes.big32(body + 4), 1 << 20));
            png.depth = bytes.byte(body + 8);
            png.colourType = bytes.byte(body + 9);
            png.interlace = bytes.byte(body + 12);
        } else if (type == QByteArrayView("PLTE")) {
            png.palette = bytes.from(body, length).toByteArray();
        } else if (type == QByteArrayView("pHYs") && bytes.byte(body + 8) == 1) {
            png.dotsPerInch = double(bytes.big32(body)) * 0.0254;
        } else if (type == QByteArrayView("IDAT")) {
            png.data.append(bytes.from(body, length));
        }
        png.transparent = png.transparent || type == QByteArrayView("tRNS");
        png.ended = type == QByteArrayView("IEND");
        at = body + length + 4;
    }
    return png.ended && png.width > 0 && png.height > 0 && !png.data.isEmpty() ? std::optional(png)
                                                                               : std::nullopt;
}

Picture decoded(const QImage &image)
{
    const bool gray = image.isGrayscale();
    QImage flat(image.size(), gray ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    flat.fill(Qt::white);
    QPainter(&flat).drawImage(0, 0, image);
    Picture picture;
    picture.filter = Picture::Filter::Plain;
    picture.colours = gray ? Picture::Colours::Gray : Picture::Colours::Rgb;
    picture.width = flat.width();
    picture.height = flat.height();
    picture.dotsPerInch = image.dotsPerMeterX() * 0.0254;
    const qsizetype row = qsizetype(flat.width()) * picture.components();
    for (int y = 0; y < flat.height(); ++y)
        picture.stream.append(reinterpret_cast<const char *>(flat.constScanLine(y)), row);
    return picture;
}

/// Upright already: the reader turns it.
Result<Picture> decodedJpeg(const QByteArray &file)
{
    const Result<QList<Picture>> pictures = decodedPictures(file);
    if (!pictures)
        return fail(pictures.error());
    return pictures->first();
}

} // namespace

QSizeF Picture::naturalSize() const
{
    const double density = dotsPerInch >= 30 && dotsPerInch <= 2400 ? dotsPerInch : 96;
    const QSizeF size = QSizeF(width, height) * 72 / density;
    return orientation >= 5 ? size.transposed() : size;
}

int Picture::components() const
{
    return colours == Colours::Rgb ? 3 : 1;
}

Result<Picture> jpegPicture(const QByteArray &file)
{
    const Bytes bytes(file);
    if (bytes.big16(0) != 0xFFD8)
        return fail(ErrorCode::FileUnreadable, QStringLiteral("no JPEG"));
    Picture picture;
    picture.stream = file;
    JpegHeader header;
    bool scan = false;
    for (qsizetype at = 2; at + 4 <= bytes.size() && !scan;) {
        if (bytes.byte(at) != 0xFF)
            break;
        const int marker = bytes.byte(at + 1);
        if (marker == 0xFF) { // fill byte
            ++at;
            continue;
        }
        const int length = bytes.big16(at + 2);
        scan = marker == 0xDA;
        if (length < 2 || at + 2 + length > bytes.size())
            break;
        readSegment(picture, marker, bytes.from(at + 4, length - 2), header);
        at += 2 + length;
    }
    const bool known = header.frame <= 0xC2 && (header.components == 1 || header.components == 3);
    if (scan && !known)
        return decodedJpeg(file);
    if (!scan || picture.width <= 0 || picture.height <= 0 || picture.bits != 8)
        return fail(ErrorCode::FileUnreadable, QStringLiteral("JPEG without a picture"));
    return picture;
}

Result<Picture> pngPicture(const QByteArray &file)
{
    const std::optional<PngHeader> png = readPng(file);
    if (!png)
        return fail(ErrorCode::FileUnreadable, QStringLiteral("PNG damaged"));
    const bool plainColours
        = png->colourType == 0 || png->colourType == 2 || (png->colourType == 3 && !png->palette.isEmpty());
    if (!plainColours || png->transparent || png->interlace != 0 || png->depth > 8) {
        const QImage image = QImage::fromData(file, "PNG");
        if (image.isNull())
            return fail(ErrorCode::FileUnreadable, QStringLiteral("PNG cannot be decoded"));
        return decoded(image);
    }
    Picture picture;
    picture.filter = Picture::Filter::PngPredictor;
    picture.colours = png->colourType == 0 ? Picture::Colours::Gray
        : png->colourType == 2             ? Picture::Colours::Rgb
                                           : Picture::Colours::Palette;
    picture.stream = png->data;
    picture.palette = png->palette;
    picture.width = png->width;
    picture.height = png->height;
    picture.bits = png->depth;
    picture.dotsPerInch = png->dotsPerInch;
    return picture;
}

Result<QList<Picture>> decodedPictures(const QByteArray &file)
{
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    QList<Picture> pictures;
    do {
        const QImage image = reader.read();
        if (image.isNull())
            return fail(ErrorCode::FileUnreadable, QStringLiteral("picture cannot be decoded"));
        pictures.append(decoded(image));
    } while (pictures.size() < 500 && reader.jumpToNextImage());
    return pictures;
}

} // namespace chengban
