<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Carry</name>
    <message>
        <source>The stick is full, write-protected or was pulled out. Nothing was left on it; try again.</source>
        <translation>U盘已满、写保护或被拔出，盘上未留下残件，请重试。</translation>
    </message>
    <message>
        <source>The stick cannot be read. Plug it in again and try once more.</source>
        <translation>U盘读不出，请重新插入后再试。</translation>
    </message>
    <message>
        <source>Work for %1 (%2), %3: on its way, no answer yet.</source>
        <translation>交%1（%2）代送，%3：在途，尚无答复。</translation>
    </message>
    <message>
        <source>Work for %1 (%2), %3: answered.</source>
        <translation>交%1（%2）代送，%3：已有答复。</translation>
    </message>
    <message>
        <source>Work of %1 (%2), %3: is being sent.</source>
        <translation>%1（%2）的工作包，%3：正在发送。</translation>
    </message>
    <message>
        <source>Work of %1 (%2), %3: sent; the answers can be taken back.</source>
        <translation>%1（%2）的工作包，%3：已发送，可带回答复。</translation>
    </message>
    <message>
        <source>Work of %1 (%2), %3: the answers were written to a stick.</source>
        <translation>%1（%2）的工作包，%3：答复已写入U盘。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 name of a file, %2 a sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 had been read before; nothing was changed.</source>
        <translation>%1此前已读过，未作任何改动。</translation>
    </message>
    <message>
        <source>%1 written: the answers to %2 steps.</source>
        <translation>%1已写出：%2个步骤的答复。</translation>
    </message>
    <message>
        <source>%1 read: the answers to %2 steps.</source>
        <translation>%1已读入：%2个步骤的答复。</translation>
    </message>
    <message>
        <source>%1 written: %2 steps, %3 drafts, %4 files.</source>
        <translation>%1已写出：步骤%2个、草稿%3份、文件%4个。</translation>
    </message>
    <message>
        <source>%1 read: %2 steps, %3 drafts, %4 files.</source>
        <translation>%1已读入：步骤%2个、草稿%3份、文件%4个。</translation>
    </message>
</context>
<context>
    <name>Dossiers</name>
    <message>
        <source>%1 %2 approved: %3</source>
        <translation>%1 %2 同意：%3</translation>
    </message>
    <message>
        <source>%1 %2 refused: %3</source>
        <translation>%1 %2 不同意：%3</translation>
    </message>
    <message>
        <source>to read</source>
        <translation>查阅</translation>
    </message>
    <message>
        <source>to print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>to verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>permanent</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>%1 years</source>
        <extracomment>%1 is a number of years</extracomment>
        <translation>%1年</translation>
    </message>
    <message>
        <source>destruction</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>transfer</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>destroyed</source>
        <translation>已销毁</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>已移交</translation>
    </message>
    <message>
        <source>%1 proposed</source>
        <extracomment>%1 destruction or transfer</extracomment>
        <translation>已提出%1</translation>
    </message>
    <message>
        <source>due for %1</source>
        <extracomment>%1 destruction or transfer</extracomment>
        <translation>到期应%1</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>在库</translation>
    </message>
    <message>
        <source>%1 %2 proposed %3: %4</source>
        <extracomment>%1 time, %2 person, %3 destruction or transfer, %4 reason</extracomment>
        <translation>%1 %2 提出%3：%4</translation>
    </message>
    <message>
        <source>To %1</source>
        <extracomment>%1 who takes the dossier over</extracomment>
        <translation>接收单位：%1</translation>
    </message>
</context>
<context>
    <name>Due</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1天%2小时</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1天</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分钟</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <extracomment>%1 is a span of time, for instance &quot;5 h&quot;</extracomment>
        <translation>超期%1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <extracomment>%1 is a span of time, for instance &quot;2 d 3 h&quot;</extracomment>
        <translation>剩%1</translation>
    </message>
