<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Server</name>
    <message>
        <source>Short name of the unit.</source>
        <translation>单位代号。</translation>
    </message>
    <message>
        <source>The unit&apos;s name.</source>
        <translation>单位名称。</translation>
    </message>
    <message>
        <source>The unit&apos;s telephone number.</source>
        <translation>单位电话。</translation>
    </message>
    <message>
        <source>User name to log in with.</source>
        <translation>登录用户名。</translation>
    </message>
    <message>
        <source>The person&apos;s name.</source>
        <translation>姓名。</translation>
    </message>
    <message>
        <source>Short name of the person&apos;s unit.</source>
        <translation>所在单位代号。</translation>
    </message>
    <message>
        <source>clerk, section-head, deputy-leader, principal-leader, centre, archivist, system-admin, security-admin or audit-admin.</source>
        <translation>角色：clerk 承办人、section-head 股室负责人、deputy-leader 分管领导、principal-leader 主要领导、centre 热线中心、archivist 档案员、system-admin 系统管理员、security-admin 安全管理员、audit-admin 审计管理员。</translation>
    </message>
    <message>
        <source>The person&apos;s telephone number.</source>
        <translation>人员电话。</translation>
    </message>
    <message>
        <source>File whose first line is the password; standard input otherwise.</source>
        <translation>密码文件（取第一行）；不给出时从标准输入读取。</translation>
    </message>
    <message>
        <source>Short name of the county: a-z, 0-9 and -.</source>
        <translation>县（区）代号：a-z、0-9 和 -。</translation>
    </message>
    <message>
        <source>The county&apos;s name.</source>
        <translation>县（区）名称。</translation>
    </message>
    <message>
        <source>Name or address clients will use; may be given several times.</source>
        <translation>客户端使用的主机名或地址，可多次给出。</translation>
    </message>
    <message>
        <source>User name of the first security administrator.</source>
        <translation>第一个安全管理员的用户名。</translation>
    </message>
    <message>
        <source>Where to write the private recovery key, to be kept offline.</source>
        <translation>恢复私钥的写入位置，须离线保管。</translation>
    </message>
    <message>
        <source>Made %1. Give %2 to the clients.</source>
        <translation>已建立 %1。请将 %2 发给各客户端。</translation>
    </message>
    <message>
        <source>Carry %1 away and keep it offline: it opens unsent work of a lost computer.</source>
        <translation>请将 %1 移出本机离线保管：电脑遗失时用它打开未上报的工作。</translation>
    </message>
    <message>
        <source>Make a data folder: keys, certificates, the first account</source>
        <translation>建立数据目录：密钥、证书、第一个账号</translation>
    </message>
    <message>
        <source>Serve until told to stop</source>
        <translation>启动服务，直到收到停止信号</translation>
    </message>
    <message>
        <source>Add or change a unit</source>
        <translation>添加或修改单位</translation>
    </message>
    <message>
        <source>Add or change a person and the password</source>
        <translation>添加或修改人员及密码</translation>
    </message>
    <message>
        <source>Switch an account off: ends its log-ins and revokes its signing keys</source>
        <translation>停用账号：终止其登录并吊销其签名密钥</translation>
    </message>
    <message>
        <source>Recompute all logs, roots and the audit log</source>
        <translation>重新计算全部日志、根摘要和审计日志</translation>
    </message>
    <message>
        <source>Usage: chengban-server &lt;command&gt; [options]</source>
        <translation>用法：chengban-server &lt;命令&gt; [选项]</translation>
    </message>
    <message>
        <source>chengban-server &lt;command&gt; --help tells the options of a command.</source>
        <translation>chengban-server &lt;命令&gt; --help 显示该命令的选项。</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>密码：</translation>
    </message>
    <message>
        <source>The server&apos;s data folder.</source>
        <translation>服务器数据目录。</translation>
    </message>
    <message>
        <source>The option --%1 is needed.</source>
        <translation>缺少选项 --%1。</translation>
    </message>
    <message>
        <source>Address and port; port 0 takes a free one.</source>
        <translation>监听地址和端口；端口 0 表示自动选用空闲端口。</translation>
    </message>
    <message>
        <source>%1: %2 cases, %3 events, %4 roots, %5 audit entries checked.</source>
        <extracomment>%1 county, %2 to %5 numbers</extracomment>
        <translation>%1：已核验 %2 件工单、%3 条记录、%4 个根摘要、%5 条审计日志。</translation>
    </message>
    <message>
        <source>%1 units, %2 people, %3 cases, made by %4 steps.</source>
        <extracomment>%1 to %4 are numbers</extracomment>
        <translation>单位 %1 个，人员 %2 人，工单 %3 件，办理步骤 %4 步。</translation>
    </message>
    <message>
        <source>People and the password of the demonstration: %1</source>
        <extracomment>%1 name of a file</extracomment>
        <translation>演示人员和密码：%1</translation>
    </message>
    <message>
        <source>The demonstration&apos;s present, with a zone; the clock&apos;s otherwise.</source>
        <translation>演示的当前时间（带时区），缺省为系统时间。</translation>
    </message>
    <message>
        <source>Number that chooses among counties.</source>
        <translation>生成演示数据的种子数。</translation>
    </message>
    <message>
        <source>File whose first line is everybody&apos;s password; one is made otherwise.</source>
        <translation>首行为全部人员密码的文件，缺省自动生成。</translation>
    </message>
    <message>
        <source>%1 imported (%4 with a warning), %2 already there, %3 rejected</source>
        <extracomment>%1 to %4 are numbers of rows</extracomment>
        <translation>导入 %1 件（其中有提示 %4 件），已存在 %2 件，未导入 %3 件</translation>
    </message>
    <message>
        <source>CSV or XLSX file of cases.</source>
        <translation>工单文件（CSV 或 XLSX）。</translation>
    </message>
    <message>
        <source>Which header holds what, as JSON; see docs/import.md.</source>
        <translation>列对应关系文件（JSON），见 docs/import.md。</translation>
    </message>
    <message>
        <source>Name of the system the file comes from; 12345 otherwise.</source>
        <translation>文件来源系统名称，缺省为 12345。</translation>
    </message>
    <message>
        <source>Where to keep rejected rows; beside the file otherwise.</source>
        <translation>未导入行的存放文件，缺省与原文件同目录。</translation>
    </message>
    <message>
        <source>Name one file.</source>
        <translation>请指定一个文件。</translation>
    </message>
    <message>
        <source>Rows that were not imported: %1</source>
        <translation>未导入的行：%1</translation>
    </message>
    <message>
        <source>Import cases from a CSV or XLSX file</source>
        <translation>从 CSV 或 XLSX 文件导入工单</translation>
    </message>
    <message>
        <source>Fill an empty county with invented people and cases</source>
        <translation>为空县生成虚构的人员和工单（演示）</translation>
    </message>
    <message>
        <source>Connections that one address may hold; a desk needs eight.</source>
        <translation>同一地址可同时保持的连接数；每台工位约需八个。</translation>
    </message>
    <message>
        <source>A proxy that nobody can go around says for whom each connection is (PROXY protocol).</source>
        <translation>前面有代理，且无法绕过它直接连接；由代理说明每个连接的来源地址（PROXY 协议）。</translation>
    </message>
    <message>
        <source>The county&apos;s rules: the name of a county profile.</source>
        <translation>县（区）规则：县情配置的名称。</translation>
    </message>
    <message>
        <source>Folder for the exported cases, one folder each.</source>
        <translation>导出文件夹，每件工单一个子文件夹。</translation>
    </message>
    <message>
        <source>Number of one case; without it all that are over.</source>
        <translation>某件工单的编号；不写则导出全部已办结工单。</translation>
    </message>
    <message>
        <source>Write logs and files of cases that are over, for dossiers</source>
        <translation>导出已办结工单的记录和材料，用于组卷</translation>
    </message>
    <message>
        <source>Address of a PostgreSQL database, postgresql://USER@HOST/NAME without a password (PGPASSFILE); otherwise what init was told, or a file in the data folder.</source>
        <translation>PostgreSQL 数据库地址，形如 postgresql://用户@主机/库名，不含密码（密码放在 PGPASSFILE 所指文件中）；不填则用 init 时的地址，或数据目录中的文件。</translation>
    </message>
    <message>
        <source>Short name of the section, unique in its unit.</source>
        <translation>股室或村（社区）的简称，在本单位内唯一。</translation>
    </message>
    <message>
        <source>The section&apos;s name.</source>
        <translation>股室或村（社区）的名称。</translation>
    </message>
    <message>
        <source>It is a village or community.</source>
        <translation>是村或社区。</translation>
    </message>
    <message>
        <source>Sees the cases of the own unit.</source>
        <translation>可见本单位全部工单。</translation>
    </message>
    <message>
        <source>Sees the cases handed down to this section or village.</source>
        <translation>可见交办到该股室或村（社区）的工单。</translation>
    </message>
    <message>
        <source>Sees the cases handed down to the person.</source>
        <translation>只可见交办给本人的工单。</translation>
    </message>
    <message>
        <source>Reads the cases of these units too, without citizens&apos; identities.</source>
        <translation>另可查阅这些单位的工单，不含诉求人身份信息。</translation>
    </message>
    <message>
        <source>Add or change a section or village of a unit</source>
        <translation>新增或修改单位的股室或村（社区）</translation>
    </message>
    <message>
        <source>Set whose cases a person sees; ends the person&apos;s log-ins</source>
        <translation>设定人员可见的工单范围；其现有登录随即失效</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>rolled out to all</source>
        <translation>已向全县发布</translation>
    </message>
    <message>
        <source>not rolled out</source>
        <translation>未发布</translation>
    </message>
    <message>
        <source>rolled out to %1</source>
        <extracomment>%1 short names of units</extracomment>
        <translation>已向 %1 发布</translation>
    </message>
    <message>
        <source>The release&apos;s archive.</source>
        <translation>发布包文件。</translation>
    </message>
    <message>
        <source>What its publisher signed.</source>
        <translation>发布方签名的说明文件。</translation>
    </message>
    <message>
        <source>To these units alone.</source>
        <translation>仅向这些单位发布。</translation>
    </message>
    <message>
        <source>To the whole county.</source>
        <translation>向全县发布。</translation>
    </message>
    <message>
        <source>X.Y.Z, as added.</source>
        <translation>版本号 X.Y.Z，须已添加。</translation>
    </message>
    <message>
        <source>Take in a signed release of the client</source>
        <translation>添加已签名的客户端发布包</translation>
    </message>
    <message>
        <source>List the releases and who gets them</source>
        <translation>列出发布包及其发布范围</translation>
    </message>
    <message>
        <source>Offer a release to the clients of some units or of all</source>
        <translation>向部分单位或全县的客户端发布某一版本</translation>
    </message>
    <message>
        <source>Offer a release to nobody any more</source>
        <translation>撤回某一版本，不再发布</translation>
    </message>
</context>
</TS>
