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
    <message>
        <source>Kept longer by rule: %1</source>
        <extracomment>%1 is the reason of the rule, in Chinese</extracomment>
        <translation>按规则延长保管：%1</translation>
    </message>
</context>
<context>
    <name>chengban::ArchivePage</name>
    <message>
        <source>Any year</source>
        <translation>全部年度</translation>
    </message>
    <message>
        <source>Any unit</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>Any retention</source>
        <translation>全部期限</translation>
    </message>
    <message>
        <source>Due or not</source>
        <translation>是否到期</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>重新打印</translation>
    </message>
    <message>
        <source>File archived cases</source>
        <translation>报送已归档案卷</translation>
    </message>
    <message>
        <source>Verify a file</source>
        <translation>验证文件</translation>
    </message>
    <message>
        <source>Archive number, case number or words of the title</source>
        <translation>档号、工单编号或题名</translation>
    </message>
    <message>
        <source>Due for destruction</source>
        <translation>到期应销毁</translation>
    </message>
    <message>
        <source>Due for transfer</source>
        <translation>到期应移交</translation>
    </message>
    <message>
        <source>Filing: %1 of %2</source>
        <extracomment>%1 dossiers that are done, %2 of all</extracomment>
        <translation>正在报送：%1/%2</translation>
    </message>
    <message>
        <source>Asking the centre</source>
        <translation>正在查询中心登记</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>共%n卷</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetching %1</source>
        <extracomment>%1 archive number</extracomment>
        <translation>正在下载 %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) filed</source>
        <translation>
            <numerusform>已报送%n卷</numerusform>
        </translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保管期限</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期情况</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>卷宗</translation>
    </message>
</context>
<context>
    <name>chengban::BulletinPage</name>
    <message>
        <source>yyyy-MM-dd</source>
        <translation>yyyy-MM-dd</translation>
    </message>
    <message>
        <source>Line %1 of the table has another number of cells than its head, or there is no line below the head. Copy the table from the spreadsheet again.</source>
        <extracomment>%1 is the number of a line</extracomment>
        <translation>附件表格第 %1 行的格数与表头不一致，或表头下没有内容。请从电子表格重新复制。</translation>
    </message>
    <message>
        <source>The red head is still empty.</source>
        <translation>还没有填写发文机关标志。</translation>
    </message>
    <message>
        <source>The title is still empty.</source>
        <translation>还没有填写标题。</translation>
    </message>
    <message>
        <source>There is no text yet.</source>
        <translation>还没有正文。</translation>
    </message>
    <message>
        <source>For instance: the centre&apos;s name and 文件</source>
        <translation>例如：中心名称＋“文件”</translation>
    </message>
    <message>
        <source>Write the PDF…</source>
        <translation>生成 PDF…</translation>
    </message>
    <message>
        <source>Look and print</source>
        <translation>预览并打印</translation>
    </message>
    <message>
        <source>Red head</source>
        <translation>发文机关标志（红头）</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>发文字号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>To</source>
        <translation>主送机关</translation>
    </message>
    <message>
        <source>Text; a line that begins with 一、 or （一） is a heading</source>
        <translation>正文（以“一、”或“（一）”开头的行为标题）</translation>
    </message>
    <message>
        <source>Title of the annex</source>
        <translation>附件标题</translation>
    </message>
    <message>
        <source>Table of the annex, copied from a spreadsheet; its first line is the head</source>
        <translation>附件表格（从电子表格复制粘贴，首行为表头）</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>发文机关署名</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>成文日期</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>抄送</translation>
    </message>
    <message>
        <source>Printed by</source>
        <translation>印发机关</translation>
    </message>
    <message>
        <source>Printed on</source>
        <translation>印发日期</translation>
    </message>
    <message>
        <source>Write the bulletin</source>
        <translation>生成通报</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF（*.pdf）</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>已生成：%1</translation>
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
    <message>
        <source>%1, %2: %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>%1, %2, asks to end the case.</source>
        <translation>%1 于 %2 申请终止办理。</translation>
    </message>
    <message>
        <source>Facts: %1</source>
        <translation>事实：%1</translation>
    </message>
    <message>
        <source>Earlier cases: %1</source>
        <translation>以往工单：%1</translation>
    </message>
    <message>
        <source>%1 answers, %2:</source>
        <translation>%1 于 %2 答复：</translation>
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
    <message>
        <source>This unit has nobody on its roster as: %1</source>
        <extracomment>%1 is a list of posts</extracomment>
        <translation>该单位尚未明确：%1</translation>
    </message>
</context>
<context>
    <name>chengban::DossierDetail</name>
    <message>
        <source>Approve</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Handed over to</source>
        <translation>移交给</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>调阅记录</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>尚无调阅</translation>
    </message>
    <message>
        <source>Case %1</source>
        <extracomment>%1 number of the case</extracomment>
        <translation>工单 %1</translation>
    </message>
    <message>
        <source>%1 volume(s), %2 pages, %3</source>
        <extracomment>%1 number of volumes, %2 of pages, %3 size of the package</extracomment>
        <translation>%1卷，%2页，%3</translation>
    </message>
    <message>
        <source>Kept %1; %2</source>
        <extracomment>%1 how long it is kept, %2 the state of the dossier</extracomment>
        <translation>保管期限%1；%2</translation>
    </message>
    <message>
        <source>Filed %1 by %2, %3</source>
        <extracomment>%1 time, %2 person, %3 unit</extracomment>
        <translation>%1 由%2（%3）报送</translation>
    </message>
    <message>
        <source>SM3 %1</source>
        <extracomment>%1 digest of the package</extracomment>
        <translation>SM3 %1</translation>
    </message>
    <message>
        <source>Propose the transfer</source>
        <translation>提出移交</translation>
    </message>
    <message>
        <source>Propose the destruction</source>
        <translation>提出销毁</translation>
    </message>
