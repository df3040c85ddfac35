#include "tests/client/live/LiveCounty.h"

#include "tests/client/CaseSamples.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>

namespace chengban::live {

namespace {

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QString passwordFile(const QTemporaryDir &folder, const QString &password)
{
    const QString path = folder.filePath(QStringLiteral("password"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(password.toUtf8() + '\n') < 1)
        throw std::runtime_error("no place for the test's password");
    return path;
}

} // namespace

LiveCounty::LiveCounty()
    : LiveCounty(0, QProcessEnvironment::systemEnvironment())
{
}

LiveCounty::LiveCounty(quint16 port, const QProcessEnvironment &environment)
    : m_server(m_folder.filePath(QStringLiteral("data")))
{
    m_server.setPort(port);
    m_server.setEnvironment(environment);
    m_server.command({QStringLiteral("init"), QStringLiteral("--tenant"), QStringLiteral("demo"),
        QStringLiteral("--name"), QStringLiteral("示范县"), QStringLiteral("--password-file"),
        passwordFile(m_folder, passwordFor())});
    m_server.command({QStringLiteral("unit"), QStringLiteral("add"), QStringLiteral("--id"),
        QStringLiteral("water"), QStringLiteral("--name"), QStringLiteral("水务局")});
    addUser(QStringLiteral("li"), QStringLiteral("water"), QStringLiteral("clerk"));
    addUser(QStringLiteral("wang"), QStringLiteral("water"), QStringLiteral("clerk"));
    addUser(QStringLiteral("chen"), QStringLiteral("water"), QStringLiteral("deputy-leader"));
    addUser(QStringLiteral("zhou"), QStringLiteral("office"), QStringLiteral("centre"));
    m_server.start();
}

void LiveCounty::addUser(const QString &id, const QString &unit, const QString &role, const QString &password)
{
    m_server.command({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--id"), id,
        QStringLiteral("--name"), id, QStringLiteral("--unit"), unit, QStringLiteral("--role"), role,
        QStringLiteral("--password-file"), passwordFile(m_folder, password)});
}

void LiveCounty::addClerk(const QString &id, const QString &password)
{
    addUser(id, QStringLiteral("water"), QStringLiteral("clerk"), password);
}

QByteArray LiveCounty::caPem() const
{
    QFile file(m_server.caFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList LiveCounty::storedDigests() const
{
    QProcess process;
    process.start(QStringLiteral(CHENGBAN_BIN_DIR "/stored-digests"), {m_server.folder()});
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("the server's files cannot be read");
    return QString::fromLatin1(process.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

Caller::Caller(const LiveCounty &county, const QString &user, const QString &device, const QUrl &through)
    : m_api({through.isEmpty() ? county.url() : through, county.caPem(), device})
{
    const wire::LogIn given{QStringLiteral("demo"), user, LiveCounty::passwordFor(), device, device};
    m_session = must(answered<wire::Session>([&](const auto &done) { m_api.logIn(given, done); }));
    m_api.setAccessToken(m_session.accessToken.toLatin1());
}

wire::CommandAnswer Caller::send(CommandType type, const CaseId &id, qint64 base, const QJsonObject &body)
{
    const Command command{samples::commandId(nowMs()), type, id, base, nowMs(), body};
    return must(answered<QList<wire::CommandAnswer>>([&](const auto &done) {
        m_api.submit({command}, done);
    })).first();
}

void Caller::step(CommandType type, const CaseId &id, qint64 base, const QJsonObject &body)
{
    const auto answer = send(type, id, base, body);
    if (answer.state == wire::CommandState::Accepted)
        return;
    QString why(nameOf(answer.state));
    for (const Problem &problem : answer.problems)
        why += QLatin1Char(' ') + QString(errorName(problem.code)) + QLatin1Char(' ') + problem.finding;
    throw std::runtime_error(why.toStdString());
}

CaseId Caller::dispatchCase(const QString &number)
{
    const CaseId id{uuid7(nowMs(), randomBytes(10))};
    RegisterBody body = samples::registration(number);
    body.demand.reportedAtMs = nowMs() - samples::hour;
    step(CommandType::Register, id, 0, toJson(body));
    DispatchBody dispatch;
    dispatch.leadUnit = UnitId{QStringLiteral("water")};
    dispatch.leadUnitName = QStringLiteral("水务局");
    step(CommandType::Dispatch, id, 1, toJson(dispatch));
    return id;
}

ApiAnswer Caller::ask(const QByteArray &verb, const QString &path)
{
    return must(answered<ApiAnswer>([&](const auto &done) { m_api.send({verb, path}, done); }));
}

} // namespace chengban::live
