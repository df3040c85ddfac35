#include "client/printing/FaxForm.h"

#include "client/printing/LooseSheet.h"
#include "client/printing/SheetCodePaint.h"
#include "client/printing/SheetParts.h"
#include "client/printing/Wording.h"
#include "shared/canonical/Digest.h"

namespace chengban {

using namespace sheets;

namespace {

void addContact(SheetTable &table, const Case &c)
{
    const auto last = c.contacts.isEmpty() ? Entry<ContactBody>() : c.contacts.last();
    const ContactAttempt &contact = last.body.contact;
    table.rows.append(
        pair(QStringLiteral("联系反映人"), c.contacts.isEmpty() ? QString() : timeWord(contact.atMs),
            QStringLiteral("联系结果"), c.contacts.isEmpty() ? QString() : word(contact.outcome)));
}

SheetTable faxTable(const SheetContext &context, const Reply &reply, const FaxFacts &facts)
{
    const Case &c = context.theCase;
    const qint64 dueMs = c.replyDeadline() ? c.replyDeadline()->dueMs : 0;
    SheetTable table{fourColumns, {}};
    addCase(table, context, QStringLiteral("承办单位"));
    table.rows.append(pair(
        QStringLiteral("派发时间"), timeWord(c.dispatchedAtMs), QStringLiteral("办结时限"), timeWord(dueMs)));
    table.rows.append(pair(QStringLiteral("收件单位"),
        c.dispatches.isEmpty() ? QString() : c.dispatches.first().actor.unitName, QStringLiteral("收件传真"),
        facts.centreFax));
    table.rows.append(row(QStringLiteral("系统故障\n情况"), facts.faultSince, 14));
    table.rows.append(row(QStringLiteral("诉求内容"), c.demand.text, 21));
    addContact(table, c);
    table.rows.append(row(QStringLiteral("诉求认定"), word(reply.verdict)));
    table.rows.append(row(QStringLiteral("答复内容"), reply.answer, 60));
    table.rows.append(
        pair(QStringLiteral("承办人"), reply.handler, QStringLiteral("联系电话"), reply.handlerPhone));
    return table;
}

/// Where the leader signs and the seal of 42 mm goes.
void addHand(SheetTable &table, const FaxFacts &facts)
{
    const QString day = facts.atMs > 0 ? dayWord(facts.atMs) : QStringLiteral("　　　　年　　月　　日");
    table.rows.append({{label(QStringLiteral("签发意见")), value(QStringLiteral("\n\n签发人："), 1),
                           label(QStringLiteral("单位\n（公章）")), value(QStringLiteral("\n\n\n") + day, 1)},
        40});
}

} // namespace

Result<DossierInfo> writeFaxForm(const Case &theCase, const Reply &reply, int version, const FaxFacts &facts,
    const QString &path, const RulePack *pack)
{
    if (reply.answer.trimmed().isEmpty())
        return fail(ErrorCode::DossierIncomplete, QStringLiteral("answer"));
    const Result<QByteArray> digest = replyDigest(reply);
    if (!digest)
        return fail(digest.error());
    const Manifest manifest = manifestOf(theCase, builtInTemplate(PaperOrder::ConclusionFirst));
    const QString title = QStringLiteral("12345热线工单办理情况传真回复单");
    return writeLoose(
        {title, manifest.fondsName, manifest.caseNumber, facts.atMs}, path, [&](SheetPainter &painter) {
            const SheetContext context{manifest, theCase, {}, pack};
            SheetCodeMarks marks(painter, {theCase.id, version, SheetStep::Fax, hex(*digest)});
            painter.beginSheet();
            painter.title(title);
            SheetTable table = faxTable(context, reply, facts);
            addHand(table, facts);
            painter.table(table);
            marks.close(
                QStringLiteral("工单 %1　答复第%2版　传真回复\n内容短码 %3\n"
                               "系统恢复后，按本码将本单与系统内答复核对补录；传真回执请与本单一并留存。")
                    .arg(manifest.caseNumber)
                    .arg(version)
                    .arg(hex(*digest).left(16)));
        });
}

} // namespace chengban
