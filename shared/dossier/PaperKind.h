#pragma once

#include "shared/base/Names.h"

#include <array>

namespace chengban {

/// What a paper of a dossier is; each kind has a sheet in client/printing.
enum class PaperKind {
    SignOffSheet,
    ReplyLetter,
    CaseSheet,
    ContactRecord,
    InvestigationRecord,
    LegalBasis,
    Attachment,
    ExtensionSheet,
    ReturnSheet,
    ReworkSheet,
    CallbackRecord,
    EarlierReply,
    UrgeLetter,
    RegisterPage, ///< 登记页: registration, dispatches, the unit's own ledger.
    HandlingSheet, ///< 拟办与批示; internal.
    SiteRecord, ///< 调查与现场记录
    PartRecord, ///< A co-handler's part.
    OrderLetter, ///< 督办通知, 回访复核单
    OrderAnswer,
    TerminationSheet,
    AppealSheet, ///< Objections to a return's decision or to a score.
    SupersededReply, ///< Sent to the centre and returned for rework.
    ExclusionSheet, ///< 不计入考核
};

constexpr auto namesOf(PaperKind)
{
    using enum PaperKind;
    return std::array{Named{SignOffSheet, "sign-off-sheet"}, Named{ReplyLetter, "reply-letter"},
        Named{CaseSheet, "case-sheet"}, Named{ContactRecord, "contact-record"},
        Named{InvestigationRecord, "investigation-record"}, Named{LegalBasis, "legal-basis"},
        Named{Attachment, "attachment"}, Named{ExtensionSheet, "extension-sheet"},
        Named{ReturnSheet, "return-sheet"}, Named{ReworkSheet, "rework-sheet"},
        Named{CallbackRecord, "callback-record"}, Named{EarlierReply, "earlier-reply"},
        Named{UrgeLetter, "urge-letter"}, Named{RegisterPage, "register-page"},
        Named{HandlingSheet, "handling-sheet"}, Named{SiteRecord, "site-record"},
        Named{PartRecord, "part-record"}, Named{OrderLetter, "order-letter"},
        Named{OrderAnswer, "order-answer"}, Named{TerminationSheet, "termination-sheet"},
        Named{AppealSheet, "appeal-sheet"}, Named{SupersededReply, "superseded-reply"},
        Named{ExclusionSheet, "exclusion-sheet"}};
}

} // namespace chengban
