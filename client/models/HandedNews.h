#pragma once

#include "client/models/DraftNews.h"
#include "client/store/Handovers.h"

namespace chengban {

/// A draft that a colleague handed over, as news for the own one: merged field by field like what stands in
/// the log, over what the own draft rests on. None when nothing in it is new. Its revision is 0: taking it in
/// changes nothing about what the draft rests on, so words of the log that come later still clash with it.
[[nodiscard]] std::optional<DraftNews> newsFrom(const HandedDraft &handed, const ReplyDraft &mine);

} // namespace chengban
