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
</context>
</TS>
