#include "client/printing/OfficialLetter.h"
#include "client/printing/Sheets.h"
#include "client/printing/Wording.h"

#include "shared/base/CountyTime.h"

namespace chengban {
namespace {

Cell centred(const QString &text, qreal points = 12)
{
    return {text, {.points = points, .align = Qt::AlignHCenter, .leading = 1.3}};
}

Cell coverLabel(const QString &text)
{
    return {text, {.face = Face::Hei, .points = 12, .align = Qt::AlignHCenter, .leading = 1.3}};
}

QString pagesWord(const PaperPages &pages, bool lastPaper)
{
    // Each paper's first page; the last paper's first and last (standards A1).
    return lastPaper && pages.last > pages.first ? QStringLiteral("%1-%2").arg(pages.first).arg(pages.last)
                                                 : QString::number(pages.first);
}

QString spanWord(const Manifest &manifest)
{
    return QStringLiteral("自%1至%2").arg(dayWord(manifest.fromMs), dayWord(manifest.toMs));
}

/// 案卷题名 on a cover: lines of like length, none that begins with a closing mark.
void paintVolumeTitle(SheetPainter &painter, const QString &title)
{
    constexpr int characters = 19;
    for (const QString &line : titleLines(title, characters))
        painter.text(line, {.points = 22, .bold = true, .align = Qt::AlignHCenter, .leading = 1.6});
}

} // namespace

void paintCover(SheetPainter &painter, const SheetContext &context, const DossierInfo &info)
{
    const Manifest &manifest = context.manifest;
    painter.beginSheet({30, 42, 25, 25});
    painter.text(manifest.fondsName, {.points = 24, .bold = true, .align = Qt::AlignHCenter, .leading = 1.4});
    painter.space(6);
    painter.text(
        QStringLiteral("12345热线办理档案"), {.points = 18, .align = Qt::AlignHCenter, .leading = 1.4});
    painter.setY(mm(112));
    paintVolumeTitle(painter, manifest.title);
    painter.setY(std::max(painter.y() + mm(8), mm(190)));
    painter.table({{26, 51.5, 26, 51.5},
        {
            {{coverLabel(QStringLiteral("起止日期")), Cell{spanWord(manifest), centred({}).style, 3}}, 12},
            {{coverLabel(QStringLiteral("保管期限")), centred(retentionWord(manifest.retention)),
                 coverLabel(QStringLiteral("归档年度")),
                 centred(manifest.year > 0 ? QString::number(manifest.year) : QString())},
                12},
            {{coverLabel(QStringLiteral("件数")),
                 centred(QStringLiteral("本卷共%1件").arg(manifest.papers.size())),
                 coverLabel(QStringLiteral("页数")),
                 centred(QStringLiteral("本卷共%1页").arg(info.numberedPages))},
                12},
            {{coverLabel(QStringLiteral("工单编号")), centred(manifest.caseNumber, 10.5),
                 coverLabel(QStringLiteral("归档号")), centred({})},
                12},
            {{coverLabel(QStringLiteral("类目名称")), centred(QStringLiteral("12345热线办理")),
                 coverLabel(QStringLiteral("卷次")),
                 centred(QStringLiteral("共%1卷　第%2卷").arg(manifest.volumes).arg(manifest.volume))},
                12},
            {{coverLabel(QStringLiteral("档号")), Cell{manifest.archiveNumber, centred({}).style, 3}}, 12},
        }});
}

namespace {

/// One label: the items of GB/T 9705's annex C from top to bottom, the title set upright.
void paintSpine(SheetPainter &painter, const Manifest &manifest, qreal leftMm, qreal widthMm)
{
    constexpr qreal topMm = 24;
    constexpr qreal heightMm = 250;
    const QRectF frame(mm(leftMm), mm(topMm), mm(widthMm), mm(heightMm));
    painter.line(frame.topLeft(), frame.topRight(), 0.1);
    painter.line(frame.bottomLeft(), frame.bottomRight(), 0.1);
    painter.line(frame.topLeft(), frame.bottomLeft(), 0.1);
    painter.line(frame.topRight(), frame.bottomRight(), 0.1);
    const qreal points = widthMm >= 20 ? 12 : widthMm >= 15 ? 10 : 8;
    const auto upright = [](const QString &text) {
        QStringList characters;
        for (const uint c : text.toUcs4())
            characters.append(QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1));
        return characters.join(u'\n');
    };
    constexpr qreal titleMm = 120;
    const qreal fitting = titleMm / 25.4 * 72 / (1.2 * qreal(std::max<qsizetype>(manifest.title.size(), 1)));
    const auto item = [&](qreal atMm, qreal highMm, const QString &text, Face face) {
        const qreal size = highMm == titleMm ? std::min(points, fitting) : points;
        painter.textAt(text, {.face = face, .points = size, .align = Qt::AlignHCenter, .leading = 1.2},
            QRectF(frame.left(), mm(topMm + atMm), frame.width(), mm(highMm)));
    };
    const QStringList parts = manifest.archiveNumber.split(u'-');
    const auto named = [&](qreal atMm, const QString &name, const QString &text) {
        item(atMm, 7, name, Face::Hei);
        item(atMm + 7, 7, text, Face::Song);
    };
    named(5, QStringLiteral("全宗号"), parts.value(0));
    named(22, QStringLiteral("目录号"), {}); // optional since DA/T 13-2022; some archives keep one
    named(39, QStringLiteral("年度"), manifest.year > 0 ? QString::number(manifest.year) : QString());
    item(58, titleMm, upright(manifest.title), Face::Song);
    named(182, QStringLiteral("期限"), retentionWord(manifest.retention));
    named(199, QStringLiteral("案卷号"), parts.size() > 1 ? parts.last() : QString());
    named(216, QStringLiteral("归档号"), {});
    if (manifest.volumes > 1)
        item(236, 12, QStringLiteral("%1/%2").arg(manifest.volume).arg(manifest.volumes), Face::Song);
}

} // namespace

