#include "server/services/SubstitutionService.h"

#include "server/services/AuditService.h"
#include "server/services/RuleBook.h"
#include "server/store/Database.h"
#include "server/store/DirectoryStore.h"
#include "server/store/Locks.h"
#include "server/store/SubstitutionStore.h"
#include "shared/canonical/Digest.h"

namespace chengban {

namespace {

constexpr qsizetype randomBytes = 10;

/// Errors: NotFound.
Result<Actor> personIn(Database &database, const TenantId &tenant, const UserId &user)
{
    DirectoryStore directory(database);
    const auto person = directory.person(tenant, user);
    if (!person)
        return fail(person.error());
    if (!*person)
        return fail(ErrorCode::NotFound, QStringLiteral("person"));
    const auto unit = directory.unit(tenant, (*person)->unit);
    if (!unit)
        return fail(unit.error());
    return wire::actorOf(tenant, **person, *unit ? (*unit)->name : QString());
}

Result<Substitution> madeFrom(const Backend &backend, Database &database, const Actor &by,
    const wire::Appointment &wanted, qint64 nowMs)
{
    const auto holder = personIn(database, by.tenant, wanted.holder);
    if (!holder)
        return fail(holder.error());
    const auto substitute = personIn(database, by.tenant, wanted.substitute);
    if (!substitute)
        return fail(substitute.error());
    const auto all = SubstitutionStore(database).all(by.tenant);
    if (!all)
        return fail(all.error());
    const RulePack *pack = backend.rules.find(backend.rules.inForce(nowMs));
    Substitution made;
    made.id = uuid7(nowMs, backend.random(randomBytes));
    made.holder = wanted.holder;
    made.substitute = wanted.substitute;
    made.from = wanted.from;
    made.to = wanted.to;
    made.reason = wanted.reason.trimmed();
    made.appointedBy = by.user;
    made.appointedByName = by.name;
    made.appointedAtMs = nowMs;
    const auto allowed = mayAppoint(
        made, {by, *holder, *substitute}, *all, pack ? pack->substitution : SubstitutionPolicy{}, nowMs);
    return allowed ? Result<Substitution>(made) : fail(allowed.error());
}

/// What the audit log says of it: who, for whom, on which days.
QString described(const Substitution &one)
{
    return QStringLiteral("%1 for %2, %3 to %4")
        .arg(one.substitute.value, one.holder.value, one.from.toString(Qt::ISODate),
            one.to.toString(Qt::ISODate));
}

} // namespace

Result<Substitution> SubstitutionService::appoint(
    const Actor &by, const wire::Appointment &wanted, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto held = (*database)->hold(locks::ofSubstitutions(by.tenant)); !held)
        return fail(held.error());
    const auto made = madeFrom(m_backend, **database, by, wanted, nowMs);
    if (!made)
        return made;
    if (const auto added = SubstitutionStore(**database).add(by.tenant, *made); !added)
        return fail(added.error());
    const auto logged
        = recordIn(**database, by, AuditAction::SubstituteAppointed, made->id, described(*made), nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return made;
}

Result<Substitution> SubstitutionService::revoke(const Actor &by, const QString &id, qint64 nowMs)
{
    const auto database = m_backend.databases.here();
    if (!database)
        return fail(database.error());
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return fail(transaction.error());
    if (const auto held = (*database)->hold(locks::ofSubstitutions(by.tenant)); !held)
        return fail(held.error());
    SubstitutionStore store(**database);
    auto one = store.find(by.tenant, id);
    if (!one)
        return fail(one.error());
    const auto holder = *one ? personIn(**database, by.tenant, (*one)->holder) : fail(ErrorCode::NotFound);
    if (!holder || !mayArrange(by, *holder))
        return fail(ErrorCode::NotFound);
    if ((*one)->revokedAtMs)
        return **one;
    (*one)->revokedAtMs = nowMs;
    (*one)->revokedByName = by.name;
    if (const auto revoked = store.revoke(by.tenant, id, nowMs, by.name); !revoked)
        return fail(revoked.error());
    const auto logged = recordIn(**database, by, AuditAction::SubstituteRevoked, id, described(**one), nowMs);
    if (!logged)
        return fail(logged.error());
    if (const auto done = transaction->commit(); !done)
        return fail(done.error());
    return **one;
}

Result<Actor> actorOnPost(Database &database, const Actor &sender, const UserId &actingFor, qint64 nowMs)
{
    if (actingFor.isEmpty())
        return sender;
    const auto holder = personIn(database, sender.tenant, actingFor);
    if (!holder)
        return fail(holder.error().code == ErrorCode::NotFound ? Error{ErrorCode::SubstituteNotInForce, {}}
                                                               : holder.error());
    const auto all = SubstitutionStore(database).of(sender.tenant, actingFor);
    if (!all)
        return fail(all.error());
    return standingIn(sender, *holder, *all, nowMs);
}

} // namespace chengban
