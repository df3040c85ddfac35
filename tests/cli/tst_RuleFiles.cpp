#include "Program.h"
#include "SampleLog.h"

#include <QJsonArray>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

QJsonObject edited(QJsonObject json, const QString &key, const QJsonValue &value)
{
    json.insert(key, value);
    return json;
}

QStringList findings(const QJsonArray &problems)
{
    QStringList list;
    for (const QJsonValue &problem : problems)
        list.append(problem[u"finding"_s].toString());
    return list;
}

/// A life of two commands; `extra` are further members of the second.
QJsonObject shortLife(const QJsonObject &extra = {})
{
    const QJsonObject actor{{u"name"_s, u"钟一鸣"_s}, {u"unit"_s, u"centre"_s}, {u"role"_s, u"centre"_s}};
    const QJsonObject demand{{u"source"_s, u"12345"_s}, {u"sourceNumber"_s, u"L-1"_s},
        {u"title"_s, u"路灯不亮"_s}, {u"text"_s, u"文昌路东段路灯不亮。"_s}};
    const QJsonObject registration{{u"at"_s, u"2025-09-26T08:40:00+08:00"_s}, {u"by"_s, u"zhong"_s},
        {u"type"_s, u"register"_s}, {u"body"_s, QJsonObject{{u"demand"_s, demand}}}};
    QJsonObject dispatch{{u"at"_s, u"2025-09-26T09:10:00+08:00"_s}, {u"by"_s, u"zhong"_s},
        {u"type"_s, u"dispatch"_s},
        {u"body"_s, QJsonObject{{u"leadUnit"_s, u"city"_s}, {u"caseClass"_s, u"general"_s}}}};
    for (auto member = extra.begin(); member != extra.end(); ++member)
        dispatch.insert(member.key(), member.value());
    return {{u"format"_s, 1}, {u"actors"_s, QJsonObject{{u"zhong"_s, actor}}},
        {u"commands"_s, QJsonArray{registration, dispatch}}};
}

} // namespace

class TestRuleFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packsList_namesEveryDocument()
    {
        const QJsonArray packs = run({u"packs"_s, u"list"_s, u"--json"_s}).json().value(u"packs"_s).toArray();
        QStringList ids;
        for (const QJsonValue &pack : packs)
            ids.append(pack[u"id"_s].toString());
        QCOMPARE(ids,
            (QStringList{u"guangde-2022"_s, u"hualong-dispatch-2020"_s, u"hualong-operation-2020-hf7"_s,
                u"hualong-operation-2020"_s, u"minhe-2018"_s, u"nanzheng-2024"_s, u"tongbai-2023"_s}));
        QVERIFY(run({u"packs"_s, u"list"_s}).out.contains(u"\ntongbai-2023\t1\t2023-03-02"_s));
    }

    void packsShow_isAPackThatLoads()
    {
        const Answer whole = run({u"packs"_s, u"show"_s, u"minhe-2018"_s, u"--json"_s});
        QCOMPARE(whole.exitCode, 0);
        QVERIFY(whole.json().contains(u"templates"_s) && !whole.json().contains(u"extends"_s));
        QCOMPARE(run({u"packs"_s, u"validate"_s, m_files.written(whole.out.toUtf8())}).exitCode, 0);
        const QString words = run({u"packs"_s, u"show"_s, u"minhe-2018"_s}).out;
        QVERIFY2(
            words.contains(u"热线承办工作的通知》二(一)"_s) && !words.contains(u"M5"_s), qPrintable(words));
        QCOMPARE(run({u"packs"_s, u"show"_s, u"../rulepacks/tongbai-2023"_s}).exitCode, 2);
    }

    void packsValidate_judgesEachFile()
    {
        const QByteArray good = sourceFile(u"resources/rulepacks/nanzheng-2024.json"_s);
        const QString bad = m_files.written(QByteArray(good).replace("\"limits\"", "\"limitz\""));
        const Answer answer = run({u"packs"_s, u"validate"_s, m_files.written(good), bad, u"--json"_s});
        QCOMPARE(answer.exitCode, 1);
        const QJsonArray files = answer.json().value(u"files"_s).toArray();
        QVERIFY(files[0][u"valid"_s].toBool() && !files[1][u"valid"_s].toBool());
        QCOMPARE(files[1][u"file"_s].toString(), bad);
        QCOMPARE(files[1][u"place"_s].toString(), u"limitz"_s);
        QVERIFY(run({u"packs"_s, u"validate"_s, bad}).out.contains(u"limitz"_s));
        QCOMPARE(run({u"packs"_s, u"validate"_s}).exitCode, 2);
        QCOMPARE(run({u"packs"_s, u"validate"_s, u"/nowhere"_s}).exitCode, 2);
    }

    void packsDiff_namesRowsByWhatTheyAre()
    {
        const QByteArray pack = sourceFile(u"resources/rulepacks/tongbai-2023.json"_s);
        const QString same = m_files.written(pack);
        QCOMPARE(run({u"packs"_s, u"diff"_s, u"tongbai-2023"_s, same}).exitCode, 0);
        const QString other = m_files.written(
            QByteArray(pack)
                .replace("\"class\": \"consult\", \"amount\": 1", "\"class\": \"consult\", \"amount\": 2")
                .replace("\"code\": \"evasive\"", "\"code\": \"dodging\""));
        const Answer answer = run({u"packs"_s, u"diff"_s, u"tongbai-2023"_s, other});
        QCOMPARE(answer.exitCode, 1);
        QVERIFY2(answer.out.startsWith(u"limits[handle/consult].amount: 1 -> 2\n"_s), qPrintable(answer.out));
        QVERIFY(answer.out.contains(u"reworkReasons[dodging]: - -> {"_s));
        QVERIFY(answer.out.contains(u"reworkReasons[evasive]: {"_s));
        const QJsonArray changes
            = run({u"packs"_s, u"diff"_s, same, other, u"--json"_s}).json().value(u"changes"_s).toArray();
        QCOMPARE(changes.size(), 3);
        QCOMPARE(changes[0][u"before"_s].toInt(), 1);
    }

    void check_listsWhatIsMissing()
    {
        const QStringList check{u"check"_s, u"--pack"_s, u"tongbai-2023"_s, u"--reply"_s};
        const Answer complete = run(check + QStringList{m_files.written(sampleReply())});
        QVERIFY2(complete.exitCode == 0, qPrintable(complete.out));
        const QJsonObject reply = edited(sampleReply().value(u"reply"_s).toObject(), u"result"_s, QString());
        const QString lacking = m_files.written(edited(sampleReply(), u"reply"_s, reply));
        const QString said = run(check + QStringList{lacking}).out;
        QVERIFY2(said.contains(u"热线工作的通知》一(二)"_s) && !said.contains(u"T9"_s), qPrintable(said));
        const Answer answer = run(check + QStringList{lacking, u"--json"_s});
        QCOMPARE(answer.exitCode, 1);
        const QJsonObject problem = answer.json().value(u"problems"_s)[0].toObject();
        QCOMPARE(problem.value(u"code"_s).toString(), u"case.part-missing"_s);
        QCOMPARE(problem.value(u"field"_s).toString(), u"result"_s);
        QCOMPARE(problem.value(u"severity"_s).toString(), u"must"_s);
        QCOMPARE(problem.value(u"cite"_s).toString(), u"T9 一(二)"_s);
        QVERIFY(!problem.value(u"message"_s).toString().isEmpty() && problem.value(u"place"_s).isNull());
    }

    void check_namesThePlaceInTheText()
    {
        QJsonObject reply = sampleReply().value(u"reply"_s).toObject();
        const QString answer = reply.value(u"answer"_s).toString();
        reply.insert(u"answer"_s, answer + u"联系人XXX。"_s);
        const QString file = m_files.written(edited(sampleReply(), u"reply"_s, reply));
        const QJsonObject json
            = run({u"check"_s, u"--pack"_s, u"tongbai-2023"_s, u"--reply"_s, file, u"--json"_s}).json();
        QCOMPARE(json.value(u"problems"_s)[0][u"place"_s][u"start"_s].toInt(), answer.size() + 3);
    }

    void check_withItsCase_knowsTheContact()
    {
        const QStringList check{u"check"_s, u"--pack"_s, u"tongbai-2023"_s, u"--reply"_s,
            m_files.written(sampleReply().value(u"reply"_s).toObject())};
        QCOMPARE(run(check).exitCode, 1);
        const Answer answer = run(check + QStringList{u"--case"_s, m_files.written(sampleLog())});
        QVERIFY2(answer.exitCode == 0, qPrintable(answer.out + answer.err));
    }

    void check_ofBadInput_namesFilePlaceAndReason_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QByteArray &bytes, const char *code, const char *place) {
            QTest::newRow(name) << bytes << QString::fromLatin1(code) << QString::fromLatin1(place);
        };
        row("not JSON", "{", "input.bad-json", "");
        row("invalid UTF-8", "{\"answer\":\"\xff\"}", "input.bad-encoding", "");
        row("unknown member", R"({"verdict":"undecided","colour":1})", "input.unknown-field", "colour");
        row("unknown verdict", R"({"verdict":"royal"})", "input.bad-input", "verdict");
        row("a contact without its time", R"({"reply":{"verdict":"undecided"},"contacts":[{"handler":"a"}]})",
            "input.missing-field", "contacts[0]");
        row("a megabyte of text",
            "{\"verdict\":\"undecided\",\"answer\":\"" + QByteArray(1 << 20, 'a') + "\"}", "input.too-large",
            "answer");
    }
    void check_ofBadInput_namesFilePlaceAndReason()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QFETCH(QString, place);
        const QString file = m_files.written(bytes);
        const Answer answer = run({u"check"_s, u"--pack"_s, u"tongbai-2023"_s, u"--reply"_s, file});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.out.isEmpty() && answer.err.contains(code), qPrintable(answer.err));
        QVERIFY2(answer.err.contains(file) && answer.err.contains(place), qPrintable(answer.err));
    }

    void life_printsStateLogAndRefusals()
    {
        const QStringList life{u"life"_s, u"--pack"_s, u"tongbai-2023"_s, u"--commands"_s};
        const Answer text = run(life + QStringList{m_files.written(shortLife())});
        QVERIFY2(text.exitCode == 0, qPrintable(text.out + text.err));
        QVERIFY(text.out.contains(u"dispatch -> dispatched"_s) && text.out.contains(u"2025-10-10 18:00"_s));
        const QJsonObject json = run(life + QStringList{m_files.written(shortLife()), u"--json"_s}).json();
        const QJsonValue one = json.value(u"cases"_s)[u"case"_s];
        QCOMPARE(one[u"state"_s][u"phase"_s].toString(), u"dispatched"_s);
        QCOMPARE(one[u"state"_s][u"deadlines"_s][u"handle"_s][u"due"_s].toString(), u"2025-10-10 18:00"_s);
        QCOMPARE(one[u"log"_s].toArray().size(), 2);
        QVERIFY(json.value(u"refusals"_s).toArray().isEmpty());
    }

    void life_saysWhatWentOtherwiseThanTheFileSays()
    {
        const QStringList life{u"life"_s, u"--pack"_s, u"tongbai-2023"_s, u"--json"_s, u"--commands"_s};
        const QJsonObject nobody{{u"leadUnit"_s, QString()}, {u"caseClass"_s, u"general"_s}};
        const Answer refused = run(life + QStringList{m_files.written(shortLife({{u"body"_s, nobody}}))});
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.json().value(u"unexpected"_s)[0].toString(), u"commands[1]"_s);
        QCOMPARE(findings(refused.json().value(u"refusals"_s)[0][u"problems"_s].toArray()),
            QStringList{u"lead-unit-missing"_s});
        const QJsonArray finding{u"lead-unit-missing"_s};
        const auto foreseen = shortLife({{u"body"_s, nobody}, {u"refused"_s, finding}});
        QCOMPARE(run(life + QStringList{m_files.written(foreseen)}).exitCode, 0);
        const auto expecting = edited(
            shortLife(), u"expect"_s, QJsonObject{{u"case"_s, QJsonObject{{u"phase"_s, u"closed"_s}}}});
        const Answer other = run(life + QStringList{m_files.written(expecting)});
        QCOMPARE(other.exitCode, 1);
        QCOMPARE(other.json().value(u"unexpected"_s)[0].toString(), u"expect.case.phase"_s);
    }

    void life_savesALogThatVerifies()
    {
        const QString log = m_files.path(u"log.json"_s);
        const QString file = m_files.written(shortLife());
        QCOMPARE(
            run({u"life"_s, u"--pack"_s, u"minhe-2018"_s, u"--commands"_s, file, u"--log"_s, log}).exitCode,
            0);
        QCOMPARE(run({u"verify"_s, log}).exitCode, 0);
    }

    void life_underACountyProfile_usesItsRules()
    {
        const QString file = m_files.written(shortLife());
        const Answer answer = run({u"life"_s, u"--pack"_s, u"hualong"_s, u"--commands"_s, file, u"--json"_s});
        QVERIFY2(answer.exitCode == 0, qPrintable(answer.err));
        const QJsonValue state = answer.json().value(u"cases"_s)[u"case"_s][u"state"_s];
        QCOMPARE(state[u"pack"_s].toString(), u"hualong"_s);
        QCOMPARE(state[u"deadlines"_s][u"handle"_s][u"due"_s].toString(), u"2025-10-10 18:00"_s);
        QVERIFY(state[u"deadlines"_s][u"accept"_s][u"cite"_s].toString().startsWith(u"HB7.2a"_s));
    }

    void life_beforeTheCalendar_keepsTheCaseWithoutDates()
    {
        QJsonObject file = shortLife();
        QByteArray bytes = QJsonDocument(file).toJson().replace("2025-09-26", "2016-09-26");
        const QJsonObject json = run(
            {u"life"_s, u"--pack"_s, u"tongbai-2023"_s, u"--json"_s, u"--commands"_s, m_files.written(bytes)})
                                     .json();
        const QJsonValue state = json.value(u"cases"_s)[u"case"_s][u"state"_s];
        QCOMPARE(state[u"phase"_s].toString(), u"dispatched"_s);
        QVERIFY(state[u"deadlines"_s].toObject().isEmpty());
    }

    void life_ofBadInput_namesFilePlaceAndReason_data()
    {
        QTest::addColumn<QJsonObject>("life");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QJsonObject &extra, const char *place) {
            QTest::newRow(name) << shortLife(extra) << QString::fromLatin1(place);
        };
        row("time without zone", {{u"at"_s, u"2025-09-26T09:10:00"_s}}, "commands[1].at");
        row("no day of the calendar", {{u"at"_s, u"2025-02-30T09:10:00+08:00"_s}}, "commands[1].at");
        row("time that runs backwards", {{u"at"_s, u"2025-09-26T08:00:00+08:00"_s}}, "commands[1].at");
        row("nobody of that name", {{u"by"_s, u"wang"_s}}, "commands[1].by");
        row("no such step", {{u"type"_s, u"dance"_s}}, "commands[1].type");
        row("unknown member", {{u"colour"_s, 1}}, "commands[1].colour");
        row("time in a body without zone",
            {{u"body"_s, QJsonObject{{u"contact"_s, QJsonObject{{u"atMs"_s, u"2025-09-26T09:10"_s}}}}}},
            "commands[1].body.contact.atMs");
        QTest::newRow("other format") << edited(shortLife(), u"format"_s, 2) << u"format"_s;
        QTest::newRow("no commands") << edited(shortLife(), u"commands"_s, QJsonArray()) << u"commands"_s;
        QTest::newRow("expectation that is no object")
            << edited(shortLife(), u"expect"_s, QJsonObject{{u"case"_s, u"closed"_s}}) << u"expect.case"_s;
        QTest::newRow("actor without a role") << edited(
            shortLife(), u"actors"_s, QJsonObject{{u"zhong"_s, QJsonObject{{u"name"_s, u"钟一鸣"_s}}}})
                                              << u"actors.zhong.role"_s;
    }
    void life_ofBadInput_namesFilePlaceAndReason()
    {
        QFETCH(QJsonObject, life);
        QFETCH(QString, place);
        const QString file = m_files.written(life);
        const Answer answer = run({u"life"_s, u"--pack"_s, u"tongbai-2023"_s, u"--commands"_s, file});
        QCOMPARE(answer.exitCode, 2);
        QVERIFY2(answer.out.isEmpty() && answer.err.contains(file + u": "_s + place), qPrintable(answer.err));
    }

private:
    Files m_files;
};

QTEST_GUILESS_MAIN(TestRuleFiles)
#include "tst_RuleFiles.moc"
