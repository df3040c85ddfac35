// The centre's orders and the units' answers to them (HA14-HA20, HE7-HE10).
#include "client/printing/OfficialLetter.h"
#include "client/printing/SheetParts.h"
#include "client/printing/Wording.h"

#include <algorithm>

namespace chengban {

using namespace sheets;

namespace {

/// When the unit must have answered; empty when the rules set no time.
QString dueWord(const Case &theCase, const Order &order)
{
    const auto clock = std::ranges::find(theCase.clocks, order.order.revision, &Clock::order);
    return clock == theCase.clocks.end() ? QString() : timeWord(clock->deadline.dueMs);
}

QString askedSentence(const SheetContext &context, const Order &order)
{
    const Case &c = context.theCase;
    const OrderBody &body = order.order.body;
    const QString reason = codeWord(body.code, context.pack);
    const QString because = reason.isEmpty() ? QString() : QStringLiteral("因“%1”，").arg(reason);
    const QString what = order.kind == OrderKind::Supervision ? QStringLiteral("现予督办。")
                                                              : QStringLiteral("现交你单位复核。");
    return QStringLiteral("%1派发你单位办理的“%2”工单（编号%3），%4%5")
        .arg(dayWord(c.dispatchedAtMs), c.demand.title, context.manifest.caseNumber, because, what);
}

} // namespace

void paintOrderLetter(SheetPainter &painter, const SheetContext &context, const Order &order)
{
    const OrderBody &body = order.order.body;
    const bool supervision = order.kind == OrderKind::Supervision;
    OfficialLetter letter;
    letter.issuer = order.order.actor.unitName;
    letter.reference = QStringLiteral("工单编号：") + context.manifest.caseNumber;
    letter.title = supervision ? QStringLiteral("关于督办“%1”工单的通知").arg(context.theCase.demand.title)
                               : QStringLiteral("关于复核“%1”工单的通知").arg(context.theCase.demand.title);
    letter.recipient = context.theCase.leadUnitName;
    letter.paragraphs = {askedSentence(context, order)};
    letter.paragraphs << (supervision ? QStringLiteral("一、督办要求") : QStringLiteral("一、复核要求"))
                      << textParagraphs(body.note);
    if (!body.method.isEmpty())
        letter.paragraphs << QStringLiteral("督办方式：%1。").arg(codeWord(body.method, context.pack));
    if (body.onSite)
        letter.paragraphs << QStringLiteral("须派员到现场核实，并附现场照片。");
    letter.paragraphs << QStringLiteral("二、时限");
    const QString due = dueWord(context.theCase, order);
    letter.paragraphs << (due.isEmpty() ? QStringLiteral("请抓紧办理，及时报送书面情况。")
                                        : QStringLiteral("请于%1前报送书面情况。").arg(due));
    letter.atMs = order.order.atMs;
    letter.note = QStringLiteral("经办人：") + nameWord(order.order.actor);
    paintOfficialLetter(painter, letter);
}

void paintOrderAnswer(SheetPainter &painter, const SheetContext &context, const Order &order,
    const Asked<OrderAnswerBody> &answer)
{
    const bool supervision = order.kind == OrderKind::Supervision;
    const Reply &reply = answer.request.body.reply;
    painter.beginSheet();
    painter.title(supervision ? QStringLiteral("督办事项办理情况") : QStringLiteral("复核情况"));
    SheetTable table{fourColumns, {}};
    addCase(table, context, QStringLiteral("承办单位"));
    table.rows.append(pair(supervision ? QStringLiteral("督办时间") : QStringLiteral("交办时间"),
        timeWord(order.order.atMs), QStringLiteral("要求时限"), dueWord(context.theCase, order)));
    table.rows.append(row(
        supervision ? QStringLiteral("督办要求") : QStringLiteral("复核要求"), order.order.body.note, 25));
    table.rows.append(person(
        QStringLiteral("报送人"), answer.request.actor, QStringLiteral("报送时间"), answer.request.atMs));
    painter.table(table);
    painter.space(6);
    paintAccount(painter, context, reply);
    paintVisits(painter, reply.siteVisits);
    SheetTable end{fourColumns, {}};
    sheets::addSignatures(end, answer.signatures);
    if (answer.decision)
        addDecision(end, *answer.decision);
    if (!end.rows.isEmpty())
        painter.table(end);
}

} // namespace chengban
