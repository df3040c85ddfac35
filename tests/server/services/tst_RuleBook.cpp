// Which rules a server serves: sound ones beside faulty ones, and every version it ever worked by.
#include "tests/server/services/Desk.h"

#include "shared/canonical/JsonReader.h"
#include "shared/rules/LinkedRules.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace chengban;
using namespace chengban::test;

namespace {

QByteArray resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(path));
    return file.readAll();
}

void put(const QDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

} // namespace

class TestRuleBook : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QDir m_packs;
    QDir m_profiles;

    LinkedRules loaded() { return must(rulesIn(m_packs.path(), m_profiles.path())); }

    RuleBook kept(Desk &desk, const QString &profile = u"tongbai"_s)
    {
        return must(RuleBook::kept(loaded(), profile, desk.database(), mondayMs));
    }

    /// Another version of Tongbai's pack: handling takes one day more.
    void changePack()
    {
        QJsonObject pack = must(parseJsonObject(resource(u":/rulepacks/tongbai-2023.json"_s)));
        QJsonArray limits = pack[u"limits"].toArray();
        QJsonObject limit = limits.first().toObject();
        limit[u"amount"] = limit[u"amount"].toInt() + 1;
        limits[0] = limit;
        pack[u"limits"] = limits;
        put(m_packs, u"tongbai-2023.json"_s, QJsonDocument(pack).toJson());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        const QDir folder(m_folder->path());
        QVERIFY(folder.mkpath(u"packs"_s) && folder.mkpath(u"profiles"_s));
        m_packs = QDir(folder.filePath(u"packs"_s));
        m_profiles = QDir(folder.filePath(u"profiles"_s));
        for (const auto &[from, to] : {std::pair(u":/rulepacks"_s, m_packs), {u":/profiles"_s, m_profiles}}) {
            for (const QString &name : QDir(from).entryList({u"*.json"_s}, QDir::Files))
                put(to, name, resource(from + u'/' + name));
        }
    }

    void linked_areAllSound() { QCOMPARE(must(linkedRules()).setAside, QList<Error>()); }

    void faultyProfile_isNamedAndStopsNoOther()
    {
        put(m_profiles, u"broken.json"_s, R"({"format": 1, "id": "broken"})");
        put(m_packs, u"torn.json"_s, "{");
        const LinkedRules rules = loaded();
        QCOMPARE(rules.setAside.size(), 2);
        QVERIFY(rules.setAside[0].detail.startsWith(m_packs.filePath(u"torn.json"_s)));
        QVERIFY(rules.setAside[1].detail.startsWith(m_profiles.filePath(u"broken.json"_s)));
        QVERIFY(rules.profiles.contains(u"tongbai"_s));
        QVERIFY(!rules.profiles.contains(u"broken"_s));
    }

    void faultyPack_takesItsProfileWithItOnly()
    {
        put(m_packs, u"tongbai-2023.json"_s, "{");
        const LinkedRules rules = loaded();
        QVERIFY(!rules.profiles.contains(u"tongbai"_s));
        QVERIFY(rules.profiles.contains(u"hualong"_s));
        QCOMPARE(rules.setAside.size(), 2);
    }

    void profileFaultyNow_itsLastSoundVersionStaysInForce()
    {
        Desk desk(m_folder->path());
        desk.found();
        const PackRef sound = kept(desk).inForce(mondayMs);
        QCOMPARE(sound.id, u"tongbai"_s);
        put(m_profiles, u"tongbai.json"_s, "{");
        const RuleBook book = kept(desk);
        QCOMPARE(book.inForce(mondayMs), sound);
        QVERIFY(book.find(sound));
        QCOMPARE(book.setAside().size(), 1);
        QVERIFY(book.setAside().first().detail.contains(u"tongbai.json"_s));
    }

    void profileThatWasNeverSound_isRefused()
    {
        Desk desk(m_folder->path());
        desk.found();
        QVERIFY(QFile::remove(m_profiles.filePath(u"tongbai.json"_s)));
        const auto book = RuleBook::kept(loaded(), u"tongbai"_s, desk.database(), mondayMs);
        QCOMPARE(book.error().code, ErrorCode::PackUnknown);
    }

    void caseUnderAnEarlierVersion_findsItForEver()
    {
        Desk desk(m_folder->path());
        desk.found();
        const RuleBook before = kept(desk);
        const PackRef old = before.inForce(mondayMs);
        changePack();
        kept(desk);
        const RuleBook after = kept(desk); // a second restart
        const PackRef now = after.inForce(mondayMs);
        QVERIFY(now != old);
        QCOMPARE(now.id, old.id);
        Case theCase;
        theCase.pack = old;
        const Rules rules = must(after.rulesOf(theCase, CommandType::Accept, mondayMs));
        QCOMPARE(refOf(*rules.pack), old);
        QCOMPARE(rules.pack->form, before.find(old)->form);
        QCOMPARE(refOf(*must(after.rulesOf({}, CommandType::Dispatch, mondayMs)).pack), now);
    }
};

QTEST_GUILESS_MAIN(TestRuleBook)
#include "tst_RuleBook.moc"
