#include "server/Installation.h"

#include "server/store/Migrations.h"
#include "shared/canonical/JsonReader.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

namespace chengban::server {

namespace {

Result<County> countyOf(const QString &folder)
{
    const auto bytes = readWhole(QDir(folder).filePath(QString::fromLatin1(files::county)));
    if (!bytes)
        return fail(bytes.error());
    const auto json = parseJsonObject(*bytes);
    if (!json)
        return fail(json.error());
    JsonReader reader(*json);
    County county{{reader.string(QStringLiteral("tenant"))}, reader.string(QStringLiteral("name"))};
    county.profile = reader.string(QStringLiteral("profile"), county.profile);
    county.database = reader.string(QStringLiteral("database"), county.database);
    if (const auto read = reader.finish(); !read)
        return fail(read.error());
    return county;
}

} // namespace

qint64 systemNowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

Result<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path);
    return file.readAll();
}

Result<void> writePrivate(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    const bool written
        = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.flush();
    return written ? Result<void>{} : fail(ErrorCode::StoreUnavailable, path);
}

Actor consoleOf(const County &county)
{
    Actor actor;
    actor.tenant = county.tenant;
    actor.user.value = QStringLiteral("console");
    actor.role = Role::System;
    return actor;
}

Installation::Installation(QString folder, County county, ServerKeys keys, RuleBook rules)
    : m_folder(std::move(folder))
    , m_county(std::move(county))
    , m_databases({.location = m_county.database.isEmpty() ? path(files::database) : m_county.database,
          .busyTimeoutMs = 5000,
          .admits = {}})
    , m_keys(std::move(keys))
    , m_rules(std::move(rules))
    , m_files(m_folder, m_keys.fileKey())
    , m_releases(m_folder)
    , m_backend{m_databases, m_keys, m_rules, m_files, m_signal, systemRandom, &m_memory, &m_releases}
{
}

QString Installation::path(const char *file) const
{
    return QDir(m_folder).filePath(QString::fromLatin1(file));
}

Result<QByteArray> Installation::read(const char *file) const
{
    return readWhole(path(file));
}

Result<std::unique_ptr<Installation>> Installation::open(const QString &folder, const QString &database)
{
    auto county = countyOf(folder);
    if (!county)
        return fail(county.error());
    if (!database.isEmpty())
        county->database = database;
    auto keys = ServerKeys::load(folder);
    if (!keys)
        return fail(keys.error());
    auto linked = linkedRules();
    if (!linked)
        return fail(linked.error());
    RuleBook empty(linked->calendar, {}, county->profile); // Until the database says which others were kept.
    std::unique_ptr<Installation> made(
        new Installation(folder, std::move(*county), std::move(*keys), std::move(empty)));
    const auto connection = made->m_databases.here();
    if (!connection)
        return fail(connection.error());
    if (const auto done = migrate(**connection); !done)
        return fail(done.error());
    auto rules = RuleBook::kept(std::move(*linked), made->m_county.profile, **connection, systemNowMs());
    if (!rules)
        return fail(rules.error());
    made->m_rules = std::move(*rules);
    if (const auto prepared = made->m_files.prepare(); !prepared)
        return fail(prepared.error());
    return made;
}

} // namespace chengban::server
