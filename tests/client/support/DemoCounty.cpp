#include "tests/client/support/DemoCounty.h"

#include "client/forms/Theme.h"
#include "client/models/NextStep.h"
#include "shared/base/CountyTime.h"
#include "shared/base/Translations.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>

namespace chengban {

namespace {

const UnitId water{QStringLiteral("water")};
const QString waterName = QStringLiteral("青湖县水务局");

Actor person(const char *user, const QString &name, const UnitId &unit, const QString &unitName, Role role)
{
    return {.tenant = TenantId{QStringLiteral("qinghu")},
        .user = UserId{QLatin1StringView(user)},
        .name = name,
        .unit = unit,
        .unitName = unitName,
        .role = role,
        .device = DeviceId{QStringLiteral("test")},
        .actingFor = {},
        .actingForName = {}};
}

struct Story
{
    const char *title;
    const char *text;
    const char *location;
    const char *category;
    CaseClass caseClass;
    int daysAgo;
    Phase until;
};

const Story stories[] = {
    {"槐荫路12号院三天两头停水",
        "来电人反映：槐荫路12号院自上月底起每天傍晚六点到九点停水，高层住户完全无水，物业称是管网压力不足，"
        "多次报修没有结果。院内有六十多户，老人小孩较多，请求尽快查明原因恢复正常供水，并告知处理时间。",
        "槐荫路12号院", "投诉", CaseClass::General, 2, Phase::Handling},
    {"南湾村自来水浑浊有异味", "来电人反映：南湾村三组自来水发黄，有铁锈味，烧开后有沉淀，已持续一周。",
        "南湾村三组", "投诉", CaseClass::General, 7, Phase::Handling},
    {"建议公布二次供水泵房巡检记录", "来信人建议在小区公示栏公布二次供水泵房的巡检和清洗记录，便于业主监督。",
        "锦绣家园", "意见建议", CaseClass::General, 1, Phase::Handling},
    {"青石桥头主管道爆裂", "来电人反映青石桥头路面冒水，水已漫到人行道，影响通行。", "青石桥头", "求助",
        CaseClass::Urgent, 0, Phase::Dispatched},
    {"咨询用水户名变更手续", "来电人咨询房屋过户后自来水户名如何变更、需要哪些材料。", "", "咨询",
        CaseClass::Consult, 0, Phase::Dispatched},
    {"北岭路施工挖断水管后未修复", "来电人反映施工队挖断入户水管后只做了临时接口，一直漏水。", "北岭路88号",
        "投诉", CaseClass::General, 3, Phase::AwaitingSignOff},
    {"要求免除欠缴的水费滞纳金", "来电人要求免除两年欠费产生的滞纳金。", "东风里", "投诉", CaseClass::General,
        4, Phase::AwaitingSignOff},
    {"水表读数异常偏高", "来电人反映本月水费是往月三倍，怀疑水表走快，要求检定。", "柳林小区5号楼", "投诉",
        CaseClass::General, 3, Phase::Signed},
    {"河道边护栏缺失", "来电人反映清水河东岸有二十米护栏缺失，夜间有安全隐患。", "清水河东岸", "求助",
        CaseClass::General, 3, Phase::AwaitingReview},
    {"排水沟堵塞雨天倒灌", "来电人反映排水沟堵塞，雨天污水倒灌进一楼。", "朝阳里2号楼", "投诉",
        CaseClass::General, 4, Phase::AwaitingReview},
    {"灌溉渠放水时间不固定", "来电人反映灌溉渠放水不按公告时间，影响插秧。", "石梁村", "投诉",
        CaseClass::General, 5, Phase::Rework},
    {"消防栓漏水", "来电人反映路口消防栓长期滴水。", "人民路与新华路口", "求助", CaseClass::General, 5,
        Phase::AwaitingCallback},
    {"更换老旧水表", "来电人询问老旧水表更换计划何时轮到本小区。", "和平新村", "咨询", CaseClass::General, 5,
        Phase::AwaitingClose},
    {"供水管道施工夜间扰民", "来电人反映夜间施工噪声大。", "学府路", "投诉", CaseClass::General, 8,
        Phase::Closed},
    {"物业擅自提高水价", "来电人反映物业按高于公布的标准收取水费，要求退还。", "金桂苑", "投诉",
        CaseClass::General, 0, Phase::Registered},
    {"田间机井电机被盗", "来电人反映村里机井电机被盗，无法浇地。", "白庙村", "求助", CaseClass::General, 0,
        Phase::Registered},
    {"反映邻居占用公共通道", "来电人反映邻居堆放杂物占用公共通道，要求处理。", "文昌街31号", "投诉",
        CaseClass::General, 1, Phase::ReturnRequested},
};

} // namespace

namespace {

/// The principal leader's signature on a request; the desk of these tests checks no cryptography.
SignatureBody signedOnRequest(const UnitRequest &request)
{
    SignatureBody body;
    body.replyVersion = request.number;
    body.replyDigest = request.digest;
    body.level = SignerLevel::PrincipalLeader;
    body.key = {QStringLiteral("0011223344556677")};
    body.signedText = QStringLiteral("e30=");
    body.signature = QStringLiteral("MEUC");
    body.action = request.action;
    return body;
}

} // namespace

DemoCounty::DemoCounty()
    : clerk(person("zhao", QStringLiteral("赵启明"), water, waterName, Role::Clerk))
    , leader(person("qian", QStringLiteral("钱立成"), water, waterName, Role::DeputyLeader))
    , centre(person("sun", QStringLiteral("孙晓兰"), UnitId{QStringLiteral("centre")},
          QStringLiteral("青湖县12345热线中心"), Role::Centre))
    , archivist(person("li", QStringLiteral("李文档"), UnitId{QStringLiteral("centre")},
          QStringLiteral("青湖县12345热线中心"), Role::Archivist))
    , nowMs(utcMs(QDate(2025, 11, 20), QTime(10, 12)))
    , desk(nowMs)
{
    wire::Directory directory;
    const QList<std::pair<QString, QString>> units{{QStringLiteral("water"), waterName},
        {QStringLiteral("city"), QStringLiteral("青湖县城市管理局")},
        {QStringLiteral("market"), QStringLiteral("青湖县市场监督管理局")},
        {QStringLiteral("police"), QStringLiteral("青湖县公安局")},
        {QStringLiteral("housing"), QStringLiteral("青湖县住房和城乡建设局")},
        {QStringLiteral("east"), QStringLiteral("东城街道办事处")},
        {QStringLiteral("south"), QStringLiteral("南湾镇人民政府")}};
    for (const auto &[id, name] : units)
        directory.units.append({UnitId{id}, name, QStringLiteral("0000-6100000")});
    directory.people.append({clerk.user, clerk.name, water, Role::Clerk, QStringLiteral("0000-6100123")});
    directory.people.append({leader.user, leader.name, water, Role::DeputyLeader, {}});
    directory.people.append(
        {UserId{QStringLiteral("zhou")}, QStringLiteral("周守正"), water, Role::PrincipalLeader, {}});
    const Actor principal = person("zhou", QStringLiteral("周守正"), water, waterName, Role::PrincipalLeader);
    desk.setDirectory(directory);
    desk.actAs(clerk);
    int number = 0;
    const auto note = [](const QString &text) { return toJson(NoteBody{text}); };
    for (const Story &story : stories) {
        const CaseId id{QStringLiteral("0193-%1").arg(++number, 4, 10, QLatin1Char('0'))};
        ids.append(id);
        const qint64 begun = nowMs - story.daysAgo * 86'400'000LL - 3'600'000LL * (number % 3) - 600'000LL;
        qint64 clock = begun;
        const auto at
            = [&](qint64 minutes) { desk.setNow(clock = std::min(nowMs, clock + minutes * 60'000)); };
        desk.setNow(begun);
        Demand demand{.source = QStringLiteral("12345"),
            .sourceNumber = QStringLiteral("QH2511%1").arg(4100 + number * 37),
            .channel = QStringLiteral("来电"),
            .category = QString::fromUtf8(story.category),
            .title = QString::fromUtf8(story.title),
            .text = QString::fromUtf8(story.text),
            .location = QString::fromUtf8(story.location),
            .reportedAtMs = begun - 900'000,
            .anonymous = number == 9,
            .hasPhone = number != 9};
        const Identity identity = number == 9
            ? Identity()
            : Identity{
                QStringLiteral("吴样本"), QStringLiteral("13800000000"), QString::fromUtf8(story.location)};
        QList<EarlierReply> earlier;
        if (number == 1)
            earlier.append({QStringLiteral("经查，该院为二次供水，已通知物业检查水泵。"), waterName,
                begun - 40 * 86'400'000LL});
        desk.play(centre, id, CommandType::Register, toJson(RegisterBody{demand, identity, earlier}));
        if (story.until == Phase::Registered)
            continue;
        at(5);
        desk.play(centre, id, CommandType::Dispatch,
            toJson(DispatchBody{.leadUnit = water,
                .leadUnitName = waterName,
                .coHandlers = {},
                .caseClass = story.caseClass,
                .note = number == 1 ? QStringLiteral("该院本月第二次反映，请实地查看。") : QString()}));
        if (story.until == Phase::Dispatched)
            continue;
        at(2);
        desk.play(clerk, id, CommandType::Accept, note({}));
        const auto owed = desk.caseOf(id)->instructionOwed; // T3
        if (owed && owed->levels.contains(SignerLevel::DeputyLeader))
            desk.play(leader, id, CommandType::Instruct, note(QStringLiteral("同意，请当天到现场。")));
        if (story.until == Phase::ReturnRequested) {
            desk.play(clerk, id, CommandType::RequestReturn,
                toJson(ReturnRequestBody{.reason = QStringLiteral("out-of-duty"),
                    .statement = QStringLiteral("占用公共通道属城市管理部门职责，我局无处理权限。"),
                    .suggestedUnit = UnitId{QStringLiteral("city")},
                    .suggestedUnitName = QStringLiteral("青湖县城市管理局")}));
            desk.play(principal, id, CommandType::SignRequest,
                toJson(signedOnRequest(desk.caseOf(id)->requests.last())));
            continue;
        }
        if (number == 3)
            continue;
        at(2);
        const bool reached = number != 2;
        if (!demand.anonymous)
            desk.play(clerk, id, CommandType::RecordContact,
                toJson(ContactBody{{.handler = clerk.name,
                    .phoneUsed = QStringLiteral("0000-6100123"),
                    .atMs = clock,
                    .outcome = reached ? ContactOutcome::Reached : ContactOutcome::NoAnswer,
                    .note = reached ? QStringLiteral("约定下午到现场查看") : QString()}}));
        if (story.until == Phase::Handling)
            continue;
        Reply reply = solvedReply();
        reply.answer = composedAnswer(reply, desk.caseOf(id)->contactAttempts(),
            replyContext(*desk.caseOf(id)), *desk.rulesFor(*desk.caseOf(id)).pack);
        desk.setNow(clock);
        const auto sign = [&] {
            desk.actAs(leader);
            if (!desk.signingKey())
                desk.enrolKey(QStringLiteral("246810"), QStringLiteral("zhao"), QStringLiteral("x"));
            const auto body = desk.sign(id, desk.caseOf(id)->currentReply()->digest, QStringLiteral("同意。"),
                                      QStringLiteral("246810"))
                                  .result();
            desk.play(leader, id, CommandType::Sign, toJson(*body));
            desk.actAs(clerk);
        };
        at(9);
        desk.play(clerk, id, CommandType::SubmitForSignOff, toJson(SubmitBody{reply, QString()}));
        if (number == 6) {
            desk.play(leader, id, CommandType::ReturnToClerk,
                note(QStringLiteral("办理结果要写明恢复供水的时间。")));
            reply.result = QStringLiteral("入户管道已于11月18日下午五时修复，恢复正常供水，反映人现场确认。");
            reply.answer = composedAnswer(reply, desk.caseOf(id)->contactAttempts(),
                replyContext(*desk.caseOf(id)), *desk.rulesFor(*desk.caseOf(id)).pack);
            desk.play(clerk, id, CommandType::SubmitForSignOff,
                toJson(SubmitBody{reply, QStringLiteral("已按意见补充时间。")}));
        }
        if (story.until == Phase::AwaitingSignOff)
            continue;
        at(1);
        sign();
        if (story.until == Phase::Signed)
            continue;
        at(1);
        desk.play(clerk, id, CommandType::SubmitReply,
            toJson(ReplyVersionBody{desk.caseOf(id)->currentReply()->number}));
        if (story.until == Phase::AwaitingReview)
            continue;
        at(1);
        const int version = desk.caseOf(id)->currentReply()->number;
        if (story.until == Phase::Rework) {
            desk.play(centre, id, CommandType::ReturnForRework,
                toJson(ReviewBody{.replyVersion = version,
                    .reasons = {QStringLiteral("evasive"), QStringLiteral("evidence-missing")},
                    .points = {},
                    .note = QStringLiteral("请附放水记录。")}));
            continue;
        }
        QStringList points;
        for (const CodedReason &point : desk.rulesFor(*desk.caseOf(id)).pack->closingPoints)
            points << point.code;
        desk.play(centre, id, CommandType::AcceptReply,
            toJson(ReviewBody{.replyVersion = version, .reasons = {}, .points = points, .note = {}}));
        if (story.until == Phase::AwaitingCallback)
            continue;
        at(1);
        const QString satisfied = QStringLiteral("satisfied");
        desk.play(centre, id, CommandType::RecordCentreCallback,
            toJson(CallbackBody{.atMs = clock,
                .reached = true,
                .unitHadContacted = true,
                .processSatisfaction = satisfied,
                .resultSatisfaction = satisfied,
                .overallSatisfaction = satisfied,
                .note = {}}));
        if (story.until == Phase::AwaitingClose)
            continue;
        desk.play(centre, id, CommandType::Close, note(QStringLiteral("办结。")));
    }
    desk.setNow(nowMs);
    desk.actAs(clerk);
}

CaseId DemoCounty::caseIn(Phase phase) const
{
    for (const CaseId &id : ids) {
        if (desk.caseOf(id)->phase == phase)
            return id;
    }
    return {};
}

Reply DemoCounty::solvedReply()
{
    Reply reply;
    reply.verdict = Verdict::SolvableInLimit;
    reply.investigation
        = QStringLiteral("接件当日我局到现场查看，入户支管接口老化渗漏，供水压力为0.12兆帕，低于正常值。");
    reply.handling = QStringLiteral("更换支管接口两处，清洗过滤网，并对上游阀门重新调压。");
    reply.result = QStringLiteral("供水已恢复正常，反映人现场确认。");
    reply.legalBasis = {{QStringLiteral("城镇供水服务规范"), QStringLiteral("青水〔2024〕6号"),
        QStringLiteral("第八条"), QStringLiteral("接到报修后二十四小时内到场处理。")}};
    reply.handler = QStringLiteral("赵启明");
    reply.handlerPhone = QStringLiteral("0000-6100123");
    reply.unitCallback = QStringLiteral("satisfied");
    return reply;
}

QString DemoCounty::picture(const QString &name) const
{
    QImage image(1200, 900, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, 900);
    sky.setColorAt(0, QColor(0xcfd8dc));
    sky.setColorAt(1, QColor(0x78909c));
    painter.fillRect(image.rect(), sky);
    painter.setBrush(QColor(0x455a64));
    painter.drawRect(150, 420, 900, 120);
    painter.setBrush(QColor(0x37474f));
    painter.drawEllipse(QPoint(600, 480), 130, 130);
    const QString path = QDir::temp().filePath(name);
    image.save(path);
    return path;
}

void dressUp(bool dark, int percent)
{
    auto &app = *qobject_cast<QApplication *>(QCoreApplication::instance());
    static bool translated = false;
    if (!std::exchange(translated, true))
        installTranslations(app, QLocale(QLocale::Chinese, QLocale::China));
    applyTheme(app, dark, percent);
}

} // namespace chengban
