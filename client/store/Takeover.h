#pragma once

#include "client/store/SealedCase.h"

#include <optional>

namespace chengban {

/// What the replica has of a case for which something comes.
struct KnownCase
{
    qint64 revision = 0;
    QByteArray head;
    QList<Event> log; ///< Empty if a whole log comes, which replaces it.
};

/// Something of the feed, with what it has to fit.
struct Incoming
{
    wire::FeedCase feedCase;
    std::optional<KnownCase> known;
};

/// The rows that a case becomes by what came, or why that does not fit what is known.
///
/// A whole log must hold what was seen before, so it is neither cut nor recomputed; other events continue the
/// known log, where a duplicate is harmless and another event in the same place is not. Pure, so that many
/// cases are taken over at once. The events are as eventFromJson() gave them. Errors: ChainBroken,
/// NotCanonical.
[[nodiscard]] Result<SealedCase> takenOver(const Incoming &incoming, const Sealer &sealer);

} // namespace chengban
