#include "server/auth/Sessions.h"

#include "server/auth/Passwords.h"
#include "server/store/AccountStore.h"
#include "server/store/Database.h"
#include "server/store/SessionStore.h"
#include "shared/canonical/Digest.h"

namespace chengban::server {

namespace {

constexpr qsizetype tokenBytes = 32;

QString asToken(const QByteArray &bytes)
{
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray hashOf(const QString &token)
{
    return sha256(token.toUtf8());
}

QString nameOf(const TenantId &tenant, const UserId &user)
{
    return tenant.value + QLatin1Char('\n') + user.value;
}

Result<bool> deviceRevoked(
    Database &database, const TenantId &tenant, const UserId &user, const DeviceId &device)
{
    const auto known = SessionStore(database).findDevice(tenant, user, device);
    if (!known)
        return fail(known.error());
    return *known && (*known)->revoked;
}

/// Errors: DeviceRevoked; NotAuthenticated once the log-in has ended or the account is switched off.
Result<void> stillStands(Database &database, const SessionRow &row)
{
    const auto revoked = deviceRevoked(database, row.tenant, row.user, row.device);
    if (!revoked)
        return fail(revoked.error());
    if (*revoked)
        return fail(ErrorCode::DeviceRevoked);
    const auto account = AccountStore(database).find(row.tenant, row.user);
    if (!account)
        return fail(account.error());
    const bool open = *account && !(*account)->disabled && !row.revoked;
    return open ? Result<void>{} : fail(ErrorCode::NotAuthenticated);
}

} // namespace

Sessions::Sessions(Databases &databases, RandomSource random)
    : m_databases(databases)
    , m_random(std::move(random))
{
}

Result<void> Sessions::checkPassword(
    const TenantId &tenant, const UserId &user, const QString &password, qint64 nowMs)
{
    const auto database = m_databases.here();
    if (!database)
        return fail(database.error());
    AccountStore accounts(**database);
    const auto found = accounts.find(tenant, user);
    if (!found)
        return fail(found.error());
    const bool known = *found && !(*found)->disabled;
    const bool locked
        = known ? (*found)->lockedUntilMs > nowMs : m_strangers.isLocked(nameOf(tenant, user), nowMs);
    if (locked)
        return fail(ErrorCode::AccountLocked);
    const bool fits = passwordFits(known ? (*found)->passwordHash : QString(), password);
    if (known && fits)
        return (*found)->failures == 0 ? Result<void>{} : accounts.recordFailure(tenant, user, 0, 0);
    if (!known)
        m_strangers.recordFailure(nameOf(tenant, user), nowMs);
    else if (const auto counted = countFailure(**database, **found, nowMs); !counted)
        return fail(counted.error());
    return fail(ErrorCode::WrongCredentials);
}

Result<void> Sessions::countFailure(Database &database, const Account &account, qint64 nowMs)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    AccountStore accounts(database);
    // Read again inside: guesses made at the same time must all count.
    const auto now = accounts.find(account.tenant, account.user);
    if (!now || !*now)
        return now ? Result<void>{} : fail(now.error());
    if ((*now)->lockedUntilMs > nowMs)
        return {}; // Guesses that were under way when a fifth one locked must not unlock.
    const int failures = (*now)->failures + 1;
    const bool lock = failures >= failuresUntilLock;
    const auto recorded = accounts.recordFailure(
        account.tenant, account.user, lock ? 0 : failures, lock ? nowMs + lockMs : 0);
    return recorded ? transaction->commit() : recorded;
}

Result<Tokens> Sessions::logIn(const Credentials &credentials, qint64 nowMs)
{
    if (const auto fits = checkPassword(credentials.tenant, credentials.user, credentials.password, nowMs);
        !fits)
        return fail(fits.error());
    const auto database = m_databases.here();
    if (!database)
        return fail(database.error());
    const auto revoked = deviceRevoked(**database, credentials.tenant, credentials.user, credentials.device);
    if (!revoked)
        return fail(revoked.error());
    if (*revoked)
        return fail(ErrorCode::DeviceRevoked);
    return issueFirst(**database, credentials, nowMs);
}

Result<Tokens> Sessions::issueFirst(Database &database, const Credentials &credentials, qint64 nowMs)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    SessionStore store(database);
    auto device = store.findDevice(credentials.tenant, credentials.user, credentials.device);
    if (!device)
        return fail(device.error());
    DeviceRow seen = device->value_or(DeviceRow{credentials.tenant, credentials.user, credentials.device,
        credentials.deviceName, nowMs, nowMs, false});
    seen.name = credentials.deviceName;
    seen.lastSeenMs = nowMs;
    if (const auto put = store.putDevice(seen); !put)
        return fail(put.error());
    SessionRow row;
    row.family = uuid7(nowMs, m_random(10));
    row.tenant = credentials.tenant;
    row.user = credentials.user;
    row.device = credentials.device;
    row.createdAtMs = nowMs;
    const Tokens tokens = freshTokens(row, nowMs);
    if (const auto put = store.put(row); !put)
        return fail(put.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return tokens;
}

Tokens Sessions::freshTokens(SessionRow &row, qint64 nowMs) const
{
    const Tokens tokens{asToken(m_random(tokenBytes)), nowMs + accessLifeMs, asToken(m_random(tokenBytes)),
        row.tenant, row.user, row.device};
    row.accessHash = hashOf(tokens.access);
    row.refreshHash = hashOf(tokens.refresh);
    row.accessExpiresMs = tokens.accessExpiresMs;
    row.refreshExpiresMs = nowMs + refreshLifeMs;
    return tokens;
}

Result<Bearer> Sessions::bearer(const QString &accessToken, qint64 nowMs)
{
    const auto database = m_databases.here();
    if (!database)
        return fail(database.error());
    SessionStore store(**database);
    const QByteArray hash = hashOf(accessToken);
    const auto found = store.findByAccess(hash);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(ErrorCode::NotAuthenticated);
    const SessionRow &row = **found;
    if (const auto stands = stillStands(**database, row); !stands)
        return fail(stands.error());
    const bool current = hash == row.accessHash;
    const qint64 ends = current ? row.accessExpiresMs : row.accessExpiresMs - accessLifeMs + overlapMs;
    if (nowMs >= ends)
        return fail(ErrorCode::TokenExpired);
    if (current && !row.previousRefreshHash.isEmpty()) {
        if (const auto retired = retirePredecessor(**database, hash); !retired)
            return fail(retired.error());
    }
    return Bearer{row.tenant, row.user, row.device, row.family};
}

Result<void> Sessions::retirePredecessor(Database &database, const QByteArray &accessHash)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    SessionStore store(database);
    auto found = store.findByAccess(accessHash); // Again: a refresh may have come between.
    if (!found)
        return fail(found.error());
    if (!*found || (*found)->accessHash != accessHash || (*found)->previousRefreshHash.isEmpty())
        return {};
    SessionRow row = **found;
    if (const auto retired = store.retireRefresh(row.previousRefreshHash, row.family); !retired)
        return fail(retired.error());
    row.previousRefreshHash.clear();
    if (const auto put = store.put(row); !put)
        return fail(put.error());
    return transaction->commit();
}

