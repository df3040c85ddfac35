#include "client/models/FileIntake.h"

#include "shared/base/FileNames.h"

#include <QFileInfo>

#include <array>

namespace chengban {

namespace {

constexpr qsizetype longestName = 120;

struct Signature
{
    QByteArrayView start;
    const char *mime;
};

} // namespace

Result<QString> attachmentType(QByteArrayView head)
{
    static const std::array signatures{
        Signature{QByteArrayView("%PDF-", 5), "application/pdf"},
        Signature{QByteArrayView("\xff\xd8\xff", 3), "image/jpeg"},
        Signature{QByteArrayView("\x89PNG\r\n\x1a\n", 8), "image/png"},
        Signature{QByteArrayView("II*\0", 4), "image/tiff"},
        Signature{QByteArrayView("MM\0*", 4), "image/tiff"},
    };
    for (const Signature &signature : signatures) {
        if (head.startsWith(signature.start))
            return QString::fromLatin1(signature.mime);
    }
    return fail(ErrorCode::FileTypeRefused);
}

Result<QString> attachmentName(const QString &path)
{
    const QString last = QFileInfo(path).fileName();
    const QString name = safeFileName(last, longestName);
    const bool isNothing = name == QStringLiteral("_") && last != name;
    if (isNothing || last.contains(QStringLiteral("../")) || last.contains(QStringLiteral("..\\"))
        || last.trimmed().size() > longestName)
        return fail(ErrorCode::FileNameRefused);
    return name;
}

} // namespace chengban
