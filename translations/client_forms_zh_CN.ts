<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Pile</name>
    <message>
        <source>Given to this case by hand. Compare version and short code on the sheet.</source>
        <translation>由人工归入此工单。请核对纸上的版本和内容短码。</translation>
    </message>
    <message>
        <source>Nothing in this case waits for a signature; it is at: %1.</source>
        <translation>此工单没有等待签字的事项，现为：%1。</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <extracomment>%1 name of a file, %2 number of a page in it</extracomment>
        <translation>%1 第%2页</translation>
    </message>
    <message>
        <source>Pages are missing</source>
        <translation>缺页</translation>
    </message>
    <message>
        <source>Ready to be filed</source>
        <translation>可登记</translation>
    </message>
    <message>
        <source>Something is still lacking</source>
        <translation>还缺内容</translation>
    </message>
    <message>
        <source>Signed already</source>
        <translation>已签字</translation>
    </message>
    <message>
        <source>Older version: refused</source>
        <translation>旧版，不予登记</translation>
    </message>
    <message>
        <source>Another text: refused</source>
        <translation>正文不符，不予登记</translation>
    </message>
    <message>
        <source>Version not here yet</source>
        <translation>该版尚未收到</translation>
    </message>
    <message>
        <source>Waits for no signature</source>
        <translation>不在待审签</translation>
    </message>
    <message>
        <source>Fax: by hand</source>
        <translation>传真件，人工办理</translation>
    </message>
    <message>
        <source>Case not at this desk</source>
        <translation>本机没有此工单</translation>
    </message>
    <message>
        <source>No code: by hand</source>
        <translation>无码，人工归件</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Being filed</source>
        <translation>正在登记</translation>
    </message>
    <message>
        <source>Filed</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Not filed</source>
        <translation>未登记成功</translation>
    </message>
    <message>
        <source>Version %1</source>
        <extracomment>%1 version of a reply</extracomment>
        <translation>第%1版</translation>
    </message>
    <message>
        <source>turned by %1°</source>
        <translation>转正%1°</translation>
    </message>
    <message>
        <source>straightened by %1°</source>
        <translation>纠斜%1°</translation>
    </message>
</context>
<context>
    <name>chengban::ActionBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>卷宗</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>More steps</source>
        <translation>更多步骤</translation>
    </message>
</context>
<context>
    <name>chengban::AnswerForm</name>
    <message>
        <source>Compose from the parts</source>
        <translation>组成答复</translation>
    </message>
    <message>
        <source>Fill in the parts, then compose.</source>
        <translation>填写以上各项后可组成答复。</translation>
    </message>
    <message>
        <source>Grey: composed; black: typed.</source>
        <translation>灰色为组成的文字，黑色为手写的文字。</translation>
    </message>
    <message>
        <source>The parts have changed since; compose again.</source>
        <translation>以上内容已有改动，可重新组成。</translation>
    </message>
</context>
<context>
    <name>chengban::AttachmentForm</name>
    <message>
        <source>Drop files here, paste a picture, or add them by the button.</source>
        <translation>把文件拖到这里、粘贴图片，或点“添加文件”。</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Kind of the paper</source>
        <translation>材料种类</translation>
    </message>
    <message>
        <source>Pictures and documents (*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.pdf *.doc *.docx *.xls *.xlsx *.wps *.ofd *.txt)</source>
        <translation>图片和文档 (*.jpg *.jpeg *.png *.tif *.tiff *.bmp *.pdf *.doc *.docx *.xls *.xlsx *.wps *.ofd *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>No attachments.</source>
        <translation>没有附件。</translation>
    </message>
    <message>
        <source>There is no preview of this file here. Open it in another program.</source>
        <translation>此处无法预览该文件，请用其他程序打开。</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>用其他程序打开</translation>
    </message>
    <message>
        <source>All pages, in the program this computer has for it; its copy goes with this page</source>
        <translation>用本机的阅读程序查看全部页面；临时副本随本页关闭而删除</translation>
    </message>
    <message>
        <source>No program on this computer opens this file. Ask the administrator for one.</source>
        <translation>本机没有能打开此文件的程序，请联系管理员安装。</translation>
    </message>
    <message>
        <source>Being opened</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>Scan…</source>
        <translation>扫描…</translation>
    </message>
</context>
<context>
    <name>chengban::BasisForm</name>
    <message>
        <source>Add a basis</source>
        <translation>添加依据</translation>
    </message>
</context>
<context>
    <name>chengban::BasisRow</name>
    <message>
        <source>Name of the law, plan or rule</source>
        <translation>法规、规划或制度名称</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>What it says for this case</source>
        <translation>与本件有关的规定</translation>
    </message>
    <message>
        <source>Remove this basis</source>
        <translation>移除此条依据</translation>
    </message>
</context>
<context>
    <name>chengban::CallbackForm</name>
    <message>
        <source>The citizen says that the unit has called</source>
        <translation>反映人表示单位已联系过</translation>
    </message>
    <message>
        <source>What the citizen said</source>
        <translation>反映人的意见</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Satisfied with the process</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>Satisfied with the result</source>
        <translation>办理结果</translation>
    </message>
    <message>
        <source>Satisfied as a whole</source>
        <translation>总体评价</translation>
    </message>
    <message>
        <source>The unit has recorded no contact.</source>
        <translation>承办单位没有联系记录。</translation>
    </message>
    <message>
        <source>The unit says: %1</source>
        <translation>承办单位记录：%1</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
</context>
<context>
    <name>chengban::CarryBox</name>
    <message>
        <source>Choose folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>No computer that takes it</source>
        <translation>没有可代送的电脑</translation>
    </message>
    <message>
        <source>Write work package</source>
        <translation>写出工作包</translation>
    </message>
    <message>
        <source>Read packages</source>
        <translation>读入工作包</translation>
    </message>
    <message>
        <source>Folder on the stick</source>
        <translation>U盘上的文件夹</translation>
    </message>
    <message>
        <source>Computer with a connection</source>
        <translation>能联网的电脑</translation>
    </message>
    <message>
        <source>By stick</source>
        <translation>U盘摆渡</translation>
    </message>
    <message>
        <source>Where this net does not reach the server: what waits here goes sealed to a computer that does, and the answers come back the same way.</source>
        <translation>本网络到不了服务器时：待发内容加密带到能联网的电脑发送，答复再原路带回。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 name of a person, %2 name of a computer</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Write the answers</source>
        <translation>写出答复</translation>
    </message>
    <message>
        <source>Name the folder on the stick first.</source>
        <translation>请先填写U盘上的文件夹。</translation>
    </message>
    <message>
        <source>There is no work package in this folder.</source>
        <translation>此文件夹中没有工作包。</translation>
    </message>
</context>
<context>
    <name>chengban::CaseDelegate</name>
    <message>
        <source>Round %1</source>
        <translation>第%1轮</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>No longer with this unit</source>
        <translation>已转出</translation>
    </message>
</context>
<context>
    <name>chengban::CaseHeader</name>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Shows name and number for 30 seconds; the reason is logged</source>
        <translation>显示姓名和号码30秒，查看理由将留痕</translation>
    </message>
    <message>
        <source>Round %1</source>
        <translation>第%1轮</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <extracomment>%1 which limit, %2 time left, %3 due time</extracomment>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>The content is no longer with this unit</source>
        <translation>工单已转出，本单位不再显示内容</translation>
    </message>
    <message>
        <source>The counted days and the article (F4)</source>
        <translation>逐日计算和依据条文（F4）</translation>
    </message>
</context>
<context>
    <name>chengban::CaseListPanel</name>
    <message>
        <source>Search number, title, text</source>
        <translation>搜索编号、标题、内容</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>工单</translation>
    </message>
    <message numerus="yes">
        <source>Search: %n case(s)</source>
        <extracomment>%1 is the name of a place, %2 the number of cases in it</extracomment>
        <translation>
            <numerusform>搜索结果 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No case holds these words. Try fewer words or a part of the number.</source>
        <translation>没有找到。请减少字数，或输入编号的一部分。</translation>
    </message>
    <message>
        <source>The cases have not been fetched yet. Connect to the server once.</source>
        <translation>还没有取得工单，请先连接一次服务器。</translation>
    </message>
</context>
<context>
    <name>chengban::CasePage</name>
    <message>
        <source>A step was not accepted: see Transfer</source>
        <translation>有事项未被接受，请看“传输”</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) to be sent</source>
        <translation>
            <numerusform>%n 项待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Received by the centre %1, receipt %2</source>
        <extracomment>%1 is a time, %2 the short code of the receipt</extracomment>
        <translation>中心已收到 %1，回执 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) still missing; the first is open now.</source>
        <translation>
            <numerusform>还缺 %n 项，已转到第一项。</numerusform>
        </translation>
    </message>
    <message>
        <source>No case is open. Ctrl+F searches all cases.</source>
        <translation>没有打开的工单。按 Ctrl+F 可搜索全部工单。</translation>
    </message>
