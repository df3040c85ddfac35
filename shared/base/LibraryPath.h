#pragma once

#include <QFile>

namespace chengban {

/// A file's name as libzip and libqpdf take it: UTF-8 on Windows, where they open wide names themselves;
/// elsewhere the file system's own bytes.
[[nodiscard]] inline QByteArray libraryPath(const QString &path)
{
#ifdef Q_OS_WIN
    return path.toUtf8();
#else
    return QFile::encodeName(path);
#endif
}

} // namespace chengban
