#pragma once

#include "server/services/Backend.h"
#include "shared/cases/Case.h"
#include "shared/wire/Wire.h"

namespace chengban {

struct DemoOptions
{
    TenantId tenant;
    qint64 nowMs = 0; ///< Everything has happened before it.
    QString password; ///< Everybody's.
    quint32 seed = 12345;
};

struct DemoCounty
{
    QList<wire::DirectoryUnit> units;
    QList<wire::DirectoryPerson> people;
    int commands = 0;
    QHash<Phase, int> phases; ///< How many cases stand where.

    [[nodiscard]] int caseCount() const;
};

/// Fills an empty county with invented units, people with accounts, and about 200 cases in every phase: each
/// came there by real commands with real signatures through the case service. The same for the same options,
/// but for keys and salts. Errors: BadInput when the tenant has units besides the one that `init` makes, or
/// for a password that accounts refuse.
[[nodiscard]] Result<DemoCounty> buildDemoCounty(const Backend &backend, const DemoOptions &options);

/// A line for each person: user, name, role, unit, password, separated by tabs.
[[nodiscard]] QByteArray demoUserList(const DemoCounty &county, const QString &password);

} // namespace chengban
