#include "server/store/PostgresAddress.h"

#include <libpq-fe.h>

#include <map>
#include <memory>

namespace chengban {

namespace {

/// An instance that stopped in the middle of a transaction would keep every reader's feed waiting.
constexpr int idleInTransactionMs = 60000;
constexpr int connectSeconds = 5;
constexpr int deadLineMs = 15000;

using Parameters = std::map<QString, QString>;

Result<Parameters> parsed(const QString &address)
{
    char *message = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(address.toUtf8().constData(), &message), &PQconninfoFree);
    if (!options) {
        PQfreemem(message); // It may repeat a password.
        return fail(ErrorCode::BadInput, QStringLiteral("address of the database"));
    }
    Parameters found;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (option->val)
            found.emplace(QString::fromUtf8(option->keyword), QString::fromUtf8(option->val));
    }
    return found;
}

QString quoted(QString value)
{
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('\''), QLatin1String("\\'"));
    return QLatin1Char('\'') + value + QLatin1Char('\'');
}

} // namespace

bool isPostgresAddress(const QString &location)
{
    return location.startsWith(QLatin1String("postgresql://"))
        || location.startsWith(QLatin1String("postgres://"));
}

Result<QStringList> postgresParameters(const QString &address, int busyTimeoutMs)
{
    auto given = parsed(address);
    if (!given)
        return fail(given.error());
    if (given->contains(QStringLiteral("password")))
        return fail(ErrorCode::BadInput, QStringLiteral("a password in the address: use PGPASSFILE"));
    const QString settings = QStringLiteral("-c synchronous_commit=on -c client_min_messages=error"
                                            " -c lock_timeout=%1 -c idle_in_transaction_session_timeout=%2")
                                 .arg(busyTimeoutMs)
                                 .arg(idleInTransactionMs);
    QString &options = (*given)[QStringLiteral("options")];
    options = options.isEmpty() ? settings : options + QLatin1Char(' ') + settings;
    given->emplace(QStringLiteral("application_name"), QStringLiteral("chengban-server"));
    given->emplace(QStringLiteral("connect_timeout"), QString::number(connectSeconds));
    given->emplace(QStringLiteral("tcp_user_timeout"), QString::number(deadLineMs));
    QStringList parameters;
    for (const auto &[key, value] : *given) {
        // Qt's driver takes semicolons for the ends of parameters.
        if (value.contains(QLatin1Char(';')))
            return fail(ErrorCode::BadInput, QStringLiteral("a semicolon in the address of the database"));
        parameters.append(key + QLatin1Char('=') + quoted(value));
    }
    return parameters;
}

} // namespace chengban
