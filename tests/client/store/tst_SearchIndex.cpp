#include "client/store/Store.h"
#include "tests/client/CaseSamples.h"

#include <QTemporaryDir>
#include <QTest>

using namespace chengban;

class TestSearchIndex : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    DataKey m_key = DataKey::generate();
    std::unique_ptr<Store> m_store;
    QList<CaseId> m_ids;

    void add(const QString &number, const QString &title, const QString &text)
    {
        samples::Log log;
        RegisterBody body = samples::registration(number);
        body.demand.title = title;
        body.demand.text = text;
        log.step(CommandType::Register, toJson(body), samples::actor(Role::Centre), samples::monday);
        QVERIFY(m_store->replica().apply(samples::page({log.feedCase()}), QStringLiteral("centre")));
        m_ids << log.id();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_store = Store::open(m_folder.path(), m_key).value();
        add(QStringLiteral("TB-100"), QStringLiteral("路灯不亮"),
            QStringLiteral("人民路与解放路口路灯三天不亮"));
        add(QStringLiteral("TB-101"), QStringLiteral("管道漏水"),
            QStringLiteral("小区管道漏水，ＡＢＣ物业不管"));
        add(QStringLiteral("TB-102"), QStringLiteral("噪音扰民"), QStringLiteral("工地夜间施工"));
    }

    void search_findsWhatHoldsEveryWord_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("two characters") << QStringLiteral("管道") << QList<int>{1};
        QTest::newRow("one character") << QStringLiteral("灯") << QList<int>{0};
        QTest::newRow("three characters") << QStringLiteral("解放路") << QList<int>{0};
        QTest::newRow("four characters") << QStringLiteral("夜间施工") << QList<int>{2};
        QTest::newRow("first letters of the title") << QStringLiteral("GDLS") << QList<int>{1};
        QTest::newRow("two of the letters") << QStringLiteral("zy") << QList<int>{2};
        QTest::newRow("letters of the place") << QStringLiteral("xflxq") << QList<int>{0, 1, 2};
        QTest::newRow("two words") << QStringLiteral("路灯 人民路") << QList<int>{0};
        QTest::newRow("words of different cases") << QStringLiteral("路灯 管道") << QList<int>{};
        QTest::newRow("pairs that occur, but not in a row") << QStringLiteral("漏水管道") << QList<int>{};
        QTest::newRow("one letter") << QStringLiteral("g") << QList<int>{1};
        QTest::newRow("one character and a word") << QStringLiteral("水 管道") << QList<int>{1};
        QTest::newRow("number") << QStringLiteral("TB-102") << QList<int>{2};
        QTest::newRow("lower case and half width") << QStringLiteral("abc") << QList<int>{1};
        QTest::newRow("nothing") << QStringLiteral("  ") << QList<int>{};
        QTest::newRow("what would be syntax") << QStringLiteral("\" OR NOT *") << QList<int>{};
    }

    void search_findsWhatHoldsEveryWord()
    {
        QFETCH(QString, query);
        QFETCH(QList<int>, expected);
        QSet<CaseId> wanted;
        for (const int i : expected)
            wanted.insert(m_ids[i]);
        const auto asSet = [](const QList<CaseId> &ids) { return QSet<CaseId>(ids.begin(), ids.end()); };
        // The first row runs before anything is indexed, and each later one with more of it indexed.
        QCOMPARE(asSet(m_store->search().search(query).value()), wanted);
        QVERIFY(m_store->search().indexSome(1));
        QCOMPARE(asSet(m_store->search().search(query).value()), wanted);
    }

    void indexSome_changedCase_isFoundByItsNewWordsOnly()
    {
        while (m_store->search().indexSome(10).value() > 0) { }
        samples::Log log = samples::dispatchedCase(QStringLiteral("TB-200"), false);
        wire::FeedCase first = log.feedCase();
        QVERIFY(m_store->replica().apply(samples::page({first}), QStringLiteral("centre")));
        QCOMPARE(m_store->search().indexSome(10).value(), 0);
        log.step(CommandType::Accept, toJson(NoteBody{}), samples::actor(Role::Clerk),
            samples::monday + 2 * samples::hour);
        QVERIFY(m_store->replica().apply(samples::page({log.feedCase(2)}), QStringLiteral("centre")));
        QCOMPARE(m_store->search().search(QStringLiteral("地下室")).value(), QList<CaseId>{log.id()});
        QCOMPARE(m_store->search().indexSome(10).value(), 0);
        QCOMPARE(m_store->search().search(QStringLiteral("地下室")).value(), QList<CaseId>{log.id()});
    }
};

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_SearchIndex.moc"
