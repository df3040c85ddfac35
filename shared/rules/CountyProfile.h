#pragma once

#include "shared/base/Result.h"
#include "shared/calendar/WorkingCalendar.h"
#include "shared/rules/RulePack.h"

#include <QHash>
#include <QJsonObject>

namespace chengban {

/// A pack as a profile names it.
struct PackName
{
    QString id;
    int version = 1;

    bool operator==(const PackName &) const = default;
};

/// How packs that say different things of one kind of rule are settled.
struct Precedence
{
    QStringList order; ///< Ids of all packs, the prevailing one first; empty: all of them bind together.
    QString note; ///< Why, for people.

    [[nodiscard]] bool isBoth() const { return order.isEmpty(); }
    bool operator==(const Precedence &) const = default;
};

/// Which packs hold in a county at once, and what is only of this county: resources/profiles/*.json.
struct CountyProfile
{
    QString id;
    int version = 1;
    QByteArray digest; ///< SM3 of the canonical form of the file.
    QString title;
    QDate effectiveFrom;
    QDate effectiveTo; ///< Invalid: open.
    QList<PackName> packs;
    /// By kind of rule ("limits"), one of it ("limits.return") or one for one class
    /// ("limits.handle.consult").
    QHash<QString, Precedence> precedence;
    QJsonObject countyDays; ///< As readCountyDays() reads them; empty: none.
};

/// Loads a profile strictly; docs/rule-packs.md describes the form. Errors: PackInvalid, UnknownField,
/// MissingField; each with the place in `detail`.
[[nodiscard]] Result<CountyProfile> loadCountyProfile(const QByteArray &bytes);

/// The one pack that holds in the county: id, version, title and days of the profile, the rules of all its
/// packs, the county's days, and in `composed` the digests of all of them, so that its own digest is over
/// profile and packs. It is a pack like any other: `form` loads anywhere.
///
/// Rows that say the same are one row with both places. Of rows that differ the one of the prevailing pack
/// stays, with all that it covers: its limit for every class also replaces a later pack's limit for one
/// class. Errors: PackUnknown for a pack that is not among `packs`; PackInvalid with both cites for rules
/// that differ and that the profile does not settle, or that do not make a whole pack.
[[nodiscard]] Result<RulePack> composed(const CountyProfile &profile, const QList<RulePack> &packs);

} // namespace chengban
