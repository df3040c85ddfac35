#pragma once

#include "shared/base/Result.h"

#include <QByteArrayView>
#include <QString>
#include <QTemporaryFile>

class Pipeline;

namespace chengban {

/// Where the streams of pictures wait until the file is written, so that a dossier of 500 scans does not fill
/// the memory: a temporary file beside the dossier, without a name where the system can do that, gone with
/// the object.
class PageSpool
{
public:
    struct Extent
    {
        qint64 at = 0;
        qint64 size = 0;
    };

    /// Nothing is made before the first keep().
    explicit PageSpool(const QString &folder);

    /// Errors: DiskFull, FileUnreadable when the folder cannot be written to.
    [[nodiscard]] Result<Extent> keep(QByteArrayView bytes);
    /// Throws std::runtime_error when the bytes cannot be read back: it runs inside libqpdf.
    void give(const Extent &extent, Pipeline &pipeline);

private:
    QTemporaryFile m_file;
    qint64 m_size = 0;
};

} // namespace chengban
