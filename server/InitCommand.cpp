#include "server/Commands.h"
#include "server/Installation.h"
#include "server/auth/Passwords.h"
#include "server/http/Certificates.h"
#include "server/services/DirectoryService.h"
#include "server/store/AccountStore.h"
#include "server/store/Migrations.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <sodium.h>

namespace chengban::server {

namespace {

constexpr char officeUnit[] = "office"; ///< Where the administrators stand in the directory.

struct InitOptions
{
    QString folder;
    County county;
    QStringList hosts;
    QString recoveryFile;
    UserId administrator;
    QString password;
};

using Step = Result<void> (*)(const InitOptions &, qint64 nowMs);

QString in(const InitOptions &options, const char *file)
{
    return QDir(options.folder).filePath(QString::fromLatin1(file));
}

Result<void> writeCounty(const InitOptions &options, qint64)
{
    QJsonObject json{{QStringLiteral("tenant"), options.county.tenant.value},
        {QStringLiteral("name"), options.county.name}, {QStringLiteral("profile"), options.county.profile}};
    if (!options.county.database.isEmpty())
        json.insert(QStringLiteral("database"), options.county.database);
    return writePrivate(in(options, files::county), QJsonDocument(json).toJson());
}

Result<void> writeServerKeys(const InitOptions &options, qint64)
{
    const auto keys = ServerKeys::create(options.folder, systemRandom);
    return keys ? Result<void>{} : fail(keys.error());
}

Result<void> writeCertificates(const InitOptions &options, qint64 nowMs)
{
    const auto authority = makeAuthority(options.county.name + QStringLiteral(" 12345 CA"), nowMs);
    if (!authority)
        return fail(authority.error());
    const auto server = makeServerCertificate(*authority, options.hosts, nowMs);
    if (!server)
        return fail(server.error());
    const std::array<std::pair<const char *, QByteArray>, 4> all{
        {{files::authority, authority->certificatePem}, {files::authorityKey, authority->keyPem},
            {files::certificate, server->certificatePem}, {files::certificateKey, server->keyPem}}};
    for (const auto &[name, bytes] : all) {
        if (const auto written = writePrivate(in(options, name), bytes); !written)
            return written;
    }
    QFile::setPermissions(in(options, files::authority),
        QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    return {};
}

/// The private half never enters the data folder's database: it goes to a file that people carry away.
Result<void> writeRecoveryKeys(const InitOptions &options, qint64)
{
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    QByteArray secretKey(crypto_box_SECRETKEYBYTES, '\0');
    crypto_box_keypair(reinterpret_cast<unsigned char *>(publicKey.data()),
        reinterpret_cast<unsigned char *>(secretKey.data()));
    const auto secret = writePrivate(options.recoveryFile, secretKey.toBase64() + '\n');
    sodium_memzero(secretKey.data(), static_cast<std::size_t>(secretKey.size()));
    return secret ? writePrivate(in(options, files::recoveryPublic), publicKey.toBase64()) : secret;
}

Result<void> addFirstAccount(const InitOptions &options, qint64)
{
    const auto hash = passwordHash(options.password);
    if (!hash)
        return fail(hash.error());
    auto made = Installation::open(options.folder);
    if (!made)
        return fail(made.error());
    const TenantId &tenant = options.county.tenant;
    DirectoryService directory((*made)->backend());
    const auto unit
        = directory.putUnit(tenant, {{QString::fromLatin1(officeUnit)}, options.county.name, QString()});
    if (!unit)
        return unit;
    const auto person = directory.putPerson(tenant,
        {options.administrator, options.administrator.value, {QString::fromLatin1(officeUnit)},
            Role::SecurityAdmin, {}});
    if (!person)
        return person;
    const auto database = (*made)->databases().here();
    if (!database)
        return fail(database.error());
    return AccountStore(**database).put({tenant, options.administrator, *hash, 0, 0, false});
}

Result<InitOptions> optionsOf(const QCommandLineParser &parser)
{
    InitOptions options;
    options.folder = parser.value(QStringLiteral("data"));
    options.county = {{parser.value(QStringLiteral("tenant"))}, parser.value(QStringLiteral("name")),
        parser.value(QStringLiteral("profile")), parser.value(QStringLiteral("database"))};
    options.hosts = parser.values(QStringLiteral("host"));
    options.administrator.value = parser.value(QStringLiteral("admin"));
    options.recoveryFile = parser.value(QStringLiteral("recovery-file"));
    if (options.recoveryFile.isEmpty())
        options.recoveryFile = QDir(options.folder).filePath(QStringLiteral("recovery.key"));
    static const QRegularExpression id(QStringLiteral("\\A[a-z0-9][a-z0-9-]{0,63}\\z"));
    if (!id.match(options.county.tenant.value).hasMatch())
        return fail(ErrorCode::BadInput, QStringLiteral("--tenant: a-z, 0-9, -"));
    if (const auto rules = RuleBook::fromResources(options.county.profile); !rules)
        return fail(rules.error());
    const auto password = passwordFrom(parser.value(QStringLiteral("password-file")));
    if (!password)
        return fail(password.error());
    options.password = *password;
    if (options.password.size() < leastPassword)
        return fail(ErrorCode::BadInput, QStringLiteral("password: at least 8 characters"));
    return options;
}

Result<void> makeFolder(const InitOptions &options, qint64)
{
    QDir dir(options.folder);
    // An old folder's keys are what its data is sealed with: never write beside them.
    if (dir.exists() && !dir.isEmpty())
        return fail(ErrorCode::StoreUnavailable, options.folder + QStringLiteral(" is not empty"));
    return dir.mkpath(QStringLiteral(".")) ? Result<void>{}
                                           : fail(ErrorCode::StoreUnavailable, options.folder);
}

/// What lies in a database that was used before is sealed with the key of another folder.
Result<void> findEmptyDatabase(const InitOptions &options, qint64)
{
    if (options.county.database.isEmpty())
        return {};
    const auto database = Database::open({options.county.database, 5000, {}});
    if (!database)
        return fail(database.error());
    const auto isFresh = isWithoutTables(**database);
    if (!isFresh)
        return fail(isFresh.error());
    return *isFresh ? Result<void>{}
                    : fail(ErrorCode::StoreUnavailable, QStringLiteral("the database is not empty"));
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({dataOption(), databaseOption(),
        {QStringLiteral("tenant"),
            words(QT_TRANSLATE_NOOP("Server", "Short name of the county: a-z, 0-9 and -.")),
            QStringLiteral("ID")},
        {QStringLiteral("name"), words(QT_TRANSLATE_NOOP("Server", "The county's name.")),
            QStringLiteral("NAME")},
        {QStringLiteral("profile"),
            words(QT_TRANSLATE_NOOP("Server", "The county's rules: the name of a county profile.")),
            QStringLiteral("ID"), QStringLiteral("tongbai")},
        {QStringLiteral("host"),
            words(
                QT_TRANSLATE_NOOP("Server", "Name or address clients will use; may be given several times.")),
            QStringLiteral("HOST"), QString()},
        {QStringLiteral("admin"),
            words(QT_TRANSLATE_NOOP("Server", "User name of the first security administrator.")),
            QStringLiteral("USER"), QStringLiteral("security")},
        {QStringLiteral("password-file"),
            words(QT_TRANSLATE_NOOP(
                "Server", "File whose first line is the password; standard input otherwise.")),
            QStringLiteral("FILE")},
        {QStringLiteral("recovery-file"),
            words(
                QT_TRANSLATE_NOOP("Server", "Where to write the private recovery key, to be kept offline.")),
            QStringLiteral("FILE")}});
}

} // namespace

Exit runInit(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (const auto end = parsed(
            parser, arguments, {QStringLiteral("data"), QStringLiteral("tenant"), QStringLiteral("name")}))
        return *end;
    auto options = optionsOf(parser);
    if (!options)
        return failed(options.error());
    if (options->hosts.isEmpty())
        options->hosts = {QStringLiteral("localhost"), QStringLiteral("127.0.0.1")};
    if (sodium_init() < 0)
        return failed({ErrorCode::ServerFault, QStringLiteral("libsodium")});
    constexpr std::array<Step, 7> steps{findEmptyDatabase, makeFolder, writeCounty, writeServerKeys,
        writeCertificates, writeRecoveryKeys, addFirstAccount};
    for (const Step step : steps) {
        if (const auto done = step(*options, systemNowMs()); !done)
            return failed(done.error());
    }
    say(words(QT_TRANSLATE_NOOP("Server", "Made %1. Give %2 to the clients."))
            .arg(options->folder, in(*options, files::authority)));
    say(words(QT_TRANSLATE_NOOP(
                  "Server", "Carry %1 away and keep it offline: it opens unsent work of a lost computer."))
            .arg(options->recoveryFile));
    return Exit::Done;
}

} // namespace chengban::server
