#pragma once

#include "client/store/Drafts.h"
#include "shared/cases/Case.h"
#include "shared/reply/ReplyMerge.h"

#include <QHash>

#include <optional>

namespace chengban {

/// Who wrote a text, when and where.
struct Writer
{
    UserId user;
    QString name;
    DeviceId device;
    qint64 atMs = 0;
    bool operator==(const Writer &) const = default;
};

/// A draft together with what others wrote into the reply since it was begun.
struct DraftNews
{
    ReplyDraft mine; ///< Before the merge.
    ReplyMerge merge;
    QHash<QString, Writer> writers; ///< Of the fields that were taken or clash.
    qint64 revision = 0; ///< Up to which the log has been taken in.
    bool operator==(const DraftNews &) const = default;
};

/// None when nobody submitted a version after the draft was begun, or nothing in it is new to the draft.
[[nodiscard]] std::optional<DraftNews> newsFor(const ReplyDraft &draft, const Case &confirmed);

/// The draft as the merge leaves it. While a field is not decided it rests on the older revision, so that the
/// same clash is found again.
[[nodiscard]] ReplyDraft draftAfter(const DraftNews &news, const ReplyMerge &merge);

} // namespace chengban
