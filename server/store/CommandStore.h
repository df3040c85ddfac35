#pragma once

#include "shared/base/Ids.h"
#include "shared/base/Result.h"

#include <QByteArray>

#include <optional>

namespace chengban {

class Database;

/// A decided command: whose it was and what the answer said. The answer's events are not copied here, only
/// which revisions they are: a copy would keep what an erasure takes away.
struct CommandRow
{
    CommandId id;
    TenantId tenant;
    UserId user;
    DeviceId device;
    QByteArray bodyDigest; ///< Keyed, because a command can hold a phone number.
    CaseId caseId;
    QString state; ///< Name of a wire::CommandState.
    QByteArray problems; ///< JSON array.
    qint64 firstRevision = 0; ///< 0: the answer carries no events.
    qint64 lastRevision = 0;
    QByteArray receipt; ///< JSON object; empty without a receipt.
    qint64 atMs = 0;

    bool operator==(const CommandRow &) const = default;
};

/// Every command ever decided; rows are never removed, so an id gets the same answer for ever.
class CommandStore
{
public:
    explicit CommandStore(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] Result<std::optional<CommandRow>> find(const CommandId &id);
    [[nodiscard]] Result<void> add(const CommandRow &command);

private:
    Database &m_database;
};

} // namespace chengban