</context>
<context>
    <name>Handovers</name>
    <message>
        <source>Draft for %1 (%2): is given as soon as there is a connection.</source>
        <translation>交给%1的草稿（%2）：一有连接即送出。</translation>
    </message>
    <message>
        <source>Draft given to %1 (%2): not answered yet.</source>
        <translation>已交给%1草稿（%2）：尚未答复。</translation>
    </message>
    <message>
        <source>%1 hands you a draft of this reply (%2).</source>
        <translation>%1把本件答复的草稿交给您（%2）。</translation>
    </message>
    <message>
        <source>The draft of %1 (%2) is being merged into yours; some fields are still to be chosen.</source>
        <translation>%1的草稿（%2）正在并入您的草稿，还有字段待选择。</translation>
    </message>
    <message>
        <source>Draft given to %1 (%2): taken over.</source>
        <translation>已交给%1草稿（%2）：对方已接收。</translation>
    </message>
    <message>
        <source>Draft of %1 (%2): taken over.</source>
        <translation>%1的草稿（%2）：已接收。</translation>
    </message>
    <message>
        <source>Draft given to %1 (%2): declined.</source>
        <translation>已交给%1草稿（%2）：对方未接收。</translation>
    </message>
    <message>
        <source>Draft of %1 (%2): declined.</source>
        <translation>%1的草稿（%2）：未接收。</translation>
    </message>
    <message>
        <source>Draft given to %1 (%2): taken back.</source>
        <translation>已交给%1草稿（%2）：已收回。</translation>
    </message>
    <message>
        <source>Draft of %1 (%2): taken back.</source>
        <translation>%1的草稿（%2）：对方已收回。</translation>
    </message>
    <message>
        <source>Draft for %1 (%2): the server did not take it. Your draft is here as before.</source>
        <translation>交给%1的草稿（%2）：服务器未接受。您的草稿仍在本机。</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>Waiting for the centre to dispatch it</source>
        <translation>等待中心派发</translation>
    </message>
    <message>
        <source>Waiting for the unit to accept it</source>
        <translation>等待承办单位签收</translation>
    </message>
    <message>
        <source>In handling at the unit</source>
        <translation>承办单位办理中</translation>
    </message>
    <message>
        <source>Waiting for the centre to decide on the return</source>
        <translation>等待中心审定退单</translation>
    </message>
    <message>
        <source>Waiting for the leader&apos;s signature</source>
        <translation>等待领导审签</translation>
    </message>
    <message>
        <source>Signed; the clerk sends it to the centre</source>
        <translation>已审签，待承办人报送中心</translation>
    </message>
    <message>
        <source>Waiting for the centre&apos;s review</source>
        <translation>等待中心审核</translation>
    </message>
    <message>
        <source>Waiting for the centre&apos;s callback</source>
        <translation>等待中心回访</translation>
    </message>
    <message>
        <source>Waiting for the centre to close it</source>
        <translation>等待中心办结</translation>
    </message>
    <message>
        <source>Closed; the dossier waits to be archived</source>
        <translation>已办结，案卷待归档</translation>
    </message>
    <message>
        <source>The dossier is archived</source>
        <translation>案卷已归档</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>常用</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Inside the unit</source>
        <translation>单位内部</translation>
    </message>
    <message>
        <source>Requests and objections</source>
        <translation>申请与申诉</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办复核</translation>
    </message>
    <message>
        <source>Callback and scoring</source>
        <translation>回访评价</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
