#include "Program.h"
#include "SampleLog.h"

#include <QJsonArray>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anything_withoutSense_isRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no such subcommand") << QStringList{u"dance"_s};
        QTest::newRow("missing option") << QStringList{u"workdays"_s, u"--from"_s, u"2025-09-26"_s};
        QTest::newRow("option twice") << QStringList{
            u"workdays"_s, u"--from"_s, u"2025-09-26"_s, u"--from"_s, u"2025-09-27"_s, u"--add"_s, u"1"_s};
        QTest::newRow("unknown option") << QStringList{u"workdays"_s, u"--to"_s, u"x"_s};
        QTest::newRow("no such day") << QStringList{
            u"workdays"_s, u"--from"_s, u"2025-02-30"_s, u"--add"_s, u"1"_s};
        QTest::newRow("not a number")
            << QStringList{u"workdays"_s, u"--from"_s, u"2025-02-20"_s, u"--add"_s, u"five"_s};
        QTest::newRow("before the calendar")
            << QStringList{u"workdays"_s, u"--from"_s, u"1999-02-20"_s, u"--add"_s, u"1"_s};
        QTest::newRow("no such pack") << QStringList{
            u"due"_s, u"--pack"_s, u"x"_s, u"--limit"_s, u"handle"_s, u"--from"_s, u"2025-09-26"_s};
        QTest::newRow("no such limit") << QStringList{
            u"due"_s, u"--pack"_s, u"tongbai-2023"_s, u"--limit"_s, u"x"_s, u"--from"_s, u"2025-09-26"_s};
        QTest::newRow("no such file") << QStringList{u"import-preview"_s, u"/nowhere/a.csv"_s};
        QTest::newRow("packs without a word") << QStringList{u"packs"_s};
        QTest::newRow("no file") << QStringList{u"verify"_s};
    }
    void anything_withoutSense_isRefused()
    {
        QFETCH(QStringList, arguments);
        const Answer answer = run(arguments);
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(!answer.err.isEmpty() && answer.out.isEmpty());
    }

    void help_namesEverySubcommand_inChinese()
    {
        const Answer answer = run({u"--help"_s});
        QCOMPARE(answer.exitCode, 0);
        for (const char *name : {"workdays", "due", "check", "life", "packs", "verify", "import-preview"})
            QVERIFY(answer.out.contains(u"chengban-cli "_s + QLatin1String(name)));
        QVERIFY(answer.out.contains(u"到期"_s));
        QVERIFY(run({u"--english"_s, u"--help"_s}).out.contains(u"due date"_s));
    }

    void workdays_countsOverTheHolidays_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("add");
        QTest::addColumn<QString>("day");
        QTest::newRow("over National Day") << u"2025-09-26"_s << u"5"_s << u"2025-10-10"_s;
        QTest::newRow("made-up workday counts") << u"2025-09-26"_s << u"1"_s << u"2025-09-28"_s;
        QTest::newRow("backwards") << u"2025-10-10"_s << u"-5"_s << u"2025-09-26"_s;
        QTest::newRow("none from a holiday") << u"2025-10-01"_s << u"0"_s << u"2025-10-09"_s;
        QTest::newRow("none from a workday") << u"2025-09-26"_s << u"0"_s << u"2025-09-26"_s;
    }
    void workdays_countsOverTheHolidays()
    {
        QFETCH(QString, from);
        QFETCH(QString, add);
        const Answer answer = run({u"workdays"_s, u"--from"_s, from, u"--add="_s + add});
        QCOMPARE(answer.exitCode, 0);
        QTEST(answer.out.trimmed(), "day");
    }

    void workdays_saysWhenAYearHasNoNotice()
    {
        const Answer answer = run({u"workdays"_s, u"--from"_s, u"2031-03-03"_s, u"--add"_s, u"1"_s});
        QCOMPARE(answer.exitCode, 0);
        QVERIFY(answer.out.startsWith(u"2031-03-04 "_s));
    }

    void due_explainsEveryDay()
    {
        const QStringList arguments{u"due"_s, u"--pack"_s, u"tongbai-2023"_s, u"--limit"_s, u"handle"_s,
            u"--from"_s, u"2025-09-26T16:40:00+08:00"_s};
        const Answer text = run(arguments);
        QCOMPARE(text.exitCode, 0);
        QVERIFY(text.out.contains(u"2025-10-10 18:00"_s) && text.out.contains(u"国庆节"_s));
        const QJsonObject json
            = QJsonDocument::fromJson(run(arguments + QStringList{u"--json"_s}).out.toUtf8()).object();
        QCOMPARE(json.keys(), (QStringList{u"cite"_s, u"counted"_s, u"due"_s, u"provisional"_s}));
        QCOMPARE(json.value(u"due"_s).toString(), u"2025-10-10T18:00:00+08:00"_s);
        QCOMPARE(json.value(u"counted"_s).toArray().size(), 15);
        QCOMPARE(json[u"counted"][2].toObject(),
            (QJsonObject{{u"day"_s, u"2025-09-28"_s}, {u"counts"_s, true}, {u"why"_s, u"made-up-workday"_s},
                {u"name"_s, u"国庆节、中秋节"_s}}));
        const Answer urgent = run(arguments + QStringList{u"--class"_s, u"urgent"_s});
        QVERIFY(urgent.out.contains(u"2025-09-28 18:00"_s));
    }

    void due_forWhatADocumentDoesNotKnow_listsWhatItHas_data()
    {
        QTest::addColumn<QStringList>("asked");
        QTest::newRow("limit") << QStringList{u"--limit"_s, u"supervision"_s};
        QTest::newRow("class") << QStringList{u"--limit"_s, u"handle"_s, u"--class"_s, u"basic-life"_s};
    }
    void due_forWhatADocumentDoesNotKnow_listsWhatItHas()
    {
        QFETCH(QStringList, asked);
        const Answer answer = run(
            QStringList{u"due"_s, u"--pack"_s, u"tongbai-2023"_s, u"--from"_s, u"2025-09-26T16:40:00+08:00"_s}
            + asked);
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.err.contains(u"handle (consult, urgent"_s), qPrintable(answer.err));
    }

    void due_fromATimeWithoutZone_isRefused()
    {
        QCOMPARE(run({u"due"_s, u"--pack"_s, u"tongbai-2023"_s, u"--limit"_s, u"handle"_s, u"--from"_s,
                         u"2025-09-26T16:40:00"_s})
                     .exitCode,
            2);
    }

    void due_byACountyProfile()
    {
        const Answer answer = run({u"due"_s, u"--pack"_s, u"hualong-hf7"_s, u"--limit"_s, u"handle"_s,
            u"--class"_s, u"consult"_s, u"--from"_s, u"2025-09-26T16:40:00+08:00"_s, u"--json"_s});
        QCOMPARE(answer.exitCode, 0);
        QVERIFY(answer.out.contains(u"2025-09-26T18:00:00+08:00"_s)); // the same day (HF7)
    }

    void packsCompare_saysWhichCasesMove()
    {
        const QString cases = written(QByteArray(R"({"cases": [
            {"id": "1", "from": "2025-09-26T16:40:00+08:00"},
            {"id": "2", "class": "difficult", "from": "2025-09-26T16:40:00+08:00"},
            {"id": "3", "limit": "re-review", "from": "2025-09-26T16:40:00+08:00"}]})"));
        const QStringList compare{
            u"packs"_s, u"compare"_s, u"minhe-2018"_s, u"hualong-dispatch-2020"_s, u"--cases"_s, cases};
        const Answer text = run(compare);
        QCOMPARE(text.exitCode, 1);
        QVERIFY(text.out.startsWith(u"1\t2025-10-10 18:00\t2025-10-10 18:00\n"_s));
        const QJsonObject json
            = QJsonDocument::fromJson(run(compare + QStringList{u"--json"_s}).out.toUtf8()).object();
        QCOMPARE(json[u"moved"].toInt(), 2); // Minhe knows no difficult cases and no re-review
        QVERIFY(json[u"cases"][2][u"a"].isNull());
        QCOMPARE(json[u"cases"][1][u"b"][u"due"].toString(), u"2025-10-16T18:00:00+08:00"_s);
        const QString wrong = written(QByteArray(R"({"cases": [{"id": "1", "from": "2025-09-26"}]})"));
        const Answer refused = run(compare.mid(0, 5) + QStringList{wrong});
        QCOMPARE(refused.exitCode, 2);
        QVERIFY(refused.err.contains(u"cases[0].from"_s));
    }

    void packs_listShowAndValidate()
    {
        QVERIFY(run({u"packs"_s, u"list"_s}).out.contains(u"\ntongbai-2023\t1\t2023-03-02"_s));
        const QByteArray pack = run({u"packs"_s, u"show"_s, u"tongbai-2023"_s, u"--json"_s}).out.toUtf8();
        QCOMPARE(run({u"packs"_s, u"validate"_s, written(pack)}).exitCode, 0);
        const Answer bad
            = run({u"packs"_s, u"validate"_s, written(QByteArray(pack).replace("\"limits\"", "\"limitz\""))});
        QCOMPARE(bad.exitCode, 1);
        QVERIFY(bad.out.contains(u"limit"_s));
        QCOMPARE(run({u"packs"_s, u"show"_s, u"../rulepacks/tongbai-2023"_s}).exitCode, 2);
    }

    void check_listsWhatIsMissing()
    {
        const QStringList check{u"check"_s, u"--pack"_s, u"tongbai-2023"_s, u"--reply"_s};
        const Answer complete = run(check + QStringList{written(sampleReply())});
        QVERIFY2(complete.exitCode == 0, qPrintable(complete.out));
        QJsonObject wrapped = sampleReply();
        QJsonObject reply = wrapped.value(u"reply"_s).toObject();
        reply.insert(u"result"_s, QString());
        wrapped.insert(u"reply"_s, reply);
        const Answer lacking = run(check + QStringList{written(wrapped)});
        QCOMPARE(lacking.exitCode, 1);
        QVERIFY(lacking.out.contains(u"热线工作的通知》一(二)"_s) && !lacking.out.contains(u"T9"_s));
        // The bare reply has no contact; with its case it has.
        const QString bare = written(sampleReply().value(u"reply"_s).toObject());
        QCOMPARE(run(check + QStringList{bare}).exitCode, 1);
        QCOMPARE(run(check + QStringList{bare, u"--case"_s, written(sampleLog())}).exitCode, 0);
    }

    void verify_soundLog_isValid()
    {
        const Answer answer = run({u"--english"_s, u"verify"_s, written(sampleLog())});
        QVERIFY2(answer.exitCode == 0, qPrintable(answer.out + answer.err));
        QCOMPARE(answer.out.count(u"valid\t"_s), 3);
    }

    void verify_alteredLog_isFound_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"word of the demand", "event left out", "person of an event", "signature",
                 "key missing", "receipt"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void verify_alteredLog_isFound()
    {
        QFETCH(QString, fault);
        const Answer answer = run({u"--english"_s, u"verify"_s, written(altered(sampleLog(), fault))});
        QVERIFY2(answer.exitCode == 1, qPrintable(answer.out + answer.err));
        QVERIFY(answer.out.contains(u"INVALID"_s));
    }

    void verify_receiptAlone_needsTheServersKey()
    {
        const QJsonObject log = sampleLog();
        const QString receipt = written(log.value(u"receipts"_s).toArray()[0].toObject());
        const QString key = written(log.value(u"serverKeyPem"_s).toString().toUtf8());
        QCOMPARE(run({u"verify"_s, receipt, u"--server-key"_s, key}).exitCode, 0);
        QCOMPARE(run({u"verify"_s, receipt}).exitCode, 2);
        const QString other = written(sampleLog().value(u"serverKeyPem"_s).toString().toUtf8());
        QCOMPARE(run({u"verify"_s, receipt, u"--server-key"_s, other}).exitCode, 1);
    }

    void importPreview_showsColumnsRowsAndFaults()
    {
        const QString file = written("编号,诉求内容,部门\n1,路灯不亮,城管\n1,重复,城管\n");
        const QString profile = m_files.path(u"profile.json"_s);
        const Answer answer
            = run({u"import-preview"_s, file, u"--source"_s, u"市热线"_s, u"--save-profile"_s, profile});
        QCOMPARE(answer.exitCode, 1);
        QVERIFY(answer.out.contains(u"诉求内容 <- 诉求内容"_s));
        QVERIFY(answer.out.contains(u"部门"_s));
        QVERIFY(answer.out.contains(u"路灯不亮"_s));
        const QString other = written("编号,诉求内容,部门\n2,井盖丢失,城管\n");
        QCOMPARE(run({u"import-preview"_s, other, u"--profile"_s, profile}).exitCode, 0);
        QCOMPARE(run({u"import-preview"_s, written("\xD0\xCF\x11\xE0")}).exitCode, 2);
    }

