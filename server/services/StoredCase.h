#pragma once

#include "shared/cases/Case.h"
#include "shared/cases/Envelope.h"

namespace chengban {

/// A case as the server holds it; revision 0 and no events when there is none.
struct StoredCase
{
    QList<Event> events;
    Case folded;
};

} // namespace chengban
