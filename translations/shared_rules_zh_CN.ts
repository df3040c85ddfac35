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
        <source>%1: %2 (%3)</source>
        <extracomment>%1 name of the limit, %2 its length, %3 place of the rule</extracomment>
        <translation>%1：%2（%3）</translation>
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
</TS>
