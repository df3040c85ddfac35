#include "shared/cases/Substitution.h"

#include "shared/base/CountyTime.h"
#include "shared/canonical/JsonReader.h"

#include <algorithm>

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

QDate day(JsonReader &in, const QString &key)
{
    const QDate date = QDate::fromString(in.string(key), Qt::ISODate);
    if (!date.isValid())
        in.note(ErrorCode::BadInput, key);
    return date;
}

bool overlap(const Substitution &a, const Substitution &b)
{
    return a.from <= b.to && b.from <= a.to;
}

Result<void> checkDays(const Substitution &wanted, qint64 nowMs)
{
    if (!wanted.from.isValid() || wanted.from < countyDate(nowMs))
        return fail(ErrorCode::BadInput, u"from"_s);
    if (!wanted.to.isValid() || wanted.to < wanted.from
        || wanted.from.daysTo(wanted.to) >= longestSubstitution)
        return fail(ErrorCode::BadInput, u"to"_s);
    return {};
}

Result<void> checkPeople(
    const Substitution &wanted, const SubstitutionPeople &people, const SubstitutionPolicy &policy)
{
    const bool unitPeople = isUnitPost(people.holder.role) && isUnitPost(people.substitute.role)
        && !people.holder.unit.isEmpty() && people.holder.unit == people.substitute.unit;
    if (wanted.holder == wanted.substitute || !unitPeople
        || !policy.posts.contains(nameOf(people.holder.role)))
        return fail(ErrorCode::SubstituteNotAllowed, policy.cite);
    return {};
}

Result<void> checkOthers(const Substitution &wanted, const QList<Substitution> &all, qint64 nowMs)
{
    for (const Substitution &other : all) {
        if (!isOpen(other, nowMs) || !overlap(other, wanted))
            continue;
        if (other.holder == wanted.holder)
            return fail(ErrorCode::SubstituteOverlaps, other.id);
        if (other.substitute == wanted.holder || other.holder == wanted.substitute)
            return fail(ErrorCode::SubstituteOfSubstitute, other.id);
    }
    return {};
}

} // namespace

QJsonObject toJson(const Substitution &one)
{
    QJsonObject json{{u"id"_s, one.id}, {u"holder"_s, one.holder.value},
        {u"substitute"_s, one.substitute.value}, {u"from"_s, one.from.toString(Qt::ISODate)},
        {u"to"_s, one.to.toString(Qt::ISODate)}, {u"reason"_s, one.reason},
        {u"appointedBy"_s, one.appointedBy.value}, {u"appointedByName"_s, one.appointedByName},
        {u"appointedAtMs"_s, one.appointedAtMs}};
    if (one.revokedAtMs) {
        json.insert(u"revokedAtMs"_s, *one.revokedAtMs);
        json.insert(u"revokedByName"_s, one.revokedByName);
    }
    return json;
}

Result<Substitution> substitutionFromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const Substitution one{.id = in.string(u"id"_s),
        .holder = {in.string(u"holder"_s)},
        .substitute = {in.string(u"substitute"_s)},
        .from = day(in, u"from"_s),
        .to = day(in, u"to"_s),
        .reason = in.string(u"reason"_s),
        .appointedBy = {in.string(u"appointedBy"_s)},
        .appointedByName = in.string(u"appointedByName"_s),
        .appointedAtMs = in.integer(u"appointedAtMs"_s),
        .revokedAtMs = in.optionalInteger(u"revokedAtMs"_s),
        .revokedByName = in.string(u"revokedByName"_s, {})};
    if (auto done = in.finish(); !done)
        return fail(done.error());
    return one;
}

bool isUnitPost(Role role)
{
    return unitPosts().contains(nameOf(role));
}

bool isInForce(const Substitution &one, qint64 atMs)
{
    const QDate day = countyDate(atMs);
    return one.from <= day && day <= one.to && !(one.revokedAtMs && *one.revokedAtMs <= atMs);
}

bool isOpen(const Substitution &one, qint64 nowMs)
{
    return countyDate(nowMs) <= one.to && !(one.revokedAtMs && *one.revokedAtMs <= nowMs);
}

Result<Actor> standingIn(const Actor &own, const Actor &holder, const QList<Substitution> &all, qint64 atMs)
{
    const bool granted = std::ranges::any_of(all, [&](const Substitution &one) {
        return one.holder == holder.user && one.substitute == own.user && isInForce(one, atMs);
    });
    if (!granted || own.unit.isEmpty() || own.unit != holder.unit || !isUnitPost(holder.role))
        return fail(ErrorCode::SubstituteNotInForce);
    Actor actor = own;
    actor.role = holder.role;
    actor.actingFor = holder.user;
    actor.actingForName = holder.name;
    return actor;
}

bool mayArrange(const Actor &by, const Actor &holder)
{
    return by.user == holder.user || by.role == Role::SystemAdmin
        || (by.role == Role::PrincipalLeader && by.unit == holder.unit);
}

Result<void> mayAppoint(const Substitution &wanted, const SubstitutionPeople &people,
    const QList<Substitution> &all, const SubstitutionPolicy &policy, qint64 nowMs)
{
    if (!mayArrange(people.by, people.holder))
        return fail(ErrorCode::Forbidden);
    if (auto days = checkDays(wanted, nowMs); !days)
        return days;
    if (auto allowed = checkPeople(wanted, people, policy); !allowed)
        return allowed;
    return checkOthers(wanted, all, nowMs);
}

} // namespace chengban