</context>
<context>
    <name>PaperReturn</name>
    <message>
        <source>Version %1 of the reply waits for this signature.</source>
        <extracomment>%1 number of a version</extracomment>
        <translation>答复第%1版正等待这一签字。</translation>
    </message>
    <message>
        <source>Version %1 has been signed already: this is a second copy, nothing is to be filed.</source>
        <translation>答复第%1版已签过字，这是另一份，无须登记。</translation>
    </message>
    <message>
        <source>The sheet is of version %1, the reply is at version %2. It is not filed: print the sheet of version %2 and have it signed anew. What has changed stands below.</source>
        <translation>此单为第%1版，答复现为第%2版，不予登记。请打印第%2版审签单重新签字；改动之处见下。</translation>
    </message>
    <message>
        <source>The sheet is of version %1, which has not arrived at this computer. Wait until everything has been received, then read the pile once more.</source>
        <translation>此单为第%1版，本机尚未收到该版。请待全部收到后重新读取这一叠。</translation>
    </message>
    <message>
        <source>The sheet bears the number of version %1, but was printed from another text. It is not filed: print the sheet anew and have it signed.</source>
        <translation>此单版本号为第%1版，但正文与系统内不一致，不予登记。请重新打印并签字。</translation>
    </message>
    <message>
        <source>The case does not wait for a sign-off; it is at: %1.</source>
        <extracomment>%1 phase of the case</extracomment>
        <translation>此工单不在待审签环节，现为：%1。</translation>
    </message>
    <message>
        <source>A reply that went out by fax. Open the case and write the reply as it was faxed; keep this sheet with it as evidence.</source>
        <translation>这是传真答复单。请打开工单，按传真内容补录答复，并将此单作为佐证附上。</translation>
    </message>
    <message>
        <source>The case of this sheet is not at this desk: it is another unit&apos;s, or has not arrived yet. Look for it by its number, or set the sheet aside.</source>
        <translation>本机没有此单所属工单：可能属其他单位，或尚未收到。请按编号查找，或先搁置。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>认定</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Nothing to do here: every case is with somebody else.</source>
        <translation>没有待办工单，其余工单在其他环节办理。</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>待审签</translation>
    </message>
    <message>
        <source>No reply waits for sign-off.</source>
        <translation>没有待审签的答复。</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>No case was sent back for rework.</source>
        <translation>没有退回重办的工单。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>No reply has been sent to the centre yet.</source>
        <translation>还没有报送中心的答复。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>There are no cases yet.</source>
        <translation>还没有工单。</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>待派发</translation>
    </message>
    <message>
        <source>Every case has been dispatched.</source>
        <translation>工单已全部派发。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>退单延期</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>No reply waits for review.</source>
        <translation>没有待审核的答复。</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>No citizen waits for a callback.</source>
        <translation>没有待回访的工单。</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>待办结</translation>
    </message>
    <message>
        <source>No case waits to be closed.</source>
        <translation>没有待办结的工单。</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>No dossier has been archived yet.</source>
        <translation>没有待归档或已归档的案卷。</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>Everything has been sent and received.</source>
        <translation>全部已送达，没有待传输的事项。</translation>
    </message>
    <message>
        <source>Sent back by the leader</source>
        <translation>领导退回修改</translation>
    </message>
    <message>
        <source>Closed, to be archived</source>
        <translation>已办结，待归档</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>No file has been chosen yet.</source>
        <translation>尚未选择文件。</translation>
    </message>
    <message>
        <source>Nothing waits for a decision.</source>
        <translation>没有待审定的事项。</translation>
    </message>
    <message>
        <source>Request to be signed</source>
        <translation>申请待审签</translation>
    </message>
    <message>
        <source>In handling, the centre decides on a request</source>
        <translation>办理中，待中心审定</translation>
    </message>
    <message>
        <source>Waits for the leader&apos;s instruction</source>
        <translation>待领导批示</translation>
    </message>
    <message>
        <source>No longer with this unit</source>
        <translation>已转出</translation>
    </message>
    <message>
        <source>Substitutes</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Nobody stands in for anybody.</source>
        <translation>目前没有代理安排。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>The county&apos;s rules have not arrived yet.</source>
        <translation>本地规则尚未收到。</translation>
    </message>
    <message>
        <source>Archive room</source>
        <translation>档案室</translation>
    </message>
    <message>
        <source>No dossier has been filed with the centre yet.</source>
        <translation>还没有报送中心的案卷。</translation>
    </message>
    <message>
        <source>Bulletin</source>
        <translation>通报</translation>
    </message>
    <message>
        <source>No bulletin is being written.</source>
        <translation>没有正在起草的通报。</translation>
    </message>
    <message>
        <source>Scanned sheets</source>
        <translation>纸质回收</translation>
    </message>
    <message>
        <source>No signed sheet has been scanned yet.</source>
        <translation>还没有扫描签字单。</translation>
    </message>
</context>
<context>
    <name>Posts</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1至%2</translation>
    </message>
    <message>
        <source>You stand in for %1, %2 (arranged by %3).</source>
        <extracomment>%1 a person, %2 &quot;2025-09-01 to 2025-09-05&quot;, %3 who arranged it</extracomment>
        <translation>您代理%1的岗位，%2（由%3安排）。</translation>
    </message>
    <message>
        <source>%1 stands in for you, %2 (arranged by %3).</source>
        <translation>%1代理您的岗位，%2（由%3安排）。</translation>
    </message>
    <message>
        <source>You no longer stand in for %1: %2 took it back.</source>
        <extracomment>%1 a person, %2 who took it back</extracomment>
        <translation>您不再代理%1的岗位：%2已收回。</translation>
    </message>
    <message>
        <source>%1 no longer stands in for you: %2 took it back.</source>
        <translation>%1不再代理您的岗位：%2已收回。</translation>
    </message>
    <message>
        <source>%1 for %2, %3</source>
        <extracomment>%1 the substitute, %2 for whom, %3 &quot;2025-09-01 to 2025-09-05&quot;</extracomment>
        <translation>%1代%2，%3</translation>
    </message>
    <message>
        <source>%1 · taken back by %2, %3</source>
        <translation>%1 · %2于%3收回</translation>
    </message>
    <message>
        <source>%1 · over</source>
        <translation>%1 · 已结束</translation>
    </message>
    <message>
        <source>%1 · in force</source>
        <translation>%1 · 代理中</translation>
    </message>
    <message>
        <source>%1 (for %2)</source>
        <extracomment>%1 who acted, %2 for whom</extracomment>
        <translation>%1（代%2）</translation>
    </message>
