#pragma once

#include "client/printing/DossierWriter.h"
#include "client/printing/SheetPainter.h"

namespace chengban {

/// What every sheet may look at.
struct SheetContext
{
    const Manifest &manifest;
    const Case &theCase;
    const QList<Event> &log;
    const RulePack *pack = nullptr; ///< Null: codes stand without their labels.

    /// The reply the dossier is about; null when there is none or the reader may not see it.
    [[nodiscard]] const ReplyVersion *reply() const;
};

/// A text's paragraphs without their indents and empty lines.
[[nodiscard]] QStringList textParagraphs(const QString &text);

/// Paints one paper of the manifest (all kinds but attachments), beginning on a new page.
void paintPaper(SheetPainter &painter, const SheetContext &context, const Paper &paper);

/// What stands over an attachment's page: its number and name; of a photo where, when and by whom.
[[nodiscard]] QString attachmentCaption(const Case &theCase, const Paper &paper);

// The papers, one function each. Internal remarks (拟办, 阅批, returns to the clerk) stand on the sign-off
// sheet and the handling sheet only, never in the letter to the citizen.
void paintSignOffSheet(
    SheetPainter &painter, const SheetContext &context); ///< T15; signed or to be signed by hand.
void paintReplyLetter(SheetPainter &painter, const SheetContext &context);
void paintReplyOpinion(SheetPainter &painter, const SheetContext &context); ///< 答复意见书 (standards A9)
void paintSupersededReply(SheetPainter &painter, const SheetContext &context, const ReplyVersion &version);
void paintInvestigation(SheetPainter &painter, const SheetContext &context); ///< T9-T14
void paintSiteRecord(SheetPainter &painter, const SheetContext &context); ///< T8, HA16, HA20
void paintPart(SheetPainter &painter, const SheetContext &context, const Entry<RecordBody> &part);
void paintLegalBasis(SheetPainter &painter, const SheetContext &context);
void paintCaseSheet(SheetPainter &painter, const SheetContext &context);
void paintRegisterPage(SheetPainter &painter, const SheetContext &context);
void paintHandlingSheet(SheetPainter &painter, const SheetContext &context); ///< 拟办、批示; internal.
void paintContacts(SheetPainter &painter, const SheetContext &context); ///< T5-T7, M12
void paintCallbacks(SheetPainter &painter, const SheetContext &context); ///< T16-T18, HA21
void paintEarlierReply(SheetPainter &painter, const SheetContext &context, const EarlierReply &earlier);
/// T21-T23: the decision, then the unit's letter; the letter alone before there is one. So with returns.
void paintExtension(SheetPainter &painter, const SheetContext &context, const Extension &extension);
void paintReturn(SheetPainter &painter, const SheetContext &context, const ReturnRequest &request); ///< T24
void paintTermination(SheetPainter &painter, const SheetContext &context, const Termination &request);
void paintAppeal(
    SheetPainter &painter, const SheetContext &context, const QString &title, const Appeal &appeal);
void paintExclusion(SheetPainter &painter, const SheetContext &context);
void paintRework(SheetPainter &painter, const SheetContext &context, const Entry<Review> &review);
void paintOrderAnswer(SheetPainter &painter, const SheetContext &context, const Order &order,
    const Asked<OrderAnswerBody> &answer);

// Letters after GB/T 9704: a unit's requests in writing (T21, T24: reason, days, seal and date), the
// centre's word to a unit.
void paintExtensionLetter(SheetPainter &painter, const SheetContext &context, const Extension &extension);
void paintReturnLetter(SheetPainter &painter, const SheetContext &context, const ReturnRequest &request);
void paintUrgeLetter(SheetPainter &painter, const SheetContext &context, const Entry<ReminderBody> &urge);
void paintOrderLetter(SheetPainter &painter, const SheetContext &context, const Order &order); ///< HA14-HA20

/// Stands for a file that cannot be printed (sound, spreadsheet…): what it is and how it is recognised.
void paintFileNote(SheetPainter &painter, const Attachment &attachment);

/// Cover, catalogue and note at the back after GB/T 9705; they bear no archive number.
void paintCover(SheetPainter &painter, const SheetContext &context, const DossierInfo &info);
void paintCatalogue(SheetPainter &painter, const SheetContext &context, const DossierInfo &info);
/// Labels for spines of 10, 15 and 20 mm.
void paintSpines(SheetPainter &painter, const Manifest &manifest);
/// The front of a folder of GB/T 9705, 220 x 310 mm.
void paintFolderCover(SheetPainter &painter, const Manifest &manifest, int pages);
void paintBackNote(SheetPainter &painter, const SheetContext &context, const DossierInfo &info);

} // namespace chengban
