#pragma once

#include "shared/base/Result.h"

#include <QByteArrayView>
#include <QString>

namespace chengban {

/// The type of an attachment by its first bytes; what a file is called proves nothing. PDF, JPEG, PNG and
/// TIFF are taken. Errors: FileTypeRefused.
[[nodiscard]] Result<QString> attachmentType(QByteArrayView head);

/// The name under which a file is shown and sent: the last part of the path, as every system takes it
/// (safeFileName()). Errors: FileNameRefused for an empty one, one that climbs folders, or one above 120
/// characters.
[[nodiscard]] Result<QString> attachmentName(const QString &path);

} // namespace chengban
