<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ProblemText</name>
    <message>
        <source>Choose first whether the demand is reasonable and can be solved in time.</source>
        <translation>请先认定诉求是否合理、能否在期限内解决。</translation>
    </message>
    <message>
        <source>The citizen has not been contacted. Call and record the contact.</source>
        <translation>尚未与反映人联系，请联系并登记。</translation>
    </message>
    <message>
        <source>The citizen was not reached. Call again and record each attempt.</source>
        <translation>未联系上反映人，请再次拨打并逐次登记。</translation>
    </message>
    <message>
        <source>The contact recorded is not sound. Record the contact as it was.</source>
        <translation>联系记录有误，请按实际情况重新登记。</translation>
    </message>
    <message>
        <source>The record does not say who called. Fill in the handler.</source>
        <translation>未写明经办人，请填写。</translation>
    </message>
    <message>
        <source>The record does not say from which number. Fill in the number used.</source>
        <translation>未写明使用的电话号，请填写。</translation>
    </message>
    <message>
        <source>This is the citizen&apos;s number. Fill in the number that the unit called from.</source>
        <translation>这是反映人的号码，请填写本单位使用的电话号。</translation>
    </message>
    <message>
        <source>A number came with the case. Call it and record what happened.</source>
        <translation>工单留有电话，请拨打并登记结果。</translation>
    </message>
    <message>
        <source>Something was told although nobody was reached. Correct one of the two.</source>
        <translation>未联系上却登记了告知内容，请更正其中一处。</translation>
    </message>
    <message>
        <source>The answer does not say when and how the citizen was contacted. Insert the sentence.</source>
        <translation>答复未写明与反映人的联系情况，请插入联系情况语句。</translation>
    </message>
    <message>
        <source>The citizen was not told of the legal channel or body. Tell it and tick it.</source>
        <translation>尚未向诉求人告知法定渠道或作出解释，请告知后勾选。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this channel. Choose another one.</source>
        <translation>本工单适用的规则没有此渠道，请另选。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this satisfaction. Choose again.</source>
        <translation>本工单适用的规则没有此满意度，请重选。</translation>
    </message>
    <message>
        <source>The answer holds the citizen&apos;s telephone number. Remove it.</source>
        <translation>答复中有反映人的电话号码，请删除。</translation>
    </message>
    <message>
        <source>The answer holds the citizen&apos;s name. Remove it.</source>
        <translation>答复中有反映人的姓名，请删除。</translation>
    </message>
    <message>
        <source>The answer holds an identity card number. Remove it.</source>
        <translation>答复中有身份证号码，请删除。</translation>
    </message>
    <message>
        <source>The answer holds a mobile number that is not the unit&apos;s. Check whether it may stand there.</source>
        <translation>答复中有非本单位的手机号码，请核对可否写入。</translation>
    </message>
    <message>
        <source>This says nothing definite. Write who does what until when.</source>
        <translation>表述笼统，请写明由谁、何时、办什么。</translation>
    </message>
    <message>
        <source>The answer only repeats the demand. Answer it.</source>
        <translation>答复只是重复诉求，请针对诉求答复。</translation>
    </message>
    <message>
        <source>An attached file is empty. Attach it again.</source>
        <translation>有附件是空文件，请重新上传。</translation>
    </message>
    <message>
        <source>The same file is attached twice. Remove one.</source>
        <translation>同一文件上传了两次，请删除一份。</translation>
    </message>
    <message>
        <source>A paper is missing: %1. Attach its scan.</source>
        <extracomment>%1 is a kind of paper</extracomment>
        <translation>缺少附件：%1，请上传扫描件。</translation>
    </message>
    <message>
        <source>%1 is missing. Fill it in.</source>
        <extracomment>%1 is the name of a field of the reply</extracomment>
        <translation>缺少“%1”，请填写。</translation>
    </message>
    <message>
        <source>Too few papers: %1. Attach the others.</source>
        <extracomment>%1 is a kind of paper</extracomment>
        <translation>附件不足：%1，请补充上传。</translation>
    </message>
    <message>
        <source>%1 says too little. Write what was done and found.</source>
        <extracomment>%1 is the name of a field of the reply</extracomment>
        <translation>“%1”内容过少，请写明具体情况。</translation>
    </message>
    <message>
        <source>%1 still holds a placeholder. Put the fact there.</source>
        <extracomment>%1 is the name of a field of the reply</extracomment>
        <translation>“%1”中有未替换的占位内容，请写明实际情况。</translation>
    </message>
    <message>
        <source>A text is too long. Shorten it.</source>
        <translation>文字过长，请精简。</translation>
    </message>
    <message>
        <source>A text holds a character that cannot be recorded. Remove it.</source>
        <translation>文字中有无法记录的字符，请删除。</translation>
    </message>
    <message>
        <source>The data of this step are malformed. Update the program and take the step again.</source>
        <translation>此操作的数据格式有误，请升级程序后重新办理。</translation>
    </message>
    <message>
        <source>There are too many entries. Remove some.</source>
        <translation>条目过多，请删减。</translation>
    </message>
    <message>
        <source>The data of this step cannot be read. Update the program and take the step again.</source>
        <translation>此操作的数据无法读取，请升级程序后重新办理。</translation>
    </message>
    <message>
        <source>The step holds too much text. Shorten it or attach it as a file.</source>
        <translation>内容过多，请精简或改为附件。</translation>
    </message>
    <message>
        <source>This copy of the case is not up to date. Synchronize and take the step again.</source>
        <translation>本机工单不是最新状态，请同步后重新办理。</translation>
    </message>
    <message>
        <source>The case runs under another version of the rules. Synchronize and take the step again.</source>
        <translation>该工单适用其他版本的规则，请同步后重新办理。</translation>
    </message>
    <message>
        <source>The time is missing. Fill it in.</source>
        <translation>缺少时间，请填写。</translation>
    </message>
    <message>
        <source>The time lies in the future. Correct it.</source>
        <translation>时间晚于当前时间，请更正。</translation>
    </message>
    <message>
        <source>The due time is over, so no extension can be asked for. Submit the reply or ask the centre.</source>
        <translation>办理期限已满，不能申请延期，请尽快提交答复或联系热线中心。</translation>
    </message>
    <message>
        <source>An extension must be asked for earlier. Submit the reply in time or ask the centre.</source>
        <translation>未按提前天数申请延期，请按期提交答复或联系热线中心。</translation>
    </message>
    <message>
        <source>The case was extended before and cannot be again. Submit the reply in time.</source>
        <translation>该工单已延期过，不能再次延期，请按期提交答复。</translation>
    </message>
    <message>
        <source>The reason of the extension is missing. Fill it in.</source>
        <translation>缺少延期理由，请填写。</translation>
    </message>
    <message>
        <source>The basis of the extension is missing. Fill it in.</source>
        <translation>缺少延期依据，请填写。</translation>
    </message>
    <message>
        <source>The length of the extension is missing. Fill in the working days.</source>
        <translation>缺少延期时限，请填写工作日数。</translation>
    </message>
    <message>
        <source>The extension is longer than the rules allow. Shorten it.</source>
        <translation>延期超过规定的最长天数，请缩短。</translation>
    </message>
    <message>
        <source>The citizen was not told of reason, progress and plan. Call and record all three.</source>
        <translation>尚未向反映人说明延期理由、阶段性情况和下一步计划，请联系并登记三项内容。</translation>
    </message>
    <message>
        <source>A refusal needs its reason. Write it.</source>
        <translation>不同意须说明理由，请填写。</translation>
    </message>
    <message>
        <source>The proposal is empty. Write how the case is to be handled.</source>
        <translation>拟办意见为空，请填写。</translation>
    </message>
    <message>
        <source>The instruction is empty. Write it.</source>
        <translation>阅批意见为空，请填写。</translation>
    </message>
    <message>
        <source>Satisfaction is recorded although nobody was reached. Correct one of the two.</source>
        <translation>未接通却登记了满意度，请更正其中一处。</translation>
    </message>
    <message>
        <source>The satisfaction with the process is missing. Choose it.</source>
        <translation>缺少办理过程满意度，请选择。</translation>
    </message>
    <message>
        <source>The satisfaction with the result is missing. Choose it.</source>
        <translation>缺少办理结果满意度，请选择。</translation>
    </message>
    <message>
        <source>The satisfaction as a whole is missing. Choose it.</source>
        <translation>缺少总体满意度，请选择。</translation>
    </message>
    <message>
        <source>Say what is urged. Write a note.</source>
        <translation>缺少催办内容，请填写。</translation>
    </message>
    <message>
        <source>The lead unit is missing. Choose it.</source>
        <translation>缺少主办单位，请选择。</translation>
    </message>
    <message>
        <source>A co-handling unit is not named. Choose it or remove the row.</source>
        <translation>协办单位未选定，请选择或删除该行。</translation>
    </message>
    <message>
        <source>The same unit is named twice. Remove one.</source>
        <translation>同一单位重复列入，请删除一处。</translation>
    </message>
    <message>
        <source>The rules have no limit for this class. Choose another class.</source>
        <translation>规则未规定此类别的期限，请另选类别。</translation>
    </message>
    <message>
        <source>The case has no number of its own. Register it again.</source>
        <translation>工单缺少编号，请重新登记。</translation>
    </message>
    <message>
        <source>The system that the case came from is missing. Fill it in.</source>
        <translation>缺少工单来源，请填写。</translation>
    </message>
    <message>
        <source>The number in the system that the case came from is missing. Fill it in.</source>
        <translation>缺少来源编号，请填写。</translation>
    </message>
    <message>
        <source>The demand is empty. Write what the citizen wants.</source>
        <translation>诉求内容为空，请填写。</translation>
    </message>
    <message>
        <source>The rules of this case do not allow a return. Handle it or ask the centre.</source>
        <translation>该工单按规则不能退单，请办理或联系热线中心。</translation>
    </message>
    <message>
        <source>A return was refused before and cannot be asked for again. Handle the case.</source>
        <translation>退单申请未获同意，不能再次申请，请办理。</translation>
    </message>
    <message>
        <source>The time for a return is over. Handle the case or ask the centre.</source>
        <translation>退单时限已过，请办理或联系热线中心。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this reason. Choose another one.</source>
        <translation>本工单适用的规则没有此理由，请另选。</translation>
    </message>
    <message>
        <source>The reason of the return is missing. Choose it.</source>
        <translation>缺少退单理由，请选择。</translation>
    </message>
    <message>
        <source>The statement of the return is missing. Write it.</source>
        <translation>缺少退单的情况说明，请填写。</translation>
    </message>
    <message>
        <source>The unit that should handle the case is missing. Choose it.</source>
        <translation>缺少建议承办单位，请选择。</translation>
    </message>
    <message>
        <source>The suggested unit is your own. Choose another one.</source>
        <translation>建议承办单位是本单位，请另选。</translation>
    </message>
    <message>
        <source>No callback was made. Make one, or write why not.</source>
        <translation>尚未回访，请回访，或说明未回访的原因。</translation>
    </message>
    <message>
        <source>The archive number is missing. Fill it in.</source>
        <translation>缺少档号，请填写。</translation>
    </message>
    <message>
        <source>The retention period is not one of those allowed. Choose it.</source>
        <translation>保管期限不在规定范围内，请选择。</translation>
    </message>
    <message>
        <source>There is no such part to erase. Look at the timeline.</source>
        <translation>没有可删除的此部分内容，请查看办理过程。</translation>
    </message>
    <message>
        <source>Only the server knows this part. Connect and try again.</source>
        <translation>此部分内容只有服务器掌握，请联网后重试。</translation>
    </message>
    <message>
        <source>This part may not be erased. Choose another one.</source>
        <translation>此部分内容不得删除，请另选。</translation>
    </message>
    <message>
        <source>The reason of the erasure is missing. Write it.</source>
        <translation>缺少删除理由，请填写。</translation>
    </message>
    <message>
        <source>There is a newer version of the reply. Read it and decide again.</source>
        <translation>答复已有新版本，请阅看后重新决定。</translation>
    </message>
    <message>
        <source>The reply is not the one that was read. Read it again and sign again.</source>
        <translation>答复与所阅看的不一致，请重新阅看并签名。</translation>
    </message>
    <message>
        <source>The rules want another leader to sign this. Pass it on.</source>
        <translation>按规则须由其他领导审签，请转送。</translation>
    </message>
    <message>
        <source>This is not your level. Sign in your own function.</source>
        <translation>不是您的职务级别，请以本人职务审签。</translation>
    </message>
    <message>
        <source>The signature is missing. Sign again.</source>
        <translation>缺少签名，请重新签名。</translation>
    </message>
    <message>
        <source>Say what is to be changed. Write a comment.</source>
        <translation>退回须写明意见，请填写。</translation>
    </message>
    <message>
        <source>This version is not signed by a leader. Have it signed first.</source>
        <translation>此版本未经领导审签，请先送审签。</translation>
    </message>
    <message>
        <source>The reply is accepted, yet reasons for rework are ticked. Correct one of the two.</source>
        <translation>审核通过却勾选了重办原因，请更正其中一处。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this point. Tick again.</source>
        <translation>本工单适用的规则没有此要点，请重新勾选。</translation>
    </message>
    <message>
        <source>A rework needs its reason. Tick at least one.</source>
        <translation>重办须说明原因，请至少勾选一项。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this reason. Tick again.</source>
        <translation>本工单适用的规则没有此原因，请重新勾选。</translation>
    </message>
    <message>
        <source>The citizen&apos;s satisfaction is missing. Choose it.</source>
        <translation>缺少满意度，请选择。</translation>
    </message>
    <message>
        <source>An erasure is asked for already. Wait for the second person.</source>
        <translation>已有删除申请，请等待第二人办理。</translation>
    </message>
    <message>
        <source>It is not said why nothing is to be erased. Write it.</source>
        <translation>缺少不同意删除的理由，请填写。</translation>
    </message>
    <message>
        <source>Another erasure was asked for. Read the request again.</source>
        <translation>申请删除的是另一项，请重新阅看申请。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this outcome. Choose another one.</source>
        <translation>本规则没有此诉求解决类别，请重新选择。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this way of answering. Choose another one.</source>
        <translation>本规则没有此答复方式，请重新选择。</translation>
    </message>
    <message>
        <source>It is not recorded when the citizen was answered. Answer first, then fill in the time.</source>
        <translation>未记录何时答复市民。请先答复市民，再填写答复时间。</translation>
    </message>
    <message>
        <source>The citizen cannot have been answered in the future. Correct the time.</source>
        <translation>答复市民的时间晚于现在，请更正。</translation>
    </message>
    <message>
        <source>Nobody is recorded as having been on the spot. Fill in who came when, or say that there is nothing to see.</source>
        <translation>未记录到场情况。请填写经办人员和到场时间；确无现场的，请注明。</translation>
    </message>
    <message>
        <source>The unit named is not the one that handles the case. Correct it.</source>
        <translation>答复单位与承办单位不一致，请更正。</translation>
    </message>
    <message>
        <source>The signer named is not the one who signed. Correct it and have it signed again.</source>
        <translation>所填签发人与实际审签人不一致，请更正后重新送签。</translation>
    </message>
    <message>
        <source>The reply is not marked as proofread. Read it through and tick it.</source>
        <translation>尚未勾选“已审核校对”。请通读校对后勾选。</translation>
    </message>
    <message>
        <source>The answer is one sentence only. Write what was found, what was done and what came of it.</source>
        <translation>答复内容只有一句话。请写明核实情况、办理过程和结果。</translation>
    </message>
    <message>
        <source>The answer says solved and not by what. Write who did what, when and where.</source>
        <translation>只写已解决，没有事实。请写明何人何时何地做了什么。</translation>
    </message>
    <message>
        <source>The answer hardly touches what was asked. Compare it with the demand and answer each point.</source>
        <translation>答复内容与诉求几乎无关。请对照诉求逐项答复。</translation>
    </message>
    <message>
        <source>The case is anonymous, yet the citizen is said to have been called. Correct one of the two.</source>
        <translation>匿名工单却写有与反映人通话，请更正其中一处。</translation>
    </message>
    <message>
        <source>The contact is dated after the reply. Correct the date, or call before it is signed.</source>
        <translation>联系时间晚于答复时间。请更正日期，或先联系再送签。</translation>
    </message>
    <message>
        <source>This is the unit&apos;s own number and not the citizen&apos;s. Correct it.</source>
        <translation>此处写的是本单位号码，不是反映人号码，请更正。</translation>
    </message>
    <message>
        <source>This is not the form of a document&apos;s number. Write it like 国办发〔2020〕53号.</source>
        <translation>发文字号格式不规范，请写成“国办发〔2020〕53号”的形式。</translation>
    </message>
    <message>
        <source>A title mark has no partner. Put 《 before and 》 behind the title.</source>
        <translation>书名号不成对，请在标题前后分别补上《和》。</translation>
    </message>
    <message>
        <source>This is not the form of an article. Write it like 《…》第十二条.</source>
        <translation>条款写法不规范，请写成“《…》第十二条”的形式。</translation>
    </message>
    <message>
        <source>This law was no longer in force on the day of the reply. Cite what holds now, or say why it still applies.</source>
        <translation>答复之日该法规已废止。请改引现行规定，或说明仍适用的理由。</translation>
    </message>
    <message>
        <source>The answer holds the number of a bank card. Remove it.</source>
        <translation>答复内容中有银行卡号，请删除。</translation>
    </message>
    <message>
        <source>The answer holds a car&apos;s number plate. Check whether it may stand there.</source>
        <translation>答复内容中有车牌号，请核对能否写入。</translation>
    </message>
    <message>
        <source>The answer holds the address of a home with its room. Shorten it to the street or the estate.</source>
        <translation>答复内容中有具体到房号的住址，请只写到街道或小区。</translation>
    </message>
    <message>
        <source>The case is excluded from scoring already. Nothing is left to do.</source>
        <translation>该工单已不计入考核，无需再次操作。</translation>
    </message>
    <message>
        <source>It is not said how the citizen was answered. Choose it.</source>
        <translation>未注明答复方式，请选择。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this way of answering. Choose again.</source>
        <translation>本规则没有这种答复方式，请重新选择。</translation>
    </message>
    <message>
        <source>It is not said who answered the citizen. Fill it in.</source>
        <translation>未注明答复人，请填写。</translation>
    </message>
    <message>
        <source>It is not said what the citizen was answered. Write it.</source>
        <translation>未写明答复内容，请填写。</translation>
    </message>
    <message>
        <source>The unit has appealed already. Go on handling the case.</source>
        <translation>本单位已经申诉过，请继续办理。</translation>
    </message>
    <message>
        <source>An appeal is possible only after a refused return, where the rules know it. Go on handling the case.</source>
        <translation>退单未获同意后且规则允许的才能申诉，请继续办理。</translation>
    </message>
    <message>
        <source>The appeal does not say why. Write it.</source>
        <translation>未写明申诉理由，请填写。</translation>
    </message>
    <message>
        <source>The type of the case is missing. Choose it.</source>
        <translation>未选择诉求类型，请选择。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this type. Choose another one.</source>
        <translation>本规则没有这种诉求类型，请重新选择。</translation>
    </message>
    <message>
        <source>The citizen has not been answered yet. Answer first and record it, then report.</source>
        <translation>尚未答复反映人，请先答复并登记，再报送。</translation>
    </message>
    <message>
        <source>The case is dispatched under another class. It stays with that class.</source>
        <translation>工单已按原类别派发，类别不能再改。</translation>
    </message>
    <message>
        <source>The rule does not apply at this moment. Nothing was done.</source>
        <translation>此时不符合规则规定的时点，未作处理。</translation>
    </message>
    <message>
        <source>This time limit is not running. Look at the timeline of the case.</source>
        <translation>该时限未在计时，请查看办理过程。</translation>
    </message>
    <message>
        <source>The calendar changes nothing for this time limit. Nothing was done.</source>
        <translation>新日历不影响该时限，未作处理。</translation>
    </message>
    <message>
        <source>The citizen has not been called back. Call back before closing.</source>
        <translation>尚未回访反映人，请先回访再办结。</translation>
    </message>
    <message>
        <source>The citizen is not satisfied. Return the case for rework before closing it.</source>
        <translation>反映人不满意，请先退回重办再办结。</translation>
    </message>
    <message>
        <source>The citizen is not satisfied. Write why the case is closed all the same.</source>
        <translation>反映人不满意，请写明仍予办结的理由。</translation>
    </message>
    <message>
        <source>A co-handling unit has not sent its part. Ask it, or wait for it.</source>
        <translation>协办单位尚未提交办理意见，请催办或等待。</translation>
    </message>
    <message>
        <source>The rules of this case know no acceptance by default. The unit has to accept it.</source>
        <translation>本规则没有逾期视为签收的规定，须由单位签收。</translation>
    </message>
    <message>
        <source>The digest of the package is not readable. Hand over the package again.</source>
        <translation>移交包校验值无法识别，请重新移交。</translation>
    </message>
    <message>
        <source>This case has the demand of that duplicate already. Merge the duplicate now.</source>
        <translation>该重复诉求已并入本工单，请办理并单。</translation>
    </message>
    <message>
        <source>A case cannot be merged with itself. Choose the other one.</source>
        <translation>不能与自身并单，请选择另一工单。</translation>
    </message>
    <message>
        <source>The duplicate is not named. Choose it.</source>
        <translation>未选择重复工单，请选择。</translation>
    </message>
    <message>
        <source>The reason for the exclusion is missing. Write it.</source>
        <translation>未写明不计入考核的理由，请填写。</translation>
    </message>
    <message>
        <source>The date promised to the citizen is missing. Fill in a day to come.</source>
        <translation>未填写对反映人承诺的办结日期，请填写。</translation>
    </message>
    <message>
        <source>It is too early to ask for an extension. Ask again shortly before the due time.</source>
        <translation>尚未到可申请延期的时间，请临近期满时再申请。</translation>
    </message>
    <message>
        <source>It is not said who gets the case. Fill in section, village or person.</source>
        <translation>未写明交办对象，请填写股室、村或个人。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this kind of emergency. Choose another one.</source>
        <translation>本规则没有这种紧急情形，请重新选择。</translation>
    </message>
    <message>
        <source>This was done already. Nothing is left to do.</source>
        <translation>该处理已经完成，无需重复。</translation>
    </message>
    <message>
        <source>The rules of this case know no joint handling. Name one unit.</source>
        <translation>本规则没有联合办理，请只选一个承办单位。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this key category. Choose another one.</source>
        <translation>本规则没有这种重点类别，请重新选择。</translation>
    </message>
    <message>
        <source>Only the server accepts by rule. Accept without a time of your own.</source>
        <translation>按规则签收只由服务器办理，请直接签收。</translation>
    </message>
    <message>
        <source>This case has taken over other demands. Merge the others into it instead.</source>
        <translation>本工单已并入其他诉求，请将其他工单并入本工单。</translation>
    </message>
    <message>
        <source>The case to merge into is missing. Choose it.</source>
        <translation>未选择并入的工单，请选择。</translation>
    </message>
    <message>
        <source>It is not said what does not match. Write it.</source>
        <translation>未写明不一致的内容，请填写。</translation>
    </message>
    <message>
        <source>Nobody has called the citizen yet. Call back first.</source>
        <translation>尚未回访反映人，请先回访。</translation>
    </message>
    <message>
        <source>The rules of this case want every citizen answered. Take the mark away.</source>
        <translation>本规则要求件件答复，请取消“无需答复”。</translation>
    </message>
    <message>
        <source>The time for the answer is missing. Fill in the working days.</source>
        <translation>未填写答复期限，请填写工作日数。</translation>
    </message>
    <message>
        <source>The rules set the time for this order. Leave the days empty.</source>
        <translation>该期限由规则规定，请不要填写天数。</translation>
    </message>
    <message>
        <source>There is no answer to decide on. Wait for the unit.</source>
        <translation>尚无可审核的答复，请等待单位答复。</translation>
    </message>
    <message>
        <source>This order is answered already. Look at the timeline of the case.</source>
        <translation>该通知单已答复，请查看办理过程。</translation>
    </message>
    <message>
        <source>It is not said what is asked of the unit. Write it.</source>
        <translation>未写明要求，请填写。</translation>
    </message>
    <message>
        <source>An order of the centre is not settled yet. Settle it first.</source>
        <translation>尚有未办结的复核或督办，请先办结。</translation>
    </message>
    <message>
        <source>The rules of this case do not let this limit take the place of theirs. Ask for an extension instead.</source>
        <translation>本规则不允许以此时限替代，请改为申请延期。</translation>
    </message>
    <message>
        <source>A limit of a law and days of an extension exclude each other. Correct one of the two.</source>
        <translation>法定时限与延期天数不能同时填写，请更正。</translation>
    </message>
    <message>
        <source>A signature on paper is recorded in a step of its own. Choose that step.</source>
        <translation>纸质审签请使用“登记纸质审签”。</translation>
    </message>
    <message>
        <source>The rules of this case want this signed electronically. Have it signed here.</source>
        <translation>本规则要求电子审签，请在系统内审签。</translation>
    </message>
    <message>
        <source>It is not said who was told. Fill in the name.</source>
        <translation>未写明被通知人，请填写。</translation>
    </message>
    <message>
        <source>The rules of this case know no re-review. Return the case for rework or supervise it.</source>
        <translation>本规则没有回访复核，请退回重办或督办。</translation>
    </message>
    <message>
        <source>The reason of the re-review is missing. Choose it.</source>
        <translation>未选择复核理由，请选择。</translation>
    </message>
    <message>
        <source>It is not said why the case goes to another unit. Write it.</source>
        <translation>未写明改派理由，请填写。</translation>
    </message>
    <message>
        <source>The record is empty. Write what was done and found.</source>
        <translation>记录内容为空，请写明办理情况。</translation>
    </message>
    <message>
        <source>The record does not say who was there. Fill in the names.</source>
        <translation>未写明参加人员，请填写。</translation>
    </message>
    <message>
        <source>The record does not say where. Fill in the place.</source>
        <translation>未写明地点，请填写。</translation>
    </message>
    <message>
        <source>The citizen is told nothing. Write why the demand is not accepted.</source>
        <translation>未写明不予受理的说明，请填写。</translation>
    </message>
    <message>
        <source>The reason of the refusal is missing. Choose it.</source>
        <translation>未选择不予受理的理由，请选择。</translation>
    </message>
    <message>
        <source>The rules do not know this reason. Choose another one.</source>
        <translation>本规则没有这种不予受理的理由，请重新选择。</translation>
    </message>
    <message>
        <source>Such a request waits already. Have it signed, or take it back.</source>
        <translation>同类申请正在等待，请先审签或撤回。</translation>
    </message>
    <message>
        <source>The case has moved on and the request is not possible any more. Take it back.</source>
        <translation>工单状态已变化，该申请已不能报送，请撤回。</translation>
    </message>
    <message>
        <source>This request does not wait any more. Look at the timeline of the case.</source>
        <translation>该申请已不在待审签状态，请查看办理过程。</translation>
    </message>
    <message>
        <source>The basis of the return is missing. Name the provision on duties.</source>
        <translation>未写明退单依据，请填写职责规定。</translation>
    </message>
    <message>
        <source>A case that is handled jointly cannot be given back. Handle your part.</source>
        <translation>联合办理的工单不得退回，请按分工办理。</translation>
    </message>
    <message>
        <source>The file is not marked as a signed sheet. Choose the kind again.</source>
        <translation>附件类型不是审签单，请重新选择。</translation>
    </message>
    <message>
        <source>The scan of the signed sheet is missing. Attach it.</source>
        <translation>未附审签单扫描件，请添加。</translation>
    </message>
    <message>
        <source>The unit has appealed against this score already. Wait for the decision.</source>
        <translation>本单位已对评价提出申诉，请等待处理。</translation>
    </message>
    <message>
        <source>The rules want the unit&apos;s seal on the sheet. Have it stamped and scan it again.</source>
        <translation>规则要求加盖公章，请盖章后重新扫描。</translation>
    </message>
    <message>
        <source>The rules of this case know no second callback. Record the ordinary one.</source>
        <translation>本规则没有二次回访，请登记普通回访。</translation>
    </message>
    <message>
        <source>A signature on paper has no key. Choose one of the two ways.</source>
        <translation>纸质审签不使用密钥，请只选一种方式。</translation>
    </message>
    <message>
        <source>The sheet is signed on an earlier day than the text was written. Correct the date.</source>
        <translation>签字日期早于文稿日期，请更正。</translation>
    </message>
    <message>
        <source>It is not said who signed. Choose the leader.</source>
        <translation>未注明签字人，请选择。</translation>
    </message>
    <message>
        <source>The way of the supervision is missing. Choose it.</source>
        <translation>未选择督办方式，请选择。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this way. Choose another one.</source>
        <translation>本规则没有这种督办方式，请重新选择。</translation>
    </message>
    <message>
        <source>The reason of the supervision is missing. Choose it.</source>
        <translation>未选择督办理由，请选择。</translation>
    </message>
    <message>
        <source>The basis of the termination is missing. Write it.</source>
        <translation>未写明终结依据，请填写。</translation>
    </message>
    <message>
        <source>The earlier cases of the matter are missing. Name their numbers.</source>
        <translation>未填写同一事项的既往工单号，请填写。</translation>
    </message>
    <message>
        <source>The facts of the matter are missing. Write them.</source>
        <translation>未写明事实经过，请填写。</translation>
    </message>
    <message>
        <source>The rules of this case know no termination. Handle it or ask the centre.</source>
        <translation>本规则没有终结办理，请继续办理或咨询中心。</translation>
    </message>
    <message>
        <source>The reason of the termination is missing. Write it.</source>
        <translation>未写明终结理由，请填写。</translation>
    </message>
    <message>
        <source>The time lies in the past. Choose a later one.</source>
        <translation>时间已过，请选择以后的时间。</translation>
    </message>
    <message>
        <source>That unit has the case already. Choose another one.</source>
        <translation>该单位正在承办，请选择其他单位。</translation>
    </message>
    <message>
        <source>The rules of this case do not know this way of urging. Choose another one.</source>
        <translation>本规则没有这种催办方式，请重新选择。</translation>
    </message>
    <message>
        <source>No contact records that the citizen was told the case was taken up. Tell it and tick it.</source>
        <translation>联系记录中没有告知受理情况，请告知反映人并勾选。</translation>
    </message>
    <message>
        <source>No contact records that the citizen was told how the case is handled. Tell it and tick it.</source>
        <translation>联系记录中没有告知办理程序，请告知反映人并勾选。</translation>
    </message>
    <message>
        <source>No contact records that the citizen was told by when it will be done. Tell it and tick it.</source>
        <translation>联系记录中没有告知办理时限，请告知反映人并勾选。</translation>
    </message>
    <message>
        <source>The reply says something else of the citizen&apos;s satisfaction than the unit&apos;s callback on record. Correct it.</source>
        <translation>答复所写的满意情况与本单位回访记录不一致，请更正。</translation>
    </message>
    <message>
        <source>The unit has not called the citizen back yet. Call and record the callback.</source>
        <translation>本单位尚未回访反映人，请先回访并登记。</translation>
    </message>
    <message>
        <source>The citizen told the unit to be not satisfied. Handle it again or explain it, and record that.</source>
        <translation>反映人在本单位回访时表示不满意，请重新办理或作出解释并登记。</translation>
    </message>
    <message>
        <source>The unit&apos;s leader must say first how this case is to be handled. Present it and wait for the instruction.</source>
        <translation>本件须先由单位领导批示，请呈报并等待批示。</translation>
    </message>
    <message>
        <source>A point of the closing standard is not ticked. Check it and tick it, or return the reply for rework.</source>
        <translation>有办结标准未勾选。请核对后勾选，或者退回重办。</translation>
    </message>
    <message>
        <source>The reply says that the demand is not solved. Return the case for rework before closing it.</source>
        <translation>答复写明诉求未解决，请先退回重办再办结。</translation>
    </message>
    <message>
        <source>You wrote this yourself, so you cannot sign it for the leader. Ask another leader of the level.</source>
        <translation>内容由您本人提交，不能再由您代领导审签。请由同级其他领导审签。</translation>
    </message>
    <message>
        <source>The county&apos;s rules do not let anybody stand in on this post. Whoever holds it must act in person.</source>
        <translation>本县规则不允许他人代理该岗位。请由本人办理。</translation>
    </message>
