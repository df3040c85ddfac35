// What the documents show works as they say: every example goes through the program.
#include "Program.h"

#include "shared/cases/Command.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

QString example(const QString &name)
{
    return QStringLiteral(CHENGBAN_SOURCE_DIR "/docs/examples/") + name;
}

QJsonValue schema(const QString &name)
{
    const QByteArray bytes = sourceFile(u"docs/schemas/%1.schema.json"_s.arg(name));
    return QJsonDocument::fromJson(bytes).object();
}

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

} // namespace

class TestExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDocument_hasALife()
    {
        QStringList packs = namesIn(QStringLiteral(CHENGBAN_SOURCE_DIR "/resources/rulepacks"));
        packs.removeOne(u"hualong-operation-2020-hf7.json"_s); // a variant of another
        QCOMPARE(namesIn(example(u"lives"_s)), packs);
    }

    void lives_goAsTheyTell_data()
    {
        QTest::addColumn<QString>("pack");
        for (const QString &name : namesIn(example(u"lives"_s)))
            QTest::newRow(qPrintable(name)) << name.chopped(5);
    }
    void lives_goAsTheyTell()
    {
        QFETCH(QString, pack);
        const QString commands = example(u"lives/%1.json"_s.arg(pack));
        const Answer answer = run({u"life"_s, u"--json"_s, u"--pack"_s, pack, u"--commands"_s, commands});
        const QJsonObject json = answer.json();
        QCOMPARE(json.value(u"unexpected"_s).toArray(), QJsonArray());
        QVERIFY2(answer.exitCode == 0, qPrintable(answer.err));
        QVERIFY2(!json.value(u"refusals"_s).toArray().isEmpty(), "it shows no rule at work");
        for (const QJsonValue &one : json.value(u"cases"_s).toObject()) {
            const QString phase = one[u"state"_s][u"phase"_s].toString();
            QVERIFY2(phase == u"closed" || phase == u"archived", qPrintable(phase));
        }
    }

    void lives_underAnotherPack_goOtherwise()
    {
        const QString commands = example(u"lives/guangde-2022.json"_s);
        QCOMPARE(run({u"life"_s, u"--pack"_s, u"minhe-2018"_s, u"--commands"_s, commands}).exitCode, 1);
    }

    void schemaOfCommands_knowsEveryStep()
    {
        const QJsonValue type = schema(u"commands"_s)[u"$defs"_s][u"command"_s][u"properties"_s][u"type"_s];
        QSet<QString> known;
        for (const QJsonValue &name : type[u"enum"_s].toArray())
            known.insert(name.toString());
        QSet<QString> steps;
        for (const auto &[step, name] : namesOf(CommandType{}))
            steps.insert(QString(QLatin1StringView(name)));
        QCOMPARE(known, steps);
    }

    void schemaOfReplies_knowsEveryMember()
    {
        const QString x = u"x"_s;
        // All members in order: a new one is missed by the compiler here.
        const Reply reply{Verdict::NotInLimit, x, x, x, x, x, x, x, x, x, x, x, x, x, x, true, x,
            {LegalBasis{x, x, x, x}}, {SiteVisit{x, 1, x}}, true,
            {Attachment{x, AttachmentKind::Photo, x, 1, x, x}}, x, x, 1, x, x, x, x, x, x, true};
        const QJsonObject members = schema(u"reply"_s)[u"$defs"_s][u"reply"_s][u"properties"_s].toObject();
        QStringList known = members.keys();
        QStringList written = toJson(reply).keys();
        known.sort();
        written.sort();
        QCOMPARE(written, known);
    }

    void replies_areJudgedAsTheirNamesSay()
    {
        const QStringList check{u"check"_s, u"--json"_s, u"--pack"_s, u"tongbai-2023"_s, u"--reply"_s};
        const Answer complete = run(check + QStringList{example(u"replies/complete.json"_s)});
        QVERIFY2(complete.exitCode == 0, qPrintable(complete.out));
        const Answer lacking = run(check + QStringList{example(u"replies/lacking.json"_s)});
        QCOMPARE(lacking.exitCode, 1);
        QSet<QString> fields;
        for (const QJsonValue &problem : lacking.json().value(u"problems"_s).toArray())
            fields.insert(problem[u"field"_s].toString());
        QCOMPARE(fields,
            (QSet<QString>{u"contact"_s, u"progress"_s, u"plan"_s, u"expectedEffect"_s, u"answer"_s}));
    }

    void caseLog_verifiesAndServesACheck()
    {
        QCOMPARE(run({u"verify"_s, example(u"case.json"_s)}).exitCode, 0);
        const QByteArray reply = sourceFile(u"docs/examples/replies/complete.json"_s);
        const QJsonObject bare = QJsonDocument::fromJson(reply).object().value(u"reply"_s).toObject();
        const QStringList check{
            u"check"_s, u"--pack"_s, u"tongbai-2023"_s, u"--reply"_s, m_files.written(bare)};
        QCOMPARE(run(check).exitCode, 1); // no contact
        const Answer withCase = run(check + QStringList{u"--case"_s, example(u"case.json"_s)});
        QVERIFY2(withCase.exitCode == 0, qPrintable(withCase.out + withCase.err));
    }

private:
    Files m_files;
};

QTEST_GUILESS_MAIN(TestExamples)
#include "tst_Examples.moc"