</context>
<context>
    <name>chengban::CasePicker</name>
    <message>
        <source>No case at this desk has these words.</source>
        <translation>本机没有符合的工单。</translation>
    </message>
    <message>
        <source>Number or words of the case</source>
        <translation>工单编号或关键词</translation>
    </message>
    <message>
        <source>To which case does it belong?</source>
        <translation>归入哪个工单？</translation>
    </message>
</context>
<context>
    <name>chengban::ClashBox</name>
    <message>
        <source>My text</source>
        <translation>我的文本</translation>
    </message>
    <message>
        <source>The other text</source>
        <translation>对方的文本</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 &quot;My text&quot;, %2 who wrote it, where and when</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Keep mine (1)</source>
        <translation>保留我的（1）</translation>
    </message>
    <message>
        <source>Keep the other (2)</source>
        <translation>保留对方的（2）</translation>
    </message>
    <message>
        <source>Keep both, one below the other (3)</source>
        <translation>两者都留，上下排列（3）</translation>
    </message>
</context>
<context>
    <name>chengban::ConflictPage</name>
    <message>
        <source>Take these texts</source>
        <translation>采用所选文本</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后再定</translation>
    </message>
    <message>
        <source>Two texts for the same field</source>
        <translation>同一栏有两种文本</translation>
    </message>
    <message>
        <source>What differs is bold and underlined. Nothing is lost: the text that gives way is kept among the earlier texts of this case.</source>
        <translation>不同之处以加粗和下划线标出。不会丢失内容：未被采用的文本保存在本件的历史文本中。</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to decide: 1 mine, 2 the other, 3 both</source>
        <translation>
            <numerusform>还有 %n 栏待定：1 我的，2 对方的，3 两者都留</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter takes the texts as chosen</source>
        <translation>按回车键采用所选文本</translation>
    </message>
</context>
<context>
    <name>chengban::ContactCard</name>
    <message>
        <source>Why it takes longer</source>
        <translation>延期原因</translation>
    </message>
    <message>
        <source>What was reached so far</source>
        <translation>阶段结果</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>下步计划</translation>
    </message>
    <message>
        <source>What was said (may stay empty)</source>
        <translation>通话内容（可不填）</translation>
    </message>
    <message>
        <source>Number used</source>
        <translation>使用的电话</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>通话内容</translation>
    </message>
    <message>
        <source>Records the call with the present time (Alt+%1)</source>
        <translation>按当前时间记录通话（Alt+%1）</translation>
    </message>
    <message>
        <source>Told, for an extension:</source>
        <translation>申请延期须告知：</translation>
    </message>
    <message>
        <source>Anonymous: no contact is needed.</source>
        <translation>匿名件，无需联系。</translation>
    </message>
    <message>
        <source>Not contacted yet. Call the citizen first, then record the outcome.</source>
        <translation>尚未联系。请先致电反映人，再点通话结果。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Nothing is recorded (Alt+0)</source>
        <translation>不作记录（Alt+0）</translation>
    </message>
    <message>
        <source>Record now</source>
        <translation>立即记录</translation>
    </message>
    <message>
        <source>Enter in the field above does the same</source>
        <translation>在上方输入框按回车键效果相同</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2: recorded in %n s</source>
        <extracomment>%1 time of the call, %2 its outcome, %n seconds until it is recorded</extracomment>
        <translation>
            <numerusform>%1 %2，%n秒后自动记录</numerusform>
        </translation>
    </message>
    <message>
        <source>That the case was taken up</source>
        <translation>受理情况</translation>
    </message>
    <message>
        <source>How it is handled</source>
        <translation>办理程序</translation>
    </message>
    <message>
        <source>By when it will be done</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Told, at the first contact:</source>
        <translation>先行联系已告知：</translation>
    </message>
</context>
<context>
    <name>chengban::DemandPanel</name>
    <message>
        <source>Place: %1</source>
        <translation>地点：%1</translation>
    </message>
    <message>
        <source>Reported: %1</source>
        <translation>反映时间：%1</translation>
    </message>
    <message>
        <source>Channel: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>类别：%1</translation>
    </message>
    <message>
        <source>No phone number was given.</source>
        <translation>未留电话号码。</translation>
    </message>
    <message>
        <source>The centre: %1</source>
        <translation>中心要求：%1</translation>
    </message>
    <message>
        <source>%1 instructs: %2</source>
        <translation>%1阅批：%2</translation>
    </message>
    <message>
        <source>Urged %1: %2</source>
        <translation>%1催办：%2</translation>
    </message>
    <message>
        <source>Together with %1: %2</source>
        <translation>协办 %1：%2</translation>
    </message>
    <message>
        <source>Earlier replies</source>
        <translation>以往答复</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>The content is no longer with this unit.</source>
        <translation>工单已转出，本单位不再显示诉求内容。</translation>
    </message>
