#include "client/forms/OutsideCopies.h"

#include "client/models/FileIntake.h"
#include "client/platform/System.h"
#include "shared/base/FileNames.h"
#include "shared/dossier/ScratchFolder.h"

#include <QFile>
#include <QFileInfo>

namespace chengban {

namespace {

QString endingOf(const QString &mime)
{
    if (mime == QLatin1StringView("application/pdf"))
        return QStringLiteral(".pdf");
    const QString kind = mime.section(QLatin1Char('/'), 1); // image/jpeg, image/png, image/tiff
    return QLatin1Char('.') + kind;
}

} // namespace

OutsideCopies::OutsideCopies() = default;
OutsideCopies::~OutsideCopies() = default;

Result<bool> OutsideCopies::open(const QString &name, const QByteArray &bytes)
{
    const Result<QString> mime = attachmentType(bytes);
    if (!mime)
        return fail(mime.error());
    auto folder = std::make_unique<ScratchFolder>(bytes.size());
    const QString stem = safeFileName(QFileInfo(name).completeBaseName(), 100);
    QFile file(folder->filePath(stem + endingOf(*mime)));
    const bool written
        = folder->isValid() && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    file.close();
    if (!written || file.error() != QFile::NoError)
        return fail(ErrorCode::DiskFull, stem);
    file.setPermissions(QFile::ReadOwner); // What would be changed there would be lost.
    const bool opened = openOutside(file.fileName());
    if (opened)
        m_folders.push_back(std::move(folder));
    return opened;
}

} // namespace chengban
