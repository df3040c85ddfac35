#pragma once

#include "client/store/Outbox.h"
#include "shared/wire/Wire.h"

namespace chengban {

class Store;

// What the server's words do to the store, whichever way they came: by the line, or on a stick.

/// Its refusal says only that a file has not arrived: the row waits on.
[[nodiscard]] bool lacksFile(const wire::CommandAnswer &answer);

/// The word on a row of the outbox. First the events, then the row: cut in between, the row is sent again and
/// gets the same answer. A receipt that does not verify is dropped: it would prove nothing later.
[[nodiscard]] Result<void> takeAnswer(Store &store, const OutboxRow &row, wire::CommandAnswer answer,
    const QByteArray &serverKeyPem, qint64 nowMs);

/// Sets the clerk's own work aside on cases that the page takes away, and brings it back on those it gives
/// back; to be done before the page is applied. Gives whether there was any.
[[nodiscard]] Result<bool> settleAccess(Store &store, const wire::FeedPage &page, qint64 nowMs);

} // namespace chengban
