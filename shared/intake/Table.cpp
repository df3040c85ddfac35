#include "shared/intake/Table.h"

#include "shared/intake/CsvReader.h"
#include "shared/intake/XlsxReader.h"

namespace chengban {

Result<Table> readTable(
    const QByteArray &bytes, const TableLimits &limits, std::optional<TextEncoding> encoding)
{
    if (bytes.isEmpty())
        return fail(ErrorCode::FileEmpty);
    if (bytes.size() > limits.fileBytes)
        return fail(ErrorCode::TooLarge, QStringLiteral("%1 bytes").arg(bytes.size()));
    // The compound file of old Office, also the wrapper of workbooks that are locked with a password.
    if (bytes.startsWith("\xD0\xCF\x11\xE0"))
        return fail(ErrorCode::SpreadsheetOld);
    return bytes.startsWith("PK\x03\x04") ? readXlsx(bytes, limits) : readCsv(bytes, limits, encoding);
}

} // namespace chengban
