#include "client/printing/Sheets.h"

namespace chengban {

namespace {

void paintAppealOf(SheetPainter &painter, const SheetContext &context, const Paper &paper)
{
    const QList<Appeal> &appeals = paper.part == 0 ? context.theCase.appeals : context.theCase.scoreAppeals;
    paintAppeal(painter, context, paper.title, appeals.at(paper.index));
}

void paintReply(SheetPainter &painter, const SheetContext &context)
{
    if (context.manifest.form.reply == ReplyShape::Opinion)
        paintReplyOpinion(painter, context);
    else
        paintReplyLetter(painter, context);
}

} // namespace

void paintPaper(SheetPainter &painter, const SheetContext &context, const Paper &paper)
{
    const Case &c = context.theCase;
    switch (paper.kind) {
    case PaperKind::SignOffSheet:
        return paintSignOffSheet(painter, context);
    case PaperKind::ReplyLetter:
        return paintReply(painter, context);
    case PaperKind::CaseSheet:
        return paintCaseSheet(painter, context);
    case PaperKind::RegisterPage:
        return paintRegisterPage(painter, context);
    case PaperKind::HandlingSheet:
        return paintHandlingSheet(painter, context);
    case PaperKind::ContactRecord:
        return paintContacts(painter, context);
    case PaperKind::InvestigationRecord:
        return paintInvestigation(painter, context);
    case PaperKind::SiteRecord:
        return paintSiteRecord(painter, context);
    case PaperKind::PartRecord:
        return paintPart(painter, context, c.parts.at(paper.index));
    case PaperKind::LegalBasis:
        return paintLegalBasis(painter, context);
    case PaperKind::ExtensionSheet:
        return paintExtension(painter, context, c.extensions.at(paper.index));
    case PaperKind::ReturnSheet:
        return paintReturn(painter, context, c.returns.at(paper.index));
    case PaperKind::TerminationSheet:
        return paintTermination(painter, context, c.terminations.at(paper.index));
    case PaperKind::AppealSheet:
        return paintAppealOf(painter, context, paper);
    case PaperKind::ReworkSheet:
        return paintRework(painter, context, c.reviews.at(paper.index));
    case PaperKind::SupersededReply:
        return paintSupersededReply(painter, context, c.replies.at(paper.index));
    case PaperKind::OrderLetter:
        return paintOrderLetter(painter, context, c.orders.at(paper.index));
    case PaperKind::OrderAnswer:
        return paintOrderAnswer(
            painter, context, c.orders.at(paper.index), c.orders.at(paper.index).answers.at(paper.part));
    case PaperKind::CallbackRecord:
        return paintCallbacks(painter, context);
    case PaperKind::UrgeLetter:
        return paintUrgeLetter(painter, context, c.urges.at(paper.index));
    case PaperKind::EarlierReply:
        return paintEarlierReply(painter, context, c.earlierReplies.at(paper.index));
    case PaperKind::ExclusionSheet:
        return paintExclusion(painter, context);
    case PaperKind::Attachment:
        return paintFileNote(painter, paper.attachment);
    }
}

} // namespace chengban
