#pragma once

#include <QImage>

namespace chengban {

/// A picture of a file, at most `room` pixels large: the image itself, or the first page of a PDF where the
/// program was built with QtPdf. Null for a file that cannot be shown.
[[nodiscard]] QImage previewOf(const QByteArray &bytes, const QString &mime, const QSize &room);

} // namespace chengban
