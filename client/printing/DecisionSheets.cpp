#include "client/printing/SheetParts.h"
#include "client/printing/Wording.h"

namespace chengban {

using namespace sheets;

namespace {

/// Days, or the limit of a law in their place.
QString askedFor(const ExtensionBody &request)
{
    if (!request.statutory)
        return QStringLiteral("%1个工作日").arg(request.workingDays);
    const QString amount = QString::number(request.statutory->amount);
    switch (request.statutory->unit) {
    case LimitUnit::WorkingDay:
        return QStringLiteral("按法定时限办理：%1个工作日").arg(amount);
    case LimitUnit::NaturalDay:
        return QStringLiteral("按法定时限办理：%1个自然日").arg(amount);
    case LimitUnit::WorkingHour:
        return QStringLiteral("按法定时限办理：%1个工作小时").arg(amount);
    case LimitUnit::NaturalHour:
        return QStringLiteral("按法定时限办理：%1小时").arg(amount);
    }
    Q_UNREACHABLE();
}

} // namespace

void paintExtension(SheetPainter &painter, const SheetContext &context, const Extension &extension)
{
    const ExtensionBody &request = extension.request.body;
    if (!extension.decision)
        return paintExtensionLetter(painter, context, extension);
    painter.beginSheet();
    painter.title(QStringLiteral("延期办理申请及批复"));
    SheetTable table{fourColumns, {}};
    addCase(table, context, QStringLiteral("申请单位"));
    table.rows.append(row(QStringLiteral("延期理由"), request.reason, 35));
    table.rows.append(row(QStringLiteral("延期依据"), request.basis, 25));
    table.rows.append(row(QStringLiteral("申请延期"), askedFor(request)));
    if (request.promisedMs)
        table.rows.append(row(QStringLiteral("向反映人承诺"), timeWord(*request.promisedMs)));
    table.rows.append(person(QStringLiteral("申请人"), extension.request.actor, QStringLiteral("申请时间"),
        extension.request.atMs));
    addSignatures(table, extension.signatures);
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
    SheetTable table{fourColumns, {}};
    addCase(table, context, QStringLiteral("申请单位"));
    table.rows.append(row(QStringLiteral("退单原因"), codeWord(body.reason, context.pack)));
    if (!body.basis.isEmpty())
        table.rows.append(row(QStringLiteral("职责依据"), body.basis));
    table.rows.append(row(QStringLiteral("情况说明"), body.statement, 45));
    table.rows.append(
        pair(QStringLiteral("建议单位"), body.suggestedUnitName, QStringLiteral("主要领导"), body.signer));
    table.rows.append(person(
        QStringLiteral("申请人"), request.request.actor, QStringLiteral("申请时间"), request.request.atMs));
    addSignatures(table, request.signatures);
    addDecision(table, *request.decision);
    painter.table(table);
    paintReturnLetter(painter, context, request);
}

void paintTermination(SheetPainter &painter, const SheetContext &context, const Termination &request)
{
    const TerminationBody &body = request.request.body;
    painter.beginSheet();
    painter.title(QStringLiteral("终止办理申请及批复"));
    SheetTable table{fourColumns, {}};
    addCase(table, context, QStringLiteral("申请单位"));
    table.rows.append(row(QStringLiteral("基本事实"), body.facts, 35));
    table.rows.append(row(QStringLiteral("终止理由"), body.reason, 30));
    table.rows.append(row(QStringLiteral("依据"), body.basis, 25));
    table.rows.append(row(QStringLiteral("此前工单"), body.earlierCases.join(u'\n')));
    table.rows.append(person(
        QStringLiteral("申请人"), request.request.actor, QStringLiteral("申请时间"), request.request.atMs));
    addSignatures(table, request.signatures);
    if (request.decision)
        addDecision(table, *request.decision);
    painter.table(table);
}

void paintAppeal(
    SheetPainter &painter, const SheetContext &context, const QString &title, const Appeal &appeal)
{
    painter.beginSheet();
    painter.title(title);
    SheetTable table{fourColumns, {}};
    addCase(table, context, QStringLiteral("申诉单位"));
    table.rows.append(row(QStringLiteral("申诉事由"), codeWord(appeal.request.body.code, context.pack)));
    table.rows.append(row(QStringLiteral("申诉理由"), appeal.request.body.note, 45));
    table.rows.append(person(
        QStringLiteral("申诉人"), appeal.request.actor, QStringLiteral("申诉时间"), appeal.request.atMs));
    addSignatures(table, appeal.signatures);
    if (appeal.decision)
        addDecision(table, *appeal.decision);
    painter.table(table);
}

void paintExclusion(SheetPainter &painter, const SheetContext &context)
{
    const Entry<CodedNoteBody> &exclusion = *context.theCase.exclusion;
    painter.beginSheet();
    painter.title(QStringLiteral("不计入考核认定"));
    SheetTable table{fourColumns, {}};
    addCase(table, context, QStringLiteral("承办单位"));
    table.rows.append(row(QStringLiteral("认定事由"), codeWord(exclusion.body.code, context.pack)));
    table.rows.append(row(QStringLiteral("认定理由"), exclusion.body.note, 60));
    table.rows.append(row(QStringLiteral("认定单位"), exclusion.actor.unitName));
    table.rows.append(
        person(QStringLiteral("认定人"), exclusion.actor, QStringLiteral("认定时间"), exclusion.atMs));
    painter.table(table);
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
    addCase(table, context, QStringLiteral("承办单位"));
    table.rows.append(row(QStringLiteral("退回答复"), QStringLiteral("第%1版").arg(body.replyVersion)));
    table.rows.append(row(QStringLiteral("退回原因"), reasons.join(u'\n'), 25));
    table.rows.append(row(QStringLiteral("重办要求"), body.note, 45));
    table.rows.append(row(QStringLiteral("审核单位"), review.actor.unitName));
    table.rows.append(
        person(QStringLiteral("审核人"), review.actor, QStringLiteral("退回时间"), review.atMs));
    painter.table(table);
}

} // namespace chengban
