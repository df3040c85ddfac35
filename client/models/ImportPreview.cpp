#include "client/models/ImportPreview.h"

#include "shared/reply/Requirements.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace chengban {

namespace {

ImportLine lineOf(const IntakeCase &one)
{
    QStringList warnings;
    for (const IntakeFinding finding : one.warnings)
        warnings << findingText(finding);
    const Demand &demand = one.body.demand;
    return {.line = one.line,
        .state = warnings.isEmpty() ? ImportLineState::Fine : ImportLineState::Warned,
        .number = demand.sourceNumber,
        .title = demand.title,
        .reportedAtMs = demand.reportedAtMs,
        .location = demand.location,
        .remark = warnings.join(QChar(u'；'))};
}

ImportLine lineOf(const IntakeReject &reject)
{
    return {.line = reject.line,
        .state = ImportLineState::Unreadable,
        .number = {},
        .title = reject.cells.join(QStringLiteral(" · ")).left(200),
        .reportedAtMs = {},
        .location = {},
        .remark = reject.reason};
}

QList<ImportLine> linesOf(const Intake &intake)
{
    QList<ImportLine> lines;
    lines.reserve(intake.rowCount());
    for (const IntakeCase &one : intake.cases)
        lines.append(lineOf(one));
    for (const IntakeReject &one : intake.rejects)
        lines.append(lineOf(one));
    std::ranges::stable_sort(lines, {}, &ImportLine::line);
    return lines;
}

QString reasonOf(const Problems &problems)
{
    QStringList sentences;
    for (const Problem &problem : problems)
        sentences << problemText(problem);
    return sentences.join(QChar(u'；'));
}

ImportLineState stateOf(wire::ImportState state)
{
    switch (state) {
    case wire::ImportState::Imported:
        return ImportLineState::Imported;
    case wire::ImportState::Duplicate:
        return ImportLineState::Duplicate;
    case wire::ImportState::Refused:
        break;
    }
    return ImportLineState::Refused;
}

/// A pipe would be waited for, and nothing larger than the limit is read into memory.
Result<QByteArray> contentOf(const QString &path, const TableLimits &limits)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable);
    if (file.size() > limits.fileBytes)
        return fail(ErrorCode::TooLarge);
    return file.readAll();
}

} // namespace

QList<wire::ImportRow> ImportPreview::rows() const
{
    QList<wire::ImportRow> rows;
    rows.reserve(intake.cases.size());
    for (const IntakeCase &one : intake.cases)
        rows.append({int(one.line), one.body});
    return rows;
}

qsizetype ImportPreview::count(ImportLineState state) const
{
    return std::ranges::count(lines, state, &ImportLine::state);
}

void ImportPreview::take(const QList<wire::ImportOutcome> &outcomes)
{
    for (const wire::ImportOutcome &outcome : outcomes) {
        const auto line = std::ranges::lower_bound(lines, outcome.line, {}, &ImportLine::line);
        if (line == lines.end() || line->line != outcome.line)
            continue;
        line->state = stateOf(outcome.state);
        if (outcome.state == wire::ImportState::Refused)
            line->remark = reasonOf(outcome.problems);
    }
}

QByteArray ImportPreview::rejects() const
{
    QList<IntakeReject> kept = intake.rejects;
    for (const IntakeCase &one : intake.cases) {
        const auto line = std::ranges::lower_bound(lines, one.line, {}, &ImportLine::line);
        if (line != lines.end() && line->line == one.line && line->state == ImportLineState::Refused)
            kept.append({one.line, ErrorCode::RowInvalid, line->remark, one.cells});
    }
    std::ranges::stable_sort(kept, {}, &IntakeReject::line);
    return rejectsCsv(outline.headers, kept);
}

Result<ImportPreview> readForImport(const ImportChoice &choice, const QHash<QString, Mapping> &profiles)
{
    IntakeOptions options;
    options.source = choice.source;
    options.encoding = choice.encoding;
    const auto bytes = contentOf(choice.path, options.limits);
    if (!bytes)
        return fail(bytes.error());
    const auto outline = outlineOf(*bytes, options);
    if (!outline)
        return fail(outline.error());
    ImportPreview preview;
    preview.outline = *outline;
    const auto profile = profiles.constFind(headerSignature(outline->headers));
    preview.bySavedProfile = !choice.mapping && profile != profiles.cend();
    options.mapping = choice.mapping;
    if (preview.bySavedProfile)
        options.mapping = *profile;
    if (options.mapping)
        preview.outline.mapping = *options.mapping;
    auto intake = readCases(*bytes, options);
    if (!intake) {
        preview.fault = intake.error();
        return preview;
    }
    preview.intake = std::move(*intake);
    preview.outline.mapping = preview.intake.mapping;
    preview.lines = linesOf(preview.intake);
    return preview;
}

} // namespace chengban
