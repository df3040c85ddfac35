<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Deadlines</name>
    <message>
        <source>Acceptance</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>First contact</source>
        <translation>首次联系</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>启动办理</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Second review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>Return of the case</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>working day in exchange for a day off</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>day of receipt</source>
        <translation>收到当日</translation>
    </message>
    <message>
        <source>outside office hours</source>
        <translation>非办公时间</translation>
    </message>
    <message>
        <source>natural day</source>
        <translation>自然日</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a reason like &quot;holiday&quot;, %2 the name of the holiday</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>Time counted of one day; %1 hours, %2 minutes</extracomment>
        <translation>%1小时%2分</translation>
    </message>
    <message>
        <source>day %1</source>
        <extracomment>%1 is a number: the how-many-th day that counts</extracomment>
        <translation>第%1日</translation>
    </message>
    <message>
        <source>%1 (%2): %3, %4</source>
        <extracomment>%1 date, %2 weekday, %3 &quot;day 2&quot; or &quot;not counted&quot;, %4 the reason</extracomment>
        <translation>%1（%2）：%3，%4</translation>
    </message>
    <message>
        <source>the same working day</source>
        <translation>当日（工作日）</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n个工作日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n natural day(s)</source>
        <translation>
            <numerusform>%n个自然日</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working hour(s)</source>
        <translation>
            <numerusform>%n个工作小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n natural hour(s)</source>
        <translation>
            <numerusform>%n小时</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 name of the limit, %2 its length</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>By %1</source>
        <extracomment>%1 document and article</extracomment>
        <translation>依据：%1</translation>
    </message>
    <message numerus="yes">
        <source>Extended by %n working day(s)</source>
        <translation>
            <numerusform>延期%n个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>Starts: %1</source>
        <translation>起算：%1</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>到期：%1</translation>
    </message>
    <message>
        <source>Provisional: the holiday notice for these days is not published yet.</source>
        <translation>暂定：有关日期的放假通知尚未公布。</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>说明：%1</translation>
    </message>
    <message>
        <source>holiday of the county</source>
        <translation>本县节假日</translation>
    </message>
    <message>
        <source>the clock stood still</source>
        <translation>中止计时</translation>
    </message>
    <message>
        <source>The unit&apos;s own shorter limit prevails: %1</source>
        <extracomment>%1 what the unit relies on</extracomment>
        <translation>按本单位更短的承诺时限：%1</translation>
    </message>
    <message>
        <source>The limit of the law prevails: %1</source>
        <extracomment>%1 law and article</extracomment>
        <translation>按法定时限：%1</translation>
    </message>
    <message>
        <source>The order set this limit.</source>
        <translation>时限由督办单（批示）确定。</translation>
    </message>
    <message>
        <source>By the document alone it would be due %1.</source>
        <translation>仅按文件应于%1到期。</translation>
    </message>
    <message>
        <source>Stood still from %1 to %2</source>
        <translation>%1至%2中止计时</translation>
    </message>
    <message>
        <source>outside the count</source>
        <translation>不在计算范围</translation>
    </message>
    <message>
        <source>%1: %2 became %3</source>
        <extracomment>%1 date, %2 and %3 reasons like &quot;working day&quot;</extracomment>
        <translation>%1：由“%2”改为“%3”</translation>
    </message>
    <message>
        <source>%1: due %3 instead of %2</source>
        <extracomment>%1 name of the limit, %2 and %3 times</extracomment>
        <translation>%1：到期时间由%2改为%3</translation>
    </message>
