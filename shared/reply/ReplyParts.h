#pragma once

#include "shared/reply/Reply.h"

#include <span>

namespace chengban {

/// One part of the form, as packs and problems name it.
struct ReplyPart
{
    const char *part; ///< In `requiredParts` of a pack.
    const char *field; ///< In Problem::field.
    const char *stem; ///< Of the findings: "<stem>-missing", "<stem>-too-short".
    const char *label; ///< Context "ReplyPart"; translate before showing.
    QString Reply::*text; ///< Null for what is no text.
    AttachmentKind kind; ///< Of an attachment part.
};

/// All parts in the order of the form. The contact stands first and is judged from the records, not from the
/// reply.
[[nodiscard]] std::span<const ReplyPart> replyParts();

struct ReplyContext;

/// How much of the part there is: letters of a text, number of files or bases, 1 for a flag that is set. What
/// the case has on record (a visit, an answer to the citizen) counts like what stands in the reply.
[[nodiscard]] int amountOf(const ReplyPart &part, const Reply &reply, const ReplyContext &context);

} // namespace chengban