</context>
<context>
    <name>ReplyPart</name>
    <message>
        <source>Contact with the citizen</source>
        <translation>与反映人联系情况</translation>
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
        <source>Work plan</source>
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
        <source>Legal basis</source>
        <translation>依据文件</translation>
    </message>
    <message>
        <source>Advice or another way</source>
        <translation>建议或途径</translation>
    </message>
    <message>
        <source>Legal channel or body</source>
        <translation>法定渠道或机关</translation>
    </message>
    <message>
        <source>Citizen told of the channel</source>
        <translation>已告知诉求人</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>情况说明</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>佐证资料</translation>
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
        <translation>调查记录</translation>
    </message>
    <message>
        <source>signed sheet</source>
        <translation>审签单</translation>
    </message>
    <message>
        <source>other paper</source>
        <translation>其他材料</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Sentence about the contact</source>
        <translation>联系情况语句</translation>
    </message>
    <message>
        <source>Callback by the unit</source>
        <translation>单位回访</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Handler&apos;s telephone</source>
        <translation>承办人电话</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>诉求解决类别</translation>
    </message>
    <message>
        <source>Summary of the demand</source>
        <translation>诉求概括</translation>
    </message>
    <message>
        <source>Measures taken</source>
        <translation>采取的措施</translation>
    </message>
    <message>
        <source>Opinion of the unit</source>
        <translation>处理意见</translation>
    </message>
    <message>
        <source>Visit on the spot</source>
        <translation>现场查看</translation>
    </message>
    <message>
        <source>How the citizen was answered</source>
        <translation>答复方式</translation>
    </message>
    <message>
        <source>When the citizen was answered</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>Citizen&apos;s response</source>
        <translation>市民反馈意见</translation>
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
        <source>Outcome of the suggestion</source>
        <translation>建议采纳情况</translation>
    </message>
</context>
</TS>
