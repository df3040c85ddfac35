<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
    <name>chengban::MainWindow</name>
    <message>
        <source>Chengban</source>
        <translation>承办</translation>
    </message>
</context>
</TS>
