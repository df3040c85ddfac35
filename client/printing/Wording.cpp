#include "client/printing/Wording.h"

#include "shared/base/CountyTime.h"

#include <algorithm>
#include <utility>

namespace chengban {

QString word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Undecided:
        return QStringLiteral("未认定");
    case Verdict::SolvableInLimit:
        return QStringLiteral("诉求合理，期限内可解决");
    case Verdict::NotInLimit:
        return QStringLiteral("诉求合理，期限内不能解决");
    case Verdict::Unreasonable:
        return QStringLiteral("诉求不合理");
    case Verdict::OutOfScope:
        return QStringLiteral("不属于热线受理范围");
    }
    Q_UNREACHABLE();
}

QString word(ContactOutcome outcome)
{
    switch (outcome) {
    case ContactOutcome::Reached:
        return QStringLiteral("已通话");
    case ContactOutcome::NoAnswer:
        return QStringLiteral("无人接听");
    case ContactOutcome::SwitchedOff:
        return QStringLiteral("停机、关机");
    case ContactOutcome::WrongNumber:
        return QStringLiteral("号码有误");
    case ContactOutcome::NoNumber:
        return QStringLiteral("未留号码");
    case ContactOutcome::Declined:
        return QStringLiteral("不愿通话");
    }
    Q_UNREACHABLE();
}

QString word(SignerLevel level)
{
    switch (level) {
    case SignerLevel::SectionHead:
        return QStringLiteral("股室负责人");
    case SignerLevel::DeputyLeader:
        return QStringLiteral("分管领导");
    case SignerLevel::PrincipalLeader:
        return QStringLiteral("主要领导");
    }
    Q_UNREACHABLE();
}

QString word(CaseClass caseClass)
{
    switch (caseClass) {
    case CaseClass::Consult:
        return QStringLiteral("咨询");
    case CaseClass::Urgent:
        return QStringLiteral("紧急");
    case CaseClass::General:
        return QStringLiteral("一般");
    case CaseClass::Complex:
        return QStringLiteral("复杂");
    case CaseClass::Difficult:
        return QStringLiteral("疑难");
    case CaseClass::Emergency:
        return QStringLiteral("突发");
    case CaseClass::BasicLife:
        return QStringLiteral("基本民生");
    }
    Q_UNREACHABLE();
}

QString word(AttachmentKind kind)
{
    switch (kind) {
    case AttachmentKind::Evidence:
        return QStringLiteral("佐证材料");
    case AttachmentKind::ProcedurePaper:
        return QStringLiteral("程序文书");
    case AttachmentKind::Photo:
        return QStringLiteral("现场照片");
    case AttachmentKind::InvestigationRecord:
        return QStringLiteral("调查笔录");
    case AttachmentKind::SignedSheet:
        return QStringLiteral("签字单");
    case AttachmentKind::Other:
        return QStringLiteral("其他材料");
    }
    Q_UNREACHABLE();
}

QString word(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Investigation:
        return QStringLiteral("调查核实");
    case RecordKind::SiteVisit:
        return QStringLiteral("到现场");
    case RecordKind::Measures:
        return QStringLiteral("采取措施");
    case RecordKind::Progress:
        return QStringLiteral("阶段情况");
    }
    Q_UNREACHABLE();
}

