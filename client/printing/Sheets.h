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

// The papers, one function each. Internal remarks (拟办, 阅批, returns to the clerk) stand on the sign-off
// sheet only, never in the letter to the citizen.
void paintSignOffSheet(
    SheetPainter &painter, const SheetContext &context); ///< T15; signed or to be signed by hand.
void paintReplyLetter(SheetPainter &painter, const SheetContext &context);
void paintInvestigation(SheetPainter &painter, const SheetContext &context); ///< T9-T14
void paintLegalBasis(SheetPainter &painter, const SheetContext &context);
void paintCaseSheet(SheetPainter &painter, const SheetContext &context);
void paintContacts(SheetPainter &painter, const SheetContext &context); ///< T5-T7
void paintCallbacks(SheetPainter &painter, const SheetContext &context); ///< T16-T18
void paintEarlierReply(SheetPainter &painter, const SheetContext &context, const EarlierReply &earlier);
/// T21-T23: the decision, then the unit's letter; the letter alone before there is one. So with returns.
void paintExtension(SheetPainter &painter, const SheetContext &context, const Extension &extension);
void paintReturn(SheetPainter &painter, const SheetContext &context, const ReturnRequest &request); ///< T24

// Letters after GB/T 9704: a unit's requests in writing (T21, T24: reason, days, seal and date), the
// centre's word to a unit.
void paintExtensionLetter(SheetPainter &painter, const SheetContext &context, const Extension &extension);
void paintReturnLetter(SheetPainter &painter, const SheetContext &context, const ReturnRequest &request);
void paintUrgeLetter(SheetPainter &painter, const SheetContext &context, const Entry<ReminderBody> &urge);

void paintRework(SheetPainter &painter, const SheetContext &context, const Entry<Review> &review);

/// Stands for a file that cannot be printed (sound, spreadsheet…): what it is and how it is recognised.
void paintFileNote(SheetPainter &painter, const Attachment &attachment);

/// Cover, catalogue and note at the back after GB/T 9705; they bear no archive number.
void paintCover(SheetPainter &painter, const SheetContext &context, const DossierInfo &info);
void paintCatalogue(SheetPainter &painter, const SheetContext &context, const DossierInfo &info);
/// Labels for spines of 10, 15 and 20 mm.
void paintSpines(SheetPainter &painter, const Manifest &manifest);
void paintBackNote(SheetPainter &painter, const SheetContext &context, const DossierInfo &info);

} // namespace chengban
