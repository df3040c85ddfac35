#pragma once

#include "shared/calendar/WorkingCalendar.h"
#include "shared/cases/Decide.h"
#include "shared/rules/LinkedRules.h"

#include <QHash>

namespace chengban {

class Database;

/// The rules the server decides by: packs of single documents, the effective packs of county profiles, the
/// calendar. Immutable once made, so every thread may read it.
class RuleBook
{
public:
    /// `profile` names the county's: its versions are the effective packs of that id.
    RuleBook(WorkingCalendar calendar, QList<RulePack> packs, QString profile);
    /// All packs and profiles and the calendar linked into the program; what is faulty is set aside. Errors:
    /// CalendarInvalid, PackUnknown when the county's profile is not among the sound ones.
    [[nodiscard]] static Result<RuleBook> fromResources(const QString &profile = QStringLiteral("tongbai"));
    /// Those of `linked` and, behind them, every other one that this server ever worked by: what is here is
    /// kept for ever, so that a case finds the version it was dispatched under. When the county's profile is
    /// faulty now, its last sound version stays in force. Errors: PackUnknown when there is none;
    /// StoreUnavailable.
    [[nodiscard]] static Result<RuleBook> kept(
        LinkedRules linked, const QString &profile, Database &database, qint64 nowMs);

    /// The rules of that case: those frozen into it; before and for a dispatch those that were in force when
    /// it was registered, or are now. Errors: PackUnknown.
    [[nodiscard]] Result<Rules> rulesOf(const Case &theCase, CommandType command, qint64 nowMs) const;
    /// The newest version of the county's profile that holds on that day; before its first one, that one.
    [[nodiscard]] PackRef inForce(qint64 atMs) const;
    /// What was set aside when the rules were loaded, with file, place and reason.
    [[nodiscard]] const QList<Error> &setAside() const { return m_setAside; }
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
    QList<Error> m_setAside;
};

} // namespace chengban
