#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QList>
#include <QSizeF>

namespace chengban {

/// A picture as a PDF carries it: the stream's bytes and how to read them.
struct Picture
{
    enum class Filter { Jpeg, PngPredictor, Plain };
    enum class Colours { Gray, Rgb, Palette };
    Filter filter = Filter::Jpeg;
    Colours colours = Colours::Rgb;
    QByteArray stream;
    QByteArray palette; ///< RGB triples, for Colours::Palette.
    int width = 0; ///< As stored, before the orientation.
    int height = 0;
    int bits = 8; ///< Per component.
    int orientation = 1; ///< EXIF: 1 upright, 6 to be turned right, …
    double dotsPerInch = 0; ///< 0 when the file does not say.

    /// Size on paper in points, as it is to be seen; without a stated density at 96 dots per inch.
    [[nodiscard]] QSizeF naturalSize() const;
    [[nodiscard]] int components() const;
};

/// JPEG: the file itself is the stream, not one byte changed; a CMYK one is decoded to sRGB, since the
/// dossier's output intent is sRGB. Errors: FileUnreadable.
[[nodiscard]] Result<Picture> jpegPicture(const QByteArray &file);
/// PNG without transparency and interlacing, up to 8 bits: its own deflate stream. Others are decoded.
[[nodiscard]] Result<Picture> pngPicture(const QByteArray &file);
/// Any other picture Qt reads, one per page of it (TIFF where its plug-in is installed).
[[nodiscard]] Result<QList<Picture>> decodedPictures(const QByteArray &file);

} // namespace chengban
