#pragma once

// Where a test's tables lie: a file of SQLite, or a schema of a PostgreSQL that belongs to the test program
// alone.
#include "server/store/Database.h"

#include <QCryptographicHash>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <pwd.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <thread>

namespace chengban::test {

/// A PostgreSQL in a folder of its own, reached by a socket in it, that dies with the test program.
class PostgresCluster
{
public:
    /// Started at the first call. Without PostgreSQL on the machine the test program ends as skipped.
    static PostgresCluster &one()
    {
        static PostgresCluster cluster;
        return cluster;
    }
    ~PostgresCluster() { stop(); }
    Q_DISABLE_COPY_MOVE(PostgresCluster)

    /// For the role that our programs use, which is no superuser.
    [[nodiscard]] QString address(const QString &schema) const
    {
        return QStringLiteral("postgresql://chengban@/postgres?host=%1&options=-c%20search_path%3D%2")
            .arg(m_folder.path(), schema);
    }
    [[nodiscard]] QString adminAddress() const
    {
        return QStringLiteral("postgresql://postgres@/postgres?host=") + m_folder.path();
    }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// Runs statements as the administrator.
    void administer(const QStringList &statements)
    {
        auto database = Database::open({adminAddress(), 20000, {}});
        for (const QString &sql : statements) {
            const auto done = database ? (*database)->run(sql) : fail(database.error());
            if (!done)
                qFatal("%s: %s", qPrintable(sql), qPrintable(done.error().detail));
        }
    }

    void start()
    {
        m_server.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
        run(m_server,
            {QStringLiteral("postgres"), QStringLiteral("-D"), data(), QStringLiteral("-k"), m_folder.path(),
                QStringLiteral("-c"), QStringLiteral("listen_addresses="), QStringLiteral("-c"),
                QStringLiteral("fsync=") + QString::fromLatin1(isDurable() ? "on" : "off"),
                QStringLiteral("-c"), QStringLiteral("max_connections=60")});
        for (int tries = 0; !Database::open({adminAddress(), 20000, {}}); ++tries) {
            if (tries > 600)
                qFatal("PostgreSQL does not start");
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    }
    /// As after a power cut.
    void stop()
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        ::kill(static_cast<pid_t>(m_server.processId()), SIGQUIT);
        m_server.waitForFinished(20000);
    }

private:
    PostgresCluster()
        : m_folder(QDir::tempPath() + QStringLiteral("/cb-pg-XXXXXX"))
    {
        if (binaries().isEmpty()) {
            std::fputs("SKIP: PostgreSQL is not installed\n", stderr);
            std::_Exit(77); // ctest's SKIP_RETURN_CODE
        }
        giveAway();
        QProcess init;
        run(init,
            {QStringLiteral("initdb"), QStringLiteral("-D"), data(), QStringLiteral("-U"),
                QStringLiteral("postgres"), QStringLiteral("-A"), QStringLiteral("trust"),
                QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--no-locale"),
                QStringLiteral("--no-sync")});
        if (!init.waitForFinished(120000) || init.exitCode() != 0)
            qFatal("initdb: %s", init.readAllStandardError().constData());
        start();
        administer({QStringLiteral("CREATE ROLE chengban LOGIN"),
            QStringLiteral("GRANT CREATE ON DATABASE postgres TO chengban")});
    }

    /// Benchmarks measure with the disk, tests without.
    static bool isDurable() { return qEnvironmentVariableIsSet("CHENGBAN_TEST_DURABLE"); }
    [[nodiscard]] QString data() const { return m_folder.filePath(QStringLiteral("data")); }

    static QString binaries()
    {
        const QDir versions(QStringLiteral("/usr/lib/postgresql"));
        for (const QString &version :
            versions.entryList({}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Reversed)) {
            const QString folder = versions.filePath(version + QStringLiteral("/bin"));
            if (QFile::exists(folder + QStringLiteral("/initdb")))
                return folder;
        }
        return {};
    }

    /// PostgreSQL refuses to run as root.
    void giveAway()
    {
        const passwd *user = ::getuid() == 0 ? ::getpwnam("postgres") : nullptr;
        if (user && ::chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid) != 0)
            qFatal("the folder of PostgreSQL cannot be given to its user");
    }

    static void run(QProcess &process, QStringList command)
    {
        command.first().prepend(binaries() + QLatin1Char('/'));
        if (::getuid() == 0)
            command = QStringList{QStringLiteral("--reuid=postgres"), QStringLiteral("--regid=postgres"),
                          QStringLiteral("--init-groups"), QStringLiteral("--pdeathsig=QUIT")}
                + command;
        else
            command.prepend(QStringLiteral("--pdeathsig=QUIT"));
        process.setWorkingDirectory(QStringLiteral("/"));
        process.start(QStringLiteral("setpriv"), command);
        if (!process.waitForStarted())
            qFatal("setpriv does not start");
    }

    QTemporaryDir m_folder;
    QProcess m_server;
};

/// ctest runs some programs a second time with this set: tests/CMakeLists.txt.
inline bool isPostgresRun()
{
    return qEnvironmentVariable("CHENGBAN_TEST_ENGINE") == QLatin1String("postgresql");
}

/// A fresh schema of that name, or the one that is there, on the test program's cluster.
inline QString postgresSchema(const QString &schema)
{
    PostgresCluster &cluster = PostgresCluster::one();
    cluster.administer({QStringLiteral("CREATE SCHEMA IF NOT EXISTS %1 AUTHORIZATION chengban").arg(schema)});
    return cluster.address(schema);
}

/// The database that goes with a folder: the same for the same folder and name.
inline QString databaseIn(const QString &folder, const QString &name = QStringLiteral("server.db"))
{
    const QString path = QDir(folder).filePath(name);
    if (!isPostgresRun())
        return path;
    const QByteArray digest = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256);
    return postgresSchema(QStringLiteral("s") + QString::fromLatin1(digest.toHex().left(20)));
}

} // namespace chengban::test
