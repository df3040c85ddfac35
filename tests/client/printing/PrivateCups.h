#pragma once

#include "tests/client/printing/DossierFixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace chengban::dossiers {

/// A CUPS of the test's own, without network and filters: one queue whose jobs stay in the spool as they
/// came.
class PrivateCups
{
public:
    explicit PrivateCups(const QString &folder)
        : m_folder(folder)
    {
    }
    ~PrivateCups()
    {
        m_daemon.terminate();
        if (m_daemon.state() != QProcess::NotRunning && !m_daemon.waitForFinished(10000))
            m_daemon.kill();
        m_daemon.waitForFinished();
    }

    [[nodiscard]] static bool isInstalled() { return !program().isEmpty() && !admin().isEmpty(); }
    /// The data file of a job, and what CUPS wrote down of its options.
    [[nodiscard]] QString printed(int job = 1) const
    {
        return m_folder + QStringLiteral("/spool/d%1-001").arg(job, 5, 10, QLatin1Char('0'));
    }
    [[nodiscard]] QByteArray optionsOf(int job) const
    {
        QFile file(m_folder + QStringLiteral("/spool/c%1").arg(job, 5, 10, QLatin1Char('0')));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool stop()
    {
        return run(QStandardPaths::findExecutable(QStringLiteral("cupsdisable"),
                       {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")}),
                   {QStringLiteral("-h"), m_folder + QStringLiteral("/sock"), QStringLiteral("archive")})
                   .code
            == 0;
    }
    [[nodiscard]] QByteArray said() const
    {
        QFile log(m_folder + QStringLiteral("/error_log"));
        return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    }

    bool start()
    {
        for (const char *name : {"spool", "spool/tmp", "cache", "state", "root", "data"})
            QDir().mkpath(m_folder + u'/' + QLatin1String(name));
        const QString socket = m_folder + QStringLiteral("/sock");
        write(QStringLiteral("cupsd.conf"),
            QStringLiteral(
                "Listen %1\nLogLevel debug\nDirtyCleanInterval 0\nBrowsing Off\nPreserveJobFiles "
                "Yes\nPreserveJobHistory "
                "Yes\nDefaultAuthType None\nWebInterface No\n"
                "<Location />\n Order allow,deny\n Allow all\n</Location>\n"
                "<Location /admin>\n Order allow,deny\n Allow all\n</Location>\n"
                "<Policy default>\n <Limit All>\n  Order allow,deny\n  Allow all\n </Limit>\n</Policy>\n")
                .arg(socket));
        write(QStringLiteral("cups-files.conf"),
            QStringLiteral(
                "FileDevice Yes\nServerRoot %1/root\nRequestRoot %1/spool\nTempDir %1/spool/tmp\n"
                "CacheDir %1/cache\nStateDir %1/state\nErrorLog %1/error_log\nAccessLog %1/access_log\n"
                "PageLog %1/page_log\n")
                .arg(m_folder));
        qputenv("CUPS_SERVER", socket.toLocal8Bit());
        m_daemon.start(program(),
            {QStringLiteral("-f"), QStringLiteral("-c"), m_folder + QStringLiteral("/cupsd.conf"),
                QStringLiteral("-s"), m_folder + QStringLiteral("/cups-files.conf")});
        if (!m_daemon.waitForStarted() || !QTest::qWaitFor([&] { return QFile::exists(socket); }, 15000))
            return false;
        // Passes PDF on as it is; both sides and two trays can be asked for.
        write(QStringLiteral("queue.ppd"),
            QStringLiteral(
                "*PPD-Adobe: \"4.3\"\n*FormatVersion: \"4.3\"\n*FileVersion: \"1.0\"\n"
                "*LanguageVersion: English\n*LanguageEncoding: ISOLatin1\n*PCFileName: \"QUEUE.PPD\"\n"
                "*Manufacturer: \"Test\"\n*Product: \"(Test)\"\n*ModelName: \"Test\"\n"
                "*ShortNickName: \"Test\"\n*NickName: \"Test\"\n*PSVersion: \"(3010) 0\"\n"
                "*cupsVersion: 1.6\n*cupsFilter: \"application/pdf 0 -\"\n"
                "*OpenUI *PageSize: PickOne\n*DefaultPageSize: A4\n*PageSize A4: \"\"\n"
                "*CloseUI: *PageSize\n*OpenUI *PageRegion: PickOne\n*DefaultPageRegion: A4\n"
                "*PageRegion A4: \"\"\n*CloseUI: *PageRegion\n*DefaultImageableArea: A4\n"
                "*ImageableArea A4: \"0 0 595 842\"\n*DefaultPaperDimension: A4\n"
                "*PaperDimension A4: \"595 842\"\n*OpenUI *Duplex: PickOne\n"
                "*DefaultDuplex: None\n*Duplex None: \"\"\n*Duplex DuplexNoTumble: \"\"\n"
                "*Duplex DuplexTumble: \"\"\n*CloseUI: *Duplex\n"
                "*OpenUI *InputSlot: PickOne\n*DefaultInputSlot: Tray1\n*InputSlot Tray1: \"\"\n"
                "*InputSlot Tray2: \"\"\n*CloseUI: *InputSlot\n"));
        return run(admin(),
                   {QStringLiteral("-h"), socket, QStringLiteral("-p"), QStringLiteral("archive"),
                       QStringLiteral("-E"), QStringLiteral("-v"), QStringLiteral("file:/dev/null"),
                       QStringLiteral("-P"), m_folder + QStringLiteral("/queue.ppd")})
                   .code
            == 0;
    }

private:
    static QString program()
    {
        return QStandardPaths::findExecutable(QStringLiteral("cupsd"),
            {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/bin")});
    }
    static QString admin()
    {
        return QStandardPaths::findExecutable(
            QStringLiteral("lpadmin"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    }
    void write(const QString &name, const QString &text)
    {
        QFile file(m_folder + u'/' + name);
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
    }

    QString m_folder;
    QProcess m_daemon;
};

} // namespace chengban::dossiers
