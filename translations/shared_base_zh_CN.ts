<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message>
        <source>The input is not valid. Check what was entered and try again.</source>
        <translation>输入无效，请检查后重试。</translation>
    </message>
    <message>
        <source>The data received is not readable. Try again; if it stays, call the help desk with this code.</source>
        <translation>收到的数据无法读取，请重试；仍不行请将代码报技术支持。</translation>
    </message>
    <message>
        <source>A value cannot be recorded as it is. Remove unusual characters or fractions and try again.</source>
        <translation>内容无法按原样记录，请去掉特殊字符或小数后重试。</translation>
    </message>
    <message>
        <source>The file has a field this program does not know. Remove it or update the program.</source>
        <translation>文件含有本程序不识别的字段，请删除该字段或升级程序。</translation>
    </message>
    <message>
        <source>A required field is missing. Fill it in and try again.</source>
        <translation>缺少必填项，请填写后重试。</translation>
    </message>
    <message>
        <source>The text encoding cannot be read. Save the file as UTF-8 or GB18030 and try again.</source>
        <translation>文字编码无法识别，请另存为UTF-8或GB18030后重试。</translation>
    </message>
    <message>
        <source>This is larger than allowed. Make it smaller or split it.</source>
        <translation>超过允许的大小，请缩小或拆分。</translation>
    </message>
    <message>
        <source>The rule pack has a fault and was not taken; the old one stays in force. Correct the place named.</source>
        <translation>规则包有误，未予采用，原规则继续有效。请更正所指位置。</translation>
    </message>
    <message>
        <source>The rule pack of this case is not here. Connect to the server once to fetch it.</source>
        <translation>本机没有该工单的规则包，请联网获取一次。</translation>
    </message>
    <message>
        <source>The calendar has a fault and was not taken; the old one stays in force. Correct the place named.</source>
        <translation>日历有误，未予采用，原日历继续有效。请更正所指位置。</translation>
    </message>
    <message>
        <source>There is no calendar for this date, so no due time can be computed. Enter the date by hand.</source>
        <translation>该日期没有日历，无法计算期限，请手工填写。</translation>
    </message>
    <message>
        <source>This step is not possible in the present state of the case. Refresh the case and look at its timeline.</source>
        <translation>工单当前状态不能进行此操作，请刷新后查看办理过程。</translation>
    </message>
    <message>
        <source>Your role may not take this step. Ask the person named on the case.</source>
        <translation>您的岗位不能进行此操作，请联系工单上的责任人。</translation>
    </message>
    <message>
        <source>Your unit is not handling this case. Ask the hotline centre if you think it should.</source>
        <translation>本单位不是该工单的承办单位，如有疑问请联系热线中心。</translation>
    </message>
    <message>
        <source>This case is not known here. Check the number or synchronize once.</source>
        <translation>本机没有该工单，请核对编号或同步一次。</translation>
    </message>
    <message>
        <source>This case was written by a newer program and can only be read. Update the program to work on it.</source>
        <translation>该工单由新版程序写入，只能查看。请升级程序后办理。</translation>
    </message>
    <message>
        <source>A required part is missing. Fill in the part shown and try again.</source>
        <translation>缺少必备内容，请补充所示部分后重试。</translation>
    </message>
    <message>
        <source>Two entries contradict each other. Correct the one shown.</source>
        <translation>两处内容相互矛盾，请更正所示一处。</translation>
    </message>
    <message>
        <source>This step may not be taken again for this case. Continue by another way or ask the centre.</source>
        <translation>该工单不能再次进行此操作，请换其他方式或联系热线中心。</translation>
    </message>
    <message>
        <source>The time allowed for this step is over. Continue without it or ask the centre.</source>
        <translation>此操作的时限已过，请继续办理或联系热线中心。</translation>
    </message>
    <message>
        <source>A reason is required. Choose or write one and try again.</source>
        <translation>须说明理由，请选择或填写后重试。</translation>
    </message>
    <message>
        <source>Only the server can decide this. Connect and try again.</source>
        <translation>此事须由服务器判定，请联网后重试。</translation>
    </message>
    <message>
        <source>The reply has changed since then. Read the new version and decide again.</source>
        <translation>答复已有改动，请阅看新版本后重新决定。</translation>
    </message>
    <message>
        <source>The record of this case has been altered. Do not continue; tell the security officer.</source>
        <translation>该工单的记录被改动，请停止操作并报告安全管理员。</translation>
    </message>
    <message>
        <source>A part of the record does not match its seal. Do not continue; tell the security officer.</source>
        <translation>记录内容与封存值不符，请停止操作并报告安全管理员。</translation>
    </message>
    <message>
        <source>The server shows another history than it signed before. Do not continue; tell the security officer.</source>
        <translation>服务器的记录与其先前签名不符，请停止操作并报告安全管理员。</translation>
    </message>
    <message>
        <source>The signature does not match the content. Read it again and sign again.</source>
        <translation>签名与内容不符，请重新阅看并签名。</translation>
    </message>
    <message>
        <source>This signing key is not enrolled. Enrol it with a second person and sign again.</source>
        <translation>签名密钥未登记，请由两人办理登记后再签名。</translation>
    </message>
    <message>
        <source>This signing key is no longer valid. Enrol a new one and sign again.</source>
        <translation>签名密钥已失效，请登记新密钥后再签名。</translation>
    </message>
    <message>
        <source>The PIN is wrong. Enter it again.</source>
        <translation>PIN码不正确，请重新输入。</translation>
    </message>
    <message>
        <source>A colleague changed the same thing. Compare both versions and choose; nothing is lost.</source>
        <translation>同事改动了同一处，请比对两个版本后选择，内容均已保留。</translation>
    </message>
    <message>
        <source>A file has not arrived at the server yet. It is being sent; the step follows by itself.</source>
        <translation>附件尚未传到服务器，正在上传，完成后自动提交。</translation>
    </message>
    <message>
        <source>This step was already sent with other content. Reopen the case and take the step again.</source>
        <translation>此操作已以其他内容提交过，请重新打开工单再办理。</translation>
    </message>
    <message>
        <source>The local copy is too old and is fetched again. Drafts are not touched.</source>
        <translation>本机数据过旧，正在重新获取，草稿不受影响。</translation>
    </message>
    <message>
        <source>You are not logged in. Log in and try again; your drafts are kept.</source>
        <translation>尚未登录，请登录后重试，草稿已保留。</translation>
    </message>
    <message>
        <source>User name or password is wrong. Check both and try again.</source>
        <translation>用户名或密码不正确，请核对后重试。</translation>
    </message>
    <message>
        <source>The account is locked after too many attempts. Wait fifteen minutes or ask the administrator.</source>
        <translation>尝试次数过多，账号已锁定，请等待15分钟或联系管理员。</translation>
    </message>
    <message>
        <source>The log-in has expired. Log in again; your drafts are kept.</source>
        <translation>登录已过期，请重新登录，草稿已保留。</translation>
    </message>
    <message>
        <source>This computer is no longer admitted. Ask the administrator to admit it.</source>
        <translation>本机已被停用，请联系管理员准入。</translation>
    </message>
    <message>
        <source>You have no permission for this. Ask the administrator if you need it.</source>
        <translation>您没有此项权限，如有需要请联系管理员。</translation>
    </message>
    <message>
        <source>This is not here, or you may not see it. Check the number.</source>
        <translation>未找到，或您无权查看，请核对编号。</translation>
    </message>
    <message>
        <source>Too many requests at once. Wait a minute and try again.</source>
        <translation>请求过于频繁，请一分钟后重试。</translation>
    </message>
    <message>
        <source>The server cannot be reached. Go on working; everything is kept and sent later.</source>
        <translation>连不上服务器，可继续办理，内容已保存，稍后自动提交。</translation>
    </message>
    <message>
        <source>The server cannot prove that it is ours. Check the date of this computer; if it is right, do not log in and tell the administrator.</source>
        <translation>无法确认服务器身份。请检查本机日期；如日期无误，请勿登录，并告知管理员。</translation>
    </message>
    <message>
        <source>A proxy or log-in page answered instead of the server. Check the network, then try again.</source>
        <translation>应答的不是本系统服务器（可能是代理或上网认证页），请检查网络后重试。</translation>
    </message>
    <message>
        <source>The server did not answer in time. It is tried again by itself.</source>
        <translation>服务器未及时应答，将自动重试。</translation>
    </message>
    <message>
        <source>The server has a fault. Your work is kept and sent later; tell the administrator if it stays.</source>
        <translation>服务器出错，内容已保存，稍后自动提交；持续出错请告知管理员。</translation>
    </message>
    <message>
        <source>The local database cannot be used. Close other copies of the program and try again. If your local data lies on a network drive, ask the administrator to keep it on this computer.</source>
        <translation>本机数据库无法使用，请关闭其他已打开的本程序后重试。如本机数据位于网络驱动器上，请联系管理员改放到本机磁盘。</translation>
    </message>
    <message>
        <source>The local database is damaged. The copy is fetched again; drafts are recovered first.</source>
        <translation>本机数据库损坏，将先恢复草稿，再重新获取数据。</translation>
    </message>
    <message>
        <source>The local database belongs to a newer program. Update the program; nothing was changed.</source>
        <translation>本机数据库属于新版程序，未作改动，请升级程序。</translation>
    </message>
    <message>
        <source>The local data is locked. Unlock the keychain or enter your passphrase.</source>
        <translation>本机数据已锁定，请解锁密钥环或输入口令。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; what is typed stays on the screen until it is saved.</source>
        <translation>磁盘已满，请清理空间；已输入的内容保存前不会消失。</translation>
    </message>
    <message>
        <source>The file cannot be read. Check that it exists and is not open elsewhere.</source>
        <translation>文件无法读取，请确认文件存在且未被其他程序占用。</translation>
    </message>
    <message>
        <source>The file is empty. Choose another file.</source>
        <translation>文件是空的，请另选文件。</translation>
    </message>
    <message>
        <source>The file is larger than allowed. Scan at a lower resolution or split it.</source>
        <translation>文件过大，请降低扫描分辨率或拆分。</translation>
    </message>
    <message>
        <source>This type of file cannot be attached. Use PDF, JPEG, PNG or TIFF.</source>
        <translation>不能上传此类文件，请使用PDF、JPEG、PNG或TIFF。</translation>
    </message>
    <message>
        <source>This file name cannot be used. Give the file a shorter name without special signs.</source>
        <translation>文件名不可用，请改为较短且不含特殊符号的名称。</translation>
    </message>
    <message>
        <source>The system keychain cannot be used. Unlock it, or log in with your passphrase.</source>
        <translation>系统密钥环无法使用，请解锁，或用口令登录。</translation>
    </message>
    <message>
        <source>The file was damaged on its way. It is transferred again.</source>
        <translation>文件传输中损坏，正在重新传输。</translation>
    </message>
    <message>
        <source>A required column is missing. Choose which column holds it.</source>
        <translation>缺少必需的列，请指定对应的列。</translation>
    </message>
    <message>
        <source>This row cannot be imported. Correct it in the file of rejects and import that file.</source>
        <translation>此行无法导入，请在退回文件中更正后导入该文件。</translation>
    </message>
    <message>
        <source>This row is already there and was not imported again.</source>
        <translation>此行已存在，未重复导入。</translation>
    </message>
    <message>
        <source>This is an old Excel file (.xls) or one with a password. Save it as .xlsx without a password, or as CSV, and import that.</source>
        <translation>这是旧版Excel文件（.xls）或设有密码，请另存为不加密的.xlsx或CSV后导入。</translation>
    </message>
    <message>
        <source>The spreadsheet is damaged. Open it in the spreadsheet program, save it again and import that.</source>
        <translation>表格文件已损坏，请用表格软件打开并重新保存后导入。</translation>
    </message>
    <message>
        <source>The PDF is damaged or protected. Print it to a new PDF and attach that one.</source>
        <translation>PDF已损坏或受保护，请另行打印成PDF后上传。</translation>
    </message>
    <message>
        <source>A character has no font here. Install the font set of the program.</source>
        <translation>有字符缺少字体，请安装本程序的字体包。</translation>
    </message>
    <message>
        <source>The dossier lacks papers. Complete the ones shown in red.</source>
        <translation>卷内材料不全，请补齐标红的材料。</translation>
    </message>
    <message>
        <source>The package is damaged or was changed. Make it again from the case and file that one.</source>
        <translation>此档案包已损坏或被改动。请从工单重新制作后再报送。</translation>
    </message>
    <message>
        <source>Another dossier is filed under this archive number. Correct the number in the case and file it again.</source>
        <translation>已有其他案卷使用此档号。请在工单中更正档号后重新报送。</translation>
    </message>
    <message>
        <source>The time for which this dossier is kept is not over. It is neither destroyed nor handed over yet.</source>
        <translation>此案卷保管期限未满，尚不能销毁或移交。</translation>
    </message>
    <message>
        <source>This dossier was destroyed or handed over. Only its line in the register is left.</source>
        <translation>此案卷已销毁或移交，仅保留登记。</translation>
    </message>
    <message>
        <source>Whoever proposed it cannot decide on it. Ask another person of the archive or the centre.</source>
        <translation>提出人不能自己审批。请由档案或热线中心的另一人审批。</translation>
    </message>
    <message>
        <source>No scanner was found. Switch it on, check its cable or network, then look again.</source>
        <translation>没有找到扫描仪。请开机并检查连接线或网络，再重新查找。</translation>
    </message>
    <message>
        <source>The scanner is in use. Wait until the other scan is done, then try again.</source>
        <translation>扫描仪正在使用。请等其他扫描结束后再试。</translation>
    </message>
    <message>
        <source>The paper is jammed. Take it out, put the sheets that are missing back and scan on.</source>
        <translation>卡纸。请取出纸张，把还没扫到的放回，再接着扫描。</translation>
    </message>
    <message>
        <source>The feeder is empty. Put the sheets in and scan again.</source>
        <translation>进纸器里没有纸。请放入纸张后再扫描。</translation>
    </message>
    <message>
        <source>The cover of the scanner is open. Close it and scan on.</source>
        <translation>扫描仪盖子没有关好。请合上后接着扫描。</translation>
    </message>
    <message>
        <source>The memory does not suffice. Take over what is scanned, or scan at a lower resolution.</source>
        <translation>内存不够。请先把已扫描的页收下，或降低分辨率再扫描。</translation>
    </message>
    <message>
        <source>The scanner reports a fault. Switch it off and on, then scan on.</source>
        <translation>扫描仪报告故障。请关机再开机，然后接着扫描。</translation>
    </message>
    <message>
        <source>This account may not use the scanner. Ask the IT department to allow it.</source>
        <translation>此账户无权使用扫描仪。请联系信息部门开通。</translation>
    </message>
    <message>
        <source>The scanner does not take these settings. Choose others and scan again.</source>
        <translation>扫描仪不接受这些设置。请换一种设置再扫描。</translation>
    </message>
    <message>
        <source>The page would be too large. Choose a lower resolution or a smaller paper.</source>
        <translation>页面过大。请降低分辨率或选小一些的纸张。</translation>
    </message>
    <message>
        <source>The scanning program is missing. Ask the IT department to install the client again.</source>
        <translation>缺少扫描程序。请联系信息部门重新安装客户端。</translation>
    </message>
    <message>
        <source>The scanner&apos;s driver broke off. Pages that were finished are kept; scan on.</source>
        <translation>扫描仪驱动意外退出。已扫完的页都在，可以接着扫描。</translation>
    </message>
    <message>
        <source>The scanner does not answer any more. Check that it is on, then scan on; finished pages are kept.</source>
        <translation>扫描仪没有反应。请检查是否开机，再接着扫描；已扫完的页都在。</translation>
    </message>
    <message>
        <source>The driver sent what makes no sense. Scan on; if it stays, tell the IT department.</source>
        <translation>扫描仪驱动送来的内容无法识别。请接着扫描；若仍如此，请告知信息部门。</translation>
    </message>
    <message>
        <source>On these days one of the two stands in for somebody or is stood in for. A post that was taken over is not handed on; choose another person.</source>
        <translation>这些日期内，两人之一正在代理他人或已由他人代理。代理的岗位不得再转由他人代理，请另选人员。</translation>
    </message>
    <message>
        <source>You do not stand in for this person now: the days are over, have not begun, or it was taken back. Act on your own post or ask who arranged it.</source>
        <translation>您现在没有代理此岗位的权限：代理期未到、已过或已被收回。请以本人岗位办理，或询问安排人。</translation>
    </message>
    <message>
        <source>This person cannot stand in on this post. Choose another person of the same unit; the county&apos;s rules say which posts may have a substitute.</source>
        <translation>此人不能代理该岗位。请另选本单位人员；哪些岗位可由他人代理，以本县规则为准。</translation>
    </message>
    <message>
        <source>There is a substitute for this post on some of these days. Choose other days or take the earlier one back first.</source>
        <translation>该岗位在其中某些日期已有代理人。请另选日期，或先收回原来的安排。</translation>
    </message>
    <message>
        <source>This file is no work package. Choose the file that the other computer wrote.</source>
        <translation>此文件不是工作包。请选择另一台电脑写出的工作包文件。</translation>
    </message>
    <message>
        <source>This package was written by a newer program. Update this one first.</source>
        <translation>此工作包由更新版本的程序写成，请先更新本程序。</translation>
    </message>
    <message>
        <source>This package belongs to another county. Read it at a computer of that county.</source>
        <translation>此工作包属于其他县区，请在该县区的电脑上读取。</translation>
    </message>
    <message>
        <source>This package is meant for another computer or person. Read it there, or write one for this computer.</source>
        <translation>此工作包是写给另一台电脑或另一人的。请到那台电脑读取，或重新写一份给本机。</translation>
    </message>
    <message>
        <source>This package is older than 30 days. Write a new one where it was made.</source>
        <translation>此工作包已超过30天，请在原电脑重新写出。</translation>
    </message>
    <message>
        <source>The computer that wrote this package is not known here or no longer admitted. Synchronize once; if it stays, ask the administrator.</source>
        <translation>本机不认识写出此包的电脑，或该电脑已不再获准。请先同步一次；仍不行请找管理员。</translation>
    </message>
    <message>
        <source>This package was cut off or changed on its way. Nothing of it was taken; write it again.</source>
        <translation>此工作包在途中残缺或被改动，内容一概未取，请重新写出。</translation>
    </message>
    <message>
        <source>Not everything in this package has been answered yet. Wait until it is sent, then write the answers.</source>
        <translation>此工作包中还有事项未得到答复。请待全部发送后再写回执。</translation>
    </message>
    <message>
        <source>The draft cannot be handed to this person: only to a colleague of your unit whose account is open, sealed for the computers admitted now. Choose another, or try again after synchronizing.</source>
        <translation>不能移交给此人：只能移交给本单位账号在用的同事，且按其当前获准的电脑加密。请另选一人，或同步后重试。</translation>
    </message>
    <message>
        <source>This handover was answered or taken back meanwhile. Nothing was changed.</source>
        <translation>此次移交已被答复或已收回，未作任何更改。</translation>
    </message>
    <message>
        <source>The PDF is locked with a password. Save it without one and choose it again.</source>
        <translation>PDF设有密码，请另存为不加密的文件后重新选择。</translation>
    </message>
    <message>
        <source>The file of the scan is no longer the one that was read. Read the pile once more.</source>
        <translation>扫描文件已不是识别时的文件，请重新读取这一叠。</translation>
    </message>
    <message>
        <source>The administrator has changed which cases you see. Log in again; drafts of cases you no longer see are kept under Transfer.</source>
        <translation>管理员已调整你可见的工单范围。请重新登录；不再可见的工单，其草稿保存在“传输”中。</translation>
    </message>
    <message>
        <source>This file is not a release of Chengban, or it is damaged. Get it again from the publisher.</source>
        <translation>此文件不是承办软件的发布包，或者已经损坏。请向发布方重新获取。</translation>
    </message>
    <message>
        <source>The new version is not signed by the publisher, so it was not taken. Tell the county&apos;s administrator; go on working.</source>
        <translation>新版本没有发布方的有效签名，未予采用。请告知县里的管理员，可以继续办理业务。</translation>
    </message>
    <message>
        <source>The version offered is not newer than this one, so it was not taken. Nothing needs to be done.</source>
        <translation>服务器提供的版本不比当前版本新，未予采用。无需处理。</translation>
    </message>
    <message>
        <source>This release is for another kind of computer or needs a newer server. Get the fitting one, or update the server first.</source>
        <translation>此发布包适用于另一种电脑，或需要更新的服务器。请改用相符的发布包，或先升级服务器。</translation>
    </message>
    <message>
        <source>The new version arrived damaged and was thrown away. It is fetched again by itself.</source>
        <translation>新版本在传输中损坏，已丢弃，稍后会自动重新下载。</translation>
    </message>
    <message>
        <source>There is not enough space on this computer for the new version. Make room; it is then fetched by itself.</source>
        <translation>本机磁盘空间不足，无法准备新版本。请清理磁盘，之后会自动下载。</translation>
    </message>
    <message>
        <source>A new version is there, but this account may not write into the program&apos;s folder. Ask the county&apos;s administrator to install it.</source>
        <translation>有新版本，但当前账户无权写入程序所在文件夹。请由县里的管理员安装。</translation>
    </message>
    <message>
        <source>The new version was withdrawn by the county&apos;s administrator. This version goes on as it is.</source>
        <translation>新版本已被县里的管理员撤回，当前版本照常使用。</translation>
    </message>
    <message>
        <source>The new version did not start on this computer, so the one before it runs again. Tell the county&apos;s administrator.</source>
        <translation>新版本在本机未能启动，已退回原来的版本。请告知县里的管理员。</translation>
    </message>
</context>
</TS>
