#pragma once

#include "server/auth/Strangers.h"
#include "server/store/Sealing.h"
#include "shared/base/Ids.h"
#include "shared/base/Result.h"

namespace chengban {
class Database;
class Databases;
struct Account;
struct SessionRow;
} // namespace chengban

namespace chengban::server {

constexpr qint64 accessLifeMs = 15LL * 60 * 1000;
constexpr qint64 refreshLifeMs = 30LL * 24 * 3600 * 1000;
/// How long the access token before the last refresh still works: for requests that were under way.
constexpr qint64 overlapMs = 60LL * 1000;

struct Credentials
{
    TenantId tenant;
    UserId user;
    QString password;
    DeviceId device;
    QString deviceName;
};

/// 32 random bytes each, in base64url. The server keeps their SHA-256 only.
struct Tokens
{
    QString access;
    qint64 accessExpiresMs = 0;
    QString refresh;
    TenantId tenant;
    UserId user;
    DeviceId device;
};

/// Whom an access token stands for.
struct Bearer
{
    TenantId tenant;
    UserId user;
    DeviceId device;
    QString family; ///< One log-in with all its refreshes.
    bool operator==(const Bearer &) const = default;
};

/// A computer somebody has logged in on.
struct Device
{
    DeviceId id;
    QString name;
    qint64 firstSeenMs = 0;
    qint64 lastSeenMs = 0;
    bool revoked = false;
    bool operator==(const Device &) const = default;
};

/// Log-ins. Each belongs to one device; a refresh replaces its tokens; a stolen token that is used after its
/// owner has moved on ends the log-in for both. Any thread may call.
class Sessions
{
public:
    Sessions(Databases &databases, RandomSource random);

    /// Errors: WrongCredentials for an unknown user and a wrong password alike; AccountLocked after
    /// failuresUntilLock of either; DeviceRevoked.
    [[nodiscard]] Result<Tokens> logIn(const Credentials &credentials, qint64 nowMs);
    /// Whether the password is that user's; counts like a log-in. Errors: WrongCredentials, AccountLocked.
    [[nodiscard]] Result<void> checkPassword(
        const TenantId &tenant, const UserId &user, const QString &password, qint64 nowMs);
    /// Errors: NotAuthenticated, TokenExpired, DeviceRevoked.
    [[nodiscard]] Result<Bearer> bearer(const QString &accessToken, qint64 nowMs);
    /// Fresh tokens. The old refresh token can be used again until one of the new tokens was used, so a lost
    /// answer costs nothing; after that, using it ends the log-in.
    /// Errors: NotAuthenticated, TokenExpired, DeviceRevoked.
    [[nodiscard]] Result<Tokens> refresh(const QString &refreshToken, const DeviceId &device, qint64 nowMs);
    [[nodiscard]] Result<void> logOut(const Bearer &bearer);

    [[nodiscard]] Result<QList<Device>> devices(const TenantId &tenant, const UserId &user);
    /// Ends every log-in on the device; whatever it asks from then on is DeviceRevoked. Errors: NotFound.
    [[nodiscard]] Result<void> revokeDevice(
        const TenantId &tenant, const UserId &user, const DeviceId &device);

private:
    [[nodiscard]] Result<void> countFailure(Database &database, const Account &account, qint64 nowMs);
    [[nodiscard]] Result<Tokens> issueFirst(Database &database, const Credentials &credentials, qint64 nowMs);
    [[nodiscard]] Result<Tokens> rotated(
        Database &database, SessionRow row, const QByteArray &used, qint64 nowMs);
    /// The new tokens have arrived: from now the old refresh token in anybody's hand is a stolen one.
    [[nodiscard]] Result<void> retirePredecessor(Database &database, const QByteArray &accessHash);
    [[nodiscard]] Result<void> endReused(Database &database, const QByteArray &refreshHash);
    [[nodiscard]] Tokens freshTokens(SessionRow &row, qint64 nowMs) const;

    Databases &m_databases;
    RandomSource m_random;
    Strangers m_strangers;
};

} // namespace chengban::server
