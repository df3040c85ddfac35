#include "client/models/SignIn.h"

#include "client/store/Vault.h"
#include "client/sync/LogInJob.h"
#include "shared/canonical/JsonReader.h"

#include <QFile>
#include <QJsonDocument>

namespace chengban {

namespace {

constexpr QLatin1StringView whoName("who");
constexpr qint64 dayMs = 24LL * 3600 * 1000;

// Who worked here last and how the server signs: what offline work needs to know.
QByteArray packedWho(const Actor &actor, const QByteArray &serverKeyPem)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("actor"), toJson(actor)},
                             {QStringLiteral("serverKey"), QString::fromLatin1(serverKeyPem)}})
        .toJson(QJsonDocument::Compact);
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

void SignIn::logIn(const SignInRequest &request)
{
    auto *job = new LogInJob({request.server, request.caPem, m_place.device},
        {request.tenant, request.user, request.password, m_place.device, m_place.deviceName}, this);
    connect(job, &LogInJob::done, this, [this, job, request](const wire::Session &session) {
        job->deleteLater();
        if (const auto done = openOnline(request, session); !done)
            Q_EMIT failed(done.error().code);
        else
            Q_EMIT opened();
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

void SignIn::openOffline(const SignInRequest &request)
{
    QMetaObject::invokeMethod(
        this,
        [this, request] {
            if (const auto done = openWithout(request); !done)
                Q_EMIT failed(done.error().code);
            else
                Q_EMIT opened();
        },
        Qt::QueuedConnection);
}

Result<DataKey> SignIn::madeKey(Vault &vault, const SignInRequest &request, const wire::Session &session)
{
    const QByteArray recoveryKey = QByteArray::fromBase64(session.recoveryKey.toLatin1());
    QByteArray secret = randomBytes(32);
    // Without a keychain the passphrase alone opens the store.
    const bool kept = m_keychain.write(DeskSession::secretName(folder(request)), secret).has_value();
    return vault.createKey(kept ? QByteArrayView(secret) : QByteArrayView(), request.password, recoveryKey,
        m_place.passphraseCost);
}

Result<void> SignIn::keepSecret(Vault &vault, const SignInRequest &request, const DataKey &key)
{
    const QByteArray fresh = randomBytes(32);
    // Without a keychain the passphrase goes on serving alone.
    if (!m_keychain.write(DeskSession::secretName(folder(request)), fresh))
        return {};
    return vault.rewrapBySecret(key, fresh);
}

Result<DataKey> SignIn::openedKey(Vault &vault, const SignInRequest &request, const wire::Session &session)
{
    const auto secret = m_keychain.read(DeskSession::secretName(folder(request)));
    auto key = vault.openBySecret(secret.value_or(std::nullopt));
    const bool bySecret = key.has_value();
    auto byPassphrase = openedByPassphrase(vault.wrapped(), request.password);
    if (!key)
        key = std::move(byPassphrase);
    // The server took this password and the store does not know it: it was changed elsewhere.
    if (!key)
        return fail(ErrorCode::StoreLocked);
    if (bySecret && !byPassphrase) {
        if (const auto done = vault.rewrapByPassphrase(*key, request.password, m_place.passphraseCost); !done)
            return fail(done.error());
    }
    if (!bySecret) {
        if (const auto done = keepSecret(vault, request, *key); !done)
            return fail(done.error());
    }
    const QByteArray recoveryKey = QByteArray::fromBase64(session.recoveryKey.toLatin1());
    if (const auto done = vault.rewrapForRecovery(*key, recoveryKey); !done)
        return fail(done.error());
    return key;
}

Result<void> SignIn::openOnline(const SignInRequest &request, const wire::Session &session)
{
    auto vault = Vault::open(folder(request));
    if (!vault)
        return fail(vault.error());
    const auto key
        = vault->hasKey() ? openedKey(*vault, request, session) : madeKey(*vault, request, session);
    if (!key)
        return fail(key.error());
    return begin(request, *key, session.actor, session.serverKeyPem.toLatin1(), session);
}

Result<void> SignIn::openWithout(const SignInRequest &request)
{
    if (!hasStore(request))
        return fail(ErrorCode::StoreLocked);
    auto vault = Vault::open(folder(request));
    if (!vault)
        return fail(vault.error());
    const auto key = vault->openByPassphrase(request.password, m_place.clock());
    if (!key)
        return fail(key.error());
    // The keychain was emptied: filled again here, so that the next log-in opens the store even when the
    // password was changed elsewhere in between.
    const auto secret = m_keychain.read(DeskSession::secretName(folder(request)));
    if (!vault->openBySecret(secret.value_or(std::nullopt))) {
        if (const auto kept = keepSecret(*vault, request, *key); !kept)
            return kept;
    }
    const auto store = Store::open(folder(request), *key);
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
    const auto actor = actorFromJson(json->value(QStringLiteral("actor")).toObject());
    if (!actor)
        return fail(actor.error());
    return begin(
        request, *key, *actor, json->value(QStringLiteral("serverKey")).toString().toLatin1(), std::nullopt);
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
        m_place.pollSeconds, m_place.clock};
    m_session = std::make_unique<DeskSession>(std::move(*desk), std::move(sync), m_keychain);
    const auto token
        = session ? Result<std::optional<QByteArray>>() : m_keychain.read(DeskSession::tokenName(place));
    const QString refreshToken = token && *token ? QString::fromLatin1(**token) : QString();
    m_session->start(key.view().toByteArray(), session, refreshToken);
    return {};
}

} // namespace chengban
