#include "client/printing/SheetParts.h"
#include "client/printing/Wording.h"

#include "shared/canonical/Digest.h"

namespace chengban {

using sheets::fourColumns;

namespace {

SheetTable caseTable(const SheetContext &context)
{
    const Case &c = context.theCase;
    const Identity who = c.identity.value_or(Identity{});
    const QString hidden
        = c.identityErased ? QStringLiteral("（已按规定删除）") : QStringLiteral("（未提供）");
    const auto shown = [&](const QString &text) { return text.isEmpty() ? hidden : text; };
    const QString name = c.demand.anonymous ? QStringLiteral("（匿名）") : shown(who.name);
    return {fourColumns,
        {
            {{label(QStringLiteral("工单编号")), value(context.manifest.caseNumber),
                label(QStringLiteral("来源渠道")), value(c.demand.channel)}},
            {{label(QStringLiteral("来电时间")), value(timeWord(c.demand.reportedAtMs.value_or(0))),
                label(QStringLiteral("登记时间")), value(timeWord(c.registeredAtMs))}},
            {{label(QStringLiteral("诉求类别")), value(c.demand.category), label(QStringLiteral("办理类型")),
                value(word(c.caseClass))}},
            {{label(QStringLiteral("反映人")), value(name), label(QStringLiteral("联系电话")),
                value(shown(who.phone))}},
            {{label(QStringLiteral("联系地址")), value(shown(who.address), 3)}},
            {{label(QStringLiteral("诉求标题")), value(c.demand.title, 3)}},
            {{label(QStringLiteral("诉求内容")), prose(c.demand.text, 3)}, 45},
            {{label(QStringLiteral("事发地点")), value(c.demand.location, 3)}},
        }};
}

void addDispatch(SheetTable &table, const Case &c)
{
    QStringList helpers;
    for (const CoHandler &helper : c.coHandlers)
        helpers.append(helper.task.isEmpty() ? helper.unitName : helper.unitName + u'：' + helper.task);
    table.rows.append({{label(QStringLiteral("主办单位")), value(c.leadUnitName),
        label(QStringLiteral("派发时间")), value(timeWord(c.dispatchedAtMs))}});
    table.rows.append(
        {{label(QStringLiteral("签收人")), value(c.acceptance ? nameWord(c.acceptance->actor) : QString()),
            label(QStringLiteral("签收时间")), value(timeWord(c.acceptance ? c.acceptance->atMs : 0))}});
    if (!helpers.isEmpty())
        table.rows.append({{label(QStringLiteral("协办单位")), value(helpers.join(u'\n'), 3)}});
    if (!c.dispatches.isEmpty() && !c.dispatches.last().body.note.isEmpty())
        table.rows.append({{label(QStringLiteral("派发意见")), value(c.dispatches.last().body.note, 3)}});
    const auto due = c.deadlines.constFind(LimitName::Handle);
    if (due != c.deadlines.constEnd()) {
        table.rows.append({{label(QStringLiteral("办结时限")),
            value(due->provisional ? timeWord(due->dueMs) + QStringLiteral("（暂定）") : timeWord(due->dueMs),
                3)}});
    }
}

/// The digest of an event stands in the one after it; the last one's is the head.
QString shortDigest(const SheetContext &context, qsizetype i)
{
    const QByteArray digest = i + 1 < context.log.size() ? context.log[i + 1].previous : context.theCase.head;
    return hex(digest).left(10);
}

void paintCourse(SheetPainter &painter, const SheetContext &context)
{
    if (context.log.isEmpty())
        return;
    painter.space(6);
    painter.heading(QStringLiteral("办理经过"));
    SheetTable table{{12, 34, 26, 43, 23, 25}, {}, 1};
    table.rows.append(
        {{label(QStringLiteral("序号")), label(QStringLiteral("时间")), label(QStringLiteral("环节")),
             label(QStringLiteral("单位")), label(QStringLiteral("经办人")), label(QStringLiteral("校验码"))},
            8});
    for (qsizetype i = 0; i < context.log.size(); ++i) {
        const Event &event = context.log[i];
        const TextStyle small{.points = 9, .leading = 1.3};
        const TextStyle centred{.points = 9, .align = Qt::AlignHCenter, .leading = 1.3};
        table.rows.append(
            {{Cell{QString::number(event.revision), centred}, Cell{timeWord(event.serverTimeMs), small},
                 Cell{eventWord(event.type), small}, Cell{event.actor.unitName, small},
                 Cell{nameWord(event.actor), small}, Cell{shortDigest(context, i), centred}},
                7});
    }
    painter.table(table);
}

} // namespace

void paintCaseSheet(SheetPainter &painter, const SheetContext &context)
{
    painter.beginSheet();
    painter.title(QStringLiteral("12345热线工单"));
    SheetTable table = caseTable(context);
    addDispatch(table, context.theCase);
    painter.table(table);
    paintCourse(painter, context);
}

namespace {

/// HA11a, M12: how and when the citizen was answered.
void paintAnswers(SheetPainter &painter, const SheetContext &context)
{
    if (context.theCase.answers.isEmpty())
        return;
    painter.space(5);
    painter.heading(QStringLiteral("答复反映人记录"));
    SheetTable table{{12, 34, 24, 28, 65}, {}, 1};
    table.rows.append(
        {{label(QStringLiteral("序号")), label(QStringLiteral("答复时间")), label(QStringLiteral("答复人")),
            label(QStringLiteral("答复方式")), label(QStringLiteral("答复内容"))}});
    for (const Entry<AnswerBody> &answer : context.theCase.answers)
        table.rows.append({{sheets::ordinal(table.rows.size()), value(timeWord(answer.body.atMs)),
            value(answer.body.handler), value(codeWord(answer.body.channel, context.pack)),
            value(answer.body.note)}});
    painter.table(table);
}

} // namespace

void paintContacts(SheetPainter &painter, const SheetContext &context)
{
    painter.beginSheet();
    painter.title(QStringLiteral("联系反映人记录"));
    SheetTable table{{12, 30, 20, 30, 22, 49}, {}, 1};
    table.rows.append({{label(QStringLiteral("序号")), label(QStringLiteral("时间")),
        label(QStringLiteral("经办人")), label(QStringLiteral("使用电话")), label(QStringLiteral("结果")),
        label(QStringLiteral("通话内容"))}});
    int number = 0;
    for (const Entry<ContactBody> &entry : context.theCase.contacts) {
        const ContactAttempt &contact = entry.body.contact;
        QStringList told;
        if (contact.toldAcceptance)
            told.append(QStringLiteral("已告知受理情况"));
        if (contact.toldProcedure)
            told.append(QStringLiteral("已告知办理程序"));
        if (contact.toldLimit)
            told.append(QStringLiteral("已告知办理时限"));
        if (contact.toldReason)
            told.append(QStringLiteral("已告知延期原因"));
        if (contact.toldProgress)
            told.append(QStringLiteral("已告知阶段结果"));
        if (contact.toldPlan)
            told.append(QStringLiteral("已告知下步计划"));
        QStringList said{contact.note};
        if (!told.isEmpty())
            said.append(told.join(u'、') + u'。');
        said.removeAll(QString());
        table.rows.append({{sheets::ordinal(++number), value(timeWord(contact.atMs)), value(contact.handler),
            value(contact.phoneUsed), value(word(contact.outcome)), value(said.join(u'\n'))}});
    }
    if (number > 0)
        painter.table(table);
    paintAnswers(painter, context);
}

void paintCallbacks(SheetPainter &painter, const SheetContext &context)
{
    painter.beginSheet();
    painter.title(QStringLiteral("回访记录"));
    const auto paintAll = [&](const QString &who, const QList<Entry<CallbackBody>> &callbacks) {
        for (const Entry<CallbackBody> &entry : callbacks) {
            const CallbackBody &callback = entry.body;
            const auto told = [&](const QString &code) { return value(codeWord(code, context.pack)); };
            SheetTable table{fourColumns, {}};
            table.rows.append({{label(QStringLiteral("回访单位")), value(who),
                label(QStringLiteral("回访人")), value(nameWord(entry.actor))}});
            table.rows.append({{label(QStringLiteral("回访时间")), value(timeWord(callback.atMs)),
                label(QStringLiteral("接通情况")),
                value(callback.reached ? QStringLiteral("已接通") : QStringLiteral("未接通"))}});
            if (callback.reached) {
                table.rows.append({{label(QStringLiteral("承办单位\n是否联系")),
                    value(callback.unitHadContacted ? QStringLiteral("已联系") : QStringLiteral("未联系")),
                    label(QStringLiteral("过程评价")), told(callback.processSatisfaction)}});
                table.rows.append({{label(QStringLiteral("结果评价")), told(callback.resultSatisfaction),
                    label(QStringLiteral("总体评价")), told(callback.overallSatisfaction)}});
            }
            table.rows.append({{label(QStringLiteral("回访情况")), prose(callback.note, 3)}, 22});
            painter.keepTogether(62);
            painter.table(table);
            painter.space(7);
        }
    };
    paintAll(context.theCase.leadUnitName, context.theCase.unitCallbacks);
    for (const Entry<CallbackBody> &callback : context.theCase.centreCallbacks)
        paintAll(callback.actor.unitName, {callback});
    for (const Entry<CallbackBody> &callback : context.theCase.secondCallbacks)
        paintAll(callback.actor.unitName + QStringLiteral("（二次回访）"), {callback});
    for (const Entry<CodedNoteBody> &mismatch : context.theCase.mismatches)
        painter.text(QStringLiteral("回访情况不一致：%1　%2（%3，%4）")
                         .arg(codeWord(mismatch.body.code, context.pack), mismatch.body.note,
                             nameWord(mismatch.actor), timeWord(mismatch.atMs)),
            {.points = 10.5, .leading = 1.6});
}

void paintSupersededReply(SheetPainter &painter, const SheetContext &context, const ReplyVersion &version)
{
    painter.beginSheet();
    painter.title(QStringLiteral("被退回的答复（第%1版）").arg(version.number));
    SheetTable table{fourColumns, {}};
    sheets::addCase(table, context, QStringLiteral("承办单位"));
    table.rows.append(
        sheets::person(QStringLiteral("提交人"), version.actor, QStringLiteral("提交时间"), version.atMs));
    table.rows.append(sheets::row(QStringLiteral("答复内容"), version.reply.answer, 60));
    painter.table(table);
    painter.space(6);
    sheets::paintAccount(painter, context, version.reply);
    painter.text(QStringLiteral("注：本页为重办前报送的答复，已由后一版代替。内容短码 %1。")
                     .arg(version.digest.left(16)),
        {.points = 9, .leading = 1.4});
}

void paintEarlierReply(SheetPainter &painter, const SheetContext &context, const EarlierReply &earlier)
{
    painter.beginSheet();
    painter.title(QStringLiteral("此前答复（随工单转入）"));
    painter.table({fourColumns,
        {
            {{label(QStringLiteral("工单编号")), value(context.manifest.caseNumber),
                label(QStringLiteral("答复时间")), value(timeWord(earlier.repliedAtMs.value_or(0)))}},
            {{label(QStringLiteral("答复单位")), value(earlier.unitName, 3)}},
            {{label(QStringLiteral("答复内容")), prose(earlier.text, 3)}, 60},
        }});
    painter.space(3);
    painter.text(QStringLiteral("注：本页为来件所附的既往答复，不是本次办理的答复意见。"),
        {.points = 9, .leading = 1.4});
}

} // namespace chengban
