#pragma once

#include "tests/client/support/MemoryDesk.h"

namespace chengban {

/// An invented county with cases in every phase, played through the real rules. All names and numbers are
/// made up.
struct DemoCounty
{
    DemoCounty();

    [[nodiscard]] CaseId caseIn(Phase phase) const; ///< The first one in that phase.
    [[nodiscard]] static Reply solvedReply();
    [[nodiscard]] QString picture(const QString &name) const; ///< Writes a picture file; gives its path.

    Actor clerk, leader, centre, archivist;
    qint64 nowMs;
    MemoryDesk desk;
    QList<CaseId> ids;
};

/// Sets theme and Chinese; pages are built afterwards.
void dressUp(bool dark = false, int percent = 100);

} // namespace chengban
