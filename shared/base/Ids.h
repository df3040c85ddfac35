#pragma once

#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>

#include <compare>

namespace chengban {

/// A string that names one kind of thing; ids of different kinds do not mix.
template <typename Kind> struct Id
{
    QString value;

    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return value < other.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using TenantId = Id<struct TenantKind>; ///< The county.
using CaseId = Id<struct CaseKind>;
using UnitId = Id<struct UnitKind>;
using SectionId = Id<struct SectionKind>; ///< A section or village of a unit; unique in the unit.
using UserId = Id<struct UserKind>;
using DeviceId = Id<struct DeviceKind>;
using CommandId = Id<struct CommandKind>; ///< A UUIDv7 in lower case with hyphens.
using KeyId = Id<struct KeyKind>; ///< Of a signing key.

/// RFC 9562 version 7: sorts by time. `random` gives at least 10 bytes; nothing else is random here.
[[nodiscard]] QString uuid7(qint64 unixMs, QByteArrayView random);

/// True for a lower-case hyphenated UUID of version 7.
[[nodiscard]] bool isUuid7(QStringView text);

} // namespace chengban
