#pragma once

#include "shared/cases/Case.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace chengban {

/// A line of the case list.
struct CaseSummary
{
    CaseId id;
    QString number; ///< Shown number: the source's, or the short id.
    QString title;
    QString category;
    Phase phase = Phase::None;
    CaseClass caseClass = CaseClass::General;
    QString unitName;
    std::optional<qint64> dueMs;
    bool provisional = false;
    Access access = Access::None;
    bool readOnly = false;
    bool anonymous = false;
    int round = 1;
    int pending = 0; ///< Own commands that wait or were refused.
    bool hasDraft = false;
    bool decisionWanted = false; ///< The unit asked for or answered something; the centre decides on it.
    bool requestPending = false; ///< A request waits inside the unit for its signature.
    bool instructionOwed = false; ///< The unit waits for its leader's word on how to handle it.
    bool returnedToClerk = false; ///< Handling again because the leader sent the reply back.
    qint64 changedAtMs = 0;
    QByteArray pack; ///< Digest of the rules it was dispatched under; empty before.
    bool packKnown = true; ///< False in a line that an earlier release wrote: it does not say.

    bool operator==(const CaseSummary &) const = default;
};

/// The line of a case; `pending` and `hasDraft` are the reader's own and stay empty here.
[[nodiscard]] CaseSummary summaryOf(const Case &theCase, Access access, qint64 changedAtMs);

/// What a search looks at: number, title, demand, place, unit and the replies, folded for comparison.
[[nodiscard]] QString searchedWords(const Case &theCase);
/// The one folding of texts and queries: compatibility forms, lower case.
[[nodiscard]] QString foldedForSearch(const QString &text);

[[nodiscard]] QByteArray packed(const CaseSummary &summary);
[[nodiscard]] Result<CaseSummary> unpackedSummary(const QByteArray &bytes); ///< Errors: StoreDamaged.

} // namespace chengban
