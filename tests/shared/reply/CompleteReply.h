#pragma once

#include "shared/base/CountyTime.h"
#include "shared/reply/Requirements.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace chengban {

/// All packs that are linked into the programs; a new file is there without a word here.
inline QList<RulePack> linkedPacks()
{
    QList<RulePack> packs;
    const QDir folder(QStringLiteral(":/rulepacks"));
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const auto pack = loadRulePack(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        if (!pack)
            qFatal("A linked pack does not load");
        packs.append(*pack);
    }
    return packs;
}

/// A reply with its contacts and its case, as the checks take them.
struct WholeReply
{
    Reply reply;
    QList<ContactAttempt> contacts;
    ReplyContext context;
};

inline Attachment scanOf(AttachmentKind kind)
{
    const QString digest(64, QChar(u'a' + static_cast<int>(kind) % 6));
    return {QStringLiteral("扫描件.pdf"), kind, QStringLiteral("application/pdf"), 1024, digest, digest};
}

/// Whether the pack asks for the part in that reply.
inline bool asksFor(const RequiredPart &row, const WholeReply &whole)
{
    const auto fits
        = [](const QString &wanted, const QString &is) { return wanted.isEmpty() || wanted == is; };
    return (row.verdict == QStringLiteral("any") || row.verdict == nameOf(whole.reply.verdict))
        && fits(row.outcome, whole.reply.outcome) && fits(row.caseType, whole.context.caseType)
        && fits(row.order, whole.context.order)
        && (!row.caseClass || row.caseClass == whole.context.caseClass)
        && !(row.unlessAnonymous && whole.context.anonymous)
        && !(row.unlessNoAnswer && whole.context.noAnswer) && !(row.unlessNoSite && whole.reply.noSite);
}

namespace completing {

inline QString codeIn(const QList<CodedReason> &list, const QString &group)
{
    const auto row = std::ranges::find(list, group, &CodedReason::group);
    return row == list.end() ? QString() : row->code;
}

inline void fillCodes(Reply &reply, const QString &part, const WholeReply &whole, const RulePack &pack)
{
    if (part == QStringLiteral("suggestionOutcome"))
        reply.suggestionOutcome = codeIn(pack.outcomes, whole.context.caseType);
    else if (part == QStringLiteral("channel"))
        reply.channel = pack.channels.isEmpty() ? QString() : pack.channels.first().code;
    else if (part == QStringLiteral("channelTold"))
        reply.channelTold = true;
    else if (part == QStringLiteral("answeredVia"))
        reply.answeredVia = pack.answerChannels.isEmpty() ? QString() : pack.answerChannels.first().code;
    else if (part == QStringLiteral("unitCallback"))
        reply.unitCallback = pack.satisfaction.isEmpty() ? QString() : pack.satisfaction.first().code;
    else if (part == QStringLiteral("answeredAt"))
        reply.answeredAtMs = utcMs(QDate(2025, 11, 5), QTime(10, 0));
    else if (part == QStringLiteral("siteVisit"))
        reply.siteVisits = {{QStringLiteral("李明、赵强"), utcMs(QDate(2025, 11, 4), QTime(9, 0)), {}}};
    else if (part == QStringLiteral("legalBasis"))
        reply.legalBasis = {{QStringLiteral("城市道路照明设施管理规定"), {}, QStringLiteral("第三条"), {}}};
}

inline void fillText(Reply &reply, const QString &part)
{
    struct Sample
    {
        QStringView part;
        QString Reply::*text;
        QStringView sample;
    };
    static constexpr Sample samples[] = {{u"summary", &Reply::summary, u"反映淮源大道东段路灯不亮"},
        {u"investigation", &Reply::investigation, u"淮源大道东段12盏路灯因电缆断裂停电"},
        {u"handling", &Reply::handling, u"11月4日已更换路灯电缆60米"},
        {u"measures", &Reply::measures, u"抢修路灯线路并安排夜间巡查"},
        {u"result", &Reply::result, u"路灯全部恢复照明"},
        {u"opinion", &Reply::opinion, u"诉求属实，已修复路灯"},
        {u"progress", &Reply::progress, u"路灯电缆已订购"},
        {u"plan", &Reply::plan, u"11月底前更换淮源大道路灯电缆"},
        {u"expectedEffect", &Reply::expectedEffect, u"12盏路灯恢复照明"},
        {u"grounds", &Reply::grounds, u"该路段规划为步行道，按规划不设路灯"},
        {u"advice", &Reply::advice, u"夜间可走有路灯的淮源大道北侧辅路"},
        {u"statement", &Reply::statement, u"淮源大道东段路灯的工程款纠纷已由法院立案"},
        {u"citizenFeedback", &Reply::citizenFeedback, u"反映人表示认可"},
        {u"handler", &Reply::handler, u"李明"}, {u"handlerPhone", &Reply::handlerPhone, u"0377-68200001"},
        {u"unit", &Reply::unit, u"城关镇人民政府"}, {u"signer", &Reply::signer, u"周正"}};
    for (const Sample &one : samples) {
        if (part == one.part)
            reply.*one.text = one.sample.toString();
    }
}

} // namespace completing

/// A reply that has every part the pack asks for under these circumstances, and no more.
inline WholeReply completeReply(
    const RulePack &pack, Verdict verdict, const QString &outcome, const ReplyContext &circumstances = {})
{
    WholeReply whole;
    whole.context = circumstances;
    whole.context.unitName = QStringLiteral("城关镇人民政府");
    whole.context.citizenName = QStringLiteral("王小芳");
    whole.context.citizenPhone = QStringLiteral("13812345678");
    whole.context.hasPhone = true;
    whole.context.demandTitle = QStringLiteral("淮源大道路灯不亮");
    whole.context.demandText
        = QStringLiteral("淮源大道东段的路灯已经有一个星期不亮了，晚上出行不方便，请派人修理。");
    whole.reply.verdict = verdict;
    whole.reply.outcome = outcome;
    whole.reply.handler = QStringLiteral("李明");
    whole.reply.handlerPhone = QStringLiteral("0377-68200001");
    whole.reply.proofread = pack.answering.proofreadNeeded;
    if (!whole.context.anonymous) {
        whole.contacts
            = {{whole.reply.handler, whole.reply.handlerPhone, utcMs(QDate(2025, 11, 3), QTime(9, 20)),
                ContactOutcome::Reached, false, false, false, {}, true, true, true}};
    }
    for (const RequiredPart &row : pack.requiredParts) {
        if (!asksFor(row, whole))
            continue;
        completing::fillText(whole.reply, row.part);
        completing::fillCodes(whole.reply, row.part, whole, pack);
        const QString kind = row.part.section(QLatin1Char(':'), 1);
        if (const auto named = valueNamed<AttachmentKind>(kind); named && row.part.contains(QLatin1Char(':')))
            whole.reply.attachments.append(scanOf(*named));
    }
    if (whole.reply.investigation.isEmpty())
        completing::fillText(whole.reply, QStringLiteral("investigation"));
    whole.reply.answer = composedAnswer(whole.reply, whole.contacts, whole.context, pack);
    return whole;
}

} // namespace chengban
