#include "shared/base/Translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

namespace chengban {

void installTranslations(QCoreApplication &app, const QLocale &locale)
{
    const QString suffix = QStringLiteral("_%1.qm").arg(locale.name());
    const QStringList files = QDir(QStringLiteral(":/i18n")).entryList({QLatin1Char('*') + suffix});
    for (const QString &file : files) {
        auto *translator = new QTranslator(&app);
        if (translator->load(QStringLiteral(":/i18n/") + file))
            app.installTranslator(translator);
    }
}

} // namespace chengban