</context>
<context>
    <name>ReplyFields</name>
    <message>
        <source>Verdict</source>
        <translation>认定</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>办理结果类别</translation>
    </message>
    <message>
        <source>Outcome of the suggestion</source>
        <translation>建议采纳情况</translation>
    </message>
    <message>
        <source>Legal channel or body</source>
        <translation>法定渠道或机关</translation>
    </message>
    <message>
        <source>Citizen told of the channel</source>
        <translation>已告知渠道</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>法律依据</translation>
    </message>
    <message>
        <source>Visits on the spot</source>
        <translation>现场核查</translation>
    </message>
    <message>
        <source>Nothing to be seen on the spot</source>
        <translation>无需现场核查</translation>
    </message>
    <message>
        <source>Evidence and papers</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Answer to the citizen</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>答复方式</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>Own callback</source>
        <translation>自行回访</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Phone of the handler</source>
        <translation>承办人电话</translation>
    </message>
    <message>
        <source>Answering unit</source>
        <translation>答复单位</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Checked and proofread</source>
        <translation>已核校</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>核查情况</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Another kept text took its place</source>
        <translation>被恢复的历史文本替换</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Sent and not accepted</source>
        <translation>已发送，未被接受</translation>
    </message>
    <message>
        <source>Sent after somebody else&apos;s</source>
        <translation>晚于他人发送</translation>
    </message>
    <message>
        <source>As it was before a merge</source>
        <translation>合并前的文本</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>this PC</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>another PC (…%1)</source>
        <extracomment>%1 the last characters of the PC&apos;s id</extracomment>
        <translation>另一台电脑（…%1）</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>%1 name of a person, %2 where, %3 a time</extracomment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>As a colleague handed it over</source>
        <translation>同事移交时的文本</translation>
    </message>
</context>
<context>
    <name>Responsible</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 what is to be done, %2 document and article</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Accepted, and answered for first, by %1</source>
        <extracomment>%1 a person&apos;s name</extracomment>
        <translation>签收并负首责：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a post, %2 the names of its people</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>%1: to %2, by %3</source>
        <extracomment>%1 what about, %2 who is told, %3 by which ways</extracomment>
        <translation>%1：报%2，方式：%3</translation>
    </message>
