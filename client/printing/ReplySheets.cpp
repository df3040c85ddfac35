#include "client/printing/Sheets.h"
#include "client/printing/Wording.h"

namespace chengban {
namespace {

const QList<qreal> fourColumns{27, 54.5, 27, 54.5};

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
        if (signature.body.replyVersion == context.reply()->number)
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
        table.rows.append({{label(QStringLiteral("审签人")), opinion(nameWord(entry), 1),
                               label(QStringLiteral("审签时间")), value(timeWord(entry.atMs))},
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

void paintCode(SheetPainter &painter, const SheetContext &context, const QString &digest)
{
    constexpr qreal side = 26;
    const int version = context.reply()->number;
    painter.keepTogether(side + 6);
    painter.space(3);
    const QRectF place(painter.body().left(), painter.y(), mm(side), mm(side));
    const QString code = QStringLiteral("chengban:1:%1:%2:sign-off:%3")
                             .arg(context.theCase.id.value)
                             .arg(version)
                             .arg(digest.left(16));
    painter.qrCode(code.toUtf8(), place);
    const QString words = QStringLiteral("工单 %1　答复第%2版　审签\n内容短码 %3\n"
                                         "本单与答复正文一一对应，正文有任何改动即须重新审签。\n"
                                         "纸面签字的，签字后整页扫描，作为附件归入本案。")
                              .arg(context.manifest.caseNumber)
                              .arg(version)
                              .arg(digest.left(16));
    painter.textAt(words, {.points = 9, .leading = 1.55},
        QRectF(place.right() + mm(5), place.top() + mm(2), painter.body().width() - place.width() - mm(5),
            mm(side)));
    painter.setY(place.bottom() + mm(4));
}

void paintSection(SheetPainter &painter, int &number, const QString &name, const QString &text)
{
    static const QString numerals = QStringLiteral("一二三四五六七八九十");
    if (text.trimmed().isEmpty())
        return;
    painter.heading(numerals.mid(number++, 1) + u'、' + name);
    for (const QString &paragraph : textParagraphs(text))
        painter.text(paragraph, {.points = 12, .align = Qt::AlignJustify, .leading = 1.75, .indent = 2});
    painter.space(2);
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
    painter.beginSheet();
    painter.title(QStringLiteral("答复意见审签单"));
    SheetTable table = replyTable(context, version);
    addInternalNotes(table, context.theCase, version);
    addSignatures(table, signatures);
    painter.table(table);
    paintCode(painter, context, version.digest);
    for (const Entry<SignatureBody> &signature : signatures)
        paintProof(painter, signature);
}

void paintInvestigation(SheetPainter &painter, const SheetContext &context)
{
    const Reply &reply = context.reply()->reply;
    painter.beginSheet();
    painter.title(QStringLiteral("调查处理情况"));
    painter.table({fourColumns,
        {
            {{label(QStringLiteral("工单编号")), value(context.manifest.caseNumber),
                label(QStringLiteral("承办人")), value(reply.handler)}},
            {{label(QStringLiteral("诉求标题")), value(context.theCase.demand.title, 3)}},
            {{label(QStringLiteral("诉求认定")), value(word(reply.verdict), 3)}},
        }});
    painter.space(6);
    int number = 0;
    paintSection(painter, number, QStringLiteral("调查情况"), reply.investigation);
    paintSection(painter, number, QStringLiteral("办理情况"), reply.handling);
    paintSection(painter, number, QStringLiteral("办理结果"), reply.result);
    paintSection(painter, number, QStringLiteral("当前进度"), reply.progress);
    paintSection(painter, number, QStringLiteral("工作计划"), reply.plan);
    paintSection(painter, number, QStringLiteral("预期效果"), reply.expectedEffect);
    paintSection(painter, number, QStringLiteral("认定依据"), reply.grounds);
    paintSection(painter, number, QStringLiteral("建议或途径"), reply.advice);
    const QString told = reply.channelTold ? QStringLiteral("（已告知反映人）") : QString();
    if (!reply.channel.isEmpty())
        paintSection(
            painter, number, QStringLiteral("法定渠道"), codeWord(reply.channel, context.pack) + told);
    paintSection(painter, number, QStringLiteral("情况说明"), reply.statement);
}

void paintLegalBasis(SheetPainter &painter, const SheetContext &context)
{
    painter.beginSheet();
    painter.title(QStringLiteral("答复依据"));
    SheetTable table{{12, 46, 30, 20, 55}, {}, 1};
    table.rows.append({{label(QStringLiteral("序号")), label(QStringLiteral("名称")),
        label(QStringLiteral("文号")), label(QStringLiteral("条款")), label(QStringLiteral("内容"))}});
    for (const LegalBasis &basis : context.reply()->reply.legalBasis) {
        Cell number = value(QString::number(table.rows.size()));
        number.style.align = Qt::AlignHCenter;
        table.rows.append({{number, value(QStringLiteral("《%1》").arg(basis.title)),
            value(basis.documentNumber), value(basis.article), value(basis.content)}});
    }
    painter.table(table);
}

void paintPaper(SheetPainter &painter, const SheetContext &context, const Paper &paper)
{
    switch (paper.kind) {
    case PaperKind::SignOffSheet:
        return paintSignOffSheet(painter, context);
    case PaperKind::ReplyLetter:
        return paintReplyLetter(painter, context);
    case PaperKind::CaseSheet:
        return paintCaseSheet(painter, context);
    case PaperKind::ContactRecord:
        return paintContacts(painter, context);
    case PaperKind::InvestigationRecord:
        return paintInvestigation(painter, context);
    case PaperKind::LegalBasis:
        return paintLegalBasis(painter, context);
    case PaperKind::ExtensionSheet:
        return paintExtension(painter, context, context.theCase.extensions.at(paper.index));
    case PaperKind::ReturnSheet:
        return paintReturn(painter, context, context.theCase.returns.at(paper.index));
    case PaperKind::ReworkSheet:
        return paintRework(painter, context, context.theCase.reviews.at(paper.index));
    case PaperKind::CallbackRecord:
        return paintCallbacks(painter, context);
    case PaperKind::UrgeLetter:
        return paintUrgeLetter(painter, context, context.theCase.urges.at(paper.index));
    case PaperKind::EarlierReply:
        return paintEarlierReply(painter, context, context.theCase.earlierReplies.at(paper.index));
    case PaperKind::Attachment:
        return paintFileNote(painter, paper.attachment);
    }
}

} // namespace chengban
