#include "client/platform/System.h"

#include <QDesktopServices>
#include <QUrl>

namespace chengban {

bool openOutside(const QString &path)
{
    return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace chengban
