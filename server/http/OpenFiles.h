#pragma once

#include <QtGlobal>

namespace chengban::server {

/// Lets the process open a file for each of so many connections and some hundred more for database and
/// uploads, as far as the system permits; gives the connections there is room for.
[[nodiscard]] qsizetype roomForConnections(qsizetype wanted);

} // namespace chengban::server