</context>
<context>
    <name>StepWording</name>
    <message>
        <source>Return asked for</source>
        <translation>退单待审</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派发</translation>
    </message>
    <message>
        <source>Accept case</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Ask for return</source>
        <translation>申请退单</translation>
    </message>
    <message>
        <source>Decide on the return</source>
        <translation>审定退单</translation>
    </message>
    <message>
        <source>Propose handling</source>
        <translation>拟办</translation>
    </message>
    <message>
        <source>Instruct</source>
        <translation>阅批</translation>
    </message>
    <message>
        <source>Record contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Ask for extension</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Decide on the extension</source>
        <translation>审定延期</translation>
    </message>
    <message>
        <source>Submit for sign-off</source>
        <translation>提交审签</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Return to the clerk</source>
        <translation>退回承办人</translation>
    </message>
    <message>
        <source>Send to the centre</source>
        <translation>报送中心</translation>
    </message>
    <message>
        <source>Accept the reply</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Return for rework</source>
        <translation>退回重办</translation>
    </message>
    <message>
        <source>Record own callback</source>
        <translation>单位回访</translation>
    </message>
    <message>
        <source>Record callback</source>
        <translation>记录回访</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派发</translation>
    </message>
    <message>
        <source>Accepted by the unit</source>
        <translation>单位签收</translation>
    </message>
    <message>
        <source>Return decided</source>
        <translation>审定退单</translation>
    </message>
    <message>
        <source>Handling proposed</source>
        <translation>拟办</translation>
    </message>
    <message>
        <source>Instructed by the leader</source>
        <translation>领导阅批</translation>
    </message>
    <message>
        <source>Citizen contacted</source>
        <translation>联系反映人</translation>
    </message>
    <message>
        <source>Extension asked for</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Extension decided</source>
        <translation>审定延期</translation>
    </message>
    <message>
        <source>Submitted for sign-off</source>
        <translation>提交审签</translation>
    </message>
    <message>
        <source>Withdrawn by the clerk</source>
        <translation>承办人撤回</translation>
    </message>
    <message>
        <source>Reply signed</source>
        <translation>答复签发</translation>
    </message>
    <message>
        <source>Returned to the clerk</source>
        <translation>退回承办人</translation>
    </message>
    <message>
        <source>Reply sent to the centre</source>
        <translation>报送中心</translation>
    </message>
    <message>
        <source>Reply accepted</source>
        <translation>审核通过</translation>
    </message>
    <message>
        <source>Returned for rework</source>
        <translation>退回重办</translation>
    </message>
    <message>
        <source>Called back by the unit</source>
        <translation>单位回访</translation>
    </message>
    <message>
        <source>Called back by the centre</source>
        <translation>中心回访</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Case closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Dossier archived</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Personal data erased</source>
        <translation>擦除个人信息</translation>
    </message>
    <message>
        <source>Ask for erasure</source>
        <translation>申请删除信息</translation>
    </message>
    <message>
        <source>Do not erase</source>
        <translation>不同意删除</translation>
    </message>
    <message>
        <source>Erasure asked for</source>
        <translation>申请删除信息</translation>
    </message>
    <message>
        <source>Erasure refused</source>
        <translation>不同意删除信息</translation>
    </message>
    <message>
        <source>Take over a duplicate</source>
        <translation>并入重复工单</translation>
    </message>
    <message>
        <source>Merge into another case</source>
        <translation>并入他单</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Answer at once</source>
        <translation>直接答复</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分类定级</translation>
    </message>
    <message>
        <source>Confirm by phone</source>
        <translation>电话确认</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>改派</translation>
    </message>
    <message>
        <source>Object to the dispatch</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>Decide on the objection</source>
        <translation>审核申诉</translation>
    </message>
    <message>
        <source>Hand down</source>
        <translation>交办</translation>
    </message>
    <message>
        <source>Report back</source>
        <translation>科室反馈</translation>
    </message>
    <message>
        <source>Urge inside the unit</source>
        <translation>内部催办</translation>
    </message>
    <message>
        <source>Record the answer given</source>
        <translation>登记答复</translation>
    </message>
    <message>
        <source>Record investigation</source>
        <translation>登记调查</translation>
    </message>
    <message>
        <source>Record site visit</source>
        <translation>登记现场查看</translation>
    </message>
    <message>
        <source>Record measures</source>
        <translation>登记处理措施</translation>
    </message>
    <message>
        <source>Report progress</source>
        <translation>报送进展</translation>
    </message>
    <message>
        <source>Submit own part</source>
        <translation>提交协办意见</translation>
    </message>
    <message>
        <source>Sign the request</source>
        <translation>审签申请</translation>
    </message>
    <message>
        <source>Take the request back</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>File a paper signature</source>
        <translation>登记纸质签字</translation>
    </message>
    <message>
        <source>Order re-review</source>
        <translation>回访复核</translation>
    </message>
    <message>
        <source>Order supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Answer the order</source>
        <translation>答复督办复核</translation>
    </message>
    <message>
        <source>Decide on the answer</source>
        <translation>审核督办复核答复</translation>
    </message>
    <message>
        <source>Record second callback</source>
        <translation>登记二次回访</translation>
    </message>
    <message>
        <source>Record a mismatch</source>
        <translation>登记说法不一</translation>
    </message>
    <message>
        <source>Object to the score</source>
        <translation>评价申诉</translation>
    </message>
    <message>
        <source>Decide on the score</source>
        <translation>审核评价申诉</translation>
    </message>
    <message>
        <source>Exclude from scoring</source>
        <translation>不计入考核</translation>
    </message>
    <message>
        <source>Ask for termination</source>
        <translation>申请终止办理</translation>
    </message>
    <message>
        <source>Decide on the termination</source>
        <translation>审核终止办理</translation>
    </message>
    <message>
        <source>File the copy</source>
        <translation>副本移交</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>到期提醒</translation>
    </message>
    <message>
        <source>Mark as overdue</source>
        <translation>标记超期</translation>
    </message>
    <message>
        <source>Recalculate</source>
        <translation>重新计算时限</translation>
    </message>
    <message>
        <source>Duplicate taken over</source>
        <translation>已并入重复工单</translation>
    </message>
    <message>
        <source>Merged into another case</source>
        <translation>已并入他单</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Answered at once</source>
        <translation>直接答复</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>已分类定级</translation>
    </message>
    <message>
        <source>Confirmed by phone</source>
        <translation>已电话确认</translation>
    </message>
    <message>
        <source>Reassigned</source>
        <translation>已改派</translation>
    </message>
    <message>
        <source>Unit objected to the dispatch</source>
        <translation>承办单位申诉</translation>
    </message>
    <message>
        <source>Objection decided</source>
        <translation>申诉已审核</translation>
    </message>
    <message>
        <source>Handed down in the unit</source>
        <translation>单位内部交办</translation>
    </message>
    <message>
        <source>Section reported back</source>
        <translation>科室已反馈</translation>
    </message>
    <message>
        <source>Urged inside the unit</source>
        <translation>单位内部催办</translation>
    </message>
    <message>
        <source>Answer given to the citizen</source>
        <translation>已答复诉求人</translation>
    </message>
    <message>
        <source>Investigated</source>
        <translation>已调查</translation>
    </message>
    <message>
        <source>Site visited</source>
        <translation>已现场查看</translation>
    </message>
    <message>
        <source>Measures taken</source>
        <translation>已采取措施</translation>
    </message>
    <message>
        <source>Progress reported</source>
        <translation>已报送进展</translation>
    </message>
    <message>
        <source>Own part submitted</source>
        <translation>已提交协办意见</translation>
    </message>
    <message>
        <source>Request waits for its signature</source>
        <translation>申请待审签</translation>
    </message>
    <message>
        <source>Request signed</source>
        <translation>申请已审签</translation>
    </message>
    <message>
        <source>Request taken back</source>
        <translation>申请已撤回</translation>
    </message>
    <message>
        <source>Re-review ordered</source>
        <translation>已下回访复核单</translation>
    </message>
    <message>
        <source>Supervision ordered</source>
        <translation>已督办</translation>
    </message>
    <message>
        <source>Order answered</source>
        <translation>已答复督办复核</translation>
    </message>
    <message>
        <source>Answer decided</source>
        <translation>督办复核答复已审核</translation>
    </message>
    <message>
        <source>Second callback</source>
        <translation>已二次回访</translation>
    </message>
    <message>
        <source>Mismatch recorded</source>
        <translation>说法不一已登记</translation>
    </message>
    <message>
        <source>Unit objected to the score</source>
        <translation>评价申诉</translation>
    </message>
    <message>
        <source>Score decided</source>
        <translation>评价申诉已审核</translation>
    </message>
    <message>
        <source>Excluded from scoring</source>
        <translation>不计入考核</translation>
    </message>
    <message>
        <source>Termination asked for</source>
        <translation>申请终止办理</translation>
    </message>
    <message>
        <source>Termination decided</source>
        <translation>终止办理已审核</translation>
    </message>
    <message>
        <source>Copy filed</source>
        <translation>副本已移交</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>到期提醒</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Dates recalculated</source>
        <translation>时限已重新计算</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Not registered</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>To be dispatched</source>
        <translation>待派发</translation>
    </message>
    <message>
        <source>To be accepted</source>
        <translation>待签收</translation>
    </message>
    <message>
        <source>In handling</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Return asked for</source>
        <translation>退单待审</translation>
    </message>
    <message>
        <source>Awaiting sign-off</source>
        <translation>待审签</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已审签</translation>
    </message>
    <message>
        <source>Awaiting review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>Rework</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Awaiting callback</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Awaiting close</source>
        <translation>待办结</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Complex</source>
        <translation>复杂</translation>
    </message>
    <message>
        <source>Difficult</source>
        <translation>疑难</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>突发</translation>
    </message>
    <message>
        <source>Basic supplies</source>
        <translation>基本民生</translation>
    </message>
    <message>
        <source>Not judged yet</source>
        <translation>尚未研判</translation>
    </message>
    <message>
        <source>Reasonable, solvable in the limit</source>
        <translation>合理，期限内可解决</translation>
    </message>
    <message>
        <source>Reasonable, not solvable in the limit</source>
        <translation>合理，期限内不能解决</translation>
    </message>
    <message>
        <source>Unreasonable demand</source>
        <translation>诉求不合理</translation>
    </message>
    <message>
        <source>Outside the scope of acceptance</source>
        <translation>不属于受理范围</translation>
    </message>
    <message>
        <source>Write what was found, what was done and the result.</source>
        <translation>写明调查情况、办理情况和办理结果。</translation>
    </message>
    <message>
        <source>Write the progress, the plan and the expected effect.</source>
        <translation>写明当前进度、工作计划和预期效果。</translation>
    </message>
    <message>
        <source>Write the grounds and a way out, and attach the evidence.</source>
        <translation>写明依据和建议或途径，并附佐证资料。</translation>
    </message>
    <message>
        <source>Name the legal channel and attach the procedure papers.</source>
        <translation>告知法定渠道，写情况说明，并附程序文书。</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>停机关机</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>号码有误</translation>
    </message>
    <message>
        <source>No number given</source>
        <translation>未留号码</translation>
    </message>
    <message>
        <source>Declined to speak</source>
        <translation>不愿通话</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证资料</translation>
    </message>
    <message>
        <source>Procedure paper</source>
        <translation>程序文书</translation>
    </message>
    <message>
        <source>Site photo</source>
        <translation>现场照片</translation>
    </message>
    <message>
        <source>Investigation record</source>
        <translation>调查笔录</translation>
    </message>
    <message>
        <source>Signed sheet</source>
        <translation>签字件</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>其他材料</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Section head</source>
        <translation>股室负责人</translation>
    </message>
    <message>
        <source>Leader in charge</source>
        <translation>分管领导</translation>
    </message>
    <message>
        <source>Principal leader</source>
        <translation>主要领导</translation>
    </message>
    <message>
        <source>Hotline centre</source>
        <translation>热线中心</translation>
    </message>
    <message>
        <source>Archivist</source>
        <translation>档案管理员</translation>
    </message>
    <message>
        <source>System administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Security administrator</source>
        <translation>安全管理员</translation>
    </message>
    <message>
        <source>Audit administrator</source>
        <translation>审计管理员</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Acceptance due</source>
        <translation>签收期限</translation>
    </message>
    <message>
        <source>First contact due</source>
        <translation>首次联系期限</translation>
    </message>
    <message>
        <source>Start due</source>
        <translation>启动期限</translation>
    </message>
    <message>
        <source>Reply due</source>
        <translation>办理期限</translation>
    </message>
    <message>
        <source>Feedback due</source>
        <translation>反馈期限</translation>
    </message>
    <message>
        <source>Rework due</source>
        <translation>重办期限</translation>
    </message>
    <message>
        <source>Second review due</source>
        <translation>复核期限</translation>
    </message>
    <message>
        <source>Return possible until</source>
        <translation>退单期限</translation>
    </message>
    <message>
        <source>Supervision due</source>
        <translation>督办期限</translation>
    </message>
    <message>
        <source>Investigation</source>
        <translation>调查情况</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>办理情况</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Present progress</source>
        <translation>当前进度</translation>
    </message>
    <message>
        <source>Plan of work</source>
        <translation>工作计划</translation>
    </message>
    <message>
        <source>Expected effect</source>
        <translation>预期效果</translation>
    </message>
    <message>
        <source>Grounds</source>
        <translation>不合理的依据</translation>
    </message>
    <message>
        <source>Advice or way</source>
        <translation>建议或途径</translation>
    </message>
    <message>
        <source>Legal channel</source>
        <translation>法定渠道或主管机关</translation>
    </message>
    <message>
        <source>The citizen was told of the channel</source>
        <translation>已告知反映人</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>Answer to the citizen</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Sent, waiting for the receipt</source>
        <translation>已发送，等待回执</translation>
    </message>
    <message>
        <source>Received by the server</source>
        <translation>服务器已收到</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>服务器未接受</translation>
    </message>
    <message>
        <source>The case has changed meanwhile</source>
        <translation>工单已有新变化</translation>
    </message>
    <message>
        <source>Set aside, others go on</source>
        <translation>已单独搁置，不影响其他事项</translation>
    </message>
    <message>
        <source>Is tried again at %1.</source>
        <extracomment>%1 is a time, for instance 16:42</extracomment>
        <translation>%1自动重试。</translation>
    </message>
    <message>
        <source>Is sent as soon as the server answers.</source>
        <translation>服务器恢复后自动发送。</translation>
    </message>
    <message>
        <source>Exchanging with the server</source>
        <translation>正在与服务器交换</translation>
    </message>
    <message>
        <source>Connected, up to date</source>
        <translation>已连接，数据最新</translation>
    </message>
    <message>
        <source>Log-in has expired; please log in again</source>
        <translation>登录已失效，请重新登录</translation>
    </message>
    <message>
        <source>Offline since %1; all work is kept here</source>
        <extracomment>%1 is the time of the last contact with the server</extracomment>
        <translation>%1起离线，工作保存在本机</translation>
    </message>
    <message>
        <source>Offline; all work is kept here</source>
        <translation>离线，工作保存在本机</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>尚未连接</translation>
    </message>
    <message>
        <source>Enter the PIN of the signing key, then sign.</source>
        <translation>请输入签名口令后签发。</translation>
    </message>
    <message>
        <source>Enrol a signing key first; it is below.</source>
        <translation>请先在下方登记签名密钥。</translation>
    </message>
    <message>
        <source>Choose whether to grant or to refuse.</source>
        <translation>请选择同意或不同意。</translation>
    </message>
    <message>
        <source>Measures taken</source>
        <translation>已采取措施</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Request for return</source>
        <translation>退单申请</translation>
    </message>
    <message>
        <source>Request for extension</source>
        <translation>延期申请</translation>
    </message>
    <message>
        <source>Answer to a re-review</source>
        <translation>回访复核答复</translation>
    </message>
    <message>
        <source>Answer to a supervision</source>
        <translation>督办答复</translation>
    </message>
    <message>
        <source>Request for termination</source>
        <translation>终止办理申请</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村（社区）</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Summary of the demand</source>
        <translation>诉求概括</translation>
    </message>
    <message>
        <source>Opinion of the unit</source>
        <translation>处理意见</translation>
    </message>
    <message>
        <source>Citizen&apos;s response</source>
        <translation>市民反馈意见</translation>
    </message>
    <message>
        <source>Your text is in the draft again: correct it there and submit it again.</source>
        <translation>您的文本已回到草稿，请修改后重新提交。</translation>
    </message>
    <message>
        <source>Set aside: the case is no longer with this unit. It is not sent.</source>
        <translation>已搁置：工单已不在本单位，不再发送。</translation>
    </message>
    <message>
        <source>A proxy of the network stands in between and wants a log-in or does not work. Ask who looks after the network, then send again.</source>
        <translation>网络中的代理服务器要求登录或无法工作。请联系网络管理人员，然后重新发送。</translation>
    </message>
    <message>
        <source>A log-in page of the network answered, not the server. Open a browser, log in to the network, then send again.</source>
        <translation>应答的是网络的登录页面，不是服务器。请打开浏览器登录网络，然后重新发送。</translation>
    </message>
    <message>
        <source>Whoever answered could not show the centre&apos;s certificate. Nothing was sent. Tell the administrator.</source>
        <translation>对方未能出示中心的证书，未发送任何内容。请告知管理员。</translation>
    </message>
    <message>
        <source>Another server answered under the centre&apos;s address. Nothing is lost; tell the administrator.</source>
        <translation>以中心的地址应答的是别的服务器。内容没有丢失，请告知管理员。</translation>
    </message>
    <message>
        <source>The new version %1 is ready; the next start of the program takes it.</source>
        <extracomment>%1 is a version, for instance 1.2.0</extracomment>
        <translation>新版本 %1 已备好，下次启动时换上。</translation>
    </message>
