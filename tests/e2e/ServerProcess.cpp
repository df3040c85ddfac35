#include "tests/e2e/ServerProcess.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QTemporaryFile>

#include <stdexcept>

namespace chengban::e2e {

namespace {

QString program()
{
    return QStringLiteral(CHENGBAN_BIN_DIR "/chengban-server");
}

} // namespace

ServerProcess::ServerProcess(QString dataFolder)
    : m_data(std::move(dataFolder))
{
}

ServerProcess::~ServerProcess()
{
    stop();
}

QByteArray ServerProcess::command(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program(), arguments + QStringList{QStringLiteral("--data"), m_data});
    const bool ended = process.waitForFinished(600000);
    const QByteArray output = process.readAll();
    if (!ended || process.exitCode() != 0)
        throw std::runtime_error(
            "chengban-server " + arguments.value(0).toStdString() + ": " + output.toStdString());
    return output;
}

void ServerProcess::init(const QString &tenant, const QString &name) const
{
    QTemporaryFile password;
    if (!password.open() || password.write("security-2026\n") < 0 || !password.flush())
        throw std::runtime_error("cannot write a password file");
    command({QStringLiteral("init"), QStringLiteral("--tenant"), tenant, QStringLiteral("--name"), name,
        QStringLiteral("--password-file"), password.fileName(), QStringLiteral("--recovery-file"),
        m_data + QStringLiteral("-recovery.key")});
}

void ServerProcess::start()
{
    QFile::remove(m_data + QStringLiteral("/port"));
    m_port = 0;
    m_process.setStandardErrorFile(m_data + QStringLiteral("/server.log"));
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(program(),
        {QStringLiteral("serve"), QStringLiteral("--data"), m_data, QStringLiteral("--listen"),
            QStringLiteral("127.0.0.1:%1").arg(m_wantedPort)});
    QDeadlineTimer timer(20000);
    while (m_port == 0) {
        QFile port(m_data + QStringLiteral("/port"));
        if (port.open(QIODevice::ReadOnly))
            m_port = port.readAll().trimmed().toUShort();
        m_process.waitForFinished(20);
        if (m_process.state() == QProcess::NotRunning || timer.hasExpired())
            throw std::runtime_error("chengban-server does not start; see server.log in its data folder");
    }
}

void ServerProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
#ifndef Q_OS_WIN // There a stand-in runs the server, and asks it to end when it is gone itself.
    m_process.terminate();
    if (!m_process.waitForFinished(10000))
#endif
        m_process.kill();
    m_process.waitForFinished(5000);
    m_port = 0;
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(10000);
}

bool ServerProcess::endsWithin(int ms)
{
    return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(ms);
}

} // namespace chengban::e2e