</context>
<context>
    <name>chengban::DossierList</name>
    <message numerus="yes">
        <source>Dossier: %n paper(s)</source>
        <translation>
            <numerusform>案卷：已有%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <extracomment>%1 is the title of a paper that the dossier will need and that is not there</extracomment>
        <translation>还缺：%1</translation>
    </message>
</context>
<context>
    <name>chengban::DossierPanel</name>
    <message>
        <source>Dossier</source>
        <translation>卷宗</translation>
    </message>
    <message>
        <source>Write the PDF</source>
        <translation>生成PDF</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>正在生成</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>已生成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Look at the pages and print them; at once with Ctrl+Shift+P</source>
        <translation>预览并打印；Ctrl+Shift+P 直接打印</translation>
    </message>
</context>
<context>
    <name>chengban::DraftKeeper</name>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>草稿已保存 %1</translation>
    </message>
    <message>
        <source>Not saved; the text stays here and is saved again by itself. %1</source>
        <translation>未能保存，文字仍在此页，将自动重试。%1</translation>
    </message>
</context>
<context>
    <name>chengban::DraftNotice</name>
    <message>
        <source>Compare and choose</source>
        <translation>对照并选择</translation>
    </message>
    <message>
        <source>Also written by somebody else: %1 (%2). Your text stands until you choose.</source>
        <extracomment>%1 fields of the reply, %2 who, where and when</extracomment>
        <translation>他人也写了：%1（%2）。在您选择之前，保留您的文本。</translation>
    </message>
    <message>
        <source>Taken into your draft: %1 (%2).</source>
        <extracomment>%1 fields of the reply, %2 who, where and when</extracomment>
        <translation>已并入您的草稿：%1（%2）。</translation>
    </message>
    <message>
        <source>The server did not take this step (%1); your text is here again. %2</source>
        <extracomment>%1 a time, %2 a sentence</extracomment>
        <translation>服务器未接受此步骤（%1），您的文本已回到这里。%2</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier text(s)</source>
        <translation>
            <numerusform>历史文本 %n 份</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>回执 %n 份</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengban::DueCalendar</name>
    <message>
        <source>Mon</source>
        <translation>一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>日</translation>
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
        <source>received</source>
        <translation>收件日</translation>
    </message>
    <message>
        <source>after hours</source>
        <translation>非工作时间</translation>
    </message>
    <message>
        <source>%1:%2</source>
        <extracomment>Time counted of one day; %1 hours, %2 minutes</extracomment>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>day %1, made up</source>
        <extracomment>%1 is a number: the how-many-th day that counts; it is a Saturday or Sunday worked for a day off</extracomment>
        <translation>第%1日 补班</translation>
    </message>
    <message>
        <source>day %1</source>
        <extracomment>%1 is a number: the how-many-th day that counts</extracomment>
        <translation>第%1日</translation>
    </message>
    <message>
        <source>The counted days as a calendar</source>
        <translation>按日历显示的计算天数</translation>
    </message>
    <message>
        <source>due</source>
        <translation>到期</translation>
    </message>
</context>
<context>
    <name>chengban::DuePanel</name>
    <message>
        <source>Provisional: the holiday notice for these days is not published yet; the date may still move.</source>
        <translation>暂定：这些日期的放假通知尚未公布，到期时间可能变动。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 which limit, %2 due time</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>chengban::ExtensionForm</name>
    <message>
        <source>Why it cannot be finished in time</source>
        <translation>不能按期办结的理由</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Further working days</source>
        <translation>申请延长的工作日</translation>
    </message>
    <message>
        <source>Contact the citizen first and tell reason, progress and plan; tick them in the contact card.</source>
        <translation>须先联系反映人，告知原因、阶段结果和下步计划，并在联系记录中勾选。</translation>
    </message>
    <message numerus="yes">
        <source>A case can be extended %n time(s).</source>
        <translation>
            <numerusform>每件工单最多延期 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Due now: %1</source>
        <translation>现办理期限：%1</translation>
    </message>
</context>
<context>
    <name>chengban::FactsForm</name>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>There is nothing to see on the spot</source>
        <translation>本事项无现场</translation>
    </message>
    <message>
        <source>Checked and proofread</source>
        <translation>已审核校对</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>诉求解决类别</translation>
    </message>
    <message>
        <source>Outcome of the suggestion</source>
        <translation>建议采纳情况</translation>
    </message>
    <message>
        <source>Citizen answered by</source>
        <translation>答复方式</translation>
    </message>
    <message>
        <source>Citizen answered at</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>Unit that answers</source>
        <translation>答复单位</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>签发人</translation>
    </message>
    <message>
        <source>Names, parted by 、</source>
        <translation>姓名，多人用、隔开</translation>
    </message>
    <message>
        <source>Who was on the spot</source>
        <translation>到场人员</translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation>到场时间</translation>
    </message>
    <message>
        <source>Seen there</source>
        <translation>现场情况</translation>
    </message>
