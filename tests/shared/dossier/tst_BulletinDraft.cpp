#include "shared/dossier/Bulletin.h"

#include <QTest>

#include <numeric>

using namespace chengban;
using namespace Qt::StringLiterals;

class TestBulletinDraft : public QObject
{
    Q_OBJECT

    static BulletinDraft written()
    {
        BulletinDraft draft;
        draft.bulletin.mark = u"清河县12345热线中心文件"_s;
        draft.bulletin.title = u"关于3月份办理情况的通报"_s;
        draft.bulletin.paragraphs = {u"一、基本情况"_s, u""_s, u"受理诉求412件。"_s};
        draft.bulletin.atMs = 1'774'000'000'000;
        draft.annexTitle = u"统计表"_s;
        draft.annexTable = u"单位\t交办量\n\n住房和城乡建设局\t40\n水务局\t7\n"_s;
        return draft;
    }

private Q_SLOTS:
    void draft_throughJson_isTheSame()
    {
        QCOMPARE(bulletinDraftFrom(toJson(written())), written());
        QCOMPARE(bulletinDraftFrom({}), BulletinDraft());
    }

    void bulletin_ofAWholeDraft_hasItsTextWithoutEmptyLinesAndItsAnnex()
    {
        const Bulletin bulletin = bulletinOf(written()).value();
        QCOMPARE(bulletin.paragraphs, (QStringList{u"一、基本情况"_s, u"受理诉求412件。"_s}));
        QCOMPARE(bulletin.annexes.size(), 1);
        QCOMPARE(bulletin.annexes[0].heads, (QStringList{u"单位"_s, u"交办量"_s}));
        QCOMPARE(bulletin.annexes[0].rows.last(), (QStringList{u"水务局"_s, u"7"_s}));
    }

    void columns_areAsWideAsTheirLongestCell_andFillTheLine()
    {
        const QList<qreal> widths = bulletinOf(written()).value().annexes[0].widthsMm;
        QCOMPARE(std::accumulate(widths.begin(), widths.end(), 0.0), 156.0);
        QVERIFY(widths[0] > 2 * widths[1]);
    }

    void bulletin_withoutAnnex_hasNone()
    {
        BulletinDraft draft = written();
        draft.annexTable = u" \n"_s;
        QVERIFY(bulletinOf(draft).value().annexes.isEmpty());
    }

    void bulletin_thatLacksSomething_isRefusedWithItsName_data()
    {
        QTest::addColumn<BulletinDraft>("draft");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QString &place, const auto &bend) {
            BulletinDraft draft = written();
            bend(draft);
            QTest::newRow(name) << draft << place;
        };
        row("no mark", u"mark"_s, [](BulletinDraft &draft) { draft.bulletin.mark.clear(); });
        row("no title", u"title"_s, [](BulletinDraft &draft) { draft.bulletin.title.clear(); });
        row("no text", u"text"_s, [](BulletinDraft &draft) { draft.bulletin.paragraphs = {u" "_s}; });
        row("a cell too few", u"3"_s,
            [](BulletinDraft &draft) { draft.annexTable = u"单位\t量\n甲\t1\n乙"_s; });
        row("heads alone", u"1"_s, [](BulletinDraft &draft) { draft.annexTable = u"单位\t量"_s; });
    }
    void bulletin_thatLacksSomething_isRefusedWithItsName()
    {
        QFETCH(BulletinDraft, draft);
        QFETCH(QString, place);
        const Result<Bulletin> bulletin = bulletinOf(draft);
        QVERIFY(!bulletin);
        QCOMPARE(bulletin.error().detail, place);
    }
};

QTEST_GUILESS_MAIN(TestBulletinDraft)
#include "tst_BulletinDraft.moc"
