#pragma once

#include "shared/reply/Requirements.h"
#include "shared/reply/TextFinder.h"

namespace chengban {

/// Everything a check of the answer's text looks at.
struct AnswerText
{
    const Reply &reply;
    const QList<ContactAttempt> &contacts;
    const ReplyContext &context;
    const RulePack &pack;
};

/// Whether two phone numbers are the same, however they are grouped; false when one is too short to tell.
[[nodiscard]] bool isSameNumber(const QString &one, const QString &other);

/// The number is one of the unit's: the handler's or one that the citizen was called from.
[[nodiscard]] bool isUnitsNumber(const QString &number, const AnswerText &about);

/// The county's day of the reply: when it was signed, else when the citizen was answered, else today; invalid
/// when none of them is known.
[[nodiscard]] QDate replyDay(const Reply &reply, const ReplyContext &context);

/// Placeholders that were left in a field of the reply.
void addPlaceholders(Problems &problems, const QString &field, const QString &text, const RulePack &pack);

/// What only the answer is checked for, in this order: its contact, its words, its citations, personal data.
void addAnswerFaults(Problems &problems, const AnswerText &about);

// The checks of addAnswerFaults(), a file each.

/// The citizen's contact as the answer tells it against what is on record.
void addContactFaults(TextFinder &answer, const AnswerText &about);
/// One sentence, solved without facts, empty phrases, the demand said again, another subject.
void addWordingFaults(TextFinder &answer, const AnswerText &about);
/// The answer has hardly a word of the demand: it is about something else, or about nothing.
void addSubjectFaults(TextFinder &answer, const AnswerText &about);
/// Numbers of documents, title marks and articles in their form; laws that are no longer in force.
void addCitationFaults(TextFinder &answer, const AnswerText &about);
/// Numbers, names and addresses of people.
void addPersonalData(TextFinder &answer, const AnswerText &about);

} // namespace chengban