</context>
<context>
    <name>chengban::FieldsForm</name>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What is said to the citizen</source>
        <translation>告知诉求人的内容</translation>
    </message>
    <message>
        <source>Number of the case it repeats, if any</source>
        <translation>重复的工单编号（如有）</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Who answered</source>
        <translation>答复人</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Key category</source>
        <translation>重点类别</translation>
    </message>
    <message>
        <source>To be handled at once as</source>
        <translation>即办类别</translation>
    </message>
    <message>
        <source>The citizen needs no answer</source>
        <translation>诉求人无需答复</translation>
    </message>
    <message>
        <source>Remark (may stay empty)</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>Number of the duplicate</source>
        <translation>重复工单编号</translation>
    </message>
    <message>
        <source>Why it is the same matter</source>
        <translation>属同一事项的理由</translation>
    </message>
    <message>
        <source>Number of the case that goes on</source>
        <translation>继续办理的工单编号</translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation>告知对象</translation>
    </message>
    <message>
        <source>What was said or promised</source>
        <translation>告知内容和承诺</translation>
    </message>
    <message>
        <source>What the unit objects to, and why</source>
        <translation>申诉事项和理由</translation>
    </message>
    <message>
        <source>To</source>
        <translation>交办给</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>办结时间</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>交办要求</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查明情况</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>到达时间</translation>
    </message>
    <message>
        <source>Who was there</source>
        <translation>到场人员</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>采取的措施</translation>
    </message>
    <message>
        <source>The work was finished at</source>
        <translation>处理完成时间</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至时间</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进展情况</translation>
    </message>
    <message>
        <source>The rest will be done by</source>
        <translation>其余事项完成时间</translation>
    </message>
    <message>
        <source>This unit&apos;s part of the opinion</source>
        <translation>本单位协办意见</translation>
    </message>
    <message>
        <source>Working days; 0: as the rules say</source>
        <translation>工作日数（0 表示按规定）</translation>
    </message>
    <message>
        <source>Somebody must go there</source>
        <translation>须到现场</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事实</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Numbers of earlier cases of the matter</source>
        <translation>同一事项以往工单编号</translation>
    </message>
    <message>
        <source>Archive number of the unit</source>
        <translation>单位档号</translation>
    </message>
    <message>
        <source>SM3 of the package that was handed over</source>
        <translation>移交包 SM3 摘要</translation>
    </message>
    <message>
        <source>The case ends here; the citizen is told why.</source>
        <translation>工单到此办结，并向诉求人说明理由。</translation>
    </message>
    <message>
        <source>The hotline answered at once; no unit has to act.</source>
        <translation>热线当场答复，无需承办单位办理。</translation>
    </message>
    <message>
        <source>Type and class decide by when the unit must have finished.</source>
        <translation>类型和等级决定承办单位的办理时限。</translation>
    </message>
    <message>
        <source>This case takes the demand of the other one over, word for word; then the other one can be merged into it.</source>
        <translation>本工单原文并入重复工单的诉求，之后重复工单方可并单。</translation>
    </message>
    <message>
        <source>This case ends; the other one has taken its demand over before.</source>
        <translation>本工单到此结束；其诉求须已并入另一工单。</translation>
    </message>
    <message>
        <source>For urgent cases the unit is told by phone as well.</source>
        <translation>紧急工单同时电话告知承办单位。</translation>
    </message>
    <message>
        <source>The unit objects to having got this case. The clock goes on.</source>
        <translation>承办单位对派单提出申诉，时限照常计算。</translation>
    </message>
    <message>
        <source>A line of the unit&apos;s own ledger; other units do not see it.</source>
        <translation>记入单位内部台账，其他单位不可见。</translation>
    </message>
    <message>
        <source>What a section or village found, for the unit&apos;s opinion; other units do not see it.</source>
        <translation>科室、村（社区）查明的情况，供单位形成意见，其他单位不可见。</translation>
    </message>
    <message>
        <source>Reminds a section or person of the unit; other units do not see it.</source>
        <translation>催办单位内部科室或人员，其他单位不可见。</translation>
    </message>
    <message>
        <source>How and when the citizen got the answer.</source>
        <translation>登记何时以何种方式答复诉求人。</translation>
    </message>
    <message>
        <source>What was asked and looked up, as facts.</source>
        <translation>如实登记询问和查阅的情况。</translation>
    </message>
    <message>
        <source>Who went there, when they arrived, what they saw.</source>
        <translation>登记到场人员、到达时间和现场情况。</translation>
    </message>
    <message>
        <source>What was done; the time the work was finished starts the time to report.</source>
        <translation>登记采取的措施；处理完成时间起算反馈时限。</translation>
    </message>
    <message>
        <source>Tells the centre how far the case is while it is not finished.</source>
        <translation>未办结前向中心报送进展。</translation>
    </message>
    <message>
        <source>The lead unit joins it to the others&apos; into one opinion.</source>
        <translation>由牵头单位汇总形成统一意见。</translation>
    </message>
    <message>
        <source>The unit goes through the case again and answers within its own time.</source>
        <translation>承办单位重新核查，并在复核时限内答复。</translation>
    </message>
    <message>
        <source>The unit answers to the centre within its own time.</source>
        <translation>承办单位在督办时限内向中心答复。</translation>
    </message>
    <message>
        <source>What the unit recorded and what the citizen says differ.</source>
        <translation>承办单位登记与诉求人说法不一致。</translation>
    </message>
    <message>
        <source>The unit objects to how this case was scored; once.</source>
        <translation>承办单位对本工单评价提出申诉，限一次。</translation>
    </message>
    <message>
        <source>The case counts in no ranking; both rates are shown.</source>
        <translation>本工单不计入考核；两种口径均列示。</translation>
    </message>
    <message>
        <source>The unit sees the urge in the case and in its list.</source>
        <translation>承办单位可在工单和列表中看到催办。</translation>
    </message>
    <message>
        <source>The matter is lawfully settled and comes again without ground, or cannot be solved. A leader signs the request, the centre decides.</source>
        <translation>事项已依法办结又无理重复提出，或确无法解决。申请经领导审签，由中心审定。</translation>
    </message>
    <message>
        <source>The unit&apos;s copy of the dossier lies with the centre.</source>
        <translation>单位卷宗副本已移交中心。</translation>
    </message>
    <message>
        <source>Told at (now, when left out)</source>
        <translation>告知时间（不填即为现在）</translation>
    </message>
</context>
<context>
    <name>chengban::FilesBox</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>约剩%n秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>约剩%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 and %2 are amounts, for instance 3.1 MB</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>The next attempt is made at %1.</source>
        <extracomment>%1 is a time</extracomment>
        <translation>下次尝试时间：%1。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s)</source>
        <translation>
            <numerusform>另有%n个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>To the centre: %1</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>上传：%1</translation>
    </message>
    <message>
        <source>From the centre: %1</source>
        <translation>下载：%1</translation>
    </message>
</context>
<context>
    <name>chengban::FilingForm</name>
    <message>
        <source>The unit&apos;s seal stands on it</source>
        <translation>已加盖单位公章</translation>
    </message>
    <message>
        <source>What was signed</source>
        <translation>签批事项</translation>
    </message>
    <message>
        <source>Who signed</source>
        <translation>签批人</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>签字时间</translation>
    </message>
    <message>
        <source>Opinion on the sheet</source>
        <translation>纸上的签批意见</translation>
    </message>
    <message>
        <source>Signer, day and seal are the same on all sheets</source>
        <translation>其余各张的签批人、时间、公章与此相同</translation>
    </message>
    <message numerus="yes">
        <source>Also file the %n page(s) without a code behind it</source>
        <translation>
            <numerusform>连同其后%n张无码页一并登记</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1, short code %2</source>
        <translation>第%1版，内容短码 %2</translation>
    </message>
    <message>
        <source>Short code %1</source>
        <translation>内容短码 %1</translation>
    </message>
</context>
<context>
    <name>chengban::HandedBox</name>
    <message>
        <source>Handed to you</source>
        <translation>移交给您的草稿</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 number of a case, %2 a sentence</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开工单</translation>
    </message>
</context>
<context>
    <name>chengban::HandoverPanel</name>
    <message>
        <source>Hand the draft to a colleague</source>
        <translation>把草稿移交给同事</translation>
    </message>
    <message>
        <source>Hand over a copy</source>
        <translation>移交副本</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Sealed for this colleague&apos;s computers; your draft stays here.</source>
        <translation>只有这位同事的电脑能打开；您的草稿仍留在本机。</translation>
    </message>
    <message>
        <source>%1 is writing on this case.</source>
        <extracomment>%1 one name or several</extracomment>
        <translation>%1正在撰写此件。</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不接收</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 name of a person, %2 role</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>This colleague cannot be given a draft now: not of this unit, or no computer of theirs is admitted.</source>
        <translation>现在不能把草稿移交给这位同事：不在本单位，或其电脑未获准使用。</translation>
    </message>
