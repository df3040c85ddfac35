#include "cli/CaseLog.h"

#include "cli/Console.h"
#include "shared/canonical/JsonReader.h"

namespace chengban::cli {

Result<CaseLog> caseLogFrom(const QString &path)
{
    const auto bytes = fileContent(path);
    if (!bytes)
        return fail(bytes.error());
    const auto json = parseJsonObject(*bytes, 256 << 20);
    if (!json)
        return fail(json.error());
    return caseLogFromJson(*json);
}

} // namespace chengban::cli