void paintSpines(SheetPainter &painter, const Manifest &manifest)
{
    painter.beginSheet({25, 12, 20, 12});
    painter.text(QStringLiteral("卷脊标签：按案卷厚度选用，沿线裁下，贴于卷脊。"), {.points = 10.5});
    qreal left = 40;
    for (const qreal width : {10.0, 15.0, 20.0}) {
        paintSpine(painter, manifest, left, width);
        left += width + 25;
    }
}

void paintFolderCover(SheetPainter &painter, const Manifest &manifest, int pages)
{
    painter.beginSheet({30, 40, 25, 25}, {220, 310});
    painter.text(manifest.fondsName, {.points = 26, .bold = true, .align = Qt::AlignHCenter, .leading = 1.4});
    painter.space(6);
    painter.text(QStringLiteral("12345热线办理"), {.points = 18, .align = Qt::AlignHCenter, .leading = 1.4});
    painter.setY(mm(118));
    paintVolumeTitle(painter, manifest.title);
    painter.setY(std::max(painter.y() + mm(8), mm(214)));
    const QStringList parts = manifest.archiveNumber.split(u'-');
    painter.table({{27.5, 55, 27.5, 55},
        {
            {{Cell{spanWord(manifest), centred({}).style, 2}, coverLabel(QStringLiteral("保管期限")),
                 centred(retentionWord(manifest.retention))},
                13},
            {{Cell{QStringLiteral("本卷共　%1　件　　%2　页").arg(manifest.papers.size()).arg(pages),
                  centred({}).style, 2},
                 coverLabel(QStringLiteral("归档号")), centred({})},
                13},
        }});
    painter.space(8);
    painter.table({{55, 55, 55},
        {
            {{coverLabel(QStringLiteral("全宗号")), coverLabel(QStringLiteral("目录号")),
                 coverLabel(QStringLiteral("案卷号"))},
                9},
            {{centred(parts.value(0)), centred({}), centred(parts.size() > 1 ? parts.last() : QString())},
                11},
        }});
    painter.space(2);
    painter.text(QStringLiteral("档号：") + manifest.archiveNumber,
        {.points = 10.5, .align = Qt::AlignRight, .leading = 1.4});
}

