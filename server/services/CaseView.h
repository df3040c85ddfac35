#pragma once

#include "shared/cases/Reach.h"

namespace chengban {

/// What one reader sees of a case. A unit that has left sees the log up to the event that took the case away.
struct CaseView
{
    Access access = Access::None;
    qint64 untilRevision = 0; ///< Newest revision shown; 0 for all.
};

/// The view that goes with an access. `untilRevision` counts only for Access::Left.
[[nodiscard]] CaseView viewWith(Access access, const Actor &actor, qint64 untilRevision);

/// The events as shownTo() shows them, up to the newest of the view: a beginning of the log, so the chain
/// verifies.
[[nodiscard]] QList<Event> readable(const QList<Event> &events, const Actor &actor, const CaseView &view);

/// "张**" of "张小明"; empty stays empty.
[[nodiscard]] QString maskedName(const QString &name);
/// "138****5678"; a shorter number keeps its last two digits.
[[nodiscard]] QString maskedPhone(const QString &phone);

} // namespace chengban
