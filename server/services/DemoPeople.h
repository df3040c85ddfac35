#pragma once

#include "server/services/DemoData.h"

namespace chengban {

/// "zhujian" and "clerk1" give "zhujian-clerk1".
[[nodiscard]] UserId demoUser(const UnitId &unit, const char *place);
[[nodiscard]] QString demoUnitName(const wire::Directory &directory, const UnitId &unit);

/// Everybody of the demonstration county: in each unit two clerks, a head of section, the deputy and the
/// principal leader; three people at the centre, an archivist, three administrators. The same for the same
/// seed.
[[nodiscard]] QList<wire::DirectoryPerson> demoPeople(const DemoData &data, quint32 seed);

} // namespace chengban
