#include "client/models/BulletinShelf.h"

#include "client/models/LocalDesk.h"
#include "shared/canonical/JsonReader.h"

#include <QJsonDocument>

namespace chengban {

namespace {

const QString valueName = QStringLiteral("bulletin");

} // namespace

BulletinDraft keptBulletin(const LocalDesk &desk)
{
    if (desk.isLocked())
        return {};
    const auto bytes = desk.store()->values().sealed(valueName);
    const auto json = bytes && *bytes ? parseJsonObject(**bytes) : Result<QJsonObject>();
    return bulletinDraftFrom(json.value_or(QJsonObject()));
}

Result<void> keepBulletin(LocalDesk &desk, const BulletinDraft &draft)
{
    if (desk.isLocked())
        return fail(ErrorCode::StoreLocked);
    return desk.store()->values().setSealed(
        valueName, QJsonDocument(toJson(draft)).toJson(QJsonDocument::Compact));
}

} // namespace chengban
