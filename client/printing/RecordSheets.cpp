// What was found out and done: investigation, site, measures, progress, co-handlers' parts.
#include "client/printing/SheetParts.h"
#include "client/printing/Wording.h"

#include <algorithm>

namespace chengban {

using namespace sheets;

namespace {

QString attachedWord(const QList<Attachment> &attachments)
{
    QStringList names;
    for (const Attachment &attachment : attachments)
        names.append(attachment.name);
    return names.join(u'、');
}

void paintRecord(SheetPainter &painter, const QString &name, const Entry<RecordBody> &entry, bool onSite)
{
    const RecordBody &body = entry.body;
    SheetTable table{fourColumns, {}};
    table.rows.append(pair(QStringLiteral("事项"), name,
        onSite ? QStringLiteral("到场时间") : QStringLiteral("时间"), timeWord(body.atMs)));
    table.rows.append(pair(onSite ? QStringLiteral("到场人员") : QStringLiteral("人员"),
        body.people.join(u'、'), QStringLiteral("地点"), body.place));
    table.rows.append(row(QStringLiteral("记录"), body.note, 32));
    if (body.finishedMs || body.promisedMs)
        table.rows.append(pair(QStringLiteral("完成时间"), timeWord(body.finishedMs.value_or(0)),
            QStringLiteral("承诺时间"), timeWord(body.promisedMs.value_or(0))));
    if (!body.attachments.isEmpty())
        table.rows.append(row(QStringLiteral("照片、附件"), attachedWord(body.attachments)));
    table.rows.append(person(QStringLiteral("记录人"), entry.actor, QStringLiteral("记录时间"), entry.atMs));
    painter.keepTogether(75);
    painter.table(table);
    painter.space(6);
}

} // namespace

void paintInvestigation(SheetPainter &painter, const SheetContext &context)
{
    const Reply &reply = context.reply()->reply;
    painter.beginSheet();
    painter.title(QStringLiteral("调查处理情况"));
    SheetTable table{fourColumns, {}};
    table.rows.append(pair(
        QStringLiteral("工单编号"), context.manifest.caseNumber, QStringLiteral("承办人"), reply.handler));
    table.rows.append(row(QStringLiteral("诉求标题"), context.theCase.demand.title));
    table.rows.append(row(QStringLiteral("诉求认定"), word(reply.verdict)));
    if (!reply.outcome.isEmpty())
        table.rows.append(row(QStringLiteral("办理结论"), codeWord(reply.outcome, context.pack)));
    painter.table(table);
    painter.space(6);
    paintAccount(painter, context, reply);
}

void paintSiteRecord(SheetPainter &painter, const SheetContext &context)
{
    painter.beginSheet();
    painter.title(QStringLiteral("调查与现场记录"));
    SheetTable table{fourColumns, {}};
    addCase(table, context, QStringLiteral("承办单位"));
    table.rows.append(row(QStringLiteral("事发地点"), context.theCase.demand.location));
    painter.table(table);
    painter.space(6);
    if (context.reply())
        paintVisits(painter, context.reply()->reply.siteVisits);
    for (const CaseRecord &record : context.theCase.records)
        paintRecord(painter, word(record.kind), record.entry, record.kind == RecordKind::SiteVisit);
}

void paintPart(SheetPainter &painter, const SheetContext &context, const Entry<RecordBody> &part)
{
    painter.beginSheet();
    painter.title(QStringLiteral("协办意见"));
    SheetTable table{fourColumns, {}};
    addCase(table, context, QStringLiteral("主办单位"));
    table.rows.append(row(QStringLiteral("协办单位"), part.actor.unitName));
    for (const CoHandler &helper : context.theCase.coHandlers) {
        if (helper.unitName == part.actor.unitName)
            table.rows.append(row(QStringLiteral("协办任务"), helper.task));
    }
    painter.table(table);
    painter.space(6);
    paintRecord(painter, QStringLiteral("协办情况"), part, false);
}

QString attachmentCaption(const Case &theCase, const Paper &paper)
{
    const QString caption = QStringLiteral("附件%1　%2").arg(paper.index + 1).arg(paper.title);
    if (paper.of != PaperKind::SiteRecord)
        return caption;
    const auto record = std::ranges::find_if(theCase.records, [&](const CaseRecord &one) {
        return std::ranges::find(one.entry.body.attachments, paper.attachment.sha256, &Attachment::sha256)
            != one.entry.body.attachments.end();
    });
    if (record == theCase.records.end())
        return caption;
    const RecordBody &body = record->entry.body;
    QStringList facts{timeWord(body.atMs), body.place, body.people.join(u'、')};
    facts.removeAll(QString());
    return caption + u'　' + facts.join(QStringLiteral("　"));
}

} // namespace chengban
