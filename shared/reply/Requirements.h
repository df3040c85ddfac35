#pragma once

#include "shared/base/Problem.h"
#include "shared/reply/Reply.h"
#include "shared/rules/RulePack.h"

namespace chengban {

/// What the check of a reply needs to know of its case.
struct ReplyContext
{
    bool anonymous = false; ///< An anonymous case needs no contact (T5).
    QString unitName;
    QString citizenName; ///< Empty when withheld; used to find personal data in the answer.
    QString citizenPhone;
    bool hasPhone = false; ///< A number came with the case, even if it is withheld here.
    QString demandTitle;
    QString demandText;
    QString caseType = {}; ///< Code of the pack (HA4).
    CaseClass caseClass = CaseClass::General;
    QString order = {}; ///< "re-review" or "supervision" when the reply answers such an order; else empty.
    bool noAnswer = false; ///< The centre marked the case as needing no answer (M13).
    qint64 answeredAtMs = 0; ///< On record in the case: when the citizen was answered (M12); 0: not.
    QString answeredVia = {}; ///< And how: code of the pack's answer channel (HA11a).
    QList<SiteVisit> siteVisits = {}; ///< On record in the case (HA16, HA20c).
    QString unitCallback
        = {}; ///< On record in the case: code of the satisfaction the unit found itself (T16).
    bool unitCallbackActedOn = false; ///< The unit has done something since that callback (T17).
    qint64 firstContactDueMs = 0; ///< By when the citizen was to be contacted first (HA8); 0: no such limit.
    QString signerName = {}; ///< Who signed this version; empty when unsigned or not known here.
    qint64 signedAtMs = 0; ///< When; 0: unsigned or not known here.
    qint64 nowMs = 0; ///< When the check is made; 0: times are not compared with it.
};

/// The code of the worst level of the pack's scale of satisfaction; empty without a scale.
[[nodiscard]] QString worstSatisfaction(const RulePack &pack);

/// What is wrong with one contact record by itself, before it is recorded for ever (T6, T7): no handler or
/// number, told contents without a conversation, "no number" though one came with the case. A record with
/// such a fault does not count as contact. Empty means sound.
[[nodiscard]] Problems contactProblems(
    const ContactAttempt &contact, const ReplyContext &context, const RulePack &pack);

/// Everything the reply still lacks under the pack, in the order of the form; empty means complete. The only
/// copy of these rules: the form lists it, `decide` refuses by it. Sources: T5-T15 and the pack's `cite`.
[[nodiscard]] Problems replyProblems(const Reply &reply, const QList<ContactAttempt> &contacts,
    const ReplyContext &context, const RulePack &pack);

/// The sentence that T6 and T7 prescribe, made from the contact record; empty without any attempt.
/// Prescribed official wording, so Chinese whatever the language of the window.
[[nodiscard]] QString contactSentence(const QList<ContactAttempt> &contacts, const RulePack &pack);

/// A proposal for the answer's text, composed from the parts the verdict needs and the contact sentence.
[[nodiscard]] QString composedAnswer(const Reply &reply, const QList<ContactAttempt> &contacts,
    const ReplyContext &context, const RulePack &pack);

/// The sentence for people of a problem of any room: what is missing or wrong, and where. A finding that has
/// no sentence of its own gets that of its code. Translated.
[[nodiscard]] QString problemText(const Problem &problem);

} // namespace chengban
