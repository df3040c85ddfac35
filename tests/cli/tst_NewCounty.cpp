// A county that nobody has written code for: an invented pack with rules of its own, a story that lives under
// them, and a change of each datum that changes what is decided.
#include "Program.h"

#include "cli/PackDiff.h"
#include "shared/canonical/JsonReader.h"

#include <QTest>

using namespace chengban;
using namespace Qt::StringLiterals;

namespace {

QByteArray countyFile(const QString &ending)
{
    return sourceFile(u"tests/shared/rules/packs/yunxi-2026"_s + ending);
}

/// RFC 7396.
QJsonValue merged(const QJsonValue &target, const QJsonValue &patch)
{
    if (!patch.isObject())
        return patch;
    QJsonObject result = target.toObject();
    const QJsonObject members = patch.toObject();
    for (auto it = members.begin(); it != members.end(); ++it) {
        if (it.value().isNull())
            result.remove(it.key());
        else
            result.insert(it.key(), merged(result.value(it.key()), it.value()));
    }
    return result;
}

/// The same on a pack; rows of lists are reached by their names, and keep their order.
QJsonObject changedPack(QJsonObject pack, const QJsonObject &patch)
{
    for (auto it = patch.begin(); it != patch.end(); ++it) {
        const QJsonArray rows = pack.value(it.key()).toArray();
        if (rows.isEmpty()) {
            pack.insert(it.key(), merged(pack.value(it.key()), it.value()));
            continue;
        }
        QJsonObject changes = it.value().toObject();
        QJsonArray list;
        for (const QJsonValue &row : rows) {
            const QString name = cli::rowsByName({row}).keys().first();
            const QJsonValue change = changes.contains(name) ? changes.take(name) : QJsonObject();
            if (!change.isNull())
                list.append(merged(row, change));
        }
        for (const QJsonValue &added : std::as_const(changes))
            list.append(added);
        pack.insert(it.key(), list);
    }
    return pack;
}

QJsonObject parsed(const QByteArray &bytes)
{
    return parseJsonObject(bytes).value();
}

QJsonValue valueAt(const QJsonValue &root, const QString &place)
{
    QJsonValue value = root;
    for (const QString &step : place.split(u'.')) {
        bool isIndex = false;
        const int index = step.toInt(&isIndex);
        value = isIndex ? value[index] : value[step];
    }
    return value;
}

/// Findings of that step of the story; none when it was taken.
QStringList findingsOf(const QJsonObject &answer, qsizetype command)
{
    QStringList findings;
    const QJsonArray refusals = answer.value(u"refusals"_s).toArray();
    for (const QJsonValue &refusal : refusals) {
        const QJsonArray problems = refusal[u"problems"_s].toArray();
        for (const QJsonValue &problem : problems) {
            if (refusal[u"command"_s].toInteger() == command)
                findings.append(problem[u"finding"_s].toString());
        }
    }
    findings.sort();
    return findings;
}

} // namespace

class TestNewCounty : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsPack_loads()
    {
        QCOMPARE(run({u"packs"_s, u"validate"_s, m_files.written(countyFile(u".json"_s))}).exitCode, 0);
    }

    void itsStory_goesAsTheRulesSay()
    {
        const Answer answer = story(parsed(countyFile(u".json"_s)));
        QVERIFY2(answer.exitCode == 0, qPrintable(answer.out + answer.err));
        m_usual = answer.json();
    }

    void eachDatum_changesWhatIsDecided_data()
    {
        QTest::addColumn<QJsonObject>("change");
        const QJsonArray changes = parsed(countyFile(u".changes.json"_s)).value(u"changes"_s).toArray();
        QVERIFY(changes.size() > 70);
        for (const QJsonValue &change : changes)
            QTest::newRow(qPrintable(change[u"datum"_s].toString())) << change.toObject();
    }
    void eachDatum_changesWhatIsDecided()
    {
        QFETCH(QJsonObject, change);
        const QJsonObject pack = parsed(countyFile(u".json"_s));
        const QJsonObject patched = changedPack(pack, change.value(u"patch"_s).toObject());
        QVERIFY(patched != pack);
        const Answer answer = story(patched);
        QVERIFY2(answer.exitCode != 2, qPrintable(answer.err));
        if (change.contains(u"state"_s))
            compareState(answer.json(), change);
        else
            compareStep(answer.json(), change);
    }

private:
    Answer story(const QJsonObject &pack)
    {
        return run({u"life"_s, u"--json"_s, u"--pack"_s, m_files.written(pack), u"--commands"_s,
            m_files.written(countyFile(u".life.json"_s))});
    }

    void compareState(const QJsonObject &answer, const QJsonObject &change) const
    {
        const QString place = change.value(u"state"_s).toString();
        const QString inAnswer
            = u"cases."_s + place.section(u'.', 0, 0) + u".state."_s + place.section(u'.', 1);
        const QString now = valueAt(answer, inAnswer).toString();
        QCOMPARE(now, change.value(u"becomes"_s).toString());
        QVERIFY(valueAt(m_usual, inAnswer).toString() != now);
    }

    void compareStep(const QJsonObject &answer, const QJsonObject &change) const
    {
        const QJsonArray commands = parsed(countyFile(u".life.json"_s)).value(u"commands"_s).toArray();
        qsizetype step = 0;
        while (step < commands.size() && commands[step][u"about"_s] != change.value(u"at"_s))
            ++step;
        QVERIFY2(step < commands.size(), "the story has no such step");
        QStringList expected;
        for (const QJsonValue &finding : change.value(u"becomes"_s).toArray())
            expected.append(finding.toString());
        expected.sort();
        QCOMPARE(findingsOf(answer, step), expected);
        QVERIFY(findingsOf(m_usual, step) != expected);
    }

    Files m_files;
    QJsonObject m_usual; ///< What the story comes to under the pack as it is.
};

QTEST_GUILESS_MAIN(TestNewCounty)
#include "tst_NewCounty.moc"
