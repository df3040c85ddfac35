#pragma once

#include "shared/base/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

class QIODevice;

namespace chengban {

/// Digests are 32 bytes; in JSON they stand as 64 lower-case hex digits.
[[nodiscard]] QByteArray sm3(QByteArrayView bytes);
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);

/// How a file is named: sha256 is its name, SM3 goes into what is signed, both from one reading.
struct FileDigest {
    QByteArray sha256;
    QByteArray sm3;
    qint64 size = 0;

    bool operator==(const FileDigest &) const = default;
};

/// Reads the device from where it stands to its end in slices. Errors: FileUnreadable.
[[nodiscard]] Result<FileDigest> fileDigest(QIODevice &device);

/// SM3(salt || JCS(body)): what the event's header carries in place of a part. The salt is 16 random bytes.
/// Errors: NotCanonical.
[[nodiscard]] Result<QByteArray> commitment(QByteArrayView salt, const QJsonObject &body);

[[nodiscard]] QString hex(QByteArrayView bytes);
/// Empty unless `text` is lower-case hex of exactly `size` bytes.
[[nodiscard]] QByteArray fromHex(QStringView text, qsizetype size = 32);

} // namespace chengban
