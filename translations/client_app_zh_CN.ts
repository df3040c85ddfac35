<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>chengban::MainWindow</name>
    <message>
        <source>Chengban</source>
        <translation>承办</translation>
    </message>
</context>
</TS>
