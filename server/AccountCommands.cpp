#include "server/Commands.h"
#include "server/Installation.h"
#include "server/auth/Passwords.h"
#include "server/services/AuditService.h"
#include "server/services/DirectoryService.h"
#include "server/store/AccountStore.h"
#include "server/store/Database.h"
#include "server/store/KeyStore.h"
#include "server/store/SessionStore.h"

#include <QCoreApplication>

namespace chengban::server {

namespace {

QCommandLineOption option(const char *name, const char *text, const char *value)
{
    return {QString::fromLatin1(name), words(text), QString::fromLatin1(value)};
}

Result<void> putUser(Installation &installation, const wire::DirectoryPerson &person, const QString &password)
{
    const auto hash = passwordHash(password);
    if (!hash)
        return fail(hash.error());
    const TenantId &tenant = installation.county().tenant;
    if (const auto put = DirectoryService(installation.backend()).putPerson(tenant, person); !put)
        return put;
    const auto database = installation.databases().here();
    if (!database)
        return fail(database.error());
    if (const auto put = AccountStore(**database).put({tenant, person.id, *hash, 0, 0, false}); !put)
        return put;
    // A new password or desk is often given because the old one was seen: what was opened with it ends.
    if (const auto ended = SessionStore(**database).revokeUser(tenant, person.id); !ended)
        return ended;
    return AuditService(installation.backend())
        .record(consoleOf(installation.county()), AuditAction::AccountChanged, person.id.value, QString(),
            systemNowMs());
}

Result<void> revokeKeysOf(Database &database, const TenantId &tenant, const UserId &user, qint64 nowMs)
{
    KeyStore store(database);
    const auto keys = store.all(tenant);
    if (!keys)
        return fail(keys.error());
    for (const EnrolledKey &key : *keys) {
        if (key.user != user || key.revokedAtMs)
            continue;
        if (const auto revoked = store.revoke(tenant, key.id, nowMs); !revoked)
            return revoked;
    }
    return {};
}

/// Account, log-ins and keys at once, with the line in the audit log. Errors: NotFound.
Result<void> switchOff(Installation &installation, const UserId &user, qint64 nowMs)
{
    const auto database = installation.databases().here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    const TenantId &tenant = installation.county().tenant;
    AccountStore accounts(**database);
    auto account = accounts.find(tenant, user);
    if (!account)
        return fail(account.error());
    if (!*account)
        return fail(ErrorCode::NotFound, user.value);
    (*account)->disabled = true;
    if (const auto put = accounts.put(**account); !put)
        return put;
    if (const auto ended = SessionStore(**database).revokeUser(tenant, user); !ended)
        return ended;
    if (const auto revoked = revokeKeysOf(**database, tenant, user, nowMs); !revoked)
        return revoked;
    const auto logged = recordIn(**database, consoleOf(installation.county()), AuditAction::AccountChanged,
        user.value, QStringLiteral("switched off"), nowMs);
    return logged ? transaction->commit() : logged;
}

} // namespace

Exit runUserDisable(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(
        {dataOption(), option("id", QT_TRANSLATE_NOOP("Server", "User name to log in with."), "USER")});
    if (const auto end = parsed(parser, arguments, {QStringLiteral("data"), QStringLiteral("id")}))
        return *end;
    const auto installation = Installation::open(parser.value(QStringLiteral("data")));
    if (!installation)
        return failed(installation.error());
    const UserId user{parser.value(QStringLiteral("id"))};
    if (const auto done = switchOff(**installation, user, systemNowMs()); !done)
        return failed(done.error());
    say(user.value);
    return Exit::Done;
}

Exit runUnitAdd(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(
        {dataOption(), option("id", QT_TRANSLATE_NOOP("Server", "Short name of the unit."), "ID"),
            option("name", QT_TRANSLATE_NOOP("Server", "The unit's name."), "NAME"),
            option("phone", QT_TRANSLATE_NOOP("Server", "The unit's telephone number."), "NUMBER")});
    if (const auto end
        = parsed(parser, arguments, {QStringLiteral("data"), QStringLiteral("id"), QStringLiteral("name")}))
        return *end;
    const auto installation = Installation::open(parser.value(QStringLiteral("data")));
    if (!installation)
        return failed(installation.error());
    const wire::DirectoryUnit unit{{parser.value(QStringLiteral("id"))}, parser.value(QStringLiteral("name")),
        parser.value(QStringLiteral("phone"))};
    const County &county = (*installation)->county();
    if (const auto put = DirectoryService((*installation)->backend()).putUnit(county.tenant, unit); !put)
        return failed(put.error());
    const auto recorded = AuditService((*installation)->backend())
                              .record(consoleOf(county), AuditAction::DirectoryChanged, unit.id.value,
                                  QString(), systemNowMs());
    if (!recorded)
        return failed(recorded.error());
    say(unit.id.value);
    return Exit::Done;
}

Exit runUserAdd(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({dataOption(),
        option("id", QT_TRANSLATE_NOOP("Server", "User name to log in with."), "USER"),
        option("name", QT_TRANSLATE_NOOP("Server", "The person's name."), "NAME"),
        option("unit", QT_TRANSLATE_NOOP("Server", "Short name of the person's unit."), "ID"),
        option("role",
            QT_TRANSLATE_NOOP("Server",
                "clerk, section-head, deputy-leader, principal-leader, centre, archivist, system-admin, "
                "security-admin or audit-admin."),
            "ROLE"),
        option("phone", QT_TRANSLATE_NOOP("Server", "The person's telephone number."), "NUMBER"),
        option("password-file",
            QT_TRANSLATE_NOOP("Server", "File whose first line is the password; standard input otherwise."),
            "FILE")});
    if (const auto end = parsed(parser, arguments,
            {QStringLiteral("data"), QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("unit"),
                QStringLiteral("role")}))
        return *end;
    const auto role = valueNamed<Role>(parser.value(QStringLiteral("role")));
    if (!role || *role == Role::System)
        return failed({ErrorCode::BadInput, QStringLiteral("--role")});
    const auto password = passwordFrom(parser.value(QStringLiteral("password-file")));
    if (!password)
        return failed(password.error());
    const auto installation = Installation::open(parser.value(QStringLiteral("data")));
    if (!installation)
        return failed(installation.error());
    const wire::DirectoryPerson person{{parser.value(QStringLiteral("id"))},
        parser.value(QStringLiteral("name")), {parser.value(QStringLiteral("unit"))}, *role,
        parser.value(QStringLiteral("phone"))};
    if (const auto put = putUser(**installation, person, *password); !put)
        return failed(put.error());
    say(person.id.value);
    return Exit::Done;
}

} // namespace chengban::server
