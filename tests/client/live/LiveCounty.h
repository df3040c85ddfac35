#pragma once

#include "client/net/ApiClient.h"
#include "tests/e2e/ServerProcess.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <stdexcept>

namespace chengban::live {

/// The value, or the end of the test with the error's name.
template <typename T> T must(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(
            (QString(errorName(result.error().code)) + QLatin1Char(' ') + result.error().detail)
                .toStdString());
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Runs the event loop until `call`'s `done` was called, at most so long; none when it was not. Unlike
/// QTest::qWaitFor(), which sleeps between events and so makes every transfer crawl.
template <typename T, typename Call> std::optional<Result<T>> awaited(Call call, int patienceMs = 20'000)
{
    std::optional<Result<T>> answer;
    QEventLoop loop;
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    call([&](const Result<T> &given) {
        answer = given;
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return answer;
}

template <typename T, typename Call> Result<T> answered(Call call)
{
    return awaited<T>(call).value_or(
        Result<T>(fail(ErrorCode::TimedOut, QStringLiteral("no answer at all"))));
}

/// A small county on a real chengban-server of its own: the water office with clerks `li` and `wang` and the
/// deputy leader `chen`, `zhou` at the centre, the security administrator `security`.
class LiveCounty
{
public:
    LiveCounty();
    /// Its server always has that port, and `serve` runs in that environment.
    LiveCounty(quint16 port, const QProcessEnvironment &environment);

    void addUser(
        const QString &id, const QString &unit, const QString &role, const QString &password = passwordFor());
    /// A clerk of the water office of this name; the password changes if there is one.
    void addClerk(const QString &id, const QString &password = passwordFor());
    [[nodiscard]] static QString passwordFor() { return QStringLiteral("a long password"); }
    [[nodiscard]] QUrl url() const { return QUrl(m_server.url()); }
    [[nodiscard]] quint16 port() const { return quint16(url().port()); }
    [[nodiscard]] QByteArray caPem() const;
    /// SHA-256 of what each file holds that the server has stored for good.
    [[nodiscard]] QStringList storedDigests() const;
    [[nodiscard]] qint64 serverProcessId() const { return m_server.processId(); }
    void stop() { m_server.stop(); }
    void start() { m_server.start(); }
    [[nodiscard]] e2e::ServerProcess &server() { return m_server; }
    [[nodiscard]] const e2e::ServerProcess &server() const { return m_server; }

private:
    QTemporaryDir m_folder;
    e2e::ServerProcess m_server;
};

/// One person at one device, straight through the API: for what has to happen elsewhere. Throws when the
/// server does not do as told.
class Caller
{
public:
    Caller(const LiveCounty &county, const QString &user, const QString &device = QStringLiteral("other-pc"),
        const QUrl &through = {});

    [[nodiscard]] ApiClient &api() { return m_api; }
    [[nodiscard]] const Actor &actor() const { return m_session.actor; }
    [[nodiscard]] QByteArray token() const { return m_session.accessToken.toLatin1(); }
    [[nodiscard]] const wire::Session &session() const { return m_session; }
    [[nodiscard]] const QString &serverKeyPem() const { return m_session.serverKeyPem; }
    wire::CommandAnswer send(CommandType type, const CaseId &id, qint64 base, const QJsonObject &body);
    void step(
        CommandType type, const CaseId &id, qint64 base, const QJsonObject &body); ///< Accepted, or throws.
    /// Registers a case of an invented citizen and gives it to the water office; as the centre.
    CaseId dispatchCase(const QString &number);
    ApiAnswer ask(const QByteArray &verb, const QString &path);

private:
    ApiClient m_api;
    wire::Session m_session;
};

} // namespace chengban::live
