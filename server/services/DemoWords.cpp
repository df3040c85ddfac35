#include "server/services/DemoWords.h"

#include "server/services/DemoPeople.h"
#include "shared/base/CountyTime.h"

namespace chengban {

using namespace Qt::StringLiterals;

namespace {

using C = CommandType;

QStringList wordings(CommandType step)
{
    switch (step) {
    case C::Dispatch:
        return {u"请按期办理并及时答复反映人。"_s, u"请先行联系反映人，核实后回复。"_s,
            u"请依职责办理，答复内容写明办理结果。"_s};
    case C::Accept:
        return {u"已签收。"_s, u"收到，即办。"_s, QString()};
    case C::ProposeHandling:
        return {u"拟安排业务股室两名同志到现场核实，三个工作日内形成答复。"_s,
            u"拟先电话联系反映人了解详情，再会同属地现场查看。"_s,
            u"拟由承办股室牵头调查取证，结果报分管领导审定。"_s};
    case C::Instruct:
        return {u"同意，抓紧核实。"_s, u"请现场查清情况，依法依规办理，注意与群众沟通。"_s,
            u"按拟办意见办，结果报我。"_s};
    case C::RecordContact:
        return {u"反映人补充说明了发生的时间和位置，希望早日解决。"_s,
            u"向反映人说明了办理程序和时限，反映人表示理解。"_s, u"核对了反映的情况，约定现场查看时间。"_s};
    case C::DecideReturn:
        return {u"情况属实，同意退回，另行派发。"_s};
    case C::DecideExtension:
        return {u"理由充分，同意延期。"_s};
    case C::SubmitForSignOff:
        return {u"请审签。"_s, u"已与反映人沟通，请审阅。"_s};
    case C::ReturnToClerk:
        return {
            u"办理过程写得过于简单，请补充时间和措施后再报。"_s, u"答复应说明下一步如何防止反复，请补充。"_s};
    case C::Urge:
        return {u"反映人再次来电询问进展，请抓紧办理。"_s, u"临近期限，请按时反馈。"_s};
    case C::Close:
        return {u"反映人对办理过程无异议，予以办结。"_s, u"办理程序和答复符合要求，予以办结。"_s};
    default:
        return {QString()};
    }
}

} // namespace

QString demoWords(CommandType step, int number)
{
    const QStringList all = wordings(step);
    return all[number % all.size()];
}

ReturnRequestBody demoReturnRequest(
    const DemoCase &one, const DemoStep &step, const wire::Directory &directory)
{
    ReturnRequestBody body;
    body.reason = u"out-of-duty"_s;
    body.statement
        = u"经核对职责分工，反映事项不在我单位职责范围内，无相应执法和管理权限，特申请退回重新派发。"_s;
    if (step.elsewhere) {
        body.suggestedUnit = one.unit;
        body.suggestedUnitName = demoUnitName(directory, one.unit);
    }
    return body;
}

ExtensionBody demoExtension(int number)
{
    return {u"涉及多个部门现场会商，且需等待检测结果，无法在期限内办结。"_s,
        u"已与反映人沟通并说明原因和下一步安排。"_s, number % 3 + 3};
}

ReviewBody demoReview(CommandType step, int number, int replyVersion, const RulePack &pack)
{
    ReviewBody body;
    body.replyVersion = replyVersion;
    if (step == C::AcceptReply) {
        for (const CodedReason &point : pack.closingPoints)
            body.points.append(point.code);
        body.note = u"答复规范，予以通过。"_s;
        return body;
    }
    const bool odd = number % 2 != 0;
    body.reasons = odd ? QStringList{u"investigation-missing"_s} : QStringList{u"bad-form"_s, u"evasive"_s};
    body.note = odd ? u"请写明现场核实的时间和采取的具体措施。"_s
                    : u"答复未正面回应反映人最关心的问题，请补充后重新报送。"_s;
    return body;
}

CallbackBody demoCallback(const DemoCase &one, const DemoStep &step)
{
    CallbackBody body;
    body.atMs = step.atMs - 3 * 60'000;
    body.reached = one.registration.demand.hasPhone && one.outcome == ContactOutcome::Reached;
    if (!body.reached) {
        body.note = u"电话未能接通。"_s;
        return body;
    }
    // What the unit heard itself may differ from what the citizen says to the centre.
    const bool byUnit = step.type == C::RecordUnitCallback;
    const QString answer = one.satisfied || byUnit ? u"satisfied"_s : u"unsatisfied"_s;
    body.unitHadContacted = true;
    body.overallSatisfaction = answer;
    if (step.type == C::RecordCentreCallback) {
        body.processSatisfaction = u"satisfied"_s;
        body.resultSatisfaction = answer;
    }
    body.note = one.satisfied || byUnit ? u"反映人表示认可。"_s : u"反映人认为解决不彻底，已作解释。"_s;
    return body;
}

ArchiveBody demoArchiving(const DemoCase &one, const DemoStep &step)
{
    const int year = countyDate(step.atMs).year();
    const bool lasting
        = one.reply.verdict == Verdict::Unreasonable || one.reply.verdict == Verdict::OutOfScope;
    return {u"YX12345-%1-D%2-%3"_s.arg(year).arg(lasting ? 30 : 10).arg(one.number, 4, 10, QLatin1Char('0')),
        lasting ? u"D30"_s : u"D10"_s, {}};
}

void demoImprove(Reply &reply, int versionsBefore, int number)
{
    if (versionsBefore == 0)
        return;
    const QString more = number % 2 == 0
        ? u"针对退回意见，承办人员再次到现场核实，并走访了周边群众，情况与前次调查一致。"_s
        : u"针对退回意见，已补充核实有关记录，并明确专人每周回看，防止问题反复。"_s;
    switch (reply.verdict) {
    case Verdict::SolvableInLimit:
        reply.investigation += more;
        break;
    case Verdict::NotInLimit:
        reply.progress += more;
        break;
    case Verdict::Unreasonable:
        reply.advice += more;
        break;
    case Verdict::OutOfScope:
        reply.statement += more;
        break;
    case Verdict::Undecided:
        break;
    }
}

} // namespace chengban
