#include "cli/Arguments.h"
#include "cli/CountyRules.h"
#include "cli/Subcommands.h"
#include "shared/base/CountyTime.h"
#include "shared/canonical/JsonReader.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chengban::cli {

namespace {

/// One case of the file: docs/formats.md, "cases to compare".
struct ComparedCase
{
    QString id;
    QString limit;
    QString caseClass;
    qint64 fromMs = 0;
};

Result<ComparedCase> caseFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ComparedCase one{in.string(QStringLiteral("id")),
        in.string(QStringLiteral("limit"), nameOf(LimitName::Handle)),
        in.string(QStringLiteral("class"), nameOf(CaseClass::General)), 0};
    if (!valueNamed<LimitName>(one.limit))
        in.note(ErrorCode::BadInput, QStringLiteral("limit"));
    if (!valueNamed<CaseClass>(one.caseClass))
        in.note(ErrorCode::BadInput, QStringLiteral("class"));
    const auto from = parseZonedTime(in.string(QStringLiteral("from")));
    if (!from)
        in.note(ErrorCode::BadInput, QStringLiteral("from"));
    one.fromMs = from.value_or(0);
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return one;
}

Result<QList<ComparedCase>> casesIn(const QString &path)
{
    const auto bytes = fileContent(path);
    if (!bytes)
        return fail(bytes.error());
    const auto json = parseJsonObject(*bytes);
    if (!json)
        return fail(json.error().code, path + QStringLiteral(": ") + json.error().detail);
    JsonReader in(*json);
    QList<ComparedCase> cases = in.members(QStringLiteral("cases"), caseFromJson);
    if (auto done = in.finish(); !done)
        return fail(done.error().code, path + QStringLiteral(": ") + done.error().detail);
    return cases;
}

/// Empty where the rules know no such limit.
std::optional<Deadline> dueUnder(const CountyRules &rules, const ComparedCase &one)
{
    const auto limit = limitNamed(rules.pack, one.limit, one.caseClass);
    const auto deadline = limit ? dueTime(*limit, one.fromMs, rules.calendar) : fail(limit.error());
    return deadline ? std::optional(*deadline) : std::nullopt;
}

QJsonValue json(const std::optional<Deadline> &deadline)
{
    if (!deadline)
        return QJsonValue::Null;
    return QJsonObject{{QStringLiteral("due"), isoTime(deadline->dueMs)},
        {QStringLiteral("provisional"), deadline->provisional}, {QStringLiteral("cite"), deadline->cite}};
}

QString shown(const std::optional<Deadline> &deadline)
{
    return deadline ? shownTime(deadline->dueMs)
                    : QCoreApplication::translate("Cli", "no limit in these rules");
}

} // namespace

Exit runPacksCompare(const QStringList &arguments, Console &console)
{
    Arguments given({{"cases", true}, {"json", false, true}}, 2);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto a = rulesNamed(given.file(0));
    const auto b = rulesNamed(given.file(1));
    if (!a || !b)
        return console.refuse(a ? b.error() : a.error());
    const auto cases = casesIn(given.value("cases"));
    if (!cases)
        return console.refuse(cases.error());
    QJsonArray rows;
    int moved = 0;
    for (const ComparedCase &one : *cases) {
        const auto under = dueUnder(*a, one);
        const auto other = dueUnder(*b, one);
        const bool same = under.has_value() == other.has_value() && (!under || under->dueMs == other->dueMs);
        moved += same ? 0 : 1;
        rows.append(QJsonObject{{QStringLiteral("id"), one.id}, {QStringLiteral("same"), same},
            {QStringLiteral("a"), json(under)}, {QStringLiteral("b"), json(other)}});
        if (!given.has("json"))
            console.out << one.id << '\t' << shown(under) << '\t' << shown(other) << Qt::endl;
    }
    if (given.has("json"))
        console.print({{QStringLiteral("cases"), rows}, {QStringLiteral("moved"), moved}});
    return moved == 0 ? Exit::Fine : Exit::Findings;
}

} // namespace chengban::cli