</context>
<context>
    <name>chengban::KeptPage</name>
    <message>
        <source>Make it the draft</source>
        <translation>恢复为草稿</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>返回工单</translation>
    </message>
    <message>
        <source>Earlier texts</source>
        <translation>历史文本</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Earlier texts of this case</source>
        <translation>本件的历史文本</translation>
    </message>
    <message>
        <source>Every text of yours that gave way to another one is kept on this PC.</source>
        <translation>您的文本凡被替换的，都保存在本机。</translation>
    </message>
    <message>
        <source>%1  %2
%3</source>
        <extracomment>%1 a time, %2 what text it is, %3 why it is kept</extracomment>
        <translation>%1  %2
%3</translation>
    </message>
</context>
<context>
    <name>chengban::KeyForm</name>
    <message>
        <source>Enrol the key</source>
        <translation>登记密钥</translation>
    </message>
    <message>
        <source>Enrol a signing key</source>
        <translation>登记签名密钥</translation>
    </message>
    <message>
        <source>There is no signing key on this PC yet. A second person of the unit stands by and confirms with the own password that it is you.</source>
        <translation>本机还没有签名密钥。请本单位另一人到场，用其本人账号密码确认是您本人登记。</translation>
    </message>
    <message>
        <source>New PIN, at least %1 digits</source>
        <extracomment>%1 is a number of digits</extracomment>
        <translation>设置签名口令，至少%1位</translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation>再次输入签名口令</translation>
    </message>
    <message>
        <source>User name of the second person</source>
        <translation>见证人账号</translation>
    </message>
    <message>
        <source>Password of the second person</source>
        <translation>见证人密码</translation>
    </message>
    <message>
        <source>The PIN is too short.</source>
        <translation>签名口令位数不够。</translation>
    </message>
    <message>
        <source>The two PINs differ; enter them again.</source>
        <translation>两次口令不一致，请重新输入。</translation>
    </message>
    <message>
        <source>The second person enters user name and password.</source>
        <translation>请见证人输入账号和密码。</translation>
    </message>
</context>
<context>
    <name>chengban::KeysPanel</name>
    <message>
        <source>Show or hide these keys</source>
        <translation>显示或收起本表</translation>
    </message>
    <message>
        <source>Next missing part</source>
        <translation>转到下一处缺项</translation>
    </message>
    <message>
        <source>The main button of the page</source>
        <translation>本页主按钮</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Print the dossier</source>
        <translation>打印卷宗</translation>
    </message>
    <message>
        <source>Other case of the list</source>
        <translation>上一件、下一件</translation>
    </message>
    <message>
        <source>Outcome of a call to the citizen</source>
        <translation>记录通话结果</translation>
    </message>
    <message>
        <source>Add a picture from the clipboard to the evidence</source>
        <translation>把剪贴板图片加入附件</translation>
    </message>
    <message>
        <source>Undo in a text field</source>
        <translation>撤销输入</translation>
    </message>
    <message>
        <source>Larger or smaller text</source>
        <translation>放大、缩小文字</translation>
    </message>
    <message>
        <source>Keep the windows out of pictures of the screen, or not</source>
        <translation>窗口不进入截屏、录屏和屏幕共享（再按一次取消）</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Put away a panel</source>
        <translation>收起面板</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>本页快捷键</translation>
    </message>
    <message>
        <source>Undo that outcome before it is recorded</source>
        <translation>撤销未记录的通话结果</translation>
    </message>
    <message>
        <source>Why it is due then: the counted days</source>
        <translation>到期时间的由来：逐日计算</translation>
    </message>
    <message>
        <source>Mark the chosen advice as read</source>
        <translation>将选中的建议标为已阅</translation>
    </message>
    <message>
        <source>Print the whole dossier at once</source>
        <translation>直接打印全卷</translation>
    </message>
</context>
<context>
    <name>chengban::LogInPage</name>
    <message>
        <source>The server cannot be reached. Check the network and the address, then log in again.</source>
        <translation>连不上服务器。请检查网络和服务器地址后重新登录。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Work offline on this PC, or check the network and the address.</source>
        <translation>连不上服务器。可点“离线办公”先行办理，或检查网络和服务器地址。</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Chengban</source>
        <translation>承办</translation>
    </message>
    <message>
        <source>Handling of 12345 hotline cases</source>
        <translation>12345热线工单承办系统</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器地址</translation>
    </message>
    <message>
        <source>County</source>
        <translation>县区</translation>
    </message>
    <message>
        <source>User</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Without the server you see what was fetched before; what you write is sent later.</source>
        <translation>离线时可查看已取得的工单，所写内容在恢复连接后发送。</translation>
    </message>
    <message>
        <source>Logging in</source>
        <translation>正在登录</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>正在解锁</translation>
    </message>
    <message>
        <source>The desk of %1 is locked. Everything is kept.</source>
        <extracomment>%1 is the name of the person whose desk is locked</extracomment>
        <translation>%1的工作台已锁定，内容已全部保存。</translation>
    </message>
    <message>
        <source>Enter the address of the server; it begins with https.</source>
        <translation>请输入以https开头的服务器地址。</translation>
    </message>
    <message>
        <source>Enter your user name.</source>
        <translation>请输入账号。</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Work offline on this PC</source>
        <translation>离线办公</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
</context>
<context>
    <name>chengban::MomentEdit</name>
    <message>
        <source>Not given</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不填</translation>
    </message>
    <message>
        <source>Takes the time away again</source>
        <translation>清除已填时间</translation>
    </message>
</context>
<context>
    <name>chengban::NoteForm</name>
    <message>
        <source>By accepting, the unit takes the case over and begins to handle it.</source>
        <translation>签收后由本单位负责办理。</translation>
    </message>
    <message>
        <source>Remark (may stay empty)</source>
        <translation>备注（可不填）</translation>
    </message>
    <message>
        <source>Present the case to the leader with a proposal for its handling.</source>
        <translation>提出拟办意见，呈领导阅批。</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>拟办意见</translation>
    </message>
    <message>
        <source>Your instruction is shown to everybody in the unit who handles the case.</source>
        <translation>阅批意见对本单位承办人员可见。</translation>
    </message>
    <message>
        <source>Instruction</source>
        <translation>阅批意见</translation>
    </message>
    <message>
        <source>The reply comes back to you and can be edited; this version is kept.</source>
        <translation>答复退回承办人可继续修改，本稿留存。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The signature no longer counts; the clerk edits the reply and submits it again.</source>
        <translation>原签发不再有效，承办人修改后须重新提交审签。</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>退回意见</translation>
    </message>
    <message>
        <source>After closing nothing more is handled; the dossier is put together.</source>
        <translation>办结后不再办理，转入归档。</translation>
    </message>
    <message>
        <source>Closing remark (may stay empty)</source>
        <translation>办结意见（可不填）</translation>
    </message>
    <message>
        <source>Callback of %1: not reached.</source>
        <translation>%1回访：未接通。</translation>
    </message>
    <message>
        <source>Callback of %1: process %2, result %3.</source>
        <extracomment>%1 time, %2 satisfaction with the process, %3 with the result</extracomment>
        <translation>%1回访：办理过程%2，办理结果%3。</translation>
    </message>
