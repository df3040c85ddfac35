#pragma once

#include "shared/base/Result.h"

#include <QString>

namespace chengban {

/// Whether it is the address of a PostgreSQL database:
/// postgresql://[user@][host][:port]/name[?parameter=value].
[[nodiscard]] bool isPostgresAddress(const QString &location);

/// The address as a connection string of libpq, with what every connection of ours needs: durable commits,
/// limits to waiting for locks and to idle transactions, and notice of a dead line.
///
/// A password has no place in it: it would stand in the list of processes. libpq finds it in the file that
/// PGPASSFILE names or through a service. Errors: BadInput.
[[nodiscard]] Result<QStringList> postgresParameters(const QString &address, int busyTimeoutMs);

} // namespace chengban
