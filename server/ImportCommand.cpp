#include "server/Commands.h"
#include "server/Installation.h"
#include "server/services/ImportService.h"
#include "shared/canonical/JsonReader.h"
#include "shared/intake/Intake.h"
#include "shared/reply/Requirements.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace chengban::server {

namespace {

/// What came of the rows of a file; the three add up to them.
struct Counts
{
    qsizetype imported = 0;
    qsizetype known = 0; ///< Imported earlier; nothing is to be done about them, so they are counted only.
    qsizetype rejected = 0;
    qsizetype warned = 0; ///< Of the imported ones.
};

QCommandLineOption option(const char *name, const char *text, const char *value)
{
    return {QString::fromLatin1(name), words(text), QString::fromLatin1(value)};
}

Result<IntakeOptions> optionsFrom(const QCommandLineParser &parser)
{
    IntakeOptions options;
    if (parser.isSet(QStringLiteral("source")))
        options.source = parser.value(QStringLiteral("source"));
    if (!parser.isSet(QStringLiteral("profile")))
        return options;
    const auto bytes = readWhole(parser.value(QStringLiteral("profile")));
    if (!bytes)
        return fail(bytes.error());
    const auto json = parseJsonObject(*bytes);
    if (!json)
        return fail(json.error());
    const auto mapping = mappingFromJson(*json);
    if (!mapping)
        return fail(mapping.error());
    options.mapping = *mapping;
    return options;
}

Actor importer(const County &county)
{
    Actor actor;
    actor.tenant = county.tenant;
    actor.user.value = QStringLiteral("console");
    actor.name
        = QStringLiteral("批量导入"); // Stands in the log and on the case sheet: official Chinese, not tr().
    actor.role = Role::System;
    return actor;
}

/// A row that the rules did not take joins the rejects, with its cells.
IntakeReject rejectOf(const IntakeCase &found, const ImportOutcome &outcome)
{
    const Problem problem = outcome.problems.value(0);
    const QString reason
        = outcome.problems.isEmpty() ? errorText(ErrorCode::RowInvalid) : problemText(problem);
    return {found.line, problem.code, reason, found.cells};
}

Result<Counts> importCases(Installation &installation, Intake &intake)
{
    QList<ImportRow> rows;
    for (const IntakeCase &found : intake.cases)
        rows.append({static_cast<int>(found.line), found.body});
    const auto outcomes
        = ImportService(installation.backend()).import(importer(installation.county()), rows, systemNowMs());
    if (!outcomes)
        return fail(outcomes.error());
    Counts counts;
    for (qsizetype i = 0; i < outcomes->size(); ++i) {
        const IntakeCase &found = intake.cases[i];
        switch ((*outcomes)[i].state) {
        case ImportState::Imported:
            ++counts.imported;
            counts.warned += !found.warnings.isEmpty();
            break;
        case ImportState::Duplicate:
            ++counts.known;
            break;
        case ImportState::Refused:
            intake.rejects.append(rejectOf(found, (*outcomes)[i]));
            break;
        }
    }
    std::ranges::stable_sort(intake.rejects, {}, &IntakeReject::line);
    counts.rejected = intake.rejects.size();
    return counts;
}

/// Rejects hold citizens' data: for their owner only. A later import of the same file replaces them.
Result<void> writeRejects(const QString &path, const Intake &intake)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(rejectsCsv(intake.headers, intake.rejects)) < 0 || !file.commit())
        return fail(ErrorCode::StoreUnavailable, path);
    return {};
}

void report(const Counts &counts)
{
    //: %1 to %4 are numbers of rows
    say(words(QT_TRANSLATE_NOOP("Server", "%1 imported (%4 with a warning), %2 already there, %3 rejected"))
            .arg(counts.imported)
            .arg(counts.known)
            .arg(counts.rejected)
            .arg(counts.warned));
}

} // namespace

Exit runImport(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(
        QStringLiteral("file"), words(QT_TRANSLATE_NOOP("Server", "CSV or XLSX file of cases.")));
    parser.addOptions({dataOption(),
        option("profile",
            QT_TRANSLATE_NOOP("Server", "Which header holds what, as JSON; see docs/import.md."), "FILE"),
        option("source",
            QT_TRANSLATE_NOOP("Server", "Name of the system the file comes from; 12345 otherwise."), "NAME"),
        option("rejects",
            QT_TRANSLATE_NOOP("Server", "Where to keep rejected rows; beside the file otherwise."), "FILE")});
    if (const auto end = parsed(parser, arguments, {QStringLiteral("data")}))
        return *end;
    if (parser.positionalArguments().size() != 1) {
        say(words(QT_TRANSLATE_NOOP("Server", "Name one file.")));
        return Exit::Usage;
    }
    const QString path = parser.positionalArguments().first();
    const auto options = optionsFrom(parser);
    if (!options)
        return failed(options.error());
    const auto bytes = readWhole(path);
    if (!bytes)
        return failed(bytes.error());
    auto intake = readCases(*bytes, *options);
    if (!intake)
        return failed(intake.error());
    const auto installation = Installation::open(parser.value(QStringLiteral("data")));
    if (!installation)
        return failed(installation.error());
    const auto counts = importCases(**installation, *intake);
    if (!counts)
        return failed(counts.error());
    report(*counts);
    if (intake->rejects.isEmpty())
        return Exit::Done;
    const QString rejects = parser.isSet(QStringLiteral("rejects")) ? parser.value(QStringLiteral("rejects"))
                                                                    : path + QStringLiteral(".rejects.csv");
    if (auto done = writeRejects(rejects, *intake); !done)
        return failed(done.error());
    say(words(QT_TRANSLATE_NOOP("Server", "Rows that were not imported: %1")).arg(rejects));
    return Exit::Done;
}

} // namespace chengban::server