</context>
<context>
    <name>chengban::OrderAnswerForm</name>
    <message>
        <source>%1, ordered %2</source>
        <translation>%1，%2 下达</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>How: %1</source>
        <translation>方式：%1</translation>
    </message>
    <message>
        <source>What is asked for: %1</source>
        <translation>要求：%1</translation>
    </message>
    <message>
        <source>Somebody must go there; record the site visit first.</source>
        <translation>须到现场查看，请先登记现场查看。</translation>
    </message>
</context>
<context>
    <name>chengban::PageView</name>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>chengban::PaperSignForm</name>
    <message>
        <source>The unit&apos;s seal stands on it</source>
        <translation>已加盖单位公章</translation>
    </message>
    <message>
        <source>The sheet was printed and signed by hand. Its scan stands for the signature, marked as what it is.</source>
        <translation>审签单打印后手写签字。扫描件作为签字凭据，并注明为纸质签字。</translation>
    </message>
    <message>
        <source>What was signed</source>
        <translation>签字事项</translation>
    </message>
    <message>
        <source>Who signed</source>
        <translation>签字人</translation>
    </message>
    <message>
        <source>Signed at</source>
        <translation>签字时间</translation>
    </message>
    <message>
        <source>Opinion on the sheet</source>
        <translation>签字意见</translation>
    </message>
    <message>
        <source>Scan of the signed sheet</source>
        <translation>签字页扫描件</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 name of a person, %2 role</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>chengban::PartsForm</name>
    <message>
        <source>Choose the verdict first; the parts that it needs then stand here.</source>
        <translation>请先研判，所需各项随后在此填写。</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
</context>
<context>
    <name>chengban::PileDetail</name>
    <message>
        <source>Picture of the page</source>
        <translation>页面图像</translation>
    </message>
    <message>
        <source>Missing: page %1 of the sheet. Scan it and read the pile once more.</source>
        <translation>缺第%1页，请补扫后重新读取这一叠。</translation>
    </message>
    <message>
        <source>The sheet&apos;s last page is missing. Scan it and read the pile once more.</source>
        <translation>缺最后一页，请补扫后重新读取这一叠。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were scanned twice; the first scan is used.</source>
        <translation>
            <numerusform>有%n页重复扫描，采用先扫的一页。</numerusform>
        </translation>
    </message>
    <message>
        <source>No code of a sheet was found on this page.</source>
        <translation>此页没有识别到签字单的二维码。</translation>
    </message>
    <message>
        <source>The codes of several sheets are on this page. Scan them one by one, or give it to one case by hand.</source>
        <translation>此页上有几张单子的二维码，请逐张扫描，或人工归入一个工单。</translation>
    </message>
    <message>
        <source>File this sheet</source>
        <translation>登记此张</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开工单</translation>
    </message>
</context>
<context>
    <name>chengban::PileFiler</name>
    <message>
        <source>Signed sheet %1 version %2.%3</source>
        <extracomment>Name of a file: %1 number of the case, %2 version, %3 ending</extracomment>
        <translation>签字单 %1 第%2版.%3</translation>
    </message>
    <message>
        <source>Cancelled before it was filed.</source>
        <translation>登记前已取消。</translation>
    </message>
</context>
<context>
    <name>chengban::PilePage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Another pile</source>
        <translation>另一叠</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Drop scans of signed sheets here: PDF, TIFF, JPEG or PNG, or a whole folder, in any order and lying on any side. Each sheet finds its case by the code printed on it; nothing is filed before you have seen it.</source>
        <translation>把签字单的扫描件拖到这里：PDF、TIFF、JPEG、PNG或整个文件夹，顺序、方向不限。系统按单上的二维码找到对应工单；您确认之前不会登记。</translation>
    </message>
    <message>
        <source>Sheets of the pile</source>
        <translation>本叠签字单</translation>
    </message>
    <message>
        <source>Scans (*.pdf *.tif *.tiff *.jpg *.jpeg *.png)</source>
        <translation>扫描件 (*.pdf *.tif *.tiff *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>There are no scans in this folder.</source>
        <translation>此文件夹里没有扫描件。</translation>
    </message>
    <message>
        <source>Page %1 of %2 has been read</source>
        <extracomment>%1 of %2 pages</extracomment>
        <translation>已读第%1页，共%2页</translation>
    </message>
    <message>
        <source>Cancelled: these are the pages that had been read.</source>
        <translation>已取消，以下为已读的页。</translation>
    </message>
    <message>
        <source>There is nothing on these pages.</source>
        <translation>这些页上没有内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n empty page(s) were left out.</source>
        <translation>
            <numerusform>已略去%n张空白页。</numerusform>
        </translation>
    </message>
    <message>
        <source>Being read</source>
        <translation>正在读取</translation>
    </message>
    <message numerus="yes">
        <source>File %n sheet(s)</source>
        <translation>
            <numerusform>登记%n张</numerusform>
        </translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message numerus="yes">
        <source>%n ready to be filed</source>
        <translation>
            <numerusform>%n张可登记</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be looked at</source>
        <translation>
            <numerusform>%n张须查看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filed</source>
        <translation>
            <numerusform>%n张已登记</numerusform>
        </translation>
    </message>
    <message>
        <source>File the sheets</source>
        <translation>登记</translation>
    </message>
</context>
<context>
    <name>chengban::PostBar</name>
    <message>
        <source>You act for %1 (%2). Every step is recorded as taken by you for %1.</source>
        <extracomment>%1 a person, %2 the role</extracomment>
        <translation>您正代理%1（%2）办理。每一步都记为由您代%1办理。</translation>
    </message>
    <message>
        <source>Back to my own post</source>
        <translation>回到本人岗位</translation>
    </message>
    <message>
        <source>Act for %1, until %2</source>
        <extracomment>%1 a person, %2 the last day</extracomment>
        <translation>代理%1办理（至%2）</translation>
    </message>
    <message>
        <source>These rules cannot be read: %1. Cases under them wait; tell the administrator.</source>
        <extracomment>%1 which rules, the place in them and what stands there</extracomment>
        <translation>以下规则无法读取：%1。适用该规则的工单暂不能办理，请告知管理员。</translation>
    </message>
</context>
<context>
    <name>chengban::Rail</name>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock the desk (Ctrl+L)</source>
        <translation>锁定工作台（Ctrl+L）</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to upload</source>
        <translation>
            <numerusform>%n 个文件待上传</numerusform>
        </translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Version %1 at the next start</source>
        <extracomment>%1 is a version, for instance 1.2.0</extracomment>
        <translation>新版本 %1，下次启动时换上</translation>
    </message>
</context>
<context>
    <name>chengban::RailButton</name>
    <message>
        <source>%1, %2 cases</source>
        <extracomment>%1 is the name of a place, %2 the number of cases in it</extracomment>
        <translation>%1，%2件</translation>
    </message>
</context>
<context>
    <name>chengban::ReadForm</name>
    <message>
        <source>The signed version goes to the centre as it stands here. To change it, withdraw it; it must then be signed again.</source>
        <translation>按此签发稿报送中心。如需修改请先退回，修改后须重新审签。</translation>
    </message>
</context>
<context>
    <name>chengban::RebuildBox</name>
    <message>
        <source>Fetch all cases anew</source>
        <translation>重新取回全部工单</translation>
    </message>
    <message>
        <source>The copy on this computer</source>
        <translation>本机副本</translation>
    </message>
    <message>
        <source>If the list or a case looks wrong: the copy is thrown away and fetched again. Drafts, files and what waits to be sent are not touched. You will be asked for your password.</source>
        <translation>列表或工单显示异常时使用：丢弃本机副本并重新取回。草稿、文件和待发内容不受影响。届时需要输入密码。</translation>
    </message>
    <message>
        <source>Really fetch everything again</source>
        <translation>确认全部重新取回</translation>
    </message>
</context>
<context>
    <name>chengban::ReceiptPage</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Write as files</source>
        <translation>存为文件</translation>
    </message>
    <message>
        <source>Back to the case</source>
        <translation>返回工单</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>The server&apos;s receipts of this case</source>
        <translation>本件的服务器回执</translation>
    </message>
    <message>
        <source>Each proves what the server had received and when. A file of it is checked without the server: chengban-cli verify FILE --server-key KEY</source>
        <translation>每份回执证明服务器在何时收到了什么。存成的文件可脱离服务器核验：chengban-cli verify FILE --server-key KEY</translation>
    </message>
    <message>
        <source>Receipts of case %1</source>
        <translation>工单 %1 的回执</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Revision of the case</source>
        <translation>工单修订号</translation>
    </message>
    <message>
        <source>Digest (SM3)</source>
        <translation>摘要（SM3）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤编号</translation>
    </message>
    <message>
        <source>Key of the server</source>
        <translation>服务器密钥</translation>
    </message>
    <message>
        <source>Signature (SM2)</source>
        <translation>签名（SM2）</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) written</source>
        <translation>
            <numerusform>已存 %n 份回执</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengban::ReplyForm</name>
    <message>
        <source>Sent back by %1, %2: %3</source>
        <extracomment>%1 name of the leader, %2 time, %3 the comment</extracomment>
        <translation>%1于%2退回：%3</translation>
    </message>
    <message>
        <source>Returned for rework by the centre, %1: %2</source>
        <extracomment>%1 time, %2 reasons and remark</extracomment>
        <translation>中心于%1退回重办：%2</translation>
    </message>
    <message>
        <source>Contact with the citizen</source>
        <translation>联系反映人</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>研判</translation>
    </message>
    <message>
        <source>Investigation and handling</source>
        <translation>调查与办理</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>政策依据</translation>
    </message>
    <message>
        <source>Evidence and papers</source>
        <translation>佐证与文书</translation>
    </message>
    <message>
        <source>Answer to the citizen</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>%1 is the number of the section, %2 its heading</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Shown to the leader only</source>
        <translation>仅领导可见</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Own callback</source>
        <translation>单位回访</translation>
    </message>
    <message>
        <source>Note to the leader</source>
        <translation>给领导的说明</translation>
    </message>
    <message>
        <source>Not called back yet</source>
        <translation>尚未回访</translation>
    </message>
