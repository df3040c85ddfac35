#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

namespace chengban::e2e {

/// A real chengban-server on loopback with a data folder of its own; stopped when dropped.
class ServerProcess
{
public:
    explicit ServerProcess(QString dataFolder);
    ~ServerProcess();

    /// Makes the data folder for a county. Throws as command().
    void init(const QString &tenant, const QString &name) const;
    /// Runs one subcommand to its end; throws std::runtime_error with its output when it fails.
    QByteArray command(const QStringList &arguments) const;
    /// `serve` on a free port; returns when it answers. Throws std::runtime_error.
    void start();
    void stop();
    /// At once, as the end of the power or the kernel's out-of-memory killer would; returns when it is gone.
    void kill();
    /// Whether it ends by itself, or by somebody's hand, in that time.
    [[nodiscard]] bool endsWithin(int ms);
    void terminate() { m_process.terminate(); } ///< Asks it to end, and does not wait.
    /// Of `serve`, from the next start on.
    void setEnvironment(const QProcessEnvironment &environment)
    {
        m_process.setProcessEnvironment(environment);
    }
    /// A port of the caller's choice, from the next start on: so that clients find it again.
    void setPort(quint16 port) { m_wantedPort = port; }

    [[nodiscard]] QString url() const { return QStringLiteral("https://127.0.0.1:%1").arg(m_port); }
    [[nodiscard]] QString caFile() const { return m_data + QStringLiteral("/ca.pem"); }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] QString folder() const { return m_data; }

private:
    QString m_data;
    QProcess m_process;
    quint16 m_port = 0;
    quint16 m_wantedPort = 0; ///< 0: a free one.
};

} // namespace chengban::e2e
