#pragma once

class QCoreApplication;
class QLocale;

namespace chengban {

/// Installs every translation of that language that is linked into the program; English needs none.
void installTranslations(QCoreApplication &app, const QLocale &locale);

} // namespace chengban