</context>
<context>
    <name>chengban::ReplyView</name>
    <message>
        <source>Signed by %1 (%2), %3, key %4</source>
        <extracomment>%1 name, %2 role, %3 time, %4 short code of the key</extracomment>
        <translation>%1（%2）%3签发，密钥%4</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系情况</translation>
    </message>
    <message>
        <source>Anonymous: no contact is needed.</source>
        <translation>匿名件，无需联系。</translation>
    </message>
    <message>
        <source>No contact recorded.</source>
        <translation>没有联系记录。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>研判</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>审签</translation>
    </message>
    <message>
        <source>Signed on paper by %1, %2</source>
        <extracomment>%1 name, %2 time</extracomment>
        <translation>%1 纸面审签，%2</translation>
    </message>
</context>
<context>
    <name>chengban::RequestForm</name>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>Statement: %1</source>
        <translation>情况说明：%1</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Suggested unit: %1</source>
        <translation>建议承办单位：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n further working day(s)</source>
        <translation>
            <numerusform>申请延长 %n 个工作日</numerusform>
        </translation>
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
        <source>Findings: %1</source>
        <translation>核查情况：%1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>办理结果：%1</translation>
    </message>
    <message>
        <source>%1, written by %2, %3</source>
        <extracomment>%1 what is asked for, %2 a name, %3 a time</extracomment>
        <translation>%1，%2 于 %3 提出</translation>
    </message>
    <message>
        <source>Agree and sign</source>
        <translation>同意并签发</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>PIN of the signing key</source>
        <translation>签名密钥口令</translation>
    </message>
    <message>
        <source>Opinion; required when it is given back</source>
        <translation>意见（退回时必填）</translation>
    </message>
</context>
<context>
    <name>chengban::ReturnRequestForm</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Statement: why it is not the unit&apos;s duty</source>
        <translation>情况说明：为何不属本单位职责</translation>
    </message>
    <message>
        <source>Unit that should have it</source>
        <translation>建议承办单位</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>A leader of the unit signs the request where the rules want it, then the centre decides. Until then the case stays with the unit and its time runs on.</source>
        <translation>按规则须审签的，先由单位领导审签，再报中心审定。审定前工单仍由本单位办理，时限照常计算。</translation>
    </message>
    <message>
        <source>Provision it relies on</source>
        <translation>职责依据</translation>
    </message>
</context>
<context>
    <name>chengban::RevealPanel</name>
    <message>
        <source>Why you need name and number, for instance: first contact</source>
        <translation>查看理由，例如：首次联系反映人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Show for 30 seconds</source>
        <translation>查看30秒</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>%1   (hidden again in %2 s)</source>
        <extracomment>%1 is the citizen&apos;s identity, %2 a number of seconds</extracomment>
        <translation>%1   （%2秒后隐藏）</translation>
    </message>
</context>
<context>
    <name>chengban::RulesPage</name>
    <message>
        <source>Words of a rule</source>
        <translation>规则中的词语</translation>
    </message>
    <message>
        <source>Rules in force</source>
        <translation>现行规则</translation>
    </message>
    <message>
        <source>The county&apos;s rules have not arrived yet.</source>
        <translation>本地规则尚未收到。</translation>
    </message>