Result<Tokens> Sessions::refresh(const QString &refreshToken, const DeviceId &device, qint64 nowMs)
{
    const auto database = m_databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    const QByteArray hash = hashOf(refreshToken);
    const auto found = SessionStore(**database).findByRefresh(hash);
    if (!found)
        return fail(found.error());
    auto answer = [&]() -> Result<Tokens> {
        if (!*found) {
            const auto ended = endReused(**database, hash);
            return ended ? fail(ErrorCode::NotAuthenticated) : fail(ended.error());
        }
        const SessionRow &row = **found;
        if (const auto stands = stillStands(**database, row); !stands)
            return fail(stands.error());
        if (row.device != device)
            return fail(ErrorCode::NotAuthenticated);
        if (nowMs >= row.refreshExpiresMs)
            return fail(ErrorCode::TokenExpired);
        return rotated(**database, row, hash, nowMs);
    }();
    // A refusal may have ended a family: that stays too.
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return answer;
}

Result<Tokens> Sessions::rotated(Database &database, SessionRow row, const QByteArray &used, qint64 nowMs)
{
    SessionStore store(database);
    const bool again = used != row.refreshHash;
    // Using the current token proves that its answer arrived, so its predecessor dies; using the predecessor
    // again means the answer was lost, so the tokens in it die unseen.
    const QByteArray dead = again ? row.refreshHash : row.previousRefreshHash;
    if (!dead.isEmpty()) {
        if (const auto retired = store.retireRefresh(dead, row.family); !retired)
            return fail(retired.error());
    }
    row.previousRefreshHash = used;
    if (!again)
        row.previousAccessHash = row.accessHash;
    const Tokens tokens = freshTokens(row, nowMs);
    if (const auto put = store.put(row); !put)
        return fail(put.error());
    return tokens;
}

Result<void> Sessions::endReused(Database &database, const QByteArray &refreshHash)
{
    SessionStore store(database);
    const auto family = store.familyOfRetired(refreshHash);
    if (!family)
        return fail(family.error());
    return family->isEmpty() ? Result<void>{} : store.revokeFamily(*family);
}

Result<void> Sessions::logOut(const Bearer &bearer)
{
    const auto database = m_databases.here();
    if (!database)
        return fail(database.error());
    return SessionStore(**database).revokeFamily(bearer.family);
}

Result<QList<Device>> Sessions::devices(const TenantId &tenant, const UserId &user)
{
    const auto database = m_databases.here();
    if (!database)
        return fail(database.error());
    const auto rows = SessionStore(**database).devices(tenant, user);
    if (!rows)
        return fail(rows.error());
    QList<Device> devices;
    for (const DeviceRow &row : *rows)
        devices.append({row.device, row.name, row.firstSeenMs, row.lastSeenMs, row.revoked});
    return devices;
}

Result<void> Sessions::revokeDevice(const TenantId &tenant, const UserId &user, const DeviceId &device)
{
    const auto database = m_databases.here();
    if (!database)
        return fail(database.error());
    SessionStore store(**database);
    const auto known = store.findDevice(tenant, user, device);
    if (!known)
        return fail(known.error());
    if (!*known)
        return fail(ErrorCode::NotFound);
    return store.revokeDevice(tenant, user, device);
}

} // namespace chengban::server
