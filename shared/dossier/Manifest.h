#pragma once

#include "shared/base/Names.h"
#include "shared/cases/Case.h"

#include <QList>
#include <QString>

#include <array>

namespace chengban {

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
        Named{UrgeLetter, "urge-letter"}};
}

/// Order of the papers; local practice, so a template and no constant (standards A9).
enum class PaperOrder { ConclusionFirst, ByTime };

constexpr auto namesOf(PaperOrder)
{
    return std::array{
        Named{PaperOrder::ConclusionFirst, "conclusion-first"}, Named{PaperOrder::ByTime, "by-time"}};
}

/// One paper of the dossier: a line of the catalogue.
struct Paper
{
    PaperKind kind = PaperKind::CaseSheet;
    QString title; ///< Chinese: an official document.
    QString responsible; ///< 责任者
    QString documentNumber; ///< 文号
    qint64 atMs = 0;
    qsizetype index = 0; ///< Which attachment, review, extension… of the case it shows.
    Attachment attachment; ///< For PaperKind::Attachment.
    bool missing = false; ///< Required, not there yet: red in the catalogue.

    bool operator==(const Paper &) const = default;
};

/// A case's papers in order, with what the cover says. Pure; the client lays it out.
struct Manifest
{
    int version = 1;
    PaperOrder order = PaperOrder::ConclusionFirst;
    QString fondsName; ///< 全宗名称: the unit that formed the dossier.
    QString title; ///< 案卷题名
    QString caseNumber;
    QString archiveNumber; ///< 档号
    QString retention; ///< As the archive entered it: "D10", "D30", "Y"; empty before.
    qint64 fromMs = 0;
    qint64 toMs = 0;
    int year = 0; ///< Of closing, in the county's time; 0 before.
    QString caseHead; ///< Hex.
    int volume = 1; ///< Of `volumes`; more than one above 200 pages.
    int volumes = 1;
    QList<Paper> papers;

    bool operator==(const Manifest &) const = default;
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] QStringList missingTitles() const;
};

/// The papers of a case as far as it has come. A paper that its phase requires and that is not there is
/// listed with `missing`: contacts (T5), the account of the investigation (T9-T14), evidence (T11) and
/// procedure papers (T14) from the sign-off on, a signature (T15) once the reply is signed. Callbacks are
/// listed when there were any; the centre may close without.
[[nodiscard]] Manifest manifestOf(const Case &theCase, PaperOrder order);

/// 案卷题名: body, subject and kind of document (standards A1), at most 50 characters; the subject is
/// shortened.
[[nodiscard]] QString dossierTitle(const QString &unitName, const QString &subject);

[[nodiscard]] QJsonObject toJson(const Manifest &manifest);

} // namespace chengban
