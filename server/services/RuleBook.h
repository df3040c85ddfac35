#pragma once

#include "shared/calendar/WorkingCalendar.h"
#include "shared/cases/Decide.h"
#include "shared/rules/RulePack.h"

#include <QHash>

namespace chengban {

/// The rule packs and the calendar the server decides by. Immutable once made, so every thread may read it.
class RuleBook
{
public:
    RuleBook(WorkingCalendar calendar, QList<RulePack> packs, QString defaultPack);
    /// Loads all packs and the calendar linked into the program. Errors: PackInvalid, CalendarInvalid,
    /// PackUnknown.
    [[nodiscard]] static Result<RuleBook> fromResources(
        const QString &defaultPack = QStringLiteral("tongbai-2023"));

    /// The rules of that case: those frozen into it; before and for a dispatch those in force. Errors:
    /// PackUnknown.
    [[nodiscard]] Result<Rules> rulesOf(const Case &theCase, CommandType command) const;
    /// The newest version of the default pack.
    [[nodiscard]] PackRef inForce() const;
    [[nodiscard]] const QList<RulePack> &packs() const { return m_packs; }
    [[nodiscard]] const WorkingCalendar &calendar() const { return m_calendar; }

private:
    [[nodiscard]] const RulePack *find(const PackRef &ref) const;
    WorkingCalendar m_calendar;
    QList<RulePack> m_packs;
    QString m_default;
};

} // namespace chengban