</context>
<context>
    <name>chengban::ErasureAnswerForm</name>
    <message>
        <source>Erase it for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Do not erase</source>
        <translation>不同意删除</translation>
    </message>
    <message>
        <source>Reason; required when nothing is erased</source>
        <translation>理由（不同意删除时必填）</translation>
    </message>
    <message>
        <source>%1 asks, %2, to erase: %3
Reason: %4</source>
        <extracomment>%1 name of a person, %2 time, %3 what is to be erased, %4 the reason</extracomment>
        <translation>%1 于 %2 申请删除：%3
理由：%4</translation>
    </message>
</context>
<context>
    <name>chengban::ErasureRequestForm</name>
    <message>
        <source>The citizen&apos;s name, number and address</source>
        <translation>诉求人姓名、电话、地址</translation>
    </message>
    <message>
        <source>The earlier replies that came in with the case</source>
        <translation>随工单导入的原有答复</translation>
    </message>
    <message>
        <source>The contact record of entry %1</source>
        <extracomment>%1 is the number of an entry of the log</extracomment>
        <translation>第 %1 条日志中的联系记录</translation>
    </message>
    <message>
        <source>Another person reads the request and erases it, or refuses. What is erased is gone everywhere; the log keeps that it was there. The demand is never erased.</source>
        <translation>申请由另一人审阅后删除，或不同意删除。删除后各处不再留存，日志只记有过此项。诉求内容不得删除。</translation>
    </message>
    <message>
        <source>What is to be erased</source>
        <translation>删除内容</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>chengban::ImportPage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Save what did not come in</source>
        <translation>保存未导入的行</translation>
    </message>
    <message>
        <source>Dispatch the new cases</source>
        <translation>去派发新工单</translation>
    </message>
    <message>
        <source>Drop a file here, or choose one. CSV and XLSX are read, as the city&apos;s system or a spreadsheet program writes them; nothing is stored before you have seen it.</source>
        <translation>将文件拖到这里，或点击选择文件。可读取市级系统或表格软件导出的 CSV、XLSX；预览确认之前不会保存任何内容。</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.xlsx)</source>
        <translation>表格 (*.csv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a file, %2 a sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>已提交 %1 / %2</translation>
    </message>
    <message>
        <source>%1 What came in stays; the same file may be imported again and goes on.</source>
        <extracomment>%1 is a sentence</extracomment>
        <translation>%1已导入的工单保留；再次导入同一文件即可续传。</translation>
    </message>
    <message>
        <source>Cancelled. What came in stays; the same file may be imported again and goes on.</source>
        <translation>已取消。已导入的工单保留；再次导入同一文件即可续传。</translation>
    </message>
    <message>
        <source>Kept: the next file with these headers is read this way.</source>
        <translation>已保存：今后表头相同的文件按此读取。</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved as %1. Once corrected, it can be imported as it is.</source>
        <translation>已保存为 %1，更正后可直接导入。</translation>
    </message>
    <message>
        <source>Import cases from a file</source>
        <translation>从文件导入工单</translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Being imported</source>
        <translation>正在导入</translation>
    </message>
    <message numerus="yes">
        <source>Import %n case(s)</source>
        <translation>
            <numerusform>导入 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>The server is away: look at the file now and import it later.</source>
        <translation>未连接服务器：可以先预览，连接后再导入。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>not taken over: %1</source>
        <extracomment>%1 are headers of columns</extracomment>
        <translation>未采用的列：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) imported</source>
        <translation>
            <numerusform>已导入 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were there already</source>
        <translation>
            <numerusform>原已导入 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not come in</source>
        <translation>
            <numerusform>未导入 %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengban::ImportTable</name>
    <message>
        <source>Lines of the file</source>
        <translation>文件各行</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is what the lines of a file have in common, %2 their number</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>chengban::MappingForm</name>
    <message>
        <source>Keep for files like this</source>
        <translation>保存为方案</translation>
    </message>
    <message>
        <source>Found by looking</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>With the number it keeps a case from coming in twice</source>
        <translation>来源与编号一起避免重复导入</translation>
    </message>
    <message>
        <source>How the file is read</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>来源系统</translation>
    </message>
    <message>
        <source>Which column is what</source>
        <translation>各列含义</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>As chosen here.</source>
        <translation>按此处选择。</translation>
    </message>
    <message>
        <source>As kept for files like this.</source>
        <translation>按已保存的方案。</translation>
    </message>
    <message>
        <source>Found by the words of the headers.</source>
        <translation>按表头文字自动识别。</translation>
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