</context>
<context>
    <name>chengban::ScanDesk</name>
    <message>
        <source>Also take over the blackened pages without the black</source>
        <translation>同时收下涂黑页的未遮盖版本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>These pages were scanned before. Look whether they belong to this case.</source>
        <translation>这些是之前扫描、尚未收下的页，请核对是否属于本件。</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>左转</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>右转</translation>
    </message>
    <message>
        <source>Straighten</source>
        <translation>摆正</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Black out</source>
        <translation>涂黑</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>已扫描的页</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>后移</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n page(s)</source>
        <translation>
            <numerusform>收下 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>收下</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s), %1 MB</source>
        <extracomment>%1 is how many, %2 an amount</extracomment>
        <translation>
            <numerusform>%n 页，%1 MB</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw what is to stay, or move the frame with the arrow keys (with Shift its size), then press Enter or click twice. Esc leaves it.</source>
        <translation>拖出要保留的范围，或用方向键移动选框（按住 Shift 改大小），再按回车或双击。按 Esc 放弃。</translation>
    </message>
    <message>
        <source>Draw over what nobody is to read. By keys: arrows move the area, with Shift they size it, Enter blackens. Esc leaves it.</source>
        <translation>拖过不能让人看到的内容即涂黑。也可用键盘：方向键移动，按住 Shift 改大小，回车涂黑。按 Esc 结束。</translation>
    </message>
    <message>
        <source>F5 scans more. Pages are ordered by dragging, or with Ctrl and the arrow keys.</source>
        <translation>按 F5 接着扫描。拖动页面或按 Ctrl 加方向键调整顺序。</translation>
    </message>
    <message>
        <source>Scan-%1-%2</source>
        <extracomment>The name of a file, without its ending. %1 is a day, %2 a number</extracomment>
        <translation>扫描件-%1-%2</translation>
    </message>
    <message>
        <source>Scan-%1-%2-not blackened</source>
        <translation>扫描件-%1-%2-未遮盖</translation>
    </message>
    <message>
        <source>This page is straight, or has no lines that tell.</source>
        <translation>这一页本来就是正的，或看不出行线。</translation>
    </message>
    <message>
        <source>Put the paper on the glass or into the feeder, choose how it is to be scanned, then press Scan (F5).</source>
        <translation>请把纸放到玻璃板上或进纸器里，选好扫描方式，然后按“扫描”（F5）。</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were scanned and are not taken over. Throw them away?</source>
        <translation>
            <numerusform>有 %n 页已扫描但还没有收下。要丢弃吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>chengban::ScanPanel</name>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫描仪</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>扫描进度</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>玻璃板</translation>
    </message>
    <message>
        <source>Feeder, one side</source>
        <translation>进纸器，单面</translation>
    </message>
    <message>
        <source>Feeder, both sides</source>
        <translation>进纸器，双面</translation>
    </message>
    <message>
        <source>Black and white (text alone)</source>
        <translation>黑白（仅文字）</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Colour (red seals stay red)</source>
        <translation>彩色（红章保持红色）</translation>
    </message>
    <message>
        <source>%1 dpi (usual)</source>
        <extracomment>Dots per inch</extracomment>
        <translation>%1 dpi（常用）</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>The scan is being stopped</source>
        <translation>正在停止扫描</translation>
    </message>
    <message>
        <source>Page %1 is being scanned</source>
        <translation>正在扫描第 %1 页</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n page(s)</source>
        <translation>
            <numerusform>已停止，扫描了 %n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) scanned</source>
        <translation>
            <numerusform>已扫描 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for scanners</source>
        <translation>正在查找扫描仪</translation>
    </message>
    <message>
        <source>The scanner is being asked what it can do</source>
        <translation>正在读取扫描仪的功能</translation>
    </message>
</context>
<context>
    <name>chengban::SidePanel</name>
    <message>
        <source>Still missing</source>
        <translation>缺项</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>办理过程</translation>
    </message>
    <message numerus="yes">
        <source>Still missing: %n</source>
        <translation>
            <numerusform>还缺 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>各项齐全</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <extracomment>%1 which limit, %2 due time</extracomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>The counted days and the article</source>
        <translation>逐日计算和依据条文</translation>
    </message>
    <message numerus="yes">
        <source>Worth a look: %n</source>
        <translation>
            <numerusform>建议核对 %n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chengban::SignForm</name>
    <message>
        <source>Agree and sign</source>
        <translation>同意签发</translation>
    </message>
    <message>
        <source>Send back to the clerk</source>
        <translation>退回承办人</translation>
    </message>
    <message>
        <source>PIN of the signing key</source>
        <translation>签名口令</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审签意见</translation>
    </message>
    <message>
        <source>Opinion; required when it is sent back</source>
        <translation>意见（退回时必填）</translation>
    </message>
    <message>
        <source>Note of the clerk: %1</source>
        <translation>承办人说明：%1</translation>
    </message>
</context>
<context>
    <name>chengban::SubstitutesPage</name>
    <message>
        <source>Arrange</source>
        <translation>安排代理</translation>
    </message>
    <message>
        <source>Who stands in</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 name of a person, %2 role</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>被代理人</translation>
    </message>
    <message>
        <source>On these days the substitute may take the steps of that post and sign with the own key. Both names stand in the log and on the print, and both are told.</source>
        <translation>在此期间，代理人可办理该岗位的各个环节，并用本人密钥审签。两人姓名均记入办理记录和打印件，双方都会收到提示。</translation>
    </message>
</context>
<context>
    <name>chengban::TransferPage</name>
    <message>
        <source>Send now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>待传输事项</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) wait for the server&apos;s answer.</source>
        <translation>
            <numerusform>%n 项等待服务器答复。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still to be uploaded.</source>
        <translation>
            <numerusform>%n 个文件等待上传。</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock of this PC differs from the server&apos;s; the server&apos;s time counts.</source>
        <translation>本机时钟与服务器不一致，以服务器时间为准。</translation>
    </message>
    <message>
        <source>Seen, take it off the list</source>
        <translation>已知晓，从列表移除</translation>
    </message>
    <message>
        <source>Delete now</source>
        <translation>立即删除</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>Own work on cases that are no longer with this unit. It stays sealed on this PC and comes back with the case.</source>
        <translation>已不在本单位的工单上您所写的内容，仍加密保存在本机；工单回到本单位时一并恢复。</translation>
    </message>
    <message>
        <source>The next attempt is made at %1.</source>
        <extracomment>%1 is a time, for instance 16:42</extracomment>
        <translation>下次尝试：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) may miss their date.</source>
        <translation>
            <numerusform>有 %n 个步骤可能逾期。</numerusform>
        </translation>
    </message>
    <message>
        <source>This connection is paid by volume, so files wait; Send now sends them all the same.</source>
        <translation>当前网络按流量计费，文件暂不上传；按“立即同步”仍可上传。</translation>
    </message>
    <message>
        <source>a draft</source>
        <translation>草稿</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 个步骤</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2. Since %3, deleted after %4.</source>
        <extracomment>%1 number of the case, %2 what is kept, %3 and %4 times</extracomment>
        <translation>%1：%2。%3 起搁置，%4 后删除。</translation>
    </message>
    <message>
        <source>Really delete it for good</source>
        <translation>确认永久删除</translation>
    </message>
</context>
</TS>
