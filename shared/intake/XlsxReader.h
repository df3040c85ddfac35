#pragma once

#include "shared/intake/Table.h"

namespace chengban {

/// The first sheet of a workbook (ECMA-376): shared, inline and formula strings, numbers, and dates by their
/// style as "2025-09-26 16:40:00". Compressed bombs, entities and broken archives end in an error, never in
/// memory. Errors: SpreadsheetDamaged with the part's name, TooLarge.
[[nodiscard]] Result<Table> readXlsx(const QByteArray &bytes, const TableLimits &limits);

} // namespace chengban
