#pragma once

#include "shared/reply/Requirements.h"

namespace chengban::measure {

/// A citizen's public letter with the answer it got. Of those old replies only the answer is known.
struct Letter
{
    QString id; ///< source_id of the row.
    QString title;
    QString demand;
    QString answer;
    qint64 repliedAtMs = 0;
};

/// The letters of a CSV with the columns source_id, title, content, reply and replied_at. Ends the program
/// with a sentence when the file is not of that form.
[[nodiscard]] QList<Letter> lettersFrom(const QString &path);

/// A letter's reply as our program would hold it: what is no text is filled in with an invented unit's facts.
struct RealReply
{
    Reply reply;
    QList<ContactAttempt> contacts;
    ReplyContext context;
};
[[nodiscard]] RealReply replyTo(const Letter &letter);

/// The findings of the text checks; what the reply's other parts lack is left out.
[[nodiscard]] Problems textFindings(const RealReply &real, const RulePack &pack);

} // namespace chengban::measure
