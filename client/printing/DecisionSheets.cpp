#include "client/printing/Sheets.h"
#include "client/printing/Wording.h"

namespace chengban {
namespace {

const QList<qreal> fourColumns{27, 54.5, 27, 54.5};

SheetRow caseRow(const SheetContext &context)
{
    return {{label(QStringLiteral("工单编号")), value(context.manifest.caseNumber),
        label(QStringLiteral("申请单位")), value(context.theCase.leadUnitName)}};
}

SheetRow subjectRow(const SheetContext &context)
{
    return {{label(QStringLiteral("诉求标题")), value(context.theCase.demand.title, 3)}};
}

SheetRow row(const QString &name, const QString &text, qreal leastMm = 9)
{
    return {{label(name), leastMm > 20 ? prose(text, 3) : value(text, 3)}, leastMm};
}

SheetRow personRow(const QString &who, const Actor &actor, const QString &when, qint64 atMs)
{
    return {{label(who), value(nameWord(actor)), label(when), value(timeWord(atMs))}};
}

void addDecision(SheetTable &table, const Entry<DecisionBody> &decision)
{
    const QString &note = decision.body.note;
    const QString outcome = decision.body.granted ? QStringLiteral("同意") : QStringLiteral("不同意");
    const bool said = note.startsWith(outcome); // the centre's own words begin with it
    table.rows.append(row(QStringLiteral("批复意见"), said ? note : outcome + u'。' + note, 30));
    table.rows.append({{label(QStringLiteral("批复单位")), value(decision.actor.unitName, 3)}});
    table.rows.append(
        personRow(QStringLiteral("批复人"), decision.actor, QStringLiteral("批复时间"), decision.atMs));
}

} // namespace

void paintExtension(SheetPainter &painter, const SheetContext &context, const Extension &extension)
{
    const ExtensionBody &request = extension.request.body;
    if (!extension.decision)
        return paintExtensionLetter(painter, context, extension);
    painter.beginSheet();
    painter.title(QStringLiteral("延期办理申请及批复"));
    SheetTable table{fourColumns, {caseRow(context), subjectRow(context)}};
    table.rows.append(row(QStringLiteral("延期理由"), request.reason, 35));
    table.rows.append(row(QStringLiteral("延期依据"), request.basis, 25));
    table.rows.append(row(QStringLiteral("申请延期"), QStringLiteral("%1个工作日").arg(request.workingDays)));
    table.rows.append(personRow(QStringLiteral("申请人"), extension.request.actor, QStringLiteral("申请时间"),
        extension.request.atMs));
    addDecision(table, *extension.decision);
    painter.table(table);
    paintExtensionLetter(painter, context, extension);
}

void paintReturn(SheetPainter &painter, const SheetContext &context, const ReturnRequest &request)
{
    const ReturnRequestBody &body = request.request.body;
    if (!request.decision)
        return paintReturnLetter(painter, context, request);
    painter.beginSheet();
    painter.title(QStringLiteral("退单申请及批复"));
    SheetTable table{fourColumns, {caseRow(context), subjectRow(context)}};
    table.rows.append(row(QStringLiteral("退单原因"), codeWord(body.reason, context.pack)));
    table.rows.append(row(QStringLiteral("情况说明"), body.statement, 45));
    table.rows.append({{label(QStringLiteral("建议单位")), value(body.suggestedUnitName),
        label(QStringLiteral("主要领导")), value(body.signer)}});
    table.rows.append(personRow(
        QStringLiteral("申请人"), request.request.actor, QStringLiteral("申请时间"), request.request.atMs));
    addDecision(table, *request.decision);
    painter.table(table);
    paintReturnLetter(painter, context, request);
}

void paintRework(SheetPainter &painter, const SheetContext &context, const Entry<Review> &review)
{
    const ReviewBody &body = review.body.body;
    QStringList reasons;
    for (const QString &reason : body.reasons)
        reasons.append(QStringLiteral("%1．%2").arg(reasons.size() + 1).arg(codeWord(reason, context.pack)));
    painter.beginSheet();
    painter.title(QStringLiteral("退回重办通知"));
    SheetTable table{fourColumns, {}};
    table.rows.append({{label(QStringLiteral("工单编号")), value(context.manifest.caseNumber),
        label(QStringLiteral("承办单位")), value(context.theCase.leadUnitName)}});
    table.rows.append(subjectRow(context));
    table.rows.append(row(QStringLiteral("退回答复"), QStringLiteral("第%1版").arg(body.replyVersion)));
    table.rows.append(row(QStringLiteral("退回原因"), reasons.join(u'\n'), 25));
    table.rows.append(row(QStringLiteral("重办要求"), body.note, 45));
    table.rows.append({{label(QStringLiteral("审核单位")), value(review.actor.unitName, 3)}});
    table.rows.append(
        personRow(QStringLiteral("审核人"), review.actor, QStringLiteral("退回时间"), review.atMs));
    painter.table(table);
}

} // namespace chengban
