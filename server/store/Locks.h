#pragma once

#include "shared/base/Ids.h"

namespace chengban::locks {

// What transactions hold (Database::hold) besides the rows they read to change. Who holds several takes them
// in this order, cases sorted, so that nobody waits in a circle.

/// Taken by whoever adds a row to the log of the case, and by who relies on it.
inline QString ofCase(const TenantId &tenant, const CaseId &caseId)
{
    return QStringLiteral("case/%1/%2").arg(tenant.value, caseId.value);
}
/// Alone: who removes files that nothing names. Together: who names one.
inline QString ofStoredFiles()
{
    return QStringLiteral("files");
}
inline QString ofImports(const TenantId &tenant)
{
    return QStringLiteral("imports/") + tenant.value;
}
/// The register of dossiers: a number is given once, a proposal decided once.
inline QString ofRegister(const TenantId &tenant)
{
    return QStringLiteral("register/") + tenant.value;
}
inline QString ofSubstitutions(const TenantId &tenant)
{
    return QStringLiteral("substitutions/") + tenant.value;
}
inline QString ofRoots(const TenantId &tenant)
{
    return QStringLiteral("roots/") + tenant.value;
}
/// The audit log is one chain: its entries follow each other. Last, because it is held until the commit.
inline QString ofAudit(const TenantId &tenant)
{
    return QStringLiteral("audit/") + tenant.value;
}

} // namespace chengban::locks
