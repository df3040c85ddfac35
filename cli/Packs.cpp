#include "cli/Arguments.h"
#include "cli/RuleFiles.h"
#include "cli/Subcommands.h"
#include "shared/canonical/Digest.h"
#include "shared/canonical/JsonReader.h"

#include <QCoreApplication>

namespace chengban::cli {

namespace {

Exit listPacks(const QStringList &arguments, Console &console)
{
    Arguments given({}, 0);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    for (const QString &id : packIds()) {
        const auto pack = packNamed(id);
        if (!pack)
            return console.refuse(pack.error());
        console.out << pack->id << QLatin1Char('\t') << pack->version << QLatin1Char('\t')
                    << pack->effectiveFrom.toString(Qt::ISODate) << QLatin1Char('\t')
                    << hex(pack->digest).first(16) << QLatin1Char('\t') << pack->title << Qt::endl;
    }
    return Exit::Fine;
}

Exit showPack(const QStringList &arguments, Console &console)
{
    Arguments given({}, 1);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    if (!packIds().contains(given.file()))
        return console.refuse({ErrorCode::PackUnknown, given.file()});
    const auto bytes = fileContent(QStringLiteral(":/rulepacks/%1.json").arg(given.file()));
    const auto json = bytes ? parseJsonObject(*bytes) : Result<QJsonObject>(fail(bytes.error()));
    if (!json)
        return console.refuse(json.error());
    console.print(*json);
    return Exit::Fine;
}

Exit validatePack(const QStringList &arguments, Console &console)
{
    Arguments given({}, 1);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto bytes = fileContent(given.file());
    if (!bytes)
        return console.refuse(bytes.error());
    const auto pack = loadRulePack(*bytes);
    if (!pack) {
        console.out << errorLine(pack.error()) << Qt::endl;
        return Exit::Findings;
    }
    //: %1 id of a rule pack, %2 its version, %3 its digest
    console.out << QCoreApplication::translate("Cli", "%1, version %2, is a valid rule pack. SM3 %3")
                       .arg(pack->id, QString::number(pack->version), hex(pack->digest))
                << Qt::endl;
    return Exit::Fine;
}

} // namespace

Exit runPacks(const QStringList &arguments, Console &console)
{
    const QString what = arguments.value(0);
    if (what == QLatin1String("list"))
        return listPacks(arguments.mid(1), console);
    if (what == QLatin1String("show"))
        return showPack(arguments.mid(1), console);
    if (what == QLatin1String("validate"))
        return validatePack(arguments.mid(1), console);
    return console.refuseUsage(QCoreApplication::translate("Cli", "packs takes list, show or validate."));
}

} // namespace chengban::cli
