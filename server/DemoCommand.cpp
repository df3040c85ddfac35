#include "server/Commands.h"
#include "server/Installation.h"
#include "server/services/DemoCounty.h"
#include "shared/base/CountyTime.h"

#include <QCoreApplication>
#include <QDir>

namespace chengban::server {

namespace {

constexpr char usersFile[] = "demo-users.txt";

/// The given password, or one made here: the server may be reachable, so no password that everybody knows.
Result<QString> demoPassword(const QCommandLineParser &parser, const Backend &backend)
{
    if (parser.isSet(QStringLiteral("password-file")))
        return passwordFrom(parser.value(QStringLiteral("password-file")));
    return QStringLiteral("yunxi-") + QString::fromLatin1(backend.random(6).toHex());
}

Result<qint64> demoNow(const QCommandLineParser &parser)
{
    if (!parser.isSet(QStringLiteral("now")))
        return systemNowMs();
    const auto now = parseZonedTime(parser.value(QStringLiteral("now")));
    // The server's clock must never be behind its log.
    if (!now || *now > systemNowMs())
        return fail(ErrorCode::BadInput, QStringLiteral("--now"));
    return *now;
}

Result<void> build(Installation &installation, const DemoOptions &options, const QString &usersPath)
{
    const auto county = buildDemoCounty(installation.backend(), options);
    if (!county)
        return fail(county.error());
    if (auto done = writePrivate(usersPath, demoUserList(*county, options.password)); !done)
        return done;
    //: %1 to %4 are numbers
    say(words(QT_TRANSLATE_NOOP("Server", "%1 units, %2 people, %3 cases, made by %4 steps."))
            .arg(county->units.size())
            .arg(county->people.size())
            .arg(county->caseCount())
            .arg(county->commands));
    //: %1 name of a file
    say(words(QT_TRANSLATE_NOOP("Server", "People and the password of the demonstration: %1"))
            .arg(usersPath));
    return {};
}

} // namespace

Exit runDemo(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({dataOption(),
        {QStringLiteral("now"),
            words(QT_TRANSLATE_NOOP(
                "Server", "The demonstration's present, with a zone; the clock's otherwise.")),
            QStringLiteral("TIME")},
        {QStringLiteral("seed"), words(QT_TRANSLATE_NOOP("Server", "Number that chooses among counties.")),
            QStringLiteral("NUMBER"), QStringLiteral("12345")},
        {QStringLiteral("password-file"),
            words(QT_TRANSLATE_NOOP(
                "Server", "File whose first line is everybody's password; one is made otherwise.")),
            QStringLiteral("FILE")}});
    if (const auto end = parsed(parser, arguments, {QStringLiteral("data")}))
        return *end;
    bool isNumber = false;
    DemoOptions options;
    options.seed = parser.value(QStringLiteral("seed")).toUInt(&isNumber);
    if (!isNumber)
        return failed({ErrorCode::BadInput, QStringLiteral("--seed")});
    const auto now = demoNow(parser);
    if (!now)
        return failed(now.error());
    options.nowMs = *now;
    const auto installation = Installation::open(parser.value(QStringLiteral("data")));
    if (!installation)
        return failed(installation.error());
    options.tenant = (*installation)->county().tenant;
    const auto password = demoPassword(parser, (*installation)->backend());
    if (!password)
        return failed(password.error());
    options.password = *password;
    if (auto done = build(**installation, options, (*installation)->path(usersFile)); !done)
        return failed(done.error());
    return Exit::Done;
}

} // namespace chengban::server
