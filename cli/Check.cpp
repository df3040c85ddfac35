#include "cli/Arguments.h"
#include "cli/CaseLog.h"
#include "cli/RuleFiles.h"
#include "cli/Subcommands.h"
#include "shared/canonical/JsonReader.h"
#include "shared/reply/Requirements.h"

#include <QCoreApplication>

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
    const QJsonObject inner = reader.rawObject(QStringLiteral("reply"));
    const QJsonArray contacts = reader.rawArray(QStringLiteral("contacts"));
    checked.context.anonymous = reader.boolean(QStringLiteral("anonymous"), false);
    checked.context.hasPhone = reader.boolean(QStringLiteral("hasPhone"), true);
    if (auto done = reader.finish(); !done)
        return fail(done.error());
    const auto reply = replyFromJson(inner);
    if (!reply)
        return fail(reply.error());
    checked.reply = *reply;
    for (const QJsonValue &value : contacts) {
        const auto contact = contactFromJson(value.toObject());
        if (!contact)
            return fail(contact.error());
        checked.contacts.append(*contact);
    }
    return checked;
}

Result<Checked> checkedReply(const QString &path)
{
    const auto bytes = fileContent(path);
    if (!bytes)
        return fail(bytes.error());
    const auto json = parseJsonObject(*bytes);
    if (!json)
        return fail(json.error());
    if (json->contains(QStringLiteral("reply")))
        return wrappedReply(*json);
    const auto reply = replyFromJson(*json);
    return reply ? Result<Checked>(Checked{*reply, {}, {}}) : Result<Checked>(fail(reply.error()));
}

Result<void> addCase(Checked &checked, const QString &path)
{
    const auto log = caseLogFrom(path);
    if (!log)
        return fail(log.error());
    const Case theCase = folded(log->events);
    checked.contacts = theCase.contactAttempts() + checked.contacts;
    const Identity identity = theCase.identity.value_or(Identity{});
    checked.context = {.anonymous = theCase.demand.anonymous,
        .unitName = theCase.leadUnitName,
        .citizenName = identity.name,
        .citizenPhone = identity.phone,
        .hasPhone = theCase.demand.hasPhone,
        .demandTitle = theCase.demand.title,
        .demandText = theCase.demand.text};
    return {};
}

bool print(const Problems &problems, QTextStream &out)
{
    bool stands = false;
    for (const Problem &problem : problems) {
        const bool must = problem.severity == Severity::Must;
        stands = stands || must;
        out << (must ? QCoreApplication::translate("Cli", "must")
                     : QCoreApplication::translate("Cli", "should"))
            << QLatin1Char('\t') << problemText(problem) << QLatin1Char('\t') << problem.cite << '\n';
    }
    out.flush();
    return stands;
}

} // namespace

Exit runCheck(const QStringList &arguments, Console &console)
{
    Arguments given({{"pack", true}, {"reply", true}, {"case"}}, 0);
    if (!given.parse(arguments, console))
        return Exit::BadInput;
    const auto pack = packNamed(given.value("pack"));
    if (!pack)
        return console.refuse(pack.error());
    auto checked = checkedReply(given.value("reply"));
    if (!checked)
        return console.refuse(checked.error());
    if (given.has("case")) {
        if (auto done = addCase(*checked, given.value("case")); !done)
            return console.refuse(done.error());
    }
    const Problems problems = replyProblems(checked->reply, checked->contacts, checked->context, *pack);
    if (problems.isEmpty())
        console.out << QCoreApplication::translate("Cli", "The reply lacks nothing.") << Qt::endl;
    return print(problems, console.out) ? Exit::Findings : Exit::Fine;
}

} // namespace chengban::cli
