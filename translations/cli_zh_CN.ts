<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>The option --%1 is missing.</source>
        <translation>缺少选项 --%1。</translation>
    </message>
    <message>
        <source>The option --%1 is given twice.</source>
        <translation>选项 --%1 重复。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) must be named.</source>
        <translation>
            <numerusform>须指定 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>must</source>
        <translation>必须</translation>
    </message>
    <message>
        <source>should</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>The reply lacks nothing.</source>
        <translation>答复要件齐全。</translation>
    </message>
    <message>
        <source>See chengban-cli --help.</source>
        <translation>用法见 chengban-cli --help。</translation>
    </message>
    <message>
        <source>Columns not used:</source>
        <translation>未使用的列：</translation>
    </message>
    <message>
        <source>Format:</source>
        <translation>格式：</translation>
    </message>
    <message>
        <source>%1 rows: %2 can be imported, %3 cannot, %4 of them because their number repeats.</source>
        <extracomment>%1 rows of a file, %2 of them fit, %3 refused, %4 of the refused repeat a number</extracomment>
        <translation>共 %1 行：可导入 %2 行，不能导入 %3 行（其中编号重复 %4 行）。</translation>
    </message>
    <message>
        <source>count working days from a day</source>
        <translation>从某日起数工作日</translation>
    </message>
    <message>
        <source>explain a due date</source>
        <translation>说明到期日是怎样算出来的</translation>
    </message>
    <message>
        <source>list what a reply lacks</source>
        <translation>列出答复还缺什么</translation>
    </message>
    <message>
        <source>look at rule packs</source>
        <translation>查看规则包</translation>
    </message>
    <message>
        <source>verify a case&apos;s log or a receipt</source>
        <translation>验证工单日志或回执</translation>
    </message>
    <message>
        <source>show what a file of cases would bring</source>
        <translation>预览工单文件将导入的内容</translation>
    </message>
    <message>
        <source>chengban-cli: the rules of Chengban without a window</source>
        <translation>chengban-cli：承办系统的命令行工具</translation>
    </message>
    <message>
        <source>--english before the subcommand answers in English.</source>
        <translation>子命令前加 --english 以英文输出。</translation>
    </message>
    <message>
        <source>Ends with 0 when all is well, 1 when something was found, 2 when it could not be done.</source>
        <translation>退出码：0 正常，1 发现问题，2 无法执行。</translation>
    </message>
    <message>
        <source>There is no subcommand %1.</source>
        <translation>没有子命令 %1。</translation>
    </message>
    <message>
        <source>%1, version %2, is a valid rule pack. SM3 %3</source>
        <extracomment>%1 id of a rule pack, %2 its version, %3 its digest</extracomment>
        <translation>%1 第 %2 版，规则包有效。SM3 %3</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>INVALID</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>the chain of %1 entries</source>
        <extracomment>%1 number of entries of a case&apos;s log</extracomment>
        <translation>共 %1 条记录的日志链</translation>
    </message>
    <message>
        <source>the signature of %1 at %2</source>
        <extracomment>%1 a person&apos;s name, %2 a time</extracomment>
        <translation>%1 于 %2 的审签</translation>
    </message>
    <message>
        <source>the server&apos;s receipt of %1</source>
        <translation>服务器 %1 的回执</translation>
    </message>
    <message>
        <source>A receipt is verified with --server-key.</source>
        <translation>验证回执须用 --server-key 指定服务器公钥。</translation>
    </message>
    <message>
        <source>the entries of the log</source>
        <translation>日志记录</translation>
    </message>
    <message>
        <source>(provisional: the notice for this year is not out yet)</source>
        <translation>（暂定：该年度放假通知尚未公布）</translation>
    </message>
    <message>
        <source>open the unsent work of a lost computer with the county&apos;s recovery key</source>
        <translation>用县恢复密钥取出故障电脑上未发送的工作</translation>
    </message>
    <message>
        <source>Recovered: %1 drafts, %2 unsent steps.</source>
        <extracomment>%1 and %2 are numbers</extracomment>
        <translation>已恢复：草稿 %1 份，未发送步骤 %2 条。</translation>
    </message>
    <message>
        <source>No file is named.</source>
        <translation>未指定文件。</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Otherwise than the file says: %1</source>
        <extracomment>%1 place in the file, e.g. commands[3]</extracomment>
        <translation>与文件所述不一致：%1</translation>
    </message>
    <message>
        <source>packs takes one of: %1</source>
        <extracomment>%1 list of words</extracomment>
        <translation>packs 可用的子命令：%1</translation>
    </message>
    <message>
        <source>take a file of commands and show what becomes of the case</source>
        <translation>按命令文件推演工单并显示结果</translation>
    </message>
    <message>
        <source>%1 has no limit %2 for class %3. It has: %4</source>
        <extracomment>%1 id of a rule pack, %2 a limit, %3 a class of cases, %4 list of limits and classes</extracomment>
        <translation>%1没有类别%3的时限%2。现有：%4</translation>
    </message>
    <message>
        <source>no limit in these rules</source>
        <translation>该规则无此时限</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>package</source>
        <translation>案卷包</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>案卷</translation>
    </message>
    <message>
        <source>self-test: %1 passed, %2 failed, %3 not checked</source>
        <translation>自检：%1项通过，%2项不通过，%3项未检测</translation>
    </message>
    <message>
        <source>Say dossier build, pack, verify or list.</source>
        <translation>请写明 dossier build、pack、verify 或 list。</translation>
    </message>
    <message>
        <source>the package: %1 files</source>
        <translation>案卷包：%1个文件</translation>
    </message>
    <message>
        <source>the package: %1</source>
        <translation>案卷包：%1</translation>
    </message>
    <message>
        <source>the chain of the log</source>
        <translation>办理记录链</translation>
    </message>
    <message>
        <source>the signatures</source>
        <translation>电子签名</translation>
    </message>
    <message>
        <source>the log belongs to %1</source>
        <translation>办理记录与%1一致</translation>
    </message>
    <message>
        <source>the originals</source>
        <translation>材料原件</translation>
    </message>
    <message>
        <source>the original of %1</source>
        <translation>材料原件：%1</translation>
    </message>
    <message>
        <source>the file %1</source>
        <translation>文件%1</translation>
    </message>
    <message>
        <source>PDF/A-1b of %1</source>
        <translation>%1符合PDF/A-1b</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>未检测</translation>
    </message>
    <message>
        <source>write, verify or list dossiers</source>
        <translation>生成、核验、列出案卷</translation>
    </message>
    <message>
        <source>%1 is no moment with its zone, as in 2025-09-26T16:40:00+08:00</source>
        <extracomment>%1 what was typed</extracomment>
        <translation>%1不是带时区的时间，应写成2025-09-26T16:40:00+08:00的形式</translation>
    </message>
    <message>
        <source>Package %1: %2 steps, %3 drafts, %4 files.</source>
        <extracomment>%1 id of a package, %2 to %4 are numbers</extracomment>
        <translation>工作包%1：步骤%2个、草稿%3份、文件%4个。</translation>
    </message>
    <message>
        <source>This package had been read before; nothing was changed.</source>
        <translation>此工作包此前已读过，未作任何改动。</translation>
    </message>
    <message>
        <source>The package was read.</source>
        <translation>工作包已读入。</translation>
    </message>
    <message>
        <source>write and read work packages on a stick</source>
        <translation>写出、读入U盘上的工作包</translation>
    </message>
    <message>
        <source>Say sign or verify.</source>
        <translation>请写明 sign 或 verify。</translation>
    </message>
    <message>
        <source>sign a release of the client, or verify one</source>
        <translation>为客户端发布包签名或验证签名</translation>
    </message>
</context>
</TS>
