#include "cli/Arguments.h"
#include "cli/Subcommands.h"
#include "shared/base/CountyTime.h"
#include "shared/canonical/JsonReader.h"
#include "shared/intake/Intake.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QMap>
#include <QSaveFile>

#include <algorithm>

namespace chengban::cli {

namespace {

constexpr qsizetype rowsShown = 5;

void printColumns(const Intake &intake, QTextStream &out)
{
    for (const auto &column : namesOf(IntakeColumn{})) {
        const auto header = intake.mapping.headers.constFind(column.value);
        if (header != intake.mapping.headers.constEnd())
            out << "  " << columnText(column.value) << " <- " << header.value() << '\n';
    }
    if (!intake.unusedHeaders.isEmpty())
        out << QCoreApplication::translate("Cli", "Columns not used:") << QLatin1Char(' ')
            << intake.unusedHeaders.join(u'、') << '\n';
}

void printRows(const Intake &intake, QTextStream &out)
{
    // What is shown here is case text: it goes to the person's own terminal and nowhere else.
    for (const IntakeCase &found : intake.cases.first(std::min(rowsShown, intake.cases.size()))) {
        const Demand &demand = found.body.demand;
        const QString time = demand.reportedAtMs ? shownTime(*demand.reportedAtMs) : QStringLiteral("-");
        out << found.line << QLatin1Char('\t') << demand.sourceNumber << QLatin1Char('\t') << time
            << QLatin1Char('\t') << demand.title << '\n';
    }
}

void printWarnings(const Intake &intake, QTextStream &out)
{
    QMap<IntakeFinding, int> counts;
    for (const IntakeCase &found : intake.cases) {
        for (const IntakeFinding warning : found.warnings)
            ++counts[warning];
    }
    for (auto it = counts.constBegin(); it != counts.constEnd(); ++it)
        out << it.value() << QLatin1Char('\t') << findingText(it.key()) << '\n';
}

Result<std::optional<Mapping>> profile(const QString &path)
{
    if (path.isEmpty())
        return std::nullopt;
    const auto bytes = fileContent(path);
    if (!bytes)
        return fail(bytes.error());
    const auto json = parseJsonObject(*bytes);
    if (!json)
        return fail(json.error());
    const auto mapping = mappingFromJson(*json);
    return mapping ? Result<std::optional<Mapping>>(*mapping)
                   : Result<std::optional<Mapping>>(fail(mapping.error()));
}

Result<void> save(const Mapping &mapping, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(toJson(mapping)).toJson()) < 0
        || !file.commit())
        return fail(ErrorCode::FileUnreadable, path);
    return {};
}

void print(const Intake &intake, QTextStream &out)
{
    out << QCoreApplication::translate("Cli", "Format:") << QLatin1Char(' ') << intake.format << '\n';
    printColumns(intake, out);
    printRows(intake, out);
    //: %1 rows of a file, %2 of them fit, %3 refused, %4 of the refused repeat a number
    out << QCoreApplication::translate(
        "Cli", "%1 rows: %2 can be imported, %3 cannot, %4 of them because their number repeats.")
               .arg(intake.rowCount())
               .arg(intake.cases.size())
               .arg(intake.rejects.size())
               .arg(intake.duplicateCount())
        << '\n';
    printWarnings(intake, out);
    for (const IntakeReject &reject : intake.rejects)
        out << reject.line << QLatin1Char('\t') << reject.reason << '\n';
    out.flush();
}

} // namespace

Exit runImportPreview(const QStringList &arguments, Console &console)
{
    Arguments given({{"profile"}, {"source"}, {"save-profile"}}, 1);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    IntakeOptions options;
    options.source = given.value("source", options.source);
    auto mapping = profile(given.value("profile"));
    if (!mapping)
        return console.refuse(mapping.error());
    options.mapping = *mapping;
    const auto bytes = fileContent(given.file());
    if (!bytes)
        return console.refuse(bytes.error());
    const auto intake = readCases(*bytes, options);
    if (!intake)
        return console.refuse(intake.error());
    if (given.has("save-profile")) {
        if (auto done = save(intake->mapping, given.value("save-profile")); !done)
            return console.refuse(done.error());
    }
    print(*intake, console.out);
    return intake->rejects.isEmpty() ? Exit::Fine : Exit::Findings;
}

} // namespace chengban::cli
