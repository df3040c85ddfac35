#include "cli/RuleFiles.h"

#include "cli/Console.h"
#include "shared/rules/LinkedRules.h"

#include <QDir>
#include <QFileInfo>

namespace chengban::cli {

QStringList packIds()
{
    QStringList ids;
    const auto files = QDir(QStringLiteral(":/rulepacks")).entryInfoList({QStringLiteral("*.json")});
    for (const QFileInfo &file : files)
        ids.append(file.completeBaseName());
    return ids;
}

Result<RulePack> packNamed(const QString &id)
{
    return linkedPack(id);
}

bool isPath(const QString &name)
{
    return name.contains(QLatin1Char('/')) || name.contains(QLatin1Char('.'));
}

Result<RulePack> packNamedOrFrom(const QString &name)
{
    if (!isPath(name))
        return packNamed(name);
    const auto bytes = fileContent(name);
    if (!bytes)
        return fail(bytes.error());
    auto pack = loadRulePack(*bytes);
    return pack ? std::move(pack) : fail(inFile(pack.error(), name));
}

Result<WorkingCalendar> countyCalendar()
{
    return linkedCalendar();
}

Result<QDate> dayNamed(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? Result<QDate>(day) : Result<QDate>(fail(ErrorCode::BadInput, text));
}

} // namespace chengban::cli
