#include "cli/RuleFiles.h"

#include "cli/Console.h"

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
    if (!packIds().contains(id))
        return fail(ErrorCode::PackUnknown, id);
    const auto bytes = fileContent(QStringLiteral(":/rulepacks/%1.json").arg(id));
    return bytes ? loadRulePack(*bytes) : Result<RulePack>(fail(bytes.error()));
}

Result<RulePack> packNamedOrFrom(const QString &name)
{
    if (packIds().contains(name))
        return packNamed(name);
    const auto bytes = fileContent(name);
    if (!bytes)
        return fail(bytes.error());
    auto pack = loadRulePack(*bytes);
    return pack ? std::move(pack) : fail(inFile(pack.error(), name));
}

Result<WorkingCalendar> countyCalendar()
{
    const auto bytes = fileContent(QStringLiteral(":/calendars/cn.json"));
    return bytes ? WorkingCalendar::load(*bytes) : Result<WorkingCalendar>(fail(bytes.error()));
}

Result<QDate> dayNamed(const QString &text)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    return day.isValid() ? Result<QDate>(day) : Result<QDate>(fail(ErrorCode::BadInput, text));
}

} // namespace chengban::cli
