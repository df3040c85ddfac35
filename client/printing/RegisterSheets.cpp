// How the case came in and went through the unit: register page, proposal and instruction.
#include "client/printing/SheetParts.h"
#include "client/printing/Wording.h"

namespace chengban {

using namespace sheets;

namespace {

void addRegistration(SheetTable &table, const SheetContext &context)
{
    const Case &c = context.theCase;
    table.rows.append(pair(QStringLiteral("工单编号"), context.manifest.caseNumber,
        QStringLiteral("来源系统"), c.demand.source));
    table.rows.append(pair(QStringLiteral("来电时间"), timeWord(c.demand.reportedAtMs.value_or(0)),
        QStringLiteral("登记时间"), timeWord(c.registeredAtMs)));
    table.rows.append(
        pair(QStringLiteral("来源渠道"), c.demand.channel, QStringLiteral("诉求类别"), c.demand.category));
    table.rows.append(row(QStringLiteral("诉求标题"), c.demand.title));
    if (!c.classification)
        return;
    const Entry<ClassifyBody> &sorted = *c.classification;
    table.rows.append(pair(QStringLiteral("事项类型"), codeWord(sorted.body.caseType, context.pack),
        QStringLiteral("办理类型"), word(sorted.body.caseClass)));
    table.rows.append(pair(QStringLiteral("重点类别"), codeWord(sorted.body.keyCategory, context.pack),
        QStringLiteral("即办类别"), codeWord(sorted.body.immediateKind, context.pack)));
    if (sorted.body.noAnswer)
        table.rows.append(row(QStringLiteral("答复要求"), QStringLiteral("不需答复反映人")));
    table.rows.append(
        person(QStringLiteral("分类人"), sorted.actor, QStringLiteral("分类时间"), sorted.atMs));
}

void paintMerged(SheetPainter &painter, const Case &c)
{
    if (c.absorbed.isEmpty())
        return;
    painter.space(5);
    painter.heading(QStringLiteral("并入的重复诉求"));
    SheetTable table{{12, 44, 34, 73}, {}, 1};
    table.rows.append({{label(QStringLiteral("序号")), label(QStringLiteral("工单编号")),
        label(QStringLiteral("并入时间")), label(QStringLiteral("诉求"))}});
    for (const Entry<AbsorbBody> &one : c.absorbed) {
        const QString &number = one.body.demand.sourceNumber;
        table.rows.append(
            {{ordinal(table.rows.size()), value(number.isEmpty() ? one.body.duplicate.value : number),
                value(timeWord(one.atMs)), value(one.body.demand.title + u'\n' + one.body.demand.text)}});
    }
    painter.table(table);
}

void paintDispatches(SheetPainter &painter, const SheetContext &context)
{
    const Case &c = context.theCase;
    if (c.dispatches.isEmpty())
        return;
    painter.space(5);
    painter.heading(QStringLiteral("派发记录"));
    SheetTable table{{12, 34, 40, 24, 53}, {}, 1};
    table.rows.append(
        {{label(QStringLiteral("序号")), label(QStringLiteral("时间")), label(QStringLiteral("主办单位")),
            label(QStringLiteral("派发人")), label(QStringLiteral("派发意见"))}});
    for (const Entry<DispatchBody> &one : c.dispatches)
        table.rows.append({{ordinal(table.rows.size()), value(timeWord(one.atMs)),
            value(one.body.leadUnitName), value(nameWord(one.actor)), value(one.body.note)}});
    painter.table(table);
    for (const Entry<ReminderBody> &call : c.phoneConfirmations)
        painter.text(QStringLiteral("%1电话通知%2：%3（%4）")
                         .arg(timeWord(call.body.atMs.value_or(call.atMs)), call.body.person, call.body.note,
                             nameWord(call.actor)),
            {.points = 10, .leading = 1.6});
    if (!c.acceptance)
        return;
    const QString rule = c.acceptance->body.rule.isEmpty()
        ? nameWord(c.acceptance->actor)
        : QStringLiteral("逾期默认签收（%1）").arg(c.acceptance->body.rule);
    painter.text(QStringLiteral("签收：%1　%2")
                     .arg(timeWord(c.acceptance->body.legalMs.value_or(c.acceptance->atMs)), rule),
        {.points = 10, .leading = 1.6});
}

QString handedTo(HandDownTo to)
{
    switch (to) {
    case HandDownTo::Section:
        return QStringLiteral("股室");
    case HandDownTo::Village:
        return QStringLiteral("村（社区）");
    case HandDownTo::Person:
        return QStringLiteral("个人");
    }
    Q_UNREACHABLE();
}

/// HC3: the unit's own ledger of what it gave to whom and what came back.
void paintLedger(SheetPainter &painter, const Case &c)
{
    if (c.handDowns.isEmpty() && c.sectionReports.isEmpty() && c.insideUrges.isEmpty())
        return;
    painter.space(5);
    painter.heading(QStringLiteral("单位内部流转台账"));
    SheetTable table{{34, 22, 40, 34, 33}, {}, 1};
    table.rows.append(
        {{label(QStringLiteral("时间")), label(QStringLiteral("事项")), label(QStringLiteral("内容")),
            label(QStringLiteral("对象、时限")), label(QStringLiteral("经手人"))}});
    for (const Entry<HandDownBody> &one : c.handDowns) {
        const QString due
            = one.body.dueMs ? QStringLiteral("\n限%1").arg(timeWord(*one.body.dueMs)) : QString();
        table.rows.append({{value(timeWord(one.atMs)), value(QStringLiteral("交办")), value(one.body.note),
            value(handedTo(one.body.to) + u'：' + one.body.name + due), value(nameWord(one.actor))}});
    }
    for (const Entry<ReminderBody> &one : c.insideUrges)
        table.rows.append({{value(timeWord(one.atMs)), value(QStringLiteral("催办")), value(one.body.note),
            value(one.body.person), value(nameWord(one.actor))}});
    for (const Entry<RecordBody> &one : c.sectionReports)
        table.rows.append({{value(timeWord(one.atMs)), value(QStringLiteral("回报")), value(one.body.note),
            value(one.body.people.join(u'、')), value(nameWord(one.actor))}});
    painter.table(table);
}

} // namespace

void paintRegisterPage(SheetPainter &painter, const SheetContext &context)
{
    painter.beginSheet();
    painter.title(QStringLiteral("登记页"));
    SheetTable table{fourColumns, {}};
    addRegistration(table, context);
    painter.table(table);
    paintMerged(painter, context.theCase);
    paintDispatches(painter, context);
    paintLedger(painter, context.theCase);
}

void paintHandlingSheet(SheetPainter &painter, const SheetContext &context)
{
    const Case &c = context.theCase;
    painter.beginSheet();
    painter.title(QStringLiteral("拟办与批示"));
    SheetTable table{fourColumns, {}};
    addCase(table, context, QStringLiteral("承办单位"));
    table.rows.append(pair(QStringLiteral("签收时间"), timeWord(c.acceptance ? c.acceptance->atMs : 0),
        QStringLiteral("诉求类别"), c.demand.category));
    table.rows.append(row(QStringLiteral("诉求摘要"), c.demand.text, 30));
    for (const Entry<NoteBody> &one : c.proposals)
        table.rows.append(
            opinion(QStringLiteral("拟办意见"), one.body.note, nameWord(one.actor), one.atMs, 40));
    for (const Entry<NoteBody> &one : c.instructions)
        table.rows.append(
            opinion(QStringLiteral("领导批示"), one.body.note, nameWord(one.actor), one.atMs, 40));
    table.rows.append(row(QStringLiteral("办理结果"), c.closing ? c.closing->body.note : QString(), 25));
    painter.table(table);
}

} // namespace chengban
