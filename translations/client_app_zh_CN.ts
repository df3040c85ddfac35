<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>chengban::DeskArchive</name>
    <message>
        <source>The dossier is being written</source>
        <translation>正在生成案卷</translation>
    </message>
    <message>
        <source>The dossiers are being opened</source>
        <translation>正在打开案卷</translation>
    </message>
    <message>
        <source>The bulletin is being written</source>
        <translation>正在生成通报</translation>
    </message>
</context>
<context>
    <name>chengban::DossierJob</name>
    <message numerus="yes">
        <source>Fetching %n attachment(s)</source>
        <translation>
            <numerusform>正在下载附件，还差%n个</numerusform>
        </translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>正在生成</translation>
    </message>
</context>
<context>
    <name>chengban::FindingsModel</name>
    <message>
        <source>every digest of %1 files</source>
        <extracomment>%1 is a number of files</extracomment>
        <translation>%1个文件的全部摘要</translation>
    </message>
    <message>
        <source>the file %1 of the package</source>
        <extracomment>%1 is a file of the package</extracomment>
        <translation>档案包中的文件 %1</translation>
    </message>
    <message>
        <source>the chain of the log</source>
        <translation>办理记录链</translation>
    </message>
    <message>
        <source>the signatures</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>the signature of %1, %2</source>
        <extracomment>%1 person, %2 time</extracomment>
        <translation>%1的签名（%2）</translation>
    </message>
    <message>
        <source>the centre&apos;s receipt of %1</source>
        <extracomment>%1 time</extracomment>
        <translation>中心回执（%1）</translation>
    </message>
    <message>
        <source>the log belongs to %1</source>
        <extracomment>%1 file</extracomment>
        <translation>办理记录与 %1 相符</translation>
    </message>
    <message>
        <source>the originals</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>the original of %1</source>
        <extracomment>%1 title of a paper</extracomment>
        <translation>“%1”的原件</translation>
    </message>
    <message>
        <source>the file %1</source>
        <extracomment>%1 file</extracomment>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>PDF/A-1b of %1</source>
        <extracomment>%1 file</extracomment>
        <translation>%1 符合 PDF/A-1b</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>不通过</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检测</translation>
    </message>
</context>
<context>
    <name>chengban::LogInAgain</name>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Log in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>%1, your log-in has ended. What you write is kept on this computer and is sent when you have logged in again.</source>
        <extracomment>%1: name of the person at work</extracomment>
        <translation>%1，您的登录已失效。您填写的内容保存在本机，重新登录后自动发送。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
</context>
<context>
    <name>chengban::MainWindow</name>
    <message>
        <source>Chengban</source>
        <translation>承办</translation>
    </message>
    <message>
        <source>Chengban - not in pictures of the screen</source>
        <translation>承办 - 不进入截屏</translation>
    </message>
</context>
<context>
    <name>chengban::Program</name>
    <message>
        <source>This system cannot keep windows out of pictures of the screen. Share single windows instead of the whole screen.</source>
        <translation>本机系统无法让窗口不进入截屏。共享屏幕时请只共享单个窗口，不要共享整个屏幕。</translation>
    </message>
</context>
<context>
    <name>chengban::PrintWindow</name>
    <message>
        <source>Open in the viewer</source>
        <translation>用阅读程序打开</translation>
    </message>
    <message>
        <source>The pages are shown and printed by this computer&apos;s own PDF program. Choose printer, pages and sides there. The copy is removed when this window is closed: close the other program first.</source>
        <translation>页面由本机的 PDF 阅读程序显示和打印，请在该程序中选择打印机、页码和单双面。关闭本窗口时临时副本即被删除，请先关闭阅读程序。</translation>
    </message>
    <message>
        <source>No program on this computer opens PDF files. Ask the administrator for one.</source>
        <translation>本机没有能打开 PDF 的程序，请联系管理员安装。</translation>
    </message>
    <message>
        <source>Given to the viewer</source>
        <translation>已交给阅读程序</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Width of the window</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>All, or for instance 1-3,7</source>
        <translation>全部，或如 1-3,7</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>单面</translation>
    </message>
    <message>
        <source>Both sides, bound at the left</source>
        <translation>双面，左侧装订</translation>
    </message>
    <message>
        <source>Both sides, bound at the top</source>
        <translation>双面，上侧装订</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Pages of each volume</source>
        <translation>每卷打印页</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>单双面</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>纸盒</translation>
    </message>
    <message>
        <source>As the printer is set</source>
        <translation>按打印机设置</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Add one in the system&apos;s settings and try again.</source>
        <translation>本机没有可用的打印机，请在系统设置中添加后重试。</translation>
    </message>
    <message>
        <source>The printer&apos;s queue has stopped. Look after paper and cable, let it go on, and print again.</source>
        <translation>打印机队列已停止，请检查纸张和连线，恢复队列后重新打印。</translation>
    </message>
    <message>
        <source>These pages are not there. Write for instance 1-3,7.</source>
        <translation>没有这些页，请按 1-3,7 的格式填写。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Being printed</source>
        <translation>正在打印</translation>
    </message>
    <message>
        <source>Volume %1 of %2, page %3 of %4</source>
        <extracomment>%1 of %2 volumes, %3 of %4 pages</extracomment>
        <translation>第%1卷/共%2卷，第%3页/共%4页</translation>
    </message>
    <message>
        <source>Given to the printer</source>
        <translation>已交打印机</translation>
    </message>
    <message>
        <source>Cancelled. What was printed before lies at the printer.</source>
        <translation>已取消，此前打印的部分在打印机上。</translation>
    </message>
    <message>
        <source>A file could not be read, or lacks one of these pages.</source>
        <translation>有文件无法读取，或缺少所填的页。</translation>
    </message>
    <message>
        <source>The printer does not take the job. Look after its queue and print again.</source>
        <translation>打印机未接收任务，请检查打印队列后重新打印。</translation>
    </message>
</context>
<context>
    <name>chengban::VerifyWindow</name>
    <message>
        <source>Drop a package or a PDF here, or open one.</source>
        <translation>将档案包或 PDF 拖到此处，或点击打开。</translation>
    </message>
    <message>
        <source>Verify a dossier</source>
        <translation>验证案卷</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Dossiers (*.zip *.pdf)</source>
        <translation>案卷 (*.zip *.pdf)</translation>
    </message>
    <message>
        <source>Being verified</source>
        <translation>正在验证</translation>
    </message>
    <message>
        <source>%1 passed, %2 failed, %3 not checked</source>
        <extracomment>%1, %2, %3 are numbers of items</extracomment>
        <translation>通过%1项，不通过%2项，未检测%3项</translation>
    </message>
</context>
</TS>