private:
    static QJsonObject altered(QJsonObject log, const QString &fault)
    {
        QJsonArray events = log.value(u"events"_s).toArray();
        const auto edit = [&](qsizetype i, const char *from, const char *to) {
            const QByteArray bytes = QJsonDocument(events[i].toObject()).toJson();
            events[i] = QJsonDocument::fromJson(QByteArray(bytes).replace(from, to)).object();
        };
        if (fault == u"word of the demand"_s)
            edit(0, "文昌路", "建设路");
        else if (fault == u"event left out"_s)
            events.removeAt(3);
        else if (fault == u"person of an event"_s)
            edit(2, "陈立新", "陈立旧");
        else if (fault == u"signature"_s)
            log.insert(u"keys"_s, sampleLog().value(u"keys"_s)); // Another person's key under the same name.
        else if (fault == u"key missing"_s)
            log.remove(u"keys"_s);
        else
            log.insert(u"serverKeyPem"_s, sampleLog().value(u"serverKeyPem"_s));
        log.insert(u"events"_s, events);
        return log;
    }

    QString written(const QByteArray &content) { return m_files.written(content); }
    QString written(const QJsonObject &json) { return m_files.written(json); }

    Files m_files;
};

QTEST_GUILESS_MAIN(TestCli)
#include "tst_Cli.moc"