</context>
<context>
    <name>chengban::DossierTableModel</name>
    <message>
        <source>Archive number</source>
        <translation>档号</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>题名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>立卷单位</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>保管期限</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>报送日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>chengban::ImportTableModel</name>
    <message>
        <source>Comes in</source>
        <translation>可导入</translation>
    </message>
    <message>
        <source>With a note</source>
        <translation>有提示</translation>
    </message>
    <message>
        <source>Cannot come in</source>
        <translation>不能导入</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Was there already</source>
        <translation>原已导入</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未受理</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Reported at</source>
        <translation>来电时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Reason or note</source>
        <translation>原因或提示</translation>
    </message>
</context>
<context>
    <name>chengban::OutboxModel</name>
    <message>
        <source>%1, since %2</source>
        <extracomment>%1 is a state, for instance &quot;Waiting to be sent&quot;; %2 the time since when</extracomment>
        <translation>%1（%2起）</translation>
    </message>
    <message>
        <source>The case was due %1; what counts is when the server receives this.</source>
        <extracomment>%1 the time at which the case is due</extracomment>
        <translation>本件已于 %1 到期，以服务器收到的时间为准。</translation>
    </message>
    <message>
        <source>The case is due %1; this must have reached the server by then.</source>
        <translation>本件 %1 到期，须在此之前送达服务器。</translation>
    </message>
</context>
<context>
    <name>chengban::ProblemModel</name>
    <message>
        <source>To be mended</source>
        <translation>必须补正</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>建议核对</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已阅</translation>
    </message>
    <message>
        <source>Not read after all</source>
        <translation>取消已阅</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已阅</translation>
    </message>
    <message>
        <source>By %1</source>
        <extracomment>%1 is a place in a document, for instance 二(二)</extracomment>
        <translation>依据：%1</translation>
    </message>
</context>
</TS>
