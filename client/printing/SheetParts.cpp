#include "client/printing/SheetParts.h"

#include "client/printing/Wording.h"

namespace chengban::sheets {

namespace {

const TextStyle opinionStyle{.face = Face::Kai, .points = 12, .leading = 1.45};

class Account
{
public:
    Account(SheetPainter &painter, const SheetContext &context)
        : m_painter(painter)
        , m_context(context)
    {
    }

    void section(const QString &name, const QString &text)
    {
        static const QString numerals = QStringLiteral("一二三四五六七八九十");
        if (text.trimmed().isEmpty())
            return;
        const int number = m_number++;
        const QString ordinal
            = number < 10 ? numerals.mid(number, 1) : QStringLiteral("十") + numerals.mid(number - 10, 1);
        m_painter.heading(ordinal + u'、' + name);
        for (const QString &paragraph : textParagraphs(text))
            m_painter.text(
                paragraph, {.points = 12, .align = Qt::AlignJustify, .leading = 1.75, .indent = 2});
        m_painter.space(2);
    }
    [[nodiscard]] QString label(const QString &code) const { return codeWord(code, m_context.pack); }

private:
    SheetPainter &m_painter;
    const SheetContext &m_context;
    int m_number = 0;
};

} // namespace

SheetRow pair(const QString &name, const QString &text, const QString &otherName, const QString &otherText)
{
    return {{label(name), value(text), label(otherName), value(otherText)}};
}

SheetRow row(const QString &name, const QString &text, qreal leastMm)
{
    return {{label(name), leastMm > 20 ? prose(text, 3) : value(text, 3)}, leastMm};
}

SheetRow person(const QString &who, const Actor &actor, const QString &when, qint64 atMs)
{
    return pair(who, nameWord(actor), when, timeWord(atMs));
}

void addCase(SheetTable &table, const SheetContext &context, const QString &unitLabel)
{
    table.rows.append(pair(
        QStringLiteral("工单编号"), context.manifest.caseNumber, unitLabel, context.theCase.leadUnitName));
    table.rows.append(row(QStringLiteral("诉求标题"), context.theCase.demand.title));
}

SheetRow opinion(const QString &name, const QString &text, const QString &who, qint64 atMs, qreal leastMm)
{
    const QString signedText = QStringLiteral("%1\n%2　%3").arg(text, who, timeWord(atMs));
    return {{label(name), Cell{signedText, opinionStyle, 3}}, leastMm};
}

void addDecision(SheetTable &table, const Entry<DecisionBody> &decision)
{
    const QString &note = decision.body.note;
    const QString outcome = decision.body.granted ? QStringLiteral("同意") : QStringLiteral("不同意");
    const bool said = note.startsWith(outcome); // the centre's own words begin with it
    table.rows.append(row(QStringLiteral("批复意见"), said ? note : outcome + u'。' + note, 30));
    table.rows.append(row(QStringLiteral("批复单位"), decision.actor.unitName));
    table.rows.append(
        person(QStringLiteral("批复人"), decision.actor, QStringLiteral("批复时间"), decision.atMs));
}

void addSignatures(SheetTable &table, const QList<Entry<SignatureBody>> &signatures)
{
    for (const Entry<SignatureBody> &entry : signatures)
        table.rows.append(opinion(word(entry.body.level) + QStringLiteral("\n签发意见"), entry.body.opinion,
            signerWord(entry), signedMs(entry)));
}

QString signerWord(const Entry<SignatureBody> &signature)
{
    if (!signature.body.paper)
        return nameWord(signature.actor);
    const QString seal = signature.body.paper->seal ? QStringLiteral("，盖章") : QString();
    return QStringLiteral("%1（纸面签字%2）").arg(nameWord(signature), seal);
}

qint64 signedMs(const Entry<SignatureBody> &signature)
{
    return signature.body.paper ? signature.body.paper->signedAtMs : signature.atMs;
}

Cell ordinal(qsizetype number)
{
    Cell cell = value(QString::number(number));
    cell.style.align = Qt::AlignHCenter;
    return cell;
}

void paintAccount(SheetPainter &painter, const SheetContext &context, const Reply &reply)
{
    Account account(painter, context);
    account.section(QStringLiteral("诉求概括"), reply.summary);
    account.section(QStringLiteral("调查情况"), reply.investigation);
    account.section(QStringLiteral("办理情况"), reply.handling);
    account.section(QStringLiteral("采取的措施"), reply.measures);
    account.section(QStringLiteral("办理结果"), reply.result);
    account.section(QStringLiteral("处理意见"), reply.opinion);
    account.section(QStringLiteral("当前进度"), reply.progress);
    account.section(QStringLiteral("工作计划"), reply.plan);
    account.section(QStringLiteral("预期效果"), reply.expectedEffect);
    account.section(QStringLiteral("认定依据"), reply.grounds);
    account.section(QStringLiteral("建议或途径"), reply.advice);
    const QString told = reply.channelTold ? QStringLiteral("（已告知反映人）") : QString();
    if (!reply.channel.isEmpty())
        account.section(QStringLiteral("法定渠道"), account.label(reply.channel) + told);
    account.section(QStringLiteral("情况说明"), reply.statement);
    account.section(QStringLiteral("反映人意见"), reply.citizenFeedback);
}

void paintVisits(SheetPainter &painter, const QList<SiteVisit> &visits)
{
    if (visits.isEmpty())
        return;
    SheetTable table{{12, 40, 36, 75}, {}, 1};
    table.rows.append({{label(QStringLiteral("序号")), label(QStringLiteral("到场人员")),
        label(QStringLiteral("到场时间")), label(QStringLiteral("现场情况"))}});
    for (const SiteVisit &visit : visits)
        table.rows.append({{ordinal(table.rows.size()), value(visit.handler),
            value(timeWord(visit.arrivedAtMs)), value(visit.found)}});
    painter.table(table);
    painter.space(5);
}

} // namespace chengban::sheets
