#pragma once

#include "client/store/Database.h"
#include "shared/base/Ids.h"

#include <QList>

namespace chengban {

/// The clerk's own work on a case that was taken away from the unit: sealed as before, shown by its number
/// only.
struct SetAside
{
    CaseId caseId;
    qint64 sinceMs = 0;
    bool hasDraft = false; ///< Of a reply or of another step.
    int steps = 0; ///< That had not been answered.
    bool operator==(const SetAside &) const = default;
};

/// What lies in quarantine, and its end: when the clerk says so, or after 30 days. Coming back is the
/// tables' own business (Drafts::release(), Outbox::release()).
class Quarantine
{
public:
    static constexpr qint64 keptMs = 30LL * 24 * 3600 * 1000;

    explicit Quarantine(Database &db);

    [[nodiscard]] Result<QList<SetAside>> all() const; ///< Longest first.
    /// Deletes drafts, steps and kept texts of the case for good; nothing of a case that is not set aside.
    [[nodiscard]] Result<void> end(const CaseId &id);
    [[nodiscard]] Result<void> endBefore(qint64 ms); ///< Of all that were set aside before.

private:
    Database &m_db;
};

} // namespace chengban