QString eventWord(const QString &eventType)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("registered"), QStringLiteral("登记")},
        {QStringLiteral("dispatched"), QStringLiteral("派发")},
        {QStringLiteral("accepted"), QStringLiteral("签收")},
        {QStringLiteral("return-requested"), QStringLiteral("申请退单")},
        {QStringLiteral("return-decided"), QStringLiteral("退单批复")},
        {QStringLiteral("handling-proposed"), QStringLiteral("拟办")},
        {QStringLiteral("instructed"), QStringLiteral("阅批")},
        {QStringLiteral("contact-recorded"), QStringLiteral("联系反映人")},
        {QStringLiteral("extension-requested"), QStringLiteral("申请延期")},
        {QStringLiteral("extension-decided"), QStringLiteral("延期批复")},
        {QStringLiteral("reply-drafted-for-sign-off"), QStringLiteral("提交审签")},
        {QStringLiteral("reply-withdrawn"), QStringLiteral("撤回答复稿")},
        {QStringLiteral("reply-signed"), QStringLiteral("审签")},
        {QStringLiteral("reply-returned-to-clerk"), QStringLiteral("退回修改")},
        {QStringLiteral("reply-submitted"), QStringLiteral("报送答复")},
        {QStringLiteral("reply-accepted"), QStringLiteral("审核通过")},
        {QStringLiteral("rework-ordered"), QStringLiteral("退回重办")},
        {QStringLiteral("unit-callback-recorded"), QStringLiteral("承办单位回访")},
        {QStringLiteral("centre-callback-recorded"), QStringLiteral("热线中心回访")},
        {QStringLiteral("urged"), QStringLiteral("催办")},
        {QStringLiteral("duplicate-absorbed"), QStringLiteral("并入重复诉求")},
        {QStringLiteral("merged"), QStringLiteral("并入他单")},
        {QStringLiteral("refused"), QStringLiteral("不予受理")},
        {QStringLiteral("answered-directly"), QStringLiteral("直接答复")},
        {QStringLiteral("classified"), QStringLiteral("分类")},
        {QStringLiteral("confirmed-by-phone"), QStringLiteral("电话通知")},
        {QStringLiteral("reassigned"), QStringLiteral("改派")},
        {QStringLiteral("appealed"), QStringLiteral("申诉")},
        {QStringLiteral("appeal-decided"), QStringLiteral("申诉处理")},
        {QStringLiteral("handed-down"), QStringLiteral("内部交办")},
        {QStringLiteral("reported-back"), QStringLiteral("内部回报")},
        {QStringLiteral("urged-inside"), QStringLiteral("内部催办")},
        {QStringLiteral("answer-recorded"), QStringLiteral("答复反映人")},
        {QStringLiteral("investigation-recorded"), QStringLiteral("调查核实")},
        {QStringLiteral("site-visit-recorded"), QStringLiteral("到现场")},
        {QStringLiteral("measures-recorded"), QStringLiteral("采取措施")},
        {QStringLiteral("progress-reported"), QStringLiteral("报告阶段情况")},
        {QStringLiteral("part-submitted"), QStringLiteral("报送协办意见")},
        {QStringLiteral("request-drafted"), QStringLiteral("拟定申请")},
        {QStringLiteral("request-signed"), QStringLiteral("签发申请")},
        {QStringLiteral("request-dropped"), QStringLiteral("撤回申请")},
        {QStringLiteral("re-review-ordered"), QStringLiteral("交办复核")},
        {QStringLiteral("supervision-ordered"), QStringLiteral("督办")},
        {QStringLiteral("order-answered"), QStringLiteral("报送督办复核情况")},
        {QStringLiteral("answer-decided"), QStringLiteral("督办复核认定")},
        {QStringLiteral("second-callback-recorded"), QStringLiteral("二次回访")},
        {QStringLiteral("mismatch-recorded"), QStringLiteral("登记回访不一致")},
        {QStringLiteral("score-appealed"), QStringLiteral("考核申诉")},
        {QStringLiteral("score-decided"), QStringLiteral("考核申诉处理")},
        {QStringLiteral("excluded-from-scoring"), QStringLiteral("认定不计入考核")},
        {QStringLiteral("termination-requested"), QStringLiteral("申请终止办理")},
        {QStringLiteral("termination-decided"), QStringLiteral("终止办理批复")},
        {QStringLiteral("copy-filed"), QStringLiteral("报备案卷")},
        {QStringLiteral("warned"), QStringLiteral("临期提醒")},
        {QStringLiteral("overdue-marked"), QStringLiteral("标记逾期")},
        {QStringLiteral("recalculated"), QStringLiteral("重算时限")},
        {QStringLiteral("closed"), QStringLiteral("办结")},
        {QStringLiteral("archived"), QStringLiteral("归档")},
        {QStringLiteral("erasure-requested"), QStringLiteral("申请删除信息")},
        {QStringLiteral("erasure-refused"), QStringLiteral("不同意删除信息")},
        {QStringLiteral("part-erased"), QStringLiteral("按规定删除信息")},
    };
    return words.value(eventType, eventType);
}

QString retentionWord(const QString &retention)
{
    if (retention == u'Y')
        return QStringLiteral("永久");
    return retention.startsWith(u'D') ? retention.mid(1) + u'年' : retention;
}

QString codeWord(const QString &code, const RulePack *pack)
{
    if (!pack)
        return code;
    for (const QList<CodedReason> *list : {&pack->reworkReasons, &pack->returnReasons, &pack->refusalReasons,
             &pack->channels, &pack->satisfaction, &pack->closingPoints, &pack->caseTypes, &pack->outcomes,
             &pack->keyCategories, &pack->immediateKinds, &pack->supervisionReasons,
             &pack->supervisionMethods, &pack->urgeChannels, &pack->reReviewReasons, &pack->answerChannels}) {
        const auto found = std::ranges::find(*list, code, &CodedReason::code);
        if (found != list->end())
            return found->label;
    }
    return code;
}

QString dayWord(qint64 utcMs)
{
    return utcMs == 0 ? QString() : countyDate(utcMs).toString(QStringLiteral("yyyy年M月d日"));
}

QString timeWord(qint64 utcMs)
{
    return utcMs == 0 ? QString() : countyTime(utcMs).toString(QStringLiteral("yyyy年M月d日 HH:mm"));
}

QString digitDay(qint64 utcMs)
{
    return utcMs == 0 ? QString() : countyDate(utcMs).toString(QStringLiteral("yyyyMMdd"));
}

QString nameWord(const Actor &actor)
{
    return actor.actingForName.isEmpty() ? actor.name
                                         : QStringLiteral("%1（代%2）").arg(actor.name, actor.actingForName);
}

QString nameWord(const Entry<SignatureBody> &signature)
{
    if (!signature.body.paper)
        return nameWord(signature.actor);
    Actor signer;
    signer.name = signature.body.paper->signerName;
    signer.actingForName = signature.body.paper->actingForName;
    return nameWord(signer);
}

} // namespace chengban
