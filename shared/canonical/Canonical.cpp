#include "shared/canonical/Canonical.h"

#include "shared/canonical/CanonicalWriter.h"

namespace chengban {

Result<QByteArray> canonicalForm(const QJsonValue &value)
{
    CanonicalWriter writer;
    writer.value(value);
    return writer.taken();
}

Result<QByteArray> canonicalForm(const QJsonObject &object)
{
    return canonicalForm(QJsonValue(object));
}

} // namespace chengban
