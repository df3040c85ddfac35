#include "server/Commands.h"
#include "server/Installation.h"
#include "server/services/AuditService.h"
#include "server/services/DirectoryService.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace chengban::server {

namespace {

QCommandLineOption option(const char *name, const char *text, const char *value = "")
{
    return {QString::fromLatin1(name), words(text), QString::fromLatin1(value)};
}

/// The one reach that the options name. Errors: BadInput for none or several.
Result<Reach> reachFrom(const QCommandLineParser &given)
{
    QList<Reach> named;
    if (given.isSet(QStringLiteral("whole-unit")))
        named.append(Reach());
    if (given.isSet(QStringLiteral("section")))
        named.append({Reach::Kind::Section, {given.value(QStringLiteral("section"))}, {}, 0});
    if (given.isSet(QStringLiteral("own")))
        named.append({Reach::Kind::Own, {}, {}, 0});
    if (given.isSet(QStringLiteral("units"))) {
        Reach supervisor{Reach::Kind::Supervisor, {}, {}, 0};
        for (const QString &unit : given.value(QStringLiteral("units")).split(u',', Qt::SkipEmptyParts))
            supervisor.units.append({unit});
        named.append(supervisor);
    }
    if (named.size() != 1)
        return fail(ErrorCode::BadInput, QStringLiteral("--whole-unit | --section | --own | --units"));
    return named.first();
}

Result<void> recorded(const Installation &installation, const QString &subject, const QString &detail)
{
    return AuditService(installation.backend())
        .record(
            consoleOf(installation.county()), AuditAction::DirectoryChanged, subject, detail, systemNowMs());
}

} // namespace

Exit runSectionAdd(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(
        {dataOption(), option("unit", QT_TRANSLATE_NOOP("Server", "Short name of the unit."), "ID"),
            option("id", QT_TRANSLATE_NOOP("Server", "Short name of the section, unique in its unit."), "ID"),
            option("name", QT_TRANSLATE_NOOP("Server", "The section's name."), "NAME"),
            option("village", QT_TRANSLATE_NOOP("Server", "It is a village or community."))});
    if (const auto end = parsed(parser, arguments,
            {QStringLiteral("data"), QStringLiteral("unit"), QStringLiteral("id"), QStringLiteral("name")}))
        return *end;
    const auto installation = Installation::open(parser.value(QStringLiteral("data")));
    if (!installation)
        return failed(installation.error());
    const wire::DirectorySection section{{parser.value(QStringLiteral("id"))},
        {parser.value(QStringLiteral("unit"))}, parser.value(QStringLiteral("name")),
        parser.isSet(QStringLiteral("village"))};
    const TenantId &tenant = (*installation)->county().tenant;
    if (const auto put = DirectoryService((*installation)->backend()).putSection(tenant, section); !put)
        return failed(put.error());
    const QString full = section.unit.value + u'/' + section.id.value;
    if (const auto done = recorded(**installation, full, {}); !done)
        return failed(done.error());
    say(full);
    return Exit::Done;
}

Exit runUserReach(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({dataOption(),
        option("id", QT_TRANSLATE_NOOP("Server", "User name to log in with."), "USER"),
        option("whole-unit", QT_TRANSLATE_NOOP("Server", "Sees the cases of the own unit.")),
        option("section",
            QT_TRANSLATE_NOOP("Server", "Sees the cases handed down to this section or village."), "ID"),
        option("own", QT_TRANSLATE_NOOP("Server", "Sees the cases handed down to the person.")),
        option("units",
            QT_TRANSLATE_NOOP("Server", "Reads the cases of these units too, without citizens' identities."),
            "ID,ID")});
    if (const auto end = parsed(parser, arguments, {QStringLiteral("data"), QStringLiteral("id")}))
        return *end;
    const auto reach = reachFrom(parser);
    if (!reach)
        return failed(reach.error());
    const auto installation = Installation::open(parser.value(QStringLiteral("data")));
    if (!installation)
        return failed(installation.error());
    const UserId user{parser.value(QStringLiteral("id"))};
    const TenantId &tenant = (*installation)->county().tenant;
    if (const auto set = DirectoryService((*installation)->backend()).setReach(tenant, user, *reach); !set)
        return failed(set.error());
    const QByteArray detail = QJsonDocument(toJson(*reach)).toJson(QJsonDocument::Compact);
    if (const auto done = recorded(**installation, user.value, QString::fromUtf8(detail)); !done)
        return failed(done.error());
    say(user.value);
    return Exit::Done;
}

} // namespace chengban::server
