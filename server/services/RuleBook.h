#pragma once

#include "shared/calendar/WorkingCalendar.h"
#include "shared/cases/Decide.h"
#include "shared/rules/RulePack.h"

#include <QHash>

namespace chengban {

/// The rules the server decides by: packs of single documents, the effective packs of county profiles, the
/// calendar. Immutable once made, so every thread may read it.
class RuleBook
{
public:
    /// `profile` names the county's: its versions are the effective packs of that id.
    RuleBook(WorkingCalendar calendar, QList<RulePack> packs, QString profile);
    /// Loads all packs and profiles and the calendar linked into the program. Errors: PackInvalid,
    /// CalendarInvalid, PackUnknown.
    [[nodiscard]] static Result<RuleBook> fromResources(const QString &profile = QStringLiteral("tongbai"));

    /// The rules of that case: those frozen into it; before and for a dispatch those that were in force when
    /// it was registered, or are now. Errors: PackUnknown.
    [[nodiscard]] Result<Rules> rulesOf(const Case &theCase, CommandType command, qint64 nowMs) const;
    /// The newest version of the county's profile that holds on that day; before its first one, that one.
    [[nodiscard]] PackRef inForce(qint64 atMs) const;
    /// The pack with that digest; null when it is not here.
    [[nodiscard]] const RulePack *find(const PackRef &ref) const;
    [[nodiscard]] const QList<RulePack> &packs() const { return m_packs; }
    /// The national calendar with the county's days over it.
    [[nodiscard]] const WorkingCalendar &calendar() const;

private:
    [[nodiscard]] const WorkingCalendar &calendarOf(const RulePack &pack) const;

    WorkingCalendar m_calendar;
    QList<RulePack> m_packs;
    QHash<QByteArray, WorkingCalendar> m_countyCalendars; ///< By digest, of packs with days of their own.
    QString m_profile;
};

} // namespace chengban
