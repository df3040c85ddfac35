#include "client/printing/SheetCodePaint.h"
#include "client/printing/SheetParts.h"
#include "client/printing/Wording.h"

namespace chengban {

using sheets::fourColumns;
using sheets::ordinal;
using sheets::signedMs;
using sheets::signerWord;

namespace {

const TextStyle opinionStyle{.face = Face::Kai, .points = 12, .leading = 1.45};

Cell opinion(const QString &text, int span)
{
    return {text, opinionStyle, span};
}

SheetRow noteRow(const QString &name, const Entry<NoteBody> &entry)
{
    const QString text
        = QStringLiteral("%1\n%2　%3").arg(entry.body.note, nameWord(entry.actor), timeWord(entry.atMs));
    return {{label(name), opinion(text, 3)}, 16};
}

SheetTable replyTable(const SheetContext &context, const ReplyVersion &version)
{
    const Case &c = context.theCase;
    const Reply &reply = version.reply;
    return {fourColumns,
        {
            {{label(QStringLiteral("工单编号")), value(context.manifest.caseNumber),
                label(QStringLiteral("承办单位")), value(c.leadUnitName)}},
            {{label(QStringLiteral("诉求标题")), value(c.demand.title, 3)}},
            {{label(QStringLiteral("诉求认定")), value(word(reply.verdict)),
                label(QStringLiteral("答复版本")),
                value(QStringLiteral("第%1版（第%2轮办理）").arg(version.number).arg(c.round))}},
            {{label(QStringLiteral("承办人")), value(reply.handler), label(QStringLiteral("联系电话")),
                value(reply.handlerPhone)}},
            {{label(QStringLiteral("提交人")), value(nameWord(version.actor)),
                label(QStringLiteral("提交时间")), value(timeWord(version.atMs))}},
        }};
}

void addInternalNotes(SheetTable &table, const Case &c, const ReplyVersion &version)
{
    if (!version.note.isEmpty())
        table.rows.append({{label(QStringLiteral("提交说明")), value(version.note, 3)}});
    for (const Entry<NoteBody> &proposal : c.proposals)
        table.rows.append(noteRow(QStringLiteral("拟办意见"), proposal));
    for (const Entry<NoteBody> &instruction : c.instructions)
        table.rows.append(noteRow(QStringLiteral("阅批意见"), instruction));
    for (const Entry<NoteBody> &back : c.returnsToClerk)
        table.rows.append(noteRow(QStringLiteral("退回修改"), back));
}

QList<Entry<SignatureBody>> signaturesOf(const SheetContext &context)
{
    QList<Entry<SignatureBody>> found;
    for (const Entry<SignatureBody> &signature : context.theCase.signatures) {
        if (signature.body.action == SignedAction::Reply
            && signature.body.replyVersion == context.reply()->number)
            found.append(signature);
    }
    return found;
}

void addSignatures(SheetTable &table, const QList<Entry<SignatureBody>> &signatures)
{
    for (const Entry<SignatureBody> &entry : signatures) {
        table.rows.append(
            {{label(word(entry.body.level) + QStringLiteral("\n审签意见")), opinion(entry.body.opinion, 3)},
                24});
        table.rows.append({{label(QStringLiteral("审签人")), opinion(signerWord(entry), 1),
                               label(QStringLiteral("审签时间")), value(timeWord(signedMs(entry)))},
            11});
    }
    if (!signatures.isEmpty())
        return;
    // To be signed by hand.
    for (const SignerLevel level :
        {SignerLevel::SectionHead, SignerLevel::DeputyLeader, SignerLevel::PrincipalLeader}) {
        table.rows.append(
            {{label(word(level) + QStringLiteral("\n审签意见")),
                 value(QStringLiteral("\n\n签字：　　　　　　　　　　　　　　年　　月　　日"), 3)},
                26});
    }
}

/// A signature made by hand: who says so and which scan shows it.
void paintPaperProof(SheetPainter &painter, const Entry<SignatureBody> &entry)
{
    const PaperSignature &paper = *entry.body.paper;
    painter.keepTogether(20);
    painter.text(QStringLiteral("%1于%2在纸面签字，由%3于%4登记；签字单扫描件“%5”归入本卷，SM3 %6。")
                     .arg(paper.signerName, dayWord(paper.signedAtMs), nameWord(entry.actor),
                         timeWord(entry.atMs), paper.scan.name, paper.scan.sm3),
        {.points = 9, .leading = 1.5});
    painter.space(2);
}

/// What the paper alone needs to be verified: M, the signature, the key and the algorithm.
void paintProof(SheetPainter &painter, const Entry<SignatureBody> &entry)
{
    const SignatureBody &body = entry.body;
    const TextStyle print{.points = 7.5, .leading = 1.4};
    const auto small = [&](const QString &text) { return Cell{text, print}; };
    const auto name = [](const QString &text) {
        return Cell{text, {.face = Face::Hei, .points = 8.5, .align = Qt::AlignHCenter, .leading = 1.3}};
    };
    SheetTable table{{27, 136}, {}};
    table.rows.append(
        {{name(QStringLiteral("签名算法")),
             small(QStringLiteral("SM2（SM3 摘要，用户标识 1234567812345678），对原文直接签名"))},
            6});
    table.rows.append({{name(QStringLiteral("密钥短码")), small(body.key.value)}, 6});
    table.rows.append({{name(QStringLiteral("答复摘要")), small(body.replyDigest)}, 6});
    table.rows.append({{name(QStringLiteral("被签名原文")),
                           small(QString::fromUtf8(QByteArray::fromBase64(body.signedText.toLatin1())))},
        6});
    table.rows.append({{name(QStringLiteral("签名值")), small(body.signature)}, 6});
    painter.keepTogether(64); // a whole proof, M of usual length
    painter.table(table);
    painter.space(2);
}

QString codeWords(const SheetContext &context, const ReplyVersion &version)
{
    return QStringLiteral("工单 %1　答复第%2版　审签\n内容短码 %3\n"
                          "本单与答复正文一一对应，正文有任何改动即须重新审签。\n"
                          "纸面签字的，签字后整页扫描，作为附件归入本案。")
        .arg(context.manifest.caseNumber)
        .arg(version.number)
        .arg(version.digest.left(16));
}

} // namespace

const ReplyVersion *SheetContext::reply() const
{
    const ReplyVersion *current = theCase.currentReply();
    return current && !current->withheld ? current : nullptr;
}

void paintSignOffSheet(SheetPainter &painter, const SheetContext &context)
{
    const ReplyVersion &version = *context.reply();
    const QList<Entry<SignatureBody>> signatures = signaturesOf(context);
    SheetCodeMarks marks(painter, {context.theCase.id, version.number, SheetStep::SignOff, version.digest});
    painter.beginSheet();
    painter.title(QStringLiteral("答复意见审签单"));
    SheetTable table = replyTable(context, version);
    addInternalNotes(table, context.theCase, version);
    addSignatures(table, signatures);
    painter.table(table);
    marks.close(codeWords(context, version));
    for (const Entry<SignatureBody> &signature : signatures) {
        if (signature.body.paper)
            paintPaperProof(painter, signature);
        else
            paintProof(painter, signature);
    }
}

void paintLegalBasis(SheetPainter &painter, const SheetContext &context)
{
    painter.beginSheet();
    painter.title(QStringLiteral("答复依据"));
    SheetTable table{{12, 46, 30, 20, 55}, {}, 1};
    table.rows.append({{label(QStringLiteral("序号")), label(QStringLiteral("名称")),
        label(QStringLiteral("文号")), label(QStringLiteral("条款")), label(QStringLiteral("内容"))}});
    for (const LegalBasis &basis : context.reply()->reply.legalBasis) {
        table.rows.append({{ordinal(table.rows.size()), value(QStringLiteral("《%1》").arg(basis.title)),
            value(basis.documentNumber), value(basis.article), value(basis.content)}});
    }
    painter.table(table);
}

} // namespace chengban
