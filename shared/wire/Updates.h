#pragma once

#include "shared/release/Release.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace chengban::wire {

/// A client asks for a newer version of itself (GET /v1/updates).
struct UpdateQuestion
{
    QString platform;
    VersionNumber running;
    QList<VersionNumber> refused; ///< Did not start on this computer; not offered to it again.
    bool operator==(const UpdateQuestion &) const = default;
};
[[nodiscard]] QString queryOf(const UpdateQuestion &question); ///< With the "?".
/// From the query's values. Errors: BadInput with the name of the value.
[[nodiscard]] Result<UpdateQuestion> updateQuestion(
    const QString &platform, const QString &running, const QString &refused);

/// What the server has for that client and person.
struct UpdateOffer
{
    std::optional<SignedRelease> release; ///< The newest that was rolled out to the unit.
    QList<VersionNumber> withdrawn; ///< Newer than what runs, and not to be started any more.
    bool operator==(const UpdateOffer &) const = default;
};
[[nodiscard]] QJsonObject toJson(const UpdateOffer &offer);
/// Form alone: the receiver verifies the release. Errors: ReleaseInvalid and those of the reader.
[[nodiscard]] Result<UpdateOffer> updateOfferFromJson(const QJsonObject &json);

} // namespace chengban::wire