</context>
<context>
    <name>PackWords</name>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 name of a rule&apos;s member, %2 its value</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Who signs</source>
        <translation>审签</translation>
    </message>
    <message>
        <source>Leader&apos;s instructions</source>
        <translation>领导阅批</translation>
    </message>
    <message>
        <source>What a reply must have</source>
        <translation>答复必备内容</translation>
    </message>
    <message>
        <source>Checks of the text</source>
        <translation>文字检查</translation>
    </message>
    <message>
        <source>Contact with the citizen</source>
        <translation>与反映人联系</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Other limits</source>
        <translation>其他时限</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Joint handling</source>
        <translation>联合办理</translation>
    </message>
    <message>
        <source>Answering</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Substitutes</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Terminations</source>
        <translation>终止办理</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>通报起点</translation>
    </message>
    <message>
        <source>Points by volume</source>
        <translation>按件数计分</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>计分</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>等次</translation>
    </message>
    <message>
        <source>Regular duties</source>
        <translation>定期事项</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>提醒和报告</translation>
    </message>
    <message>
        <source>People a unit must name</source>
        <translation>承办单位人员</translation>
    </message>
    <message>
        <source>Reasons for rework</source>
        <translation>退回重办原因</translation>
    </message>
    <message>
        <source>Reasons for a return</source>
        <translation>退单原因</translation>
    </message>
    <message>
        <source>Reasons for a refusal</source>
        <translation>不予受理原因</translation>
    </message>
    <message>
        <source>Channels and bodies outside the hotline</source>
        <translation>热线以外的渠道和机关</translation>
    </message>
    <message>
        <source>Satisfaction, best first</source>
        <translation>满意度（由高到低）</translation>
    </message>
    <message>
        <source>Points of the review</source>
        <translation>审核要点</translation>
    </message>
    <message>
        <source>Types of cases</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Key categories</source>
        <translation>重点类别</translation>
    </message>
    <message>
        <source>Handled at once</source>
        <translation>当即处理事项</translation>
    </message>
    <message>
        <source>Reasons for supervision</source>
        <translation>督办原因</translation>
    </message>
    <message>
        <source>Ways of supervision</source>
        <translation>督办方式</translation>
    </message>
    <message>
        <source>Ways of urging</source>
        <translation>催办方式</translation>
    </message>
    <message>
        <source>Reasons for a second review</source>
        <translation>回访复核原因</translation>
    </message>
    <message>
        <source>How the citizen is answered</source>
        <translation>答复方式</translation>
    </message>
    <message>
        <source>Cases of accountability</source>
        <translation>问责情形</translation>
    </message>
    <message>
        <source>Kinds of knowledge</source>
        <translation>知识库内容</translation>
    </message>
    <message>
        <source>Prescribed wording</source>
        <translation>规范用语</translation>
    </message>
    <message>
        <source>Word lists of the checks</source>
        <translation>检查词表</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>the order sets it</source>
        <translation>由督办单指定</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>from</source>
        <translation>起</translation>
    </message>
    <message>
        <source>count</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>warning before</source>
        <translation>提前提醒</translation>
    </message>
    <message>
        <source>thing signed</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>under supervision</source>
        <translation>督办件</translation>
    </message>
    <message>
        <source>by</source>
        <translation>由</translation>
    </message>
    <message>
        <source>with the unit&apos;s seal</source>
        <translation>加盖公章</translation>
    </message>
    <message>
        <source>also on paper</source>
        <translation>可纸质签批</translation>
    </message>
    <message>
        <source>when</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>研判结论</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>type</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>in answer to</source>
        <translation>所答复的</translation>
    </message>
    <message>
        <source>part</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>not for an anonymous case</source>
        <translation>匿名件除外</translation>
    </message>
    <message>
        <source>not where no answer is wanted</source>
        <translation>无需答复的除外</translation>
    </message>
    <message>
        <source>not where there is nothing to see on the spot</source>
        <translation>无现场的除外</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>calls that make an unreachable citizen</source>
        <translation>视为联系不上所需拨打次数</translation>
    </message>
    <message>
        <source>not needed before an answer within the limit</source>
        <translation>在时限内答复的免先行联系</translation>
    </message>
    <message>
        <source>told are</source>
        <translation>须告知</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>times at most</source>
        <translation>最多次数</translation>
    </message>
    <message>
        <source>working days at most</source>
        <translation>每次最多（工作日）</translation>
    </message>
    <message>
        <source>working days in all</source>
        <translation>总时限（工作日）</translation>
    </message>
    <message>
        <source>to be asked working days before</source>
        <translation>提前申请（工作日）</translation>
    </message>
    <message>
        <source>only within those days</source>
        <translation>只在该期间内申请</translation>
    </message>
    <message>
        <source>the citizen is told</source>
        <translation>须先与反映人沟通</translation>
    </message>
    <message>
        <source>a date is promised</source>
        <translation>须承诺办结日期</translation>
    </message>
    <message>
        <source>a leader of the unit signs</source>
        <translation>须经本单位领导审签</translation>
    </message>
    <message>
        <source>a shorter one of the unit&apos;s own prevails</source>
        <translation>单位自定的更短时限优先</translation>
    </message>
    <message>
        <source>a longer one of a law can be applied</source>
        <translation>可适用法定的更长时限</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>requests rejected at most</source>
        <translation>最多被驳回次数</translation>
    </message>
    <message>
        <source>another unit is suggested</source>
        <translation>须提出建议单位</translation>
    </message>
    <message>
        <source>a provision of duty is named</source>
        <translation>须写明工作依据</translation>
    </message>
    <message>
        <source>also of a joint case</source>
        <translation>联合办理的可退</translation>
    </message>
    <message>
        <source>with an appeal</source>
        <translation>可申诉</translation>
    </message>
    <message>
        <source>a case not accepted in time counts as accepted</source>
        <translation>逾期视为接受</translation>
    </message>
    <message>
        <source>working days of a co-handler</source>
        <translation>协办单位工作日</translation>
    </message>
    <message>
        <source>one opinion of all units</source>
        <translation>统一答复意见</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>the citizen is answered first</source>
        <translation>先答复市民再上报</translation>
    </message>
    <message>
        <source>a case may need no answer</source>
        <translation>可标为无需答复</translation>
    </message>
    <message>
        <source>proofread</source>
        <translation>须审核校对</translation>
    </message>
    <message>
        <source>sentences at least</source>
        <translation>至少句数</translation>
    </message>
    <message>
        <source>the unit calls back itself</source>
        <translation>承办单位先回访</translation>
    </message>
    <message>
        <source>the centre calls every citizen</source>
        <translation>中心全部回访</translation>
    </message>
    <message>
        <source>an unsatisfied citizen&apos;s case goes back</source>
        <translation>不满意的发回重办</translation>
    </message>
    <message>
        <source>only of reasonable demands</source>
        <translation>限合理诉求</translation>
    </message>
    <message>
        <source>an unsolved case goes back</source>
        <translation>未解决的发回重办</translation>
    </message>
    <message>
        <source>a second review can be ordered</source>
        <translation>可发回访复核单</translation>
    </message>
    <message>
        <source>a second callback</source>
        <translation>二次回访</translation>
    </message>
    <message>
        <source>closed cases of the matter</source>
        <translation>同一事项已办结件数</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>counted of</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>the number itself included</source>
        <translation>含本数</translation>
    </message>
    <message>
        <source>every</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>leads to</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>tenths of a point</source>
        <translation>计分（十分之一分）</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>hundredths of the units</source>
        <translation>单位占比（%）</translation>
    </message>
    <message>
        <source>contents</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>to</source>
        <translation>报告对象</translation>
    </message>
    <message>
        <source>by way of</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>account</source>
        <translation>账号角色</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>inquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>general</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>complex</source>
        <translation>复杂</translation>
    </message>
    <message>
        <source>difficult</source>
        <translation>疑难</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>突发</translation>
    </message>
    <message>
        <source>basic supply</source>
        <translation>基本生活</translation>
    </message>
    <message>
        <source>acceptance</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>first contact</source>
        <translation>首次联系</translation>
    </message>
    <message>
        <source>start</source>
        <translation>启动办理</translation>
    </message>
    <message>
        <source>handling</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>rework</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>second review</source>
        <translation>回访复核</translation>
    </message>
    <message>
        <source>return</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>for handling</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>for scoring</source>
        <translation>考核</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>natural days</source>
        <translation>自然日</translation>
    </message>
    <message>
        <source>working hours</source>
        <translation>工作小时</translation>
    </message>
    <message>
        <source>natural hours</source>
        <translation>小时（连续）</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>dispatch</source>
        <translation>派发</translation>
    </message>
    <message>
        <source>end of the work</source>
        <translation>处置完毕</translation>
    </message>
    <message>
        <source>the order</source>
        <translation>发单</translation>
    </message>
    <message>
        <source>from the next day</source>
        <translation>次日起算</translation>
    </message>
    <message>
        <source>to the same moment</source>
        <translation>按时刻计算</translation>
    </message>
    <message>
        <source>the reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>the extension</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>the answer to a second review</source>
        <translation>回访复核答复</translation>
    </message>
    <message>
        <source>the answer to a supervision</source>
        <translation>督办答复</translation>
    </message>
    <message>
        <source>the termination</source>
        <translation>终止办理</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>section head</source>
        <translation>股室负责人</translation>
    </message>
    <message>
        <source>deputy leader</source>
        <translation>分管领导</translation>
    </message>
    <message>
        <source>principal leader</source>
        <translation>主要领导</translation>
    </message>
    <message>
        <source>supervisors</source>
        <translation>督查部门</translation>
    </message>
    <message>
        <source>government</source>
        <translation>政府</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>leaders</source>
        <translation>领导</translation>
    </message>
    <message>
        <source>units</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>派发时</translation>
    </message>
    <message>
        <source>returned for rework</source>
        <translation>退回重办时</translation>
    </message>
    <message>
        <source>citizen not satisfied</source>
        <translation>群众不满意时</translation>
    </message>
    <message>
        <source>supervised</source>
        <translation>督办时</translation>
    </message>
    <message>
        <source>about to be due</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>not accepted in time</source>
        <translation>未及时签收</translation>
    </message>
    <message>
        <source>urged without effect</source>
        <translation>催办无果</translation>
    </message>
    <message>
        <source>difficult case</source>
        <translation>疑难工单</translation>
    </message>
    <message>
        <source>this system</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>short message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>书面</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>fax</source>
        <translation>传真</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任何</translation>
    </message>
    <message>
        <source>reasonable, solved in the limit</source>
        <translation>合理，期限内解决</translation>
    </message>
    <message>
        <source>reasonable, not in the limit</source>
        <translation>合理，期限内不能解决</translation>
    </message>
    <message>
        <source>unreasonable</source>
        <translation>不合理</translation>
    </message>
    <message>
        <source>out of scope</source>
        <translation>不属受理范围</translation>
    </message>
    <message>
        <source>must</source>
        <translation>必须</translation>
    </message>
    <message>
        <source>advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>the acceptance</source>
        <translation>受理情况</translation>
    </message>
    <message>
        <source>the procedure</source>
        <translation>办理程序</translation>
    </message>
    <message>
        <source>the limit</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>季</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>bulletin</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>talk</source>
        <translation>约谈</translation>
    </message>
    <message>
        <source>accountability</source>
        <translation>问责</translation>
    </message>
    <message>
        <source>hard to tell</source>
        <translation>难以核实或复杂</translation>
    </message>
    <message>
        <source>another procedure</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>unlawful</source>
        <translation>违法违规</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>涉密</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>body</source>
        <translation>机关</translation>
    </message>
    <message>
        <source>where a citizen is answered</source>
        <translation>需答复市民的</translation>
    </message>
    <message>
        <source>special report</source>
        <translation>专报</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>in writing</source>
        <translation>书面</translation>
    </message>
    <message>
        <source>on the spot</source>
        <translation>现场</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>联系情况</translation>
    </message>
    <message>
        <source>sentence about the contact</source>
        <translation>联系情况表述</translation>
    </message>
    <message>
        <source>kind of outcome</source>
        <translation>办理结果类别</translation>
    </message>
    <message>
        <source>outcome of the suggestion</source>
        <translation>建议采纳情况</translation>
    </message>
    <message>
        <source>summary of the demand</source>
        <translation>诉求概括</translation>
    </message>
    <message>
        <source>investigation</source>
        <translation>调查情况</translation>
    </message>
    <message>
        <source>what was done</source>
        <translation>办理情况</translation>
    </message>
    <message>
        <source>measures</source>
        <translation>采取的措施</translation>
    </message>
    <message>
        <source>result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>opinion of the unit</source>
        <translation>处理意见</translation>
    </message>
    <message>
        <source>progress</source>
        <translation>当前进度</translation>
    </message>
    <message>
        <source>work plan</source>
        <translation>工作计划</translation>
    </message>
    <message>
        <source>expected effect</source>
        <translation>预期效果</translation>
    </message>
    <message>
        <source>grounds</source>
        <translation>不合理的依据</translation>
    </message>
    <message>
        <source>advice or another way</source>
        <translation>建议或途径</translation>
    </message>
    <message>
        <source>channel or body</source>
        <translation>渠道或机关</translation>
    </message>
    <message>
        <source>citizen told of the channel</source>
        <translation>已告知渠道</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>legal basis</source>
        <translation>法规依据</translation>
    </message>
    <message>
        <source>visit on the spot</source>
        <translation>现场查看</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>how the citizen was answered</source>
        <translation>答复方式</translation>
    </message>
    <message>
        <source>when the citizen was answered</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>citizen&apos;s response</source>
        <translation>市民反馈意见</translation>
    </message>
    <message>
        <source>callback by the unit</source>
        <translation>承办单位回访</translation>
    </message>
    <message>
        <source>handler</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>handler&apos;s telephone</source>
        <translation>承办人电话</translation>
    </message>
    <message>
        <source>unit that answers</source>
        <translation>答复单位</translation>
    </message>
    <message>
        <source>signer</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>papers of the procedure</source>
        <translation>程序文书</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>record of the investigation</source>
        <translation>调查报告</translation>
    </message>
    <message>
        <source>signed sheet</source>
        <translation>签批单</translation>
    </message>
    <message>
        <source>other paper</source>
        <translation>其他材料</translation>
    </message>
    <message>
        <source>cases dispatched</source>
        <translation>转办件</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>受理件</translation>
    </message>
    <message>
        <source>accepted in time</source>
        <translation>按时签收件</translation>
    </message>
    <message>
        <source>accepted by rule</source>
        <translation>逾期视为接受件</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>退办件</translation>
    </message>
    <message>
        <source>returns refused</source>
        <translation>退单被驳回</translation>
    </message>
    <message>
        <source>first contacts owed</source>
        <translation>应先行联系件</translation>
    </message>
    <message>
        <source>first contacts in time</source>
        <translation>按时先行联系件</translation>
    </message>
    <message>
        <source>started in time</source>
        <translation>按时启动件</translation>
    </message>
    <message>
        <source>extended</source>
        <translation>延期件</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>回复件</translation>
    </message>
    <message>
        <source>answered in time</source>
        <translation>按时回复件</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>办结件</translation>
    </message>
    <message>
        <source>closed in time</source>
        <translation>按时办结件</translation>
    </message>
    <message>
        <source>times overdue</source>
        <translation>超期次数</translation>
    </message>
    <message>
        <source>orders of rework</source>
        <translation>退回重办次数</translation>
    </message>
    <message>
        <source>second reviews</source>
        <translation>回访复核件</translation>
    </message>
    <message>
        <source>second reviews sent back</source>
        <translation>回访复核退回件</translation>
    </message>
    <message>
        <source>urged</source>
        <translation>催办件</translation>
    </message>
    <message>
        <source>orders of supervision</source>
        <translation>督办件</translation>
    </message>
    <message>
        <source>called back</source>
        <translation>已回访件</translation>
    </message>
    <message>
        <source>callbacks that found no contact</source>
        <translation>回访发现未联系次数</translation>
    </message>
    <message>
        <source>mismatches</source>
        <translation>反馈与回访不符件</translation>
    </message>
    <message>
        <source>process rated</source>
        <translation>评价过程件</translation>
    </message>
    <message>
        <source>satisfied with the process</source>
        <translation>过程满意件</translation>
    </message>
    <message>
        <source>result rated</source>
        <translation>评价结果件</translation>
    </message>
    <message>
        <source>satisfied with the result</source>
        <translation>结果满意件</translation>
    </message>
    <message>
        <source>rated</source>
        <translation>整体评价件</translation>
    </message>
    <message>
        <source>satisfied</source>
        <translation>整体满意件</translation>
    </message>
    <message>
        <source>neither satisfied nor not</source>
        <translation>一般件</translation>
    </message>
    <message>
        <source>not satisfied</source>
        <translation>不满意件</translation>
    </message>
    <message>
        <source>outcome stated</source>
        <translation>注明办理结果件</translation>
    </message>
    <message>
        <source>cases solved</source>
        <translation>实际解决件</translation>
    </message>
    <message>
        <source>explained</source>
        <translation>解释说明件</translation>
    </message>
    <message>
        <source>filed</source>
        <translation>参考备案件</translation>
    </message>
    <message>
        <source>unsolved</source>
        <translation>未解决件</translation>
    </message>
    <message>
        <source>knowledge reports owed</source>
        <translation>应上报知识库次数</translation>
    </message>
    <message>
        <source>knowledge reports made</source>
        <translation>已上报知识库次数</translation>
    </message>
    <message>
        <source>placeholder left</source>
        <translation>占位符未填</translation>
    </message>
    <message>
        <source>too few sentences</source>
        <translation>一句话答复</translation>
    </message>
    <message>
        <source>solved without facts</source>
        <translation>称已解决而无事实</translation>
    </message>
    <message>
        <source>evasive words</source>
        <translation>推诿含糊用语</translation>
    </message>
    <message>
        <source>answer repeats the demand</source>
        <translation>答复重复诉求</translation>
    </message>
    <message>
        <source>another subject than the demand&apos;s</source>
        <translation>答非所问</translation>
    </message>
    <message>
        <source>anonymous, yet called</source>
        <translation>匿名件却称已联系</translation>
    </message>
    <message>
        <source>contact after the signature</source>
        <translation>联系晚于审签</translation>
    </message>
    <message>
        <source>unit&apos;s number as the citizen&apos;s</source>
        <translation>以单位号码充作反映人号码</translation>
    </message>
    <message>
        <source>number of a document</source>
        <translation>文号不规范</translation>
    </message>
    <message>
        <source>title mark without partner</source>
        <translation>书名号不成对</translation>
    </message>
    <message>
        <source>article of a law</source>
        <translation>条款写法不规范</translation>
    </message>
    <message>
        <source>repealed law</source>
        <translation>引用已失效法规</translation>
    </message>
    <message>
        <source>citizen&apos;s telephone in the answer</source>
        <translation>答复含反映人电话</translation>
    </message>
    <message>
        <source>citizen&apos;s name in the answer</source>
        <translation>答复含反映人姓名</translation>
    </message>
    <message>
        <source>mobile number in the answer</source>
        <translation>答复含手机号</translation>
    </message>
    <message>
        <source>identity number in the answer</source>
        <translation>答复含身份证号</translation>
    </message>
    <message>
        <source>bank card in the answer</source>
        <translation>答复含银行卡号</translation>
    </message>
    <message>
        <source>number plate in the answer</source>
        <translation>答复含车牌号</translation>
    </message>
    <message>
        <source>home address in the answer</source>
        <translation>答复含家庭住址</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已通话</translation>
    </message>
    <message>
        <source>did not want to talk</source>
        <translation>拒绝沟通</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>多次拨打</translation>
    </message>
    <message>
        <source>time of a call</source>
        <translation>拨打时间</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>无法联系</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>无联系电话</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>停机或关机</translation>
    </message>
    <message>
        <source>wrong number</source>
        <translation>号码错误</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>opinion</source>
        <translation>处理意见</translation>
    </message>
    <message>
        <source>legal channel</source>
        <translation>法定渠道</translation>
    </message>
    <message>
        <source>other body</source>
        <translation>其他机关</translation>
    </message>
    <message>
        <source>unit&apos;s callback</source>
        <translation>承办单位回访</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>结尾</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>落款</translation>
    </message>
    <message>
        <source>placeholders</source>
        <translation>占位符</translation>
    </message>
    <message>
        <source>words for not reached</source>
        <translation>联系不上</translation>
    </message>
    <message>
        <source>words that evade</source>
        <translation>含糊用语</translation>
    </message>
    <message>
        <source>salutations</source>
        <translation>称呼</translation>
    </message>
    <message>
        <source>greetings and thanks</source>
        <translation>客套语</translation>
    </message>
    <message>
        <source>endings of units&apos; names</source>
        <translation>单位名称用字</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>事实用词</translation>
    </message>
    <message>
        <source>citizen called</source>
        <translation>已联系</translation>
    </message>
    <message>
        <source>not called</source>
        <translation>未联系</translation>
    </message>
    <message>
        <source>offices</source>
        <translation>办公场所</translation>
    </message>
</context>
</TS>
