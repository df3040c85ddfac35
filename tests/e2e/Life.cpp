#include "tests/e2e/Life.h"

#include "tests/e2e/Scans.h"

namespace chengban::e2e {

using namespace Qt::StringLiterals;

Life solvableLife(const QString &folder, const QString &unitName)
{
    Life life;
    life.verdict = Verdict::SolvableInLimit;
    life.parts = {{u"investigation"_s,
                      u"接单当日，我单位派两名工作人员到市民反映的地点查看，并向周边住户和现场负责人了解情况"
                      u"。经查，反映的问题属实，"
                      u"发生的主要原因是日常巡查不到位，发现问题后没有及时处置。"_s},
        {u"handling"_s,
            u"现场责令责任人立即整改，明确专人负责、当日开工、三日内完成；整改期间我单位每天到场检查一次，并安排一名联络员与市民保持联系。"_s},
        {u"result"_s,
            u"整改已按期完成。我单位会同责任人逐项复查，问题已经消除，并将该处列入每周巡查清单，防止反弹。市民表示认可。"_s}};
    life.basis = {{u"城市市容和环境卫生管理条例"_s, QString(), u"第四条"_s,
        u"市容和环境卫生工作由所在地的主管部门负责，发现问题应当及时处理。"_s}};
    life.extensionReason = u"需更换的部件要向厂家订货，到货后方可施工，原定期限内不能完成。"_s;
    life.supervised = true;
    life.scans = {folder + u"/现场核查记录.jpg"_s};
    writeScan(life.scans.first(), u"现场核查记录"_s,
        u"核查人员到达现场后，对市民反映的事项逐项查看，拍照留存，并当场向责任人下达整改要求。\n\n复查结论：整改到位，同意销号。"_s,
        unitName);
    return life;
}

Life unreasonableLife(const QString &folder, const QString &unitName)
{
    Life life;
    life.verdict = Verdict::Unreasonable;
    life.parts = {{u"grounds"_s,
                      u"经查阅已经批准并公布的规划图则，该处用地性质、退界和配套设施的位置都与批准的内容一致"
                      u"，建设单位手续齐全；"
                      u"市民要求另行改动，没有规划和政策上的依据。"_s},
        {u"advice"_s,
            u"建议市民在下一轮规划修改公示期间书面提出意见，也可以到我单位窗口查阅图则；需要时我单位派人上门说明。"_s}};
    life.basis = {{u"中华人民共和国城乡规划法"_s, QString(), u"第七条"_s,
        u"经依法批准的规划是建设和管理的依据，未经法定程序不得修改。"_s}};
    life.scans = {folder + u"/批准图则（扫描件）.jpg"_s, folder + u"/情况说明（扫描件）.pdf"_s};
    writeScan(life.scans[0], u"规划图则批准页"_s,
        u"本页为批准图则的扫描件。用地范围、性质和退界以图示为准。"_s, unitName);
    writeScan(life.scans[1], u"情况说明"_s,
        u"经核查，市民所提事项与批准的规划不符，我单位已当面说明理由，并告知其可以通过规划修改程序提出意见。"_s,
        unitName);
    life.leaderReturns = u"依据写得太笼统，请写明查阅了哪些材料、哪一天向市民作了说明，再报。"_s;
    life.reworkReason = u"evasive"_s;
    life.betterPart = u"advice"_s;
    life.betterText = u"建议市民在下一轮规划修改公示期间书面提出意见；我单位窗口每个工作日都可以查阅图则，并"
                      u"已约定由专人上门说明一次。"
                      u"市民仍有异议的，可以依法申请信息公开。"_s;
    return life;
}

Life outOfScopeLife(const QString &folder, const QString &unitName)
{
    Life life;
    life.verdict = Verdict::OutOfScope;
    life.channel = u"litigation"_s;
    life.scanKind = AttachmentKind::ProcedurePaper;
    life.parts = {{u"statement"_s,
        u"经核查，市民反映的事项已经由人民法院立案受理，正在诉讼程序中，依法应当以人民法院的裁判为准，不属于"
        u"我单位的办理范围。"
        u"我单位已向市民说明情况，并告知其通过诉讼途径主张权利。"_s}};
    life.returnStatement = u"该事项已进入诉讼程序，不属于我单位职责，请求退回另行处理。"_s;
    life.signedSheet = folder + u"/退回审签单（签字扫描件）.pdf"_s;
    writeScan(life.signedSheet, u"退回审签单"_s, u"同意退回。主要负责人签字并加盖单位公章。"_s, unitName);
    life.scans = {folder + u"/受理案件通知书（扫描件）.png"_s};
    writeScan(life.scans.first(), u"受理案件通知书"_s,
        u"经审查，起诉符合法定受理条件，本院决定立案审理。现将有关事项通知如下。"_s, unitName);
    return life;
}

} // namespace chengban::e2e
