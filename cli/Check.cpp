#include "cli/Arguments.h"
#include "cli/CaseLog.h"
#include "cli/CountyRules.h"
#include "cli/ProblemLines.h"
#include "cli/Subcommands.h"
#include "shared/canonical/JsonReader.h"
#include "shared/cases/BodyLimits.h"
#include "shared/cases/Decide.h"
#include "shared/cases/Guards.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace chengban::cli {

namespace {

/// A reply with what the check needs around it. The file holds the reply itself, or
/// {"reply":{…},"contacts":[…],"anonymous":false,"hasPhone":true}.
struct Checked
{
    Reply reply;
    QList<ContactAttempt> contacts;
    ReplyContext context;
};

Result<Checked> wrappedReply(const QJsonObject &json)
{
    JsonReader reader(json);
    Checked checked;
    checked.reply = reader.member(QStringLiteral("reply"), replyFromJson);
    checked.contacts = reader.members(QStringLiteral("contacts"), contactFromJson);
    checked.context.anonymous = reader.boolean(QStringLiteral("anonymous"), false);
    checked.context.hasPhone = reader.boolean(QStringLiteral("hasPhone"), true);
    if (auto done = reader.finish(); !done)
        return fail(done.error());
    return checked;
}

/// What no reply may hold, before anything is looked for in it.
Result<void> withinLimits(const QJsonObject &json)
{
    const Problems problems = bodyLimitProblems(json);
    return problems.isEmpty() ? Result<void>() : fail(problems.first().code, problems.first().field);
}

Result<Checked> checkedReply(const QString &path)
{
    const auto bytes = fileContent(path);
    if (!bytes)
        return fail(bytes.error());
    const auto json = parseJsonObject(*bytes);
    if (!json)
        return fail(json.error());
    if (const auto within = withinLimits(*json); !within)
        return fail(within.error());
    if (json->contains(QStringLiteral("reply")))
        return wrappedReply(*json);
    const auto reply = replyFromJson(*json);
    return reply ? Result<Checked>(Checked{*reply, {}, {}}) : fail(reply.error());
}

Result<void> addCase(Checked &checked, const QString &path)
{
    const auto log = caseLogFrom(path);
    if (!log)
        return fail(log.error());
    const Case theCase = folded(log->events);
    checked.contacts = theCase.contactAttempts() + checked.contacts;
    checked.context = guards::contextOf(theCase);
    return {};
}

void print(const Problems &problems, const RulePack &pack, bool asJson, Console &console)
{
    QJsonArray list;
    for (const Problem &problem : problems) {
        list.append(problemJson(problem));
        if (!asJson)
            printProblem(problem, pack, console.out);
    }
    if (asJson)
        console.print({{QStringLiteral("pack"), pack.id}, {QStringLiteral("problems"), list}});
    else if (problems.isEmpty())
        console.out << QCoreApplication::translate("Cli", "The reply lacks nothing.") << '\n';
    console.out.flush();
}

} // namespace

Exit runCheck(const QStringList &arguments, Console &console)
{
    Arguments given({{"pack", true}, {"reply", true}, {"case"}, {"json", false, true}}, 0);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto rules = rulesNamedOrFrom(given.value("pack"));
    if (!rules)
        return console.refuse(rules.error());
    auto checked = checkedReply(given.value("reply"));
    if (!checked)
        return console.refuse(inFile(checked.error(), given.value("reply")));
    if (given.has("case")) {
        if (auto done = addCase(*checked, given.value("case")); !done)
            return console.refuse(inFile(done.error(), given.value("case")));
    }
    const Problems problems = replyProblems(checked->reply, checked->contacts, checked->context, rules->pack);
    print(problems, rules->pack, given.has("json"), console);
    return anyMust(problems) ? Exit::Findings : Exit::Fine;
}

} // namespace chengban::cli
