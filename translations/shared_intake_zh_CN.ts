<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>IntakeColumn</name>
    <message>
        <source>Number</source>
        <translation>工单编号</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Reported at</source>
        <translation>来电时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>事发地点</translation>
    </message>
    <message>
        <source>Citizen&apos;s name</source>
        <translation>反映人</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>联系地址</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>是否匿名</translation>
    </message>
    <message>
        <source>Earlier reply</source>
        <translation>原答复</translation>
    </message>
    <message>
        <source>Replied at</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>Replying unit</source>
        <translation>答复单位</translation>
    </message>
</context>
<context>
    <name>IntakeFinding</name>
    <message>
        <source>The row holds characters in another encoding than the file.</source>
        <translation>本行含有与文件编码不一致的字符。</translation>
    </message>
    <message>
        <source>A cell of the row is larger than allowed.</source>
        <translation>本行有单元格超过允许的大小。</translation>
    </message>
    <message>
        <source>A quotation mark is opened and never closed.</source>
        <translation>本行引号有开无合。</translation>
    </message>
    <message>
        <source>Text follows a closing quotation mark; a quotation mark is missing or not doubled.</source>
        <translation>引号结束后还有文字：缺少引号，或单元格内的引号没有写成两个。</translation>
    </message>
    <message>
        <source>The row has fewer cells than the header; a line break may have cut it.</source>
        <translation>本行列数少于表头，可能被换行截断。</translation>
    </message>
    <message>
        <source>The row has more cells than the header; a cell with a comma may lack its quotation marks.</source>
        <translation>本行列数多于表头，含逗号的单元格可能缺少引号。</translation>
    </message>
    <message>
        <source>The row has neither a demand nor a title.</source>
        <translation>本行既无诉求内容也无标题。</translation>
    </message>
    <message>
        <source>The spreadsheet program shortened the number to the form 1.23E+17; restore it as text.</source>
        <translation>编号被表格软件截断为 1.23E+17 的形式，请恢复为文本。</translation>
    </message>
    <message>
        <source>The same number stands earlier in the file; the first row counts.</source>
        <translation>文件前面已有相同编号，以第一行为准。</translation>
    </message>
    <message>
        <source>The time of the report is missing.</source>
        <translation>缺少来电时间。</translation>
    </message>
    <message>
        <source>The time of the report cannot be read and was left empty.</source>
        <translation>来电时间无法识别，已留空。</translation>
    </message>
    <message>
        <source>There is no telephone number.</source>
        <translation>没有联系电话。</translation>
    </message>
    <message>
        <source>The telephone number cannot be read and was left empty.</source>
        <translation>联系电话无法识别，已留空。</translation>
    </message>
    <message>
        <source>There is no case number; one was derived from the row.</source>
        <translation>没有工单编号，已按本行内容生成。</translation>
    </message>
    <message>
        <source>There is no title; the beginning of the demand serves as one.</source>
        <translation>没有标题，以诉求开头代替。</translation>
    </message>
    <message>
        <source>There is no demand; the title serves as one.</source>
        <translation>没有诉求内容，以标题代替。</translation>
    </message>
    <message>
        <source>Whether the report is anonymous cannot be read; it was taken as not anonymous.</source>
        <translation>是否匿名无法识别，按非匿名处理。</translation>
    </message>
</context>
</TS>
