#include "client/models/FileIntake.h"

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
    QString name;
    for (const QChar c : last) {
        if (c.category() != QChar::Other_Control && c.category() != QChar::Other_Format)
            name += QStringLiteral("/\\:*?\"<>|").contains(c) ? QLatin1Char('_') : c;
    }
    name = name.trimmed();
    if (name.isEmpty() || name == QStringLiteral(".") || name == QStringLiteral("..")
        || last.contains(QStringLiteral("../")) || last.contains(QStringLiteral("..\\")))
        return fail(ErrorCode::FileNameRefused);
    if (name.size() > longestName)
        return fail(ErrorCode::FileNameRefused);
    return name;
}

} // namespace chengban
