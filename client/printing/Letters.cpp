#include "client/printing/OfficialLetter.h"
#include "client/printing/Sheets.h"
#include "client/printing/Wording.h"

#include <algorithm>

namespace chengban {
namespace {

bool isSalutation(const QString &paragraph)
{
    return paragraph.size() <= 24 && (paragraph.endsWith(u'：') || paragraph.endsWith(u':'));
}

QString centreName(const Case &theCase)
{
    return theCase.dispatches.isEmpty() ? QStringLiteral("12345政务服务便民热线")
                                        : theCase.dispatches.first().actor.unitName;
}

QString referenceOf(const SheetContext &context)
{
    return QStringLiteral("工单编号：") + context.manifest.caseNumber;
}

/// What came in, when and about what: the first sentence of every letter about a case.
QString matter(const SheetContext &context)
{
    const qint64 sentMs = context.theCase.dispatchedAtMs;
    const QString when = sentMs > 0 ? dayWord(sentMs) + QStringLiteral("转来的") : QStringLiteral("转来的");
    return QStringLiteral("你中心%1“%2”工单（编号%3）收悉。")
        .arg(when, context.theCase.demand.title, context.manifest.caseNumber);
}

} // namespace

QStringList textParagraphs(const QString &text)
{
    QStringList paragraphs;
    for (const QString &paragraph : text.split(u'\n')) {
        if (!paragraph.trimmed().isEmpty())
            paragraphs.append(paragraph.trimmed()); // QChar::isSpace covers the ideographic space
    }
    return paragraphs;
}

void paintReplyLetter(SheetPainter &painter, const SheetContext &context)
{
    const Case &c = context.theCase;
    const Reply &reply = context.reply()->reply;
    OfficialLetter letter;
    letter.issuer = c.leadUnitName;
    letter.reference = referenceOf(context);
    letter.title = QStringLiteral("关于“%1”诉求的答复").arg(c.demand.title);
    letter.paragraphs = textParagraphs(reply.answer);
    const QString name = c.identity ? c.identity->name : QString();
    const bool named = !c.demand.anonymous && !name.isEmpty();
    letter.recipient = QStringLiteral("尊敬的") + (named ? name : QStringLiteral("反映人"));
    if (!letter.paragraphs.isEmpty() && isSalutation(letter.paragraphs.first()))
        letter.recipient = letter.paragraphs.takeFirst().chopped(1);
    for (const Entry<SignatureBody> &signature : c.signatures) {
        if (signature.body.replyVersion == context.reply()->number)
            letter.atMs = signature.atMs;
    }
    const bool said
        = reply.answer.contains(QStringLiteral("承办人：") + reply.handler); // a composed answer ends so
    if (!reply.handler.isEmpty() && !said)
        letter.note = QStringLiteral("承办人：%1，联系电话：%2").arg(reply.handler, reply.handlerPhone);
    paintOfficialLetter(painter, letter);
}

namespace {

/// 《名称》（文号）第几条
QString citation(const LegalBasis &basis)
{
    const QString number
        = basis.documentNumber.isEmpty() ? QString() : QStringLiteral("（%1）").arg(basis.documentNumber);
    return QStringLiteral("《%1》%2%3").arg(basis.title, number, basis.article);
}

QStringList citations(const QList<LegalBasis> &bases)
{
    QStringList lines;
    for (const LegalBasis &basis : bases)
        lines.append(
            citation(basis) + (basis.content.isEmpty() ? QStringLiteral("。") : u'：' + basis.content));
    return lines;
}

QString receivedSentence(const SheetContext &context)
{
    const Demand &demand = context.theCase.demand;
    const QString when = demand.reportedAtMs ? dayWord(*demand.reportedAtMs) : QString();
    const qint64 sentMs = context.theCase.dispatchedAtMs;
    const QString passed = sentMs > 0 ? QStringLiteral("，于%1转我单位办理").arg(dayWord(sentMs)) : QString();
    return QStringLiteral("您%1通过12345热线反映的“%2”（工单编号%3）%4。经核实研究，现答复如下：")
        .arg(when, demand.title, context.manifest.caseNumber, passed);
}

} // namespace

void paintReplyOpinion(SheetPainter &painter, const SheetContext &context)
{
    const Case &c = context.theCase;
    const Reply &reply = context.reply()->reply;
    OfficialLetter letter;
    letter.issuer = c.leadUnitName;
    letter.reference = referenceOf(context);
    letter.title = QStringLiteral("关于“%1”事项的答复意见书").arg(c.demand.title);
    const QString name = c.identity ? c.identity->name : QString();
    letter.recipient = c.demand.anonymous || name.isEmpty() ? QStringLiteral("反映人") : name;
    QStringList answer = textParagraphs(reply.answer);
    if (!answer.isEmpty() && isSalutation(answer.first()))
        answer.removeFirst();
    letter.paragraphs << receivedSentence(context) << QStringLiteral("一、办理情况和答复意见") << answer;
    const QString numerals = QStringLiteral("二三");
    qsizetype next = 0;
    if (!reply.legalBasis.isEmpty())
        letter.paragraphs << numerals.mid(next++, 1) + QStringLiteral("、依据")
                          << citations(reply.legalBasis);
    letter.paragraphs << numerals.mid(next, 1) + QStringLiteral("、其他事项")
                      << QStringLiteral(
                             "如对本答复有疑问，可与承办人联系；对办理结果不满意的，可再次拨打12345"
                             "热线反映。依法应当通过诉讼、仲裁、行政复议等途径解决的，请依照法律规定"
                             "向有关机关提出。");
    for (const Entry<SignatureBody> &signature : c.signatures) {
        if (signature.body.replyVersion == context.reply()->number)
            letter.atMs = signature.atMs;
    }
    if (!reply.handler.isEmpty())
        letter.note = QStringLiteral("承办人：%1，联系电话：%2").arg(reply.handler, reply.handlerPhone);
    paintOfficialLetter(painter, letter);
}

void paintExtensionLetter(SheetPainter &painter, const SheetContext &context, const Extension &extension)
{
    const ExtensionBody &request = extension.request.body;
    OfficialLetter letter;
    letter.issuer = extension.request.actor.unitName;
    letter.reference = referenceOf(context);
    letter.title = QStringLiteral("关于延期办理“%1”工单的函").arg(context.theCase.demand.title);
    letter.recipient = centreName(context.theCase);
    letter.paragraphs = {matter(context)
        + QStringLiteral("因下列原因不能在规定时限内办结，现申请延期%1个工作日。").arg(request.workingDays)};
    letter.paragraphs << QStringLiteral("一、延期理由") << textParagraphs(request.reason);
    if (!request.basis.trimmed().isEmpty())
        letter.paragraphs << QStringLiteral("二、延期依据") << textParagraphs(request.basis);
    letter.paragraphs << QStringLiteral("妥否，请批复。");
    letter.atMs = extension.request.atMs;
    letter.note = QStringLiteral("申请人：") + nameWord(extension.request.actor);
    paintOfficialLetter(painter, letter);
}

void paintReturnLetter(SheetPainter &painter, const SheetContext &context, const ReturnRequest &request)
{
    const ReturnRequestBody &body = request.request.body;
    OfficialLetter letter;
    letter.issuer = request.request.actor.unitName;
    letter.reference = referenceOf(context);
    letter.title = QStringLiteral("关于退回“%1”工单的情况说明").arg(context.theCase.demand.title);
    letter.recipient = centreName(context.theCase);
    letter.paragraphs = {matter(context)
        + QStringLiteral("经研究，该工单不宜由我单位承办（%1），现将有关情况说明如下：")
              .arg(codeWord(body.reason, context.pack))};
    letter.paragraphs << textParagraphs(body.statement);
    if (!body.suggestedUnitName.isEmpty())
        letter.paragraphs << QStringLiteral("建议转由%1办理。").arg(body.suggestedUnitName);
    letter.paragraphs << QStringLiteral("请予审核。");
    letter.atMs = request.request.atMs;
    if (!body.signer.isEmpty())
        letter.note = QStringLiteral("签发人：") + body.signer;
    paintOfficialLetter(painter, letter);
}

void paintUrgeLetter(SheetPainter &painter, const SheetContext &context, const Entry<ReminderBody> &urge)
{
    const Case &c = context.theCase;
    OfficialLetter letter;
    letter.issuer = urge.actor.unitName;
    letter.reference = referenceOf(context);
    letter.title = QStringLiteral("关于催办“%1”工单的通知").arg(c.demand.title);
    letter.recipient = c.leadUnitName;
    letter.paragraphs = {QStringLiteral("%1派发你单位办理的“%2”工单（编号%3），现予催办。")
                             .arg(dayWord(c.dispatchedAtMs), c.demand.title, context.manifest.caseNumber)};
    letter.paragraphs << textParagraphs(urge.body.note)
                      << QStringLiteral("请抓紧办理，按时限要求答复反映人并报送办理结果。");
    letter.atMs = urge.atMs;
    letter.note = QStringLiteral("经办人：") + nameWord(urge.actor);
    paintOfficialLetter(painter, letter);
}

} // namespace chengban
