#pragma once

#include "tests/client/live/LiveCounty.h"
#include "tests/faults/Checker.h"
#include "tests/faults/SharedPage.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace chengban::faults {

/// One person's PC: a folder that stays, and a client process in it that comes and goes.
class ClerkProcess
{
public:
    ClerkProcess(const live::LiveCounty &county, const QString &user, QString folder);
    ~ClerkProcess();

    void start(quint32 seed);
    void kill();
    void quit(); ///< As a person does: the program closes its store.
    [[nodiscard]] bool endsWithin(int ms);
    [[nodiscard]] bool isReadyWithin(int ms);
    [[nodiscard]] const SharedPage &page() const { return m_page; }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const QString &user() const { return m_user; }
    /// What the store holds, read by a process of its own while none is running.
    [[nodiscard]] Testimony testimony() const;

private:
    [[nodiscard]] QStringList arguments(const QString &what, quint32 seed) const;

    const live::LiveCounty &m_county;
    QString m_user;
    QString m_folder;
    SharedPage m_page;
    QProcess m_process;
};

/// A county with a server that can be killed, two clerks and their leader at work, and the centre that sends
/// them cases.
class Stage
{
public:
    explicit Stage(quint32 seed);
    ~Stage();

    [[nodiscard]] live::LiveCounty &county() { return m_county; }
    [[nodiscard]] const SharedPage &serverPage() const { return m_serverPage; }
    [[nodiscard]] std::vector<std::unique_ptr<ClerkProcess>> &clerks() { return m_clerks; }
    [[nodiscard]] QString folder(const QString &name) const { return m_folder.filePath(name); }

    void sendCases(int count); ///< From the centre; the server is alive.
    void stayStill(bool still);
    /// No new acts, everybody online, and everything answered.
    [[nodiscard]] bool settles(int patienceMs);
    /// Ends the clients and asks everybody. After settles().
    [[nodiscard]] Checker judgement();
    /// Commands that wait at a client and that the server's database has: committed and unanswered.
    [[nodiscard]] int unanswered() const;

private:
    [[nodiscard]] ServerTruth truth();
    [[nodiscard]] live::Caller &centre();

    QTemporaryDir m_folder;
    SharedPage m_serverPage;
    live::LiveCounty m_county;
    std::unique_ptr<live::Caller> m_centre;
    std::vector<std::unique_ptr<ClerkProcess>> m_clerks;
    QList<CaseId> m_cases;
    quint32 m_seed;
    int m_sent = 0;
};

/// Of `serve` and of clerks: with the library that kills, and the page that arms it.
[[nodiscard]] QProcessEnvironment preloaded(const SharedPage &page, const QString &journal = {});
[[nodiscard]] quint16 freePort(quint32 seed);

} // namespace chengban::faults
