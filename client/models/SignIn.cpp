#include "client/models/SignIn.h"

#include "client/models/WhenDone.h"
#include "client/store/Vault.h"
#include "client/sync/LogInJob.h"
#include "shared/canonical/JsonReader.h"

#include <QFile>
#include <QJsonDocument>
#include <QtConcurrent>

namespace chengban {

namespace {

constexpr QLatin1StringView whoName("who");
constexpr qint64 dayMs = 24LL * 3600 * 1000;

// Who worked here last and how the server signs: what offline work needs to know.
QByteArray packedWho(const Actor &actor, const QByteArray &serverKeyPem)
{
    QJsonObject who{{QStringLiteral("serverKey"), QString::fromLatin1(serverKeyPem)}};
    writeLogIn(who, actor);
    return QJsonDocument(who).toJson(QJsonDocument::Compact);
}

struct KeyWork
{
    QString folder;
    QString password;
    std::optional<QByteArray> secret; ///< As the keychain has it.
    bool online = false; ///< The server took the password just now.
    QByteArray recoveryKey; ///< Online only.
    PassphraseCost cost;
    qint64 nowMs = 0;
};

} // namespace

/// A store's key, and whether the keychain's secret opens it too.
struct OpenedKey
{
    DataKey key;
    bool bySecret = false;
};

namespace {

/// The server took the password. Errors: StoreLocked when the store does not know it: it was changed
/// elsewhere.
Result<OpenedKey> openedOnline(Vault &vault, const KeyWork &work)
{
    auto key = vault.openBySecret(work.secret);
    const bool bySecret = key.has_value();
    auto byPassphrase = openedByPassphrase(vault.wrapped(), work.password);
    if (!key)
        key = std::move(byPassphrase);
    if (!key)
        return fail(ErrorCode::StoreLocked);
    if (bySecret && !byPassphrase) {
        if (const auto done = vault.rewrapByPassphrase(*key, work.password, work.cost); !done)
            return fail(done.error());
    }
    if (const auto done = vault.rewrapForRecovery(*key, work.recoveryKey); !done)
        return fail(done.error());
    return OpenedKey{std::move(*key), bySecret};
}

Result<OpenedKey> openedKey(const KeyWork &work)
{
    auto vault = Vault::open(work.folder);
    if (!vault)
        return fail(vault.error());
    if (work.online && vault->hasKey())
        return openedOnline(*vault, work);
    auto key = work.online
        // Without a keychain the passphrase alone opens the store.
        ? vault->createKey(
            QByteArrayView(work.secret.value_or(QByteArray())), work.password, work.recoveryKey, work.cost)
        : vault->openByPassphrase(work.password, work.nowMs);
    if (!key)
        return fail(key.error());
    const bool bySecret = work.online || vault->openBySecret(work.secret).has_value();
    return OpenedKey{std::move(*key), bySecret};
}

} // namespace

SignIn::SignIn(SignInPlace place, KeyStore &keychain, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
    , m_keychain(keychain)
{
}

QString SignIn::folder(const SignInRequest &request) const
{
    const QString server
        = request.server.host() + QLatin1Char(':') + QString::number(request.server.port(443));
    return StoreOwner{server, request.tenant, request.user, m_place.device}.folder(m_place.dataRoot);
}

bool SignIn::hasStore(const SignInRequest &request) const
{
    return QFile::exists(workPath(folder(request)));
}

LogInJob *SignIn::logInJob(const SignInRequest &request)
{
    return new LogInJob({request.server, request.caPem, m_place.device},
        {request.tenant, request.user, request.password, m_place.device, m_place.deviceName}, this);
}

bool SignIn::isOnNetwork() const
{
    return m_place.isOnNetwork && m_place.isOnNetwork(m_place.dataRoot);
}

void SignIn::logIn(const SignInRequest &request)
{
    if (isOnNetwork()) {
        QMetaObject::invokeMethod(
            this, [this] { answer(fail(ErrorCode::StoreUnavailable)); }, Qt::QueuedConnection);
        return;
    }
    LogInJob *job = logInJob(request);
    connect(job, &LogInJob::done, this, [this, job, request](const wire::Session &session) {
        job->deleteLater();
        openOnline(request, session);
    });
    connect(job, &LogInJob::failed, this, [this, job, request](ErrorCode reason) {
        job->deleteLater();
        // Revoked while this program was not running: what it would have wiped then goes now.
        if (reason == ErrorCode::DeviceRevoked && hasStore(request))
            DeskSession::wipe(folder(request), m_keychain);
        Q_EMIT failed(reason);
    });
    job->start();
}

void SignIn::renew(const SignInRequest &request, DeskSession &session)
{
    LogInJob *job = logInJob(request);
    connect(&session, &QObject::destroyed, job, &QObject::deleteLater);
    // The session as context: a log-in that comes after its end belongs to nobody.
    connect(job, &LogInJob::done, &session, [this, job, &session](const wire::Session &renewed) {
        job->deleteLater();
        // Another feed is another desk: what is open here shows cases that may no longer be shown.
        if (wire::scopeOf(renewed.actor) != wire::scopeOf(session.desk().person()))
            return Q_EMIT reachChanged();
        session.useSession(renewed);
        Q_EMIT this->renewed();
    });
    connect(job, &LogInJob::failed, &session, [this, job](ErrorCode reason) {
        job->deleteLater();
        Q_EMIT renewalFailed(reason);
    });
    job->start();
}

void SignIn::openOffline(const SignInRequest &request)
{
    QMetaObject::invokeMethod(
        this, [this, request] { openWithout(request); }, Qt::QueuedConnection);
}

QFuture<Result<OpenedKey>> SignIn::opening(
    const SignInRequest &request, const std::optional<wire::Session> &session)
{
    KeyWork work{folder(request), request.password, {}, session.has_value(), {}, m_place.passphraseCost,
        m_place.clock()};
    if (session)
        work.recoveryKey = QByteArray::fromBase64(session->recoveryKey.toLatin1());
    const QString name = DeskSession::secretName(work.folder);
    const auto vault = Vault::open(work.folder);
    if (session && vault && !vault->hasKey()) {
        const QByteArray fresh = randomBytes(32);
        if (m_keychain.write(name, fresh))
            work.secret = fresh;
    } else {
        work.secret = m_keychain.read(name).value_or(std::nullopt);
    }
    return QtConcurrent::run(&openedKey, work);
}

void SignIn::openOnline(const SignInRequest &request, const wire::Session &session)
{
    whenDone(this, opening(request, session), [this, request, session](const Result<OpenedKey> &key) {
        answer(beginOnline(request, session, key));
    });
}

void SignIn::openWithout(const SignInRequest &request)
{
    if (isOnNetwork())
        return answer(fail(ErrorCode::StoreUnavailable));
    if (!hasStore(request))
        return answer(fail(ErrorCode::StoreLocked));
    whenDone(this, opening(request, std::nullopt),
        [this, request](const Result<OpenedKey> &key) { answer(beginOffline(request, key)); });
}

void SignIn::answer(const Result<void> &begun)
{
    if (begun)
        Q_EMIT opened();
    else
        Q_EMIT failed(begun.error().code);
}

Result<void> SignIn::keepSecret(const SignInRequest &request, const OpenedKey &opened)
{
    const QByteArray fresh = randomBytes(32);
    // Without a keychain the passphrase goes on serving alone.
    if (opened.bySecret || !m_keychain.write(DeskSession::secretName(folder(request)), fresh))
        return {};
    auto vault = Vault::open(folder(request));
    return vault ? vault->rewrapBySecret(opened.key, fresh) : Result<void>(fail(vault.error()));
}

Result<void> SignIn::beginOnline(
    const SignInRequest &request, const wire::Session &session, const Result<OpenedKey> &opened)
{
    if (!opened)
        return fail(opened.error());
    if (const auto kept = keepSecret(request, *opened); !kept)
        return kept;
    return begin(request, opened->key, session.actor, session.serverKeyPem.toLatin1(), session);
}

Result<void> SignIn::beginOffline(const SignInRequest &request, const Result<OpenedKey> &opened)
{
    if (!opened)
        return fail(opened.error());
    // The keychain was emptied: filled again here, so that the next log-in opens the store even when the
    // password was changed elsewhere in between.
    if (const auto kept = keepSecret(request, *opened); !kept)
        return kept;
    const auto store = Store::open(folder(request), opened->key);
    if (!store)
        return fail(store.error());
    const auto who = (*store)->values().sealed(whoName);
    const auto contact = (*store)->values().number(QStringLiteral("last-contact-ms"));
    if (!who || !contact)
        return fail(who ? contact.error() : who.error());
    const auto json = *who ? parseJsonObject(**who) : Result<QJsonObject>(fail(ErrorCode::StoreLocked));
    if (!json)
        return fail(json.error());
    if (*contact > 0 && m_place.clock() - *contact > m_place.offlineDays * dayMs)
        return fail(ErrorCode::TokenExpired);
    const auto actor = logInFrom(*json);
    if (!actor)
        return fail(actor.error());
    return begin(request, opened->key, *actor, json->value(QStringLiteral("serverKey")).toString().toLatin1(),
        std::nullopt);
}

Result<void> SignIn::begin(const SignInRequest &request, const DataKey &key, const Actor &actor,
    const QByteArray &serverKeyPem, const std::optional<wire::Session> &session)
{
    const QString place = folder(request);
    DeskSetup setup;
    setup.folder = place;
    setup.actor = actor;
    setup.keychain = &m_keychain;
    setup.clock = m_place.clock;
    setup.largestFile = m_place.largestFile;
    auto desk = LocalDesk::open(setup, key);
    if (!desk)
        return fail(desk.error());
    if (session) {
        const auto kept = (*desk)->remember(whoName, packedWho(actor, serverKeyPem));
        if (!kept)
            return kept;
    }
    SyncSetup sync{place, {request.server, request.caPem, m_place.device}, wire::scopeOf(actor), serverKeyPem,
        m_place.pollSeconds, m_place.clock, {}, actor, m_place.updates};
    m_session = std::make_unique<DeskSession>(std::move(*desk), std::move(sync), m_keychain);
    const auto token
        = session ? Result<std::optional<QByteArray>>() : m_keychain.read(DeskSession::tokenName(place));
    const QString refreshToken = token && *token ? QString::fromLatin1(**token) : QString();
    m_session->start(key.view().toByteArray(), session, refreshToken);
    return {};
}

} // namespace chengban
