#pragma once

#include "client/net/Obstacle.h"
#include "client/updates/UpdateState.h"
#include "shared/base/ErrorCode.h"

#include <QMetaType>

#include <optional>

namespace chengban {

/// How the client stands with its server; a value that crosses threads.
struct SyncState
{
    enum class Line { NeverConnected, Online, Offline, LoggedOut };
    Line line = Line::NeverConnected;
    bool busy = false;
    qint64 lastContactMs = 0;
    qint64 nextTryMs = 0;
    int waiting = 0; ///< Commands not yet answered.
    int filesWaiting = 0;
    std::optional<ErrorCode> reason; ///< Why offline.
    Obstacle obstacle = Obstacle::None; ///< What answered instead of the server, while offline.
    bool filesPaused = false; ///< The line is paid by volume: files wait until the person says otherwise.
    std::optional<ErrorCode> alarm; ///< The server contradicts the history this device took over.
    UpdateState update = {}; ///< Of the program itself.
    qint64 clockSkewMs = 0; ///< Device clock minus server clock; shown, never deciding.
    bool operator==(const SyncState &) const = default;
};

} // namespace chengban

Q_DECLARE_METATYPE(chengban::SyncState)
