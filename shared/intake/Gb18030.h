#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace chengban {

/// Decodes GB18030 (and so GBK and GB2312), the encoding of Chinese Excel's "CSV". Empty when any byte does
/// not fit.
///
/// The only place that knows how: ICU here, code page 54936 on Windows, where Qt is built without ICU.
[[nodiscard]] std::optional<QString> decodeGb18030(QByteArrayView bytes);

} // namespace chengban