void paintCatalogue(SheetPainter &painter, const SheetContext &context, const DossierInfo &info)
{
    painter.beginSheet({20, 24, 20, 20});
    painter.title(QStringLiteral("卷内文件目录"));
    SheetTable table{{15, 25, 34, 51, 20, 13, 12}, {}, 1};
    table.rows.append(
        {{label(QStringLiteral("顺序号")), label(QStringLiteral("文号")), label(QStringLiteral("责任者")),
             label(QStringLiteral("题名")), label(QStringLiteral("日期")), label(QStringLiteral("页号")),
             label(QStringLiteral("备注"))},
            11});
    const QList<Paper> &papers = context.manifest.papers;
    for (qsizetype i = 0; i < papers.size(); ++i) {
        const Paper &paper = papers[i];
        const QString pages
            = i < info.papers.size() ? pagesWord(info.papers[i], i + 1 == papers.size()) : QString();
        const QString remark = paper.kind == PaperKind::Attachment ? QStringLiteral("附件") : QString();
        const TextStyle text{.points = 10, .leading = 1.35};
        table.rows.append({{centred(QString::number(i + 1), 10), Cell{paper.documentNumber, text},
                               Cell{paper.responsible, text}, Cell{paper.title, text},
                               centred(digitDay(paper.atMs), 9.5), centred(pages, 10), centred(remark, 9)},
            11});
    }
    painter.table(table);
}

void paintBackNote(SheetPainter &painter, const SheetContext &context, const DossierInfo &info)
{
    const Case &c = context.theCase;
    qsizetype attachments = 0;
    for (const Paper &paper : context.manifest.papers)
        attachments += paper.kind == PaperKind::Attachment ? 1 : 0;
    QStringList note{
        QStringLiteral("一、本卷共%1件，%2页，其中附件%3件。%4，封面、目录及本表不编页号。")
            .arg(context.manifest.papers.size())
            .arg(info.numberedPages)
            .arg(attachments)
            .arg(context.manifest.form.bothSides ? QStringLiteral("页号正面编写于右上角，背面编写于左上角")
                                                 : QStringLiteral("页号单面编写于右上角")),
        QStringLiteral("二、本卷由电子案卷生成，案件记录末条校验码（SM3）：%1")
            .arg(context.manifest.caseHead),
    };
    if (c.identityErased)
        note.append(QStringLiteral("三、反映人身份信息已按规定删除，案件记录完整。"));
    if (!info.unprintable.isEmpty())
        note.append(QStringLiteral("另：下列字符无字形，以代码印出：%1。").arg(info.unprintable.join(u'、')));
    painter.beginSheet({25, 24, 20, 20});
    painter.title(QStringLiteral("卷内备考表"));
    painter.table({{165},
        {{{Cell{QStringLiteral("本卷情况说明\n\n") + note.join(u'\n'), {.points = 12, .leading = 1.7}, 1,
              true}},
            150}}});
    const Actor archivist = c.archiving ? c.archiving->actor : Actor{};
    painter.table({{30, 52.5, 30, 52.5},
        {{{coverLabel(QStringLiteral("立卷人")), centred(nameWord(archivist)),
              coverLabel(QStringLiteral("检查人")), centred({})},
             14},
            {{coverLabel(QStringLiteral("立卷时间")), centred(dayWord(c.archiving ? c.archiving->atMs : 0)),
                 coverLabel(QStringLiteral("检查时间")), centred({})},
                14}}});
}

void paintFileNote(SheetPainter &painter, const Attachment &attachment)
{
    painter.beginSheet();
    painter.title(QStringLiteral("附件说明"));
    painter.table({{32, 131},
        {
            {{label(QStringLiteral("文件名")), value(attachment.name)}},
            {{label(QStringLiteral("材料种类")), value(word(attachment.kind))}},
            {{label(QStringLiteral("文件格式")), value(attachment.mime)}},
            {{label(QStringLiteral("字节数")), value(QString::number(attachment.size))}},
            {{label(QStringLiteral("SHA-256")), value(attachment.sha256)}},
            {{label(QStringLiteral("SM3")), value(attachment.sm3)}},
        }});
    painter.space(3);
    painter.text(
        QStringLiteral("该文件不能印成纸页，原件随电子档案保存，以上列校验码核对。"), {.leading = 1.5});
}

} // namespace chengban
