#include "client/printing/PicturePage.h"

#include <QRectF>

#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <array>

namespace chengban {
namespace {

using Object = QPDFObjectHandle;

// A4 as Qt writes it, in points; where scans stand on it: the top is left to number and caption.
constexpr double pageWidth = 595;
constexpr double pageHeight = 842;
const QRectF scanFrame(28, 28, pageWidth - 56, pageHeight - 28 - 56);

std::string number(double value)
{
    return QByteArray::number(value, 'f', 4).toStdString();
}

/// Where the unit square of an image goes for each EXIF orientation: a b c d e f.
std::array<int, 6> unitMatrix(int orientation)
{
    static constexpr std::array<std::array<int, 6>, 8> matrices{
        {{1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
            {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1}, {0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 1, 0}}};
    return matrices.at(static_cast<size_t>(orientation - 1));
}

/// The picture in the middle of the frame's top, as large as it naturally is or as the frame allows.
std::string pictureContent(const Picture &picture)
{
    const QSizeF natural = picture.naturalSize();
    const double scale
        = std::min({1.0, scanFrame.width() / natural.width(), scanFrame.height() / natural.height()});
    const QSizeF size = natural * scale;
    const double left = scanFrame.left() + (scanFrame.width() - size.width()) / 2;
    const double bottom = scanFrame.bottom() - size.height() - (scanFrame.height() - size.height()) / 2;
    const std::array<int, 6> unit = unitMatrix(picture.orientation);
    std::string matrix;
    for (size_t i = 0; i < unit.size(); ++i) {
        const double shift = i == 4 ? left : i == 5 ? bottom : 0;
        matrix += number(unit.at(i) * (i % 2 == 0 ? size.width() : size.height()) + shift) + ' ';
    }
    return "q " + matrix + "cm /Scan Do Q\nq /Stamp Do Q\n";
}

Object colourSpace(QPDF &pdf, const Picture &picture)
{
    switch (picture.colours) {
    case Picture::Colours::Gray:
        return Object::newName("/DeviceGray");
    case Picture::Colours::Rgb:
        return Object::newName("/DeviceRGB");
    case Picture::Colours::Palette:
        break;
    }
    const qsizetype entries = picture.palette.size() / 3;
    return Object::newArray({Object::newName("/Indexed"), Object::newName("/DeviceRGB"),
        Object::newInteger(entries - 1), pdf.newStream(picture.palette.toStdString())});
}

Object imageObject(QPDF &pdf, const KeptPicture &picture, PageSpool &spool)
{
    Object image = pdf.newStream();
    Object dictionary = image.getDict();
    dictionary.replaceKey("/Type", Object::newName("/XObject"));
    dictionary.replaceKey("/Subtype", Object::newName("/Image"));
    dictionary.replaceKey("/Width", Object::newInteger(picture.width));
    dictionary.replaceKey("/Height", Object::newInteger(picture.height));
    dictionary.replaceKey("/BitsPerComponent", Object::newInteger(picture.bits));
    dictionary.replaceKey("/ColorSpace", colourSpace(pdf, picture));
    Object filter = Object::newNull();
    Object parameters = Object::newNull();
    if (picture.filter == Picture::Filter::Jpeg) {
        filter = Object::newName("/DCTDecode");
    } else if (picture.filter == Picture::Filter::PngPredictor) {
        filter = Object::newName("/FlateDecode");
        parameters = Object::newDictionary(
            {{"/Predictor", Object::newInteger(15)}, {"/Colors", Object::newInteger(picture.components())},
                {"/BitsPerComponent", Object::newInteger(picture.bits)},
                {"/Columns", Object::newInteger(picture.width)}});
    }
    image.replaceStreamData(
        [extent = picture.extent, &spool](Pipeline *pipeline) { spool.give(extent, *pipeline); }, filter,
        parameters);
    return image;
}

} // namespace

QPDFObjectHandle picturePage(
    QPDF &pdf, const KeptPicture &picture, PageSpool &spool, const QPDFObjectHandle &stamp)
{
    Object objects = Object::newDictionary({{"/Scan", imageObject(pdf, picture, spool)}, {"/Stamp", stamp}});
    return pdf.makeIndirectObject(Object::newDictionary({{"/Type", Object::newName("/Page")},
        {"/MediaBox", Object::newArray(Object::Rectangle(0, 0, pageWidth, pageHeight))},
        {"/Resources", Object::newDictionary({{"/XObject", objects}})},
        {"/Contents", pdf.newStream(pictureContent(picture))}}));
}

} // namespace chengban
