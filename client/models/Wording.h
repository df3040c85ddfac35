#pragma once

#include "client/models/Desk.h"

#include <QString>

namespace chengban {

// The words of the window for the enums of the rule core: one place, so that the rail, the list, the page and
// the timeline call a thing by the same name. Translated; short official terms.

[[nodiscard]] QString phaseText(Phase phase);
[[nodiscard]] QString caseClassText(CaseClass caseClass);
[[nodiscard]] QString verdictText(Verdict verdict);
/// What the verdict means for the clerk, in one line.
[[nodiscard]] QString verdictHint(Verdict verdict);
[[nodiscard]] QString outcomeText(ContactOutcome outcome);
[[nodiscard]] QString attachmentKindText(AttachmentKind kind);
[[nodiscard]] QString roleText(Role role);
[[nodiscard]] QString dueLabel(LimitName limit);
/// What has to be signed: "Request for return".
[[nodiscard]] QString signedActionText(SignedAction action);
[[nodiscard]] QString handDownText(HandDownTo to);

/// Heading of a part of the reply by its field name ("investigation"); empty for other fields.
[[nodiscard]] QString replyPartText(const QString &field);

/// The sentence of a problem: problemText(), and what only the window can lack (PIN, key, decision).
[[nodiscard]] QString missingText(const Problem &problem);

[[nodiscard]] QString outboxStateText(OutboxState state);
/// What happens next with the row, as a sentence: "Is sent again at 16:42." Empty when nothing does.
[[nodiscard]] QString outboxNextText(const OutboxRow &row);
/// The connection in one sentence, for the rail: "Offline since 16:41; everything is kept here."
[[nodiscard]] QString syncText(const SyncState &state);
/// What there is to know of newer versions of the program; empty when nothing.
[[nodiscard]] QString updateText(const UpdateState &update);

/// What stands between this PC and the server and what to do about it; empty for mere silence.
[[nodiscard]] QString obstacleText(Obstacle obstacle);

/// The label of a coded reason, or the code itself for one the pack does not know.
[[nodiscard]] QString reasonLabel(const QList<CodedReason> &reasons, const QString &code);

/// "16:41" today, "09-26 16:41" on other days, in the county's time.
[[nodiscard]] QString shortTime(qint64 utcMs, qint64 nowMs);
/// "1.4 MB"
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace chengban
