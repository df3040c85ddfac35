#pragma once

#include "client/store/Database.h"
#include "client/store/Sealer.h"

#include <optional>

namespace chengban {

/// Small things of this store that belong to no table: sealed by name, or plain numbers (back-off, clock,
/// contact).
class Values
{
public:
    Values(Database &db, const Sealer &sealer);

    [[nodiscard]] Result<std::optional<QByteArray>> sealed(const QString &name) const;
    [[nodiscard]] Result<void> setSealed(const QString &name, const QByteArray &value);
    [[nodiscard]] Result<void> remove(const QString &name);
    [[nodiscard]] Result<qint64> number(const QString &name) const; ///< 0 when never set.
    [[nodiscard]] Result<void> setNumber(const QString &name, qint64 value);

private:
    Database &m_db;
    const Sealer &m_sealer;
};

} // namespace chengban
