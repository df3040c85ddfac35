<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>chengban::ArchiveForm</name>
    <message>
        <source>10 years</source>
        <translation>10年</translation>
    </message>
    <message>
        <source>30 years</source>
        <translation>30年</translation>
    </message>
    <message>
        <source>Permanent</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Archive number</source>
        <translation>档号</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保管期限</translation>
    </message>
    <message>
        <source>Remark (may stay empty)</source>
        <translation>备注（可不填）</translation>
    </message>
    <message numerus="yes">
        <source>The dossier holds %n paper(s):</source>
        <translation>
            <numerusform>卷内文件 %n 份：</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <extracomment>%1 is the title of a paper that is not there</extracomment>
        <translation>%1（缺）</translation>
    </message>
</context>
<context>
    <name>chengban::DecisionForm</name>
    <message>
        <source>%1, %2, asks to return the case.</source>
        <translation>%1于%2申请退单。</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation>情况说明：%1</translation>
    </message>
    <message>
        <source>Suggested unit: %1</source>
        <translation>建议承办单位：%1</translation>
    </message>
    <message>
        <source>Signed by: %1</source>
        <translation>签章领导：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, asks for %n further working day(s).</source>
        <translation>
            <numerusform>%1于%2申请延长 %n 个工作日。</numerusform>
        </translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Due now: %1</source>
        <translation>现办理期限：%1</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Reason of the decision</source>
        <translation>审定理由</translation>
    </message>
</context>
<context>
    <name>chengban::DispatchForm</name>
    <message>
        <source>Class; it decides the limits</source>
        <translation>类别（决定办理时限）</translation>
    </message>
    <message>
        <source>Note to the unit</source>
        <translation>给承办单位的要求</translation>
    </message>
    <message>
        <source>Part of the unit&apos;s name</source>
        <translation>输入单位名称的一部分</translation>
    </message>
    <message>
        <source>Lead unit</source>
        <translation>承办单位</translation>
    </message>
    <message>
        <source>Units that work with it</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Its task</source>
        <translation>协办任务</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Press Enter on a line to remove it</source>
        <translation>选中后按回车移除</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
</context>
<context>
    <name>chengban::ReviewForm</name>
    <message>
        <source>Accept</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Return for rework</source>
        <translation>退回重办</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Remark to the unit</source>
        <translation>审核意见</translation>
    </message>
    <message>
        <source>Closing points</source>
        <translation>审核要点</translation>
    </message>
    <message>
        <source>Why it goes back</source>
        <translation>退回原因</translation>
    </message>
</context>
</TS>
